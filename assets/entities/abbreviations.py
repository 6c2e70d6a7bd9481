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
_TOKEN = re.compile(rf"{_WORD}|[^\w\s]|_|\n")
_ACRONYM = re.compile(r"[^\W\d_](?:[^\W_]|[&/-](?=[^\W_])){1,14}")
# A bracket holds a short form: at most this many tokens (LĐ - TB & XH).
_BRACKET_TOKENS = 5
_KEPT_TEXTS = 16
# What stands between two blanks ("Nội,"): so many such pieces make up nearly all of any archive.
_KEPT_PIECES = 1 << 16
_LONGEST_PIECE = 24
# The fields of a `Word`, its offsets counted from the beginning of the piece.
_Cut = tuple[str, str, int, int, bool, bool, bool, bool]


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


def _joined(shorts: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of what is no plain word: "GD-ĐT", "T.Ư", and "TP." before a name.

    The full stop of "TP." belongs to the short form. Written so that a search looks for the few
    first letters; none begins within a word, also not behind its apostrophe.
    """
    rests: dict[str, list[str]] = {"T": []}
    for short in sorted(shorts, key=len, reverse=True):
        if not short.isalnum():
            rests.setdefault(short[0], []).append(re.escape(short[1:]))
    parts = [
        rf"(?<={letter})(?<!\w.)(?:{'|'.join(rest)})(?!\w)"
        for letter, rest in rests.items()
        if rest
    ]
    parts.append(r"(?<=T)(?<![^\W_].)(?:P|p|X)\.(?=\s?[^\W\d_])")
    return re.compile(rf"([{''.join(rests)}](?<![^\W_]['’].)(?:{'|'.join(parts)}))")


class WordReader:
    """Cuts text into `Word`s, writing out the abbreviations it was given."""

    def __init__(self, abbreviations: Iterable[Abbreviation]) -> None:
        rows = tuple(abbreviations)
        self._long = {row.short: row.words for row in rows}
        self._expansions: Mapping[str, tuple[str, ...]] = {
            row.short: tuple(settle_tones(row.words).casefold().split()) for row in rows
        }
        self._joined = _joined(self._expansions)
        self._pieces: dict[str, tuple[_Cut, ...]] = {}
        self._last: dict[str, list[Word]] = {}

    def _words_of(self, surface: str, start: int) -> list[_Cut]:
        """Return the word that a token is, or the words that it stands for."""
        keys = self._expansions.get(surface.rstrip("."))
        is_word = keys is not None or surface[0].isalnum()
        if keys is None:
            keys = (settle_tones(surface).casefold().replace("’", "'"),)
        end, final = start + len(surface), len(keys) - 1
        capital = surface[0].isupper()
        return [
            (key, surface, start, end, at == 0, at == final, capital, is_word)
            for at, key in enumerate(keys)
        ]

    def _cut(self, piece: str) -> tuple[_Cut, ...]:
        """Cut what stands between two blanks into words; kept, since most of it comes again."""
        words = tuple(
            word
            for token in _TOKEN.finditer(piece)
            for word in self._words_of(token[0], token.start())
        )
        if len(piece) <= _LONGEST_PIECE and len(self._pieces) < _KEPT_PIECES:
            self._pieces[piece] = words
        return words

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
        add, known, cut, blank = words.append, self._pieces, self._cut, object.__new__
        start = 0
        # What is plain, and what is not, in turn.
        for number, part in enumerate(self._joined.split(text)):
            joined = number % 2
            for piece in (part,) if joined else part.split(" "):
                found = self._words_of(piece, 0) if joined else known.get(piece) or cut(piece)
                for key, surface, left, right, first, last, capital, is_word in found:
                    # Filled in here: a call that does it takes longer than all else in the loop.
                    word = blank(Word)
                    word.key, word.surface = key, surface
                    word.start, word.end = start + left, start + right
                    word.first, word.last = first, last
                    word.capital, word.is_word = capital, is_word
                    add(word)
                start += len(piece) + 1
            start -= 1  # no blank stands behind the last piece
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
    if "(" not in text:
        return found
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
