"""The sensor: notices new, changed and removed files and launches one refresh for all of them."""

import time

import dagster as dg
import polars as pl

from assets.intake.comparison import compare
from assets.intake.listing import InputFolderError, list_folder
from pipelines.jobs import refresh_job
from pipelines.settings import Settings
from pipelines.tags import REASON_TAG, TRIGGER_TAG
from warehouse.connection import open_reader

# A file changed this recently may still be being copied; the next tick looks again.
_SETTLING_SECONDS = 5


@dg.sensor(
    name="input_folder_sensor",
    job=refresh_job,
    minimum_interval_seconds=30,
    default_status=dg.DefaultSensorStatus.RUNNING,
)
def input_folder_sensor() -> dg.SensorResult | dg.SkipReason:
    """Launch one refresh when the input folder is not as the published warehouse knows it."""
    settings = Settings()
    try:
        listed = list_folder(settings.seeds)
    except InputFolderError as error:
        return dg.SkipReason(str(error))
    changes = compare(listed, _manifest(settings))
    if not changes.any:
        return dg.SkipReason("nothing new, changed or removed in the input folder")
    age = time.time() - changes.newest_ns / 1e9
    if 0 <= age < _SETTLING_SECONDS:
        return dg.SkipReason(f"{changes}; waiting until files have stopped changing")
    # The key keeps a batch that was launched, or that failed, from being launched at every tick.
    request = dg.RunRequest(
        run_key=changes.key, tags={TRIGGER_TAG: "sensor", REASON_TAG: str(changes)}
    )
    return dg.SensorResult(run_requests=[request])


def _manifest(settings: Settings) -> pl.DataFrame:
    try:
        with open_reader(settings.warehouse) as reader:
            return reader.frame("intake/manifest")
    except FileNotFoundError:
        schema = {"path": pl.String, "bytes": pl.Int64, "modified_ns": pl.Int64}
        return pl.DataFrame(schema=schema)
