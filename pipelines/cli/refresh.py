"""`baokho refresh`: the job `refresh`, run in this process and recorded in the Dagster instance."""

import json
import logging
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console

from pipelines.cli.console import BarProgress, LineProgress, cell, output, plain_table
from pipelines.cli.failure import identity, tell_broken_run, tell_failed_run
from pipelines.cli.options import (
    require_input_folder,
    require_writable,
    seeds_option,
    settings_with,
    warehouse_option,
)
from pipelines.settings import PROJECT_FOLDER, Settings
from pipelines.tags import REASON_TAG, TRIGGER_TAG

if TYPE_CHECKING:
    import dagster as dg

SUMMARY_FIELDS = (
    "refresh_id",
    "status",
    "files_seen",
    "files_new",
    "files_changed",
    "files_rejected",
    "files_missing",
    "articles_total",
    "articles_added",
    "mentions_total",
    "entities_total",
    "events_total",
    "seconds",
)
_REJECTED_SHOWN = 20


@click.command()
@seeds_option
@warehouse_option
@click.option("--full", is_flag=True, help="Read every file anew, keeping the history.")
@click.option("--json", "as_json", is_flag=True, help="End with one JSON object on the last line.")
def refresh(seeds: Path | None, warehouse: Path | None, full: bool, as_json: bool) -> int:
    """Read new and changed files of the input folder and publish the warehouse."""
    settings = settings_with(seeds, warehouse)
    require_input_folder(settings)
    require_writable(settings)
    messages = Console(stderr=True, highlight=False)
    before = identity(settings.warehouse)
    try:
        result = _run_job(settings, messages, full=full)
    except Exception as error:  # Dagster's own records break in many ways on a full disk
        tell_broken_run(error, messages, published=identity(settings.warehouse) != before)
        return _failed(None, as_json=as_json)
    if not result.success:
        tell_failed_run(result, messages)
        return _failed(result.run_id, as_json=as_json)
    summary = _summary(settings, result.run_id)
    if as_json:
        click.echo(json.dumps({name: summary[name] for name in SUMMARY_FIELDS}))
    else:
        _print_summary(settings, summary, output())
    return 0


def _run_job(settings: Settings, messages: Console, *, full: bool) -> "dg.ExecuteInProcessResult":
    # Dagster takes over a second to import: only the command that needs it pays.
    from pipelines.definitions import build_definitions
    from pipelines.instance import open_instance

    logging.getLogger("dagster").setLevel(logging.CRITICAL)
    progress = BarProgress(messages) if messages.is_terminal else LineProgress(messages)
    job = build_definitions(progress).resolve_job_def("refresh")
    configuration = {
        "input_folder": str(settings.seeds),
        "published": str(settings.warehouse),
        "full": full,
    }
    with open_instance(settings.dagster_home) as instance:
        return job.execute_in_process(
            instance=instance,
            run_config={
                "resources": {"refresh": {"config": configuration}},
                "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
            },
            tags={TRIGGER_TAG: "cli", REASON_TAG: "baokho refresh"},
            raise_on_error=False,
        )


def _failed(run_id: str | None, *, as_json: bool) -> int:
    if as_json:
        click.echo(json.dumps({"status": "failed", "dagster_run_id": run_id}))
    return 1


def _summary(settings: Settings, run_id: str) -> dict[str, Any]:
    from warehouse.connection import open_reader

    with open_reader(settings.warehouse) as reader:
        summary = reader.frame("refresh/summary", run_id=run_id).row(0, named=True)
        summary["files"] = reader.frame("refresh/files_by_status").rows()
        summary["entities"] = reader.frame("refresh/entities_by_type").rows()
        summary["rejected"] = reader.frame("refresh/rejected_files").rows()
        summary["failed_checks"] = reader.frame("refresh/failed_checks", run_id=run_id).rows()
    return summary


def _print_summary(settings: Settings, summary: dict[str, Any], console: Console) -> None:
    table = plain_table(f"Refreshed in {summary['seconds']:.1f} s", ["what", "count"])
    table.columns[1].justify = "right"
    for status, count in summary["files"]:
        table.add_row(f"files {status}", str(count))
    table.add_row("articles", f"{summary['articles_total']} ({summary['articles_added']} added)")
    for entity_type, count in summary["entities"]:
        table.add_row(entity_type.replace("_", " ") + " entities", str(count))
    table.add_row("mentions", str(summary["mentions_total"]))
    console.print(table)
    if summary["rejected"]:
        console.print("Rejected files:", style="bold")
        for path, reason in summary["rejected"][:_REJECTED_SHOWN]:
            console.print(f"  {cell(path)}: {cell(reason)}")
        if len(summary["rejected"]) > _REJECTED_SHOWN:
            more = len(summary["rejected"]) - _REJECTED_SHOWN
            console.print(f"  and {more} more in raw.files")
    for name, failing, description in summary["failed_checks"]:
        console.print(f"Warning: {name}: {failing} rows. {cell(description)}", style="yellow")
    # Unwrapped, so that both can be copied from any terminal.
    console.print(f"Published: {settings.warehouse}", markup=False, soft_wrap=True)
    console.print(f"Next: {_next_command(settings)}", markup=False, soft_wrap=True)


def _next_command(settings: Settings) -> str:
    command = Path(sys.argv[0]).absolute()
    shown = "baokho"
    if command.is_relative_to(PROJECT_FOLDER) and Path.cwd() == PROJECT_FOLDER:
        shown = str(command.relative_to(PROJECT_FOLDER))
    words = [shown, "sql"]
    if settings.warehouse != PROJECT_FOLDER / "warehouse" / "baokho.duckdb":
        words += ["--warehouse", str(settings.warehouse)]
    return shlex.join([*words, "SELECT title, published_on, outlet_id FROM core.articles"])
