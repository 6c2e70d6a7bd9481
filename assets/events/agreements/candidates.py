"""Which bodies and places of a text may be parties at all, whatever a sentence says of them.

Left out are a place in a bracket that says where the name before it is, who leads a delegation, and
a place that ends the name of a body which was not recognised. Who signs is read by `parties`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from assets.entities.records import Observation
from assets.language.folding import settle_tones
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
# "Sở Du lịch các tỉnh A, B và C": each has its own; the places behind are none of the parties.
_EACH_OF = re.compile(
    r"[^.;:\n□]{0,40}?(?<!\w)(?:các|hai|ba|bốn|năm|sáu|\d+)\s+(?:tỉnh|thành\s+phố|địa\s+phương|huyện|nước|xã)"
    r"(?:\s*(?:,|và)\s*(?:tỉnh|thành\s+phố|thành|thị\s+xã))?[\s:,(]*\Z",
    re.IGNORECASE,
)
_NEXT_NAME = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|và|,\s+và)\s+(?:\w+\s+){0,2}", re.IGNORECASE)
# "HÀ NỘI - Ngày 5/6, …", "(Huế) - …": where the report comes from.
_DATELINE = re.compile(r"\s*\(?\s*\Z")
_BEHIND_DATELINE = re.compile(r"\s*(?:[,(][^)\n]{0,24})?\)?\s*[-–—:]\s")
_LED = re.compile(
    r"(?<!\w)do(?!\w)([^;.:]{0,200}?)(?<!\w)(?:làm\s+(?:trưởng\s+đoàn|trưởng)|dẫn\s+đầu|đứng\s+đầu|chủ\s+trì)(?!\w)",
    re.IGNORECASE,
)
# Between the first word of a body's name and the place that ends it.
_NO_NAME = re.compile(
    r"[,;:.()“”\"\n□]|(?<!\w)(?:với|giữa|cùng|tại|ở|thăm|sang|ký|kí|đã|được)(?!\w)", re.IGNORECASE
)
_LONGEST_NAME = 80


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
    excluded: set[int] = set()
    for match in _LED.finditer(blank):
        excluded |= _starts(bodies, *match.span(1))
    for match in _BRACKET.finditer(blank):
        inside = _starts(bodies, *match.span())
        counted = _COUNTED.search(blank, max(0, match.start() - _LONGEST_NAME), match.start())
        if len(inside) > 1 and counted:
            excluded |= _starts(bodies, counted.start(), match.start())
        elif blank[max(0, match.start() - 2) : match.start()].endswith(("□", "□ ")):
            excluded |= inside
        else:
            # The name before the bracket was not recognised: "Hội đồng vùng X (Pháp)", "(VCCI)".
            places = [one for one in bodies if one.entity_type == "place"]
            excluded |= _starts(places, *match.span())
    heads = _name_heads(reference)
    excluded |= _places_of_each(blank, bodies, heads)
    kept: list[Observation] = []
    tail_end = -1
    for one in bodies:
        if one.entity_type == "place":
            goes_on = tail_end >= 0 and not blank[tail_end : one.start_char].strip()
            if goes_on or _ends_a_name(blank, one.start_char, heads):
                tail_end = one.end_char
                continue
        before = max(0, one.start_char - 12)
        if one.entity_type == "place" and _opens_report(blank, one):
            continue
        if one.start_char not in excluded and not _BOTH.search(blank, before, one.start_char):
            kept.append(one)
    return kept


def _opens_report(blank: str, place: Observation) -> bool:
    opens = place.start_char < 4 and _DATELINE.match(blank[: place.start_char])
    return bool(opens and _BEHIND_DATELINE.match(blank, place.end_char))


def _places_of_each(blank: str, bodies: Sequence[Observation], heads: re.Pattern[str]) -> set[int]:
    """Return where the places begin that only tell of which the bodies before them are."""
    starts: set[int] = set()
    last: Observation | None = None
    for one in bodies:
        if one.entity_type != "place":
            last = None
            continue
        if last is not None and _NEXT_NAME.fullmatch(blank, last.end_char, one.start_char):
            starts.add(one.start_char)
            last = one
            continue
        first = max(0, one.start_char - _LONGEST_NAME)
        named = [head for head in heads.finditer(blank, first, one.start_char) if head["body"]]
        each = named and _EACH_OF.fullmatch(blank, named[-1].end(), one.start_char)
        last = one if each else None
        if last is not None:
            starts.add(one.start_char)
    return starts


def _starts(bodies: Sequence[Observation], start: int, end: int) -> set[int]:
    return {one.start_char for one in bodies if start <= one.start_char < end}


def _ends_a_name(blank: str, start: int, heads: re.Pattern[str]) -> bool:
    """Tell whether a place ends a name that was not recognised: "Đài Phát thanh quốc gia Lào"."""
    first = max(0, start - _LONGEST_NAME)
    first = max((gap.end() for gap in _NO_NAME.finditer(blank, first, start)), default=first)
    return any(head["body"] for head in heads.finditer(blank, first, start))


@lru_cache(maxsize=2)
def _name_heads(reference: Reference) -> re.Pattern[str]:
    """Return the pattern of the words that open a body's name, written with a capital letter."""
    forms = {
        settle_tones(row.head): row.tail not in ("no_body", "thing")
        for row in reference.organisation_heads
        if row.head[0].isupper()
    }
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    body = "|".join(re.escape(form) for form in longest_first if forms[form])
    other = "|".join(re.escape(form) for form in longest_first if not forms[form])
    return re.compile(rf"(?<!\w)(?:(?:{other or '(?!)'})|(?P<body>{body or '(?!)'}))(?=\s+\w)")
