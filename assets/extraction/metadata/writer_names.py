"""Whether a piece of text looks like a writer's name: initials, a pen name, a full name.

By its shape and by what is known of names and places. Which lines and pieces are asked about is
decided in `byline`.
"""

import re

from assets.extraction.metadata.lexicon import Lexicon, line_key
from assets.language.folding import settle_tones

_INITIALS = re.compile(r"(?:[A-ZĐƯÂ]\.\s?){1,4}[A-ZĐƯÂ]?\.?|[A-ZĐ]{1,2}[A-Zh]{0,2}")
# "P.Ngân", "T. Hà": initials glued to a given name; "K'Lan": a name of one word.
_SHORT_NAME = re.compile(
    r"(?:[A-ZĐ]\.\s?){1,2}[A-ZĐÀ-Ỹ][^\W\d_A-Z]{1,6}|[KHY]['’][A-ZÀ-Ỹ][^\W\d_]+"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")


def is_initials(text: str) -> bool:
    """Tell whether `text` is only initials: "KC", "P.V", "N.H."."""
    return len(text) <= 12 and _INITIALS.fullmatch(text.strip()) is not None


def name_confidence(text: str, lexicon: Lexicon) -> float:
    """Return from 0 to 1 how much `text` as a whole looks like one person's (pen) name.

    Two to five capitalised words without digits or punctuation. A known surname in front makes it
    near certain; a place or a menu word is none.
    """
    if _SHORT_NAME.fullmatch(text):
        return 0.85
    words = text.split()
    if not is_name_shaped(text, words):
        return 0.0
    key = line_key(text)
    if key in lexicon.places or key in lexicon.outlet_names or lexicon.role_of(text) is not None:
        return 0.0
    if settle_tones(words[0]).casefold() in lexicon.surnames:
        return 0.9
    if any(character.isalpha() and not character.isascii() for character in text):
        return 0.6 if len(words) <= 4 and all(len(word) <= 7 for word in words) else 0.3
    return 0.5 if len(words) <= 4 else 0.3


def is_name_shaped(text: str, words: list[str]) -> bool:
    """Tell two to five capitalised words, all or none of them in capitals throughout."""
    if not 2 <= len(words) <= 5 or len(text) > 45:
        return False
    if not all(_WORD.fullmatch(word) and word[0].isupper() for word in words):
        return False
    return len({word.isupper() for word in words if len(word) > 2}) <= 1
