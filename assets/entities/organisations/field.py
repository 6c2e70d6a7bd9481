"""One field of an article as recognition of organisations reads it: words, places, titles.

Also `Parsed`, a name as found. How names are built is in `bodies` (bodies that the
reference has) and `grammar` (new ones).
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from assets.entities.organisations.forms import OrganisationForms
from assets.entities.organisations.listed import listed_forms
from assets.entities.records import Observation
from assets.reference.records import Body, OrganisationHead, Title

Level = Literal["province", "district", "commune"]

_LEVELS: dict[tuple[str, ...], Level] = {
    ("tỉnh",): "province",
    ("thành", "phố"): "province",
    ("thủ", "đô"): "province",
    ("huyện",): "district",
    ("quận",): "district",
    ("thị", "xã"): "district",
    ("xã",): "commune",
    ("phường",): "commune",
    ("thị", "trấn"): "commune",
    ("đặc", "khu"): "commune",
}
_LEVEL_OPENINGS = frozenset(keys[0] for keys in _LEVELS)
# Words before a plural that names nobody: "các quận".
MANY = frozenset(("các", "những", "mỗi", "từng", "nhiều", "một"))
_SENTENCE_ENDS = frozenset('\n.!?:;“"-–…')
_LONGEST_TITLE = 8
_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name as found: words[start:end], and what it says.

    `body` with `local`: the body's local form, whose place is `place`, `place_text` (a place the
    reference does not have) or that of the context at `level` (None: not said). `unit` is the part
    before `parent`. Without a body, the name is a new one read by grammar.
    """

    start: int
    end: int
    kind: str
    method: str
    confidence: float
    body: Body | None = None
    local: bool = False
    place: Observation | None = None
    place_text: str | None = None
    level: Level | None = None
    level_word: str | None = None
    unit_end: int | None = None
    parent: "Parsed | None" = None
    head: OrganisationHead | None = None
    defined: str | None = None
    name_start: int | None = None
    both: bool = False


class FieldReader:
    """Reads one field of one article: its words, places and the short forms it defines."""

    def __init__(
        self,
        forms: OrganisationForms,
        text: str,
        places: tuple[Observation, ...],
        defined: dict[str, str],
    ) -> None:
        self.forms = forms
        self.text = text
        self.listed = listed_forms(forms, text)
        self.words = self.listed.words
        self.skip = self.listed.brackets
        self.defined = defined
        # Words that end a title and begin a body: "Trưởng ban Tổ chức", "Trưởng phòng Nội vụ".
        self.title_ends: set[int] = set()
        self.all_places = tuple(sorted(places, key=lambda place: place.start_char))
        self._places: dict[int, Observation] = {}
        # Words within a place but not its first: no name begins there.
        self.inside: set[int] = set()
        for place in places:
            known = self._places.get(place.start_char)
            if known is None or known.end_char < place.end_char:
                self._places[place.start_char] = place
        for start, place in self._places.items():
            end = self._word_end(place)
            first = end or 0
            while first > 0 and self.words[first - 1].start > start:
                first -= 1
                self.inside.add(first)

    def place_at(self, at: int) -> tuple[int, Observation] | None:
        """Return the place that begins at word `at` with the index after it."""
        if at >= len(self.words) or not self.words[at].first:
            return None
        place = self._places.get(self.words[at].start)
        if place is None:
            return None
        end = self._word_end(place)
        return None if end is None else (end, place)

    def _word_end(self, place: Observation) -> int | None:
        """Return the index after the last word of a place, None where it ends within a word."""
        at = bisect_right(self.words, place.end_char, key=_END)
        return at if at and self.words[at - 1].end == place.end_char else None

    def places(self) -> set[str]:
        """Return the surfaces of the places of this field."""
        return {place.surface for place in self._places.values()}

    def level_at(self, at: int) -> tuple[int, Level] | None:
        """Return the generic word ("tỉnh", "TP") at `at` with the index after it."""
        if at >= len(self.words) or self.words[at].key not in _LEVEL_OPENINGS:
            return None
        for length in (2, 1):
            keys = tuple([word.key for word in self.words[at : at + length]])
            level = _LEVELS.get(keys)
            if level is not None and len(keys) == length:
                return at + length, level
        return None

    def title_at(self, at: int) -> tuple[int, Title] | None:
        """Return the longest title at `at` with the index after it."""
        for end, titles in self.listed.titles.get(at, ()):
            return end, titles[0]
        return None

    def head_at(self, at: int) -> tuple[int, OrganisationHead] | None:
        """Return the longest head at `at` with the index after it; None for none or no body."""
        return self.listed.heads.get(at)

    def title_before(self, at: int) -> Title | None:
        """Return a title that ends right before word `at`, an office before any other."""
        for start in range(at - 1, max(at - _LONGEST_TITLE, -1), -1):
            if not self.words[start].first:
                continue
            for end, titles in self.listed.titles.get(start, ()):
                if end == at:
                    title = titles[0]
                    if title.kind == "office" or not self.words[start - 1].is_word or start == 0:
                        return title
                    longer = self.title_before(start)
                    return longer if longer and longer.kind == "office" else title
        return None

    def person_at(self, at: int) -> bool:
        """Tell whether a Vietnamese person's name seems to begin at `at`."""
        words = self.words
        return (
            at + 1 < len(words)
            and words[at].capital
            and words[at].key in self.forms.surnames
            and words[at + 1].capital
            and words[at + 1].is_word
        )

    def begins_line(self, at: int) -> bool:
        """Tell whether word `at` begins a sentence, so that its capital says nothing."""
        if at == 0:
            return True
        return self.words[at - 1].key in _SENTENCE_ENDS

    def country_at(self, at: int) -> bool:
        """Tell whether a country begins at word `at`."""
        found = self.place_at(at)
        return found is not None and found[1].reference_id in self.forms.countries

    def plural_at(self, at: int) -> bool:
        """Tell whether a generic plural stands at word `at`: "các Tỉnh", "các quận"."""
        before = self.words[at - 1].key if at else ""
        return before in MANY and self.level_at(at) is not None

    def country_office(self, place: Observation) -> bool:
        """Tell whether an office of another country leads to its name: "Tổng thống Mỹ"."""
        if place.reference_id not in self.forms.countries or self.is_vietnam(place):
            return False
        at = bisect_left(self.words, place.start_char, key=_START)
        begins = at < len(self.words) and self.words[at].start == place.start_char
        title = self.title_before(at) if begins else None
        return title is not None and title.kind == "office"

    def is_vietnam(self, place: Observation) -> bool:
        """Tell whether `place` is Việt Nam."""
        country = self.forms.countries.get(place.reference_id or "")
        return country is not None and country.iso_code == "VN"
