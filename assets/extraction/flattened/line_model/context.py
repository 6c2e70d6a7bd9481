"""Where a line stands among the others: copies, shared words, place, runs of paragraphs.

Columns of the line model that only a whole page gives; a line's own traits are in
`features`.
"""

from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.extraction.flattened.line_model.text import (
    WORD_BITS,
    Columns,
    Floats,
    Integers,
    PageText,
)

_CONTENT_WORDS = 5
_SHORT_HALF = 7
_LEAST_LETTERS = 3
_TOPIC_WORDS = 25
_FAR = 20.0
_MOST_WORDS = 60.0


def copy_columns(page: PageText) -> Columns:
    """Return whether a line stands elsewhere on the page too, with or without its accents."""
    _, inverse, counts = np.unique(page.keys, return_inverse=True, return_counts=True)
    _, folded, folded_counts = np.unique(page.folded_keys, return_inverse=True, return_counts=True)
    copies = counts[inverse] - 1
    lowers = [text.lower() for text in page.texts]
    same = page.keys[1:] == page.keys[:-1]
    inside = np.array(
        [a != b and (a.startswith(b) or b.startswith(a)) for a, b in pairwise(lowers)], bool
    )
    doubled = [_is_doubled(text) for text in page.texts]
    return {
        "copies": np.minimum(copies, 4),
        "same_before": np.append(False, same),
        "same_after": np.append(same, False),
        "in_before": np.append(False, inside),
        "in_after": np.append(inside, False),
        "folded_copy": np.minimum(folded_counts[folded] - 1 - copies, 2),
        "doubled": np.array(doubled),
    }


def _is_doubled(text: str) -> bool:
    half, odd = divmod(len(text), 2)
    return odd == 1 and half > _SHORT_HALF and text[:half] == text[half + 1 :]


def company_columns(page: PageText, common: npt.NDArray[np.bool_]) -> Columns:
    """Return how much a line's content words recur on the page and beside it."""
    count = len(page.texts)
    content = ~common[page.word_id] & (page.word_length >= _LEAST_LETTERS)
    pair = np.unique((page.word_line[content] << WORD_BITS) | page.word_id[content])
    line, word = pair >> WORD_BITS, pair & ((1 << WORD_BITS) - 1)
    size = np.bincount(line, minlength=count)
    counted = size >= _CONTENT_WORDS
    spread = np.bincount(word[counted[line]], minlength=1 << WORD_BITS)
    recurring = np.bincount(line, spread[word], count) - np.where(counted, size, 0)
    present = spread[spread > 0]
    most = np.sort(present)[-_TOPIC_WORDS:]
    enough = max(int(most[0]), 2) if len(most) else 2
    long_lines = np.where(counted, np.arange(count), -1)
    before = np.append(-1, np.maximum.accumulate(long_lines)[:-1])

    def shared(other: Integers) -> Floats:
        sought = (other[line] << WORD_BITS) | word
        at = np.minimum(np.searchsorted(pair, sought), len(pair) - 1)
        hit = (pair[at] == sought) & (other[line] >= 0) if len(pair) else np.zeros(0, bool)
        return np.bincount(line, hit, count).astype(np.float32)

    where = np.arange(count)
    after = np.where(where + 1 < count, where + 1, -1)
    smaller_before = np.minimum(size, np.append(0, size[:-1])) + 1
    smaller_after = np.minimum(size, np.append(size[1:], 0)) + 1
    return {
        "own_words": np.log1p(recurring / (size + 1)),
        "like_before": shared(where - 1) / smaller_before,
        "like_after": shared(after) / smaller_after,
        "like_long": shared(before) / (size + 1),
        "topical": np.bincount(line, spread[word] >= enough, count) / (size + 1),
    }


def place_columns(page: PageText) -> Columns:
    """Return where a line stands: blank lines, indent, distance to the page's ends."""
    count = len(page.texts)
    where = np.arange(count)
    volume = np.diff(np.append(page.starts, len(page.classes) + 1)).astype(np.float32)
    return {
        "gap": page.gaps,
        "gap_after": np.append(page.gaps[1:], 2),
        "indent": page.indents,
        "indent_change": np.diff(page.indents, prepend=page.indents[0]),
        "place": where / count,
        "from_start": np.log1p(where),
        "from_end": np.log1p(where[::-1]),
        "volume_done": (np.cumsum(volume) - volume / 2) / volume.sum(),
        "page_lines": np.full(count, np.log1p(count)),
    }


def run_columns(columns: Columns) -> Columns:
    """Return runs of paragraphs, nearness of doubled titles, what the page is like as a whole.

    Reads the columns `words`, `end_stop`, `same_before`, `doubled` and `accented`.
    """
    words = np.expm1(columns["words"])
    closed = columns["end_stop"]
    count = len(words)
    where = np.arange(count)
    good = np.minimum(words, _MOST_WORDS) / _MOST_WORDS * (0.3 + 0.7 * closed)
    doubled = np.maximum(columns["same_before"], columns["doubled"])
    paragraph = (words >= 10) & closed
    # A run of paragraphs is broken by two other lines in a row or by a doubled title.
    broken = np.zeros(count, dtype=bool)
    broken[1:] = (~paragraph[1:] & ~paragraph[:-1]) | doubled[1:]
    run = np.cumsum(broken)
    prose = good * paragraph
    mass = np.bincount(run, weights=prose)
    done = np.cumsum(prose)
    weight = good * good
    centre = (weight * where).sum() / (weight.sum() + 1e-6)
    return {
        "good_before": _decayed(good, 0.5),
        "good_after": _decayed(good[::-1], 0.5)[::-1],
        "good_far_before": _decayed(good, 0.8),
        "good_far_after": _decayed(good[::-1], 0.8)[::-1],
        "doubled_before": distance(doubled),
        "doubled_after": distance(doubled[::-1])[::-1],
        "run_share": mass[run] / (mass.sum() + 1e-6),
        "run_rank": mass[run] / (mass.max() + 1e-6),
        "run_mass": np.log1p(mass[run]),
        "page_good": np.full(count, good.mean()),
        "page_doubled": np.full(count, doubled.mean()),
        "page_accented": np.full(count, columns["accented"].mean()),
        "good_done": np.log1p(done - prose),
        "good_left": np.log1p(np.maximum(done[-1] - done, 0)),
        "centre": (where - centre) / (count + 1),
    }


def _decayed(values: npt.NDArray[Any], decay: float) -> Floats:
    """Return the sum of the values before each, fading by `decay` a line."""
    sums: list[float] = []
    carry = 0.0
    for value in values.tolist():
        sums.append(carry)
        carry = carry * decay + value
    return np.array(sums, dtype=np.float32)


def distance(marks: npt.NDArray[Any]) -> Floats:
    """Return the lines since the last mark, itself included, as a share of 20, at most 1."""
    where = np.arange(len(marks))
    since = where - np.maximum.accumulate(np.where(marks, where, -1000))
    return (np.minimum(since, _FAR) / _FAR).astype(np.float32)
