"""Runs the first stages of a refresh alone, and looks into the writer's database.

For tests of what becomes of files and their pages; nothing is published.
"""

import logging
from collections.abc import Mapping
from functools import cache
from typing import Any

import dagster as dg
import duckdb
from sandbox import Row, Sandbox, failures

from pipelines.definitions import build_definitions
from pipelines.settings import writer_path

_STAGES = ("intake", "extraction")


@cache
def _job() -> dg.JobDefinition:
    return build_definitions().resolve_job_def("refresh")


def take_in(sandbox: Sandbox, settings: Mapping[str, str] | None = None) -> None:
    """Run intake and extraction once, with settings by the names of their variables."""
    logging.getLogger("dagster").setLevel(logging.CRITICAL)
    paths = {"input_folder": str(sandbox.seeds), "published": str(sandbox.published)}
    with sandbox.environment() as patch, dg.DagsterInstance.ephemeral() as instance:
        for name, value in (settings or {}).items():
            patch.setenv(name, value)
        result = _job().execute_in_process(
            instance=instance,
            run_config={
                "resources": {"refresh": {"config": paths}},
                "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
            },
            op_selection=list(_STAGES),
            raise_on_error=False,
        )
    assert result.success, failures(result)


def rows(sandbox: Sandbox, sql: str, *parameters: Any) -> list[Row]:
    """Return rows of the writer's database."""
    path = writer_path(sandbox.home, sandbox.published)
    with duckdb.connect(path, read_only=True) as reader:
        return reader.execute(sql, list(parameters)).fetchall()
