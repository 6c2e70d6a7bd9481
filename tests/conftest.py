"""Fixtures for tests that run the pipeline: each has folders and files of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from sandbox import Sandbox

# Shared machines pause at any moment: how long one example takes says nothing.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")


def make_sandbox(root: Path) -> Sandbox:
    seeds = root / "seeds"
    seeds.mkdir()
    return Sandbox(seeds=seeds, home=root / "home", published=root / "out" / "news.duckdb")


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    """An empty pipeline of this test's own."""
    return make_sandbox(tmp_path)


@pytest.fixture(scope="module")
def new_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Sandbox]:
    """Makes empty pipelines for the fixtures of a module."""
    return lambda: make_sandbox(tmp_path_factory.mktemp("sandbox"))
