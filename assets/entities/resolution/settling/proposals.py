"""Which entities may be one: pairs of names that are new, and evidence that changed."""

import hashlib
from collections.abc import Collection, Iterator

import polars as pl

from assets.entities.records import Entity
from assets.entities.resolution.candidates.organisations import (
    WordWeights,
    organisation_keys,
    word_weights,
)
from assets.entities.resolution.candidates.persons import Pair, person_keys
from assets.entities.resolution.candidates.proposing import (
    SHOWN,
    TELLING_ARTICLES,
    alike,
    proposal,
)
from assets.entities.resolution.settling.tables import Tables, rows_of, visible
from assets.reference.records import Reference

_KEYS = {"entity_id": pl.String, "name_key": pl.UInt64}
_ALIKE = {
    "left_id": pl.String,
    "right_id": pl.String,
    "entity_type": pl.String,
    "score": pl.Float64,
    "difference": pl.String,
}
_CANDIDATES = {**_ALIKE, "evidence": pl.String}


def propose(tables: Tables, reference: Reference, apart: Collection[Pair]) -> None:
    """Write the proposals that differ; none for pairs in `apart`, which a user judged."""
    weights = word_weights(reference)
    tables.run("entities/renamed")
    named = list(_entities(tables, "entities/renamed_names"))
    keys = [(one.entity_id, key) for one in named for key in _keys(one, weights)]
    with visible(tables, new_keys=pl.DataFrame(keys, schema=_KEYS, orient="row")):
        tables.run("entities/neighbours")
    wanted = {one.entity_id for one in named}
    types = {one.entity_id: one.entity_type for one in named}
    near = (*named, *_entities(tables, "entities/neighbour_names"))
    pairs = [
        (*pair, types.get(pair[0]) or types[pair[1]], *likeness)
        for pair, likeness in alike(near, weights, wanted).items()
    ]
    with visible(tables, new_alike=pl.DataFrame(pairs, schema=_ALIKE, orient="row")):
        tables.run("entities/weigh", telling=TELLING_ARTICLES)
    found = []
    for row in rows_of(tables, "entities/evidence", shown=SHOWN):
        pair = row["left_id"], row["right_id"]
        likeness = row["score"], row["difference"]
        if pair in apart:
            continue
        one = proposal(pair, row["entity_type"], likeness, row["company"], row["together"])
        if one is not None:
            found.append((one.left_id, one.right_id, one.entity_type, one.score, one.evidence))
    schema = {name: kind for name, kind in _CANDIDATES.items() if name != "difference"}
    with visible(tables, new_candidates=pl.DataFrame(found, schema=schema, orient="row")):
        tables.run("entities/propose")


def _entities(tables: Tables, statement: str) -> Iterator[Entity]:
    for row in rows_of(tables, statement):
        yield Entity(**row)


def _keys(entity: Entity, weights: WordWeights) -> Iterator[int]:
    """Yield the hashes of the keys that names alike to this one share."""
    keys = (
        person_keys(entity.name)
        if entity.entity_type == "person"
        else organisation_keys(entity, weights)
    )
    for key in keys:
        yield int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest())
