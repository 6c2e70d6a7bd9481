"""The Dagster instance: one folder of runs and events for the command line, sensor and UI."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dagster import DagsterInstance

_TEMPLATE = Path(__file__).parent / "dagster.yaml"


def prepare_instance(dagster_home: Path) -> None:
    """Create the instance folder with our `dagster.yaml`, and point this process to it.

    A `dagster.yaml` that stands there already is left alone: it is the operator's.
    """
    dagster_home.mkdir(parents=True, exist_ok=True)
    configuration = dagster_home / "dagster.yaml"
    if not configuration.exists():
        shutil.copyfile(_TEMPLATE, configuration)
    os.environ["DAGSTER_HOME"] = str(dagster_home)


def open_instance(dagster_home: Path) -> "DagsterInstance":
    """Return the instance; importing Dagster takes over a second, so it is done only here."""
    prepare_instance(dagster_home)
    from dagster import DagsterInstance

    return DagsterInstance.get()
