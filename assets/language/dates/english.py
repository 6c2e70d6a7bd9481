"""English dates with the month's name: "4 June 2021", "June 4-6, 2021", "in May", "since 2009".

Order of day and month is told by the name, so both orders are read here and nowhere else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<%s>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})(?!\w|[.,]\d|/\w)"
_TO = r"\s?(?:-|–|to|and)\s?"
_ENGLISH = re.compile(
    rf"""(?<![\w])(?:
      (?P<d1>{_DAY})(?:{_TO}(?P<d2>{_DAY}))?(?:\s+of)?\s+{_MONTH % "m1"}(?!\w)
        (?:,?\s+(?P<y1>{_YEAR}))?
    | {_MONTH % "m2"}\s+(?P<d3>{_DAY})(?!\w|[./]\d|,\d)(?:{_TO}(?P<d4>{_DAY})(?!\w))?
        (?:,?\s+(?P<y2>{_YEAR}))?
    | {_MONTH % "m3"},?\s+(?P<y3>{_YEAR})
    | (?P<lead>(?:in|since|until|by|during|early|mid|late)[\s-]+)
        (?:{_MONTH % "m4"}(?!\w|\s+\d\d?(?!\d))(?:,?\s+(?P<y8>{_YEAR}))?
        |(?P<y4>{_YEAR})(?!\s+[a-z]+s\b)(?:{_TO}(?P<y5>{_YEAR}))?)
    | (?P<from>from\s+)(?P<y6>{_YEAR})\s?(?:-|–|to)\s?(?P<y7>{_YEAR})
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class EnglishDate:
    """What an English expression says; `day` None for a month, `month` None for a year."""

    start: int
    end: int
    year: int | None
    last_year: int | None
    month: int | None
    day: int | None
    last_day: int | None


def _number(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def find_english(text: str) -> Iterator[EnglishDate]:
    """Yield the English expressions of `text` in order; they do not overlap."""
    for match in _ENGLISH.finditer(text):
        name = match["m1"] or match["m2"] or match["m3"] or match["m4"]
        month = _MONTHS.index(name[:3].lower()) + 1 if name else None
        start = match.end("lead") if match["lead"] else match.start()
        if match["from"]:
            start = match.end("from")
        yield EnglishDate(
            start,
            match.end(),
            _number(
                match["y1"]
                or match["y2"]
                or match["y3"]
                or match["y4"]
                or match["y6"]
                or match["y8"]
            ),
            _number(match["y5"] or match["y7"]),
            month,
            _number(match["d1"] or match["d3"]),
            _number(match["d2"] or match["d4"]),
        )
