"""How long a tick of the sensor takes on large folders, against a published file that knows them.

Makes empty files in a temporary folder, 1,000 in each subfolder, and removes them afterwards. Each
tick is evaluated as the daemon does it, three times; the median is told. The daemon ends a tick
after 60 seconds. A million files take some minutes to make and as many free inodes:

    .venv/bin/python benchmarks/sensor_tick.py [--files 10000 100000 1000000] [--below DIR]
"""

import argparse
import datetime as dt
import os
import resource
import statistics
import tempfile
import time
from pathlib import Path

_IN_A_FOLDER = 1000
_ROUNDS = 3


def make_files(root: Path, count: int) -> None:
    """Make `count` empty files below `root`."""
    for first in range(0, count, _IN_A_FOLDER):
        folder = root / f"{first // _IN_A_FOLDER // 100:03d}" / f"{first // _IN_A_FOLDER:05d}"
        folder.mkdir(parents=True)
        for number in range(first, min(first + _IN_A_FOLDER, count)):
            os.close(os.open(folder / f"page-{number:07d}.html", os.O_CREAT | os.O_WRONLY))


def make_warehouse(root: Path, warehouse: Path) -> None:
    """Make a published file whose manifest is the folder as it is."""
    import polars as pl

    from assets.intake.listing import list_folder
    from warehouse.connection import open_writer

    now = dt.datetime.now(dt.UTC)
    rows = [(file.path, file.bytes, file.modified_ns) for file in list_folder(root)]
    files = pl.DataFrame(rows, schema=["path", "bytes", "modified_ns"], orient="row").with_columns(
        status=pl.lit("loaded"),
        is_metadata=pl.lit(value=False),
        first_seen_at=pl.lit(now),
        last_seen_at=pl.lit(now),
        refresh_id=pl.lit("benchmark"),
    )
    with open_writer(warehouse) as database:
        database.load("raw.files", files)


def tick(*, expects_run: bool) -> tuple[float, float]:
    """Evaluate the sensor once; return wall and CPU seconds."""
    import dagster as dg

    from pipelines.sensors import input_folder_sensor

    with dg.DagsterInstance.ephemeral() as instance, dg.build_sensor_context(instance) as context:
        wall, cpu = time.perf_counter(), time.process_time()
        result = input_folder_sensor.evaluate_tick(context)
        seconds = time.perf_counter() - wall, time.process_time() - cpu
    assert bool(result.run_requests) is expects_run, result.skip_message
    return seconds


def measure(root: Path, count: int) -> None:
    """Print one row: nothing new, one new file among all, everything new."""
    seeds, warehouse = root / "seeds", root / "published.duckdb"
    os.environ |= {
        "BAOKHO_SEEDS": str(seeds),
        "BAOKHO_WAREHOUSE": str(warehouse),
        "BAOKHO_HOME": str(root / "home"),
        "BAOKHO_SETTLING_SECONDS": "0",
    }
    make_files(seeds, count)
    everything = [tick(expects_run=True) for _ in range(_ROUNDS)]
    make_warehouse(seeds, warehouse)
    nothing = [tick(expects_run=False) for _ in range(_ROUNDS)]
    late = seeds / "late.html"
    late.touch()
    os.utime(late, (0, 0))  # moved in with an old time
    one = [tick(expects_run=True) for _ in range(_ROUNDS)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    shown = "".join(f"{_medians(ticks):>18}" for ticks in (nothing, one, everything))
    print(f"{count:>9,}{shown}{peak:>9}", flush=True)


def _medians(ticks: list[tuple[float, float]]) -> str:
    walls, cpus = zip(*ticks, strict=True)
    return f"{statistics.median(walls):.2f} ({statistics.median(cpus):.2f})"


def main() -> None:
    """Print one row per number of files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--below", type=Path, help="Folder for the temporary files.")
    arguments = parser.parse_args()
    print(f"seconds of a tick: wall (CPU), median of {_ROUNDS}; peak memory so far in MB")
    print(f"{'files':>9}{'nothing new':>18}{'one new':>18}{'all new':>18}{'MB':>9}")
    for count in sorted(arguments.files):
        with tempfile.TemporaryDirectory(dir=arguments.below) as folder:
            measure(Path(folder), count)


if __name__ == "__main__":
    main()
