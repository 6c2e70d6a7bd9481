"""What the line model looks at: a row of numbers for each non-blank line of a flattened page.

Puts each line's own row beside its place on the page and the runs of paragraphs around it. No
decision is made here; that is `line_model`.
"""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from assets.extraction.flattened.line_model_lines import (
    COMPANY_NAMES,
    COPY_NAMES,
    LINE_NAMES,
    Vocabulary,
    company_rows,
    copy_rows,
    line_row,
    words_of,
)

Matrix = npt.NDArray[np.float32]

_PLACE_NAMES = [
    "blank_before",
    "blank_after",
    "indent",
    "indent_change",
    "place",
    "from_start",
    "from_end",
    "volume_done",
]
_PAGE_NAMES = [
    "good_left_near",
    "good_right_near",
    "good_left_far",
    "good_right_far",
    "doubled_left",
    "doubled_right",
    "run_share",
    "run_rank",
    "run_mass",
    "page_lines",
    "page_good",
    "page_doubled",
    "page_accented",
    "good_done",
    "good_left_over",
    "centre",
]
FEATURE_NAMES = (*LINE_NAMES, *COPY_NAMES, *COMPANY_NAMES, *_PLACE_NAMES, *_PAGE_NAMES)
_WORDS, _FULL_STOP, _VOLUME = map(LINE_NAMES.index, ("words", "full_stop", "chars"))
_ACCENT, _DOUBLED = map(LINE_NAMES.index, ("accented", "doubled"))


def features(lines: Sequence[str], vocabulary: Vocabulary) -> tuple[list[int], Matrix]:
    """Return the indices of the non-blank lines and a row of features for each."""
    kept: list[int] = []
    texts: list[str] = []
    gaps: list[int] = []
    indents: list[int] = []
    gap = 2
    for index, raw in enumerate(lines):
        text = raw.strip()
        if not text:
            gap = min(gap + 1, 2)
            continue
        kept.append(index)
        texts.append(text)
        gaps.append(gap)
        indents.append(min(len(raw) - len(raw.lstrip()), 8))
        gap = 0
    if not kept:
        return [], np.zeros((0, len(FEATURE_NAMES)), dtype=np.float32)
    lowers = [text.lower() for text in texts]
    tokens = [words_of(lower) for lower in lowers]
    rows = [line_row(*one, vocabulary) for one in zip(texts, lowers, tokens, strict=True)]
    own = np.array(rows, dtype=np.float32)
    copies = np.array(copy_rows(texts, lowers), dtype=np.float32)
    company = np.array(company_rows(tokens, vocabulary.stop_words), dtype=np.float32)
    before, indent = np.array(gaps), np.array(indents)
    after = np.append(before[1:], 2)
    where = np.arange(len(kept), dtype=np.float32)
    volume = np.expm1(own[:, _VOLUME])
    place = np.stack(
        [
            before,
            after,
            np.log1p(indent),
            np.sign(np.diff(indent, prepend=indent[0])),
            where / len(kept),
            np.log1p(where),
            np.log1p(where[::-1]),
            (np.cumsum(volume) - volume / 2) / volume.sum(),
        ],
        axis=1,
    )
    page = _page(own, copies, where)
    return kept, np.hstack([own, copies, company, place, page]).astype(np.float32)


def _page(own: Matrix, copies: Matrix, where: Matrix) -> Matrix:
    """Runs of paragraphs, nearness of doubled titles, and what the page is like as a whole."""
    words = np.expm1(own[:, _WORDS])
    closed = own[:, _FULL_STOP]
    good = np.minimum(words, 60) / 60 * (0.3 + 0.7 * closed)
    doubled = np.maximum(copies[:, 1], own[:, _DOUBLED])
    paragraph = (words >= 10) & (closed > 0)
    # A run of paragraphs is broken by two other lines in a row or by a doubled title.
    broken = np.zeros(len(own), dtype=bool)
    broken[1:] = (~paragraph[1:] & ~paragraph[:-1]) | (doubled[1:] > 0)
    run = np.cumsum(broken)
    prose = good * paragraph
    mass = np.bincount(run, weights=prose)
    done = np.cumsum(prose)
    weight = good * good
    centre = (weight * where).sum() / (weight.sum() + 1e-6)
    one = np.ones(len(own))
    columns = [
        _decayed(good, 0.5),
        _decayed(good[::-1], 0.5)[::-1],
        _decayed(good, 0.8),
        _decayed(good[::-1], 0.8)[::-1],
        np.minimum(_distance(doubled, where), 20) / 20,
        np.minimum(_distance(doubled[::-1], where)[::-1], 20) / 20,
        mass[run] / (mass.sum() + 1e-6),
        mass[run] / (mass.max() + 1e-6),
        np.log1p(mass[run]),
        one * math.log1p(len(own)),
        one * good.mean(),
        one * doubled.mean(),
        one * own[:, _ACCENT].mean(),
        np.log1p(done - prose),
        np.log1p(np.maximum(done[-1] - done, 0)),
        (where - centre) / (len(own) + 1),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _decayed(values: Matrix, decay: float) -> Matrix:
    """Sum of the values before each, fading by `decay` a line."""
    sums: list[float] = []
    carry = 0.0
    for value in values.tolist():
        sums.append(carry)
        carry = carry * decay + value
    return np.array(sums, dtype=np.float32)


def _distance(marks: Matrix, where: Matrix) -> Matrix:
    """Lines since the last mark, itself included; beyond 100 where there is none."""
    return np.asarray(where - np.maximum.accumulate(np.where(marks > 0, where, -101.0)))
