"""Where the news comes from: the place that opens a text or a headline.

"Hà Nội (TTXVN) - …", "(Điện Biên) - …", "LÀO CAI Ngày hội …" and "Hà Giang: Cháy chợ". Words that
put an event somewhere are read in `where` and come first.
"""

import re

from assets.entities.records import Observation
from assets.events.statements.view import ArticleView

_DATELINE = re.compile(
    r"[ \u00a0]*(?:[,(][^)\n]{0,24}\)?)?[ \u00a0]*[-–—:]"
    r"|[ \u00a0]*\([^()\n]{2,24}\)[ \u00a0]+(?:ngày|sáng|trưa|chiều|tối|đêm|hôm)(?!\w)"
)
_BRACKETED = re.compile(r"[ \u00a0]*\)[ \u00a0]*[-–—:.]?[ \u00a0]*\w")
_GOES_ON = re.compile(r"[ \u00a0]*[-–—]?[ \u00a0]*[^\W\d_]")
_PREFIX = re.compile(r"[ \u00a0]*:[ \u00a0]*(?![\d“\"])")
_WITHIN = 60


def dateline(view: ArticleView) -> Observation | None:
    """Return the place that opens the text as a dateline; None when none does."""
    if not view.lead:
        return None
    first, text, raw = view.lead[0], view.text["text"], view.raw["text"]
    here = view.observations("text", first.start, min(first.end, first.start + _WITHIN))
    if not here or here[0].entity_type != "place":
        return None
    one = here[0]
    if one.start_char == first.start:
        # Written in capitals it needs no mark behind it.
        opens = _DATELINE.match(text, one.end_char)
        capitals = one.surface.isupper() and _GOES_ON.match(raw, one.end_char)
        return one if opens or capitals else None
    bracket = raw[first.start : one.start_char] == "("
    return one if bracket and _BRACKETED.match(text, one.end_char) else None


def place_before_headline(view: ArticleView) -> Observation | None:
    """Return the place that a headline puts before its news: "Hà Giang: Cháy chợ trong đêm"."""
    for one in view.observations("title", 0, len(view.text["title"])):
        if one.entity_type == "place":
            opens = one.start_char == 0 and _PREFIX.match(view.text["title"], one.end_char)
            return one if opens else None
    return None
