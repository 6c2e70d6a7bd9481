"""The Dagster shell of events: article texts become dates, offices, events and agreements."""

import contextlib
import hashlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.entities.records import Observation
from assets.entities.rows import article_text, observation
from assets.events.agreements.rows import agreement_row, party_rows
from assets.events.rows import (
    OPENING_LENGTH,
    date_row,
    event_row,
    link_row,
    member_rows,
    participant_rows,
    role_row,
    statement_row,
    told_event,
)
from assets.reference.judgements import load_judgements
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
# What is found in an article: the name of the frame, and the table it goes to.
_FOUND = {
    "new_dates": "core.date_mentions",
    "new_roles": "core.roles",
    "new_statements": "core.event_statements",
    "new_participants": "core.event_participants",
    "new_agreements": "core.agreements",
    "new_agreement_parties": "core.agreement_parties",
}
_Rows = dict[str, list[dict[str, Any]]]


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
        pending = database.frame("articles/pending", stage="events", version=version)
        with database.with_frame("pending", pending):
            found = _find(refresh, pending, _observations(database))
            with contextlib.ExitStack() as frames:
                for name, table in _FOUND.items():
                    rows = shell.table_frame(table, found[name])
                    frames.enter_context(database.with_frame(name, rows))
                with database.transaction():
                    database.run("events/replace_agreements")
                    database.run("events/replace", version=version)
        linked = _link(refresh, database, version)
        yield from shell.report(
            database,
            "events",
            _TABLES,
            refresh_id,
            {"articles_read": pending.height, "statements_linked": linked},
        )


def _observations(database: Database) -> dict[str, list[Observation]]:
    observed: dict[str, list[Observation]] = defaultdict(list)
    for row in database.frame("events/observations").iter_rows(named=True):
        observed[row["article_id"]].append(observation(row))
    return observed


def _find(refresh: Refresh, pending: pl.DataFrame, observed: dict[str, list[Observation]]) -> _Rows:
    found: _Rows = {name: [] for name in _FOUND}
    if pending.is_empty():
        return found
    # Loaded late, so that a refresh with nothing new does without.
    from assets.events.agreements.finding import find_agreements
    from assets.events.date_mentions import find_date_mentions
    from assets.events.roles.finding import find_roles
    from assets.events.statements.finding import find_statements

    reference = load_reference()
    with refresh.progress.stage("Finding facts", pending.height) as advance:
        for row in pending.iter_rows(named=True):
            article = article_text(row)
            observations = observed.get(article.article_id, [])
            dates = find_date_mentions(article)
            roles = find_roles(article, observations, reference)
            found["new_dates"].extend(map(date_row, dates))
            found["new_roles"].extend(map(role_row, roles))
            for statement in find_statements(article, observations, dates, roles, reference):
                found["new_statements"].append(statement_row(statement))
                found["new_participants"].extend(participant_rows(statement))
            for agreement in find_agreements(article, observations, reference):
                found["new_agreements"].append(agreement_row(agreement))
                found["new_agreement_parties"].extend(party_rows(agreement))
            advance(1)
    return found


def _link(refresh: Refresh, database: Database, version: str) -> int:
    """Link the events of all articles unless nothing changed; return how many were compared."""
    judgements = load_judgements(refresh.judgements)
    told_version = database.frame("events/told_version").item()
    told_now = hashlib.sha256(f"{version} {told_version} {judgements}".encode()).hexdigest()
    if database.frame("events/linked_version")["version"].to_list() == [told_now]:
        return 0
    from assets.events.linking.linking import link_events  # late, like finding

    rows = database.frame("events/told", opening_length=OPENING_LENGTH)
    told = [told_event(row) for row in rows.iter_rows(named=True)]
    parents = dict(database.frame("events/place_parents").iter_rows())
    with refresh.progress.stage("Linking events", len(told)) as advance:
        linking = link_events(told, parents, judgements, load_reference())
        advance(len(told))
    members = [row for event in linking.events for row in member_rows(event)]
    with (
        database.with_frame(
            "new_events", shell.table_frame("core.events", [event_row(e) for e in linking.events])
        ),
        database.with_frame(
            "new_links", shell.table_frame("core.event_links", [link_row(x) for x in linking.links])
        ),
        database.with_frame("new_members", shell.table_frame("core.event_statements", members)),
        database.transaction(),
    ):
        database.run("events/link", version=told_now)
    return len(told)
