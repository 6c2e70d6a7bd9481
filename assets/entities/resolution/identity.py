"""Which entity each observation is of, with the id that its own article would have given it.

Every observation has an id of its own, made from what it says alone (`naming`), and the id that all
articles together give it: a short form defined elsewhere, the full number of a document, the only
bearer of a name. Where the two differ they are joined, the reason is kept, and the own id leads on
as a redirect. A user's judgement may cut such a join.

Each rule asks only for what shares a key with an observation: a short form, a full name, the kind
and serial number of a document, a person's name. So a change in an archive reaches no further than
its keys.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assets.entities.records import Observation
from assets.entities.resolution.documents import Citing, DocumentJoiner
from assets.entities.resolution.evidence import home
from assets.entities.resolution.homonyms import Namesakes, Sighting, place_key
from assets.entities.resolution.identifiers import tokens
from assets.entities.resolution.naming import FULL_NAME, Naming
from assets.entities.resolution.reference import ReferenceIndex, reference_index
from assets.language.folding import nfc
from assets.reference.records import Reference

# A short form defined in one article names the body in another only when it is this long.
_TELLING_ABBREVIATION = 4
SHORT_FORM = "short form that an article defines"
PLACED = "full name of a body whose place articles tell"
SHORT_NUMBER = "short form of a full number"
ONE_PERSON = "one person as far as articles tell"


@dataclass(frozen=True, slots=True)
class Identity:
    """The entity of one observation.

    `own_id` is what its article alone tells, `entity_id` what all articles together do, `reason`
    why the two differ, None when they do not.
    """

    own_id: str
    entity_id: str
    reason: str | None = None

    def apart(self) -> "Identity":
        """Return the identity without the join."""
        return Identity(self.own_id, self.own_id)


def defines(short: str, name: str) -> bool:
    """Tell whether an article that says `short` of the body `name` defines a telling short form."""
    return len(short) >= _TELLING_ABBREVIATION and short.isupper() and tokens(short) != tokens(name)


def only_ones(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what each key stands for, without those keys that stand for several."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return {key: next(iter(values)) for key, values in found.items() if len(values) == 1}


class Identifier:
    """Gives every observation its identity, knowing all of them."""

    def __init__(
        self,
        observations: Sequence[Observation],
        days: Mapping[str, dt.date | None],
        reference: Reference,
    ) -> None:
        self._index: ReferenceIndex = reference_index(reference)
        self.naming = Naming(reference)
        self._documents = self._cited(observations, DocumentJoiner(reference))
        bodies = [item for item in observations if item.entity_type == "organisation"]
        self._short_forms = only_ones(
            (short, self.naming.named(item))
            for item in bodies
            if item.abbreviation and defines(short := nfc(item.abbreviation), item.name)
        )
        self._placed = only_ones(
            (unplaced, self.naming.named(item))
            for item in bodies
            if item.place_id is not None
            and (unplaced := self.naming.unplaced(item.name, item.place_id)) is not None
        )
        self.bearers: dict[str, str] = {}
        self._people = self._told_apart(observations, days)

    def _cited(
        self, observations: Iterable[Observation], joiner: DocumentJoiner
    ) -> dict[tuple[object, ...], Identity]:
        cited = Counter(
            (item.article_id, item.citation)
            for item in observations
            if item.citation is not None and item.citation.number
        )
        found: dict[tuple[object, ...], Identity] = {}
        for citing, own, key in joiner.join(Citing(*one, n) for one, n in cited.items()):
            reason = None if key.entity_id == own.entity_id else SHORT_NUMBER
            found[citing.article_id, citing.citation] = Identity(
                own.entity_id, key.entity_id, reason
            )
        return found

    def _told_apart(
        self, observations: Sequence[Observation], days: Mapping[str, dt.date | None]
    ) -> dict[tuple[str, str, int], Identity]:
        """Return the people of every full name beside which anything telling stands."""
        said: defaultdict[str, defaultdict[tuple[str, int], set[str]]]
        said = defaultdict(lambda: defaultdict(set))
        for item in observations:
            if item.entity_type == "person" and len(tokens(item.name)) >= FULL_NAME:
                keys, namesake = _evidence(item)
                said[self.naming.named(item)][item.article_id, namesake] |= keys
        homes = self._homes(observations)
        found: dict[tuple[str, str, int], Identity] = {}
        for plain, sightings in said.items():
            if not any(keys or namesake for (_, namesake), keys in sightings.items()):
                continue
            bearers = Namesakes(
                plain,
                (
                    Sighting(a, n, days.get(a), frozenset(keys))
                    for (a, n), keys in sightings.items()
                ),
                self._index.successions,
            )
            self.bearers |= bearers.reasons()
            for one, own, joined in bearers.ids(homes):
                reason = None if own == joined else ONE_PERSON
                found[plain, one.article_id, one.namesake] = Identity(own, joined, reason)
        return found

    def _homes(self, observations: Iterable[Observation]) -> dict[str, frozenset[str]]:
        """Return for each article the provinces and countries of the bodies it names."""
        homes: defaultdict[str, set[str]] = defaultdict(set)
        for item in observations:
            if item.entity_type == "organisation":
                place = home(item.surface, item.name, item.place_id, item.reference_id, self._index)
                if place is not None:
                    homes[item.article_id].add(place)
        return {article: frozenset(places) for article, places in homes.items()}

    def identify(self, item: Observation) -> Identity:
        """Return the identity of `item`, one of the observations given at the start."""
        if found := self._documents.get((item.article_id, item.citation)):
            return found
        named = self.naming.named(item)
        if item.entity_type == "organisation" and item.reference_id is None:
            joined = self._short_forms.get(nfc(item.name), named)
            if joined != named:
                return Identity(named, joined, SHORT_FORM)
            if item.place_id is None:
                joined = self._placed.get(named, named)
                if joined != named:
                    return Identity(named, joined, PLACED)
        if item.entity_type == "person":
            person = self._people.get((named, item.article_id, _evidence(item)[1]))
            if person is not None:
                return person
        return Identity(named, named)


def _evidence(item: Observation) -> tuple[set[str], int]:
    """Return the keys and the namesake that a mention of a person states."""
    if item.person is None:
        return set(), 0
    keys = {place_key(place) for place in item.person.office_places}
    if item.person.birth_year is not None:
        keys.add(str(item.person.birth_year))
    return keys, item.person.namesake
