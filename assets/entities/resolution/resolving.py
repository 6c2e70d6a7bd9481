"""Who is who over all articles: observations become entities, aliases and mentions.

The result depends on the set of observations and a user's judgements only, never on order or
batches. Observations are joined by reference id or by an exact key of type and name (`identity`);
similarity never joins, it only proposes (`candidates`). Judgements have the last word (`verdicts`).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assets.entities.records import Alias, Entity, Mention, Observation, Resolution
from assets.entities.resolution.candidates import merge_candidates
from assets.entities.resolution.entities import (
    add_referred,
    aliases_of,
    new_entity,
    settle_issuers,
)
from assets.entities.resolution.identifiers import mention_id
from assets.entities.resolution.identity import Identifier, Identity
from assets.entities.resolution.leftovers import redirects, shared_names
from assets.entities.resolution.organisation_ids import OrganisationIds
from assets.entities.resolution.reference import ReferenceIndex, reference_index
from assets.entities.resolution.splitting import settle
from assets.entities.resolution.verdicts import Rulings
from assets.reference.judgements import Judgement
from assets.reference.records import Reference


@dataclass(slots=True)
class _Group:
    """The observations of one entity; `judged` are those that only a judgement gives to it."""

    identity: Identity
    own: list[Observation] = field(default_factory=list)
    judged: list[Observation] = field(default_factory=list)


def _order(item: Observation) -> tuple[str, str, int, int]:
    return item.article_id, item.field, item.start_char, item.end_char


def _distinct(observations: Iterable[Observation]) -> list[Observation]:
    """Return one observation for each place in a text, in order; the most confident stays."""
    best: dict[tuple[str, str, int, int], Observation] = {}
    for item in observations:
        place = _order(item)
        other = best.get(place)
        if other is None or (-item.confidence, repr(item)) < (-other.confidence, repr(other)):
            best[place] = item
    return [best[place] for place in sorted(best)]


def resolve(
    observations: Iterable[Observation],
    articles: Mapping[str, dt.date | None],
    reference: Reference,
    judgements: Sequence[Judgement] = (),
) -> Resolution:
    """Return who is who in all observations, each part sorted by its key.

    `articles` gives the day of publication of every article. A reference entity is there when it
    is mentioned or when one that is there refers to it.
    """
    index = reference_index(reference)
    items = _distinct(observations)
    identifier = Identifier(items, articles, reference)
    identities, rulings = settle(
        items, [identifier.identify(item) for item in items], judgements, index
    )
    groups: dict[str, _Group] = {}
    led: dict[tuple[str, str], str] = {}
    mentions: list[Mention] = []
    dismissed: list[Mention] = []
    for item, identity in zip(items, identities, strict=True):
        entity_id = rulings.merged.get(identity.entity_id, identity.entity_id)
        gone = entity_id in rulings.dismissed
        (dismissed if gone else mentions).append(_mention(item, entity_id))
        if gone:
            continue
        _lead(led, identity, identifier.named_only(item), entity_id, rulings)
        group = groups.get(entity_id)
        if group is None:
            group = groups[entity_id] = _Group(replace(identity, entity_id=entity_id))
        if identity.entity_id == entity_id:
            group.own.append(item)
            group.identity = identity
        else:
            group.judged.append(item)
    entities, aliases = _entities(groups, articles, reference, index, rulings)
    ordered = tuple(entities[key] for key in sorted(entities))
    return Resolution(
        entities=ordered,
        aliases=aliases,
        mentions=tuple(mentions),
        dismissed=tuple(dismissed),
        redirects=redirects(led, rulings, entities),
        shared_names=shared_names(ordered, identifier.namesakes, rulings, index),
        candidates=merge_candidates(ordered, mentions, rulings.apart),
        judged=rulings.lines,
    )


def _mention(item: Observation, entity_id: str) -> Mention:
    return Mention(
        mention_id(item.article_id, item.field, item.start_char, item.end_char),
        item.article_id,
        item.field,
        item.start_char,
        item.end_char,
        item.surface,
        item.entity_type,
        entity_id,
        item.line_no,
        item.confidence,
        item.method,
    )


def _lead(
    led: dict[tuple[str, str], str],
    identity: Identity,
    unlisted_id: str | None,
    entity_id: str,
    rulings: Rulings,
) -> None:
    """Note which other ids lead to the entity of an observation, and why."""
    if identity.entity_id != entity_id:
        line = rulings.merged_by[identity.entity_id]
        led[identity.entity_id, entity_id] = f"the same: judgement in line {line}"
    if identity.own_id not in (identity.entity_id, entity_id) and identity.reason is not None:
        led[identity.own_id, entity_id] = identity.reason
    if unlisted_id is not None and unlisted_id != entity_id:
        led.setdefault((unlisted_id, entity_id), "a name that the reference data knows")


def _entities(
    groups: Mapping[str, _Group],
    articles: Mapping[str, dt.date | None],
    reference: Reference,
    index: ReferenceIndex,
    rulings: Rulings,
) -> tuple[dict[str, Entity], tuple[Alias, ...]]:
    """Return the entities by id, with what they refer to, and all their aliases."""
    entities = {
        key: index.entity(key)
        if key in index
        else new_entity(group.identity, group.own, articles, index)
        for key, group in groups.items()
    }
    settle_issuers(entities, index, OrganisationIds(reference))
    for key, entity in list(entities.items()):
        entities[key] = _judged_references(entity, rulings.merged)
    add_referred(entities, index)
    nothing: defaultdict[str, tuple[Observation, ...]] = defaultdict(tuple)
    aliases = [
        alias
        for key in entities
        for alias in aliases_of(
            key,
            groups[key].own if key in groups else nothing[key],
            groups[key].judged if key in groups else nothing[key],
            index,
        )
    ]
    return entities, tuple(sorted(aliases, key=lambda alias: (alias.entity_id, alias.alias)))


def _judged_references(entity: Entity, merged: Mapping[str, str]) -> Entity:
    """Let an entity refer to those that a user's judgement kept; never to itself."""

    def kept(other: str | None) -> str | None:
        found = merged.get(other, other) if other is not None else None
        return None if found == entity.entity_id else found

    return replace(
        entity,
        parent_id=kept(entity.parent_id),
        place_id=kept(entity.place_id),
        issuer_id=kept(entity.issuer_id),
    )
