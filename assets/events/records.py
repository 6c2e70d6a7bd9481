"""Typed records at the borders of the events room.

`ArticleText` and the observations of the entities room go in; dates and roles come out, each with
the offsets that show it.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from assets.entities.records import Field
from assets.language.dates.records import Precision, ResolvedFrom


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that an article states: one row of `core.date_mentions`.

    Offsets count code points of the field; `surface` is exactly that slice. `starts_on` and
    `ends_on` are both inside the span of days. `line_no` is the page's line, None when unknown.
    """

    article_id: str
    field: Field
    start_char: int
    end_char: int
    surface: str
    starts_on: dt.date
    ends_on: dt.date
    precision: Precision
    resolved_from: ResolvedFrom
    line_no: int | None


@dataclass(frozen=True, slots=True)
class RoleObservation:
    """A person's title as one article states it, before articles are compared.

    `person_start` and `person_end` are the offsets of the person's observation in `field`, by which
    the entity is found after resolution; so are `organisation_start` and `organisation_end`, None
    when the title stands without an organisation. `start_char` to `end_char` is the title itself,
    with "nguyên" for a former office, and `surface` that slice. `as_of` is the article's day of
    publication, None for a former office or an article without a date.
    """

    article_id: str
    field: Field
    start_char: int
    end_char: int
    surface: str
    title: str
    person_start: int
    person_end: int
    organisation_start: int | None
    organisation_end: int | None
    as_of: dt.date | None
    line_no: int | None


Part = Literal["organiser", "chair", "speaker", "attendee", "other"]


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a field of an article: code point offsets, the end exclusive."""

    field: Field
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Participation:
    """The part somebody has in an event; `span` is that of the observation that names them."""

    part: Part
    span: Span


@dataclass(frozen=True, slots=True)
class EventStatement:
    """An event as one article states it, before articles are compared.

    `span` is that of the words that name it ("Đại hội đại biểu lần thứ VI"), `surface` that slice.
    `name` is the slice at `name_span`: the quoted theme, or else the words that name it; None when
    they are the kind alone. `date_span` is that of the date mention that dates it, None when none
    does; `place`
    is the span of an observation of the place, or of the organisation at whose place it was.
    `is_main`: the article is about it. `is_planned`: the article only announces it.
    """

    article_id: str
    span: Span
    surface: str
    kind: str
    name: str | None
    name_span: Span | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    date_precision: Precision | None
    date_span: Span | None
    place: Span | None
    participations: tuple[Participation, ...]
    is_main: bool
    is_planned: bool
    line_no: int | None
