"""What follows the head word of a new name, and where the name ends.

Capitals, known words, a place, the body it is a part of; it stops before verbs, titles, persons and
other organisations. Whether there is a head is decided in `grammar`.
"""

from assets.entities.abbreviations import Word
from assets.entities.organisations.abroad import style_end
from assets.entities.organisations.bridges import lower_bridge, lower_fields
from assets.entities.organisations.field import Parsed
from assets.entities.organisations.lists import goes_on, list_goes_on
from assets.entities.organisations.lower_names import task_end
from assets.entities.organisations.shapes import area_end, known_body, quoted_name
from assets.entities.organisations.tail_words import TailWords
from assets.entities.organisations.words import (
    CLOSING,
    DASHES,
    ENGLISH_LINKS,
    FIELD_LISTS,
    JOINING,
    LONG_TAIL,
    LOWER_TAIL,
    NUMBERED,
)
from assets.entities.persons.names import is_vietnamese

_MAX_TAIL = 18
_ONLINE = ["điện", "tử"]


class TailReader(TailWords):
    """Reads what follows a head word."""

    def read(self) -> Parsed | None:
        """Return the name with its head, None when too little follows the head to be one."""
        reader, head = self.reader, self.head
        quoted = quoted_name(reader, head, self.at, self.start)
        if quoted is not None:
            return quoted
        cursor = self._begin()
        while cursor is not None and cursor < min(len(reader.words), self.start + _MAX_TAIL):
            cursor = self._step(cursor)
        if self.done == self.start and not (self.parent or self.place):
            return self._new(self.at) if self.is_levelled() or self._manages() else None
        if not self._enough() or self._is_cut():
            return None
        start = self.at if head.in_span or self._own_head() else self.start
        self._take_force()
        if self.parent is not None and self.parent.end == self.done:
            self._take_country()
            self._take_subject()
            seat = reader.place_at(self.done + 1) if self._names_seat() else None
            if seat is not None:
                self.done, self.place = seat
            return Parsed(
                start, self.done, head.kind, "part of a body", min(0.9, self.parent.confidence),
                head=head, parent=self.parent, unit_end=self.unit_end, place=self.place,
            )  # fmt: skip
        body = known_body(reader, head, self.start, self.done)
        if body is not None:
            return Parsed(start, self.done, head.kind, "head + gazetteer", 0.9, body=body)
        return self._new(start)

    def _own_head(self) -> bool:
        """Tell whether a newspaper's head is part of its Vietnamese name: "Nhật báo Kinh tế"."""
        words = self.reader.words
        first = words[self.start]
        native = is_vietnamese(first.key) and not first.surface.isupper() and words[self.at].capital
        return native and self.head.kind == "press" and self.start > self.at + 1

    def _begin(self) -> int | None:
        """Take in the number or the task of a steering committee; returns where to read on."""
        numbered = self.numbered_end()
        if numbered is not None:
            self.done, self.known = numbered, True
            level = self.reader.level_at(numbered)
            seat = self.reader.place_at(level[0] if level is not None else numbered)
            if seat is not None:
                self.done, self.place = seat
            return None
        if self.is_steering():
            self.done = task_end(self.reader, self.start) or self.start
            self.known = self.done > self.start
        styled = self.head.tail == "country" or self.head.kind == "union"
        return style_end(self.reader, self.done) if styled else self.done

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
        if self.head.kind == "company" and fresh and self._is_brand(cursor):
            self.done = cursor + 1
            return self.done
        if fresh and self._is_numbered_part(cursor):
            self.done = cursor + 2
            return self.done
        if word.capital or (fresh and numbered and self._number(cursor)):
            return self._capital(cursor, fresh)
        if self.place is not None or word.key == "\n":
            return None
        area = area_end(reader, cursor) if fresh and self.head.kind == "agency" else None
        if area is not None:
            self.done, self.place = area
            self.known = True
            return None
        if fresh and self.capitals and self._english_link(cursor):
            return cursor + 1
        return self._lower(cursor, word, fresh)

    def _english_link(self, cursor: int) -> bool:
        """Tell whether an English name goes on over a small word: "Children | of Vietnam"."""
        words = self.reader.words
        if words[cursor].key not in ENGLISH_LINKS or cursor + 1 >= len(words):
            return False
        foreign = not is_vietnamese(words[cursor - 1].key)
        return foreign and words[cursor + 1].capital and words[cursor + 1].is_word

    def _lower(self, cursor: int, word: Word, fresh: bool) -> int | None:
        reader = self.reader
        if self.head.tail == "country" and word.key == "nước":
            return cursor + 1 if reader.country_at(cursor + 1) else None
        if self.head.tail == "parent" and fresh:
            self._lower_parent(cursor)
        if self.head.tail in ("parent", "country", "numbered"):
            return None
        upper = reader.words[self.at].capital or self.known
        firm = self.head.kind == "company" and self.head.tail == "name"
        if fresh and upper and self.capitals and self._goes_on_after_dash(cursor):
            return cursor + 1
        if firm and fresh and not (upper and self.capitals):
            bridge = lower_bridge(reader, cursor, known=self.capitals == 0)
            if bridge is not None or not upper:
                return bridge
        if not upper or (self.head.kind not in LOWER_TAIL and not self.capitals):
            return None
        if self.capitals and not self.known:
            listed = self.head.tail == "field" or self.head.kind == "hospital"
            joins = fresh and listed and word.key in DASHES | {"và", "&"}
            if joins and self._and(cursor + 1):
                return cursor + 1  # "Chi cục Biển và Hải đảo"
            return lower_bridge(reader, cursor) if self.head.kind in LONG_TAIL and fresh else None
        return self._known_word(cursor, word, fresh)

    def _known_word(self, cursor: int, word: Word, fresh: bool) -> int | None:
        """Read on over a word of public life, or what joins the next to the name."""
        reader, words = self.reader, self.reader.words
        length = reader.forms.word_length(words, cursor)
        if length:
            self.pending, self.told = True, cursor + length
            verb = reader.forms.is_verb(words, cursor, length)
            if fresh and self.known and (not verb or self._closes(cursor + length)):
                self.done = cursor + length
            elif self.known and (
                self.head.kind not in LONG_TAIL or (verb and fresh and not self.field_last)
            ):
                return None  # "Trung tâm Văn hóa Swami Vivekananda | tổ chức Ngày ..."
            return cursor + length
        if word.key in JOINING:
            return self._joined(cursor, word)
        return lower_bridge(reader, cursor) if self._bridged() else None

    def _lower_parent(self, cursor: int) -> None:
        """Take the local body in lower case: "cơ quan điều tra | công an tỉnh Gia Lai"."""
        inner = self.parse(self.reader, cursor)
        if inner is not None and inner.local and inner.kind == "police":
            self.parent, self.unit_end, self.done = inner, cursor, inner.end

    def _closes(self, at: int) -> bool:
        """Tell whether a verb before word `at` has no object: "Cục Cảnh sát điều tra, ..."."""
        words = self.reader.words
        if self.head.kind != "agency" or at >= len(words):
            return False
        # At the end of a sentence it may tell what its head does: "Cục trưởng Cục ... điều hành."
        return words[at].key in CLOSING and not (self.titled and words[at].key == ".")

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
            dashed = self.reader.words[cursor - 1].key in DASHES
            end = lower_fields(self.reader, cursor, dashed)
        self.done = end or self.done
        return end

    def _and(self, cursor: int) -> bool:
        # "Viện Nghiên cứu | và Đào tạo trực tuyến": the head holds the first field.
        headed = self.start > self.at + 1 and self.reader.words[self.at + 1].capital
        return (self.known or headed or self.capitals > 0) and goes_on(
            self.reader, self.head, cursor
        )
