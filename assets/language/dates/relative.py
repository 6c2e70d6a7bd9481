"""Expressions counted from the day of publication: "hôm qua", "tuần trước", "last week".

An expression is left alone when its words may mean something else: "3 tháng trước" is three months
ago, "tuần qua" on a Sunday the week now ending, "năm sau" the year after one named before. Weekdays
without a week are in `weekdays`.
"""

import datetime as dt
import re
from collections.abc import Iterator

from assets.language.dates.calendar import Span, month_after, week_span, years_span
from assets.language.patterns import any_case

PART_OF_DAY = r"(?:sáng\s+sớm|rạng\s+sáng|sáng|trưa|chiều\s+tối|chiều|tối|đêm)"
_WEEKDAYS = {
    "hai": 0,
    "ba": 1,
    "tư": 2,
    "năm": 3,
    "sáu": 4,
    "bảy": 5,
    "bẩy": 5,
    "chủ nhật": 6,
    **{str(number): number - 2 for number in range(2, 8)},
}
# All words that may begin an expression: the others are passed over at once.
_OPENINGS = (
    *("sáng", "rạng", "trưa", "chiều", "tối", "đêm", "ngày", "hôm", "thứ", "chủ", "tuần", "tháng"),
    *("đầu", "giữa", "cuối", "yesterday", "today", "tomorrow", "last", "this", "next"),
)
_PARTS = ("sáng", "sớm", "trưa", "chiều", "tối", "đêm")
# One of these words is part of every expression, with one of those behind it: a cheap look before
# the long one, at text in lower case.
_CUES = tuple(
    (word, re.compile(rf"{word}\s+(?:{behind})"))
    for words, behind in (
        (("hôm",), "nay|qua|kia"),
        (_PARTS, "nay|qua|mai"),
        (("ngày",), "mai"),
        (("tuần",), "trước|này|tới|sau|qua|rồi|vừa"),
        (("tháng",), "trước|này|tới|sau"),
        (("last", "this", "next"), "week|month|year"),
    )
    for word in words
)
_ENGLISH_DAYS = ("yesterday", "today", "tomorrow")
_RELATIVE = re.compile(
    rf"""(?<!\w)(?={any_case(_OPENINGS)})(?:
      (?P<day>(?:(?:{PART_OF_DAY}|ngày)\s+)?(?P<day_word>hôm\s+(?:nay|qua|kia))
        | {PART_OF_DAY}\s+(?P<part_word>nay|qua|mai) | (?P<tomorrow>ngày\s+mai))
    | (?:(?P<weekday>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)\s+)?
        tuần\s+(?P<week>trước|này|tới|sau|qua|rồi|vừa\s+(?:qua|rồi))
    | (?:(?:đầu|giữa|cuối)\s+)?tháng\s+(?P<month>trước|này|tới|sau)
    | (?P<english>(?P<e_day>yesterday|today|tomorrow)
        |(?P<e_way>last|this|next)\s+(?P<e_unit>week|month|year))
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# "3 tuần trước", "những tháng tới": a distance, not the week or month beside this one.
_COUNTED = re.compile(
    r"(?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|mấy|những|các|nhiều|nửa|mỗi|cả|đôi)\s+$",
    re.IGNORECASE,
)
# "tuần trước đó", "tháng trước khi", "tuần sau Tết": counted from something else.
_ANCHORED = re.compile(r"\s+(?:đó|đấy|khi|lúc|ngày|Tết|lễ|bầu|Đại\s+hội|đi|đời|\d)(?!\w)")
# "Việt Nam hôm nay", "thế hệ hôm nay", "hôm nay và mai sau": these times, not this day.
_FIGURATIVE_BEFORE = re.compile(
    r"(?:thế\s+hệ|Việt\s+Nam|đất\s+nước|thế\s+giới|cuộc\s+sống|hòa\s+bình|độc\s+lập"
    r"|thành\s+quả|trẻ|một|cho|vì|về|biết|có\s+được)\s+(?:ngày\s+)?$",
    re.IGNORECASE,
)
_FIGURATIVE_AFTER = re.compile(r"\s+(?:và|cũng\s+như|cho)\s+(?:mai\s+sau|ngày\s+mai|mai)")

_DAYS = {"nay": 0, "qua": -1, "kia": -2, "mai": 1, "yesterday": -1, "today": 0, "tomorrow": 1}
# "tuần qua" is the week before; from Friday on it may be the running one.
_PASSED_UNTIL = 3
_STEPS = {
    "trước": -1,
    "qua": -1,
    "rồi": -1,
    "này": 0,
    "tới": 1,
    "sau": 1,
    "last": -1,
    "this": 0,
    "next": 1,
}
_Found = tuple[int, int, Span, str]


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether "Today" in capitals stands inside a name such as "Vietnam Today"."""
    word = match["e_day"]
    if not word or not word[0].isupper():
        return False
    before = text[: match.start()].rstrip(" \t")
    return not (before == "" or before[-1] in ".!?\n\"“”'’:")


def _may_be_running(match: re.Match[str], published_on: dt.date) -> bool:
    passed = (match["week"] or "").lower().endswith(("qua", "rồi"))
    return passed and published_on.weekday() > _PASSED_UNTIL


def _span(match: re.Match[str], published_on: dt.date) -> tuple[Span, str]:
    unit = (match["e_unit"] or "").lower()
    word = match["day_word"] or match["part_word"] or match["tomorrow"] or match["e_day"]
    if word:
        date = published_on + dt.timedelta(days=_DAYS[word.split()[-1].lower()])
        return (date, date), "day"
    if match["week"] or unit == "week":
        way = (match["week"] or match["e_way"]).lower().split()[-1]
        span = week_span(published_on, _STEPS[way])
        if match["weekday"]:
            words = match["weekday"].lower().split()
            name = "chủ nhật" if words[0] == "chủ" else words[1]
            day = span[0] + dt.timedelta(days=_WEEKDAYS[name])
            span = (day, day)
        return span, "day"
    if match["month"] or unit == "month":
        return month_after(
            published_on, _STEPS[(match["month"] or match["e_way"]).lower()]
        ), "month"
    year = published_on.year + _STEPS[match["e_way"].lower()]
    return years_span(year, year), "year"


def _is_likely(lowered: str) -> bool:
    for word, cue in _CUES:
        if word in lowered and cue.search(lowered):
            return True
    return any(word in lowered for word in _ENGLISH_DAYS)


def find_relative(text: str, lowered: str, published_on: dt.date) -> Iterator[_Found]:
    """Yield (start, end, span, precision) of each relative expression, in order.

    `lowered` is the text in lower case. "năm nay" and "năm ngoái" are read with the calendar
    expressions they may be part of. Dates outside the calendar of `datetime` are passed over.
    """
    if not _is_likely(lowered):
        return
    for match in _RELATIVE.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        if match["day"]:
            if _FIGURATIVE_BEFORE.search(before) or _FIGURATIVE_AFTER.match(text, match.end()):
                continue
            if match["day"].lower().startswith("hôm") and _COUNTED.search(before):
                continue
        elif match["english"]:
            if _is_name(text, match):
                continue
        elif (not match["weekday"] and _COUNTED.search(before)) or (
            _ANCHORED.match(text, match.end()) or _may_be_running(match, published_on)
        ):
            continue
        try:
            span, precision = _span(match, published_on)
        except (ValueError, OverflowError):
            continue
        yield match.start(), match.end(), span, precision
