"""Whether the person whose office a body's name gives is Vietnamese: "Chủ tịch Quốc hội Trần ...".

Only the shape of the name tells; who the person is, is found in the room of persons. A name that
may be Chinese as well as Vietnamese tells nothing where the article speaks of China.
"""

from assets.entities.organisations.field import FieldReader, Parsed
from assets.entities.organisations.forms import VIETNAM
from assets.entities.persons.names import is_vietnamese

ABROAD = ""
_ENDS = frozenset('.;:\n()“”"')
# Titles of many, whose bodies in one list are different sides' as well.
_COLLECTIVE = frozenset(("Lãnh đạo", "Đại diện"))
# Titles that begin another guest in a list.
_NEXT = ("Lãnh đạo", "Đại diện", "Đại sứ", "Tổng Lãnh sự", "Tổng lãnh sự")
_BETWEEN = frozenset((",", "kiêm", "nước", "-", "–"))
# How far from the body the person may stand, in words.
_FAR = 40
_LONGEST_NAME = 5
_LAO_NAME = 4
# The surname that no Chinese or Korean bears in our letters.
_OURS_ALONE = "nguyễn"


class OfficeHolders:
    """The people beside the bodies of one field."""

    def __init__(self, reader: FieldReader, parsed: list[Parsed], *, chinese: bool) -> None:
        self._reader = reader
        self._chinese = chinese
        self._ends = {at: item.end for item in parsed for at in range(item.start, item.end)}
        forms = reader.forms
        self._abroad = frozenset(
            item.start
            for item in parsed
            if item.place is not None
            and item.kind != "embassy"
            and forms.is_abroad(item.place.reference_id)
        )
        self._found: dict[int, str | None] = {}

    def of(self, item: Parsed) -> str | None:
        """Return `VIETNAM` or `ABROAD` for the person who holds an office of `item`, else None."""
        if item.start not in self._found:
            self._found[item.start] = self._holder(item)
        return self._found[item.start]

    def sides(self) -> list[str]:
        """Return `VIETNAM` or `ABROAD` for each name after an office that tells it.

        A Vietnamese name tells it from three syllables on, a foreign one from two words on.
        """
        found: list[str] = []
        for at in self._reader.listed.capitals:
            if at in self._ends:
                continue
            ours = self._is_ours(at)
            if not ours and is_vietnamese(self._reader.words[at].key):
                continue
            title = self._reader.title_before(at)
            if title is not None and ours:
                found.append(VIETNAM)
            elif title is not None and title.kind == "office" and self._person(at) is not None:
                found.append(ABROAD)
        return found

    def _is_ours(self, at: int) -> bool:
        words, forms = self._reader.words, self._reader.forms
        surname = words[at].key
        if surname != _OURS_ALONE and (self._chinese or surname not in forms.sure_surnames):
            return False
        name = words[at : at + 3]
        return len(name) == 3 and all(word.capital and is_vietnamese(word.key) for word in name)

    def _holder(self, item: Parsed) -> str | None:
        reader = self._reader
        after = self._past_offices(item.end, commas=False)
        office = self._is_held(item.start) or item.start in reader.title_ends
        if not office and after == item.end:
            return None
        told = self._person(after)
        if told is not None or not office:
            return told[1] if told else None
        told = self._before(item.start)
        if told is None:
            end = self._past_offices(item.end, commas=True)
            # "Ủy viên Bộ Chính trị, Bộ trưởng Bộ Ngoại giao Trung Quốc Vương Nghị"
            others = self._abroad.intersection(range(item.end, end))
            if any(self._is_held(start) for start in others):
                return ABROAD
            told = self._person(end)
        return told[1] if told else None

    def _is_held(self, start: int) -> bool:
        """Tell whether one person's office leads to word `start`, not that of "lãnh đạo"."""
        title = self._reader.title_before(start)
        return title is not None and title.title not in _COLLECTIVE

    def _before(self, start: int) -> tuple[int, str] | None:
        """Return the person of whom only offices stand between the name and word `start`."""
        words = self._reader.words
        for at in range(start - 1, max(start - _FAR, -1), -1):
            if words[at].key in _ENDS:
                return None
            begins = words[at].capital and not (at and words[at - 1].capital)
            if not begins or at in self._ends:
                continue
            title = self._reader.title_at(at)
            person = self._person(title[0] if title is not None else at)
            if person is not None:
                return person if self._past_offices(person[0], commas=True) >= start else None
        return None

    def _past_offices(self, at: int, *, commas: bool) -> int:
        """Return the first word from `at` on that belongs to no office, body or place."""
        reader, words = self._reader, self._reader.words
        stop = min(len(words), at + _FAR)
        while at < stop:
            title = reader.title_at(at)
            if title is not None and commas and title[1].title.startswith(_NEXT):
                break
            if title is not None:
                at = self._ends.get(title[0], title[0]) if title[0] - 1 in self._ends else title[0]
                continue
            place = reader.place_at(at)
            if at in self._ends:
                at = self._ends[at]
            elif place is not None and not reader.person_at(at):
                at = place[0]
            elif commas and words[at].key in _BETWEEN:
                at += 1
            else:
                break
        return at

    def _person(self, at: int) -> tuple[int, str] | None:
        """Return the end of the name at word `at` and whose it is by its shape; None for none."""
        reader, words = self._reader, self._reader.words
        end = at
        while end < len(words) and end - at < 2 * _LONGEST_NAME:
            joined = words[end].key == "-" and end > at and words[end - 1].end == words[end].start
            if not joined and not (words[end].capital and words[end].is_word):
                break
            end += 1
        name = [word for word in words[at:end] if word.is_word]
        if len(name) < 2 or at in self._ends or any(word.surface.isupper() for word in name[1:]):
            return None
        native = all(is_vietnamese(word.key) for word in name)
        if native and name[0].key in reader.forms.surnames and len(name) <= _LONGEST_NAME:
            return None if self._chinese else (end, VIETNAM)
        if not native or len(name) >= _LAO_NAME:
            return (end, ABROAD)
        return None
