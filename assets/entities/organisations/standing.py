"""Committees named without the body whose they are: "Ủy viên Ban Thường vụ, Phó Bí thư Tỉnh ủy".

The office that follows tells it: the next body of the same sentence with a standing committee of
its own. Committees that a body before has told are in `memory`.
"""

from dataclasses import replace

from assets.entities.organisations.field import FieldReader
from assets.entities.organisations.names import Named
from assets.entities.records import Field

# Heads of bodies with members, and the committees of the party.
_HEADED = ("Hội ", "Trung ương Hội ", "Hiệp hội ", "Liên hiệp ", "Liên đoàn ", "Đoàn Thanh niên ")
_PARTY = ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy")
# "BTV" and "BCH" are read as their long forms.
_COMMITTEES: dict[tuple[str, ...], str] = {
    ("ban", "thường", "vụ"): "Ban Thường vụ",
    ("ban", "thường", "trực"): "Ban Thường trực",
    ("ban", "chấp", "hành"): "Ban Chấp hành",
}
_ENDS = frozenset(".;:\n")
# How far behind the committee the body may stand, in words.
_FAR = 12


def standing_committees(readers: dict[Field, FieldReader], found: list[Named]) -> list[Named]:
    """Return the committees outside `found` whose body the next office of the person tells."""
    named: list[Named] = []
    for field, reader in readers.items():
        here = sorted((item for item in found if item.field == field), key=lambda one: one.start)
        for at in reader.listed.capitals:
            word = reader.words[at]
            committee = _committee(reader, at) if word.key == "ban" else None
            following = _following(reader, committee[0], here) if committee else None
            whole = _whole(following) if following is not None else None
            if committee is None or following is None or whole is None:
                continue
            start, stop = word.start, reader.words[committee[0] - 1].end
            if any(item.start < stop and start < item.end for item in here):
                continue
            named.append(
                replace(
                    following, start=start, end=stop, name=f"{committee[1]} {whole}",
                    reference_id=None, confidence=0.75, method="told by the next office",
                    family=None, abbreviation=None,
                )
            )  # fmt: skip
    return named


def _committee(reader: FieldReader, at: int) -> tuple[int, str] | None:
    """Return the end and name of a committee at `at` between a member's office and a comma."""
    words = reader.words
    name = _COMMITTEES.get(tuple(word.key for word in words[at : at + 3]))
    title = reader.title_before(at) if name is not None else None
    if name is None or title is None or title.title != "Ủy viên":
        return None
    end = at + 3
    return (end, name) if end < len(words) and words[end].key == "," else None


def _following(reader: FieldReader, end: int, here: list[Named]) -> Named | None:
    """Return the next body behind word `end` in the same sentence."""
    stop = end
    while stop < min(end + _FAR, len(reader.words)) and reader.words[stop].key not in _ENDS:
        stop += 1
    first, last = reader.words[end].start, reader.words[stop - 1].end
    return next((item for item in here if first < item.start < last), None)


def _whole(body: Named) -> str | None:
    """Return the body whose committee is meant: "Tỉnh ủy X" of "Ban Tuyên giáo Tỉnh ủy X"."""
    for party in _PARTY:
        at = body.name.find(party)
        if at >= 0:
            return body.name[at:]
    council = body.name.startswith("Hội đồng")
    return body.name if body.name.startswith(_HEADED) and not council else None
