"""What stands round a possible person's name: titles, organisations, places, things named so.

Only looks; what the context makes of a name is decided in `persons`.
"""

from assets.entities.persons.names import Name, is_vietnamese
from assets.entities.persons.words import PersonWords

_PLURAL = frozenset(
    ("các", "những", "nhiều", "một", "mỗi", "hai", "ba", "bốn", "vị", "số", "trẻ", "chị", "anh")
)
# What may stand between a comma and the title that explains a name.
_BORN = frozenset((("quốc", "tịch"), ("sinh", "năm"), ("một", "người")))
_BEFORE_TITLE = frozenset(("nguyên", "cựu", "quyền", "một", "nữ", "nam"))
# What may stand between a title's body or country and the name or the next of them.
_BETWEEN = frozenset(("-", "–", "tại", "ở", ")", "(", "to", "of", "the"))
# "Bộ trưởng Nông nghiệp và Phát triển nông thôn Lào": the field has fewer syllables.
_LONGEST_FIELD = 7


class PersonContext(PersonWords):
    """What the words round a place in the text make of a name that may begin there."""

    def continues(self, at: int) -> bool:
        """Tell whether word `at` goes on a run of capitals that does not open a sentence."""
        if at == 0 or not (self.words[at - 1].capital and self.words[at - 1].is_word):
            return False
        if self.words[at].start - self.words[at - 1].end > 1:
            return False
        before = self.words[at - 1]
        return not (self.follows_opening(at) and before.key not in self.forms.surnames)

    def follows_body(self, at: int) -> bool:
        """Tell whether an organisation ends right before word `at`: "của FA Adrian ..."."""
        return at in self._organisation_ends

    def given(self, name: Name) -> bool:
        """Tell whether a run in another language begins with a known given name."""
        return self.words[name.start].surface in self.forms.given_names

    def attributed(self, at: int) -> bool:
        """Tell whether a quotation and a comma stand right before word `at`."""
        return at > 1 and self.words[at - 1].key == "," and self.words[at - 2].key in ('"', "”")

    def body_leads(self, name: Name) -> bool:
        """Tell whether a body, not a given name, begins a run: "Chủ tịch Shinui | Tommy Lapid"."""
        title = self.title_before(name.start)
        words = [word.surface for word in self.words[name.start : name.end]]
        if title is None or not title.needs_organisation or words[0] in self.forms.given_names:
            return False
        return any(word in self.forms.given_names for word in words[1:-1])

    def hailed(self, at: int) -> bool:
        """Tell whether a form of address or a degree, no part of a name, leads to word `at`.

        "bà Khinh", "bác sĩ Đức"; not "phố Bà Triệu", "các chuyên gia Nga" or "Bác Hồ" in a line.
        """
        title = self.title_before(at)
        start = self._title_at.get(at)
        if title is None or start is None or title.kind not in ("address", "degree"):
            return False
        if title.title == "tên" or self.words[at].start - self.words[at - 1].end > 1:
            return False
        if self.words[start].capital and not self.begins_line(start) and title.kind == "address":
            return False
        before = self.words[start - 1].key if start else ""
        if before in _PLURAL or before.isdigit():
            return False
        return not self.bears_name(start)

    def names_one(self, at: int) -> bool:
        """Tell whether what stands before word `at` goes with a single name ("Tổng thống")."""
        title = self.title_before(at)
        return title is None or not title.needs_organisation

    def is_title(self, at: int, stop: int) -> bool:
        """Tell whether a title, not a name, begins at word `at` of a run that ends at `stop`."""
        end = self._title_starts.get(at)
        return end is not None and (end < stop or end > at + 1)

    def in_address(self, at: int, stop: int) -> bool:
        """Tell whether a house number stands before word `at`: "154 Nguyễn Thái Học, Hà Nội"."""
        if at == 0 or self.words[at - 1].surface.isalpha():
            return False
        if not any(map(str.isdigit, self.words[at - 1].surface)):
            return False
        return stop >= len(self.words) or self.words[stop].key in (
            ",",
            "-",
            "–",
            "_",
            ")",
            ".",
            "\n",
        )

    def opens_with_word(self, name: Name) -> bool:
        """Tell whether a run in another language begins a sentence with a Vietnamese syllable."""
        return self.begins_sentence(name.start) and is_vietnamese(self.words[name.start].key)

    def of_the_highlands(self, name: Name) -> bool:
        """Tell whether a run begins with "H'" or "K'" or ends with a clan's name ("Niê")."""
        words = self.words[name.start : name.end]
        if words[0].surface[:2] in ("H'", "K'", "H’", "K’"):
            return True
        last = words[-1].key
        return last in self.forms.sure_surnames and not is_vietnamese(last)

    def follows_opening(self, at: int) -> bool:
        """Tell whether only a Vietnamese syllable stands before word `at`: "Theo Petr ..."."""
        return at > 0 and self.begins_line(at - 1) and is_vietnamese(self.words[at - 1].key)

    def begins_word(self, at: int) -> bool:
        """Tell whether word `at` and the next in lower case are one word ("Công ty")."""
        if at + 1 >= len(self.words) or self.words[at + 1].capital:
            return False
        keys = (self.words[at].key, self.words[at + 1].key)
        node = self.forms.heads.root.get(keys[0], {})
        return keys in self.forms.words or keys[1] in node

    def is_word(self, name: Name) -> bool:
        """Tell whether a run of capitals begins or ends with a common word ("Viện Nghiên cứu")."""
        first = self.words[name.start : name.start + 1]
        return self.begins_word(name.end - 1) or bool(self.forms.heads.find(first, 0, {}))

    def titled(self, at: int) -> bool:
        """Tell whether a title leads to word `at`, also with its body or country between."""
        if self.title_before(at) is not None:
            return True
        before = at
        for _ in range(4):
            if before > 1 and self.words[before - 1].key in _BETWEEN:
                before -= 1
            start = self._organisation_ends.get(before, self._place_ends.get(before))
            if start is None:
                return False
            before = start
            if self._ends_title(before) or self._ends_titled_field(before):
                return True
        return False

    def is_delegation(self, at: int) -> bool:
        """Tell whether a province's deputies stand in brackets: "(Đoàn Bắc Giang)"."""
        opening = at > 0 and self.words[at - 1].key == "("
        return opening and self.words[at].key == "đoàn" and self.place_at(at + 1)

    def _ends_titled_field(self, end: int) -> bool:
        """Tell whether an office and its field end before `end`: "Bộ trưởng Quốc phòng | Nga"."""
        for start in range(end - 1, max(end - _LONGEST_FIELD, 0), -1):
            if not self.words[start].is_word:
                return False
            title = self._titles.get(start)
            if title is not None and self.words[start].capital:
                return title.kind == "office"
        return False

    def _ends_title(self, at: int) -> bool:
        # "Trưởng ban Tổ chức ...": the title's last word begins the body.
        return any(
            (title := self._titles.get(index)) is not None and title.kind != "address"
            for index in (at, at + 1)
        )

    def described(self, end: int) -> bool:
        """Tell whether a title follows a name that ends before word `end`: ", Chủ tịch"."""
        if end + 1 >= len(self.words) or self.words[end].key not in (",", "-", "–", "(", "—"):
            return False
        after = end + 1
        while after + 1 < len(self.words) and self.words[after].key in _BEFORE_TITLE:
            after += 1
        stop = self._title_starts.get(after)
        # ", ông Hòa ..." begins something else.
        return stop is not None and (self._titles[stop].kind != "address" or stop > after + 1)

    def aged(self, end: int) -> bool:
        """Tell whether an age or birth follows: "(35 tuổi", ", 39 tuổi", "(quốc tịch Pháp)"."""
        words = self.words
        if end + 2 >= len(words) or words[end].key not in ("(", ","):
            return False
        keys = (words[end + 1].key, words[end + 2].key)
        return (keys[0].isdigit() and keys[1] == "tuổi") or keys in _BORN

    def named_by_age(self, end: int) -> bool:
        """Tell whether an age in years follows, that shows a single word to be a name."""
        return self.aged(end) and self.words[end + 1].key.isdigit()

    def introduced(self, end: int) -> bool:
        """Tell whether ", một thương nhân" follows a name that ends before word `end`."""
        words = self.words
        return end + 1 < len(words) and words[end + 1].key == "một" and self.described(end)

    def speaks(self, end: int) -> bool:
        """Tell whether a verb of saying follows a name that ends before word `end`."""
        keys = [word.key for word in self.words[end : end + 2]]
        return bool(keys) and bool({keys[0], " ".join(keys)} & self.forms.saying)

    def is_revered(self, at: int) -> bool:
        """Tell whether a temple bears the name: "đền Bà | Chúa Kho"."""
        start = self._title_at.get(at)
        return start is not None and self.words[start].capital and self.bears_name(start)

    def bears_name(self, at: int) -> bool:
        """Tell whether a street, school, prize ... bears the name that begins at word `at`."""
        things = self.forms.things.root
        for start in range(at - 1, max(at - 4, -1), -1):
            if self.words[start].key not in things:
                continue
            if self.blocked(at - 1):
                break
            node = things
            for word in self.words[start:at]:
                node = node.get(word.key, {}) if word.last else {}
                if not node:
                    break
            if node and "" in node:
                return self._title_at.get(at, start) >= start  # "Trưởng thôn" is a title
        return False
