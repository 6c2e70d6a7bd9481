"""The section of a flattened page: the line beside headline or date that names it.

A breadcrumb's last part, a section name that is none of the menu's, or what stands beside the date.
"""

import re
from collections.abc import Sequence

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.evidence import Evidence
from assets.extraction.metadata.lexicon import Lexicon

_CRUMB_WORDS = 16
_SECTION_WORDS = 6
_MENU_WORDS = 2
_SKIPPED = ("tool", "section")
_CRUMBS = re.compile(r"\s*(?:[>›»|/]|\s[-–]\s)\s*")
_HOME = re.compile(r"^(?:trang chủ|trang nhất|home)\b[\s>›»|/:-]*", re.IGNORECASE)


def find_section(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    lexicon: Lexicon,
    *,
    headline: int | None,
    date_index: int | None,
    byline_index: int | None,
    first: int,
) -> tuple[str, int] | None:
    """Return the section's name and its line's index; `first` is where the main text begins."""
    if date_index is not None and byline_index != date_index:
        date = found[date_index].date
        if date is not None and lexicon.role_of(date.rest) == "section":
            return date.rest, date_index
    anchors = [one for one in (headline, date_index) if one is not None and one <= first]
    if not anchors:
        return None
    top = min(anchors)
    for index in range(max(anchors), max(-1, top - 4), -1):
        if index in anchors or index == byline_index:
            continue
        crumb = _last_crumb(lines[index], found[index], lexicon)
        if crumb is not None:
            return crumb, index
        if _names_section(lines, found, index, anchors):
            return lines[index].text, index
        if index < top and found[index].date is None and found[index].role not in _SKIPPED:
            return None  # what stands further up is the menu's
    return None


def _last_crumb(line: PageLine, one: Evidence, lexicon: Lexicon) -> str | None:
    """Return the last part of a breadcrumb: "Trang chủ > Thời sự > Đối ngoại"."""
    if line.words > _CRUMB_WORDS or one.date is not None or line.full_stop:
        return None
    bare = _HOME.sub("", line.text)
    parts = [part for part in _CRUMBS.split(bare) if part]
    if not parts or any(len(part.split()) > _SECTION_WORDS for part in parts):
        return None
    known = len(parts) > 1 and any(lexicon.role_of(part) == "section" for part in parts)
    return parts[-1] if bare != line.text or known else None


def _names_section(
    lines: Sequence[PageLine], found: Sequence[Evidence], index: int, anchors: Sequence[int]
) -> bool:
    """Tell whether a line is the article's section and not a word of the menu.

    Right above headline or date it is, when it stands apart, is repeated from the menu, ends a
    breadcrumb or heads a date line; elsewhere only where no other section name stands beside it.
    """
    line = lines[index]
    repeated = any(other.key == line.key for other in lines[:index])
    if found[index].role != "section":
        short = line.words <= _SECTION_WORDS and not line.closed and line.text[0].isupper()
        return short and repeated and index + 1 in anchors and found[index].role is None
    beside = [i for i in (index - 2, index - 1, index + 1, index + 2) if 0 <= i < len(lines)]
    in_menu = sum(found[i].role in ("section", "menu") for i in beside) >= _MENU_WORDS
    if not in_menu:
        return True
    if index + 1 not in anchors:
        return False
    heads_date = found[index + 1].date is not None
    shouted = [lines[i].text.isupper() for i in beside if found[i].role in ("section", "menu")]
    cased = all(shouted) and not line.text.isupper()
    return line.blank_before or repeated or heads_date or cased or _ends_crumbs(lines, found, index)


def _ends_crumbs(lines: Sequence[PageLine], found: Sequence[Evidence], index: int) -> bool:
    """Tell a breadcrumb of one part a line: home, one or two sections, then the headline."""
    for above in range(index - 1, max(-1, index - 4), -1):
        if _HOME.fullmatch(lines[above].text):
            menu = [found[i].role for i in range(max(0, above - 2), above)]
            return "section" not in menu or lines[above].blank_before
        if found[above].role != "section" and lines[above].letter_share > 0:
            return False
    return False
