"""Dates in running text: which days, months or years each expression of a text means.

Joins the pieces of `shapes` to expressions and resolves them against the day of publication.
An expression is left out unless it is certain: the year must be stated, come from the same list
or range, or follow from the day of publication. Lunar dates, terms of office, holidays and years
inside names are no dates.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assets.language.dates.calendar import (
    Direction,
    Span,
    day_span,
    is_doubtful,
    is_far,
    months_span,
    nearest,
    years_span,
)
from assets.language.dates.context import (
    Leaning,
    carries,
    find_leaning,
    is_close,
    is_day_of_document,
    is_near_in_text,
    lean,
    year_after,
)
from assets.language.dates.english import EnglishDate, find_english
from assets.language.dates.groups import find_meanings
from assets.language.dates.meaning import Meaning
from assets.language.dates.records import DateExpression, Precision, ResolvedFrom
from assets.language.dates.relative import find_relative
from assets.language.dates.weekdays import find_weekdays
from assets.language.dates.words import DateWords

_PAST_AFTER = re.compile(r"\s+(?:vừa\s+(?:qua|rồi)|qua(?=\s*(?:$|[,.;:)])))")
_FUTURE_AFTER = re.compile(r"\s+(?:sắp\s+tới|tới\s+đây|tới(?=\s*(?:$|[,.;:)])))")
_ANNOUNCED = re.compile(r"(?<!\w)(?:sẽ|dự\s+kiến|sắp|chuẩn\s+bị|will|scheduled|upcoming)(?!\w)")
_SENTENCE = 160
_PART_OF_YEAR_AHEAD = 45
# Any of these must stand in a text for a date to be there: a cheap look before the long one. It
# begins with letters and digits that few words of Vietnamese have, so that a search is quick.
_ENGLISH_WORDS = re.compile(
    r"[JFMASOND12](?:(?<=\bJ)(?:an|un|ul)|(?<=\bF)eb|(?<=\bM)a[ry]|(?<=\bA)(?:pr|ug)|(?<=\bS)ep"
    r"|(?<=\bO)ct|(?<=\bN)ov|(?<=\bD)ec"
    r"|(?<=\bin [12])|(?<=\bby [12])|(?<=\bsince [12])|(?<=\bfrom [12])|(?<=\buntil [12])"
    r"|(?<=\bduring [12]))"
)


def _direction(text: str, start: int, end: int) -> Direction | None:
    if _PAST_AFTER.match(text, end):
        return "past"
    if _FUTURE_AFTER.match(text, end):
        return "future"
    around = text[max(0, start - _SENTENCE) : end + _SENTENCE]
    before, after = around[: min(start, _SENTENCE)], around[min(start, _SENTENCE) :]
    clause = re.split(r"[.!?;\n]\s", before)[-1] + re.split(r"[.!?;\n](?:\s|$)", after)[0]
    return "perhaps future" if _ANNOUNCED.search(clause) else None


def _span_in(year: int, meaning: Meaning) -> Span | None:
    """Return the span that `meaning` has when it begins in `year`; None for an invalid day."""
    if meaning.month is None:
        return years_span(year, meaning.last_year or year)
    last_month = meaning.last_month or meaning.month
    if meaning.day is None:
        last_year = meaning.last_year or (year if last_month >= meaning.month else year + 1)
        return months_span(year, meaning.month, meaning.month)[0], months_span(
            last_year, last_month, last_month
        )[1]
    last_day = meaning.last_day or meaning.day
    turns = (last_month, last_day) < (meaning.month, meaning.day)
    first = day_span(year, meaning.month, meaning.day)
    last = day_span(meaning.last_year or (year + 1 if turns else year), last_month, last_day)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _years(meaning: Meaning, published_on: dt.date) -> list[int]:
    """Return the years that `meaning`, which states none in full, may be in."""
    if meaning.short_year is not None:
        year = published_on.year // 100 * 100 + meaning.short_year
        return [year - 100 if year > published_on.year + 1 else year]
    if meaning.year_word:
        return [published_on.year + {"ngoái": -1, "tới": 1}.get(meaning.year_word, 0)]
    if meaning.month is None:
        return []
    return [published_on.year + step for step in (-1, 0, 1)]


def _resolve(
    text: str, meaning: Meaning, published_on: dt.date | None
) -> tuple[Span, ResolvedFrom] | None:
    if meaning.year is not None:
        span = _span_in(meaning.year, meaning)
        if span is None or span[0] > span[1]:
            return None
        return span, "context" if meaning.year_from_context else "explicit"
    if published_on is None:
        return None
    if meaning.month_word:
        step = {"này": 0, "trước": -1, "tới": 1, "sau": 1}[meaning.month_word]
        count = published_on.year * 12 + published_on.month - 1 + step
        first = day_span(count // 12, count % 12 + 1, meaning.day or 1)
        return (first, "publication_date") if first else None
    if meaning.year_word in ("so far", "at end"):
        return _part_of_year(meaning, published_on)
    years = _years(meaning, published_on)
    spans = [
        span
        for year in years
        if dt.MINYEAR <= year < dt.MAXYEAR and (span := _span_in(year, meaning)) is not None
    ]
    if not spans:
        return None
    direction = _direction(text, meaning.start, meaning.end)
    resolved: ResolvedFrom = "explicit" if meaning.short_year is not None else "publication_date"
    span = nearest(spans, published_on, direction)
    if len(spans) > 1 and direction is None and is_doubtful(span, published_on):
        return None
    return span, resolved


def _part_of_year(meaning: Meaning, published_on: dt.date) -> tuple[Span, ResolvedFrom] | None:
    """Resolve "6 tháng đầu năm": of the running year, unless the months are far ahead in it."""
    span = _span_in(published_on.year, meaning)
    if span is None:
        return None
    ahead = (span[1] if meaning.year_word == "so far" else span[0]) - published_on
    return (span, "publication_date") if ahead.days <= _PART_OF_YEAR_AHEAD else None


def _of_english(date: EnglishDate) -> Meaning:
    return Meaning(
        date.start,
        date.end,
        day=date.day,
        month=date.month,
        year=date.year,
        last_day=date.last_day,
        last_year=date.last_year,
    )


def _meanings(text: str, words: DateWords) -> list[Meaning]:
    english = _ENGLISH_WORDS.search(text) is not None
    meanings = [_of_english(date) for date in find_english(text)] if english else []
    meanings.extend(find_meanings(text, words))
    return meanings


def _relative(text: str, lowered: str, published_on: dt.date) -> Iterator[DateExpression]:
    for found in (
        find_relative(text, lowered, published_on),
        find_weekdays(text, lowered, published_on),
    ):
        for start, end, (first, last), unit in found:
            precision: Precision = (
                "day" if unit == "day" else "month" if unit == "month" else "year"
            )
            yield DateExpression(
                start, end, text[start:end], first, last, precision, "publication_date"
            )


class _Reader:
    """Reads the dates of one text in order, so that a date may lean on one before it."""

    def __init__(
        self,
        text: str,
        words: DateWords,
        published_on: dt.date | None,
        day_before: dt.date | None,
    ) -> None:
        self._text = text
        self._words = words
        self._published_on = published_on
        self._day_before = day_before
        self.kept: list[DateExpression] = []
        # Where "năm sau" last moved the story to a year that is not told.
        self._moved_at = -1

    def _year_before(self, start: int) -> int | None:
        """Return the year stated shortly before `start`, that of a document not counted."""
        for date in reversed(self.kept):
            if date.end <= self._moved_at or not is_near_in_text(start, date.end):
                return None
            if date.resolved_from != "publication_date" and not is_day_of_document(
                self._text, date.start
            ):
                return date.starts_on.year
        return None

    def _calendar(self, meaning: Meaning) -> DateExpression | None:
        end = meaning.end
        told_by_context = meaning.year is None and meaning.month is not None
        other = year_after(self._text, end) if told_by_context else None
        if other is not None:
            year = self._year_before(meaning.start)
            if other[0] == "other":
                self._moved_at = meaning.start
            if other[0] == "other" or year is None:
                return None
            end = other[1]
            meaning = replace(meaning, year=year, year_from_context=True, end=end)
        resolved = _resolve(self._text, meaning, self._published_on)
        if resolved is None:
            return None
        (first, last), source = resolved
        if (
            source == "publication_date"
            and self._published_on is not None
            and meaning.year_word is None
            and is_far((first, last), self._published_on)
            and self._year_before(meaning.start) not in (None, first.year)
        ):
            # "Năm 1954 … Ngày 7/5, quân ta …": the story may still be in the year named before.
            return None
        precision: Precision = (
            "day" if meaning.day else "month" if meaning.month is not None else "year"
        )
        surface = self._text[meaning.start : end]
        return DateExpression(meaning.start, end, surface, first, last, precision, source)

    def _leaning(self, leaning: Leaning) -> DateExpression | None:
        day = self._day_before
        for date in reversed(self.kept):
            if date.precision != "day" or is_day_of_document(self._text, date.start):
                continue
            single = date.starts_on == date.ends_on
            near = carries(leaning, date.end) or is_close(date.starts_on, self._published_on)
            day = date.starts_on if single and near else None
            break
        else:
            if leaning.day is not None:
                return None
        meant = lean(leaning, day) if day is not None else None
        if meant is None:
            return None
        surface = self._text[leaning.start : leaning.end]
        return DateExpression(leaning.start, leaning.end, surface, meant, meant, "day", "context")

    def read(self) -> None:
        """Fill `kept`."""
        lowered = self._text.lower()
        found: list[Meaning | Leaning | DateExpression] = [
            *_meanings(self._text, self._words),
            *find_leaning(self._text, lowered),
        ]
        if self._published_on is not None:
            found.extend(_relative(self._text, lowered, self._published_on))
        for item in sorted(found, key=lambda one: (one.start, -one.end)):
            if self.kept and item.start < self.kept[-1].end:
                continue
            if isinstance(item, Meaning):
                date = self._calendar(item)
            else:
                date = self._leaning(item) if isinstance(item, Leaning) else item
            if date is not None:
                self.kept.append(date)


def find_dates(
    text: str,
    words: DateWords,
    published_on: dt.date | None,
    day_before: dt.date | None = None,
) -> tuple[DateExpression, ...]:
    """Return the dates of `text` (NFC; Vietnamese, English month names too) in reading order.

    Expressions do not overlap: of two candidates the one that begins first stays, then the longer.
    `words` tell which numbers are none. `published_on` None leaves out what only the day of
    publication would tell; `day_before` is the day that "cùng ngày" means when `text` names none
    before it. Never raises.
    """
    reader = _Reader(text, words, published_on, day_before)
    reader.read()
    return tuple(reader.kept)


def last_day_told(text: str, dates: Iterable[DateExpression]) -> dt.date | None:
    """Return the last single day among `dates` of `text` that is not the date of a document."""
    days = [
        date.starts_on
        for date in dates
        if date.precision == "day"
        and date.starts_on == date.ends_on
        and not is_day_of_document(text, date.start)
    ]
    return days[-1] if days else None
