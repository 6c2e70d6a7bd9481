"""Runs that cost nothing, in a Dagster instance of a test's own.

What does not belong here: runs of the pipeline (`sandbox`).
"""

import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from pipelines.instance import open_instance


@dg.op
def work(context: dg.OpExecutionContext) -> None:
    context.log_event(dg.AssetMaterialization("something"))


@dg.job
def tiny() -> None:
    work()


@contextlib.contextmanager
def instance_of(dagster_home: Path) -> Iterator[dg.DagsterInstance]:
    """The instance that the command line and the servers open in a folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DAGSTER_HOME", "")  # opening sets it; this puts it back
        with open_instance(dagster_home) as instance:
            yield instance


def add_run(
    instance: dg.DagsterInstance,
    status: dg.DagsterRunStatus = dg.DagsterRunStatus.STARTED,
    *,
    job: str = "refresh",
) -> str:
    """Note a run without running anything; return its id."""
    run = dg.DagsterRun(job_name=job, run_id=dg.DagsterRun(job_name=job).run_id, status=status)
    return instance.run_storage.add_run(run).run_id


def in_days(days: float) -> dt.datetime:
    return dt.datetime.now(dt.UTC) + dt.timedelta(days=days)
