"""From alike names to proposals: what the articles that mention both add to the score."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from assets.entities.records import Entity, EntityType, Mention, MergeCandidate
from assets.entities.resolution.candidates.organisations import (
    EVEN,
    WordWeights,
    similar_organisations,
)
from assets.entities.resolution.candidates.persons import Likeness, Pair, similar_persons

_LEAST_SCORE = 0.5
# An organisation named beside both, and an article that names both.
_FOR_COMPANY, _MOST_FOR_COMPANY, _FOR_ARTICLES = 0.1, 0.2, 0.15
# What more articles than these name tells nothing of who is named beside it.
TELLING_ARTICLES = 50
SHOWN = 3


def alike(
    entities: Iterable[Entity], weights: WordWeights, wanted: Collection[str] | None = None
) -> dict[Pair, Likeness]:
    """Return pairs of entities with alike names; with `wanted`, only pairs with one of them.

    Whether two are alike depends on these two alone.
    """
    people: dict[str, str] = {}
    bodies: dict[str, Entity] = {}
    for entity in entities:
        if entity.entity_type == "person":
            people[entity.entity_id] = entity.name
        elif entity.entity_type == "organisation":
            bodies[entity.entity_id] = entity
    return {
        **similar_persons(people, wanted),
        **similar_organisations(bodies, weights, wanted),
    }


def proposal(
    pair: Pair, entity_type: EntityType, likeness: Likeness, company: Sequence[str], together: int
) -> MergeCandidate | None:
    """Return the candidate that a pair makes, None when too little speaks for it.

    `company` are the names of telling organisations named beside both, in the order of their ids
    (no more than `SHOWN` are needed); `together` is the number of articles that name both.
    """
    score, difference = likeness
    evidence = [difference]
    if company:
        score += min(_MOST_FOR_COMPANY, _FOR_COMPANY * len(company))
        evidence.append(f"both are named with {', '.join(company[:SHOWN])}")
    # Two names of a person in one article are often a slip, two names of a body two bodies.
    if entity_type == "person" and together:
        score += _FOR_ARTICLES
        evidence.append(f"{together} article{'s name' if together > 1 else ' names'} both")
    if score < _LEAST_SCORE:
        return None
    return MergeCandidate(*pair, entity_type, round(score, 3), "; ".join(evidence))


def merge_candidates(
    entities: Sequence[Entity],
    mentions: Iterable[Mention],
    judged: Collection[Pair],
    weights: WordWeights = EVEN,
) -> tuple[MergeCandidate, ...]:
    """Return pairs of entities that may be one, in order; none that a user has judged.

    `judged` are pairs that a user judged to be different, the ids of each in order.
    """
    found = {pair: near for pair, near in alike(entities, weights).items() if pair not in judged}
    company = _Company({one for pair in found for one in pair}, mentions)
    by_id = {entity.entity_id: entity for entity in entities}
    proposals = (
        proposal(
            pair,
            by_id[pair[0]].entity_type,
            likeness,
            [by_id[one].name for one in company.shared(*pair)],
            company.together(*pair),
        )
        for pair, likeness in sorted(found.items())
    )
    return tuple(one for one in proposals if one is not None)


class _Company:
    """Which articles name the entities in question, and which organisations are named there."""

    def __init__(self, wanted: set[str], mentions: Iterable[Mention]) -> None:
        self._articles: defaultdict[str, set[str]] = defaultdict(set)
        self._bodies: defaultdict[str, set[str]] = defaultdict(set)
        everywhere: defaultdict[str, set[str]] = defaultdict(set)
        if not wanted:
            mentions = ()
        for mention in mentions:
            if mention.entity_id in wanted:
                self._articles[mention.entity_id].add(mention.article_id)
            if mention.entity_type == "organisation":
                self._bodies[mention.article_id].add(mention.entity_id)
                everywhere[mention.entity_id].add(mention.article_id)
        self._telling = {
            body for body, named in everywhere.items() if len(named) <= TELLING_ARTICLES
        }

    def together(self, one: str, other: str) -> int:
        """Return in how many articles both are named."""
        return len(self._articles[one] & self._articles[other])

    def shared(self, one: str, other: str) -> list[str]:
        """Return the telling organisations named in articles of both, in order."""
        near = [
            {body for article in self._articles[entity] for body in self._bodies[article]}
            for entity in (one, other)
        ]
        return sorted((near[0] & near[1] & self._telling) - {one, other})
