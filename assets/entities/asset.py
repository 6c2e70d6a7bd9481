"""The Dagster shell of entities: article texts become mentions and the entities behind them."""

import contextlib
import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.entities.records import Mention, Observation
from assets.entities.rows import (
    Place,
    alias_rows,
    article_text,
    by_place,
    entity_rows,
    mention_rows,
    observation,
)
from assets.reference.judgements import Judgement, judgements_version, load_judgements
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
    "core.dismissed_mentions",
    "core.redirects",
    "core.shared_names",
    "core.merge_candidates",
    "reference.judgements",
)
_INPUTS = ("core.articles", "core.article_lines", "reference.tables")
# Mentions that become rows at a time.
_PIECE = 50_000
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
        judgements = load_judgements(refresh.judgements)
        judged = database.frame("entities/judgements_version")["version"].to_list()
        if pending.height or orphans or judged != [judgements_version(judgements)]:
            found = _recognise(refresh, pending)
            with database.with_frame("pending", pending), database.transaction():
                _resolve(refresh, database, found, judgements, refresh_id)
        yield from shell.report(
            database, "entities", _TABLES, refresh_id, {"articles_read": pending.height}
        )


def _recognise(refresh: Refresh, pending: pl.DataFrame) -> list[Observation]:
    found: list[Observation] = []
    if pending.is_empty():
        return found
    # Loaded late, so that a refresh with nothing new does without.
    from assets.entities.recognition import recognise
    from assets.entities.resolution.evidence import with_evidence

    reference = load_reference()
    with refresh.progress.stage("Recognising names", pending.height) as advance:
        for row in pending.iter_rows(named=True):
            article = article_text(row)
            found.extend(with_evidence(article, recognise(article, reference), reference))
            advance(1)
    return found


def _resolve(
    refresh: Refresh,
    database: Database,
    found: list[Observation],
    judgements: tuple[Judgement, ...],
    refresh_id: str,
) -> None:
    from assets.entities.resolution.resolving import resolve  # late, like recognition

    kept = database.frame("entities/kept_observations")
    observations = found + [observation(row) for row in kept.iter_rows(named=True)]
    days = dict(database.frame("entities/publication_days").iter_rows())
    with refresh.progress.stage("Telling who is who", len(observations)) as advance:
        resolution = resolve(observations, days, load_reference(), judgements)
        advance(len(observations))
    observed = by_place(observations)
    tables = {
        "new_mentions": _mention_frame(resolution.mentions, observed),
        "new_dismissed": _mention_frame(resolution.dismissed, observed),
        "new_aliases": shell.table_frame(
            "core.entity_aliases", list(alias_rows(resolution.aliases))
        ),
        "new_entities": pl.DataFrame(list(entity_rows(resolution.entities)), schema=_ENTITIES),
        "new_redirects": _frame("core.redirects", resolution.redirects),
        "new_shared_names": _frame("core.shared_names", resolution.shared_names),
        "new_candidates": _frame("core.merge_candidates", resolution.candidates),
        "new_judgements": _frame("reference.judgements", resolution.judged),
    }
    with contextlib.ExitStack() as registered:
        for name, rows in tables.items():
            registered.enter_context(database.with_frame(name, rows))
        database.run(
            "entities/replace",
            version=stage_version("entities"),
            judgements_version=judgements_version(judgements),
            refresh_id=refresh_id,
        )


def _frame(table: str, records: Iterable[Any]) -> pl.DataFrame:
    return shell.table_frame(table, [dataclasses.asdict(record) for record in records])


def _mention_frame(
    mentions: Sequence[Mention], observed: Mapping[Place, Observation]
) -> pl.DataFrame:
    """Return the mentions as a frame, built piece by piece: rows take far more memory than it."""
    pieces = [
        shell.table_frame(
            "core.mentions", list(mention_rows(mentions[start : start + _PIECE], observed))
        )
        for start in range(0, max(len(mentions), 1), _PIECE)
    ]
    return pl.concat(pieces)
