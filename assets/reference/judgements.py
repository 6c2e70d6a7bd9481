"""A user's own corrections: the file of judgements, read and kept.

Each line says that two ids stand for the same, that they do not, or that an id stands for nothing.
The file is a user's, not part of what is known beforehand, so no stage's version depends on it (see
`assets.versions`). What a judgement does is told where it is applied: in
`assets.entities.resolution` for entities, in `assets.events` for events.
"""

import csv
import hashlib
import io
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assets.reference.loading import DATA_FOLDER, ReferenceDataError

JUDGEMENTS_NAME = "judgements.csv"
DEFAULT_JUDGEMENTS = DATA_FOLDER / JUDGEMENTS_NAME
COLUMNS = ("verdict", "left_id", "right_id", "note")

_BYTE_ORDER_MARK = "\ufeff"

Verdict = Literal["same", "different", "not_an_entity"]
_VERDICTS: dict[str, Verdict] = {
    "same": "same",
    "different": "different",
    "not_an_entity": "not_an_entity",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of the file.

    The ids are those of entities, or of articles and events where events are judged. `right_id` is
    None for `not_an_entity`; `line_no` counts the lines of the file from 1, the header being 1.
    """

    verdict: Verdict
    left_id: str
    right_id: str | None
    note: str | None
    line_no: int


def load_judgements(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of the CSV file at `path` in its order; none when there is no file.

    Raises `ReferenceDataError` with file, line and reason for a line that cannot be read. Whether
    ids exist and lines contradict each other is not looked at here.
    """
    return tuple(judgement for judgement, _ in _records(path.name, _text(path)))


def judgements_version(judgements: tuple[Judgement, ...]) -> str:
    """Return 16 hex digits that change whenever the judgements do."""
    return hashlib.sha256(repr(judgements).encode()).hexdigest()[:16]


def add_judgement(path: Path, judgement: Judgement) -> Judgement:
    """Append a line to the file, made when there is none; return it with its line number.

    Raises `ReferenceDataError` when the file as it stands cannot be read.
    """
    kept = load_judgements(path)
    text = _text(path) or _line(COLUMNS)
    text += "" if text.endswith("\n") else "\n"
    cells = (judgement.verdict, judgement.left_id, judgement.right_id, judgement.note)
    _replace(path, text + _line(cells))
    return load_judgements(path)[len(kept)]


def remove_judgement(path: Path, line_no: int) -> Judgement:
    """Take the judgement that begins at `line_no` out of the file and return it.

    All other lines stay as they are. Raises `KeyError` when none begins there, and
    `ReferenceDataError` when the file cannot be read.
    """
    text = _text(path)
    for judgement, end in _records(path.name, text):
        if judgement.line_no == line_no:
            lines = list(io.StringIO(text, newline=""))
            _replace(path, "".join(lines[: line_no - 1] + lines[end:]))
            return judgement
    raise KeyError(line_no)


def _text(path: Path) -> str:
    """Return the file as it is, line ends and byte order mark too; nothing when there is none."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise ReferenceDataError(f"{path.name}: it is not UTF-8: {error.reason}") from error


def _records(name: str, text: str) -> list[tuple[Judgement, int]]:
    """Return each judgement with the number of its last line."""
    reader = csv.reader(io.StringIO(text.removeprefix(_BYTE_ORDER_MARK), newline=""), strict=True)
    found: list[tuple[Judgement, int]] = []
    header: list[str] | None = None
    first = 1
    try:
        for cells in reader:
            if cells and header is None:
                header = [cell.strip() for cell in cells]
                if sorted(header) != sorted(COLUMNS):
                    columns = ", ".join(header)
                    raise ReferenceDataError(
                        f"{name}: its columns are {columns}; needed: {', '.join(COLUMNS)}"
                    )
            elif any(cell.strip() for cell in cells):
                found.append((_read(name, first, header or [], cells), reader.line_num))
            first = reader.line_num + 1
    except csv.Error as error:
        raise ReferenceDataError(f"{name}, line {first}: {error}") from error
    return found


def _read(name: str, line_no: int, header: list[str], cells: list[str]) -> Judgement:
    def refuse(reason: str) -> ReferenceDataError:
        return ReferenceDataError(f"{name}, line {line_no}: {reason}")

    if len(cells) > len(header):
        raise refuse(f"{len(cells)} cells for {len(header)} columns; put quotes round a comma")
    filled = [cell.strip() or None for cell in cells] + [None] * (len(header) - len(cells))
    row = dict(zip(header, filled, strict=True))
    verdict, left, right = row["verdict"], row["left_id"], row["right_id"]
    if verdict not in _VERDICTS:
        raise refuse(f"verdict {verdict!r} is none of {', '.join(_VERDICTS)}")
    if left is None:
        raise refuse("left_id is empty")
    if verdict == "not_an_entity" and right is not None:
        raise refuse("not_an_entity judges one id; right_id must be empty")
    if verdict != "not_an_entity" and right is None:
        raise refuse(f"{verdict} needs two ids; right_id is empty")
    if left == right:
        raise refuse(f"{left} is compared with itself")
    return Judgement(_VERDICTS[verdict], left, right, row["note"], line_no)


def _line(cells: tuple[str | None, ...]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow(cells)
    return stream.getvalue()


def _replace(path: Path, text: str) -> None:
    """Write the whole file beside its place and move it there: a user's notes are never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
