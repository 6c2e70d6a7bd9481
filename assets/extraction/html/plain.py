"""HTML pages read by their visible lines, where trafilatura or the page's own titles fail.

The lines go to the reader of flattened pages; what the metadata tell for certain is kept. When it
is tried is decided in `html`.
"""

import dataclasses
import re

from lxml.html import HtmlElement

from assets.extraction.flattened.reader import read_flattened
from assets.extraction.html.authors import find_authors
from assets.extraction.html.blocks import Block
from assets.extraction.html.date_habits import habits_of
from assets.extraction.html.dates import find_dates
from assets.extraction.html.head import Head
from assets.extraction.html.section import find_section
from assets.extraction.html.text import MainText
from assets.extraction.html.title import shared_words
from assets.extraction.metadata.lexicon import Lexicon
from assets.extraction.records import TEXT_KINDS, Article, Page, Rejection, text_of
from assets.reference.records import Reference

_WEAK_TITLES = frozenset(("title element", "only heading", "first of several headings"))
_SUPPORTED = 0.5
_MOST_OF = 0.6
_SITE_WORDS = 7
_SITE_NAME = re.compile(
    r"(?:báo|cổng|trang|tạp chí|thời báo|đài|website|chuyên trang)(?: \S+){1,7}$", re.IGNORECASE
)


@dataclasses.dataclass(frozen=True, slots=True)
class ParsedPage:
    """A parsed page with what every step needs."""

    page: Page
    root: HtmlElement
    blocks: tuple[Block, ...]
    head: Head
    lexicon: Lexicon
    title: str | None
    title_source: str | None

    @property
    def url(self) -> str | None:
        """Return the page's own address, or that of the capture."""
        return self.head.canonical or self.page.url


def is_unsupported(parsed: ParsedPage, main: MainText) -> bool:
    """Tell a page whose headline is its site's name, or too short and foreign to its text.

    So look pages without headings and metadata of their own.
    """
    head = parsed.head
    if head.linked_data.is_article or not main.text:
        return False
    if parsed.title is None or _SITE_NAME.match(parsed.title):
        return True
    foreign = shared_words(parsed.title, main.text) < _SUPPORTED
    short = len(parsed.title.split()) <= _SITE_WORDS
    if head.first("og:title", "og:type", "twitter:title"):
        return parsed.title_source == "og:title" and short and foreign
    return parsed.title_source in _WEAK_TITLES and foreign


def read_plain(parsed: ParsedPage, main: MainText, reference: Reference) -> Article | None:
    """Read such a page by its visible lines, when these have a headline and as much text."""
    result = _as_flattened(parsed, reference)
    if isinstance(result, Rejection) or result.title is None:
        return None
    if result.title == parsed.title or shared_words(result.title, text_of(result)) < _SUPPORTED:
        return None
    if len(result.title.split()) < len((parsed.title or "").split()):
        return None
    words = sum(line.text.count(" ") + 1 for line in result.lines if line.kind in TEXT_KINDS)
    if words < _MOST_OF * (main.text.count(" ") + 1):
        return None
    reason = "read as flattened text, because title and headings name the site only"
    return _with_metadata(result, parsed, reason)


def _as_flattened(parsed: ParsedPage, reference: Reference) -> Article | Rejection:
    rendered = "\n".join(block.text for block in parsed.blocks)
    page = Page(parsed.page.document_id, "text/plain", rendered, parsed.url)
    return read_flattened(page, reference)


def read_as_flattened(
    parsed: ParsedPage, main: MainText, reference: Reference
) -> Article | Rejection | None:
    """Read the rendered blocks as a flattened page; None when that finds no more."""
    result = _as_flattened(parsed, reference)
    if isinstance(result, Rejection):
        return result if not main.text.strip() else None
    found = sum(line.text.count(" ") + 1 for line in result.lines if line.kind in TEXT_KINDS)
    if found <= main.text.count(" ") + 1:
        return None
    reason = f"read as flattened text, because {main.reason}"
    result = dataclasses.replace(
        result,
        title=parsed.title or result.title,
        title_source=parsed.title_source if parsed.title else result.title_source,
    )
    return _with_metadata(result, parsed, reason)


def _with_metadata(result: Article, parsed: ParsedPage, reason: str) -> Article:
    """Return the article with what the page's metadata tell instead of its lines."""
    head = parsed.head
    habits = habits_of(result.language, parsed.url)
    publication, updated = find_dates(head, parsed.root, (), parsed.url, parsed.lexicon, habits)
    authors, authors_source = find_authors(head, (), parsed.url, parsed.lexicon)
    # htmldate guesses from the whole page: the line beside the headline is surer.
    if result.publication and publication and publication.source == "htmldate":
        publication = result.publication
    return dataclasses.replace(
        result,
        authors=authors or result.authors,
        authors_source=authors_source if authors else result.authors_source,
        section=find_section(head, parsed.blocks, result.title) or result.section,
        publication=publication or result.publication,
        updated_at=updated or result.updated_at,
        url=parsed.url,
        extraction_reason=reason,
    )
