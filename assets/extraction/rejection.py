"""Why a page is no article: the reason a user reads, or None when it is one.

Looks at what the reader found on the page. Files that cannot be decoded never come here.
"""

from collections.abc import Sequence

from assets.extraction.blocks import PageLine
from assets.extraction.copies import Copies
from assets.extraction.evidence import Evidence, counts_as_live, is_prose

_LEAST_WORDS = 18
_LIVE_ENTRIES = 6


def rejection_reason(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    copies: Copies,
    kept: Sequence[bool],
) -> str | None:
    """Return why the page is no article, or None.

    An article has at least one real paragraph that is not a teaser: a sentence of some ten words.
    """
    if not lines:
        return "empty page: no text at all"
    paragraphs = [line for line, keep in zip(lines, kept, strict=True) if keep and is_prose(line)]
    words = sum(line.words for line in paragraphs)
    errors = [line for line, one in zip(lines, found, strict=True) if one.role == "error"]
    if errors and words < 80:
        return f"error page or captcha: line {errors[0].line_no} says “{errors[0].text[:60]}”"
    live = counts_as_live(lines)
    if live >= _LIVE_ENTRIES and live * 3 >= sum(line.words >= 5 for line in lines):
        return f"live page: {live} entries that begin with a clock time"
    if words < _LEAST_WORDS:
        if len(copies.teaser_leads) >= 3:
            return "listing page: only teasers of other articles"
        titles = sum(line.words >= 5 for line in lines)
        if titles >= 5:
            return "listing page: titles but no paragraph of an article"
        if len(lines) >= 5:
            return "menu only: no sentence of an article"
        return "no prose: not one real paragraph"
    if len(paragraphs) <= 2 and len(copies.teaser_leads) >= 4:
        inside = [line for line in paragraphs if line.index not in copies.teaser_leads]
        if not inside:
            return "listing page: every paragraph is the lead of a teaser"
    return None
