"""Where an article stands among the pieces of an HTML page: headline, first and last of its text.

Records and look-ups for naming the pieces, which is `kinds`' work.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assets.extraction.flattened.line_shapes import is_imprint
from assets.extraction.html.alignment import Piece
from assets.extraction.html.blocks import Block, word_count
from assets.extraction.html.title import title_key
from assets.extraction.records import LineKind

_HEAD_REACH = 12  # pieces above the text in which its headline, date and byline stand
_PARAGRAPH_WORDS = 8
_LINKED = 0.8
_FURNITURE = frozenset(
    ("navigation", "footer", "aside", "comment", "tool", "tag", "related", "breadcrumb")
)


@dataclass(frozen=True, slots=True)
class Named:
    """A piece with its kind, how sure that is and what decided it."""

    piece: Piece
    kind: LineKind
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the article stands among the pieces; `last` is the index of its last text piece.

    `title` is the piece of the headline, None when it is not on the page.
    """

    title: int | None
    first: int
    last: int

    @property
    def top(self) -> int:
        """Return the first piece that may belong to the article's head."""
        anchor = self.first if self.title is None else min(self.title, self.first)
        return max(0, anchor - _HEAD_REACH // 2)


class TitleKeys:
    """Compares lines with the headline; most lines are ruled out by their length."""

    def __init__(self, title: str | None) -> None:
        self.key = title_key(title) if title else ""
        self.length = len(title or "")

    def is_title(self, text: str) -> bool:
        """Tell whether a line says what the headline says."""
        if not self.key or not len(self.key) <= len(text) <= 2 * self.length + 10:
            return False
        return title_key(text) == self.key


def find_frame(pieces: Sequence[Piece], title: str | None) -> Frame:
    """Return where headline and text begin and end; `pieces` hold at least one of the text."""
    keys = TitleKeys(title)
    taken = [number for number, piece in enumerate(pieces) if piece.in_text]
    own = [n for n in taken if not is_list_or_imprint(pieces[n])] or taken
    long = [n for n in own if word_count(pieces[n].text) >= _PARAGRAPH_WORDS]
    first = next((n for n in long if not keys.is_title(pieces[n].text)), own[0])
    copies = [n for n, piece in enumerate(pieces) if keys.is_title(piece.text)]
    headings = [n for n in copies if (block := pieces[n].block) is not None and block.tag == "h1"]
    above = [n for n in copies if n <= first and not is_furniture(pieces[n].block)]
    headline = next(iter(headings), above[-1] if above else None)
    return Frame(headline, first, own[-1])


def is_list_or_imprint(piece: Piece) -> bool:
    """Tell a piece of nothing but links, or with the outlet's address."""
    linked = piece.block is not None and piece.block.link_share >= _LINKED
    return linked or is_imprint(piece.text)


def is_furniture(block: Block | None) -> bool:
    """Tell whether a block stands in navigation, footer, comments or the like."""
    return block is not None and block.place in _FURNITURE
