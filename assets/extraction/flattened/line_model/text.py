"""A flattened page as arrays: its characters, words and the learned leaning of each word.

Everything is read once for the whole page, because reading line by line in Python is too slow.
What the arrays say about a line is next door in `features`.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.extraction.flattened.blocks import PageLine

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
# The line model's traits by name, each with a value a line.
Columns = dict[str, npt.NDArray[Any]]
# Line keys with and without accents; then what `PageText` says of words, in its order.
_WordArrays = tuple[Hashes, Hashes, Integers, Integers, Integers, Integers, Integers]

# Words and pairs of words are told apart by hashes of so many bits; collisions are rare enough.
WORD_BITS = 14
PAIR_BITS = 16
# Chinese, Japanese and Korean letters start here; two of them count as a word.
_WITHOUT_SPACES = 0x3040
_LONGEST_WORD = 24
_BLANKS_COUNTED = 2
_INDENT_COUNTED = 8

SPACE, UPPER, LOWER, LETTER, DIGIT, ACCENTED, STOP, COMMA, QUOTE, SEPARATOR, DASH, WIDE = (
    1 << bit for bit in range(12)
)
_MARKS = {
    STOP: ".?!…。！？",
    COMMA: ",;",
    QUOTE: "\"“”‘’'«»",
    SEPARATOR: "|»›•>/",
    DASH: "-–—•*+►»>",
}


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Tables over the characters below `_WITHOUT_SPACES`; the last entry stands for the others."""

    classes: npt.NDArray[np.uint16]
    lower: npt.NDArray[np.uint32]
    folded: npt.NDArray[np.uint32]


@cache
def alphabet() -> Alphabet:
    """Build the tables, once."""
    size = _WITHOUT_SPACES + 1
    classes = np.zeros(size, np.uint16)
    lower = np.arange(size, dtype=np.uint32)
    folded = np.arange(size, dtype=np.uint32)
    for code in range(_WITHOUT_SPACES):
        sign = chr(code)
        small = sign.lower()
        kind = SPACE * sign.isspace() | UPPER * sign.isupper() | LOWER * sign.islower()
        kind |= LETTER * sign.isalpha() | DIGIT * sign.isdigit()
        kind |= ACCENTED * (code > 0x7F and sign.isalpha())
        classes[code] = kind
        lower[code] = ord(small) if len(small) == 1 else code
        base = unicodedata.normalize("NFD", small)[:1]
        folded[code] = ord("d") if small == "đ" else ord(base)
    for kind, signs in _MARKS.items():
        for sign in signs:
            if ord(sign) < _WITHOUT_SPACES:
                classes[ord(sign)] |= kind
    classes[_WITHOUT_SPACES] = LETTER | WIDE | LOWER
    return Alphabet(classes, lower, folded)


@cache
def _powers(seed: int, size: int) -> Hashes:
    """Odd numbers without pattern, the same on every machine."""
    powers, state = [], seed
    for _ in range(size):
        state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        powers.append(state | 1)
    return np.array(powers, dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of a page; arrays are a value a line, or a value a word (`word_*`).

    `gaps` are the blank lines before each line, `indents` its leading blanks, `tokens` what stands
    between its blanks; `classes` and `starts` are the characters of all lines and where each line
    begins; `keys` and `folded_keys` stand for a line's words, with and without accents.
    `word_line` is the line of a word, `word_id` and `pair_id` the hashes of it and of it with the
    next on its line (-1 for the last), `line_words` the number of words of a line.
    """

    texts: list[str]
    gaps: Integers
    indents: Integers
    classes: npt.NDArray[np.uint16]
    starts: Integers
    tokens: Integers
    keys: Hashes
    folded_keys: Hashes
    word_line: Integers
    word_id: Integers
    pair_id: Integers
    word_length: Integers
    line_words: Integers

    def count(self, kind: int) -> Floats:
        """Return how many characters of a class each line has."""
        marked = (self.classes & kind) != 0
        return np.add.reduceat(marked, self.starts, dtype=np.float32)


def read_page(lines: Sequence[PageLine]) -> PageText | None:
    """Return the arrays of a page's lines, or None when it has none."""
    if not lines:
        return None
    texts = [line.text for line in lines]
    # A paragraph that the page broke over several lines ends with the last of them.
    ends = [line.wrapped[-1][0] if line.wrapped else line.line_no for line in lines]
    gaps = [line.line_no - end - 1 for line, end in zip(lines[1:], ends[:-1], strict=True)]
    joined = "\n".join(texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    known = np.minimum(codes, _WITHOUT_SPACES)
    signs = alphabet()
    classes = signs.classes[known]
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    starts = np.concatenate([[0], np.cumsum(lengths[:-1] + 1)])
    space = (classes & SPACE) != 0
    first = np.ones(len(codes), dtype=bool)
    first[1:] = space[:-1]
    tokens = np.add.reduceat(first & ~space, starts, dtype=np.int64)
    wide = np.add.reduceat((classes & WIDE) != 0, starts, dtype=np.int64)
    tokens = np.maximum(tokens + wide // 2, 1)
    return PageText(
        texts,
        np.minimum([_BLANKS_COUNTED, *gaps], _BLANKS_COUNTED),
        np.array([min(line.indent, _INDENT_COUNTED) for line in lines]),
        classes,
        starts,
        tokens,
        *_words(codes, known, classes, starts),
    )


def _words(
    codes: npt.NDArray[np.uint32],
    known: npt.NDArray[np.uint32],
    classes: npt.NDArray[np.uint16],
    starts: Integers,
) -> _WordArrays:
    count = len(starts)
    at = np.flatnonzero((classes & (LETTER | DIGIT)) != 0)
    if not len(at):
        none, keys = np.zeros(0, np.int64), np.zeros(count, np.uint64)
        return keys, keys, none, none, none, none, np.zeros(count, np.int64)
    begins = np.ones(len(at), dtype=bool)
    begins[1:] = np.diff(at) > 1
    word_start = np.flatnonzero(begins)
    word_of = np.cumsum(begins) - 1
    place = np.minimum(np.arange(len(at)) - word_start[word_of], _LONGEST_WORD - 1)
    power = _powers(1, _LONGEST_WORD)[place]
    signs = alphabet()
    here = known[at]
    lower = np.where(here < _WITHOUT_SPACES, signs.lower[here], codes[at]).astype(np.uint64)
    folded = np.where(here < _WITHOUT_SPACES, signs.folded[here], codes[at]).astype(np.uint64)
    word_hash = np.add.reduceat(lower * power, word_start)
    folded_hash = np.add.reduceat(folded * power, word_start)
    word_line = np.searchsorted(starts, at[word_start], side="right") - 1
    line_words = np.bincount(word_line, minlength=count)
    line_first = np.cumsum(line_words) - line_words
    order = np.arange(len(word_start)) - line_first[word_line]
    weight = _powers(2, 256)[np.minimum(order, 255)]
    keys = np.zeros(count, np.uint64)
    folded_keys = np.zeros(count, np.uint64)
    np.add.at(keys, word_line, _mixed(word_hash) * weight)
    np.add.at(folded_keys, word_line, _mixed(folded_hash) * weight)
    word_id = (_mixed(word_hash) >> np.uint64(64 - WORD_BITS)).astype(np.int64)
    pair = np.full(len(word_start), -1, dtype=np.int64)
    inner = word_line[1:] == word_line[:-1]
    both = _mixed(word_hash[:-1] * np.uint64(31) + word_hash[1:])
    pair[:-1][inner] = (both >> np.uint64(64 - PAIR_BITS)).astype(np.int64)[inner]
    lengths = np.diff(np.append(word_start, len(at)))
    return keys, folded_keys, word_line, word_id, pair, lengths, line_words


def _mixed(hashes: Hashes) -> Hashes:
    """Spread the hashes over all their bits."""
    spread = hashes ^ (hashes >> np.uint64(29))
    return spread * np.uint64(0xBF58476D1CE4E5B9)
