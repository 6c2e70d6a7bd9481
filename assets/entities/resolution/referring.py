"""What entities refer to: issuers by their entity's id, ids that a user kept, and who is missing.

A document's issuer is stated by name; whether an entity of that name is there depends on the other
entities. Nothing here looks at mentions.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from assets.entities.records import Entity
from assets.entities.resolution.organisation_ids import OrganisationIds
from assets.entities.resolution.reference import ReferenceIndex
from assets.language.folding import slug


def plain_id(entity: Entity) -> str | None:
    """Return the id by which recognition names an organisation as an issuer; else None."""
    return f"organisation:{slug(entity.name)}" if entity.entity_type == "organisation" else None


def issuer_body(
    issuer_id: str, index: ReferenceIndex, organisations: OrganisationIds
) -> Entity | None:
    """Return the local body with that id, which only documents speak of; None for no such."""
    told = organisations.local_body_of(issuer_id)
    if told is None:
        return None
    name, place_id = told
    local = index.local_body(index.without_place(name, place_id) or ())
    parent = local.parent_id if local and local.parent_id in index else None
    kind = local.kind if local else index.head_kind(name)
    return Entity(issuer_id, "organisation", name, kind=kind, parent_id=parent, place_id=place_id)


def kept_references(entity: Entity, merged: Mapping[str, str]) -> Entity:
    """Let an entity refer to those that a user's judgement kept; never to itself."""

    def kept(other: str | None) -> str | None:
        found = merged.get(other, other) if other is not None else None
        return None if found == entity.entity_id else found

    return replace(
        entity,
        parent_id=kept(entity.parent_id),
        place_id=kept(entity.place_id),
        issuer_id=kept(entity.issuer_id),
    )


def references(entity: Entity) -> Iterator[str]:
    """Yield the ids that an entity refers to."""
    for other in (entity.parent_id, entity.place_id, entity.issuer_id):
        if other is not None:
            yield other


def missing(
    referred: Iterable[str], is_there: Callable[[str], bool], index: ReferenceIndex
) -> dict[str, Entity]:
    """Return the reference entities that are referred to and not there, and what they refer to."""
    found: dict[str, Entity] = {}
    waiting = sorted(set(referred))
    while waiting:
        other = waiting.pop()
        if other not in found and not is_there(other):
            found[other] = index.entity(other)
            waiting.extend(references(found[other]))
    return found
