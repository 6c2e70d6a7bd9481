"""Who is who over all articles, all at once: the definition of what the entities stage writes.

The result depends on the set of observations and a user's judgements only, never on order or
batches. Observations are joined by reference id or by an exact key of type and name (`identity`);
similarity never joins, it only proposes (`candidates`). Judgements have the last word (`verdicts`).

A refresh comes to the same with the same rules, but settles only what a change can reach
(`settling`); a test holds both together.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assets.entities.records import (
    Alias,
    Entity,
    Mention,
    Observation,
    Resolution,
    distinct,
)
from assets.entities.resolution.candidates import merge_candidates
from assets.entities.resolution.candidates.organisations import word_weights
from assets.entities.resolution.documents import DocumentJoiner
from assets.entities.resolution.entities import EntityMaker
from assets.entities.resolution.forms import Form, counted
from assets.entities.resolution.identifiers import mention_id
from assets.entities.resolution.identity import Identifier
from assets.entities.resolution.leftovers import Lead, leads, redirects, shared_names
from assets.entities.resolution.organisation_ids import OrganisationIds
from assets.entities.resolution.reference import ReferenceIndex, reference_index
from assets.entities.resolution.referring import (
    issuer_body,
    kept_references,
    missing,
    plain_id,
    references,
)
from assets.entities.resolution.splitting import parted, settle
from assets.entities.resolution.verdicts import Rulings
from assets.reference.judgements import Judgement
from assets.reference.records import Reference


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
    items = distinct(observations)
    identifier = Identifier(items, articles, reference)
    identities = [identifier.identify(item) for item in items]
    told = {
        (one.own_id, one.entity_id, item.article_id)
        for item, one in zip(items, identities, strict=True)
    }
    splits, rulings = settle(told, judgements, index)
    groups: defaultdict[str, list[tuple[Observation, str, bool]]] = defaultdict(list)
    led: set[Lead] = set()
    mentions: list[Mention] = []
    dismissed: list[Mention] = []
    for item, given in zip(items, identities, strict=True):
        identity = parted(given, item.article_id, splits, rulings)
        entity_id = rulings.merged.get(identity.entity_id, identity.entity_id)
        gone = entity_id in rulings.dismissed
        (dismissed if gone else mentions).append(_mention(item, entity_id))
        if gone:
            continue
        naming = identifier.naming
        unlisted = naming.unlisted(item.entity_type, item.name) if item.reference_id else None
        led.update(leads(identity, unlisted, entity_id, rulings.merged_by))
        judged = identity.entity_id != entity_id
        groups[entity_id].append((item, naming.named(item), judged))
    types = {key: group[0][0].entity_type for key, group in groups.items()}
    forms = {key: counted(group, articles) for key, group in groups.items()}
    maker = EntityMaker(index, DocumentJoiner(reference))
    told_entities = {key: maker.entity(key, types[key], forms[key]) for key in forms}
    entities = _with_references(told_entities, reference, index, rulings)
    ordered = tuple(entities[key] for key in sorted(entities))
    return Resolution(
        entities=ordered,
        aliases=_aliases(entities, forms, maker),
        mentions=tuple(mentions),
        dismissed=tuple(dismissed),
        redirects=redirects(led, rulings, entities),
        shared_names=shared_names(
            ordered, identifier.bearers, {one for pair in rulings.apart for one in pair}, index
        ),
        candidates=merge_candidates(ordered, mentions, rulings.apart, word_weights(reference)),
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


def _with_references(
    entities: Mapping[str, Entity], reference: Reference, index: ReferenceIndex, rulings: Rulings
) -> dict[str, Entity]:
    """Return the entities by id, with what they refer to."""
    organisations = OrganisationIds(reference)
    by_name = {
        plain: key
        for key, entity in sorted(entities.items(), reverse=True)
        if (plain := plain_id(entity)) is not None
    }
    found = dict(entities)
    for key, entity in entities.items():
        issuer = entity.issuer_id
        if issuer is None or issuer in index or issuer in entities:
            continue
        known = by_name.get(issuer)
        if known is None and (body := issuer_body(issuer, index, organisations)) is not None:
            known = issuer
            found[issuer] = body
        found[key] = replace(entity, issuer_id=known)
    found = {key: kept_references(entity, rulings.merged) for key, entity in found.items()}
    referred = [other for entity in found.values() for other in references(entity)]
    return found | missing(referred, found.__contains__, index)


def _aliases(
    entities: Mapping[str, Entity], forms: Mapping[str, Sequence[Form]], maker: EntityMaker
) -> tuple[Alias, ...]:
    aliases = [alias for key in entities for alias in maker.aliases(key, forms.get(key, ()))]
    return tuple(sorted(aliases, key=lambda alias: (alias.entity_id, alias.alias)))
