"""Options that commands share, and settings with what the command line overrides."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from pipelines.settings import Settings
from warehouse.sql_files import schema_names

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
    _require_clear_name(settings.warehouse)
    below_home = [folder for folder in settings.home.glob("*") if folder.is_dir()]
    for folder in (settings.warehouse.parent, settings.home, *below_home):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / f".baokho-probe-{os.getpid()}"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise click.UsageError(f"cannot write to {folder}: {error.strerror}") from error
    _require_ours(settings.warehouse)


def _require_clear_name(warehouse: Path) -> None:
    # DuckDB names a database after its file: core.duckdb would make every core.articles ambiguous.
    if warehouse.name.split(".")[0].lower() in schema_names():
        raise click.UsageError(
            f"a warehouse cannot be named {warehouse.name}: its tables' schema has this name too"
        )


def _require_ours(warehouse: Path) -> None:
    import duckdb  # late, so that `baokho --help` is quick

    from warehouse.publishing import NotAWarehouseError, require_ours

    try:
        require_ours(warehouse)
    except NotAWarehouseError as error:
        raise click.UsageError(str(error)) from error
    except (duckdb.Error, OSError) as error:
        raise click.UsageError(f"cannot open {warehouse} now: {error}") from error


def require_published(settings: Settings) -> Path:
    """Return the published file; refuse when there is none yet."""
    if not settings.warehouse.is_file():
        raise click.UsageError(
            f"there is no warehouse at {settings.warehouse} yet: run baokho refresh first"
        )
    return settings.warehouse
