"""What one refresh works on: the input folder, the writer's database, the published file.

Every stage's Dagster asset gets one `Refresh` from the resources of `pipelines`. What does not
belong here: where the paths come from (`pipelines.settings`) and what the stages do.
"""

import contextlib
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assets.engine.mapping import map_tasks
from assets.engine.records import AnyTask, Done, Engine, Failed, Work
from assets.limits import Keeping, Limits
from assets.versions import code_version
from warehouse.connection import Database
from warehouse.session import WriterSession


class Progress(Protocol):
    """Where a stage reports how far it is."""

    def stage(self, name: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Open a stage of `total` pieces; the callable reports that so many more are done."""

    def note(self, sentence: str) -> None:
        """Tell something that a user should know, such as why everything is read anew."""


class SilentProgress:
    """Reports nothing: for runs whose progress is watched in Dagster's UI."""

    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:  # noqa: ARG002 - the protocol's parameters
        """Accept the reports of a stage."""
        yield lambda _done: None

    def note(self, sentence: str) -> None:
        """Accept a note."""


@dataclass(frozen=True, slots=True)
class Refresh:
    """The paths, limits and origin of one refresh.

    `session` holds the database `writer`. `engine` runs what is done page by page; `shards` is a
    folder for its rows, of this refresh alone. With `keep_missing` the articles of files that are
    gone stay.
    """

    input_folder: Path
    writer: Path
    session: WriterSession
    published: Path
    snapshots: Path
    keeping: Keeping
    judgements: Path
    limits: Limits
    trigger: str
    progress: Progress
    engine: Engine
    shards: Path
    keep_missing: bool

    def open_writer(self) -> AbstractContextManager[Database]:
        """Open the writer's database for one stage."""
        return self.session.stage()

    def map(
        self, title: str, total: int, work: Work, tasks: Iterable[AnyTask]
    ) -> Iterator[Done | Failed]:
        """Do work on `total` items with the engine; yields what came of all of them."""
        if total == 0:
            return
        with self.progress.stage(title, total) as advance:
            yield from map_tasks(self.engine, work, tasks, advance)

    def begin(self, database: Database, run_id: str) -> str:
        """Return the id of this run's refresh, noting its start the first time.

        A refresh that was left running by a crash is noted as failed: only one refresh runs at a
        time, so it cannot be alive.
        """
        now = dt.datetime.now(dt.UTC)
        database.run(
            "refresh/begin",
            refresh_id=f"{now:%Y%m%dT%H%M%SZ}-{run_id[:8]}",
            run_id=run_id,
            trigger=self.trigger,
            input_folder=str(self.input_folder),
            now=now,
            code_version=code_version(),
        )
        refresh_id: str = database.frame("refresh/of_run", run_id=run_id).item()
        return refresh_id
