"""From the observations of one entity to its record: name, kind, parent, place, issue, aliases.

Which observations are of one entity is decided in `resolution`.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assets.entities.records import Alias, Entity, Observation
from assets.entities.resolution.documents import stated_issue
from assets.entities.resolution.identifiers import tokens
from assets.entities.resolution.identity import Identity
from assets.entities.resolution.organisation_ids import OrganisationIds
from assets.entities.resolution.reference import ReferenceIndex
from assets.language.folding import nfc, settle_tones, slug


def _most_frequent(forms: Iterable[str]) -> str | None:
    """Return the most frequent form, of equals the first by code point."""
    counts = Counter(forms)
    return min(counts, key=lambda form: (-counts[form], form)) if counts else None


def new_entity(
    identity: Identity,
    items: Sequence[Observation],
    days: Mapping[str, dt.date | None],
    index: ReferenceIndex,
) -> Entity:
    """Return an entity that the reference data does not have, from its observations."""
    kind_of_entity = items[0].entity_type
    entity = Entity(identity.entity_id, kind_of_entity, "")
    if kind_of_entity == "official_document":
        citations = [(i.citation, days.get(i.article_id)) for i in items if i.citation is not None]
        issuer, issued_on = stated_issue([c for c, _ in citations], [day for _, day in citations])
        entity = replace(entity, issuer_id=issuer, issued_on=issued_on)
        if identity.document is not None:
            key = identity.document
            name = f"{key.kind} số {key.number}"
            return replace(entity, name=name, kind=key.kind, number=key.number)
        kind = _most_frequent(c.kind for c, _ in citations)
        entity = replace(entity, kind=kind)
    short = _most_frequent(nfc(item.abbreviation) for item in items if item.abbreviation)
    settled = {name: settle_tones(nfc(name)).strip() for name in {item.name for item in items}}
    names = [settled[item.name] for item in items]
    # A short form is the name only of a body that has no other.
    names = [name for name in names if name != short] or names
    if kind_of_entity == "place":
        entity = replace(entity, kind="other")
    if kind_of_entity == "organisation":
        place = _most_frequent(i.place_id for i in items if i.place_id and i.place_id in index)
        entity = replace(entity, abbreviation=short, place_id=place)
        if place is not None:
            stems = (index.without_place(name, place) for name in dict.fromkeys(names))
            stem = next((stem for stem in stems if stem), tokens(names[0]))
            telling = {name for name in set(names) if index.names_place(name, place)}
            placed = [name for name in names if name in telling]
            names = placed or [index.with_place(name, place) for name in names]
            local = index.local_body(stem) if index.in_vietnam(place) else None
            if local is not None:
                parent = local.parent_id if local.parent_id in index else None
                entity = replace(entity, kind=local.kind, parent_id=parent)
        entity = replace(entity, kind=entity.kind or index.head_kind(names[0]))
    return replace(entity, name=_most_frequent(names) or "")


def settle_issuers(
    entities: dict[str, Entity], index: ReferenceIndex, organisations: OrganisationIds
) -> None:
    """Replace the issuer of each document by an entity of that name, made where there is none.

    Recognition names a local issuer by its plain name, which the id of its entity may shorten. A
    local body that no article mentions is made from its id; what no id tells becomes None.
    """
    by_name = {
        f"organisation:{slug(entity.name)}": key
        for key, entity in sorted(entities.items(), reverse=True)
        if entity.entity_type == "organisation"
    }
    for key, entity in list(entities.items()):
        issuer = entity.issuer_id
        if issuer is None or issuer in index or issuer in entities:
            continue
        known = by_name.get(issuer)
        told = organisations.local_body_of(issuer) if known is None else None
        if told is not None:
            known = issuer
            entities[issuer] = _unmentioned(issuer, *told, index)
        entities[key] = replace(entity, issuer_id=known)


def _unmentioned(entity_id: str, name: str, place_id: str, index: ReferenceIndex) -> Entity:
    """Return a local body that only documents speak of."""
    local = index.local_body(index.without_place(name, place_id) or ())
    parent = local.parent_id if local and local.parent_id in index else None
    kind = local.kind if local else index.head_kind(name)
    return Entity(entity_id, "organisation", name, kind=kind, parent_id=parent, place_id=place_id)


def add_referred(entities: dict[str, Entity], index: ReferenceIndex) -> None:
    """Add what the entities refer to (parents, places, issuers), and what that refers to."""
    waiting = sorted(entities)
    while waiting:
        entity = entities[waiting.pop()]
        for other in (entity.parent_id, entity.place_id, entity.issuer_id):
            if other is not None and other not in entities:
                entities[other] = index.entity(other)
                waiting.append(other)


def aliases_of(
    entity_id: str,
    items: Sequence[Observation],
    judged: Sequence[Observation],
    index: ReferenceIndex,
) -> Iterable[Alias]:
    """Yield each form of an entity once, from the surest source that has it.

    `judged` are those of its observations that only a user's judgement gives to it.
    """
    seen = Counter(item.surface for item in (*items, *judged))
    known = set(index.aliases(entity_id)) if entity_id in index else set()
    defined = {nfc(item.abbreviation) for item in items if item.abbreviation} - known
    observed = {item.surface for item in items} - known - defined
    for alias in known:
        yield Alias(entity_id, alias, "reference", seen[alias])
    for alias in defined:
        yield Alias(entity_id, alias, "text_definition", seen[alias])
    for alias in observed:
        yield Alias(entity_id, alias, "observed", seen[alias])
    for alias in set(seen) - known - defined - observed:
        yield Alias(entity_id, alias, "curated", seen[alias])
