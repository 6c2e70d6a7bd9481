"""Between records and rows: what is written to `core.agreements` and `core.agreement_parties`.

Nothing is decided here; the entities of the parties are joined in
`statements/events/replace_agreements.sql`.
"""

from collections.abc import Iterator
from typing import Any

from assets.events.agreements.records import AgreementObservation

_COLUMNS = (
    "kind",
    "signed_on",
    "date_precision",
    "article_id",
    "field",
    "start_char",
    "end_char",
    "surface",
    "line_no",
)


def agreement_row(agreement: AgreementObservation) -> dict[str, Any]:
    """Return the row of `core.agreements`."""
    row = {name: getattr(agreement, name) for name in _COLUMNS}
    return {"agreement_id": _agreement_id(agreement), **row}


def party_rows(agreement: AgreementObservation) -> Iterator[dict[str, Any]]:
    """Yield the rows of `core.agreement_parties`, still without the entities."""
    for party in agreement.parties:
        yield {
            "agreement_id": _agreement_id(agreement),
            "article_id": agreement.article_id,
            "field": party.field,
            "start_char": party.start_char,
            "end_char": party.end_char,
        }


def _agreement_id(agreement: AgreementObservation) -> str:
    article = agreement.article_id.removeprefix("article:")
    base = f"agreement:{article}:{agreement.field}:{agreement.start_char}"
    return base if agreement.ordinal == 1 else f"{base}:{agreement.ordinal}"
