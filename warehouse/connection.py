"""Connections: the writer's database, and read-only access to the published file.

The writer's database is private to a refresh; readers only ever open the published copy (see
`publishing`). Statements come from `.sql` files by name, values only as parameters.
"""

import contextlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from warehouse import sql_files
from warehouse.damage import DamagedDatabaseError, is_damage_in_use, set_aside

# Written by engine 2.0 in the format of 1.5, so that clients of both read the file.
STORAGE_VERSION = "v1.5.0"


@dataclass(frozen=True, slots=True)
class Column:
    """Name, SQL type, nullability and comment of a table's column."""

    name: str
    sql_type: str
    nullable: bool
    comment: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view of the warehouse, named with its schema."""

    name: str
    comment: str
    columns: tuple[Column, ...]


class Database:
    """An open DuckDB database with the statements of this package."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def run(self, statement: str, **parameters: Any) -> None:
        """Run `statements/<statement>.sql`, one or more statements, with parameters (`$name`).

        Each statement takes those of the parameters that it names.
        """
        for part in self._connection.extract_statements(sql_files.statement(statement)):
            values = {name: parameters[name] for name in part.named_parameters}
            self._connection.execute(part, values or None)

    def frame(self, statement: str, **parameters: Any) -> pl.DataFrame:
        """Run a statement that is one query and return its rows."""
        return self.query(sql_files.statement(statement), parameters)

    def query(self, sql: str, parameters: dict[str, Any] | None = None) -> pl.DataFrame:
        """Run a query given as text (a check, or what a user typed) and return its rows."""
        relation = self._connection.sql(sql, params=parameters or None)
        if relation is None:  # a statement without rows, such as SET
            return pl.DataFrame()
        rows: pl.DataFrame = relation.pl()
        return rows

    def select(self, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Run a query that a user typed; return its column names and rows as Python values.

        A name that stands again gets a number, so that every value can be told by its name.
        """
        relation = self._connection.sql(sql)
        if relation is None:
            return [], []
        seen: Counter[str] = Counter()
        names = []
        for name in relation.columns:
            names.append(f"{name}_{seen[name]}" if seen[name] else name)
            seen[name] += 1
        return names, relation.fetchall()

    def load(self, table: str, rows: pl.DataFrame) -> None:
        """Append `rows` to `table`, matching columns by name; missing columns become NULL."""
        target = self._connection.table(table)
        blanks = [pl.lit(None).alias(name) for name in target.columns if name not in rows.columns]
        ordered = rows.with_columns(blanks).select(target.columns)
        self._connection.from_arrow(ordered.to_arrow()).insert_into(table)

    def row_count(self, table: str) -> int:
        """Return the number of rows of a table or view."""
        return int(self._connection.table(table).shape[0])

    @contextlib.contextmanager
    def with_frame(self, name: str, rows: pl.DataFrame) -> Iterator[None]:
        """Make `rows` visible to statements under `name` for the duration of the block."""
        self._connection.register(name, rows.to_arrow())
        try:
            yield
        except BaseException:
            with contextlib.suppress(duckdb.Error):  # a failed transaction refuses it
                self._connection.unregister(name)
            raise
        self._connection.unregister(name)

    @contextlib.contextmanager
    def attached(self, path: Path, name: str) -> Iterator[None]:
        """Make the tables of another database file readable as `name.schema.table`.

        Where there is no such file, `name` is an empty database.
        """
        # ATTACH takes no parameters, so the path is quoted here.
        if path.is_file():
            quoted = str(path).replace("'", "''")
            self._connection.execute(f"ATTACH '{quoted}' AS {name} (READ_ONLY)")
        else:
            self._connection.execute(f"ATTACH ':memory:' AS {name}")
        try:
            yield
        finally:
            self._connection.execute(f"DETACH {name}")

    @contextlib.contextmanager
    def beside(self) -> Iterator["Database"]:
        """Yield the same database with temporary tables and frames of its own."""
        with self._connection.cursor() as connection:
            _set_up(connection)
            yield Database(connection)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit everything in the block, or nothing of it."""
        self._connection.begin()
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()


@contextlib.contextmanager
def open_writer(path: Path, memory: int | None = None) -> Iterator[Database]:
    """Open the writer's database read-write, creating it with the whole schema when needed.

    On leaving, the database is checkpointed and closed, so that no write-ahead log is left beside
    it. What does not fit into `memory` bytes (default: most of the machine's) spills into a folder
    beside it. Raises `duckdb.IOException`
    when another process has it open, `DamagedDatabaseError` when it reads what was never written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    settings: dict[str, str | bool | int | float | list[str]] = {
        "storage_compatibility_version": STORAGE_VERSION,
        "temp_directory": str(spill_folder(path)),
    }
    if memory is not None:
        settings["memory_limit"] = f"{memory}B"
    connection = duckdb.connect(path, config=settings)
    try:
        _set_up(connection)
        _create_schema_once(connection)
        yield Database(connection)
        connection.execute("CHECKPOINT")
    except duckdb.Error as error:
        if not is_damage_in_use(error, path):
            raise
        connection.close()
        aside = set_aside(path)
        raise DamagedDatabaseError(
            f"the writer's database is damaged ({error}) and was set aside as {aside.name}; the "
            "published file is whole: refresh again, and everything is read anew"
        ) from error
    finally:
        connection.close()


def spill_folder(writer: Path) -> Path:
    """Return the folder for what DuckDB cannot hold in memory; a killed process may leave it."""
    return writer.with_name(writer.name + ".spill")


@contextlib.contextmanager
def open_reader(path: Path) -> Iterator[Database]:
    """Open a published file read-only; raises `FileNotFoundError` when there is none."""
    if not path.is_file():
        raise FileNotFoundError(path)
    connection = duckdb.connect(path, read_only=True)
    try:
        connection.execute("SET enable_progress_bar = false")
        yield Database(connection)
    finally:
        connection.close()


def _set_up(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")


def _create_schema_once(connection: duckdb.DuckDBPyConnection) -> None:
    # The name of the writer's database changes with the schema, so a file is old or complete.
    # All rows are fetched: an unfinished result would keep the connection from loading.
    ((views,),) = connection.execute(sql_files.statement("count_views")).fetchall()
    if views == 0:
        connection.begin()
        _create_schema(connection)
        connection.commit()


def _create_schema(connection: duckdb.DuckDBPyConnection) -> None:
    for _, script in (*sql_files.scripts("schema"), *sql_files.scripts("marts")):
        connection.execute(script)


@cache
def describe_tables() -> dict[str, Table]:
    """Return every table and view of the contract by name, as the schema scripts make them."""
    connection = duckdb.connect(":memory:")
    try:
        _create_schema(connection)
        rows = connection.execute(sql_files.statement("describe_tables")).fetchall()
    finally:
        connection.close()
    columns: dict[str, list[Column]] = {}
    comments: dict[str, str] = {}
    for table, table_comment, name, sql_type, nullable, comment in rows:
        comments[table] = table_comment or ""
        columns.setdefault(table, []).append(Column(name, sql_type, nullable, comment or ""))
    return {name: Table(name, comments[name], tuple(columns[name])) for name in columns}
