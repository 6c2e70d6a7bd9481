"""Measure the whole pipeline on labelled pages that no rule was written for.

    python -m benchmarks.unseen [--warehouse FILE --gold DIR] [--verbose]

Refreshes a warehouse of its own from each set of `blind/` by the command that a person types, and
prints a Markdown table of both sets and of the two together: word F1 of the main text (mean over
pages), shares of what is right, F1 of what is found (a mention with its exact span and type), and
B-cubed F1 of clusters (mentions of one entity, articles about one event), F1 with (precision /
recall). With `--warehouse` it scores a published file against the labels in `--gold` instead.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.unseen_gold import read_gold
from benchmarks.unseen_report import ROWS, Report
from benchmarks.unseen_scoring import score
from benchmarks.unseen_warehouse import read_facts

PROJECT = Path(__file__).resolve().parent.parent
BLIND = Path(__file__).with_name("blind")
SETS = ("first", "second")
_TOGETHER = "both"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="Measure the pipeline on unseen pages.")
    parser.add_argument("--warehouse", type=Path, help="score this published file")
    parser.add_argument("--gold", type=Path, help="the labels to score it against")
    parser.add_argument(
        "--verbose",
        action="store_true",
        help="name pages and errors; never use it on blind pages while building",
    )
    options = parser.parse_args(arguments)
    if (options.warehouse is None) != (options.gold is None):
        parser.error("--warehouse and --gold go together")
    if options.warehouse:
        reports = {options.gold.name: score(read_gold(options.gold), read_facts(options.warehouse))}
    else:
        reports = {name: score_set(BLIND / name) for name in SETS}
        first, second = reports.values()
        reports[_TOGETHER] = first + second
    print(table(reports))
    if options.verbose:
        for name, report in reports.items():
            print("\n".join(_errors(name, report)))
    return 0


def score_set(folder: Path) -> Report:
    """Refresh a temporary warehouse from `folder/pages` and score it against `folder/gold`."""
    with tempfile.TemporaryDirectory() as home:
        warehouse = Path(home) / "unseen.duckdb"
        refresh(folder / "pages", warehouse, Path(home) / "var")
        return score(read_gold(folder / "gold"), read_facts(warehouse))


def refresh(pages: Path, warehouse: Path, home: Path) -> None:
    """Run `baokho refresh` on a folder; raises CalledProcessError, its words shown, if it fails."""
    command = [sys.executable, "-c", "from pipelines.cli import main; main()", "refresh"]
    command += ["--seeds", str(pages), "--warehouse", str(warehouse)]
    environment = {**os.environ, "BAOKHO_HOME": str(home)}
    try:
        subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        sys.stderr.buffer.write(error.stderr)
        raise


def table(reports: dict[str, Report]) -> str:
    """Return a Markdown table: a row for each measure, a column for each report."""
    cells = [["what", *reports], ["---"] * (len(reports) + 1)]
    columns = [report.measures() for report in reports.values()]
    cells += [[row, *(str(column[row]) for column in columns)] for row in ROWS]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def _errors(name: str, report: Report) -> Iterable[str]:
    for page, errors in sorted(report.errors.items()):
        yield f"\n{name}: {page}"
        yield from (f"  {error}" for error in errors)


if __name__ == "__main__":
    sys.exit(main())
