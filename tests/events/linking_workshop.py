"""Where tests of linking let its work be done, noting what was asked for."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from assets.engine.mapping import map_tasks
from assets.engine.records import AnyTask, Done, Engine, EngineLimits, Failed, Work
from assets.engine.serial import Serial

LIMITS = EngineLimits(workers=1, item_seconds=60.0, worker_memory=2_000_000_000, worker_tasks=9)


class NotingWorkshop:
    """A workshop, in this process if not told otherwise; `titles` are those of its work."""

    def __init__(self, shards: Path, engine: Engine | None = None) -> None:
        self.shards = shards
        self.engine = engine or Serial(LIMITS)
        self.titles: list[str] = []

    def map(
        self, title: str, total: int, work: Work, tasks: Iterable[AnyTask]
    ) -> Iterator[Done | Failed]:
        """Do the work."""
        self.titles.append(f"{title}: {total}")
        return map_tasks(self.engine, work, tasks, lambda _done: None)
