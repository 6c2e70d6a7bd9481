"""What a user needs besides the entities: where other ids lead, and why names are shared.

Redirects follow from the articles and judgements alone, never from earlier refreshes: an id that
one article by itself would give, or that a name would have without the reference data, leads to the
entity that all together give. Where an entity of an earlier refresh went for another reason (an
article left, a rule changed) is history, kept in `ops.entity_moves`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from assets.entities.records import Entity, Redirect, SharedName
from assets.entities.resolution.identifiers import tokens
from assets.entities.resolution.identity import Identity
from assets.entities.resolution.reference import ReferenceIndex
from assets.entities.resolution.verdicts import Rulings

KNOWN_NAME = "a name that the reference data knows"
# The id that leads on, the entity it leads to, and why.
Lead = tuple[str, str, str]


def judged_reason(line_no: int) -> str:
    """Return the reason of a lead that a judgement gives."""
    return f"the same: judgement in line {line_no}"


def gone_reason(line_no: int) -> str:
    """Return the reason of an id that a judgement leads nowhere."""
    return f"no entity: judgement in line {line_no}"


def leads(
    identity: Identity, unlisted_id: str | None, entity_id: str, merged_by: Mapping[str, int]
) -> Iterator[Lead]:
    """Yield which other ids lead to the entity of an observation."""
    if identity.entity_id != entity_id:
        yield identity.entity_id, entity_id, judged_reason(merged_by[identity.entity_id])
    if identity.own_id not in (identity.entity_id, entity_id) and identity.reason is not None:
        yield identity.own_id, entity_id, identity.reason
    if unlisted_id is not None and unlisted_id != entity_id:
        yield unlisted_id, entity_id, KNOWN_NAME


def redirects(
    led: Iterable[Lead], rulings: Rulings, entities: Mapping[str, Entity]
) -> tuple[Redirect, ...]:
    """Return where each id leads that is no entity's, in order.

    An id that leads to several entities has a row for each. Of several reasons the first in order
    is given; that the reference data knows a name comes last.
    """
    reasons: dict[tuple[str, str], str] = {}
    for old, new, reason in sorted(
        led, key=lambda one: (one[2] == KNOWN_NAME, one[2]), reverse=True
    ):
        reasons[old, new] = reason
    found = [
        Redirect(old, new, reason)
        for (old, new), reason in reasons.items()
        if old not in entities and new in entities and new not in rulings.dismissed
    ]
    gone = [
        Redirect(old, None, gone_reason(line))
        for old, line in rulings.dismissed.items()
        if old not in entities
    ]
    return tuple(sorted((*found, *gone), key=lambda row: (row.old_id, row.entity_id or "")))


def shared_names(
    entities: Iterable[Entity],
    bearers: Mapping[str, str],
    apart: Collection[str],
    index: ReferenceIndex,
) -> tuple[SharedName, ...]:
    """Return the entities whose type and name others have too, each with what sets it apart.

    `bearers` gives what tells the bearers of one person's name apart, `apart` are the ids that a
    user judged to be different from another.
    """
    named: defaultdict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        named[entity.entity_type, entity.name].append(entity)
    return tuple(
        SharedName(entity.entity_id, entity.entity_type, entity.name, reason)
        for _, group in sorted(named.items())
        if len(group) > 1
        for entity in sorted(group, key=lambda entity: entity.entity_id)
        for reason in [next(_reasons(entity, bearers, apart, index))]
    )


def _reasons(
    entity: Entity, bearers: Mapping[str, str], apart: Collection[str], index: ReferenceIndex
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
