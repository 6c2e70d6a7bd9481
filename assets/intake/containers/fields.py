"""How exports name the fields of an article: the reference data made ready for looking names up.

Names are compared without case, accents, marks and blanks ("publishedAt", "published_at" and
"Published at" are one). What the values of fields tell is read in `telling`.
"""

from functools import cache

from assets.language.folding import fold
from assets.reference.records import FieldMeaning, load_reference


def normalise(name: str) -> str:
    """Return a field's name as it is compared: folded letters and digits only."""
    return "".join(character for character in fold(name) if character.isalnum())


def holds_fields(name: str) -> bool:
    """Tell whether an object of that name holds more fields of the same article."""
    return name == "_source" or meanings().get(normalise(name), ("text", 0))[0] == "record"


@cache
def meanings() -> dict[str, tuple[FieldMeaning, int]]:
    """Return for each normalised name its meaning and its rank: of two names the first counts."""
    return {
        normalise(row.name): (row.meaning, rank)
        for rank, row in enumerate(load_reference().field_names)
    }
