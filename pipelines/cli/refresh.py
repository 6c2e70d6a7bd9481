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
@click.option("--json", "as_json", is_flag=True, help="End with one JSON object on the last line.")
def refresh(seeds: Path | None, warehouse: Path | None, as_json: bool) -> int:
    """Read new and changed files of the input folder and publish the warehouse."""
    settings = settings_with(seeds, warehouse)
    require_input_folder(settings)
    require_writable(settings)
    messages = Console(stderr=True, highlight=False)
    result = _run_job(settings, messages)
    if not result.success:
        _explain_failure(result, messages)
        if as_json:
            click.echo(json.dumps({"status": "failed", "dagster_run_id": result.run_id}))
        return 1
    summary = _summary(settings, result.run_id)
    if as_json:
        click.echo(json.dumps({name: summary[name] for name in SUMMARY_FIELDS}))
    else:
        _print_summary(settings, summary, output())
    return 0


def _run_job(settings: Settings, messages: Console) -> "dg.ExecuteInProcessResult":
    # Dagster takes over a second to import: only the command that needs it pays.
    from pipelines.definitions import build_definitions
    from pipelines.instance import open_instance

    logging.getLogger("dagster").setLevel(logging.CRITICAL)
    progress = BarProgress(messages) if messages.is_terminal else LineProgress(messages)
    job = build_definitions(progress).resolve_job_def("refresh")
    paths = {"input_folder": str(settings.seeds), "published": str(settings.warehouse)}
    with open_instance(settings.dagster_home) as instance:
        return job.execute_in_process(
            instance=instance,
            run_config={
                "resources": {"refresh": {"config": paths}},
                "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
            },
            tags={TRIGGER_TAG: "cli", REASON_TAG: "baokho refresh"},
            raise_on_error=False,
        )


def _explain_failure(result: "dg.ExecuteInProcessResult", messages: Console) -> None:
    messages.print("[bold red]The refresh failed; the published file is as it was.[/bold red]")
    for check in result.get_asset_check_evaluations():
        if not check.passed:
            for name, outcome in check.metadata.items():
                if outcome.value != "passed":
                    table = ".".join(check.asset_key.path)
                    messages.print(f"  check {table}.{name}: {outcome.value}", markup=False)
    for event in result.all_events:
        if event.is_step_failure:
            error = event.step_failure_data.error
            cause = error.cause or error if error else None
            text = cause.message.strip() if cause else "unknown error"
            messages.print(f"  in stage {event.step_key}: {text}", markup=False)
    messages.print(f"  details: baokho ui, run {result.run_id}", markup=False)


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
