"""Shards: Parquet files through which tasks and their rows go, in a folder of one refresh.

A shard is whole or not there; nobody looks for shards but by the paths that finished tasks return,
so those of a worker that was killed are in nobody's way.
"""

import contextlib
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import polars as pl

from assets.engine.records import Done, Failed

Schema = Mapping[str, Any]
Rows = dict[str, list[dict[str, Any]]]
Written = dict[str, str]


@dataclass(frozen=True, slots=True)
class ShardPlan:
    """Where the shards of a work go, and the columns of each kind with their Polars types."""

    folder: Path
    schemas: Mapping[str, Schema]

    def write(self, place: int | None, rows: Rows, part: int = 0) -> Written:
        """Write one shard of every kind; return their paths by kind.

        `place` tells shards of one work apart: the place of their first item, None for no item;
        `part` those that begin at one place.
        """
        name = "none" if place is None else f"{place:09d}-{part}"
        written = {}
        for kind, schema in self.schemas.items():
            frame = pl.DataFrame(rows.get(kind) or None, schema=dict(schema))
            written[kind] = str(write_shard(self.folder / f"{kind}-{name}.parquet", frame))
        return written


@dataclass(frozen=True, slots=True)
class Piece:
    """What is the same for all items of a piece: shards to read, by kind, and where others go.

    The items of its tasks are numbers of rows of a shard to read.
    """

    inputs: Mapping[str, Path]
    shards: ShardPlan

    def read(self, kind: str) -> pl.DataFrame:
        """Return all rows of a kind; those read last are kept for the next task of the piece."""
        return _read(self.inputs[kind])


@lru_cache(maxsize=4)
def _read(path: Path) -> pl.DataFrame:
    return pl.read_parquet(path)


@dataclass(frozen=True, slots=True)
class Collected:
    """What came of a work: the shards of every kind, one or more, and the items that failed."""

    paths: Mapping[str, list[str]]
    failed: Sequence[Failed]

    def frame(self, kind: str) -> pl.DataFrame:
        """Return all rows of a kind."""
        return pl.read_parquet(self.paths[kind])


def write_shard(path: Path, rows: pl.DataFrame) -> Path:
    """Write a shard, in the place of an earlier one; at any instant the path is whole or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    rows.write_parquet(partial, compression="lz4")
    return partial.replace(path)


def collect(plan: ShardPlan, ends: Iterable[Done | Failed]) -> Collected:
    """Return what came of a work whose tasks return lists of `Written`, in the order of its items.

    The order in which tasks end, and how items were put into tasks, makes no difference.
    """
    done: list[Done] = []
    failed: list[Failed] = []
    for end in ends:
        if isinstance(end, Done):
            done.append(end)
        else:
            failed.append(end)
    done.sort(key=lambda end: end.task.first)
    failed.sort(key=lambda end: end.task.first)
    # A shard of no rows, so that every kind has one to read.
    paths = {kind: [path] for kind, path in plan.write(None, {}).items()}
    for end in done:
        for written in end.result:
            for kind, path in written.items():
                paths[kind].append(path)
    return Collected(paths, failed)


@contextlib.contextmanager
def shard_folder(parent: Path) -> Iterator[Path]:
    """Give an empty folder below `parent` and remove it afterwards.

    What a dead refresh left below `parent` goes first. No path comes twice: workers keep what they
    read by its path.
    """
    shutil.rmtree(parent, ignore_errors=True)
    try:
        yield parent / secrets.token_hex(8)
    finally:
        shutil.rmtree(parent, ignore_errors=True)
