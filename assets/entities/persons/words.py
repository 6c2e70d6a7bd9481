"""One field of an article as a row of whole words with its titles and other findings.

Only where things stand; what they make of a name is told in `context`.
"""

from bisect import bisect_left

from assets.entities.abbreviations import Word
from assets.entities.organisations.forms import OrganisationForms
from assets.entities.organisations.listed import listed_forms
from assets.entities.persons.names import PARTICLES, Name
from assets.entities.records import Observation
from assets.reference.records import Title

_OPENING = frozenset('\n.!?:;“"')


def _word_spans(starts: list[int], found: tuple[Observation, ...]) -> list[tuple[int, int]]:
    """Return the words that each of `found` begins and ends with, the second exclusive."""
    return [
        (bisect_left(starts, item.start_char), bisect_left(starts, item.end_char)) for item in found
    ]


class PersonWords:
    """One field of an article as a row of whole words with its titles and other findings."""

    def __init__(
        self,
        forms: OrganisationForms,
        text: str,
        organisations: tuple[Observation, ...],
        places: tuple[Observation, ...],
        english: bool = False,
    ) -> None:
        self.forms = forms
        self.english = english
        self.text = text
        listed = listed_forms(forms, text)
        self.words: list[Word] = [word for word in listed.words if word.first]
        starts = [word.start for word in self.words]
        # Where names may begin: capitals, and small words such as "von".
        small = frozenset() if PARTICLES.isdisjoint(listed.keys) else PARTICLES
        self.openings = [
            at for at, word in enumerate(self.words) if word.capital or word.key in small
        ]
        self._titles: dict[int, Title] = {}
        self._title_starts: dict[int, int] = {}
        for at, found in listed.titles.items():
            word = listed.words[at]
            if not (word.first and word.is_word):
                continue
            for end, titles in found:
                after = listed.words[end].start if end < len(listed.words) else len(text)
                if end == len(listed.words) or listed.words[end].first:
                    first, stop = bisect_left(starts, word.start), bisect_left(starts, after)
                    self._titles.setdefault(stop, titles[0])
                    self._title_starts.setdefault(first, stop)
                    break
        bodies = _word_spans(starts, organisations)
        self._organisation = {at for start, end in bodies for at in range(start, end)}
        self._organisation_ends = {end: start for start, end in bodies}
        placed = _word_spans(starts, places)
        self._place = {at for start, end in placed for at in range(start, end)}
        self._places = dict(placed)
        self._place_ends = {end: start for start, end in self._places.items()}
        self._title_at: dict[int, int] = {}
        for start, end in self._title_starts.items():
            self._title_at.setdefault(end, start)

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
        return (
            start in self._place
            and all(at in self._place for at in range(start, end))
            and any(first <= start and end <= last for first, last in self._places.items())
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

    def begins_sentence(self, at: int) -> bool:
        """Tell whether word `at` begins a sentence or quotation; a colon goes on a sentence."""
        return self.begins_line(at) and not (at > 0 and self.words[at - 1].key in ":;")

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
