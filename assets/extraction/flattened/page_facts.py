"""Date, authors and section of a flattened page: which line tells them, given text and headline.

Only lines beside the headline or right behind the text count. A date among teasers or inside a
sentence never does. How one line is read is in `dateline`; authors are
found in `page_authors`, the section in `page_section`.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.evidence import Evidence
from assets.extraction.flattened.page_authors import TextBounds, find_authors
from assets.extraction.flattened.page_section import find_section
from assets.extraction.metadata.dateline import Moment
from assets.extraction.metadata.lexicon import Lexicon

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})\s?(?:[/-]|tháng)\s?(\d{1,2})(?!\d)")
_YEARS_LATER = 2
_DAYS_BEFORE = 4
_BESIDE = 1.5
_BESIDE_LINES = 2


@dataclass(slots=True)
class PageFacts:
    """What the lines around the text tell; indexes of the lines that told it."""

    published: Moment | None = None
    updated: Moment | None = None
    date_index: int | None = None
    authors: tuple[str, ...] = ()
    byline_index: int | None = None
    section: str | None = None
    section_lines: frozenset[int] = frozenset()
    date_lines: set[int] = field(default_factory=set)


def read_page_facts(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    lexicon: Lexicon,
    *,
    headline: int | None,
    first: int,
    last: int,
) -> PageFacts:
    """Return date, authors and section; `first` and `last` are the ends of the main text."""
    facts = PageFacts()
    _read_dates(lines, found, facts, headline, first, last)
    bounds = TextBounds(headline, facts.date_index, first, last)
    facts.authors, facts.byline_index = find_authors(lines, found, bounds, lexicon)
    section = find_section(
        lines,
        found,
        lexicon,
        headline=headline,
        date_index=facts.date_index,
        byline_index=facts.byline_index,
        first=first,
    )
    if section is not None:
        facts.section, facts.section_lines = section.name, frozenset(section.lines)
    return facts


def _is_day_of_reading(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    index: int,
    first: int,
    last: int,
    *,
    beside: bool,
) -> bool:
    """Tell the date in a page's head that is today's, not the article's.

    It stands there with its weekday and without a time, and the text speaks of no such day; or it
    lies years after all that the text speaks of, and is no time right `beside` the headline.
    """
    date = found[index].date
    if date is None or any(moment.labelled for moment in date.moments):
        return False
    shown = date.moments[0]
    if shown.precision == "minute" and beside:
        return False
    text = " ".join(line.text for line in lines[first : last + 1])
    years = [int(year) for year in _YEAR.findall(text)]
    if years and shown.at.year - max(years) >= _YEARS_LATER:
        return True
    if not date.has_weekday or shown.precision == "minute":
        return False
    days = {(int(match[1]), int(match[2])) for match in _DAY.finditer(text)}
    near = {shown.at - dt.timedelta(days=back) for back in range(_DAYS_BEFORE)}
    return not any((day.day, day.month) in days for day in near)


def _date_place(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    index: int,
    headline: int | None,
    first: int,
    last: int,
) -> float:
    """Return how well a date stands at `index`; 0 where it tells nothing."""
    one = found[index]
    if one.date is None:
        return 0.0
    labelled = any(moment.labelled for moment in one.date.moments)
    bonus = 0.5 if labelled else 0.0
    bonus += 0.3 if any(moment.precision == "minute" for moment in one.date.moments) else 0.0
    if headline is not None and headline < index <= first:
        return 3.0 + bonus - 0.02 * (index - headline)
    if index < first:
        anchor = headline if headline is not None else first
        distance = anchor - index
        if _is_day_of_reading(lines, found, index, first, last, beside=distance <= _BESIDE_LINES):
            return 0.0
        menu = [one for one in found[index + 1 : anchor] if one.role in ("menu", "section")]
        # Over a menu, or further up, it is the day of reading, unless it says otherwise.
        if distance <= 3 and (labelled or len(menu) < 2):
            return 2.0 + bonus - 0.1 * distance
        return 1.0 if labelled and distance <= 10 else 0.0
    if index <= last:
        return 1.8 + bonus if index <= first + 4 or labelled else 0.0
    between = found[last + 1 : index]
    if index - last <= 4 and not any(one.role in ("related", "comment") for one in between):
        return 1.2 + bonus
    return 0.0


def _read_dates(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    facts: PageFacts,
    headline: int | None,
    first: int,
    last: int,
) -> None:
    places = [
        (_date_place(lines, found, index, headline, first, last), -index)
        for index, one in enumerate(found)
        if one.date is not None
    ]
    updated_index: int | None = None
    for place, minus in sorted((one for one in places if one[0] > 0), reverse=True):
        date = found[-minus].date
        if date is None:
            continue
        if facts.date_index is None or abs(-minus - facts.date_index) <= 3:
            facts.date_lines.add(-minus)
        if date.published is not None and facts.published is None:
            facts.published, facts.date_index = date.published, -minus
        if date.updated is not None and facts.updated is None and place >= _BESIDE:
            facts.updated, updated_index = date.updated, -minus
    # "Cập nhật lúc 08:03" alone is how many papers print the date of publication.
    if facts.published is None and facts.updated is not None:
        facts.published, facts.date_index = facts.updated, updated_index
        facts.updated = None
