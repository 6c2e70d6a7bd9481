"""Where a caption may stand: beside paragraphs, under an alt text, doubled, or long and unclosed.

Judged by a line's place among the others; what a caption looks like by its own words is in
`captions`. Which kind a line gets in the end is decided in `line_kinds`.
"""

from collections.abc import Sequence

from assets.extraction.flattened.captions import caption_shape
from assets.extraction.flattened.evidence import PICTURE, is_prose
from assets.extraction.flattened.inline_teasers import has_blocks
from assets.extraction.flattened.page_view import Label, PageView

# Words from which a line is long for what it would be: without a full stop, standing twice, an alt
# text.
LONG_UNCLOSED, DOUBLED_WORDS, LONGEST_ALT = 22, 30, 40
_LONG_NEIGHBOUR = 18
_NEIGHBOUR = 8


def may_be_closed_caption(view: PageView, index: int, labels: Sequence[Label]) -> bool:
    """Tell where a sentence may be a caption: behind the lead, beside a paragraph or caption."""
    if not any(label.kind == "lead" for label in labels) or index >= view.last:
        return False
    if view.found[index].bullet:
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


def caption_reason(view: PageView, index: int, labels: Sequence[Label]) -> str | None:
    """Return why a line between paragraphs is a caption, or None."""
    line = view.lines[index]
    if view.found[index].reason == PICTURE:
        return PICTURE
    if view.found[index].bullet:
        return None
    opens = view.kept[index] and index == view.first
    if opens and (line.words > LONG_UNCLOSED or is_prose(line)):
        return None  # a lead without a full stop
    if index in view.copies.adjacent and (not line.full_stop or line.words <= DOUBLED_WORDS):
        return "stands twice between paragraphs"
    previous = labels[index - 1] if index else None
    if (
        previous is not None
        and previous.kind == "caption"
        and previous.reason.startswith(("alt text", PICTURE))
        and not line.blank_before
        and line.words <= LONGEST_ALT
    ):
        return "stands under an alt text"
    if (
        previous is not None
        and previous.reason.startswith(("alt text", PICTURE))
        and line.words <= 45
        and (not line.full_stop or view.found[index].credit)
    ):
        return "stands under an alt text"
    if line.closed:
        return "picture credit" if view.found[index].credit and line.words <= 60 else None
    return caption_shape(line, view.lexicon)


def unclosed_caption(view: PageView, index: int, labels: Sequence[Label]) -> str | None:
    """Return why a line is a caption by its length and place alone, or None."""
    line = view.lines[index]
    previous = next((label for label in reversed(labels) if label.kind != "navigation"), None)
    if previous is not None and previous.kind == "lead" and line.words >= 15 and not line.closed:
        return "line without a full stop under the lead"
    own_block = line.blank_before and has_blocks(view, index)
    sentence = line.words >= LONG_UNCLOSED and own_block and ", " in line.text
    if line.words >= 14 and not line.closed and not sentence:
        return "long line without a full stop between paragraphs"
    before = view.lines[index - 1]
    if not line.blank_before and before.full_stop and has_blocks(view, index):
        return "in one block with the paragraph before it"
    return None
