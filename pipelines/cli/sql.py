"""`baokho sql`: a read-only question to the published file."""

import csv
import json
import math
import sys
from pathlib import Path
from typing import Any, Literal

import click

from pipelines.cli.console import output, rows_table
from pipelines.cli.options import require_published, settings_with, warehouse_option


@click.command()
@click.argument("query")
@click.option("--csv", "form", flag_value="csv", help="Print CSV with a header line.")
@click.option("--json", "form", flag_value="json", help="Print one JSON array of objects.")
@warehouse_option
def sql(query: str, form: Literal["csv", "json"] | None, warehouse: Path | None) -> None:
    """Run QUERY on the published warehouse, read-only ("-" reads it from standard input)."""
    import duckdb

    from warehouse.connection import open_reader

    published = require_published(settings_with(warehouse=warehouse))
    text = sys.stdin.read() if query == "-" else query
    try:
        with open_reader(published) as reader:
            columns, rows = reader.select(text)
    except duckdb.Error as error:
        raise click.UsageError(f"the query failed: {str(error).splitlines()[0]}") from error
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_csv_cell(value) for value in row] for row in rows)
    elif form == "json":
        objects = [dict(zip(columns, map(_json_value, row), strict=True)) for row in rows]
        click.echo(json.dumps(objects, ensure_ascii=False, default=str))
    else:
        console = output()
        console.print(rows_table(columns, rows))
        console.print(f"{len(rows)} row{'' if len(rows) == 1 else 's'}", style="dim")


def _csv_cell(value: Any) -> Any:
    """Return a list as JSON; NULL is an empty cell."""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value


def _json_value(value: Any) -> Any:
    """Return NULL for a number that JSON cannot hold (infinite or none at all)."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
