"""docs/data-dictionary.md is what the comments in the warehouse say.

`python tests/docs/test_data_dictionary.py` writes it anew.
"""

import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb

from warehouse.connection import Table, describe_tables, open_writer

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "data-dictionary.md"
_SCHEMAS = {
    "raw": "what arrived",
    "core": "what it says",
    "mart": "answers",
    "reference": "what is known beforehand",
    "ops": "what happened",
    "search": "the words of the articles, which `search_articles` looks up",
}
_HEAD = """# Data dictionary

Every table, view and macro of the warehouse, from the comments that it holds itself (`COMMENT ON`;
`baokho sql "DESCRIBE core.articles"` shows the columns too). Written by
`python tests/docs/test_data_dictionary.py`; a test fails when it is out of date.

Times are `TIMESTAMP WITH TIME ZONE`. Offsets count Unicode code points from 0, the end exclusive,
so that `substring(field, start_char + 1, end_char - start_char) = surface`. "Null" says whether a
column of a table may be NULL; for a view DuckDB does not know.
"""


@cache
def _ask(sql: str) -> tuple[tuple[Any, ...], ...]:
    """Return the rows of a query on a new warehouse."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.duckdb"
        with open_writer(path):
            pass
        with duckdb.connect(path, read_only=True) as connection:
            return tuple(connection.execute(sql).fetchall())


def _macros() -> tuple[tuple[Any, ...], ...]:
    """Return name, parameters and comment of every macro that users ask like a table."""
    return _ask(
        "SELECT function_name, parameters, coalesce(comment, '') FROM duckdb_functions()"
        " WHERE function_type = 'table_macro' AND schema_name = 'main' AND NOT internal"
        " ORDER BY function_name"
    )


def _views() -> frozenset[str]:
    names = _ask("SELECT schema_name || '.' || view_name FROM duckdb_views() WHERE NOT internal")
    return frozenset(name for (name,) in names)


def _table_lines(table: Table, views: frozenset[str]) -> Iterator[str]:
    is_view = table.name in views
    yield f"\n### {table.name}\n\n{'View. ' if is_view else ''}{table.comment}\n\n"
    yield "| column | type | null | meaning |\n|---|---|---|---|\n"
    for column in table.columns:
        null = "" if is_view else "yes" if column.nullable else "no"
        comment = column.comment.replace("|", "\\|")
        yield f"| `{column.name}` | {column.sql_type} | {null} | {comment} |\n"


def dictionary() -> str:
    """Return the whole document."""
    tables = sorted(describe_tables().values(), key=_order)
    views = _views()
    parts = [_HEAD]
    for schema, members in groupby(tables, key=lambda table: table.name.partition(".")[0]):
        parts.append(f"\n## {schema}: {_SCHEMAS[schema]}\n")
        for table in members:
            parts += _table_lines(table, views)
    parts.append("\n## Macros\n\nAsked like a table: `FROM entity_facts('place:ha-noi')`.\n\n")
    parts.append("| macro | answers |\n|---|---|\n")
    for name, parameters, comment in _macros():
        parts.append(f"| `{name}({', '.join(parameters)})` | {comment} |\n")
    return "".join(parts)


def _order(table: Table) -> tuple[int, str]:
    return list(_SCHEMAS).index(table.name.partition(".")[0]), table.name


def test_document_is_what_the_warehouse_says() -> None:
    remedy = f"run python {Path(__file__).name}"
    assert DOCUMENT.read_text("utf-8") == dictionary(), remedy


def test_every_macro_is_explained() -> None:
    assert [name for name, _, comment in _macros() if not comment.endswith((".", "?"))] == []


if __name__ == "__main__":
    sys.stdout.write(f"{DOCUMENT.name}: {DOCUMENT.write_text(dictionary(), 'utf-8')} characters\n")
