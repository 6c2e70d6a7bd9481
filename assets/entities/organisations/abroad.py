"""The place abroad with which the name of a national body goes on.

"Chính phủ | Hoàng gia Campuchia", "Chính phủ | nhân dân tỉnh Vân Nam": words of style, a country or
a part of one. Whose a body is that is named without a place is told in `nations`.
"""

from dataclasses import dataclass

from assets.entities.organisations.field import FieldReader
from assets.entities.records import Observation

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
