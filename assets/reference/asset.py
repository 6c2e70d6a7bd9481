"""The Dagster shell of the reference data: the CSV files become `reference.*` tables.

One asset for all of them: they are loaded together, from one folder, with one version.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import dagster as dg

from assets import shell
from assets.reference.communes import load_communes, unit_successions
from assets.reference.records import ROW_TYPES, Reference, load_reference
from assets.refresh import Refresh
from assets.versions import stage_version
from warehouse.connection import Database

REFERENCE = "reference.tables"
_TABLES = (*ROW_TYPES, "unit_successions")


def _columns() -> dg.TableSchema:
    return dg.TableSchema(
        columns=[
            dg.TableColumn(f"{name}.{column.name}", column.type, column.description)
            for name in _TABLES
            for column in shell.column_schema(f"reference.{name}").columns
        ]
    )


@dg.multi_asset(
    name="reference",
    specs=[
        dg.AssetSpec(
            key=shell.asset_key(REFERENCE),
            description="What is known beforehand: every CSV file of assets/reference/data.",
            group_name="reference",
            kinds={"csv", "duckdb"},
            code_version=stage_version("reference"),
            metadata={
                "dagster/table_name": "reference.*",
                "dagster/column_schema": _columns(),
            },
        )
    ],
    check_specs=shell.check_specs("reference"),
    pool="duckdb_writer",
)
def reference(
    context: dg.AssetExecutionContext, refresh: dg.ResourceParam[Refresh]
) -> Iterator[dg.MaterializeResult[Any]]:
    """Load the reference files when they changed since they were loaded last."""
    version = stage_version("reference")
    with refresh.open_writer() as database:
        refresh_id = refresh.begin(database, context.run.run_id)
        if database.frame("reference/loaded_version")["version"].to_list() != [version]:
            fill(database)
        counts = {name: database.row_count(f"reference.{name}") for name in _TABLES}
        yield dg.MaterializeResult(
            asset_key=shell.asset_key(REFERENCE),
            metadata={"dagster/row_count": sum(counts.values()), **counts},
            check_results=shell.run_checks(database, "reference", refresh_id)[REFERENCE],
        )


def fill(database: Database) -> None:
    """Put the reference files of this version in the place of what was loaded before."""
    with database.transaction():
        database.run("reference/empty_all", version=stage_version("reference"))
        for name, records in _tables(load_reference()):
            database.load(name, shell.record_frame(name, records))


def _tables(known: Reference) -> Iterator[tuple[str, Sequence[Any]]]:
    """Yield the tables with their rows; the communes stand with the other units."""
    for name in ROW_TYPES:
        yield f"reference.{name}", getattr(known, name)
    communes = load_communes()
    yield "reference.administrative_units", [commune.unit() for commune in communes]
    successions = unit_successions(known.administrative_units, communes)
    yield "reference.unit_successions", list(successions)
