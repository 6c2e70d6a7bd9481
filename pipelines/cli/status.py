"""`baokho status`: the state of the warehouse at a glance."""

import datetime as dt
from pathlib import Path

import click

from pipelines.cli.console import cell, output, plain_table
from pipelines.cli.options import (
    require_input_folder,
    seeds_option,
    settings_with,
    warehouse_option,
)

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


@click.command()
@seeds_option
@warehouse_option
def status(seeds: Path | None, warehouse: Path | None) -> None:
    """Show the last refresh, what the warehouse holds, and which files wait."""
    from assets.intake.comparison import compare  # late, so that `baokho --help` is quick
    from assets.intake.listing import list_folder
    from warehouse.connection import open_reader

    settings = settings_with(seeds, warehouse)
    require_input_folder(settings)
    console = output()
    if not settings.warehouse.is_file():
        waiting = len(list_folder(settings.seeds))
        console.print(f"No warehouse at {settings.warehouse} yet; {waiting} files wait.")
        console.print("Next: baokho refresh")
        return
    with open_reader(settings.warehouse) as reader:
        last = reader.frame("refresh/last_finished").row(0, named=True)
        files = reader.frame("refresh/files_by_status").rows()
        failed_checks = reader.frame("refresh/failed_checks", run_id=last["dagster_run_id"]).rows()
        changes = compare(list_folder(settings.seeds), reader.frame("intake/manifest"))
    finished = last["finished_at"]
    table = plain_table(None, ["what", "state"])
    table.add_row("published", str(settings.warehouse))
    table.add_row("last refresh", f"{finished:%Y-%m-%d %H:%M:%S} UTC, {_age(finished)} ago")
    table.add_row("started by", cell(last["trigger"]))
    table.add_row("input folder", str(settings.seeds))
    table.add_row("files waiting", str(changes) if changes.any else "none")
    for file_status, count in files:
        table.add_row(f"files {file_status}", str(count))
    table.add_row("articles", str(last["articles_total"]))
    table.add_row("mentions", str(last["mentions_total"]))
    table.add_row("entities", str(last["entities_total"]))
    for name, failing, _ in failed_checks:
        table.add_row(f"check {name}", f"[yellow]{failing} failing rows[/yellow]")
    console.print(table)
    console.print('More: baokho sql "SELECT path, status, reason FROM raw.files", or baokho ui')


def _age(moment: dt.datetime) -> str:
    seconds = (dt.datetime.now(dt.UTC) - moment).total_seconds()
    for unit, name in ((_DAY, "days"), (_HOUR, "hours"), (_MINUTE, "minutes")):
        if seconds >= 2 * unit:
            return f"{seconds / unit:.0f} {name}"
    return f"{max(seconds, 0):.0f} seconds"
