"""What changed, compared anew: from statements that changed to all that hang together with them.

Statements are compared that share a block; those that are alike hang together by edges, which are
kept. What changed is compared with its blocks, and only the statements that hang together with it
are linked again (`regions`): the outcome is that of linking everything. Sets are found in SQL
(`statements/linking`), the comparing is handed out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from assets.events.linking.borders import Store, Workshop
from assets.events.linking.candidates import MOST_ON_A_DAY, MOST_OVERALL
from assets.events.linking.handing_out import alike_pairs, statement_blocks
from assets.events.linking.judging import judged_articles
from assets.events.linking.linking import copies_of
from assets.events.linking.records import Copied, Likeness
from assets.reference.judgements import Judgement

_MOST = {"most_on_a_day": MOST_ON_A_DAY, "most_overall": MOST_OVERALL}
_EDGES = {"left_id": pl.String, "right_id": pl.String, "kind": pl.String}
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Renewed:
    """What was found while edges were brought up to date.

    `mains` gives for articles that are judged the statement they are about, `likenesses` why pairs
    of statements are alike, those that were compared now.
    """

    mains: Mapping[str, str]
    likenesses: Mapping[_Pair, Likeness]


def renew_edges(store: Store, workshop: Workshop, judgements: Sequence[Judgement]) -> Renewed:
    """Bring blocks and edges up to date with what is stale (`statements/linking/find_stale.sql`).

    Leaves which statements hang together with it (`statements/linking/renew_edges.sql`).

    Raises:
        NotLinkedError: a statement was given up.
    """
    blocks = statement_blocks(store, workshop, store.frame("linking/stale")).paths
    store.run("linking/renew_blocks", **blocks, **_MOST)
    pairs = store.frame("linking/candidate_pairs", **_MOST)
    alike = alike_pairs(store, workshop, pairs, store.frame("events/place_parents"))
    copied = [Copied(**row) for row in store.frame("linking/copied").iter_rows(named=True)]
    mains = _mains(store, judgements)
    certain = [(*pair, "copy") for pair in copies_of(copied)]
    certain += [(*pair, "judged") for pair in _judged(judgements, mains)]
    edges = pl.concat(
        [
            pl.DataFrame(certain, schema=_EDGES, orient="row"),
            alike.select("left_id", "right_id", kind=pl.lit("alike")),
        ]
    )
    with store.with_frame("new_edges", edges):
        store.run("linking/renew_edges")
    likenesses = {
        (left, right): Likeness(score, tuple(signals))
        for left, right, score, signals in alike.iter_rows()
    }
    return Renewed(mains, likenesses)


def _mains(store: Store, judgements: Sequence[Judgement]) -> dict[str, str]:
    """Return the statement that each judged article is about."""
    named = {one for judgement in judgements for one in (judgement.left_id, judgement.right_id)}
    wanted = pl.DataFrame(
        {"article_id": sorted(one for one in named if one)}, {"article_id": pl.String}
    )
    with store.with_frame("wanted", wanted):
        return dict(store.frame("linking/mains").iter_rows())


def _judged(judgements: Sequence[Judgement], mains: dict[str, str]) -> Iterator[_Pair]:
    for left, right in judged_articles(judgements):
        if left in mains and right in mains:
            yield mains[left], mains[right]
