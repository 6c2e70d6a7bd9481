"""Shapes that several lines make together: teasers in pairs and triples, comments, end bylines.

Starts from each line's own evidence and changes its score or sets a barrier. Still only signals:
`main_text` decides.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extraction.blocks import PageLine
from assets.extraction.byline import read_byline
from assets.extraction.captions import caption_shape
from assets.extraction.copies import Copies
from assets.extraction.evidence import Evidence, is_prose, is_title_like, own_evidence
from assets.extraction.lexicon import Lexicon
from assets.extraction.outlet import has_slug
from assets.extraction.vocabulary import likeness

_PAIR_RUN = 3
_LEAST_PAIRS = 2
_UNLIKE = 0.35
_ALIKE = 0.6
_RELATED_REACH = 8
_BEFORE_PROSE = 12
_BEHIND_PROSE = 5
_AGO = re.compile(
    r"\b\d{1,2}\s+(?:second|minute|hour|day|week|month|year|giây|phút|giờ|ngày|tuần|tháng|năm)s?"
    r"\s+(?:ago|trước)\W*$|^(?:an?|một) (?:minute|hour|day|week|month|year) ago$",
    re.IGNORECASE,
)
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")


def weigh(lines: Sequence[PageLine], copies: Copies, lexicon: Lexicon) -> list[Evidence]:
    """Return the evidence for each line of a page, in page order."""
    syllables = _looks_vietnamese(lines)
    found = [own_evidence(line, lexicon, syllables=syllables) for line in lines]
    _mark_bylines(lines, found, lexicon)
    _mark_copies(lines, copies, found, lexicon)
    _mark_slugs(lines, found, lexicon)
    _mark_end_bylines(lines, found)
    _mark_pairs(lines, found)
    _mark_teaser_dates(lines, found)
    _mark_resumed(lines, found)
    _mark_comments(lines, found)
    return found


def _looks_vietnamese(lines: Sequence[PageLine]) -> bool:
    sample = "".join(line.text for line in lines if line.words >= 8)[:4000]
    return len(_VIETNAMESE.findall(sample)) > 0.05 * len(sample)


def _mark_bylines(lines: Sequence[PageLine], found: list[Evidence], lexicon: Lexicon) -> None:
    """Read bylines where one can stand: up to twelve lines before a paragraph, four behind one."""
    near: set[int] = set()
    for line in lines:
        if is_prose(line):
            near.update(range(line.index - _BEFORE_PROSE, line.index + _BEHIND_PROSE + 1))
    for line, one in zip(lines, found, strict=True):
        if (
            line.words > 16
            or line.index not in near
            or one.role is not None
            or one.date is not None
        ):
            continue
        one.byline = read_byline(line.text, lexicon)
        if one.byline is not None and one.score > -1.5:
            one.score, one.reason = -1.5, "byline or name"


def _doubled_caption(
    lines: Sequence[PageLine], copies: Copies, lexicon: Lexicon, index: int
) -> bool:
    """Tell a caption that stands twice before a paragraph from a teaser's doubled title."""
    first, second = lines[index - 2], lines[index - 1]
    if index < 3 or not is_prose(lines[index - 3]) or index - 2 in copies.section_of:
        return False
    if index - 3 in copies.teaser_leads:
        return False
    parted = index + 2 in copies.teaser_titles and lines[index + 2].blank_before
    alone = not second.blank_before and parted
    return alone or (not second.blank_before and caption_shape(first, lexicon) is not None)


def _mark_copies(
    lines: Sequence[PageLine], copies: Copies, found: list[Evidence], lexicon: Lexicon
) -> None:
    for index in copies.doubled:
        found[index].score, found[index].reason = -3.0, "one title twice on the line"
    for index, group in copies.groups.items():
        if not is_prose(lines[index]):
            found[index].score = min(found[index].score, -1.8)
            found[index].reason = f"the same line stands {len(group)} times"
    for index in copies.teaser_titles:
        found[index].score, found[index].reason = -2.5, "title twice"
    # One doubled title may be the headline over its text; a lead followed by the next doubled
    # title, or by nothing, is a teaser.
    for index in copies.teaser_leads:
        after = index + 1
        if after >= len(lines) or after in copies.teaser_titles or not is_prose(lines[after]):
            if _doubled_caption(lines, copies, lexicon, index):
                continue
            run = after in copies.teaser_titles or index - 3 in copies.teaser_leads
            found[index].score = -2.5 if run else min(found[index].score, 0.5)
            found[index].reason = "lead under a title that stands twice"
            if run and index - 3 not in copies.teaser_leads:
                found[index - 2].barrier += 1.5


def _mark_slugs(lines: Sequence[PageLine], found: list[Evidence], lexicon: Lexicon) -> None:
    """Mark later lines that begin with an outlet's slug: an article has one lead, the first."""
    slugged = [line.index for line in lines if is_prose(line) and has_slug(line.text, lexicon)]
    for index in slugged[1:]:
        found[index].score, found[index].reason = -2.5, "begins like the lead of another article"
        before = index - 1
        if before > 0 and not lines[before].full_stop and found[before].role is None:
            found[before].score = -2.5
            found[before].reason = "title over the lead of another article"


def _mark_pairs(lines: Sequence[PageLine], found: list[Evidence]) -> None:
    """Mark title-and-sentence pairs in a row, which list other articles when they end the page."""
    start = 0
    while start < len(lines) - 1:
        end = start
        while (
            end + 1 < len(lines)
            and _heads_pair(lines[end])
            and found[end].date is None
            and is_prose(lines[end + 1])
        ):
            end += 2
        headed = any(one.role == "related" for one in found[max(0, start - 2) : start])
        enough = 2 if headed and end >= len(lines) - 2 else _PAIR_RUN
        pairs = (end - start) // 2
        if (pairs >= enough and _other_articles(lines, found, start, end)) or (
            pairs >= _LEAST_PAIRS and _unlike_text(lines, start, end)
        ):
            for index in range(start, end):
                found[index].score = min(found[index].score, -1.2)
                found[index].reason = "one of several title and sentence pairs"
            found[start].barrier += 2.0
        start = max(end, start + 1)


def _unlike_text(lines: Sequence[PageLine], start: int, end: int) -> bool:
    """Tell pairs behind the text whose sentences share little with its paragraphs."""
    if any(is_prose(line) for line in lines[end : end + _RELATED_REACH]):
        return False
    text = [line for line in lines[:start] if is_prose(line)]
    alike = likeness(text, lines[start + 1 : end : 2])
    return alike is not None and alike < _UNLIKE


def _mark_resumed(lines: Sequence[PageLine], found: list[Evidence]) -> None:
    """Lower the barrier of a heading over other articles behind which the text goes on."""
    for index, one in enumerate(found):
        if one.role != "related":
            continue
        behind = range(index + 1, min(len(lines), index + _RELATED_REACH))
        resumed = next((other for other in behind if is_prose(lines[other])), None)
        if resumed is None or found[resumed].score < 1.0:
            continue
        alike = likeness([line for line in lines[:index] if is_prose(line)], [lines[resumed]])
        if alike is not None and alike >= _ALIKE:
            one.barrier = 0.0
            found[resumed].score = 3.0


def _heads_pair(line: PageLine) -> bool:
    """Tell a line that can be the title of a pair; titles may end with a question mark."""
    if line.closed and (line.text[-1] not in "?!" or line.words > 22):
        return False
    return line.words >= 4 and is_title_like(line)


def _other_articles(
    lines: Sequence[PageLine], found: Sequence[Evidence], start: int, end: int
) -> bool:
    """Tell pairs of other articles from an article's own sub-headings.

    They stand behind something that closes an article, or behind an article of several paragraphs
    in a row that itself had no such headings.
    """
    before = found[max(0, start - 3) : start]
    if any(
        one.role in ("related", "comment") or (one.byline is not None and one.barrier >= 2.0)
        for one in before
    ):
        return True
    plain = sum(is_prose(first) and is_prose(second) for first, second in pairwise(lines[:start]))
    tail = sum(is_prose(line) for line in lines[end:])
    titles = [line.words for line in lines[start:end:2]]
    return (
        start > 0
        and plain >= 5
        and tail == 0
        and min(titles) >= 6
        and sum(titles) >= 8 * len(titles)
    )


def _mark_teaser_dates(lines: Sequence[PageLine], found: list[Evidence]) -> None:
    """Mark lists in which a date stands with every title: several dates within a few lines."""
    dated = [i for i, one in enumerate(found) if one.date is not None and lines[i].words <= 12]
    for first, second, third in zip(dated, dated[1:], dated[2:], strict=False):
        if second - first <= 4 and third - second <= 4 and second - first >= 2:
            for index in range(max(0, first - 2), min(len(lines), third + 3)):
                if lines[index].words < 60 and found[index].score < 2.9:
                    found[index].score = min(found[index].score, -0.8)


def _mark_end_bylines(lines: Sequence[PageLine], found: list[Evidence]) -> None:
    """A name alone behind paragraphs, with no paragraph right after it, ends an article."""
    for index, one in enumerate(found):
        if one.byline is None or one.byline.confidence < 0.4 or index < 2:
            continue
        before = lines[max(0, index - 4) : index]
        after = lines[index + 1] if index + 1 < len(lines) else None
        if sum(is_prose(line) for line in before) >= 1 and (after is None or not is_prose(after)):
            one.barrier = max(one.barrier, 4.0 if one.byline.confidence >= 0.5 else 2.0)


def _mark_comments(lines: Sequence[PageLine], found: list[Evidence]) -> None:
    """Mark where readers' comments begin: answers and "2 days ago" recur behind the text."""
    marks = [
        index
        for index, (line, one) in enumerate(zip(lines, found, strict=True))
        if (line.words <= 12 and _AGO.search(line.text))
        or (one.role == "comment" and line.words <= 3 and one.reason.endswith("(comment)"))
    ]
    for first, second, third in zip(marks, marks[1:], marks[2:], strict=False):
        if third - first <= 24 and second - first >= 2:
            start = max(0, first - 2)
            if sum(is_prose(line) for line in lines[:start]) >= 3:
                found[start].barrier += 4.0
            for index in range(start, min(len(lines), third + 3)):
                found[index].score = min(found[index].score, 1.0)
