"""Kills refreshes at random instants and compares what is left with a pipeline left in peace.

Between kills the folder changes: pages are added, altered, taken away and brought back. After each
kill the published file must open and hold, row by row, the state of the folder before some change
since the last publication, or after it. At the end a refresh is left alone; then all tables must be
those of the undisturbed pipeline, and so again after `baokho refresh --full`.

Every other kill takes the whole process group, the others only the refresh itself: its workers
must end by themselves.

    .venv/bin/python -m benchmarks.kill_refresh [--kills 50] [--seconds 1800] [--seed 1]
"""

import argparse
import contextlib
import hashlib
import logging
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import dagster as dg
import duckdb

from benchmarks.archive_corpus import page
from benchmarks.warehouse_states import State, differences, read_state
from pipelines.definitions import build_definitions
from warehouse.connection import open_reader

PROJECT = Path(__file__).resolve().parent.parent
_PAGES = 12
Contents = dict[str, tuple[bytes, int]]
_ORPHAN_SECONDS = 10


@dataclass
class Pipeline:
    """A folder, home and published file of its own."""

    seeds: Path
    root: Path

    @property
    def published(self) -> Path:
        """The file that readers open."""
        return self.root / "news.duckdb"

    @property
    def environment(self) -> dict[str, str]:
        """What settings read."""
        return {
            "BAOKHO_SEEDS": str(self.seeds),
            "BAOKHO_HOME": str(self.root / "home"),
            "BAOKHO_WAREHOUSE": str(self.published),
            "BAOKHO_JUDGEMENTS": str(self.root / "judgements.csv"),
        }

    def start(self, *options: str) -> subprocess.Popen[bytes]:
        """Start `baokho refresh` in a process group of its own."""
        program = "from pipelines.cli import main; main()"
        return subprocess.Popen(
            [sys.executable, "-c", program, "refresh", *options],
            cwd=PROJECT,
            env={**os.environ, **self.environment},
            stdout=subprocess.DEVNULL,
            stderr=(self.root / "stderr.txt").open("wb"),
            start_new_session=True,
        )

    def finish(self, *options: str) -> float:
        """Let a refresh run to its end; return the seconds it took."""
        started = time.monotonic()
        process = self.start(*options)
        if process.wait() != 0:
            raise SystemExit((self.root / "stderr.txt").read_text())
        return time.monotonic() - started

    def refresh_here(self) -> None:
        """Refresh in this process, which has everything imported already."""
        os.environ.update(self.environment)
        logging.getLogger("dagster").setLevel(logging.CRITICAL)
        loggers = {"console": {"config": {"log_level": "CRITICAL"}}}
        with dg.DagsterInstance.ephemeral() as instance:
            build_definitions().resolve_job_def("refresh").execute_in_process(
                instance=instance, run_config={"loggers": loggers}
            )

    def stage_of_last_run(self, known_runs: set[str]) -> str:
        """Return the stage that a killed run was in, as Dagster noted it."""
        folder = self.root / "home" / "dagster"
        if not (folder / "dagster.yaml").is_file():
            return "starting"
        os.environ["DAGSTER_HOME"] = str(folder)
        with dg.DagsterInstance.from_config(str(folder)) as instance:
            fresh = [run.run_id for run in instance.get_runs() if run.run_id not in known_runs]
            known_runs.update(fresh)
            if not fresh:
                return "starting"
            events = [
                entry.dagster_event
                for entry in instance.all_logs(fresh[0])
                if entry.dagster_event is not None
            ]
        begun = [event.step_key for event in events if event.is_step_start]
        ended = {event.step_key for event in events if event.is_step_success}
        if not begun:
            return "preparing"
        return "ending" if begun[-1] in ended else str(begun[-1])


def contents_of(folder: Path) -> Contents:
    """Return what a folder holds now."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def files_of(published: Path) -> dict[str, tuple[str, int]]:
    """Return the files of the folder that readers see: the digest of the bytes, and their time."""
    with open_reader(published) as reader:
        files = reader.frame("refresh/published_files").join(
            reader.frame("intake/manifest"), on="path"
        )
    rows = files.select("path", "file_id", "modified_ns").iter_rows()
    return {path: (file_id, modified_ns) for path, file_id, modified_ns in rows}


def digests(contents: Contents) -> dict[str, tuple[str, int]]:
    """Return contents as a published file tells of them."""
    return {
        name: (hashlib.sha256(data).hexdigest(), modified_ns)
        for name, (data, modified_ns) in contents.items()
    }


@dataclass
class Tally:
    """What came of the kills, by the stage that was killed."""

    kills: Counter[str] = field(default_factory=Counter)
    published_anew: Counter[str] = field(default_factory=Counter)
    too_late: int = 0
    orphans: int = 0
    torn: list[str] = field(default_factory=list)


def change_folder(seeds: Path, rng: random.Random) -> None:
    """Add, alter or take away one to three pages; what was taken away may come back."""
    for _ in range(rng.randint(1, 3)):
        target = seeds / f"{rng.randrange(_PAGES):02}.txt"
        if target.exists() and len(list(seeds.iterdir())) > _PAGES // 2 and rng.random() < 0.3:
            target.unlink()
        else:
            version = rng.randint(1, 2)
            target.write_text(page(int(target.stem), version), encoding="utf-8")


def kill(process: subprocess.Popen[bytes], *, group: bool, tally: Tally) -> None:
    """Kill a refresh, alone or with its workers; count workers that outlive it."""
    if group:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
    until = time.monotonic() + _ORPHAN_SECONDS
    with contextlib.suppress(ProcessLookupError):
        while time.monotonic() < until:
            os.killpg(process.pid, 0)
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGKILL)
        tally.orphans += 1


def undisturbed_state(peaceful: Pipeline, contents: Contents) -> State:
    """Return the state that the undisturbed pipeline comes to from a folder of these contents."""
    for path in peaceful.seeds.iterdir():
        if path.name not in contents:
            path.unlink()
    for name, (data, modified_ns) in contents.items():
        (peaceful.seeds / name).write_bytes(data)
        os.utime(peaceful.seeds / name, ns=(modified_ns, modified_ns))
    peaceful.refresh_here()
    return read_state(peaceful.published)


def judge(killed: Pipeline, peaceful: Pipeline, allowed: list[Contents], known: State) -> State:
    """Return the published state; raises `AssertionError` unless it is `known` or an allowed one.

    The contents up to the published ones are taken out of `allowed`.
    """
    state = read_state(killed.published)
    if state == known:
        return state
    seen = files_of(killed.published)
    while allowed and digests(allowed[0]) != seen:
        allowed.pop(0)
    assert allowed, "its files are those of no folder since the last publication"
    wrong = differences(state, undisturbed_state(peaceful, allowed[0]))
    assert not wrong, f"other rows than undisturbed in {wrong}"
    return state


def run_kills(
    killed: Pipeline, peaceful: Pipeline, *, kills: int, until: float, rng: random.Random
) -> Tally:
    """Kill refreshes until the number or the time is reached."""
    tally, known_runs = Tally(), set[str]()
    change_folder(killed.seeds, rng)
    seconds = killed.finish()
    known, allowed = read_state(killed.published), list[Contents]()
    while tally.kills.total() < kills and time.monotonic() < until:
        change_folder(killed.seeds, rng)
        allowed.append(contents_of(killed.seeds))
        process = killed.start()
        try:
            started = time.monotonic()
            process.wait(rng.uniform(0.1, 1.1 * seconds))
            seconds = time.monotonic() - started
            tally.too_late += 1
            stage = "(ended)"
        except subprocess.TimeoutExpired:
            kill(process, group=tally.kills.total() % 2 == 0, tally=tally)
            stage = killed.stage_of_last_run(known_runs)
            tally.kills[stage] += 1
        try:
            state = judge(killed, peaceful, allowed, known)
        except (AssertionError, OSError, duckdb.Error) as error:
            tally.torn.append(f"killed in {stage}: {error}")
            continue
        tally.published_anew[stage] += state != known
        known = state
    return tally


def report(tally: Tally, ends: dict[str, list[str]]) -> None:
    """Print what came of the kills and how the end states differ."""
    print(f"{'killed in':<14}{'kills':>6}{'published':>11}")
    for stage, count in tally.kills.most_common():
        print(f"{stage:<14}{count:>6}{tally.published_anew[stage]:>11}")
    print(f"{'in all':<14}{tally.kills.total():>6}{tally.published_anew.total():>11}")
    print(f"refreshes that ended before their kill: {tally.too_late}")
    print(f"published states that were torn or unknown: {len(tally.torn)}")
    print(f"worker processes that outlived a killed refresh: {tally.orphans}")
    for line in tally.torn:
        print(f"  {line}")
    for name, tables in ends.items():
        print(f"tables that differ from the undisturbed pipeline's {name}: {len(tables)} {tables}")


def main() -> None:
    """Print a table of kills and the differences of the end states; fail when there is one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=1800)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)  # noqa: S311
    until = time.monotonic() + arguments.seconds
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder) / "seeds"
        killed = Pipeline(seeds, Path(folder) / "killed")
        peaceful = Pipeline(Path(folder) / "same seeds", Path(folder) / "peaceful")
        for pipeline in (killed, peaceful):
            pipeline.seeds.mkdir()
            pipeline.root.mkdir()
        for _ in range(_PAGES):
            change_folder(seeds, rng)
        killed.finish()
        tally = run_kills(killed, peaceful, kills=arguments.kills, until=until, rng=rng)
        killed.finish()
        undisturbed = undisturbed_state(peaceful, contents_of(seeds))
        ends = {"at the end": differences(read_state(killed.published), undisturbed)}
        killed.finish("--full")
        ends["after --full"] = differences(read_state(killed.published), undisturbed)
    report(tally, ends)
    if tally.torn or tally.orphans or any(ends.values()):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
