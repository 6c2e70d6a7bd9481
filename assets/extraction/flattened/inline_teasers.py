"""Titles of other articles between an article's own paragraphs, told from its sub-headings.

By the heading over them, by standing in a row, or by speaking of something else.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.captions import caption_shape
from assets.extraction.flattened.page_view import Label, PageView

_FRESH_START = re.compile(r"[^\W\d_]*[a-zà-ỹđ]\s[^\W\d_a-z][a-zà-ỹđ]*\s[a-zà-ỹđ]")
_LONG_UNCLOSED = 22
_INLINE_TITLE = 9
_ROW_UNDER_LEAD = 6
_MANY_HEADINGS = 3
_SHORTEST_TITLE = 8
_LEAST_TEXT = 200  # words; a shorter text says too little of what it speaks of
_MOST_KNOWN = 0.4
_WORD = re.compile(r"\w+")


def after_related(view: PageView, index: int, labels: Sequence[Label]) -> bool:
    """Tell a line under a heading over other articles, with no text between."""
    for other in range(index - 1, max(-1, index - 8), -1):
        if view.found[other].role == "related":
            return True
        if labels[other].kind in ("body", "lead", "title"):
            return False
    return False


def concatenated(view: PageView, index: int, labels: Sequence[Label]) -> bool:
    """Tell titles of related articles run together on one line right under the lead."""
    line = view.lines[index]
    open_end = not line.closed or line.text[-1] in "?!"
    if not open_end or line.inner_stops or line.words < 10 or view.found[index].bullet:
        return False
    previous = next((label for label in reversed(labels) if label.kind != "navigation"), None)
    if previous is None or previous.kind != "lead":
        return False
    starts = len(_FRESH_START.findall(line.text))
    if starts >= 2 and line.words >= 15 and not line.closed:
        return True
    one_block = not line.blank_before and has_blocks(view, index)
    return one_block and starts >= 1 and caption_shape(line, view.lexicon) is None


def in_title_row(view: PageView, index: int) -> bool:
    """Tell titles of other articles from sub-headings, which stand one by one, and from verses."""
    row = [index]
    while row[0] > view.first and _may_be_row_title(view, row[0] - 1):
        row.insert(0, row[0] - 1)
    while row[-1] < view.last and _may_be_row_title(view, row[-1] + 1):
        row.append(row[-1] + 1)
    before = view.lines[row[0] - 1].text if row[0] else ""
    if len(row) < 2 or not _may_be_row_title(view, index) or before.endswith(":"):
        return False
    least = _ROW_UNDER_LEAD if row[0] == view.first + 1 else _INLINE_TITLE
    return max(view.lines[i].words for i in row) >= least


def _may_be_row_title(view: PageView, index: int) -> bool:
    line, one = view.lines[index], view.found[index]
    plain = one.role is None and one.date is None and not one.credit and not one.bullet
    return plain and not line.closed and 4 < line.words <= _LONG_UNCLOSED


def is_inline_title(view: PageView, index: int) -> bool:
    """Tell another article's title from a sub-heading: it speaks of something else.

    No two neighbouring words of it stand in the text; of a title as short as sub-headings are,
    at most two in five words do (so it is for one of fifty sub-headings in news texts).
    """
    line = view.lines[index]
    if line.words < _SHORTEST_TITLE or line.closed or view.found[index].bullet:
        return False
    others = [other for other in view.lines[view.first : view.last + 1] if other.index != index]
    if sum(_may_be_heading(view, other) for other in others) >= _MANY_HEADINGS:
        return False
    own = _WORD.findall(line.text.lower())
    texts = [_WORD.findall(other.text.lower()) for other in others]
    pairs = set(pairwise(own))
    if any(not pairs.isdisjoint(pairwise(text)) for text in texts):
        return False
    said = {word for text in texts for word in text}
    known = sum(word in said for word in own)
    return line.words >= _INLINE_TITLE or (
        sum(map(len, texts)) >= _LEAST_TEXT and known <= _MOST_KNOWN * len(own)
    )


def _may_be_heading(view: PageView, line: PageLine) -> bool:
    one = view.found[line.index]
    plain = one.role is None and not one.credit and line.index not in view.copies.groups
    return plain and not line.closed and 3 <= line.words <= 30


def has_blocks(view: PageView, index: int) -> bool:
    """Tell whether blank lines part the paragraphs here: the next line has one before it."""
    return index + 1 < len(view.lines) and view.lines[index + 1].blank_before
