"""What linking needs of the world around it: the database, and somebody who does its work.

Protocols, so that nothing here knows DuckDB or Dagster, and the rows that come of the database.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

import polars as pl

from assets.engine.records import AnyTask, Done, Engine, Failed, Work
from assets.events.linking.records import ToldEvent
from assets.events.rows import OPENING_LENGTH, told_event


class Store(Protocol):
    """The database, as far as it is needed here (`warehouse.connection.Database`)."""

    def run(self, statement: str, **parameters: Any) -> None:
        """Run a file of statements."""

    def frame(self, statement: str, **parameters: Any) -> pl.DataFrame:
        """Run a query and return its rows."""

    def with_frame(self, name: str, rows: pl.DataFrame) -> AbstractContextManager[None]:
        """Let statements see `rows` under a name."""


class Workshop(Protocol):
    """Where work is done, and the folder for its shards (`assets.refresh.Refresh`)."""

    @property
    def engine(self) -> Engine:
        """What runs the work."""

    @property
    def shards(self) -> Path:
        """The folder of this refresh alone."""

    def map(
        self, title: str, total: int, work: Work, tasks: Iterable[AnyTask]
    ) -> Iterator[Done | Failed]:
        """Do work on `total` items and show how far it is; yields what came of all of them."""


def told_rows(store: Store, wanted: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of some statements (`statement_id`), each with what linking compares."""
    with store.with_frame("wanted", wanted):
        store.run("linking/want")
        return store.frame("linking/told", opening_length=OPENING_LENGTH)


def told_events(rows: pl.DataFrame) -> Iterator[ToldEvent]:
    """Yield the statements of rows as `told_rows` gives them."""
    return (told_event(row) for row in rows.iter_rows(named=True))
