"""What of a statement is compared: the words of its name and of its article's opening.

Words are compared without accents and without those that any event may have.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, pairwise

from assets.events.linking.records import ToldEvent
from assets.language.folding import fold
from assets.reference.event_records import EventKind
from assets.reference.records import Reference

Kinds = Mapping[str, EventKind]
_WORD = re.compile(r"\w+")
# Syllables that join words and tell nothing of what an event is about.
_IDLE = frozenset(
    (
        "va", "cua", "ve", "cho", "voi", "tai", "o", "trong", "cac", "nhung", "mot", "la", "duoc",
        "da", "se", "co", "de", "nhan", "ngay", "thang", "nam", "den", "tu", "tren", "nay", "theo",
        "lan", "thu", "cong", "tac", "to", "chuc", "dien", "ra", "khai", "mac", "sang", "trua",
        "chieu", "toi", "dem", "hom", "qua", "vua", "tp", "tinh", "thanh", "pho",
        "the", "of", "and", "in", "on", "a", "an", "for",
    )
)  # fmt: skip
_ORDINAL = re.compile(
    r"(?:lan thu|khoa|ky hop thu|phien hop thu|dot|lan)[ \u00a0]+(?:thu[ \u00a0]+)?"
    r"([ivxlc]+|\d+|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)(?!\w)"
)
# How many of something: "trao tặng 50 xe lăn", no year and no day.
_NUMBER = re.compile(r"(?<![\w./-])\d{1,3}(?![\w./-])(?![ \u00a0](?:năm|tháng)(?!\w))")
_ROMAN = re.compile(r"[IVXLC]+")
_PROPER = re.compile(r"(?<![.!?“\"])(?<!^)[ \u00a0](?=[^\W\d_])([^\W\d_]+)")


@dataclass(frozen=True)
class Features:
    """A statement with its words ready for comparison.

    `name` holds the words that name the event, `theme` those of its quoted theme; `numbers` are
    the counts that stand in them. The words of the opening are the most by far, and often nobody
    asks for them.
    """

    told: ToldEvent
    kind: EventKind | None
    name: frozenset[str]
    theme: frozenset[str]
    proper: frozenset[str]
    ordinals: frozenset[str]
    numbers: frozenset[str]

    @cached_property
    def opening(self) -> frozenset[str]:
        """The words of the article's opening, without those of who took part, where and when."""
        told = self.told
        return _pairs_without(told.opening, _named_words(told) | _day_words(told)) - _pairs(
            told.kind
        )


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(fold(text)) if word not in _IDLE]


# Names of events and kinds are short and recur.
@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    """Return the words and neighbouring pairs of words of a text."""
    words = _words(text)
    return frozenset((*words, *(f"{a} {b}" for a, b in pairwise(words))))


def kinds_of(reference: Reference) -> Kinds:
    """Return the kinds of events by their names."""
    return {row.kind: row for row in reference.event_kinds}


def features(told: ToldEvent, kinds: Kinds) -> Features:
    """Return what is compared of a statement."""
    kind = kinds.get(told.kind)
    theme = told.name if told.name and told.name not in told.surface else ""
    named = told.surface if not theme else f"{told.surface} {theme}"
    idle = _pairs(told.kind)
    if kind is not None and kind.shape in ("happening", "match"):
        # A mishap has no name: "vụ tai nạn giao thông nghiêm trọng" may be any.
        idle |= _pairs(" ".join((*kind.forms, *kind.verbs)))
    capitals = (word for word in _PROPER.findall(named) if word[0].isupper())
    proper = fold(" ".join(word for word in capitals if not _ROMAN.fullmatch(word))).split()
    return Features(
        told,
        kind,
        _pairs(told.surface) - idle,
        _pairs(theme) - idle,
        frozenset(proper) - idle,
        frozenset(_ORDINAL.findall(fold(named))),
        frozenset(_NUMBER.findall(named)),
    )


def _named_words(told: ToldEvent) -> frozenset[str]:
    """Return the words of participants and place, which are compared by themselves."""
    ids = {
        *told.organisers,
        *told.people,
        *told.bodies,
        *([told.place_id] if told.place_id else ()),
    }
    return frozenset(chain.from_iterable(map(_words_of_id, ids)))


# Those who take part in events recur.
@lru_cache(maxsize=4096)
def _words_of_id(entity_id: str) -> tuple[str, ...]:
    return tuple(entity_id.partition(":")[2].partition("--")[0].split("-"))


def _day_words(told: ToldEvent) -> frozenset[str]:
    """Return the numbers of the event's first day: its date is compared by itself."""
    day = told.starts_on
    return frozenset((str(day.day), str(day.month), str(day.year))) if day else frozenset()


def _pairs_without(text: str, words: frozenset[str]) -> frozenset[str]:
    """Return the words of a text that are none of `words`, and the pairs of which neither is."""
    kept = ["" if word in words else word for word in _words(text)]
    pairs = [f"{a} {b}" for a, b in pairwise(kept) if a and b]
    return frozenset((*filter(None, kept), *pairs))


def dice(left: frozenset[str], right: frozenset[str]) -> float:
    """Return how alike two sets are, 0 to 1; 0 when one is empty."""
    if not left or not right:
        return 0.0
    return 2 * len(left & right) / (len(left) + len(right))


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return which share of `part` is in `whole`; 0 when there is none."""
    return len(part & whole) / len(part) if part else 0.0
