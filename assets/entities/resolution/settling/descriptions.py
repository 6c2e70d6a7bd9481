"""What the entities are: their records, aliases and what they refer to, where mentions changed."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from assets.entities.records import Alias, Entity, EntityType
from assets.entities.resolution.documents import DocumentJoiner
from assets.entities.resolution.entities import EntityMaker
from assets.entities.resolution.forms import Form
from assets.entities.resolution.organisation_ids import OrganisationIds
from assets.entities.resolution.reference import reference_index
from assets.entities.resolution.referring import issuer_body, missing, plain_id
from assets.entities.resolution.settling.tables import Tables, frame, rows_of, visible
from assets.language.folding import fold
from assets.reference.records import Reference

# Entities described at a time: their rows take far more memory in Python than in the tables.
_PIECE = 20_000
_RECORD = {
    "entity_id": str,
    "entity_type": str,
    "name": str,
    "abbreviation": str,
    "kind": str,
    "parent_id": str,
    "place_id": str,
    "iso_code": str,
    "number": str,
    "issuer_id": str,
    "issued_on": dt.date,
}
_record: Callable[[Entity], tuple[Any, ...]] = attrgetter(*_RECORD)
_TOLD = {**_RECORD, "name_folded": str, "plain_id": str, "bearer": str}
_ALIASES = {
    "entity_id": str,
    "alias": str,
    "alias_folded": str,
    "source": str,
    "mention_count": int,
}
_ISSUERS = {"issuer_id": str, "entity_id": str, "is_body": bool}
_BODIES = {"issuer_id": str, "name": str, "kind": str, "parent_id": str, "place_id": str}
_IDS = {"entity_id": str}
_Body = tuple[str | None, str | None, str | None, str | None]


class Describing:
    """Describes touched entities, and those that are there because others refer to them."""

    def __init__(self, tables: Tables, reference: Reference) -> None:
        self._tables = tables
        self._index = reference_index(reference)
        self._organisations = OrganisationIds(reference)
        self._maker = EntityMaker(self._index, DocumentJoiner(reference))

    def describe(self, bearers: Mapping[str, str]) -> None:
        """Describe the touched entities; `bearers` tells what sets people of one name apart."""
        self._tables.run("entities/describe")
        told: list[tuple[Any, ...]] = []
        aliases: list[tuple[Any, ...]] = []
        for entity_id, entity_type, forms in self._forms():
            entity = self._maker.entity(entity_id, entity_type, forms)
            name = fold(entity.name)
            told.append((*_record(entity), name, plain_id(entity), bearers.get(entity_id)))
            aliases.extend(map(_alias, self._maker.aliases(entity_id, forms)))
            if len(told) >= _PIECE:
                self._add(told, aliases)
        self._add(told, aliases)

    def _forms(self) -> Iterator[tuple[str, EntityType, list[Form]]]:
        rows = self._tables.frame("entities/forms").iter_rows()
        for entity_id, group in groupby(rows, key=itemgetter(0)):
            forms = list(group)
            yield entity_id, forms[0][1], [Form._make(form[2:]) for form in forms]

    def _add(self, told: list[tuple[Any, ...]], aliases: list[tuple[Any, ...]]) -> None:
        with visible(
            self._tables, told_now=frame(_TOLD, told), aliases_now=frame(_ALIASES, aliases)
        ):
            self._tables.run("entities/add_told")
        told.clear()
        aliases.clear()

    def refer(self) -> None:
        """Write all that differs, with what entities refer to; `merged` must be visible."""
        tables = self._tables
        issuers: list[tuple[str, str | None, bool]] = []
        bodies: list[tuple[Any, ...]] = []
        for row in rows_of(tables, "entities/issuers"):
            issuer, known = row["issuer_id"], row["entity_id"]
            if issuer in self._index:
                issuers.append((issuer, issuer, False))
                continue
            if known is None:
                body: _Body = (row["name"], row["kind"], row["parent_id"], row["place_id"])
                if not row["is_known"]:
                    body = _body(issuer_body(issuer, self._index, self._organisations))
                bodies.append((issuer, *body))
                known = issuer if body[0] is not None else None
            issuers.append((issuer, known, known == issuer and known is not None))
        with visible(tables, issuers=frame(_ISSUERS, issuers), told_bodies=frame(_BODIES, bodies)):
            tables.run("entities/refer")
        absent = self._missing()
        bodies = [body for body in bodies if body[1] is not None]
        names = {**{b[0]: b[1] for b in bodies}, **{key: one.name for key, one in absent.items()}}
        aliases = [_alias(one) for key in names for one in self._maker.aliases(key, ())]
        with visible(
            tables,
            missing=frame(_RECORD, map(_record, absent.values())),
            folded=frame({**_IDS, "name_folded": str}, ((k, fold(n)) for k, n in names.items())),
            unmentioned_aliases=frame(_ALIASES, aliases),
        ):
            tables.run("entities/write")

    def _missing(self) -> dict[str, Entity]:
        referred = self._tables.frame("entities/referred")["entity_id"].to_list()
        above = missing(referred, frozenset().__contains__, self._index)
        with visible(self._tables, wanted=frame(_IDS, ((key,) for key in above))):
            there = set(self._tables.frame("entities/there")["entity_id"])
        return missing(referred, there.__contains__, self._index)


def _alias(alias: Alias) -> tuple[Any, ...]:
    return alias.entity_id, alias.alias, fold(alias.alias), alias.source, alias.mention_count


def _body(body: Entity | None) -> _Body:
    if body is None:
        return None, None, None, None
    return body.name, body.kind, body.parent_id, body.place_id
