"""Work of search that engines map: article texts become shards of the index.

A pure function of a task and the shards it names. What does not belong here: what stands in the
index (`indexing`), and putting it together (`asset`).
"""

from collections.abc import Generator
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

import polars as pl

from assets.engine.records import Task
from assets.engine.shards import ShardPlan, Written
from assets.search.shards import write_index

# Characters of text that are cut at once: all words of them are in memory.
_RUN = 2_000_000


@dataclass(frozen=True, slots=True)
class ToIndex:
    """What is the same for the articles of a task; its items are numbers of rows of `texts`.

    `parts` tells into how many parts the postings are put.
    """

    texts: Path
    shards: ShardPlan
    parts: int


def index_texts(task: Task[int, ToIndex]) -> Generator[int, None, list[Written]]:
    """Cut the articles of a task into terms and slices; returns shards of both."""
    # Late: whoever only hands out tasks does without.
    from assets.search.indexing import index_articles, slice_texts

    common = task.common
    texts = pl.read_parquet(common.texts)[list(task.items)]
    written = []
    place = task.first
    for run in _runs(texts):
        postings, slices = index_articles(run), slice_texts(run)
        written.append(write_index(common.shards.folder, place, common.parts, postings, slices))
        place += run.height
        yield from repeat(1, run.height)
    return written


def _runs(texts: pl.DataFrame) -> list[pl.DataFrame]:
    """Put articles together that are cut at once: few long ones, a very long one alone.

    So an article that takes too much is the one at fault, whatever stands beside it.
    """
    length = pl.col("text").str.len_chars().cast(pl.Int64)
    run = pl.struct((length.cum_sum() - length) // _RUN, is_long=length > _RUN).rle_id()
    return texts.with_columns(run=run).partition_by("run", include_key=False)
