"""What one refresh works on: the input folder, the writer's database, the published file.

Every stage's Dagster asset gets one `Refresh` from the resources of `pipelines`. What does not
belong here: where the paths come from (`pipelines.settings`) and what the stages do.
"""

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assets.limits import Limits
from assets.versions import code_version
from warehouse.connection import Database, open_writer


class Progress(Protocol):
    """Where a stage reports how far it is."""

    def stage(self, name: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Open a stage of `total` pieces; the callable reports that so many more are done."""


class SilentProgress:
    """Reports nothing: for runs whose progress is watched in Dagster's UI."""

    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:  # noqa: ARG002 - the protocol's parameters
        """Accept the reports of a stage."""
        yield lambda _done: None


@dataclass(frozen=True, slots=True)
class Refresh:
    """The paths, limits and origin of one refresh."""

    input_folder: Path
    writer: Path
    published: Path
    judgements: Path
    limits: Limits
    trigger: str
    progress: Progress

    def open_writer(self) -> AbstractContextManager[Database]:
        """Open the writer's database for one stage."""
        return open_writer(self.writer)

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
