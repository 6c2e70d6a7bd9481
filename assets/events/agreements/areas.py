"""Which places lie in which: "huyện A, tỉnh B" is one party, "tỉnh A, tỉnh B" are two.

Only what the reference data knows of places; names in a text are read by `listing`.
"""

from functools import lru_cache

from assets.entities.records import Observation
from assets.reference.records import Reference


class Areas:
    """Knows for each place of the reference data the larger ones that it lies in."""

    def __init__(self, reference: Reference) -> None:
        self._parents: dict[str, str | None] = {
            row.entity_id: row.continent_id for row in reference.countries
        }
        self._parents |= {row.entity_id: row.parent_id for row in reference.places}
        self._parents |= {row.entity_id: row.parent_id for row in reference.administrative_units}
        home = {None} | {row.entity_id for row in reference.countries if row.iso_code == "VN"}
        # Provinces of other countries are regions too; those of Vietnam are units.
        self._ungoverned = {
            row.entity_id
            for row in reference.places
            if row.kind == "continent" or (row.kind != "city" and row.parent_id in home)
        }

    def can_sign(self, place: Observation) -> bool:
        """Tell whether a place has a government: no river, sea, continent or part of a country."""
        return place.reference_id not in self._ungoverned

    def are_apart(self, one: Observation, other: Observation) -> bool:
        """Tell whether both are known and neither lies in the other."""
        if not {one.reference_id, other.reference_id} <= self._parents.keys():
            return False
        return not self.lies_in(one, other) and not self.lies_in(other, one)

    def lies_in(self, one: Observation, other: Observation) -> bool:
        """Tell whether `one` is known to be a part of `other`, or is that place itself."""
        around: set[str] = set()
        place = one.reference_id or one.place_id
        while place is not None and place not in around:
            around.add(place)
            place = self._parents.get(place)
        return other.reference_id in around


@lru_cache(maxsize=2)
def areas(reference: Reference) -> Areas:
    """Return the areas of `reference`, read once."""
    return Areas(reference)
