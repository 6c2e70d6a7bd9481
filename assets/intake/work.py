"""Work of intake that engines map: files of the input folder become shards of files and records.

A pure function of a task and the files that it names. What does not belong here: which files are
looked at (`asset`), and looking into one (`inspection`).
"""

from collections import defaultdict
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from assets.engine.records import Task
from assets.engine.shards import Rows, ShardPlan, Written
from assets.intake.records import InspectedFile, InspectedRecord, ListedFile
from assets.limits import Limits

# Files in a task; and records whose rows are held at a time: a file may hold a million.
FILES, _RECORDS = 128, 20_000
# Records after which a file of many shows that it does not hang.
_SIGN_OF_LIFE = 256


@dataclass(frozen=True, slots=True)
class FileToInspect:
    """An entry of the input folder, and the page that it lies beside by its name."""

    listed: ListedFile
    beside: str | None


@dataclass(frozen=True, slots=True)
class Inspecting:
    """What is the same for all files: the folder they lie in, limits, and where rows go."""

    folder: Path
    limits: Limits
    shards: ShardPlan


def inspect_files(task: Task[FileToInspect, Inspecting]) -> Generator[int, None, list[Written]]:
    """Read the files of a task; returns the shards of `files` and of the `records` they hold."""
    # Late: whoever only hands out tasks does without the decoders and their libraries.
    from assets.intake.inspection import inspect_file

    common = task.common
    yield 0  # starting is no file's fault
    written: list[Written] = []
    rows: Rows = defaultdict(list)
    for one in task.items:
        path = one.listed.path
        found = inspect_file(common.folder, one.listed, common.limits, one.beside)
        for number, record_or_file in enumerate(found, start=1):
            if isinstance(record_or_file, InspectedFile):
                rows["files"].append(_row(common, "files", record_or_file))
            else:
                row = _row(common, "records", record_or_file)
                rows["records"].append({**row, "path": path})
            if len(rows["records"]) >= _RECORDS:
                written.append(common.shards.write(task.first, rows, len(written)))
                rows = defaultdict(list)
            if number % _SIGN_OF_LIFE == 0:
                yield 0
        yield 1
    written.append(common.shards.write(task.first, rows, len(written)))
    return written


def _row(
    common: Inspecting, kind: str, found: InspectedFile | InspectedRecord
) -> dict[str, object]:
    return {name: getattr(found, name, None) for name in common.shards.schemas[kind]}
