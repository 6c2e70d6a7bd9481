"""The one job: everything from the input folder to the published file."""

import dagster as dg

from pipelines.tags import TRIGGER_TAG

refresh_job = dg.define_asset_job(
    name="refresh",
    selection=dg.AssetSelection.all(),
    description="Read new and changed files, derive every table, publish the warehouse.",
    tags={TRIGGER_TAG: "manual"},
)
