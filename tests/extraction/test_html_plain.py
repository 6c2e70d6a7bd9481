"""What the HTML reader makes of pages without metadata, in tables or bare divisions."""

import datetime as dt

import pytest

from assets.extraction.html.reader import read_html
from assets.extraction.records import Article, Page, text_of
from assets.reference.records import load_reference

from .html_plain_layouts import LEAD, PARAGRAPHS, PLAIN_PAGES, TITLE, PlainPage


def read(html: str) -> Article:
    result = read_html(Page("d1", "text/html", html), load_reference())
    assert isinstance(result, Article), result
    return result


layouts = pytest.mark.parametrize("page", PLAIN_PAGES.values(), ids=PLAIN_PAGES.keys())


@layouts
def test_main_text_is_lead_and_paragraphs_and_nothing_else(page: PlainPage) -> None:
    assert text_of(read(page.html)).split("\n") == [LEAD, *PARAGRAPHS]


@layouts
def test_facts(page: PlainPage) -> None:
    article = read(page.html)
    assert article.title == TITLE
    assert article.authors == page.authors
    assert article.section == page.section
    assert article.publication is not None
    assert article.publication.at == dt.datetime.fromisoformat(page.published or "")
