"""The places of a field before those of one name are told apart, from left to right.

Listed names and unlisted ones by shape come together here; with which confidence a name is a place
is asked of `context`, the choice between places of one name is made in `finding`.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assets.entities.places.context import (
    FieldContext,
    PlaceMatch,
    bare_district,
    plain_name,
    single_syllable_country,
)
from assets.entities.places.generics import GenericWord
from assets.entities.places.index import PlaceEntry
from assets.entities.places.shapes import (
    ShapedPlace,
    anchors,
    list_spans,
    located_places,
    shaped_places,
)
from assets.entities.places.words import capital_count

# "đường Hoàng Sa", "phố Hà Trung": roads bear the names of places.
_ROAD = re.compile(r"(?<!\w)(?<!đường )(?<!mía )(?:đường|phố|đại lộ)[ \u00a0]\Z", re.IGNORECASE)
# The last letters of these with their blank, so that the pattern is tried where it may match.
_ROAD_ENDINGS = tuple(f"{letter}{blank}" for letter in "gGốỐộỘ" for blank in " \u00a0")


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place in a field; `entry` is None for an unlisted or undecided one."""

    start: int
    end: int
    name: str
    level: int
    entry: PlaceEntry | None
    candidates: tuple[PlaceEntry, ...]
    confidence: float
    method: str
    parent_id: str | None = None


def _valid(entry: PlaceEntry, on: dt.date) -> bool:
    unit = entry.unit
    if unit is None:
        return True
    after_start = unit.valid_from is None or unit.valid_from <= on
    return after_start and (unit.valid_to is None or on <= unit.valid_to)


def _prefer_valid(entries: Iterable[PlaceEntry], on: dt.date) -> tuple[PlaceEntry, ...]:
    distinct = tuple({entry.entity_id: entry for entry in entries}.values())
    return tuple(entry for entry in distinct if _valid(entry, on)) or distinct


def fits_generic(entry: PlaceEntry, generic: str) -> bool:
    """Tell whether a place may stand after a generic word ("tỉnh", "quận", "đảo")."""
    if entry.unit is not None:
        return entry.prefix == generic or (
            generic in ("đảo", "quần đảo") and entry.kind != "province"
        )
    if generic == "thành phố":
        return entry.kind in ("city", "country")
    if generic in ("đảo", "quần đảo") and entry.kind == "country":
        return True
    return generic in ("tỉnh", "bang", "đảo", "quần đảo", "sông", "vịnh") and entry.kind in (
        "region",
        "other",
    )


def candidates_of(context: FieldContext, near: frozenset[str], on: dt.date) -> Iterator[FoundPlace]:
    """Yield the places of a field from left to right, those of one name not yet told apart."""
    shapes: dict[int, ShapedPlace] = {}
    generics: dict[int, frozenset[str]] = {}
    if context.vietnamese:
        starts = anchors(context.text, context.index)
        lists = list_spans(context.text, starts, context.index)
        generics = {start: span.generics for span in lists for start, _ in span.items}
        units = [
            match.start
            for match in context.matches
            if any(entry.value.unit is not None for entry in match.entries)
        ]
        shapes = {s.run_start: s for s in located_places(context.text, starts, units)}
        shapes |= {
            s.run_start: s for s in shaped_places(context.text, starts, context.index, lists)
        }
    numbers = {match.start: number for number, match in enumerate(context.matches)}
    taken = 0
    for start in sorted({*numbers, *shapes}):
        if start < taken:
            continue
        place = None
        if start in numbers:
            place = _listed(context, numbers[start], generics.get(start, frozenset()), near, on)
        shape = shapes.get(start)
        if shape is not None and (place is None or _is_longer(shape, place)):
            place = _shaped(shape)
        if place is not None:
            taken = context.accepted_end = place.end
            yield place


def _is_longer(shape: ShapedPlace, place: FoundPlace) -> bool:
    """Tell whether a name found without its generic word is part of a longer one of a lower level.

    "xã Long An Trung" is not the province Long An.
    """
    return shape.end > place.end and shape.level < place.level and shape.start < place.start


def _shaped(shape: ShapedPlace) -> FoundPlace:
    return FoundPlace(
        shape.start,
        shape.end,
        shape.name,
        shape.level,
        None,
        (),
        shape.confidence,
        "generic word + name",
    )


def _listed(
    context: FieldContext,
    number: int,
    generics: frozenset[str],
    near: frozenset[str],
    on: dt.date,
) -> FoundPlace | None:
    match = context.matches[number]
    entries = [entry.value for entry in match.entries]
    generic = context.index.generics.before(context.text, match.start)
    if generic is not None and not generic.plural:
        return _with_generic(match, generic, entries, on)
    capitals = capital_count(match.surface)
    entries = [
        entry.value
        for entry in match.entries
        if capitals >= capital_count(entry.name) and not entry.value.needs_prefix
    ]
    if generics:
        fitting = [entry for entry in entries if any(fits_generic(entry, g) for g in generics)]
        if fitting:
            confidence = bare_district(context, match, fitting[0], False, True)
            return _choice(match, match.start, fitting, on, confidence, "listed name in a list")
        if all(context.index.generics.levels[g] < 2 for g in generics):
            return None
    return _bare(context, number, entries, near, on)


def _with_generic(
    match: PlaceMatch, generic: GenericWord, entries: list[PlaceEntry], on: dt.date
) -> FoundPlace | None:
    fitting = [entry for entry in entries if fits_generic(entry, generic.form)]
    if generic.form in ("đảo", "quần đảo"):
        fitting = [entry for entry in fitting if entry.unit is None] or fitting
    if not fitting and generic.form in ("huyện", "quận", "thị xã", "thành phố"):
        fitting = [entry for entry in entries if entry.kind == "district"]
    if not fitting and generic.form in ("tỉnh", "thành phố"):
        fitting = [entry for entry in entries if entry.kind == "province"]
    return _choice(match, generic.start, fitting, on, 0.97, "gazetteer, generic word")


def _follows_road(text: str, position: int) -> bool:
    """Tell whether a road bears the name at `position`."""
    if not text.endswith(_ROAD_ENDINGS, 0, position):
        return False
    return _ROAD.search(text, max(0, position - 12), position) is not None


def _choice(
    match: PlaceMatch,
    start: int,
    entries: list[PlaceEntry],
    on: dt.date,
    confidence: float,
    method: str,
) -> FoundPlace | None:
    candidates = _prefer_valid(entries, on)
    if not candidates or confidence <= 0:
        return None
    entry = candidates[0] if len(candidates) == 1 else None
    first = candidates[0]
    parent_id = entry.parent_id if entry is not None else None
    return FoundPlace(
        start, match.end, first.name, first.level, entry, candidates, confidence, method, parent_id
    )


def _bare(
    context: FieldContext,
    number: int,
    entries: list[PlaceEntry],
    near: frozenset[str],
    on: dt.date,
) -> FoundPlace | None:
    match = context.matches[number]
    if _follows_road(context.text, match.start):
        entries = [entry for entry in entries if entry.kind == "country"]
    wide = [entry for entry in entries if entry.kind not in ("district", "commune")]
    if wide:
        order = {"country": 0, "province": 1}
        wide.sort(key=lambda entry: order.get(entry.kind, 2))
        chosen = [entry for entry in wide if entry.kind == wide[0].kind]
        first = chosen[0]
        if first.kind == "country" and first.single:
            confidence = single_syllable_country(context, number, first.pair_only)
        else:
            confidence = plain_name(context, match, first)
        return _choice(match, match.start, chosen, on, confidence, "gazetteer")
    districts = [entry for entry in entries if entry.kind == "district"]
    here = [entry for entry in districts if entry.parent_id in near]
    if not districts:
        return None
    first = (here or districts)[0]
    if first.name[-1].isdigit():
        confidence = 0.9
    else:
        confidence = bare_district(context, match, first, bool(here), False)
    return _choice(
        match, match.start, here or districts, on, confidence, "gazetteer, district alone"
    )
