"""Which code and reference data a stage depends on, as one hash.

Rows derived with another version are derived again by the next refresh, and those only. The hash
covers the code and statements of a stage and of those before it, the reference files that they
read, and the versions of the libraries that decide their results; nobody has to remember to raise a
number. A test holds that no stage reads a reference file that is not named here.
"""

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Literal, NamedTuple

Stage = Literal["reference", "intake", "extraction", "entities", "events", "search"]


class Depends(NamedTuple):
    """What decides a stage's rows, beside the stage it takes its rows from.

    `rooms` are folders of `assets`, `tables` files of the reference data, `statements` folders of
    `warehouse/statements`.
    """

    after: Stage | None
    rooms: tuple[str, ...]
    tables: tuple[str, ...]
    statements: tuple[str, ...]


DEPENDS: dict[Stage, Depends] = {
    "reference": Depends(None, ("reference",), ("*",), ("reference",)),
    "intake": Depends(None, ("intake",), ("field_names",), ("intake",)),
    "extraction": Depends(
        "intake",
        ("language", "reference", "extraction"),
        (
            "administrative_units",
            "countries",
            "menu_words",
            "meta_names",
            "outlets",
            "places",
            "surnames",
            "titles",
        ),
        ("extraction",),
    ),
    "entities": Depends(
        "extraction",
        ("entities",),
        (
            "abbreviations",
            "bodies",
            "common_words",
            "context_words",
            "document_kinds",
            "given_names",
            "id_syllables",
            "issuer_symbols",
            "known_documents",
            "local_symbols",
            "organisation_heads",
            "organisation_words",
            "place_words",
        ),
        ("articles", "entities"),
    ),
    "events": Depends(
        "entities",
        ("events",),
        ("agreement_kinds", "date_words", "event_kinds", "event_words", "party_words"),
        ("events", "linking"),
    ),
    "search": Depends(None, ("language", "search"), (), ("search",)),
}
_LIBRARIES = ("charset-normalizer", "ftfy", "htmldate", "lxml", "rensa", "trafilatura", "viparse")
_CODE = frozenset({".py", ".json"})
# The Dagster shells decide when something runs, not what comes out.
_SHELLS = frozenset({"asset.py"})
# A user's corrections have a version of their own: they change who is who, not what is read.
_USERS_OWN = frozenset({"judgements.csv"})
_ASSETS = Path(__file__).parent
_STATEMENTS = _ASSETS.parent / "warehouse" / "statements"


def depended_on(stage: Stage) -> tuple[Path, ...]:
    """Return the files that decide a stage's rows, those of the stages before it included."""
    depends = DEPENDS[stage]
    before = depended_on(depends.after) if depends.after is not None else ()
    found = [
        path
        for room in depends.rooms
        for path in (_ASSETS / room).rglob("*")
        if path.suffix in _CODE and path.name not in _SHELLS
    ]
    data = _ASSETS / "reference" / "data"
    found += (path for table in depends.tables for path in data.glob(f"{table}.csv"))
    found += (path for room in depends.statements for path in (_STATEMENTS / room).glob("*.sql"))
    return (*before, *sorted(path for path in found if path.name not in _USERS_OWN))


@cache
def _digest(path: Path) -> bytes:
    name = path.relative_to(_ASSETS.parent).as_posix()
    return hashlib.sha256(name.encode() + b"\0" + path.read_bytes()).digest()


@cache
def stage_version(stage: Stage) -> str:
    """Return 16 hex digits that change whenever the stage's rows may come out differently."""
    digest = hashlib.sha256()
    for path in depended_on(stage):
        digest.update(_digest(path))
    for library in _LIBRARIES:
        digest.update(f"{library}=={metadata.version(library)}".encode())
    return digest.hexdigest()[:16]


@cache
def code_version() -> str:
    """Return the package's version and the hash of everything the last stage depends on."""
    return f"{metadata.version('baokho')}+{stage_version('events')}"
