"""The Dagster shell of search: new articles enter the index, those that are gone leave it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.engine.records import Task
from assets.engine.shards import Collected, ShardPlan, collect, write_shard
from assets.refresh import Refresh
from assets.search.shards import key_range, kinds, parts_of, postings_of
from assets.search.work import ToIndex, index_texts
from assets.versions import stage_version
from warehouse.connection import Database

# One asset stands for the index: its other tables say nothing by themselves.
_TABLES = ("search.articles",)
_INPUTS = ("core.articles", "core.similar_articles")
# Articles whose texts are taken from the database at a time, and articles in a task: the more, the
# fewer shards there are and the more words come again in one.
_PIECE, _TASK = 2048, 512
# Sorting anew costs as much as the index is large, but every question looks through all terms that
# are not sorted: a tenth of them, come one by one, makes it twice as slow.
_SORT_SHARE = 0.05
_GIVEN_UP = {"article_id": pl.String, "reason": pl.String}


@dg.multi_asset(
    name="search",
    specs=[
        shell.table_spec(table, "search", _INPUTS, {"python", "duckdb"}, "search")
        for table in _TABLES
    ],
    check_specs=shell.check_specs("search"),
    pool="duckdb_writer",
)
def search(
    context: dg.AssetExecutionContext, refresh: dg.ResourceParam[Refresh]
) -> Iterator[dg.MaterializeResult[Any]]:
    """Bring the index that `search_articles` asks up to the articles of this refresh."""
    version = stage_version("search")
    with refresh.open_writer() as database:
        refresh_id = refresh.begin(database, context.run.run_id)
        indexed = renew(refresh, database, version)
        yield from shell.report(
            database, "search", _TABLES, refresh_id, {"articles_indexed": indexed}
        )


def renew(refresh: Refresh, database: Database, version: str) -> int:
    """Put articles that are new into the index and take out those that are gone or changed.

    Returns how many are new.
    """
    within = refresh.engine.limits.within(version)
    pending = database.frame("search/pending", version=version, limited_version=within)
    if pending.is_empty() and not database.frame("search/gone_count").item():
        return 0
    with database.with_frame("pending", pending):
        database.run("search/find_leaving")
        leaving = database.frame("search/leaving_count").item()
        out_of_order = database.frame("search/out_of_order").item() + pending.height + leaving
        held = database.row_count("search.articles") + pending.height
        sorts_anew = out_of_order > _SORT_SHARE * held
        parts = parts_of(held) if sorts_anew else 1
        cut = _cut(refresh, database, pending, parts)
        with database.with_frame("given_up", _given_up(pending, cut)), database.transaction():
            if leaving:
                _take_out(database, with_terms=not sorts_anew)
            database.run("articles/note_given_up", stage="search")
            slices = cut.paths["slices"]
            database.run("search/put_in", slices=slices, version=version, limited_version=within)
            if sorts_anew:
                _sort_anew(refresh, database, cut, parts)
            else:
                database.run("search/append", postings=cut.paths[postings_of(0)])
    return pending.height


def _cut(refresh: Refresh, database: Database, pending: pl.DataFrame, parts: int) -> Collected:
    """Cut the pending articles into shards of the index."""
    plan = ShardPlan(_folder(refresh) / "cut", kinds(parts))
    tasks = _tasks(refresh, database, pending, plan, parts)
    return collect(plan, refresh.map("Indexing words", pending.height, index_texts, tasks))


def _tasks(
    refresh: Refresh, database: Database, pending: pl.DataFrame, plan: ShardPlan, parts: int
) -> Iterator[Task[int, ToIndex]]:
    for start in range(0, pending.height, _PIECE):
        with database.with_frame("piece", pending[start : start + _PIECE]):
            texts = database.frame("search/texts")
        for at in range(0, texts.height, _TASK):
            place = start + at
            some = texts[at : at + _TASK]
            path = write_shard(_folder(refresh) / f"texts-{place:09d}.parquet", some)
            yield Task(place, range(some.height), ToIndex(path, plan, parts))


def _given_up(pending: pl.DataFrame, cut: Collected) -> pl.DataFrame:
    rows = [(pending["article_id"][failed.task.first], failed.reason) for failed in cut.failed]
    return pl.DataFrame(rows, schema=_GIVEN_UP, orient="row")


def _take_out(database: Database, *, with_terms: bool) -> None:
    # Sorting anew leaves the terms out anyway.
    if with_terms:
        with database.with_frame("taken", database.frame("search/take_terms")):
            database.run("search/count_down")
    database.run("search/take_out")


def _sort_anew(refresh: Refresh, database: Database, cut: Collected, parts: int) -> None:
    """Put all postings into order, part by part: those of `cut` and those that stay."""
    kept = list(_set_aside(refresh, database, parts))
    database.run("search/empty")
    with refresh.progress.stage("Sorting words", parts) as advance:
        for part in range(parts):
            shards = [*cut.paths[postings_of(part)], *kept[part]]
            database.run("search/add_part", postings=shards)
            advance(1)
    database.run("search/end_sorting")


def _set_aside(refresh: Refresh, database: Database, parts: int) -> Iterator[list[str]]:
    """Write the postings that stay to shards; yield those of each part."""
    holds_any = database.row_count("search.postings") > 0
    for part in range(parts):
        if holds_any:
            least, greatest = key_range(part, parts)
            rows = database.frame("search/kept", least=least, greatest=greatest)
            yield [str(write_shard(_folder(refresh) / f"kept-{part:03d}.parquet", rows))]
        else:
            yield []


def _folder(refresh: Refresh) -> Path:
    return refresh.shards / "search"
