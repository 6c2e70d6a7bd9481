"""The lead that a box of links under it cuts off from the text: it belongs to the article.

Looks only between headline and text; the stretch of the text itself is found in `main_text`.
"""

from collections.abc import Sequence

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.evidence import Evidence, is_prose

_REACH = 30
_HEAD_LINES = 6


def lead_under_headline(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    kept: Sequence[bool],
    headline: int | None,
) -> list[bool]:
    """Return `kept` with the paragraph that stands right under headline, date and byline.

    Nothing but those and buttons may stand over it, and a heading over other articles stands
    between it and the text.
    """
    grown = list(kept)
    first = grown.index(True)
    if headline is None or not 1 < first - headline <= _REACH:
        return grown
    for index in range(headline + 1, min(first, headline + 1 + _HEAD_LINES)):
        line, one = lines[index], found[index]
        if one.role in ("related", "comment", "section", "menu"):
            return grown
        if is_prose(line) and one.score > 0:
            boxed = any(other.role == "related" for other in found[index + 1 : first])
            grown[index] = boxed or grown[index]
            return grown
        if not (one.role or one.date or one.byline or one.credit or one.score < -1.4):
            return grown
    return grown
