"""Linking again what hangs together with what changed, and no more.

The region and its edges were found by `renewal`; what they come to is decided in `linking`. Events
elsewhere count only where their ids are like those found here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import polars as pl

from assets.events.linking.borders import Store, told_events, told_rows
from assets.events.linking.linking import link_events
from assets.events.linking.merging import plain_id
from assets.events.linking.records import Linking, Region, ToldEvent
from assets.events.linking.renewal import Renewed
from assets.reference.judgements import Judgement
from assets.reference.records import Reference

# Statements whose texts are held in memory at once.
_STATEMENTS = 5_000


def link_region(
    store: Store, renewed: Renewed, judgements: Sequence[Judgement], reference: Reference
) -> tuple[Linking, int]:
    """Return the events of the region and how many statements it has.

    The caller writes the events.
    """
    parents = dict(store.frame("events/place_parents").iter_rows())
    edges = list(store.frame("linking/region_edges").iter_rows())
    compared = {one for left, right, _ in edges for one in (left, right)}
    region = Region(
        statements=tuple(_of_region(store, compared)),
        likely=tuple((left, right) for left, right, kind in edges if kind == "alike"),
        copies=tuple((left, right) for left, right, kind in edges if kind == "copy"),
        mains=renewed.mains,
        known=renewed.likenesses,
    )
    linking = link_events(region, parents, judgements, reference)
    rivals = _rivals(store, linking)
    if rivals:
        linking = link_events(replace(region, settled=rivals), parents, judgements, reference)
    return linking, len(region.statements)


def _of_region(store: Store, compared: set[str]) -> Iterator[ToldEvent]:
    """Yield the statements of the region, with their openings those that are `compared`."""
    is_compared = pl.col("statement_id").is_in(list(compared))
    opening = pl.when(is_compared).then("opening").otherwise(pl.lit(""))
    for some in store.frame("linking/region").iter_slices(_STATEMENTS):
        yield from told_events(told_rows(store, some).with_columns(opening=opening))


def _rivals(store: Store, linking: Linking) -> tuple[tuple[ToldEvent, ...], ...]:
    """Return the events elsewhere that share the plain form of an id found or lost here."""
    plain = sorted({plain_id(event.event_id) for event in linking.events})
    with store.with_frame("plain_ids", pl.DataFrame({"event_id": plain}, {"event_id": pl.String})):
        rows = store.frame("linking/rivals")
    rows_told = told_rows(store, rows.select("statement_id"))
    told = {one.statement_id: one for one in told_events(rows_told)}
    return tuple(
        tuple(told[one] for one in members)
        for members in rows.group_by("event_id", maintain_order=True).agg("statement_id")[
            "statement_id"
        ]
    )
