"""`baokho judge`: a user's own corrections, one line of a CSV file each."""

from pathlib import Path
from typing import Any

import click

from pipelines.cli.console import cell, output, plain_table
from pipelines.cli.options import require_published, settings_with, warehouse_option
from pipelines.settings import Settings

_note_option = click.option("--note", metavar="TEXT", help="Why, for whoever reads the file.")


@click.group()
def judge() -> None:
    """Say who is the same, who is not, and what is no entity at all.

    Each judgement is a line of the file BAOKHO_JUDGEMENTS; the next refresh applies it, and undoing
    it takes it back.
    """


@judge.command()
@click.argument("left_id", metavar="ID")
@click.argument("right_id", metavar="ID")
@_note_option
@warehouse_option
def same(left_id: str, right_id: str, note: str | None, warehouse: Path | None) -> None:
    """Both ids stand for one: merge them."""
    _add("same", left_id, right_id, note, warehouse)


@judge.command()
@click.argument("left_id", metavar="ID")
@click.argument("right_id", metavar="ID")
@_note_option
@warehouse_option
def different(left_id: str, right_id: str, note: str | None, warehouse: Path | None) -> None:
    """The ids stand for two: keep or set them apart."""
    _add("different", left_id, right_id, note, warehouse)


@judge.command("not-an-entity")
@click.argument("left_id", metavar="ID")
@_note_option
@warehouse_option
def not_an_entity(left_id: str, note: str | None, warehouse: Path | None) -> None:
    """The id stands for nothing: take its mentions away."""
    _add("not_an_entity", left_id, None, note, warehouse)


@judge.command("list")
@warehouse_option
def list_judgements(warehouse: Path | None) -> None:
    """Show all judgements and what became of them in the last refresh."""
    from assets.reference.judgements import load_judgements

    settings = settings_with(warehouse=warehouse)
    judgements = _reading(load_judgements, settings.judgements)
    console = output()
    console.print(f"File: {settings.judgements}", markup=False, soft_wrap=True)
    if not judgements:
        console.print("It holds no judgements.")
        return
    became = _became(settings)
    table = plain_table(None, ["N", "verdict", "id", "other id", "note", "last refresh"])
    for line in judgements:
        key = (line.line_no, line.verdict, line.left_id, line.right_id)
        shown = (line.line_no, line.verdict, line.left_id, line.right_id or "", line.note or "")
        table.add_row(*map(cell, shown), cell(became.get(key, "not refreshed since")))
    console.print(table)


@judge.command()
@click.argument("number", metavar="N", type=int)
def undo(number: int) -> None:
    """Remove judgement N (as `baokho judge list` numbers them)."""
    from assets.reference.judgements import remove_judgement

    settings = settings_with()
    try:
        removed = _reading(remove_judgement, settings.judgements, number)
    except KeyError:
        raise click.UsageError(
            f"no judgement begins at line {number} of {settings.judgements}: see baokho judge list"
        ) from None
    ids = " ".join(one for one in (removed.left_id, removed.right_id) if one)
    click.echo(f"Removed: {removed.verdict} {ids}. The next refresh takes it back.")


def _add(
    verdict: Any, left_id: str, right_id: str | None, note: str | None, warehouse: Path | None
) -> None:
    from assets.reference.judgements import Judgement, add_judgement, load_judgements

    settings = settings_with(warehouse=warehouse)
    if left_id == right_id:
        raise click.UsageError(f"{left_id} is compared with itself")
    _require_known(settings, left_id, right_id)
    for line in _reading(load_judgements, settings.judgements):
        pair = {line.left_id, line.right_id}
        if line.verdict == verdict and pair == {left_id, right_id}:
            raise click.UsageError(f"line {line.line_no} of {settings.judgements} says so already")
    added = _reading(
        add_judgement, settings.judgements, Judgement(verdict, left_id, right_id, note, 0)
    )
    click.echo(
        f"Noted in line {added.line_no} of {settings.judgements}. The next refresh applies it:"
        f" baokho refresh (take it back: baokho judge undo {added.line_no})"
    )


def _reading(action: Any, *arguments: Any) -> Any:
    """Run an action on the file; an error of it is one clear line."""
    from assets.reference.loading import ReferenceDataError

    try:
        return action(*arguments)
    except (ReferenceDataError, OSError) as error:
        raise click.UsageError(str(error)) from error


def _require_known(settings: Settings, *ids: str | None) -> None:
    """Refuse an id that neither the published file nor its reference data has."""
    from warehouse.connection import open_reader

    with open_reader(require_published(settings)) as reader:
        for one in ids:
            if one is not None and not reader.frame("explain/is_known", id=one).item():
                near = reader.frame("explain/near_ids", id=one)["id"].to_list()
                raise click.UsageError(f"no entity {one}; near it: {', '.join(near)}")


def _became(settings: Settings) -> dict[tuple[Any, ...], str]:
    """Return what the last refresh made of each line, by line, verdict and ids."""
    from warehouse.connection import open_reader

    if not settings.warehouse.is_file():
        return {}
    with open_reader(settings.warehouse) as reader:
        rows = reader.frame("explain/judgements").rows()
    return {
        row[:4]: " ".join(filter(None, ((row[4] or "read").replace("_", " "), row[5])))
        for row in rows
    }
