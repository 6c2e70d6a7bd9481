"""Persons whose names differ by a slip: a syllable left out or doubled, an accent, a letter.

Only names are looked at; what articles say of both is added in `proposing`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from assets.entities.records import Entity
from assets.entities.resolution.identifiers import tokens
from assets.language.folding import fold

Pair = tuple[str, str]
# Names of so many people that a slip is no more likely than another person are left alone.
_LARGEST_BLOCK = 40
_DOUBLED, _LEFT_OUT, _UNACCENTED, _ACCENT, _LETTER = 0.8, 0.45, 0.7, 0.45, 0.45


def _undoubled(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for n, w in enumerate(name) if n == 0 or w != name[n - 1])


def _pairs(names: dict[str, tuple[str, ...]]) -> Iterator[Pair]:
    """Yield the ids of names that one slip may turn into each other, a pair maybe several times."""
    whole: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    lessened: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for key, name in names.items():
        plain = tuple(map(fold, name))
        whole[_undoubled(plain)].append(key)
        for at in range(len(plain)):
            lessened[_undoubled(plain[:at] + plain[at + 1 :])].append(key)
            for left in range(len(plain[at]) + 1):
                letters = plain[at][:left] + plain[at][left + 1 :]
                whole[plain[:at], letters, plain[at + 1 :]].append(key)
    for block, keys in whole.items():
        members, longer = set(keys), set(lessened.get(block, ()))
        if len(members) + len(longer) <= _LARGEST_BLOCK:
            yield from combinations(sorted(members), 2)
            for one in members:
                yield from ((min(one, other), max(one, other)) for other in longer if other != one)


def similar_persons(entities: Sequence[Entity]) -> dict[Pair, tuple[float, str]]:
    """Return pairs of persons with alike names, each with a score and what the difference is."""
    names = {e.entity_id: tokens(e.name) for e in entities if e.entity_type == "person"}
    # "Nguyễn Văn A." is nobody's name in full: the initial may stand for anyone's.
    names = {key: name for key, name in names.items() if len(name) > 1 and len(name[-1]) > 1}
    found: dict[Pair, tuple[float, str]] = {}
    for pair in set(_pairs(names)):
        likeness = _likeness(names[pair[0]], names[pair[1]])
        if likeness is not None:
            found[pair] = likeness
    return found


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, str] | None:
    if one == other:
        return None  # namesakes, told apart by what contradicts
    if _undoubled(one) == _undoubled(other):
        return _DOUBLED, "a syllable stands twice"
    plain, plain_other = tuple(map(fold, one)), tuple(map(fold, other))
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
