"""How the tests of events write and read articles.

The first line is the headline, the others are paragraphs. A person stands in [square brackets], an
organisation in <angle brackets>, a place in {braces}. Kinds and words are those of the reference
data.
"""

import datetime as dt
from dataclasses import replace

from role_telling import read

from assets.entities.records import ArticleText
from assets.events.date_mentions import find_date_mentions
from assets.events.records import EventStatement, Span
from assets.events.roles.finding import find_roles
from assets.events.statements.finding import find_statements
from assets.reference.records import load_reference

PUBLISHED = dt.date(2023, 9, 15)


def tell(
    *lines: str, published_on: dt.date | None = PUBLISHED
) -> tuple[ArticleText, list[EventStatement]]:
    """Return the article of these lines and the events found in it."""
    title, in_title = read(lines[0])
    text, in_text = read("\n".join(lines[1:]))
    line_nos = tuple(range(3, 3 + len(lines)))
    article = ArticleText("article:1", title, text, line_nos, 1, published_on, "vi", None)
    observations = [
        *(replace(one, field="title", article_id=article.article_id) for one in in_title),
        *(replace(one, article_id=article.article_id) for one in in_text),
    ]
    reference = load_reference()
    dates = find_date_mentions(article, reference)
    roles = find_roles(article, observations, reference)
    return article, find_statements(article, observations, dates, roles, reference)


def words(article: ArticleText, span: Span | None) -> str | None:
    """Return the words at a span."""
    if span is None:
        return None
    field = article.title if span.field == "title" else article.text
    return (field or "")[span.start_char : span.end_char]


def main_event(
    *lines: str, published_on: dt.date | None = PUBLISHED
) -> tuple[ArticleText, EventStatement]:
    """Return the article and the event that it is about."""
    article, found = tell(*lines, published_on=published_on)
    (event,) = [one for one in found if one.is_main]
    return article, event


def parts(article: ArticleText, event: EventStatement) -> dict[str, list[str]]:
    """Return the names of those who take part, by their part."""
    named: dict[str, list[str]] = {}
    for one in event.participations:
        named.setdefault(one.part, []).append(words(article, one.span) or "")
    return named
