"""How the full name of an organisation is written: abbreviations out, places in their place.

Which body a name stands for and where it is, is decided in `names`.
"""

from assets.entities.organisations.field import FieldReader
from assets.entities.organisations.forms import OrganisationForms
from assets.entities.records import Observation
from assets.language.folding import settle_tones
from assets.reference.records import AdministrativeUnit

# Party committees whose name says the level already.
_DOUBLED = (
    ("Thành ủy", "thành phố "),
    ("Tỉnh ủy", "tỉnh "),
    ("Huyện ủy", "huyện "),
    ("Quận ủy", "quận "),
    ("Thị ủy", "thị xã "),
)


class NameWriter:
    """Writes names and the places in them in full."""

    def __init__(self, forms: OrganisationForms) -> None:
        self._forms = forms

    def unit_phrase(self, unit: AdministrativeUnit) -> str:
        """Return a unit's name as it stands in the name of a local body: "thành phố Hà Nội"."""
        return f"{lower_first(unit.prefix)} {unit.name}"

    def place_phrase(self, place: Observation, text: str | None = None) -> str:
        """Return a place's name as it stands in the name of a body there."""
        unit = self._forms.units.get(place.reference_id or "")
        if unit is not None:
            return self.unit_phrase(unit)
        country = self._forms.countries.get(place.reference_id or "")
        if country is not None:
            return country.name
        return tidy(text or place.surface)

    def written_out(self, reader: FieldReader, start: int, end: int) -> str:
        """Return words[start:end] with abbreviations and names of countries written out."""
        words = reader.words
        keys = [word.key for word in words[start:end]]
        # "Việt - Nga" and "Việt Nam - Liên bang Nga" name one friendship association.
        friendly = keys[0] in ("hội", "chi") and "hữu" in keys
        pieces: list[str] = []
        at = start
        previous = words[start].start
        while at < end:
            if at in reader.skip and reader.skip[at] <= end:
                at = reader.skip[at]
                previous = words[at].start if at < end else previous
                if at < end:
                    pieces.append(" ")
                continue
            country = reader.place_at(at) if friendly else None
            if country is not None and country[0] <= end and reader.country_at(at):
                pieces.append(reader.text[previous : words[at].start])
                pieces.append(self.place_phrase(country[1]))
                previous = country[1].end_char
                at = country[0]
                continue
            word = words[at]
            stop = at + 1
            while stop < end and not words[stop - 1].last:
                stop += 1
            gap = reader.text[previous : word.start]
            long = self._forms.reader.long_form(word.surface) if stop > at + 1 else None
            pieces.append(gap + (f" {long} " if long else word.surface))
            previous = word.end
            at = stop
        return tidy("".join(pieces))


def lower_first(text: str) -> str:
    """Return `text` with a small first letter."""
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def says_unit(surface: str, unit: AdministrativeUnit) -> bool:
    """Tell whether a place stands there with its generic word or shortened ("TP HCM").

    "Sài Gòn" and bare "Hà Nội" stay as they are in a name.
    """
    spelt = surface.casefold()
    short = any(part.isupper() and len(part) > 1 for part in surface.replace(".", " ").split())
    return short or (unit.name.casefold() in spelt and not spelt.startswith(unit.name.casefold()))


def fill_place(pattern: str, phrase: str) -> str:
    """Return a local name with its place; "Thành ủy thành phố Hà Nội" is "Thành ủy Hà Nội"."""
    for party, generic in _DOUBLED:
        bare = phrase.removeprefix(generic)
        # "Thành ủy Hồ Chí Minh" would be a person's: it keeps its word.
        if f"{party} {{place}}" in pattern and (party != "Thành ủy" or len(bare.split()) < 3):
            phrase = bare
    return pattern.replace("{place}", phrase)


def tidy(text: str) -> str:
    """Return `text` with single spaces and settled tones."""
    return settle_tones(" ".join(text.split()))
