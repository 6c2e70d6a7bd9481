"""The main text of an HTML page by trafilatura, and whether it is clearly too little.

Nothing is fetched; the caller decides what to do when even the recall mode finds too little.
"""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass

import trafilatura
from lxml.html import HtmlElement

from assets.extraction.html.blocks import Block, word_count

# trafilatura reports each page it cannot read; the article's reason says the same.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_CLOSED = re.compile(r"[.!?…:;,\"”’»)。！？]\s*$")
_PARAGRAPH_WORDS = 12
_ENOUGH_WORDS = 80
_TOO_LITTLE = 0.35
_CLEARLY_MORE = 1.5
_OUTSIDE = frozenset(
    ("navigation", "footer", "aside", "comment", "related", "caption", "tag", "tool", "breadcrumb")
)


@dataclass(frozen=True, slots=True)
class MainText:
    """Extracted text, one paragraph a line, how it was found, and whether it is too little."""

    text: str
    reason: str
    is_too_little: bool


def visible_paragraph_words(blocks: Sequence[Block]) -> int:
    """Count the words of what looks like paragraphs of prose, furniture aside."""
    return sum(
        words
        for block in blocks
        if block.place not in _OUTSIDE
        and block.link_share < 0.3
        and (words := word_count(block.text)) >= _PARAGRAPH_WORDS
        and _CLOSED.search(block.text)
    )


def _extract(root: HtmlElement, *, recall: bool) -> str:
    try:
        document = trafilatura.bare_extraction(root, include_comments=False, favor_recall=recall)
    except (RecursionError, ValueError, AttributeError, TypeError, AssertionError):
        # Trees that its recursive serialisation cannot take; the fallback needs no recursion.
        return ""
    text = getattr(document, "text", None)
    return text if isinstance(text, str) else ""


def extract_main_text(root: HtmlElement, blocks: Sequence[Block]) -> MainText:
    """Return the main text of a page, in recall mode when the default finds clearly too little."""
    visible = visible_paragraph_words(blocks)
    text = _extract(root, recall=False)
    words = word_count(text)
    if not _is_too_little(words, visible):
        return MainText(text, f"trafilatura: {words} words", False)
    more = _extract(root, recall=True)
    more_words = word_count(more)
    if more_words > _CLEARLY_MORE * words:
        text, words = more, more_words
    reason = f"trafilatura in recall mode: {words} words of {visible} in visible paragraphs"
    return MainText(text, reason, _is_too_little(words, visible))


def _is_too_little(words: int, visible: int) -> bool:
    return words == 0 or (visible >= _ENOUGH_WORDS and words < _TOO_LITTLE * visible)
