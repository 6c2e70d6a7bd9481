"""Between records and rows: what the entities stage reads from and writes to the tables.

Nothing is decided here; recognition and resolution do that.
"""

import dataclasses
import sys
from collections.abc import Mapping
from typing import Any

from assets.entities.records import (
    ArticleText,
    DocumentCitation,
    Observation,
    PersonEvidence,
)

_SIMPLE_FIELDS = tuple(
    field.name
    for field in dataclasses.fields(Observation)
    if field.name not in ("citation", "person")
)
# What resolution adds to what is observed: columns of `core.mentions`.
RESOLVED = frozenset({"mention_id", "entity_id", "named_id", "told_id"})


def article_text(row: Mapping[str, Any]) -> ArticleText:
    """Return what recognition reads, from a row of `statements/articles/texts.sql`."""
    return ArticleText(
        article_id=row["article_id"],
        title=row["title"],
        text=row["text"],
        paragraph_lines=tuple(row["paragraph_lines"] or ()),
        title_line=row["title_line"],
        published_on=row["published_on"],
        language=row["language"],
        outlet_id=row["outlet_id"],
    )


def observation(row: Mapping[str, Any]) -> Observation:
    """Return the observation that a row of `core.mentions` was made from."""
    citation = None
    if row["document_kind"] is not None:
        citation = DocumentCitation(
            kind=row["document_kind"],
            number=row["document_number"],
            issuer_id=row["document_issuer_id"],
            issued_on=row["document_issued_on"],
        )
    person = None
    if row["office_places"] or row["birth_year"] is not None or row["namesake"]:
        person = PersonEvidence(
            office_places=tuple(row["office_places"] or ()),
            birth_year=row["birth_year"],
            namesake=row["namesake"] or 0,
        )
    return Observation(
        article_id=_shared(row["article_id"]),
        field=row["field"],
        start_char=row["start_char"],
        end_char=row["end_char"],
        surface=_shared(row["surface"]),
        entity_type=row["entity_type"],
        name=_shared(row["name"]),
        reference_id=_shared(row["reference_id"]),
        confidence=row["confidence"],
        method=_shared(row["method"]),
        line_no=row["line_no"],
        abbreviation=row["abbreviation"],
        place_id=_shared(row["place_id"]),
        citation=citation,
        person=person,
    )


def observation_row(source: Observation) -> dict[str, Any]:
    """Return what a row of `core.mentions` tells of the observation it is made from."""
    row = {name: getattr(source, name) for name in _SIMPLE_FIELDS}
    if source.citation is not None:
        row["document_kind"] = source.citation.kind
        row["document_number"] = source.citation.number
        row["document_issuer_id"] = source.citation.issuer_id
        row["document_issued_on"] = source.citation.issued_on
    if source.person is not None:
        row["office_places"] = list(source.person.office_places)
        row["birth_year"] = source.person.birth_year
        row["namesake"] = source.person.namesake
    return row


def _shared(text: str | None) -> Any:
    """Return one object for all texts that are equal: an archive repeats the same names."""
    return None if text is None else sys.intern(text)
