"""`baokho restore`: list the snapshots of earlier refreshes, or put one back for readers."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from pipelines.cli.console import age, cell, output, plain_table, size
from pipelines.cli.options import require_writable, settings_with, warehouse_option
from pipelines.settings import Settings, snapshots_path

if TYPE_CHECKING:
    from warehouse.snapshots import Snapshot


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
    table = plain_table(None, ["snapshot", "age", "articles", "size"])
    for column in table.columns[1:]:
        column.justify = "right"
    for one in known:
        if one.problem is None:
            ended = age(one.finished_at) if one.finished_at else "unknown"
            table.add_row(one.refresh_id, ended, str(one.articles), size(one.bytes))
        else:
            table.add_row(one.refresh_id, cell(one.problem), "", size(one.bytes))
    console.print(table)
    total = size(sum(one.bytes for one in known))
    console.print(f"{len(known)} snapshots, {total} in {folder}", markup=False, soft_wrap=True)
    console.print("Next: baokho restore SNAPSHOT")
