"""Snapshots: published files of earlier refreshes, kept for `baokho restore`.

A published file is replaced by rename and never written again, so keeping the former one is a hard
link where the file system can, a copy where it cannot. What does not belong here: when a snapshot
is kept or put back (`assets.publication`, `pipelines.cli.restore`).
"""

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.connection import open_reader
from warehouse.damage import find_damage
from warehouse.publishing import remove_leftovers, replace_by_copy

_SUFFIX = ".duckdb"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A kept file: its last refresh, articles and size. `problem` tells why it cannot be opened."""

    path: Path
    refresh_id: str
    refresh_no: int
    finished_at: dt.datetime | None
    articles: int
    bytes: int
    problem: str | None = None


class SnapshotError(Exception):
    """A snapshot cannot be put back; the message tells why."""


def last_refresh(database: Path) -> dict[str, object] | None:
    """Return the row of the last refresh that succeeded in a published file, None when none did.

    Files of earlier versions may lack columns, such as the number that tells the order.
    """
    with open_reader(database) as reader:
        rows = reader.frame("history/published_refreshes")
    order = [name for name in ("refresh_no", "finished_at") if name in rows.columns]
    return None if rows.is_empty() else rows.sort(order).row(-1, named=True)


def keep(published: Path, folder: Path) -> Path | None:
    """Keep the published file as a snapshot named after its last refresh; None when there is none.

    Raises `OSError` when it can neither be linked nor copied.
    """
    if not published.is_file() or (last := last_refresh(published)) is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    snapshot = folder / f"{last['refresh_id']}{_SUFFIX}"
    remove_leftovers(snapshot)
    if snapshot.exists():  # kept before: it was put back since, or the refresh after it failed
        return snapshot
    try:
        os.link(published, snapshot)
    except OSError:  # another file system, or one without links
        replace_by_copy(published, snapshot)
    return snapshot


def list_snapshots(folder: Path) -> list[Snapshot]:
    """Return the snapshots in a folder, the newest first, those that cannot be opened last."""
    found = [_look_at(path) for path in sorted(folder.glob(f"[!.]*{_SUFFIX}"))]
    return sorted(found, key=lambda one: (one.problem is None, one.refresh_no), reverse=True)


def prune(folder: Path, published: Path, *, count: int, days: int, now: dt.datetime) -> list[Path]:
    """Remove all but the newest `count`, and what is older than `days`; return what was removed.

    The newest stays whatever its age. The order is that of the refreshes, so a clock that went back
    costs nothing; the published file, which must be there, knows it. Only snapshots that it does
    not know are opened.
    """
    with open_reader(published) as reader:
        rows = reader.frame("history/published_refreshes").iter_rows(named=True)
        known = {row["refresh_id"]: (row["refresh_no"], row["finished_at"]) for row in rows}
    found = [
        (*(known.get(path.stem) or _order(_look_at(path))), path)
        for path in sorted(folder.glob(f"[!.]*{_SUFFIX}"))
    ]
    oldest = now - dt.timedelta(days=days)
    removed = []
    newest_first = sorted(found, key=lambda one: one[0], reverse=True)
    for place, (_, finished_at, path) in enumerate(newest_first):
        too_old = place > 0 and finished_at is not None and finished_at < oldest
        if place >= count or too_old:
            path.unlink(missing_ok=True)
            removed.append(path)
    return removed


def _order(snapshot: Snapshot) -> tuple[int, dt.datetime | None]:
    # One that cannot be opened is of the least use.
    return (-1 if snapshot.problem else snapshot.refresh_no), snapshot.finished_at


def restore(snapshot: Snapshot, published: Path, folder: Path) -> Path | None:
    """Put a snapshot in the readers' place at once; return where the file before it is kept.

    The snapshot is read through first. It is copied rather than linked: whatever becomes of the
    published file leaves it alone.
    """
    problem = snapshot.problem or _read_through(snapshot.path)
    if problem is not None:
        raise SnapshotError(f"{snapshot.path.name} {problem}")
    try:
        former = keep(published, folder)
    except duckdb.Error:  # what stands there cannot be opened: the more reason to replace it
        former = None
    replace_by_copy(snapshot.path, published)
    return former


def _read_through(path: Path) -> str | None:
    try:
        with open_reader(path) as reader:
            for table in reader.frame("history/own_table_names")["table_name"]:
                reader.frame("history/read_through", table=table)
    except duckdb.Error as error:
        return f"is damaged: {str(error).splitlines()[0]}"
    return None


def _look_at(path: Path) -> Snapshot:
    size = path.stat().st_size
    try:
        if damage := find_damage(path, read_only=True):
            return _unusable(path, size, f"is damaged: {damage}")
        last = last_refresh(path)
        with open_reader(path) as reader:
            articles = reader.row_count("core.articles")
    except (duckdb.Error, OSError) as error:
        reason = str(error).splitlines()[0]
        return _unusable(path, size, f"cannot be opened: {reason}")
    if last is None or last["articles_total"] != articles:
        return _unusable(path, size, "is not whole: its articles are not those of its last refresh")
    return Snapshot(
        path=path,
        refresh_id=str(last["refresh_id"]),
        refresh_no=_number(last.get("refresh_no")),
        finished_at=last["finished_at"] if isinstance(last["finished_at"], dt.datetime) else None,
        articles=articles,
        bytes=size,
    )


def _unusable(path: Path, size: int, problem: str) -> Snapshot:
    return Snapshot(path, path.stem, 0, None, 0, size, problem)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
