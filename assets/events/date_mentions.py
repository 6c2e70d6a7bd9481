"""The dates of an article: `find_dates` over its title and each paragraph of its text.

The grammar of dates is in `assets.language.dates`; this module only knows where text stands.
"""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from assets.entities.records import ArticleText, Field
from assets.events.records import DateMention
from assets.language.dates.context import is_close
from assets.language.dates.finding import find_dates, last_day_told
from assets.language.dates.words import DateWords
from assets.reference.records import Reference


def _fields(article: ArticleText) -> Iterator[tuple[Field, str, int, int | None]]:
    """Yield field, paragraph, its offset in the field and its line number."""
    if article.title is not None:
        yield "title", article.title, 0, article.title_line
    offset = 0
    for index, paragraph in enumerate(article.text.split("\n")):
        known = index < len(article.paragraph_lines)
        yield "text", paragraph, offset, article.paragraph_lines[index] if known else None
        offset += len(paragraph) + 1


@lru_cache(maxsize=2)
def _date_words(reference: Reference) -> DateWords:
    return DateWords((row.words, row.role) for row in reference.date_words)


def find_date_mentions(article: ArticleText, reference: Reference) -> tuple[DateMention, ...]:
    """Return the dates stated in title and text, title first, in reading order.

    "chiều cùng ngày" leans on the last day of the paragraph before, or on the last one of the text
    when that is near the publication.
    """
    words = _date_words(reference)
    found: list[DateMention] = []
    day: dt.date | None = None
    for field, paragraph, offset, line_no in _fields(article):
        dates = find_dates(paragraph, words, article.published_on, day)
        found.extend(
            DateMention(
                article.article_id,
                field,
                offset + date.start,
                offset + date.end,
                date.surface,
                date.starts_on,
                date.ends_on,
                date.precision,
                date.resolved_from,
                line_no,
            )
            for date in dates
        )
        told = last_day_told(paragraph, dates)
        if field == "title":
            day = None
        elif told is not None or (day is not None and not is_close(day, article.published_on)):
            day = told
    return tuple(found)
