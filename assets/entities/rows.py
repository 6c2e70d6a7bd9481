"""Between records and rows: what the entities stage reads from and writes to the tables.

Nothing is decided here; recognition and resolution do that.
"""

import dataclasses
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from assets.entities.records import (
    Alias,
    ArticleText,
    DocumentCitation,
    Entity,
    Mention,
    Observation,
    PersonEvidence,
)
from assets.language.folding import fold

_SIMPLE_FIELDS = tuple(
    field.name
    for field in dataclasses.fields(Observation)
    if field.name not in ("citation", "person")
)
Place = tuple[str, str, int, int]


def article_text(row: Mapping[str, Any]) -> ArticleText:
    """Return what recognition reads, from a row of `statements/articles/pending.sql`."""
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


def _shared(text: str | None) -> Any:
    """Return one object for all texts that are equal: an archive repeats the same names."""
    return None if text is None else sys.intern(text)


def by_place(observations: Iterable[Observation]) -> dict[Place, Observation]:
    """Return the observations by the place in a text where each stands."""
    return {
        (item.article_id, item.field, item.start_char, item.end_char): item for item in observations
    }


def mention_rows(
    mentions: Iterable[Mention], observed: Mapping[Place, Observation]
) -> Iterator[dict[str, Any]]:
    """Yield the rows of `core.mentions`: each mention with the observation it came from."""
    for mention in mentions:
        place = (mention.article_id, mention.field, mention.start_char, mention.end_char)
        source = observed[place]
        row = {name: getattr(source, name) for name in _SIMPLE_FIELDS}
        row["mention_id"] = mention.mention_id
        row["entity_id"] = mention.entity_id
        if source.citation is not None:
            row["document_kind"] = source.citation.kind
            row["document_number"] = source.citation.number
            row["document_issuer_id"] = source.citation.issuer_id
            row["document_issued_on"] = source.citation.issued_on
        if source.person is not None:
            row["office_places"] = list(source.person.office_places)
            row["birth_year"] = source.person.birth_year
            row["namesake"] = source.person.namesake
        yield row


def entity_rows(entities: Sequence[Entity]) -> Iterator[dict[str, Any]]:
    """Yield a row with the columns of all subtypes for every entity."""
    for entity in entities:
        yield {**dataclasses.asdict(entity), "name_folded": fold(entity.name)}


def alias_rows(aliases: Sequence[Alias]) -> Iterator[dict[str, Any]]:
    """Yield the rows of `core.entity_aliases`."""
    for alias in aliases:
        yield {**dataclasses.asdict(alias), "alias_folded": fold(alias.alias)}
