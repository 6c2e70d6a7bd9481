"""Fixtures for tests that run the pipeline: each has folders and files of its own.

Their reference data is loaded once for all. That a first refresh loads it is seen where the command
line runs on an empty folder (`tests/cli`).
"""

import gc
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

# What needs Dagster is imported late: the process that only hands out the tests does without.
if TYPE_CHECKING:
    from sandbox import Sandbox

# Shared machines pause at any moment: how long one example takes says nothing.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let files that take long begin first: at the end no worker shall wait for one of them."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_unconfigure() -> None:
    """Stop Hypothesis watching the garbage collector.

    Its callback fails in the last collections of the process, and of the objects that live on for
    that DuckDB says that they leaked.
    """
    gc.callbacks.clear()


@pytest.fixture(scope="session")
def empty_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A writer's database with the reference data and nothing else, to begin from."""
    from assets.reference.asset import fill
    from warehouse.connection import open_writer

    path = tmp_path_factory.mktemp("empty") / "writer.duckdb"
    with open_writer(path) as database:
        fill(database)
    return path


def make_sandbox(root: Path, empty_warehouse: Path) -> "Sandbox":
    from sandbox import Sandbox

    from pipelines.settings import writer_path

    seeds = root / "seeds"
    seeds.mkdir()
    sandbox = Sandbox(seeds=seeds, home=root / "home", published=root / "out" / "news.duckdb")
    writer = writer_path(sandbox.home, sandbox.published)
    writer.parent.mkdir(parents=True)
    shutil.copyfile(empty_warehouse, writer)
    return sandbox


@pytest.fixture
def sandbox(tmp_path: Path, empty_warehouse: Path) -> "Sandbox":
    """An empty pipeline of this test's own."""
    return make_sandbox(tmp_path, empty_warehouse)


@pytest.fixture(scope="session")
def new_sandbox(
    tmp_path_factory: pytest.TempPathFactory, empty_warehouse: Path
) -> Callable[[], "Sandbox"]:
    """Makes empty pipelines, for fixtures that several tests share."""
    return lambda: make_sandbox(tmp_path_factory.mktemp("sandbox"), empty_warehouse)
