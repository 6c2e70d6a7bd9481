"""The Dagster shell of publication: the writer's database becomes the published file."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from assets.publication.changes import OF_ARTICLES, ROW_KEYS
from assets.refresh import Refresh
from assets.shell import asset_key, column_schema
from warehouse.connection import Database, open_reader
from warehouse.publishing import publish
from warehouse.recovery import remove_former
from warehouse.snapshots import keep, prune

PUBLISHED_KEY = dg.AssetKey(["published", "warehouse"])
_INPUTS = (
    "mart.country_engagement",
    "mart.data_quality",
    "mart.document_citations",
    "mart.event_coverage",
    "mart.organisation_activity",
    "mart.outlet_summary",
    "mart.person_timeline",
    "core.entities",
    "core.entity_aliases",
    "core.persons",
    "core.organisations",
    "core.places",
    "core.official_documents",
    "core.date_mentions",
    "core.roles",
    "core.article_lines",
    "core.similar_articles",
    "raw.files",
    "search.articles",
)
_OPENS = dg.AssetCheckSpec(
    name="readers_see_this_refresh",
    asset=PUBLISHED_KEY,
    description="The published file opens read-only and its last refresh is the one just done.",
)


_SPEC = dg.AssetSpec(
    key=PUBLISHED_KEY,
    deps=[asset_key(table) for table in _INPUTS],
    group_name="publication",
    kinds={"duckdb"},
    description="The DuckDB file that readers open: the last finished refresh, whole.",
    metadata={
        "dagster/table_name": "ops.refreshes",
        "dagster/column_schema": column_schema("ops.refreshes"),
    },
    freshness_policy=dg.FreshnessPolicy.time_window(
        fail_window=dt.timedelta(hours=36), warn_window=dt.timedelta(hours=26)
    ),
)


@dg.multi_asset(name="publication", specs=[_SPEC], check_specs=[_OPENS], pool="duckdb_writer")
def publication(
    context: dg.AssetExecutionContext, refresh: dg.ResourceParam[Refresh]
) -> Iterator[dg.MaterializeResult[Any]]:
    """Note the end of the refresh and exchange the published file for the new one."""
    files, articles = _what_readers_see(refresh)
    with refresh.open_writer() as database:
        refresh_id = refresh.begin(database, context.run.run_id)
        _require_all_stages(database)
        with (
            database.with_frame("published_files", files),
            database.with_frame("published_articles", articles),
        ):
            database.run("refresh/count_news", refresh_id=refresh_id)
        _note_changes(database, refresh, refresh_id)
        database.run("refresh/finish", refresh_id=refresh_id, now=dt.datetime.now(dt.UTC))
    try:
        with refresh.progress.stage("Publishing", 1) as advance:
            refresh.session.close()
            keep(refresh.published, refresh.snapshots)
            size = publish(refresh.writer, refresh.published)
            advance(1)
    except BaseException:
        with contextlib.suppress(Exception), refresh.open_writer() as database:
            # Where even this fails, such as on a full disk, the next refresh notes it.
            database.run("refresh/fail", refresh_id=refresh_id)
        raise
    _remove_the_old(refresh, context.log)
    with open_reader(refresh.published) as reader:
        seen = reader.frame("refresh/finished", refresh_id=refresh_id)
    yield dg.MaterializeResult(
        asset_key=PUBLISHED_KEY,
        metadata={
            "path": dg.MetadataValue.path(refresh.published),
            "bytes": size,
            "refresh_id": refresh_id,
            "dagster/row_count": int(seen["articles_total"].sum()),
        },
        check_results=[
            dg.AssetCheckResult(
                check_name=_OPENS.name,
                passed=seen.height == 1,
                metadata={"refresh_id": refresh_id},
            )
        ],
    )


def _require_all_stages(database: Database) -> None:
    """Refuse to publish a writer's database that was begun anew and is not filled yet.

    That is when some stages are run alone, or again after a failure, in the UI.
    """
    missing = database.frame("history/expected_stages")["subject"].to_list()
    if missing:
        raise RuntimeError(
            f"the writer's database was begun anew and {', '.join(missing)} did not run on it yet: "
            "launch the whole job refresh"
        )


def _remove_the_old(refresh: Refresh, log: dg.DagsterLogManager) -> None:
    """Remove snapshots and databases that are kept no longer, or leave that to the next time."""
    try:
        kept, now = refresh.keeping, dt.datetime.now(dt.UTC)
        prune(refresh.snapshots, refresh.published, count=kept.count, days=kept.days, now=now)
        remove_former(refresh.writer)
    except OSError as error:
        log.warning(f"old snapshots or databases cannot be removed: {error}")


def _note_changes(database: Database, refresh: Refresh, refresh_id: str) -> None:
    """Note in `ops.changes` which rows of the core tables readers have not seen yet."""
    with database.transaction():
        database.run("refresh/forget_changes", refresh_id=refresh_id)
    with database.attached(refresh.published, "published"):
        columns = dict(database.frame("refresh/published_columns").iter_rows())
        # A file of an older schema may lack a table or what tells its rows apart.
        known = {
            table for table, keys in ROW_KEYS.items() if set(keys) <= {*columns.get(table, ())}
        }
        is_followed = (
            known == ROW_KEYS.keys() and database.frame("refresh/is_followed").item() is True
        )
        with database.transaction():
            if is_followed:
                database.run("refresh/see_unpublished")
            for table, keys in ROW_KEYS.items():
                own, published = table, f"published.{table}"
                if is_followed and table in OF_ARTICLES:
                    name = table.removeprefix("core.")
                    own, published = f"own_{name}", f"published_{name}"
                database.run(
                    "refresh/note_changes" if table in known else "refresh/note_added",
                    refresh_id=refresh_id,
                    table=table,
                    own=own,
                    published=published,
                    keys=list(keys),
                )


def _what_readers_see(refresh: Refresh) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the files and articles of the published file, none when there is none."""
    try:
        with open_reader(refresh.published) as reader:
            return reader.frame("refresh/published_files"), reader.frame(
                "refresh/published_articles"
            )
    except FileNotFoundError:
        files = pl.DataFrame(schema={"path": pl.String, "file_id": pl.String})
        return files, pl.DataFrame(schema={"article_id": pl.String})
