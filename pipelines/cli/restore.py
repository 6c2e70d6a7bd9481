"""`baokho restore`: list the snapshots of earlier refreshes, or put one back for readers."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from pipelines.cli.console import cell, output, plain_table
from pipelines.cli.options import require_writable, settings_with, warehouse_option
from pipelines.settings import Settings, snapshots_path

if TYPE_CHECKING:
    from warehouse.snapshots import Snapshot

_UNITS = ("bytes", "kB", "MB", "GB", "TB")
_DAY, _HOUR, _MINUTE = 86_400, 3_600, 60


@click.command()
@click.argument("snapshot", required=False)
@warehouse_option
def restore(snapshot: str | None, warehouse: Path | None) -> int:
    """List the snapshots, or put SNAPSHOT back: an id from the list, or how it begins.

    Readers see it at once, until the next refresh publishes the present state again.
    """
    from warehouse.snapshots import list_snapshots  # late, so that `baokho --help` is quick

    settings = settings_with(warehouse=warehouse)
    folder = snapshots_path(settings.home, settings.warehouse)
    known = list_snapshots(folder)
    if snapshot is None:
        _print_list(known, folder, output())
        return 0
    chosen = _choose(known, snapshot)
    require_writable(settings)
    return _restore(settings, chosen, folder)


def _choose(known: "list[Snapshot]", name: str) -> "Snapshot":
    found = [one for one in known if one.refresh_id.startswith(name)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise click.UsageError(f"no snapshot begins with {name}; baokho restore lists them")
    raise click.UsageError(f"{len(found)} snapshots begin with {name}; give more of the id")


def _restore(settings: Settings, chosen: "Snapshot", folder: Path) -> int:
    from pipelines.resources import writing  # late: it takes Dagster along
    from warehouse.snapshots import SnapshotError
    from warehouse.snapshots import restore as put_back

    messages = Console(stderr=True, highlight=False)
    try:
        with writing(settings.home, settings.warehouse, messages.print):
            former = put_back(chosen, settings.warehouse, folder)
    except (SnapshotError, OSError) as error:
        messages.print(f"Not restored: {error}", style="bold red", markup=False, soft_wrap=True)
        return 1
    console = output()
    console.print(f"Readers see the refresh {chosen.refresh_id}: {chosen.articles} articles.")
    if former is not None:
        console.print(f"What they saw before is kept: baokho restore {former.stem}", markup=False)
    console.print(
        "The next refresh publishes the present state of the input folder again. Until you want "
        "that, stop the schedule and the sensor in baokho ui."
    )
    return 0


def _print_list(known: "list[Snapshot]", folder: Path, console: Console) -> None:
    if not known:
        console.print("No snapshots yet: each refresh keeps the file that it replaces.")
        return
    now = dt.datetime.now(dt.UTC)
    table = plain_table(None, ["snapshot", "age", "articles", "size"])
    for column in table.columns[1:]:
        column.justify = "right"
    for one in known:
        if one.problem is None:
            table.add_row(one.refresh_id, _age(one, now), str(one.articles), _size(one.bytes))
        else:
            table.add_row(one.refresh_id, cell(one.problem), "", _size(one.bytes))
    console.print(table)
    total = _size(sum(one.bytes for one in known))
    console.print(f"{len(known)} snapshots, {total} in {folder}", markup=False, soft_wrap=True)
    console.print("Next: baokho restore SNAPSHOT")


def _age(snapshot: "Snapshot", now: dt.datetime) -> str:
    """Return how long ago the refresh ended; a clock that went back makes it 0."""
    if snapshot.finished_at is None:
        return "unknown"
    seconds = max((now - snapshot.finished_at).total_seconds(), 0)
    for unit, name in ((_DAY, "days"), (_HOUR, "hours"), (_MINUTE, "minutes")):
        if seconds >= 2 * unit:
            return f"{seconds / unit:.0f} {name}"
    return f"{seconds:.0f} seconds"


def _size(count: float) -> str:
    """Return a number of bytes in the largest unit that leaves at least 1 of it."""
    for unit in _UNITS[:-1]:
        if count < 1000:
            return f"{count:.0f} {unit}" if unit == "bytes" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} {_UNITS[-1]}"
