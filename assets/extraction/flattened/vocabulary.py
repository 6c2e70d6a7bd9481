"""Whether a paragraph speaks of what the text before it speaks of.

Pairs of neighbouring words are compared, not words: in Vietnamese they are the words, and other
articles share few of them. Judged against how much the text's own paragraphs share.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from assets.extraction.flattened.blocks import PageLine

_WORD = re.compile(r"\w+")
_LEAST_SHARED = 0.03
_MOST_PARAGRAPHS = 12


@lru_cache(maxsize=512)
def word_pairs(text: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of neighbouring words of a text, in lower case."""
    words = _WORD.findall(text.lower())
    return frozenset(pairwise(words))


def likeness(text: Sequence[PageLine], others: Sequence[PageLine]) -> float | None:
    """Return how alike `others` are to the paragraphs `text`: 1.0 is as alike as those are.

    None when `text` has fewer than two paragraphs, or when they share too little to judge by.
    """
    own = [word_pairs(line.text) for line in text[-_MOST_PARAGRAPHS:]]
    strange = [pairs for pairs in (word_pairs(line.text) for line in others) if pairs]
    if len(own) < 2 or not strange:
        return None
    seen = Counter(pair for pairs in own for pair in pairs)
    usual = [sum(seen[pair] > 1 for pair in pairs) / len(pairs) for pairs in own if pairs]
    shared = sum(usual) / len(usual)
    if shared < _LEAST_SHARED:
        return None
    found = [sum(pair in seen for pair in pairs) / len(pairs) for pairs in strange]
    return sum(found) / len(found) / shared
