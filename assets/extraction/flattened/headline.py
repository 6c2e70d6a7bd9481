"""The headline of a flattened page, or what is left of it in repeated alt texts.

Chooses among the lines before the main text by place, copies and the words they share with the
text. A page that lost its headline may still repeat it, cut short, above its captions.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.copies import Copies
from assets.extraction.flattened.evidence import Evidence, is_title_like
from assets.extraction.flattened.known_lines import OTHER_TITLE, REPEATED
from assets.language.folding import fold

_REACH = 25
_LEAST_SCORE = 0.9
_SAMPLE = 4000
_PER_LINE = 0.03
_BESIDE_DATE = 1.4
_ABOVE_BYLINE = 0.8
_COPIED_ABOVE = 1.0
_FURNITURE = 1.0
_OPENS_TEXT = 1.4
_LEAST_OVER = 5
_LEAST_LEAD = 16  # shorter, and what stands over the date is rather a section or a motto
_SHORT = 0.6
_COUNTER_WORDS = 3  # "0 thảo luận"
# A site's own name over its menu; a headline may begin so too, hence only a cost.
_NAMES_SITE = re.compile(
    r"(?:trang (?:thông )?tin(?: điện tử)?|cổng thông tin(?: điện tử)?|chuyên trang|website"
    r"|báo điện tử|tạp chí điện tử|cơ quan (?:ngôn luận|của)|diễn đàn của|tiếng nói của)\b",
    re.IGNORECASE,
)
_LONGEST_SITE = 16
# The name of an outlet and nothing else: "Báo Quảng Ninh điện tử".
_NAMES_OUTLET = re.compile(
    r"(?:báo|tạp chí|thời báo)(?: [^\W\d_]+){1,5} (?:điện tử|online)", re.IGNORECASE
)
_SITE = 2.0
_LETTER_OR_DIGIT = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline: its line's index (None when recovered from alt texts), text and source."""

    index: int | None
    text: str
    source: str


def _sample(lines: Sequence[PageLine], kept: Sequence[bool]) -> str:
    """Return the beginning of the main text, folded."""
    text = " ".join(line.text for line, keep in zip(lines, kept, strict=True) if keep)
    return fold(text[:_SAMPLE])


def _shared(key: str, sample: str) -> float:
    """Return the share of a line's words that stand in the text; those of two letters tell nothing.

    A page has few lines that may be its headline: looking for their words is quicker than
    splitting the text into all of its own.
    """
    words = {word for word in key.split() if len(word) >= 3}
    return sum(_stands_in(word, sample) for word in words) / len(words) if words else 0.0


def _stands_in(word: str, sample: str) -> bool:
    """Tell whether a word stands in a text by itself, not only as part of a longer one."""
    start = sample.find(word)
    while start >= 0:
        end = start + len(word)
        beside = sample[max(0, start - 1) : start] + sample[end : end + 1]
        if _LETTER_OR_DIGIT.search(beside) is None:
            return True
        start = sample.find(word, start + 1)
    return False


def find_headline(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    copies: Copies,
    kept: Sequence[bool],
) -> Headline | None:
    """Return the headline of a page whose main text is `kept`, or None when nothing tells it."""
    first = kept.index(True)
    last = len(kept) - 1 - list(reversed(kept)).index(True)
    sample = _sample(lines, kept)
    keys = {line.key for line in lines if line.key}
    best: tuple[float, int] | None = None
    # The first line of the stretch may be the headline itself: one that asks, calls or quotes.
    opening = lines[first]
    top = first if opening.full_stop and opening.text[-1] not in "?!" else first + 1
    for index in range(max(0, first - _REACH), top):
        line = lines[index]
        if not _may_be_headline(line, found[index], copies):
            continue
        score = _headline_score(lines, found, copies, index, first, last)
        score += 2.0 * _shared(line.key, sample) + _truncated_copies(line.key, keys)
        if best is None or score > best[0] + 1e-9:
            best = (score, index)
    if best is not None and best[0] >= _LEAST_SCORE:
        line = lines[best[1]]
        return Headline(best[1], line.text, f"line {line.line_no}: headline above the text")
    return _recovered(lines, found, copies, kept, sample)


def _may_be_headline(line: PageLine, one: Evidence, copies: Copies) -> bool:
    return (
        is_title_like(line)
        and one.role is None
        and one.date is None
        and not (one.byline is not None and (one.byline.labelled or line.words <= 3))
        and not one.credit
        and not one.bullet
        and not line.unaccented
        and not _NAMES_OUTLET.fullmatch(line.text)
        and line.index not in copies.doubled
        and line.index not in copies.section_of
        and one.barrier < 2.0
        and one.reason != OTHER_TITLE
        and one.reason not in ("imprint", "few letters", "link to the page of another article")
    )


def _headline_score(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    copies: Copies,
    index: int,
    first: int,
    last: int,
) -> float:
    line = lines[index]
    score = -_PER_LINE * max(0, first - index - 1)
    if 6 <= line.words <= 28:
        score += 0.5
    copied = [other for other in copies.groups.get(index, ()) if other != index]
    if any(first <= other <= last for other in copied):
        score += 1.5
    elif copied and line.words >= _LEAST_OVER:
        score += _COPIED_ABOVE
    near = range(max(0, index - 2), min(len(lines), index + 4))
    if any(found[other].date is not None for other in near):
        score += _BESIDE_DATE
    if any(_names_author(found[other]) and other > index for other in near):
        score += _ABOVE_BYLINE
    return score - _headline_cost(lines, found, copies, index, first)


def _headline_cost(
    lines: Sequence[PageLine], found: Sequence[Evidence], copies: Copies, index: int, first: int
) -> float:
    """Return what speaks against a headline: furniture, teasers beside it, a site's name."""
    line = lines[index]
    cost = _SHORT if line.words < _LEAST_OVER else 0.0
    if _NAMES_SITE.match(line.text) and line.words <= _LONGEST_SITE:
        cost += _SITE
    if found[index].reason in ("furniture phrase", REPEATED):
        cost += _FURNITURE
    beside = [other for other in (index - 1, index + 1) if 0 <= other < first]
    if beside and all(
        is_title_like(lines[other])
        and lines[other].words >= 5
        and lines[other].key != line.key
        and found[other].date is None
        and found[other].role is None
        for other in beside
    ):
        cost += 0.5
    if any(found[other].role == "related" for other in range(max(0, index - 3), index)):
        cost += 1.0
    if index >= first - 1 and _stands_under_headline(lines, found, copies, index):
        cost += _OPENS_TEXT
    return cost


def _stands_under_headline(
    lines: Sequence[PageLine], found: Sequence[Evidence], copies: Copies, index: int
) -> bool:
    """Tell an open lead: date or byline stand right over it, and a headline over those."""
    if lines[index].words < _LEAST_LEAD:
        return False
    told = False
    other = index - 1
    while other >= 0:
        tells = found[other].date is not None or found[other].byline is not None
        if not tells and lines[other].words > _COUNTER_WORDS:
            break
        told = told or tells
        other -= 1
    if other < 0 or not told:
        return False
    headed = lines[other].words >= _LEAST_OVER and not lines[other].full_stop
    return headed and _may_be_headline(lines[other], found[other], copies)


def _names_author(one: Evidence) -> bool:
    return one.byline is not None and (one.byline.labelled or one.byline.confidence >= 0.8)


def _truncated_copies(key: str, keys: set[str]) -> float:
    """Return a bonus when other lines repeat the beginning of the headline (cut alt texts)."""
    words = key.split()
    return 1.2 if any(" ".join(words[:n]) in keys for n in range(5, len(words))) else 0.0


def _recovered(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    copies: Copies,
    kept: Sequence[bool],
    sample: str,
) -> Headline | None:
    """Read a lost headline from an alt text that stands at least twice above captions."""
    first = kept.index(True)
    last = len(kept) - 1 - list(reversed(kept)).index(True)
    for index in range(first, last + 1):
        line = lines[index]
        inside = [other for other in copies.groups.get(index, ()) if first < other < last]
        if (
            len(inside) >= 2
            and line.words >= 5
            and not line.full_stop
            and not line.unaccented
            and found[index].role is None
            and all(second - one > 1 for one, second in pairwise(inside))
            and _shared(line.key, sample) >= 0.6
        ):
            source = f"line {line.line_no}: truncated headline, from an alt text repeated"
            return Headline(None, line.text, f"{source} {len(inside)} times")
    return None
