"""Raw lines of a flattened page: numbers, blank lines between them, and each line's own shape.

Nothing here knows what a line means; that is decided from several lines together in `copies`,
`evidence` and `line_kinds`.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from assets.extraction.flattened.wrapping import RawLine, paragraphs
from assets.extraction.repetition import LONGEST_KEY, line_words
from assets.language.folding import nfc

_LINE_END = re.compile(r"\r\n|\n|\r")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CLOSED = re.compile(r"[.!?…;:,。！？、；：][\"'”’»)\]*\s]*$|[\"”’»][\s)]*$")
# Agencies sign the last sentence: "… said the minister. VNS".
_FULL_STOP = re.compile(r"[.!?…。！？][\"'”’»)\]*\s」』）]*(?:\s[-–—]?\s?(?:[A-Z]{3,5}|/)\.?)?$")
# A word in lower case before the stop: "TP. Hà Nội" and "PGS. An" are no sentence ends.
_INNER_STOP = re.compile(r"[.!?…](?<=[a-zß-ỹ]{2}[.!?…])[\"'”’»)]*\s+[\"'“‘«(]*[^\W\d_a-z]")
_TAIL = 12
_SHORT = 7
_OPEN_ENDED = 22  # words of a line that is a paragraph even without a full stop
_LONG_TEXT = 120
_FEW_CLOSED = 0.34
# Menus, feet and teasers: on the pages of some outlets most lines have been met before.
_SHAPES_KEPT = 4096


@dataclass(frozen=True, slots=True)
class PageLine:
    """One non-blank line: its place, its text and its own shape.

    `index` counts the non-blank lines from 0, `line_no` the raw lines from 1. `blank_before` tells
    whether a blank line stands before it: the page's block structure. `words` are syllables in
    Vietnamese. `key` are the folded words for comparison with other lines, empty when the line is
    too long to be a title. `full_stop`: ends like a sentence; `closed`: like a sentence, a clause
    or a quotation. `inner_stops` counts sentence ends inside the line. `indent` are the blanks in
    front. `wrapped` are the raw lines of a paragraph that the page broke over several lines, with
    their numbers; empty for a line that stands whole. Lines are equal that read the same, wherever
    they stand.
    """

    index: int = field(compare=False)
    line_no: int = field(compare=False)
    text: str
    blank_before: bool = field(compare=False)
    words: int = field(compare=False)
    key: str = field(compare=False)
    full_stop: bool
    closed: bool
    inner_stops: int = field(compare=False)
    indent: int = field(default=0, compare=False)
    wrapped: tuple[tuple[int, str], ...] = field(default=(), compare=False)

    @property
    def capital_share(self) -> float:
        """Share of its words that begin with a capital letter."""
        words = [word for word in self.text.split() if word[0].isalpha()]
        return sum(word[0].isupper() for word in words) / len(words) if words else 1.0

    @property
    def letter_share(self) -> float:
        """Share of letters among its characters without spaces."""
        characters = "".join(self.text[:400].split())
        return sum(map(str.isalpha, characters)) / len(characters) if characters else 0.0

    @property
    def unaccented(self) -> bool:
        """Whether it is written in plain lower-case letters, as generated alt texts are."""
        return self.text.isascii() and self.text == self.text.lower()


class _Shape(NamedTuple):
    """What a line's text alone tells, and whether paragraphs of the page are open-ended."""

    words: int
    key: str
    full_stop: bool
    closed: bool
    inner_stops: int


def _shape_of(text: str, open_ended: bool) -> _Shape:
    words = len(text.split())
    if not text.isascii() and _CJK.search(text, 0, LONGEST_KEY):
        words += len(_CJK.findall(text)) // 2
    full_stop = _FULL_STOP.search(text, max(0, len(text) - _TAIL)) is not None
    full_stop = full_stop or (open_ended and words >= _OPEN_ENDED)
    closed = full_stop or _is_closed(text)
    inside = text[:-2]
    stops = words > _SHORT and ("." in inside or "?" in inside or "!" in inside or "…" in inside)
    return _Shape(
        words, line_words(text), full_stop, closed, len(_INNER_STOP.findall(text)) if stops else 0
    )


def _is_closed(text: str) -> bool:
    return _CLOSED.search(text, max(0, len(text) - _TAIL)) is not None


_shape_met = lru_cache(maxsize=_SHAPES_KEPT)(_shape_of)


def _page_line(index: int, paragraph: tuple[RawLine, ...], *, open_ended: bool) -> PageLine:
    first = paragraph[0]
    whole = len(paragraph) == 1
    text = first.text if whole else " ".join(part.text for part in paragraph)
    shape = (_shape_met if len(text) <= LONGEST_KEY else _shape_of)(text, open_ended)
    return PageLine(
        index,
        first.line_no,
        text,
        first.blank_before,
        shape.words,
        shape.key,
        shape.full_stop,
        shape.closed,
        shape.inner_stops,
        indent=first.indent,
        wrapped=() if whole else tuple((part.line_no, part.text) for part in paragraph),
    )


def raw_lines(text: str) -> list[str]:
    """Return all raw lines of a page, blank ones included; they end with LF, CRLF or CR only."""
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


def split_lines(text: str) -> tuple[PageLine, ...]:
    """Return the non-blank lines of a page, paragraphs put together where it is hard-wrapped.

    Lines end with LF, CRLF or CR only; `line_no` counts raw lines from 1, blank ones included.
    Each text is NFC and stripped at both ends.
    """
    filled: list[RawLine] = []
    blank = False
    for number, raw in enumerate(raw_lines(text), start=1):
        stripped = nfc(raw).strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip()) if raw[0].isspace() else 0
            filled.append(RawLine(number, stripped, blank, indent))
        blank = not stripped
    open_ended = _is_open_ended(filled)
    return tuple(
        _page_line(index, paragraph, open_ended=open_ended)
        for index, paragraph in enumerate(paragraphs(filled))
    )


def _is_open_ended(lines: list[RawLine]) -> bool:
    """Tell a page on which paragraphs end without a full stop: long lines then count as closed."""
    long = [line for line in lines if len(line.text) >= _LONG_TEXT]
    return len(long) > 1 and sum(_is_closed(line.text) for line in long) < _FEW_CLOSED * len(long)
