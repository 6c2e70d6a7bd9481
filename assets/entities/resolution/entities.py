"""From the forms of one entity to its record: name, kind, parent, place, issue, aliases.

Which mentions are of one entity is decided in `identity`; what an entity refers to is settled in
`referring`.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from assets.entities.records import Alias, Entity, EntityType
from assets.entities.resolution.document_numbers import normal_number
from assets.entities.resolution.documents import DocumentJoiner, most_frequent
from assets.entities.resolution.forms import Form
from assets.entities.resolution.identifiers import tokens
from assets.entities.resolution.reference import ReferenceIndex
from assets.language.folding import nfc, settle_tones

_AliasSource = Literal["reference", "text_definition", "observed", "curated"]


class EntityMaker:
    """Makes the records of entities from their forms and the reference data."""

    def __init__(self, index: ReferenceIndex, documents: DocumentJoiner) -> None:
        self._index = index
        self._documents = documents

    def entity(self, entity_id: str, entity_type: EntityType, forms: Sequence[Form]) -> Entity:
        """Return the record of an entity as its forms tell it; nothing depends on their order."""
        if entity_id in self._index:
            return self._index.entity(entity_id)
        own = [form for form in forms if not form.judged]
        if entity_type == "official_document":
            return self._document(entity_id, own)
        short = most_frequent((nfc(f.abbreviation), f.times) for f in own if f.abbreviation)
        names = _names(own, short)
        if entity_type == "organisation":
            return self._organisation(entity_id, short, own, names)
        kind = "other" if entity_type == "place" else None
        return Entity(entity_id, entity_type, names[0] if names else "", kind=kind)

    def _document(self, entity_id: str, forms: Sequence[Form]) -> Entity:
        issuer = most_frequent((f.issuer_id, f.times) for f in forms if f.issuer_id is not None)
        issued = most_frequent((f.issued_on, f.times) for f in forms if f.issued_on is not None)
        numbered = [form for form in forms if form.document_number]
        # Short forms of a number are joined to it, and do not tell how it is written.
        numbered = [form for form in numbered if form.named_id == entity_id] or numbered
        kinds = ((form.document_kind, form.times) for form in numbered or forms)
        kind = most_frequent((one, times) for one, times in kinds if one is not None)
        number: str | None = None
        if numbered:
            counted = ((normal_number(f.document_number or ""), f.times) for f in numbered)
            number = most_frequent(counted)
            kind = self._documents.kind(kind or "")
            name = f"{kind} số {number}"
        else:
            name = next(iter(_names(forms, None)), "")
        return Entity(
            entity_id,
            "official_document",
            name,
            kind=kind,
            number=number,
            issuer_id=issuer,
            issued_on=issued,
        )

    def _organisation(
        self, entity_id: str, short: str | None, forms: Sequence[Form], names: Sequence[str]
    ) -> Entity:
        index = self._index
        place = most_frequent(
            (f.place_id, f.times) for f in forms if f.place_id and f.place_id in index
        )
        kind = parent = None
        if place is not None:
            stems = (index.without_place(name, place) for name in names)
            stem = next((stem for stem in stems if stem), tokens(names[0]))
            names = [name for name in names if index.names_place(name, place)] or [
                index.with_place(name, place) for name in names
            ]
            local = index.local_body(stem) if index.in_vietnam(place) else None
            if local is not None:
                kind = local.kind
                parent = local.parent_id if local.parent_id in index else None
        return Entity(
            entity_id,
            "organisation",
            names[0],
            abbreviation=short,
            kind=kind or index.head_kind(names[0]),
            parent_id=parent,
            place_id=place,
        )

    def aliases(self, entity_id: str, forms: Sequence[Form]) -> Iterable[Alias]:
        """Yield each form of an entity once, from the surest source that has it."""
        seen: dict[str, int] = {}
        for form in forms:
            seen[form.surface] = seen.get(form.surface, 0) + form.times
        # From the least sure source to the surest, which stays.
        sources: dict[str, _AliasSource] = dict.fromkeys(seen, "curated")
        for form in forms:
            if not form.judged:
                sources[form.surface] = "observed"
        for form in forms:
            if form.abbreviation and not form.judged:
                sources[nfc(form.abbreviation)] = "text_definition"
        if entity_id in self._index:
            for alias in self._index.aliases(entity_id):
                sources[alias] = "reference"
        for alias, source in sources.items():
            yield Alias(entity_id, alias, source, seen.get(alias, 0))


# The forms of one entity come one after another, and most give one name.
@lru_cache(maxsize=1 << 12)
def _settled(name: str) -> str:
    return settle_tones(nfc(name)).strip()


def _names(forms: Sequence[Form], short: str | None) -> list[str]:
    """Return the names with tones settled, the most frequent first, of equals the first in order.

    A short form is the name only of a body that has no other.
    """
    names: dict[str, int] = {}
    for form in forms:
        name = _settled(form.name)
        names[name] = names.get(name, 0) + form.times
    kept = [name for name in names if name != short] or list(names)
    return sorted(kept, key=lambda name: (-names[name], name))
