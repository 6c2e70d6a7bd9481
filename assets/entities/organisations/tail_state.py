"""What has been read of a new organisation's name, and whether it is enough for one.

The reading itself is in `tail`.
"""

from collections.abc import Callable

from assets.entities.organisations.field import FieldReader, Level, Parsed
from assets.entities.organisations.forms import VIETNAM
from assets.entities.organisations.words import (
    DASHES,
    FORCES,
    LEVELLED,
    LEVELLED_ALONE,
    NAMED_AFTER_PEOPLE,
    NUMBERED,
    SEATED,
)
from assets.entities.persons.names import is_vietnamese
from assets.entities.records import Observation
from assets.reference.records import OrganisationHead

# "Quân đội", "Cảnh sát", but not "Lực lượng Phòng vệ".
_SHORT_HEAD = 2
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
        # Whether an acronym is the whole field: only a place may follow.
        self.acronym = False
        # Whether the last capitalised word is one of public life, no proper name.
        self.field_last = False
        title = reader.title_before(at)
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

    def _names_seat(self) -> bool:
        """Tell whether "tại" goes on a name: "Tòa Phúc thẩm TAND Tối cao | tại Hà Nội".

        So it does for courts and for offices of an international body.
        """
        words = self.reader.words
        after = words[self.done].key if self.done < len(words) else ""
        above = self.parent.kind if self.parent is not None else ""
        office = self.head.kind == "office" and above == "international"
        return after == "tại" and (self.head.kind == "court" or office)

    def _take_country(self) -> None:
        """Take in the country of a part of an international body: "Ủy ban ... UNESCO Việt Nam"."""
        reader = self.reader
        at = reader.skip.get(self.done, self.done)
        if self.parent is None or self.parent.kind != "international" or not reader.country_at(at):
            return
        found = reader.place_at(at)
        if found is not None:
            self.done, self.place = found

    def _take_force(self) -> None:
        """Take in the police that a unit belongs to: "Phòng Cảnh sát hình sự - Công an tỉnh"."""
        at, words = self.done, self.reader.words
        if self.head.kind not in ("agency", "police") or self.parent or at + 1 >= len(words):
            return
        above = self.parse(self.reader, at + 1) if words[at].key in DASHES else None
        if above is not None and above.kind == "police":
            self.parent, self.unit_end, self.done = above, at, above.end

    def seat_abroad(self) -> int | None:
        """Return the end of the country that "tại" gives as the seat: "... tại Nhật Bản"."""
        reader, words = self.reader, self.reader.words
        if self.head.kind not in SEATED or self.done >= len(words):
            return None
        seat = reader.place_at(self.done + 1) if words[self.done].key == "tại" else None
        ours = [word.key for word in words[self.done - 2 : self.done]] == ["việt", "nam"]
        return seat[0] if seat and ours and reader.forms.is_abroad(seat[1].reference_id) else None

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
            return self.place is not None and self._enough_with_country(self.place)
        if tail == "numbered":
            return self.reader.words[self.start].key.isdigit() and self.capitals > 1
        if tail in ("field", "unit"):
            proper = self.head.kind == "association" and self.capitals > 1 and self.strong
            # "Trưởng | Khoa Luật": an office leads to it.
            led = self.at in self.reader.title_ends and not self.reader.person_at(self.start)
            proper = proper or (led and self.capitals > 0)
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
        after = [word.key for word in words[cursor + 1 : cursor + 3]] + ["", ""]
        decimal = after[0] in (".", ",") and after[1].isdigit()
        return key.isdigit() and len(key) <= 3 and after[0] not in ("-", "/", "%") and not decimal

    def _may_hold(self, cursor: int) -> bool:
        return cursor != self.start or self.head.tail in ("unit", "parent")

    def _is_person(self, cursor: int) -> bool:
        reader = self.reader
        if not self.titled or not reader.person_at(cursor):
            return False
        if cursor == self.start:
            # "Tổng giám đốc Tổng công ty Nguyễn Hữu Bằng"; "Công ty Nguyễn Kim" is a name.
            sure = reader.words[cursor].key in reader.forms.sure_surnames
            third = any(word.capital for word in reader.words[cursor + 2 : cursor + 3])
            return third and self.head.kind in (
                ("association", "company") if sure else ("association",)
            )
        if self.head.kind in NAMED_AFTER_PEOPLE:
            return (
                any(
                    reader.words[at].key in reader.forms.sure_surnames
                    for at in range(self.start, cursor - 1)
                )
                or self.known
            )
        return reader.words[cursor].key in reader.forms.sure_surnames or self.known
