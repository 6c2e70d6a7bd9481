"""The Dagster shell of the marts: counts their rows and checks their answers."""

from collections.abc import Iterator
from typing import Any

import dagster as dg

from assets import shell
from assets.refresh import Refresh

_INPUTS = {
    "mart.agreements": ("core.articles", "core.agreements", "core.agreement_parties"),
    "mart.country_bodies": ("core.places", "core.organisations", "reference.tables"),
    "mart.country_engagement": (
        "core.articles",
        "core.mentions",
        "core.event_participants",
        "core.events",
        "mart.agreements",
        "mart.country_bodies",
    ),
    "mart.data_quality": (
        "raw.files",
        "raw.documents",
        "core.articles",
        "core.article_lines",
        "core.mentions",
        "core.event_statements",
        "core.agreements",
    ),
    "mart.document_citations": ("core.articles", "core.mentions", "core.official_documents"),
    "mart.event_coverage": (
        "core.articles",
        "core.events",
        "core.event_articles",
        "core.event_participants",
    ),
    "mart.organisation_activity": (
        "core.articles",
        "core.mentions",
        "core.roles",
        "core.event_participants",
        "mart.agreements",
    ),
    "mart.outlet_summary": ("core.articles", "core.outlets", "core.mentions"),
    "mart.person_timeline": ("core.articles", "core.mentions", "core.persons", "core.roles"),
}


@dg.multi_asset(
    name="marts",
    specs=[
        shell.table_spec(table, "marts", inputs, {"sql", "duckdb"})
        for table, inputs in _INPUTS.items()
    ],
    check_specs=shell.check_specs("marts"),
    pool="duckdb_writer",
)
def marts(
    context: dg.AssetExecutionContext, refresh: dg.ResourceParam[Refresh]
) -> Iterator[dg.MaterializeResult[Any]]:
    """Check that the views agree with the tables they answer from."""
    with refresh.open_writer() as database:
        refresh_id = refresh.begin(database, context.run.run_id)
        yield from shell.report(database, "marts", tuple(_INPUTS), refresh_id)
