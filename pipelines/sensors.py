"""The sensor: notices new, changed and removed files and launches one refresh for all of them.

The published file is what counts as known, so nothing is missed whatever the modification times:
every name, size and time of the folder is compared with it. It is open only while it is read.
"""

import contextlib
import time

import dagster as dg
import duckdb
import polars as pl

from assets.intake.comparison import FolderChanges, compare
from assets.intake.listing import InputFolderError, list_folder
from pipelines.jobs import refresh_job
from pipelines.running import fail_ended_runs
from pipelines.settings import Settings
from pipelines.tags import REASON_TAG, TRIGGER_TAG
from warehouse.connection import open_reader
from warehouse.damage import is_damage_on_opening

# Where files never stop arriving, a refresh takes what is there after this long.
_LONGEST_WAIT_SECONDS = 300
_NOT_WAITING = "0"  # Dagster takes an empty cursor for none and keeps the old one


@dg.sensor(
    name="input_folder_sensor",
    job=refresh_job,
    minimum_interval_seconds=30,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Looks for new, changed and removed files, one refresh for all of them.",
)
def input_folder_sensor(context: dg.SensorEvaluationContext) -> dg.SensorResult:
    """Launch one refresh when the input folder is not as the published warehouse knows it.

    The cursor is the moment from which files are waited for that still change, or 0.
    """
    settings = Settings()
    fail_ended_runs(context.instance, settings.dagster_home)
    try:
        listed = list_folder(settings.seeds)
    except InputFolderError as error:
        return dg.SensorResult(skip_reason=str(error))
    manifest, last_news = _published(settings)
    changes = compare(listed, manifest)
    if not changes.any:
        reason = "nothing new, changed or removed in the input folder"
        return dg.SensorResult(skip_reason=reason, cursor=_NOT_WAITING)
    now = time.time()
    waiting_since = float(context.cursor or _NOT_WAITING) or now
    if _still_changing(changes, now, settings) and now - waiting_since < _LONGEST_WAIT_SECONDS:
        reason = f"{changes}; waiting until files have stopped changing"
        return dg.SensorResult(skip_reason=reason, cursor=str(waiting_since))
    # The key keeps a batch that was launched, or that failed, from being launched at every tick.
    # The same files may go and come again: then another refresh has noted it in between.
    request = dg.RunRequest(
        run_key=f"{changes.key}-{last_news}",
        tags={TRIGGER_TAG: "sensor", REASON_TAG: str(changes)},
    )
    return dg.SensorResult(run_requests=[request], cursor=_NOT_WAITING)


def _still_changing(changes: FolderChanges, now: float, settings: Settings) -> bool:
    age = now - changes.newest_ns / 1e9
    return 0 <= age < settings.settling_seconds


def _published(settings: Settings) -> tuple[pl.DataFrame, str]:
    """Return the files that readers know, and the refresh that last brought news of files."""
    with contextlib.suppress(FileNotFoundError):
        try:
            with open_reader(settings.warehouse) as reader:
                manifest = reader.frame("intake/manifest")
                return manifest, str(reader.frame("status/last_news").item())
        except duckdb.Error as error:
            if not is_damage_on_opening(error):
                raise
            # A refresh mends or replaces the file.
    schema = {"path": pl.String, "bytes": pl.Int64, "modified_ns": pl.Int64}
    return pl.DataFrame(schema=schema), "none"
