"""The kinds of the lines before and behind the main text: furniture, other articles, comments.

Only titles and leads of other articles are teasers; what is not known is `other`. Lines within the
text are named in `line_kinds`.
"""

import re
from collections.abc import Sequence

from assets.extraction.flattened.evidence import PICTURE, UNDATED, is_prose
from assets.extraction.flattened.known_lines import OTHER_TITLE, REPEATED
from assets.extraction.flattened.line_shapes import TOOL, is_address
from assets.extraction.flattened.other_articles import SECOND
from assets.extraction.flattened.page_view import (
    DEBRIS,
    Label,
    PageView,
    copies_headline,
    extends_headline,
    names_authors,
)
from assets.extraction.flattened.structure import PAIR
from assets.extraction.metadata.outlet import names_outlet
from assets.extraction.records import LineKind
from assets.reference.records import MenuRole

_TITLE_WORDS = 5
_RELATED_REACH = 30
_COMMENT_BARRIER = 2.0
_MENU_ITEM_WORDS = 8
_MENU_PART_WORDS = 5
_MENU_PARTS = re.compile(r"\s*(?:[|•·]|\]\s*\[|[\[\]])\s*")
_NO_NAVIGATION = ("poll", "player", "error", "live")
_OTHER_REASONS = ("imprint", "furniture phrase", PICTURE, REPEATED, TOOL)
_NO_TITLES = ("imprint", "furniture phrase", "few letters", "picture credit")


def kind_of_role(role: MenuRole) -> LineKind:
    """Return the kind of a line with a role: ways to other pages are navigation."""
    return "other" if role in _NO_NAVIGATION else "navigation"


def name_outside(view: PageView, index: int, labels: Sequence[Label]) -> Label:
    """Name a line before or behind the stretch of main text."""
    known = _known_furniture(view, index) or _known_teaser(view, index)
    if known is not None:
        return known
    line, one = view.lines[index], view.found[index]
    if one.reason == PAIR or one.reason.endswith("of another article"):
        return Label("teaser", 0.85, one.reason)
    zone = _zone(view, index, labels)
    if zone is not None:
        return Label("other", 0.7, zone)
    if is_prose(line) or (line.full_stop and line.words >= _TITLE_WORDS):
        return _sentence_outside(view, index, labels)
    if index < view.first and one.bullet and line.words <= _MENU_ITEM_WORDS:
        return Label("navigation", 0.6, "item of a menu before the text")
    if line.words >= _TITLE_WORDS:
        return _title_outside(view, index, labels)
    if index < view.first or _beside_menu(view, index) or _heads_teasers(view, index):
        return Label("navigation", 0.6, "few words outside the main text")
    return Label("other", 0.5, "few words outside the main text")


def _known_furniture(view: PageView, index: int) -> Label | None:
    """Name what a line is by itself, wherever it stands."""
    line, one = view.lines[index], view.found[index]
    if one.reason in (SECOND, OTHER_TITLE):
        return Label("teaser", 0.8, one.reason)
    if names_authors(view, index):
        return Label("byline", 0.8, "names the authors again")
    if one.role is not None:
        return Label(kind_of_role(one.role), 0.9, one.reason)
    if one.date is not None or one.reason == UNDATED:
        return _date_outside(view, index)
    if _is_menu_line(line.text):
        return Label("navigation", 0.7, "several menu words on one line")
    if DEBRIS.match(line.text) or one.reason in _OTHER_REASONS:
        return Label("other", 0.7, one.reason)
    if names_outlet(line.text, view.lexicon):
        return Label("other", 0.7, "name of the outlet")
    if index > view.last and is_address(line.text):
        return Label("other", 0.7, "address in the page's foot")
    return None


def _date_outside(view: PageView, index: int) -> Label:
    """Name a date that is not the article's: the day of reading, or that of a teaser."""
    if index > view.last:
        dated = view.found[index].date is not None
        return Label("teaser" if dated else "other", 0.5, "date behind the text")
    if view.found[index].reason == UNDATED:
        return Label("date", 0.5, UNDATED)
    return Label("other", 0.5, "day of reading, or date of another article")


def _is_menu_line(text: str) -> bool:
    """Tell a menu on one line: "Trang nhất | Thời sự | Kinh tế", "[ In trang này ] [ Gửi bài ]"."""
    parts = [part for part in _MENU_PARTS.split(text) if part.strip()]
    short = all(len(part.split()) <= _MENU_PART_WORDS for part in parts)
    return short and len(parts) >= (2 if text.startswith("[") else 3)


def _heads_teasers(view: PageView, index: int) -> bool:
    """Tell a heading over other articles that no list knows: titles follow right behind it."""
    behind = range(index + 1, min(len(view.lines), index + 3))
    return (
        index > view.last
        and len(behind) > 1
        and all(_may_be_title(view, other) or is_prose(view.lines[other]) for other in behind)
    )


def _known_teaser(view: PageView, index: int) -> Label | None:
    """Name captions under the headline, copies of the headline and doubled titles."""
    if view.found[index].credit and _under_headline(view, index):
        return Label("caption", 0.75, "picture credit under the headline")
    if extends_headline(view, index):
        return Label("teaser", 0.8, "title behind an alt text of the headline")
    if index < view.first and copies_headline(view, index):
        return Label("other", 0.6, "repeats the headline")
    copies = view.copies
    if index in copies.doubled or index in copies.adjacent or index in copies.teaser_leads:
        return Label("teaser", 0.95, view.found[index].reason)
    return None


def _sentence_outside(view: PageView, index: int, labels: Sequence[Label]) -> Label:
    if index and labels[index - 1].kind == "teaser":
        return Label("teaser", 0.7, "sentence under the title of another article")
    if index < view.first or _after_related_heading(view, index):
        return Label("teaser", 0.6, "sentence among other articles")
    return Label("other", 0.5, "sentence outside the main text")


def _under_headline(view: PageView, index: int) -> bool:
    top = view.headline.index if view.headline is not None else None
    return top is not None and top < index < view.first


def _zone(view: PageView, index: int, labels: Sequence[Label]) -> str | None:
    """Return the zone behind the text in which no other articles are named, or None."""
    if index < view.last:
        return None
    for other in range(index - 1, view.last, -1):
        role = view.found[other].role
        if role == "related":
            return None
        if role == "comment" and view.found[other].barrier >= _COMMENT_BARRIER:
            return "among readers' comments"
        if view.found[other].reason == "imprint" or (role == "footer" and index - other <= 2):
            return "in the page's foot"
        if labels[other].kind == "teaser":
            return None
    return None


def _title_outside(view: PageView, index: int, labels: Sequence[Label]) -> Label:
    """Name a line like a title: those of other articles stand under a heading or in a row."""
    lines = view.lines
    if _after_related_heading(view, index):
        return Label("teaser", 0.8, "title under a heading over other articles")
    beside = [other for other in (index - 1, index + 1) if 0 <= other < len(lines)]
    listed = any(
        (other < index and labels[other].kind == "teaser")
        or (other > index and (_may_be_title(view, other) or is_prose(lines[other])))
        or (view.found[other].date is not None and other > index)
        for other in beside
        if not view.first <= other <= view.last
    )
    if listed and _may_be_title(view, index):
        return Label("teaser", 0.65, "title-like line outside the main text")
    return Label("other", 0.5, "line outside the main text")


def _may_be_title(view: PageView, index: int) -> bool:
    line, one = view.lines[index], view.found[index]
    plain = one.role is None and one.date is None and one.reason not in _NO_TITLES
    return plain and line.words >= _TITLE_WORDS and not line.full_stop and ":" not in line.text[-1]


def _after_related_heading(view: PageView, index: int) -> bool:
    """Tell whether the last heading before a line is one over other articles."""
    head = index < view.first
    for other in range(index - 1, max(-1, index - _RELATED_REACH), -1):
        role = view.found[other].role
        if role == "related" or (role == "section" and not head):
            return True
        if view.headline is not None and other == view.headline.index:
            return False
        if role in ("comment", "footer") or view.kept[other]:
            return False
    return False


def _beside_menu(view: PageView, index: int) -> bool:
    beside = [other for other in (index - 1, index + 1) if view.last < other < len(view.lines)]
    return any(view.found[other].role is not None for other in beside)
