"""Resources: the one object that every stage gets, and the lock that keeps refreshes apart."""

import contextlib
from collections.abc import Generator
from pathlib import Path

import dagster as dg
from filelock import FileLock
from pydantic import PrivateAttr

from assets.refresh import Progress, Refresh, SilentProgress
from pipelines.settings import Settings, writer_path
from pipelines.tags import TRIGGER_TAG


class RefreshResource(dg.ConfigurableResource[Refresh]):
    """Makes the `Refresh` of a run from its configuration.

    Fields left empty come from the settings of the process. For the whole run a lock on the
    writer's database is held: a second refresh, from wherever it was started, waits for it.
    """

    input_folder: str = ""
    published: str = ""

    _progress: Progress = PrivateAttr(default_factory=SilentProgress)

    @contextlib.contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Generator[Refresh]:
        """Hold the lock while the run lasts."""
        settings = Settings()
        published = Path(self.published) if self.published else settings.warehouse
        writer = writer_path(settings.home, published)
        writer.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(writer.with_suffix(".lock"))
        if context.log is not None and lock_is_held(lock):
            context.log.info("another refresh of this warehouse is running; waiting for it to end")
        with lock:
            yield Refresh(
                input_folder=Path(self.input_folder) if self.input_folder else settings.seeds,
                writer=writer,
                published=published,
                judgements=settings.judgements,
                limits=settings.limits,
                trigger=_trigger(context),
                progress=self._progress,
            )

    def reporting_to(self, progress: Progress) -> "RefreshResource":
        """Return this resource with its stages' progress going to `progress`."""

        # Dagster makes a new object of a run's configuration: only its class can remember.
        class Reporting(RefreshResource):
            _progress: Progress = PrivateAttr(default_factory=lambda: progress)

        return Reporting(input_folder=self.input_folder, published=self.published)


def lock_is_held(lock: FileLock) -> bool:
    """Tell whether another process holds the lock at this moment."""
    try:
        with lock.acquire(timeout=0):
            return False
    except TimeoutError:
        return True


def _trigger(context: dg.InitResourceContext) -> str:
    run = context.run
    return run.tags.get(TRIGGER_TAG, "manual") if run is not None else "manual"
