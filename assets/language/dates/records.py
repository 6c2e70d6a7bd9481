"""Typed record of a date in a text; how dates are found is in `finding`."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "month", "year"]
ResolvedFrom = Literal["explicit", "publication_date", "context"]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One date in a text: `text[start:end] == surface`, `starts_on` <= `ends_on`.

    The span of days is inclusive. `precision` is the unit the words name: a quarter and "6 tháng
    đầu năm" are told in months, a decade in years, a week in days.
    """

    start: int
    end: int
    surface: str
    starts_on: dt.date
    ends_on: dt.date
    precision: Precision
    resolved_from: ResolvedFrom
