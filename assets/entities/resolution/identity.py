"""Which entity each observation is of, with the id that its own article would have given it.

Every observation has an id of its own, made from what it says alone, and the id that all articles
together give it: a short form defined elsewhere, the full number of a document, the only bearer of
a name. Where the two differ they are joined, the reason is kept, and the own id leads on as a
redirect. A user's judgement may cut such a join.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assets.entities.records import Observation
from assets.entities.resolution.documents import DocumentJoiner, DocumentKey, comparable_number
from assets.entities.resolution.evidence import home
from assets.entities.resolution.homonyms import Namesakes
from assets.entities.resolution.identifiers import (
    default_syllables,
    document_id,
    entity_id,
    tokens,
)
from assets.entities.resolution.organisation_ids import OrganisationIds
from assets.entities.resolution.reference import ReferenceIndex, reference_index
from assets.language.folding import nfc
from assets.reference.records import Reference

# A short form defined in one article names the body in another only when it is this long.
_TELLING_ABBREVIATION = 4
_FULL_NAME = 2


@dataclass(frozen=True, slots=True)
class Identity:
    """The entity of one observation.

    `own_id` is what its article alone tells, `entity_id` what all articles together do, `reason`
    why the two differ, None when they do not. `document` is the key of a numbered document.
    """

    own_id: str
    entity_id: str
    reason: str | None = None
    document: DocumentKey | None = None
    own_document: DocumentKey | None = None

    def apart(self) -> "Identity":
        """Return the identity without the join."""
        return Identity(self.own_id, self.own_id, None, self.own_document, self.own_document)


class Identifier:
    """Gives every observation its identity, knowing all of them."""

    def __init__(
        self,
        observations: Sequence[Observation],
        days: Mapping[str, dt.date | None],
        reference: Reference,
    ) -> None:
        self._index: ReferenceIndex = reference_index(reference)
        self._defaults = default_syllables(reference)
        self._organisations = OrganisationIds(reference)
        self._names: dict[tuple[object, ...], str] = {}
        self._plain: dict[str, Identity] = {}
        self._unlisted: dict[tuple[object, ...], str | None] = {}
        self._documents = {
            id(item): (own, key) for item, own, key in DocumentJoiner(reference).join(observations)
        }
        self._abbreviations = self._telling_abbreviations(observations)
        self._placed = self._placed_names(observations)
        self.namesakes = self._namesakes(observations, days)

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

    def _placed_names(self, observations: Sequence[Observation]) -> dict[tuple[str, ...], str]:
        """Return the bodies of provinces and countries by the full names that tell their place.

        Where one article knows the place of "Viện Pasteur thành phố Hồ Chí Minh" and another has
        only the name, they are one body. A district's name may be that of another one too.
        """
        found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        seen: set[tuple[str, str | None]] = set()
        for item in observations:
            place = item.place_id
            if item.entity_type != "organisation" or place is None or (item.name, place) in seen:
                continue
            seen.add((item.name, place))
            if self._index.province_or_country(place) == place and self._index.names_place(
                item.name, place
            ):
                found[tokens(item.name)].add(self._named(item))
        return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}

    def _namesakes(
        self, observations: Sequence[Observation], days: Mapping[str, dt.date | None]
    ) -> dict[str, Namesakes]:
        """Return the bearers of every full name beside which anything telling stands."""
        named: defaultdict[str, list[Observation]] = defaultdict(list)
        telling: set[str] = set()
        for item in observations:
            if item.entity_type == "person" and len(tokens(item.name)) >= _FULL_NAME:
                plain = self._named(item)
                named[plain].append(item)
                if item.person is not None:
                    telling.add(plain)
        elsewhere = self._homes(observations) if telling else {}
        return {
            plain: Namesakes(plain, named[plain], days, elsewhere, self._index.successions)
            for plain in sorted(telling)
        }

    def _homes(self, observations: Sequence[Observation]) -> dict[str, frozenset[str]]:
        """Return for each article the provinces and countries of the bodies it names."""
        homes: defaultdict[str, set[str]] = defaultdict(set)
        known: dict[tuple[str, str, str | None, str | None], str | None] = {}
        for item in observations:
            if item.entity_type == "organisation":
                key = (item.surface, item.name, item.place_id, item.reference_id)
                if key not in known:
                    known[key] = home(item, self._index)
                if (place := known[key]) is not None:
                    homes[item.article_id].add(place)
        return {article: frozenset(places) for article, places in homes.items()}

    def _named(self, item: Observation) -> str:
        """Return the id by reference or by name, worked out once for all that say the same."""
        key: tuple[object, ...] = (item.entity_type, item.name, item.reference_id, item.place_id)
        found = self._names.get(key)
        if found is not None:
            return found
        placeless = item.entity_type == "organisation" and self._index.needs_place(item.name)
        alone = placeless or (item.entity_type == "person" and len(tokens(item.name)) < _FULL_NAME)
        article = item.article_id if alone else None
        if article is not None:
            key = (*key, article)
        found = self._names.get(key)
        if found is None:
            found = self._names[key] = self._new_name(item, article, placeless=placeless)
        return found

    def _new_name(self, item: Observation, article: str | None, *, placeless: bool) -> str:
        if self._index.has(item.reference_id, item.entity_type) and not placeless:
            return str(item.reference_id)
        if item.entity_type == "organisation":
            return self._organisations.of(item.name, item.place_id, article)
        found = entity_id(item.entity_type, item.name, self._defaults, article)
        if found in self._index:
            # The name only looks like the reference entity's.
            return entity_id(
                item.entity_type, item.name, self._defaults, "not in the reference data"
            )
        return found

    def identify(self, item: Observation) -> Identity:
        """Return the identity of `item`, one of the observations given at the start."""
        if keys := self._documents.get(id(item)):
            own, key = keys
            own_id, joined = _document_id(own), _document_id(key)
            reason = None if joined == own_id else "short form of a full number"
            return Identity(own_id, joined, reason, key, own)
        named = self._named(item)
        if item.entity_type == "organisation" and item.reference_id is None:
            joined = self._abbreviations.get(nfc(item.name), named)
            if joined != named:
                return Identity(named, joined, "short form that an article defines")
            if item.place_id is None:
                joined = self._placed.get(tokens(item.name), named)
                if joined != named:
                    return Identity(named, joined, "full name of a body whose place articles tell")
        if (bearers := self.namesakes.get(named)) is not None:
            own_id, joined = bearers.own_id(item), bearers.id_of(item)
            reason = None if joined == own_id else "one person as far as articles tell"
            return Identity(own_id, joined, reason)
        plain = self._plain.get(named)
        if plain is None:
            plain = self._plain[named] = Identity(named, named)
        return plain

    def named_only(self, item: Observation) -> str | None:
        """Return the id that a reference entity's name would have without the reference data."""
        if item.reference_id is None:
            return None
        key = (item.entity_type, item.name)
        if key not in self._unlisted:
            told = item.entity_type != "official_document" and not (
                item.entity_type == "organisation" and self._index.needs_place(item.name)
            )
            name_id = entity_id(item.entity_type, item.name, self._defaults) if told else None
            self._unlisted[key] = name_id
        return self._unlisted[key]


def _document_id(key: DocumentKey) -> str:
    return document_id(key.kind, comparable_number(key.number), key.issuer_id, key.article_id)
