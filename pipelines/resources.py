"""Resources: the one object that every stage gets, and the lock that keeps refreshes apart."""

import contextlib
from collections.abc import Callable, Generator, Iterator
from functools import partial
from pathlib import Path
from typing import get_args

import dagster as dg
from filelock import FileLock
from pydantic import PrivateAttr

from assets.engine.opening import open_engine
from assets.engine.shards import shard_folder
from assets.refresh import Progress, Refresh, SilentProgress
from assets.versions import Stage
from pipelines.running import hold_run
from pipelines.settings import Settings, lock_path, snapshots_path, writer_path
from pipelines.tags import TRIGGER_TAG
from warehouse.recovery import make_ready
from warehouse.session import WriterSession


class RefreshResource(dg.ConfigurableResource[Refresh]):
    """Makes the `Refresh` of a run from its configuration.

    Fields left empty come from the settings of the process; `full` reads everything anew. For the
    whole run the lock of the published file is held: a second refresh, from wherever it was
    started, waits for it. The system frees the lock of a process that dies.
    """

    input_folder: str = ""
    published: str = ""
    full: bool = False

    _progress: Progress = PrivateAttr(default_factory=SilentProgress)

    @contextlib.contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Generator[Refresh]:
        """Hold the lock while the run lasts."""
        settings = Settings()
        if context.run is not None:
            hold_run(settings.dagster_home, context.run.run_id)
        published = Path(self.published) if self.published else settings.warehouse
        writer = writer_path(settings.home, published)
        snapshots = snapshots_path(settings.home, published)
        with (
            writing(settings.home, published, partial(self._tell, context)),
            shard_folder(settings.home / "shards" / writer.stem) as shards,
            open_engine(settings.engine, settings.engine_limits) as engine,
            contextlib.ExitStack() as resources,
        ):
            for note in make_ready(
                writer, published, snapshots, stages=get_args(Stage), anew=self.full
            ):
                self._tell(context, note)
            session = resources.enter_context(
                contextlib.closing(WriterSession(writer, settings.database_memory))
            )
            yield Refresh(
                input_folder=Path(self.input_folder) if self.input_folder else settings.seeds,
                writer=writer,
                session=session,
                published=published,
                snapshots=snapshots,
                keeping=settings.keeping,
                judgements=settings.judgements,
                limits=settings.limits,
                keep_missing=settings.keep_missing,
                trigger=_trigger(context),
                progress=self._progress,
                engine=engine,
                shards=shards,
            )

    def reporting_to(self, progress: Progress) -> "RefreshResource":
        """Return this resource with its stages' progress going to `progress`."""

        # Dagster makes a new object of a run's configuration: only its class can remember.
        class Reporting(RefreshResource):
            _progress: Progress = PrivateAttr(default_factory=lambda: progress)

        return Reporting(input_folder=self.input_folder, published=self.published, full=self.full)

    def _tell(self, context: dg.InitResourceContext, sentence: str) -> None:
        self._progress.note(sentence)
        if context.log is not None:
            context.log.warning(sentence)


@contextlib.contextmanager
def writing(home: Path, published: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of a published file, waiting for whoever holds it now and telling so."""
    path = lock_path(home, published)
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except TimeoutError:
        tell("Another refresh of this warehouse is running; waiting for it to end.")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _trigger(context: dg.InitResourceContext) -> str:
    run = context.run
    return run.tags.get(TRIGGER_TAG, "manual") if run is not None else "manual"
