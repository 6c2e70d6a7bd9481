"""Options that commands share, and settings with what the command line overrides."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from pipelines.settings import Settings

_Command = TypeVar("_Command", bound=Callable[..., Any])


def warehouse_option(command: _Command) -> _Command:
    """Add `--warehouse FILE`."""
    return click.option(
        "--warehouse",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Published DuckDB file.  [BAOKHO_WAREHOUSE; default: warehouse/baokho.duckdb]",
    )(command)


def seeds_option(command: _Command) -> _Command:
    """Add `--seeds DIR`."""
    return click.option(
        "--seeds",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Folder of captured pages.  [BAOKHO_SEEDS; default: seeds/]",
    )(command)


def settings_with(seeds: Path | None = None, warehouse: Path | None = None) -> Settings:
    """Return the settings with the given paths, which count from the working folder.

    The environment is set too, so that whatever this process starts sees the same.
    """
    if seeds is not None:
        os.environ["BAOKHO_SEEDS"] = str(seeds.absolute())
    if warehouse is not None:
        os.environ["BAOKHO_WAREHOUSE"] = str(warehouse.absolute())
    return Settings()


def require_input_folder(settings: Settings) -> None:
    """Refuse an input folder that cannot be listed."""
    folder = settings.seeds
    if not folder.is_dir():
        kind = "is not a folder" if folder.exists() else "does not exist"
        raise click.UsageError(f"the input folder {folder} {kind}")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise click.UsageError(f"the input folder {folder} cannot be read: check its permissions")


def require_writable(settings: Settings) -> None:
    """Refuse a published file or working folder that cannot be written, before any work is done."""
    if settings.warehouse.is_dir():
        raise click.UsageError(f"{settings.warehouse} is a folder; name a file for the warehouse")
    for folder in (settings.warehouse.parent, settings.home):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / f".baokho-probe-{os.getpid()}"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise click.UsageError(f"cannot write to {folder}: {error.strerror}") from error


def require_published(settings: Settings) -> Path:
    """Return the published file; refuse when there is none yet."""
    if not settings.warehouse.is_file():
        raise click.UsageError(
            f"there is no warehouse at {settings.warehouse} yet: run baokho refresh first"
        )
    return settings.warehouse
