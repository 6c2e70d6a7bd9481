"""The inside of a worker process: it takes tasks from a pipe and tells how they go.

Every step it tells with a byte in a pipe of its own: a byte costs nothing, and the other side looks
for them when it likes. What does not belong here: deciding what happens to a task that fails
(`processes`, `mapping`).
"""

import contextlib
import ctypes
import gc
import os
import resource
import signal
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from assets.engine.records import failure_of

_PR_SET_PDEATHSIG = 1
# Records come and go by the thousand, hardly any in circles: looking for circles as often as Python
# does by itself takes a tenth of the time.
_OBJECTS_BETWEEN_LOOKS = 50_000


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has started."""


@dataclass(frozen=True, slots=True)
class Returned:
    """The task is done."""

    result: Any


@dataclass(frozen=True, slots=True)
class Raised:
    """The work raised while it was at an item; None for want of memory, and the worker leaves."""

    reason: str | None


@dataclass(frozen=True, slots=True)
class Broken:
    """The work raised for a reason that no item is to blame for."""

    reason: str


def serve(descriptor: int, steps: int) -> None:
    """Do the tasks that come through the pipe until its other end is closed.

    After every item the byte 1 goes to the descriptor `steps`, as a sign of life 0.
    """
    _die_with_parent()
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS, 20, 50)
    pipe: Connection[Any, Any] = Connection(descriptor)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        _limit_memory(pipe.recv())
        pipe.send(Ready())
        # What C libraries print of pages they do not like is for nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
        while True:
            told = _do(pipe, steps)
            pipe.send(told)
            if isinstance(told, Raised) and told.reason is None:
                return


def _do(pipe: "Connection[Any, Any]", steps: int) -> Returned | Raised | Broken:
    try:
        job = pipe.recv()
        doing = job.work(job.task)
        while True:
            try:
                done = next(doing)
            except StopIteration as stop:
                return Returned(stop.value)
            os.write(steps, bytes((done,)))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise
    except MemoryError:
        return Raised(None)
    except (OSError, ImportError) as error:
        return Broken(f"{type(error).__name__}: {error}")
    except Exception as error:
        return Raised(failure_of(error))


def _die_with_parent() -> None:
    """Let the kernel kill this process when its parent dies, even in the middle of a page.

    Where there is no such call (not Linux), the closed pipe ends it after the task it is at.
    """
    if sys.platform == "linux":
        parent = os.getppid()
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def _limit_memory(limit: int) -> None:
    """Let allocations beyond `limit` bytes fail.

    What counts is private writable memory. The whole address space would be the wrong measure:
    libraries reserve a gigabyte of it that they never touch.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
