"""What stands round a possible person's name: titles, organisations, places, things named so.

Only looks; what the context makes of a name is decided in `persons`.
"""

from bisect import bisect_right

from assets.entities.abbreviations import Word
from assets.entities.organisations_forms import OrganisationForms
from assets.entities.persons_names import Name, is_vietnamese
from assets.entities.records import Observation
from assets.reference.records import Title

_SAYING = frozenset(
    ("nói", "cho biết", "khẳng định", "nhấn mạnh", "chia sẻ", "phát biểu", "tuyên bố", "cho rằng",
     "bày tỏ", "đề nghị", "thông báo", "trả lời", "cảnh báo", "kêu gọi", "said", "says", "told")
)  # fmt: skip
_OPENING = frozenset('\n.!?:;“"')


class PersonContext:
    """One field of an article as a row of whole words with its titles and other findings."""

    def __init__(
        self,
        forms: OrganisationForms,
        text: str,
        organisations: tuple[Observation, ...],
        places: tuple[Observation, ...],
    ) -> None:
        self.forms = forms
        self.text = text
        self._all = forms.reader.read(text)
        self.words: list[Word] = []
        whole: dict[int, int] = {}
        for at, word in enumerate(self._all):
            if word.first:
                whole[at] = len(self.words)
                self.words.append(word)
        whole[len(self._all)] = len(self.words)
        starts = [word.start for word in self.words]
        self._titles: dict[int, Title] = {}
        self._title_starts: dict[int, int] = {}
        for at, word in enumerate(self._all):
            if word.first and word.is_word:
                for end, titles in forms.titles.find(self._all, at, {}):
                    if end in whole:
                        self._titles.setdefault(whole[end], titles[0])
                        self._title_starts.setdefault(whole[at], whole[end])
                        break
        self._organisation = self._cover(starts, organisations)
        self._place = self._cover(starts, places)
        self._places = {
            self._index(starts, place.start_char): self._index(starts, place.end_char)
            for place in places
        }
        self._place_ends = {end: start for start, end in self._places.items()}
        self._organisation_ends = {
            self._index(starts, o.end_char): self._index(starts, o.start_char)
            for o in organisations
        }

    @staticmethod
    def _index(starts: list[int], position: int) -> int:
        return bisect_right(starts, position - 1)

    def _cover(self, starts: list[int], spans: tuple[Observation, ...]) -> set[int]:
        return {
            at
            for span in spans
            for at in range(
                self._index(starts, span.start_char), self._index(starts, span.end_char)
            )
        }

    def blocked(self, at: int) -> bool:
        """Tell whether word `at` belongs to an organisation's name."""
        return at in self._organisation

    def place_at(self, at: int) -> bool:
        """Tell whether a place begins at word `at`."""
        return at in self._places

    def in_place(self, at: int) -> bool:
        """Tell whether word `at` belongs to a place."""
        return at in self._place

    def place_ends(self, at: int) -> bool:
        """Tell whether a place ends right before word `at`."""
        return at in self._place_ends

    def place_covers(self, start: int, end: int) -> bool:
        """Tell whether one place is the whole of words[start:end], or more."""
        return all(at in self._place for at in range(start, end)) and any(
            first <= start and end <= last for first, last in self._places.items()
        )

    def place_leads(self, start: int, end: int) -> bool:
        """Tell whether words[start:end] is a place and a name: "Hà Nội Nguyễn ..."."""
        stop = self._places.get(start, end)
        if stop >= end:
            return False
        return stop - start > 1 or self.words[stop].key in self.forms.sure_surnames

    def is_english_body(self, name: Name) -> bool:
        """Tell whether a run has a word of English bodies or a possessive: "Children's Fund"."""
        return any(
            word.surface in self.forms.english or word.key.endswith("'s")
            for word in self.words[name.start : name.end]
        )

    def begins_line(self, at: int) -> bool:
        """Tell whether word `at` begins a sentence."""
        return at == 0 or self.words[at - 1].key in _OPENING

    def run_end(self, at: int, stop: int) -> int:
        """Cut a run of capitals where an organisation or a title begins."""
        for index in range(at + 1, stop):
            if self.blocked(index) or self._title_starts.get(index, 0) > index + 1:
                return index
        return stop

    def title_before(self, at: int) -> Title | None:
        """Return the title that ends right before word `at`, brackets and commas of it included."""
        title = self._titles.get(at)
        if title is None and at > 1 and self.words[at - 1].key == ".":
            title = self._titles.get(at - 1)
        return title

    def addressed(self, at: int) -> bool:
        """Tell whether a form of address, rank or office stands right before word `at`."""
        return self.title_before(at) is not None

    def called(self, at: int) -> bool:
        """Tell whether a form of address, a rank or a degree stands right before word `at`."""
        title = self.title_before(at)
        return title is not None and title.kind != "office"

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
        if at == 0 or not any(map(str.isdigit, self.words[at - 1].surface)):
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
        return self.begins_line(name.start) and is_vietnamese(self.words[name.start].key)

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
        for _ in range(3):
            if before > 1 and self.words[before - 1].key in "-–":
                before -= 1
            start = self._organisation_ends.get(before, self._place_ends.get(before))
            if start is None:
                return False
            before = start
            if self._ends_title(before):
                return True
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
        if self.words[after].key in ("nguyên", "cựu", "quyền"):
            after += 1
        return after in self._title_starts

    def speaks(self, end: int) -> bool:
        """Tell whether a verb of saying follows a name that ends before word `end`."""
        keys = [word.key for word in self.words[end : end + 2]]
        return bool(keys) and (keys[0] in _SAYING or " ".join(keys) in _SAYING)

    def bears_name(self, at: int) -> bool:
        """Tell whether a street, school, prize ... bears the name that begins at word `at`."""
        for length in (1, 2, 3):
            start = at - length
            if start < 0 or self.blocked(at - 1):
                break
            node = self.forms.things.root
            for word in self.words[start:at]:
                node = node.get(word.key, {}) if word.last else {}
                if not node:
                    break
            if node and "" in node:
                return True
        return False
