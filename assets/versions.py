"""Which code and reference data a stage depends on, as one hash.

Rows derived with another version are derived again by the next refresh, and those only. The hash
covers the files of the rooms that a stage uses and the versions of the libraries that decide its
results; nobody has to remember to raise a number.
"""

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Literal

Stage = Literal["reference", "intake", "extraction", "entities", "events", "search"]

_ROOMS: dict[Stage, tuple[str, ...]] = {
    "reference": ("reference",),
    # With more of the reference data, any change of it would have every file looked at again.
    "intake": ("intake", "reference/data/field_names.csv"),
    "extraction": ("intake", "language", "reference", "extraction"),
    "entities": ("intake", "language", "reference", "extraction", "entities"),
    "events": ("intake", "language", "reference", "extraction", "entities", "events"),
    "search": ("language", "search"),
}
_LIBRARIES = ("charset-normalizer", "ftfy", "htmldate", "lxml", "rensa", "trafilatura", "viparse")
_SUFFIXES = frozenset({".py", ".csv", ".json"})
# The Dagster shells decide when something runs, not what comes out.
_SHELLS = frozenset({"asset.py"})
# A user's corrections have a version of their own: they change who is who, not what is read.
_USERS_OWN = frozenset({"judgements.csv"})


@cache
def _room_digest(room: str) -> bytes:
    digest = hashlib.sha256()
    folder = Path(__file__).parent / room
    for path in [folder] if folder.is_file() else sorted(folder.rglob("*")):
        if path.suffix in _SUFFIXES and path.name not in _SHELLS | _USERS_OWN:
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.digest()


@cache
def stage_version(stage: Stage) -> str:
    """Return 16 hex digits that change whenever the stage's rows may come out differently."""
    digest = hashlib.sha256()
    for room in _ROOMS[stage]:
        digest.update(_room_digest(room))
    for library in _LIBRARIES:
        digest.update(f"{library}=={metadata.version(library)}".encode())
    return digest.hexdigest()[:16]


@cache
def code_version() -> str:
    """Return the package's version and the hash of everything the last stage depends on."""
    return f"{metadata.version('baokho')}+{stage_version('events')}"
