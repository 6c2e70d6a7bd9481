"""Which city, province or district an article means when it says only "TP" or "tỉnh".

Only the article's own words count: a place of the right kind earlier in the sentence or alone in
the paragraph, else the one that the article plainly speaks of; None where it is not certain.
"""

from collections import Counter
from dataclasses import dataclass

from assets.entities.records import Field, Observation
from assets.language.sentences import split_sentences
from assets.reference.records import AdministrativeUnit

_CITY = frozenset(("thành phố", "thủ đô"))
_CAPITAL = "Hà Nội"


@dataclass(frozen=True, slots=True)
class PlacedUnit:
    """An administrative unit where an article names it."""

    field: Field
    start: int
    unit: AdministrativeUnit


class ArticlePlaces:
    """The administrative units that one article names, and what its generic words stand for."""

    def __init__(
        self,
        texts: dict[Field, str],
        places: tuple[Observation, ...],
        units: dict[str, AdministrativeUnit],
    ) -> None:
        self._texts = texts
        self._units = units
        self._named: list[PlacedUnit] = []
        for place in places:
            unit = units.get(place.reference_id or "")
            if unit is not None:
                self._named.append(PlacedUnit(place.field, place.start_char, unit))
        self._named.sort(key=lambda named: (named.field, named.start))

    def province_of(self, unit: AdministrativeUnit) -> AdministrativeUnit | None:
        """Return the province that `unit` is or lies in."""
        seen = 0
        while unit.kind != "province" and seen < 4:
            parent = self._units.get(unit.parent_id)
            if parent is None:
                return None
            unit, seen = parent, seen + 1
        return unit if unit.kind == "province" else None

    def stands_for(
        self, level: str, word: str | None, field: Field, position: int
    ) -> AdministrativeUnit | None:
        """Return the unit that a generic word at `position` stands for, None when not certain.

        `level` is "province", "district" or "commune", `word` the generic word in lower case
        ("tỉnh", "thành phố"; None for a province of either kind).
        """
        if word == "thủ đô":
            capital = [n.unit for n in self._named if n.unit.name == _CAPITAL]
            return capital[0] if capital else None
        sentence = self._sentence(field, position)
        near = [
            named.unit
            for named in self._named
            if named.field == field
            and sentence[0] <= named.start < position
            and self._fits(named.unit, level, word)
        ]
        if near:
            return near[-1]
        paragraph = self._texts[field].rfind("\n", 0, position) + 1
        before = {
            named.unit.entity_id: named.unit
            for named in self._named
            if named.field == field
            and paragraph <= named.start < position
            and self._fits(named.unit, level, word)
        }
        if len(before) == 1:
            return next(iter(before.values()))
        return self._plain(level, word)

    def names_any(self, level: str, word: str | None) -> bool:
        """Tell whether the article names any unit for which the generic word could stand."""
        return any(
            self._fits(named.unit, level, word) or named.unit.kind == "province"
            for named in self._named
        )

    def _sentence(self, field: Field, position: int) -> tuple[int, int]:
        for start, end in split_sentences(self._texts.get(field, "")):
            if start <= position < end:
                return start, end
        return position, position

    def _fits(self, unit: AdministrativeUnit, level: str, word: str | None) -> bool:
        prefix = unit.prefix.casefold()
        if word in _CITY:
            return prefix == "thành phố"
        if word is not None:
            return prefix == word
        return unit.kind == level

    def _plain(self, level: str, word: str | None) -> AdministrativeUnit | None:
        counts: Counter[str] = Counter()
        for named in self._named:
            if self._fits(named.unit, level, word):
                counts[named.unit.entity_id] += 2
            elif level == "province" and named.unit.kind != "province":
                province = self.province_of(named.unit)
                if province is not None and self._fits(province, level, word):
                    counts[province.entity_id] += 1
        if not counts:
            return None
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
            return None
        return self._units[ranked[0][0]]
