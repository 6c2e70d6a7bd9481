"""Finding listed names in running text: one Aho-Corasick pass over name keys.

Names are compared without regard to case, tone placement, kind of dash and width of space, then
each hit must stand on word borders and be capitalised as its entry asks. Offsets are those of the
text as given. What a hit means in its context is decided by the recognisers, not here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
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
_DASHES = "-‐‑‒–—−"
# A dash with the blanks round it, several blanks, or one that is no plain space.
_WIDE = re.compile(
    rf"[^\S\n](?:[^\S\n]*[{_DASHES}][^\S\n]*|[^\S\n]+|(?<! ))|[{_DASHES}][^\S\n]*",
)
# Blanks that are neither a plain space nor a new line: told one by one, they are found at once.
_ODD_BLANK = re.compile(
    "[\t\r\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
_DASH = re.compile(rf"[{_DASHES}] ?")
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


def lower_alike(text: str) -> str:
    """Return `text` in lower case, its characters where they were."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _wide_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where `_WIDE` matches; where all blanks are single spaces only dashes are looked at."""
    if "  " in text or _ODD_BLANK.search(text):
        yield from (match.span() for match in _WIDE.finditer(text))
        return
    done = 0
    for match in _DASH.finditer(text):
        start = match.start()
        blank = start > done and text[start - 1] == " "
        done = match.end()
        yield start - blank, done


@lru_cache(maxsize=256)
def key_text(text: str) -> KeyText:
    """Prepare NFC `text` for comparison; cached, since several recognisers read one text."""
    settled = _OLD_TONE.sub(lambda match: settle_tones(match[0]), text)
    pieces: list[str] = []
    breaks: list[int] = []
    shifts = [0]
    position = length = 0
    for start, end in _wide_spans(settled):
        piece = settled[position:start]
        pieces += (piece, " " if settled[start:end].isspace() else "-")
        length += len(piece) + 1
        position = end
        if position - length != shifts[-1]:
            breaks.append(length)
            shifts.append(position - length)
    pieces.append(settled[position:])
    cased = "".join(pieces).replace("’", "'")
    return KeyText(text, lower_alike(cased), cased, tuple(breaks), tuple(shifts))


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


@dataclass(slots=True)
class Match(Generic[Value]):
    """A listed name found at `text[start:end]`; `entries` are all that fit, in their order.

    Not to be changed; not frozen only because making a frozen record takes three times as long.
    """

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


def _by_capitals(
    entries: list[tuple[Entry[Value], tuple[int, ...]]],
) -> tuple[tuple[tuple[int, ...], tuple[Entry[Value], ...]], ...]:
    """Group neighbouring entries that ask for the same capitals; their order stays."""
    return tuple(
        (capitals, tuple(entry for entry, _ in same))
        for capitals, same in groupby(entries, key=itemgetter(1))
    )


class Gazetteer(Generic[Value]):
    """An index over entries; building takes about a second per 100,000, finding runs at MB/s."""

    def __init__(self, entries: Iterable[Entry[Value]]) -> None:
        by_key: dict[str, list[tuple[Entry[Value], tuple[int, ...]]]] = {}
        for entry in entries:
            name = key_text(nfc(entry.name).strip())
            if name.key:
                capitals = _capital_places(name.cased, entry.case)
                by_key.setdefault(name.key, []).append((entry, capitals))
        # By the capitals that they ask for: entries of one name nearly always ask for the same.
        self._entries = tuple(map(_by_capitals, by_key.values()))
        # Whether all ask for a capital at the beginning, which most words of a text have not.
        self._opens = tuple(
            all(capitals[:1] == (0,) for capitals, _ in groups) for groups in self._entries
        )
        self._index = {key: index for index, key in enumerate(by_key)}
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_key)) if by_key else None

    def find_all(self, text: str) -> list[Match[Value]]:
        """Return every listed name in NFC `text`, overlapping ones too, by start, longest first."""
        if self._automaton is None or not text:
            return []
        prepared = key_text(text)
        key, cased = prepared.key, prepared.cased
        size, opens = len(key), self._opens
        found: list[tuple[int, int, int]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(key, overlapping=True):
            if opens[index] and not cased[start].isupper():
                continue
            if start and key[start].isalnum() and _is_word(key[start - 1]):
                continue
            if end < size and key[end - 1].isalnum() and _is_word(key[end]):
                continue
            found.append((start, -end, index))
        found.sort()
        matches: list[Match[Value]] = []
        for start, negative_end, index in found:
            fitting: tuple[Entry[Value], ...] = ()
            for capitals, entries in self._entries[index]:
                if all(cased[start + place].isupper() for place in capitals):
                    fitting += entries
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
        entries = chain.from_iterable(entries for _, entries in self._entries[index])
        return tuple(dict.fromkeys(entry.value for entry in entries))


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
