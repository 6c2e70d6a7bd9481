"""What a calendar expression states, before it is resolved against any day.

Which pieces of a text belong to one expression is decided in `groups`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assets.language.dates.shapes import Piece


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression states: its first and, for a range, its last day, month and year.

    `month` None means whole years, `day` None whole months; `last_*` None the same as the first.
    `year_from_context` when another member of the list or range lent the year.
    """

    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    last_day: int | None = None
    last_month: int | None = None
    last_year: int | None = None
    short_year: int | None = None
    year_word: str | None = None
    month_word: str | None = None
    year_from_context: bool = False


def single(piece: Piece, **changes: int | bool | None) -> Meaning:
    """Return what one piece says, with `changes` to the fields of the meaning."""
    last_year = (piece.year or 0) + 9 if piece.kind == "decade" else None
    meaning = Meaning(
        piece.start,
        piece.end,
        day=piece.day,
        month=piece.month,
        year=piece.year,
        last_month=piece.last_month,
        last_year=last_year,
        short_year=piece.short_year,
        year_word=piece.year_word,
        month_word=piece.month_word,
    )
    return replace(meaning, **changes) if changes else meaning  # type: ignore[arg-type]


def pair(first: Piece, last: Piece) -> Iterator[Meaning]:
    """Yield what a range of two dates, months or years says.

    Two anniversaries of one day ("18/11/1930 - 18/11/2020"), and a range that runs backwards, are
    two expressions.
    """
    anniversary = (
        first.day is not None
        and (first.day, first.month) == (last.day, last.month)
        and first.year != last.year
    )
    backwards = (
        first.year is not None
        and last.year is not None
        and (first.year, first.month or 0, first.day or 0)
        > (last.year, last.month or 0, last.day or 0)
    )
    # "tháng 3/2003 đến tháng 5 năm nay": the year of the end is not told here.
    apart = first.year is not None and last.year_word is not None
    if anniversary or backwards or apart:
        yield single(first)
        yield single(last)
        return
    year = first.year
    if year is None and last.year is not None and first.year_word is None:
        turns = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
        year = last.year - 1 if turns else last.year
    yield Meaning(
        first.start,
        last.end,
        day=first.day,
        month=first.month,
        year=year,
        last_day=last.day,
        last_month=last.last_month or last.month,
        last_year=last.year,
        year_word=first.year_word or last.year_word,
    )
