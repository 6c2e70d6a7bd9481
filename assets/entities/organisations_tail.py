"""What follows the head word of a new name, and where the name ends.

Capitals, known words, a place, the body it is a part of; it stops before verbs, titles, persons and
other organisations. Whether there is a head is decided in `organisations_grammar`.
"""

from collections.abc import Callable

from assets.entities.abbreviations import Word
from assets.entities.organisations_field import MANY, FieldReader, Parsed
from assets.entities.organisations_lists import goes_on, list_goes_on
from assets.entities.organisations_shapes import known_body, quoted_name
from assets.entities.organisations_words import (
    AFTER_NAME,
    DASHES,
    GUESSED,
    JOINING,
    LONG_TAIL,
    LOWER_TAIL,
    NAMED_AFTER_PEOPLE,
    NUMBERED,
    SEATED,
)
from assets.entities.persons_names import is_vietnamese
from assets.entities.records import Observation
from assets.reference.records import OrganisationHead

Parse = Callable[[FieldReader, int], Parsed | None]

_MAX_TAIL = 18


class TailReader:
    """Reads what follows a head word; `done` is the end of what surely belongs to the name."""

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
        title = reader.title_before(at)
        self.titled = (title is not None and title.kind == "office") or at in reader.title_ends
        word = reader.words[at]
        self.strong = word.capital and not reader.begins_line(at)

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
            return Parsed(
                start, self.done, head.kind, "part of a body", min(0.9, self.parent.confidence),
                head=head, parent=self.parent, unit_end=self.unit_end, place=self.place,
            )  # fmt: skip
        body = known_body(reader, head, self.start, self.done)
        if body is not None:
            return Parsed(start, self.done, head.kind, "head + gazetteer", 0.9, body=body)
        confidence = 0.85 if self.known or self.place else 0.75
        if not words[self.at].capital:
            confidence -= 0.1
        return Parsed(
            start, self.done, head.kind, "organisation grammar", confidence, head=head,
            place=self.place,
        )  # fmt: skip

    def _enough(self) -> bool:
        tail = self.head.tail
        if tail == "parent":
            return self.parent is not None
        if tail == "country":
            return self.place is not None
        if tail == "numbered":
            return self.reader.words[self.start].key.isdigit() and self.capitals > 1
        if tail in ("field", "unit"):
            return self.known or self.parent is not None
        one = self.done == self.start + 1
        if one and len(self.reader.words[self.start].surface) == 1:
            return self.head.kind == "hospital"
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
        if self.capitals == 0 and self.parent is None and not self.strong:
            place = self.place
            if self.head.kind == "association" and self.start > self.at + 1 and place is not None:
                return self.reader.words[self.at].capital
            return (
                place is not None
                and place.reference_id not in self.reader.forms.countries
                and self.reader.words[self.at].capital
            )
        return True

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
        if reader.plural_at(cursor):
            return None
        numbered = self.capitals > 0 or (cursor == self.start and self.head.kind in NUMBERED)
        if word.capital or (fresh and numbered and self._number(cursor)):
            return self._capital(cursor, fresh)
        if self.place is not None or word.key == "\n":
            return None
        return self._lower(cursor, word, fresh)

    def _number(self, cursor: int) -> bool:
        """Tell whether a number that belongs to a name stands at `cursor`, no date or amount."""
        words = self.reader.words
        key = words[cursor].key
        after = [word.key for word in words[cursor + 1 : cursor + 3]] + ["", ""]
        decimal = after[0] in (".", ",") and after[1].isdigit()
        return key.isdigit() and len(key) <= 3 and after[0] not in ("-", "/", "%") and not decimal

    def _place(self, cursor: int, stop: int, place: Observation) -> int | None:
        reader, words = self.reader, self.reader.words
        if self.titled and reader.person_at(cursor) and cursor != self.start:
            return None
        if cursor != self.done and words[cursor - 1].key in (",", "và"):
            return None
        if self.head.tail == "field" and cursor == self.start:
            return None
        self.place, self.done = place, stop
        self.known = self.known or self.pending
        if stop >= len(words):
            return None
        after = words[stop]
        if after.key in DASHES and reader.place_at(stop + 1):
            return stop + 1
        seat = reader.place_at(stop + 1) if after.key == "tại" else None
        if seat is not None and self.head.kind in SEATED:
            self.done = seat[0]
            return None
        return stop if reader.place_at(stop) or self._after_place(stop) else None

    def _after_place(self, stop: int) -> bool:
        """Tell whether the name goes on after a place: "Ngân hàng Sài Gòn Thương Tín"."""
        reader, after = self.reader, self.reader.words[stop]
        if self.head.tail == "country" or reader.title_at(stop) or reader.person_at(stop):
            return False
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

    def _may_hold(self, cursor: int) -> bool:
        return cursor != self.start or self.head.tail in ("unit", "parent")

    def _is_person(self, cursor: int) -> bool:
        reader = self.reader
        if not self.titled or not reader.person_at(cursor):
            return False
        if cursor == self.start:
            # "Tổng giám đốc Tổng công ty Nguyễn Hữu Bằng"; "Công ty Nguyễn Kim" is a name.
            sure = reader.words[cursor].key in reader.forms.sure_surnames
            third = reader.words[cursor + 2 : cursor + 3]
            return sure and self.head.kind == "company" and any(word.capital for word in third)
        if self.head.kind in NAMED_AFTER_PEOPLE:
            return (
                any(
                    reader.words[at].key in reader.forms.sure_surnames
                    for at in range(self.start, cursor - 1)
                )
                or self.known
            )
        return reader.words[cursor].key in reader.forms.sure_surnames or self.known

    def _word(self, cursor: int) -> int:
        reader, words = self.reader, self.reader.words
        length = reader.forms.word_length(words, cursor)
        self.capitals += 1
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
            (self.head.tail in ("field", "unit") or self.head.kind in GUESSED)
            and is_vietnamese(words[cursor].key)
            and not words[cursor].surface.isupper()
            and end < len(words)
            and words[end].is_word
            and not words[end].capital
            and words[end].key not in AFTER_NAME
        ):
            end += 1
            self.known = True
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
        if self.head.tail in ("parent", "country", "numbered"):
            return None
        upper = words[self.at].capital or self.known
        if not upper or (self.head.kind not in LOWER_TAIL and not self.capitals):
            return None
        if self.capitals and not self.known:
            return None
        length = reader.forms.word_length(words, cursor)
        if length:
            self.pending = True
            if fresh and self.known and not reader.forms.is_verb(words, cursor, length):
                self.done = cursor + length
            elif self.known and self.head.kind not in LONG_TAIL:
                return None
            return cursor + length
        if word.key not in JOINING or cursor + 1 >= len(words):
            return None
        if word.key == ",":
            return cursor + 1 if list_goes_on(self.reader, self.head, cursor + 1) else None
        if word.key in ("và", "&", "-", "–") and not self._and(cursor + 1):
            return None
        return cursor + 1

    def _and(self, cursor: int) -> bool:
        return (self.known or self.capitals > 0) and goes_on(self.reader, self.head, cursor)
