"""What a warehouse says about the pages of a folder, by file name.

Only reading; what it is worth is in the modules that compare. The columns of a row are those of
`warehouse/schema/`.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

Row = dict[str, Any]
_LOADED = "loaded"


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article's row with its rows in the tables that describe it."""

    row: Row
    lines: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    dates: list[Row] = field(default_factory=list)
    roles: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    participants: list[Row] = field(default_factory=list)
    agreements: list[Row] = field(default_factory=list)

    def main_event_ids(self) -> list[str]:
        """Return the events that the article is said to be about, sorted."""
        return sorted({row["event_id"] for row in self.events if row["is_main"]})


# What stands for an article that was not read at all.
NO_ARTICLE = FoundArticle({"title": None, "text": "", "published_at": None})


@dataclass(frozen=True, slots=True)
class FoundFacts:
    """Articles and file statuses by file name; outlets, entities and events by their ids."""

    articles: dict[str, FoundArticle]
    statuses: dict[str, str]
    outlets: dict[str, Row] = field(default_factory=dict)
    entities: dict[str, Row] = field(default_factory=dict)
    events: dict[str, Row] = field(default_factory=dict)
    parties: dict[str, set[str]] = field(default_factory=dict)

    def entity_names(self) -> dict[str, str]:
        """Return the names of all entities."""
        return {entity_id: row["name"] for entity_id, row in self.entities.items()}


def read_facts(path: Path) -> FoundFacts:
    """Read a published warehouse."""
    with duckdb.connect(path, read_only=True) as connection:
        files = _rows(connection, "raw.files")
        parties: defaultdict[str, set[str]] = defaultdict(set)
        for row in _rows(connection, "core.agreement_parties"):
            parties[row["agreement_id"]].add(row["entity_id"])
        return FoundFacts(
            _articles(connection, files),
            {Path(row["path"]).name: row["status"] for row in files},
            _by_id(connection, "core.outlets", "outlet_id"),
            _by_id(connection, "core.entities", "entity_id"),
            _by_id(connection, "core.events", "event_id"),
            parties,
        )


def _rows(connection: duckdb.DuckDBPyConnection, table: str) -> list[Row]:
    rows: list[Row] = connection.table(table).pl().to_dicts()
    return rows


def _by_id(connection: duckdb.DuckDBPyConnection, table: str, column: str) -> dict[str, Row]:
    return {row[column]: row for row in _rows(connection, table)}


def _by_article(connection: duckdb.DuckDBPyConnection, table: str) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in _rows(connection, table):
        grouped[row["article_id"]].append(row)
    return grouped


def _articles(connection: duckdb.DuckDBPyConnection, files: list[Row]) -> dict[str, FoundArticle]:
    """Return by file name the longest article of each file; copies share their original's."""
    longest: dict[str, Row] = {}
    for row in _rows(connection, "core.articles"):
        known = longest.get(row["file_id"])
        if known is None or len(row["text"]) > len(known["text"]):
            longest[row["file_id"]] = row
    tables = [
        _by_article(connection, f"core.{name}")
        for name in (
            "article_lines", "mentions", "date_mentions", "roles",
            "event_articles", "event_participants", "agreements",
        )
    ]  # fmt: skip
    articles: dict[str, FoundArticle] = {}
    for row in sorted(files, key=lambda row: bool(row["status"] != _LOADED)):
        article = longest.get(row["file_id"])
        if article is not None:
            parts = [table[article["article_id"]] for table in tables]
            articles.setdefault(Path(row["path"]).name, FoundArticle(article, *parts))
    return articles
