"""Pruning removes old runs with everything that belongs to them, and keeps the last success."""

from pathlib import Path

import dagster as dg
import pytest
import sqlalchemy as sa
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from tiny_runs import add_run, in_days, instance_of, tiny

from pipelines.jobs import prune_job
from pipelines.pruning import prune


def test_old_runs_go_with_their_events(tmp_path: Path) -> None:
    with instance_of(tmp_path) as instance:
        old, last = (tiny.execute_in_process(instance=instance).run_id for _ in range(2))
        running = add_run(instance)
        (tmp_path / "storage" / old).mkdir(parents=True, exist_ok=True)
        assert prune(instance, in_days(-1), kept_job="tiny") == []
        assert prune(instance, in_days(1), kept_job="tiny") == [old]
        assert {run.run_id for run in instance.get_runs()} == {last, running}

        events = instance.event_log_storage
        assert isinstance(events, SqliteEventLogStorage)
        with events.index_connection() as index:
            for table in ("event_logs", "asset_check_executions"):
                rows = index.execute(
                    sa.text(f"SELECT count(*) FROM {table} WHERE run_id = :run"), {"run": old}
                )
                assert rows.scalar() == 0
        assert list(tmp_path.rglob(f"{old}*")) == []
        assert instance.all_logs(last)
        latest = instance.get_latest_materialization_event(dg.AssetKey("something"))
        assert latest is not None
        assert latest.run_id == last


def test_last_success_outlives_later_failures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with instance_of(tmp_path) as instance:
        success = add_run(instance, dg.DagsterRunStatus.SUCCESS)
        failure = add_run(instance, dg.DagsterRunStatus.FAILURE)
        monkeypatch.setenv("BAOKHO_HOME", str(tmp_path))
        assert prune_job.execute_in_process(instance=instance).success
        assert instance.get_run_by_id(failure) is not None  # younger than the setting
        prune(instance, in_days(1), kept_job="refresh")
        assert [run.run_id for run in instance.get_runs()] == [success]
