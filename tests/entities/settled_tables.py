"""Settling on tables in memory, for tests: articles come, change and go; rows are compared.

What does not belong here: which rules are tested.
"""

import dataclasses
import datetime as dt
import tempfile
from collections.abc import Iterable, Mapping
from typing import Any

import duckdb
import polars as pl

from assets import shell
from assets.entities.records import Observation, Resolution, distinct
from assets.entities.resolution.settling.stage import settle_tables
from assets.entities.rows import RESOLVED, observation_row
from assets.language.folding import fold
from assets.reference.judgements import Judgement
from assets.reference.records import Reference
from warehouse import connection
from warehouse.connection import Database

Day = dt.date | None
_PENDING = {"article_id": pl.String, "document_id": pl.String, "derived_with": pl.String}
_TABLES = (
    "core.mentions",
    "core.dismissed_mentions",
    "core.entities",
    "core.entity_aliases",
    "core.persons",
    "core.organisations",
    "core.places",
    "core.official_documents",
    "core.redirects",
    "core.shared_names",
    "core.merge_candidates",
    "reference.judgements",
)
_STATE = (
    "ops.settled_articles",
    "ops.placed_names",
    "ops.leads",
    "ops.told_entities",
    "ops.issuer_bodies",
    "ops.name_keys",
    "ops.alike",
)


class SettledTables:
    """A warehouse in memory that holds articles and what they name, and nothing else."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._connection = duckdb.connect(":memory:")
        connection._create_schema(self._connection)
        self._database = Database(self._connection)
        self._refreshes = 0

    def settle(
        self,
        found: Mapping[str, Iterable[Observation]],
        days: Mapping[str, Day],
        gone: Iterable[str] = (),
        judgements: tuple[Judgement, ...] = (),
    ) -> None:
        """Read the articles of `found` (anew) and take those of `gone` out."""
        self._refreshes += 1
        for article in (*found, *gone):
            self._connection.execute("DELETE FROM core.articles WHERE article_id = ?", [article])
        for article in found:
            self._connection.execute(
                "INSERT INTO core.articles (article_id, document_id, file_id, text, authors,"
                " published_on, word_count, extraction_method, extraction_reason, text_folded)"
                " VALUES (?, ?, 'f', '', [], ?, 0, 'html', 'test', '')",
                [article, article, days.get(article)],
            )
        pending = pl.DataFrame([(a, a, "test") for a in found], schema=_PENDING, orient="row")
        rows = [observation_row(one) for items in found.values() for one in distinct(items)]
        columns = shell.table_schema("core.mentions")
        observed = {name: columns[name] for name in columns if name not in RESOLVED}
        with (
            self._database.with_frame("pending", pending),
            tempfile.NamedTemporaryFile(suffix=".parquet") as file,
            self._database.transaction(),
        ):
            pl.DataFrame(rows or None, schema=observed).write_parquet(file.name)
            settle_tables(
                self._database, [file.name], self._reference, judgements, f"r{self._refreshes}"
            )

    def set_day(self, article: str, day: Day) -> None:
        """Let an article be dated anew, without reading it."""
        self._connection.execute(
            "UPDATE core.articles SET published_on = ? WHERE article_id = ?", [day, article]
        )

    def rows(self, state: bool = False) -> dict[str, list[tuple[Any, ...]]]:
        """Return the rows of all tables that resolution writes, with `state` its own too."""
        tables = _TABLES + _STATE if state else _TABLES
        return {
            table: sorted(self._connection.execute(f"FROM {table}").fetchall(), key=repr)
            for table in tables
        }

    def column(self, sql: str) -> list[Any]:
        """Return the first column of a query."""
        return [row[0] for row in self._connection.execute(sql).fetchall()]


def expected(resolution: Resolution) -> dict[str, set[tuple[Any, ...]]]:
    """Return what the tables must hold for a resolution of all observations at once."""
    entities = resolution.entities
    return {
        "mentions": {(m.mention_id, m.entity_id) for m in resolution.mentions},
        "dismissed": {(m.mention_id, m.entity_id) for m in resolution.dismissed},
        "entities": {(e.entity_id, e.entity_type, e.name, fold(e.name)) for e in entities},
        "details": {
            (
                e.entity_id,
                e.abbreviation,
                e.kind,
                e.parent_id,
                e.place_id,
                e.iso_code,
                e.number,
                e.issuer_id,
                e.issued_on,
            )
            for e in entities
        },
        "aliases": {(a.entity_id, a.alias, a.source, a.mention_count) for a in resolution.aliases},
        "redirects": {dataclasses.astuple(one) for one in resolution.redirects},
        "shared": {dataclasses.astuple(one) for one in resolution.shared_names},
        "candidates": {dataclasses.astuple(one) for one in resolution.candidates},
        "judged": {dataclasses.astuple(one) for one in resolution.judged},
    }


_HELD = {
    "mentions": "SELECT mention_id, entity_id FROM core.mentions",
    "dismissed": "SELECT mention_id, entity_id FROM core.dismissed_mentions",
    "entities": "SELECT entity_id, entity_type, name, name_folded FROM core.entities",
    "details": (
        "SELECT entity_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM core.persons"
        " UNION ALL SELECT entity_id, abbreviation, kind, parent_id, place_id, NULL, NULL, NULL,"
        " NULL FROM core.organisations"
        " UNION ALL SELECT entity_id, NULL, kind, parent_id, NULL, iso_code, NULL, NULL, NULL"
        " FROM core.places"
        " UNION ALL SELECT entity_id, NULL, kind, NULL, NULL, NULL, number, issuer_id, issued_on"
        " FROM core.official_documents"
    ),
    "aliases": "SELECT entity_id, alias, source, mention_count FROM core.entity_aliases",
    "redirects": "FROM core.redirects",
    "shared": "FROM core.shared_names",
    "candidates": "FROM core.merge_candidates",
    "judged": "FROM reference.judgements",
}


def held(tables: SettledTables) -> dict[str, set[tuple[Any, ...]]]:
    """Return what the tables hold, in the terms of `expected`; no row may stand twice."""
    found = {}
    for name, sql in _HELD.items():
        rows = tables._connection.execute(sql).fetchall()
        assert len(rows) == len(set(rows)), name
        found[name] = set(rows)
    return found
