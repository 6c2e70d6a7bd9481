"""What is known of a flattened page when its lines are named, and the names they get.

Records for `line_kinds` and `lines_outside`; lines are only compared with
the headline here, not judged.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.copies import Copies
from assets.extraction.flattened.evidence import Evidence
from assets.extraction.flattened.headline import Headline
from assets.extraction.flattened.page_facts import PageFacts
from assets.extraction.metadata.lexicon import Lexicon, line_key
from assets.extraction.records import LineKind

# What alt texts add to a headline: "- ảnh 1", " hình 2".
_LONGEST_SUFFIX = 14
DEBRIS = re.compile(r"^[\W\d_]*$|^(?:<!--|-->)")


@dataclass(frozen=True, slots=True)
class Label:
    """The kind of one line, how sure it is (0 to 1) and what decided it."""

    kind: LineKind
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class PageView:
    """Everything known of a page when its lines are named."""

    lines: Sequence[PageLine]
    found: Sequence[Evidence]
    copies: Copies
    scores: Sequence[float]
    kept: Sequence[bool]
    headline: Headline | None
    facts: PageFacts
    lexicon: Lexicon
    first: int
    last: int


def copies_headline(view: PageView, index: int) -> bool:
    """Tell whether a line repeats the headline, whole, cut short, or without accents."""
    key = view.lines[index].key
    if view.headline is None or not key or len(key.split()) < 4:
        return False
    title = " ".join(re.findall(r"\w+", line_key(view.headline.text)))
    own = view.lines[view.headline.index].key if view.headline.index is not None else None
    if own is None:
        twins = view.copies.groups.get(index, ())
        return any(view.lines[other].text == view.headline.text for other in twins)
    longer = len(key) - len(own) <= _LONGEST_SUFFIX and key.startswith(own + " ")
    return own == key or own.startswith(key + " ") or longer or title == key


def extends_headline(view: PageView, index: int) -> bool:
    """Tell a title of another article behind an unaccented alt text of the own headline."""
    line = view.lines[index]
    if view.headline is None or view.headline.index is None or not line.text[0].islower():
        return False
    own = view.lines[view.headline.index].key
    longer = len(line.key) - len(own) > _LONGEST_SUFFIX
    return bool(own) and longer and line.key.startswith(own + " ")


def names_authors(view: PageView, index: int) -> bool:
    """Tell whether a line is another byline with the names of the page's authors."""
    byline = view.found[index].byline
    return byline is not None and bool(byline.authors) and byline.authors == view.facts.authors
