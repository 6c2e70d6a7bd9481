"""`baokho explain`: what was found for an entity or an article, where, and by which rule.

Here the facts are gathered from the published file; `explaining` prints them.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipelines.cli.console import harmless, output
from pipelines.cli.explaining import print_article, print_entity
from pipelines.cli.options import require_published, settings_with, warehouse_option

if TYPE_CHECKING:
    from warehouse.connection import Database

_MENTIONS_SHOWN = 5


@click.command()
@click.argument("known_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@warehouse_option
def explain(known_id: str, as_json: bool, warehouse: Path | None) -> None:
    """Show what was found for the entity or article ID, where it stands and which rule found it."""
    from warehouse.connection import open_reader

    with open_reader(require_published(settings_with(warehouse=warehouse))) as reader:
        facts = gather(reader, known_id)
    if as_json:
        click.echo(json.dumps(facts, ensure_ascii=False, default=str))
    elif "text" in facts:
        print_article(harmless(facts), output())
    else:
        print_entity(harmless(facts), output())


def gather(reader: "Database", known_id: str) -> dict[str, Any]:
    """Return the facts of an entity or an article; an id that leads elsewhere is followed.

    Raises `click.UsageError` for an id that nothing is known of, naming some that are like it.
    """
    if article := _rows(reader, "article", id=known_id):
        return {**article[0], "mentions": _rows(reader, "article_mentions", id=known_id)}
    if entity := _rows(reader, "entity", id=known_id):
        return _entity(reader, entity[0])
    leads = _rows(reader, "leads", id=known_id)
    targets = [lead["entity_id"] for lead in leads if lead["entity_id"]]
    if len(targets) == 1:
        entity = _rows(reader, "entity", id=targets[0])
        return {"asked_for": known_id, "led_here": leads[0]["reason"], **_entity(reader, entity[0])}
    if len(targets) > 1:
        raise click.UsageError(f"{known_id} may mean {' or '.join(targets)}: explain one of them")
    if leads:
        raise click.UsageError(f"{known_id} is no entity any more: {leads[0]['reason']}")
    near = [row["id"] for row in _rows(reader, "near_ids", id=known_id)]
    raise click.UsageError(f"nothing has the id {known_id}; near it: {', '.join(near)}")


def _entity(reader: "Database", entity: dict[str, Any]) -> dict[str, Any]:
    known_id = entity["entity_id"]
    return {
        **entity,
        "aliases": _rows(reader, "aliases", id=known_id),
        "roles": _rows(reader, "roles", id=known_id),
        "leads_here": _rows(reader, "leads_here", id=known_id),
        "candidates": _rows(reader, "candidates", id=known_id),
        "mentions": [
            _in_context(row)
            for row in _rows(reader, "mentions_of", id=known_id, most=_MENTIONS_SHOWN)
        ],
    }


def _in_context(mention: dict[str, Any], characters: int = 70) -> dict[str, Any]:
    """Return a mention with the words before and behind it in place of the whole text."""
    text = mention.pop("field_text")
    start, end = mention["start_char"], mention["end_char"]
    left = text[max(0, start - characters) : start]
    right = text[end : end + characters]
    return {
        **mention,
        "before": left.rpartition("\n")[2],
        "behind": right.partition("\n")[0],
    }


def _rows(reader: "Database", statement: str, **parameters: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = reader.frame(f"explain/{statement}", **parameters).to_dicts()
    return rows
