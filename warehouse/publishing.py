"""Publishing: putting a finished copy of the writer's database in the readers' place at once.

The copy is written beside the published file, synced, and renamed over it, so a reader sees the
old file or the new one, whole, and a crash at any instant leaves one of them. What goes into the
file is decided by the stages, not here.
"""

import os
import shutil
import tempfile
from pathlib import Path

from warehouse.connection import open_reader
from warehouse.damage import find_damage, is_duckdb_file, write_ahead_log


class NotAWarehouseError(Exception):
    """The file to be replaced is none of ours; the message tells what to do."""


def publish(writer: Path, published: Path) -> int:
    """Replace `published` by a copy of the closed database `writer`; return its size in bytes.

    `writer` must be checkpointed and closed. Raises `OSError` (disk full, no permission); the
    published file is then as it was and no temporary file is left.
    """
    if write_ahead_log(writer).exists():
        raise RuntimeError(f"{writer.name} has a write-ahead log: close it before publishing")
    return replace_by_copy(writer, published)


def replace_by_copy(source: Path, target: Path) -> int:
    """Put a synced copy of a closed database file in the place of `target`, at once."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "rb") as copy:
            shutil.copyfile(source, temporary)  # in the kernel, where that works
            os.fsync(copy.fileno())
            size = os.fstat(copy.fileno()).st_size
        temporary.chmod(0o644)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
    return size


def remove_leftovers(published: Path) -> None:
    """Remove temporary copies that a killed refresh left beside the published file."""
    for leftover in published.parent.glob(f".{published.name}.*"):
        leftover.unlink(missing_ok=True)


def require_ours(published: Path) -> str | None:
    """Raise `NotAWarehouseError` where publishing would replace a file that is no warehouse.

    An empty file passes, and a damaged one that begins as DuckDB's do: returns what is wrong with
    it. Raises `duckdb.Error` when it cannot be opened for another reason.
    """
    if not published.exists() or published.stat().st_size == 0:
        return None
    if not is_duckdb_file(published):
        raise NotAWarehouseError(f"{published} is no DuckDB file; name another for the warehouse")
    if (damage := find_damage(published, read_only=True)) is not None:
        return damage
    with open_reader(published) as reader:
        tables, own = reader.frame("history/own_tables").row(0)
    if tables and not own:
        raise NotAWarehouseError(
            f"{published} holds tables that are none of ours; name another file for the warehouse"
        )
    return None


def sync_folder(folder: Path) -> None:
    """Make the names in a folder outlast a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
