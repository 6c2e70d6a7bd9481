"""Fixtures for tests that run the pipeline: each has folders and files of its own.

Their reference data is loaded once for all. That a first refresh loads it is seen where the command
line runs on an empty folder (`tests/cli`).
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from sandbox import Sandbox

from assets.reference.asset import fill
from pipelines.settings import writer_path
from warehouse.connection import open_writer

# Shared machines pause at any moment: how long one example takes says nothing.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")


@pytest.fixture(scope="session")
def empty_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A writer's database with the reference data and nothing else, to begin from."""
    path = tmp_path_factory.mktemp("empty") / "writer.duckdb"
    with open_writer(path) as database:
        fill(database)
    return path


def make_sandbox(root: Path, empty_warehouse: Path) -> Sandbox:
    seeds = root / "seeds"
    seeds.mkdir()
    sandbox = Sandbox(seeds=seeds, home=root / "home", published=root / "out" / "news.duckdb")
    writer = writer_path(sandbox.home, sandbox.published)
    writer.parent.mkdir(parents=True)
    shutil.copyfile(empty_warehouse, writer)
    return sandbox


@pytest.fixture
def sandbox(tmp_path: Path, empty_warehouse: Path) -> Sandbox:
    """An empty pipeline of this test's own."""
    return make_sandbox(tmp_path, empty_warehouse)


@pytest.fixture(scope="module")
def new_sandbox(
    tmp_path_factory: pytest.TempPathFactory, empty_warehouse: Path
) -> Callable[[], Sandbox]:
    """Makes empty pipelines for the fixtures of a module."""
    return lambda: make_sandbox(tmp_path_factory.mktemp("sandbox"), empty_warehouse)
