"""What the thin Dagster assets of all stages share: specs from the schema, row counts, checks.

A table's description and column schema come from the comments in `warehouse/schema`, so the UI,
the data dictionary and the database never disagree. What does not belong here: anything about one
stage.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

import dagster as dg
import polars as pl

from assets.versions import Stage, stage_version
from warehouse import sql_files
from warehouse.connection import Database, describe_tables
from warehouse.sql_files import Severity

_POLARS_TYPES: dict[str, Any] = {
    "BIGINT": pl.Int64,
    "BLOB": pl.Binary,
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
    rows = list(records)
    columns = {name: list(map(attrgetter(name), rows)) for name in schema}
    return pl.DataFrame(columns, schema=dict(schema))


def record_frame(table: str, records: Sequence[Any]) -> pl.DataFrame:
    """Return dataclass records as a frame; their fields are columns of the table."""
    known = {field.name for field in dataclasses.fields(records[0])} if records else set()
    schema = {
        column.name: _POLARS_TYPES[column.sql_type]
        for column in describe_tables()[table].columns
        if column.name in known
    }
    return to_frame(records, schema)


def table_schema(table: str) -> dict[str, Any]:
    """Return the columns of a table with their Polars types."""
    return {
        column.name: _POLARS_TYPES[column.sql_type] for column in describe_tables()[table].columns
    }


def table_frame(table: str, rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    """Return rows as a frame with the columns and types of a table; missing values are NULL."""
    return pl.DataFrame([dict(row) for row in rows], schema=table_schema(table))


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


# One Dagster check holds all queries of a table and severity: each costs every refresh an event
# log entry or three. The result of every single query stands in `ops.checks`.
_CHECK_NAMES: dict[Severity, str] = {"error": "sound", "warn": "plausible"}


def _grouped(stage: str) -> dict[tuple[str, Severity], list[sql_files.CheckQuery]]:
    groups: dict[tuple[str, Severity], list[sql_files.CheckQuery]] = {}
    for query in sql_files.checks(stage):
        groups.setdefault((query.table, query.severity), []).append(query)
    return groups


def check_specs(stage: str) -> list[dg.AssetCheckSpec]:
    """Return the checks of `warehouse/checks/<stage>/`, one for a table and severity.

    `sound` blocks publishing, `plausible` only warns.
    """
    return [
        dg.AssetCheckSpec(
            name=_CHECK_NAMES[severity],
            asset=asset_key(table),
            description=" ".join(query.description for query in queries),
            blocking=severity == "error",
        )
        for (table, severity), queries in _grouped(stage).items()
    ]


def run_checks(
    database: Database, stage: str, refresh_id: str
) -> dict[str, list[dg.AssetCheckResult]]:
    """Run the stage's checks, note them in `ops.checks`, and return their results by table.

    They look at the rows of articles that changed; at every row in the first refresh of a version
    of the code, and again after a hundred refreshes or a week. Those that are rare run only then.
    """
    everything = _see(database, stage, refresh_id)
    results: dict[str, list[dg.AssetCheckResult]] = {}
    notes: list[dict[str, Any]] = []
    for (table, severity), queries in _grouped(stage).items():
        due = [query for query in queries if everything or not query.is_rare]
        failing = {query.name: database.query(query.sql) for query in due}
        notes.extend(
            {
                "refresh_id": refresh_id,
                "check_name": f"{table}.{query.name}",
                "passed": failing[query.name].is_empty(),
                "severity": severity,
                "failing_rows": failing[query.name].height,
                "description": query.description,
                "saw_everything": everything,
            }
            for query in due
        )
        results.setdefault(table, []).append(
            dg.AssetCheckResult(
                check_name=_CHECK_NAMES[severity],
                asset_key=asset_key(table),
                passed=all(rows.is_empty() for rows in failing.values()),
                severity=(
                    dg.AssetCheckSeverity.ERROR
                    if severity == "error"
                    else dg.AssetCheckSeverity.WARN
                ),
                metadata={
                    query.name: _outcome(failing[query.name]) if query in due else "not due"
                    for query in queries
                },
            )
        )
    with (
        database.with_frame("notes", table_frame("ops.checks", notes)),
        database.transaction(),
    ):
        database.run("refresh/note_checks")
        database.run("history/note_stage", stage=stage)
    return results


def _see(database: Database, stage: str, refresh_id: str) -> bool:
    """Let the checks see the rows of articles that changed, or all when that is due; tell which."""
    names = [f"{query.table}.{query.name}" for query in sql_files.checks(stage)]
    seen = database.frame("checks/saw_everything", refresh_id=refresh_id, names=names)
    everything = seen.height < len(names)
    database.run("checks/see_everything" if everything else "checks/see_changes")
    return everything


def _outcome(failing: pl.DataFrame) -> str:
    if failing.is_empty():
        return "passed"
    return f"{failing.height} failing rows, first: {failing.head(3).to_dicts()}"


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
        # To count the rows of a view is to compute it, which takes seconds when there are many.
        is_view = table.startswith("mart.")
        count = {} if is_view else {"dagster/row_count": database.row_count(table)}
        yield dg.MaterializeResult(
            asset_key=asset_key(table),
            metadata={**count, **(metadata or {})},
            check_results=results.get(table, []),
        )
