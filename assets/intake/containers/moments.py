"""Moments as programs write them beside a page: ISO 8601, RFC 2822, epochs, day/month/year.

What a page itself shows is read by `assets.extraction`. A value that is not certain is None.
"""

import datetime as dt
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Literal

from assets.language.dates.calendar import VIETNAM_TIME

_FIRST_YEAR, _LAST_YEAR = 1945, 2100
_EPOCH = re.compile(r"\d{9,10}(?:\.\d{1,9})?|\d{12,13}")
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d|\d{8})"
    r"(?:[T ]+(?P<time>\d\d:?\d\d(?::?\d\d)?)(?:[.,]\d{1,9})?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d"
    r"|[+-]\d\d)?)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(\d{8})(\d{6})")
_TIME = r"(?P<hour{0}>\d{{1,2}})[:hg](?P<minute{0}>\d\d)(?::\d\d)?"
# 5/6/2023, 05-06-2023, 5.6.2023: the day comes first, as everywhere in Vietnam.
_SHOWN = re.compile(
    rf"(?:[^\W\d][^\d,]{{0,15}},?\s+)?(?:{_TIME.format(1)}\s*[,|-]?\s*)?"
    r"(?:ngày\s+)?(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})"
    rf"(?:\s*[,|-]?\s*{_TIME.format(2)})?"
    r"(?:\s*\(?(?:GMT|UTC)\s?(?P<zone>[+-]\d{1,2})(?::00)?\)?)?",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:[A-Z][a-z]{2},\s+)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}\s+\d\d:\d\d.*")


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant and how exactly it is known; of a day it is the first instant."""

    at: dt.datetime
    precision: Literal["minute", "day"]


def parse_moment(value: object) -> Moment | None:
    """Return the moment that a field's value means for certain, else None."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    text = str(value).strip() if isinstance(value, str) else repr(value)
    if len(text) > 80:
        return None
    for read in (_epoch, _digits, _iso, _shown, _mail):
        try:
            moment = read(text)
        except (ValueError, OverflowError, OSError, TypeError):
            continue
        if moment is not None:
            return moment if _FIRST_YEAR <= moment.at.year <= _LAST_YEAR else None
    return None


def _epoch(text: str) -> Moment | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = int(float(text))
    if seconds >= 100_000_000_000:
        seconds //= 1000
    return Moment(dt.datetime.fromtimestamp(seconds, dt.UTC), "minute")


def _digits(text: str) -> Moment | None:
    # The fourteen digits of web archives are universal time.
    match = _DIGITS.fullmatch(text)
    if match is None:
        return None
    at = dt.datetime.strptime("".join(match.groups()), "%Y%m%d%H%M%S").replace(tzinfo=dt.UTC)
    return Moment(at, "minute")


def _iso(text: str) -> Moment | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    day = dt.date.fromisoformat(match["day"])
    time = dt.time.fromisoformat(match["time"]) if match["time"] else None
    zone = VIETNAM_TIME
    if match["zone"]:
        named = match["zone"].upper() in ("Z", "UTC", "GMT")
        zone = dt.UTC if named else _offset(match["zone"])
    # Programs fill a time that they do not know with zeros.
    if time is None or time == dt.time():
        return Moment(dt.datetime.combine(day, dt.time(), VIETNAM_TIME), "day")
    return Moment(dt.datetime.combine(day, time, zone), "minute")


def _offset(text: str) -> dt.timezone:
    digits = text[1:].replace(":", "").ljust(4, "0")
    shift = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(-shift if text[0] == "-" else shift)


def _shown(text: str) -> Moment | None:
    match = _SHOWN.fullmatch(text)
    if match is None:
        return None
    hour, minute = match["hour1"] or match["hour2"], match["minute1"] or match["minute2"]
    zone = dt.timezone(dt.timedelta(hours=int(match["zone"]))) if match["zone"] else VIETNAM_TIME
    day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    time = dt.time(int(hour), int(minute)) if hour else dt.time()
    return Moment(dt.datetime.combine(day, time, zone), "minute" if hour else "day")


def _mail(text: str) -> Moment | None:
    if not _MAIL.fullmatch(text):
        return None
    at = parsedate_to_datetime(text)
    return Moment(at if at.tzinfo else at.replace(tzinfo=VIETNAM_TIME), "minute")
