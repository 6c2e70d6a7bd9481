"""The kind of every line of a flattened page, once its main text and headline are known.

Names what stands before, between and behind the paragraphs: captions, sub-headings, teasers,
navigation. Whether a paragraph is main text at all was decided in `main_text`.
"""

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extraction.flattened.captions import caption_shape, closed_caption_shape
from assets.extraction.flattened.evidence import is_prose
from assets.extraction.flattened.lines_outside import name_outside
from assets.extraction.flattened.page_view import DEBRIS, Label, PageView, copies_headline
from assets.extraction.metadata.outlet import names_outlet

_FRESH_START = re.compile(r"[^\W\d_]*[a-zà-ỹđ]\s[^\W\d_a-z][a-zà-ỹđ]*\s[a-zà-ỹđ]")
_NUMBERED_ALT = re.compile(r" (?:anh|hinh|photo|image) \d{1,3}$")
_SURE_PARAGRAPH = 2.9
_LONG_UNCLOSED = 22
_LIKELY = 1.0
_DOUBLED_WORDS = 30
_LONG_NEIGHBOUR = 18
_NEIGHBOUR = 8
_INLINE_TITLE = 9
_LONGEST_ALT = 40
_MANY_HEADINGS = 3


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
    if index == facts.section_index:
        return Label("section", 0.8, "section beside headline or date")
    return None


def _inside(view: PageView, index: int, labels: Sequence[Label]) -> Label:
    """Name a line within the stretch of main text."""
    line, one = view.lines[index], view.found[index]
    if one.role is not None:
        return Label("navigation", 0.85, one.reason)
    label = _copy_or_teaser(view, index, labels)
    if label is not None:
        return label
    caption = _caption_reason(view, index, labels) if one.score < _SURE_PARAGRAPH else None
    if caption is None and _may_be_closed_caption(view, index, labels):
        closed = closed_caption_shape(line, view.lexicon)
        if closed is not None:
            return Label("caption", 0.65, closed)
    if view.kept[index] and _reads_as_text(view, index):
        if caption is None or (is_prose(line) and not caption.startswith("stands")):
            return Label("body", _sure(view.scores[index]), one.reason)
        return Label("caption", 0.7, caption)
    if one.date is not None:
        return Label("date", 0.6, "date line inside the text")
    if one.credit or caption is not None:
        return Label("caption", 0.75, caption or "picture credit")
    if one.byline is not None and one.byline.labelled:
        return Label("byline", 0.6, "names behind a byline label")
    return _between(view, index, labels)


def _reads_as_text(view: PageView, index: int) -> bool:
    line = view.lines[index]
    if line.full_stop or is_prose(line) or index == view.first:
        return True
    return view.found[index].score > 0 or view.scores[index] >= _LIKELY


def _copy_or_teaser(view: PageView, index: int, labels: Sequence[Label]) -> Label | None:
    """Name alt texts and titles of other articles between paragraphs."""
    line, one = view.lines[index], view.found[index]
    if not line.closed and _after_related(view, index, labels):
        return Label("teaser", 0.75, "title under a heading over other articles")
    if copies_headline(view, index):
        return Label("caption", 0.9, "alt text: repeats the headline")
    if line.words <= _LONGEST_ALT and _NUMBERED_ALT.search(line.key):
        return Label("caption", 0.7, "alt text with the number of its picture")
    if index in view.copies.doubled:
        return Label("teaser", 0.9, "one title twice on the line")
    if one.reason.endswith("of another article"):
        return Label("teaser", 0.85, one.reason)
    if _concatenated(view, index, labels):
        return Label("teaser", 0.65, "several titles on one line under the lead")
    return None


def _may_be_closed_caption(view: PageView, index: int, labels: Sequence[Label]) -> bool:
    """Tell where a sentence may be a caption: behind the lead, beside a paragraph or caption."""
    if not any(label.kind == "lead" for label in labels) or index >= view.last:
        return False
    beside = [i for i in (index - 1, index + 1) if view.first <= i <= view.last]
    twins = view.copies.groups.get(index, ())
    near = [
        _LONG_NEIGHBOUR
        if other in twins
        or (other < index and labels[other].kind in ("lead", "caption"))
        or other in view.copies.groups
        or view.found[other].credit
        else view.lines[other].words
        for other in beside
    ]
    return max(near) >= _LONG_NEIGHBOUR and min(near) >= _NEIGHBOUR


def _concatenated(view: PageView, index: int, labels: Sequence[Label]) -> bool:
    """Tell titles of related articles run together on one line right under the lead."""
    line = view.lines[index]
    open_end = not line.closed or line.text[-1] in "?!"
    if not open_end or line.inner_stops or line.words < 10 or view.found[index].bullet:
        return False
    previous = next((label for label in reversed(labels) if label.kind != "navigation"), None)
    if previous is None or previous.kind != "lead":
        return False
    starts = len(_FRESH_START.findall(line.text))
    if starts >= 2 and line.words >= 15 and not line.closed:
        return True
    one_block = not line.blank_before and _has_blocks(view, index)
    return one_block and starts >= 1 and caption_shape(line, view.lexicon) is None


def _caption_reason(view: PageView, index: int, labels: Sequence[Label]) -> str | None:
    """Return why a line between paragraphs is a caption, or None."""
    line = view.lines[index]
    if view.kept[index] and index == view.first and line.words > _LONG_UNCLOSED:
        return None  # a lead without a full stop
    if index in view.copies.adjacent and (not line.full_stop or line.words <= _DOUBLED_WORDS):
        return "stands twice between paragraphs"
    previous = labels[index - 1] if index else None
    if (
        previous is not None
        and previous.kind == "caption"
        and previous.reason.startswith("alt text")
        and not line.blank_before
    ):
        return "stands under an alt text"
    if (
        previous is not None
        and previous.reason.startswith("alt text")
        and line.words <= 45
        and (not line.full_stop or view.found[index].credit)
    ):
        return "stands under an alt text"
    if line.closed:
        return "picture credit" if view.found[index].credit and line.words <= 60 else None
    return caption_shape(line, view.lexicon)


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
    caption = _unclosed_caption(view, index, labels)
    if caption is not None:
        return Label("caption", 0.5, caption)
    if one.byline is not None and one.byline.confidence < 0.5:
        return Label("other", 0.5, "name or initials between paragraphs")
    return _open_line(view, index)


def _open_line(view: PageView, index: int) -> Label:
    """Name a line between paragraphs that is neither caption nor furniture."""
    line, one = view.lines[index], view.found[index]
    if line.words >= _LONG_UNCLOSED or (line.full_stop and line.words >= 2):
        return Label("body", 0.55, "sentence between paragraphs")
    if _is_inline_title(view, index):
        return Label("teaser", 0.5, "title between paragraphs that shares no words with them")
    if _heads_text(view, index):
        return Label("body", 0.6, "sub-heading or list item between paragraphs")
    return Label("other", 0.5, one.reason)


def _is_inline_title(view: PageView, index: int) -> bool:
    """Tell another article's title from a sub-heading: longer, and about something else."""
    line = view.lines[index]
    if line.words < _INLINE_TITLE or line.closed or view.found[index].bullet:
        return False
    pairs = set(pairwise(re.findall(r"\w+", line.text.lower())))
    others = [
        set(pairwise(re.findall(r"\w+", other.text.lower())))
        for other in view.lines[view.first : view.last + 1]
        if other.index != index
    ]
    headings = [
        other
        for other in view.lines[view.first : view.last + 1]
        if other.index != index and not other.closed and 3 <= other.words <= 30
        and view.found[other.index].role is None and not view.found[other.index].credit
        and other.index not in view.copies.groups
    ]  # fmt: skip
    return len(headings) < _MANY_HEADINGS and not any(pairs & other for other in others)


def _unclosed_caption(view: PageView, index: int, labels: Sequence[Label]) -> str | None:
    """Return why a line is a caption by its length and place alone, or None."""
    line = view.lines[index]
    previous = next((label for label in reversed(labels) if label.kind != "navigation"), None)
    if previous is not None and previous.kind == "lead" and line.words >= 15 and not line.closed:
        return "line without a full stop under the lead"
    own_block = line.blank_before and _has_blocks(view, index)
    sentence = line.words >= _LONG_UNCLOSED and own_block and ", " in line.text
    if line.words >= 14 and not line.closed and not sentence:
        return "long line without a full stop between paragraphs"
    before = view.lines[index - 1]
    if not line.blank_before and before.full_stop and _has_blocks(view, index):
        return "in one block with the paragraph before it"
    return None


def _has_blocks(view: PageView, index: int) -> bool:
    """Tell whether blank lines part the paragraphs here: the next line has one before it."""
    return index + 1 < len(view.lines) and view.lines[index + 1].blank_before


def _heads_text(view: PageView, index: int) -> bool:
    """Tell whether text follows: a paragraph next, or after a run of such lines."""
    following = range(index + 1, min(view.last, index + 3) + 1)
    return any(view.kept[other] for other in following)


def _after_related(view: PageView, index: int, labels: Sequence[Label]) -> bool:
    for other in range(index - 1, max(-1, index - 8), -1):
        if view.found[other].role == "related":
            return True
        if labels[other].kind in ("body", "lead", "title"):
            return False
    return False
