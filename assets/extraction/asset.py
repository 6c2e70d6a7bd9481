"""The Dagster shell of extraction: captures become outlets, articles and their lines.

Pages are read by the engine, whose workers write rows to shards; SQL takes them from there.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.engine.mapping import in_tasks
from assets.engine.records import Failed
from assets.engine.shards import Collected, ShardPlan, collect, write_shard
from assets.extraction.duplicates import Standing, keep_one
from assets.extraction.records import Capture, Outcome
from assets.extraction.repetition import known_lines
from assets.extraction.rows import outcome_row
from assets.extraction.work import (
    Comparison,
    PageToRead,
    Reading,
    compare_copies,
    read_pages,
    tasks_of_pages,
)
from assets.refresh import Refresh
from assets.versions import stage_version
from warehouse.connection import Database

_TABLES = ("core.articles", "core.article_lines", "core.outlets", "core.similar_articles")
_INPUTS = ("raw.documents", "reference.tables")
_OUTCOMES = {
    "document_id": pl.String,
    "article_id": pl.String,
    "url": pl.String,
    "reason": pl.String,
    "derived_with": pl.String,
}
# The kinds of shards that reading writes, and the tables their rows go to.
_ROWS = {
    "articles": "core.articles",
    "lines": "core.article_lines",
    "bands": "ops.article_bands",
    "sketches": "ops.article_sketches",
}
_FIRST_ROWS = {"readings": "ops.first_readings", "keys": "ops.line_keys"}
_OUTLET = ("outlet_id", "outlet_source", "outlet_name", "outlet_domain")
# Rows taken from the database at a time: pages to read again, pairs whose texts are compared.
_PIECE = 2048
# Articles whose likely copies are looked up at a time: each time goes over the bands of all, and
# among 100,000 articles chance gives each a score of them.
_LOOKED_UP = 8192


@dg.multi_asset(
    name="extraction",
    specs=[
        shell.table_spec(table, "extraction", _INPUTS, {"python", "duckdb"}, "extraction")
        for table in _TABLES
    ],
    check_specs=shell.check_specs("extraction"),
    pool="duckdb_writer",
)
def extraction(
    context: dg.AssetExecutionContext, refresh: dg.ResourceParam[Refresh]
) -> Iterator[dg.MaterializeResult[Any]]:
    """Read the captures that no reader of this version has read yet."""
    with refresh.open_writer() as database:
        refresh_id = refresh.begin(database, context.run.run_id)
        read = _read_new(refresh, database)
        with database.transaction():
            outcomes = _outcomes(refresh, read)
            again, settled = _read_again(refresh, database, read, outcomes)
            changed = settled.filter(~pl.col("is_new")).height
            outcomes = pl.concat([outcomes, settled.drop("is_new")])
            _write(database, [read, again], outcomes)
            articles = outcomes["article_id"].drop_nulls().sort()
            if not articles.is_empty():
                _note_similar(refresh, database, articles)
            _link_duplicates(database)
            database.run("extraction/replace_outlets")
        database.run("intake/settle_statuses", refresh_id=refresh_id)
        counts = {
            "captures_read": outcomes.height - changed,
            "articles_changed_by_other_pages": changed,
        }
        yield from shell.report(database, "extraction", _TABLES, refresh_id, counts)


def _read_new(refresh: Refresh, database: Database) -> Collected:
    """Read by itself every capture that no reader of this version has read."""
    version = stage_version("extraction")
    pending = database.frame(
        "extraction/pending",
        version=version,
        limited_version=refresh.engine.limits.within(version),
    )
    in_file = pending.select(pl.len().over("path")).to_series()
    pages = (
        (PageToRead(Capture(**row)), count)
        for row, count in zip(pending.iter_rows(named=True), in_file, strict=True)
    )
    reading = _reading(refresh, "first", {**_ROWS, **_FIRST_ROWS}, is_first=True)
    ends = refresh.map("Reading pages", pending.height, read_pages, tasks_of_pages(pages, reading))
    return collect(reading.shards, ends)


def _reading(refresh: Refresh, name: str, tables: dict[str, str], *, is_first: bool) -> Reading:
    schemas = {kind: shell.table_schema(table) for kind, table in tables.items()}
    return Reading(
        folder=refresh.input_folder,
        limits=refresh.limits,
        version=stage_version("extraction"),
        is_first=is_first,
        shards=ShardPlan(refresh.shards / name, {**schemas, "outcomes": _OUTCOMES}),
    )


def _outcomes(refresh: Refresh, read: Collected) -> pl.DataFrame:
    """Return what became of the captures that a reading settled, or that no worker could read."""
    within = refresh.engine.limits.within(stage_version("extraction"))
    given_up = [_given_up(failed, within) for failed in read.failed]
    return pl.concat([read.frame("outcomes"), pl.DataFrame(given_up, schema=_OUTCOMES)])


def _given_up(failed: Failed, version: str) -> dict[str, Any]:
    (page,) = failed.task.items
    return outcome_row(Outcome(page.capture, None, failed.reason), version)


def _write(database: Database, readings: Sequence[Collected], outcomes: pl.DataFrame) -> None:
    """Put what the readers found in the place of what was known."""
    paths = {kind: [path for read in readings for path in read.paths[kind]] for kind in _ROWS}
    with database.with_frame("outcomes", outcomes):
        database.run("extraction/merge", **paths)


def _read_again(
    refresh: Refresh, database: Database, read: Collected, outcomes: pl.DataFrame
) -> tuple[Collected, pl.DataFrame]:
    """Read pages with what other pages tell of their lines: new ones, and those it is news of.

    Returns their rows and the outcomes that are settled so (`is_new`: for the first time). The
    ground of all counting is what each page told by itself, so the order of arrival does not
    matter. A page stays an article, and of its outlet.
    """
    paths = {kind: read.paths[kind] for kind in _FIRST_ROWS}
    with database.with_frame("outcomes", outcomes):
        database.run("extraction/note_readings", **paths)
    reading = _reading(refresh, "again", _ROWS, is_first=False)
    if not database.row_count("touched_lines") and not database.row_count("touched_titles"):
        return collect(reading.shards, ()), pl.DataFrame(schema={**_OUTCOMES, "is_new": pl.Boolean})
    database.run("extraction/count_lines", **paths)
    database.run("extraction/to_read_again")
    count = database.row_count("to_read_again")
    tasks = tasks_of_pages(_pages_again(database, count), reading)
    again = collect(reading.shards, refresh.map("Comparing pages", count, read_pages, tasks))
    database.run("extraction/note_knowledge")
    with database.with_frame("outcomes", _outcomes(refresh, again)):
        settled = database.frame(
            "extraction/settled_again",
            articles=again.paths["articles"],
            lines=again.paths["lines"],
        )
    return again, settled


def _pages_again(database: Database, count: int) -> Iterator[tuple[PageToRead, int]]:
    for start in range(0, count, _PIECE):
        rows = database.frame("extraction/pages_to_read_again", start=start, until=start + _PIECE)
        for row in rows.iter_rows(named=True):
            pairs = zip(row.pop("line_keys") or (), row.pop("are_titles") or (), strict=True)
            outlet = {name: row.pop(name) for name in _OUTLET}
            in_file = row.pop("in_file")
            yield PageToRead(Capture(**row), known_lines(pairs), outlet), in_file


def _note_similar(refresh: Refresh, database: Database, articles: pl.Series) -> None:
    """Compare newly read articles with those that look alike, and note the copies."""
    pairs = _likely_copies(database, articles.to_frame())
    plan = ShardPlan(
        refresh.shards / "similar", {"pairs": shell.table_schema("core.similar_articles")}
    )
    tasks = (
        task
        for start in range(0, pairs.height, _PIECE)
        for task in _comparisons(database, pairs[start : start + _PIECE], start, plan)
    )
    ends = refresh.map("Comparing articles", pairs.height, compare_copies, tasks)
    # Texts that cannot be compared are no copies.
    database.load("core.similar_articles", collect(plan, ends).frame("pairs"))


def _likely_copies(database: Database, new: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs of articles, at least one of them new, whose texts are to be compared."""
    from assets.extraction.sketches import worth_comparing  # late, like the readers

    pairs = []
    with database.with_frame("new_articles", new):
        for piece in new.iter_slices(_LOOKED_UP):
            with database.with_frame("piece", piece):
                pairs.append(worth_comparing(database.frame("extraction/candidate_pairs")))
    return pl.concat(pairs)


def _comparisons(
    database: Database, pairs: pl.DataFrame, start: int, plan: ShardPlan
) -> Iterator[Any]:
    wanted = pl.concat([pairs["article_id"], pairs["other_id"]]).unique()
    with database.with_frame("wanted", pl.DataFrame({"article_id": wanted})):
        texts = database.frame("extraction/copies")
    path = write_shard(plan.folder / f"texts-{start:09d}.parquet", texts)
    return in_tasks(pairs.rows(), Comparison(path, plan), _PIECE // 8, start)


def _link_duplicates(database: Database) -> None:
    pairs = database.frame("extraction/similar_pairs")
    rows = database.frame("extraction/standings").iter_rows(named=True)
    kept = keep_one(pairs.iter_rows(), {row["article_id"]: Standing(**row) for row in rows})
    verdicts = pl.DataFrame(
        list(kept.items()),
        schema={"article_id": pl.String, "duplicate_of": pl.String},
        orient="row",
    )
    with database.with_frame("verdicts", verdicts):
        database.run("extraction/link_duplicates")
