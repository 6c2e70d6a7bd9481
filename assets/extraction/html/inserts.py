"""Captions and links to other articles that an HTML page sets as plain paragraphs.

Only what a paragraph of a Vietnamese page tells by its own words; elements that name themselves
captions or related lists are read in `kinds`.
"""

from assets.extraction.flattened.blocks import split_lines
from assets.extraction.flattened.captions import closed_caption_shape
from assets.extraction.flattened.line_shapes import is_credit, is_link
from assets.extraction.metadata.lexicon import Lexicon
from assets.extraction.records import LineKind
from assets.language.folding import has_vietnamese_letters

_LONGEST = 300


def is_vietnamese(text: str) -> bool:
    """Tell whether a text has a letter that only Vietnamese has."""
    return has_vietnamese_letters(text, 1)


def inserted_kind(
    text: str, lexicon: Lexicon, *, may_be_caption: bool
) -> tuple[LineKind, float, str] | None:
    """Return (kind, confidence, reason) of a paragraph that is no part of the text, or None.

    `may_be_caption` is False where an article has no captions, as in its first paragraph.
    """
    if len(text) > _LONGEST or not is_vietnamese(text):
        return None
    line = split_lines(text)[0]
    if is_link(line, lexicon):
        return "teaser", 0.8, "link to the page of another article"
    if not may_be_caption or line.inner_stops > 1:
        return None
    if is_credit(text):
        return "caption", 0.75, "picture credit"
    shape = closed_caption_shape(line, lexicon)
    return ("caption", 0.6, shape) if shape is not None else None
