"""Joining pieces to expressions: lists and ranges, and the month or year that one lends another.

"14 và 15/11" is one span of two days, "ngày 3 và 15/11" two dates, "30/5 - 2/6/2021" one range.
What a joined expression resolves to is told in `finding`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assets.language.dates.meaning import Meaning, pair, single
from assets.language.dates.shapes import Piece, find_pieces
from assets.language.dates.traps import Surroundings
from assets.language.dates.words import DateWords

_LINK = re.compile(
    r"[ \t\u00a0]*(?:(?P<range>-|–|—|đến\s+hết|cho\s+đến|đến|tới)|(?P<list>,\s+và|và)"
    r"|(?P<comma>,))[ \t\u00a0]*"
)
_MAX_LINK = 16
_RANGE_AFTER = re.compile(r"\s?[-–]\s?\d")
_LIST_ENDS = re.compile(r"\s*(?:$|[.,;:)\n])")


def _groups(text: str) -> Iterator[tuple[list[Piece], list[str]]]:
    """Yield runs of pieces with only a link between them, and the kinds of these links."""
    pieces: list[Piece] = []
    links: list[str] = []
    for piece in find_pieces(text):
        if pieces:
            gap = piece.start - pieces[-1].end
            link = _LINK.fullmatch(text, pieces[-1].end, piece.start) if gap <= _MAX_LINK else None
            if link is None:
                yield pieces, links
                pieces, links = [], []
            else:
                links.append("range" if link["range"] else "list" if link["list"] else "comma")
        pieces.append(piece)
    if pieces:
        yield pieces, links


def _is_date(around: Surroundings, piece: Piece) -> bool:
    """Tell whether a date piece may stand, looked at alone."""
    if around.is_lunar(piece.start, piece.end):
        return False
    if piece.year is not None:
        return True
    if around.is_holiday_or_name(piece) or around.is_measure(piece):
        return False
    return around.is_told_as_day(piece)


def _is_month(around: Surroundings, piece: Piece, *, ranged: bool) -> bool:
    if around.is_lunar(piece.start, piece.end) or around.is_measure(piece):
        return False
    if not piece.named:
        return not around.is_document_number(piece)
    if around.is_name_by_month(piece):
        return False
    # "tháng 3-5" may be a range whose end is not understood.
    return ranged or not _RANGE_AFTER.match(around.text, piece.end, piece.end + 3)


def _is_year(around: Surroundings, piece: Piece, *, in_range: bool) -> bool:
    return (
        around.is_told_as_year(piece, in_range=in_range)
        and not around.is_term(piece)
        and not around.is_measure(piece)
        and not around.is_span_of_years(piece)
        and not around.names_a_law(piece)
    )


def _days(around: Surroundings, run: Sequence[Piece], links: Sequence[str]) -> list[Meaning]:
    """Return what "14, 15 và 16/11" says; the last piece of `run` has the month.

    Empty when the bare numbers in front are not days ("Chỉ thị số 12, ngày 5/8").
    """
    last = run[-1]
    told = around.is_told_as_day(run[0]) or _is_tight_range(around, run)
    if not (told or _is_range_in_brackets(around, run, links)):
        return []
    if around.is_lunar(run[0].start, last.end) or around.is_fraction(last):
        return []
    if not run[0].cued and around.is_document_number(run[0]):
        return []
    days = [piece.day or 0 for piece in run]
    consecutive = all(b == a + 1 for a, b in pairwise(days))
    if (len(run) == 2 and links[0] == "range" and days[0] < days[1]) or consecutive:
        return [single(last, start=run[0].start, day=days[0], last_day=days[-1])]
    if "range" in links:
        return []
    lent = last.year is not None
    return [
        *(
            single(last, start=p.start, end=p.end, day=p.day, year_from_context=lent)
            for p in run[:-1]
        ),
        single(last),
    ]


def _is_tight_range(around: Surroundings, run: Sequence[Piece]) -> bool:
    """Tell whether the run is of the form "14-15/11", which needs no other sign."""
    return run[1].start == run[0].end + 1 and around.text[run[0].end] in "-–" and run[1].mark == "/"


def _is_range_in_brackets(around: Surroundings, run: Sequence[Piece], links: Sequence[str]) -> bool:
    """Tell whether the run is "(23 - 24/3)", whose last number is too great for a month."""
    last = run[-1]
    opens = around.text[run[0].start - 1 : run[0].start] == "("
    closes = around.text[last.end : last.end + 1] == ")"
    great = last.mark == "/" and (last.day or 0) > 12
    return opens and closes and great and list(links) == ["range"]


def _lend_years(pieces: Sequence[Piece], links: Sequence[str]) -> list[tuple[Piece, bool]]:
    """Give members of a list the year of the next one in it, when the order allows it."""
    lent: list[tuple[Piece, bool]] = [(piece, False) for piece in pieces]
    for index in range(len(pieces) - 2, -1, -1):
        piece, follower = pieces[index], lent[index + 1][0]
        if (
            (links[index] == "list" or (links[index] == "comma" and "list" in links[index:]))
            and piece.kind == follower.kind in ("date", "month")
            and piece.year is None
            and not piece.year_word
            and not piece.month_word
            and follower.year is not None
            and (piece.month or 0, piece.day or 0) <= (follower.month or 0, follower.day or 0)
        ):
            lent[index] = (replace(piece, year=follower.year), True)
    return lent


def _is_certain(around: Surroundings, piece: Piece, *, ranged: bool) -> bool:
    if piece.kind == "date":
        return _is_date(around, piece)
    if piece.kind in ("year", "decade"):
        return _is_year(around, piece, in_range=ranged)
    return _is_month(around, piece, ranged=ranged)


def _goes_on(around: Surroundings, before: Piece, piece: Piece) -> bool:
    """Tell whether a list that began with a date or year goes on with this bare one."""
    if piece.kind != before.kind or piece.mark != before.mark:
        return False
    if piece.kind == "date":
        return not (around.is_fraction(piece) or around.is_measure(piece))
    return piece.kind == "year"


def _last_day(
    around: Surroundings, pieces: Sequence[Piece], links: Sequence[str], index: int
) -> Piece | None:
    """Return the bare day that ends a range which a day with its month began, if there is one."""
    piece = pieces[index]
    if piece.kind != "date" or index + 1 >= len(pieces) or links[index] != "range":
        return None
    follower = pieces[index + 1]
    if follower.kind != "day" or not follower.cued or around.is_lunar(piece.start, follower.end):
        return None
    return follower if (piece.day or 0) < (follower.day or 0) else None


def _months(
    around: Surroundings, pieces: Sequence[Piece], links: Sequence[str], index: int
) -> list[Meaning]:
    """Return what "tháng 5, 6 và 7/2021" says, beginning at `index`; empty when it is no list.

    The year stands behind the last month, or no year at all is said and a stop ends the list.
    """
    first = pieces[index]
    if not first.named or first.year is not None or around.is_lunar(first.start, first.end):
        return []
    end = index + 1
    while end < len(pieces) and pieces[end].kind == "day" and links[end - 1] != "range":
        end += 1
    last = pieces[end] if end < len(pieces) else None
    if last is not None and last.kind == "month" and not last.named and links[end - 1] == "list":
        end += 1
    elif (
        end - index < 2
        or links[end - 2] != "list"
        or not _LIST_ENDS.match(around.text, pieces[end - 1].end)
    ):
        return []
    run = pieces[index:end]
    if any(piece.cued for piece in run[1:]):
        return []
    numbers = [run[0].month or 0, *(piece.month or piece.day or 0 for piece in run[1:])]
    if any(a >= b for a, b in pairwise(numbers)) or numbers[-1] > 12:
        return []
    year = run[-1].year
    return [
        single(
            piece,
            day=None,
            month=month,
            year=year,
            year_from_context=year is not None and piece is not run[-1],
        )
        for piece, month in zip(run, numbers, strict=True)
    ]


def _with_bare_numbers(
    around: Surroundings,
    pieces: Sequence[Piece],
    links: Sequence[str],
    index: int,
    *,
    certain: bool,
) -> tuple[list[Meaning], int]:
    """Return what the piece at `index` says with bare numbers behind it, and their count."""
    piece = pieces[index]
    if certain and (last_day := _last_day(around, pieces, links, index)) is not None:
        # "từ ngày 15/6 đến ngày 17"
        return [single(piece, end=last_day.end, last_day=last_day.day)], 2
    months = _months(around, pieces, links, index) if piece.kind == "month" else []
    return months, len(months)


def _days_from(
    around: Surroundings, members: Sequence[tuple[Piece, bool]], links: Sequence[str], index: int
) -> tuple[list[Meaning], int]:
    """Return what the bare days from `index` on say, and the index behind them."""
    end = index
    while end < len(members) and members[end][0].kind == "day":
        end += 1
    found: list[Meaning] = []
    if end < len(members) and members[end][0].kind == "date" and members[end][0].month is not None:
        found = _days(around, [piece for piece, _ in members[index : end + 1]], links[index:end])
        end += 1 if found else 0
    return found, end


def _read(around: Surroundings, pieces: Sequence[Piece], links: Sequence[str]) -> Iterator[Meaning]:
    members = _lend_years(pieces, links)
    index = 0
    listed: Piece | None = None
    while index < len(pieces):
        piece, lent = members[index]
        if piece.kind == "day":
            found, index = _days_from(around, members, links, index)
            yield from found
            continue
        follower = pieces[index + 1] if index + 1 < len(pieces) else None
        ranged = follower is not None and links[index] == "range" and follower.kind == piece.kind
        certain = _is_certain(around, pieces[index], ranged=ranged)
        joined, taken = _with_bare_numbers(around, pieces, links, index, certain=certain)
        if taken:
            yield from joined
            listed = None
            index += taken
            continue
        if listed is not None and links[index - 1] != "range":
            certain = certain or _goes_on(around, listed, piece)
        listed = piece if certain else None
        if ranged and follower is not None:
            if certain and not around.is_lunar(follower.start, follower.end):
                yield from pair(pieces[index], follower)
            elif follower.kind == "date" and _is_date(around, follower):
                yield single(follower)
            index += 2
            continue
        if certain:
            yield single(piece, year_from_context=lent)
        index += 1


def find_meanings(text: str, words: DateWords) -> Iterator[Meaning]:
    """Yield what the Vietnamese calendar expressions of `text` (NFC) state, in order."""
    around = Surroundings(text, words)
    for pieces, links in _groups(text):
        yield from _read(around, pieces, links)
