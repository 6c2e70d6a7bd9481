"""Pages of other articles and of forms: front pages, listings, search results, addresses.

Each is told by its own layout; a page that holds an article of its own besides is none of them.
Errors, players and live pages are told in `rejection`.
"""

import re
from collections.abc import Sequence

from assets.extraction.flattened.alternation import lists_only_pairs
from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.copies import Copies
from assets.extraction.flattened.evidence import Evidence, is_prose
from assets.extraction.flattened.line_shapes import is_address

_FEW_WORDS = 80
_HEADING_WORDS = 16
_LEAST_ADDRESSES = 2
_LEAST_AGED = 2
_LEAST_HEADED, _TEASER_WORDS, _TITLE_WORDS = 3, 40, 5
_RESULTS = re.compile(
    r"^(?:(?:tìm thấy|tìm được|có|khoảng|kết quả tìm kiếm:?)\s(?:khoảng\s)?)?[\d.,]+\skết quả\b"
    r"|^(?:tìm thấy|tìm được) [\d.,]+ (?:bài viết|tin)\b"
    r"|^kết quả tìm kiếm (?:cho|với|theo|từ khóa|của)\b"
    r"|^(?:search results (?:for|:)|(?:found )?[\d.,]+ results (?:found|for)\b)",
    re.IGNORECASE,
)
_AGE = re.compile(r"^\W*\d{1,2} (?:phút|giờ|ngày|tuần|tháng|năm) trước\W*$", re.IGNORECASE)


def form_reason(
    lines: Sequence[PageLine], found: Sequence[Evidence], kept: Sequence[bool], words: int
) -> str | None:
    """Return why the results of a search or a page of addresses are no article, or None.

    `words` counts those of the paragraphs that are `kept`.
    """
    above = lines[: kept.index(True) if True in kept else len(lines)]
    for line in above:
        if line.words <= _HEADING_WORDS and _RESULTS.search(line.text) and not line.full_stop:
            return f"search page: line {line.line_no} counts the results"
    addresses = [line for line in above if is_address(line.text)]
    dated = any(one.date is not None for one in found)
    if len(addresses) >= _LEAST_ADDRESSES and words < _FEW_WORDS and not dated:
        return f"contact page: addresses from line {addresses[0].line_no} on"
    return None


def listing_reason(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    copies: Copies,
    paragraphs: Sequence[PageLine],
) -> str | None:
    """Return why a page whose `paragraphs` seem to be text only lists other articles, or None."""
    if _lists_by_age(lines, paragraphs):
        return "listing page: every paragraph stands over the age of its article"
    if _lists_by_section(lines, found):
        return "front page: section names part its titles and sentences"
    if lists_only_pairs(lines, found):
        return "listing page: only titles with one sentence each"
    if len(paragraphs) <= 2 and len(copies.teaser_leads) >= 4:
        inside = [line for line in paragraphs if line.index not in copies.teaser_leads]
        if not inside:
            return "listing page: every paragraph is the lead of a teaser"
    return None


def _lists_by_age(lines: Sequence[PageLine], paragraphs: Sequence[PageLine]) -> bool:
    """Tell a listing in which "3 giờ trước" stands behind each paragraph."""
    behind = [lines[line.index + 1 : line.index + 2] for line in paragraphs]
    aged = all(after and _AGE.match(after[0].text) for after in behind)
    return len(paragraphs) >= _LEAST_AGED and aged


def _lists_by_section(lines: Sequence[PageLine], found: Sequence[Evidence]) -> bool:
    """Tell a front page: each short sentence has its own title, section names part them."""
    sentences = [line for line in lines if is_prose(line)]
    if len(sentences) < _LEAST_HEADED:
        return False
    headed = all(
        line.index
        and line.words <= _TEASER_WORDS
        and not lines[line.index - 1].closed
        and found[line.index - 1].role is None
        for line in sentences
    )
    parted = range(sentences[0].index, min(sentences[-1].index + 2, len(lines) - 1))
    return headed and any(
        found[index].role == "section" and _is_title(lines[index + 1]) for index in parted
    )


def _is_title(line: PageLine) -> bool:
    return line.words >= _TITLE_WORDS and not line.full_stop
