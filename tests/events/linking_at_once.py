"""All statements linked at once, in plain Python: what linking piece by piece must come to."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from assets.events.linking import candidates
from assets.events.linking.candidates import Block, blocks, is_dated
from assets.events.linking.features import features, kinds_of
from assets.events.linking.linking import copies_of, link_events
from assets.events.linking.records import Linking, Region, ToldEvent
from assets.reference.judgements import Judgement
from assets.reference.records import load_reference


def link_at_once(
    statements: Sequence[ToldEvent],
    parents: dict[str, str],
    judgements: Sequence[Judgement] = (),
) -> Linking:
    """Return the events of all statements."""
    reference = load_reference()
    region = Region(
        tuple(statements),
        tuple(candidate_pairs(statements)),
        tuple(copies_of(statements)),
        {one.article_id: one.statement_id for one in sorted(statements, key=_id) if one.is_main},
    )
    return link_events(region, parents, judgements, reference)


def candidate_pairs(statements: Sequence[ToldEvent]) -> set[tuple[str, str]]:
    """Return the pairs of statements that share a block of no more than so many."""
    kinds = kinds_of(load_reference())
    items = [features(one, kinds) for one in statements]
    members: dict[Block, list[int]] = defaultdict(list)
    for position, item in enumerate(items):
        for block in blocks(item):
            members[block].append(position)
    pairs = set()
    for block, positions in members.items():
        if len(positions) > (candidates.MOST_ON_A_DAY if block.is_day else candidates.MOST_OVERALL):
            continue
        for left, right in combinations(positions, 2):
            one, other = items[left].told, items[right].told
            both_dated = is_dated(items[left]) and is_dated(items[right])
            if one.article_id != other.article_id and (block.is_day or not both_dated):
                pairs.add(
                    (min(one, other, key=_id).statement_id, max(one, other, key=_id).statement_id)
                )
    return pairs


def _id(told: ToldEvent) -> str:
    return told.statement_id
