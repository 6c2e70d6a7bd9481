"""Houses of a parliament that stand without their country: "Thượng viện", "Hạ viện".

Việt Nam has none, so that the article tells whose they are; where it does not, they are no mention.
Those that stood with their country before are found by `memory`.
"""

from assets.entities.organisations.field import MANY, FieldReader
from assets.entities.organisations.forms import OrganisationForms
from assets.entities.organisations.memory import stands_alone
from assets.entities.organisations.names import Named
from assets.entities.organisations.nations import Nations
from assets.entities.records import Field
from assets.reference.records import OrganisationHead


def lone_houses(
    forms: OrganisationForms,
    readers: dict[Field, FieldReader],
    nations: Nations,
    found: list[Named],
) -> list[Named]:
    """Return the houses outside `found`, named with the country that is meant where they stand."""
    named: list[Named] = []
    for field, reader in readers.items():
        taken = {item.start for item in found if item.field == field}
        for at, (end, head) in reader.listed.heads.items():
            start, stop = reader.words[at].start, reader.words[end - 1].end
            if start in taken or not _is_lone_house(reader, at, end, head):
                continue
            land = nations.nearest(reader, field, start)
            country = forms.countries.get(land)
            if country is not None:
                name = f"{reader.text[start:stop]} {country.name}"
                named.append(
                    Named(field, start, stop, name, None, land, 0.7, "country from context")
                )
    return named


def _is_lone_house(reader: FieldReader, at: int, end: int, head: OrganisationHead) -> bool:
    """Tell whether a house's head at words[at:end] stands alone and is no plural."""
    words = reader.words
    if head.kind != "foreign" or not (head.bare and words[at].capital and words[at].first):
        return False
    many = end < len(words) and words[end].key in MANY
    return not many and stands_alone(reader, at, end)
