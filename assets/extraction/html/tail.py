"""Other articles that an extractor took for the end of an HTML page's text.

Looks at the visible pieces behind the first paragraphs for runs of title and sentence pairs, the
same shape as on flattened pages (`alternation`). Lists of bare links are `kinds`' work.
"""

from collections.abc import Sequence
from itertools import pairwise

from assets.extraction.flattened.alternation import (
    FOREIGN,
    find_runs,
    foreignness,
    lists_only_pairs,
)
from assets.extraction.flattened.blocks import PageLine, split_lines
from assets.extraction.flattened.copies import find_copies
from assets.extraction.flattened.evidence import Evidence
from assets.extraction.flattened.rejection import live_entries
from assets.extraction.flattened.structure import weigh
from assets.extraction.html.alignment import Piece
from assets.extraction.metadata.lexicon import Lexicon

_LEAST_TITLE, _LONGEST_TITLE = 4, 25
_LEAST_SENTENCE = 8
_LEAST_PAIRS = 2
_LEAST_CLOCKS = 5
_LONG_WORDS = 45  # longer than the sentence under a teaser's title
_TAIL = 12  # pieces at the end of the text that hold the last titles and sentences
_END = 5
_LONGEST_DATE = 30
_CLOSED = (".", "!", "…", "”", '"', ")", ":", ";", ",")


def _pairs(texts: Sequence[str]) -> int:
    """Count cheaply how often a sentence stands under a title."""
    pairs = 0
    dateless = [text for text in texts if len(text) > _LONGEST_DATE or not text[0].isdigit()]
    for first, second in pairwise(dateless):
        if first.endswith(_CLOSED) or not second.endswith((".", "!", "?", "…")):
            continue
        long = second.count(" ") + 1 >= _LEAST_SENTENCE
        pairs += long and _LEAST_TITLE <= first.count(" ") + 1 <= _LONGEST_TITLE
    return pairs


def _weighed(texts: Sequence[str], lexicon: Lexicon) -> tuple[tuple[PageLine, ...], list[Evidence]]:
    lines = split_lines("\n".join(texts))
    return lines, weigh(lines, find_copies(lines), lexicon)


def foreign_pieces(pieces: Sequence[Piece], lexicon: Lexicon) -> frozenset[int]:
    """Return the indexes of pieces that belong to runs of other articles behind the text."""
    taken = [number for number, piece in enumerate(pieces) if piece.in_text]
    if not taken:
        return frozenset()
    inside = [
        number
        for number in range(taken[0], taken[-1] + 1)
        if not ((block := pieces[number].block) is not None and block.is_alt)
    ]
    texts = [pieces[number].text for number in inside]
    if _pairs(texts[-_TAIL:]) < _LEAST_PAIRS or not _pairs(texts[-_END:]):
        return frozenset()
    lines, found = _weighed(texts, lexicon)
    if len(lines) != len(inside):
        return frozenset()
    return frozenset(
        inside[index]
        for run in find_runs(lines, found)
        if run.end >= len(lines) - 1 and foreignness(lines, found, run) >= FOREIGN
        for index in range(run.start, run.end)
    )


def list_reason(pieces: Sequence[Piece], lexicon: Lexicon) -> str | None:
    """Return why the pieces of a page are a listing or a live page, or None."""
    texts = [piece.text for piece in pieces if not (piece.block is not None and piece.block.is_alt)]
    long = sum(piece.in_text and piece.text.count(" ") >= _LONG_WORDS for piece in pieces)
    clocks = sum(text[:1].isdigit() and (":" in text[:3] or "h" in text[:3]) for text in texts)
    pairs = long < _LEAST_PAIRS <= _pairs(texts)
    if not pairs and clocks < _LEAST_CLOCKS:
        return None
    lines, found = _weighed(texts, lexicon)
    live = live_entries(lines, found) if clocks >= _LEAST_CLOCKS else None
    if live is not None:
        return live
    if pairs and lists_only_pairs(lines, found):
        return "listing page: only titles with one sentence each"
    return None
