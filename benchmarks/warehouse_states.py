"""What readers find in a published file, as digests of its tables: to tell states from each other.

Of one folder, code and reference data there is one state, whatever happened on the way to it. What
tells of the way is left out: times of refreshes, their ids, and files that are gone.
"""

import hashlib
from pathlib import Path

import duckdb

State = dict[str, str]

_SCHEMAS = ("core", "raw", "reference", "search")
# The index numbers articles as they come; what it answers is compared instead.
_NUMBERED = {"search.articles", "search.postings", "search.slices", "search.terms"}
_OF_THE_WAY = {"refresh_id", "first_seen_at", "last_seen_at"}
_GONE = "status NOT IN ('superseded', 'missing')"
_TABLES = "SELECT schema_name, table_name FROM duckdb_tables() ORDER BY ALL"
_LAST = "SELECT * FROM ops.refreshes ORDER BY refresh_no DESC LIMIT 1"
_COUNTED = {
    "articles_total": "core.articles",
    "mentions_total": "core.mentions",
    "entities_total": "core.entities",
    "events_total": "core.events",
}


def read_state(published: Path) -> State:
    """Return a digest of the rows of every table; raises `AssertionError` for a torn state."""
    with duckdb.connect(published, read_only=True) as reader:
        assert_whole(reader)
        return {
            f"{schema}.{table}": _digest(reader, f"{schema}.{table}")
            for schema, table in reader.execute(_TABLES).fetchall()
            if schema in _SCHEMAS and f"{schema}.{table}" not in _NUMBERED
        }


def assert_whole(reader: duckdb.DuckDBPyConnection) -> int:
    """Compare the last refresh with what the tables hold; return its number."""
    last = reader.sql(_LAST).pl().row(0, named=True)
    assert last["status"] == "succeeded", last
    for column, table in _COUNTED.items():
        found = reader.table(table).shape[0]
        assert last[column] == found, f"{column} says {last[column]}, {table} has {found} rows"
    findable = reader.table("core.articles").filter("duplicate_of IS NULL").shape[0]
    indexed = reader.table("search.articles").shape[0]
    assert indexed == findable, f"{indexed} of {findable} articles are indexed"
    return int(last["refresh_no"])


def differences(one: State, other: State) -> list[str]:
    """Return the tables of which two states have different rows."""
    return sorted(
        table for table in one.keys() | other.keys() if one.get(table) != other.get(table)
    )


def _digest(reader: duckdb.DuckDBPyConnection, table: str) -> str:
    relation = reader.table(table)
    if table == "raw.files":
        relation = relation.filter(_GONE)
    names = [name for name in relation.columns if name not in _OF_THE_WAY]
    rows = relation.select(*map(duckdb.ColumnExpression, names)).fetchall()
    digest = hashlib.sha256(repr(names).encode())
    for row in sorted(map(repr, rows)):
        digest.update(row.encode())
    return digest.hexdigest()
