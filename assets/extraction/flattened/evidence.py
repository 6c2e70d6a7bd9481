"""What speaks for and against each line being main text: a score in log-odds, with its reason.

Signals of one line by itself. `structure` adds what several lines say together, `main_text` turns
the scores into one stretch of the page, `line_kinds` names what is left over.
"""

import re
from dataclasses import dataclass

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.metadata.byline import Byline
from assets.extraction.metadata.dateline import DateLine, read_dates
from assets.extraction.metadata.lexicon import Lexicon, line_key
from assets.reference.records import MenuRole

_CREDIT = re.compile(
    r"\b(?:Ảnh|ảnh|ẢNH|Nguồn|[Pp]hoto(?:s|graph)?|PHOTO|Picture|Image|[Cc]redit|Source|[Cc]ourtesy)"
    r"(?: (?:by|credit|courtesy of))?\s*[:/](?:[^.]|\b[A-ZĐ]\.){1,60}\)?\.?$"
)
_CREDIT_EDGES = re.compile(
    r"^(?:Photo(?:s|graph)?|Image|Picture)s? (?:by|credit|courtesy|via)\b"
    r"|^\W*(?:Getty Images|AFP|Reuters|AP Photo|TTXVN|TASS|Xinhua)\W*$"
)
_AGENCY_BRACKET = re.compile(
    r"[([](?:[^()\[\]]*\b)?(?:AP|AFP|Reuters|Getty|TTXVN|VNA|Xinhua|Photo|Ảnh|Nguồn)\b"
    r"[^()\[\]]{0,60}[)\]]\W*$"
)
_AGENCY_END = ("Getty Images", "AP Photo", "/AFP", "/Reuters", "/AP", "/TTXVN", "/VNA")
# What it costs the text to run on past a menu word of this role.
_BARRIERS = {"related": 2.0, "comment": 4.0, "footer": 2.0}
_IMPRINT_OPENINGS = ("copyright", "bản quyền", "(c) 19", "(c) 20")
_ADDRESS = re.compile(
    r"\b(?:Điện thoại|ĐT|Tel|Fax|Hotline|E-?mail|Địa chỉ|Trụ sở|Tòa soạn|Toà soạn|Tổng [Bb]iên tập"
    r"|Giấy phép|Phone)\s*:",
)
_BULLET = re.compile(r"^(?:[-–—•*·▪●+]|\d{1,2}[.)]|[a-zđ][.)])\s*\S")
_FOLLOW = re.compile(r"^(?:Theo dõi|Follow|Like)\s.{2,40}\s(?:trên|on)\b.{0,20}$", re.IGNORECASE)
_LINK_MARK = re.compile(r"^(?:>{1,3}|»|►|➤|☛)\s*\S")
_LONGEST_LINK = 40
_LEAST_LINK = 3


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
    score, reason = _shape(line, syllables=syllables)
    found = Evidence(score, reason, bullet=_BULLET.match(line.text) is not None)
    found.role = lexicon.role_of(line.text)
    if found.role is None and line.words <= 12 and _is_site_line(line, lexicon):
        found.role = "tool"
    if found.role is not None:
        found.score, found.reason = -2.5, f"menu word ({found.role})"
        found.barrier = _BARRIERS.get(found.role, 0.3)
        if found.role == "comment" and line.words == 1 and not line.text[0].isupper():
            found.barrier = 2.0
        return found
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
    if is_link(line, lexicon):
        found.score, found.reason = -3.0, "link to the page of another article"
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
    if line.words <= 60 and _is_imprint(line.text):
        found.score, found.reason, found.barrier = -3.0, "imprint", 2.0
    elif line.words <= 50 and lexicon.has_furniture_phrase(line.text):
        found.score, found.reason = min(found.score, -1.5), "furniture phrase"
    if line.words < 25 and len(line.text) < 80 and line.letter_share < 0.6:
        found.score, found.reason = min(found.score, -1.5), "few letters"


def _is_imprint(text: str) -> bool:
    lowered = text.lower()
    return (
        "©" in text
        or "all rights reserved" in lowered
        or lowered.startswith(_IMPRINT_OPENINGS)
        or (text.count(":") >= 2 and len(_ADDRESS.findall(text)) >= 2)
    )


def is_link(line: PageLine, lexicon: Lexicon) -> bool:
    """Tell a link between paragraphs: ">> …", "» …", "Xem thêm: …"."""
    if line.words > _LONGEST_LINK:
        return False
    if _LINK_MARK.match(line.text):
        return True
    head, colon, rest = line.text.partition(":")
    if not colon or len(rest.split()) < _LEAST_LINK or line.full_stop:
        return False
    return lexicon.role_of(head) in ("related", "tool")


def _is_site_line(line: PageLine, lexicon: Lexicon) -> bool:
    """Tell a line that only one outlet's pages show, or "follow … on"."""
    return line_key(line.text) in lexicon.furniture or _FOLLOW.match(line.text) is not None


def is_credit(text: str) -> bool:
    """Tell whether a line is or ends with the credit of a picture."""
    tail = text[-90:]
    return (
        ((":" in tail or "/" in tail) and _CREDIT.search(tail) is not None)
        or text.rstrip(" .)]").endswith(_AGENCY_END)
        or (tail.rstrip(" .").endswith((")", "]")) and _AGENCY_BRACKET.search(tail) is not None)
        or _CREDIT_EDGES.search(text) is not None
    )
