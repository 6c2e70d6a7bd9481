"""A run whose process is gone does not stay "started"; one that is alive is left alone."""

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
import pytest
from tiny_runs import add_run, instance_of

from pipelines import running
from pipelines.running import fail_ended_runs, hold_run, process_of

_HOLDER = """
import sys
from pathlib import Path
from pipelines.running import hold_run
hold_run(Path(sys.argv[1]), sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_elsewhere(dagster_home: Path, run_id: str) -> Iterator["subprocess.Popen[str]"]:
    """Another process that works on a run until it is told to end, or killed."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(dagster_home), run_id],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def status(instance: dg.DagsterInstance, run_id: str) -> dg.DagsterRunStatus:
    run = instance.get_run_by_id(run_id)
    assert run is not None
    return run.status


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an instance."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def instance(home: Path) -> Iterator[dg.DagsterInstance]:
    """An instance whose runs are only noted."""
    with instance_of(home) as opened:
        yield opened


def test_a_killed_run_is_marked_as_failed(instance: dg.DagsterInstance, home: Path) -> None:
    run_id = add_run(instance)
    with held_elsewhere(home, run_id) as process:
        found = process_of(home, run_id)
        assert found is not None
        assert (found.pid, found.alive) == (process.pid, True)
        assert fail_ended_runs(instance, home) == []
        process.kill()
        process.wait()
        assert fail_ended_runs(instance, home) == [run_id]
    assert status(instance, run_id) is dg.DagsterRunStatus.FAILURE
    assert "was killed" in [entry.message for entry in instance.all_logs(run_id)][-1]
    assert fail_ended_runs(instance, home) == []
    assert process_of(home, run_id) is None


def test_a_run_that_only_starts_is_left_alone(
    instance: dg.DagsterInstance, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starting = add_run(instance, dg.DagsterRunStatus.STARTING)
    ended = add_run(instance, dg.DagsterRunStatus.SUCCESS)
    assert fail_ended_runs(instance, home) == []
    monkeypatch.setattr(running, "_STARTING", dt.timedelta(0))
    assert fail_ended_runs(instance, home) == [starting]
    assert status(instance, ended) is dg.DagsterRunStatus.SUCCESS


def test_a_process_works_on_one_run_at_a_time(tmp_path: Path) -> None:
    hold_run(tmp_path, "first")
    hold_run(tmp_path, "second")
    assert process_of(tmp_path, "first") is None
    second = process_of(tmp_path, "second")
    assert second is not None
    assert second.alive
