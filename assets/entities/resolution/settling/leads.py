"""Where other ids lead, and who shares a name, where a change touched them."""

from collections.abc import Collection

from assets.entities.records import Entity
from assets.entities.resolution.leftovers import KNOWN_NAME, shared_names
from assets.entities.resolution.naming import Naming
from assets.entities.resolution.reference import ReferenceIndex
from assets.entities.resolution.settling.tables import Tables, frame, rows_of, visible

_LEADS = {"named_id": str, "old_id": str, "entity_id": str, "reason": str}
_SHARED = {"entity_id": str, "entity_type": str, "name": str, "reason": str}


def note_leads(tables: Tables, naming: Naming) -> None:
    """Note which ids lead to the entities settled anew; `merged` must be visible."""
    unlisted = {
        (row["named_id"], old, row["entity_id"], KNOWN_NAME)
        for row in rows_of(tables, "entities/listed_names")
        if (old := naming.unlisted(row["entity_type"], row["name"])) not in (None, row["entity_id"])
    }
    with visible(tables, unlisted=frame(_LEADS, sorted(unlisted))):
        tables.run("entities/note_leads")


def lead_on(tables: Tables, index: ReferenceIndex, apart: Collection[str]) -> None:
    """Write redirects and shared names that differ; `apart` are ids judged to be different.

    `dismissed` and `new_judgements` must be visible.
    """
    tables.run("entities/sharing")
    bearers: dict[str, str] = {}
    entities: list[Entity] = []
    for row in rows_of(tables, "entities/shared"):
        entities.append(
            Entity(
                row["entity_id"],
                row["entity_type"],
                row["name"],
                place_id=row["place_id"],
                issuer_id=row["issuer_id"],
            )
        )
        if row["bearer"] is not None:
            bearers[row["entity_id"]] = row["bearer"]
    shared = shared_names(entities, bearers, apart, index)
    rows = ((one.entity_id, one.entity_type, one.name, one.reason) for one in shared)
    with visible(tables, new_shared_names=frame(_SHARED, rows)):
        tables.run("entities/lead_on", weakest=KNOWN_NAME)
