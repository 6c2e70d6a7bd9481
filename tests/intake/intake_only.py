"""Runs the first stages of a refresh alone, and looks into the writer's database.

For tests of what becomes of files and their pages; nothing is published.
"""

from collections.abc import Mapping
from typing import Any

import duckdb
import pytest
from sandbox import Row, Sandbox

from pipelines.settings import writer_path


def take_in(sandbox: Sandbox, settings: Mapping[str, str] | None = None) -> None:
    """Run intake and extraction once, with settings by the names of their variables."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (settings or {}).items():
            patch.setenv(name, value)
        sandbox.refresh(only=("intake", "extraction"))


def rows(sandbox: Sandbox, sql: str, *parameters: Any) -> list[Row]:
    """Return rows of the writer's database."""
    path = writer_path(sandbox.home, sandbox.published)
    with duckdb.connect(path, read_only=True) as reader:
        return reader.execute(sql, list(parameters)).fetchall()
