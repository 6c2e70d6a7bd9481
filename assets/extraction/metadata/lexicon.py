"""Reference data made ready for reading pages: menu words, outlets, surnames, places as look-ups.

Compiled once per `Reference`. Rules that use the look-ups live with the thing they decide
(`byline`, `outlet`, `copies` …).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from assets.language.folding import fold, nfc, settle_tones
from assets.reference.records import MenuRole, MetaMeaning, Outlet, Reference

_SPACES = re.compile(r"\s+")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_KIND_OF_OUTLET = re.compile(r"^(?:báo điện tử|báo|tạp chí điện tử|tạp chí|thời báo|đài|kênh)\s+")
_PHRASE_WORDS = 3
_PAIR_WORDS = 2
_WRITERS = frozenset(("nhà báo", "nhà văn", "nhà thơ", "nhà nghiên cứu", "chuyên gia", "luật gia"))
_COUNT = re.compile(r"\s*[(\[]?\b\d{1,6}\b[)\]]?$")


@lru_cache(maxsize=8192)
def line_key(text: str) -> str:
    """Return the key under which a short line is looked up: accents stay, edges and case go."""
    if text.isascii():
        return _EDGES.sub("", " ".join(text.lower().split()))
    return _EDGES.sub("", _SPACES.sub(" ", settle_tones(nfc(text)).casefold()))


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Look-ups made of reference data; keys are `line_key`s except where said.

    Each is equal to itself only, so that what lines tell by it can be kept.
    """

    roles: dict[str, MenuRole]
    menu_names: dict[str, str]
    plain_roles: dict[str, MenuRole]
    caption_openings: tuple[str, ...]
    caption_marks: tuple[str, ...]
    caption_subjects: tuple[str, ...]
    byline_labels: tuple[str, ...]
    byline_letters: frozenset[str]
    byline_heads: frozenset[str]
    byline_works: frozenset[str]
    accounts: frozenset[str]
    degrees: frozenset[str]
    surnames: frozenset[str]
    places: frozenset[str]
    countries_and_provinces: frozenset[str]
    domains: dict[str, str]
    slugs: dict[str, str]
    outlet_names: dict[str, str]
    shown_names: dict[str, str]
    furniture: dict[str, str]
    phrases: dict[str, tuple[str, ...]]
    error_phrases: tuple[str, ...]
    meta_names: dict[MetaMeaning, tuple[str, ...]]

    def has_furniture_phrase(self, text: str) -> bool:
        """Tell whether a line contains a menu phrase of three words or more ("we use cookies")."""
        lowered = text.lower()
        words = lowered.split()
        if self.phrases.keys().isdisjoint(words):
            return False
        begun = self.phrases.keys() & set(words)
        return any(phrase in lowered for word in begun for phrase in self.phrases[word])

    def has_error_phrase(self, text: str) -> bool:
        """Tell whether a line contains a phrase of error pages or captchas of three words."""
        lowered = text.lower()
        return any(phrase in lowered for phrase in self.error_phrases)

    def role_of(self, text: str) -> MenuRole | None:
        """Return what a whole line is as page furniture, or None ("Chia sẻ (12)" is "Chia sẻ")."""
        if len(text) > 90:
            return None
        key = line_key(text)
        role = self.roles.get(key)
        if role is None and key[-1:].isdigit():
            role = self.roles.get(_EDGES.sub("", _COUNT.sub("", key)))
        if role is None and text.isascii():
            role = self.plain_roles.get(key)
        if role is None and " - " in key and self._joins_sections(text):
            return "section"
        return role

    def _joins_sections(self, text: str) -> bool:
        """Tell a section of two names: "Giao thông - Đô thị"."""
        parts = text.split(" - ")
        short = all(part[:1].isupper() and len(part.split()) <= _PAIR_WORDS for part in parts)
        return short and any(self.roles.get(line_key(part)) == "section" for part in parts)


_CACHE: list[tuple[Reference, Lexicon]] = []


def lexicon_of(reference: Reference) -> Lexicon:
    """Return the look-ups of `reference`, compiled at the first call for that object."""
    for known, lexicon in _CACHE:
        if known is reference:
            return lexicon
    lexicon = _compile(reference)
    _CACHE[:] = [*_CACHE[-3:], (reference, lexicon)]
    return lexicon


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Map keys to ids, leaving out a key that two outlets claim: it tells nothing for certain."""
    found: dict[str, str] = {}
    disputed: set[str] = set()
    for key, value in pairs:
        if key and found.setdefault(key, value) != value:
            disputed.add(key)
    return {key: value for key, value in found.items() if key not in disputed}


def _names(outlet: Outlet) -> tuple[str, ...]:
    return (outlet.name, *outlet.names)


def _shown_names(outlet: Outlet) -> tuple[str, ...]:
    """Return the forms in which head and foot of a page show an outlet's name."""
    cores = dict.fromkeys(_KIND_OF_OUTLET.sub("", line_key(name)) for name in _names(outlet))
    forms = [line_key(name) for name in _names(outlet)]
    for core in cores:
        forms += [f"báo {core}", f"báo {core} điện tử", f"báo điện tử {core}", f"báo {core} online"]
        forms += [f"{core} điện tử", f"{core} online", f"tạp chí {core}", f"trang {core}"]
    return tuple(dict.fromkeys(forms))


def _unique_roles(roles: dict[str, MenuRole]) -> dict[str, MenuRole]:
    """Return the roles of accented words of two syllables or more, for pages without accents."""
    pairs = ((fold(key), role) for key, role in roles.items() if " " in key and not key.isascii())
    found: dict[str, MenuRole] = {}
    for key, role in pairs:
        found.setdefault(key, role)
    return {key: role for key, role in found.items() if key not in roles}


def _degrees(reference: Reference) -> frozenset[str]:
    """Return what stands before a writer's name: degrees, and what writers are called."""
    return frozenset(
        line_key(form)
        for title in reference.titles
        if title.kind in ("degree", "rank") or title.title in _WRITERS
        for form in (title.title, *title.aliases)
    )


def _countries_and_provinces(reference: Reference) -> frozenset[str]:
    """Return the names of the places that stand alone on a line of their own: menus list them."""
    provinces = [row for row in reference.administrative_units if row.kind == "province"]
    return frozenset(
        line_key(name)
        for rows in (reference.countries, reference.places, provinces)
        for row in rows
        for name in (row.name, *row.aliases)
    )


def _compile(reference: Reference) -> Lexicon:
    outlets = reference.outlets
    openings: dict[str, list[str]] = {"caption": [], "byline": []}
    works: list[str] = []
    marks: list[str] = []
    subjects: list[str] = []
    accounts: list[str] = []
    roles: dict[str, MenuRole] = {}
    for word in reference.menu_words:
        key = line_key(word.text)
        if word.role == "caption" and word.text.startswith("…"):
            marks.append(key)
        elif word.role == "byline" and word.text.startswith("…"):
            works.append(key)
        elif word.role == "caption" and word.text.endswith("…"):
            subjects.append(key)
        elif word.role in ("caption", "byline"):
            openings[word.role].append(key)
        elif word.role == "account":
            accounts.append(key)
        elif key:
            roles.setdefault(key, word.role)
    phrases: dict[str, tuple[str, ...]] = {}
    for key, role in roles.items():
        if role in ("comment", "tool", "footer", "error") and len(key.split()) >= _PHRASE_WORDS:
            first = key.split()[0]
            phrases[first] = (*phrases.get(first, ()), key)
    places = {
        line_key(name)
        for rows in (reference.countries, reference.places, reference.administrative_units)
        for row in rows
        for name in (row.name, *row.aliases)
    }
    return Lexicon(
        roles=roles,
        plain_roles=_unique_roles(roles),
        menu_names={
            line_key(word.text): word.text
            for word in reference.menu_words
            if word.role == "section" and not word.text.isupper()
        },
        caption_openings=tuple(sorted(set(openings["caption"]))),
        caption_marks=tuple(sorted(set(marks))),
        caption_subjects=tuple(sorted(set(subjects))),
        byline_labels=tuple(sorted(set(openings["byline"]), key=lambda key: (-len(key), key))),
        byline_letters=frozenset(key[0] for key in openings["byline"] if key),
        byline_heads=frozenset(openings["byline"]),
        byline_works=frozenset(works),
        accounts=frozenset(accounts),
        degrees=_degrees(reference),
        surnames=frozenset(line_key(row.surname) for row in reference.surnames),
        places=frozenset(places),
        countries_and_provinces=_countries_and_provinces(reference),
        domains=_unique((d.lower(), o.outlet_id) for o in outlets for d in o.domains),
        # A slug is compared as it stands: "TTO" is a slug, "tto" is not.
        slugs=_unique((nfc(s), o.outlet_id) for o in outlets for s in o.slugs),
        outlet_names=_unique((line_key(n), o.outlet_id) for o in outlets for n in _names(o)),
        # An outlet's own name goes before the forms made of another's.
        shown_names=_unique((form, o.outlet_id) for o in outlets for form in _shown_names(o))
        | _unique((line_key(name), o.outlet_id) for o in outlets for name in _names(o)),
        furniture=_unique((line_key(f), o.outlet_id) for o in outlets for f in o.furniture),
        phrases=phrases,
        error_phrases=tuple(
            sorted(
                key
                for key, role in roles.items()
                if role == "error" and len(key.split()) >= _PHRASE_WORDS
            )
        ),
        meta_names={
            meaning: tuple(row.name for row in reference.meta_names if row.meaning == meaning)
            for meaning in get_args(MetaMeaning)
        },
    )
