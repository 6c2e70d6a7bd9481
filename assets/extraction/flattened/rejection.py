"""Why a page is no article: the reason a user reads, or None when it is one.

Looks at what the reader found on the page. Files that cannot be decoded never come here.
"""

import re
from collections.abc import Sequence

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.copies import Copies
from assets.extraction.flattened.evidence import Evidence, is_prose
from assets.extraction.flattened.listings import form_reason, listing_reason
from assets.extraction.metadata.lexicon import Lexicon

_LEAST_WORDS = 18
_ERROR_WORDS = 80
_LIVE_ENTRIES = 5
_ARTICLE_RUN = 3
_HEAD_LINES = 15
_CLOCK = re.compile(r"^\W{0,2}\d{1,2}[:hg]\d{2}(?::\d{2})?'?\W{0,3}(?=\s|$)")
_OTHER_NUMBERS = re.compile(r"\d[/.-]\d|\d:\d|\b(?:19|20)\d\d\b")
_PLAYING_TIME = re.compile(r"^\W*-?\d{1,2}:\d{2}(?::\d{2})?(?:\s*/\s*-?\d{1,2}:\d{2}.*)?$")


def rejection_reason(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    copies: Copies,
    kept: Sequence[bool],
    lexicon: Lexicon,
) -> str | None:
    """Return why the page is no article, or None.

    An article has at least one real paragraph that is not a teaser: a sentence of some ten words.
    """
    if not lines:
        return "empty page: no text at all"
    paragraphs = [line for line, keep in zip(lines, kept, strict=True) if keep and is_prose(line)]
    words = sum(line.words for line in paragraphs)
    reason = (
        _error_reason(lines, found, lexicon, words)
        or form_reason(lines, found, kept, words)
        or live_entries(lines, found)
    )
    if reason is not None:
        return reason
    if words < _LEAST_WORDS or all(
        line.index in copies.teaser_leads or found[line.index].score < 0 for line in paragraphs
    ):
        reason = _poor_reason(lines, found, copies, words)
        if reason is not None:
            return reason
    return listing_reason(lines, found, copies, paragraphs)


def _error_reason(
    lines: Sequence[PageLine], found: Sequence[Evidence], lexicon: Lexicon, words: int
) -> str | None:
    if words >= _ERROR_WORDS or sum(line.words for line in lines if is_prose(line)) >= 250:
        return None
    for line, one in zip(lines, found, strict=True):
        if one.role == "error" or (line.words <= 60 and lexicon.has_error_phrase(line.text)):
            return f"error page or captcha: line {line.line_no} says “{line.text[:60]}”"
    return None


def _poor_reason(
    lines: Sequence[PageLine], found: Sequence[Evidence], copies: Copies, words: int
) -> str | None:
    """Return why a page with hardly a paragraph is no article."""
    players = [line for line, one in zip(lines, found, strict=True) if one.role == "player"]
    players += [line for line in lines if _PLAYING_TIME.match(line.text)]
    if len(players) >= 2:
        return f"player page: line {players[0].line_no} belongs to a player, no text of its own"
    if words >= _LEAST_WORDS:
        return None
    if len(copies.teaser_leads) >= 3:
        return "listing page: only teasers of other articles"
    titles = sum(line.words >= 5 for line in lines)
    if titles >= 5:
        return "listing page: titles but no paragraph of an article"
    if len(lines) >= 5:
        return "menu only: no sentence of an article"
    return "no prose: not one real paragraph"


def live_entries(lines: Sequence[PageLine], found: Sequence[Evidence]) -> str | None:
    """Return the reason when a page is a live page: entries that begin with a clock time.

    A time counts when no date stands with it and a text follows, on its line or the next. Where
    the page calls itself live, dated entries count too; where it does not, three paragraphs in a
    row with no entry between make it an article.
    """
    clocks = sum(line.text[0].isdigit() or not line.text[0].isalnum() for line in lines)
    if clocks < _LIVE_ENTRIES:
        return None
    says_live = next(
        (line for line, one in zip(lines, found, strict=True) if one.role == "live"), None
    )
    says_live = says_live or next((line for line in lines[:_HEAD_LINES] if _opens_live(line)), None)
    entries = [
        line.index for line in lines if _is_entry(lines, found, line, dated=says_live is not None)
    ]
    if len(entries) < _LIVE_ENTRIES:
        return None
    if says_live is None and _longest_run(lines, set(entries)) >= _ARTICLE_RUN:
        return None
    share = 0.2 if says_live is not None else 0.33
    if len(entries) < share * sum(line.words >= 5 for line in lines):
        return None
    return f"live page: {len(entries)} entries that begin with a clock time"


def _opens_live(line: PageLine) -> bool:
    return re.match(r"\W*(?:trực tiếp|tường thuật|live)\b", line.text.lower()) is not None


def _is_entry(
    lines: Sequence[PageLine], found: Sequence[Evidence], line: PageLine, *, dated: bool
) -> bool:
    clock = _CLOCK.match(line.text)
    if clock is None:
        return False
    rest = line.text[clock.end() :]
    if (found[line.index].date is not None or _OTHER_NUMBERS.search(rest[:24])) and not dated:
        return False
    if len(rest.split()) >= 4 and found[line.index].date is None:
        return True
    after = lines[line.index + 1] if line.index + 1 < len(lines) else None
    return after is not None and after.words >= 5 and (is_prose(after) or dated or not rest.strip())


def _longest_run(lines: Sequence[PageLine], entries: set[int]) -> int:
    """Return the most paragraphs in a row that are no entries, nor stand under a clock time."""
    best = run = 0
    for line in lines:
        if line.index in entries:
            run = 0
        elif is_prose(line):
            run = 0 if line.index - 1 in entries else run + 1
            best = max(best, run)
    return best
