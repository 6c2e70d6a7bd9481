"""The reference data as entities: rows by id, their aliases, and the kinds of local bodies.

Which entities an archive holds is decided in `resolution`; this module only looks up.
"""

from dataclasses import replace
from functools import lru_cache

from assets.entities.records import Entity, EntityType
from assets.entities.resolution.identifiers import tokens
from assets.reference.records import Reference

_LEVELS = tuple(
    tokens(word)
    for word in ("thị trấn", "thị xã", "thành phố", "tỉnh", "huyện", "quận", "xã", "phường")
)
_VIETNAM = "place:viet-nam"
# "Thông tấn xã", "Hợp tác xã" name no commune.
_BEFORE_COMMUNE = (tokens("tấn"), tokens("tác"))


class ReferenceIndex:
    """All reference rows that may become entities."""

    def __init__(self, reference: Reference) -> None:
        self._entities: dict[str, Entity] = {}
        self._aliases: dict[str, tuple[str, ...]] = {}
        self._local: dict[tuple[str, ...], Entity] = {}
        self._place_forms: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._heads = {tokens(row.head): row.kind for row in reference.organisation_heads}
        self._units: set[str] = set()
        self._body_names: dict[tuple[str, ...], str] = {}
        self._families: set[tuple[str, ...]] = set()
        self.successions = frozenset(
            (unit.entity_id, unit.merged_into)
            for unit in reference.administrative_units
            if unit.merged_into is not None
        )
        self._add_places(reference)
        self._add_bodies(reference)

    def _add(self, entity: Entity, *aliases: str | None) -> None:
        self._entities[entity.entity_id] = entity
        forms = dict.fromkeys(alias for alias in aliases if alias)
        self._aliases[entity.entity_id] = tuple(forms)

    def _add_places(self, reference: Reference) -> None:
        for area in reference.places:
            place = Entity(area.entity_id, "place", area.name, kind=area.kind)
            place = replace(place, parent_id=area.parent_id, iso_code=area.iso_code)
            self._add(place, area.name, *area.aliases)
        for country in reference.countries:
            place = Entity(country.entity_id, "place", country.name, kind="country")
            place = replace(place, parent_id=country.continent_id, iso_code=country.iso_code)
            self._add(place, country.name, country.official_name, *country.aliases)
        shorts: dict[str, list[str]] = {}
        for row in reference.abbreviations:
            shorts.setdefault(row.words.casefold(), []).append(row.short)
        short_forms: dict[str, list[str]] = {}
        for unit in reference.administrative_units:
            name = f"{unit.prefix} {unit.name}"
            self._units.add(unit.entity_id)
            short_forms[unit.entity_id] = [
                f"{short} {unit.name}" for short in shorts.get(unit.prefix.casefold(), ())
            ]
            place = Entity(unit.entity_id, "place", name, kind=unit.kind)
            place = replace(place, parent_id=unit.parent_id, iso_code=unit.iso_code)
            self._add(place, name, unit.name, *unit.aliases)
        for entity_id, aliases in self._aliases.items():
            forms = {tokens(form) for form in (*aliases, *short_forms.get(entity_id, ()))}
            self._place_forms[entity_id] = tuple(
                sorted(forms - {()}, key=lambda form: (-len(form), form))
            )

    def _add_bodies(self, reference: Reference) -> None:
        for row in reference.bodies:
            short = row.abbreviations[0] if row.abbreviations else None
            body = Entity(row.entity_id, "organisation", row.name, abbreviation=short)
            body = replace(body, kind=row.kind, parent_id=row.parent_id, place_id=row.place_id)
            self._add(body, row.name, *row.abbreviations, *row.aliases)
            if row.only_local:
                self._families.add(tokens(row.name))
            else:
                self._body_names.setdefault(tokens(row.name), row.entity_id)
            if row.local_name is not None:
                stem, _, rest = row.local_name.partition("{place}")
                above = row.parent_id if row.only_local else row.entity_id
                if not rest.strip():
                    local = Entity("", "organisation", "", kind=row.kind, parent_id=above)
                    self._local.setdefault(tokens(stem), local)

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self._entities

    def has(self, entity_id: str | None, entity_type: EntityType) -> bool:
        """Tell whether `entity_id` is a row of that type."""
        found = self._entities.get(entity_id) if entity_id is not None else None
        return found is not None and found.entity_type == entity_type

    def body_named(self, name: str, place_id: str | None) -> str | None:
        """Return the organisation whose full name is `name`, if its place does not contradict."""
        found = self._body_names.get(tokens(name))
        if found is None or place_id is None:
            return found
        return found if self._entities[found].place_id == place_id else None

    def needs_place(self, name: str) -> bool:
        """Tell whether `name` is that of a family of bodies, one in each place, or a bare head."""
        words = tokens(name)
        if words in self._body_names:
            return False
        for level in _LEVELS:
            if (
                words[-len(level) :] == level
                and words[-len(level) - 1 :][:1] not in _BEFORE_COMMUNE
            ):
                return True
        return words in self._local or words in self._families or words in self._heads

    def in_vietnam(self, place_id: str | None) -> bool:
        """Tell whether `place_id` is a unit of Việt Nam, or none at all."""
        return place_id is None or place_id in self._units

    def place_of(self, entity_id: str) -> str | None:
        """Return the place that a body of the reference data serves, None for no such."""
        found = self._entities.get(entity_id)
        return found.place_id if found is not None else None

    def province_or_country(self, place_id: str | None) -> str | None:
        """Return the Vietnamese province or the foreign country that a place is or lies in."""
        for _ in range(6):
            place = self._entities.get(place_id) if place_id is not None else None
            if place is None or place.entity_id == _VIETNAM:
                return None
            if place.kind in ("province", "country"):
                return place.entity_id
            place_id = place.parent_id
        return None

    def entity(self, entity_id: str) -> Entity:
        """Return the entity of a reference row; raises `KeyError` for an unknown id."""
        entity = self._entities[entity_id]
        parent = entity.parent_id if entity.parent_id in self else None
        place = entity.place_id if entity.place_id in self else None
        return replace(entity, parent_id=parent, place_id=place)

    def aliases(self, entity_id: str) -> tuple[str, ...]:
        """Return all forms of a reference row, its name among them."""
        return self._aliases[entity_id]

    def without_place(self, name: str, place_id: str) -> tuple[str, ...] | None:
        """Return the tokens of `name` in front of the place at its end; None when it is not there.

        "Sở Ngoại vụ thành phố Hà Nội" of `place:ha-noi` gives the tokens of "Sở Ngoại vụ".
        """
        words = tokens(name)
        for form in self._place_forms.get(place_id, ()):
            if len(form) < len(words) and words[-len(form) :] == form:
                return words[: -len(form)]
        return None

    def names_place(self, name: str, place_id: str) -> bool:
        """Tell whether a form of the place stands anywhere in `name`."""
        words = tokens(name)
        return any(
            words[start : start + len(form)] == form
            for form in self._place_forms.get(place_id, ())
            for start in range(len(words) - len(form) + 1)
        )

    def with_place(self, name: str, place_id: str) -> str:
        """Return `name` with the full name of the place behind it."""
        place = self._entities[place_id].name
        if place_id in self._units:
            place = place[:1].lower() + place[1:]
        return f"{name} {place}"

    def local_body(self, stem: tuple[str, ...]) -> Entity | None:
        """Return kind and parent of the local body whose name before the place is `stem`."""
        return self._local.get(stem)

    def head_kind(self, name: str) -> str | None:
        """Return the kind that the first words of an organisation's name tell."""
        words = tokens(name)
        for length in range(min(len(words), 6), 0, -1):
            if kind := self._heads.get(words[:length]):
                return kind
        return None


@lru_cache(maxsize=2)
def reference_index(reference: Reference) -> ReferenceIndex:
    """Return the index of `reference`, built once."""
    return ReferenceIndex(reference)
