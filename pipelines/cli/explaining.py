"""Printing for `baokho explain`: marked text for an article, facts and quotations for an entity.

On a terminal each type of entity has its colour; piped, a mention stands in brackets with its type
and the number under which it is listed below.
"""

from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from pipelines.cli.console import cell, plain_table

_COLOURS = {
    "person": "bold green",
    "organisation": "bold cyan",
    "place": "bold yellow",
    "official_document": "bold magenta",
}


def marked(field: str, mentions: list[dict[str, Any]], numbers: dict[str, int]) -> Text:
    """Return a field with its mentions marked, each with the number of its entity."""
    text = Text()
    at = 0
    for mention in sorted(mentions, key=lambda mention: mention["start_char"]):
        start, end = mention["start_char"], mention["end_char"]
        text.append(field[at:start])
        text.append("[")
        text.append(field[start:end], style=_COLOURS[mention["entity_type"]])
        text.append(f"|{numbers[mention['entity_id']]}]", style="dim")
        at = end
    text.append(field[at:])
    return text


def print_article(facts: dict[str, Any], console: Console) -> None:
    """Print an article's values with their sources, its marked text, and the list of mentions."""
    mentions = facts["mentions"]
    numbers: dict[str, int] = {}
    for mention in mentions:
        numbers.setdefault(mention["entity_id"], len(numbers) + 1)
    here = {
        field: [mention for mention in mentions if mention["field"] == field]
        for field in ("title", "text")
    }
    _heading(console, facts["article_id"])
    for name, value, source in _values(facts):
        line = Text(f"{name}: ", style="dim")
        if name == "title" and facts["title"]:
            line.append_text(marked(facts["title"], here["title"], numbers))
        else:
            line.append(str(value) if value else "not told by the page", style="default")
        if source:
            line.append(f"  ({source})", style="dim")
        console.print(line, soft_wrap=True)
    console.print()
    console.print(marked(facts["text"], here["text"], numbers), soft_wrap=True)
    if mentions:
        console.print()
        columns = ["n", "surface", "entity", "where", "rule", "sure"]
        table = plain_table("Mentions", columns)
        for mention in mentions:
            table.add_row(
                str(numbers[mention["entity_id"]]),
                cell(mention["surface"]),
                cell(mention["entity_id"]),
                cell(_place(mention)),
                cell(mention["method"]),
                f"{mention['confidence']:.2f}",
            )
        console.print(table)


def _values(facts: dict[str, Any]) -> Iterator[tuple[str, Any, str | None]]:
    """Yield name, value and source of what an article's head tells."""
    precise = facts["published_precision"] == "minute"
    published = facts["published_at"] if precise else facts["published_on"]
    yield "file", facts["path"], f"{facts['extraction_method']}: {facts['extraction_reason']}"
    yield "title", facts["title"], facts["title_source"]
    yield "published", published, facts["published_source"]
    yield "outlet", facts["outlet_name"] or facts["outlet_id"], facts["outlet_source"]
    yield "authors", ", ".join(facts["authors"]), facts["authors_source"]
    if facts["url"]:
        yield "address", facts["url"], None
    if facts["duplicate_of"]:
        yield "the same again as", facts["duplicate_of"], None


def print_entity(facts: dict[str, Any], console: Console) -> None:
    """Print an entity's name, facts, aliases, offices, candidates and some mentions."""
    if "asked_for" in facts:
        console.print(f"{facts['asked_for']} leads here ({facts['led_here']})", markup=False)
    _heading(console, facts["entity_id"])
    console.print(Text(facts["name"], style=_COLOURS[facts["entity_type"]]), soft_wrap=True)
    for name in _FACTS:
        if facts[name] is not None:
            shown = name.removesuffix("_id").replace("_", " ")
            console.print(f"{shown}: {facts[name]}", markup=False, soft_wrap=True)
    seen = f"mentions: {facts['mention_count']} in {_articles(facts)}"
    if facts["first_seen_on"]:
        seen += f", {facts['first_seen_on']} to {facts['last_seen_on']}"
    console.print(seen)
    _print_list(console, "Known as", (_alias(row) for row in facts["aliases"]))
    _print_list(console, "Offices", (_role(row) for row in facts["roles"]))
    _print_list(
        console,
        "Ids that lead here",
        (f"{row['old_id']} ({row['reason']})" for row in facts["leads_here"]),
    )
    _print_list(
        console,
        "May be the same as (judge with baokho judge same or different)",
        (
            f"{row['entity_id']}  {row['score']:.2f}: {row['evidence']}"
            for row in facts["candidates"]
        ),
    )
    if facts["mentions"]:
        console.print("\nFound, for example", style="bold")
    for row in facts["mentions"]:
        quoted = Text(f"  …{row['before']}")
        quoted.append("[")
        quoted.append(row["surface"], style=_COLOURS[facts["entity_type"]])
        quoted.append(f"]{row['behind']}…")
        console.print(quoted, soft_wrap=True)
        where = f"    {row['path']}, {_place(row)}; rule: {row['method']} ({row['confidence']:.2f})"
        console.print(f"{where}; {row['article_id']}", style="dim", markup=False, soft_wrap=True)


_FACTS = (
    "entity_type",
    "apart_by",
    "kind",
    "abbreviation",
    "parent_id",
    "place_id",
    "iso_code",
    "number",
    "issuer_id",
    "issued_on",
)


def _place(mention: dict[str, Any]) -> str:
    line = f"line {mention['line_no']}, " if mention["line_no"] is not None else ""
    return f"{line}{mention['field']} {mention['start_char']}-{mention['end_char']}"


def _alias(row: dict[str, Any]) -> str:
    count = row["mention_count"]
    times = "once" if count == 1 else f"{count} times"
    return f"{row['alias']}  ({row['source'].replace('_', ' ')}, {times})"


def _role(row: dict[str, Any]) -> str:
    body = f", {row['organisation_name']}" if row["organisation_name"] else ""
    days = f", {row['first_seen_on']} to {row['last_seen_on']}" if row["first_seen_on"] else ""
    return f"{row['person_name']}: {row['title']}{body}{days} ({_articles(row)})"


def _articles(row: dict[str, Any]) -> str:
    return f"{row['article_count']} article{'' if row['article_count'] == 1 else 's'}"


def _heading(console: Console, known_id: str) -> None:
    console.print(Text(known_id, style="bold"), soft_wrap=True)


def _print_list(console: Console, heading: str, lines: Iterator[str]) -> None:
    shown = list(lines)
    if shown:
        console.print(f"\n{heading}", style="bold", markup=False)
    for line in shown:
        console.print(f"  {line}", markup=False, soft_wrap=True)
