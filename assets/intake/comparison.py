"""Comparing the input folder with what the published warehouse knows of it.

Names, sizes and times only, as the sensor needs it; whether content is really new is for intake to
find when it reads the bytes.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from assets.intake.records import ListedFile

# What is known of each file: the columns of a manifest.
MANIFEST = {"path": pl.String, "bytes": pl.Int64, "modified_ns": pl.Int64}


@dataclass(frozen=True, slots=True)
class FolderChanges:
    """How the folder differs from the manifest.

    `key` is the same for the same differences, whenever they are looked at. `newest_ns` is the
    latest modification time among new and changed files.
    """

    new: int
    changed: int
    removed: int
    key: str
    newest_ns: int

    @property
    def any(self) -> bool:
        """Whether there is a difference at all."""
        return bool(self.new or self.changed or self.removed)

    def __str__(self) -> str:
        return f"{self.new} new, {self.changed} changed, {self.removed} removed"


def compare(listed: Iterable[ListedFile], manifest: pl.DataFrame) -> FolderChanges:
    """Compare a listing with the manifest (columns path, bytes, modified_ns)."""
    rows = [(item.path, item.bytes, item.modified_ns) for item in listed]
    folder = pl.DataFrame(rows, schema=MANIFEST, orient="row")
    known = manifest.select(pl.col(name).cast(kind) for name, kind in MANIFEST.items())
    differing = folder.join(known, on=list(MANIFEST), how="anti", nulls_equal=True)
    changed = differing.join(known, on="path", how="semi")
    removed = known.join(folder, on="path", how="anti")
    digest = hashlib.sha256()
    for row in (*differing.sort("path").iter_rows(), *removed.sort("path").iter_rows()):
        digest.update(repr(row).encode("utf-8", "backslashreplace"))
    newest = differing["modified_ns"].max()
    return FolderChanges(
        new=differing.height - changed.height,
        changed=changed.height,
        removed=removed.height,
        key=digest.hexdigest()[:16],
        newest_ns=newest if isinstance(newest, int) else 0,
    )
