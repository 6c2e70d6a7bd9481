"""The stretch of a page that holds the main text, found from per-line evidence.

One stretch with gaps: the path of highest total score through before, text, gap and after. A
trained model joins here, through `LineModel`: its probability for a line is one more signal.
"""

import math
from collections.abc import Callable, Sequence

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.captions import caption_shape, closed_caption_shape
from assets.extraction.flattened.copies import Copies
from assets.extraction.flattened.evidence import Evidence, is_prose
from assets.extraction.metadata.lexicon import Lexicon

# Takes the lines of a page and the rules' evidence for each; returns for each the probability
# (0 to 1) that it is main text.
LineModel = Callable[[Sequence[PageLine], Sequence[Evidence]], Sequence[float]]

# What a model's log-odds count beside the rules'.
_MODEL_WEIGHT = 1.5
_NEIGHBOUR_WEIGHT = 0.35
_LEAD_REACH = 10
_LEAST_LEAD = 9
_LEAST_OPEN_LEAD = 15
_SURE_LEAD = 25
_MOST_CAPITALS = 0.5
_ENDS = 2.0
_LONGEST_CLOSING = 25
_MOST_CLOSING = 3
_AFTER_TITLE = 2
_LONGEST_TITLE = 20
_LEAST_CLOSING = -0.5
_LEAST_SCORE = -6.0
_GAP_OPENS = 0.4
_GAP_LINE = 0.12
_BEFORE, _TEXT, _GAP, _AFTER = range(4)


def combined_scores(
    found: Sequence[Evidence], probabilities: Sequence[float] | None
) -> list[float]:
    """Return each line's log-odds of main text: own evidence, its neighbours', a model's.

    `probabilities` are a trained model's for the same lines, or None.
    """
    own = [max(-3.0, min(3.0, one.score)) for one in found]
    floored = [max(-1.0, one) for one in own]
    scores: list[float] = []
    for index, score in enumerate(own):
        near = floored[max(0, index - 2) : index + 3]
        company = (sum(near) - floored[index]) / max(len(near) - 1, 1)
        scores.append(score + _NEIGHBOUR_WEIGHT * company)
    if probabilities is not None:
        for index, probability in enumerate(probabilities):
            clipped = min(max(probability, 0.01), 0.99)
            scores[index] += _MODEL_WEIGHT * math.log(clipped / (1 - clipped))
    return scores


def find_stretch(scores: Sequence[float], found: Sequence[Evidence]) -> list[bool]:
    """Return for each line whether it is main text by its own right, within one stretch.

    A line left out inside the stretch is a gap. All False when no line is worth reading.
    """
    before, text, gap, after = 0.0, -math.inf, -math.inf, -math.inf
    steps: list[tuple[int, int, int, int]] = []
    for score, one in zip(scores, found, strict=True):
        opened = text - _GAP_OPENS
        from_gap = gap > opened
        from_text = text >= gap
        resumed = text if from_text else gap
        starts = before >= resumed
        steps.append(
            (
                _BEFORE,
                _BEFORE if starts else _TEXT if from_text else _GAP,
                _GAP if from_gap else _TEXT,
                _TEXT if text >= after else _AFTER,
            )
        )
        after = max(text, after)
        text = (before if starts else resumed) + score - one.barrier
        gap = (gap if from_gap else opened) - _GAP_LINE - one.barrier
    best = (before, text, gap, after)
    state = max((_BEFORE, _TEXT, _AFTER), key=lambda one: best[one])
    kept = [False] * len(scores)
    for index in range(len(scores) - 1, -1, -1):
        kept[index] = state == _TEXT
        state = steps[index][state]
    return kept


def closing_lines(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    copies: Copies,
    scores: Sequence[float],
    kept: list[bool],
) -> list[bool]:
    """Return `kept` with the short last paragraphs of a text added: "Xin cảm ơn ông!".

    Short sentences right behind the text, or behind one link to another article or a doubled
    caption, belong to it when a byline, a menu line, a date or the end of the page follows.
    """
    if True not in kept:
        return kept
    last = len(kept) - 1 - kept[::-1].index(True)
    index = last + 1
    titles = 0
    while index < len(lines) and index <= last + _MOST_CLOSING:
        if _is_inline_title(lines[index], found[index]):
            titles += 1
        elif not (index in copies.adjacent and lines[index].full_stop):
            break
        index += 1
    start = index
    while index < len(lines) and index - start < _MOST_CLOSING:
        if scores[index] < _LEAST_SCORE or not _closes(lines, found, index):
            break
        index += 1
    if index == start or titles > 1 or (titles and index - start < _AFTER_TITLE):
        return kept
    after = found[index] if index < len(found) else None
    if after is None or after.role is not None or after.byline is not None or after.date:
        return [*kept[:start], *[True] * (index - start), *kept[index:]]
    return kept


def _is_inline_title(line: PageLine, one: Evidence) -> bool:
    return (
        not line.full_stop
        and 4 <= line.words <= _LONGEST_TITLE
        and one.role is None
        and one.date is None
        and one.byline is None
        and one.barrier == 0.0
    )


def _closes(lines: Sequence[PageLine], found: Sequence[Evidence], index: int) -> bool:
    one = found[index]
    if one.role is not None or one.date is not None or one.byline is not None or one.barrier:
        return False
    line = lines[index]
    return line.full_stop and 2 <= line.words <= _LONGEST_CLOSING and one.score >= _LEAST_CLOSING


def opening_lines(
    lines: Sequence[PageLine],
    found: Sequence[Evidence],
    copies: Copies,
    kept: list[bool],
    headline: int | None,
    lexicon: Lexicon,
) -> list[bool]:
    """Return `kept` with the lead added that byline, date or "follow us" cut off from the text.

    It is the first line under the headline that reads like a sentence, with a full stop or not.
    """
    first = kept.index(True)
    if headline is None or not 1 < first - headline <= _LEAD_REACH:
        return kept
    grown = list(kept)
    for index in range(headline + 1, first):
        line, one = lines[index], found[index]
        if one.role == "related" or one.barrier >= _ENDS:
            return kept
        if one.role or one.date or one.byline or one.credit or index in copies.groups:
            continue
        is_first = True not in grown[:index]
        if (is_prose(line) and one.score > 0) or (is_first and _is_open_lead(line, lexicon)):
            grown[index] = True
    return grown


def _is_open_lead(line: PageLine, lexicon: Lexicon) -> bool:
    if line.full_stop:
        return line.words >= _LEAST_LEAD and closed_caption_shape(line, lexicon) is None
    long = line.words >= _LEAST_OPEN_LEAD and line.capital_share < _MOST_CAPITALS
    sure = line.words >= _SURE_LEAD or caption_shape(line, lexicon) is None
    return long and sure and not line.unaccented
