"""Work of linking that engines map: which blocks statements are in, and which of them are alike.

Pure functions of a task and the shards it names. What does not belong here: cutting the work into
tasks (`handing_out`), and joining what is alike (`linking`).
"""

from collections.abc import Generator, Mapping, Sequence

import polars as pl

from assets.engine.records import Task
from assets.engine.shards import Piece, Schema, Written, write_shard
from assets.events.linking.borders import told_events
from assets.events.linking.candidates import Block, blocks, is_dated
from assets.events.linking.features import features, kinds_of
from assets.events.linking.linking import Comparison, is_alike
from assets.reference.records import load_reference

# Of a large archive the blocks are millions: in them a statement is a number.
BLOCKS: Mapping[str, Schema] = {
    "blocks": {"number": pl.UInt32, "block": pl.Int64, "is_day": pl.Boolean},
    "numbered": {
        "number": pl.UInt32,
        "statement_id": pl.String,
        "article_id": pl.String,
        "is_dated": pl.Boolean,
    },
}
EDGES: Mapping[str, Schema] = {
    "edges": {
        "left_id": pl.String,
        "right_id": pl.String,
        "score": pl.Float64,
        "signals": pl.List(pl.String),
    }
}


def find_blocks(task: Task[int, Piece]) -> Generator[int, None, list[Written]]:
    """Find the blocks that statements are in; reads `told`, the rows of statements."""
    kinds = kinds_of(load_reference())
    yield 0  # starting is no statement's fault
    numbers: list[int] = []
    found: list[Block] = []
    numbered: list[tuple[int, str, str, bool]] = []
    rows = task.common.read("told")[list(task.items)]
    for number, told in enumerate(told_events(rows), task.first):
        item = features(told, kinds)
        numbered.append((number, told.statement_id, told.article_id, is_dated(item)))
        found.extend(blocks(item))
        numbers.extend([number] * (len(found) - len(numbers)))
        yield 1
    columns = (numbers, [one.key for one in found], [one.is_day for one in found])
    frames = {
        "blocks": pl.DataFrame(columns, schema=BLOCKS["blocks"]),
        "numbered": pl.DataFrame(numbered, schema=BLOCKS["numbered"], orient="row"),
    }
    return [_write(task, frames)]


def compare_pairs(task: Task[int, Piece]) -> Generator[int, None, list[Written]]:
    """Find the pairs of statements that are alike, and why.

    Reads `pairs`, a statement in each row with those it is worth comparing with, `told`, the rows
    of all these statements, and `parents`, which place lies in which.
    """
    kinds = kinds_of(load_reference())
    yield 0  # starting is no statement's fault
    pairs = task.common.read("pairs")[list(task.items)]
    rows = task.common.read("told").filter(
        pl.col("statement_id").is_in(compared_in(pairs).implode())
    )
    told = {one.statement_id: one for one in told_events(rows)}
    parents = dict(task.common.read("parents").iter_rows())
    comparison = Comparison(told, kinds, parents)
    edges: list[tuple[str, str, float, Sequence[str]]] = []
    for left, rights in pairs.iter_rows():
        for right in rights:
            found = comparison(left, right)
            if is_alike(found):
                edges.append((left, right, found.score, found.signals))
        yield 1
    frame = pl.DataFrame(edges, schema=EDGES["edges"], orient="row")
    return [_write(task, {"edges": frame})]


def compared_in(pairs: pl.DataFrame) -> pl.Series:
    """Return the statements that stand in rows of `pairs`, each once, as `statement_id`."""
    both = pl.concat([pairs["left_id"], pairs["right_ids"].explode()])
    return both.unique().alias("statement_id")


def _write(task: Task[int, Piece], frames: Mapping[str, pl.DataFrame]) -> Written:
    folder = task.common.shards.folder
    return {
        kind: str(write_shard(folder / f"{kind}-{task.first:09d}.parquet", frame))
        for kind, frame in frames.items()
    }
