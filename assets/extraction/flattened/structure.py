"""Shapes that several lines make together: teasers in pairs and triples, comments, end bylines.

Starts from each line's own evidence and changes its score or sets a barrier. Still only signals:
`main_text` decides.
"""

import re
from collections.abc import Sequence

from assets.extraction.flattened.alternation import FOREIGN, find_runs, foreignness
from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.captions import caption_shape
from assets.extraction.flattened.copies import Copies
from assets.extraction.flattened.evidence import Evidence, is_prose, own_evidence
from assets.extraction.flattened.known_lines import mark_known
from assets.extraction.flattened.numbered import mark_numbered
from assets.extraction.flattened.other_articles import mark_inline_pairs, mark_other_articles
from assets.extraction.flattened.vocabulary import likeness
from assets.extraction.metadata.byline import read_byline
from assets.extraction.metadata.lexicon import Lexicon
from assets.extraction.metadata.outlet import has_slug
from assets.extraction.repetition import NOTHING_KNOWN, KnownLines
from assets.language.folding import has_vietnamese_letters
from assets.reference.records import MenuRole

PAIR = "one of several title and sentence pairs"
_UNLIKE = 0.35
_BEHIND_TEXT = 2
_SAMPLE = 1500
_ALIKE = 0.6
_RELATED_REACH = 8
_BEFORE_PROSE = 12
_BEHIND_PROSE = 5
_AGO = re.compile(
    r"\b\d{1,2}\s+(?:second|minute|hour|day|week|month|year|giây|phút|giờ|ngày|tuần|tháng|năm)s?"
    r"\s+(?:ago|trước)\W*$|^(?:an?|một) (?:minute|hour|day|week|month|year) ago$",
    re.IGNORECASE,
)
_LISTS: tuple[MenuRole, ...] = ("tag", "poll")
_LIST_REACH, _TAG_WORDS, _ANSWER_WORDS = 8, 5, 14


def weigh(
    lines: Sequence[PageLine],
    copies: Copies,
    lexicon: Lexicon,
    known: KnownLines = NOTHING_KNOWN,
    *,
    syllables: bool | None = None,
) -> list[Evidence]:
    """Return the evidence for each line of a page, in page order.

    `known` is what other pages of the outlet tell of its lines. `syllables` says whether words are
    (`looks_vietnamese`), where that has been found out.
    """
    if syllables is None:
        syllables = looks_vietnamese(lines)
    found = [own_evidence(line, lexicon, syllables=syllables) for line in lines]
    _mark_lists(lines, found)
    _mark_bylines(lines, found, lexicon)
    _mark_copies(lines, copies, found, lexicon)
    _mark_slugs(lines, found, lexicon)
    _mark_end_bylines(lines, found)
    _mark_pairs(lines, found)
    mark_other_articles(lines, found)
    mark_inline_pairs(lines, found)
    _mark_teaser_dates(lines, found)
    _mark_resumed(lines, found)
    _mark_comments(lines, found)
    mark_numbered(lines, found)
    mark_known(lines, found, known)
    return found


def looks_vietnamese(lines: Sequence[PageLine]) -> bool:
    """Tell from its longer lines whether a page is in Vietnamese: words are then syllables."""
    sample = "".join(line.text for line in lines if line.words >= 8)[:_SAMPLE]
    return has_vietnamese_letters(sample, int(0.05 * len(sample)) + 1)


def _mark_lists(lines: Sequence[PageLine], found: list[Evidence]) -> None:
    """Give the short lines under "Từ khóa" or "Thăm dò ý kiến" the role of their heading."""
    role: MenuRole | None = None
    left = 0
    for line, one in zip(lines, found, strict=True):
        if one.role in _LISTS:
            role, left = one.role, 0 if ":" in line.text[:-1] else _LIST_REACH
        elif one.role is not None or left == 0 or _ends_list(line, one):
            role, left = None, 0
        elif line.words <= (_TAG_WORDS if role == "tag" else _ANSWER_WORDS):
            one.role, one.score, one.reason = role, -2.5, f"under a heading ({role})"
            one.barrier, left = 0.3, left - 1
        else:
            role, left = None, 0


def _ends_list(line: PageLine, one: Evidence) -> bool:
    numbered = one.bullet and line.text[0].isdigit()
    return numbered or is_prose(line) or one.date is not None


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
    """Mark title-and-sentence pairs in a row, which list other articles behind the text."""
    for run in find_runs(lines, found):
        strength = foreignness(lines, found, run)
        if strength < FOREIGN:
            continue
        for index in (*run.titles, *run.sentences):
            found[index].score = min(found[index].score, -1.2 - min(strength, 3.0) / 3)
            found[index].reason = PAIR
        found[run.start].barrier += min(1.0 + strength, 5.0)


def _mark_resumed(lines: Sequence[PageLine], found: list[Evidence]) -> None:
    """Weigh headings over other articles: does the text go on behind them, or end there?"""
    for index, one in enumerate(found):
        if one.role != "related":
            continue
        text = [line for line in lines[:index] if is_prose(line)]
        behind = [
            other
            for other in range(index + 1, min(len(lines), index + _RELATED_REACH))
            if is_prose(lines[other]) and found[other].reason != PAIR
        ]
        alike = likeness(text, [lines[behind[0]]]) if behind else None
        if alike is not None and alike >= _ALIKE and found[behind[0]].score >= 1.0:
            one.barrier = 0.0
            found[behind[0]].score = 3.0
        elif len(text) >= _BEHIND_TEXT:
            ended = any(found[i].barrier >= _BEHIND_TEXT for i in range(max(0, index - 3), index))
            one.barrier += (1.5 if ended else 0.0) + (
                1.5 if alike is None or alike < _UNLIKE else 0.0
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
        # Behind the first paragraph of all, byline and date part the lead from the text.
        head = sum(is_prose(line) for line in lines[:index]) == 1
        after = next(
            (
                line
                for line in lines[index + 1 :]
                if not found[line.index].credit and not (head and found[line.index].date)
            ),
            None,
        )
        if any(is_prose(line) for line in before) and (after is None or not is_prose(after)):
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
            start = first if found[first].role == "comment" else max(0, first - 2)
            if sum(is_prose(line) for line in lines[:start]) >= 3:
                found[start].barrier += 4.0
            for index in range(start, min(len(lines), third + 3)):
                found[index].score = min(found[index].score, 1.0)
