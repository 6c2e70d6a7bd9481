"""The Dagster shell of events: article texts become dates and the offices people hold."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.entities.records import Observation
from assets.entities.rows import article_text, observation
from assets.events.rows import date_row, role_row
from assets.reference.records import load_reference
from assets.refresh import Refresh
from assets.versions import stage_version
from warehouse.connection import Database

_TABLES = ("core.date_mentions", "core.roles")
_INPUTS = ("core.articles", "core.article_lines", "core.mentions", "reference.tables")


@dg.multi_asset(
    name="events",
    specs=[
        shell.table_spec(table, "events", _INPUTS, {"python", "duckdb"}, "events")
        for table in _TABLES
    ],
    check_specs=shell.check_specs("events"),
    pool="duckdb_writer",
)
def events(
    context: dg.AssetExecutionContext, refresh: dg.ResourceParam[Refresh]
) -> Iterator[dg.MaterializeResult[Any]]:
    """Find the dates and offices in articles that no reader of this version has read yet."""
    version = stage_version("events")
    with refresh.open_writer() as database:
        refresh_id = refresh.begin(database, context.run.run_id)
        pending = database.frame("articles/pending", stage="events", version=version)
        with database.with_frame("pending", pending):
            dates, roles = _find(refresh, pending, _observations(database))
            with (
                database.with_frame("new_dates", shell.table_frame("core.date_mentions", dates)),
                database.with_frame("new_roles", shell.table_frame("core.roles", roles)),
                database.transaction(),
            ):
                database.run("events/replace", version=version)
        yield from shell.report(
            database, "events", _TABLES, refresh_id, {"articles_read": pending.height}
        )


def _observations(database: Database) -> dict[str, list[Observation]]:
    observed: dict[str, list[Observation]] = defaultdict(list)
    for row in database.frame("events/observations").iter_rows(named=True):
        observed[row["article_id"]].append(observation(row))
    return observed


def _find(
    refresh: Refresh, pending: pl.DataFrame, observed: dict[str, list[Observation]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    dates: list[dict[str, Any]] = []
    roles: list[dict[str, Any]] = []
    if pending.is_empty():
        return dates, roles
    # Loaded late, so that a refresh with nothing new does without.
    from assets.events.date_mentions import find_date_mentions
    from assets.events.roles.finding import find_roles

    reference = load_reference()
    with refresh.progress.stage("Finding facts", pending.height) as advance:
        for row in pending.iter_rows(named=True):
            article = article_text(row)
            dates.extend(map(date_row, find_date_mentions(article)))
            observations = observed.get(article.article_id, [])
            roles.extend(map(role_row, find_roles(article, observations, reference)))
            advance(1)
    return dates, roles
