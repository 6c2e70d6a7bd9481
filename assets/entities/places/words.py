"""The words around a name: the word before and after, syllables, capitals, heads of sentences.

Grammar only: which shapes speak for or against a name. The words themselves are reference data
(`generics` and the index); what they decide is told in `context`.
"""

import re
from functools import lru_cache

from assets.language.folding import fold

_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)

_BLANKS = (" ", "\u00a0")
# How far back a word before a name may begin.
_FAR = 32
_PREVIOUS = re.compile(r"([^\W_](?:[\w'’.]*\w)?)[ \u00a0]+\Z")
_NEXT = re.compile(r"[ \u00a0]+([^\W_][\w'’]*)")
_NUMBER = re.compile(r"[ \u00a0]?\d{3}(?!\d|[ \u00a0](?:triệu|tỷ|tỉ|nghìn|ngàn|người|đồng|USD))")
_OPENING = re.compile(r"(?:\A|[\n.!?:…\"“”‘(\[•]|(?:\A|\n|\s)[-–—])\s*\Z")


@lru_cache(maxsize=65536)
def is_vietnamese_syllable(word: str) -> bool:
    """Tell whether `word` has the shape of one Vietnamese syllable ("Anh", not "Joe")."""
    return _SYLLABLE.fullmatch(fold(word)) is not None


# Names of places recur, in texts as in the reference data.
@lru_cache(maxsize=1 << 14)
def capital_count(name: str) -> int:
    """Return how many capitals `name` has."""
    return sum(map(str.isupper, name))


def is_capitalised(word: str) -> bool:
    """Tell whether `word` begins with a capital and is no acronym."""
    return word[:1].isupper() and (len(word) == 1 or not word.isupper())


def piece_before(text: str, position: int, reach: int) -> tuple[int, int]:
    """Return where what stands between blanks right before `position` begins and ends.

    At most `reach` characters back; a pattern for it need not be tried further on the left.
    """
    first = max(0, position - reach)
    end = position
    while end > first and text[end - 1] in _BLANKS:
        end -= 1
    return max(first, text.rfind(" ", first, end) + 1), end


def _previous(text: str, position: int) -> re.Match[str] | None:
    if text[position - 1 : position] not in _BLANKS:
        return None
    return _PREVIOUS.search(text, piece_before(text, position, _FAR)[0], position)


def word_before(text: str, position: int) -> str:
    """Return the word that ends at `position` but for spaces, "" after punctuation."""
    match = _previous(text, position)
    return match[1] if match else ""


def word_after(text: str, position: int) -> str:
    """Return the word that follows `position` after spaces, "" before punctuation."""
    match = _NEXT.match(text, position)
    return match[1] if match else ""


def opens_sentence(text: str, position: int) -> bool:
    """Tell whether `position` is the head of a paragraph, sentence, quotation or bracket."""
    return _OPENING.search(text, max(0, position - 6), position) is not None or position == 0


def capitals_before(text: str, position: int, stop: int) -> list[str]:
    """Return up to three capitalised words of Vietnamese shape right before `position`.

    The list is in text order; words that begin before `stop` (the end of another place) are left
    out.
    """
    words: list[str] = []
    while len(words) < 3:
        match = _previous(text, position)
        if match is None or match.start() < stop:
            break
        word = match[1]
        if not is_capitalised(word) or not is_vietnamese_syllable(word):
            break
        words.insert(0, word)
        position = match.start()
    return words


def in_code(text: str, start: int, end: int) -> bool:
    """Tell whether an acronym is part of "VN-Index", of a flight "VN 324" or of "VOV.VN"."""
    joined = (text[end : end + 1] or " ") in "-–/"
    web = start > 1 and text[start - 1] == "." and text[start - 2].isalnum()
    return joined or web or _NUMBER.match(text, end) is not None
