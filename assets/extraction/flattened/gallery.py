"""Captions in a row, as picture stories have them: short sentences that read like text.

Told by the page's section or by the caption before them; a caption told by its own words is found
in `captions`.
"""

from collections.abc import Sequence

from assets.extraction.flattened.captions import continues_captions
from assets.extraction.flattened.page_view import Label, PageView
from assets.extraction.metadata.lexicon import line_key

GALLERY = "short sentence in a row of captions"
_PICTURE_WORDS = 20


def _is_picture_page(view: PageView) -> bool:
    """Tell a page of the section "Ảnh" or "Phóng sự ảnh": its short sentences are captions."""
    words = line_key(view.facts.section or "").split()
    return bool(words) and "ảnh" in (words[0], words[-1])


def goes_on_with_pictures(view: PageView, index: int, labels: Sequence[Label]) -> bool:
    """Tell a short sentence in a row of captions.

    One before it was told by its own words, or on a picture page only such stand under the lead.
    """
    before = labels[index - 1] if index else None
    if before is None or view.found[index].bullet:
        return False
    if _is_picture_page(view) and view.first < index and view.kept[index]:
        row = view.lines[view.first + 1 : index + 1]
        return all(line.words <= _PICTURE_WORDS and not line.inner_stops for line in row)
    if before.kind != "caption":
        return False
    told = before.reason == GALLERY or view.lines[index - 1].full_stop
    return told and continues_captions(view.lines[index])
