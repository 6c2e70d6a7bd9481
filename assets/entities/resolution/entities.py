"""From the forms of one entity to its record: name, kind, parent, place, issue, aliases.

Which mentions are of one entity is decided in `identity`; what an entity refers to is settled in
`referring`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assets.entities.records import Alias, Entity, EntityType
from assets.entities.resolution.documents import DocumentJoiner, most_frequent, normal_number
from assets.entities.resolution.forms import Form
from assets.entities.resolution.identifiers import tokens
from assets.entities.resolution.reference import ReferenceIndex
from assets.language.folding import nfc, settle_tones


class EntityMaker:
    """Makes the records of entities from their forms and the reference data."""

    def __init__(self, index: ReferenceIndex, documents: DocumentJoiner) -> None:
        self._index = index
        self._documents = documents

    def entity(self, entity_id: str, entity_type: EntityType, forms: Iterable[Form]) -> Entity:
        """Return the record of an entity as its forms tell it; nothing depends on their order."""
        if entity_id in self._index:
            return self._index.entity(entity_id)
        own = [form for form in forms if not form.judged]
        plain = Entity(entity_id, entity_type, "")
        if entity_type == "official_document":
            return self._document(plain, own)
        short = most_frequent((nfc(f.abbreviation), f.count) for f in own if f.abbreviation)
        names = _names(own, short)
        if entity_type == "organisation":
            return self._organisation(replace(plain, abbreviation=short), own, names)
        kind = "other" if entity_type == "place" else None
        return replace(plain, kind=kind, name=next(iter(names), ""))

    def _document(self, entity: Entity, forms: Sequence[Form]) -> Entity:
        issuer = most_frequent((f.issuer_id, f.count) for f in forms if f.issuer_id is not None)
        issued = most_frequent((f.issued_on, f.count) for f in forms if f.issued_on is not None)
        entity = replace(entity, issuer_id=issuer, issued_on=issued)
        numbered = [form for form in forms if form.document_number]
        # Short forms of a number are joined to it, and do not tell how it is written.
        numbered = [form for form in numbered if form.named_id == entity.entity_id] or numbered
        kinds = ((form.document_kind, form.count) for form in numbered or forms)
        kind = most_frequent((one, count) for one, count in kinds if one is not None)
        if not numbered:
            return replace(entity, kind=kind, name=next(iter(_names(forms, None)), ""))
        number = most_frequent((normal_number(f.document_number or ""), f.count) for f in numbered)
        kind = self._documents.kind(kind or "")
        return replace(entity, name=f"{kind} số {number}", kind=kind, number=number)

    def _organisation(self, entity: Entity, forms: Sequence[Form], names: Counter[str]) -> Entity:
        index = self._index
        place = most_frequent(
            (f.place_id, f.count) for f in forms if f.place_id and f.place_id in index
        )
        ordered = list(names)
        if place is not None:
            stems = (index.without_place(name, place) for name in ordered)
            stem = next((stem for stem in stems if stem), tokens(ordered[0]))
            ordered = [name for name in ordered if index.names_place(name, place)] or [
                index.with_place(name, place) for name in ordered
            ]
            local = index.local_body(stem) if index.in_vietnam(place) else None
            if local is not None:
                parent = local.parent_id if local.parent_id in index else None
                entity = replace(entity, kind=local.kind, parent_id=parent)
        kind = entity.kind or index.head_kind(ordered[0])
        return replace(entity, place_id=place, kind=kind, name=ordered[0])

    def aliases(self, entity_id: str, forms: Sequence[Form]) -> Iterable[Alias]:
        """Yield each form of an entity once, from the surest source that has it."""
        seen: Counter[str] = Counter()
        for form in forms:
            seen[form.surface] += form.count
        own = [form for form in forms if not form.judged]
        known = set(self._index.aliases(entity_id)) if entity_id in self._index else set()
        defined = {nfc(form.abbreviation) for form in own if form.abbreviation} - known
        observed = {form.surface for form in own} - known - defined
        for alias in known:
            yield Alias(entity_id, alias, "reference", seen[alias])
        for alias in defined:
            yield Alias(entity_id, alias, "text_definition", seen[alias])
        for alias in observed:
            yield Alias(entity_id, alias, "observed", seen[alias])
        for alias in set(seen) - known - defined - observed:
            yield Alias(entity_id, alias, "curated", seen[alias])


def _names(forms: Sequence[Form], short: str | None) -> Counter[str]:
    """Return the names with tones settled, the most frequent first, of equals the first in order.

    A short form is the name only of a body that has no other.
    """
    names: Counter[str] = Counter()
    for form in forms:
        names[settle_tones(nfc(form.name)).strip()] += form.count
    kept = {name: count for name, count in names.items() if name != short} or names
    return Counter(dict(sorted(kept.items(), key=lambda one: (-one[1], one[0]))))
