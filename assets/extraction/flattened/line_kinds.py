"""The kind of every line of a flattened page, once its main text and headline are known.

Names what stands before, between and behind the paragraphs: captions, sub-headings, teasers,
navigation. Whether a paragraph is main text at all was decided in `main_text`.
"""

import math
from collections.abc import Sequence

from assets.extraction.flattened.caption_places import (
    DOUBLED_WORDS,
    LONG_UNCLOSED,
    LONGEST_ALT,
    caption_reason,
    may_be_closed_caption,
    unclosed_caption,
)
from assets.extraction.flattened.captions import closed_caption_shape, narrates
from assets.extraction.flattened.evidence import is_prose
from assets.extraction.flattened.gallery import GALLERY, goes_on_with_pictures
from assets.extraction.flattened.inline_teasers import (
    after_related,
    concatenated,
    in_title_row,
    is_inline_title,
)
from assets.extraction.flattened.known_lines import OTHER_TITLE, REPEATED
from assets.extraction.flattened.line_shapes import NUMBERED_ALT, TOOL
from assets.extraction.flattened.lines_outside import kind_of_role, name_outside
from assets.extraction.flattened.other_articles import INLINE
from assets.extraction.flattened.page_view import (
    DEBRIS,
    Label,
    PageView,
    copies_headline,
    extends_headline,
    names_authors,
)
from assets.extraction.metadata.outlet import names_outlet

_SURE_PARAGRAPH = 2.9
_LIKELY = 1.0
_REPEATED_WORDS = 6
_LONGEST_LIST, _LIST_ITEM, _ANNOUNCES = 30, 8, 3
_TOLD_WORDS = 17


def _sure(score: float) -> float:
    return round(min(0.99, max(0.5, 1 / (1 + math.exp(-abs(score))))), 2)


def name_lines(view: PageView) -> list[Label]:
    """Return one label per line, in page order."""
    labels: list[Label] = []
    lead_seen = False
    for index in range(len(view.lines)):
        label = _fact_label(view, index)
        if label is None and view.first <= index <= view.last:
            label = _inside(view, index, labels)
        if label is None:
            label = name_outside(view, index, labels)
        if label.kind == "body" and not lead_seen:
            lead_seen = is_prose(view.lines[index]) or view.lines[index].words >= 12
            if lead_seen:
                label = Label("lead", label.confidence, "first paragraph of the text")
        labels.append(label)
    return labels


def _fact_label(view: PageView, index: int) -> Label | None:
    """Name the lines that told headline, date, authors and section."""
    facts = view.facts
    if view.headline is not None and view.headline.index == index:
        return Label("title", 0.9, "headline above the text")
    if index in facts.date_lines:
        return Label("date", 0.95, "date beside the headline or the text")
    if index == facts.byline_index:
        return Label("byline", 0.9, "byline beside the headline or behind the text")
    if index in facts.section_lines:
        return Label("section", 0.8, "section beside headline or date")
    return None


def _inside(view: PageView, index: int, labels: Sequence[Label]) -> Label:
    """Name a line within the stretch of main text."""
    one = view.found[index]
    label = _copy_or_teaser(view, index, labels)
    if label is not None:
        return label
    caption = caption_reason(view, index, labels) if one.score < _SURE_PARAGRAPH else None
    label = _text_or_caption(view, index, labels, caption)
    if label is not None:
        return label
    if one.date is not None:
        return Label("date", 0.6, "date line inside the text")
    if names_authors(view, index):
        return Label("byline", 0.8, "names the authors again")
    if one.credit or caption is not None:
        return Label("caption", 0.75, caption or "picture credit")
    if one.byline is not None and one.byline.labelled:
        return Label("byline", 0.6, "names behind a byline label")
    return _between(view, index, labels)


def _text_or_caption(
    view: PageView, index: int, labels: Sequence[Label], caption: str | None
) -> Label | None:
    """Name a line of the text, or a caption that reads like one; None for what is neither."""
    line, one = view.lines[index], view.found[index]
    if caption is None and may_be_closed_caption(view, index, labels):
        closed = closed_caption_shape(line, view.lexicon)
        if closed is not None:
            return Label("caption", 0.65, closed)
    if index < view.last and goes_on_with_pictures(view, index, labels):
        return Label("caption", 0.6, GALLERY)
    if view.kept[index] and not line.closed and line.words >= _TOLD_WORDS and narrates(line):
        return Label("body", 0.6, "tells a story, without a full stop")
    if view.kept[index] and _reads_as_text(view, index):
        if caption is None or (is_prose(line) and not caption.startswith("stands")):
            return Label("body", _sure(view.scores[index]), one.reason)
        return Label("caption", 0.7, caption)
    return None


def _reads_as_text(view: PageView, index: int) -> bool:
    line = view.lines[index]
    if line.full_stop or is_prose(line) or index in (view.first, view.last):
        return True
    return view.found[index].score > 0 or view.scores[index] >= _LIKELY


def _copy_or_teaser(view: PageView, index: int, labels: Sequence[Label]) -> Label | None:
    """Name alt texts and titles of other articles between paragraphs."""
    line, one = view.lines[index], view.found[index]
    if one.role is not None:
        return Label(kind_of_role(one.role), 0.85, one.reason)
    if one.reason == TOOL:
        return Label("other", 0.7, TOOL)
    if one.reason in (INLINE, OTHER_TITLE):
        return Label("teaser", 0.7, one.reason)
    if _repeats_paragraph(view, index, labels):
        return Label("other", 0.8, "repeats the paragraph before it")
    if not line.closed and not one.bullet and after_related(view, index, labels):
        return Label("teaser", 0.75, "title under a heading over other articles")
    return _alt_or_copy(view, index, labels)


def _repeats_paragraph(view: PageView, index: int, labels: Sequence[Label]) -> bool:
    """Tell a lead or long paragraph that stands twice; a doubled short sentence is a caption."""
    line = view.lines[index]
    if not is_prose(line) or not index or line.text != view.lines[index - 1].text:
        return False
    return line.words > DOUBLED_WORDS or labels[index - 1].kind == "lead"


def _alt_or_copy(view: PageView, index: int, labels: Sequence[Label]) -> Label | None:
    """Name alt texts, doubled titles and titles run together on one line."""
    line, one = view.lines[index], view.found[index]
    if copies_headline(view, index):
        return Label("caption", 0.9, "alt text: repeats the headline")
    if extends_headline(view, index):
        return Label("teaser", 0.8, "title behind an alt text of the headline")
    if line.words <= LONGEST_ALT and NUMBERED_ALT.search(line.key):
        return Label("caption", 0.7, "alt text with the number of its picture")
    if index in view.copies.doubled:
        return Label("teaser", 0.9, "one title twice on the line")
    if one.reason.endswith("of another article"):
        return Label("teaser", 0.85, one.reason)
    if concatenated(view, index, labels):
        return Label("teaser", 0.65, "several titles on one line under the lead")
    return None


def _between(view: PageView, index: int, labels: Sequence[Label]) -> Label:
    """Name what is left between paragraphs: sub-headings, list items, captions, furniture."""
    line, one = view.lines[index], view.found[index]
    if index in view.copies.teaser_titles or index in view.copies.teaser_leads:
        return Label("teaser", 0.7, one.reason)
    if DEBRIS.match(line.text) or one.barrier >= 1.5:
        return Label("other", 0.7, one.reason)
    if names_outlet(line.text, view.lexicon):
        return Label("other", 0.6, "name of an outlet between paragraphs")
    if one.bullet:
        return Label("body", 0.7, "list item")
    if index in view.copies.groups:
        return Label("other", 0.6, one.reason)
    caption = unclosed_caption(view, index, labels)
    if caption is not None:
        return Label("caption", 0.5, caption)
    if one.byline is not None and one.byline.confidence < 0.5:
        return Label("other", 0.5, "name or initials between paragraphs")
    return _open_line(view, index)


def _open_line(view: PageView, index: int) -> Label:
    """Name a line between paragraphs that is neither caption nor furniture."""
    line, one = view.lines[index], view.found[index]
    if one.reason == REPEATED and not line.full_stop and line.words >= _REPEATED_WORDS:
        return Label("other", 0.6, REPEATED)
    if _lists_behind_colon(view, index):
        return Label("body", 0.6, "list or table behind a colon")
    if in_title_row(view, index):
        return Label("teaser", 0.6, "several titles in a row between paragraphs")
    if line.words >= LONG_UNCLOSED or (line.full_stop and line.words >= 2):
        return Label("body", 0.55, "sentence between paragraphs")
    if is_inline_title(view, index):
        return Label("teaser", 0.5, "title between paragraphs that shares no words with them")
    if _heads_text(view, index):
        return Label("body", 0.6, "sub-heading or list item between paragraphs")
    return Label("other", 0.5, one.reason)


def _lists_behind_colon(view: PageView, index: int) -> bool:
    """Tell a line that ends with a colon, and the short lines of a list or table under it."""
    for other in range(index, max(view.first, index - _LONGEST_LIST) - 1, -1):
        line, one = view.lines[other], view.found[other]
        if line.text.endswith(":") and one.role is None and line.words >= _ANNOUNCES:
            return True
        plain = one.role is None and one.date is None and not one.credit
        if not plain or line.words > _LIST_ITEM or (other < index and view.kept[other]):
            return False
    return False


def _heads_text(view: PageView, index: int) -> bool:
    """Tell whether text follows: a paragraph next, or after a run of such lines."""
    following = range(index + 1, min(view.last, index + 3) + 1)
    return any(view.kept[other] for other in following)
