"""How well a page was read: word F1, metadata, and what went wrong, by kind of error.

Pure functions; `extraction` collects their results, `extraction_tables` prints them.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assets.extraction.records import TEXT_KINDS, Line
from benchmarks.extraction_pages import GoldPage
from benchmarks.extraction_readers import Reading

_WORD = re.compile(r"\w+")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_SHORT = 8
_MISSED = 0.5
Label = Callable[[list[str], str], list[bool]]


@dataclass(frozen=True, slots=True)
class TextScore:
    """Precision, recall and F1 over the multisets of lower-cased words."""

    precision: float
    recall: float
    f1: float


def score_text(found: str, gold: str) -> TextScore:
    """Compare a page's text with its gold text."""
    have = Counter(_WORD.findall(found.lower()))
    want = Counter(_WORD.findall(gold.lower()))
    same = sum((have & want).values())
    if not same:
        return TextScore(*([0.0] * 3 if have or want else [1.0] * 3))
    precision, recall = same / sum(have.values()), same / sum(want.values())
    return TextScore(precision, recall, 2 * precision * recall / (precision + recall))


def _plain(text: str | None) -> str:
    """Return NFC text with single spaces and straight quotation marks."""
    return " ".join(unicodedata.normalize("NFC", text or "").translate(_STRAIGHT).split())


def _names(names: Sequence[str]) -> set[str]:
    return {_plain(name).lower() for name in names}


def score_metadata(found: Reading, gold: GoldPage) -> dict[str, float]:
    """Return the measures that the gold data of a page allow, each between 0 and 1."""
    scores: dict[str, float] = {}
    if gold.title:
        title, wanted = _plain(found.title), _plain(gold.title)
        scores["title exact"] = title == wanted
        scores["title contained"] = bool(title) and (
            wanted.lower() in title.lower() or title.lower() in wanted.lower()
        )
    if gold.date:
        scores["date"] = (found.date or "")[:10] == gold.date
        scores["no date"] = not found.date
    if gold.authors:
        have, want = _names(found.authors), _names(gold.authors)
        scores["authors F1"] = 2 * len(have & want) / (len(have) + len(want))
    return scores


def _part(number: int, first: int, last: int) -> str:
    if number < first:
        return "before the text"
    return "behind the text" if number > last else "inside the text"


def _what(line: Line) -> str:
    return "short line" if len(_WORD.findall(line.text)) < _SHORT else "paragraph"


def find_errors(
    found: Reading, gold: str, score: TextScore, label: Label
) -> Iterator[tuple[str, int]]:
    """Yield (kind of error, words) for a page read by one of our readers.

    `label` tells which lines belong to the gold text.
    """
    if not found.text:
        yield "page rejected", len(_WORD.findall(gold))
        return
    if score.f1 < _MISSED:
        yield "page missed: F1 below .5", len(_WORD.findall(gold))
        return
    wanted = label([line.text for line in found.lines], gold)
    inside = [number for number, is_gold in enumerate(wanted) if is_gold]
    if not inside:
        return
    for number, (line, is_gold) in enumerate(zip(found.lines, wanted, strict=True)):
        is_kept = line.kind in TEXT_KINDS
        if is_gold and not is_kept and line.kind != "title":
            place = "opening " if number == inside[0] else ""
            yield f"lost: {place}{_what(line)} named {line.kind}", len(_WORD.findall(line.text))
        elif is_kept and not is_gold:
            where = _part(number, inside[0], inside[-1])
            yield f"kept: {_what(line)} {where}", len(_WORD.findall(line.text))
