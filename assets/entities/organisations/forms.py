"""The reference data on organisations, made ready for matching word by word.

One trie holds every form of every body, one the words that begin names, one the titles. What stands
round a match is read in `grammar`.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick

from assets.entities.abbreviations import Word, WordReader
from assets.entities.context_words import context_words
from assets.language.folding import fold
from assets.reference.records import Body, OrganisationHead, Reference

VIETNAM = "place:viet-nam"
# What may begin at a word, as bits of the numbers in `OrganisationForms.openings`.
TITLES, BODIES, HEADS = 1, 2, 4
_PLACE = "{place}"
_SHORT_HEAD = 2
_LONGEST_WORD = 4
# Countries whose people's names look Vietnamese when they are written in our letters.
_CHINESE = ("CN", "HK", "KP", "KR", "MO", "SG", "TW")
_ENGLISH = re.compile(r"[A-Z][a-z]{3,}(?:[ -][A-Z][a-z]+)*")
# First words of offices that also stand in the names of bodies: "Ministry of Foreign Affairs".
_IN_NAMES = frozenset(("Foreign", "Party", "State", "National", "General", "Special"))


@dataclass(frozen=True, slots=True)
class BodyForm:
    """One form of a body: `local` when a place follows it, `exact` when case counts (WHO)."""

    body: Body
    local: bool
    exact: str | None


@dataclass(slots=True)
class Trie:
    """Values under sequences of word keys."""

    root: dict[str, Any] = field(default_factory=dict)

    def add(self, keys: tuple[str, ...], value: object) -> None:
        """Put `value` under `keys`, beside those that are there."""
        node = self.root
        for key in keys:
            node = node.setdefault(key, {})
        values = node.setdefault("", [])
        if value not in values:
            values.append(value)

    def find(self, words: list[Word], at: int, skip: dict[int, int]) -> list[tuple[int, list[Any]]]:
        """Return (index after the match, values) of every match at `at`, the longest first.

        `skip` leads over short forms in brackets inside a name.
        """
        node = self.root.get(words[at].key)
        if node is None:
            return []
        found: list[tuple[int, list[Any]]] = []
        index = at
        while node is not None:
            if "" in node and words[index].last:
                found.append((index + 1, node[""]))
            index += 1
            if index in skip and words[index].key not in node:
                index = skip[index]
            if index >= len(words):
                break
            node = node.get(words[index].key)
        found.reverse()
        return found


def _lengths(words: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """Return how long the words of several syllables are that begin with each, longest first."""
    lengths: dict[str, set[int]] = {}
    for keys in words:
        if 2 <= len(keys) <= _LONGEST_WORD:
            lengths.setdefault(keys[0], set()).add(len(keys))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def _openings(tries: dict[int, Trie]) -> dict[str, dict[str, int]]:
    """Return the first words of what tries hold, each with the words that may follow it.

    "" is among those where it may stand alone. The number is the sum of the tries' own: with most
    words of a text nothing begins, with most others what one trie holds.
    """
    openings: dict[str, dict[str, int]] = {}
    for number, trie in tries.items():
        for first, following in trie.root.items():
            after = openings.setdefault(first, {})
            for word in following:
                after[word] = after.get(word, 0) | number
    return openings


class OrganisationForms:
    """Tries over bodies, heads, titles and the words of organisations' names."""

    def __init__(self, reference: Reference) -> None:
        self.reader = WordReader(reference.abbreviations)
        self.bodies = Trie()
        self.heads = Trie()
        self.things = Trie()
        self.titles = Trie()
        # Newspapers without their head: "Tuổi Trẻ".
        self.papers = Trie()
        self.english: set[str] = set()
        # Those that make a body also in Vietnamese text.
        self.english_sure: set[str] = set()
        self.words: dict[tuple[str, ...], bool] = {}
        # The party that leads a country, where one does: "Đảng Nhân dân Cách mạng Lào".
        parties = [
            (body.place_id, body.name)
            for body in reference.bodies
            if body.kind == "foreign" and body.place_id and body.name.startswith("Đảng ")
        ]
        several = Counter(place_id for place_id, _ in parties)
        self.parties = {land: name for land, name in parties if several[land] == 1}
        self.body_by_id = {body.entity_id: body for body in reference.bodies}
        self.countries = {row.entity_id: row for row in reference.countries}
        self.units = {row.entity_id: row for row in reference.administrative_units}
        self.regions = frozenset(
            row.entity_id for row in reference.places if row.kind in ("region", "continent")
        )
        self._above = {row.entity_id: row.parent_id for row in reference.places}
        words = context_words(reference)
        self.after_name = words["after_name"]
        # What numbers count: "50 | máy tính".
        self.counted = words["counted"]
        self.saying = words["saying"]
        self.subject_verbs = words["subject_verb"]
        self.styles = words["state_style"] | words["foreign_style"]
        self.foreign_styles = words["foreign_style"]
        self.other_countries = words["other_country"]
        self.chinese = frozenset(
            row.entity_id for row in reference.countries if row.iso_code in _CHINESE
        )
        self.sure_surnames = frozenset(
            row.surname.casefold() for row in reference.surnames if not row.is_common_word
        )
        self.surnames = frozenset(row.surname.casefold() for row in reference.surnames)
        self.unmarked_surnames = frozenset(fold(row.surname) for row in reference.surnames)
        self.given_names = frozenset(row.given_name for row in reference.given_names)
        for body in reference.bodies:
            self._add_body(body)
        for head in reference.organisation_heads:
            if head.tail == "english":
                self.english.add(head.head)
                if head.kind != "part":
                    self.english_sure.add(head.head)
                continue
            tree = self.things if head.tail == "thing" else self.heads
            tree.add(self.reader.keys(head.head), head)
        # First words of English offices: "President", "Vice".
        self.english_offices: set[str] = set()
        for title in reference.titles:
            for form in (title.title, *title.aliases):
                self.titles.add(self.reader.keys(form), title)
            if title.kind == "office" and _ENGLISH.fullmatch(title.title):
                self.english_offices.add(title.title.split()[0])
        self.english_offices -= _IN_NAMES
        for row in reference.organisation_words:
            self.words[self.reader.keys(row.word)] = row.is_verb
        self._lengths = _lengths(self.words)
        self.openings = _openings({TITLES: self.titles, BODIES: self.bodies, HEADS: self.heads})
        self._english_sure = AhoCorasick(sorted(self.english_sure))

    def _add_body(self, body: Body) -> None:
        if body.kind == "office":  # the Prime Minister issues decisions but is no organisation
            return
        if not body.only_local:
            for form in (body.name, *body.aliases):
                exact = form if form.isupper() and form.isalnum() else None
                self.bodies.add(self.reader.keys(form), BodyForm(body, False, exact))
            for form in body.abbreviations:
                self.bodies.add(self.reader.keys(form), BodyForm(body, False, form))
        if body.kind == "press" and body.name.startswith("Báo "):
            self.papers.add(self.reader.keys(body.name.removeprefix("Báo ")), body)
        patterns = (body.local_name, *body.local_forms) if body.local_name else ()
        for pattern in patterns:
            stem = (pattern or "").replace(_PLACE, " ").strip()
            self.bodies.add(self.reader.keys(stem), BodyForm(body, True, None))
            if f"{stem} Việt Nam" == body.name:  # "Hội Sinh viên Việt Nam tỉnh ..."
                self.bodies.add(self.reader.keys(body.name), BodyForm(body, True, None))

    def country_of(self, place_id: str | None) -> str | None:
        """Return the country that a place of the reference is or lies in, None for none."""
        for _ in range(4):
            if place_id in self.countries:
                return place_id
            if place_id in self.units:
                return VIETNAM
            place_id = self._above.get(place_id or "")
        return None

    def is_abroad(self, place_id: str | None) -> bool:
        """Tell whether a place of the reference is another country or lies in one."""
        return self.country_of(place_id) not in (None, VIETNAM)

    def may_name_in_english(self, text: str) -> bool:
        """Tell whether a word that makes bodies also in Vietnamese text stands in `text`."""
        return bool(self._english_sure.find_matches_as_indexes(text))

    def word_length(self, words: list[Word], at: int) -> int:
        """Return how many syllables the known word at `at` has; 0 when none is known."""
        for length in self._lengths.get(words[at].key, ()) if at < len(words) else ():
            keys = tuple([word.key for word in words[at : at + length]])
            if len(keys) == length and keys in self.words:
                return length
        return 0

    def is_trade(self, word: Word) -> bool:
        """Tell whether one syllable is what firms make or deal in: "giày", "sữa"."""
        return (word.key,) in self.words

    def is_verb(self, words: list[Word], at: int, length: int) -> bool:
        """Tell whether the known word at `at` is also a verb."""
        return self.words.get(tuple(word.key for word in words[at : at + length]), False)

    def head_at(self, words: list[Word], at: int) -> tuple[int, OrganisationHead] | None:
        """Return the longest head at `at` with the index after it; None for none or no body."""
        return self.head_among(words, at, self.heads.find(words, at, {}))

    def head_among(
        self, words: list[Word], at: int, found: list[tuple[int, list[Any]]]
    ) -> tuple[int, OrganisationHead] | None:
        """Return the head at `at` among those `found` there, the longest first."""
        for end, heads in found:
            head: OrganisationHead = heads[0]
            if (
                end - at == _SHORT_HEAD
                and words[end - 1].capital
                and self.word_length(words, end - 1) > 1
            ):
                continue  # "Đảng | Đoàn kết" is no "Đảng đoàn".
            if head.tail == "no_body":
                return None
            return end, head
        return None

    def thing_before(self, words: list[Word], at: int) -> bool:
        """Tell whether a thing that bears names ("đường", "cúp") stands right before `at`."""
        return any(
            end == at
            for start in range(max(at - 3, 0), at)
            for end, _ in self.things.find(words, start, {})
        )


@lru_cache(maxsize=8)
def forms_of(reference: Reference) -> OrganisationForms:
    """Return the compiled forms of `reference`, made once for each object."""
    return OrganisationForms(reference)
