"""The words' and short lines' leanings towards main text, learned from labelled pages.

Each domain counts once, however long its pages, so that no outlet's words dominate.
"""

import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence

from assets.extraction.flattened.line_model_features import Matrix, features
from assets.extraction.flattened.line_model_lines import Vocabulary, words_of
from benchmarks.line_model_pages import LabelledPage

FOLDS = 4
_WORDS, _LINES, _STOP_WORDS, _DOMAINS = 6000, 3000, 80, 4
_RARE = 5e-5
_STRONGEST = 3.0


def _shares(counts: dict[str, Counter[str]]) -> tuple[dict[str, float], Counter[str]]:
    """Mean share of each word over domains, and in how many domains it stands."""
    total: Counter[str] = Counter()
    domains: Counter[str] = Counter()
    for counted in counts.values():
        size = sum(counted.values())
        if size >= 20:
            for word in sorted(counted):
                total[word] += counted[word] / size  # type: ignore[assignment]
                domains[word] += 1
    return {word: value / len(counts) for word, value in total.items()}, domains


def learn_vocabulary(pages: Sequence[LabelledPage]) -> Vocabulary:
    """Learn leanings and stop words."""
    text: dict[str, Counter[str]] = defaultdict(Counter)
    furniture: dict[str, Counter[str]] = defaultdict(Counter)
    text_lines: dict[str, set[str]] = defaultdict(set)
    furniture_lines: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for line, main in zip(page.lines, page.labels, strict=True):
            lower = line.strip().lower()
            if lower:
                (text if main else furniture)[page.domain].update(set(words_of(lower)))
                if len(lower.split()) <= 12:
                    (text_lines if main else furniture_lines)[lower].add(page.domain)
    of_text, in_text = _shares(text)
    of_furniture, in_furniture = _shares(furniture)
    leans = {}
    for word in sorted({*of_text, *of_furniture}):
        if in_text[word] + in_furniture[word] >= _DOMAINS:
            odds = (of_text.get(word, 0) + _RARE) / (of_furniture.get(word, 0) + _RARE)
            leans[word] = max(-_STRONGEST, min(_STRONGEST, math.log(odds)))
    weight = {w: abs(v) * (of_text.get(w, 0) + of_furniture.get(w, 0)) for w, v in leans.items()}
    chosen = sorted(leans, key=lambda word: (-weight[word], word))[:_WORDS]
    lines = {
        line: max(-_STRONGEST, round(math.log((len(text_lines[line]) + 0.5) / (n + 0.5)), 2))
        for line, n in sorted((line, len(d)) for line, d in furniture_lines.items())
        if n >= 3
    }
    surest = sorted(lines, key=lambda line: (lines[line], line))[:_LINES]
    return Vocabulary(
        {word: round(leans[word], 2) for word in sorted(chosen)},
        {line: lines[line] for line in sorted(surest)},
        frozenset(_stop_words(text, synthetic=True) | _stop_words(text, synthetic=False)),
    )


def _stop_words(text: dict[str, Counter[str]], *, synthetic: bool) -> set[str]:
    """The commonest words of main text, for the Vietnamese pages and the others apart."""
    shares, _ = (
        _shares(
            {domain: c for domain, c in text.items() if domain.startswith("layout") == synthetic}
        )
        if text
        else ({}, None)
    )
    return set(sorted(shares, key=lambda word: (-shares[word], word))[:_STOP_WORDS])


def _fold(domain: str) -> int:
    return zlib.crc32(domain.encode()) % FOLDS


def training_features(pages: Sequence[LabelledPage]) -> list[tuple[list[int], Matrix]]:
    """Features of each page with leanings learned from other domains than its own."""
    vocabularies = [
        learn_vocabulary([page for page in pages if _fold(page.domain) != fold])
        for fold in range(FOLDS)
    ]
    return [features(page.lines, vocabularies[_fold(page.domain)]) for page in pages]
