"""Where patterns that begin with listed words may match: one pass over a text for all of them.

A pattern that begins with any of many words is tried at nearly every letter of a text. Here all
words are looked for at once, and the pattern is tried only where one begins. What the patterns mean
is told by those who have them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

import ahocorasick_rs

from assets.entities.gazetteer import lower_alike

Starts = Mapping[str, list[int]]


class Anchors:
    """Groups of words, looked for together in whatever case."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        by_word: dict[str, list[str]] = {}
        for group, words in groups.items():
            for word in {lower_alike(word) for word in words}:
                by_word.setdefault(word, []).append(group)
        self._empty = tuple(groups)
        self._groups = tuple(map(tuple, by_word.values()))
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_word))

    def starts(self, text: str) -> Starts:
        """Return for each group where its words begin in `text`, in order.

        Only beginnings of words count: what goes on a letter or digit does not.
        """
        key = lower_alike(text)
        found: dict[str, set[int]] = {group: set() for group in self._empty}
        for index, start, _ in self._automaton.find_matches_as_indexes(key, overlapping=True):
            if not (start and key[start - 1].isalnum()):
                for group in self._groups[index]:
                    found[group].add(start)
        return {group: sorted(places) for group, places in found.items()}


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int]
) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer(text)` would, for a pattern that matches only at `starts`.

    `starts` are in order.
    """
    done = 0
    for start in starts:
        if start >= done and (match := pattern.match(text, start)) is not None:
            done = match.end()
            yield match
