"""How the pages of a language write dates: day or month first, and the zone of times without one.

Finding a page's dates is `dates`' work.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from assets.extraction.metadata.dateline import DateLine
from assets.extraction.metadata.outlet import host_of
from assets.extraction.records import Publication
from assets.language.dates.calendar import VIETNAM_TIME


@dataclasses.dataclass(frozen=True, slots=True)
class Habits:
    """How a page writes dates: the day before the month, and the zone of times without one.

    The zone of a page that is not Vietnamese is not known: UTC keeps the day that it shows.
    """

    day_first: bool = True
    zone: dt.tzinfo = VIETNAM_TIME


def habits_of(language: str | None, url: str | None) -> Habits:
    """Return the habits of a page by its language and address; Vietnamese ones when in doubt."""
    if language in (None, "vi") or (host_of(url) or "").endswith(".vn"):
        return Habits()
    return Habits(day_first=language != "en", zone=dt.UTC)


def with_local_zone(found: Publication, near: Sequence[DateLine]) -> Publication:
    """Correct a local time that a page's template wrote down as UTC.

    The line beside the headline shows the same clock time without a zone: then that is the time in
    the page's own zone.
    """
    if found.precision != "minute" or found.at.utcoffset() != dt.timedelta(0):
        return found
    clock = found.at.replace(tzinfo=None)
    here = VIETNAM_TIME.utcoffset(None)
    for dates in near:
        for moment in dates.moments:
            if moment.precision == "minute" and moment.at.utcoffset() == here:
                shown = moment.at.replace(tzinfo=None)
                if shown == clock.replace(second=0, microsecond=0):
                    return dataclasses.replace(found, at=found.at.replace(tzinfo=VIETNAM_TIME))
    return found
