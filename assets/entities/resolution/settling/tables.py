"""What settling asks of the warehouse, and the frames it hands over."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any, Protocol

import polars as pl

_TYPES: Mapping[type, Any] = {
    str: pl.String,
    int: pl.Int64,
    float: pl.Float64,
    bool: pl.Boolean,
    dt.date: pl.Date,
}
Columns = Mapping[str, type]
Row = Mapping[str, Any]


class Tables(Protocol):
    """The statements of `warehouse/statements`, run on the tables."""

    def run(self, statement: str, **parameters: Any) -> None:
        """Run a statement."""

    def frame(self, statement: str, **parameters: Any) -> pl.DataFrame:
        """Run a query and return its rows."""

    def with_frame(self, name: str, rows: pl.DataFrame) -> AbstractContextManager[None]:
        """Make rows visible to statements for the duration of the block."""


def frame(columns: Columns, rows: Iterable[tuple[Any, ...]]) -> pl.DataFrame:
    """Return rows as a frame; the values stand in the order of `columns`."""
    # Polars takes whole columns faster than rows.
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    return pl.DataFrame(
        [
            pl.Series(name, column, dtype=_TYPES[kind])
            for (name, kind), column in zip(columns.items(), values, strict=True)
        ]
    )


@contextmanager
def visible(tables: Tables, **frames: pl.DataFrame) -> Iterator[None]:
    """Make several frames visible to statements for the duration of the block."""
    with ExitStack() as stack:
        for name, rows in frames.items():
            stack.enter_context(tables.with_frame(name, rows))
        yield


def rows_of(tables: Tables, statement: str, **parameters: Any) -> Iterator[Row]:
    """Yield the rows of a query, each with its values by name."""
    return tables.frame(statement, **parameters).iter_rows(named=True)
