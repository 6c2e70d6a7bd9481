"""The Dagster shell of intake: the folder as it is now becomes `raw.files` and `raw.documents`."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.engine.mapping import in_tasks
from assets.engine.records import Failed
from assets.engine.shards import ShardPlan, collect
from assets.intake.listing import list_folder
from assets.intake.records import InspectedFile, ListedFile, rejected
from assets.intake.sidecars import pages_beside
from assets.intake.work import FILES, FileToInspect, Inspecting, inspect_files
from assets.limits import hash_of
from assets.refresh import Refresh
from assets.versions import stage_version
from warehouse.connection import Database

_TABLES = ("raw.files", "raw.documents")
_LISTED = {
    "path": pl.String,
    "bytes": pl.Int64,
    "modified_ns": pl.Int64,
    "problem": pl.String,
}
_INSPECTED = {
    "path": pl.String,
    "file_id": pl.String,
    "bytes": pl.Int64,
    "modified_ns": pl.Int64,
    "media_type": pl.String,
    "encoding": pl.String,
    "beside": pl.String,
    "is_metadata": pl.Boolean,
    "reason": pl.String,
    "note": pl.String,
}
_RECORDS = {
    "path": pl.String,
    "document_id": pl.String,
    "file_id": pl.String,
    "ordinal": pl.Int32,
    "member": pl.String,
    "media_type": pl.String,
    "url": pl.String,
    "fetched_at": pl.Datetime("us", "UTC"),
    "content_hash": pl.String,
    "reason": pl.String,
    "note": pl.String,
}


@dg.multi_asset(
    name="intake",
    specs=[
        shell.table_spec("raw.files", "intake", [], {"python", "duckdb"}, "intake"),
        shell.table_spec("raw.documents", "intake", ["raw.files"], {"sql", "duckdb"}, "intake"),
    ],
    check_specs=shell.check_specs("intake"),
    pool="duckdb_writer",
)
def intake(
    context: dg.AssetExecutionContext, refresh: dg.ResourceParam[Refresh]
) -> Iterator[dg.MaterializeResult[Any]]:
    """Compare the input folder with what is known and read the files that are new or changed."""
    listed = _list(refresh)
    # With other limits other files are rejected, so all are looked at again.
    version = f"{stage_version('intake')}-{hash_of(refresh.limits)}"
    with refresh.open_writer() as database:
        refresh_id = refresh.begin(database, context.run.run_id)
        with database.with_frame("listed", listed):
            to_inspect = database.frame("intake/to_inspect", version=version)
            inspected = _inspect(refresh, database, to_inspect)
            with database.with_frame("inspected", inspected), database.transaction():
                changes = database.frame("intake/count_changes").row(0, named=True)
                database.run(
                    "intake/merge",
                    refresh_id=refresh_id,
                    now=dt.datetime.now(dt.UTC),
                    version=version,
                )
                database.run("intake/merge_documents", keep_missing=refresh.keep_missing)
                database.run("intake/settle_documents")
                database.run("intake/settle_statuses", refresh_id=refresh_id)
                database.run("refresh/note_files", refresh_id=refresh_id, files_seen=listed.height)
        yield from shell.report(database, "intake", _TABLES, refresh_id, changes)


def _list(refresh: Refresh) -> pl.DataFrame:
    listed = shell.to_frame(list_folder(refresh.input_folder), _LISTED)
    beside = pages_beside(listed["path"])
    pages = pl.DataFrame(
        list(beside.items()), {"path": pl.String, "beside": pl.String}, orient="row"
    )
    return listed.join(pages, on="path", how="left")


def _inspect(refresh: Refresh, database: Database, entries: pl.DataFrame) -> pl.DataFrame:
    """Read the files of `entries`; their records go into the table `inspected_records`."""
    listed = (ListedFile(**row) for row in entries.drop("beside").iter_rows(named=True))
    files = list(map(FileToInspect, listed, entries["beside"]))
    plan = ShardPlan(refresh.shards / "intake", {"files": _INSPECTED, "records": _RECORDS})
    common = Inspecting(refresh.input_folder, refresh.limits, plan)
    tasks = in_tasks(files, common, FILES)
    inspected = collect(plan, refresh.map("Reading files", len(files), inspect_files, tasks))
    database.run("intake/inspected_records", records=inspected.paths["records"])
    given_up = shell.to_frame(map(_given_up, inspected.failed), _INSPECTED)
    return pl.concat([inspected.frame("files"), given_up])


def _given_up(failed: Failed) -> InspectedFile:
    (item,) = failed.task.items
    return rejected(item.listed, None, failed.reason)
