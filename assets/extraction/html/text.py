"""The main text of an HTML page by trafilatura, and whether it is clearly too little.

Its modes err on different pages: the quick one comes first, another is tried where the text leaves
much of the page's prose or holds much furniture, and the better one is kept. Nothing is fetched;
the caller decides what to do when every mode finds too little.
"""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import trafilatura
from lxml.html import HtmlElement

from assets.extraction.html.alignment import Piece, align
from assets.extraction.html.blocks import Block, word_count
from assets.extraction.html.weighing import FURNITURE, Weight, weigh_text

# trafilatura reports each page it cannot read; the article's reason says the same.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_CLOSED = re.compile(r"[.!?…:;,\"”’»)。！？]\s*$")
_PARAGRAPH_WORDS = 12
_ENOUGH_WORDS = 80
_TOO_LITTLE = 0.35
_MOST_OF_PROSE = 0.7
_MUCH_FURNITURE = 0.1
_QUICK = {"fast": True, "favor_recall": True}
_PRECISE = {"favor_precision": True}


@dataclass(frozen=True, slots=True)
class MainText:
    """Extracted text, one paragraph a line, how it was found, and whether it is too little.

    `pieces` are the page's blocks with the text put back on them.
    """

    text: str
    pieces: tuple[Piece, ...]
    reason: str
    is_too_little: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    mode: str
    text: str
    pieces: tuple[Piece, ...]
    weight: Weight

    def is_better_than(self, other: "_Candidate") -> bool:
        if not self.text or not other.text:
            return bool(self.text)
        return self.weight.worth > other.weight.worth


def visible_paragraph_words(blocks: Sequence[Block]) -> int:
    """Count the words of what looks like paragraphs of prose, furniture aside."""
    return sum(
        words
        for block in blocks
        if block.place not in FURNITURE
        and block.link_share < 0.3
        and (words := word_count(block.text)) >= _PARAGRAPH_WORDS
        and _CLOSED.search(block.text)
    )


def _extract(root: HtmlElement, blocks: Sequence[Block], mode: str, **options: Any) -> _Candidate:
    try:
        document = trafilatura.bare_extraction(root, include_comments=False, **options)
    except (RecursionError, ValueError, AttributeError, TypeError, AssertionError):
        # Trees that its recursive serialisation cannot take; the fallback needs no recursion.
        document = None
    found = getattr(document, "text", None)
    text = found.strip() if isinstance(found, str) else ""
    pieces = tuple(align(blocks, text))
    return _Candidate(mode, text, pieces, weigh_text(pieces))


def _is_the_same(text: str, body: str) -> bool:
    """Tell a text that is the body with its paragraphs run together, as trafilatura reads it."""
    return body.count("\n") > text.count("\n") and "".join(text.split()) == "".join(body.split())


def extract_main_text(root: HtmlElement, blocks: Sequence[Block], body: str | None) -> MainText:
    """Return the main text of a page by the mode that gets most prose and least furniture.

    `body` is the text in its structured data, taken when the page shows clearly less of it.
    """
    best = _extract(root, blocks, "quick", **_QUICK)
    if not best.text or best.weight.prose < _MOST_OF_PROSE * best.weight.visible:
        other = _extract(root, blocks, "default")
        best = other if other.is_better_than(best) else best
    if best.weight.furniture > _MUCH_FURNITURE * best.weight.prose:
        other = _extract(root, blocks, "precise", **_PRECISE)
        best = other if other.is_better_than(best) else best
    words, visible = word_count(best.text), visible_paragraph_words(blocks)
    whole = len((body or "").split())
    if (
        body
        and whole >= _PARAGRAPH_WORDS
        and (words < _TOO_LITTLE * whole or _is_the_same(best.text, body))
    ):
        reason = f"JSON-LD articleBody: {whole} words, of which the page shows {visible}"
        return MainText(body, tuple(align(blocks, body)), reason, is_too_little=False)
    reason = f"trafilatura, {best.mode} mode: {words} words"
    is_too_little = words == 0 or (visible >= _ENOUGH_WORDS and words < _TOO_LITTLE * visible)
    if is_too_little:
        reason = f"{reason} of {visible} in visible paragraphs"
    return MainText(best.text, best.pieces, reason, is_too_little)
