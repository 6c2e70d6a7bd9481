"""What passes between a caller and an engine: tasks, what came of them, and the engine itself.

A piece of work is a module-level generator function of one `Task`. It yields 1 after every item, or
0 as a sign of life, and returns a small result (paths of shards, counts). It reads and writes
nothing but files that its task names, so an engine may run it in this process, in another one or on
another machine, and more than once. What does not belong here: how any engine does that.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

Item = TypeVar("Item")
Common = TypeVar("Common")


@dataclass(frozen=True, slots=True)
class Task(Generic[Item, Common]):
    """Some of the items that a work is about, in order, and what is the same for all of them.

    `first` is the place of the first of `items` among all items of the work, from 0.
    """

    first: int
    items: Sequence[Item]
    common: Common

    def part(self, start: int, end: int) -> "Task[Item, Common]":
        """Return the task of `items[start:end]`."""
        return Task(self.first + start, self.items[start:end], self.common)


AnyTask: TypeAlias = Task[Any, Any]
Work: TypeAlias = Callable[[AnyTask], Generator[int, None, Any]]
Advance: TypeAlias = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Done:
    """A task whose items are all done, and what the work returned."""

    task: AnyTask
    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """A task that took too long, died or raised while it was at `items[at]`; nothing of it counts.

    An engine that cannot tell says 0. `reason` tells a user why, and which setting to raise.
    """

    task: AnyTask
    at: int
    reason: str


class BrokenEngineError(Exception):
    """The engine itself fails, not an item: no space left, workers that do not start."""


def failure_of(error: Exception) -> str:
    """Return the reason that stands for an error of the work itself."""
    return f"failed ({type(error).__name__}: {error}); please report the page"


@dataclass(frozen=True, slots=True)
class EngineLimits:
    """What work may take: processes at a time, seconds an item, bytes and tasks a process."""

    workers: int
    item_seconds: float
    worker_memory: int
    worker_tasks: int

    def within(self, version: str) -> str:
        """Return the version that stands for an item given up by code of `version`.

        With other limits the item is tried anew.
        """
        return f"{version} within {self.item_seconds:g} s, {self.worker_memory} bytes"

    @property
    def too_long(self) -> str:
        """Why an item was given up that took too long."""
        seconds = f"{self.item_seconds:g} s"
        return f"took longer than {seconds}; raise BAOKHO_PAGE_SECONDS or remove the page"

    @property
    def too_large(self) -> str:
        """Why an item was given up that needed too much memory."""
        size = f"{self.worker_memory / 1e9:.2g} GB"
        return f"needed more than {size} of memory; raise BAOKHO_WORKER_MEMORY or remove the page"


class Engine(Protocol):
    """Runs tasks; every engine gives the same results, in any order."""

    limits: EngineLimits

    def run(
        self, work: Work, tasks: Iterable[AnyTask], advance: Advance
    ) -> Iterator[Done | Failed]:
        """Yield what came of each task as it ends; few tasks are taken from `tasks` ahead of time.

        `advance` is told of every item done. Raises `BrokenEngineError` when no task can be done.
        """

    def close(self) -> None:
        """End whatever still runs."""
