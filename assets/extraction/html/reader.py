"""The reader of HTML pages: trafilatura for the text, the page's own metadata for the facts.

Puts the steps together; each has its own module. Nothing is fetched. Pages without markup are read
by `flattened`, which is also the last resort for a page that trafilatura cannot read.
"""

from collections.abc import Sequence

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, fromstring
from trafilatura.utils import is_dubious_html, repair_faulty_html

from assets.extraction.html.authors import find_authors, read_byline_block
from assets.extraction.html.blocks import Block, render
from assets.extraction.html.date_habits import habits_of
from assets.extraction.html.dates import find_dates
from assets.extraction.html.frame import Named
from assets.extraction.html.head import Head, read_head
from assets.extraction.html.kinds import SIGNATURE, name_pieces
from assets.extraction.html.plain import (
    ParsedPage,
    is_unsupported,
    read_as_flattened,
    read_plain,
)
from assets.extraction.html.rejection import content_reason, empty_reason, error_reason
from assets.extraction.html.section import find_section
from assets.extraction.html.text import MainText, extract_main_text
from assets.extraction.html.title import find_title
from assets.extraction.metadata.language import detect_language
from assets.extraction.metadata.lexicon import lexicon_of
from assets.extraction.metadata.outlet import find_outlet, outlet_shown
from assets.extraction.records import TEXT_KINDS, Article, Line, Page, Rejection
from assets.reference.records import Reference

# Languages that page templates declare whatever their text is in: these are checked.
_TEMPLATE_LANGUAGES = frozenset(("vi", "en"))
# trafilatura's own parser, but for pages nested deeper than 255 elements too.
_PARSER = HTMLParser(
    collect_ids=False,
    encoding="utf-8",
    remove_comments=True,
    remove_pis=True,
    huge_tree=True,
)
_LEAST_CHILDREN = 2
_FURNITURE_KINDS = frozenset(("navigation", "other", "teaser"))


def read_html(page: Page, reference: Reference) -> Article | Rejection:
    """Read one HTML page to an article with every visible block named, or say why it is none."""
    root = _parse(page.text)
    if root is None:
        return Rejection(
            page.document_id,
            "empty page: no readable HTML (no element, broken or nested too deeply)",
        )
    lexicon = lexicon_of(reference)
    head = read_head(root, page.url)
    blocks = render(root)
    reason = empty_reason(blocks) if head.linked_data.body is None else None
    if reason is not None:
        return Rejection(page.document_id, reason)
    title, title_source = find_title(head, blocks, page.url, lexicon)
    parsed = ParsedPage(page, root, blocks, head, lexicon, title, title_source)
    main = extract_main_text(root, blocks, head.linked_data.body)
    reason = error_reason(head, blocks, main.text, lexicon)
    if reason is not None:
        return Rejection(page.document_id, reason)
    if is_unsupported(parsed, main):
        plain = read_plain(parsed, main, reference)
        if plain is not None:
            return plain
    if main.is_too_little:
        rescued = read_as_flattened(parsed, main, reference)
        if rescued is not None:
            return rescued
    if not main.text.strip():
        return Rejection(page.document_id, "no main text: menus, links or a player only")
    return _read_extracted(parsed, main)


def _parse(source: str) -> HtmlElement | None:
    source = source.replace("\0", "")
    beginning = source[:50].lower()
    try:
        source = repair_faulty_html(source, beginning)
        try:
            root = fromstring(source, parser=_PARSER)
        except ValueError:  # an encoding declaration in a decoded page
            root = fromstring(source.encode("utf-8", "surrogatepass"), parser=_PARSER)
    except (ValueError, AssertionError, RecursionError, ParserError):
        return None
    if root is None or not isinstance(root.tag, str):
        return None
    return None if is_dubious_html(beginning) and len(root) < _LEAST_CHILDREN else root


def _read_extracted(parsed: ParsedPage, main: MainText) -> Article | Rejection:
    head, page, lexicon = parsed.head, parsed.page, parsed.lexicon
    descriptions = [
        value
        for value in (head.first("og:description", "description"), head.linked_data.description)
        if value
    ]
    named = name_pieces(main.pieces, parsed.title, descriptions, lexicon)
    reason = content_reason(named, head, parsed.root, parsed.url, lexicon)
    if reason is not None:
        return Rejection(page.document_id, reason)
    lines = tuple(
        Line(number, one.kind, one.piece.text, one.confidence, one.reason)
        for number, one in enumerate(named, start=1)
    )
    text = [line.text for line in lines if line.kind in TEXT_KINDS]
    language = _language(head, "\n".join(text))
    publication, updated = find_dates(
        head,
        parsed.root,
        _blocks_of(named, "date", "byline"),
        parsed.url,
        lexicon,
        habits_of(language, parsed.url),
    )
    bylines = [
        block
        for block in _blocks_of(named, "byline", "date")
        if read_byline_block(block, lexicon) is not None
    ]
    authors, authors_source = find_authors(
        head, bylines, parsed.url, lexicon, _named_after_author(named)
    )
    signature = next((one for one in named if one.reason == SIGNATURE), None)
    if not authors and signature is not None:
        authors, authors_source = (signature.piece.text,), SIGNATURE
    site_name = head.first("og:site_name") or head.linked_data.publisher
    outlet_id, outlet_source = find_outlet(
        url=parsed.url,
        site_name=site_name,
        lead=text[0],
        closing=text[-1],
        furniture=[(line.line_no, line.text) for line in lines if line.kind in _FURNITURE_KINDS],
        lexicon=lexicon,
    )
    shown = outlet_shown(parsed.url, site_name) if outlet_id is None else None
    if shown is not None:
        outlet_id, outlet_source = shown.outlet_id, "address of the page, not in the reference data"
    return Article(
        document_id=page.document_id,
        lines=lines,
        title=parsed.title,
        title_source=parsed.title_source,
        authors=authors,
        authors_source=authors_source,
        section=find_section(head, parsed.blocks, parsed.title),
        publication=publication,
        updated_at=updated,
        outlet_id=outlet_id,
        outlet_source=outlet_source,
        outlet_name=shown.name if shown else None,
        outlet_domain=shown.domain if shown else None,
        url=parsed.url,
        language=language,
        extraction_method="html",
        extraction_reason=main.reason,
    )


def _blocks_of(named: Sequence[Named], *kinds: str) -> list[Block]:
    return [one.piece.block for one in named if one.kind in kinds and one.piece.block is not None]


def _named_after_author(named: Sequence[Named]) -> list[Block]:
    """Return the blocks above the end of the text that their elements call an author's."""
    last = max(number for number, one in enumerate(named) if one.kind in TEXT_KINDS)
    return [
        one.piece.block
        for one in named[:last]
        if one.kind in _FURNITURE_KINDS
        and one.piece.block is not None
        and one.piece.block.place == "byline"
    ]


def _language(head: Head, text: str) -> str | None:
    """Return the language of the page as it declares it, checked with its text."""
    declared = (head.language or head.linked_data.language or "").split("-")[0].strip().lower()
    if len(declared) == 2 and declared not in _TEMPLATE_LANGUAGES:
        return declared
    return detect_language(text) or (declared if len(declared) == 2 else None)
