"""The jobs: everything from the input folder to the published file, and clearing up after runs."""

import datetime as dt

import dagster as dg

from pipelines.pruning import prune
from pipelines.running import hold_run
from pipelines.settings import Settings
from pipelines.tags import TRIGGER_TAG

refresh_job = dg.define_asset_job(
    name="refresh",
    selection=dg.AssetSelection.all(),
    description="Read new and changed files, derive every table, publish the warehouse.",
    # A refresh that is launched again does every stage: each finds for itself what is left to do.
    tags={TRIGGER_TAG: "manual", "dagster/retry_strategy": "ALL_STEPS"},
)


@dg.op(description="Remove runs that ended long ago, with their events and logs.")
def prune_runs(context: dg.OpExecutionContext) -> None:
    """Prune the instance that this run belongs to."""
    settings = Settings()
    hold_run(settings.dagster_home, context.run_id)
    before = dt.datetime.now(dt.UTC) - dt.timedelta(days=settings.keep_runs_days)
    removed = prune(context.instance, before, kept_job=refresh_job.name)
    context.log.info(f"removed {len(removed)} runs that ended before {before:%Y-%m-%d}")


@dg.job(name="prune", description="Remove old runs from the run list and the event log.")
def prune_job() -> None:
    """Prune runs."""
    prune_runs()
