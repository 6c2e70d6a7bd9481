"""The Dagster shell of intake: the folder as it is now becomes `raw.files` and `raw.documents`."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.intake.listing import list_folder
from assets.intake.records import InspectedFile, ListedFile
from assets.intake.sidecars import pages_beside
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
_RECORDS: dict[str, Any] = {
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
# Records are put into the database so many at a time: a file may hold a million.
_RECORDS_AT_ONCE = 20_000


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
    files: list[InspectedFile] = []
    records: list[tuple[Any, ...]] = []
    database.run("intake/begin_inspection")
    if not entries.is_empty():
        # The decoders' libraries load slowly: a refresh with nothing new does without.
        from assets.intake.inspection import inspect_file

        with refresh.progress.stage("Reading files", entries.height) as advance:
            for row in entries.iter_rows(named=True):
                beside = row.pop("beside")
                listed = ListedFile(**row)
                for found in inspect_file(refresh.input_folder, listed, refresh.limits, beside):
                    if isinstance(found, InspectedFile):
                        files.append(found)
                    else:
                        values = (getattr(found, name) for name in _RECORDS)
                        records.append((listed.path, *values))
                    if len(records) >= _RECORDS_AT_ONCE:
                        _load(database, records)
                advance(1)
    _load(database, records)
    return shell.to_frame(files, _INSPECTED)


def _load(database: Database, records: list[tuple[Any, ...]]) -> None:
    if records:
        schema: dict[str, Any] = {"path": pl.String, **_RECORDS}
        database.load("inspected_records", pl.DataFrame(records, schema=schema, orient="row"))
    records.clear()
