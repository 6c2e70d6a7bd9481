"""What Dagster loads: assets, jobs, schedules, sensor and resources of the location `baokho`."""

import dagster as dg

from assets.entities.asset import entities
from assets.events.asset import events
from assets.extraction.asset import extraction
from assets.intake.asset import intake
from assets.marts.asset import marts
from assets.publication.asset import publication
from assets.reference.asset import reference
from assets.refresh import Progress, SilentProgress
from assets.search.asset import search
from pipelines.jobs import prune_job, refresh_job
from pipelines.resources import RefreshResource
from pipelines.schedules import daily_prune, daily_refresh
from pipelines.sensors import input_folder_sensor


def build_definitions(progress: Progress | None = None) -> dg.Definitions:
    """Return the definitions, with the stages reporting to `progress` (default: nowhere).

    Steps run in the run's own process: a process for each step would cost seconds, and the work
    inside a stage is what is worth spreading.
    """
    resource = RefreshResource().reporting_to(progress or SilentProgress())
    return dg.Definitions(
        assets=[reference, intake, extraction, entities, events, marts, search, publication],
        jobs=[refresh_job, prune_job],
        schedules=[daily_refresh, daily_prune],
        sensors=[input_folder_sensor],
        resources={"refresh": resource},
        executor=dg.in_process_executor,
    )


defs = build_definitions()
