"""Folding of accents, case and tone placement: the keys under which names are compared.

Stored text is never folded, only the keys beside it. Sentence splitting and dates live next door.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import islice

_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_SPACES = re.compile(r"\s+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")

# Tone marks as combining characters: grave, acute, tilde, hook above, dot below.
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# Syllables whose tone mark stands on either vowel: the older way is "hoà, khoẻ, thuý", the newer
# "hòa, khỏe, thúy". A final consonant ("hoàn") leaves only one way.
_MOVABLE = re.compile(r"(?<![^\W\d_])([^\W\d_]*?)(o[ae]|uy)(?![^\W\d_])", re.IGNORECASE)
# Two such vowels at the end of a word, whatever their tones: all other words stay as they are.
_OPEN_END = re.compile(
    r"[oòóỏõọuùúủũụOÒÓỎÕỌUÙÚỦŨỤ](?i:(?<![uùúủũụ])[aàáảãạeèéẻẽẹ]|(?<![oòóỏõọ])[yỳýỷỹỵ])(?![^\W\d_])"
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+")
_LONG_WORD = 24
# Letters that only Vietnamese has.
_VIETNAMESE_LETTER = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")


def nfc(text: str) -> str:
    """Compose `text` to Unicode NFC, the form in which everything is stored."""
    return unicodedata.normalize("NFC", text)


def has_vietnamese_letters(text: str, count: int) -> bool:
    """Tell whether a text has at least `count` letters that only Vietnamese has."""
    found = _VIETNAMESE_LETTER.finditer(text)
    return count <= 0 or next(islice(found, count - 1, None), None) is not None


class _Folded(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        decomposed = unicodedata.normalize("NFD", character)
        kept = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
        self[code] = folded = "d" if character in "đĐ" else kept
        return folded


_FOLDED = _Folded()


@lru_cache(maxsize=65536)
def _fold_word(word: str) -> str:
    return word.translate(_FOLDED)


def fold(text: str) -> str:
    """Return `text` in lower case without accents, đ as d.

    For NFC text in Vietnamese every character folds to one character, so offsets in the result
    are offsets in `text`. A few thousand words make up most texts, so what they fold to is kept.
    """
    words = text.split(" ")
    if len(text) > _LONG_WORD * len(words):  # hardly any words that will come again
        return text.translate(_FOLDED)
    return " ".join(map(_fold_word, words))


def folded_words(text: str) -> str:
    """Return the words of a text (runs of letters and digits), folded and joined by one blank."""
    return " ".join(_WORD.findall(text.lower() if text.isascii() else fold(text)))


def _strip_tone(letters: str) -> tuple[str, str]:
    tone = ""
    kept: list[str] = []
    for character in unicodedata.normalize("NFD", letters):
        if character in _TONES:
            tone = character
        else:
            kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept)), tone


@lru_cache(maxsize=65536)
def _settle_syllable(syllable: str) -> str:
    bare, tone = _strip_tone(syllable)
    if not tone:
        return syllable
    match = _MOVABLE.fullmatch(bare)
    # "quý" is qu + y: the u belongs to the consonant and the mark has one place only.
    if match is None or (match[2].lower() == "uy" and match[1].lower().endswith("q")):
        return syllable
    consonants, vowels = match[1], match[2]
    return unicodedata.normalize("NFC", f"{consonants}{vowels[0]}{tone}{vowels[1]}")


def settle_tones(text: str) -> str:
    """Place tone marks the newer way: "Uỷ ban" and "Ủy ban" both become "Ủy ban".

    Only open syllables in oa, oe and uy have two spellings. The rule is that of the "new style"
    in Vietnamese orthography (hòa, khỏe, thúy); the length in NFC does not change.
    """
    pieces: list[str] = []
    done = 0
    for match in _OPEN_END.finditer(text):
        start = match.start()
        while start > done and _LETTER.match(text, start - 1):
            start -= 1
        pieces += (text[done:start], _settle_syllable(text[start : match.end()]))
        done = match.end()
    return "".join((*pieces, text[done:])) if pieces else text


# Names and the words of names recur: most keys are asked for again and again.
@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return the exact key of a name: case, tone placement, spaces and dashes settled.

    Accents stay, because "Hà Nam" is not "Ha Nam" and "Hải" is not "Hai".
    """
    settled = settle_tones(nfc(name)).casefold().replace("’", "'")
    return _SPACES.sub(" ", _DASHES.sub("-", settled)).strip()


def slug(name: str) -> str:
    """Return `name` as lower-case ASCII words joined by hyphens, for readable ids."""
    return _NOT_SLUG.sub("-", fold(nfc(name))).strip("-")
