"""Organisations of one place whose names differ by words left out, or by a slip in one word.

Also a body known by a short form only and one whose initials that is. Names that each have a word
of their own ("Hội đồng nhân dân", "Ủy ban nhân dân") or another head are of two bodies, however
much else they share.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from assets.entities.records import Entity
from assets.entities.resolution.candidates.persons import one_letter_apart
from assets.entities.resolution.identifiers import tokens
from assets.language.folding import fold

Pair = tuple[str, str]
_LARGEST_BLOCK = 40
_LEAST_OVERLAP = 0.75
_INITIALS = 0.5
_HEAD = 2
_NUMBER = re.compile(r"\d|[ivx]+\Z")


def similar_organisations(entities: Sequence[Entity]) -> dict[Pair, tuple[float, str]]:
    """Return pairs of organisations with alike names, each with a score and what is alike."""
    bodies = {e.entity_id: e for e in entities if e.entity_type == "organisation"}
    words = {key: frozenset(map(fold, tokens(body.name))) for key, body in bodies.items()}
    found: dict[Pair, tuple[float, str]] = {}
    for pair in _by_initials(bodies):
        found[pair] = (_INITIALS, "one is the initials of the other")
    counts = Counter(word for name in words.values() for word in name)
    weights = {word: math.log(1 + len(words) / count) for word, count in counts.items()}
    for pair in _by_words(words, counts):
        if pair in found or not _may_be_one(bodies[pair[0]], bodies[pair[1]]):
            continue
        one, other = words[pair[0]], words[pair[1]]
        if one - other and other - one and not _slip(one - other, other - one):
            continue
        shared = sum(weights[word] for word in sorted(one & other))
        both = sum(weights[word] for word in sorted(one)) + sum(weights[w] for w in sorted(other))
        overlap = 2 * shared / both
        if overlap >= _LEAST_OVERLAP:
            found[pair] = (round(0.6 * overlap, 3), f"{overlap:.0%} of the words by weight")
    return found


def _may_be_one(one: Entity, other: Entity) -> bool:
    if one.place_id != other.place_id or other.entity_id == one.parent_id:
        return False
    heads = [tuple(map(fold, tokens(body.name)[:_HEAD])) for body in (one, other)]
    if heads[0] != heads[1] or one.entity_id == other.parent_id:
        return False
    # "Công ty số 1" and "Công ty số 2" differ by all that matters; bodies of one and the same name
    # are known to be two.
    numbers = [list(filter(_NUMBER.match, tokens(body.name))) for body in (one, other)]
    return numbers[0] == numbers[1] and tokens(one.name) != tokens(other.name)


def _slip(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether the words that differ are one word, written with another letter."""
    return len(one) == len(other) == 1 and one_letter_apart(min(one), min(other))


def _pairs(blocks: defaultdict[str, list[str]]) -> Iterator[Pair]:
    seen: set[Pair] = set()
    for _, block in sorted(blocks.items()):
        members = sorted(set(block))
        if 2 <= len(members) <= _LARGEST_BLOCK:
            for pair in combinations(members, 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _by_words(words: dict[str, frozenset[str]], counts: Counter[str]) -> Iterator[Pair]:
    """Yield bodies that share one of the three rarest words of their names."""
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for key, name in words.items():
        for word in sorted(name, key=lambda word: (counts[word], word))[:3]:
            blocks[word].append(key)
    return _pairs(blocks)


def _by_initials(bodies: dict[str, Entity]) -> Iterator[Pair]:
    """Yield a body known by a short form only and one whose initials that is."""
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    short: set[str] = set()
    for key, body in bodies.items():
        words = tokens(body.name)
        if len(words) == 1 and body.name.isupper() and 3 <= len(body.name) <= 10:
            blocks[fold(body.name)].append(key)
            short.add(key)
        elif len(words) >= 3:
            blocks["".join(fold(word)[0] for word in words)].append(key)
    for pair in _pairs(blocks):
        if len(short.intersection(pair)) == 1:
            yield pair
