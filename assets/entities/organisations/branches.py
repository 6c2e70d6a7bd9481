"""Branches of firms and charities that the reference has: the brand and a country or province.

What else may follow a known body's name is read in `bodies`; those of unlisted firms in `grammar`.
"""

from assets.entities.organisations.field import FieldReader, Parsed
from assets.entities.persons.names import is_vietnamese
from assets.entities.records import Observation
from assets.reference.records import Body

# Bodies of these kinds have branches in countries: "Oxfam Việt Nam", "Samsung Việt Nam".
_BRANCHED = frozenset(("company", "bank", "international", "association"))


def _is_brand_branch(reader: FieldReader, at: int, town: Observation) -> bool:
    """Tell whether a firm's short name and a province name its branch: "Viettel Nghệ An"."""
    unit = reader.forms.units.get(town.reference_id or "")
    bare = unit is not None and town.surface[:1].isupper() and unit.name in town.surface
    return bare and not is_vietnamese(reader.words[at].key)


def branch_of(reader: FieldReader, at: int, end: int, after: int, body: Body) -> Parsed | None:
    """Return the branch of a firm or charity: "Oxfam Việt Nam", "Samsung Electronics"."""
    if body.kind not in _BRANCHED or after != end:
        return None
    found = reader.place_at(after) if reader.country_at(after) else None
    if body.kind == "association" and end > at + 1:
        return None  # Only short forms have branches: "VCCI | Cần Thơ".
    headed = reader.head_at(at) is not None
    if headed and (found is None or not reader.is_vietnam(found[1])):
        return None
    if found is not None:
        return Parsed(
            at, found[0], body.kind, "gazetteer + country", 0.85, body=body, local=True,
            place=found[1], name_start=end,
        )  # fmt: skip
    town = reader.place_at(end)
    if town is not None and body.kind != "international" and _is_brand_branch(reader, at, town[1]):
        return Parsed(at, town[0], body.kind, "gazetteer + place", 0.8, place=town[1])
    while end < len(reader.words) and reader.words[end].surface in reader.forms.english:
        end += 1
    if end == after:
        return None
    town = reader.place_at(end)
    if town is not None and _is_brand_branch(reader, at, town[1]):
        return Parsed(at, town[0], body.kind, "gazetteer + place", 0.8, place=town[1])
    return Parsed(at, end, body.kind, "gazetteer + English word", 0.75)
