"""Organisations of one place whose names differ by words left out, or by a slip in one word.

Also a body known by a short form only and one whose initials that is. Names that each have a word
of their own ("Hội đồng nhân dân", "Ủy ban nhân dân") or another head are of two bodies, however
much else they share. Two names are compared by what they and the reference data say alone, so that
a pair is alike or not whatever else an archive holds.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from assets.entities.records import Entity
from assets.entities.resolution.candidates.persons import Likeness, Pair, one_letter_apart
from assets.entities.resolution.identifiers import tokens
from assets.language.folding import fold
from assets.reference.records import Reference

_LEAST_OVERLAP = 0.75
_INITIALS = 0.5
# Of three letters the initials of anything are too many.
_LEAST_INITIALS, _MOST_INITIALS = 4, 10
_INITIALS_KEY = "initials|"
_HEAD = 2
_TELLING_WORDS = 3
_NUMBER = re.compile(r"\d|[ivx]+\Z")


@dataclass(frozen=True)
class WordWeights:
    """How telling words are: those of many bodies of the reference data ("Ủy ban") tell least."""

    counts: Mapping[str, int] = field(default_factory=dict)
    names: int = 0

    def of(self, word: str) -> float:
        """Return the weight of a plain word, 1 or more."""
        return 1 + math.log(1 + self.names / (1 + self.counts.get(word, 0)))


EVEN = WordWeights()


@lru_cache(maxsize=2)
def word_weights(reference: Reference) -> WordWeights:
    """Return the weights of words by the names of the reference data's bodies and places."""
    names = [
        *(row.name for row in reference.bodies),
        *(row.head for row in reference.organisation_heads),
        *(row.name for row in reference.administrative_units),
    ]
    counts = Counter(word for name in names for word in set(map(fold, tokens(name))))
    return WordWeights(counts, len(names))


class _Body:
    """What is compared of one body."""

    __slots__ = ("entity", "head", "initials", "is_short", "numbers", "tokens", "words")

    def __init__(self, entity: Entity) -> None:
        name = entity.name
        self.entity = entity
        self.tokens = tokens(name)
        plain = [fold(word) for word in self.tokens]
        self.words = frozenset(plain)
        self.head = " ".join(plain[:_HEAD])
        # "Công ty số 1" and "Công ty số 2" differ by all that matters.
        self.numbers = [word for word in self.tokens if _NUMBER.match(word)]
        length = len(name)
        self.is_short = (
            len(plain) == 1 and name.isupper() and _LEAST_INITIALS <= length <= _MOST_INITIALS
        )
        # A short form, or the initials of a long name.
        self.initials: str | None = None
        if self.is_short:
            self.initials = fold(name)
        elif len(plain) >= _LEAST_INITIALS:
            self.initials = "".join(word[0] for word in plain)

    def keys(self, weights: WordWeights) -> Iterator[str]:
        """Yield keys: bodies that may be one share one."""
        telling = sorted(self.words, key=lambda word: (-weights.of(word), word))[:_TELLING_WORDS]
        for pair in combinations(telling, 2):
            yield f"body|{self.entity.place_id or ''}|{self.head}|{' '.join(sorted(pair))}"
        if self.initials is not None:
            yield f"{_INITIALS_KEY}{self.initials}"


def organisation_keys(entity: Entity, weights: WordWeights) -> frozenset[str]:
    """Return the keys of a body; bodies that may be one share one.

    Two of the three most telling words together, with place and head, or the initials.
    """
    return frozenset(_Body(entity).keys(weights))


def similar_organisations(
    bodies: Mapping[str, Entity], weights: WordWeights, wanted: Collection[str] | None = None
) -> dict[Pair, Likeness]:
    """Return pairs of organisations with alike names, each with a score and what is alike.

    With `wanted`, only pairs with one of them count.
    """
    blocks: defaultdict[str, list[_Body]] = defaultdict(list)
    for entity in bodies.values():
        body = _Body(entity)
        for key in body.keys(weights):
            blocks[key].append(body)
    found: dict[Pair, Likeness] = {}
    for key, block in blocks.items():
        near = _initials if key.startswith(_INITIALS_KEY) else _alike
        for one, other in combinations(block, 2):
            ids = one.entity.entity_id, other.entity.entity_id
            if wanted is not None and ids[0] not in wanted and ids[1] not in wanted:
                continue
            likeness = near(one, other, weights)
            if likeness is not None:
                found.setdefault((min(ids), max(ids)), likeness)
    return found


def _initials(one: _Body, other: _Body, _weights: WordWeights) -> Likeness | None:
    if one.is_short == other.is_short:
        return None
    return _INITIALS, "one is the initials of the other"


def _alike(one: _Body, other: _Body, weights: WordWeights) -> Likeness | None:
    """Return how alike two bodies of one head and place are."""
    words, more = one.words, other.words
    if not (words <= more or more <= words or _slip(words - more, more - words)):
        return None
    # Bodies of one and the same name are known to be two.
    if one.numbers != other.numbers or one.tokens == other.tokens:
        return None
    ids = one.entity.entity_id, other.entity.entity_id
    if one.entity.parent_id == ids[1] or other.entity.parent_id == ids[0]:
        return None
    shared = math.fsum(map(weights.of, words & more))
    overlap = 2 * shared / math.fsum(map(weights.of, (*words, *more)))
    if overlap < _LEAST_OVERLAP:
        return None
    return round(0.6 * overlap, 3), f"{overlap:.0%} of the words by weight"


def _slip(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether the words that differ are one word, written with another letter."""
    return len(one) == len(other) == 1 and one_letter_apart(min(one), min(other))
