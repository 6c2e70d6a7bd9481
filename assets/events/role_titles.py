"""Titles at a place in a text: the lexicon of `titles.csv`, read forwards and backwards.

Knows words and offsets only; whose title it is is decided in `roles`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assets.language.folding import name_key
from assets.reference.records import Reference

_WORD = re.compile(r"\w+")
_MAX_WORDS = 7
_WINDOW = 80
# What may stand behind any title and is part of it.
_RANK_WORDS = (("thường", "trực"), ("phụ", "trách"), ("danh", "dự"), ("chuyên", "trách"))
_FORMER = frozenset({"nguyên", "cựu", "cố"})
_PLURAL = frozenset({"các", "những", "nhiều", "một", "mấy", "hai", "ba"})


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """A title at `text[start:end]`; `name` in its usual writing, "nguyên" before a former one.

    `lonely` titles name an office without an organisation ("Thủ tướng").
    """

    start: int
    end: int
    name: str
    former: bool
    lonely: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class _Words:
    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def _read(text: str, start: int, end: int) -> _Words:
    found = list(_WORD.finditer(text, start, end))
    return _Words(tuple(name_key(m[0]) for m in found), tuple(m.span() for m in found))


def _together(text: str, spans: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether only blanks stand between the words."""
    return all(text[a[1] : b[0]].strip(" \u00a0") == "" for a, b in pairwise(spans))


class TitleLexicon:
    """Offices, and the forms of address, ranks and degrees that stand beside names."""

    def __init__(self, reference: Reference) -> None:
        self._offices: dict[tuple[str, ...], tuple[str, bool]] = {}
        self._styles: set[tuple[str, ...]] = set()
        for row in reference.titles:
            for form in (row.title, *row.aliases):
                key = tuple(_WORD.findall(name_key(form)))
                if row.kind == "office":
                    self._offices.setdefault(key, (row.title, not row.needs_organisation))
                elif key:
                    self._styles.add(key)

    def _office(self, keys: tuple[str, ...]) -> tuple[str, bool] | None:
        found = self._offices.get(keys)
        if found is None and keys[-2:] in _RANK_WORDS and keys[:-2] in self._offices:
            title, lonely = self._offices[keys[:-2]]
            return f"{title} {' '.join(keys[-2:])}", lonely
        return found

    def _match(self, text: str, words: _Words, first: int, last: int) -> TitleMatch | None:
        """Return the title of words `first` to `last` (exclusive), "nguyên" before it included."""
        spans = words.spans[first:last]
        if not spans or not _together(text, spans):
            return None
        former = words.keys[first] in _FORMER
        office = self._office(words.keys[first + former : last])
        if office is None:
            return None
        name = f"nguyên {office[0]}" if former else office[0]
        start = spans[0][0]
        return TitleMatch(start, spans[-1][1], name, former, office[1], text[start].isupper())

    def ending_at(self, text: str, end: int) -> TitleMatch | None:
        """Return the longest title that ends at `end`; None for a plural ("các Phó Chủ tịch")."""
        words = _read(text, max(0, end - _WINDOW), end)
        if not words.spans or words.spans[-1][1] != end:
            return None
        count = len(words.keys)
        for first in range(max(0, count - _MAX_WORDS), count):
            found = self._match(text, words, first, count)
            if found is not None:
                before = words.keys[first - 1] if first else ""
                plural = before in _PLURAL and _together(text, words.spans[first - 1 : first + 1])
                return None if plural else found
        return None

    def starting_at(self, text: str, start: int) -> list[TitleMatch]:
        """Return all titles that start at `start`, the longest first."""
        words = _read(text, start, min(len(text), start + _WINDOW))
        if not words.spans or words.spans[0][0] != start:
            return []
        lengths = range(min(_MAX_WORDS, len(words.keys)), 0, -1)
        return [found for n in lengths if (found := self._match(text, words, 0, n))]

    def skip_styles_back(self, text: str, end: int) -> int:
        """Return where the forms of address, ranks and degrees before `end` begin."""
        while True:
            words = _read(text, max(0, end - _WINDOW), end)
            if not words.spans or text[words.spans[-1][1] : end].strip(" \u00a0.,"):
                return end
            count = len(words.keys)
            for size in range(min(_MAX_WORDS, count), 0, -1):
                if words.keys[count - size :] in self._styles:
                    end = words.spans[count - size][0]
                    break
            else:
                return end

    def skip_styles(self, text: str, start: int) -> int:
        """Return where the forms of address, ranks and degrees right after `start` end."""
        while True:
            words = _read(text, start, min(len(text), start + _WINDOW))
            if not words.spans or text[start : words.spans[0][0]].strip(" \u00a0."):
                return start
            for size in range(min(_MAX_WORDS, len(words.keys)), 0, -1):
                if words.keys[:size] in self._styles:
                    start = words.spans[size - 1][1]
                    break
            else:
                return start


@lru_cache(maxsize=2)
def title_lexicon(reference: Reference) -> TitleLexicon:
    """Return the lexicon of `reference`, built once."""
    return TitleLexicon(reference)
