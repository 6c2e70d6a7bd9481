"""What the Dagster instance knows of refreshes: what runs, what failed, who watches the folder.

Reads the run list and the event log; nothing here opens the warehouse.
"""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipelines.instance import open_instance
from pipelines.running import process_of
from pipelines.settings import Settings

if TYPE_CHECKING:
    import dagster as dg

_RUNS_LOOKED_AT = 200
_ERROR_CHARACTERS = 300
# The daemon's threads report every half minute; a slow tick may keep one from it.
_HEARTBEAT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class UnfinishedRun:
    """A refresh that waits or runs; `stage` is the one it is in, where that is known."""

    run_id: str
    state: str
    since: dt.datetime
    pid: int | None
    stage: str | None


@dataclass(frozen=True, slots=True)
class FailedRun:
    """A refresh that failed, with its error in one line."""

    run_id: str
    at: dt.datetime
    error: str


@dataclass(frozen=True, slots=True)
class Watcher:
    """The sensor or a schedule: whether it is on, and what its last tick said."""

    name: str
    on: bool
    ticked_at: dt.datetime | None
    tick: str | None
    failed: bool


@dataclass(frozen=True, slots=True)
class RunState:
    """Refreshes of one warehouse in a Dagster instance.

    `failed` is the last failure since `succeeded_at`. `daemon_at` is the daemon's last sign of life
    and None when it never ran here.
    """

    unfinished: tuple[UnfinishedRun, ...]
    failed: FailedRun | None
    succeeded_at: dt.datetime | None
    daemon_at: dt.datetime | None
    watchers: tuple[Watcher, ...]

    @property
    def daemon_alive(self) -> bool:
        """Whether the daemon gave a sign of life lately."""
        if self.daemon_at is None:
            return False
        return (dt.datetime.now(dt.UTC) - self.daemon_at).total_seconds() < _HEARTBEAT_SECONDS


def read_run_state(settings: Settings) -> RunState | None:
    """Return what Dagster knows, None when there is no instance yet.

    Raises whatever the storage raises when it cannot be read.
    """
    if not (settings.dagster_home / "dagster.yaml").is_file():
        return None
    with open_instance(settings.dagster_home) as instance:
        import dagster as dg

        unfinished: list[UnfinishedRun] = []
        failed: FailedRun | None = None
        succeeded_at: dt.datetime | None = None
        for record in instance.get_run_records(
            dg.RunsFilter(job_name="refresh"), limit=_RUNS_LOOKED_AT
        ):
            run = record.dagster_run
            if not _is_of_warehouse(run, settings):
                continue
            if run.is_success:
                succeeded_at = record.update_timestamp
                break
            if run.is_failure and failed is None:
                error = _error(instance, run.run_id)
                failed = FailedRun(run.run_id, record.update_timestamp, error)
            elif not run.is_finished:
                unfinished.append(_unfinished(instance, record, settings))
        return RunState(
            unfinished=tuple(unfinished),
            failed=failed,
            succeeded_at=succeeded_at,
            daemon_at=_daemon_at(instance),
            watchers=tuple(_watchers(instance)),
        )


def one_line(text: str) -> str:
    """Return a message without line breaks, cut where it is too long to be read at a glance."""
    line = " ".join(text.split())
    return line if len(line) <= _ERROR_CHARACTERS else line[: _ERROR_CHARACTERS - 1] + "…"


def _is_of_warehouse(run: "dg.DagsterRun", settings: Settings) -> bool:
    # Runs that the sensor, a schedule or the UI starts work on the warehouse of the settings.
    config: Any = run.run_config
    for key in ("resources", "refresh", "config"):
        config = config.get(key, {})
    published: str | None = config.get("published")
    return published in (None, "", str(settings.warehouse))


def _unfinished(
    instance: "dg.DagsterInstance", record: "dg.RunRecord", settings: Settings
) -> UnfinishedRun:
    from dagster import DagsterEventType as Event

    run_id = record.dagster_run.run_id
    stage = None
    for entry in instance.all_logs(run_id, of_type={Event.STEP_START, Event.STEP_SUCCESS}):
        started = entry.get_dagster_event().event_type == Event.STEP_START
        stage = entry.step_key if started else None
    process = process_of(settings.dagster_home, run_id)
    return UnfinishedRun(
        run_id=run_id,
        state=record.dagster_run.status.value.lower(),
        since=record.create_timestamp,
        pid=process.pid if process else None,
        stage=stage,
    )


def _error(instance: "dg.DagsterInstance", run_id: str) -> str:
    from dagster import DagsterEventType as Event

    text = "unknown error"
    for entry in instance.all_logs(run_id, of_type={Event.STEP_FAILURE, Event.RUN_FAILURE}):
        event = entry.get_dagster_event()
        if event.is_step_failure and (error := event.step_failure_data.error) is not None:
            text = f"in stage {event.step_key}: {(error.cause or error).message}"
            break
        text = event.message or text
    return one_line(text)


def _daemon_at(instance: "dg.DagsterInstance") -> dt.datetime | None:
    beats = [beat.timestamp for beat in instance.get_daemon_heartbeats().values()]
    return dt.datetime.fromtimestamp(max(beats), dt.UTC) if beats else None


def _watchers(instance: "dg.DagsterInstance") -> list[Watcher]:
    from dagster._core.scheduler.instigation import InstigatorStatus, TickStatus

    watchers = []
    for state in sorted(instance.all_instigator_state(), key=lambda state: state.name):
        ticks = instance.get_ticks(state.instigator_origin_id, state.selector_id, limit=1)
        tick = ticks[0] if ticks else None
        failed = tick is not None and tick.status == TickStatus.FAILURE
        said = None
        if tick is not None:
            error = one_line(tick.error.message) if tick.error else None
            said = error or tick.skip_reason or tick.status.value.lower()
        watchers.append(
            Watcher(
                name=state.name,
                on=state.status != InstigatorStatus.STOPPED,
                ticked_at=dt.datetime.fromtimestamp(tick.timestamp, dt.UTC) if tick else None,
                tick=said,
                failed=failed,
            )
        )
    return watchers
