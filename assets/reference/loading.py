"""Reading reference CSV files into typed rows, with an error that names file, line and column.

One generic reader for all files: the row type's annotations say how each cell is read. Which files
exist and what their rows mean is told in `records`.
"""

import csv
import dataclasses
import datetime as dt
import types
import typing
from pathlib import Path
from typing import Any, TypeVar

DATA_FOLDER = Path(__file__).parent / "data"

Row = TypeVar("Row")


class ReferenceDataError(ValueError):
    """A reference CSV file that cannot be used; the message names file, line, column and remedy."""


def _read_cell(text: str, kind: Any) -> Any:
    arguments = typing.get_args(kind)
    if isinstance(kind, types.UnionType) and type(None) in arguments:
        if text == "":
            return None
        (kind,) = [argument for argument in arguments if argument is not type(None)]
        return _read_cell(text, kind)
    if typing.get_origin(kind) is tuple:
        return tuple(part.strip() for part in text.split("|") if part.strip())
    if typing.get_origin(kind) is typing.Literal:
        if text not in typing.get_args(kind):
            raise ValueError(f"is none of {', '.join(typing.get_args(kind))}")
        return text
    if kind is bool:
        if text not in ("yes", "no", ""):
            raise ValueError("is neither yes nor no")
        return text == "yes"
    if kind is dt.date:
        return dt.date.fromisoformat(text)
    if kind is str and text == "":
        raise ValueError("is empty")
    return kind(text)


def read_rows(path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """Read a CSV file (UTF-8, header line, comma) into rows of the dataclass `row_type`.

    A cell is read by its field's annotation: `str` (must not be empty), `str | None`, `int`,
    `float`, `bool` (yes/no), `datetime.date`, a `Literal`, or `tuple[str, ...]` (parts between
    "|"). Columns may stand in any order. Raises `ReferenceDataError` for a missing or unknown
    column and for a cell that does not fit.
    """
    kinds = typing.get_type_hints(row_type)
    names = [field.name for field in dataclasses.fields(row_type)]  # type: ignore[arg-type]
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
            for name in names:
                cell = (record[name] or "").strip()
                try:
                    values[name] = _read_cell(cell, kinds[name])
                except ValueError as error:
                    raise ReferenceDataError(
                        f"{path.name}, line {reader.line_num}, column {name}: {cell!r} {error}"
                    ) from error
            rows.append(row_type(**values))
    return tuple(rows)
