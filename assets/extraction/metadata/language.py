"""The language of a text as an ISO 639-1 code: Vietnamese by its letters, others by py3langid.

Works on the main text; what a page declares about itself is not asked.
"""

import re
from math import ceil

import py3langid

from assets.language.folding import has_vietnamese_letters

_ENGLISH = re.compile(r"\b(?:the|and|of|to|in|that|is|was|for|with|on|said|are)\b", re.IGNORECASE)
_SAMPLE = 3000
_FEWEST_LETTERS = 20
_MARKED = 0.08


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of `text`, or None when it has too few letters to tell."""
    sample = text[:_SAMPLE]
    # A tenth of the letters in Vietnamese prose carry marks that no other language writes.
    if has_vietnamese_letters(sample, max(_FEWEST_LETTERS, ceil(_MARKED * len(sample)))):
        return "vi"  # without counting the letters: they are no more than the characters
    letters = sum(map(str.isalpha, sample))
    if letters < _FEWEST_LETTERS:
        return None
    if has_vietnamese_letters(sample, ceil(_MARKED * letters)):
        return "vi"
    words = sample.count(" ") + 1
    plain = sum(map(str.isascii, sample)) >= 0.97 * len(sample)
    if plain and len(_ENGLISH.findall(sample)) >= 0.15 * words:
        return "en"
    code, _ = py3langid.classify(sample)
    return str(code)
