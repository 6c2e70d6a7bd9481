"""The Dagster shell of search: new articles enter the index, those that are gone leave it."""

from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.refresh import Progress, Refresh
from assets.versions import stage_version
from warehouse.connection import Database

# One asset stands for the index: its other tables say nothing by themselves.
_TABLES = ("search.articles",)
_INPUTS = ("core.articles", "core.similar_articles")
# Articles whose words are held in memory at once.
_BATCH = 500
# Sorting anew costs as much as the index is large, but every question looks through all terms that
# are not sorted: a tenth of them, come one by one, makes it twice as slow.
_SORT_SHARE = 0.05


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
        pending = database.frame("search/pending", version=version)
        if pending.height or database.frame("search/gone_count").item():
            with database.with_frame("pending", pending), database.transaction():
                renew(database, pending, version, refresh.progress)
        yield from shell.report(
            database, "search", _TABLES, refresh_id, {"articles_indexed": pending.height}
        )


def renew(database: Database, pending: pl.DataFrame, version: str, progress: Progress) -> None:
    """Put the pending articles into the index and take out those that are gone or changed."""
    from assets.search.indexing import index_articles, slice_texts  # late: nothing new, no need

    database.run("search/find_leaving")
    leaving = database.frame("search/leaving_count").item()
    out_of_order = database.frame("search/out_of_order").item() + pending.height + leaving
    held = database.row_count("search.articles") + pending.height
    sorts_anew = out_of_order > _SORT_SHARE * held
    if leaving:
        _take_out(database, with_terms=not sorts_anew)
    with progress.stage("Indexing words", pending.height) as advance:
        for piece in pending.iter_slices(_BATCH):
            with database.with_frame("piece", piece):
                batch = database.frame("search/texts")
            with (
                database.with_frame("batch", batch),
                database.with_frame("new_terms", index_articles(batch)),
                database.with_frame("new_slices", slice_texts(batch)),
            ):
                database.run("search/put_in", version=version)
            advance(batch.height)
    database.run("search/sort_anew" if sorts_anew else "search/append")


def _take_out(database: Database, *, with_terms: bool) -> None:
    # Sorting anew leaves the terms out anyway.
    if with_terms:
        with database.with_frame("taken", database.frame("search/take_terms")):
            database.run("search/count_down")
    database.run("search/take_out")
