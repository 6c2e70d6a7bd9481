"""Persons whose names differ by a slip: a syllable left out or doubled, an accent, a letter.

Only names are looked at, two at a time; what articles say of both is added in `proposing`. Names
that may be alike share one of `person_keys`, so nobody is compared with everybody.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations, product
from typing import NamedTuple

from assets.entities.resolution.identifiers import tokens
from assets.language.folding import fold

Pair = tuple[str, str]
Likeness = tuple[float, str]
_DOUBLED, _LEFT_OUT, _UNACCENTED, _ACCENT, _LETTER = 0.8, 0.45, 0.7, 0.45, 0.45
# A syllable of a name that is left out of a key: where it stands, and its plain letters.
_Gap = tuple[int, str]


class _Name(NamedTuple):
    """A name as it is compared: its syllables, the plain ones, and those without doubles."""

    words: tuple[str, ...]
    plain: tuple[str, ...]
    undoubled: tuple[str, ...]


# The syllables of Vietnamese are fewer than that; what else comes is foreign.
@lru_cache(maxsize=1 << 14)
def _plain(syllable: str) -> str:
    return fold(syllable)


def _undoubled(name: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(name)) == len(name):
        return name
    return tuple(w for n, w in enumerate(name) if n == 0 or w != name[n - 1])


def _name(words: tuple[str, ...]) -> _Name | None:
    """Return a name that can be compared: "Nguyễn Văn A." may stand for anyone."""
    if len(words) < 2 or len(words[-1]) < 2:
        return None
    return _Name(words, tuple(map(_plain, words)), _undoubled(words))


def _gaps(name: _Name) -> Iterator[tuple[tuple[str, ...], _Gap]]:
    """Yield the name without each of its syllables, and which it was."""
    words = name.words
    for at, plain in enumerate(name.plain):
        yield words[:at] + words[at + 1 :], (at, plain)


def person_keys(name: str) -> frozenset[str]:
    """Return the keys of a name; names that one slip turns into each other share one."""
    compared = _name(tokens(name))
    if compared is None:
        return frozenset()
    kept = (compared.words, *(rest for rest, _ in _gaps(compared)))
    plain = f"plain|{' '.join(_undoubled(compared.plain))}"
    return frozenset((plain, *(f"name|{' '.join(words)}" for words in kept)))


def similar_persons(
    names: Mapping[str, str], wanted: Collection[str] | None = None
) -> dict[Pair, Likeness]:
    """Return pairs of persons with alike names, each with a score and what the difference is.

    `names` gives the name of each person by id. With `wanted`, only pairs with one of them count.
    """
    bearers: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, name in names.items():
        bearers[tokens(name)].append(key)
    compared = [name for name in map(_name, bearers) if name is not None]
    asked = None if wanted is None else {tokens(names[one]) for one in wanted if one in names}
    found: dict[Pair, Likeness] = {}
    for (one, other), likeness in _alike(compared, asked).items():
        for ids in product(bearers[one], bearers[other]):
            if wanted is None or ids[0] in wanted or ids[1] in wanted:
                found[min(ids), max(ids)] = likeness
    return found


def _alike(
    names: Sequence[_Name], asked: Collection[tuple[str, ...]] | None
) -> dict[tuple[tuple[str, ...], tuple[str, ...]], Likeness]:
    """Return alike names by their syllables; with `asked`, only pairs with one of them."""
    known: dict[tuple[tuple[str, ...], tuple[str, ...]], Likeness | None] = {}
    for name, other_name in chain(_same_letters(names), _same_but_one(names)):
        one, other = name.words, other_name.words
        pair = (one, other) if one < other else (other, one)
        if one == other or pair in known:
            continue
        if asked is None or one in asked or other in asked:
            known[pair] = _likeness(name, other_name)
    return {pair: likeness for pair, likeness in known.items() if likeness is not None}


def _same_letters(names: Iterable[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield pairs of one name with doubled syllables, and of names with and without accents.

    Names of the same letters with accents of their own are many, and alike only where they are
    the same but for one syllable.
    """
    blocks: defaultdict[tuple[str, ...], list[_Name]] = defaultdict(list)
    for name in names:
        blocks[_undoubled(name.plain)].append(name)
    for block in blocks.values():
        if len(block) == 1:
            continue
        doubled: defaultdict[tuple[str, ...], list[_Name]] = defaultdict(list)
        for name in block:
            doubled[name.undoubled].append(name)
            if name.words == name.plain:
                yield from ((name, other) for other in block)
        for group in doubled.values():
            yield from combinations(group, 2)


def _same_but_one(names: Iterable[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield pairs of names that are the same when one syllable of one or both is left out."""
    whole = {name.words: name for name in names}
    blocks: defaultdict[tuple[str, ...], list[tuple[_Name, _Gap]]] = defaultdict(list)
    for name in names:
        for rest, gap in _gaps(name):
            blocks[rest].append((name, gap))
    for rest, block in blocks.items():
        if rest in whole:
            yield from ((whole[rest], other) for other, _ in block)
        if len(block) > 1:
            yield from _near(block)


# As many as there are plain syllables.
@lru_cache(maxsize=1 << 14)
def _shortened(letters: str) -> tuple[str, ...]:
    """Return `letters`, and what is left of them without each; those one letter apart share one."""
    shorter = (letters[:at] + letters[at + 1 :] for at in range(len(letters)))
    return tuple(dict.fromkeys((letters, *shorter)))


def _near(block: Iterable[tuple[_Name, _Gap]]) -> Iterator[tuple[_Name, _Name]]:
    """Yield pairs of names whose left out syllables stand in one place and are nearly the same."""
    near: defaultdict[_Gap, list[_Name]] = defaultdict(list)
    for name, (at, letters) in block:
        for left in _shortened(letters):
            near[at, left].append(name)
    for group in near.values():
        if len(group) > 1:
            yield from combinations(group, 2)


def _likeness(name: _Name, other_name: _Name) -> Likeness | None:
    """Return how alike two different names are; bearers of one name are known to be several."""
    one, other = name.words, other_name.words
    if name.undoubled == other_name.undoubled:
        return _DOUBLED, "a syllable stands twice"
    plain, plain_other = name.plain, other_name.plain
    if plain == plain_other:
        if one == plain or other == plain_other:
            return _UNACCENTED, "the same name without accents"
        differing = sum(a != b for a, b in zip(one, other, strict=True))
        return (_ACCENT, "another accent on one syllable") if differing == 1 else None
    if len(one) == len(other):
        different = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(different) == 1 and one_letter_apart(plain[different[0]], plain_other[different[0]]):
            return _LETTER, "another letter in one syllable"
        return None
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if (
        len(longer) == len(shorter) + 1
        and len(shorter) > 1
        and longer[0] == shorter[0]
        and any(longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(longer)))
    ):
        # Of two syllables only the family name and the given name are left: far less telling.
        score = _LEFT_OUT if len(shorter) > 2 else _LEFT_OUT - 0.1
        return score, "a syllable is left out"
    return None


def one_letter_apart(one: str, other: str) -> bool:
    """Tell whether one letter more, less or other makes one syllable of the other."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if len(longer) == len(shorter):
        return sum(a != b for a, b in zip(longer, shorter, strict=True)) == 1
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
