"""What a capitalised word adds to the name of a new organisation.

Places are read in `tail_places`; words in lower case, and where reading begins and ends, in `tail`.
"""

from assets.entities.organisations.bridges import lower_bridge
from assets.entities.organisations.field import MANY, Parsed
from assets.entities.organisations.tail_places import TailPlaces
from assets.entities.organisations.words import DASHES, GUESSED, GUESSED_BETWEEN, TAUGHT
from assets.entities.persons.names import is_vietnamese


class TailWords(TailPlaces):
    """Takes capitalised words in."""

    def _capital(self, cursor: int, fresh: bool) -> int | None:
        reader, words = self.reader, self.reader.words
        if cursor > self.start or not fresh or self.head.tail == "unit":
            found = reader.title_at(cursor)
            if found is not None and found[1].kind != "address":
                return None
        # "Bộ | Các vấn đề toàn cầu"
        whole = cursor == self.start and reader.forms.word_length(words, cursor + 1) > 0
        many = words[cursor].key in MANY and not whole
        if many or self._is_person(cursor) or self._is_leader(cursor) or self._is_level(cursor):
            return None
        inner = self.parse(reader, cursor) if self._may_hold(cursor) else None
        if inner is not None and not fresh and self.head.kind == inner.kind == "school":
            inner = None  # "Trường THCS & | THPT Vân Hồ"
        if inner is not None:
            court = self.head.kind == inner.kind == "court"
            owned = self.head.kind == "centre" and inner.kind in ("company", "bank")
            # "Trung tâm Công nghệ | thông tin | Đại học Quốc gia"
            part = self.head.kind in ("centre", "institute") and inner.kind in TAUGHT
            taught = self.pending and (part or court or owned)
            if not (fresh or taught) or (self.head.kind == "standing" and not inner.local):
                return None
            if self.head.tail == "country" and not self._is_abroad(inner):
                return None
            if self.head.tail == "name":
                self.done, self.known = inner.end, True
                self.place = inner.place or self.place
                return None
            self.parent, self.unit_end, self.done = inner, cursor, inner.end
            self.known = True
            return None
        if self.head.tail in ("parent", "country") or self._begins_other(cursor, fresh):
            return None
        return self._word(cursor)

    def _begins_other(self, cursor: int, fresh: bool) -> bool:
        """Tell whether another body's head follows a verb: "Hội A phối hợp với | Hội nạn nhân"."""
        head = self.reader.head_at(cursor) if not fresh else None
        return head is not None and head[1].kind != "school"

    def _is_abroad(self, inner: Parsed) -> bool:
        """Tell whether a body is a government abroad: "Văn phòng Ngoại sự | Chính quyền ..."."""
        place = inner.place.reference_id if inner.place is not None else None
        return inner.kind in ("government", "foreign") and self.reader.forms.is_abroad(place)

    def _is_level(self, cursor: int) -> bool:
        """Tell whether a level with a capital ends a name: "Bệnh viện Nhi đồng | Thành phố"."""
        if cursor == self.start or cursor != self.done:
            return False
        short = not self.reader.words[cursor].last and self.reader.level_at(cursor) is not None
        return short or self.level() is not None

    def _is_brand(self, cursor: int) -> bool:
        """Tell whether a brand of figures and capitals is at `cursor`: "Dinh dưỡng | 3A"."""
        surface = self.reader.words[cursor].surface
        return surface[:1].isdigit() and surface.isalnum() and surface[-1:].isupper()

    def _is_leader(self, cursor: int) -> bool:
        """Tell whether a foreign name follows a body's own: "đảng Bình dân | Mariano Rajoy".

        That of the head of another body begins with a known given name.
        """
        words = self.reader.words
        if not (self.known or self.titled) or cursor + 1 >= len(words):
            return False
        native = is_vietnamese(words[cursor - 1].key) and not is_vietnamese(words[cursor].key)
        if self.head.kind != "party":
            given = self.titled and words[cursor].surface in self.reader.forms.given_names
            followed = words[cursor + 1].capital and cursor > self.start + 1
            return given and cursor > self.start and (native or followed)
        return native and words[cursor + 1].capital and words[cursor + 1].is_word

    def _word(self, cursor: int) -> int:
        reader, words = self.reader, self.reader.words
        length = reader.forms.word_length(words, cursor)
        self.capitals += 1
        self.field_last = length > 0
        if length:
            self.known = True
            self.done = cursor + length
            while not words[self.done - 1].last:
                self.done += 1
            return self.done
        end = cursor + 1
        while not words[end - 1].last:
            end += 1
        if words[cursor].key == "vì":
            # "Quỹ Vì | tầm vóc | Việt"
            bridge = lower_bridge(reader, end)
            end, self.known = bridge or end, True
        elif end > cursor + 1:
            self.known = True
        elif (
            self.head.tail == "field"
            and words[cursor].surface.isupper()
            and words[cursor].surface.isalpha()
            and (len(words[cursor].surface) > 2 or self._acronyms_end(end) > end)
            and cursor == self.start
        ):
            # "Bộ TLTT": an acronym is the whole field.
            self.known = self.acronym = True
            self.done = self._acronyms_end(end)
            return self.done
        elif self._is_compound(cursor, end):
            # "Chống | tội phạm": the next syllable may begin a known word.
            end += max(reader.forms.word_length(words, end), 1)
            self.known = True
        elif (
            cursor == self.start > self.at + 1
            and self.head.tail == "unit"
            and not is_vietnamese(words[cursor].key)
        ):
            self.known = True  # "Ban Quản lý Hepza"
        if self._joins_brands(end):
            end += 2
        self.done = end
        return end

    def _is_behind_place(self) -> bool:
        """Tell whether a place was read last: "Đảng Nước Pháp | Bất khuất"."""
        last = self.reader.words[self.done - 1].end
        return self.place is not None and self.place.end_char == last

    def _is_compound(self, cursor: int, end: int) -> bool:
        """Tell whether the capital at `cursor` and the small syllable at `end` are one word."""
        reader, words = self.reader, self.reader.words
        begins = cursor == self.start or not words[cursor - 1].capital or self._is_behind_place()
        return (
            (self.head.tail in ("field", "unit") or self._may_guess(end))
            and begins
            and is_vietnamese(words[cursor].key)
            and not words[cursor].surface.isupper()
            and end < len(words)
            and words[end].is_word
            and not words[end].capital
            and words[end].key not in reader.forms.after_name
        )

    def _joins_brands(self, at: int) -> bool:
        """Tell whether a dash or "&" at word `at` joins two parts of one name.

        "Coca-Cola" without blanks, "Baker & McKenzie" in other languages.
        """
        words = self.reader.words
        if at + 1 >= len(words) or words[at].key not in ("-", "&") or not words[at + 1].is_word:
            return False
        tight = words[at].start == words[at - 1].end and words[at + 1].start == words[at].end
        foreign = not (is_vietnamese(words[at - 1].key) or is_vietnamese(words[at + 1].key))
        return tight or (foreign and words[at].key == "&" and words[at + 1].capital)

    def _may_guess(self, end: int) -> bool:
        """Tell whether the syllable at `end` in lower case may go with the capital before it."""
        words, kind = self.reader.words, self.head.kind
        between = end + 1 < len(words) and words[end + 1].capital and words[end + 1].is_word
        return kind in GUESSED or (kind in GUESSED_BETWEEN and between)

    def _acronyms_end(self, end: int) -> int:
        """Return the end of acronyms joined by "và" or a dash: "Bộ LĐ-TB và XH"."""
        words = self.reader.words
        while end + 1 < len(words) and words[end].key in ("và", "&", "-", "–"):
            after = words[end + 1].surface
            if not (1 < len(after) <= 4 and after.isupper() and after.isalpha()):
                break
            end += 2
        return end

    def _take_force(self) -> None:
        """Take in the police that a unit belongs to: "Phòng Cảnh sát hình sự - Công an tỉnh"."""
        at, words = self.done, self.reader.words
        if self.head.kind not in ("agency", "police") or self.parent or at + 1 >= len(words):
            return
        above = self.parse(self.reader, at + 1) if words[at].key in DASHES else None
        if above is not None and above.kind == "police":
            self.parent, self.unit_end, self.done = above, at, above.end
