"""The Dagster shell of events: article texts become dates, offices, events and agreements."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.articles import Looked, look_into, note_given_up, pending_articles
from assets.events.linking.judging import names_events
from assets.events.linking.records import Linking
from assets.events.rows import event_row, link_row, member_rows
from assets.events.work import find_facts
from assets.reference.judgements import Judgement, load_judgements
from assets.reference.records import load_reference
from assets.refresh import Refresh
from assets.versions import stage_version
from warehouse.connection import Database

_TABLES = (
    "core.date_mentions",
    "core.roles",
    "core.event_statements",
    "core.events",
    "core.event_articles",
    "core.event_participants",
    "core.event_links",
    "core.agreements",
    "core.agreement_parties",
)
_INPUTS = ("core.articles", "core.article_lines", "core.mentions", "reference.tables")
# What is found in articles: the kind of the rows, and the table they go to.
_FOUND = {
    "dates": "core.date_mentions",
    "roles": "core.roles",
    "statements": "core.event_statements",
    "participants": "core.event_participants",
    "agreements": "core.agreements",
    "agreement_parties": "core.agreement_parties",
}


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
    """Find the facts in articles that no reader of this version has read yet, then link events."""
    version = stage_version("events")
    with refresh.open_writer() as database:
        refresh_id = refresh.begin(database, context.run.run_id)
        pending = pending_articles(refresh, database, "events")
        looked = _find(refresh, database, pending)
        # Of a large archive the rows are many: SQL reads the shards, none comes to this process.
        shards = {kind: looked.found.paths[kind] for kind in _FOUND}
        with database.with_frame("pending", looked.pending), database.transaction():
            note_given_up(database, "events", looked)
            database.run("events/see_touched")
            database.run("events/replace_agreements", **shards)
            database.run("events/replace", **shards)
        linked = _link(refresh, database, version)
        yield from shell.report(
            database,
            "events",
            _TABLES,
            refresh_id,
            {"articles_read": pending.height, "statements_linked": linked},
        )


def _find(refresh: Refresh, database: Database, pending: pl.DataFrame) -> Looked:
    return look_into(
        refresh,
        database,
        "events",
        "Finding facts",
        pending,
        find_facts,
        inputs={"texts": "articles/texts", "observations": "events/observations"},
        schemas={kind: shell.table_schema(table) for kind, table in _FOUND.items()},
    )


def _link(refresh: Refresh, database: Database, version: str) -> int:
    """Link the events that changes may touch; return how many statements were linked."""
    judgements = load_judgements(refresh.judgements)
    with database.transaction():
        if not find_stale(database, judgements, version):
            return 0
        # Late, like finding.
        from assets.events.linking.regions import link_region
        from assets.events.linking.renewal import renew_edges

        renewed = renew_edges(database, refresh, judgements)
        with refresh.progress.stage("Linking events", 1) as advance:
            linking, count = link_region(database, renewed, judgements, load_reference())
            write_links(database, linking, judgements, version)
            advance(1)
    return count


def find_stale(database: Database, judgements: Sequence[Judgement], version: str) -> bool:
    """Mark the statements that must be linked anew; tell whether there is anything to do.

    All are when the code, the reference data or the judgements changed, and when a judgement names
    an event: which that is tells only linking all.
    """
    known = database.frame("events/linked_version")["version"].to_list()
    everything = known != [_told_version(judgements, version)] or names_events(judgements)
    database.run("linking/find_stale", everything=everything)
    return everything or bool(database.frame("linking/stale_count").item())


def write_links(
    database: Database, linking: Linking, judgements: Sequence[Judgement], version: str
) -> None:
    """Put events and links in the place of those of the region."""
    members = [row for event in linking.events for row in member_rows(event)]
    with (
        database.with_frame(
            "new_events", shell.table_frame("core.events", [event_row(e) for e in linking.events])
        ),
        database.with_frame(
            "new_links", shell.table_frame("core.event_links", [link_row(x) for x in linking.links])
        ),
        database.with_frame("new_members", shell.table_frame("core.event_statements", members)),
    ):
        database.run("linking/write", version=_told_version(judgements, version))


def _told_version(judgements: Sequence[Judgement], version: str) -> str:
    return hashlib.sha256(f"{version} {judgements}".encode()).hexdigest()
