"""The arithmetic of dates: spans of months, quarters and weeks, and the year that is left unsaid.

Knows nothing of text; `finding` reads expressions and asks here what they mean.
"""

import calendar
import datetime as dt
from collections.abc import Iterable
from typing import Literal

Span = tuple[dt.date, dt.date]
Direction = Literal["past", "future", "perhaps future"]

# What a time without a zone is meant in on Vietnamese pages; it has no summer time.
VIETNAM_TIME = dt.timezone(dt.timedelta(hours=7))

# A writer leaves the year out of dates of the running year more readily than of another; when the
# distances are about equal, the running year is meant.
_OTHER_YEAR = 60
_WEIGHT_WHEN_ANNOUNCED = 0.7
# A date of another year is left unsaid only when it is near; and far from the publication the year
# of the story may still be another.
_NEAR_OTHER_YEAR = 90
_NEAR_SAME_YEAR = 31


def day_span(year: int, month: int, day: int) -> Span | None:
    """Return one day as a span; None when the calendar has no such day."""
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    return date, date


def months_span(year: int, first: int, last: int) -> Span:
    """Return the first day of month `first` and the last day of month `last` of one year."""
    return (
        dt.date(year, first, 1),
        dt.date(year, last, calendar.monthrange(year, last)[1]),
    )


def years_span(first: int, last: int) -> Span:
    """Return the first day of year `first` and the last day of year `last`."""
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def week_span(date: dt.date, weeks: int) -> Span:
    """Return Monday and Sunday of the week that is `weeks` after the week of `date`."""
    monday = date - dt.timedelta(days=date.weekday()) + dt.timedelta(weeks=weeks)
    return monday, monday + dt.timedelta(days=6)


def month_after(date: dt.date, months: int) -> Span:
    """Return the month that is `months` after the month of `date` (negative: before)."""
    count = date.year * 12 + date.month - 1 + months
    return months_span(count // 12, count % 12 + 1, count % 12 + 1)


def nearest(spans: Iterable[Span], published_on: dt.date, direction: Direction | None) -> Span:
    """Return the span that an article of that day means; `spans` must not be empty.

    That is the nearest one, another calendar year counted somewhat farther (see above). With the
    direction "past" or "future" it is the nearest that begins, or ends, on that side, if any;
    "perhaps future" (the sentence speaks of plans) brings the future nearer.
    """
    candidates = sorted(spans)
    if direction == "past":
        candidates = [s for s in candidates if s[0] <= published_on] or candidates
    elif direction == "future":
        candidates = [s for s in candidates if s[1] >= published_on] or candidates

    def distance(span: Span) -> float:
        if span[0] <= published_on <= span[1]:
            return 0
        other_year = published_on.year not in (span[0].year, span[1].year)
        days: float = max((span[0] - published_on).days, (published_on - span[1]).days)
        if span[0] > published_on and direction == "perhaps future":
            days *= _WEIGHT_WHEN_ANNOUNCED
        return days + (_OTHER_YEAR if other_year else 0)

    return min(candidates, key=distance)


def _days_away(span: Span, published_on: dt.date) -> int:
    return max((span[0] - published_on).days, (published_on - span[1]).days, 0)


def is_doubtful(span: Span, published_on: dt.date) -> bool:
    """Tell whether a span whose year is left unsaid is too far in another year to be meant."""
    other_year = published_on.year not in (span[0].year, span[1].year)
    return other_year and _days_away(span, published_on) > _NEAR_OTHER_YEAR


def is_far(span: Span, published_on: dt.date) -> bool:
    """Tell whether a span is so far from the publication that another year may be meant."""
    return _days_away(span, published_on) > _NEAR_SAME_YEAR
