"""Dates in running text: which days, months or years each expression of a text means.

Joins the pieces of `date_shapes` to expressions and resolves them against the day of publication.
An expression is left out unless it is certain: the year must be stated, come from the same list
or range, or follow from the day of publication. Lunar dates, terms of office, holidays and years
inside names are no dates.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assets.language.date_calendar import (
    Direction,
    Span,
    day_span,
    months_span,
    nearest,
    years_span,
)
from assets.language.date_english import EnglishDate, find_english
from assets.language.date_groups import find_meanings
from assets.language.date_meaning import Meaning
from assets.language.date_relative import find_relative

Precision = Literal["day", "month", "year"]
ResolvedFrom = Literal["explicit", "publication_date", "context"]

_PAST_AFTER = re.compile(r"\s+(?:vừa\s+(?:qua|rồi)|qua(?=\s*(?:$|[,.;:)])))")
_FUTURE_AFTER = re.compile(r"\s+(?:sắp\s+tới|tới\s+đây|tới(?=\s*(?:$|[,.;:)])))")
_ANNOUNCED = re.compile(r"(?<!\w)(?:sẽ|dự\s+kiến|sắp|chuẩn\s+bị|will|scheduled|upcoming)(?!\w)")
_SENTENCE = 160
# Any of these must stand in a text for a date to be there: a cheap look before the long one.
_ENGLISH_WORDS = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:in|since|by|from|until|during) 1|"
    r"(?:in|since|by|from|until|during) 2)"
)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One date in a text: `text[start:end] == surface`, `starts_on` <= `ends_on`.

    The span of days is inclusive. `precision` is the unit the words name: a quarter and "6 tháng
    đầu năm" are told in months, a decade in years, a week in days.
    """

    start: int
    end: int
    surface: str
    starts_on: dt.date
    ends_on: dt.date
    precision: Precision
    resolved_from: ResolvedFrom


def _direction(text: str, start: int, end: int) -> Direction | None:
    if _PAST_AFTER.match(text, end):
        return "past"
    if _FUTURE_AFTER.match(text, end):
        return "future"
    around = text[max(0, start - _SENTENCE) : end + _SENTENCE]
    before, after = around[: min(start, _SENTENCE)], around[min(start, _SENTENCE) :]
    clause = re.split(r"[.!?;\n]\s", before)[-1] + re.split(r"[.!?;\n](?:\s|$)", after)[0]
    return "perhaps future" if _ANNOUNCED.search(clause) else None


def _span_in(year: int, meaning: Meaning) -> Span | None:
    """Return the span that `meaning` has when it begins in `year`; None for an invalid day."""
    if meaning.month is None:
        return years_span(year, meaning.last_year or year)
    last_month = meaning.last_month or meaning.month
    if meaning.day is None:
        last_year = meaning.last_year or (year if last_month >= meaning.month else year + 1)
        return months_span(year, meaning.month, meaning.month)[0], months_span(
            last_year, last_month, last_month
        )[1]
    last_day = meaning.last_day or meaning.day
    turns = (last_month, last_day) < (meaning.month, meaning.day)
    first = day_span(year, meaning.month, meaning.day)
    last = day_span(meaning.last_year or (year + 1 if turns else year), last_month, last_day)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _resolve(
    text: str, meaning: Meaning, published_on: dt.date | None
) -> tuple[Span, ResolvedFrom] | None:
    if meaning.year is not None:
        span = _span_in(meaning.year, meaning)
        if span is None or span[0] > span[1]:
            return None
        return span, "context" if meaning.year_from_context else "explicit"
    if published_on is None:
        return None
    if meaning.month_word:
        step = {"này": 0, "trước": -1, "tới": 1, "sau": 1}[meaning.month_word]
        count = published_on.year * 12 + published_on.month - 1 + step
        first = day_span(count // 12, count % 12 + 1, meaning.day or 1)
        return (first, "publication_date") if first else None
    if meaning.short_year is not None:
        years = [published_on.year // 100 * 100 + meaning.short_year]
        if years[0] > published_on.year + 1:
            years = [years[0] - 100]
    elif meaning.year_word:
        years = [published_on.year - (1 if meaning.year_word == "ngoái" else 0)]
    elif meaning.month is None:
        return None
    else:
        years = [published_on.year + step for step in (-1, 0, 1)]
    spans = [
        span
        for year in years
        if dt.MINYEAR <= year < dt.MAXYEAR and (span := _span_in(year, meaning)) is not None
    ]
    if not spans:
        return None
    direction = _direction(text, meaning.start, meaning.end)
    resolved: ResolvedFrom = "explicit" if meaning.short_year is not None else "publication_date"
    return nearest(spans, published_on, direction), resolved


def _of_english(date: EnglishDate) -> Meaning:
    return Meaning(
        date.start,
        date.end,
        day=date.day,
        month=date.month,
        year=date.year,
        last_day=date.last_day,
        last_year=date.last_year,
    )


def _candidates(text: str, published_on: dt.date | None) -> Iterator[DateExpression]:
    english = _ENGLISH_WORDS.search(text) is not None
    meanings = [_of_english(date) for date in find_english(text)] if english else []
    meanings.extend(find_meanings(text))
    for meaning in meanings:
        resolved = _resolve(text, meaning, published_on)
        if resolved is not None:
            precision: Precision = (
                "day" if meaning.day else "month" if meaning.month is not None else "year"
            )
            (first, last), source = resolved
            surface = text[meaning.start : meaning.end]
            yield DateExpression(
                meaning.start, meaning.end, surface, first, last, precision, source
            )
    if published_on is not None:
        for start, end, (first, last), unit in find_relative(text, published_on):
            precision = "day" if unit == "day" else "month" if unit == "month" else "year"
            yield DateExpression(
                start, end, text[start:end], first, last, precision, "publication_date"
            )


def find_dates(text: str, published_on: dt.date | None) -> tuple[DateExpression, ...]:
    """Return the dates of `text` (NFC; Vietnamese, English month names too) in reading order.

    Expressions do not overlap: of two candidates the one that begins first stays, then the longer.
    `published_on` None leaves out what only the day of publication would tell. Never raises.
    """
    kept: list[DateExpression] = []
    for candidate in sorted(_candidates(text, published_on), key=lambda c: (c.start, -c.end)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return tuple(kept)
