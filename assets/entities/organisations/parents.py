"""The body above a known one that follows its name at once.

"Cục Cảnh sát hình sự | Bộ Công an" is one name, as is a part of the police and its province.
"""

from dataclasses import replace

from assets.entities.organisations.bodies import body_at
from assets.entities.organisations.field import FieldReader, Parsed

# Bodies of these kinds are also parts of local ones: "Cơ quan Cảnh sát điều tra Công an TP".
_PARTS_OF_LOCAL = frozenset(("agency", "police", "party"))


def with_parent(reader: FieldReader, found: Parsed) -> Parsed:
    """Take in the body above that follows at once: "Cục Cảnh sát hình sự Bộ Công an"."""
    rest = [word.key for word in reader.words[found.end - 1 : found.end + 4]]
    if rest == ["đảng", "cộng", "sản", "việt", "nam"]:
        return replace(found, end=found.end + 4)
    if found.local or found.body is None or found.end >= len(reader.words):
        return found
    above = body_at(reader, found.end)
    if above is None or above.body is None:
        return found
    if above.local:
        if found.body.kind not in _PARTS_OF_LOCAL:
            return found
        return Parsed(
            found.start, above.end, found.kind, "part of a body", 0.9, parent=above,
            unit_end=found.end,
        )  # fmt: skip
    parent = found.body.parent_id
    for _ in range(3):
        if parent == above.body.entity_id:
            return replace(found, end=above.end)
        body = reader.forms.body_by_id.get(parent or "")
        parent = body.parent_id if body else None
    return found
