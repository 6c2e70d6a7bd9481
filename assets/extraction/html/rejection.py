"""Why an HTML page is no article: error page, captcha, listing, player, empty page.

Returns the reason a user reads. The same question for flattened pages is answered in `rejection`.
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from assets.extraction.html.blocks import Block, word_count
from assets.extraction.html.frame import Named
from assets.extraction.html.head import Head
from assets.extraction.html.tail import list_reason
from assets.extraction.metadata.lexicon import Lexicon
from assets.extraction.records import TEXT_KINDS

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*(?:\s|$)|[。！？]")
_ERROR_WORDS = 80
_PHRASE_BLOCK = 60
_SENTENCE_WORDS = 8
_LEAST_WORDS = 18
_LIST_WORDS = 60  # an article may be a list or a table without one sentence
_LINKED = 0.7
_TEASERS = 6
_PLAYERS = ("video", "audio", "iframe", "object", "embed")


def empty_reason(blocks: Sequence[Block]) -> str | None:
    """Return why a page without visible text is no article."""
    if not any(not block.is_alt for block in blocks):
        return "empty page: no visible text"
    return None


def error_reason(head: Head, blocks: Sequence[Block], text: str, lexicon: Lexicon) -> str | None:
    """Return why a page is an error page or a captcha, when title or headline say so."""
    if word_count(text) >= _ERROR_WORDS:
        return None
    signs = [head.title or "", *(block.text for block in blocks if block.is_heading)]
    signs += [block.text for block in blocks[:30]] if len(blocks) <= 60 else []
    for block in blocks:
        if word_count(block.text) <= _PHRASE_BLOCK and lexicon.has_error_phrase(block.text):
            return f"error page or captcha: it says “{block.text[:60]}”"
    for sign in signs:
        parts = [sign, *re.split(r"\s*[-|–:]\s+", sign)] if len(sign) <= 150 else []
        if any(lexicon.role_of(part) == "error" for part in parts if part):
            return f"error page or captcha: it says “{sign[:60]}”"
    return None


def _is_linked(named: Named) -> bool:
    block = named.piece.block
    return block is not None and block.link_share >= _LINKED


def _is_prose(named: Named) -> bool:
    text = named.piece.text
    long = word_count(text) >= _SENTENCE_WORDS
    return long and not _is_linked(named) and _SENTENCE_END.search(text) is not None


def content_reason(
    named: Sequence[Named], head: Head, root: HtmlElement, url: str | None, lexicon: Lexicon
) -> str | None:
    """Return why a page with some extracted text is no article, or None.

    An article has at least one real paragraph; one is enough.
    """
    kept = [one for one in named if one.kind in TEXT_KINDS]
    prose = sum(word_count(one.piece.text) for one in kept if _is_prose(one))
    words = sum(word_count(one.piece.text) for one in kept)
    linked = sum(word_count(one.piece.text) for one in kept if _is_linked(one))
    teasers = sum(one.kind == "teaser" for one in named)
    says_article = head.linked_data.is_article or (head.first("og:type") or "").endswith("article")
    if prose < _LEAST_WORDS and words - linked < _LIST_WORDS:
        if teasers >= _TEASERS or linked > 0.5 * words:
            return "listing page: titles but no paragraph of an article"
        if prose == 0 and next(root.iter(*_PLAYERS), None) is not None:
            return "player page: a video, sound or frame without text of its own"
        if prose == 0 or not says_article:
            return "no prose: not one real paragraph"
    if not says_article:
        reason = list_reason([one.piece for one in named], lexicon)
        if reason is not None:
            return reason
    address = head.canonical or url
    is_front = address is not None and urlsplit(address).path in ("", "/", "/index.html")
    if is_front and not says_article and teasers >= _TEASERS:
        return "front page of a site, with teasers of its articles"
    if not says_article and linked > 0.6 * words and teasers >= _TEASERS:
        return "listing page: most of its text is links to articles"
    return None
