"""The processes engine: tasks in worker processes of this machine, which may be killed.

Workers are fresh interpreters that start only what they are asked to run: nothing of Dagster,
DuckDB or the program that started them is in them (a fork would copy locks that other threads
hold, `multiprocessing` would import the program's main module again). Each has a pipe of its own,
so that a worker killed at any instant leaves no lock behind. It tells of every item it has done:
one that is silent for too long is killed, and the item it was at is known.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pathlib import Path

from assets.engine.records import (
    Advance,
    AnyTask,
    BrokenEngineError,
    Done,
    EngineLimits,
    Failed,
    Work,
)
from assets.engine.worker import Broken, Raised, Ready, Returned

# The whole of a worker's program; what it imports beside is named by its tasks.
_PROGRAM = "import sys; from assets.engine.worker import serve; serve(*map(int, sys.argv[1:]))"
_SECONDS_TO_START = 60.0
# How often steps are looked for: to wake up at each of them would cost more than many an item.
_SECONDS_BETWEEN_LOOKS = 0.2
_MOST_STEPS = 1 << 16
# Every worker has one core: libraries that start threads of their own would only fight over it.
_ONE_THREAD = dict.fromkeys(("POLARS_MAX_THREADS", "RAYON_NUM_THREADS", "OMP_NUM_THREADS"), "1")


class Processes:
    """Runs tasks in up to `limits.workers` processes, which are kept for the next run."""

    def __init__(self, limits: EngineLimits) -> None:
        self.limits = limits
        self._workers: list[_Worker] = []

    def run(
        self, work: Work, tasks: Iterable[AnyTask], advance: Advance
    ) -> Iterator[Done | Failed]:
        """Yield what came of each task as it ends; no more workers start than there are tasks."""
        source = iter(tasks)
        waiting: deque[AnyTask] = deque()
        try:
            while True:
                # Tasks are prepared while the workers are at work, as many again as there are.
                ahead = 2 * self.limits.workers - len(waiting) - len(self._busy())
                waiting.extend(task for _, task in zip(range(ahead), source, strict=False))
                while waiting and (worker := self._free()) is not None:
                    worker.begin(work, waiting.popleft())
                busy = self._busy()
                if not busy:
                    return
                for worker in _heard_or_late(busy, advance):
                    end = worker.hear(advance)
                    if worker.is_spent:
                        self._let_go(worker)
                    if end is not None:
                        yield end
        finally:
            for worker in self._busy():
                self._let_go(worker)

    def close(self) -> None:
        """End all workers at once; what they were at is lost, and nothing else."""
        for worker in list(self._workers):
            self._let_go(worker)

    def _busy(self) -> "list[_Worker]":
        return [worker for worker in self._workers if worker.task is not None]

    def _free(self) -> "_Worker | None":
        for worker in list(self._workers):
            if worker.is_spent:  # it died while it had nothing to do
                self._let_go(worker)
            elif worker.task is None:
                return worker
        if len(self._workers) == self.limits.workers:
            return None
        self._workers.append(_Worker(self.limits))
        return self._workers[-1]

    def _let_go(self, worker: "_Worker") -> None:
        self._workers.remove(worker)
        worker.end()


@dataclass(frozen=True, slots=True)
class _Job:
    work: Work
    task: AnyTask


class _Worker:
    """One worker process, seen from here."""

    def __init__(self, limits: EngineLimits) -> None:
        self.task: AnyTask | None = None
        self.deadline = time.monotonic() + _SECONDS_TO_START
        self._limits = limits
        self._done_items = self._begun_tasks = 0
        self._is_ready = self._is_gone = False
        self._pipe, theirs = Pipe()
        self._steps, their_steps = os.pipe()
        os.set_blocking(self._steps, False)
        # The same code as here, wherever it was found; '' is the working folder.
        path = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, no shell
                [sys.executable, "-c", _PROGRAM, str(theirs.fileno()), str(their_steps)],
                pass_fds=[theirs.fileno(), their_steps],
                env={**os.environ, **_ONE_THREAD, "PYTHONPATH": path},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                # A group of its own: Ctrl-C is for this process, which then ends its workers.
                process_group=0,
            )
        os.close(their_steps)
        self._pipe.send(limits.worker_memory)

    @property
    def pipe(self) -> "Connection[object, object]":
        """Where the worker is heard."""
        return self._pipe

    @property
    def is_spent(self) -> bool:
        """Whether it is gone, or has done so much that a fresh one is better."""
        tired = self.task is None and self._begun_tasks >= self._limits.worker_tasks
        return self._is_gone or tired or (self.task is None and self._process.poll() is not None)

    def begin(self, work: Work, task: AnyTask) -> None:
        """Give the worker a task; it has none."""
        self.task, self._done_items = task, 0
        self._begun_tasks += 1
        if self._is_ready:
            self.deadline = time.monotonic() + self._limits.item_seconds
        with contextlib.suppress(OSError):  # it died while idle: hearing will tell
            self._pipe.send(_Job(work, task))

    def look(self, advance: Advance) -> None:
        """Count the steps done since the last look; a worker that did one is not late."""
        try:
            steps = os.read(self._steps, _MOST_STEPS)
        except BlockingIOError:
            return
        if steps:
            self.deadline = time.monotonic() + self._limits.item_seconds
            self._done_items += sum(steps)
            advance(sum(steps))

    def hear(self, advance: Advance) -> Done | Failed | None:
        """Take one message, or the silence; return what came of the task when it ended."""
        if not self._pipe.poll():
            return self._lost(self._limits.too_long)
        try:
            message = self._pipe.recv()
        except (EOFError, OSError):
            self.look(advance)
            return self._lost(self._why_it_died())
        self.look(advance)  # what it did before it said this
        match message:
            case Ready():
                self._is_ready = True
                self.deadline = time.monotonic() + self._limits.item_seconds
            case Returned(result):
                return Done(self._took_back(), result)
            case Raised(None):
                self._is_gone = True
                return self._failed(self._limits.too_large)
            case Raised(str() as reason):
                return self._failed(reason)
            case Broken(reason):
                raise BrokenEngineError(reason)
        return None

    def end(self) -> None:
        """Kill the process, whatever it does, and forget it."""
        self._pipe.close()
        os.close(self._steps)
        self._process.kill()
        self._process.wait()

    def _failed(self, reason: str) -> Failed:
        return Failed(self._took_back(), self._done_items, reason)

    def _took_back(self) -> AnyTask:
        task, self.task = self.task, None
        assert task is not None  # noqa: S101 - only a busy worker is heard
        return task

    def _lost(self, reason: str) -> Failed:
        if not self._is_ready:
            raise BrokenEngineError(
                f"a worker process does not start ({reason}); BAOKHO_ENGINE=serial works without"
            )
        self._is_gone = True
        return self._failed(reason)

    def _why_it_died(self) -> str:
        code = self._process.wait()
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return (
            f"the process that read it died ({how}), perhaps for want of memory; "
            "raise BAOKHO_WORKER_MEMORY or remove the page"
        )


def _heard_or_late(busy: "list[_Worker]", advance: Advance) -> "list[_Worker]":
    """Wait a little until workers say something or are late; return those.

    A worker that has said or done something is never late, however long this process looked
    elsewhere.
    """
    heard = wait([worker.pipe for worker in busy], _SECONDS_BETWEEN_LOOKS)
    for worker in busy:
        worker.look(advance)
    now = time.monotonic()
    return [worker for worker in busy if worker.pipe in heard or worker.deadline <= now]
