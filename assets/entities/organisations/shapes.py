"""Special tails of a head word: a quoted name, a known body alone, a numbered area.

"Câu lạc bộ “Vì Trường Sa thân yêu”", "Ngân hàng Techcombank", "Chi cục Thuế | khu vực XI". All
other tails are read in `tail`.
"""

import re

from assets.entities.organisations.field import FieldReader, Parsed
from assets.entities.organisations.words import DASHES, QUOTES
from assets.entities.records import Observation
from assets.reference.records import Body, OrganisationHead

# "Tòa án nhân dân khu vực 3", "Chi cục Kiểm lâm vùng II"
_AREAS: tuple[tuple[str, ...], ...] = (("khu", "vực"), ("vùng",))
_NUMERAL = re.compile(r"\d{1,2}|[IVX]{1,6}")
# A quoted name has fewer words.
_MAX_QUOTE = 12


def quoted_name(reader: FieldReader, head: OrganisationHead, at: int, start: int) -> Parsed | None:
    """Return the name whose head begins at `at` and whose quoted tail at `start`, if it is one."""
    words = reader.words
    while (
        start < len(words)
        and not words[start].capital
        and (length := reader.forms.word_length(words, start))
    ):
        start += length  # "Hội từ thiện “Mái ấm”"
    if head.tail != "name" or start + 1 >= len(words) or not words[start + 1].capital:
        return None
    closing = QUOTES.get(words[start].key)
    if closing is None:
        return None
    for end in range(start + 2, min(start + _MAX_QUOTE, len(words))):
        if words[end].key == closing or (closing == "”" and words[end].key == '"'):
            return Parsed(at, end + 1, head.kind, "organisation grammar", 0.8, head=head)
        if words[end].key == "\n":
            break
    return None


def known_body(reader: FieldReader, head: OrganisationHead, start: int, end: int) -> Body | None:
    """Return the known body of the head's kind that words[start:end] alone name."""
    if head.tail != "name":
        return None
    for stop, forms in reader.forms.bodies.find(reader.words, start, {}):
        for form in forms:
            if stop == end and not form.local and form.body.kind == head.kind:
                body: Body = form.body
                return body
    return None


def area_end(reader: FieldReader, at: int) -> tuple[int, Observation | None] | None:
    """Return the end of the numbered area at word `at` and the province it lies in.

    "khu vực 3 - Nghệ An"; the province is None where none follows after a dash.
    """
    words = reader.words
    for area in _AREAS:
        end = at + len(area)
        if end >= len(words) or tuple(word.key for word in words[at:end]) != area:
            continue
        if not _NUMERAL.fullmatch(words[end].surface):
            return None
        dashed = end + 2 < len(words) and words[end + 1].key in DASHES
        place = reader.place_at(end + 2) if dashed else None
        if place is not None and place[1].reference_id in reader.forms.units:
            return place
        return end + 1, None
    return None
