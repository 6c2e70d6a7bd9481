"""What a refresh costs as the archive grows: building it, and one new file more.

For each size an archive is made (`archive_corpus`), refreshed from nothing, given one file more and
refreshed again, each time with the command a person types, in a process of its own. Prints the
seconds of every Dagster step, what starting and planning cost besides, processor seconds and the
peak of memory over all processes of the refresh, and how much dearer one file is in the largest
archive than in the smallest. Run it on a quiet machine:

    .venv/bin/python -m benchmarks.archive_refresh [--articles 1000 10000] [--folder DIR]

DIR holds archives, homes and published files (a temporary folder without it) and is not emptied. Of
a size that DIR already holds only "one file more" is measured again.
"""

import argparse
import contextlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.archive_corpus import path_of, write_pages

PROJECT = Path(__file__).resolve().parent.parent
# Looking at the memory of all processes takes time from two busy cores.
_ASK = 1.0
_PAGE = os.sysconf("SC_PAGE_SIZE")
# A dump's modification time may not be the moment of listing: files still being written wait.
_AGE = 60


@dataclass(frozen=True, slots=True)
class Cost:
    """What one refresh took: seconds, and by step seconds and the peak of memory in bytes."""

    seconds: float
    processor: float
    steps: dict[str, float]
    memory: dict[str, int]


@dataclass(frozen=True, slots=True)
class Home:
    """Where one archive, its working state and its published file are."""

    folder: Path

    @property
    def pages(self) -> Path:
        """The input folder."""
        return self.folder / "pages"

    def environment(self) -> dict[str, str]:
        """Return the environment that lets commands work here."""
        return {
            **os.environ,
            "BAOKHO_HOME": str(self.folder / "var"),
            "BAOKHO_WAREHOUSE": str(self.folder / "baokho.duckdb"),
            "BAOKHO_SEEDS": str(self.pages),
            "BAOKHO_JUDGEMENTS": str(self.folder / "judgements.csv"),
        }

    def add(self, numbers: range) -> None:
        """Write pages as if they had lain there for a while."""
        write_pages(self.pages, numbers)
        past = time.time() - _AGE
        for number in numbers:
            os.utime(self.pages / path_of(number), (past, past))

    def refresh(self, articles: int) -> Cost:
        """Refresh as a person does; the warehouse must hold so many articles after it."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.perf_counter()
        command = [sys.executable, "-c", "from pipelines.cli import main; main()"]
        process = subprocess.Popen(
            [*command, "refresh", "--json"],
            cwd=PROJECT,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        with _watched_memory(process.pid) as watched:
            output, _ = process.communicate()
        seconds = time.perf_counter() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        summary = json.loads(output.strip().splitlines()[-1])
        if process.returncode or summary["articles_total"] != articles:
            raise RuntimeError(f"the refresh in {self.folder} went wrong: {summary}")
        processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        steps = self._last_steps()
        memory = {
            step: max((taken for moment, taken in watched if begin <= moment <= end), default=0)
            for step, (begin, end) in steps.items()
        }
        lengths = {step: end - begin for step, (begin, end) in steps.items()}
        return Cost(seconds, processor, lengths, memory)

    def _last_steps(self) -> dict[str, tuple[float, float]]:
        os.environ["DAGSTER_HOME"] = str(self.folder / "var" / "dagster")
        import dagster as dg

        with dg.DagsterInstance.get() as instance:
            (record,) = instance.get_run_records(limit=1)
            stats = instance.get_run_step_stats(record.dagster_run.run_id)
        steps = sorted(stats, key=lambda one: one.start_time or 0)
        return {one.step_key: (one.start_time or 0, one.end_time or 0) for one in steps}


@contextlib.contextmanager
def _watched_memory(root: int) -> Iterator[list[tuple[float, int]]]:
    """Watch the resident memory of a process and all that descend from it, by moment."""
    watched: list[tuple[float, int]] = []
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_ASK):
            watched.append((time.time(), sum(map(_resident, _family(root)))))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield watched
    finally:
        done.set()
        thread.join()


def _family(root: int) -> list[int]:
    family = [root]
    for process in family:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{process}/task").iterdir():
                family += map(int, (task / "children").read_text().split())
    return family


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def measure(folder: Path, articles: int) -> tuple[Cost | None, Cost]:
    """Return the cost of building the archive, None when it was there, and of one file more."""
    home = Home(folder / str(articles))
    known = sum(1 for _ in home.pages.rglob("*.txt")) if home.pages.is_dir() else 0
    built = None
    if not known:
        home.add(range(articles))
        built = home.refresh(articles)
        known = articles
    home.add(range(known, known + 1))
    return built, home.refresh(known + 1)


def table(title: str, costs: dict[int, Cost]) -> Iterator[str]:
    """Yield a table of the refreshes by size of archive."""
    sizes = sorted(costs)
    yield f"| {title} | {' | '.join(f'{size:,} articles' for size in sizes)} | times |"
    yield f"|---|{'---|' * (len(sizes) + 1)}"
    for step in costs[sizes[0]].steps:
        yield _row(step, [costs[size].steps.get(step, 0.0) for size in sizes])
    rest = [costs[size].seconds - sum(costs[size].steps.values()) for size in sizes]
    yield _row("starting, planning, the rest", rest)
    yield _row("**in all, seconds**", [costs[size].seconds for size in sizes])
    yield _row("processor, seconds", [costs[size].processor for size in sizes])
    for step in costs[sizes[0]].memory:
        row = [costs[size].memory.get(step, 0) / 2**20 for size in sizes]
        yield _row(f"memory of all processes, MiB: {step}", row)
    steps = costs[sizes[-1]].steps
    slowest = max(steps, key=lambda step: steps[step])
    yield f"\nSlowest stage at {sizes[-1]:,} articles: {slowest}."


def _row(name: str, values: Sequence[float]) -> str:
    ratio = f"{values[-1] / values[0]:.1f}" if values[0] else ""
    return f"| {name} | {' | '.join(f'{value:.1f}' for value in values)} | {ratio} |"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder = arguments.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        measured = {size: measure(folder.absolute(), size) for size in arguments.articles}
    built = {size: first for size, (first, _) in measured.items() if first is not None}
    if built:
        print("\n".join((*table("a new archive", built), "")))
    print("\n".join(table("one file more", {size: more for size, (_, more) in measured.items()})))


if __name__ == "__main__":
    main()
