"""How much of an extracted text is prose of the page, and how much is furniture.

Judges each piece by its place, links, length and punctuation, in any language, so that the texts of
several extractors can be compared. Choosing among them is `text`'s work.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assets.extraction.html.alignment import Piece
from assets.extraction.html.blocks import Block, word_count

_CLOSED = re.compile(r"[.!?…:;\"”’»)。！？]\s*$")
# Places of a page that hold no text of the article.
FURNITURE = frozenset(
    ("navigation", "footer", "aside", "comment", "related", "caption", "tag", "tool", "breadcrumb")
)
_LINKED = 0.5
_SENTENCE_WORDS = 8
_OWN_SHARE = 0.4  # a place that holds more of the page means something else there
_MOST_WORDS = 80  # of one paragraph, so that a page of one long block does not decide alone
_OPEN_SENTENCE, _SHORT = -0.1, -0.2


@dataclass(frozen=True, slots=True)
class Weight:
    """Words of prose and of furniture in a text, and words of prose on its page."""

    prose: float
    furniture: float
    visible: float

    @property
    def worth(self) -> float:
        """Return what the text is worth: its prose less its furniture."""
        return self.prose - self.furniture


def _furniture(pieces: Sequence[Piece]) -> frozenset[str]:
    """Return the places of a page that are furniture."""
    held: Counter[str] = Counter()
    for piece in pieces:
        if piece.block is not None:
            held[piece.block.place] += len(piece.text)
    most = _OWN_SHARE * held.total()
    return frozenset(place for place in FURNITURE if held[place] <= most)


def _goodness(block: Block, furniture: frozenset[str]) -> float:
    """Return between -1 (furniture) and 1 (prose) what a block looks like."""
    if block.is_alt or block.link_share > _LINKED or block.place in furniture:
        return -1.0
    if block.is_heading:
        return 0.0
    if word_count(block.text) < _SENTENCE_WORDS:
        return _SHORT
    return 1.0 if _CLOSED.search(block.text) else _OPEN_SENTENCE


def weigh_text(pieces: Sequence[Piece]) -> Weight:
    """Weigh the text that aligned pieces hold; text without a block counts nothing."""
    furniture_places = _furniture(pieces)
    prose = furniture = visible = 0.0
    for piece in pieces:
        if piece.block is None:
            continue
        value = _goodness(piece.block, furniture_places) * min(word_count(piece.text), _MOST_WORDS)
        visible += max(0.0, value)
        if piece.in_text:
            prose += max(0.0, value)
            furniture += max(0.0, -value)
    return Weight(prose, furniture, visible)
