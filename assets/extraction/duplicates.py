"""The same article again: another path, other furniture, another outlet, an updated version.

Which of two articles that look alike (`sketches`) are the same is told by the word sequences
themselves, and which of several is kept. Two reports on one event are no duplicates: they share
names and numbers, not sentences.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_SHINGLE_WORDS = 4

_SAME = 0.6  # share of common word sequences in all of them
_CONTAINED = 0.85  # share of the shorter text's sequences: an updated or shortened version
_LEAST_OF_LONGER = 0.4  # but no article is the same as one paragraph of it
_FAR_DAYS = 7  # a week apart, only nearly equal texts are one article
_SAME_WHEN_FAR = 0.9
# Reports made by a pattern (prices, weather, results) share sentences and differ in numbers.
_FEWEST_NUMBERS = 6
_COMMON_NUMBERS = 0.5


@dataclass(frozen=True, slots=True)
class Copy:
    """What tells whether two articles are the same."""

    article_id: str
    text_folded: str
    published_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides which of several copies is kept; `length` is that of its text."""

    article_id: str
    published_at: dt.datetime | None
    has_title: bool
    length: int


def shingles(text: str) -> list[str]:
    """Return the sequences of words that a text is made of, in order; some may stand again."""
    words = _WORD.findall(text)
    if len(words) < _SHINGLE_WORDS:
        return [" ".join(words)]
    return list(
        map(" ".join, zip(*(words[first:] for first in range(_SHINGLE_WORDS)), strict=False))
    )


def similarity(one: Copy, other: Copy) -> float | None:
    """Return how alike two copies of an article are, 0 to 1; None when they are two articles."""
    first, second = set(shingles(one.text_folded)), set(shingles(other.text_folded))
    common = len(first & second)
    jaccard = common / len(first | second)
    shorter, longer = sorted((len(first), len(second)))
    contained = common / shorter if shorter >= _LEAST_OF_LONGER * longer else 0.0
    if jaccard < _SAME and contained < _CONTAINED:
        return None
    if jaccard < _SAME_WHEN_FAR and (_far_apart(one, other) or _other_numbers(one, other)):
        return None
    return round(jaccard, 3)


def _far_apart(one: Copy, other: Copy) -> bool:
    if one.published_at is None or other.published_at is None:
        return False
    return abs(one.published_at - other.published_at) > dt.timedelta(days=_FAR_DAYS)


def _other_numbers(one: Copy, other: Copy) -> bool:
    first, second = (set(_NUMBER.findall(copy.text_folded)) for copy in (one, other))
    if min(len(first), len(second)) < _FEWEST_NUMBERS:
        return False
    return len(first & second) < _COMMON_NUMBERS * min(len(first), len(second))


def keep_one(pairs: Iterable[tuple[str, str]], copies: Mapping[str, Standing]) -> dict[str, str]:
    """Return for each article that is a duplicate the one that is kept.

    Of a group of copies the earliest is kept, an undated one only when none is dated; of equals
    one with a headline, then the longest text. The order of `pairs` does not matter.
    """
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        neighbours[one].add(other)
        neighbours[other].add(one)
    kept: dict[str, str] = {}
    seen: set[str] = set()
    for start in sorted(neighbours):
        group, waiting = set[str](), [start]
        while waiting:
            article = waiting.pop()
            if article not in seen:
                seen.add(article)
                group.add(article)
                waiting.extend(neighbours[article])
        if group:
            best = min(group, key=lambda article: _preference(copies[article]))
            kept.update({article: best for article in group if article != best})
    return kept


def _preference(copy: Standing) -> tuple[bool, float, bool, int, str]:
    undated = copy.published_at is None
    moment = copy.published_at.timestamp() if copy.published_at is not None else 0.0
    return undated, moment, not copy.has_title, -copy.length, copy.article_id
