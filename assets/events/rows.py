"""Between records and rows: what the events stage writes to the tables.

Nothing is decided here; the entities of a role are joined in `statements/events/replace.sql`.
"""

import dataclasses
from typing import Any

from assets.events.records import DateMention, RoleObservation

_ROLE_COLUMNS = (
    "article_id",
    "field",
    "start_char",
    "end_char",
    "surface",
    "title",
    "person_start",
    "organisation_start",
    "as_of",
    "line_no",
)


def date_row(mention: DateMention) -> dict[str, Any]:
    """Return the row of `core.date_mentions`."""
    return dataclasses.asdict(mention)


def role_row(role: RoleObservation) -> dict[str, Any]:
    """Return the row of `core.roles`, still without the entities."""
    return {name: getattr(role, name) for name in _ROLE_COLUMNS}
