"""Dates told by another date of the same text: "chiều cùng ngày", "ngày 17", "tháng 8 năm đó".

Says which expressions lean on an earlier date and which earlier date may carry them; what the
earlier dates are is told in `finding`.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assets.language.dates.relative import PART_OF_DAY
from assets.language.patterns import any_case

# All words that may begin an expression: the others are passed over at once.
_OPENINGS = ("sáng", "rạng", "trưa", "chiều", "tối", "đêm", "cùng", "ngày")
_LEANING = re.compile(
    rf"""(?<!\w)(?={any_case(_OPENINGS)})(?:
      (?P<same>(?:{PART_OF_DAY}\s+)?cùng\s+ngày)(?!\w)
        (?!\s+(?:với|sinh|giờ|cưới|giỗ|nhập|mất|ra\s+đời|\d)|,?\s+(?:cùng\s+)?(?:tháng|giờ|năm))
    | (?:{PART_OF_DAY}\s+)?ngày\s+(?P<day>\d\d?)(?P<month>\s+cùng\s+tháng)?(?!\w|\s?[./–-]\s?\d)
        (?!,?\s+(?:và\s+)?\d|\s+(?:tháng|năm|đến|tới|hằng|hàng|mỗi|âm|Tết|lần|công))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# One of these stands in each: a cheap look before it, at text in lower case.
_LEANS = (re.compile(r"cùng\s+ngày"), re.compile(r"ngày\s+\d\d?(?!\w|\s?[./–-]\s?\d)"))
# "có kết quả trong cùng ngày": any one day.
_ANY_DAY_BEFORE = re.compile(r"(?<![.!?:]\s)(?<!^)(?:trong|mỗi|một)\s+$")
# "Chỉ thị số 04 ngày 6-7-2011" dates a document, not what the article tells.
_DOCUMENT_BEFORE = re.compile(
    r"(?:chỉ\s+thị|nghị\s+quyết|nghị\s+định|quyết\s+định|thông\s+tư|thông\s+báo|kết\s+luận"
    r"|công\s+văn|kế\s+hoạch|quy\s+định|hướng\s+dẫn|luật|tờ\s+trình|giấy\s+phép|hợp\s+đồng"
    r"|/[A-ZĐ]\S*|-[A-ZĐ]\S*/?\S*)[^.;\n]{0,24}[\s,(]*$",
    re.IGNORECASE,
)
_DAY_OF_NEWS = re.compile(r"(?:[^\W\d]+\s+){1,2}\d{1,2}\s?[./-]\s?\d{1,2}\s*,", re.IGNORECASE)
_YEAR_AFTER = re.compile(
    r"\s+(?:của\s+)?(?:(?P<same>cùng\s+năm|năm\s+(?:đó|ấy|đấy))|(?P<other>năm\s+(?:sau|trước|kế|tiếp"
    r"|liền)))(?!\w)"
)
# Farther back than this only a day close to the publication is still the one spoken of.
_NEAR = 300
_YEAR_NEAR = 200
_CLOSE_DAYS = 14
_MAX_STEP = 10


@dataclass(frozen=True, slots=True)
class Leaning:
    """An expression that leans on the day named before it; `day` of its month, None: that day."""

    start: int
    end: int
    day: int | None
    any_day: bool


def find_leaning(text: str, lowered: str) -> Iterator[Leaning]:
    """Yield the expressions of `text` that lean on a day named before them, in order.

    `lowered` is the text in lower case.
    """
    if "ngày" not in lowered or not any(one.search(lowered) for one in _LEANS):
        return
    for match in _LEANING.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if match["same"]:
            if not _ANY_DAY_BEFORE.search(before):
                yield Leaning(match.start(), match.end(), None, False)
        else:
            day, any_day = int(match["day"]), match["month"] is not None
            yield Leaning(match.start(), match.end(), day, any_day)


def lean(leaning: Leaning, day: dt.date) -> dt.date | None:
    """Return the day that `leaning` means when `day` was named before it; None when uncertain."""
    if leaning.day is None:
        return day
    if not (leaning.any_day or day.day < leaning.day <= day.day + _MAX_STEP):
        return None
    try:
        return day.replace(day=leaning.day)
    except ValueError:
        return None


def is_day_of_document(text: str, start: int) -> bool:
    """Tell whether the date at `start` is the one that an official document bears.

    Between commas and without a year it is that of the news: "Theo Chỉ thị 26, ngày 14/10, Sở …".
    """
    before = text[max(0, start - 64) : start]
    if before.rstrip().endswith(",") and _DAY_OF_NEWS.match(text, start):
        return False
    return _names_document(before)


# Several rules ask of one date after another.
@lru_cache(maxsize=256)
def _names_document(before: str) -> bool:
    return bool(_DOCUMENT_BEFORE.search(before))


def is_close(day: dt.date, published_on: dt.date | None) -> bool:
    """Tell whether a day is near enough to the publication to be what the article is about."""
    return published_on is not None and abs((day - published_on).days) <= _CLOSE_DAYS


def carries(leaning: Leaning, end: int) -> bool:
    """Tell whether a date that ends at `end` is near enough to carry `leaning` by itself."""
    return leaning.start - end <= _NEAR


def year_after(text: str, end: int) -> tuple[Literal["same", "other"], int] | None:
    """Return whether the year of an expression is one named before, or one counted from it.

    The number is where the words that say so end.
    """
    match = _YEAR_AFTER.match(text, end)
    if match is None:
        return None
    return ("same" if match["same"] else "other"), match.end()


def is_near_in_text(start: int, end: int) -> bool:
    """Tell whether what ends at `end` is near enough to lend what starts at `start` its year."""
    return start - end <= _YEAR_NEAR
