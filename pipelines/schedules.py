"""The schedule: a refresh every day, whether or not the sensor saw something."""

import dagster as dg

from pipelines.jobs import refresh_job
from pipelines.tags import REASON_TAG, TRIGGER_TAG

daily_refresh = dg.ScheduleDefinition(
    name="daily_refresh",
    job=refresh_job,
    cron_schedule="30 4 * * *",
    execution_timezone="Asia/Ho_Chi_Minh",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    tags={TRIGGER_TAG: "schedule", REASON_TAG: "daily"},
    description="A refresh every morning at 4:30, Vietnamese time.",
)
