"""Mapping work over items on any engine, so that one bad item costs nothing but itself.

A task that fails is done again in three parts: the items before the one it was at, that one alone,
and those after it. An item that fails again, and alone, is the one at fault; once may be bad luck,
as when the machine runs out of memory.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from assets.engine.records import Advance, AnyTask, Common, Done, Engine, Failed, Task, Work


def map_tasks(
    engine: Engine, work: Work, tasks: Iterable[AnyTask], advance: Advance
) -> Iterator[Done | Failed]:
    """Yield what came of every item: tasks that are done, and failed tasks of one item."""
    waiting, tried = tasks, False
    while True:
        again: list[AnyTask] = []
        for end in engine.run(work, waiting, advance):
            if isinstance(end, Done):
                yield end
            elif tried and len(end.task.items) == 1:
                advance(1)
                yield end
            else:
                advance(-end.at)
                again += _parts(end)
        if not again:
            return
        waiting, tried = again, True


def _parts(failed: Failed) -> list[AnyTask]:
    task, at = failed.task, min(failed.at, len(failed.task.items) - 1)
    cuts = (0, at, at + 1, len(task.items))
    return [task.part(start, end) for start, end in pairwise(cuts) if start < end]


def in_tasks(
    items: Sequence[Any],
    common: Common,
    size: int,
    first: int = 0,
    group_of: Callable[[Any], object] | None = None,
) -> Iterator[Task[Any, Common]]:
    """Yield tasks of at most `size` items; none holds items of two groups."""
    start = 0
    for at in range(1, len(items) + 1):
        full = at - start == size or at == len(items)
        if full or (group_of is not None and group_of(items[at]) != group_of(items[start])):
            yield Task(first + start, items[start:at], common)
            start = at
