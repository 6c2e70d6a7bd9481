"""From alike names to proposals: what the articles that mention both add to the score."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from assets.entities.records import Entity, Mention, MergeCandidate
from assets.entities.resolution.candidates.organisations import similar_organisations
from assets.entities.resolution.candidates.persons import similar_persons

Pair = tuple[str, str]
_LEAST_SCORE = 0.5
# An organisation named beside both, and an article that names both.
_FOR_COMPANY, _MOST_FOR_COMPANY, _FOR_ARTICLES = 0.1, 0.2, 0.15
# What nearly every article names tells nothing.
_COMMON = 0.2
_FEW = 20


def merge_candidates(
    entities: Sequence[Entity], mentions: Iterable[Mention], judged: Collection[Pair]
) -> tuple[MergeCandidate, ...]:
    """Return pairs of entities that may be one, in order; none that a user has judged.

    `judged` are pairs that a user judged to be different, the ids of each in order.
    """
    alike = {**similar_persons(entities), **similar_organisations(entities)}
    alike = {pair: likeness for pair, likeness in alike.items() if pair not in judged}
    company = _Company({one for pair in alike for one in pair}, mentions)
    types = {entity.entity_id: entity.entity_type for entity in entities}
    names = {entity.entity_id: entity.name for entity in entities}
    found: list[MergeCandidate] = []
    for (left, right), (score, difference) in sorted(alike.items()):
        shared = company.shared(left, right)
        evidence = [difference]
        if shared:
            score += min(_MOST_FOR_COMPANY, _FOR_COMPANY * len(shared))
            shown = ", ".join(names[one] for one in shared[:3])
            evidence.append(f"both are named with {shown}")
        # Two names of a person in one article are often a slip, two names of a body two bodies.
        if types[left] == "person" and (together := company.together(left, right)):
            score += _FOR_ARTICLES
            evidence.append(f"{together} article{'s name' if together > 1 else ' names'} both")
        if score >= _LEAST_SCORE:
            found.append(
                MergeCandidate(left, right, types[left], round(score, 3), "; ".join(evidence))
            )
    return tuple(found)


class _Company:
    """Which articles name the entities in question, and which organisations are named there."""

    def __init__(self, wanted: set[str], mentions: Iterable[Mention]) -> None:
        self._articles: defaultdict[str, set[str]] = defaultdict(set)
        self._bodies: defaultdict[str, set[str]] = defaultdict(set)
        everywhere: defaultdict[str, set[str]] = defaultdict(set)
        articles: set[str] = set()
        if not wanted:
            mentions = ()
        for mention in mentions:
            articles.add(mention.article_id)
            if mention.entity_id in wanted:
                self._articles[mention.entity_id].add(mention.article_id)
            if mention.entity_type == "organisation":
                self._bodies[mention.article_id].add(mention.entity_id)
                everywhere[mention.entity_id].add(mention.article_id)
        limit = max(_FEW, _COMMON * len(articles))
        self._telling = {body for body, named in everywhere.items() if len(named) <= limit}

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
