"""The words of events in a text: kinds and cue words of the reference data, read with one pattern.

Knows words and offsets only; what they say of an event is decided in `anchors` and the rest.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assets.language.folding import settle_tones
from assets.reference.event_records import EventKind
from assets.reference.records import Reference

_BLANK = r"[ \u00a0]+"
# In words, "#" stands for a number: "trao # suất quà".
_COUNT = r"\d[\d.]*"
_NUMBER = re.compile(rf"(?<!\w){_COUNT}(?!\w)")
_NOTHING = re.compile(r"(?!)")


def plain(text: str) -> str:
    """Return `text` in lower case with settled tone marks, each character where it was."""
    settled = settle_tones(text)
    lowered = settled.lower()
    if len(lowered) == len(settled):
        return lowered
    return "".join(one if len(one.lower()) > 1 else one.lower() for one in settled)


def _alternatives(words: Iterable[str]) -> str:
    """Return a pattern that finds the longest of `words` at a place.

    They are grouped by first letter and first word: tried one by one, hundreds of them at every
    word of a text would take longer than all else that is done with it.
    """
    ends: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(set(words), key=lambda one: (-len(one), one)):
        first, *others = (_COUNT if word == "#" else re.escape(word) for word in one.split())
        ends[one[0]][first].append(_BLANK.join(("", *others)))
    groups = []
    for same in ends.values():
        forms = (f"{first}(?:{'|'.join(same[first])})" for first in sorted(same, key=_by_length))
        groups.append(f"(?:{'|'.join(forms)})")
    return "|".join(groups)


def _by_length(word: str) -> tuple[int, str]:
    return -len(word), word


def _key(words: str) -> str:
    return " ".join(words.split())


# The kinds of events are few, and every text names them.
@lru_cache(maxsize=4096)
def _form(words: str) -> str:
    """Return words of a text as the reference data writes them."""
    return _key(_NUMBER.sub("#", words.replace("\u00a0", " ")))


def _last_word(text: str) -> str:
    """Return the letters and digits that end `text`."""
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return text[start:]


@dataclass(frozen=True, slots=True)
class KindMatch:
    """A kind's noun or verb at `start` to `end` of a text.

    `verb_kind` is what a noun means as a verb ("tập huấn"), None when it is none. `named_only`: the
    noun means an event with a name of its own alone ("chương trình “Tết ấm”").
    """

    start: int
    end: int
    kind: EventKind
    is_verb: bool
    verb_kind: EventKind | None = None
    named_only: bool = False


class EventLexicon:
    """Kinds and cue words; all methods take text made `plain`."""

    def __init__(self, reference: Reference) -> None:
        self._nouns: dict[str, EventKind] = {}
        self._verbs: dict[str, EventKind] = {}
        self.kinds = {row.kind: row for row in reference.event_kinds}
        for row in reference.event_kinds:
            for form in (row.kind, *row.forms):
                self._nouns.setdefault(_key(plain(form)), row)
            for verb in row.verbs:
                self._verbs.setdefault(_key(plain(verb)), row)
        words: dict[str, list[str]] = defaultdict(list)
        for cue in reference.event_words:
            words[cue.role].append(plain(cue.words))
        self._not_kinds = frozenset(map(_key, words["no_event"]))
        self._named_only = frozenset(map(_key, words["named_only"]))
        every = (*self._nouns, *self._verbs, *self._not_kinds)
        self._kinds = re.compile(rf"(?<!\w)(?:{_alternatives(every)})(?!\w)")
        self._anywhere = {role: self._pattern(all_, "", "") for role, all_ in words.items()}
        classifiers = _alternatives(words["classifier"])
        gap = rf"(?:{_BLANK}(?:{classifiers}))*{_BLANK}" if classifiers else _BLANK
        self._before = {role: self._pattern(all_, "", rf"{gap}\Z") for role, all_ in words.items()}
        self._last = {
            role: frozenset(map(_last_word, (*all_, *words["classifier"])))
            for role, all_ in words.items()
            if not any(one.endswith("#") for one in all_)
        }

    @staticmethod
    def _pattern(words: list[str], head: str, tail: str) -> re.Pattern[str]:
        if not words:
            return _NOTHING
        return re.compile(rf"{head}(?<!\w)(?:{_alternatives(words)})(?!\w){tail}")

    def kind_matches(self, text: str, start: int, end: int) -> Iterator[KindMatch]:
        """Yield the kinds named in `text[start:end]`, the longest at each place, in order."""
        for match in self._kinds.finditer(text, start, end):
            key = _form(match[0])
            if key in self._not_kinds:
                continue
            noun, verb = self._nouns.get(key), self._verbs.get(key)
            span = match.span()
            if noun is not None:
                # A word such as "tập huấn" may be both; what stands around it tells.
                only = key in self._named_only
                yield KindMatch(*span, noun, is_verb=False, verb_kind=verb, named_only=only)
            elif verb is not None:
                yield KindMatch(*span, verb, is_verb=True)

    def before(self, role: str, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return words of `role` that end the text before `end`, classifiers between allowed."""
        # Most words end none: a look at one spares the search.
        ends = self._last.get(role)
        if ends and _last_word(text[max(0, end - 64) : end].rstrip(" \u00a0")) not in ends:
            return None
        pattern = self._before.get(role, _NOTHING)
        return pattern.search(text, max(start, end - 64), end)

    def first(self, role: str, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first words of `role` in `text[start:end]`."""
        return next(self.all(role, text, start, end), None)

    def may_hold(self, role: str, text: str, start: int, end: int) -> bool:
        """Tell whether words of `role`, or others that begin with them, are in `text[start:end]`.

        A cheap look before what costs more.
        """
        return self._anywhere.get(role, _NOTHING).search(text, start, end) is not None

    def all(self, role: str, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the words of `role` in `text[start:end]`, in order."""
        for found in self._anywhere.get(role, _NOTHING).finditer(text, start, end):
            if not self._is_decoy(text, found):
                yield found

    def at(self, role: str, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the words of `role` that stand at `start`."""
        found = self._anywhere.get(role, _NOTHING).match(text, start, end)
        return None if found is None or self._is_decoy(text, found) else found

    def _is_decoy(self, text: str, found: re.Match[str]) -> bool:
        """Tell whether the words are but the beginning of others: "dự" in "dự án"."""
        longer = self._anywhere.get("decoy", _NOTHING).match(text, found.start())
        return longer is not None and longer.end() > found.end()


def two_sided(kind: EventKind) -> bool:
    """Tell whether a kind of event is one of two sides: a meeting, a reception, a match."""
    return kind.shape in ("encounter", "reception", "match")


def alike(left: EventKind, right: EventKind) -> bool:
    """Tell whether two kinds may be one event told in other words."""
    return left.kind == right.kind or bool(set(left.families) & set(right.families))


@lru_cache(maxsize=2)
def event_lexicon(reference: Reference) -> EventLexicon:
    """Return the lexicon of `reference`, built once."""
    return EventLexicon(reference)
