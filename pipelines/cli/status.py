"""`baokho status`: the state of the pipeline at a glance, for people and for monitoring."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console

from pipelines.cli.console import ago, cell, output, plain_table, size
from pipelines.cli.options import (
    require_input_folder,
    seeds_option,
    settings_with,
    warehouse_option,
)
from pipelines.settings import Settings

if TYPE_CHECKING:
    from pipelines.health import Health, PublishedState
    from pipelines.run_state import RunState

_UNHEALTHY = 1
_TOTALS = ("articles", "mentions", "entities", "events")


@click.command()
@seeds_option
@warehouse_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on one line.")
def status(seeds: Path | None, warehouse: Path | None, as_json: bool) -> int:
    """Show the last refresh, what the warehouse holds, and which files wait.

    Exit code 0: all is well, or nothing was refreshed yet. 1: the last refresh failed or is too
    long ago (BAOKHO_STALE_HOURS), the published file is gone or cannot be read, the disk is nearly
    full, or the last tick of the sensor or a schedule failed.
    """
    from pipelines.health import examine  # late, so that `baokho --help` is quick

    settings = settings_with(seeds, warehouse)
    require_input_folder(settings)
    health = examine(settings)
    if as_json:
        click.echo(json.dumps(_as_json(settings, health), default=str, ensure_ascii=False))
    else:
        _print(settings, health, output())
    return _UNHEALTHY if health.problems else 0


def _print(settings: Settings, health: "Health", console: Console) -> None:
    never = health.published is None and not health.problems
    if never:
        waiting = health.waiting.new if health.waiting else 0
        console.print(f"No warehouse at {settings.warehouse} yet; {waiting} files wait.")
    table = plain_table(None, ["what", "state"])
    for name, state in _rows(settings, health):
        table.add_row(name, cell(state))
    console.print(table)
    for problem in health.problems:
        console.print(f"Problem: {problem}", style="bold red", markup=False, soft_wrap=True)
    if never:
        console.print("Next: baokho refresh")
    else:
        console.print('More: baokho sql "SELECT path, status, reason FROM raw.files", or baokho ui')


def _rows(settings: Settings, health: "Health") -> list[tuple[str, str]]:
    rows = [("published", str(settings.warehouse))]
    if health.published is not None:
        rows += _published_rows(health.published)
    rows.append(("input folder", str(settings.seeds)))
    if health.waiting is not None:
        rows.append(("files waiting", str(health.waiting) if health.waiting.any else "none"))
    if health.runs is not None:
        rows += _run_rows(health.runs)
    if health.snapshots:
        rows.append(("snapshots", f"{health.snapshots}, see baokho restore"))
    rows.append(("disk free", size(health.disk_free)))
    return rows


def _published_rows(published: "PublishedState") -> list[tuple[str, str]]:
    rows = [("size", size(published.bytes))]
    refresh = published.refresh
    if refresh is not None:
        finished = refresh["finished_at"]
        rows += [
            ("last refresh", f"{finished:%Y-%m-%d %H:%M:%S} UTC, {ago(finished)}"),
            ("started by", str(refresh["trigger"])),
        ]
    rows += [(f"files {name}", str(count)) for name, count in published.files.items()]
    if published.rejected_pages:
        rows.append(("pages rejected", f"{published.rejected_pages}, inside loaded files"))
    rows += [(f"rejected {count}x", reason) for reason, count in published.rejected_reasons]
    if refresh is not None:
        rows += [(name, str(refresh[f"{name}_total"])) for name in _TOTALS]
    return rows + [(f"check {name}", f"{n} failing rows") for name, n in published.failed_checks]


def _run_rows(runs: "RunState") -> list[tuple[str, str]]:
    rows = []
    for run in runs.unfinished:
        process = f", process {run.pid}" if run.pid else ""
        stage = f", in stage {run.stage}" if run.stage else ""
        rows.append((f"refresh {run.state}", f"{ago(run.since)}{process}{stage}, run {run.run_id}"))
    if runs.failed is not None:
        rows.append(("last failure", f"{ago(runs.failed.at)}, run {runs.failed.run_id}"))
    daemon = "running" if runs.daemon_alive else "not running"
    rows.append(("daemon", f"{daemon}, seen {ago(runs.daemon_at)}"))
    for watcher in runs.watchers:
        tick = f", ticked {ago(watcher.ticked_at)}: {watcher.tick}" if watcher.tick else ""
        rows.append((watcher.name, ("on" if watcher.on else "off") + tick))
    return rows


def _as_json(settings: Settings, health: "Health") -> dict[str, Any]:
    published = health.published
    return {
        "healthy": not health.problems,
        "problems": health.problems,
        "published": settings.warehouse,
        "input_folder": settings.seeds,
        "last_refresh": published.refresh if published else None,
        "bytes": published.bytes if published else None,
        "files": published.files if published else {},
        "rejected": {
            "files": published.files.get("rejected", 0) if published else 0,
            "pages": published.rejected_pages if published else 0,
            "reasons": dict(published.rejected_reasons) if published else {},
        },
        "failed_checks": dict(published.failed_checks) if published else {},
        "waiting": asdict(health.waiting) if health.waiting else None,
        "runs": asdict(health.runs) if health.runs else None,
        "snapshots": health.snapshots,
        "disk_free": health.disk_free,
    }
