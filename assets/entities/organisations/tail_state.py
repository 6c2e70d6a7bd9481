"""What has been read of a new organisation's name, and whether it is enough for one.

The reading itself is in `tail`.
"""

from collections.abc import Callable

from assets.entities.organisations.field import FieldReader, Level, Parsed
from assets.entities.organisations.forms import VIETNAM
from assets.entities.organisations.words import (
    BEARING_NAMES,
    DASHES,
    FORCES,
    LEVELLED,
    LEVELLED_ALONE,
    NAMED_AFTER_PEOPLE,
    NUMBERED,
    NUMBERED_PARTS,
)
from assets.entities.persons.names import is_vietnamese
from assets.entities.records import Observation
from assets.reference.records import OrganisationHead

# "Quân đội", "Cảnh sát", but not "Lực lượng Phòng vệ".
_SHORT_HEAD = 2
_LONGEST_NUMBER = 3
_IN_CHARGE = ["phụ", "trách"]
Parse = Callable[[FieldReader, int], Parsed | None]


class TailState:
    """What follows a head word so far; `done` is the end of what surely belongs to the name."""

    def __init__(
        self, reader: FieldReader, at: int, end: int, head: OrganisationHead, parse: Parse
    ) -> None:
        self.reader = reader
        self.parse = parse
        self.at = at
        self.start = end
        self.head = head
        self.done = end
        self.place: Observation | None = None
        self.parent: Parsed | None = None
        self.unit_end: int | None = None
        self.capitals = 0
        self.known = False
        # Whether known words in lower case wait for a capital or a place to end the name.
        self.pending = False
        # The end of the last of them.
        self.told = end
        # Whether an acronym is the whole field: only a place may follow.
        self.acronym = False
        # Whether the last capitalised word is one of public life, no proper name.
        self.field_last = False
        # "Phó Tổng cục trưởng phụ trách | Tổng cục Dân số"
        charged = [word.key for word in reader.words[max(at - 2, 0) : at]] == _IN_CHARGE
        title = reader.title_before(at - 2 if charged else at)
        self.titled = (title is not None and title.kind == "office") or at in reader.title_ends
        word = reader.words[at]
        self.strong = word.capital and not reader.begins_line(at)

    def is_steering(self) -> bool:
        """Tell whether the body is a steering committee whose task is told in lower case."""
        words = self.reader.words
        keys = [word.key for word in words[self.at : self.start]]
        lower = self.start < len(words) and not words[self.start].capital
        return keys == ["ban", "chỉ", "đạo"] and lower and words[self.start].is_word

    def numbered_end(self) -> int | None:
        """Return the end of a steering committee named by a number: "Ban Chỉ đạo 389 quốc gia"."""
        words = self.reader.words
        keys = [word.key for word in words[self.at : self.start + 3]]
        length = self.start - self.at
        if keys[:length] != ["ban", "chỉ", "đạo"] or keys[length:] == []:
            return None
        if not self._number(self.start):
            return None
        wide = keys[length + 1 :] in (["quốc", "gia"], ["trung", "ương"])
        return self.start + (3 if wide else 1)

    def level(self) -> tuple[int, Level] | None:
        """Return the bare "tỉnh" or "TP" that ends a local body's name, with its end."""
        reader, words = self.reader, self.reader.words
        paired = any(word.key in DASHES for word in words[self.start : self.done])
        levelled = self.head.kind in LEVELLED | LEVELLED_ALONE
        if not (levelled or self.is_steering()) or (self.place is not None and not paired):
            return None
        if self.place is not None and not reader.country_at(self._last()):
            return None
        found = reader.level_at(self.done)
        if found is None or reader.forms.word_length(words, self.done) > found[0] - self.done:
            return None
        after = found[0]
        if not words[after - 1].last or after >= len(words):
            return None
        named = words[after].capital or words[after].surface.isdigit() or reader.place_at(after)
        return found if not named or reader.person_at(after) else None

    def _manages(self) -> bool:
        """Take in what a board manages before a level: "Ban Quản lý các khu du lịch tỉnh"."""
        if self.head.kind != "committee" or self.told == self.start:
            return False
        self.done = self.told
        return self.level() is not None

    def is_levelled(self) -> bool:
        """Tell whether a bare "tỉnh" makes the head a name: "Bệnh viện Đa khoa tỉnh"."""
        capital = self.reader.words[self.at].capital
        return self.head.kind in LEVELLED_ALONE and capital and self.level() is not None

    def _last(self) -> int:
        """Return the word at which the last place of the name begins."""
        at = self.done - 1
        while at > self.start and not (
            (found := self.reader.place_at(at)) and found[0] == self.done
        ):
            at -= 1
        return at

    def _enough(self) -> bool:
        tail = self.head.tail
        if tail == "parent":
            return self.parent is not None or self._is_union_abroad()
        if tail == "country":
            if self.parent is not None:
                return True
            return self.place is not None and self._enough_with_country(self.place)
        if tail == "numbered":
            return self.reader.words[self.start].key.isdigit() and self.capitals > 1
        if tail in ("field", "unit"):
            strong = self.strong or self.start > self.at + 1  # "Chi hội | Xanh Yêu Thương"
            proper = self.head.kind == "association" and self.capitals > 1 and strong
            # "Trưởng | Khoa Luật": an office leads to it.
            led = self.at in self.reader.title_ends and not self.reader.person_at(self.start)
            proper = proper or (led and self.capitals > 0)
            # "Ban Quản lý | dự án Thăng Long"
            proper = proper or (self.pending and self.capitals > 0 and self.start > self.at + 1)
            return self.known or self.parent is not None or proper or self._is_union_abroad()
        one = self.done == self.start + 1
        if one and len(self.reader.words[self.start].surface) == 1:
            number = self.reader.words[self.start].surface.isdigit()
            return self.head.kind == "hospital" or (number and self.head.kind in NUMBERED)
        if (
            one
            and self.start == self.at + 1
            and not self.known
            and self.place is None
            and self.reader.words[self.start].is_word
        ):
            word = self.reader.words[self.start]
            if self.head.kind == "association" and is_vietnamese(word.key):
                return False
        if self.capitals == 0 and self.parent is None and not (self.strong or self._pairs_places()):
            return self.place is not None and self._enough_with_place(self.place)
        return True

    def _is_union_abroad(self) -> bool:
        """Tell whether the name is that of another country's union: "Công đoàn Lào"."""
        abroad = self.place and self.reader.forms.is_abroad(self.place.reference_id)
        return bool(abroad) and self.head.kind == "union" and self.reader.words[self.at].capital

    def _is_cut(self) -> bool:
        """Tell whether only a verb was read, whose object is not known: "Hội Bảo vệ | ..."."""
        words, forms = self.reader.words, self.reader.forms
        length = self.done - self.start
        whole = self.head.kind == "ministry" or self.place or self.parent  # "Bộ Thống nhất"
        if whole or forms.word_length(words, self.start) != length:
            return False
        after = words[self.done] if self.done < len(words) else None
        goes_on = after is not None and after.is_word and not after.capital
        if after is None or not goes_on or after.key in forms.after_name:
            return False
        return forms.is_verb(words, self.start, length) and not forms.word_length(words, self.done)

    def _pairs_places(self) -> bool:
        """Tell whether two countries follow the head: "Ủy ban hỗn hợp Việt Nam - Đức"."""
        dashed = any(word.key in DASHES for word in self.reader.words[self.start : self.done])
        return dashed and self.place is not None and self.reader.words[self.at].capital

    def _enough_with_country(self, place: Observation) -> bool:
        """Tell whether a body of state with a place after it is a name.

        Forces and authorities are common nouns at the head of a sentence: "Cảnh sát Pháp".
        """
        country = self.reader.forms.country_of(place.reference_id)
        ours = place.reference_id is None or country == VIETNAM
        if self.head.kind in FORCES:
            bare = self.reader.words[self.start].start == place.start_char
            short = self.start - self.at <= _SHORT_HEAD
            common = bare and short and place.surface[:1].isupper() and not self.strong
            return not common and (self.head.kind == "armed_forces" or not ours)
        return self.head.kind != "foreign" or not ours

    def _enough_with_place(self, place: Observation) -> bool:
        """Tell whether a head with no more than a place is a name."""
        if self.head.kind == "centre" and place.start_char == self.reader.words[self.start].start:
            return False  # "Trung tâm Baghdad tiếp tục bị tấn công"
        abroad = place.reference_id in self.reader.forms.countries
        capital = self.reader.words[self.at].capital
        if self.head.kind == "university":
            return not abroad
        if self.head.kind == "association" and self.start > self.at + 1:
            return capital
        return capital and not abroad

    def _number(self, cursor: int) -> bool:
        """Tell whether a number that belongs to a name stands at `cursor`, no date or amount."""
        words = self.reader.words
        key = words[cursor].key
        if not key.isdigit() or len(key) > _LONGEST_NUMBER:
            return False
        after = [word.key for word in words[cursor + 1 : cursor + 3]] + ["", ""]
        decimal = after[0] in (".", ",") and after[1].isdigit()
        # "Trường THPT Lê Khiết | 50 máy tính"
        counts = cursor > self.start and after[0] in self.reader.forms.counted
        counts = counts and self.reader.place_at(cursor + 1) is None
        return after[0] not in ("-", "/", "%") and not decimal and not counts

    def _is_numbered_part(self, cursor: int) -> bool:
        """Tell whether "số 1" or "cấp 2" stands at `cursor` in the name of a school or unit."""
        words = self.reader.words
        if self.head.kind not in NUMBERED_PARTS or words[cursor].key not in ("số", "cấp"):
            return False
        return cursor + 1 < len(words) and self._number(cursor + 1)

    def _may_hold(self, cursor: int) -> bool:
        return cursor != self.start or self.head.tail in ("unit", "parent", "country")

    def _is_person(self, cursor: int) -> bool:
        reader = self.reader
        if not self.titled or not reader.words[cursor].last or not reader.person_at(cursor):
            return False
        if cursor == self.start:
            # "Tổng giám đốc Tổng công ty Nguyễn Hữu Bằng"; "Công ty Nguyễn Kim" is a name.
            sure = reader.words[cursor].key in reader.forms.sure_surnames
            third = any(word.capital for word in reader.words[cursor + 2 : cursor + 3])
            named_so = NAMED_AFTER_PEOPLE if sure else NAMED_AFTER_PEOPLE | BEARING_NAMES
            return third and self.head.kind not in named_so
        if self.head.kind in NAMED_AFTER_PEOPLE:
            return (
                any(
                    reader.words[at].key in reader.forms.sure_surnames
                    for at in range(self.start, cursor - 1)
                )
                or self.known
            )
        return reader.words[cursor].key in reader.forms.sure_surnames or self.known
