"""Keys under which names, titles and outlets of gold and warehouse are compared.

The words that do not matter in a comparison are in `unseen_words.json`.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from assets.language.folding import fold, nfc

_WORD = re.compile(r"\w+")
_DOMAIN_END = re.compile(r"\.(com|org|gov|net)?\.?vn$|\.(com|net|org)$")
_LONG_ENOUGH = 5


def key(text: str | None) -> str:
    """Return the words of a text in lower case without accents, one space between them."""
    return " ".join(_WORD.findall(fold(nfc(text or ""))))


_WORDS = json.loads(Path(__file__).with_name("unseen_words.json").read_text(encoding="utf-8"))
_SHORT_FORMS = {key(long): short for long, short in _WORDS["short_forms"].items()}
_GENERIC = re.compile(rf"^({'|'.join(map(key, _WORDS['generic_words']))}) ")
_BEFORE_PLACE = re.compile(rf"^({'|'.join(_WORDS['words_before_places'])}) ", re.IGNORECASE)
_OUTLET_HEAD = re.compile(rf"^({'|'.join(map(key, _WORDS['outlet_words']))})")
_OUTLET_PART = re.compile(rf" ({'|'.join(map(key, _WORDS['outlet_words_anywhere']))})")
TITLES_NOT_JUDGED = frozenset(map(key, _WORDS["titles_not_judged"]))


def name_key(name: str | None) -> str:
    """Return the key of an entity's name: abbreviated, without the generic word before it."""
    folded = key(name)
    for long, short in _SHORT_FORMS.items():
        folded = folded.replace(long, short)
    return _GENERIC.sub("", folded)


def bare_place(surface: str) -> str:
    """Return a place as it stands, without a word before it that may belong to the span or not."""
    return _BEFORE_PLACE.sub("", surface)


def outlet_keys(name: str | None, domain: str | None) -> set[str]:
    """Return the keys of an outlet's name and domain, as far as they are known."""
    keys = {_outlet_key(name or ""), _outlet_key(_DOMAIN_END.sub("", domain or ""))}
    return keys - {""}


def _outlet_key(name: str) -> str:
    return _OUTLET_HEAD.sub("", _OUTLET_PART.sub("", key(name))).replace(" ", "")


def same_outlet(one: str, other: str) -> bool:
    """Tell whether two outlet keys are one: equal, or one that is long enough in the other."""
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= _LONG_ENOUGH and shorter in longer)


class EntityKeys:
    """The gold entity of a warehouse entity: that of its right mentions, else by its name."""

    def __init__(self, matches: Iterable[tuple[str, str]], names: Mapping[str, str]) -> None:
        """Take (entity id, gold entity) of every right mention, and the names of all entities."""
        self._gold: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for entity_id, entity in matches:
            self._gold[entity_id][entity] += 1
        self._names = names

    def __call__(self, entity_id: str | None, wanted: Iterable[str] = ()) -> str | None:
        """Return the gold entity, one of `wanted` where it may be; "?name" for an unknown one."""
        if entity_id is None:
            return None
        known = self._gold.get(entity_id, Counter[str]())
        name = self._names.get(entity_id)
        for entity in wanted:
            if entity in known or name_key(name) == name_key(entity):
                return entity
        return known.most_common(1)[0][0] if known else f"?{name or entity_id}"
