"""Typed records at the borders of linking: statements with their entities in, events out."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from assets.language.dates.records import Precision


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event as one article states it, with the entities its words stand for.

    `opening` is the headline and the head of the text. `duplicate_of` is the article that this one
    is a copy of. `organisers`, `people` and `bodies` are entity ids; `people` are all persons who
    take part, `bodies` the organisations that do without organising it.
    """

    statement_id: str
    article_id: str
    duplicate_of: str | None
    published_on: dt.date | None
    kind: str
    surface: str
    name: str | None
    opening: str
    is_main: bool
    is_planned: bool
    starts_on: dt.date | None
    ends_on: dt.date | None
    date_precision: Precision | None
    place_id: str | None
    organisers: frozenset[str]
    people: frozenset[str]
    bodies: frozenset[str]

    @property
    def span(self) -> tuple[dt.date, dt.date] | None:
        """First and last day; None when the article does not date the event."""
        if self.starts_on is None or self.ends_on is None:
            return None
        return self.starts_on, self.ends_on


@dataclass(frozen=True, slots=True)
class Copied:
    """What tells which statement of a copy is which of the article kept: of a `ToldEvent`."""

    statement_id: str
    article_id: str
    duplicate_of: str | None
    kind: str
    surface: str
    is_main: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """How well two statements fit: `score` from 0 to 1 and what it is made of."""

    score: float
    signals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    """One event over all articles: a row of `core.events` without its counts."""

    event_id: str
    kind: str
    name: str | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    date_precision: Precision | None
    place_id: str | None
    is_planned: bool
    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventLink:
    """Why two articles are held to tell of one event; `left_article_id` is the smaller id."""

    event_id: str
    left_article_id: str
    right_article_id: str
    score: float
    signals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """Statements that may be one event with each other, and with no others.

    `likely` are the pairs of statements to compare, `copies` those that a copy of an article shares
    with the one kept, both by `statement_id`. `mains` gives for articles that are judged the
    statement they are about. `settled` are events elsewhere whose ids may have to change because
    of those found here, each by its statements. `known` holds likenesses that need not be found
    again, by pairs of which the smaller id comes first.
    """

    statements: tuple[ToldEvent, ...]
    likely: tuple[tuple[str, str], ...]
    copies: tuple[tuple[str, str], ...]
    mains: Mapping[str, str]
    settled: tuple[tuple[ToldEvent, ...], ...] = ()
    known: Mapping[tuple[str, str], Likeness] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Linking:
    """Everything that linking decides."""

    events: tuple[LinkedEvent, ...]
    links: tuple[EventLink, ...]
