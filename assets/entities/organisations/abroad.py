"""The place abroad with which the name of a national body goes on.

"Chính phủ | Hoàng gia Campuchia", "Chính phủ | nhân dân tỉnh Vân Nam": words of style, a country or
a part of one. Whose a body is that is named without a place is told in `nations`.
"""

from dataclasses import dataclass

from assets.entities.organisations.field import FieldReader, Parsed
from assets.entities.organisations.forms import BodyForm
from assets.entities.records import Observation
from assets.reference.records import Body

# Bodies of these kinds have counterparts abroad: "Bộ Ngoại giao Lào".
COUNTERPARTS = frozenset(
    ("ministry", "government", "assembly", "court", "procuracy", "state", "agency", "front",
     "union", "association", "party", "armed_forces", "police", "council")
)  # fmt: skip
_LONGEST_STYLE = 4


@dataclass(frozen=True, slots=True)
class Abroad:
    """What makes a body another country's: it ends before word `end`.

    `place` is None where only words of style tell ("Chính phủ Hoàng gia").
    """

    end: int
    place: Observation | None


def style_end(reader: FieldReader, at: int) -> int:
    """Return the index after the words of style at word `at`: "nhân dân", "Hoàng gia".

    What begins a country's name is none: "Cộng hòa Hồi giáo Pakistan".
    """
    words, styles = reader.words, reader.forms.styles
    while at < len(words) and reader.place_at(at) is None:
        for length in range(_LONGEST_STYLE, 0, -1):
            piece = words[at : at + length]
            if " ".join(word.key for word in piece) in styles and piece[-1].last:
                at += length
                break
        else:
            return at
    return at


def abroad_after(reader: FieldReader, at: int) -> Abroad | None:
    """Return the place abroad with which a name goes on at word `at`, None when it does not."""
    end = style_end(reader, at)
    words = reader.words
    land = end + 1 if end < len(words) and words[end].key == "nước" else end
    found = reader.place_at(land)
    if found is not None and _is_abroad(reader, found[1]):
        return Abroad(*found)
    alone = " ".join(word.key for word in words[at:end])
    return Abroad(end, None) if alone in reader.forms.foreign_styles else None


def _is_abroad(reader: FieldReader, place: Observation) -> bool:
    """Tell whether a place lies in another country; an unlisted "bang" does."""
    unlisted = place.reference_id is None and place.surface[:5].lower() == "bang "
    return unlisted or reader.forms.is_abroad(place.reference_id)


def _of_its_country(reader: FieldReader, at: int, after: int, body: Body) -> Parsed | None:
    """Return a body abroad with a country: its own, or another's body of the same name."""
    # "Hội đồng | Liên bang Thụy Sĩ": the country's name may begin in the body's.
    inner = reader.place_at(after - 2) if after - 2 > at else None
    found = inner if inner is not None and inner[0] > after else reader.place_at(after)
    if found is None or found[1].reference_id not in reader.forms.countries:
        return None
    end, place = found
    if place.reference_id == body.place_id:
        return Parsed(at, end, body.kind, "gazetteer", 0.97, body=body)
    return Parsed(at, end, "foreign", "gazetteer + place abroad", 0.85, place=place)


def of_country(reader: FieldReader, at: int, end: int, after: int, form: BodyForm) -> Parsed | None:
    """Return the body of the country named at word `after`: "Chính phủ nước CHDCND Lào"."""
    body, words = form.body, reader.words
    if body.kind == "foreign" and body.place_id and form.exact is None:
        return _of_its_country(reader, at, after, body)
    if body.kind not in COUNTERPARTS or form.exact is not None:
        return None
    ours = [word.key for word in words[end - 2 : end]] == ["việt", "nam"]
    if [word.key for word in words[after : after + 2]] == ["việt", "nam"]:
        # "Bộ Y tế VN" too, which is no place by itself.
        return Parsed(at, after + 2, body.kind, "gazetteer", 0.97, body=body)
    land = after + 1 if after < len(words) and words[after].key == "nước" else after
    found = reader.place_at(land) if reader.country_at(land) else None
    if found is not None and reader.is_vietnam(found[1]):
        return Parsed(at, found[0], body.kind, "gazetteer", 0.97, body=body)
    abroad = None if ours else abroad_after(reader, after)
    if abroad is None:
        return None
    if abroad.place is not None and abroad.place.reference_id in reader.forms.countries:
        return Parsed(
            at, abroad.end, "foreign", "gazetteer + country", 0.9, body=body, local=True,
            place=abroad.place, name_start=end,
        )  # fmt: skip
    if abroad.place is None:
        return Parsed(at, abroad.end, "foreign", "gazetteer", 0.7, body=body)
    return Parsed(at, abroad.end, "foreign", "gazetteer + place abroad", 0.85, place=abroad.place)
