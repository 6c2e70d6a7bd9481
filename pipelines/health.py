"""The state of one pipeline at a glance, and whether somebody should look at it.

Put together from the published file, the input folder, the disk and the Dagster instance, each for
itself: what cannot be read is a problem that is told, and the rest is told still. Printing is
`pipelines.cli.status`.
"""

import datetime as dt
import shutil
from dataclasses import dataclass
from typing import Any

import duckdb
import polars as pl

from assets.intake.comparison import MANIFEST, FolderChanges, compare
from assets.intake.listing import InputFolderError, list_folder
from pipelines.run_state import RunState, one_line, read_run_state
from pipelines.settings import Settings, snapshots_path
from warehouse.connection import open_reader

_REASONS_TOLD = 3
_COUNT = "rejected_count"


@dataclass(frozen=True, slots=True)
class PublishedState:
    """What readers see. `refresh` is the row of the last refresh that succeeded, None without one.

    `rejected_reasons` are the commonest, with how many files and pages each has rejected.
    """

    refresh: dict[str, Any] | None
    bytes: int
    files: dict[str, int]
    rejected_pages: int
    rejected_reasons: tuple[tuple[str, int], ...]
    failed_checks: tuple[tuple[str, int], ...]
    manifest: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Health:
    """Everything `baokho status` tells. `problems` is empty when nobody needs to look."""

    published: PublishedState | None
    waiting: FolderChanges | None
    runs: RunState | None
    snapshots: int
    disk_free: int
    problems: tuple[str, ...]


def examine(settings: Settings) -> Health:
    """Look at the pipeline of the settings; changes nothing but runs whose process is gone."""
    problems: list[str] = []
    published = _published(settings, problems)
    runs = _runs(settings, problems)
    if published is None and runs is not None and runs.succeeded_at and not problems:
        problems.append("the published file is gone: baokho restore, or baokho refresh")
    problems += _troubles(published, runs, settings)
    free = shutil.disk_usage(_existing_parent(settings)).free
    if published is not None and free < published.bytes:
        problems.append(f"the disk is nearly full: the next refresh needs {published.bytes} bytes")
    return Health(
        published=published,
        waiting=_waiting(settings, published, problems),
        runs=runs,
        snapshots=len(list(snapshots_path(settings.home, settings.warehouse).glob("*.duckdb"))),
        disk_free=free,
        problems=tuple(problems),
    )


def _published(settings: Settings, problems: list[str]) -> PublishedState | None:
    try:
        with open_reader(settings.warehouse) as reader:
            last = reader.frame("refresh/last_finished")
            refresh = None if last.is_empty() else last.row(0, named=True)
            run_id = refresh["dagster_run_id"] if refresh else ""
            rejections = reader.frame("status/rejections")
            reasons = rejections.group_by("reason", maintain_order=True).agg(pl.sum(_COUNT))
            pages = rejections.filter(what="page")[_COUNT].sum()
            return PublishedState(
                refresh=refresh,
                bytes=settings.warehouse.stat().st_size,
                files=dict(reader.frame("refresh/files_by_status").iter_rows()),
                rejected_pages=int(pages),
                rejected_reasons=tuple(reasons.head(_REASONS_TOLD).iter_rows()),
                failed_checks=tuple(
                    (name, failing)
                    for name, failing, _ in reader.frame(
                        "refresh/failed_checks", run_id=run_id
                    ).iter_rows()
                ),
                manifest=reader.frame("intake/manifest"),
            )
    except FileNotFoundError:
        return None
    except (duckdb.CatalogException, duckdb.BinderException):
        problems.append("the published file is of another version: run baokho refresh")
        return None
    except (duckdb.Error, OSError) as error:
        problems.append(f"the published file cannot be read: {one_line(str(error))}")
        return None


def _runs(settings: Settings, problems: list[str]) -> RunState | None:
    try:
        return read_run_state(settings)
    except Exception as error:  # storages raise what they like; the rest is told still
        problems.append(f"the Dagster instance cannot be read: {one_line(str(error))}")
        return None


def _troubles(
    published: PublishedState | None, runs: RunState | None, settings: Settings
) -> list[str]:
    troubles = []
    if runs is not None and runs.failed is not None:
        troubles.append(f"the last refresh failed: {runs.failed.error}")
    refresh = published.refresh if published else None
    hours = settings.stale_hours
    if refresh is not None and _hours_since(refresh["finished_at"]) > hours:
        troubles.append(f"the last refresh is older than {hours:g} hours (BAOKHO_STALE_HOURS)")
    troubles += [
        f"the last tick of {watcher.name} failed: {watcher.tick}"
        for watcher in (runs.watchers if runs else ())
        if watcher.on and watcher.failed
    ]
    return troubles


def _waiting(
    settings: Settings, published: PublishedState | None, problems: list[str]
) -> FolderChanges | None:
    if published is None and settings.warehouse.is_file():
        return None  # what it knows of the folder cannot be told
    known = published.manifest if published else pl.DataFrame(schema=MANIFEST)
    try:
        return compare(list_folder(settings.seeds), known)
    except InputFolderError as error:
        problems.append(str(error))
        return None


def _existing_parent(settings: Settings) -> str:
    folder = settings.warehouse.parent
    while not folder.exists():
        folder = folder.parent
    return str(folder)


def _hours_since(moment: dt.datetime) -> float:
    return (dt.datetime.now(dt.UTC) - moment).total_seconds() / 3600
