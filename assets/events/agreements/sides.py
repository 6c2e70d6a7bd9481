"""Who is meant by "hai bên" or "ba địa phương": the parties that were last named together.

Only as many as the words say, and of their kind; who signed by name is read by `parties`.
"""

import re
from collections.abc import Sequence
from typing import Literal

from assets.entities.records import Observation

Group = Literal["states", "places", "bodies"]

_SIDES = re.compile(
    r"""(?<!\w)(?P<number>hai|đôi|ba|bốn|0?[234]|cả\s+hai|both|(?:the\s+)?two|(?:the\s+)?three)\s+(?:
      (?P<states>nước|quốc\s+gia|countries)
    | (?P<places>tỉnh|thành\s+phố|thủ\s+đô|địa\s+phương|huyện|xã|cities|provinces)
    | (?P<bodies>đơn\s+vị|hội|cơ\s+quan|tổ\s+chức|trường|bộ|đảng|viện|ngành|sở|organi[sz]ations)
    | bên|phía|sides|parties|(?P<name>□+)
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# Which kind of group each word may mean, the likeliest first; bodies sign rather than places.
_MEANS: dict[str | None, tuple[Group, ...]] = {
    "states": ("states", "places"),
    "places": ("places", "bodies"),
    "bodies": ("bodies",),
    "name": ("bodies",),
    None: ("bodies", "places", "states"),
}
_NUMBERS = {"3": 3, "03": 3, "4": 4, "04": 4, "ba": 3, "three": 3, "the three": 3, "bốn": 4}


class Sides:
    """Remembers the parties last named together, by what and how many they are."""

    def __init__(self) -> None:
        self._groups: dict[tuple[Group, int], tuple[Observation, ...]] = {}
        self._pair: tuple[Observation, ...] = ()

    def remember(self, parties: Sequence[Observation], group: Group) -> None:
        """Keep parties that were named together."""
        if len(parties) > 1:
            self._groups[group, len(parties)] = tuple(parties)

    def remember_pair(self, bodies: Sequence[Observation]) -> None:
        """Keep the only two bodies of a sentence: meant when none were named together."""
        if bodies:
            self._pair = tuple(bodies)

    def meant(self, text: str, start: int, end: int) -> tuple[Observation, ...]:
        """Return the parties that a part of a text calls "hai bên"; none when it does not.

        `text` has its names blanked by squares: "hai Bộ Quốc phòng" counts a name.
        """
        for match in _SIDES.finditer(text, start, end):
            number = " ".join(match["number"].casefold().split())
            count = _NUMBERS.get(number, 2)
            for group in _MEANS[match.lastgroup if match.lastgroup != "number" else None]:
                found = self._groups.get((group, count))
                if found is None and group == "bodies":
                    found = self._pair
                if found and len(found) == count:
                    return found
        return ()
