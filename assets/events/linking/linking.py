"""Linking: which statements of all articles tell of one event, and which pairs show it.

`link_events` is pure: the same statements give the same events and ids in any order. What a user
judged comes first; then copies of one article; then what the statements have in common.
"""

from collections.abc import Iterable, Mapping, Sequence

from assets.events.linking.candidates import candidate_pairs
from assets.events.linking.clustering import Clusters, Pair, cluster
from assets.events.linking.comparison import LEAST, Containers, compare
from assets.events.linking.features import Features, features
from assets.events.linking.judging import judged_pairs
from assets.events.linking.merging import distinct_ids, first_told, merge
from assets.events.linking.records import EventLink, Likeness, LinkedEvent, Linking, ToldEvent
from assets.events.statements.words import event_lexicon
from assets.reference.judgements import Judgement
from assets.reference.records import Reference

_SAME_ARTICLE = Likeness(1.0, ("the same article again",))


def link_events(
    statements: Iterable[ToldEvent],
    parents: Containers,
    judgements: Sequence[Judgement],
    reference: Reference,
) -> Linking:
    """Return the events of all statements and why articles were joined.

    `parents` gives for each place the one it lies in. Of the judgements those that name articles or
    events count.
    """
    lexicon = event_lexicon(reference)
    told = sorted(statements, key=lambda one: one.statement_id)
    items = [features(one, lexicon) for one in told]
    compared = _Compared(items, parents)
    fitting = {
        pair: found
        for pair in candidate_pairs(items)
        if (found := compared(*pair)) is not None and found.score >= LEAST
    }
    copies = _copies(told)
    judged = judged_pairs(told, judgements)
    forced = [*judged.same, *copies]

    def forbidden(left: int, right: int) -> bool:
        one, other = sorted((left, right))
        if (one, other) in judged.different:
            return True
        return told[one].article_id == told[other].article_id and (one, other) not in judged.same

    clusters = cluster(len(told), forced, fitting, compared, forbidden)
    events = _events(told, clusters)
    for left, right in judged.same_events(_positions(told, events)):
        clusters.join(left, right)
        events = _events(told, clusters)
    certain = {**dict.fromkeys(copies, _SAME_ARTICLE), **judged.reasons}
    links = _links(told, events, fitting, certain)
    return Linking(tuple(events), tuple(links))


class _Compared:
    """Compares two statements by their positions, each pair once."""

    def __init__(self, items: Sequence[Features], parents: Containers) -> None:
        self._items = items
        self._parents = parents
        self._known: dict[Pair, Likeness | None] = {}

    def __call__(self, left: int, right: int) -> Likeness | None:
        pair = (min(left, right), max(left, right))
        if pair not in self._known:
            one, other = self._items[pair[0]], self._items[pair[1]]
            self._known[pair] = compare(one, other, self._parents)
        return self._known[pair]


def _copies(told: Sequence[ToldEvent]) -> list[Pair]:
    """Return the pairs of statements that a copy of an article shares with the one kept."""
    by_words = {(one.article_id, one.kind, one.surface): at for at, one in enumerate(told)}
    mains = {one.article_id: at for at, one in enumerate(told) if one.is_main}
    pairs: list[Pair] = []
    for at, one in enumerate(told):
        if one.duplicate_of is None:
            continue
        other = by_words.get((one.duplicate_of, one.kind, one.surface))
        if other is None and one.is_main:
            other = mains.get(one.duplicate_of)
        if other is not None:
            pairs.append((min(at, other), max(at, other)))
    return sorted(pairs)


def _events(told: Sequence[ToldEvent], clusters: Clusters) -> list[LinkedEvent]:
    found = []
    for group in clusters.groups():
        members = [told[position] for position in group]
        found.append((merge(members), min(members, key=first_told)))
    return distinct_ids(found)


def _positions(told: Sequence[ToldEvent], events: Iterable[LinkedEvent]) -> dict[str, int]:
    """Return for each event id the position of one of its statements."""
    position = {one.statement_id: at for at, one in enumerate(told)}
    return {event.event_id: position[event.statement_ids[0]] for event in events}


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
