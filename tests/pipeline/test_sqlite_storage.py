"""Dagster's SQLite files with connections kept: the same files, quick, safe to share."""

import os
import threading
from pathlib import Path

import dagster as dg
import pytest
import sqlalchemy as sa
from dagster._core.instance.config import PoolGranularity
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from tiny_runs import add_run, instance_of, tiny

from pipelines.instance import prepare_instance
from pipelines.sqlite_storage import Engines, KeptSqliteEventLog, KeptSqliteRuns

_FORMER = """\
# The Dagster instance of Báo Kho; copied to $BAOKHO_HOME/dagster on first use, yours to change \
there.
telemetry:
  enabled: false

# Sensor ticks come every 30 seconds: keep what explains the last days, not the last years.
retention:
  schedule:
    purge_after_days: 90
  sensor:
    purge_after_days:
      skipped: 1
      failure: 30
      success: 90
"""


def events(instance: dg.DagsterInstance, run_id: str) -> list[str | None]:
    entries = instance.all_logs(run_id)
    return [entry.dagster_event_type.value for entry in entries if entry.dagster_event_type]


def check_settings(instance: dg.DagsterInstance) -> None:
    """One run at a time writes; only what is no fault of the pipeline is tried again."""
    pools = instance.event_log_storage.get_pool_config()
    assert (pools.default_pool_limit, pools.pool_granularity) == (1, PoolGranularity.RUN)
    assert instance.run_monitoring_enabled
    assert instance.run_retries_max_retries == 2
    assert not instance.run_retries_retry_on_asset_or_op_failure
    assert not instance.telemetry_enabled


def check_watching(instance: dg.DagsterInstance, dagster_home: Path) -> None:
    """The UI tells the events of a run while the process that writes them keeps its connection."""
    run_id = add_run(instance)
    told: list[str] = []
    came = threading.Event()

    def tell(entry: dg.EventLogEntry, _cursor: str) -> None:
        told.append(entry.message)
        came.set()

    instance.watch_event_logs(run_id, None, tell)
    with instance_of(dagster_home) as writer:
        run = writer.get_run_by_id(run_id)
        assert run is not None
        writer.report_engine_event("written elsewhere", run)
        assert came.wait(30)
    assert told == ["written elsewhere"]
    instance.end_watch_event_logs(run_id, tell)


def test_both_classes_read_what_the_other_wrote(tmp_path: Path) -> None:
    with instance_of(tmp_path) as kept:
        assert isinstance(kept.event_log_storage, KeptSqliteEventLog)
        assert isinstance(kept.run_storage, KeptSqliteRuns)
        check_settings(kept)
        first = tiny.execute_in_process(instance=kept).run_id
        seen = events(kept, first)
        assert "ASSET_MATERIALIZATION" in seen
    (tmp_path / "dagster.yaml").write_text("telemetry:\n  enabled: false\n", encoding="utf-8")
    with instance_of(tmp_path) as plain:
        assert type(plain.event_log_storage) is SqliteEventLogStorage
        assert events(plain, first) == seen
        second = tiny.execute_in_process(instance=plain).run_id
    (tmp_path / "dagster.yaml").unlink()
    with instance_of(tmp_path) as kept:
        assert events(kept, second) == seen
        assert kept.get_latest_materialization_event(dg.AssetKey("something")) is not None
        assert {run.run_id for run in kept.get_runs()} == {first, second}
        check_watching(kept, tmp_path)


def test_a_configuration_is_renewed_only_when_nobody_changed_it(tmp_path: Path) -> None:
    configuration = tmp_path / "dagster.yaml"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DAGSTER_HOME", "")
        configuration.write_text(_FORMER, encoding="utf-8")
        prepare_instance(tmp_path)
        assert "KeptSqliteStorage" in configuration.read_text(encoding="utf-8")
        configuration.write_text(_FORMER + "# mine\n", encoding="utf-8")
        prepare_instance(tmp_path)
        assert configuration.read_text(encoding="utf-8") == _FORMER + "# mine\n"


def test_threads_write_at_once(tmp_path: Path) -> None:
    engines = Engines()
    url = f"sqlite:///{tmp_path}/shared.db"
    with engines.begin(url) as connection:
        connection.execute(sa.text("CREATE TABLE seen (thread INTEGER)"))

    def write(thread: int) -> None:
        for _ in range(20):
            with engines.begin(url) as connection:
                connection.execute(sa.text("INSERT INTO seen VALUES (:thread)"), {"thread": thread})

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with engines.begin(url) as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM seen")).scalar() == 80
    engines.close_all()


def insert_and_fail(connection: sa.Connection) -> None:
    connection.execute(sa.text("INSERT INTO seen VALUES (1)"))
    connection.execute(sa.text("INSERT INTO unknown VALUES (1)"))


def test_an_error_undoes_the_transaction(tmp_path: Path) -> None:
    engines = Engines()
    url = f"sqlite:///{tmp_path}/undone.db"
    with engines.begin(url) as connection:
        connection.execute(sa.text("CREATE TABLE seen (thread INTEGER)"))
    with pytest.raises(sa.exc.SQLAlchemyError), engines.begin(url) as connection:
        insert_and_fail(connection)
    with engines.begin(url) as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM seen")).scalar() == 0
    engines.close_all()


def test_few_files_are_kept_open(tmp_path: Path) -> None:
    engines = Engines(kept=2)
    for number in range(10):
        with engines.begin(f"sqlite:///{tmp_path}/{number}.db") as connection:
            connection.execute(sa.text("CREATE TABLE t (x INTEGER)"))
    opened = {link.resolve() for link in Path("/proc/self/fd").iterdir()}
    assert {path.name for path in opened if path.parent == tmp_path} <= {"8.db", "9.db"}
    engines.close_all()


def test_a_forked_child_does_not_use_connections_of_its_parent(tmp_path: Path) -> None:
    engines = Engines()
    url = f"sqlite:///{tmp_path}/forked.db"
    with engines.begin(url) as connection:
        connection.execute(sa.text("CREATE TABLE seen (process INTEGER)"))
    child = os.fork()
    if child == 0:
        try:
            with engines.begin(url) as connection:
                connection.execute(sa.text("INSERT INTO seen VALUES (1)"))
            os._exit(0 if len(engines._engines) == 1 else 3)
        except BaseException:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    with engines.begin(url) as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM seen")).scalar() == 1
    engines.close_all()
