"""How much an input may hold before it is rejected.

The defaults and their environment variables are in `pipelines.settings`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes of a file in bytes and of a flattened page's line in characters."""

    file_bytes: int
    line_characters: int
