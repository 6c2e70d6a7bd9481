"""What a user needs besides the entities: where other ids lead, and why names are shared.

Redirects follow from the articles and judgements alone, never from earlier refreshes: an id that
one article by itself would give, or that a name would have without the reference data, leads to the
entity that all together give. Where an entity of an earlier refresh went for another reason (an
article left, a rule changed) is history, kept in `ops.entity_moves`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from assets.entities.records import Entity, Redirect, SharedName
from assets.entities.resolution.homonyms import Namesakes
from assets.entities.resolution.identifiers import tokens
from assets.entities.resolution.reference import ReferenceIndex
from assets.entities.resolution.verdicts import Rulings


def redirects(
    led: Mapping[tuple[str, str], str], rulings: Rulings, entities: Mapping[str, Entity]
) -> tuple[Redirect, ...]:
    """Return where each id leads that is no entity's, in order.

    `led` gives the reason why an id leads to an entity. An id that leads to several entities has a
    row for each.
    """
    found = [
        Redirect(old, new, reason)
        for (old, new), reason in led.items()
        if old not in entities and new in entities and new not in rulings.dismissed
    ]
    gone = [
        Redirect(old, None, f"no entity: judgement in line {line}")
        for old, line in rulings.dismissed.items()
        if old not in entities
    ]
    return tuple(sorted((*found, *gone), key=lambda row: (row.old_id, row.entity_id or "")))


def shared_names(
    entities: Iterable[Entity],
    namesakes: Mapping[str, Namesakes],
    rulings: Rulings,
    index: ReferenceIndex,
) -> tuple[SharedName, ...]:
    """Return the entities whose type and name others have too, each with what sets it apart."""
    named: defaultdict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        named[entity.entity_type, entity.name].append(entity)
    apart = {one for pair in rulings.apart for one in pair}
    bearers: dict[str, str] = {}
    for bearer in namesakes.values():
        if bearer.several:
            bearers |= bearer.reasons()
    return tuple(
        SharedName(entity.entity_id, entity.entity_type, entity.name, reason)
        for _, group in sorted(named.items())
        if len(group) > 1
        for entity in sorted(group, key=lambda entity: entity.entity_id)
        for reason in [next(_reasons(entity, bearers, apart, index))]
    )


def _reasons(
    entity: Entity, bearers: Mapping[str, str], apart: set[str], index: ReferenceIndex
) -> Iterator[str]:
    if entity.entity_id in apart:
        yield "a user's judgement"
    if entity.entity_id in index:
        yield "a row of its own in the reference data"
    if entity.entity_id in bearers:
        yield bearers[entity.entity_id]
    if entity.entity_type == "person" and len(tokens(entity.name)) < 2:
        yield "one word of a name says nothing outside its article"
    if entity.entity_type == "organisation" and index.needs_place(entity.name):
        yield "its place is not told, so it is known from one article only"
    if entity.place_id is not None:
        yield f"its place: {entity.place_id}"
    if entity.issuer_id is not None:
        yield f"its issuer: {entity.issuer_id}"
    if entity.entity_type == "official_document":
        yield "its issuer is not told, so it is known from one article only"
    yield "articles write its name in another way"
