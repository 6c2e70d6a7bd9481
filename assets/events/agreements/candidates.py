"""Which bodies and places of a text may be parties at all, whatever a sentence says of them.

Left out are a place in a bracket that says where the name before it is, who leads a delegation,
whose people act, and a place that stands for no government. Who signs is read by `parties`.
"""

import re
from collections.abc import Sequence

from assets.entities.records import Observation
from assets.events.agreements.areas import areas
from assets.events.agreements.unnamed import party_words
from assets.events.agreements.unrecognised import unrecognised
from assets.reference.records import Reference

_BRACKET = re.compile(r"\([^()]*\)")
# "hai Bộ Quốc phòng", "hai Hội": both at once, and neither by its name.
_BOTH = re.compile(r"(?<!\w)(?:hai|cả\s+hai|ba|các|những)\s+\Z", re.IGNORECASE)
# "4 tỉnh Nam Lào (A, B, C và D)": what stands in the bracket is what is counted before it.
_COUNTED = re.compile(
    r"(?<!\w)(?:0?[2-9]|\d\d|hai|ba|bốn|năm|sáu|các|những)\s+(?:tỉnh|thành\s+phố|địa\s+phương|nước|đơn\s+vị|huyện|xã"
    r"|hội|trường|sở|bên|cơ\s+quan|tổ\s+chức)\s+(?:[^\W□]+\s+){0,4}□*\s*\Z",
    re.IGNORECASE,
)
# "HÀ NỘI - Ngày 5/6, …", "(Huế) - …", "Hà Nội Online - …": where the report comes from.
_DATELINE = re.compile(r"\s*\(?\s*\Z")
_IN_FRONT = 4
_BEHIND_DATELINE = re.compile(r"(?:\s+\w+)?\s*(?:[,(][^)\n]{0,24})?\)?\s*[-–—:]\s")
# "do PGS.TS. Nguyễn Nam, Giám đốc A, làm trưởng đoàn": who leads is no party beside a delegation.
LED = re.compile(
    r"(?<!\w)do(?!\w)((?:[^;.:\n]|\.(?!\s)){0,200}?)(?<!\w)(?:làm\s+(?:trưởng\s+đoàn|trưởng)|dẫn\s+đầu|đứng\s+đầu|chủ\s+trì)(?!\w)",
    re.IGNORECASE,
)
_BEFORE = 80


def possible_parties(
    blank: str, observations: Sequence[Observation], reference: Reference
) -> list[Observation]:
    """Return the bodies and places that may be parties, in reading order.

    `blank` is the text with tones settled and names blanked by squares.
    """
    bodies = sorted(
        (one for one in observations if one.entity_type in ("organisation", "place")),
        key=lambda one: one.start_char,
    )
    names = unrecognised(reference)
    excluded = names.of_each(blank, bodies) | _in_brackets(blank, bodies)
    for match in LED.finditer(blank):
        excluded |= _starts(bodies, *match.span(1))
    kept: list[Observation] = []
    tail_end = -1
    for one in bodies:
        if one.entity_type == "place":
            goes_on = tail_end >= 0 and not blank[tail_end : one.start_char].strip()
            if goes_on or names.ends_a_name(blank, one):
                tail_end = one.end_char
                continue
        if one.start_char not in excluded and _may_sign(blank, one, reference):
            kept.append(one)
    return kept


def _may_sign(blank: str, one: Observation, reference: Reference) -> bool:
    """Tell whether nothing right beside a name says that it is no party."""
    words, start = party_words(reference), one.start_char
    if _opens_report(blank, one) or words.are_people_of(blank, start):
        return False
    if one.entity_type == "organisation" and words.is_of_several(blank, one.end_char):
        return False
    if one.entity_type == "place" and (
        words.are_from(blank, start) or not areas(reference).can_sign(one)
    ):
        return False
    return _BOTH.search(blank, max(0, start - 12), start) is None


def _in_brackets(blank: str, bodies: Sequence[Observation]) -> set[int]:
    """Return where names begin that a bracket tells more of, or that stand in one to do so."""
    excluded: set[int] = set()
    for match in _BRACKET.finditer(blank):
        inside = _starts(bodies, *match.span())
        counted = _COUNTED.search(blank, max(0, match.start() - _BEFORE), match.start())
        if len(inside) > 1 and counted:
            excluded |= _starts(bodies, counted.start(), match.start())
        elif blank[max(0, match.start() - 2) : match.start()].endswith(("□", "□ ")):
            excluded |= inside
        else:
            # The name before the bracket was not recognised: "Hội đồng vùng X (Pháp)", "(VCCI)".
            places = [one for one in bodies if one.entity_type == "place"]
            excluded |= _starts(places, *match.span())
    return excluded


def _opens_report(blank: str, name: Observation) -> bool:
    in_front = name.field == "text" and name.start_char < _IN_FRONT
    opens = in_front and _DATELINE.match(blank[: name.start_char])
    return bool(opens and _BEHIND_DATELINE.match(blank, name.end_char))


def _starts(bodies: Sequence[Observation], start: int, end: int) -> set[int]:
    return {one.start_char for one in bodies if start <= one.start_char < end}
