"""What the thin Dagster assets of all stages share: specs from the schema, row counts, checks.

A table's description and column schema come from the comments in `warehouse/schema`, so the UI,
the data dictionary and the database never disagree. What does not belong here: anything about one
stage.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import dagster as dg
import polars as pl

from assets.versions import Stage, stage_version
from warehouse import sql_files
from warehouse.connection import Database, describe_tables

_POLARS_TYPES: dict[str, Any] = {
    "BIGINT": pl.Int64,
    "BOOLEAN": pl.Boolean,
    "DATE": pl.Date,
    "DOUBLE": pl.Float64,
    "INTEGER": pl.Int32,
    "TIMESTAMP WITH TIME ZONE": pl.Datetime("us", "UTC"),
    "VARCHAR": pl.String,
    "VARCHAR[]": pl.List(pl.String),
}


def to_frame(records: Iterable[Any], schema: Mapping[str, Any]) -> pl.DataFrame:
    """Return dataclass records as a frame with exactly the columns and types of `schema`."""
    rows = [tuple(getattr(record, name) for name in schema) for record in records]
    return pl.DataFrame(rows, schema=dict(schema), orient="row")


def table_frame(table: str, rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    """Return rows as a frame with the columns and types of a table; missing values are NULL."""
    schema = {
        column.name: _POLARS_TYPES[column.sql_type] for column in describe_tables()[table].columns
    }
    return pl.DataFrame([dict(row) for row in rows], schema=schema)


def asset_key(table: str) -> dg.AssetKey:
    """Return the asset key of a table: `core.articles` is the asset core/articles."""
    return dg.AssetKey(table.split("."))


def column_schema(table: str) -> dg.TableSchema:
    """Return the columns of a table with their types and comments, as Dagster shows them."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                name=column.name,
                type=column.sql_type,
                description=column.comment,
                constraints=dg.TableColumnConstraints(nullable=column.nullable),
            )
            for column in describe_tables()[table].columns
        ]
    )


def table_spec(
    table: str, group: str, deps: Iterable[str], kinds: set[str], version: Stage | None = None
) -> dg.AssetSpec:
    """Return the spec of the asset that makes `table`, described by the schema's comments."""
    return dg.AssetSpec(
        key=asset_key(table),
        deps=[asset_key(dep) for dep in deps],
        description=describe_tables()[table].comment,
        group_name=group,
        kinds=kinds,
        code_version=stage_version(version) if version else None,
        metadata={
            "dagster/table_name": table,
            "dagster/column_schema": column_schema(table),
        },
    )


def check_specs(stage: str) -> list[dg.AssetCheckSpec]:
    """Return a check spec for every query in `warehouse/checks/<stage>/`; errors block."""
    return [
        dg.AssetCheckSpec(
            name=query.name,
            asset=asset_key(query.table),
            description=query.description,
            blocking=query.severity == "error",
        )
        for query in sql_files.checks(stage)
    ]


def run_checks(
    database: Database, stage: str, refresh_id: str
) -> dict[str, list[dg.AssetCheckResult]]:
    """Run the stage's checks, note them in `ops.checks`, and return their results by table."""
    results: dict[str, list[dg.AssetCheckResult]] = {}
    notes: list[dict[str, Any]] = []
    for query in sql_files.checks(stage):
        failing = database.query(query.sql)
        notes.append(
            {
                "refresh_id": refresh_id,
                "check_name": f"{query.table}.{query.name}",
                "passed": failing.is_empty(),
                "severity": query.severity,
                "failing_rows": failing.height,
                "description": query.description,
            }
        )
        results.setdefault(query.table, []).append(
            dg.AssetCheckResult(
                check_name=query.name,
                asset_key=asset_key(query.table),
                passed=failing.is_empty(),
                severity=(
                    dg.AssetCheckSeverity.ERROR
                    if query.severity == "error"
                    else dg.AssetCheckSeverity.WARN
                ),
                description=query.description,
                metadata={
                    "failing_rows": failing.height,
                    "first_failing_rows": dg.MetadataValue.text(str(failing.head(5).to_dicts())),
                },
            )
        )
    with (
        database.with_frame("notes", table_frame("ops.checks", notes)),
        database.transaction(),
    ):
        database.run("refresh/note_checks")
    return results


def report(
    database: Database,
    stage: str,
    tables: Sequence[str],
    refresh_id: str,
    metadata: dict[str, Any] | None = None,
) -> Iterator[dg.MaterializeResult[Any]]:
    """Yield a result for every table of a stage, with its row count and its checks' results."""
    results = run_checks(database, stage, refresh_id)
    for table in tables:
        yield dg.MaterializeResult(
            asset_key=asset_key(table),
            metadata={"dagster/row_count": database.row_count(table), **(metadata or {})},
            check_results=results.get(table, []),
        )
