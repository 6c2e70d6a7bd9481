"""The events that one article states: the one it is about, and other dated ones that it tells of.

`find_statements` is the way in. Finding is careful: an article that is about no event (an opinion,
statistics, a rule) has none, and an event that is only recalled counts with a date alone.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assets.entities.records import ArticleText, Observation
from assets.events.records import (
    DateMention,
    EventStatement,
    Part,
    Participation,
    RoleObservation,
    Span,
)
from assets.events.roles.titles import title_lexicon
from assets.events.statements.anchors import Anchor, AnchorFinder
from assets.events.statements.choice import choose_main, is_stated
from assets.events.statements.datelines import dateline, place_before_headline
from assets.events.statements.participation import ParticipationReader
from assets.events.statements.view import ArticleView, span_of
from assets.events.statements.when import (
    DAYS_OF_ONE,
    date_nearby,
    first_and_last_day,
    own_date,
)
from assets.events.statements.where import place_of
from assets.events.statements.words import alike, event_lexicon, two_sided
from assets.reference.records import Reference

# How far down an article says of its own event who holds it.
_HEAD_PARAGRAPHS = 3
_RANKS: tuple[Part, ...] = ("organiser", "chair", "speaker", "attendee", "other")


def find_statements(
    article: ArticleText,
    observations: Sequence[Observation],
    dates: Sequence[DateMention],
    roles: Sequence[RoleObservation],
    reference: Reference,
) -> list[EventStatement]:
    """Return the events that `article` states, the one it is about first, then in reading order.

    `observations`, `dates` and `roles` are those found in this article.
    """
    lexicon = event_lexicon(reference)
    view = ArticleView(article, observations, dates, roles)
    reader = ParticipationReader(view, lexicon, title_lexicon(reference))
    anchors = AnchorFinder(view, lexicon).find()
    main = choose_main(view, anchors)
    found: list[EventStatement] = []
    main_date: DateMention | None = None
    if main is not None:
        same = [other for other in anchors if other is not main and alike(other.kind, main.kind)]
        main_date = _main_date(view, main, same)
        found.append(_main(view, main, same, main_date, reader))
    found.extend(_others(view, anchors, main, main_date, reader))
    return found


def _main_date(view: ArticleView, main: Anchor, same: Sequence[Anchor]) -> DateMention | None:
    own = own_date(view, main)
    if own is not None and own.precision == "day":
        return own
    told = date_nearby(view, main, same)
    if own is not None and (told is None or told.precision != "day" or not _holds(own, told)):
        told = told if told is not None and own.precision == "year" else own
    # That the year is the one of the news says nothing of when it was.
    return None if told is not None and told.precision == "year" else told


def _holds(wide: DateMention, day: DateMention) -> bool:
    """Tell whether a day lies in the month or year that another date gives."""
    return wide.starts_on <= day.starts_on and day.ends_on <= wide.ends_on


def _main(
    view: ArticleView,
    main: Anchor,
    same: Sequence[Anchor],
    date: DateMention | None,
    reader: ParticipationReader,
) -> EventStatement:
    """Return the statement of the event that the article is about."""
    told = [other for other in same if _agrees(view, other, date)]
    named = [main, *told]
    theme = next((anchor for anchor in named if anchor.name.theme is not None), None)
    best = theme or next((anchor for anchor in named if anchor.name.best is not None), None)
    place = place_of(view, main, told, date, reader.words)
    if place is None and (not main.is_verb or _is_at_dateline(main)):
        place = dateline(view)
    # "Hà Nội: Đại hội …" tells whose news it is; a fire or a trial is where its news is.
    if place is None and main.kind.shape == "happening":
        place = place_before_headline(view)
    meets = two_sided(main.kind) and main.subject_end is not None
    sides = tuple(reader.hosts.sides(main)) if meets else ()
    parts: list[Participation] = list(reader.hosts.organisers([main, *told[:4]]))
    parts.extend(reader.between([main, *told[:4]]))
    # "Ý nghĩa của hội thảo" does not tell of another one.
    elsewhere = {
        anchor.sentence.number
        for anchor in same
        if anchor not in told and (anchor.dates or not anchor.beside)
    }
    for sentence in view.lead:
        if sentence.number not in elsewhere:
            parts.extend(reader.named_as(sentence))
            if main.kind.shape == "gathering" and sentence.paragraph <= _HEAD_PARAGRAPHS:
                parts.extend(reader.hosts.organisers_told_apart(sentence))
            if "trial" in main.kind.families:
                parts.extend(reader.presiding(sentence))
            # Those who speak of a plan or a mishap take no part in it.
            if main.kind.shape not in ("happening", "match") and not _is_planned(view, main, date):
                parts.extend(reader.people(sentence))
    everybody = _once_each(view, sides, parts)
    statement = _statement(view, main, best, date, place, everybody, is_main=True)
    if date is None or date.precision != "day" or not main.kind.lasting:
        return statement
    starts_on, ends_on = first_and_last_day(view, date, same, reader.words)
    return replace(statement, starts_on=starts_on, ends_on=ends_on)


def _is_at_dateline(main: Anchor) -> bool:
    """Tell whether what a verb tells was where its news is from: talks are, visits need not be."""
    return main.kind.shape in ("gathering", "reception") or "talks" in main.kind.families


def _agrees(view: ArticleView, anchor: Anchor, date: DateMention | None) -> bool:
    """Tell whether an anchor may name the main event again: no other date stands with it."""
    if anchor.several or anchor.beside or anchor.denied:
        return False
    own = own_date(view, anchor)
    return own is None if own is None or date is None else _same_time(anchor, own, date)


def _others(
    view: ArticleView,
    anchors: Sequence[Anchor],
    main: Anchor | None,
    main_date: DateMention | None,
    reader: ParticipationReader,
) -> Iterator[EventStatement]:
    """Yield the other dated events that the article tells of."""
    seen: set[tuple[str, object, object]] = set()
    for anchor in anchors:
        date = own_date(view, anchor)
        if anchor is main or date is None or not is_stated(view, anchor, date):
            continue
        if main is not None and alike(anchor.kind, main.kind) and _same_time(main, date, main_date):
            continue
        key = (anchor.kind.kind, date.starts_on, date.ends_on)
        if key in seen or (main is not None and anchor.sentence.number == main.sentence.number):
            continue
        seen.add(key)
        best = anchor if anchor.name.best is not None else None
        place = place_of(view, anchor, (), None, reader.words)
        parts = _once_each(view, (), tuple(reader.hosts.organisers([anchor])))
        yield _statement(view, anchor, best, date, place, parts, is_main=False)


def _same_time(main: Anchor, date: DateMention, main_date: DateMention | None) -> bool:
    """Tell whether a date cannot tell another event apart from the main one."""
    if main_date is None:
        return True
    around = dt.timedelta(days=DAYS_OF_ONE if main.kind.lasting else 0)
    return (
        date.starts_on <= main_date.ends_on + around
        and main_date.starts_on - around <= date.ends_on
    )


def _statement(
    view: ArticleView,
    anchor: Anchor,
    named: Anchor | None,
    date: DateMention | None,
    place: Observation | None,
    participations: tuple[Participation, ...],
    *,
    is_main: bool,
) -> EventStatement:
    field = anchor.sentence.field
    name = named.name.best if named is not None else None
    name_span = Span(named.sentence.field, *name) if named is not None and name else None
    return EventStatement(
        article_id=view.article.article_id,
        span=Span(field, anchor.name.start, anchor.name.end),
        surface=view.raw[field][anchor.name.start : anchor.name.end],
        kind=anchor.kind.kind,
        name=_slice(view, name_span) if name_span else None,
        name_span=name_span,
        starts_on=date.starts_on if date else None,
        ends_on=date.ends_on if date else None,
        date_precision=date.precision if date else None,
        date_span=span_of(date) if date else None,
        place=span_of(place) if place else None,
        participations=participations,
        is_main=is_main,
        is_planned=_is_planned(view, anchor, date),
        line_no=view.line_no(anchor.sentence),
    )


def _slice(view: ArticleView, span: Span) -> str:
    return view.raw[span.field][span.start_char : span.end_char]


def _is_planned(view: ArticleView, anchor: Anchor, date: DateMention | None) -> bool:
    """Tell whether an event is only announced: words say so, or its date is yet to come."""
    if date is not None:
        days = view.days_from_publication(date)
        if days is not None:
            return days > 0 or (days == 0 and anchor.planned)
    return anchor.planned


def _once_each(
    view: ArticleView, sides: Sequence[Participation], parts: Sequence[Participation]
) -> tuple[Participation, ...]:
    """Return everybody once, in the part that counts most, at the first mention that shows it.

    A chair speaks too, a speaker attends; those who meet keep their side.
    """
    kept: dict[str, Participation] = {}
    for one in (*sorted(sides, key=_rank), *sorted(parts, key=_rank)):
        named = view.observations(one.span.field, one.span.start_char, one.span.end_char)
        kept.setdefault(named[0].name, one)
    return tuple(sorted(kept.values(), key=_place_in_article))


def _rank(one: Participation) -> tuple[int, bool, int, int]:
    return (_RANKS.index(one.part), *_place_in_article(one))


def _place_in_article(one: Participation) -> tuple[bool, int, int]:
    return (one.span.field != "title", one.span.start_char, one.span.end_char)
