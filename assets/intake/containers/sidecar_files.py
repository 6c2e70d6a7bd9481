"""Reading a sidecar: the facts that a JSON file states about the page beside it.

Which file may be the sidecar of which is told by names (`assets.intake.sidecars`).
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from assets.intake.containers.errors import UnreadableFileError
from assets.intake.containers.files import open_file
from assets.intake.containers.json_records import holds_only_facts
from assets.intake.containers.telling import read_fields, told_by
from assets.intake.records import Told

LARGEST_SIDECAR = 1_000_000


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A sidecar's facts, or the `problem` that keeps them from being read."""

    file_id: str
    bytes: int
    told: Told | None
    problem: str | None
    note: str | None = None


def read_sidecar(folder: Path, path: str, page: str) -> Sidecar | None:
    """Read the sidecar of `page`; None when the file is no sidecar but holds pages of its own.

    Raises `UnreadableFileError`.
    """
    try:
        with open_file(folder, path) as stream:
            data = stream.read(LARGEST_SIDECAR + 1)
    except OSError as error:
        raise UnreadableFileError(f"cannot be read: {error.strerror}") from error
    # "page.html.json" says by its name that it is about page.html; "page.json" may be an article.
    is_named_after = path == f"{page}.json"
    if len(data) > LARGEST_SIDECAR:
        return None
    file_id = hashlib.sha256(data).hexdigest()
    record = parse_object(data)
    if record is None:
        problem = (
            f"is named after {page} but is no JSON object with facts about it; export it again"
        )
        return Sidecar(file_id, len(data), None, problem) if is_named_after else None
    if not is_named_after and not holds_only_facts(record):
        return None
    fields = read_fields(record)
    told = told_by(fields, path)
    note = "; ".join((f"facts about {page}", *fields.notes))
    return Sidecar(file_id, len(data), told, None, note)


def parse_object(data: bytes) -> dict[str, object] | None:
    """Return the JSON object that `data` is, None when it is anything else."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
