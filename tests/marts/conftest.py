"""A published file of the small warehouse, open as a reader opens it."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from small_warehouse import fill

from warehouse.connection import open_writer


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The small warehouse, read-only."""
    path: Path = tmp_path_factory.mktemp("marts") / "small.duckdb"
    with open_writer(path) as database:
        fill(database)
    with duckdb.connect(path, read_only=True) as connection:
        yield connection
