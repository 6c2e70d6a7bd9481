"""Weekdays and weekends told from the day of publication: "hôm thứ Tư", "on Wednesday".

A weekday is resolved only when the words say on which side of the day of publication it lies; one
with its own date beside it ("thứ Sáu, 4/6") is left to the calendar expressions.
"""

import datetime as dt
import re
from collections.abc import Iterator

from assets.language.dates.calendar import Span, week_span
from assets.language.patterns import any_case

_VIETNAMESE = {
    **dict.fromkeys(("hai", "2"), 0),
    **dict.fromkeys(("ba", "3"), 1),
    **dict.fromkeys(("tư", "4"), 2),
    **dict.fromkeys(("năm", "5"), 3),
    **dict.fromkeys(("sáu", "6"), 4),
    **dict.fromkeys(("bảy", "bẩy", "7"), 5),
    "nhật": 6,
}
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAME = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)(?!\w)"
_PART = r"(?:sáng|trưa|chiều|tối|đêm)"
_ALONE = r"(?!\s*[,(]?\s*(?:ngày\s+)?\d)"
# All words that may begin an expression: the others are passed over at once.
_OPENINGS = ("sáng", "trưa", "chiều", "tối", "đêm", "hôm", "ngày", "thứ", "chủ", "vào", "cuối")
_WEEKDAY = re.compile(
    rf"""(?<!\w)(?={any_case(_OPENINGS)})(?:
      (?:{_PART}\s+)?hôm\s+(?P<past>{_NAME})
        (?!\s+(?:tuần|tới|này|sắp|tiếp|sau|trước))
    | (?:{_PART}\s+|(?:ngày|hôm)\s+)?(?P<gone>{_NAME})\s+(?:vừa\s+(?:qua|rồi)|tuần\s+rồi)
    | (?:{_PART}|ngày|vào)\s+(?P<coming>{_NAME})\s+(?:này|tới|sắp\s+tới|tới\s+đây)
    | cuối\s+tuần\s+(?P<weekend>qua|vừa\s+(?:qua|rồi)|rồi|trước|này|tới)
    )(?!\w){_ALONE}""",
    re.VERBOSE | re.IGNORECASE,
)
_ON = re.compile(
    r"(?<!\w)(?:(?:[Oo]n|(?P<way>[Ll]ast|[Tt]his|[Nn]ext))\s+)"
    r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\w|\s*,?\s*\(?(?:\d|(?:Jan|Feb|Mar"
    r"|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))"
)
# The verb nearest to a weekday tells its side; the words of plans outweigh their own "-ed".
_COMING = re.compile(
    r"(?<!\w)(?:will|would|shall|(?:is|are)\s+(?:set|due|scheduled|expected|to)|to\s+be|scheduled"
    r"|plans?\s+to|upcoming)(?!\w)"
)
_GONE = re.compile(
    r"(?<!\w)(?:\w{2,}ed|said|told|was|were|had|met|held|took|began|went|left|made|gave|won|lost"
    r"|paid|became|came|saw|spoke|wrote|sent|rose|fell)(?!\w)"
)
_CLAUSE = 160


def _english_side(text: str, match: re.Match[str]) -> str | None:
    """Return "past" or "future" as the verbs of the sentence say; None when they do not."""
    before = re.split(r"[.!?;\n]\s", text[max(0, match.start() - _CLAUSE) : match.start()])[-1]
    after = re.split(r"[.!?;\n](?:\s|$)", text[match.end() : match.end() + _CLAUSE])[0]
    coming = [m.end() for m in _COMING.finditer(before)]
    gone = [m.end() for m in _GONE.finditer(before) if not _COMING.match(m[0])]
    if coming or gone:
        return "future" if max(coming, default=-1) >= max(gone, default=-1) else "past"
    first = _COMING.search(after)
    second = _GONE.search(after)
    if first and (second is None or first.start() <= second.start()):
        return "future"
    return "past" if second else None


def _before(published_on: dt.date, weekday: int, *, today: bool) -> dt.date:
    back = (published_on.weekday() - weekday) % 7
    return published_on - dt.timedelta(days=back if back or today else 7)


def _after(published_on: dt.date, weekday: int) -> dt.date:
    return published_on + dt.timedelta(days=(weekday - published_on.weekday()) % 7)


def _vietnamese(match: re.Match[str], published_on: dt.date) -> Span | None:
    if match["weekend"]:
        word = match["weekend"].split()[0].lower()
        if word in ("qua", "vừa", "rồi") and published_on.weekday() > 4:
            return None
        monday = week_span(published_on, {"này": 0, "tới": 1}.get(word, -1))[0]
        return monday + dt.timedelta(days=5), monday + dt.timedelta(days=6)
    name = match["past"] or match["gone"] or match["coming"]
    weekday = _VIETNAMESE[name.split()[-1].lower()]
    if weekday == published_on.weekday():
        # Today, or a week away.
        return None
    if match["coming"]:
        day = _after(published_on, weekday)
    else:
        day = _before(published_on, weekday, today=False)
    return day, day


def _english(text: str, match: re.Match[str], published_on: dt.date) -> Span | None:
    weekday = _ENGLISH.index(match["day"][:3].lower())
    way = (match["way"] or "").lower()
    side = {"last": "past", "next": "future"}.get(way) or _english_side(text, match)
    if side is None or (way == "next" and weekday != published_on.weekday()):
        # "next Friday" is the coming one to some, that of the week after to others.
        return None
    if way in ("next", "last") and weekday == published_on.weekday():
        day = published_on + dt.timedelta(days=7 if way == "next" else -7)
    elif side == "past":
        day = _before(published_on, weekday, today=True)
    else:
        day = _after(published_on, weekday)
    return day, day


def find_weekdays(
    text: str, lowered: str, published_on: dt.date
) -> Iterator[tuple[int, int, Span, str]]:
    """Yield (start, end, span, "day") of each weekday and weekend that is certain, in no order.

    `lowered` is the text in lower case.
    """
    # A cheap look before the long one.
    named = "thứ" in lowered or "nhật" in lowered or ("cuối" in lowered and "tuần" in lowered)
    for match in _WEEKDAY.finditer(text) if named else ():
        try:
            span = _vietnamese(match, published_on)
        except OverflowError:
            continue
        if span is not None:
            yield match.start(), match.end(), span, "day"
    if "day" not in text:
        return
    for match in _ON.finditer(text):
        try:
            span = _english(text, match, published_on)
        except OverflowError:
            continue
        if span is not None:
            start = match.start("way") if match["way"] else match.start("day")
            yield start, match.end(), span, "day"
