"""`baokho ui`: Dagster's web server and daemon on this machine only."""

import os
import sys
from pathlib import Path

import click

from pipelines.cli.options import (
    require_input_folder,
    require_writable,
    seeds_option,
    settings_with,
    warehouse_option,
)
from pipelines.settings import PROJECT_FOLDER


@click.command()
@seeds_option
@warehouse_option
@click.option("--port", type=click.IntRange(1, 65535), default=3000, show_default=True)
def ui(seeds: Path | None, warehouse: Path | None, port: int) -> None:
    """Open the pipeline in Dagster's UI, with schedule and sensor running (Ctrl-C stops it)."""
    from pipelines.instance import prepare_instance

    settings = settings_with(seeds, warehouse)
    require_input_folder(settings)
    require_writable(settings)
    prepare_instance(settings.dagster_home)
    workspace = PROJECT_FOLDER / "workspace.yaml"
    source = ["-w", str(workspace)] if workspace.is_file() else ["-m", "pipelines.definitions"]
    # Only this machine: the open-source web server has no login.
    command = [sys.executable, "-m", "dagster", "dev", "-h", "127.0.0.1", "-p", str(port), *source]
    click.echo(f"Dagster will answer at http://127.0.0.1:{port} (Ctrl-C stops it)", err=True)
    os.chdir(PROJECT_FOLDER)
    os.execv(sys.executable, command)  # noqa: S606 - our own interpreter, no shell
