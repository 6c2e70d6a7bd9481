"""One event from its statements: kind, name, dates, place, and an id that lasts.

The statement published first speaks for the event where the others do not outnumber it, so that a
later report changes neither name nor id without need.
"""

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from assets.events.linking.records import LinkedEvent, ToldEvent
from assets.language.dates.records import Precision
from assets.language.folding import name_key, slug

_MAX_SLUG = 48
_APART = re.compile(r"--[0-9a-f]{6}$")
_LAST = dt.date.max
_FINEST_FIRST: tuple[Precision, ...] = ("day", "month", "year")
_Value = TypeVar("_Value")


def first_told(told: ToldEvent) -> tuple[bool, bool, dt.date, str, str]:
    """Return the key that puts the statement that speaks for an event first."""
    return (
        not told.is_main,
        told.duplicate_of is not None,
        told.published_on or _LAST,
        told.article_id,
        told.statement_id,
    )


def merge(statements: Iterable[ToldEvent]) -> LinkedEvent:
    """Return the event of these statements; its id may still be that of another event."""
    told = sorted(statements, key=first_told)
    happened = [one for one in told if not one.is_planned] or told
    starts_on, ends_on, precision = _time(happened) or _time(told) or (None, None, None)
    kind = _commonest([one.kind for one in told if one.is_main] or [one.kind for one in told], str)
    event = LinkedEvent(
        event_id="",
        kind=kind,
        name=_commonest([one.name for one in told if one.name], name_key) if _named(told) else None,
        starts_on=starts_on,
        ends_on=ends_on,
        date_precision=precision,
        place_id=_commonest([one.place_id for one in happened if one.place_id], str)
        if any(one.place_id for one in happened)
        else None,
        is_planned=all(one.is_planned for one in told),
        statement_ids=tuple(sorted(one.statement_id for one in told)),
    )
    return replace(event, event_id=_readable_id(event, told[0]))


def _named(told: Sequence[ToldEvent]) -> bool:
    return any(one.name for one in told)


def _commonest(values: Sequence[_Value], key: Callable[[_Value], str]) -> _Value:
    """Return the first of the values that are told most often."""
    if len(values) == 1:  # as in most events, told by one article
        return values[0]
    counts = Counter(key(value) for value in values)
    most = max(counts.values())
    return next(value for value in values if counts[key(value)] == most)


def _time(told: Sequence[ToldEvent]) -> tuple[dt.date, dt.date, Precision] | None:
    """Return first and last day as the most precise statements have them together."""
    for precision in _FINEST_FIRST:
        spans = [
            (one.starts_on, one.ends_on)
            for one in told
            if one.date_precision == precision and one.starts_on and one.ends_on
        ]
        if spans:
            return min(start for start, _ in spans), max(end for _, end in spans), precision
    return None


def _readable_id(event: LinkedEvent, first: ToldEvent) -> str:
    actors = sorted(first.organisers) or sorted(first.people | first.bodies)
    about = slug(first.name or (actors[0].partition(":")[2] if actors else ""))
    if len(about) > _MAX_SLUG:
        about = about[:_MAX_SLUG].rpartition("-")[0]
    kind = slug(event.kind)
    about = about.removeprefix(f"{kind}-")
    return "-".join(part for part in (f"event:{kind}", _when(event), about) if part)


def _when(event: LinkedEvent) -> str:
    if event.starts_on is None:
        return "undated"
    length = {"year": 4, "month": 7}.get(event.date_precision or "day", 10)
    return event.starts_on.isoformat()[:length]


def plain_id(event_id: str) -> str:
    """Return an id without what tells events of one id apart."""
    return _APART.sub("", event_id)


def distinct_ids(events: Iterable[tuple[LinkedEvent, ToldEvent]]) -> list[LinkedEvent]:
    """Return the events, those of one id told apart by what the statement told first is.

    The event told first keeps the plain id. Each event comes with the statement that speaks for it.
    """
    taken: set[str] = set()
    kept: list[LinkedEvent] = []
    for event, first in sorted(events, key=lambda one: (one[0].event_id, first_told(one[1]))):
        event_id = event.event_id
        if event_id in taken:
            digest = hashlib.sha256(first.statement_id.encode()).hexdigest()
            event_id = f"{event_id}--{digest[:6]}"
        taken.add(event_id)
        kept.append(event if event_id == event.event_id else replace(event, event_id=event_id))
    return kept
