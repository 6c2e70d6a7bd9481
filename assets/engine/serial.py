"""The serial engine: every task in this process, one after another.

For debugging, tests and machines with one core. A work that takes too long is interrupted where
Python gets a turn: in the main thread only, and not inside one long call of a C library. There is
no limit on memory, and a crash is a crash of this process: `processes` has none of these gaps.
"""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from types import FrameType

from assets.engine.records import (
    Advance,
    AnyTask,
    BrokenEngineError,
    Done,
    EngineLimits,
    Failed,
    Work,
    failure_of,
)


class _TookTooLongError(BaseException):
    """Not an `Exception`, so that no reader takes it for trouble of its own and goes on."""


class Serial:
    """Runs tasks in this process."""

    def __init__(self, limits: EngineLimits) -> None:
        self.limits = limits

    def run(
        self, work: Work, tasks: Iterable[AnyTask], advance: Advance
    ) -> Iterator[Done | Failed]:
        """Yield what came of each task, in their order."""
        for task in tasks:
            yield self._one(work, task, advance)

    def close(self) -> None:
        """Nothing runs between tasks."""

    def _one(self, work: Work, task: AnyTask, advance: Advance) -> Done | Failed:
        done = 0
        try:
            with _alarm() as rearm:
                steps = work(task)
                while True:
                    rearm(self.limits.item_seconds)
                    try:
                        items = next(steps)
                    except StopIteration as stop:
                        return Done(task, stop.value)
                    done += items
                    advance(items)
        except _TookTooLongError:
            return Failed(task, done, self.limits.too_long)
        except MemoryError:
            return Failed(task, done, self.limits.too_large)
        except (OSError, ImportError) as error:
            raise BrokenEngineError(f"{type(error).__name__}: {error}") from error
        except Exception as error:
            return Failed(task, done, failure_of(error))


@contextlib.contextmanager
def _alarm() -> Iterator[Callable[[float], object]]:
    """Give a function that lets `_TookTooLongError` be raised so many seconds from then."""
    if threading.current_thread() is not threading.main_thread():
        yield lambda _seconds: None
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _TookTooLongError

    earlier = signal.signal(signal.SIGALRM, ring)
    try:
        yield lambda seconds: signal.setitimer(signal.ITIMER_REAL, seconds)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)
