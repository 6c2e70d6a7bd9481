"""What the commands print with: consoles, and progress as bars or plain lines."""

import contextlib
import datetime as dt
import time
from collections.abc import Callable, Iterator
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table

# A machine reading our output sets the width; 200 columns keep rows on one line when piped.
_PIPED_WIDTH = 200
# Control characters but tab and line end are shown by their pictures; what has none, and marks that
# turn the direction of writing, by the mark for a character that is unknown.
_SHOWN = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (9, 10)},
    0x7F: 0x2421,
    **dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
}


def output() -> Console:
    """Return the console on standard output, wide when it is no terminal."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_PIPED_WIDTH)


class BarProgress:
    """A bar per stage, for a terminal."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:
        """Show a bar for the stage while it lasts, and leave its end state on the screen."""
        columns = (
            SpinnerColumn(finished_text="✓"),
            TextColumn(f"{name:<20}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=self._console) as bar:
            task = bar.add_task(name, total=total, completed=0)
            yield lambda done: bar.advance(task, done)

    def note(self, sentence: str) -> None:
        """Print a sentence above the bars to come."""
        self._console.print(sentence, style="yellow", markup=False)


class LineProgress:
    """A plain line per stage, for a pipe or a log."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:
        """Print one line when the stage is done."""
        started = time.monotonic()
        yield lambda _done: None
        self._console.print(f"{name}: {total} in {time.monotonic() - started:.1f} s")

    def note(self, sentence: str) -> None:
        """Print a sentence on a line of its own."""
        self._console.print(sentence, markup=False, soft_wrap=True)


def age(moment: dt.datetime) -> str:
    """Return how long it is since a moment, in words; a moment to come is 0 seconds old."""
    seconds = max((dt.datetime.now(dt.UTC) - moment).total_seconds(), 0)
    for unit, name in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds >= 2 * unit:
            return f"{seconds / unit:.0f} {name}"
    return f"{seconds:.0f} seconds"


def ago(moment: dt.datetime | None) -> str:
    """Return how long ago a moment was, in words; "never" when there is none."""
    return "never" if moment is None else f"{age(moment)} ago"


def size(count: float) -> str:
    """Return a number of bytes in the largest unit that leaves at least 1 of it."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if unit == "bytes" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} TB"


def plain_table(title: str | None, columns: list[str]) -> Table:
    """Return an empty table in the one style of this command line."""
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def rows_table(columns: list[str], rows: list[tuple[Any, ...]]) -> Table:
    """Return the rows of a query as a table."""
    table = plain_table(None, columns)
    for row in rows:
        table.add_row(*map(cell, row))
    return table


def cell(value: Any) -> str:
    """Return a value as a table shows it; NULL as a dim word, so that it is not taken for text."""
    return "[dim]NULL[/dim]" if value is None else str(harmless(str(value))).replace("[", r"\[")


def harmless(value: Any) -> Any:
    """Return a text, or all texts in lists and dicts, with nothing that steers a terminal.

    Names of files and texts of pages come from anywhere. Each character stands for one.
    """
    if isinstance(value, str):
        return value.translate(_SHOWN)
    if isinstance(value, list):
        return [harmless(one) for one in value]
    if isinstance(value, dict):
        return {name: harmless(one) for name, one in value.items()}
    return value
