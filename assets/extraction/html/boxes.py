"""Boxes of other articles and of comments inside what an extractor took for the text.

Told by the names of their elements, and by links: names mean many things. Title and sentence pairs
without such names are `tail`'s work.
"""

from collections.abc import Sequence
from itertools import groupby

from assets.extraction.html.alignment import Piece
from assets.extraction.html.blocks import Block, word_count

_FOREIGN = frozenset(("related", "comment"))
_FOREIGN_SHARE = 0.4
_LINKED = 0.8
_PARAGRAPH_WORDS = 8
_PROSE_PER_LINK = 2
_CLOSED = (".", "!", "?", "…", ":", ";", "”", '"', "’", "»", ")")


def pieces_in_boxes(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the indexes of pieces in comments and boxes of other articles.

    Of none when most of the text is there: then the names mean something else on this page.
    """
    inside: list[int] = []
    words = foreign_words = 0
    for place, run in groupby(range(len(pieces)), key=lambda number: _place(pieces[number])):
        numbers = list(run)
        size = sum(word_count(pieces[n].text) for n in numbers if place and pieces[n].in_text)
        words += size
        if place in _FOREIGN:
            foreign_words += size
            blocks = [block for n in numbers if (block := pieces[n].block) is not None]
            inside += numbers if place == "comment" or _is_list(blocks) else ()
    return frozenset(inside) if foreign_words < _FOREIGN_SHARE * words else frozenset()


def _place(piece: Piece) -> str | None:
    return piece.block.place if piece.block is not None else None


def _is_list(blocks: Sequence[Block]) -> bool:
    """Tell a box of links; paragraphs without any are the article's own."""
    links = sum(block.link_share >= _LINKED for block in blocks)
    prose = sum(block.link_share < _LINKED and _is_paragraph(block) for block in blocks)
    return prose <= _PROSE_PER_LINK * links


def _is_paragraph(block: Block) -> bool:
    long = not block.is_alt and word_count(block.text) >= _PARAGRAPH_WORDS
    return long and block.text.endswith(_CLOSED)
