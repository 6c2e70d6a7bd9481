"""The Dagster shell of entities: article texts become mentions and the entities behind them."""

from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.entities.records import Observation
from assets.entities.rows import alias_rows, article_text, entity_rows, mention_rows, observation
from assets.reference.records import load_reference
from assets.refresh import Refresh
from assets.versions import stage_version
from warehouse.connection import Database

_TABLES = (
    "core.mentions",
    "core.entities",
    "core.entity_aliases",
    "core.persons",
    "core.organisations",
    "core.places",
    "core.official_documents",
)
_INPUTS = ("core.articles", "core.article_lines", "reference.tables")
_ENTITIES = {
    "entity_id": pl.String,
    "entity_type": pl.String,
    "name": pl.String,
    "name_folded": pl.String,
    "abbreviation": pl.String,
    "kind": pl.String,
    "parent_id": pl.String,
    "place_id": pl.String,
    "iso_code": pl.String,
    "number": pl.String,
    "issuer_id": pl.String,
    "issued_on": pl.Date,
}


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
    version = stage_version("entities")
    with refresh.open_writer() as database:
        refresh_id = refresh.begin(database, context.run.run_id)
        pending = database.frame("articles/pending", stage="entities", version=version)
        orphans = database.frame("entities/orphan_count").item()
        if pending.height or orphans:
            found = _recognise(refresh, pending)
            with database.with_frame("pending", pending), database.transaction():
                _resolve(refresh, database, found, version)
        yield from shell.report(
            database, "entities", _TABLES, refresh_id, {"articles_read": pending.height}
        )


def _recognise(refresh: Refresh, pending: pl.DataFrame) -> list[Observation]:
    found: list[Observation] = []
    if pending.is_empty():
        return found
    # Loaded late, so that a refresh with nothing new does without.
    from assets.entities.recognition import recognise

    reference = load_reference()
    with refresh.progress.stage("Recognising names", pending.height) as advance:
        for row in pending.iter_rows(named=True):
            found.extend(recognise(article_text(row), reference))
            advance(1)
    return found


def _resolve(refresh: Refresh, database: Database, found: list[Observation], version: str) -> None:
    from assets.entities.resolution.resolving import resolve  # late, like recognition

    kept = database.frame("entities/kept_observations")
    observations = found + [observation(row) for row in kept.iter_rows(named=True)]
    days = dict(database.frame("entities/publication_days").iter_rows())
    with refresh.progress.stage("Telling who is who", len(observations)) as advance:
        resolution = resolve(observations, days, load_reference())
        advance(len(observations))
    mentions = list(mention_rows(resolution, observations))
    aliases = list(alias_rows(resolution.aliases))
    with (
        database.with_frame("new_mentions", shell.table_frame("core.mentions", mentions)),
        database.with_frame("new_aliases", shell.table_frame("core.entity_aliases", aliases)),
        database.with_frame(
            "new_entities", pl.DataFrame(list(entity_rows(resolution.entities)), schema=_ENTITIES)
        ),
    ):
        database.run("entities/replace", version=version)
