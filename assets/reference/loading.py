"""Reading reference CSV files into typed rows, with an error that names file, line and column.

One generic reader for all files: the row type's annotations say how each cell is read. Which files
exist and what their rows mean is told in `records`.
"""

import csv
import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

DATA_FOLDER = Path(__file__).parent / "data"

Row = TypeVar("Row")


class ReferenceDataError(ValueError):
    """A reference CSV file that cannot be used; the message names file, line, column and remedy."""


def _reader(kind: Any) -> Callable[[str], Any]:
    """Return what reads the cells of a column of that annotation; it raises `ValueError`."""
    arguments = typing.get_args(kind)
    if isinstance(kind, types.UnionType) and type(None) in arguments:
        (kind,) = [argument for argument in arguments if argument is not type(None)]
        read = _reader(kind)
        return lambda text: None if text == "" else read(text)
    if typing.get_origin(kind) is tuple:
        return _parts
    if typing.get_origin(kind) is typing.Literal:
        return partial(_one_of, arguments)
    if kind is dt.date:
        return dt.date.fromisoformat
    readers: dict[Any, Callable[[str], Any]] = {bool: _yes, str: _filled, int: int, float: float}
    return readers[kind]


def _parts(text: str) -> tuple[str, ...]:
    return tuple(stripped for part in text.split("|") if (stripped := part.strip()))


def _one_of(words: tuple[str, ...], text: str) -> str:
    if text not in words:
        raise ValueError(f"is none of {', '.join(words)}")
    return text


def _yes(text: str) -> bool:
    if text not in ("yes", "no", ""):
        raise ValueError("is neither yes nor no")
    return text == "yes"


def _filled(text: str) -> str:
    if text == "":
        raise ValueError("is empty")
    return text


def read_rows(path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """Read a CSV file (UTF-8, header line, comma) into rows of the dataclass `row_type`.

    A cell is read by its field's annotation: `str` (must not be empty), `str | None`, `int`,
    `float`, `bool` (yes/no), `datetime.date`, a `Literal`, or `tuple[str, ...]` (parts between
    "|"). Columns may stand in any order. Raises `ReferenceDataError` for a missing or unknown
    column and for a cell that does not fit.
    """
    kinds = typing.get_type_hints(row_type)
    names = [field.name for field in dataclasses.fields(row_type)]  # type: ignore[arg-type]
    readers = {name: _reader(kinds[name]) for name in names}
    rows: list[Row] = []
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream, strict=True)
        header = reader.fieldnames or []
        if sorted(header) != sorted(names):
            raise ReferenceDataError(
                f"{path.name}: its columns are {', '.join(header)}; needed: {', '.join(names)}"
            )
        for record in reader:
            values: dict[str, Any] = {}
            for name, read in readers.items():
                cell = (record[name] or "").strip()
                try:
                    values[name] = read(cell)
                except ValueError as error:
                    raise ReferenceDataError(
                        f"{path.name}, line {reader.line_num}, column {name}: {cell!r} {error}"
                    ) from error
            rows.append(row_type(**values))
    return tuple(rows)
