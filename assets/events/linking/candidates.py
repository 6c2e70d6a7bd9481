"""Which statements are worth comparing: those that share a day and a name, or rare words.

Blocking only: a pair that shares no block could not reach the least score. Who shares a block is
found in SQL (`statements/linking/candidate_pairs.sql`).
"""

import datetime as dt
import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from assets.events.linking.features import Features

# Days around a lasting event on which another report may date it.
_AROUND = 2
_LONGEST = 31
# What more statements have in common tells nothing.
MOST_ON_A_DAY = 60
MOST_OVERALL = 40


# A tuple, since a statement is in dozens of them.
class Block(NamedTuple):
    """What statements may have in common, as a number; `is_day`: on one day, else at any time.

    At any time counts only where one of the two is not dated by day.
    """

    key: int
    is_day: bool


def blocks(item: Features) -> set[Block]:
    """Return the blocks that a statement is in."""
    marks = [f" {mark}".encode() for mark in _marks(item)]
    return {
        *(Block(_key(day, mark), True) for day in _days(item) for mark in marks),
        *(Block(_key(b"-", f" {mark}".encode()), False) for mark in _overall_marks(item)),
    }


def is_dated(item: Features) -> bool:
    """Tell whether the statement is dated by day."""
    return item.told.starts_on is not None and item.told.date_precision == "day"


def _key(day: bytes, mark: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(day + mark, digest_size=8).digest(), signed=True)


def _days(item: Features) -> Iterator[bytes]:
    """Yield the days that a statement dated by days may share with another, as in ISO 8601."""
    starts_on, ends_on = item.told.starts_on, item.told.ends_on
    if starts_on is None or ends_on is None or not is_dated(item):
        return
    around = _AROUND // 2 if item.kind is not None and item.kind.lasting else 0
    length = min((ends_on - starts_on).days, _LONGEST)
    for offset in range(-around, length + around + 1):
        yield (starts_on + dt.timedelta(days=offset)).isoformat().encode()


def _marks(item: Features) -> set[str]:
    """Return what one of two statements of a day must share with the other."""
    told = item.told
    named = {pair for pair in item.name | item.theme if " " in pair}
    # Without a name the opening has to do: "Vụ cháy", "buổi làm việc".
    words = named or {pair for pair in item.opening if " " in pair}
    place = {f"{told.place_id} {told.kind}"} if told.place_id else set()
    return {*told.organisers, *told.people, *told.bodies, *words, *place}


def _overall_marks(item: Features) -> set[str]:
    """Return what statements must share when a day does not tell."""
    told = item.told
    words = {pair for pair in item.name | item.theme if " " in pair}
    actors = {f"{actor} {told.kind}" for actor in told.organisers | told.people}
    return words | actors
