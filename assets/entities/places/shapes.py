"""Places by shape: a generic word and capitalised words ("xã Long Bình"), single or in a list.

For the many units that no list holds. Listed names are found by the gazetteer and come first.
"""

import re
import sys
from dataclasses import dataclass
from functools import lru_cache
from string import digits

from assets.entities.anchors import Anchors, Starts, matches_at
from assets.entities.places.generics import COUNTS, NOT_GENERIC, PLURAL, GenericWords
from assets.entities.places.index import PlaceIndex
from assets.entities.places.words import is_vietnamese_syllable
from assets.language.patterns import any_case

_UPPER = "".join(c for c in map(chr, range(min(sys.maxunicode, 0x1EFF) + 1)) if c.isupper())
# A word with a capital, hyphens and apostrophes in it included.
# The lengths are bounded so that a page of garbage costs no more than a page of text.
# The letter comes before what may not stand before it: a search then looks for the letter only.
NAME_WORD = rf"[{_UPPER}](?<!\w.)[\w'’]{{0,30}}(?:-[^\W\d_]{{1,30}}){{0,5}}"
_RUN = rf"{NAME_WORD}(?:[ \u00a0]{NAME_WORD}){{0,4}}"
_ABOVE = re.compile(
    r"[ \u00a0]*[,(][ \u00a0]*"
    r"(?i:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tp\.?|tỉnh)[ \u00a0]"
)
_LIST_ITEM = re.compile(
    rf"(?P<run>{_RUN})[ \u00a0]*(?P<link>[,;][ \u00a0]*(?:và[ \u00a0]+)?|và[ \u00a0]+|(?!.)|)"
)
_WHERE = ("ở", "tại", "trú", "quê", "ngụ")
_LOCATED = re.compile(
    rf"(?<!\w){any_case(_WHERE)}[ \u00a0]+"
    rf"(?P<runs>(?:{NAME_WORD}(?:[ \u00a0]{NAME_WORD}){{1,2}}(?:[ \u00a0]\d)?,[ \u00a0]*){{1,3}})"
)
_BRACKETED = re.compile(rf"\((?P<runs>{NAME_WORD}[ \u00a0]{NAME_WORD},[ \u00a0]*)")
_OFFICE = re.compile(r"(?i:thị trưởng|chủ tịch|bí thư|tỉnh trưởng|thống đốc)[ \u00a0]\Z")
# Before a village's "bản", which is otherwise the word for a text or a copy.
_LIVED = re.compile(r"(?<!\w)(?i:ở|tại|đến|lên|dân|con|bào|thăm)[ \u00a0]\Z")
_HAMLET_NUMBER = re.compile(r"[ \u00a0]\d{1,2}(?=[,;)\n]|\.(?!\d)|\Z)")
_SITE_NUMBER = re.compile(r"[ \u00a0](?:\d{1,2}|I{1,3}|IV|V)(?:-?[A-E])?(?=[,;)\n ]|\.(?!\d)|\Z)")
_PERSON_LIKE_HEAD = frozenset({"đoàn", "hội", "đảng", "đội", "hữu"})


@dataclass(frozen=True, slots=True)
class ShapedPlace:
    """A generic word with a name; `run` is the name, `name` has the generic word in full."""

    start: int
    run_start: int
    end: int
    run: str
    name: str
    level: int
    confidence: float


class _Patterns:
    """Where a name with a generic word, and a list of such names, may begin.

    `anchors` tells at which words it is worth to look.
    """

    def __init__(self, generics: GenericWords) -> None:
        self.shape = re.compile(
            rf"{NOT_GENERIC}(?P<generic>{generics.leading})[ \u00a0]+"
            rf"(?P<run>\d{{1,2}}(?![\w.,/-]*\d)(?!\w)|{_RUN})"
        )
        self.list_head = re.compile(
            rf"(?<!\w)(?:{any_case(COUNTS)}|\d+)[ \u00a0]+(?P<generics>{generics.any_word}"
            rf"(?:(?:,[ \u00a0]*|[ \u00a0]+và[ \u00a0]+){generics.any_word})*)"
            rf"(?:[ \u00a0]*(?:như|gồm|là|:))*[ \u00a0]+(?={NAME_WORD})"
        )
        self.anchors = Anchors(
            {"generic": generics.leading_words, "count": (*COUNTS, *digits), "where": _WHERE}
        )


@lru_cache(maxsize=8)
def _patterns(generics: GenericWords) -> _Patterns:
    return _Patterns(generics)


@dataclass(frozen=True, slots=True)
class ListSpan:
    """Where the items of "các huyện A, B và C" stand, and of which kinds they are."""

    start: int
    end: int
    generics: frozenset[str]
    items: tuple[tuple[int, int], ...]


def anchors(text: str, index: PlaceIndex) -> Starts:
    """Return where generic words, counts and "ở" begin in `text`, for the functions below."""
    return _patterns(index.generics).anchors.starts(text)


def located_places(text: str, starts: Starts, units: list[int]) -> list[ShapedPlace]:
    """Find unlisted places before a listed unit: "ở Dịch Vọng, Cầu Giấy"; `units`: where they are.

    Only names of two or three Vietnamese syllables right before the comma count.
    """
    found: list[ShapedPlace] = []
    located = matches_at(_LOCATED, text, starts["where"])
    for match in (*located, *_BRACKETED.finditer(text)):
        end = next((unit for unit in units if match.start("runs") < unit <= match.end()), 0)
        start = match.start("runs")
        for run in text[start:end].split(",")[:-1]:
            name = run.strip()
            if all(word.isdigit() or is_vietnamese_syllable(word) for word in name.split()):
                first = text.index(name, start)
                found.append(ShapedPlace(first, first, first + len(name), name, name, 1, 0.7))
            start += len(run) + 1
    return found


def _cut(run: str, index: PlaceIndex) -> str:
    """Cut a run before the person's name that follows ("Tam Thanh | Nguyễn Văn A")."""
    words = run.split()
    for number in range(2, len(words) - 1):
        if words[number] in index.surnames:
            return " ".join(words[:number])
    while len(words) > 1 and len(words[-1]) > 1 and words[-1].isupper() and not words[0].isupper():
        words.pop()
    return " ".join(words)


def _confidence(generic: str, run: str, within: bool, index: PlaceIndex) -> float:
    words, generics = run.split(), index.generics
    addressed = words[0].lower() in index.words["address"]
    if addressed and not (within and generic in generics.hamlets):
        return 0.0  # "… HĐND TP. Ông Lâm …"
    if run.isdigit():
        return (0.9 if within else 0.6) if generic in generics.numbered else 0.0
    body_like = words[0].lower() in _PERSON_LIKE_HEAD and generic not in generics.sites
    if body_like or (words[0].isupper() and len(words[0]) > 1):
        return 0.0
    if within:
        return 0.95
    native = all(map(is_vietnamese_syllable, words))
    if generic in generics.hamlets:
        return 0.7 if len(words) > 1 and generic in ("ấp", "thôn", "buôn", "khóm") else 0.0
    if len(words) == 1 and native:
        return 0.8 if generic in ("sông", "đảo") else 0.0
    return 0.8 if generic in ("xã", "phường", "thị trấn", "huyện", "thị xã") else 0.7


def _seat(run: str, index: PlaceIndex) -> str:
    """Cut a foreign town before its mayor's name: "thành phố Busan | Park Heong-joon"."""
    words = run.split()
    if len(words) < 3 or all(map(is_vietnamese_syllable, words)):
        return run
    return " ".join(words[: 2 if words[0] in index.words["town_opening"] else 1])


def _by_word_before(
    generic: str, run: str, before: str, confidence: float, generics: GenericWords
) -> float:
    """Settle the confidence of a village ("ở bản ...") and of sites in the plural."""
    if generic in generics.sites and PLURAL.search(before):
        return 0.0
    if generic == "bản" and " " in run and _LIVED.search(before):
        return max(confidence, 0.7)
    return confidence


def _is_person(run: str, index: PlaceIndex) -> bool:
    """Tell whether a run is a person's name after a bare "TP" ("Chủ tịch UBND TP Lê Thanh Hải")."""
    words = run.split()
    return len(words) > 2 and words[0] in index.surnames


def shaped_places(
    text: str, starts: Starts, index: PlaceIndex, lists: list[ListSpan]
) -> list[ShapedPlace]:
    """Return the places of `text` that show by their shape, items of `lists` included."""
    found: list[ShapedPlace] = []
    generics = index.generics
    list_starts = {span.start for span in lists}
    for match in matches_at(_patterns(generics).shape, text, starts["generic"]):
        generic = generics.forms[match["generic"].lower()]
        run = _cut(match["run"].replace("\u00a0", " "), index)
        end = match.start("run") + len(run)
        confidence = _confidence(generic, run, _ABOVE.match(text, end) is not None, index)
        numbered = _HAMLET_NUMBER.match(text, end) if generic in generics.hamlets else None
        numbered = _SITE_NUMBER.match(text, end) if generic in generics.sites else numbered
        if numbered is not None:
            run, end = run + numbered[0], numbered.end()
        if generic == "thành phố" and _is_person(run, index):
            continue
        before = text[max(0, match.start() - 12) : match.start()]
        confidence = _by_word_before(generic, run, before, confidence, generics)
        if _OFFICE.search(text, max(0, match.start() - 12), match.start()):
            run = _seat(run, index)
            end = match.start("run") + len(run)
        if confidence and match.start("run") not in list_starts:
            found.append(
                ShapedPlace(
                    match.start(),
                    match.start("run"),
                    end,
                    run,
                    f"{generic} {run}",
                    generics.levels[generic],
                    confidence,
                )
            )
    for span in lists:
        if len(span.generics) == 1:
            (generic,) = span.generics
            level = generics.levels[generic]
            for start, end in span.items:
                run = text[start:end]
                if generic not in generics.hamlets and " " in run:
                    found.append(
                        ShapedPlace(start, start, end, run, f"{generic} {run}", level, 0.7)
                    )
    return found


def list_spans(text: str, starts: Starts, index: PlaceIndex) -> list[ListSpan]:
    """Return the lists of names after a plural generic word ("các quận, huyện như: A, B")."""
    spans: list[ListSpan] = []
    generics = index.generics
    for head in matches_at(_patterns(generics).list_head, text, starts["count"]):
        items: list[tuple[int, int]] = []
        position = head.end()
        while (item := _LIST_ITEM.match(text, position)) is not None:
            run = _cut(item["run"].replace("\u00a0", " "), index)
            if run.split()[0].lower() in generics.forms:
                break
            items.append((position, position + len(run)))
            position = item.end()
            if not item["link"] or len(run) < len(item["run"]):
                break
        if items:
            forms = generics.all_in(head["generics"])
            if forms & generics.sites:
                continue
            spans.append(ListSpan(head.end(), items[-1][1], forms, tuple(items)))
    return spans
