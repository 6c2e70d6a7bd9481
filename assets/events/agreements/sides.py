"""Who is meant by "hai bên" or "ba địa phương": the parties that were last named together.

Only as many as the words say, and of their kind; who signed by name is read by `parties`.
"""

from collections.abc import Sequence
from typing import Literal

from assets.entities.records import Observation
from assets.events.agreements.unnamed import PartyWords

Group = Literal["states", "places", "bodies"]

# Which kind of group each word may mean, the likeliest first; bodies sign rather than places.
_MEANS: dict[str, tuple[Group, ...]] = {
    "state": ("states", "places"),
    "place": ("places", "bodies"),
    "body": ("bodies",),
    "name": ("bodies",),
    "side": ("bodies", "places", "states"),
}
_NUMBERS = {"ba": 3, "three": 3, "the three": 3, "bốn": 4, "năm": 5, "sáu": 6} | {
    zero + str(number): number for number in range(2, 10) for zero in ("", "0")
}

# For so many sentences two bodies are meant that were not named together.
_PAIR_LASTS = 5
_LONGEST_NAME = 12


class Sides:
    """Remembers the parties last named together, by what and how many they are."""

    def __init__(self, words: PartyWords, countries: Sequence[Observation]) -> None:
        """Begin an article that names `countries`, each once."""
        self.words = words
        self._groups: dict[tuple[Group, int], tuple[Observation, ...]] = {}
        self._pair: tuple[Observation, ...] = ()
        self._since_pair = 0
        self._countries = tuple(countries)
        self._last: dict[Group, tuple[Observation, ...]] = {}

    def remember(self, parties: Sequence[Observation], group: Group) -> None:
        """Keep parties that were named together."""
        if len(parties) > 1:
            self._groups[group, len(parties)] = self._last[group] = tuple(parties)

    def remember_pair(self, bodies: Sequence[Observation]) -> None:
        """Keep the only two bodies of a sentence: meant when none were named together.

        Called for every sentence; they are soon forgotten.
        """
        self._since_pair += 1
        if bodies or self._since_pair > _PAIR_LASTS:
            self._pair, self._since_pair = tuple(bodies), 0

    def meant(self, text: str, blank: str, start: int, end: int) -> tuple[Observation, ...]:
        """Return the parties that a part of a text calls "hai bên"; none when it does not.

        `blank` is the text with names blanked by squares: "hai Bộ Quốc phòng" counts a name.
        """
        for match in self.words.sides.finditer(blank, start, end):
            if match["number"] is None:
                # "các bên": however many were named together last.
                return next((self._last[of] for of in _MEANS["side"] if of in self._last), ())
            number = " ".join(match["number"].casefold().split())
            count = _NUMBERS.get(number, 2)
            noun = match.lastgroup or "side"
            before: list[str] = []
            if noun in ("place", "state") and self.words.are_bodies_of(blank, match.start()):
                # "Công an hai tỉnh": two bodies of that name.
                noun, before = "body", text[start : match.start()].split()[-_LONGEST_NAME:]
            for group in _MEANS[noun]:
                found = self._groups.get((group, count))
                if found is None and group == "bodies":
                    found = self._pair
                if found is None and noun == "state" and group == "states":
                    found = self._countries
                alike = not before or all(one.name.split()[0] in before for one in found or ())
                if found and len(found) == count and alike:
                    return found
        if self.words.both.search(blank, start, end):
            return self._groups.get(("bodies", 2), self._pair)
        return ()

    def partner_of(self, party: Observation) -> tuple[Observation, ...]:
        """Return who was last named together with `party`, when they were two."""
        together = self._groups.get(("bodies", 2), self._pair)
        others = tuple(one for one in together if one.name != party.name)
        return others if len(others) == 1 == len(together) - 1 else ()
