"""Who is meant by "hai bên" or "ba địa phương": the parties that were last named together.

Only as many as the words say; who signed by name is read by `parties`.
"""

import re
from collections.abc import Sequence

from assets.entities.records import Observation

_SIDES = re.compile(
    r"""(?<!\w)(?:(?P<number>hai|đôi|ba|bốn|0?[234]|cả\s+hai|both|(?:the\s+)?two|(?:the\s+)?three)\s+(?:
      bên|nước|tỉnh|thành\s+phố|thủ\s+đô|địa\s+phương|đơn\s+vị|hội|cơ\s+quan|tổ\s+chức|trường|bộ|quốc\s+gia
    | đảng|viện|ngành|sở|huyện|xã|phía|sides|countries|parties|organi[sz]ations|cities|provinces
    ))(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERS = {"3": 3, "03": 3, "4": 4, "04": 4, "ba": 3, "three": 3, "the three": 3, "bốn": 4}


class Sides:
    """Remembers the parties last named together, by how many they are."""

    def __init__(self) -> None:
        self._groups: dict[int, tuple[Observation, ...]] = {}

    def remember(self, parties: Sequence[Observation]) -> None:
        """Keep parties that were named together."""
        if len(parties) > 1:
            self._groups[len(parties)] = tuple(parties)

    def meant(self, text: str, start: int, end: int) -> tuple[Observation, ...]:
        """Return the parties that a part of a text calls "hai bên"; none when it does not."""
        for match in _SIDES.finditer(text, start, end):
            number = " ".join(match["number"].casefold().split())
            found = self._groups.get(_NUMBERS.get(number, 2))
            if found:
                return found
        return ()
