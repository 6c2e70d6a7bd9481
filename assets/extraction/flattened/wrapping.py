"""Paragraphs that a page breaks over several lines at a fixed width, put together again.

Old pages and text mails are hard-wrapped. Whether a page is, is decided for the page as a whole;
pages with one line a paragraph are left alone. What the lines mean is not asked here.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_LEAST_WIDTH, _MOST_WIDTH = 45, 110
_SLACK = 18  # the longest word that can have gone to the next line, and some more
_LEAST_BREAKS = 4
_SHARE_OF_LONG = 0.3
_SHARE_AT_WIDTH = 0.8
_CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_OPENS_ITEM = re.compile(r"^(?:[-–—•*+»>|\[]|\d{1,2}[.)]\s)")


class RawLine(NamedTuple):
    """A non-blank raw line, stripped: its number from 1, and the blanks before it.

    `blank_before` tells whether a blank line stands before it, `indent` counts the blanks in front.
    """

    line_no: int
    text: str
    blank_before: bool
    indent: int = 0


def _breaks_sentence(one: RawLine, after: RawLine) -> bool:
    """Tell whether a sentence goes on, in lower case, on the very next line."""
    return (
        not after.blank_before
        and _LEAST_WIDTH <= len(one.text) <= _MOST_WIDTH
        and after.text[0].islower()
        and _CLOSED.search(one.text) is None
    )


def wrap_width(lines: Sequence[RawLine]) -> int | None:
    """Return the width at which a page is wrapped, None when it is not."""
    broken = sorted(len(one.text) for one, after in pairwise(lines) if _breaks_sentence(one, after))
    if len(broken) < _LEAST_BREAKS:
        return None
    width = broken[-1 - len(broken) // 20]
    at_width = sum(width - _SLACK <= length <= width for length in broken)
    long = sum(len(line.text) >= _LEAST_WIDTH for line in lines)
    if at_width < _SHARE_AT_WIDTH * len(broken) or len(broken) < _SHARE_OF_LONG * long:
        return None
    return width


def _goes_on(one: RawLine, after: RawLine, width: int, *, spaced: bool) -> bool:
    """Tell whether a line goes on in the next: there was no room for the next word."""
    if after.blank_before or _OPENS_ITEM.match(after.text):
        return False
    first_word = after.text.split(maxsplit=1)[0]
    full = len(one.text) + 1 + len(first_word) > width
    if after.text[0].islower() and _CLOSED.search(one.text) is None:
        return full or len(one.text) >= width - _SLACK
    return full and len(one.text) <= width and (spaced or _CLOSED.search(one.text) is None)


def paragraphs(lines: Sequence[RawLine]) -> list[tuple[RawLine, ...]]:
    """Return the lines of each paragraph; one line each where the page is not wrapped."""
    width = wrap_width(lines)
    if width is None:
        return [(line,) for line in lines]
    # Where blank lines part the paragraphs, a sentence that ends at the edge ends no paragraph.
    spaced = sum(line.blank_before for line in lines) * 10 >= len(lines)
    groups: list[list[RawLine]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, width, spaced=spaced):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [tuple(group) for group in groups]
