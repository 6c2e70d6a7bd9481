"""Titles at a place in a text: the lexicon of `titles.csv`, read forwards and backwards.

Knows words and offsets only; whose title it is is decided in `roles`.
"""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise

from assets.language.folding import name_key
from assets.reference.records import Reference

_WORD = re.compile(r"\w+")
_MAX_WORDS = 7
_MAX_HEAD = 3
_WINDOW = 80
# What may stand behind any title and is part of it.
_RANK_WORDS = (("thường", "trực"), ("phụ", "trách"), ("danh", "dự"), ("chuyên", "trách"))
# Diplomatic ranks are offices as well: "Đại sứ Nhật Bản tại Việt Nam".
_POSTS = frozenset({"đại sứ", "phó đại", "tham tán", "công sứ", "đại biện"})
# "Hạt trưởng", "Phó Trạm trưởng": heads of any body; these words make another thing of it.
# "ông Nam, trưởng thôn": an apposition that says enough.
_ENOUGH = frozenset({("trưởng", "thôn"), ("trưởng", "bản"), ("trưởng", "ấp"), ("công", "an")})
# "trợ lý HLV Nam", "phu quân Tổng thống Lan": the name may be that of the one beside the office.
_BESIDE = frozenset({("trợ", "lý"), ("thư", "ký"), ("phu", "quân"), ("phu", "nhân")})
_BESIDE_WORDS = frozenset({"vợ", "chồng"})
_NO_DEPUTY = frozenset({"ứng", "đối", "cấp", "một", "hai", "ba", "các", "và", "là", "có"})
_NO_HEAD = frozenset({"tăng", "sinh", "huynh", "gia", "cử", "quang", "sở", "phụ"})
# English offices that name one person by themselves.
_SPECIFIC_ENGLISH = frozenset({"minister", "ambassador", "governor", "mayor"})
_MINISTERS = frozenset({("bộ", "trưởng"), ("thứ", "trưởng")})
_MAX_PORTFOLIO = 6
_PORTFOLIO = re.compile(r"\w+(?:,?[ \u00a0](?:và[ \u00a0])?\w+){0,5}")
_FORMER = frozenset({"nguyên", "cựu", "cố", "former"})
_DEPUTIES = frozenset({"phó", "quyền", "deputy", "vice", "acting"})
_PLURAL = frozenset({"các", "những", "nhiều", "một", "mấy", "hai", "ba"})
# Last words of the offices that are made of other words.
_LAST_OF_MADE = frozenset({"trưởng", "phó", *(words[-1] for words in _RANK_WORDS)})


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """A title at `text[start:end]`; `name` in its usual writing, "nguyên" before a former one.

    `lonely` titles name an office without an organisation ("Thủ tướng"); `specific` ones do so as
    an apposition ("ông Nam, Hạt trưởng"). `capital` when the text writes the title with one.
    """

    start: int
    end: int
    name: str
    former: bool
    lonely: bool
    specific: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class _Words:
    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def _in_order(found: Iterable[re.Match[str]]) -> _Words:
    kept = tuple(found)
    return _Words(tuple(name_key(m[0]) for m in kept), tuple(m.span() for m in kept))


def _read_on(text: str, start: int) -> _Words:
    """Return the first words from `start` on, as many as a title may have."""
    return _in_order(
        islice(_WORD.finditer(text, start, min(len(text), start + _WINDOW)), _MAX_WORDS)
    )


# Several rules ask what stands before one name.
@lru_cache(maxsize=256)
def _read_back(text: str, end: int) -> _Words:
    """Return the last words before `end`: as many as a title may have, and two before it."""
    return _in_order(deque(_WORD.finditer(text, max(0, end - _WINDOW), end), _MAX_WORDS + 2))


def _last_word(text: str, end: int, between: str) -> str:
    """Return the key of the last word before `end`, "" when more than `between` parts them.

    Most words end no title: a look at one spares reading the others.
    """
    last = end
    while last and text[last - 1] in between:
        last -= 1
    start = last
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return name_key(text[start:last])


def _together(text: str, spans: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether only blanks stand between the words."""
    return all(text[a[1] : b[0]].strip(" \u00a0") == "" for a, b in pairwise(spans))


class TitleLexicon:
    """Offices, and the forms of address, ranks and degrees that stand beside names."""

    def __init__(self, reference: Reference) -> None:
        self._offices: dict[tuple[str, ...], tuple[str, bool]] = {}
        self._styles: set[tuple[str, ...]] = set()
        for row in reference.titles:
            for form in (row.title, *row.aliases):
                key = tuple(_WORD.findall(name_key(form)))
                post = row.kind == "rank" and " ".join(key[:2]) in _POSTS
                if row.kind == "office" or post:
                    alone = not row.needs_organisation or key[-1] in _SPECIFIC_ENGLISH
                    self._offices.setdefault(key, (row.title, alone))
                elif key:
                    self._styles.add(key)
        self._names = {title for title, _ in self._offices.values()}
        self._heads = {
            tuple(_WORD.findall(name_key(row.head)))
            for row in reference.organisation_heads
            if row.lower_case and row.tail not in ("no_body", "english")
        }
        self._portfolios = {
            tuple(_WORD.findall(name_key(row.name)))[1:]
            for row in reference.bodies
            if row.name.startswith("Bộ ")
        }
        # "Thủ tướng" may be listed as a form of address too: beside a name it is the office.
        self._styles -= self._offices.keys()
        # Most words end no title and begin or end no style: a look at one tells it.
        self._last_of_offices = {key[-1] for key in self._offices if key} | _LAST_OF_MADE
        self._first_of_styles = {key[0] for key in self._styles}
        self._last_of_styles = {key[-1] for key in self._styles}

    def _office(self, keys: tuple[str, ...]) -> tuple[str, bool] | None:
        found = self._offices.get(keys)
        if found is None and keys[-2:] in _RANK_WORDS and keys[:-2] in self._offices:
            title, lonely = self._offices[keys[:-2]]
            return f"{title} {' '.join(keys[-2:])}", lonely
        if found is None and keys[-1:] == ("trưởng",):
            found = self._head(keys)
        if found is None and len(keys) == 2 and keys[1] == "phó" and keys[0] not in _NO_DEPUTY:
            # "Cục phó", "Vụ phó": short for the deputy head of that body.
            found = f"{keys[0].capitalize()} phó", False
        if found is None and keys[:1] and keys[0] in _DEPUTIES and keys[1:] in self._offices:
            title, lonely = self._offices[keys[1:]]
            return f"{keys[0].capitalize()} {title}", lonely
        return found

    def _head(self, keys: tuple[str, ...]) -> tuple[str, bool] | None:
        """Return "Hạt trưởng" and other heads whose body is a word of the title."""
        if keys[:-1] in self._offices:
            title, lonely = self._offices[keys[:-1]]
            return f"{title} trưởng", lonely
        deputy = keys[0] == "phó"
        if len(keys) != 2 + deputy or keys[deputy] in _NO_HEAD or not keys[deputy].isalpha():
            return None
        title = f"{keys[deputy].capitalize()} trưởng"
        return (f"Phó {title}" if deputy else title), False

    def _match(self, text: str, words: _Words, first: int, last: int) -> TitleMatch | None:
        """Return the title of words `first` to `last` (exclusive), "nguyên" before it included."""
        spans = words.spans[first:last]
        if not spans or words.keys[last - 1] not in self._last_of_offices:
            return None
        former = words.keys[first] in _FORMER
        office = self._office(words.keys[first + former : last])
        if office is None or not _together(text, spans):
            return None
        start = spans[0][0]
        mixed = len(spans) == 2 and text[start].islower() and text[spans[1][0]].isupper()
        if mixed and office[0] not in self._names:
            return None  # "tiếp | Phó Chủ tịch" is no deputy of anything.
        name = f"{words.keys[first]} {office[0]}" if former else office[0]
        head = words.keys[max(0, last - 2) : last]
        specific = office[1] or head[-1:] == ("trưởng",) or head in _ENOUGH
        capital = text[start].isupper() or text[spans[former][0]].isupper()
        return TitleMatch(start, spans[-1][1], name, former, office[1], specific, capital)

    def minister_ending_at(self, text: str, end: int) -> TitleMatch | None:
        """Return "Bộ trưởng Ngoại giao", a minister with the portfolio, that ends at `end`."""
        if "trưởng" not in text[max(0, end - _WINDOW) : end].lower():
            return None
        words = _read_back(text, end)
        if not words.spans or words.spans[-1][1] != end:
            return None
        count = len(words.keys)
        for size in range(1, min(_MAX_PORTFOLIO, count - 1) + 1):
            if words.keys[max(0, count - size - 2) : count - size] not in _MINISTERS:
                continue
            portfolio = text[words.spans[count - size][0] : end]
            title = self.ending_at(text, words.spans[count - size - 1][1])
            named = portfolio[0].isupper() or words.keys[count - size :] in self._portfolios
            if title is None or not named or not _PORTFOLIO.fullmatch(portfolio):
                return None
            return replace(title, end=end, name=f"{title.name} {portfolio}")
        return None

    def ending_at(self, text: str, end: int) -> TitleMatch | None:
        """Return the longest title that ends at `end`; None for a plural ("các Phó Chủ tịch")."""
        if _last_word(text, end, "") not in self._last_of_offices:
            return None
        words = _read_back(text, end)
        count = len(words.keys)
        for first in range(max(0, count - _MAX_WORDS), count):
            found = self._match(text, words, first, count)
            if found is not None:
                return None if self._is_of_others(text, words, first) else found
        return None

    def _is_of_others(self, text: str, words: _Words, first: int) -> bool:
        """Tell whether the words before a title say that others, or another office, are meant."""
        if not first or not _together(text, words.spans[first - 1 : first + 1]):
            return False
        if words.keys[first - 1] in _PLURAL | _BESIDE_WORDS:
            return True
        if words.keys[first - 1 : first + 1] in _MINISTERS:
            # "Bộ trưởng Công an" is a minister, no "Trưởng Công an".
            return True
        return words.keys[max(0, first - 2) : first] in _BESIDE

    def starting_at(self, text: str, start: int) -> list[TitleMatch]:
        """Return all titles that start at `start`, the longest first."""
        words = _read_on(text, start)
        if not words.spans or words.spans[0][0] != start:
            return []
        lengths = range(min(_MAX_WORDS, len(words.keys)), 0, -1)
        return [found for n in lengths if (found := self._match(text, words, 0, n))]

    def begins_body(self, text: str, start: int) -> bool:
        """Tell whether the words at `start` begin the name of a body, known or not."""
        words = _read_on(text, start)
        if not words.spans or words.spans[0][0] != start:
            return False
        return text[start].isupper() or any(
            words.keys[:size] in self._heads for size in range(1, _MAX_HEAD + 1)
        )

    def skip_styles_back(self, text: str, end: int) -> int:
        """Return where the forms of address, ranks and degrees before `end` begin."""
        while True:
            if _last_word(text, end, " \u00a0.,") not in self._last_of_styles:
                return end
            words = _read_back(text, end)
            if not words.keys:  # only blanks for longer than a title may be
                return end
            count = len(words.keys)
            may_be_office = words.keys[-1] in self._last_of_offices
            for size in range(min(_MAX_WORDS, count), 0, -1):
                # "Thủ tướng" ends in a rank, but is an office.
                if may_be_office and self._office(words.keys[count - size :]) is not None:
                    return end
                if words.keys[count - size :] in self._styles:
                    end = words.spans[count - size][0]
                    break
            else:
                return end

    def skip_styles(self, text: str, start: int) -> int:
        """Return where the forms of address, ranks and degrees right after `start` end."""
        # A full stop may end a short form ("PGS."), but before the first it ends the sentence.
        blanks = " \u00a0"
        while True:
            words = _read_on(text, start)
            if not words.spans or text[start : words.spans[0][0]].strip(blanks):
                return start
            if words.keys[0] not in self._first_of_styles:
                return start
            blanks = " \u00a0."
            for size in range(min(_MAX_WORDS, len(words.keys)), 0, -1):
                if words.keys[:size] in self._styles:
                    start = words.spans[size - 1][1]
                    break
            else:
                return start


@lru_cache(maxsize=2)
def title_lexicon(reference: Reference) -> TitleLexicon:
    """Return the lexicon of `reference`, built once."""
    return TitleLexicon(reference)
