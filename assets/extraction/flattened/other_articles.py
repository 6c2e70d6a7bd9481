"""Whole other articles in one dump: leads listed before the headline, a second article behind.

An article begins where a title, a date line and paragraphs stand together. What stands before the
first such place, or from the second on, speaks of something else: its lines lose score, so that
the main text is the page's own article however long the others are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.evidence import Evidence, is_prose, is_title_like
from assets.extraction.flattened.vocabulary import likeness, word_pairs

BEFORE = "before the headline of the article"
INLINE = "title and lead of another article between paragraphs"
SECOND = "belongs to a second article"
_DATE_REACH = 3  # lines between a title and its date
_TEXT_REACH = 5  # lines between the date and the first paragraph: byline, buttons, a caption
_TITLE_WORDS = 4
_LONGEST_QUESTION = 20
_INLINE_TITLE = 7
_LONGEST_INLINE = 70
_STRANGE = 0.15
_OWN_PARAGRAPHS = 2
_GAP = 2  # captions and links between paragraphs of one article
_UNLIKE, _ALIKE = 0.35, 0.6
_LOW = -1.4
_BARRIER = 5.0
_ENDS = 2.0
_TOPIC_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class Head:
    """Where an article begins: indexes of its title, its date line and its first paragraph.

    `paragraphs` counts those that follow with at most two other lines between.
    """

    title: int
    date: int
    first: int
    paragraphs: int


def find_heads(lines: Sequence[PageLine], found: Sequence[Evidence]) -> list[Head]:
    """Return the places where an article of two paragraphs or more begins, in page order."""
    heads: list[Head] = []
    for index, one in enumerate(found):
        if one.date is None or lines[index].words > 2 * _TITLE_WORDS + len(one.date.moments) * 6:
            continue
        title = _title_of(lines, found, index)
        if title is None or (heads and heads[-1].title == title):
            continue
        first = _first_paragraph(lines, found, max(index, title))
        if first is None:
            continue
        paragraphs = _paragraphs_from(lines, found, first)
        if paragraphs >= _OWN_PARAGRAPHS:
            heads.append(Head(title, index, first, paragraphs))
    return heads


def _title_of(lines: Sequence[PageLine], found: Sequence[Evidence], date: int) -> int | None:
    """Return the title nearest above a date line, or the one right under it."""
    for index in range(date - 1, max(-1, date - 1 - _DATE_REACH), -1):
        if _may_head(lines[index], found[index]):
            return index
        if is_prose(lines[index]) and index < date - 1:
            break
    under = date + 1
    return under if under < len(lines) and _may_head(lines[under], found[under]) else None


def _may_head(line: PageLine, one: Evidence) -> bool:
    plain = one.role is None and one.date is None and one.byline is None and not one.credit
    asks = line.text[-1] in "?!" and line.words <= _LONGEST_QUESTION and not line.inner_stops
    shaped = is_title_like(line) and (asks or not is_prose(line))
    return plain and line.words >= _TITLE_WORDS and shaped


def _first_paragraph(
    lines: Sequence[PageLine], found: Sequence[Evidence], after: int
) -> int | None:
    for index in range(after + 1, min(len(lines), after + 1 + _TEXT_REACH)):
        if found[index].date is not None or found[index].role == "related":
            return None
        if is_prose(lines[index]) and found[index].score > 0:
            return index
    return None


def _paragraphs_from(lines: Sequence[PageLine], found: Sequence[Evidence], first: int) -> int:
    """Count paragraphs in a row; a run of titles with one sentence each counts as one."""
    count = 0
    last = first
    titles = 0
    for index in range(first, len(lines)):
        if is_prose(lines[index]) and found[index].score > 0:
            count += 1
            titles += index - last == 2 and _may_head(lines[index - 1], found[index - 1])
            last = index
        elif index - last > _GAP or found[index].role in ("related", "comment", "footer"):
            break
    return 1 if titles >= count - 1 > 0 else count


def mark_other_articles(lines: Sequence[PageLine], found: Sequence[Evidence]) -> None:
    """Lower the lines before the first article's head and from a second article's head on."""
    heads = find_heads(lines, found)
    if heads:
        _mark_before(lines, found, heads[0])
    for head in heads[1:]:
        if _is_second(lines, found, heads[0], head):
            _mark_second(lines, found, head.title)
            break


def _mark_before(lines: Sequence[PageLine], found: Sequence[Evidence], head: Head) -> None:
    """Mark sentences over the headline: each stands alone under a title of its own."""
    above = [
        line.index
        for line in lines[: head.title]
        if is_prose(line) and not _may_head(line, found[line.index])
    ]
    if any(second - first == 1 for first, second in pairwise(above)):
        return  # paragraphs in a row: the article may stand there
    for index in above:
        if index > 0 and _may_head(lines[index - 1], found[index - 1]):
            found[index].score, found[index].reason = min(found[index].score, _LOW), BEFORE
            found[index - 1].score, found[index - 1].reason = _LOW, BEFORE


def _is_second(
    lines: Sequence[PageLine], found: Sequence[Evidence], own: Head, other: Head
) -> bool:
    """Tell whether a head behind the text begins another article."""
    if other.title <= own.first:
        return False
    text = [line for line in lines[own.first : other.title] if is_prose(line)]
    behind = [line for line in lines[other.first :] if is_prose(line)][:_TOPIC_PARAGRAPHS]
    alike = likeness(text, behind)
    if not text or (alike is not None and alike >= _ALIKE):
        return False
    ended = any(
        one.role in ("related", "comment", "footer") or one.barrier >= _ENDS
        for one in found[own.first : other.title]
    )
    return ended or alike is None or alike < _UNLIKE


def mark_inline_pairs(lines: Sequence[PageLine], found: Sequence[Evidence]) -> None:
    """Mark a title with its lead between two paragraphs that speak of something else.

    Title and lead share words with each other, and hardly any with the rest of the text.
    """
    for index in range(2, len(lines) - 2):
        title, lead = lines[index], lines[index + 1]
        if title.words < _INLINE_TITLE or title.closed or found[index].bullet:
            continue
        if not (_may_head(title, found[index]) and is_prose(lead)):
            continue
        around = is_prose(lines[index - 1]) and is_prose(lines[index + 2])
        if not around or lead.words > _LONGEST_INLINE:
            continue
        rest = [line for line in lines if is_prose(line) and line is not lead]
        alike = likeness(rest, [lead])
        said = set[tuple[str, str]]().union(*(word_pairs(line.text) for line in rest))
        own = word_pairs(title.text)
        if (
            alike is not None
            and alike < _STRANGE
            and own & word_pairs(lead.text)
            and not own & said
        ):
            for one in found[index : index + 2]:
                one.score, one.reason = min(one.score, _LOW), INLINE


def _mark_second(lines: Sequence[PageLine], found: Sequence[Evidence], start: int) -> None:
    found[start].barrier += _BARRIER
    for index in range(start, len(lines)):
        if found[index].role is None:
            found[index].score = min(found[index].score, _LOW)
            if found[index].date is None:
                found[index].reason = SECOND
