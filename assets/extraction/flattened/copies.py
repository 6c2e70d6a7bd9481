"""Lines that stand more than once: doubled titles, alt texts, teasers of other articles.

Finds the copies and what shape they make together. Which of them is the headline is decided in
`headline`, what they weigh in `evidence`.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.line_shapes import NUMBERED_ALT

# What pages add to a title to make alt texts: "- ảnh 1".
_SECTION_WORDS = 4
_TITLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Copies:
    """What is copied where on a page; all numbers are indexes of non-blank lines.

    `groups` maps a line to all lines with its words; `doubled` are lines that say the same thing
    twice ("A A"); `teaser_titles` and `teaser_leads` belong to a title, title again, lead shape;
    `section_of` is what follows the title in "A Tin tức" before a line "A".
    """

    groups: dict[int, tuple[int, ...]]
    doubled: frozenset[int]
    teaser_titles: frozenset[int]
    teaser_leads: frozenset[int]
    section_of: dict[int, str]
    adjacent: frozenset[int]


def is_doubled(key: str) -> bool:
    """Tell whether a folded line is one text of at least three words, twice over."""
    words = key.split()
    half = len(words) // 2
    return half >= 3 and len(words) % 2 == 0 and words[:half] == words[half:]


def find_copies(lines: Sequence[PageLine]) -> Copies:
    """Find the copied lines of a page."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        if line.key and line.words >= 3:
            by_key[NUMBERED_ALT.sub("", line.key)].append(line.index)
    groups = {i: tuple(group) for group in by_key.values() if len(group) > 1 for i in group}
    doubled = frozenset(line.index for line in lines if line.key and is_doubled(line.key))
    titles: set[int] = set()
    leads: set[int] = set()
    adjacent: set[int] = set()
    sections: dict[int, str] = {}
    for first, second in pairwise(lines):
        if second.words < _TITLE_WORDS or not first.key or not second.key:
            continue
        if first.key != second.key:
            extra = first.key.removeprefix(second.key + " ")
            if extra == first.key or len(extra.split()) > _SECTION_WORDS:
                continue
            sections[first.index] = " ".join(first.text.split()[-len(extra.split()) :])
        adjacent.update((first.index, second.index))
        if second.full_stop and second.text[-1] not in "?!":
            continue  # a caption under its own words; titles have no full stop
        after = lines[second.index + 1] if second.index + 1 < len(lines) else None
        if after is not None and after.full_stop and after.words >= 10:
            titles.update((first.index, second.index))
            leads.add(after.index)
    return Copies(
        groups, doubled, frozenset(titles), frozenset(leads), sections, frozenset(adjacent)
    )
