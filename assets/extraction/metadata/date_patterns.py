"""The shapes of dates, times and zones on news pages, as regular expressions.

Patterns only; `dateline` reads them.
"""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
NAMED_ZONES = {
    "utc": 0.0,
    "gmt": 0.0,
    "z": 0.0,
    "ict": 7.0,
    "bst": 1.0,
    "cet": 1.0,
    "cest": 2.0,
    "est": -5.0,
    "edt": -4.0,
    "et": -5.0,
    "cst": -6.0,
    "cdt": -5.0,
    "mst": -7.0,
    "mdt": -6.0,
    "pst": -8.0,
    "pdt": -7.0,
    "jst": 9.0,
    "sgt": 8.0,
    "aest": 10.0,
}

DATE = re.compile(
    rf"""
    (?<![\d/.,:-])(?P<iy>(?:19|20)\d\d)[-/.](?P<im>\d{{1,2}})[-/.](?P<id>\d{{1,2}})(?![\d/-])
  | ngày\s+(?P<wd>\d{{1,2}})\s*(?:tháng|th\.?)\s*(?P<wm>\d{{1,2}})\s*(?:,|năm|,\s*năm)?\s*
        (?P<wy>(?:19|20)\d\d)(?!\d)
  | (?<![\d/.:-])(?P<td>\d{{1,2}})\s+tháng\s+(?P<tm>\d{{1,2}})\s*,?\s*(?:năm\s+)?
        (?P<ty>(?:19|20)\d\d)(?!\d)
  | (?<![\d/.:-])(?P<nd>\d{{1,2}})\s?(?P<sep>[/.\-–])\s?(?P<nm>\d{{1,2}})\s?(?P=sep)\s?
        (?P<ny>(?:19|20)\d\d)(?![\d/])
  | \b(?P<em>{MONTH_NAMES})\.?\s+(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+
        (?P<ey>(?:19|20)\d\d)(?!\d)
  | (?<![\d/.:-])(?P<fd>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<fm>{MONTH_NAMES})\.?
        \s*,?[\s-]+(?P<fy>(?:19|20)\d\d)(?!\d)
  | (?<!\w)(?:tháng\s+)(?P<mm>\d{{1,2}})\s*(?:/|-|,?\s*năm)\s*(?P<my>(?:19|20)\d\d)(?!\d)
  | \b(?P<om>{MONTH_NAMES})\.?\s+(?P<oy>(?:19|20)\d\d)(?!\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
TIME = re.compile(
    r"""(?<![\d/.:-])(?P<h>[01]?\d|2[0-3])\s?(?:(?P<sep>[:h]|giờ)\s?(?P<m>[0-5]\d)(?:\s?phút)?
        (?::(?P<s>[0-5]\d)(?:\.\d+)?)?|(?=\s?[ap]\.?m\b))
        (?:\s?(?P<half>[ap])\.?\s?m\b\.?|\s?(?P<vi_half>SA|CH)\b)?(?![\d/]\d)""",
    re.IGNORECASE | re.VERBOSE,
)
ZONE = re.compile(
    r"""(?:(?:GMT|UTC)\s?(?P<sign>[+-])\s?(?P<zh>\d{1,2})(?::?(?P<zm>\d\d))?
        |(?<=\d)(?P<osign>[+-])(?P<oh>\d\d):?(?P<om>\d\d)\b
        |\b(?P<name>UTC|GMT|ICT|BST|CES?T|[ECMP][SD]T|ET|JST|SGT|AEST)\b|(?<=\d)(?P<z>Z)\b)""",
    re.VERBOSE,
)
ISO_SPLIT = re.compile(r"(?<=\d)T(?=\d\d:)")
# A zero before a day or month is written or not; two-digit years are too uncertain to read.
WEEKDAY = re.compile(
    r"""(?:\bthứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|\bchủ\s+nhật|\bcn\b|\bt[2-7]\b
        |\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b)\.?""",
    re.IGNORECASE | re.VERBOSE,
)
UPDATED = re.compile(
    r"""\b(?:cập\s+nhật(?:\s+(?:lần\s+cuối|mới\s+nhất|lúc|ngày))*|chỉnh\s+sửa(?:\s+lúc)?
        |(?:last\s+)?updated?(?:\s+(?:on|at))?|(?:last\s+)?modified(?:\s+on)?)\b\s*:?""",
    re.IGNORECASE | re.VERBOSE,
)
PUBLISHED = re.compile(
    r"""\b(?:ngày\s+(?:đăng|xuất\s+bản|phát\s+hành|tạo|viết|gửi)(?:\s+tin|\s+bài)?
        |(?:xuất\s+bản|đăng\s+tải|đăng|gửi|phát\s+hành)(?:\s+(?:lúc|ngày|vào))+|thời\s+gian(?:\s+đăng)?
        |(?:first\s+)?(?:published|posted|created|released?)(?:\s+(?:on|at|date))?|publish(?:ing)?\s+date
        |date(?:\s+published)?|post\s+date)\b\s*:?""",
    re.IGNORECASE | re.VERBOSE,
)
VIEWS = re.compile(
    r"(?:số\s+)?lượt\s+(?:xem|đọc|truy\s+cập)\s*:?\s*\d[\d.,]*|\d[\d.,]*\s*lượt\s+(?:xem|đọc)"
    r"|đã\s+xem\s*:?\s*\d[\d.,]*|\b\d[\d.,]*\s*(?:views?|min(?:ute)?s?\s+read)\b",
    re.IGNORECASE,
)
FILLER = re.compile(
    r"\b(?:ngày|lúc|vào|năm|tháng|hồi|giờ|phút|at|on|the)\b|[|,;:()\[\]•·–—\-/.@]+", re.IGNORECASE
)
SPACES = re.compile(r"\s+")
DAY_AND_MONTH = re.compile(r"(?<![\d/.:-])\d{1,2}\s?[/-]\s?\d{1,2}(?![\d/:-])")
HAS_YEAR = re.compile(r"(?:19|20)\d\d")
