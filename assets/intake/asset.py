"""The Dagster shell of intake: the folder as it is now becomes `raw.files` and `raw.documents`."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.intake.listing import list_folder
from assets.intake.records import InspectedFile, ListedFile
from assets.refresh import Refresh
from assets.versions import stage_version

_TABLES = ("raw.files", "raw.documents")
_LISTED = {"path": pl.String, "bytes": pl.Int64, "modified_ns": pl.Int64, "problem": pl.String}
_INSPECTED = {
    "path": pl.String,
    "file_id": pl.String,
    "bytes": pl.Int64,
    "modified_ns": pl.Int64,
    "media_type": pl.String,
    "encoding": pl.String,
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
    listed = shell.to_frame(list_folder(refresh.input_folder), _LISTED)
    version = stage_version("intake")
    with refresh.open_writer() as database:
        refresh_id = refresh.begin(database, context.run.run_id)
        with database.with_frame("listed", listed):
            to_inspect = database.frame("intake/to_inspect", version=version)
            inspected = shell.to_frame(_inspect(refresh, to_inspect), _INSPECTED)
            with database.with_frame("inspected", inspected), database.transaction():
                changes = database.frame("intake/count_changes").row(0, named=True)
                database.run(
                    "intake/merge",
                    refresh_id=refresh_id,
                    now=dt.datetime.now(dt.UTC),
                    version=version,
                )
                database.run("intake/merge_documents")
                database.run("intake/settle_statuses", refresh_id=refresh_id)
                database.run("refresh/note_files", refresh_id=refresh_id, files_seen=listed.height)
        yield from shell.report(database, "intake", _TABLES, refresh_id, changes)


def _inspect(refresh: Refresh, entries: pl.DataFrame) -> Sequence[InspectedFile]:
    inspected: list[InspectedFile] = []
    if entries.is_empty():
        return inspected
    # The decoders' libraries load slowly: a refresh with nothing new does without.
    from assets.intake.inspection import inspect_file

    with refresh.progress.stage("Reading files", entries.height) as advance:
        for row in entries.iter_rows(named=True):
            listed = ListedFile(**row)
            inspected.append(inspect_file(refresh.input_folder, listed, refresh.limits))
            advance(1)
    return inspected
