"""What a user judged of events: two articles, or two events, that are one or are not.

An article's id stands for the event it is about. Judgements of entities are for
`assets.entities.resolution`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assets.events.linking.clustering import Pair
from assets.events.linking.records import Likeness
from assets.reference.judgements import Judgement

_ARTICLE, _EVENT = "article:", "event:"


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of positions that are judged one event, or not; `reasons` tells why of the former."""

    same: tuple[Pair, ...]
    different: frozenset[Pair]
    reasons: Mapping[Pair, Likeness]
    mains: Mapping[str, int]
    of_events: tuple[tuple[str, str], ...]

    def same_events(self, events: Mapping[str, int]) -> Iterator[Pair]:
        """Yield the pairs of positions that judgements of events join.

        `events` gives for each event id the position of one of its statements.
        """
        known = {**events, **self.mains}
        for left, right in self.of_events:
            if left in known and right in known:
                yield known[left], known[right]


def names_events(judgements: Iterable[Judgement]) -> bool:
    """Tell whether a judgement names an event by its id: which that is only linking all tells."""
    return any(_EVENT in (_kind(one.left_id), _kind(one.right_id or "")) for one in judgements)


def judged_articles(judgements: Iterable[Judgement]) -> list[tuple[str, str]]:
    """Return the pairs of articles that are judged to be about one event."""
    return [
        (one.left_id, one.right_id)
        for one in judgements
        if one.verdict == "same"
        and one.right_id is not None
        and _ARTICLE == _kind(one.left_id) == _kind(one.right_id)
    ]


def judged_pairs(mains: Mapping[str, int], judgements: Sequence[Judgement]) -> Judged:
    """Return what the judgements say of statements; ids that are gone say nothing.

    `mains` gives for each article the position of the statement that it is about.
    """
    same: dict[Pair, Likeness] = {}
    different: set[Pair] = set()
    of_events: list[tuple[str, str]] = []
    for judgement in judgements:
        left, right = judgement.left_id, judgement.right_id
        if right is None:
            continue
        if judgement.verdict == "same" and _EVENT in (_kind(left), _kind(right)):
            of_events.append((left, right))
        if left not in mains or right not in mains:
            continue
        pair = (min(mains[left], mains[right]), max(mains[left], mains[right]))
        if judgement.verdict == "same":
            note = f": {judgement.note}" if judgement.note else ""
            same[pair] = Likeness(1.0, (f"judged the same{note}",))
        elif judgement.verdict == "different":
            different.add(pair)
    return Judged(tuple(sorted(same)), frozenset(different), same, mains, tuple(of_events))


def _kind(judged_id: str) -> str:
    return judged_id.partition(":")[0] + ":"
