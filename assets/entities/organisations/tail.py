"""What follows the head word of a new name, and where the name ends.

Capitals, known words, a place, the body it is a part of; it stops before verbs, titles, persons and
other organisations. Whether there is a head is decided in `grammar`.
"""

from assets.entities.abbreviations import Word
from assets.entities.organisations.bridges import lower_bridge, lower_fields
from assets.entities.organisations.field import MANY, Parsed
from assets.entities.organisations.lists import goes_on, list_goes_on
from assets.entities.organisations.shapes import known_body, quoted_name
from assets.entities.organisations.tail_state import TailState
from assets.entities.organisations.words import (
    AFTER_NAME,
    DASHES,
    FIELD_LISTS,
    GUESSED,
    JOINING,
    LONG_TAIL,
    LOWER_TAIL,
    NUMBERED,
    SEATED,
)
from assets.entities.persons.names import is_vietnamese
from assets.entities.records import Observation

_MAX_TAIL = 18


class TailReader(TailState):
    """Reads what follows a head word."""

    def read(self) -> Parsed | None:
        """Return the name with its head, None when too little follows the head to be one."""
        reader, head = self.reader, self.head
        quoted = quoted_name(reader, head, self.at, self.start)
        if quoted is not None:
            return quoted
        cursor: int | None = self.start
        while cursor is not None and cursor < min(len(reader.words), self.start + _MAX_TAIL):
            cursor = self._step(cursor)
        if self.done == self.start and not (self.parent or self.place):
            return None
        if not self._enough():
            return None
        words = reader.words
        start = self.at if head.in_span else self.start
        if self.parent is not None and self.parent.end == self.done:
            seat = reader.place_at(self.done + 1) if self._names_seat() else None
            if seat is not None:
                self.done, self.place = seat
            return Parsed(
                start, self.done, head.kind, "part of a body", min(0.9, self.parent.confidence),
                head=head, parent=self.parent, unit_end=self.unit_end, place=self.place,
            )  # fmt: skip
        body = known_body(reader, head, self.start, self.done)
        if body is not None:
            if head.kind == "international" and not is_vietnamese(words[self.start].key):
                start = self.start  # "tổ chức | Samaritan's Purse"
            return Parsed(start, self.done, head.kind, "head + gazetteer", 0.9, body=body)
        return self._new(start)

    def _new(self, start: int) -> Parsed:
        """Return the new name that begins at `start`, a bare "tỉnh" at its end included."""
        words, head, level = self.reader.words, self.head, self.level()
        seat = self.seat_abroad() if level is None else None
        self.done = seat or self.done
        if level is not None:
            stop, kind = level
            word = " ".join(item.key for item in words[self.done : stop])
            return Parsed(
                start, stop, head.kind, "organisation grammar", 0.8, head=head,
                level=kind, level_word=word, unit_end=self.done,
            )  # fmt: skip
        confidence = 0.85 if self.known or self.place else 0.75
        if not words[self.at].capital:
            confidence -= 0.1
        return Parsed(
            start, self.done, head.kind, "organisation grammar", confidence, head=head,
            place=self.place,
        )  # fmt: skip

    def _step(self, cursor: int) -> int | None:
        """Read on from `cursor`; returns where to go on, None at the end of the name."""
        reader = self.reader
        word = reader.words[cursor]
        fresh = cursor == self.done
        if cursor in reader.skip:
            after = reader.skip[cursor]
            return after if fresh and reader.place_at(after) and not self.place else None
        found = reader.place_at(cursor)
        if found is not None:
            return self._place(cursor, *found)
        if reader.plural_at(cursor) or self.acronym:
            return None
        numbered = self.capitals > 0 or (cursor == self.start and self.head.kind in NUMBERED)
        if word.capital or (fresh and numbered and self._number(cursor)):
            return self._capital(cursor, fresh)
        if self.place is not None or word.key == "\n":
            return None
        return self._lower(cursor, word, fresh)

    def _place(self, cursor: int, stop: int, place: Observation) -> int | None:
        reader, words = self.reader, self.reader.words
        longer = stop < len(words) and words[stop].capital and words[stop].is_word
        if self.titled and longer and reader.person_at(cursor) and cursor != self.start:
            return None
        if cursor != self.done and words[cursor - 1].key in (",", "và"):
            return None
        if self.head.tail == "field" and cursor == self.start:
            if self.head.kind != "court":
                return None
            self.known = True  # "Tòa án La-Haye"
        self.place, self.done = place, stop
        # "Ban Quản lý Khu công nghiệp Biên Hòa", "Vụ Đông Bắc Á"
        field = place.surface[:4].lower() == "khu " or place.reference_id in reader.forms.regions
        self.known = self.known or self.pending or (field and self.head.tail == "unit")
        if stop >= len(words):
            return None
        after = words[stop]
        if after.key in DASHES and reader.place_at(stop + 1):
            return stop + 1
        if after.key in DASHES and field and self._pairs(stop + 1):
            self.done = stop + 2  # "Vụ Châu Á - Phi"
            return None
        seat = reader.place_at(stop + 1) if after.key == "tại" else None
        if seat is not None and self.head.kind in SEATED:
            self.done = seat[0]
            return None
        return stop if reader.place_at(stop) or self._after_place(stop) else None

    def _pairs(self, at: int) -> bool:
        """Tell whether one capitalised word, no head of another name, stands at `at`."""
        reader, words = self.reader, self.reader.words
        if at >= len(words) or not words[at].capital or reader.forms.head_at(words, at):
            return False
        return not (at + 1 < len(words) and words[at + 1].capital)

    def _after_place(self, stop: int) -> bool:
        """Tell whether the name goes on after a place: "Ngân hàng Sài Gòn Thương Tín"."""
        reader, after = self.reader, self.reader.words[stop]
        if self.head.tail == "country" or reader.title_at(stop) or reader.person_at(stop):
            return False
        foreign = not is_vietnamese(after.key) and after.surface not in reader.forms.english
        if foreign and self.place and reader.forms.is_abroad(self.place.reference_id):
            return False  # "Đảng Nhân dân Cách mạng Lào | Thongsavanh Phomvihane"
        return after.capital and after.is_word and not self.titled

    def _capital(self, cursor: int, fresh: bool) -> int | None:
        reader, words = self.reader, self.reader.words
        if cursor > self.start or not fresh or self.head.tail == "unit":
            found = reader.title_at(cursor)
            if found is not None and found[1].kind != "address":
                return None
        if self._is_person(cursor) or words[cursor].key in MANY:
            return None
        inner = self.parse(reader, cursor) if self._may_hold(cursor) else None
        if inner is not None:
            if not fresh:
                return None
            if self.head.tail == "name":
                self.done, self.known = inner.end, True
                self.place = inner.place or self.place
                return None
            self.parent, self.unit_end, self.done = inner, cursor, inner.end
            self.known = True
            return None
        if self.head.tail in ("parent", "country"):
            return None
        return self._word(cursor)

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
        if end > cursor + 1:
            self.known = True
        elif (
            self.head.tail == "field"
            and words[cursor].surface.isupper()
            and words[cursor].surface.isalpha()
            and len(words[cursor].surface) > 2
            and cursor == self.start
        ):
            # "Bộ TLTT": an acronym is the whole field.
            self.known = self.acronym = True
            self.done = end
            return end
        elif (
            (self.head.tail in ("field", "unit") or self.head.kind in GUESSED)
            and (cursor == self.start or not words[cursor - 1].capital)
            and is_vietnamese(words[cursor].key)
            and not words[cursor].surface.isupper()
            and end < len(words)
            and words[end].is_word
            and not words[end].capital
            and words[end].key not in AFTER_NAME
        ):
            end += 1
            self.known = True
        elif (
            cursor == self.start > self.at + 1
            and self.head.tail == "unit"
            and not is_vietnamese(words[cursor].key)
        ):
            self.known = True  # "Ban Quản lý Hepza"
        if (
            end + 1 < len(words)
            and words[end].key in ("-", "&")
            and words[end].start == words[end - 1].end
            and words[end + 1].start == words[end].end
            and words[end + 1].is_word
        ):
            end += 2
        self.done = end
        return end

    def _lower(self, cursor: int, word: Word, fresh: bool) -> int | None:
        reader, words = self.reader, self.reader.words
        if self.head.tail == "country" and fresh and word.key == "nước":
            return cursor + 1 if reader.country_at(cursor + 1) else None
        if self.head.tail in ("parent", "country", "numbered"):
            return None
        upper = words[self.at].capital or self.known
        if not upper and self.head.kind == "company" and fresh:
            return lower_bridge(reader, cursor, known=self.capitals == 0)
        if not upper or (self.head.kind not in LOWER_TAIL and not self.capitals):
            return None
        if self.capitals and not self.known:
            return lower_bridge(reader, cursor) if self.head.kind in LONG_TAIL and fresh else None
        length = reader.forms.word_length(words, cursor)
        if length:
            self.pending = True
            if fresh and self.known and not reader.forms.is_verb(words, cursor, length):
                self.done = cursor + length
            elif self.known and self.head.kind not in LONG_TAIL:
                return None
            return cursor + length
        if word.key in JOINING:
            return self._joined(cursor, word)
        return lower_bridge(reader, cursor) if self._bridged() else None

    def _bridged(self) -> bool:
        return self.field_last and self.head.kind in LONG_TAIL

    def _joined(self, cursor: int, word: Word) -> int | None:
        """Read on after "và", a dash, a comma or a preposition at `cursor`."""
        if cursor + 1 >= len(self.reader.words):
            return None
        if word.key == ",":
            return cursor + 1 if list_goes_on(self.reader, self.head, cursor + 1) else None
        if word.key in ("và", "&", "-", "–") and not self._and(cursor + 1):
            return self._fields(cursor + 1)
        return cursor + 1

    def _fields(self, cursor: int) -> int | None:
        """Read fields in lower case that end a list: "Công ty Thực phẩm và dịch vụ tổng hợp"."""
        end = None
        if self.known and self.head.kind in FIELD_LISTS:
            end = lower_fields(self.reader, cursor)
        self.done = end or self.done
        return end

    def _and(self, cursor: int) -> bool:
        return (self.known or self.capitals > 0) and goes_on(self.reader, self.head, cursor)
