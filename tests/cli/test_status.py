"""`baokho status`: one look for people, one object and an exit code for monitoring."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
from command_line import Ended, run
from sandbox import Sandbox, page

from pipelines.instance import open_instance
from pipelines.running import hold_run


@pytest.fixture(scope="module")
def refreshed(new_sandbox: Callable[[], Sandbox]) -> Sandbox:
    """A warehouse of one article and three rejected files; its run is in the run list."""
    sandbox = new_sandbox()
    sandbox.write("one.txt", page("tranh dân gian"))
    for name in ("empty.txt", "also empty.txt", "table.xlsx"):
        sandbox.write(name, "x" if name.endswith("xlsx") else "")
    ended = run(sandbox, "refresh", "--json")
    assert ended.code == 0, ended.err
    return sandbox


@contextmanager
def instance(sandbox: Sandbox) -> Iterator[dg.DagsterInstance]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DAGSTER_HOME", "")
        with open_instance(sandbox.home / "dagster") as opened:
            yield opened


def look(sandbox: Sandbox, **environment: str) -> tuple[dict[str, Any], Ended]:
    """Return what the command tells a program, and how it ended."""
    ended = run(sandbox, "status", "--json", environment=environment)
    (line,) = ended.out.splitlines()
    return json.loads(line), ended


def test_healthy(refreshed: Sandbox) -> None:
    told, ended = look(refreshed)
    assert ended.code == 0
    assert told["healthy"] is True
    assert told["problems"] == []
    assert told["last_refresh"]["trigger"] == "cli"
    assert told["files"]["rejected"] == told["rejected"]["files"] == 3
    assert next(iter(told["rejected"]["reasons"].values())) == 2  # the commonest first
    assert told["bytes"] == refreshed.published.stat().st_size
    assert told["disk_free"] > 0
    assert told["waiting"]["new"] == told["waiting"]["removed"] == 0
    assert told["runs"]["failed"] is None
    assert told["runs"]["daemon_at"] is None


def test_what_runs_and_what_failed_since(refreshed: Sandbox) -> None:
    with instance(refreshed) as opened:
        job = dg.DagsterRun(job_name="refresh")
        failed = opened.run_storage.add_run(job.with_status(dg.DagsterRunStatus.STARTED))
        opened.report_run_failed(failed, "No space\nleft on device")
        job = dg.DagsterRun(job_name="refresh")
        running = opened.run_storage.add_run(job.with_status(dg.DagsterRunStatus.STARTED))
        hold_run(refreshed.home / "dagster", running.run_id)
    try:
        told, ended = look(refreshed)
        assert ended.code == 1
        assert told["runs"]["failed"]["error"] == "No space left on device"
        assert [run["run_id"] for run in told["runs"]["unfinished"]] == [running.run_id]
        assert told["runs"]["unfinished"][0]["pid"] > 0
        shown = run(refreshed, "status")
        assert shown.code == 1
        assert "Problem: the last refresh failed: No space left on device" in shown.out
        assert "refresh started" in shown.out
    finally:
        with instance(refreshed) as opened:
            for run_id in (failed.run_id, running.run_id):
                opened.delete_run(run_id)


def test_stale(refreshed: Sandbox) -> None:
    told, ended = look(refreshed, BAOKHO_STALE_HOURS="0.0000001")
    assert ended.code == 1
    assert "BAOKHO_STALE_HOURS" in told["problems"][0]


def test_published_file_that_is_gone_or_broken(refreshed: Sandbox, tmp_path: Path) -> None:
    kept = refreshed.published.rename(tmp_path / "kept.duckdb")
    try:
        told, ended = look(refreshed)
        assert (ended.code, told["problems"]) == (
            1,
            ["the published file is gone: baokho restore, or baokho refresh"],
        )
        refreshed.published.write_bytes(b"no database" * 1000)
        told, ended = look(refreshed)
        assert ended.code == 1
        assert "cannot be read" in told["problems"][0]
        assert told["waiting"] is None  # not "all files are new"
        assert told["runs"]["succeeded_at"]
        refreshed.published.unlink()
    finally:
        kept.rename(refreshed.published)


def test_without_a_dagster_instance(refreshed: Sandbox, tmp_path: Path) -> None:
    told, ended = look(replace(refreshed, home=tmp_path))
    assert (ended.code, told["runs"]) == (0, None)
    assert told["last_refresh"]


def test_instance_that_cannot_be_opened_gives_no_secret_away(
    refreshed: Sandbox, tmp_path: Path
) -> None:
    configuration = tmp_path / "dagster" / "dagster.yaml"
    configuration.parent.mkdir()
    configuration.write_text(
        "storage:\n  postgres:\n    postgres_db:\n      hostname: nowhere\n"
        "      password: s3cret\n      unknown: 1\n",
        encoding="utf-8",
    )
    broken = replace(refreshed, home=tmp_path)
    secret = {"POSTGRES_PASSWORD": "s3cret"}
    told, ended = look(broken, **secret)
    assert ended.code == 1
    assert "Dagster instance cannot be read" in told["problems"][0]
    assert told["last_refresh"]
    refresh = run(broken, "refresh", environment=secret)
    assert refresh.code == 1
    assert "s3cret" not in ended.out + ended.err + refresh.out + refresh.err


def test_ticks_that_fail_are_a_problem(refreshed: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipelines import run_state

    watcher = run_state.Watcher("input_folder_sensor", True, None, "cannot connect", True)
    monkeypatch.setattr(run_state, "_watchers", lambda _: [watcher])
    told, ended = look(refreshed)
    assert ended.code == 1
    assert told["problems"] == ["the last tick of input_folder_sensor failed: cannot connect"]
    off = replace(watcher, on=False)
    monkeypatch.setattr(run_state, "_watchers", lambda _: [off])
    assert look(refreshed)[1].code == 0
