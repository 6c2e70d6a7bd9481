"""The Dagster shell of entities: article texts become mentions and the entities behind them."""

import contextlib
import gc
from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.articles import Looked, look_into, note_given_up, pending_articles
from assets.entities.rows import RESOLVED
from assets.entities.work import recognise_articles
from assets.reference.judgements import Judgement, judgements_version, load_judgements
from assets.reference.records import load_reference
from assets.refresh import Refresh
from warehouse.connection import Database

_TABLES = (
    "core.mentions",
    "core.entities",
    "core.entity_aliases",
    "core.persons",
    "core.organisations",
    "core.places",
    "core.official_documents",
    "core.dismissed_mentions",
    "core.redirects",
    "core.shared_names",
    "core.merge_candidates",
    "reference.judgements",
)
_INPUTS = ("core.articles", "core.article_lines", "reference.tables")


@dg.multi_asset(
    name="entities",
    specs=[
        shell.table_spec(table, "entities", _INPUTS, {"python", "duckdb"}, "entities")
        for table in _TABLES
    ],
    check_specs=shell.check_specs("entities"),
    pool="duckdb_writer",
)
def entities(
    context: dg.AssetExecutionContext, refresh: dg.ResourceParam[Refresh]
) -> Iterator[dg.MaterializeResult[Any]]:
    """Recognise names in articles that are new, then settle who is who over all articles."""
    with refresh.open_writer() as database:
        refresh_id = refresh.begin(database, context.run.run_id)
        pending = pending_articles(refresh, database, "entities")
        gone = database.frame("entities/gone_count").item()
        judgements = load_judgements(refresh.judgements)
        judged = database.frame("entities/judgements_version")["version"].to_list()
        if pending.height or gone or judged != [judgements_version(judgements)]:
            looked = _recognise(refresh, database, pending)
            with database.transaction():
                _resolve(refresh, database, looked, judgements, refresh_id)
        yield from shell.report(
            database, "entities", _TABLES, refresh_id, {"articles_read": pending.height}
        )


def _recognise(refresh: Refresh, database: Database, pending: pl.DataFrame) -> Looked:
    columns = shell.table_schema("core.mentions")
    observed = {name: columns[name] for name in columns if name not in RESOLVED}
    return look_into(
        refresh,
        database,
        "entities",
        "Recognising names",
        pending,
        recognise_articles,
        inputs={"texts": "articles/texts"},
        schemas={"observations": observed},
    )


def _resolve(
    refresh: Refresh,
    database: Database,
    looked: Looked,
    judgements: tuple[Judgement, ...],
    refresh_id: str,
) -> None:
    from assets.entities.resolution.settling.stage import settle_tables  # late, like recognition

    with (
        refresh.progress.stage("Telling who is who", looked.pending.height) as advance,
        database.with_frame("pending", looked.pending),
        _garbage_left(),
    ):
        note_given_up(database, "entities", looked)
        observed = looked.found.paths["observations"]
        settle_tables(database, observed, load_reference(), judgements, refresh_id)
        advance(looked.pending.height)


@contextlib.contextmanager
def _garbage_left() -> Iterator[None]:
    """Leave cycles of objects where they are for the duration of the block.

    Settling makes millions of records and no cycles; looking through all of them for cycles, again
    and again while they grow, takes as long as a third of the work.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
