"""The leanings of words, pairs of words and short lines towards main text, learned from pages.

Each domain counts once, however long its pages, so that no outlet's words dominate.
"""

import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.extraction.flattened.line_model.features import Leanings, line_bucket
from assets.extraction.flattened.line_model.network import LEANING_STEPS
from assets.extraction.flattened.line_model.text import PAIR_BITS, WORD_BITS, Floats, PageText

Counts = npt.NDArray[np.float64]

_FOLDS = 4
_WORDS, _PAIRS = 1 << WORD_BITS, 1 << PAIR_BITS
_LEAST_DOMAINS, _LEAST_LINE_DOMAINS = 4, 3
_LEAST_WORDS = 20
_SHORT_LINE = 12
_RARE_WORD, _RARE_PAIR = 1e-4, 5e-5
_STRONGEST = 3.0
_STOP_WORDS = 80


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page to learn from: its domain, its arrays, whether each line is main text."""

    domain: str
    read: PageText
    labels: npt.NDArray[np.bool_]


class _Domain:
    """Counts of one domain; the first axis tells furniture (0) from main text (1)."""

    def __init__(self) -> None:
        self.words = np.zeros((2, _WORDS))
        self.pairs = np.zeros((2, _PAIRS))
        self.lines = np.zeros((2, _WORDS), dtype=bool)

    def add(self, page: ReadPage) -> None:
        read, labels = page.read, page.labels
        of_word = labels[read.word_line]
        short = (read.line_words <= _SHORT_LINE) & (read.line_words > 0)
        for side in (0, 1):
            chosen = of_word == side
            once = np.unique((read.word_line[chosen] << WORD_BITS) | read.word_id[chosen])
            self.words[side] += np.bincount(once & (_WORDS - 1), minlength=_WORDS)
            pairs = read.pair_id[chosen & (read.pair_id >= 0)]
            self.pairs[side] += np.bincount(pairs, minlength=_PAIRS)
            self.lines[side, line_bucket(read.keys[short & (labels == side)])] = True


def learn_leanings(pages: Sequence[ReadPage]) -> Leanings:
    """Learn leanings and stop words, rounded as they are stored."""
    domains: dict[str, _Domain] = defaultdict(_Domain)
    for page in pages:
        domains[page.domain].add(page)
    counted = list(domains.values())
    lines = np.stack([one.lines for one in counted]).sum(axis=0, dtype=np.float64)
    leans = np.log((lines[1] + 0.5) / (lines[0] + 0.5))
    common = np.zeros(_WORDS, dtype=bool)
    for drawn in (False, True):
        own = [one for name, one in domains.items() if name.startswith("layout") == drawn]
        if own:
            shares = [one.words[1] / max(one.words[1].sum(), 1.0) for one in own]
            text = np.stack(shares).sum(axis=0)
            common[np.argsort(-text, kind="stable")[:_STOP_WORDS]] = True
    return Leanings(
        _rounded(_odds([one.words for one in counted], _RARE_WORD)),
        _rounded(_odds([one.pairs for one in counted], _RARE_PAIR)),
        _rounded(np.where(lines[0] >= _LEAST_LINE_DOMAINS, leans, 0.0)),
        common,
    )


def _odds(counts: Sequence[Counts], rare: float) -> Counts:
    """Log-odds of each hash's mean share in main text and in furniture."""
    shares = np.zeros((2, counts[0].shape[1]))
    domains = np.zeros(counts[0].shape[1])
    for side in (0, 1):
        large = [one[side] for one in counts if one[side].sum() >= _LEAST_WORDS]
        for one in large:
            shares[side] += one / one.sum() / len(large)
            domains += one > 0
    odds: Counts = np.log((shares[1] + rare) / (shares[0] + rare))
    return np.where(domains >= _LEAST_DOMAINS, odds, 0.0)


def _rounded(leans: Counts) -> Floats:
    steps = np.round(np.clip(leans, -_STRONGEST, _STRONGEST) * LEANING_STEPS)
    return (steps / LEANING_STEPS).astype(np.float32)


def fold_of(domain: str) -> int:
    """Return the fold of a domain."""
    return zlib.crc32(domain.encode()) % _FOLDS


def held_leanings(pages: Sequence[ReadPage]) -> list[Leanings]:
    """Return for each fold the leanings learned from the domains of the others."""
    return [
        learn_leanings([one for one in pages if fold_of(one.domain) != fold])
        for fold in range(_FOLDS)
    ]
