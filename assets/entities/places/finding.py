"""Places in an article: countries, regions, cities, Vietnam's units, and unlisted ones by shape.

`find_places` is the entry. Names inside organisations are reported too; which of two overlapping
mentions stays is decided when the recognisers' findings are put together.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from assets.entities.gazetteer import longest
from assets.entities.paragraphs import line_of
from assets.entities.places.candidates import FoundPlace, candidates_of, fits_generic
from assets.entities.places.context import FieldContext, PlaceMatch
from assets.entities.places.index import PlaceEntry, PlaceIndex, place_index
from assets.entities.places.shapes import NAME_WORD
from assets.entities.places.words import capital_count
from assets.entities.records import ArticleText, Field, Observation
from assets.reference.records import Reference

_WITHIN = re.compile(r"[ \u00a0]*(?:,|\(|-|–|thuộc)[ \u00a0]*(?:thuộc[ \u00a0]+)?")
_PERSON = re.compile(rf"{NAME_WORD}(?:[ \u00a0]{NAME_WORD}){{1,5}}")
_YEAR = re.compile(r"(?<![\d/.-])20[0-4]\d(?!\d)")
# The last day of the old provinces and of all districts.
_MERGER = dt.date(2025, 7, 1)


def find_places(article: ArticleText, reference: Reference) -> tuple[Observation, ...]:
    """Find the places named in the title and text of `article`.

    A span keeps the generic administrative word ("TP Hà Nội", "huyện Quế Phong"). `name` is the
    reference name, for an unlisted place its generic word in full and its name ("xã Long Bình");
    `place_id` is the reference id of the unit around it where the text or the reference tells it.
    """
    index = place_index(reference)
    on = _date_of(article)
    contexts: list[tuple[Field, FieldContext]] = []
    endings = _person_endings(article, index)
    vietnamese = article.language in (None, "vi")
    fields: tuple[tuple[Field, str | None], ...] = (
        ("title", article.title),
        ("text", article.text),
    )
    for name, text in fields:
        if text:
            matches = longest(m for m in index.gazetteer.find_all(text) if _is_spelt_so(m))
            contexts.append((name, FieldContext(text, matches, index, vietnamese, endings)))
    near = _provinces_named(context for _, context in contexts)
    memory: dict[str, PlaceEntry] = {}
    observations: list[Observation] = []
    for name, context in contexts:
        found = _decide(candidates_of(context, near, on), context, near, memory)
        observations += (_observation(article, name, context.text, place) for place in found)
    return tuple(observations)


def _date_of(article: ArticleText) -> dt.date:
    """Return the date by which units are chosen; without one the latest year the text names."""
    if article.published_on is not None:
        return article.published_on
    years = [int(year) for year in _YEAR.findall(article.text)]
    return dt.date(2026, 1, 1) if years and max(years) > _MERGER.year else dt.date(2025, 1, 1)


def _person_endings(article: ArticleText, index: PlaceIndex) -> frozenset[str]:
    """Collect the given names of the persons whose full names the article shows."""
    endings: set[str] = set()
    for text in (article.title or "", article.text):
        for match in _PERSON.finditer(text):
            words = match[0].split()
            if any(word in index.surnames for word in words[:-1]):
                endings.add(words[-1].lower())
    return frozenset(endings)


def _is_spelt_so(match: PlaceMatch) -> bool:
    """Tell whether the text shows as many capitals as one of the names, or a generic word."""
    capitals = capital_count(match.surface)
    return any(capitals >= capital_count(entry.name) or entry.value.unit for entry in match.entries)


def _provinces_named(contexts: Iterable[FieldContext]) -> frozenset[str]:
    """Return the ids of the provinces that the article names, or of which it names a district.

    Old and new provinces of one name are both in it; a district counts with its generic word.
    """
    named: set[str] = set()
    for context in contexts:
        for match in context.matches:
            units = [entry.value for entry in match.entries if entry.value.unit is not None]
            named.update(unit.entity_id for unit in units if unit.kind == "province")
            districts = [unit for unit in units if unit.kind == "district"]
            generic = (
                context.index.generics.before(context.text, match.start) if districts else None
            )
            if generic is not None:
                parents = {d.parent_id for d in districts if fits_generic(d, generic.form)}
                named.update(parent for parent in parents if parent and len(parents) == 1)
    return frozenset(named)


def _decide(
    places: Iterable[FoundPlace],
    context: FieldContext,
    near: frozenset[str],
    memory: dict[str, PlaceEntry],
) -> list[FoundPlace]:
    """Choose between places of one name and give each place the unit around it."""
    text, index = context.text, context.index
    decided: list[FoundPlace] = []
    following: FoundPlace | None = None
    for place in reversed(list(places)):
        parent = None
        if (
            following is not None
            and following.level > place.level
            and _WITHIN.fullmatch(text, place.end, following.start)
        ):
            parent = following.entry.entity_id if following.entry else following.parent_id
        chosen = _resolve(place, parent, near, index)
        decided.append(chosen)
        following = chosen
    decided.reverse()
    for number, place in enumerate(decided):
        key = text[place.start : place.end].lower()
        if place.entry is not None:
            memory[key] = place.entry
        elif key in memory and memory[key] in place.candidates:
            decided[number] = _taken(place, memory[key], 0.8)
    return decided


def _taken(place: FoundPlace, entry: PlaceEntry, confidence: float) -> FoundPlace:
    return replace(
        place,
        entry=entry,
        name=entry.name,
        parent_id=entry.parent_id,
        confidence=min(place.confidence, confidence),
    )


def _resolve(
    place: FoundPlace, parent: str | None, near: frozenset[str], index: PlaceIndex
) -> FoundPlace:
    if place.entry is not None:
        return place
    if not place.candidates:
        return replace(place, parent_id=parent) if parent is not None else place
    if parent is not None:
        inside = [
            c for c in place.candidates if parent in (c.parent_id, *index.ancestors(c.entity_id))
        ]
        if len(inside) == 1:
            return _taken(place, inside[0], 0.97)
    here = [c for c in place.candidates if c.parent_id in near]
    if len(here) == 1:
        return _taken(place, here[0], 0.85)
    return replace(place, confidence=min(place.confidence, 0.5), parent_id=parent)


def _observation(article: ArticleText, field: Field, text: str, place: FoundPlace) -> Observation:
    return Observation(
        article_id=article.article_id,
        field=field,
        start_char=place.start,
        end_char=place.end,
        surface=text[place.start : place.end],
        entity_type="place",
        name=place.name,
        reference_id=place.entry.entity_id if place.entry else None,
        confidence=place.confidence,
        method=place.method,
        line_no=line_of(article, field, place.start),
        place_id=place.parent_id,
    )
