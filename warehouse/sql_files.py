"""Finding and reading the `.sql` files of this package.

Nothing is executed here; see `connection` for that.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warn"]

_ROOT = Path(__file__).parent
_HEADER = "-- "
_CREATES_SCHEMA = re.compile(r"^CREATE SCHEMA IF NOT EXISTS (\w+);", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CheckQuery:
    """A check: a query that returns the rows that fail it.

    The head of its file says what it holds: `-- table:`, `-- severity:` (`error` blocks publishing,
    `warn` is only shown) and `-- description:`. What it reads as `due_<table>` are the rows of
    articles that changed, or all. `-- rare:` says why it runs only when everything is looked at.
    """

    name: str
    table: str
    severity: Severity
    description: str
    sql: str
    is_rare: bool


@cache
def statement(name: str) -> str:
    """Return the text of `statements/<name>.sql`, such as "intake/mark_missing"."""
    return (_ROOT / "statements" / f"{name}.sql").read_text(encoding="utf-8")


@cache
def scripts(folder: Literal["schema", "marts"]) -> tuple[tuple[str, str], ...]:
    """Return (name, text) of every script in a folder, in the order of their file names."""
    return tuple(
        (path.stem, path.read_text(encoding="utf-8"))
        for path in sorted((_ROOT / folder).glob("*.sql"))
    )


@cache
def schema_names() -> frozenset[str]:
    """Return the names of the schemas that hold our tables."""
    return frozenset(
        name for _, script in scripts("schema") for name in _CREATES_SCHEMA.findall(script)
    )


@cache
def schema_fingerprint() -> str:
    """Return 8 hex digits that change whenever a script of the schema or the marts does."""
    texts = [text for _, text in (*scripts("schema"), *scripts("marts"))]
    return hashlib.sha256("".join(texts).encode()).hexdigest()[:8]


@cache
def checks(stage: str) -> tuple[CheckQuery, ...]:
    """Return the checks of a stage; raises `ValueError` for a file with an incomplete head."""
    return tuple(_read_check(path) for path in sorted((_ROOT / "checks" / stage).glob("*.sql")))


def _read_check(path: Path) -> CheckQuery:
    text = path.read_text(encoding="utf-8")
    head = dict(
        line.removeprefix(_HEADER).split(": ", 1)
        for line in text.splitlines()
        if line.startswith(_HEADER) and ": " in line
    )
    severity = head.get("severity")
    if severity not in ("error", "warn") or not {"table", "description"} <= head.keys():
        raise ValueError(
            f"{path.name}: its head needs table, description and severity (error or warn)"
        )
    return CheckQuery(
        name=path.stem,
        table=head["table"],
        severity="error" if severity == "error" else "warn",
        description=head["description"],
        sql=text,
        is_rare="rare" in head,
    )
