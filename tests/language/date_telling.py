"""How the tests of dates read a text: with the words of the reference data."""

import datetime as dt

from assets.language.dates.finding import find_dates
from assets.language.dates.records import DateExpression
from assets.language.dates.words import DateWords
from assets.reference.records import load_reference

# A Friday.
PUBLISHED = dt.date(2021, 6, 4)
_WORDS = DateWords((row.words, row.role) for row in load_reference().date_words)


def dates_of(
    text: str, published_on: dt.date | None, day_before: dt.date | None = None
) -> tuple[DateExpression, ...]:
    """Return the dates of a text."""
    return find_dates(text, _WORDS, published_on, day_before)


def told(text: str, published_on: dt.date | None = PUBLISHED) -> list[str]:
    """Return "surface = first..last precision source" of each date, one day as one date."""
    lines = []
    for date in dates_of(text, published_on):
        assert text[date.start : date.end] == date.surface
        days = str(date.starts_on)
        if date.ends_on != date.starts_on:
            days += f"..{date.ends_on}"
        lines.append(f"{date.surface} = {days} {date.precision} {date.resolved_from}")
    return lines
