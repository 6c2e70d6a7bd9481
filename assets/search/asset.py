"""The Dagster shell of search: new articles enter the index, those that are gone leave it."""

from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.refresh import Refresh
from assets.versions import stage_version
from warehouse.connection import Database

# One asset stands for the index: its other tables say nothing by themselves.
_TABLES = ("search.articles",)
_INPUTS = ("core.articles", "core.similar_articles")
# Articles whose words are held in memory at once.
_BATCH = 1000
# Sorting anew costs as much as the index is large: only when so many of its articles are new.
_SORT_SHARE = 0.1


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
                _renew(refresh, database, pending, version)
        yield from shell.report(
            database, "search", _TABLES, refresh_id, {"articles_indexed": pending.height}
        )


def _renew(refresh: Refresh, database: Database, pending: pl.DataFrame, version: str) -> None:
    from assets.search.indexing import index_articles, slice_texts  # late: nothing new, no need

    database.run("search/find_leaving")
    if database.frame("search/leaving_count").item():
        database.run("search/take_out")
    with refresh.progress.stage("Indexing words", pending.height) as advance:
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
    many = pending.height > _SORT_SHARE * database.row_count("search.articles")
    database.run("search/sort_anew" if many else "search/append")
