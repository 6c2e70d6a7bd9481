"""Persons whose names differ by a slip: a syllable left out or doubled, an accent, a letter.

Only names are looked at, two at a time; what articles say of both is added in `proposing`. Names
that may be alike share one of `person_keys`, so nobody is compared with everybody.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from assets.entities.resolution.identifiers import tokens
from assets.language.folding import fold

Pair = tuple[str, str]
Likeness = tuple[float, str]
_DOUBLED, _LEFT_OUT, _UNACCENTED, _ACCENT, _LETTER = 0.8, 0.45, 0.7, 0.45, 0.45
# A syllable of a name that is left out of a key: where it stands, and its plain letters.
_Gap = tuple[int, str]


def _undoubled(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for n, w in enumerate(name) if n == 0 or w != name[n - 1])


def _is_full(name: tuple[str, ...]) -> bool:
    """Tell whether a name can be compared: "Nguyễn Văn A." may stand for anyone."""
    return len(name) > 1 and len(name[-1]) > 1


def _keys(name: tuple[str, ...]) -> Iterator[tuple[str, _Gap | None]]:
    yield f"plain|{' '.join(_undoubled(tuple(map(fold, name))))}", None
    yield f"name|{' '.join(name)}", None
    for at, syllable in enumerate(name):
        yield f"name|{' '.join(name[:at] + name[at + 1 :])}", (at, fold(syllable))


def person_keys(name: str) -> frozenset[str]:
    """Return the keys of a name; names that one slip turns into each other share one."""
    words = tokens(name)
    return frozenset(key for key, _ in _keys(words)) if _is_full(words) else frozenset()


def similar_persons(
    names: Mapping[str, str], wanted: Collection[str] | None = None
) -> dict[Pair, Likeness]:
    """Return pairs of persons with alike names, each with a score and what the difference is.

    `names` gives the name of each person by id. With `wanted`, only pairs with one of them count.
    """
    words = {key: tokens(name) for key, name in names.items()}
    words = {key: name for key, name in words.items() if _is_full(name)}
    blocks: defaultdict[str, list[tuple[str, _Gap | None]]] = defaultdict(list)
    for one, name in words.items():
        for key, gap in _keys(name):
            blocks[key].append((one, gap))
    found: dict[Pair, Likeness] = {}
    for block in blocks.values():
        for one, other in _near(block) if len(block) > 1 else ():
            pair = (min(one, other), max(one, other))
            if one == other or pair in found:
                continue
            if wanted is not None and one not in wanted and other not in wanted:
                continue
            likeness = _likeness(words[one], words[other])
            if likeness is not None:
                found[pair] = likeness
    return found


def _near(block: Iterable[tuple[str, _Gap | None]]) -> Iterator[Pair]:
    """Yield pairs of a block: those without a gap with all, others where one letter differs."""
    whole: list[str] = []
    near: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    gapped: list[str] = []
    for one, gap in block:
        if gap is None:
            whole.append(one)
            continue
        gapped.append(one)
        at, letters = gap
        near[at, letters].append(one)
        for left in range(len(letters)):
            near[at, letters[:left] + letters[left + 1 :]].append(one)
    for number, one in enumerate(whole):
        yield from ((one, other) for other in (*whole[number + 1 :], *gapped))
    for group in near.values():
        for number, one in enumerate(group):
            yield from ((one, other) for other in group[number + 1 :])


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
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
