"""Items that count up through a page: "1. …", "2. …", with text between them.

Such items are the article's own, however short, and the text goes on between the first and the
last. A list of other articles is numbered too, but without text between.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.evidence import Evidence

_NUMBER = re.compile(r"^(?:(?:Bước|Câu|Bài học|Step)\s)?(\d{1,2})\s?[.:)/]\s?(?=[^\W\d])")
_LEAST_ITEMS = 3
_SCORE = 1.0
_NO_BARRIER = 0.3


def _sequence(lines: Sequence[PageLine], start: int) -> list[int]:
    """Return the indexes of the items 1, 2, 3 … from `start` on."""
    items: list[int] = []
    for index in range(start, len(lines)):
        match = _NUMBER.match(lines[index].text)
        if match and int(match[1]) == len(items) + 1:
            items.append(index)
        elif match and int(match[1]) == 1:
            break
    return items


def mark_numbered(lines: Sequence[PageLine], found: Sequence[Evidence]) -> None:
    """Raise numbered items that have text between them, and open the way from first to last."""
    starts = [
        line.index
        for line in lines
        if line.text[0] in "1BCS" and (match := _NUMBER.match(line.text)) and match[1] == "1"
    ]
    for start in starts:
        items = _sequence(lines, start)
        apart = sum(
            any(found[i].score > 0 and lines[i].full_stop for i in range(one + 1, after))
            for one, after in pairwise(items)
        )
        if len(items) < _LEAST_ITEMS or apart < (len(items) - 1) / 2:
            continue
        for index in items:
            if found[index].score < _SCORE:
                found[index].score, found[index].reason = _SCORE, "numbered item of the text"
        for one in found[items[0] : items[-1]]:
            one.barrier = min(one.barrier, _NO_BARRIER)
