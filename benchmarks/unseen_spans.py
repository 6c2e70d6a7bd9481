"""Offsets of a text as it was read, carried over to the gold text.

A paragraph read too much or too little then costs the main text, and only the names inside it.
"""

import re
from difflib import SequenceMatcher

from assets.language.folding import nfc
from benchmarks.unseen_gold import GoldPage, GoldSpan
from benchmarks.unseen_warehouse import FoundArticle, Row

Span = tuple[str, int, int]
_WORD = re.compile(r"\w+")


def overlapping(one: Span, other: Span) -> bool:
    """Tell whether two spans (field, start, end) share a character."""
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def gold_span(span: GoldSpan) -> Span:
    """Return the place of a gold span."""
    return span["field"], span["start"], span["end"]


class Alignment:
    """Places of a page's title and text as read, in the gold title and text."""

    def __init__(self, gold: GoldPage, found: FoundArticle) -> None:
        self._fields = {
            "title": _FieldAlignment(nfc(found.row["title"] or ""), gold["title"] or ""),
            "text": _FieldAlignment(nfc(found.row["text"] or ""), gold["text"] or ""),
        }

    def __call__(self, row: Row) -> Span | None:
        """Return where a row's `field`, `start_char`, `end_char` stand; None for nowhere."""
        place = self._fields[row["field"]](row["start_char"], row["end_char"])
        return (row["field"], *place) if place else None


class _FieldAlignment:
    """Places of one field, by the words that both sides have in one order."""

    def __init__(self, found: str, gold: str) -> None:
        self._same = found == gold
        self._found = [match.span() for match in _WORD.finditer(found)]
        self._gold = [match.span() for match in _WORD.finditer(gold)]
        self._partner: dict[int, int] = {}
        if not self._same:
            here_words = [found[start:end].lower() for start, end in self._found]
            there_words = [gold[start:end].lower() for start, end in self._gold]
            matcher = SequenceMatcher(None, here_words, there_words, autojunk=False)
            for here, there, size in matcher.get_matching_blocks():
                self._partner.update((here + step, there + step) for step in range(size))

    def __call__(self, start: int, end: int) -> tuple[int, int] | None:
        if self._same:
            return start, end
        inside = [i for i, (a, b) in enumerate(self._found) if a < end and b > start]
        if not inside or inside[0] not in self._partner or inside[-1] not in self._partner:
            return None
        first, last = (self._gold[self._partner[i]] for i in (inside[0], inside[-1]))
        return (
            first[0] + start - self._found[inside[0]][0],
            last[1] + end - self._found[inside[-1]][1],
        )
