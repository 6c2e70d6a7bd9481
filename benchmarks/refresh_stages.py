"""What a whole refresh costs per page, beside what reading and recognising alone would cost.

The yardstick is bare trafilatura with metadata, and our recognisers on the text that it gives: no
files, no table, no other stage. Both sides are processor time of one run on the same HTML pages, so
that a machine shared with others measures the same ratio. The refresh is the job that `baokho
refresh` runs, on one core and with the serial engine; what a refresh of one page costs (starting
Dagster, loading the reference data) is taken off, since it does not grow with the pages.

    .venv/bin/python -m benchmarks.refresh_stages --data ../shared/bench/wcxb-dev [--pages 200]

DATA is a folder of pages, `*.html` or `*.html.gz`. Prints a table of stages and the ratio.
"""

import argparse
import contextlib
import datetime as dt
import gzip
import logging
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assets.entities.recognition import recognise
from assets.entities.records import ArticleText
from assets.reference.records import load_reference
from assets.refresh import SilentProgress

_TARGET = 0.8
_AGE = 60


class ClockedProgress(SilentProgress):
    """Adds up the processor seconds of every stage, by its title."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextlib.contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[int], None]]:  # noqa: ARG002 - the protocol's parameters
        """Clock a stage."""
        started = time.process_time()
        try:
            yield lambda _done: None
        finally:
            self.seconds[name] += time.process_time() - started


def pages_of(data: Path, count: int) -> list[bytes]:
    """Return the first pages of a folder, by name."""
    paths = sorted(data.glob("*.html*"))[:count]
    return [gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes() for p in paths]


def bare_seconds(pages: Sequence[bytes]) -> tuple[float, float]:
    """Return the processor seconds of bare trafilatura with metadata, and of our recognisers."""
    import trafilatura

    reference = load_reference()
    warm_up = ArticleText("article:0", None, "Hà Nội", (1,), None, None, "vi", None)
    recognise(warm_up, reference)
    reading = recognising = 0.0
    for page in pages:
        started = time.process_time()
        found = trafilatura.bare_extraction(page, with_metadata=True)
        reading += time.process_time() - started
        article = _article(found)
        started = time.process_time()
        recognise(article, reference)
        recognising += time.process_time() - started
    return reading, recognising


def _article(found: object) -> ArticleText:
    text = getattr(found, "text", None) or ""
    date = getattr(found, "date", None)
    return ArticleText(
        article_id="article:0",
        title=getattr(found, "title", None),
        text=text,
        paragraph_lines=tuple(range(1, text.count("\n") + 2)),
        title_line=None,
        published_on=dt.date.fromisoformat(date) if date else None,
        language=getattr(found, "language", None),
        outlet_id=None,
    )


def refresh_seconds(pages: Sequence[bytes], folder: Path) -> tuple[float, dict[str, float]]:
    """Return the processor seconds of a first refresh of pages, in all and by stage."""
    seeds = folder / "seeds"
    seeds.mkdir(parents=True)
    moment = time.time() - _AGE
    for number, page in enumerate(pages):
        path = seeds / f"{number:05d}.html"
        path.write_bytes(page)
        os.utime(path, (moment, moment))
    os.environ |= {
        "BAOKHO_HOME": str(folder / "var"),
        "BAOKHO_WAREHOUSE": str(folder / "news.duckdb"),
        "BAOKHO_SEEDS": str(seeds),
        "BAOKHO_ENGINE": "serial",
    }
    import dagster as dg

    from pipelines.definitions import build_definitions

    progress = ClockedProgress()
    started = time.process_time()
    with dg.DagsterInstance.ephemeral() as instance:
        build_definitions(progress).resolve_job_def("refresh").execute_in_process(
            instance=instance,
            run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
        )
    return time.process_time() - started, progress.seconds


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of pages")
    parser.add_argument("--pages", type=int, default=200)
    arguments = parser.parse_args()
    # One core: processor time of threads that wait for each other would count twice.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    logging.disable(logging.CRITICAL)
    pages = pages_of(arguments.data, arguments.pages)
    if not pages:
        parser.error(f"no pages in {arguments.data}")
    with tempfile.TemporaryDirectory() as folder:
        started, _ = refresh_seconds(pages[:1], Path(folder) / "one")
        whole, stages = refresh_seconds(pages, Path(folder) / "all")
    reading, recognising = bare_seconds(pages)
    _print(len(pages), whole, whole - started, stages, reading, recognising)


def _print(
    count: int,
    whole: float,
    growing: float,
    stages: dict[str, float],
    reading: float,
    recognising: float,
) -> None:
    milliseconds = 1000 / count
    print(f"{count} pages, processor milliseconds a page")
    print(f"{'bare trafilatura with metadata':<44} {reading * milliseconds:8.2f}")
    print(f"{'our recognisers alone':<44} {recognising * milliseconds:8.2f}")
    print(f"{'the yardstick: both':<44} {(reading + recognising) * milliseconds:8.2f}")
    for title, seconds in sorted(stages.items(), key=lambda pair: -pair[1]):
        print(f"  {title:<42} {seconds * milliseconds:8.2f}")
    rest = whole - sum(stages.values())
    print(f"  {'SQL, checks, Dagster; starting included':<42} {rest * milliseconds:8.2f}")
    print(f"{'a refresh, starting included':<44} {whole * milliseconds:8.2f}")
    print(f"{'a refresh, what grows with the pages':<44} {growing * milliseconds:8.2f}")
    ratio = (reading + recognising) / growing
    print(f"yardstick : refresh = {ratio:.2f} (target {_TARGET})")
    print(f"the slowest stage: {max(stages, key=lambda title: stages[title])}")


if __name__ == "__main__":
    main()
