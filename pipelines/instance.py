"""The Dagster instance: one folder of runs and events for the command line, sensor and UI.

`python -m pipelines.instance` prepares it for servers that are started without our command line.
"""

import hashlib
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.running import fail_ended_runs
from pipelines.settings import Settings

if TYPE_CHECKING:
    from dagster import DagsterInstance

_TEMPLATE = Path(__file__).parent / "dagster.yaml"
# SHA-256 of what earlier versions wrote: nobody's own until somebody changes it.
_FORMER_TEMPLATES = frozenset({"cf20aebb60655196845cf1bb3910e22cb860f5f8283e29c73b48ab91251a080a"})


def prepare_instance(dagster_home: Path) -> None:
    """Create the instance folder with our `dagster.yaml`, and point this process to it.

    A `dagster.yaml` that an operator wrote or changed is left alone; one that an earlier version
    wrote and nobody changed is renewed.
    """
    dagster_home.mkdir(parents=True, exist_ok=True)
    configuration = dagster_home / "dagster.yaml"
    if not configuration.exists() or _is_former_template(configuration):
        shutil.copyfile(_TEMPLATE, configuration)
    os.environ["DAGSTER_HOME"] = str(dagster_home)


def open_instance(dagster_home: Path) -> "DagsterInstance":
    """Return the instance, after marking runs whose process is gone as failed.

    Importing Dagster takes most of a second, so it is done only here.
    """
    prepare_instance(dagster_home)
    from dagster import DagsterInstance

    instance = DagsterInstance.get()
    fail_ended_runs(instance, dagster_home)
    return instance


def _is_former_template(configuration: Path) -> bool:
    return hashlib.sha256(configuration.read_bytes()).hexdigest() in _FORMER_TEMPLATES


if __name__ == "__main__":
    prepare_instance(Settings().dagster_home)
