"""The forms in which articles speak of one entity, counted: all that its record is made of.

Mentions that say the same are one `Form`, so an entity with a hundred thousand mentions costs no
more than one with ten. Which mentions are of one entity is decided before (`identity`, `verdicts`).
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from assets.entities.records import Observation


class Form(NamedTuple):
    """What a number of mentions of one entity say alike.

    `named_id` is the id that each gives by itself. `issued_on` is left out where it is after the
    day of the article: a slip. `judged` marks mentions that only a user's judgement gives to the
    entity: they make aliases and nothing else. `times` is the number of mentions.
    """

    named_id: str
    name: str
    surface: str
    judged: bool = False
    abbreviation: str | None = None
    place_id: str | None = None
    document_kind: str | None = None
    document_number: str | None = None
    issuer_id: str | None = None
    issued_on: dt.date | None = None
    times: int = 1


def counted(
    items: Iterable[tuple[Observation, str, bool]], days: Mapping[str, dt.date | None]
) -> list[Form]:
    """Return the forms of observations, each given with its `named_id` and whether it is judged."""
    counts = Counter(_said(*item, days) for item in items)
    return [form._replace(times=count) for form, count in counts.items()]


def _said(
    item: Observation, named_id: str, judged: bool, days: Mapping[str, dt.date | None]
) -> Form:
    citation = item.citation
    published_on = days.get(item.article_id)
    issued_on = citation.issued_on if citation is not None else None
    if issued_on is not None and published_on is not None and issued_on > published_on:
        issued_on = None
    return Form(
        named_id,
        item.name,
        item.surface,
        judged,
        item.abbreviation,
        item.place_id,
        citation.kind if citation is not None else None,
        citation.number if citation is not None else None,
        citation.issuer_id if citation is not None else None,
        issued_on,
    )
