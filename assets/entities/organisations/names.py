"""The full official name of an organisation as found, with the place that the article gives it.

Reads what the grammar parsed; finding the spans is done before, choosing among overlapping findings
after.
"""

from dataclasses import dataclass, replace

from assets.entities.context import ArticlePlaces
from assets.entities.organisations.abroad import COUNTERPARTS
from assets.entities.organisations.field import FieldReader, Parsed
from assets.entities.organisations.forms import VIETNAM, OrganisationForms
from assets.entities.organisations.nations import Nations
from assets.entities.organisations.written import (
    NameWriter,
    fill_place,
    says_unit,
    tidy,
    upper_first,
)
from assets.entities.records import Field
from assets.reference.records import Body

# A form with one of these syllables is the national body's own.
_NATIONAL = frozenset(("việt", "trung", "viet", "vietnam"))
_LOCAL_LEVEL = {
    "Thành ủy": ("province", "thành phố"),
    "Tỉnh ủy": ("province", "tỉnh"),
    "Huyện ủy": ("district", "huyện"),
    "Quận ủy": ("district", "quận"),
    "Thị ủy": ("district", "thị xã"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A found organisation with its name; `family` is the body whose local form it is."""

    field: Field
    start: int
    end: int
    name: str
    reference_id: str | None
    place_id: str | None
    confidence: float
    method: str
    family: str | None = None
    abbreviation: str | None = None


class Namer:
    """Names the findings of one article, in reading order, remembering what was named before."""

    def __init__(self, forms: OrganisationForms, places: ArticlePlaces, nations: Nations) -> None:
        self._forms = forms
        self._nations = nations
        self._write = NameWriter(forms)
        self._places = places
        self._local: dict[str, list[Named]] = {}
        self._national_seen: set[str] = set()
        self.defined: dict[str, Named] = {}

    def remember(self, named: Named) -> None:
        """Keep a local body for later mentions that leave its place out."""
        if named.family is not None:
            self._local.setdefault(named.family, []).append(named)

    def name(self, reader: FieldReader, field: Field, parsed: Parsed) -> Named | None:
        """Return the finding with its name; None when the article does not tell the body."""
        words = reader.words
        start, end = words[parsed.start].start, words[parsed.end - 1].end
        if parsed.level is not None and reader.text[end - 1] == ".":
            end -= 1  # "HĐND TP. Ông ...": the full stop ends the sentence.
        plain = Named(field, start, end, "", None, None, parsed.confidence, parsed.method)
        if parsed.defined is not None:
            known = self.defined.get(parsed.defined)
            if known is None:
                return None
            return replace(
                plain, name=known.name, reference_id=known.reference_id, place_id=known.place_id
            )
        if parsed.parent is not None and parsed.unit_end is not None:
            return self._part(reader, field, parsed, plain)
        if parsed.body is None:
            if parsed.level is not None and parsed.unit_end is not None:
                return self._new_local(reader, field, parsed, plain)
            return self._new(reader, parsed, plain)
        if not parsed.local:
            return self._national(reader, field, parsed, plain, parsed.body)
        if parsed.name_start is not None and parsed.place is not None:
            stem = parsed.body.name.removesuffix(" Việt Nam")
            name = f"{stem} {self._write.place_phrase(parsed.place)}"
            return replace(plain, name=name, place_id=parsed.place.reference_id)
        return self._local_body(reader, field, parsed, plain, parsed.body)

    def _part(
        self, reader: FieldReader, field: Field, parsed: Parsed, plain: Named
    ) -> Named | None:
        if parsed.parent is None or parsed.unit_end is None:
            return None
        parent = self.name(reader, field, parsed.parent)
        if parent is None:
            return None
        unit = self._write.written_out(reader, parsed.start, parsed.unit_end)
        return replace(
            plain,
            name=f"{upper_first(unit)} {parent.name}",
            place_id=parent.place_id,
            confidence=min(plain.confidence, parent.confidence),
        )

    def _new_local(self, reader: FieldReader, field: Field, parsed: Parsed, plain: Named) -> Named:
        """Name a body of the article's province: "Hội hữu nghị Việt Nam - Lào tỉnh"."""
        stem = upper_first(
            self._write.written_out(reader, parsed.start, parsed.unit_end or parsed.end)
        )
        level, word = parsed.level or "province", parsed.level_word
        unit = self._places.stands_for(level, word, field, plain.start)
        if unit is None:
            return replace(plain, name=f"{stem} {word}", confidence=0.5)
        return replace(
            plain, name=f"{stem} {self._write.unit_phrase(unit)}", place_id=unit.entity_id
        )

    def _new(self, reader: FieldReader, parsed: Parsed, plain: Named) -> Named:
        place = parsed.place
        words = reader.words
        end = parsed.end
        tail = ""
        if place is not None and words[end - 1].end == place.end_char:
            unit = self._forms.units.get(place.reference_id or "")
            if unit is not None and says_unit(place.surface, unit):
                while end > parsed.start and words[end - 1].start >= place.start_char:
                    end -= 1
                tail = " " + self._write.unit_phrase(unit)
        name = upper_first(self._write.written_out(reader, parsed.start, end) + tail)
        return replace(plain, name=name, place_id=place.reference_id if place else None)

    def _national(
        self, reader: FieldReader, field: Field, parsed: Parsed, plain: Named, body: Body
    ) -> Named | None:
        keys = {word.key for word in reader.words[parsed.start : parsed.end]}
        if parsed.kind == "foreign" != body.kind:  # "Chính phủ liên bang"
            return self._of_country(plain, body, self._nations.nearest(reader, field, plain.start))
        if body.kind == "foreign" and self._nations.is_of_others(field, plain.start, body):
            return self._of_country(plain, body, self._nations.main)
        if body.kind in COUNTERPARTS and "việt" not in keys:
            land = self._nations.country_of(reader, field, parsed)
            if land != VIETNAM:
                return self._of_country(plain, body, land)
        if not parsed.both or keys & _NATIONAL:
            self._national_seen.add(body.entity_id)
        elif body.entity_id not in self._national_seen:
            local = self._local.get(body.entity_id, [])
            if len({named.name for named in local}) == 1:
                known = local[-1]
                return replace(
                    plain, name=known.name, place_id=known.place_id, confidence=0.75,
                    method="memory within the article", family=body.entity_id,
                )  # fmt: skip
        return replace(plain, name=body.name, reference_id=body.entity_id, place_id=body.place_id)

    def _of_country(self, plain: Named, body: Body, land: str) -> Named | None:
        """Name another country's body that stands without it; None when `land` is not told."""
        country = self._forms.countries.get(land)
        if country is None:
            return None
        party = self._forms.parties.get(land)
        stem = body.name.removesuffix(" Việt Nam")
        if body.kind == "party":
            if party is None:
                return None
            name = f"{stem.removesuffix(' Đảng Cộng sản').removesuffix(' Đảng')} {party}"
        else:
            name = f"{stem} {country.name}"
        return replace(
            plain, name=name, place_id=land, confidence=0.7, method="country from context"
        )

    def _local_body(
        self, reader: FieldReader, field: Field, parsed: Parsed, plain: Named, body: Body
    ) -> Named | None:
        pattern = body.local_name or body.name
        told = parsed.place is not None or parsed.place_text is not None
        if not told and self._nations.holder_is_abroad(reader, field, parsed):
            region = self._nations.region_near(reader, parsed)
            if region is None:
                return None
            name = fill_place(pattern, self._write.place_phrase(region))
            return replace(plain, name=name, place_id=region.reference_id, confidence=0.7)
        if parsed.place is not None:
            phrase = self._write.place_phrase(parsed.place, parsed.place_text)
            place_id = parsed.place.reference_id
        elif parsed.place_text is not None:
            phrase, place_id = tidy(parsed.place_text), None
        elif parsed.level is not None:
            unit = self._places.stands_for(parsed.level, parsed.level_word, field, plain.start)
            if unit is None:
                return self._general(plain, body, parsed.level, parsed.level_word, told=True)
            phrase, place_id = self._write.unit_phrase(unit), unit.entity_id
        else:
            return self._without_place(field, plain, body)
        name = fill_place(pattern, phrase)
        return replace(plain, name=name, place_id=place_id, family=body.entity_id)

    def _without_place(self, field: Field, plain: Named, body: Body) -> Named | None:
        known = self._local.get(body.entity_id, [])
        if known:
            last = known[-1]
            return replace(
                plain, name=last.name, place_id=last.place_id, family=body.entity_id,
                confidence=0.85, method="memory within the article",
            )  # fmt: skip
        level, word = "province", None
        for ending, kind in _LOCAL_LEVEL.items():
            if body.name.endswith(ending):
                level, word = kind
        unit = self._places.stands_for(level, word, field, plain.start)
        if unit is None:
            return self._general(plain, body, level, word, told=False)
        name = fill_place(body.local_name or body.name, self._write.unit_phrase(unit))
        return replace(plain, name=name, place_id=unit.entity_id, family=body.entity_id)

    def _general(
        self, plain: Named, body: Body, level: str, word: str | None, told: bool
    ) -> Named | None:
        """Return the body without its place, that the article does not tell for certain.

        With the level that the text tells (`told`) it stays that of the article ("Ủy ban nhân dân
        xã"); without, it is the body in general, dropped where the article names several places.
        """
        if told and word is not None:
            return replace(
                plain, name=fill_place(body.local_name or body.name, word), confidence=0.5,
                method="gazetteer, place not told",
            )  # fmt: skip
        if not body.only_local or self._places.names_any(level, word):
            return None
        return replace(
            plain, name=body.name, reference_id=body.entity_id, confidence=0.5,
            method="gazetteer, place not told",
        )  # fmt: skip
