"""Text as words with abbreviations written out, and abbreviations that a text defines itself.

"UBND TP" becomes the words ủy ban nhân dân thành phố, each with the offsets of the short form it
came from, so that one pattern finds every way of writing a name. Which words make a name is decided
by the recognisers.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assets.language.folding import settle_tones
from assets.reference.records import Abbreviation

_WORD = r"[^\W_]+(?:['’][^\W\d_]+)*"
_ACRONYM = re.compile(r"[^\W\d_](?:[^\W_]|[&/-](?=[^\W_])){1,14}")
# A bracket holds a short form: at most this many tokens (LĐ - TB & XH).
_BRACKET_TOKENS = 5
_KEPT_TEXTS = 16
_KEPT_TOKENS = 100_000
# The keys of a token, whether it begins with a capital, whether it is a word.
_Token = tuple[tuple[str, ...], bool, bool]


@dataclass(slots=True)
class Word:
    """One syllable (or punctuation mark) of a text, or of what an abbreviation stands for.

    `key` is for comparison (lower case, tone placement settled). `first` and `last`: the word
    begins or ends its token; the words of one abbreviation share its offsets. `capital`: the token
    begins with an upper-case letter. Not to be changed; not frozen only because making a frozen
    record takes three times as long, and every word of every article is one.
    """

    key: str
    surface: str
    start: int
    end: int
    first: bool
    last: bool
    capital: bool
    is_word: bool


class WordReader:
    """Cuts text into `Word`s, writing out the abbreviations it was given."""

    def __init__(self, abbreviations: Iterable[Abbreviation]) -> None:
        rows = tuple(abbreviations)
        self._long = {row.short: row.words for row in rows}
        self._expansions: Mapping[str, tuple[str, ...]] = {
            row.short: tuple(settle_tones(row.words).casefold().split()) for row in rows
        }
        odd = sorted(
            (short for short in self._expansions if not short.isalnum()), key=len, reverse=True
        )
        opening = "".join(sorted({re.escape(short[0]) for short in odd}))
        # Few words begin like one of them: the others are not compared with all.
        parts = (
            [
                rf"(?=[{opening}])(?<!\w)(?:{'|'.join(map(re.escape, odd))})(?!\w)",
            ]
            if odd
            else []
        )
        # "TP." before a name: the full stop belongs to the short form.
        parts += [r"(?:TP|Tp|TX)\.(?=\s?[^\W\d_])", _WORD, r"[^\w\s]|_|\n"]
        self._pattern = re.compile(f"({'|'.join(parts)})")
        self._tokens: dict[str, _Token] = {}
        self._last: dict[str, list[Word]] = {}

    def _token_of(self, surface: str) -> _Token:
        keys = self._expansions.get(surface.rstrip("."))
        is_word = keys is not None or surface[0].isalnum()
        if keys is None:
            keys = (settle_tones(surface).casefold().replace("’", "'"),)
        token = (keys, surface[0].isupper(), is_word)
        if len(self._tokens) < _KEPT_TOKENS:
            self._tokens[surface] = token
        return token

    def read(self, text: str) -> list[Word]:
        """Return the words of `text` in order; newlines and punctuation are words of their own.

        Several recognisers read one text after another: the last few are kept. Not to be changed.
        """
        words = self._last.get(text)
        if words is None:
            if len(self._last) >= _KEPT_TEXTS:
                self._last.clear()
            words = self._last[text] = self._read(text)
        return words

    def _read(self, text: str) -> list[Word]:
        words: list[Word] = []
        known = self._tokens
        # What stands between tokens, and the tokens, in turn.
        pieces = iter(self._pattern.split(text))
        end = 0
        for gap, surface in zip(pieces, pieces, strict=False):
            start = end + len(gap)
            end = start + len(surface)
            keys, capital, is_word = known.get(surface) or self._token_of(surface)
            if len(keys) == 1:
                words.append(Word(keys[0], surface, start, end, True, True, capital, is_word))
                continue
            final = len(keys) - 1
            words.extend(
                Word(key, surface, start, end, at == 0, at == final, capital, is_word)
                for at, key in enumerate(keys)
            )
        return words

    def long_form(self, short: str) -> str | None:
        """Return the words that `short` stands for as they are written, None when unknown."""
        return self._long.get(short.rstrip("."))

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the comparison keys of the words of `name`, abbreviations written out."""
        return tuple(word.key for word in self.read(name))


def is_acronym(text: str) -> bool:
    """Tell whether `text` looks like a short form: a word with two or more capitals."""
    return _ACRONYM.fullmatch(text) is not None and sum(map(str.isupper, text)) >= 2


def bracketed(words: list[Word], text: str) -> dict[int, int]:
    """Return the short forms in brackets: index of "(" to the index after ")"."""
    found: dict[int, int] = {}
    for index, word in enumerate(words):
        if word.key != "(":
            continue
        limit = min(index + 2 + _BRACKET_TOKENS * 4, len(words))
        for close in range(index + 2, limit):
            if words[close].key == ")":
                if is_acronym(text[word.end : words[close].start].strip()):
                    found[index] = close + 1
                break
            if words[close].key in "(\n":
                break
    return found


def spells(short: str, keys: Iterable[str]) -> bool:
    """Tell whether `short` is made of the first letters of `keys`, in order (some left out)."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    at = 0
    for key in keys:
        if at < len(letters) and key[:1] == letters[at]:
            at += 1
    return at == len(letters)
