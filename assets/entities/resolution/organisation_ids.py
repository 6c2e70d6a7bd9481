"""The id of a local organisation, from its name and its place.

"Ủy ban nhân dân tỉnh Nghệ An" and "UBND Nghệ An" have one id, the name before the place followed by
the place's own: a document's issuer is the same entity as the organisation that articles mention.
"""

from assets.entities.resolution.identifiers import default_syllables, entity_id, tokens
from assets.entities.resolution.reference import reference_index
from assets.reference.records import Reference


class OrganisationIds:
    """Makes the ids of organisations that have no row in the reference data."""

    def __init__(self, reference: Reference) -> None:
        self._index = reference_index(reference)
        self._defaults = default_syllables(reference)

    def of(self, name: str, place_id: str | None) -> str:
        """Return the id of the organisation of that full name at `place_id` (None: not known)."""
        known = self._index.body_named(name, place_id)
        if known is not None:
            return known
        found = entity_id("organisation", name, self._defaults)
        if place_id is not None and place_id in self._index:
            stem = self._index.without_place(name, place_id)
            if stem or not self._index.names_place(name, place_id):
                words = " ".join(stem or tokens(name))
                head, mark, spelled = entity_id("organisation", words, self._defaults).partition(
                    "--"
                )
                found = f"{head}-{place_id.partition(':')[2]}{mark}{spelled}"
        if found in self._index:
            # The name only looks like the reference entity's.
            return entity_id("organisation", name, self._defaults, "not in the reference data")
        return found
