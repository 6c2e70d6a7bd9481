"""Telling why a refresh failed: failing checks, stages that raised, or Dagster's own records.

What does not belong here: what a refresh that succeeded tells (`pipelines.cli.refresh`).
"""

from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    import dagster as dg
    from dagster_shared.error import SerializableErrorInfo

Identity = tuple[int, int] | None


def identity(published: Path) -> Identity:
    """Return what changes when a published file is replaced; None when there is none."""
    try:
        status = published.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns


def tell_failed_run(result: "dg.ExecuteInProcessResult", messages: Console) -> None:
    """Print what went wrong in a run that ended."""
    messages.print("[bold red]The refresh failed; the published file is as it was.[/bold red]")
    for check in result.get_asset_check_evaluations():
        if not check.passed:
            for name, outcome in check.metadata.items():
                if outcome.value != "passed":
                    table = ".".join(check.asset_key.path)
                    _line(messages, f"check {table}.{name}: {outcome.value}")
    steps = [event for event in result.all_events if event.is_step_failure]
    for event in steps:
        _line(messages, f"in stage {event.step_key}: {_cause(event.step_failure_data.error)}")
    if not steps:
        for event in result.all_events:
            if event.is_run_failure:
                _line(messages, f"before the first stage: {_cause(event.job_failure_data.error)}")
    _line(messages, f"details: baokho ui, run {result.run_id}")


def tell_broken_run(error: Exception, messages: Console, *, published: bool) -> None:
    """Print why a run broke off: Dagster could not keep its records, as on a full disk."""
    state = "is the new one all the same" if published else "is as it was"
    messages.print(f"[bold red]The refresh failed; the published file {state}.[/bold red]")
    lines = str(error).strip().splitlines() or ["no message"]
    _line(messages, f"{type(error).__name__}: {lines[0]}")


def _line(messages: Console, text: str) -> None:
    messages.print(f"  {text}", markup=False, soft_wrap=True)


def _cause(error: "SerializableErrorInfo | None") -> str:
    while error is not None and error.cause is not None:
        error = error.cause
    return " ".join(error.message.split()) if error is not None else "unknown error"
