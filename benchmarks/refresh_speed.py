"""How long a refresh takes on the seeds: the first, and one with nothing new.

Each refresh is the command a person types, in a process of its own, on a home of its own. "stages"
is the sum of Dagster's own step durations (our code, DuckDB and Dagster's bookkeeping inside a
step), "rest" is starting Python, importing and planning the run. Run it on a quiet machine:

    .venv/bin/python benchmarks/refresh_speed.py [--runs 5] [--seeds DIR]
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def one_refresh(home: Path, seeds: Path) -> float:
    """Return the wall seconds of one `baokho refresh`."""
    environment = {
        **os.environ,
        "BAOKHO_HOME": str(home / "var"),
        "BAOKHO_WAREHOUSE": str(home / "baokho.duckdb"),
        "BAOKHO_SEEDS": str(seeds),
    }
    command = [sys.executable, "-c", "from pipelines.cli import main; main()", "refresh"]
    started = time.perf_counter()
    subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def step_seconds(home: Path) -> list[float]:
    """Return for each run of a home, oldest first, the sum of its steps' durations."""
    os.environ["DAGSTER_HOME"] = str(home / "var" / "dagster")
    import dagster as dg

    with dg.DagsterInstance.get() as instance:
        runs = sorted(instance.get_run_records(), key=lambda record: record.create_timestamp)
        return [
            sum(
                (stats.end_time or 0) - (stats.start_time or 0)
                for stats in instance.get_run_step_stats(record.dagster_run.run_id)
            )
            for record in runs
        ]


def main() -> None:
    """Print one row per kind of refresh."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seeds", type=Path, default=PROJECT / "seeds")
    arguments = parser.parse_args()
    seconds: dict[str, list[tuple[float, float]]] = {"first": [], "nothing new": []}
    for _ in range(arguments.runs):
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            walls = [one_refresh(home, arguments.seeds.resolve()) for _ in seconds]
            for name, wall, steps in zip(seconds, walls, step_seconds(home), strict=True):
                seconds[name].append((wall, steps))
    print(f"{arguments.runs} runs each on {arguments.seeds}, seconds: median (min to max)")
    print(f"{'refresh':<12} {'in all':>22} {'stages':>22} {'rest':>8}")
    for name, pairs in seconds.items():
        walls, steps = [wall for wall, _ in pairs], [step for _, step in pairs]
        rest = statistics.median(wall - step for wall, step in pairs)
        print(f"{name:<12} {_spread(walls):>22} {_spread(steps):>22} {rest:>8.2f}")


def _spread(values: list[float]) -> str:
    return f"{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


if __name__ == "__main__":
    main()
