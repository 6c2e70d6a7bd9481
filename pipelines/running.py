"""Which runs are alive: the process of a run holds a lock file until it ends, however it ends.

The system lets go of a lock when its process is killed, in a container or not, so there are no
process ids to compare that another process got since. What does not belong here: the lock of the
writer's database, which keeps refreshes apart (`resources`).
"""

import contextlib
import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

if TYPE_CHECKING:
    from dagster import DagsterInstance

_FOLDER = "running"
# A run without a lock file is only starting, or it ended before it could make one.
_STARTING = dt.timedelta(minutes=10)
_GONE = "The process of this run ended without a word: it was killed, or the machine stopped."

_held: FileLock | None = None


@dataclass(frozen=True, slots=True)
class RunProcess:
    """The process that works, or worked, on a run."""

    pid: int
    alive: bool


def hold_run(dagster_home: Path, run_id: str) -> None:
    """Let others see until the end of this process that it works on the run.

    A process works on one run at a time: the lock of an earlier run is given back.
    """
    global _held
    if _held is not None:
        _held.release()
        with contextlib.suppress(OSError):
            Path(_held.lock_file).unlink()
    folder = dagster_home / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    _held = FileLock(folder / f"{run_id}.{os.getpid()}")
    _held.acquire()


def process_of(dagster_home: Path, run_id: str) -> RunProcess | None:
    """Return the process of a run, None when it left no trace."""
    for path in (dagster_home / _FOLDER).glob(f"{run_id}.*"):
        return RunProcess(pid=int(path.suffix[1:]), alive=_is_locked(path))
    return None


def fail_ended_runs(instance: "DagsterInstance", dagster_home: Path) -> list[str]:
    """Mark runs whose process is gone as failed, so that none stays "started" for ever.

    Returns their ids. Runs that wait in the queue have no process yet and are left alone.
    """
    from dagster import DagsterRunStatus, RunsFilter

    unfinished = RunsFilter(
        statuses=[
            DagsterRunStatus.NOT_STARTED,
            DagsterRunStatus.STARTING,
            DagsterRunStatus.STARTED,
            DagsterRunStatus.CANCELING,
        ]
    )
    ended = []
    for record in instance.get_run_records(unfinished):
        run_id = record.dagster_run.run_id
        process = process_of(dagster_home, run_id)
        age = dt.datetime.now(dt.UTC) - record.create_timestamp
        if process.alive if process else age < _STARTING:
            continue
        run = instance.get_run_by_id(run_id)  # it may have ended well a moment ago
        if run is not None and not run.is_finished:
            instance.report_run_failed(run, _GONE)
            ended.append(run_id)
    for path in (dagster_home / _FOLDER).glob("*"):
        if not _is_locked(path):
            path.unlink(missing_ok=True)
    return ended


def _is_locked(path: Path) -> bool:
    try:
        with FileLock(path, timeout=0):
            return False
    except TimeoutError:
        return True
