"""People of one name over all articles: one person unless what is said of them contradicts.

One name is one person as long as nothing contradicts. A contradiction is two years of birth more
than a few years apart, offices in two provinces (or countries) at the same time, or an article
that itself tells two people apart. Offices that follow each other are one career, and a province
and the one it was merged into are no two. Once a name is known to be borne by several people, each
province of an office and each year of birth is a bearer of its own, joined only by an article that
states both of one person.

Ids: the bearer of the earliest dated evidence keeps the plain id of the name and with it every
mention that says nothing, so that a bookmark stays where it was when a namesake turns up later; any
other bearer has that id with "~" and the province or year ("person:nguyen-van-hung~ca-mau").
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from assets.entities.resolution.evidence import BIRTH_YEARS_APART

# Offices in two provinces stated within so many days are held at the same time, unless an article
# tells of the move.
_SAME_TIME = dt.timedelta(days=31)
Bearer = tuple[str, int]


class Sighting(NamedTuple):
    """What one article, published on `day`, says of one bearer of a name.

    `keys` are the provinces and countries of offices, as `place_key` gives them, and years of
    birth. `namesake` is that of `PersonEvidence`.
    """

    article_id: str
    namesake: int
    day: dt.date | None
    keys: frozenset[str]


# The provinces and countries are no more than that.
@lru_cache(maxsize=1 << 10)
def place_key(place_id: str) -> str:
    """Return a place as it stands in ids: "ca-mau" for `place:ca-mau`."""
    return place_id.partition(":")[2]


# One set, asked for with every name.
@lru_cache(maxsize=1)
def _succession_keys(successions: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    return frozenset((place_key(old), place_key(new)) for old, new in successions)


class Namesakes:
    """The bearers of one name: which article means which."""

    def __init__(
        self,
        plain_id: str,
        sightings: Iterable[Sighting],
        successions: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        """Compare all sightings of one name, one for an article and namesake.

        `successions` are pairs of a province and the one it was merged into.
        """
        self._successions = _succession_keys(successions)
        self._plain_id = plain_id
        self._sightings = {(one.article_id, one.namesake): one for one in sightings}
        self._days: dict[str, list[dt.date]] = {}
        self._groups: list[frozenset[str]] = []
        # One key or none contradicts nothing.
        if len({key for one in self._sightings.values() for key in one.keys}) > 1:
            self._days = _days(self._sightings.values())
            self._groups = _joined(self._sightings)
        self._several = len(self._groups) > 1 and self._contradicts()
        self._by_key: dict[str, str] = {}
        if self._several:
            self._earliest = min(self._groups, key=self._first)
            self._by_key = {key: self._id_of(group) for group in self._groups for key in group}

    def _contradicts(self) -> bool:
        """Tell whether any two of the groups cannot be one person's."""
        if any(sighting.namesake for sighting in self._sightings.values()):
            return True
        years = [int(key) for group in self._groups for key in group if key.isdigit()]
        if years and max(years) - min(years) > BIRTH_YEARS_APART:
            return True
        told = {key: days for key, days in self._days.items() if not key.isdigit()}
        group_of = {key: number for number, group in enumerate(self._groups) for key in group}
        return any(
            group_of[one] != group_of[other]
            and not {(one, other), (other, one)} & self._successions
            and _same_time(told[one], told[other])
            for one, other in combinations(sorted(told), 2)
        )

    def _first(self, group: frozenset[str]) -> tuple[dt.date, str]:
        days = [self._days[key][0] for key in group if key in self._days]
        return min(days, default=dt.date.max), min(group)

    def _id_of(self, group: frozenset[str]) -> str:
        """Return the id of one of several bearers."""
        if group == self._earliest:
            return self._plain_id
        places = [key for key in group if not key.isdigit()]
        return f"{self._plain_id}~{min(places or group)}"

    def reasons(self) -> dict[str, str]:
        """Return for each bearer's id what sets it apart; nothing for a name of one person."""
        if not self._several:
            return {}
        return {
            self._id_of(group): "the office or year of birth stated with the name: "
            + ", ".join(sorted(group))
            for group in self._groups
        }

    def silent(self) -> frozenset[str]:
        """Return the articles that say nothing of a bearer, of a name that several bear."""
        if not self._several:
            return frozenset()
        return frozenset(one.article_id for one in self._sightings.values() if not one.keys)

    def ids(self, elsewhere: Mapping[str, frozenset[str]]) -> Iterator[tuple[Sighting, str, str]]:
        """Yield each sighting, the id it gives alone, and the id of the person it means.

        `elsewhere` gives for an article the provinces and countries of the bodies it names, by
        which a mention that says nothing itself is given to a bearer.
        """
        for one in self._sightings.values():
            places = [key for key in one.keys if not key.isdigit()]
            own = f"{self._plain_id}~{min(places or one.keys)}" if one.keys else self._plain_id
            if not self._several:
                yield one, own, self._plain_id
            elif one.keys:
                yield one, own, self._by_key[min(one.keys)]
            else:
                near = {
                    self._by_key[key]
                    for key in map(place_key, elsewhere.get(one.article_id, ()))
                    if key in self._by_key
                }
                yield one, own, near.pop() if len(near) == 1 else self._plain_id


def _days(sightings: Iterable[Sighting]) -> dict[str, list[dt.date]]:
    """Return for each key the days on which an article states it, in order."""
    found: defaultdict[str, list[dt.date]] = defaultdict(list)
    for sighting in sightings:
        if sighting.day is not None:
            for key in sighting.keys:
                found[key].append(sighting.day)
    return {key: sorted(days) for key, days in found.items()}


def _joined(sightings: Mapping[Bearer, Sighting]) -> list[frozenset[str]]:
    """Return the keys that sightings join, and years of birth that may be one, as groups."""
    groups: list[set[str]] = [set(s.keys) for _, s in sorted(sightings.items()) if s.keys]
    years = sorted({int(key) for group in groups for key in group if key.isdigit()})
    groups += [
        {str(one), str(other)} for one, other in pairwise(years) if other - one <= BIRTH_YEARS_APART
    ]
    leader: dict[str, str] = {}

    def find(key: str) -> str:
        while leader.setdefault(key, key) != key:
            key = leader[key]
        return key

    for group in groups:
        first, *rest = sorted(find(key) for key in group)
        for other in rest:
            leader[other] = first
    joined: defaultdict[str, set[str]] = defaultdict(set)
    for key in list(leader):
        joined[find(key)].add(key)
    return sorted(map(frozenset, joined.values()), key=min)


def _same_time(one: Sequence[dt.date], other: Sequence[dt.date]) -> bool:
    """Tell whether two offices were held at one time, each given by the days that state it."""
    if not one or not other:
        return False
    if one[-1] <= other[0]:
        return other[0] - one[-1] <= _SAME_TIME
    if other[-1] <= one[0]:
        return one[0] - other[-1] <= _SAME_TIME
    return True
