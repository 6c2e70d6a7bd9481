"""How the tests of dates read a text: one line for each date found."""

import datetime as dt

from assets.language.dates.finding import find_dates

# A Friday.
PUBLISHED = dt.date(2021, 6, 4)


def told(text: str, published_on: dt.date | None = PUBLISHED) -> list[str]:
    """Return "surface = first..last precision source" of each date, one day as one date."""
    lines = []
    for date in find_dates(text, published_on):
        assert text[date.start : date.end] == date.surface
        days = str(date.starts_on)
        if date.ends_on != date.starts_on:
            days += f"..{date.ends_on}"
        lines.append(f"{date.surface} = {days} {date.precision} {date.resolved_from}")
    return lines
