"""Linking anew what changed: from the statements that changed to the events they may touch.

Statements are compared that share a block; those that are alike hang together by edges, which are
kept. What changed is compared with its blocks, and only the statements that hang together with it
are linked again: the outcome is that of linking everything. Sets are found in SQL
(`statements/linking`), decisions are those of `linking`.
"""

from collections.abc import Container, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any, Protocol

import polars as pl

from assets.events.linking.candidates import (
    MOST_ON_A_DAY,
    MOST_OVERALL,
    Block,
    blocks,
    is_dated,
)
from assets.events.linking.features import features
from assets.events.linking.judging import judged_articles
from assets.events.linking.linking import alike, copies_of, link_events
from assets.events.linking.merging import plain_id
from assets.events.linking.records import Linking, Region, ToldEvent
from assets.events.rows import OPENING_LENGTH, told_event
from assets.events.statements.words import event_lexicon
from assets.reference.judgements import Judgement
from assets.reference.records import Reference

_MOST = {"most_on_a_day": MOST_ON_A_DAY, "most_overall": MOST_OVERALL}
# Statements, and pairs of them, that are held in memory at once with their texts.
_STATEMENTS, _PAIRS = 5_000, 50_000
# Of a large archive the blocks are millions: in them a statement is a number.
_BLOCKS = {"number": pl.UInt32, "block": pl.Int64, "is_day": pl.Boolean}
_NUMBERED = {
    "number": pl.UInt32,
    "statement_id": pl.String,
    "article_id": pl.String,
    "is_dated": pl.Boolean,
}
_EDGES = {"left_id": pl.String, "right_id": pl.String, "kind": pl.String}
_Pair = tuple[str, str]


class Store(Protocol):
    """The database, as far as it is needed here (`warehouse.connection.Database`)."""

    def run(self, statement: str, **parameters: Any) -> None:
        """Run a file of statements."""

    def frame(self, statement: str, **parameters: Any) -> pl.DataFrame:
        """Run a query and return its rows."""

    def with_frame(self, name: str, rows: pl.DataFrame) -> AbstractContextManager[None]:
        """Let statements see `rows` under a name."""


def renew_region(
    store: Store, judgements: Sequence[Judgement], reference: Reference
) -> tuple[Linking, int]:
    """Return the events of all that hangs together with what is stale, and how many statements.

    What is stale was found by `statements/linking/find_stale.sql`. Brings blocks and edges up to
    date; the caller writes the events.
    """
    stale = store.frame("linking/stale")
    parents = dict(store.frame("events/place_parents").iter_rows())
    copies = _renew_blocks(store, stale, reference)
    mains = _mains(store, judgements)
    edges = [(*pair, "copy") for pair in copies]
    edges += [(*pair, "judged") for pair in _judged(judgements, mains)]
    pairs = store.frame("linking/candidate_pairs", **_MOST)
    for some in pairs.iter_slices(_PAIRS):
        told = {one.statement_id: one for one in _told(store, _ids(some))}
        found = alike(some.iter_rows(), told, parents, reference)
        edges += [(*pair, "alike") for pair in found]
    with store.with_frame("new_edges", pl.DataFrame(edges, schema=_EDGES, orient="row")):
        store.run("linking/renew_edges")
    of_region = list(store.frame("linking/region_edges").iter_rows())
    statements = tuple(
        _of_region(store, {one for left, right, _ in of_region for one in (left, right)})
    )
    region = Region(
        statements=statements,
        likely=tuple((left, right) for left, right, kind in of_region if kind == "alike"),
        copies=tuple((left, right) for left, right, kind in of_region if kind == "copy"),
        mains=mains,
    )
    linking = link_events(region, parents, judgements, reference)
    rivals = _rivals(store, linking)
    if rivals:
        region = replace(region, settled=rivals)
        linking = link_events(region, parents, judgements, reference)
    return linking, len(statements)


def _of_region(store: Store, compared: Container[str]) -> Iterator[ToldEvent]:
    """Yield the statements of the region, with their openings those that are `compared`."""
    for some in store.frame("linking/region").iter_slices(_STATEMENTS):
        for one in _told(store, some):
            yield one if one.statement_id in compared else replace(one, opening="")


def _rivals(store: Store, linking: Linking) -> tuple[tuple[ToldEvent, ...], ...]:
    """Return the events elsewhere that share the plain form of an id found or lost here."""
    plain = sorted({plain_id(event.event_id) for event in linking.events})
    with store.with_frame("plain_ids", pl.DataFrame({"event_id": plain}, {"event_id": pl.String})):
        rows = store.frame("linking/rivals")
    told = {one.statement_id: one for one in _told(store, rows.select("statement_id"))}
    return tuple(
        tuple(told[one] for one in members)
        for members in rows.group_by("event_id", maintain_order=True).agg("statement_id")[
            "statement_id"
        ]
    )


def _told(store: Store, wanted: pl.DataFrame) -> Iterator[ToldEvent]:
    with store.with_frame("wanted", wanted):
        store.run("linking/want")
        rows = store.frame("linking/told", opening_length=OPENING_LENGTH)
    return (told_event(row) for row in rows.iter_rows(named=True))


def _ids(pairs: pl.DataFrame) -> pl.DataFrame:
    return pl.DataFrame({"statement_id": pl.concat([pairs["left_id"], pairs["right_id"]]).unique()})


def _renew_blocks(store: Store, stale: pl.DataFrame, reference: Reference) -> list[_Pair]:
    """Bring the blocks up to date; return the pairs of copies among what is compared anew."""
    lexicon = event_lexicon(reference)
    copied = set(store.frame("linking/copied")["statement_id"])
    frames = [pl.DataFrame(schema=_BLOCKS)]
    numbered: list[tuple[int, str, str, bool]] = []
    bare: list[ToldEvent] = []
    for some in stale.iter_slices(_STATEMENTS):
        numbers: list[int] = []
        found: list[Block] = []
        for one in _told(store, some):
            item = features(one, lexicon)
            number = len(numbered)
            numbered.append((number, one.statement_id, one.article_id, is_dated(item)))
            found.extend(blocks(item))
            numbers.extend([number] * (len(found) - len(numbers)))
            if one.statement_id in copied:
                bare.append(replace(one, opening=""))
        columns = (numbers, [one.key for one in found], [one.is_day for one in found])
        frames.append(pl.DataFrame(columns, schema=_BLOCKS))
    with (
        store.with_frame("new_blocks", pl.concat(frames)),
        store.with_frame("numbered", pl.DataFrame(numbered, schema=_NUMBERED, orient="row")),
    ):
        store.run("linking/renew_blocks", **_MOST)
    return copies_of(bare)


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
