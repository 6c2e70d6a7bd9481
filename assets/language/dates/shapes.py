"""The shapes of Vietnamese calendar expressions: one scanner that cuts text into `Piece`s.

A piece is what one part of an expression says: "ngày 14", "15/11", "tháng 5/2018", "quý III".
Which pieces belong together, which are no dates and what they mean is told in `groups`,
`traps` and `finding`. English month names are in `english`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assets.language.dates.numbers import SMALL_NUMBER, YEAR_NUMBER, read_number, read_quarter
from assets.language.patterns import any_case, holds_any

Kind = Literal["day", "date", "month", "months", "year", "decade"]

_S = r"[ \t\u00a0]"
_D = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])"
_M = r"(?:0?[1-9]|1[0-2])(?![0-9])"
_Y = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9])"
_MARK = rf"{_S}?[/.\-–]{_S}?"
# After a complete year no more of a number may follow, but the next date of a range may.
_YEAR_ENDS = r"(?!\w|/\w|[.,]\d|[-–]\d(?!\d?[/.\-]|\d{3}(?!\d)))"
_NUMBER_ENDS = r"(?!\w|[./]\d|,\d)"
# The scanner is a verbose pattern, in which a plain space means nothing.
_SMALL_NUMBER = SMALL_NUMBER.replace(" ", _S)
_YEAR_NUMBER = YEAR_NUMBER.replace(" ", _S)
_COUNT = r"hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười một|mười".replace(" ", _S)
_MONTH_WORD = r"một|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười một|mười hai|mười".replace(" ", _S)
# "đầu năm tới nay" and "cuối năm tới đầu năm sau" are from one time to another.
_COMING = rf"tới(?!{_S}+(?:nay|giờ|đây|hết|đầu|giữa|cuối|tháng|ngày|lúc|khi|thời|năm|\d))"
_YEAR_TAIL = (
    rf"(?:(?:{_MARK}|,?{_S}+(?:của{_S}+)?năm{_S}+)(?P<%s>{_Y}){_YEAR_ENDS}"
    rf"|{_S}+năm{_S}+(?P<%sword>nay|ngoái|{_COMING}|{_YEAR_NUMBER}))?"
)


def _tail(name: str) -> str:
    return _YEAR_TAIL.replace("%s", name)


# All words that may begin a piece: the others are passed over at once.
_OPENINGS = (
    *("sáng", "rạng", "trưa", "chiều", "tối", "đêm", "ngày", "hôm", "mồng", "mùng", "tháng"),
    *("quý", "thập", "những", "nửa", "đầu", "cuối", "giữa", "trong"),
    *("một", "mốt", "hai", "ba", "bốn", "tư", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười"),
)
# Without a digit a piece is of one of these.
_DIGIT = re.compile(r"[0-9]")
_UNITS = ("tháng", "quý", "năm")
_SCANNER = re.compile(
    rf"""(?<!\w)(?=[0-9]|{any_case(_OPENINGS)})(?:
    (?P<edge>(?:(?:nửa{_S}+)?(?:đầu|cuối)|giữa|trong){_S}+)?
    (?:
      tháng{_S}+(?P<tm>{_M}|{_MONTH_WORD})(?!\w){_tail("ty")}(?![.,]\d)
    | quý{_S}+(?P<q>IV|III|II|I|[1-4]|một|hai|ba|bốn|tư)(?!\w){_tail("qy")}
    | (?P<half>\d\d?|{_COUNT}){_S}+tháng{_S}+(?P<halfend>(?:đầu|cuối){_S}+)?
        (?:của{_S}+)?năm(?:{_S}+|/)(?:(?P<hy>{_Y}){_YEAR_ENDS}|(?P<hyword>nay|ngoái|{_COMING})(?!\w))
    | (?P<part_of_year>(?P<n>\d\d?|{_COUNT}){_S}+tháng{_S}+(?P<nend>đầu|cuối){_S}+năm)
        (?!\w|{_S}+(?:\d|(?:nay|ngoái|học|mới|sau|tới|trước|đó|đấy|ấy|cùng|tài|kia|thứ)(?!\w)))
    | (?:thập{_S}+(?:niên|kỷ|kỉ){_S}+(?:những{_S}+năm{_S}+)?(?P<decade>(?:1[0-9]|20)?[0-9]0)
        |những{_S}+năm{_S}+(?P<decade_years>(?:19)?[1-9]0))(?!\w|[.,]\d)
        (?:{_S}+(?:của{_S}+)?thế{_S}+kỷ{_S}+(?:trước|20|XX)(?!\w))?
    | năm{_S}+(?P<ay>{_Y}){_YEAR_ENDS}
    | năm{_S}+(?P<ayword>nay|ngoái|{_COMING}|{_YEAR_NUMBER})(?!\w)
    )
  | (?P<prefix>
      (?:(?P<part>sáng{_S}sớm|rạng{_S}sáng|sáng|trưa|chiều{_S}tối|chiều|tối|đêm){_S}+)?
      (?:(?P<word>ngày|hôm){_S}+)?
      (?:(?P<first>mồng|mùng){_S}+)?
    )
    (?:
      (?P<iy>{_Y})[-/](?P<im>\d\d)[-/](?P<id>\d\d)(?!\w|[-/.]\d)
    | (?<!\d[./])(?P<d>{_D})(?P<mark>{_MARK})(?P<m>{_M})
        (?: (?P<mark2>{_MARK})(?P<y>{_Y}){_YEAR_ENDS}
          | (?P<mark3>[/.\-])(?P<yy>\d\d)(?!\w|[./\-]\d)
          | ,?{_S}+(?:của{_S}+)?năm{_S}+(?P<ny>{_Y}){_YEAR_ENDS}
          | {_S}+năm{_S}+(?P<nyword>nay|ngoái|{_COMING})(?!\w)
          | {_NUMBER_ENDS} )
    | (?<!\d[./])(?P<my_month>{_M}){_S}?/{_S}?(?P<my_year>{_Y}){_YEAR_ENDS}
    | (?P<wd>{_D}|{_SMALL_NUMBER}),?{_S}+tháng{_S}+
        (?: (?P<wm>{_M}|{_MONTH_WORD})(?!\w){_tail("wy")}
          | (?P<relative_month>này|trước|tới|sau)(?!\w) )
    | (?P<bare_day>{_D}){_NUMBER_ENDS}
    | (?P<bare_year>{_Y}){_YEAR_ENDS}
    )
  )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a calendar expression, `text[start:end]`, with the numbers it states.

    `cued` when a word before it says that it is a day ("ngày", "sáng"); `mark` is the separator
    between day and month ("/", "-", "."; "" for words). `year_word` is "nay", "ngoái" or "tới", and
    "so far" or "at end" for the months of a year left unsaid ("6 tháng đầu năm"); `month_word` is
    "này", "trước", "tới" or "sau" in "ngày 15 tháng này". `named` is a piece with its own word
    ("tháng 5", "năm 2009"), not a bare number. `months` covers `month` to `last_month`, `decade`
    ten years from `year`.
    """

    start: int
    end: int
    kind: Kind
    day: int | None = None
    month: int | None = None
    last_month: int | None = None
    year: int | None = None
    short_year: int | None = None
    year_word: str | None = None
    month_word: str | None = None
    cued: bool = False
    named: bool = False
    mark: str = ""
    core: int = 0


def _date_piece(match: re.Match[str], cued: bool) -> Piece | None:
    start, end = match.span()
    core = match.end("prefix")
    if match["iy"]:
        numbers = int(match["iy"]), int(match["im"]), int(match["id"])
        return Piece(
            start, end, "date", numbers[2], numbers[1], year=numbers[0], cued=cued, core=core
        )
    if match["d"]:
        mark = match["mark"].strip()
        year = match["y"] or match["ny"]
        second = (match["mark2"] or match["mark3"] or mark).strip()
        spaced = match["mark"] != mark
        ascending = int(match["d"]) < int(match["m"])
        if year is None and spaced and mark != "/" and (ascending or not cued):
            # "ngày 8 - 9" may be two days; "ngày 9 - 2" is one in February.
            return None
        if second != mark and (spaced or not cued):
            # "8-9/2021" are two months.
            return None
        return Piece(
            start,
            end,
            "date",
            int(match["d"]),
            int(match["m"]),
            year=int(year) if year else None,
            short_year=int(match["yy"]) if match["yy"] else None,
            year_word=match["nyword"] and match["nyword"].lower(),
            cued=cued,
            mark=mark,
            core=core,
        )
    if match["wd"]:
        if not (cued or match["wd"].isdecimal()):
            return None
        year_word = match["wyword"]
        year = match["wy"] or (year_word and read_number(year_word))
        relative = match["relative_month"]
        if relative and not cued:
            return None
        return Piece(
            start,
            end,
            "date",
            read_number(match["wd"]),
            read_number(match["wm"]) if match["wm"] else None,
            year=int(year) if year else None,
            year_word=year_word.lower() if year_word and not year else None,
            month_word=relative and relative.lower(),
            cued=cued or match["wm"].isdecimal(),
            core=core,
        )
    return None


def _month_piece(match: re.Match[str]) -> Piece | None:
    start, end = match.span()
    if match["my_month"]:
        start = match.start("my_month")
        return Piece(
            start, end, "month", month=int(match["my_month"]), year=int(match["my_year"]), mark="/"
        )
    year_text = match["ty"] or match["qy"] or match["hy"] or match["ay"]
    year_word = match["tyword"] or match["qyword"] or match["hyword"] or match["ayword"]
    year = int(year_text) if year_text else (read_number(year_word) if year_word else None)
    word = year_word.lower() if year_word and year is None else None
    if match["edge"] and match["edge"].lower().startswith("trong"):
        start = match.end("edge")
    if match["tm"]:
        if not match["tm"].isdecimal() and not match["tm"][0].isupper() and year is None:
            # "tháng năm" in small letters is "months and years" as often as May.
            return None
        month = read_number(match["tm"])
        return Piece(start, end, "month", month=month, year=year, year_word=word, named=True)
    if match["q"]:
        quarter = read_quarter(match["q"]) or 1
        first, last = quarter * 3 - 2, quarter * 3
        return Piece(start, end, "months", None, first, last, year, year_word=word, named=True)
    if match["half"] or match["n"]:
        count = read_number(match["half"] or match["n"]) or 0
        if not 1 <= count <= 11:
            return None
        at_end = (match["halfend"] or match["nend"] or "").lower().startswith("cuối")
        first, last = (13 - count, 12) if at_end else (1, count)
        word = "at end" if at_end and match["n"] else "so far" if match["n"] else word
        return Piece(start, end, "months", None, first, last, year, year_word=word, named=True)
    if decade := match["decade"] or match["decade_years"]:
        year = int(decade) if len(decade) == 4 else 1900 + int(decade)
        return Piece(start, end, "decade", year=year, named=True)
    return Piece(start, end, "year", year=year, year_word=word, named=True)


def find_pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of `text` (NFC) in order; they do not overlap."""
    if not (_DIGIT.search(text) or holds_any(text, _UNITS)):  # a cheap look before the long one
        return
    position = 0
    while match := _SCANNER.search(text, position):
        cued = bool(match["part"] or match["word"] or match["first"])
        if match["bare_day"]:
            piece: Piece | None = Piece(
                *match.span(), "day", int(match["bare_day"]), cued=cued, core=match.end("prefix")
            )
        elif match["bare_year"]:
            start = match.start("bare_year")
            piece = Piece(start, match.end(), "year", year=int(match["bare_year"]))
        elif match["prefix"] is not None and not match["my_month"]:
            piece = _date_piece(match, cued)
        else:
            piece = _month_piece(match)
        if piece is not None:
            yield piece
            position = match.end()
        else:
            # Read on behind the first number or word of what turned out to be no expression.
            step = re.compile(r"\W*\w+").match(text, max(match.start(), match.end("prefix")))
            position = step.end() if step else match.end()
