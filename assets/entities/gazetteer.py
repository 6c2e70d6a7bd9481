"""Finding listed names in running text: one Aho-Corasick pass over name keys.

Names are compared without regard to case, tone placement, kind of dash and width of space, then
each hit must stand on word borders and be capitalised as its entry asks. Offsets are those of the
text as given. What a hit means in its context is decided by the recognisers, not here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Literal, TypeVar

import ahocorasick_rs

from assets.language.folding import nfc, settle_tones

Value = TypeVar("Value")
Case = Literal["words", "first", "any"]

# Two letters whose tone mark may have to move: settle_tones on the pair equals settle_tones on the
# syllable, and most of a text need not be looked at.
_OLD_TONE = re.compile(
    r"[oOuU](?i:(?<=o)[àáảãạèéẻẽẹ]|(?<=u)(?<!qu)[ỳýỷỹỵ])(?![^\W\d_])",
)
# A dash with the blanks round it, several blanks, or one that is no plain space. Most blanks are
# single spaces, which are left at once.
_WIDE = re.compile(
    r"[^\S\n](?:[^\S\n]*[-‐‑‒–—−][^\S\n]*|[^\S\n]+|(?<! ))|[-‐‑‒–—−][^\S\n]*",
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class KeyText:
    """A text made comparable: `key` is lower-cased, `cased` the same with its capitals.

    Both have the same length; dashes and runs of spaces are one character each in them, so
    positions go back to the original through `original`.
    """

    text: str
    key: str
    cased: str
    _breaks: tuple[int, ...]
    _shifts: tuple[int, ...]

    def original(self, position: int) -> int:
        """Return the offset in `text` of the character at `position` of `key`."""
        if not self._breaks:
            return position
        return position + self._shifts[bisect_right(self._breaks, position)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in `text` of `key[start:end]`, which must not be empty."""
        return self.original(start), self.original(end - 1) + 1


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=256)
def key_text(text: str) -> KeyText:
    """Prepare NFC `text` for comparison; cached, since several recognisers read one text."""
    settled = _OLD_TONE.sub(lambda match: settle_tones(match[0]), text)
    pieces: list[str] = []
    breaks: list[int] = []
    shifts = [0]
    position = length = 0
    for match in _WIDE.finditer(settled):
        piece = settled[position : match.start()]
        pieces += (piece, " " if match[0].isspace() else "-")
        length += len(piece) + 1
        position = match.end()
        if position - length != shifts[-1]:
            breaks.append(length)
            shifts.append(position - length)
    pieces.append(settled[position:])
    cased = "".join(pieces).replace("’", "'")
    return KeyText(text, _lower(cased), cased, tuple(breaks), tuple(shifts))


@dataclass(frozen=True, slots=True)
class Entry(Generic[Value]):
    """A name to look for and what it stands for.

    `case` says which capitals the text must show: `words`, all that the name shows; `first`, only
    the first letter's (organisations: "Mặt trận tổ quốc"); `any`, none (titles). A word all in
    capitals of two letters or more (an acronym) must be so in the text too, unless `any`.
    """

    name: str
    value: Value
    case: Case = "words"


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A listed name found at `text[start:end]`; `entries` are all that fit, in their order."""

    start: int
    end: int
    surface: str
    entries: tuple[Entry[Value], ...]

    @property
    def values(self) -> tuple[Value, ...]:
        """What the name may stand for, without repetition."""
        return tuple(dict.fromkeys(entry.value for entry in self.entries))


def _capital_places(cased: str, case: Case) -> tuple[int, ...]:
    if case == "any":
        return ()
    places: set[int] = set()
    for word in _WORD.finditer(cased):
        letters = word[0]
        if (len(letters) > 1 and letters.isupper()) or case == "words" or word.start() == 0:
            places.update(i for i in range(word.start(), word.end()) if cased[i].isupper())
    return tuple(sorted(places))


class Gazetteer(Generic[Value]):
    """An index over entries; building takes about a second per 100,000, finding runs at MB/s."""

    def __init__(self, entries: Iterable[Entry[Value]]) -> None:
        by_key: dict[str, list[tuple[Entry[Value], tuple[int, ...]]]] = {}
        for entry in entries:
            name = key_text(nfc(entry.name).strip())
            if name.key:
                capitals = _capital_places(name.cased, entry.case)
                by_key.setdefault(name.key, []).append((entry, capitals))
        self._entries = tuple(by_key.values())
        self._index = {key: index for index, key in enumerate(by_key)}
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_key)) if by_key else None

    def find_all(self, text: str) -> list[Match[Value]]:
        """Return every listed name in NFC `text`, overlapping ones too, by start, longest first."""
        if self._automaton is None or not text:
            return []
        prepared = key_text(text)
        key, cased = prepared.key, prepared.cased
        size = len(key)
        found: list[tuple[int, int, int]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(key, overlapping=True):
            if start and key[start].isalnum() and _is_word(key[start - 1]):
                continue
            if end < size and key[end - 1].isalnum() and _is_word(key[end]):
                continue
            found.append((start, -end, index))
        found.sort()
        matches: list[Match[Value]] = []
        for start, negative_end, index in found:
            fitting = tuple(
                entry
                for entry, capitals in self._entries[index]
                if all(cased[start + place].isupper() for place in capitals)
            )
            if fitting:
                begin, finish = prepared.span(start, -negative_end)
                matches.append(Match(begin, finish, text[begin:finish], fitting))
        return matches

    def find(self, text: str) -> list[Match[Value]]:
        """Return the listed names in NFC `text` from left to right, the longest at each place."""
        return longest(self.find_all(text))

    def lookup(self, name: str) -> tuple[Value, ...]:
        """Return what `name` as a whole stands for by its key, whatever its capitals."""
        index = self._index.get(key_text(nfc(name).strip()).key)
        if index is None:
            return ()
        return tuple(dict.fromkeys(entry.value for entry, _ in self._entries[index]))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def longest(matches: Iterable[Match[Value]]) -> list[Match[Value]]:
    """Drop what begins inside an earlier match, of those at one place keep the longest.

    `matches` come sorted by start, longest first, as `Gazetteer.find_all` gives them.
    """
    kept: list[Match[Value]] = []
    end = -1
    for match in matches:
        if match.start >= end:
            kept.append(match)
            end = match.end
    return kept
