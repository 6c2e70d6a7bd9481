"""The schedules: a refresh every day, whether or not the sensor saw something, and pruning."""

import dagster as dg

from pipelines.jobs import prune_job, refresh_job
from pipelines.tags import REASON_TAG, TRIGGER_TAG

_TIMEZONE = "Asia/Ho_Chi_Minh"

daily_refresh = dg.ScheduleDefinition(
    name="daily_refresh",
    job=refresh_job,
    cron_schedule="30 4 * * *",
    execution_timezone=_TIMEZONE,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    tags={TRIGGER_TAG: "schedule", REASON_TAG: "daily"},
    description="A refresh every morning at 4:30, Vietnamese time.",
)

daily_prune = dg.ScheduleDefinition(
    name="daily_prune",
    job=prune_job,
    cron_schedule="10 4 * * *",
    execution_timezone=_TIMEZONE,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    tags={TRIGGER_TAG: "schedule", REASON_TAG: "daily"},
    description="Pruning every morning at 4:10, Vietnamese time.",
)
