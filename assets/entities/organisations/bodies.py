"""Names of bodies that the reference has: national, local with a place, abroad with a country.

Where a form of the trie is found, what stands after it decides which body it is. The full name is
worked out in `names`.
"""

from dataclasses import replace

from assets.entities.organisations.abroad import of_country
from assets.entities.organisations.branches import branch_of
from assets.entities.organisations.field import FieldReader, Level, Parsed
from assets.entities.organisations.forms import BodyForm
from assets.entities.organisations.shapes import area_end
from assets.entities.organisations.surroundings import (
    ends_name,
    follows_office,
    goes_on,
    is_model,
    is_product,
    party_abroad,
    purpose_end,
    reads_a_person,
    seat_end,
    takes_countries,
)
from assets.reference.records import Body

# Local bodies of these kinds are often named without their place.
_BARE_KINDS = frozenset(("union", "government", "council", "party", "department", "assembly"))
# These have bodies for numbered areas: "Viện kiểm sát nhân dân khu vực 3".
_AREAL = frozenset(("court", "procuracy", "agency", "armed_forces", "bank"))
# Local bodies of these kinds are often written in lower case.
_LOWER_KINDS = frozenset(("police", "government", "court", "procuracy", "assembly"))
_CONTEXT = "gazetteer + place from context"


def body_at(reader: FieldReader, at: int) -> Parsed | None:
    """Return the longest name of a known body, national or local, that begins at word `at`."""
    for end, values in reader.listed.bodies.get(at, ()):
        parsed = _body(reader, at, end, values)
        if parsed is not None:
            return parsed
    return None


def _body(reader: FieldReader, at: int, end: int, values: list[BodyForm]) -> Parsed | None:
    words = reader.words
    surface = reader.text[words[at].start : words[end - 1].end]
    forms = [form for form in values if form.exact is None or form.exact == surface]
    if not forms:
        return None
    if not any(word.capital for word in words[at:end] if word.first):
        return _lower_local(reader, at, end, forms)
    if end == at + 2 and not words[at].capital and words[at].first and words[at + 1].first:
        return None  # "toàn | quốc Hội hữu nghị ..."
    if forms[0].exact and reader.forms.thing_before(words, at):
        return None
    party = party_abroad(reader, end)
    if party is not None:
        return _of_party_abroad(reader, at, party)
    return _capitalised(reader, at, end, forms)


def _capitalised(reader: FieldReader, at: int, end: int, forms: list[BodyForm]) -> Parsed | None:
    """Return the local body with its place, else the national one, else a local one alone."""
    words = reader.words
    plain = next((form for form in forms if not form.local), None)
    local = next((form for form in forms if form.local), None)
    after = reader.skip.get(end, end)
    area = area_end(reader, after) if forms[0].body.kind in _AREAL else None
    if area is not None:
        stop, place = area
        return Parsed(at, stop, forms[0].body.kind, "gazetteer + area", 0.9, place=place)
    if local is not None:
        parsed = _local(reader, at, after, local, plain)
        if parsed is not None:
            return parsed
    if plain is not None:
        return _national(reader, at, end, after, plain, local is not None)
    capital = words[at].capital or at in reader.title_ends
    if local is None or not capital:
        return None
    if local.body.kind not in _BARE_KINDS or goes_on(reader, after):
        return None
    if not local.body.only_local:
        return _led_by_level(reader, at, end, local.body)
    return _bare(reader, at, end, local.body)


def _led_by_level(reader: FieldReader, at: int, end: int, body: Body) -> Parsed | None:
    """Return the branch of a national body whose form begins with its level: "Tỉnh đoàn"."""
    level = reader.level_at(at)
    if level is None or level[0] >= end:
        return None
    word = " ".join(item.key for item in reader.words[at : level[0]])
    return Parsed(
        at, end, body.kind, _CONTEXT, 0.8, body=body, local=True, level=level[1], level_word=word
    )


def _bare(reader: FieldReader, at: int, end: int, body: Body) -> Parsed:
    """Return a local body without its place; its form may say the level: "Đảng ủy phường"."""
    bare = Parsed(at, end, body.kind, _CONTEXT, 0.8, body=body, local=True)
    for start in (end - 2, end - 1):
        level = reader.level_at(start) if start > at else None
        if level is not None and level[0] == end:
            word = " ".join(item.key for item in reader.words[start:end])
            return replace(bare, level=level[1], level_word=word)
    return bare


def _of_party_abroad(reader: FieldReader, at: int, party_at: int) -> Parsed | None:
    """Return the organ of the party abroad that begins at word `party_at`, if that is known."""
    party = body_at(reader, party_at) if party_at > at else None
    if party is None:
        return None
    return Parsed(
        at, party.end, "foreign", "part of a body", 0.9, parent=party, unit_end=party_at,
    )  # fmt: skip


def _lower_local(reader: FieldReader, at: int, end: int, forms: list[BodyForm]) -> Parsed | None:
    """Return a local body written in lower case with its named place: "công an quận Hoàn Kiếm"."""
    form = next((form for form in forms if form.local), None)
    found = reader.place_at(end)
    if form is not None and form.body.kind == "party" and follows_office(reader, at, end):
        return _bare(reader, at, end, form.body)
    if form is None or form.body.kind not in _LOWER_KINDS or found is None or end - at < 2:
        return None
    stop, place = found
    if place.reference_id not in reader.forms.units:
        return None
    body = form.body
    return Parsed(at, stop, body.kind, "gazetteer + place", 0.8, body=body, local=True, place=place)


def _local(
    reader: FieldReader, at: int, after: int, form: BodyForm, plain: BodyForm | None
) -> Parsed | None:
    """Return the local body whose place, named or generic, begins at word `after`."""
    words, body = reader.words, form.body
    if after < len(words) and words[after].key == "tại" and "tại {" in (body.local_name or ""):
        after += 1
    found = reader.place_at(after)
    level = reader.level_at(after)
    if found is not None and level is not None and reads_a_person(reader, at, level, found[1]):
        found = None
    if found is not None:
        stop, place = found
        if reader.forms.is_abroad(place.reference_id) and not takes_countries(form):
            stop = seat_end(reader, stop) or purpose_end(reader, stop) or stop
            return Parsed(at, stop, body.kind, "gazetteer + place abroad", 0.85, place=place)
        if not reader.is_vietnam(place):
            return Parsed(
                at, stop, body.kind, "gazetteer + place", 0.97, body=body, local=True, place=place
            )
        if plain is None:
            return None
        return Parsed(at, stop, body.kind, "gazetteer", 0.98, body=plain.body)
    return None if level is None else _generic(reader, at, after, form, level)


def _generic(
    reader: FieldReader, at: int, after: int, form: BodyForm, level: tuple[int, Level]
) -> Parsed | None:
    """Return the local body before a generic word at `after`: "UBND tỉnh", "UBND xã Tân Lập"."""
    words, body = reader.words, form.body
    stop, kind = level
    found = reader.place_at(stop)
    if found is not None and words[stop].capital:
        if reader.forms.is_abroad(found[1].reference_id) and not takes_countries(form):
            return Parsed(at, found[0], body.kind, "gazetteer + place abroad", 0.85, place=found[1])
        return Parsed(
            at, found[0], body.kind, "gazetteer + place", 0.95, body=body, local=True,
            place=found[1], place_text=reader.text[words[after].start : found[1].end_char],
        )  # fmt: skip
    tail = stop
    while tail < min(len(words), stop + 3) and words[tail].capital and words[tail].is_word:
        tail += 1
    if tail > stop and not reader.person_at(stop) and not reader.title_at(stop):
        return Parsed(
            at, tail, body.kind, "gazetteer + unknown place", 0.75, body=body, local=True,
            place_text=reader.text[words[after].start : words[tail - 1].end],
        )  # fmt: skip
    listed = stop < len(words) and words[stop].key == "," and reader.level_at(stop + 1)
    if listed or not words[stop - 1].last:
        return None
    word = " ".join(item.key for item in words[after:stop])
    return Parsed(
        at, stop, body.kind, _CONTEXT, 0.85, body=body, local=True, level=kind, level_word=word
    )


def _national(
    reader: FieldReader, at: int, end: int, after: int, form: BodyForm, both: bool
) -> Parsed | None:
    """Return the national body, or its counterpart in the country named after it."""
    body = form.body
    if body.kind in ("company", "bank") and (
        is_model(reader, after) or ends_name(reader, at) or is_product(reader, after)
    ):
        return None
    found = of_country(reader, at, end, after, form) or branch_of(reader, at, end, after, body)
    if found is not None:
        return found
    if body.kind in ("court", "procuracy") and after < len(reader.words):
        seat = reader.place_at(after + 1) if reader.words[after].key == "tại" else None
        if seat is not None and seat[1].reference_id in reader.forms.units:
            return Parsed(at, seat[0], body.kind, "gazetteer + seat", 0.9, place=seat[1])
    return Parsed(at, end, body.kind, "gazetteer", 0.97, body=body, both=both)
