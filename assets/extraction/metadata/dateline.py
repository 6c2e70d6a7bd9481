"""Dates as news pages print them beside a headline: one line in, moments out.

Vietnamese and English forms, with time, zone and precision, and the words that tell a first
publication from an update. Which of a page's lines is its date line is decided by its reader;
dates inside sentences belong to `assets.events`.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from assets.extraction.metadata.date_patterns import (
    DATE,
    DAY_AND_MONTH,
    FILLER,
    HAS_YEAR,
    ISO_SPLIT,
    MONTHS,
    NAMED_ZONES,
    PUBLISHED,
    SPACES,
    TIME,
    UPDATED,
    VIEWS,
    WEEKDAY,
    ZONE,
)
from assets.extraction.records import Precision, Publication
from assets.language.dates.calendar import VIETNAM_TIME
from assets.language.folding import nfc

Role = Literal["published", "updated"]


@dataclass(frozen=True, slots=True)
class Moment:
    """One date of a line: when, how precisely, what the line says it is, and whether it says so."""

    at: dt.datetime
    precision: Precision
    role: Role
    labelled: bool


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line read as dates: its moments in order and what is left of it (section, author)."""

    moments: tuple[Moment, ...]
    rest: str
    has_weekday: bool

    @property
    def published(self) -> Moment | None:
        """Return the first moment that is not an update."""
        return next((moment for moment in self.moments if moment.role == "published"), None)

    @property
    def updated(self) -> Moment | None:
        """Return the first moment that is an update."""
        return next((moment for moment in self.moments if moment.role == "updated"), None)


def _ymd(match: re.Match[str]) -> tuple[int, int, int | None]:
    for year, month, day in (
        ("iy", "im", "id"),
        ("wy", "wm", "wd"),
        ("ty", "tm", "td"),
        ("ny", "nm", "nd"),
    ):
        if match[year]:
            return int(match[year]), int(match[month]), int(match[day])
    for year, month, day in (("ey", "em", "ed"), ("fy", "fm", "fd")):
        if match[year]:
            return int(match[year]), MONTHS[match[month].lower()], int(match[day])
    if match["my"]:
        return int(match["my"]), int(match["mm"]), None
    return int(match["oy"]), MONTHS[match["om"].lower()], None


def _zone(match: re.Match[str] | None, default: dt.tzinfo) -> dt.tzinfo:
    if match is None:
        return default
    if match["name"] or match["z"]:
        return dt.timezone(dt.timedelta(hours=NAMED_ZONES[(match["name"] or "z").lower()]))
    sign = match["sign"] or match["osign"]
    minutes = int(match["zh"] or match["oh"]) * 60 + int(match["zm"] or match["om"] or 0)
    if minutes > 14 * 60:
        return default
    return dt.timezone(dt.timedelta(minutes=minutes if sign == "+" else -minutes))


def _clock(match: re.Match[str]) -> tuple[int, int] | None:
    hour, minute = int(match["h"]), int(match["m"] or 0)
    half = (match["half"] or match["vi_half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in ("p", "ch") else 0)
    return (hour, minute) if hour < 24 else None


def _zone_of(match: re.Match[str], zones: list[re.Match[str]]) -> re.Match[str] | None:
    """Return the zone that stands behind a date, or the line's first."""
    behind = (zone for zone in zones if 0 <= zone.start() - match.start() <= 60)
    return next(behind, zones[0] if zones else None)


def _instant(
    match: re.Match[str], clock: tuple[int, int] | None, zone: dt.tzinfo, *, day_first: bool
) -> dt.datetime | None:
    """Return the instant of a date and a time; None when there is no such day."""
    year, month, day = _ymd(match)
    if match["ny"] and day is not None and (month > 12 >= day or (not day_first and day <= 12)):
        month, day = day, month
    hour, minute = clock or (0, 0)
    try:
        return dt.datetime(year, month, day or 1, hour, minute, tzinfo=zone)
    except ValueError:
        return None


def read_dates(
    text: str, *, default_zone: dt.tzinfo = VIETNAM_TIME, day_first: bool = True
) -> DateLine | None:
    """Read the dates of one line of page furniture; None when it has no date with a year.

    `day_first` tells how "06/05/2023" is read when both readings are possible. A time belongs to
    the date it stands next to. The function does not judge whether the line is a date line: look
    at `rest`, which is short when it is.
    """
    if not HAS_YEAR.search(text):
        return None
    line = ISO_SPLIT.sub(" ", nfc(text))
    dates = [(match, _ymd(match)) for match in DATE.finditer(line)]
    if not dates:
        return None
    spans: list[tuple[int, int]] = [match.span() for match, _ in dates]
    blanked = line
    for start, end in spans:
        blanked = blanked[:start] + "\0" * (end - start) + blanked[end:]
    # The zone first: "GMT+7" and "+07:00" must not be read as a time.
    zones = list(ZONE.finditer(line))
    for zone in zones:
        blanked = blanked[: zone.start()] + " " * len(zone[0]) + blanked[zone.end() :]
    times = list(TIME.finditer(blanked))
    moments: list[Moment] = []
    taken: set[int] = set()
    for index, (match, ymd) in enumerate(dates):
        time_index, clock = _nearest_time(match, index, spans, times, taken)
        at = _instant(
            match, clock, _zone(_zone_of(match, zones), default_zone), day_first=day_first
        )
        if at is None:
            continue
        precision: Precision = "month" if ymd[2] is None else "minute" if clock else "day"
        if time_index is not None:
            taken.add(time_index)
        before = line[spans[index - 1][1] if index else 0 : match.start()]
        updated = UPDATED.search(before) is not None
        labelled = updated or PUBLISHED.search(before) is not None
        moments.append(Moment(at, precision, "updated" if updated else "published", labelled))
    if not moments:
        return None
    return DateLine(tuple(moments), _rest(blanked, times), WEEKDAY.search(blanked) is not None)


def _nearest_time(
    match: re.Match[str],
    index: int,
    spans: list[tuple[int, int]],
    times: list[re.Match[str]],
    taken: set[int],
) -> tuple[int | None, tuple[int, int] | None]:
    start, end = match.span()
    lower = spans[index - 1][1] if index else 0
    upper = spans[index + 1][0] if index + 1 < len(spans) else 10**9
    best: tuple[int, int] | None = None
    for number, time in enumerate(times):
        if number in taken or time.start() < lower or time.end() > upper:
            continue
        distance = time.start() - end if time.start() >= end else start - time.end()
        if distance <= 30 and (best is None or distance < best[0]):
            best = (distance, number)
    if best is None:
        return None, None
    return best[1], _clock(times[best[1]])


def _rest(blanked: str, times: list[re.Match[str]]) -> str:
    for time in reversed(times):
        blanked = blanked[: time.start()] + " " + blanked[time.end() :]
    rest = blanked.replace("\0", " ")
    for pattern in (VIEWS, UPDATED, PUBLISHED, WEEKDAY):
        rest = pattern.sub(" ", rest)
    return SPACES.sub(" ", FILLER.sub(" ", rest)).strip()


def is_day_without_year(text: str) -> bool:
    """Tell a date line that names weekday or time with day and month, but no year."""
    if HAS_YEAR.search(text) or not DAY_AND_MONTH.search(text):
        return False
    rest = DAY_AND_MONTH.sub(" ", TIME.sub(" ", text), count=1)
    marked = WEEKDAY.search(text) is not None or TIME.search(text) is not None
    return marked and not re.search(r"[^\W\d_]{2}", FILLER.sub(" ", WEEKDAY.sub(" ", rest)))


def parse_publication(
    text: str, source: str, *, default_zone: dt.tzinfo = VIETNAM_TIME, day_first: bool = True
) -> Publication | None:
    """Read the first publication date of a date line or metadata value, or None.

    `source` is stored with it. Knows ISO 8601, the Vietnamese forms ("17:16 | 17/07/2019 GMT+7",
    "Ngày 15 tháng 11 năm 2022") and the English ones. A value that is only an update gives None.
    """
    dates = read_dates(text, default_zone=default_zone, day_first=day_first)
    moment = dates.published if dates else None
    return Publication(moment.at, moment.precision, source) if moment else None


def parse_update(
    text: str, *, default_zone: dt.tzinfo = VIETNAM_TIME, day_first: bool = True
) -> dt.datetime | None:
    """Return the moment that a line gives as its last update, or None."""
    dates = read_dates(text, default_zone=default_zone, day_first=day_first)
    moment = dates.updated if dates else None
    return moment.at if moment else None
