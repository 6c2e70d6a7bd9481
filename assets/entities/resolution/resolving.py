"""Who is who over all articles: observations become entities, aliases and mentions.

The result depends on the set of observations only, never on their order or batches. Observations
are joined by reference id or by an exact key of type and name; similarity never joins. Documents
have rules of their own (`documents`); how ids are made is told in `identifiers`.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from assets.entities.records import Mention, Observation, Resolution
from assets.entities.resolution.documents import DocumentJoiner, comparable_number
from assets.entities.resolution.entities import (
    Identity,
    add_referred,
    aliases_of,
    new_entity,
    settle_issuers,
)
from assets.entities.resolution.identifiers import (
    Defaults,
    default_syllables,
    document_id,
    entity_id,
    mention_id,
    tokens,
)
from assets.entities.resolution.organisation_ids import OrganisationIds
from assets.entities.resolution.reference import ReferenceIndex, reference_index
from assets.language.folding import nfc
from assets.reference.records import Reference

# A short form defined in one article names the body in another only when it is this long.
_TELLING_ABBREVIATION = 4


class _Identifier:
    """Gives every observation its identity."""

    def __init__(
        self,
        index: ReferenceIndex,
        defaults: Defaults,
        observations: Sequence[Observation],
        reference: Reference,
    ) -> None:
        self._index = index
        self._defaults = defaults
        self._organisations = OrganisationIds(reference)
        self._documents = {
            id(observation): key
            for observation, key in DocumentJoiner(reference).join(observations)
        }
        self._abbreviations = self._telling_abbreviations(observations)

    def _telling_abbreviations(self, observations: Sequence[Observation]) -> dict[str, str]:
        """Return the short forms that all articles together define for one organisation only."""
        defined: defaultdict[str, set[str]] = defaultdict(set)
        for item in observations:
            if item.entity_type == "organisation" and item.abbreviation:
                short = nfc(item.abbreviation)
                if tokens(short) != tokens(item.name):
                    defined[short].add(self._named(item))
        return {
            short: next(iter(ids))
            for short, ids in defined.items()
            if len(ids) == 1 and len(short) >= _TELLING_ABBREVIATION and short.isupper()
        }

    def _named(self, item: Observation) -> str:
        """Return the id by reference or by name."""
        name, discriminator = item.name, None
        placeless = item.entity_type == "organisation" and self._index.needs_place(name)
        if self._index.has(item.reference_id, item.entity_type) and not placeless:
            return str(item.reference_id)
        if item.entity_type == "organisation":
            return self._organisations.of(name, item.place_id, item.article_id)
        if item.entity_type == "person" and len(tokens(name)) < 2:
            discriminator = item.article_id
        found = entity_id(item.entity_type, name, self._defaults, discriminator)
        if found in self._index:
            # The name only looks like the reference entity's.
            found = entity_id(item.entity_type, name, self._defaults, "not in the reference data")
        return found

    def identify(self, item: Observation) -> Identity:
        """Return the identity of `item`, one of the observations given at the start."""
        if key := self._documents.get(id(item)):
            number = comparable_number(key.number)
            return Identity(document_id(key.kind, number, key.issuer_id, key.article_id), key)
        if item.entity_type == "organisation" and item.reference_id is None:
            known = self._abbreviations.get(nfc(item.name))
            if known is not None:
                return Identity(known)
        return Identity(self._named(item))


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
) -> Resolution:
    """Return entities, aliases and mentions of all observations, each sorted by its key.

    `articles` gives the day of publication of every article. A reference entity is there when it
    is mentioned or when one that is there refers to it.
    """
    index = reference_index(reference)
    items = _distinct(observations)
    identifier = _Identifier(index, default_syllables(reference), items, reference)
    groups: defaultdict[str, list[Observation]] = defaultdict(list)
    identities: dict[str, Identity] = {}
    mentions: list[Mention] = []
    for item in items:
        identity = identifier.identify(item)
        if identity.document is not None or identity.entity_id not in identities:
            identities[identity.entity_id] = identity
        groups[identity.entity_id].append(item)
        mentions.append(
            Mention(
                mention_id(item.article_id, item.field, item.start_char, item.end_char),
                item.article_id,
                item.field,
                item.start_char,
                item.end_char,
                item.surface,
                item.entity_type,
                identity.entity_id,
                item.line_no,
                item.confidence,
                item.method,
            )
        )
    entities = {
        key: index.entity(key)
        if key in index
        else new_entity(identities[key], group, articles, index)
        for key, group in groups.items()
    }
    settle_issuers(entities, index, OrganisationIds(reference))
    add_referred(entities, index)
    aliases = [alias for key in entities for alias in aliases_of(key, groups.get(key, ()), index)]
    return Resolution(
        entities=tuple(sorted(entities.values(), key=lambda entity: entity.entity_id)),
        aliases=tuple(sorted(aliases, key=lambda alias: (alias.entity_id, alias.alias))),
        mentions=tuple(mentions),
    )
