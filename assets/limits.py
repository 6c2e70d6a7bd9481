"""How much an input may hold before it is rejected, and how much is kept of the past.

The environment variables that change these numbers are in `pipelines.settings`.
"""

import hashlib
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, lengths in characters, and counts.

    `file_bytes` is a file as it lies in the folder, `record_bytes` one page after unpacking: what
    is held in memory at once. `expanded_bytes` and `expansion_ratio` bound what a packed file may
    grow to, in all and against its own size. `nesting` counts archives inside archives, and
    `json_depth` the values inside values of a record.
    """

    file_bytes: int = 10_000_000_000
    record_bytes: int = 32_000_000
    records: int = 1_000_000
    expanded_bytes: int = 50_000_000_000
    expansion_ratio: int = 200
    nesting: int = 3
    json_depth: int = 50
    line_characters: int = 1_000_000


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Keeping:
    """How many snapshots are kept, and for how many days; the newest stays whatever its age."""

    count: int = 5
    days: int = 30


DEFAULT_KEEPING = Keeping()


def hash_of(limits: Limits) -> str:
    """Return 8 hex digits that change with any limit."""
    return hashlib.sha256(repr(astuple(limits)).encode()).hexdigest()[:8]
