"""The last paragraphs of a text that their page leaves without a full stop.

Looks only at the lines right behind the text; its stretch is found in `main_text`.
"""

from collections.abc import Sequence

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.captions import caption_shape, narrates
from assets.extraction.flattened.copies import Copies
from assets.extraction.flattened.evidence import Evidence
from assets.extraction.flattened.vocabulary import word_pairs
from assets.extraction.metadata.lexicon import Lexicon

_LEAST_WORDS, _LONG_WORDS = 13, 17
_LEAST_PAIRS = 2
_MOST_LINES = 4
_SURE_NAME = 0.5
_MOST_CAPITALS = 0.5
_LEAST_SCORE = -1.2
_ENDS = ("tool", "related", "tag", "comment", "footer", "poll")


def unclosed_ending(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    copies: Copies,
    kept: Sequence[bool],
    lexicon: Lexicon,
) -> list[bool]:
    """Return `kept` with the lines behind the text added that end the article.

    They are long, tell a story or speak in word pairs of the text, and a byline or a button of the
    page's own stands right behind them.
    """
    grown = list(kept)
    if True not in grown:
        return grown
    start = index = len(grown) - grown[::-1].index(True)
    text = [line for line in lines[:start] if kept[line.index]]
    while index < len(lines) and index < start + _MOST_LINES:
        if not _is_paragraph(lines[index], found[index], copies, text, lexicon):
            break
        index += 1
    if index == start or index >= len(lines):
        return grown
    after = found[index]
    signed = after.byline is not None and after.byline.confidence >= _SURE_NAME
    long = index - start > 1 or lines[start].words >= _LONG_WORDS
    if signed or (long and after.role in _ENDS):
        grown[start:index] = [True] * (index - start)
    return grown


def _is_paragraph(
    line: PageLine,
    one: Evidence,
    copies: Copies,
    text: Sequence[PageLine],
    lexicon: Lexicon,
) -> bool:
    """Tell a paragraph of `text` without a full stop from captions and titles of other articles."""
    plain = one.role is None and one.date is None and one.byline is None and not one.credit
    single = line.index not in copies.groups and line.index not in copies.doubled
    if not plain or not single or one.barrier or one.score < _LEAST_SCORE or line.closed:
        return False
    if line.words < _LEAST_WORDS or line.capital_share >= _MOST_CAPITALS:
        return False
    if line.words >= _LONG_WORDS and narrates(line):
        return True
    if caption_shape(line, lexicon) is not None:
        return False
    said = {pair for other in text for pair in word_pairs(other.text)}
    return len(word_pairs(line.text) & said) >= _LEAST_PAIRS
