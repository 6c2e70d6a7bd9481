"""The entry point: the group of commands, and how errors are told."""

import sys
from importlib import metadata

import click
from pydantic import ValidationError

from pipelines.cli.explain import explain
from pipelines.cli.judge import judge
from pipelines.cli.refresh import refresh
from pipelines.cli.restore import restore
from pipelines.cli.sql import sql
from pipelines.cli.status import status
from pipelines.cli.ui import ui

USAGE_ERROR = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(metadata.version("baokho"), "--version", prog_name="baokho")
def baokho() -> None:
    """Turn folders of captured news pages into a DuckDB warehouse that plain SQL reads."""


for command in (refresh, restore, sql, explain, judge, status, ui):
    baokho.add_command(command)


def main() -> None:
    """Run the command line; every error of use is one line and exit code 2."""
    try:
        code = baokho.main(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(USAGE_ERROR)
    except click.ClickException as error:
        _complain(error.format_message())
        sys.exit(USAGE_ERROR)
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"]).upper()
        _complain(f"the setting BAOKHO_{name} is wrong: {first['msg']}")
        sys.exit(USAGE_ERROR)
    except (click.Abort, KeyboardInterrupt):
        _complain("stopped; the published file is as it was")
        sys.exit(130)
    sys.exit(code if isinstance(code, int) else 0)


def _complain(message: str) -> None:
    click.echo(f"baokho: {' '.join(message.split())}", err=True)
