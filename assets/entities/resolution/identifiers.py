"""Entity ids: readable, distinct for distinct names, and a function of the name alone.

An id is "<type>:<slug>", the slug being the name in plain letters: `person:nguyen-lan-huong`. Plain
letters stand for many names (Hương, Hường, Hướng), so each plain syllable has one accented form
that it means unless something else is said (`id_syllables.csv`: "huong" is "hương"). A name with
another accent spells out those syllables behind two hyphens, each letter followed by its marks as
numbers, as on a Vietnamese keyboard (VNI): Nguyễn Văn Hưng is `person:nguyen-van-hung--hu7ng`.
So no id depends on which other names exist or came first, and none moves when more articles come.

What the name of an entity is, and which observations share it, is decided in `resolution`.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from assets.entities.records import EntityType, Field
from assets.language.folding import fold, name_key, slug
from assets.reference.records import Reference

_TOKEN = re.compile(r"\w+")
# Marks as the VNI keyboard numbers them.
_MARKS = {
    "\u0301": "1",
    "\u0300": "2",
    "\u0309": "3",
    "\u0303": "4",
    "\u0323": "5",
    "\u0302": "6",
    "\u031b": "7",
    "\u0306": "8",
}
_PLAIN = re.compile(r"[a-z0-9]+")

Defaults = Mapping[str, Mapping[str, str]]


@lru_cache(maxsize=4)
def default_syllables(reference: Reference) -> Defaults:
    """Return by position ("surname", "given_name", "other") what each plain syllable means."""
    defaults: dict[str, dict[str, str]] = {"surname": {}, "given_name": {}, "other": {}}
    for row in reference.id_syllables:
        defaults[row.position][fold(row.syllable)] = row.syllable
    return defaults


# An archive names the same few thousand over and over.
@lru_cache(maxsize=1 << 17)
def tokens(name: str) -> tuple[str, ...]:
    """Return the syllables of a name for comparison: no case, no punctuation, tones settled."""
    return tuple(_TOKEN.findall(name_key(name).replace("_", " ")))


# The syllables of Vietnamese are fewer than that; what else comes is foreign or a number.
@lru_cache(maxsize=1 << 14)
def _letters(token: str) -> str:
    """Return `token` without marks, "x" for what the keyboard cannot write."""
    folded = fold(token)
    return folded if _PLAIN.fullmatch(folded) else "x"


def _spelled(token: str) -> str:
    """Return `token` with its marks as numbers; a hash for what the keyboard cannot write."""
    letters: list[str] = []
    for character in unicodedata.normalize("NFD", token):
        if character in _MARKS:
            letters.append(_MARKS[character])
        elif character == "đ":
            letters.append("d9")
        elif "a" <= character <= "z":
            letters.append(character)
        else:
            return "x" + short_hash(token)
    return "".join(letters)


def short_hash(text: str) -> str:
    """Return eight hexadecimal digits that depend on `text` alone."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def entity_id(
    entity_type: EntityType, name: str, defaults: Defaults, discriminator: str | None = None
) -> str:
    """Return the id of the entity of that type and name.

    Names that `tokens` tells apart have different ids. `discriminator` sets apart entities of one
    name; it is hashed. `defaults` comes from `default_syllables`.
    """
    words = tokens(name)
    plain = [_letters(word) for word in words]
    first, later = ("surname", "given_name") if entity_type == "person" else ("other", "other")
    meant = defaults[first]
    odd: set[str] = set()
    for word, letters in zip(words, plain, strict=True):
        if word != meant.get(letters, letters):
            odd.add(letters)
        meant = defaults[later]
    # All occurrences of a plain syllable are spelled, so that Hà Hạ is not Hạ Hà.
    suffix = [_spelled(word) for word, letters in zip(words, plain, strict=True) if letters in odd]
    if discriminator is not None:
        suffix.append(short_hash(discriminator))
    stem = "-".join(plain) or "x"
    return f"{entity_type}:{stem}" + (f"--{'-'.join(suffix)}" if suffix else "")


# Documents are of a few dozen kinds.
@lru_cache(maxsize=1 << 10)
def _kind_slug(kind: str) -> str:
    return slug(kind)


def document_id(kind: str, number: str, issuer_id: str | None) -> str:
    """Return the id of a numbered document, `number` as `04-ct-tw`.

    `issuer_id` for one whose number many bodies use.
    """
    issuer = f"-{issuer_id.partition(':')[2]}" if issuer_id else ""
    return f"official_document:{_kind_slug(kind)}-{number}{issuer}"


def mention_id(article_id: str, field: Field, start_char: int, end_char: int) -> str:
    """Return the id of the mention at that place; the same in every refresh."""
    return f"{article_id}:{field}:{start_char}-{end_char}"
