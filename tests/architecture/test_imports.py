"""The rooms import only what `[tool.importlinter]` in pyproject.toml lets them."""

import subprocess
import sys
from pathlib import Path

_PROJECT = Path(__file__).parents[2]


def test_import_rules_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=_PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_pure_modules_need_no_pipeline_to_import() -> None:
    """A reader or recogniser works where Dagster and DuckDB are not even installed."""
    rooms = ("language", "reference", "intake", "extraction", "entities", "events")
    pure = [
        f"assets.{room}.{path.stem}"
        for room in rooms
        for path in sorted((_PROJECT / "assets" / room).glob("*.py"))
        if path.stem not in ("asset", "__init__")
    ]
    program = (
        "import importlib, sys\n"
        "for name in ('dagster', 'duckdb', 'warehouse', 'pipelines'): sys.modules[name] = None\n"
        f"for name in {pure!r}: importlib.import_module(name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=_PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
