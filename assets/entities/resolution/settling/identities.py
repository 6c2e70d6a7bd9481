"""Who is meant: gives every mention whose name is to be settled anew its entity."""

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import polars as pl

from assets.entities.records import DocumentCitation
from assets.entities.resolution.documents import Citing, DocumentJoiner
from assets.entities.resolution.evidence import home
from assets.entities.resolution.homonyms import Namesakes, Sighting, place_key
from assets.entities.resolution.identifiers import tokens
from assets.entities.resolution.identity import (
    ONE_PERSON,
    PLACED,
    SHORT_FORM,
    SHORT_NUMBER,
    defines,
    only_ones,
)
from assets.entities.resolution.naming import FULL_NAME
from assets.entities.resolution.reference import ReferenceIndex, reference_index
from assets.entities.resolution.settling.tables import Tables, frame, rows_of, visible
from assets.language.folding import nfc
from assets.reference.records import Reference

_PEOPLE = {
    "named_id": str,
    "article_id": str,
    "namesake": int,
    "own_id": str,
    "told_id": str,
    "reason": str,
}
_CITED = ("article_id", "document_kind", "document_number", "document_issuer_id")


_SILENT: frozenset[str] = frozenset()


class Joining:
    """Joins the mentions of names to be settled anew, as all articles together tell."""

    def __init__(self, tables: Tables, reference: Reference) -> None:
        self._tables = tables
        self._index: ReferenceIndex = reference_index(reference)
        self._joiner = DocumentJoiner(reference)
        # What tells the bearers of a name apart, by entity id.
        self.bearers: dict[str, str] = {}

    def join(self) -> None:
        """Note in the temporary table `joined` which mentions are joined to what."""
        tables = self._tables
        short = only_ones(
            (nfc(row["abbreviation"]), row["named_id"])
            for row in rows_of(tables, "entities/short_forms")
            if defines(nfc(row["abbreviation"]), row["name"])
        )
        placed = only_ones(tables.frame("entities/placed_names").iter_rows())
        with visible(
            tables,
            short_joins=_joins("short", short, SHORT_FORM),
            placed_joins=_joins("unplaced_id", placed, PLACED),
            people=frame(_PEOPLE, self._people()),
            cited=self._cited(),
        ):
            tables.run("entities/join_mentions")

    def _people(self) -> list[tuple[Any, ...]]:
        """Return the people of names beside which anything telling stands, where ids differ."""
        self.bearers = {}
        names: list[tuple[str, Namesakes]] = []
        silent: set[str] = set()
        seen = self._tables.frame("entities/sightings").iter_rows()
        for plain, rows in groupby(seen, key=itemgetter(0)):
            sightings = list(_sightings(rows))
            if sightings:
                found = Namesakes(plain, sightings, self._index.successions)
                self.bearers |= found.reasons()
                silent |= found.silent()
                names.append((plain, found))
        homes = self._homes(silent)
        return [
            (plain, one.article_id, one.namesake, own, told, None if own == told else ONE_PERSON)
            for plain, found in names
            for one, own, told in found.ids(homes)
            if not plain == own == told
        ]

    def _homes(self, articles: Iterable[str]) -> dict[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        known: dict[tuple[str, str, str | None, str | None], str | None] = {}
        with visible(self._tables, silent=frame({"article_id": str}, ((a,) for a in articles))):
            for article_id, *body in self._tables.frame("entities/bodies_beside").iter_rows():
                surface, name, place_id, reference_id = key = tuple(body)
                if key not in known:
                    known[key] = home(surface, name, place_id, reference_id, self._index)
                if (place := known[key]) is not None:
                    found[article_id].add(place)
        return {article: frozenset(places) for article, places in found.items()}

    def _cited(self) -> pl.DataFrame:
        """Return what citations of a number mean, where that is not what they say alone."""
        rows = self._tables.frame("entities/citings")
        citings = (
            Citing(article_id, DocumentCitation(kind, number, issuer_id, issued_on), count)
            for article_id, kind, number, issuer_id, issued_on, count in rows.iter_rows()
        )
        joined = [
            (c.article_id, *dataclasses.astuple(c.citation), key.entity_id, SHORT_NUMBER)
            for c, own, key in self._joiner.join(citings)
            if own != key and own.entity_id != key.entity_id
        ]
        columns = dict.fromkeys(_CITED, str)
        return frame(
            {**columns, "document_issued_on": dt.date, "told_id": str, "reason": str}, joined
        )


def _joins(key: str, joins: dict[str, str], reason: str) -> pl.DataFrame:
    rows = ((one, told, reason) for one, told in joins.items())
    return frame({key: str, "told_id": str, "reason": str}, rows)


def _sightings(rows: Iterable[tuple[Any, ...]]) -> Iterator[Sighting]:
    """Yield what articles say of one full name."""
    for _, name, article_id, namesake, published_on, places, years in rows:
        if len(tokens(name)) < FULL_NAME:
            continue
        keys = _SILENT
        if places or years:
            keys = frozenset((*map(place_key, places or ()), *map(str, years or ())))
        yield Sighting(article_id, namesake, published_on, keys)
