"""The work of linking handed out: cut into pieces, done by an engine, and all of it or nothing.

What is little is done in this process: waking workers would cost more. What does not belong here:
the work itself (`work`), and what becomes of it (`renewal`).
"""

from collections.abc import Iterator

import polars as pl

from assets.engine.mapping import in_tasks, map_tasks
from assets.engine.records import Done, Failed, Task, Work
from assets.engine.serial import Serial
from assets.engine.shards import Collected, Piece, ShardPlan, collect, write_shard
from assets.events.linking.borders import Store, Workshop, told_rows
from assets.events.linking.work import BLOCKS, EDGES, compare_pairs, compared_in, find_blocks

# Statements whose texts are taken from the database at a time, and those of a task.
_STATEMENTS, _OF_A_TASK = 5_000, 500
# Statements that are compared with others: of a piece, and of a task. Neighbours are compared with
# the same others, whose words every task finds anew.
_COMPARED, _COMPARED_IN_A_TASK = 4_096, 1_024
# Up to so many statements, and pairs of them, are little.
_FEW_STATEMENTS, _FEW_PAIRS = 500, 1_000
_Tasks = Iterator[Task[int, Piece]]


class NotLinkedError(Exception):
    """Statements that could not be compared: without them events would be told wrongly."""


def statement_blocks(store: Store, workshop: Workshop, stale: pl.DataFrame) -> Collected:
    """Return the blocks of statements (`statement_id`), of the kinds of `work.BLOCKS`.

    Raises:
        NotLinkedError: a statement was given up.
    """
    folder = workshop.shards / "linking" / "blocks"
    plan = ShardPlan(folder, BLOCKS)

    def tasks() -> _Tasks:
        for start in range(0, stale.height, _STATEMENTS):
            told = told_rows(store, stale[start : start + _STATEMENTS])
            inputs = {"told": write_shard(folder / f"told-{start:09d}.parquet", told)}
            yield from in_tasks(range(told.height), Piece(inputs, plan), _OF_A_TASK, start)

    little = stale.height <= _FEW_STATEMENTS
    ends = _ends(workshop, "Looking at events", stale.height, find_blocks, tasks(), little)
    return _all_of(collect(plan, ends), "told", "statement_id")


def alike_pairs(
    store: Store, workshop: Workshop, pairs: pl.DataFrame, parents: pl.DataFrame
) -> pl.DataFrame:
    """Return those of the pairs that are alike, and why: the columns of `work.EDGES`.

    `pairs` has in each row a statement and those to compare it with, `parents` which place lies in
    which.

    Raises:
        NotLinkedError: a statement was given up.
    """
    folder = workshop.shards / "linking" / "edges"
    plan = ShardPlan(folder, EDGES)

    def tasks() -> _Tasks:
        places = write_shard(folder / "parents.parquet", parents)
        for start in range(0, pairs.height, _COMPARED):
            piece = pairs[start : start + _COMPARED]
            rows = {"pairs": piece, "told": told_rows(store, compared_in(piece).to_frame())}
            inputs = {
                name: write_shard(folder / f"{name}-{start:09d}.parquet", frame)
                for name, frame in rows.items()
            }
            common = Piece({**inputs, "parents": places}, plan)
            yield from in_tasks(range(piece.height), common, _COMPARED_IN_A_TASK, start)

    little = pairs["right_ids"].list.len().sum() <= _FEW_PAIRS
    ends = _ends(workshop, "Comparing events", pairs.height, compare_pairs, tasks(), little)
    return _all_of(collect(plan, ends), "pairs", "left_id").frame("edges")


def _ends(
    workshop: Workshop, title: str, total: int, work: Work, tasks: _Tasks, little: bool
) -> Iterator[Done | Failed]:
    if little:
        return map_tasks(Serial(workshop.engine.limits), work, tasks, lambda _done: None)
    return workshop.map(title, total, work, tasks)


def _all_of(found: Collected, kind: str, column: str) -> Collected:
    """Return what was found; `column` of the rows read of a `kind` tells which item failed."""
    for failed in found.failed:
        task: Task[int, Piece] = failed.task
        statement = task.common.read(kind)[column][task.items[0]]
        raise NotLinkedError(f"events cannot be linked: statement {statement} {failed.reason}")
    return found
