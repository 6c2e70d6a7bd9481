"""Linking: which statements tell of one event, and which pairs show it.

`link_events` is pure: the same statements give the same events and ids in any order, and linking
two regions apart gives what linking both together gives. What a user judged comes first; then
copies of one article; then what the statements have in common.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TypeGuard

from assets.events.linking.clustering import Clusters, Pair, cluster
from assets.events.linking.comparison import LEAST, Containers, compare
from assets.events.linking.features import Features, Kinds, features, kinds_of
from assets.events.linking.judging import judged_pairs
from assets.events.linking.merging import distinct_ids, first_told, merge
from assets.events.linking.records import (
    Copied,
    EventLink,
    Likeness,
    LinkedEvent,
    Linking,
    Region,
    ToldEvent,
)
from assets.reference.judgements import Judgement
from assets.reference.records import Reference

# Statements whose words are held in memory, some 20 KB each: those that are compared with each
# other come one after another.
_KEPT = 4_000
_SAME_ARTICLE = Likeness(1.0, ("the same article again",))


def link_events(
    region: Region, parents: Containers, judgements: Sequence[Judgement], reference: Reference
) -> Linking:
    """Return the events of a region, with those settled elsewhere, and why articles were joined.

    `parents` gives for each place the one it lies in. Of the judgements those that name articles or
    events count.
    """
    told = sorted(region.statements, key=lambda one: one.statement_id)
    at = {one.statement_id: position for position, one in enumerate(told)}
    comparison = Comparison({one.statement_id: one for one in told}, kinds_of(reference), parents)
    copies = _positions(region.copies, at)
    mains = {article: at[one] for article, one in region.mains.items() if one in at}
    judged = judged_pairs(mains, judgements)

    def forbidden(left: int, right: int) -> bool:
        one, other = sorted((left, right))
        if (one, other) in judged.different:
            return True
        return told[one].article_id == told[other].article_id and (one, other) not in judged.same

    def compared(left: int, right: int) -> Likeness | None:
        one, other = sorted((told[left].statement_id, told[right].statement_id))
        return region.known.get((one, other)) or comparison(one, other)

    clusters = Clusters(len(told))
    fitting: dict[Pair, Likeness] = {}
    for likely, forced in _parts(_positions(region.likely, at), [*judged.same, *copies]):
        likeness = cache(compared)
        here = {pair: found for pair in likely if is_alike(found := likeness(*pair))}
        cluster(clusters, forced, here, likeness, forbidden)
        fitting |= here
    events = _events(told, clusters, region.settled)
    known = {one.event_id: at[one.statement_ids[0]] for one in events if one.statement_ids[0] in at}
    for left, right in judged.same_events(known):
        clusters.join(left, right)
        events = _events(told, clusters, region.settled)
    certain = {**dict.fromkeys(copies, _SAME_ARTICLE), **judged.reasons}
    links = _links(told, events, fitting, certain)
    return Linking(tuple(events), tuple(links))


def _parts(
    likely: Sequence[Pair], forced: Sequence[Pair]
) -> Iterator[tuple[Sequence[Pair], Sequence[Pair]]]:
    """Yield likely and forced pairs by what hangs together: groups of which no pair leads away.

    Their order among each other stays.
    """
    above: dict[int, int] = {}

    def part_of(position: int) -> int:
        path = []
        while above.get(position, position) != position:
            path.append(position)
            position = above[position]
        above.update(dict.fromkeys(path, position))  # the next one finds it at once
        return position

    for left, right in (*likely, *forced):
        one, other = part_of(left), part_of(right)
        above[max(one, other)] = min(one, other)
    groups: dict[int, tuple[list[Pair], list[Pair]]] = {}
    for kind, pairs in enumerate((likely, forced)):
        for pair in pairs:
            groups.setdefault(part_of(pair[0]), ([], []))[kind].append(pair)
    yield from groups.values()


class Comparison:
    """Compares two statements, by `statement_id`; keeps the words of the last ones only."""

    def __init__(self, told: Mapping[str, ToldEvent], kinds: Kinds, parents: Containers) -> None:
        self._parents = parents

        @lru_cache(maxsize=_KEPT)
        def of(statement_id: str) -> Features:
            return features(told[statement_id], kinds)

        self._of = of

    def __call__(self, left: str, right: str) -> Likeness | None:
        """Return their likeness; None when they contradict each other."""
        return compare(self._of(min(left, right)), self._of(max(left, right)), self._parents)


def is_alike(found: Likeness | None) -> TypeGuard[Likeness]:
    """Tell whether two statements may be one event."""
    return found is not None and found.score >= LEAST


def copies_of(told: Sequence[ToldEvent] | Sequence[Copied]) -> list[tuple[str, str]]:
    """Return the pairs of statements that a copy of an article shares with the one kept.

    Of an article all statements must be among `told`, or none.
    """
    ordered: list[ToldEvent | Copied] = sorted(told, key=lambda one: one.statement_id)
    by_words = {(one.article_id, one.kind, one.surface): one.statement_id for one in ordered}
    mains = {one.article_id: one.statement_id for one in ordered if one.is_main}
    pairs: list[tuple[str, str]] = []
    for one in ordered:
        if one.duplicate_of is None:
            continue
        other = by_words.get((one.duplicate_of, one.kind, one.surface))
        if other is None and one.is_main:
            other = mains.get(one.duplicate_of)
        if other is not None:
            pairs.append((one.statement_id, other))
    return pairs


def _positions(pairs: Iterable[tuple[str, str]], at: Mapping[str, int]) -> list[Pair]:
    """Return pairs of statements by their positions, the smaller first."""
    return sorted({(min(at[a], at[b]), max(at[a], at[b])) for a, b in pairs})


def _events(
    told: Sequence[ToldEvent], clusters: Clusters, settled: Iterable[Sequence[ToldEvent]]
) -> list[LinkedEvent]:
    groups = [[told[position] for position in group] for group in clusters.groups()]
    return distinct_ids((merge(one), min(one, key=first_told)) for one in (*groups, *settled))


def _links(
    told: Sequence[ToldEvent],
    events: Iterable[LinkedEvent],
    fitting: Mapping[Pair, Likeness],
    certain: Mapping[Pair, Likeness],
) -> list[EventLink]:
    """Return for each pair of articles of one event what joins them, the strongest reason.

    What is `certain` (copies, judgements) is a stronger reason than any likeness.
    """
    event_of = {one: event.event_id for event in events for one in event.statement_ids}
    best: dict[tuple[str, str, str], Likeness] = {}
    weakest_first = sorted(fitting.items(), key=lambda one: (one[1].score, one[0]))
    for pair, found in [*weakest_first, *certain.items()]:
        left, right = told[pair[0]], told[pair[1]]
        event_id = event_of[left.statement_id]
        if event_id == event_of[right.statement_id]:
            one, other = sorted((left.article_id, right.article_id))
            best[event_id, one, other] = found
    return [EventLink(*key, found.score, found.signals) for key, found in sorted(best.items())]
