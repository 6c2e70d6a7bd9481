"""The places of the reference data, indexed for recognition.

One `PlaceEntry` per reference row and a gazetteer over all their names. Which entry a name in a
text stands for is decided in `finding`, with the help of `context`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assets.entities.context_words import ContextWords, context_words
from assets.entities.gazetteer import Entry, Gazetteer
from assets.entities.places.generics import GenericWords
from assets.entities.places.words import is_vietnamese_syllable
from assets.language.patterns import any_case
from assets.reference.records import AdministrativeUnit, Reference

LEVELS = {
    "commune": 1,
    "district": 2,
    "city": 2,
    "province": 3,
    "region": 3,
    "other": 3,
    "country": 4,
    "continent": 5,
}


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A reference place as recognition sees it.

    `prefix` is the generic word of an administrative unit in lower case, "" for others. `unit` is
    the administrative row with its dates. `needs_prefix` marks a name that is no place on its own
    ("1" of Quận 1, "Hồ Chí Minh"). `single` marks a name of one Vietnamese syllable (Anh, Lào),
    `pair_only` its use for the first syllable of the full name (Nhật, Việt).
    """

    entity_id: str
    name: str
    kind: str
    prefix: str
    parent_id: str | None
    unit: AdministrativeUnit | None
    needs_prefix: bool
    single: bool
    pair_only: bool

    @property
    def level(self) -> int:
        """How wide the place is, from 1 (commune) to 5 (continent)."""
        return LEVELS[self.kind]


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """Everything that finding places asks of the reference data.

    `country_office` is found right before a country ("Tổng thống |").
    """

    gazetteer: Gazetteer[PlaceEntry]
    by_id: dict[str, PlaceEntry]
    surnames: frozenset[str]
    common_words: frozenset[str]
    words: ContextWords
    generics: GenericWords
    country_office: re.Pattern[str]

    def ancestors(self, entity_id: str | None) -> tuple[str, ...]:
        """Return the ids of the places that contain the one with `entity_id`, nearest first."""
        found: list[str] = []
        while entity_id is not None and entity_id in self.by_id:
            entity_id = self.by_id[entity_id].parent_id
            if entity_id is None or entity_id in found:
                break
            found.append(entity_id)
        return tuple(found)


def _is_single(name: str) -> bool:
    return (
        " " not in name and is_vietnamese_syllable(name) and (len(name) == 1 or not name.isupper())
    )


def _looks_like_person(name: str, surnames: frozenset[str]) -> bool:
    words = name.split()
    return len(words) == 3 and words[0] in surnames and all(map(is_vietnamese_syllable, words))


def _unit_entries(unit: AdministrativeUnit, surnames: frozenset[str]) -> list[Entry[PlaceEntry]]:
    needs_prefix = unit.name.isdigit() or _looks_like_person(unit.name, surnames)
    full = f"{unit.prefix} {unit.name}" if needs_prefix else unit.name

    def entry(name: str) -> Entry[PlaceEntry]:
        place = PlaceEntry(
            unit.entity_id,
            full,
            unit.kind,
            unit.prefix.lower(),
            unit.parent_id,
            unit,
            needs_prefix and name == unit.name,
            _is_single(name),
            False,
        )
        return Entry(name, place, "first")

    if unit.name.isdigit():
        number, word = unit.name, unit.prefix
        forms = (
            full,
            full.lower(),
            f"{word[0]}.{number}",
            f"{word[0]}. {number}",
            f"{word[0]}{number}",
        )
        return [entry(form) for form in forms]
    return [entry(name) for name in (unit.name, *unit.aliases)]


def _entries(reference: Reference, surnames: frozenset[str]) -> list[Entry[PlaceEntry]]:
    entries: list[Entry[PlaceEntry]] = []
    for unit in reference.administrative_units:
        entries += _unit_entries(unit, surnames)
    for country in reference.countries:
        names = [country.name, *country.aliases]
        if country.official_name is not None:
            names.append(country.official_name)
        for name in dict.fromkeys(names):
            single = _is_single(name)
            shortened = name != country.name and any(n.startswith(f"{name} ") for n in names)
            place = PlaceEntry(
                country.entity_id,
                country.name,
                "country",
                "",
                country.continent_id,
                None,
                False,
                single,
                single and shortened,
            )
            entries.append(Entry(name, place, "first"))
    for row in reference.places:
        for name in dict.fromkeys((row.name, *row.aliases)):
            place = PlaceEntry(
                row.entity_id, row.name, row.kind, "", row.parent_id, None, False, False, False
            )
            entries.append(Entry(name, place, "first"))
    return entries


@lru_cache(maxsize=8)
def place_index(reference: Reference) -> PlaceIndex:
    """Return the index of `reference`; built once for one object."""
    surnames = frozenset(row.surname for row in reference.surnames)
    entries = _entries(reference, surnames)
    by_id: dict[str, PlaceEntry] = {}
    for entry in entries:
        by_id.setdefault(entry.value.entity_id, entry.value)
    common = frozenset(row.word.lower() for row in reference.common_words)
    words = context_words(reference)
    offices = any_case(sorted(words["country_office"]))
    return PlaceIndex(
        Gazetteer(entries),
        by_id,
        surnames,
        common,
        words,
        GenericWords(reference),
        re.compile(rf"(?<!\w){offices}[ \u00a0]+\Z"),
    )
