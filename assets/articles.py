"""Articles that a stage has not looked into: taken in pieces, given to the engine, noted as done.

What the shells of entities and events share. What they look for is their own work's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from assets.engine.mapping import in_tasks
from assets.engine.records import Task, Work
from assets.engine.shards import Collected, Piece, ShardPlan, collect, write_shard
from assets.refresh import Refresh
from assets.versions import Stage, stage_version
from warehouse.connection import Database

# Articles whose texts are taken from the database at a time, and articles in a task.
_PIECE, _TASK = 2048, 64
_GIVEN_UP = {"article_id": pl.String, "reason": pl.String}


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in articles, and with which version each is noted as done.

    `pending` has the columns article_id, document_id and derived_with; `given_up` article_id and
    reason.
    """

    found: Collected
    pending: pl.DataFrame
    given_up: pl.DataFrame


def pending_articles(refresh: Refresh, database: Database, stage: Stage) -> pl.DataFrame:
    """Return the articles that a stage has to look into: article_id, document_id and row_id."""
    version = stage_version(stage)
    within = refresh.engine.limits.within(version)
    return database.frame("articles/pending", stage=stage, version=version, limited_version=within)


def look_into(
    refresh: Refresh,
    database: Database,
    stage: Stage,
    title: str,
    pending: pl.DataFrame,
    work: Work,
    inputs: Mapping[str, str],
    schemas: Mapping[str, Mapping[str, Any]],
) -> Looked:
    """Do a stage's work on articles.

    `inputs` names the statements that give what is read of the articles in `piece`, `schemas` the
    columns of each kind of rows that the work finds.
    """
    folder = refresh.shards / stage
    plan = ShardPlan(folder / "found", schemas)
    tasks = _tasks(database, pending, inputs, folder / "read", plan)
    found = collect(plan, refresh.map(title, pending.height, work, tasks))
    version = stage_version(stage)
    reasons = {pending["article_id"][failed.task.first]: failed.reason for failed in found.failed}
    given_up = pl.DataFrame(list(reasons.items()), schema=_GIVEN_UP, orient="row")
    derived_with = (
        pl.when(pl.col("article_id").is_in(given_up["article_id"].implode()))
        .then(pl.lit(refresh.engine.limits.within(version)))
        .otherwise(pl.lit(version))
        .alias("derived_with")
    )
    return Looked(found, pending.drop("row_id").with_columns(derived_with), given_up)


def note_given_up(database: Database, stage: Stage, looked: Looked) -> None:
    """Note in which of the articles in the frame `pending` the stage gave up."""
    with database.with_frame("given_up", looked.given_up):
        database.run("articles/note_given_up", stage=stage)


def _tasks(
    database: Database,
    pending: pl.DataFrame,
    inputs: Mapping[str, str],
    folder: Path,
    plan: ShardPlan,
) -> Iterator[Task[int, Piece]]:
    for start in range(0, pending.height, _PIECE):
        piece = pending[start : start + _PIECE].select("article_id", "row_id")
        with database.with_frame("piece", piece):
            paths = {
                name: write_shard(folder / f"{name}-{start:09d}.parquet", database.frame(statement))
                for name, statement in inputs.items()
            }
        yield from in_tasks(range(piece.height), Piece(paths, plan), _TASK, start)
