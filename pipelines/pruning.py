"""Pruning: removing old runs, so that the run list and the event log do not grow for ever.

Works on any Dagster storage; what SQLite leaves lying is deleted here too. What does not belong
here: ticks (`retention` in `dagster.yaml`), and anything in the warehouse.
"""

import datetime as dt
from pathlib import Path

import dagster as dg
from dagster._core.storage.event_log.schema import AssetCheckExecutionsTable
from dagster._core.storage.event_log.sql_event_log import SqlEventLogStorage
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage

_ENDED = [dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED]
# Runs are deleted one by one; this many take about a minute, and the next day goes on.
_AT_MOST = 2000


def prune(instance: dg.DagsterInstance, before: dt.datetime, kept_job: str) -> list[str]:
    """Remove runs that ended before a moment, with their events and logs; return their ids.

    The last run of `kept_job` that succeeded stays however old it is: its events are what Dagster
    knows of the tables.
    """
    succeeded = dg.RunsFilter(job_name=kept_job, statuses=[dg.DagsterRunStatus.SUCCESS])
    kept = {record.dagster_run.run_id for record in instance.get_run_records(succeeded, limit=1)}
    old = instance.get_run_records(
        dg.RunsFilter(statuses=_ENDED, updated_before=before),
        limit=_AT_MOST,
        order_by="update_timestamp",
        ascending=True,
    )
    run_ids = [record.dagster_run.run_id for record in old]
    removed = [run_id for run_id in run_ids if run_id not in kept]
    for run_id in removed:
        _remove(instance, run_id)
    return removed


def _remove(instance: dg.DagsterInstance, run_id: str) -> None:
    instance.delete_run(run_id)
    events = instance.event_log_storage
    if isinstance(events, SqlEventLogStorage):
        # Dagster leaves the results of asset checks behind.
        results = AssetCheckExecutionsTable
        with events.index_connection() as connection:
            connection.execute(results.delete().where(results.c.run_id == run_id))
    if isinstance(events, SqliteEventLogStorage):
        # The events of a run are a file of their own, which Dagster only empties.
        for ending in ("", "-wal", "-shm"):
            Path(events.path_for_shard(run_id) + ending).unlink(missing_ok=True)
    # Also the folder of the values that Dagster passed between steps.
    instance.compute_log_manager.delete_logs(prefix=[run_id])
