"""Connections: parameters, loading by name, transactions, and readers that cannot write."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl
import pytest

from warehouse.connection import Database, open_reader, open_writer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "below" / "writer.duckdb"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with open_writer(path) as opened:
        yield opened


def _begin(database: Database, refresh_id: str, run_id: str = "run") -> None:
    database.run(
        "refresh/begin",
        refresh_id=refresh_id,
        run_id=run_id,
        trigger="'; DROP TABLE ops.refreshes; --",
        input_folder="/thư mục/có dấu",
        now=dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC),
        code_version="1",
    )


def test_each_statement_takes_the_parameters_it_names(database: Database) -> None:
    _begin(database, "first")
    row = database.frame("refresh/summary", run_id="run").row(0, named=True)
    assert row["refresh_id"] == "first"
    assert row["trigger"] == "'; DROP TABLE ops.refreshes; --"
    assert row["input_folder"] == "/thư mục/có dấu"
    assert row["started_at"] == dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC)


def test_beginning_twice_in_one_run_is_one_refresh(database: Database) -> None:
    _begin(database, "first")
    _begin(database, "second")
    assert database.frame("refresh/of_run", run_id="run")["refresh_id"].to_list() == ["first"]


def test_refresh_left_running_by_a_crash_has_failed(database: Database) -> None:
    _begin(database, "first", run_id="crashed")
    _begin(database, "second", run_id="next")
    rows = database.query("SELECT refresh_id, status FROM ops.refreshes ORDER BY refresh_id").rows()
    assert rows == [("first", "failed"), ("second", "running")]


def test_missing_parameter_is_an_error(database: Database) -> None:
    with pytest.raises(KeyError):
        database.run("refresh/fail")


def test_loading_matches_columns_by_name(database: Database) -> None:
    rows = pl.DataFrame({"name": ["Báo Thử"], "outlet_id": ["thu"]})
    database.load("core.outlets", rows)
    found = database.query("SELECT outlet_id, name, domain FROM core.outlets").rows()
    assert found == [("thu", "Báo Thử", None)]
    assert database.row_count("core.outlets") == 1


def test_loading_refuses_null_where_a_value_must_be(database: Database) -> None:
    with pytest.raises(duckdb.ConstraintException):
        database.load("core.outlets", pl.DataFrame({"outlet_id": ["thu"]}))


def test_frame_is_visible_for_its_block_only(database: Database) -> None:
    with database.with_frame("pages", pl.DataFrame({"n": [1, 2]})):
        assert database.query("SELECT sum(n)::INTEGER FROM pages").item() == 3
    with pytest.raises(duckdb.CatalogException):
        database.query("SELECT * FROM pages")


def test_transaction_keeps_everything_or_nothing(database: Database) -> None:
    row = pl.DataFrame({"entity_id": ["person:x"], "name": ["X"]})

    def load_and_fail() -> None:
        with database.transaction():
            database.load("core.persons", row)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        load_and_fail()
    assert database.row_count("core.persons") == 0
    with database.transaction():
        database.load("core.persons", row)
    assert database.row_count("core.persons") == 1


def test_closed_writer_leaves_one_file_with_what_was_written(path: Path) -> None:
    for name in ("X", "Y"):
        with open_writer(path) as database:
            row = pl.DataFrame({"entity_id": [name], "name": [name]})
            database.load("core.persons", row)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    with open_reader(path) as reader:
        assert reader.query("SELECT name FROM core.persons ORDER BY name").rows() == [
            ("X",),
            ("Y",),
        ]


def test_reader_cannot_write(path: Path) -> None:
    with open_writer(path):
        pass
    before = path.read_bytes()
    with open_reader(path) as reader, pytest.raises(duckdb.InvalidInputException):
        reader.query("INSERT INTO core.persons VALUES ('person:x', 'X')")
    assert path.read_bytes() == before


def test_reader_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), open_reader(tmp_path / "none.duckdb"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_statement_without_rows_gives_an_empty_frame(database: Database) -> None:
    assert database.query("SET threads = 2").is_empty()
    assert database.query("SELECT $word AS word", {"word": "làng"}).item() == "làng"


def test_memory_of_the_writer_is_bounded(path: Path) -> None:
    with open_writer(path, memory=600_000_000) as database:
        most = database.query("SELECT current_setting('memory_limit') AS most").item()
    assert most == "572.2 MiB"
