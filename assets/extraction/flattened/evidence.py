"""What speaks for and against each line being main text: a score in log-odds, with its reason.

Signals of one line by itself. `structure` adds what several lines say together, `main_text` turns
the scores into one stretch of the page, `line_kinds` names what is left over.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.line_shapes import (
    PICTURE_NUMBER,
    is_credit,
    is_imprint,
    link_reason,
    role_of,
)
from assets.extraction.metadata.byline import Byline
from assets.extraction.metadata.dateline import DateLine, is_day_without_year, read_dates
from assets.extraction.metadata.lexicon import Lexicon
from assets.reference.records import MenuRole

# What it costs the text to run on past a menu word of this role.
_BARRIERS = {"related": 2.0, "comment": 4.0, "footer": 2.0, "tag": 1.5}
_BULLET = re.compile(r"^(?:[-–—•*·▪●+]|\d{1,2}[.)]|[a-zđ][.)])\s*\S")
PICTURE = "number of a picture"
UNDATED = "date without a year"
# Short lines whose evidence is kept: menus, feet and teasers recur on an outlet's pages.
_LINES_KEPT = 4096


@dataclass(slots=True)
class Evidence:
    """What is known of a line before the page is read as a whole.

    `score` is log-odds of main text. `barrier` is what it costs the main text to run on past this
    line. `date` and `byline` are set when the line can be read so.
    """

    score: float
    reason: str
    barrier: float = 0.0
    role: MenuRole | None = None
    date: DateLine | None = None
    byline: Byline | None = None
    credit: bool = False
    bullet: bool = False


def is_prose(line: PageLine) -> bool:
    """Tell whether a line reads like a paragraph: a sentence end and ten words, or very long."""
    return (line.full_stop and line.words >= 10) or line.words >= 45 or line.inner_stops >= 2


def is_title_like(line: PageLine) -> bool:
    """Tell whether a line could be a headline: four to forty words, no sentence end inside."""
    return 3 <= line.words <= 40 and not line.text.endswith((".", ";", ",", ":"))


def _shape(line: PageLine, *, syllables: bool) -> tuple[float, str]:
    """Score length and closing punctuation; Vietnamese counts syllables, so words are shorter."""
    words = line.words * (0.75 if syllables else 1.0)
    quoted = line.text[-1] in '"”’»' and not line.full_stop
    if quoted:
        return (0.8, "ends with a quotation") if words >= 18 else (-0.6, "ends with a quotation")
    if line.full_stop or (line.closed and words >= 6):
        for least, score in ((30, 3.0), (18, 2.4), (10, 1.4), (5, 0.4)):
            if words >= least:
                return score, "sentence" if words < 18 else "paragraph"
        return -0.4, "very short sentence"
    if words >= 40:
        return (2.0 if line.inner_stops else 0.6), "long line without a full stop"
    if words >= 18:
        return (0.8 if line.inner_stops else -0.5), "line without a full stop"
    return (-1.1, "title-like line") if words >= 4 else (-1.5, "few words")


def own_evidence(line: PageLine, lexicon: Lexicon, *, syllables: bool) -> Evidence:
    """Return what a line tells by itself; `syllables` when words are counted in Vietnamese."""
    if not line.key:  # paragraphs hardly recur
        return _told_by(line, lexicon, syllables)
    met = _met(line, lexicon, syllables)
    # A copy, for what the page tells is added to it.
    return Evidence(
        met.score, met.reason, met.barrier, met.role, met.date, met.byline, met.credit, met.bullet
    )


def _told_by(line: PageLine, lexicon: Lexicon, syllables: bool) -> Evidence:
    if PICTURE_NUMBER.match(line.text):
        return Evidence(-2.5, PICTURE, credit=True)
    role = role_of(line, lexicon)
    if role is not None:
        return _furniture(line, role)
    score, reason = _shape(line, syllables=syllables)
    found = Evidence(score, reason, bullet=_BULLET.match(line.text) is not None)
    if line.words <= 22:
        date = read_dates(line.text)
        if date is not None and _is_date_line(line, date.rest):
            found.date, found.score, found.reason = date, -2.5, "date line"
    found.credit = is_credit(line.text)
    if found.credit and line.words <= 60 and line.inner_stops <= 1:
        found.score, found.reason = -1.6, "picture credit"
    _mark_furniture(line, lexicon, found)
    if line.words >= 5 and not line.full_stop and line.capital_share > 0.7:
        found.score -= 0.6
    if found.date is None and line.words <= 8 and is_day_without_year(line.text):
        found.score, found.reason = -2.5, UNDATED
    link = link_reason(line, lexicon)
    if link is not None:
        found.score, found.reason = -3.0, link
    return found


_met = lru_cache(maxsize=_LINES_KEPT)(_told_by)


def _furniture(line: PageLine, role: MenuRole) -> Evidence:
    found = Evidence(-2.5, f"menu word ({role})", _BARRIERS.get(role, 0.3), role)
    if role == "comment" and line.words == 1 and not line.text[0].isupper():
        found.barrier = 2.0
    return found


def _is_date_line(line: PageLine, rest: str) -> bool:
    """Tell a date line from a sentence or heading that names a date.

    Besides the date it holds a section, an author or "5 min read", no clause.
    """
    words = rest.split()
    if len(words) <= 2:
        return True
    return len(words) <= 5 and not line.full_stop and not rest[0].islower()


def _mark_furniture(line: PageLine, lexicon: Lexicon, found: Evidence) -> None:
    """Lower the score of imprints, subscription boxes and lines of figures."""
    if line.words <= 60 and is_imprint(line.text):
        found.score, found.reason, found.barrier = -3.0, "imprint", 2.0
    elif line.words <= 50 and lexicon.has_furniture_phrase(line.text):
        found.score, found.reason = min(found.score, -1.5), "furniture phrase"
    if line.words < 25 and len(line.text) < 80 and line.letter_share < 0.6:
        found.score, found.reason = min(found.score, -1.5), "few letters"
