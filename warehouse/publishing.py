"""Publishing: putting a finished copy of the writer's database in the readers' place at once.

The copy is written beside the published file, synced, and renamed over it, so a reader sees the
old file or the new one, whole, and a crash at any instant leaves one of them. What goes into the
file is decided by the stages, not here.
"""

import os
import shutil
import tempfile
from pathlib import Path


def publish(writer: Path, published: Path) -> int:
    """Replace `published` by a copy of the closed database `writer`; return its size in bytes.

    `writer` must be checkpointed and closed. Raises `OSError` (disk full, no permission); the
    published file is then as it was and no temporary file is left.
    """
    if writer.with_name(writer.name + ".wal").exists():
        raise RuntimeError(f"{writer.name} has a write-ahead log: close it before publishing")
    published.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{published.name}.", dir=published.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as target, writer.open("rb") as source:
            shutil.copyfileobj(source, target, length=1 << 20)
            target.flush()
            os.fsync(target.fileno())
            size = target.tell()
        temporary.chmod(0o644)
        temporary.replace(published)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(published.parent)
    return size


def remove_leftovers(published: Path) -> None:
    """Remove temporary copies that a killed refresh left beside the published file."""
    for leftover in published.parent.glob(f".{published.name}.*"):
        leftover.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
