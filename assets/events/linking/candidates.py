"""Which statements are worth comparing: those that share a day and a name, or rare words.

Blocking only: a pair that is left out here could not reach the least score.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from assets.events.linking.features import Features

# Days around a lasting event on which another report may date it.
_AROUND = 2
_LONGEST = 31
# What more statements have in common tells nothing.
_MOST_ON_A_DAY = 60
_MOST_OVERALL = 40


def candidate_pairs(items: Sequence[Features]) -> list[tuple[int, int]]:
    """Return the pairs of positions in `items` to compare, each once, the smaller first."""
    by_day: dict[tuple[dt.date, str], list[int]] = defaultdict(list)
    by_words: dict[str, list[int]] = defaultdict(list)
    for position, item in enumerate(items):
        marks = _marks(item)
        for day in _days(item):
            for mark in marks:
                by_day[day, mark].append(position)
        for mark in _overall_marks(item):
            by_words[mark].append(position)
    pairs: set[tuple[int, int]] = set()
    for block in by_day.values():
        if len(block) <= _MOST_ON_A_DAY:
            pairs.update(_within(block, items))
    for block in by_words.values():
        if len(block) <= _MOST_OVERALL:
            pairs.update(
                pair
                for pair in _within(block, items)
                if not (_is_day(items[pair[0]]) and _is_day(items[pair[1]]))
            )
    return sorted(pairs)


def _is_day(item: Features) -> bool:
    return item.told.starts_on is not None and item.told.date_precision == "day"


def _days(item: Features) -> Iterator[dt.date]:
    """Yield the days that a statement dated by days may share with another."""
    starts_on, ends_on = item.told.starts_on, item.told.ends_on
    if starts_on is None or ends_on is None or not _is_day(item):
        return
    around = _AROUND // 2 if item.kind is not None and item.kind.lasting else 0
    length = min((ends_on - starts_on).days, _LONGEST)
    for offset in range(-around, length + around + 1):
        yield starts_on + dt.timedelta(days=offset)


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


def _within(block: Sequence[int], items: Sequence[Features]) -> Iterator[tuple[int, int]]:
    for index, left in enumerate(block):
        for right in block[index + 1 :]:
            if items[left].told.article_id != items[right].told.article_id:
                yield left, right
