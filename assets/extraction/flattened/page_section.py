"""The section of a flattened page: the lines beside headline or date that name it.

A breadcrumb's last part, what stands beside the date, or the words right above the headline where
they are no part of the menu. Where a menu ends and a section begins is not certain, there is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.evidence import Evidence
from assets.extraction.flattened.line_shapes import SECTION_LABEL
from assets.extraction.metadata.lexicon import Lexicon, line_key

_CRUMB_WORDS = 16
_SECTION_WORDS = 6
_MENU_WORDS = 2
_MOST_CRUMBS = 3
_PLAIN_WORDS = 3  # a shorter name that no list knows may be anything
_SKIPPED = ("tool", "section")
# The surest separator that a line has parts it: "Trang nhất » Dân tộc - Miền núi".
_SEPARATORS = tuple(map(re.compile, (r"\s*[>›»|]+\s*", r"\s*/\s*", r"\s+[-–•]\s+")))
_HOME = re.compile(r"^(?:trang chủ|trang nhất|home)\b[\s>›»|/:•-]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """The section's name and the indexes of the lines that tell it."""

    name: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """What is asked of again and again; `anchors` are headline and date, `byline` no section."""

    lines: Sequence[PageLine]
    found: Sequence[Evidence]
    lexicon: Lexicon
    anchors: tuple[int, ...]
    byline: int | None


def find_section(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    lexicon: Lexicon,
    *,
    headline: int | None,
    date_index: int | None,
    byline_index: int | None,
    first: int,
) -> Section | None:
    """Return the section, or None; `first` is where the main text begins."""
    if date_index is not None and byline_index != date_index:
        rest = date.rest if (date := found[date_index].date) is not None else ""
        if lexicon.role_of(rest) == "section":
            return Section(_shown(rest, lexicon), (date_index,))
    anchors = tuple(one for one in (headline, date_index) if one is not None and one <= first)
    if not anchors:
        return None
    return _above_or_beside(_Page(lines, found, lexicon, anchors, byline_index))


def _above_or_beside(page: _Page) -> Section | None:
    """Look from the lower of headline and date up to the lines above the upper one."""
    lines, found, anchors = page.lines, page.found, page.anchors
    top = min(anchors)
    for index in range(max(anchors), max(-1, top - 4), -1):
        if index in anchors or index == page.byline:
            continue
        crumb = _crumb(page, index)
        if crumb is not None:
            return Section(_shown(crumb, page.lexicon), (index,))
        if index < top:
            stacked = _stacked(page, top) if index == top - 1 else None
            if stacked is not None:
                return stacked
        if _names_section(page, index):
            return Section(_shown(lines[index].text, page.lexicon), (index,))
        if index < top and found[index].date is None and found[index].role not in _SKIPPED:
            return None  # what stands further up is the menu's
    return None


def _shown(name: str, lexicon: Lexicon) -> str:
    """Return a section's name as it is written, not as a style sheet shouts it."""
    return lexicon.menu_names.get(line_key(name), name) if name.isupper() else name


def _crumb(page: _Page, index: int) -> str | None:
    """Return the last part of a breadcrumb: "Trang chủ > Thời sự > Đối ngoại"."""
    line = page.lines[index]
    if line.words > _CRUMB_WORDS or page.found[index].date is not None or line.full_stop:
        return None
    label = SECTION_LABEL.match(line.text)
    if label:
        return line.text[label.end() :] if line.words <= _SECTION_WORDS + 2 else None
    home = _HOME.match(line.text)
    bare = line.text[home.end() :] if home else line.text
    # Behind "Trang nhất »" a hyphen stands inside a name.
    inside = home is not None and any(mark in home[0] for mark in ">›»|/")
    parts = next(
        (
            parts
            for one in _SEPARATORS[: 2 if inside else 3]
            if len(parts := [p for p in one.split(bare) if p]) > 1
        ),
        [bare] if bare else [],
    )
    if not parts or any(len(part.split()) > _SECTION_WORDS for part in parts):
        return None
    if bare != line.text and bare:
        return parts[-1]
    known = any(page.lexicon.role_of(part) == "section" for part in parts)
    whole = page.lexicon.role_of(line.text) == "section"
    return parts[-1] if len(parts) > 1 and known and not whole else None


def _stacked(page: _Page, top: int) -> Section | None:
    """Return a breadcrumb that has a line for each part, right above headline or date.

    It begins with the way home, or stands at the head of the page or behind a blank line.
    """
    stack: list[int] = []
    index = top - 1
    while index >= 0 and len(stack) <= _MOST_CRUMBS and _may_be_crumb(page, index):
        if _HOME.fullmatch(page.lines[index].text):
            menu = [page.found[i].role for i in range(max(0, index - 2), index)]
            open_top = "section" not in menu or page.lines[index].blank_before
            named = bool(stack) and page.found[stack[0]].role == "section"
            small = named and len(stack) < _MOST_CRUMBS
            return _section(page, stack) if open_top and small else None
        stack.insert(0, index)
        index -= 1
    if not stack or len(stack) > 2:
        return None
    known = [page.found[i].role == "section" for i in stack]
    ends_menu = index >= 0 and not page.lines[stack[0]].blank_before
    if ends_menu or not known[0]:
        return None
    return _section(page, stack)


def _section(page: _Page, stack: Sequence[int]) -> Section:
    return Section(_shown(page.lines[stack[-1]].text, page.lexicon), tuple(stack))


def _may_be_crumb(page: _Page, index: int) -> bool:
    line, one = page.lines[index], page.found[index]
    plain = one.role in (None, "section", "menu") and one.date is None and index != page.byline
    return plain and line.words <= _SECTION_WORDS and not line.closed and line.text[0].isupper()


def _may_be_form(line: PageLine) -> bool:
    """Tell "Ảnh" or "Video" as the name of a section; a menu has them too."""
    return line.words <= _MENU_WORDS and line.text[0].isupper() and not line.closed


def _names_section(page: _Page, index: int) -> bool:
    """Tell whether a line is the article's section and not a word of the menu.

    Right above headline or date it is, when it stands apart, is repeated from the menu, heads a
    date line, or no list knows it; elsewhere only where no other section name stands beside it.
    """
    lines, found = page.lines, page.found
    line = lines[index]
    repeated = any(other.key == line.key for other in lines[:index])
    beside = [i for i in (index - 2, index - 1, index + 1, index + 2) if 0 <= i < len(lines)]
    in_menu = sum(found[i].role in ("section", "menu") for i in beside) >= _MENU_WORDS
    heads = index + 1 in page.anchors
    if found[index].role == "tool":
        return heads and repeated and _may_be_form(line)
    if found[index].role != "section":
        if not heads or found[index].role is not None or not _may_be_crumb(page, index):
            return False
        above = [found[i].role in ("section", "menu") for i in range(max(0, index - 4), index)]
        return repeated or (sum(above) >= _MENU_WORDS and line.words >= _PLAIN_WORDS)
    if not in_menu:
        return True
    if not heads:
        return False
    shouted = [lines[i].text.isupper() for i in beside if found[i].role in ("section", "menu")]
    cased = all(shouted) and not line.text.isupper()
    return line.blank_before or repeated or found[index + 1].date is not None or cased
