"""The id that one observation gives by itself: from its name, or from a document's number.

It depends on nothing but the observation and the reference data, so it is worked out once, when an
article is read. Which of these ids stand for one entity is decided in `identity`.
"""

from dataclasses import dataclass

from assets.entities.records import DocumentCitation, EntityType, Observation
from assets.entities.resolution.documents import DocumentJoiner
from assets.entities.resolution.identifiers import (
    default_syllables,
    entity_id,
    short_hash,
    tokens,
)
from assets.entities.resolution.organisation_ids import OrganisationIds
from assets.entities.resolution.reference import reference_index
from assets.reference.records import Reference

FULL_NAME = 2


@dataclass(frozen=True, slots=True)
class Stem:
    """An id, and whether it is another one in each article ("Tài", "UBND tỉnh")."""

    text: str
    alone: bool

    def in_article(self, article_id: str) -> str:
        """Return the id in an article; the SQL that names mentions does the same."""
        if not self.alone:
            return self.text
        return f"{self.text}{'-' if '--' in self.text else '--'}{short_hash(article_id)}"


class Naming:
    """Gives observations the ids that they have by themselves."""

    def __init__(self, reference: Reference) -> None:
        self._index = reference_index(reference)
        self._defaults = default_syllables(reference)
        self._organisations = OrganisationIds(reference)
        self._documents = DocumentJoiner(reference)
        self._stems: dict[tuple[object, ...], Stem] = {}
        self._unlisted: dict[tuple[EntityType, str], str | None] = {}

    def named(self, item: Observation) -> str:
        """Return the id that the observation gives by itself."""
        key = (item.entity_type, item.name, item.reference_id, item.place_id, item.citation)
        stem = self._stems.get(key)
        if stem is None:
            stem = self._stems[key] = self.stem(*key)
        return stem.in_article(item.article_id)

    def stem(
        self,
        entity_type: EntityType,
        name: str,
        reference_id: str | None,
        place_id: str | None,
        citation: DocumentCitation | None,
    ) -> Stem:
        """Return the id that all observations with these properties give by themselves."""
        if citation is not None and citation.number:
            key = self._documents.own_key(citation, "")
            return Stem(key.stem_id, key.article_id is not None)
        placeless = entity_type == "organisation" and self._index.needs_place(name)
        if self._index.has(reference_id, entity_type) and not placeless:
            return Stem(str(reference_id), alone=False)
        if entity_type == "organisation":
            return Stem(self._organisations.of(name, place_id), placeless and place_id is None)
        found = entity_id(entity_type, name, self._defaults)
        if entity_type == "person" and len(tokens(name)) < FULL_NAME:
            return Stem(found, alone=True)
        if found in self._index:
            # The name only looks like the reference entity's.
            found = entity_id(entity_type, name, self._defaults, "not in the reference data")
        return Stem(found, alone=False)

    def unlisted(self, entity_type: EntityType, name: str) -> str | None:
        """Return the id that a reference entity's name would have without the reference data."""
        key = (entity_type, name)
        if key not in self._unlisted:
            told = entity_type != "official_document" and not (
                entity_type == "organisation" and self._index.needs_place(name)
            )
            self._unlisted[key] = entity_id(entity_type, name, self._defaults) if told else None
        return self._unlisted[key]

    def unplaced(self, name: str, place_id: str) -> str | None:
        """Return the id of a body's full name without its place, where the name tells the place.

        Only a province or country is told by a name; a district's may be that of another one too.
        None where the name does not tell the place.
        """
        if (
            self._index.province_or_country(place_id) != place_id
            or not self._index.names_place(name, place_id)
            or self._index.needs_place(name)
        ):
            return None
        return self._organisations.of(name, None)
