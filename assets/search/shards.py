"""Shards of the index: what workers hand over, with the postings in parts by ranges of term keys.

A part is small enough to be sorted in memory, and one part behind the other is the whole in order.
What does not belong here: what stands in the rows (`indexing`).
"""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import polars as pl

from assets.engine.shards import Schema, Written, write_shard

# What a posting tells: the columns of `search.postings`, in their order.
POSTINGS: Schema = {
    "term_key": pl.UInt64,
    "article_no": pl.Int32,
    "impact": pl.UInt8,
    "start_char": pl.Int32,
    "word_no": pl.Int32,
}
# The columns of `search.slices`.
SLICES: Schema = {
    "article_no": pl.Int32,
    "slice_no": pl.Int32,
    "article_id": pl.String,
    "title": pl.String,
    "text": pl.String,
}
_KEYS = 2**64
# So many articles of usual length have about eight million postings, 170 MB of them.
_ARTICLES_OF_A_PART = 8192


def parts_of(articles: int) -> int:
    """Return into how many parts the postings of so many articles are put: a power of two."""
    return 1 << (max(articles - 1, 0) // _ARTICLES_OF_A_PART).bit_length()


def key_range(part: int, parts: int) -> tuple[int, int]:
    """Return the least and the greatest term key of a part."""
    width = _KEYS // parts
    return part * width, (part + 1) * width - 1


def postings_of(part: int) -> str:
    """Return the kind of shard that has the postings of a part."""
    return f"postings-{part:03d}"


def kinds(parts: int) -> Mapping[str, Schema]:
    """Return all kinds of shards with their columns."""
    return {"slices": SLICES, **{postings_of(part): POSTINGS for part in range(parts)}}


def write_index(
    folder: Path, place: int, parts: int, postings: pl.DataFrame, slices: pl.DataFrame
) -> Written:
    """Write a shard of every kind; `postings` are in the order of their keys.

    `place` tells shards apart: the place of their first article.
    """
    lowest = pl.Series([key_range(part, parts)[0] for part in range(1, parts)], dtype=pl.UInt64)
    cuts = [0, *postings["term_key"].search_sorted(lowest), postings.height]
    frames = {"slices": slices.select(*SLICES)}
    for part, (start, end) in enumerate(pairwise(cuts)):
        frames[postings_of(part)] = postings[start:end]
    return {
        kind: str(write_shard(folder / f"{kind}-{place:09d}.parquet", frame))
        for kind, frame in frames.items()
    }
