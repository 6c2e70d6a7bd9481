"""Newly read articles: their mentions go in under the ids that they give by themselves.

Also which names in other articles what they say may reach.
"""

from collections.abc import Sequence

from assets.entities.records import DocumentCitation, EntityType
from assets.entities.resolution.identity import defines
from assets.entities.resolution.naming import Naming
from assets.entities.resolution.settling.tables import Tables, frame, rows_of, visible
from assets.language.folding import nfc

_STEM = {"stem": str, "alone": bool}


def put_in(tables: Tables, naming: Naming, observed: Sequence[str]) -> None:
    """Put in what `pending` articles name, and note which names are to be settled anew."""
    tables.run("entities/take_out")
    names = tables.frame("entities/new_names", observed=observed)
    stems = frame(_STEM, (_stem(naming, *name) for name in names.iter_rows()))
    with visible(tables, stems=names.hstack(stems)):
        tables.run("entities/put_in", observed=observed)
    short: set[tuple[str]] = set()
    placed: set[tuple[str, str, str]] = set()
    for row in rows_of(tables, "entities/said_bodies"):
        name, place_id = row["name"], row["place_id"]
        if row["abbreviation"] is not None and defines(nfc(row["abbreviation"]), name):
            short.add((nfc(row["abbreviation"]),))
        if place_id is not None and (unplaced := naming.unplaced(name, place_id)) is not None:
            placed.add((name, place_id, unplaced))
    with visible(
        tables,
        said_short=frame({"short": str}, sorted(short)),
        said_placed=frame({"name": str, "place_id": str, "unplaced_id": str}, sorted(placed)),
    ):
        tables.run("entities/spread")


def _stem(
    naming: Naming,
    entity_type: EntityType,
    name: str,
    reference_id: str | None,
    place_id: str | None,
    kind: str | None,
    number: str | None,
    issuer_id: str | None,
) -> tuple[str, bool]:
    citation = DocumentCitation(kind, number, issuer_id, None) if kind is not None else None
    stem = naming.stem(entity_type, name, reference_id, place_id, citation)
    return stem.text, stem.alone
