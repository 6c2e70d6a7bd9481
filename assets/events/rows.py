"""Between records and rows: what the events stage writes to the tables.

Nothing is decided here; the entities of roles and participants are joined in
`statements/events/replace.sql`.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from assets.events.linking.records import EventLink, LinkedEvent, ToldEvent
from assets.events.records import DateMention, EventStatement, RoleObservation, Span

# How much of a text linking looks at beside the headline, in code points: the head of the report.
OPENING_LENGTH = 600
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
_DATE_COLUMNS = tuple(field.name for field in dataclasses.fields(DateMention))
_EVENT_COLUMNS = tuple(
    field.name for field in dataclasses.fields(LinkedEvent) if field.name != "statement_ids"
)
_LINK_COLUMNS = tuple(field.name for field in dataclasses.fields(EventLink))


def date_row(mention: DateMention) -> dict[str, Any]:
    """Return the row of `core.date_mentions`."""
    return {name: getattr(mention, name) for name in _DATE_COLUMNS}


def role_row(role: RoleObservation) -> dict[str, Any]:
    """Return the row of `core.roles`, still without the entities."""
    return {name: getattr(role, name) for name in _ROLE_COLUMNS}


def statement_row(statement: EventStatement) -> dict[str, Any]:
    """Return the row of `core.event_statements`, still without event and place."""
    span = statement.span
    return {
        "statement_id": statement_id(statement),
        "article_id": statement.article_id,
        "is_main": statement.is_main,
        "is_planned": statement.is_planned,
        "field": span.field,
        "start_char": span.start_char,
        "end_char": span.end_char,
        "surface": statement.surface,
        "kind": statement.kind,
        "name": statement.name,
        **_columns("name", statement.name_span),
        "starts_on": statement.starts_on,
        "ends_on": statement.ends_on,
        "date_precision": statement.date_precision,
        **_columns("date", statement.date_span),
        **_columns("place", statement.place),
        "line_no": statement.line_no,
    }


def participant_rows(statement: EventStatement) -> Iterator[dict[str, Any]]:
    """Yield the rows of `core.event_participants`, still without event and entity."""
    for one in statement.participations:
        yield {
            "statement_id": statement_id(statement),
            "article_id": statement.article_id,
            "part": one.part,
            "field": one.span.field,
            "start_char": one.span.start_char,
            "end_char": one.span.end_char,
        }


def statement_id(statement: EventStatement) -> str:
    """Return the identifier of a statement: its article and where in it the event is named."""
    return f"{statement.article_id}:{statement.span.field}:{statement.span.start_char}"


def _columns(prefix: str, span: Span | None) -> dict[str, Any]:
    return {
        f"{prefix}_field": span.field if span else None,
        f"{prefix}_start": span.start_char if span else None,
        f"{prefix}_end": span.end_char if span else None,
    }


def told_event(row: Mapping[str, Any]) -> ToldEvent:
    """Return what linking compares, from a row of `statements/events/told.sql`."""
    sets = {name: frozenset(row[name] or ()) for name in ("organisers", "people", "bodies")}
    return ToldEvent(**{**row, **sets})


def event_row(event: LinkedEvent) -> dict[str, Any]:
    """Return the row of `core.events`, still without its counts."""
    return {name: getattr(event, name) for name in _EVENT_COLUMNS}


def member_rows(event: LinkedEvent) -> Iterator[dict[str, Any]]:
    """Yield which statements belong to an event."""
    for member in event.statement_ids:
        yield {"statement_id": member, "event_id": event.event_id}


def link_row(link: EventLink) -> dict[str, Any]:
    """Return the row of `core.event_links`."""
    row = {name: getattr(link, name) for name in _LINK_COLUMNS}
    return {**row, "signals": list(link.signals)}
