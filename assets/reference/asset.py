"""The Dagster shell of the reference data: the CSV files become `reference.*` tables.

One asset for all of them: they are loaded together, from one folder, with one version.
"""

import dataclasses
from collections.abc import Iterator
from typing import Any

import dagster as dg

from assets import shell
from assets.reference.records import ROW_TYPES, load_reference
from assets.refresh import Refresh
from assets.versions import stage_version

REFERENCE = "reference.tables"


def _columns() -> dg.TableSchema:
    return dg.TableSchema(
        columns=[
            dg.TableColumn(f"{name}.{column.name}", column.type, column.description)
            for name in ROW_TYPES
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
            known = load_reference()
            with database.transaction():
                database.run("reference/empty_all", version=version)
                for name in ROW_TYPES:
                    rows = [dataclasses.asdict(row) for row in getattr(known, name)]
                    table = f"reference.{name}"
                    database.load(table, shell.table_frame(table, rows))
        counts = {name: database.row_count(f"reference.{name}") for name in ROW_TYPES}
        yield dg.MaterializeResult(
            asset_key=shell.asset_key(REFERENCE),
            metadata={"dagster/row_count": sum(counts.values()), **counts},
            check_results=shell.run_checks(database, "reference", refresh_id)[REFERENCE],
        )
