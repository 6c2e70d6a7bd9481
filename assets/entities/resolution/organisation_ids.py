"""The id of a local organisation, from its name and its place.

"Ủy ban nhân dân tỉnh Nghệ An" and "UBND Nghệ An" have one id, the name before the place followed by
the place's own: a document's issuer is the same entity as the organisation that articles mention.
"""

from assets.entities.organisations.written import fill_place
from assets.entities.resolution.identifiers import default_syllables, entity_id, tokens
from assets.entities.resolution.reference import reference_index
from assets.reference.records import Reference


class OrganisationIds:
    """Makes the ids of organisations that have no row in the reference data."""

    def __init__(self, reference: Reference) -> None:
        self._index = reference_index(reference)
        self._reference = reference
        self._defaults = default_syllables(reference)
        self._local = [body for body in reference.bodies if body.local_name or body.only_local]

    def local_body_of(self, entity_id: str) -> tuple[str, str] | None:
        """Return the full name and the place of the local body with that id, None for no such."""
        found: list[tuple[str, str]] = []
        for unit in self._reference.administrative_units:
            if unit.entity_id.partition(":")[2] not in entity_id:
                continue
            place = f"{unit.prefix.lower()} {unit.name}"
            for body in self._local:
                name = fill_place(body.local_name or f"{body.name} {{place}}", place)
                if self.of(name, unit.entity_id) == entity_id:
                    found.append((name, unit.entity_id))
        return min(found, default=None)

    def of(self, name: str, place_id: str | None) -> str:
        """Return the id of the organisation of that full name at `place_id` (None: not known).

        A name that many bodies share and whose place is not known ("UBND tỉnh") means another one
        in each article; what `naming` adds to its id tells which.
        """
        placeless = self._index.needs_place(name)
        known = None if placeless else self._index.body_named(name, place_id)
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
        if found in self._index and not (placeless and place_id is None):
            # The name only looks like the reference entity's.
            return entity_id("organisation", name, self._defaults, "not in the reference data")
        return found
