"""Authors of a flattened page: which line tells them, given headline, date and main text.

A byline stands beside headline or date, or right behind the text. A person of whom the article
speaks is no author, nor is one named under a picture. How one line is read is in `byline`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.evidence import Evidence
from assets.extraction.metadata.byline import MAYBE_PLACE, Byline, read_byline
from assets.extraction.metadata.lexicon import Lexicon
from assets.extraction.metadata.writer_names import is_initials

_BEHIND_TEXT = 5
_BARE_BEHIND_TEXT = 2
_BEFORE_HEADLINE, _BEHIND_HEADLINE = 3, 6
_NEAR = 2
_SURE = 0.5
_SURE_INSIDE = 0.6
_LIKELY_NAME = 0.6
_ENDS = ("tool", "related", "tag", "comment", "footer")


@dataclass(frozen=True, slots=True)
class TextBounds:
    """Where things stand on the page: indexes of headline and date, ends of the main text."""

    headline: int | None
    date: int | None
    first: int
    last: int


def find_authors(
    lines: Sequence[PageLine], found: Sequence[Evidence], bounds: TextBounds, lexicon: Lexicon
) -> tuple[tuple[str, ...], int | None]:
    """Return the authors as the byline writes them and its line's index; ((), None) for none."""
    best: tuple[float, int, Byline] | None = None
    for index, one in enumerate(found):
        if one.byline is None or index == bounds.headline:
            continue
        place = _place(lines, found, one.byline, index, bounds)
        named = bool(one.byline.authors)
        if place > 0 and (best is None or (named, place) > (bool(best[2].authors), best[0])):
            best = (place, index, one.byline)
    if bounds.date is not None and (best is None or best[0] < 2.8):
        date = found[bounds.date].date
        rest = read_byline(date.rest, lexicon) if date is not None and date.rest else None
        if rest is not None and rest.authors and (rest.labelled or rest.confidence >= _SURE):
            best = (2.8, bounds.date, rest)
    return (best[2].authors, best[1]) if best is not None else ((), None)


def _place(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    byline: Byline,
    index: int,
    bounds: TextBounds,
) -> float:
    """Return how well a byline stands at `index`; 0 where it names no author."""
    if index > bounds.last:
        return _behind(lines, found, byline, index, bounds)
    if is_initials(lines[index].text) and not byline.labelled:
        return 1.2 if "." in lines[index].text and _parts_head(index, bounds) else 0.0
    if not byline.labelled and _spoken_of(lines, byline, bounds):
        return 0.0
    if index < bounds.first:
        return _above(byline, index, bounds)
    if byline.labelled and (index - bounds.first <= 3 or bounds.last - index <= 3):
        return 2.4
    near_date = bounds.date is not None and abs(index - bounds.date) <= _NEAR
    reach = 3 if near_date else 1
    sure = byline.confidence >= _SURE_INSIDE
    return 1.6 if sure and index - bounds.first <= reach else 0.0


def _parts_head(index: int, bounds: TextBounds) -> bool:
    """Tell a line right between headline and date, or between them and the text."""
    tops = [one for one in (bounds.headline, bounds.date) if one is not None]
    return bool(tops) and index < bounds.first and index - 1 in tops and bounds.headline is not None


def _behind(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    byline: Byline,
    index: int,
    bounds: TextBounds,
) -> float:
    between = found[bounds.last + 1 : index]
    steps = 1 + sum(not one.reason.endswith("of another article") for one in between)
    if steps > _BEHIND_TEXT or any(one.role in ("related", "comment") for one in between):
        return 0.0
    if byline.labelled:
        return 3.0 if byline.confidence > _LIKELY_NAME else 2.2
    if byline.confidence == MAYBE_PLACE and index == bounds.last + 1:
        behind = (one for one, line in zip(found, lines, strict=True) if line.index > index)
        after = next((one for one in behind if one.reason != "few letters"), None)
        return 2.0 if after is None or after.role in _ENDS else 0.0
    return 2.5 if byline.confidence >= _SURE and steps <= _BARE_BEHIND_TEXT else 0.0


def _above(byline: Byline, index: int, bounds: TextBounds) -> float:
    anchor = bounds.headline if bounds.headline is not None else bounds.date
    if anchor is None or not -_BEFORE_HEADLINE <= index - anchor <= _BEHIND_HEADLINE:
        return 1.5 if byline.labelled and bounds.first - index <= _BEHIND_TEXT else 0.0
    if byline.labelled:
        return 2.8
    near_date = bounds.date is not None and abs(index - bounds.date) <= _NEAR
    if index < anchor and not near_date:
        return 0.0
    close = near_date or index - anchor <= _NEAR
    return 2.0 if byline.confidence >= _SURE and close else 0.0


def _spoken_of(lines: Sequence[PageLine], byline: Byline, bounds: TextBounds) -> bool:
    """Tell whether the headline or the text names one of these persons: then he is no author."""
    told = [line.text for line in lines[bounds.first : bounds.last + 1] if line.words > 16]
    if bounds.headline is not None:
        told.append(lines[bounds.headline].text)
    text = "\n".join(told)
    return any(len(name.split()) > 1 and name in text for name in byline.authors)
