"""Readers that look at the published file all the time while refreshes replace it.

Every reader is a process of its own that opens the file read-only, asks questions whose answers
must agree with each other and with the last refresh, closes it and begins again. Meanwhile the
folder grows and is refreshed, and every fifth time a snapshot is put back.

    .venv/bin/python -m benchmarks.readers_refresh [--readers 20] [--refreshes 20] [--pause 0.2]
"""

import argparse
import multiprocessing
import tempfile
import time
from dataclasses import dataclass, field
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from pathlib import Path

import duckdb

from benchmarks.archive_corpus import page
from benchmarks.kill_refresh import Pipeline
from benchmarks.warehouse_states import assert_whole
from pipelines.settings import snapshots_path
from warehouse.snapshots import list_snapshots, restore

_RESTORE_EVERY = 5
# Rows that one state cannot have in one table without the other.
_STRAYS = (
    "SELECT count(*) FROM core.mentions ANTI JOIN core.articles USING (article_id)",
    "SELECT count(*) FROM core.mentions ANTI JOIN core.entities USING (entity_id)",
    "SELECT count(*) FROM core.article_lines ANTI JOIN core.articles USING (article_id)",
    "SELECT count(*) FROM core.event_articles ANTI JOIN core.events USING (event_id)",
    "SELECT count(*) FROM core.articles ANTI JOIN raw.documents USING (document_id)",
)


@dataclass
class Seen:
    """What one reader saw: how often it opened the file, in which states, and what was wrong."""

    opens: int = 0
    refreshes: set[int] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)


def read_in_a_loop(published: Path, pause: float, stop: Event, results: "Queue[Seen]") -> None:
    """Open, ask, close, rest for `pause` seconds, until told to stop."""
    seen = Seen()
    while not stop.is_set():
        try:
            look(published, seen)
        except AssertionError as error:
            seen.torn.append(str(error))
        except Exception as error:  # whatever a reader meets is counted
            seen.errors.append(repr(error))
        stop.wait(pause)
    results.put(seen)


def look(published: Path, seen: Seen) -> None:
    """Ask once; raises `AssertionError` when two answers cannot be of one state."""
    with duckdb.connect(published, read_only=True) as reader:
        reader.execute("SET threads = 1")
        reader.execute("SET enable_progress_bar = false")
        seen.opens += 1
        first = assert_whole(reader)
        for question in _STRAYS:
            ((strays,),) = reader.execute(question).fetchall()
            assert strays == 0, f"{strays}: {question}"
        found = reader.execute("SELECT count(*) FROM search_articles('nam')").fetchall()
        again = reader.execute("SELECT count(*) FROM search_articles('nam')").fetchall()
        assert found == again
        assert assert_whole(reader) == first, "another refresh within one connection"
        seen.refreshes.add(first)


def refresh_often(pipeline: Pipeline, refreshes: int) -> int:
    """Add a page and refresh, again and again; return how many snapshots were put back."""
    restored = 0
    for number in range(1, refreshes + 1):
        (pipeline.seeds / f"{number:03}.txt").write_text(page(number), encoding="utf-8")
        pipeline.refresh_here()
        if number % _RESTORE_EVERY == 0:
            snapshots = snapshots_path(pipeline.root / "home", pipeline.published)
            restore(list_snapshots(snapshots)[-1], pipeline.published, snapshots)
            restored += 1
    return restored


def main() -> None:
    """Print what the readers saw; fail when one saw an error or a torn state."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--refreshes", type=int, default=20)
    parser.add_argument("--pause", type=float, default=0.2, help="seconds between two looks")
    arguments = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    stop: Event = context.Event()
    results: Queue[Seen] = context.Queue()
    with tempfile.TemporaryDirectory() as folder:
        pipeline = Pipeline(Path(folder) / "seeds", Path(folder) / "home")
        pipeline.seeds.mkdir()
        pipeline.root.mkdir()
        (pipeline.seeds / "000.txt").write_text(page(0), encoding="utf-8")
        pipeline.refresh_here()
        readers = [
            context.Process(
                target=read_in_a_loop,
                args=(pipeline.published, arguments.pause, stop, results),
                daemon=True,
            )
            for _ in range(arguments.readers)
        ]
        for reader in readers:
            reader.start()
        started = time.monotonic()
        restored = refresh_often(pipeline, arguments.refreshes)
        seconds = time.monotonic() - started
        stop.set()
        every = [results.get(timeout=120) for _ in readers]
        for reader in readers:
            reader.join()
    errors = [text for seen in every for text in seen.errors]
    torn = [text for seen in every for text in seen.torn]
    states = set[int]().union(*(seen.refreshes for seen in every))
    print(f"{arguments.refreshes} refreshes and {restored} restores in {seconds:.0f} s")
    print(f"{len(every)} readers opened the file {sum(seen.opens for seen in every)} times")
    print(f"published refreshes that at least one of them saw: {len(states)}")
    print(f"errors: {len(errors)} {errors[:3]}")
    print(f"torn states: {len(torn)} {torn[:3]}")
    if errors or torn:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
