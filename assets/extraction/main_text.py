"""The stretch of a page that holds the main text, found from per-line evidence.

One stretch with gaps: the path of highest total score through before, text, gap and after. A
trained model joins here, through `LineModel`: its probability for a line is one more signal.
"""

import math
from collections.abc import Callable, Sequence

from assets.extraction.blocks import PageLine
from assets.extraction.evidence import Evidence

# Takes all raw lines of a page, blank ones included, and returns for each the probability (0 to 1)
# that it is main text.
LineModel = Callable[[Sequence[str]], Sequence[float]]

_MODEL_WEIGHT = 1.2
_NEIGHBOUR_WEIGHT = 0.35
_LONGEST_CLOSING = 8
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
    scores: list[float] = []
    for index, score in enumerate(own):
        near = own[max(0, index - 2) : index] + own[index + 1 : index + 3]
        company = sum(max(-1.0, one) for one in near) / max(len(near), 1)
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
    best = [0.0, -math.inf, -math.inf, -math.inf]
    steps: list[tuple[int, int, int, int]] = []
    for score, one in zip(scores, found, strict=True):
        into_text = max((_BEFORE, _TEXT, _GAP), key=lambda state: best[state])
        gap_costs = {_TEXT: best[_TEXT] - _GAP_OPENS, _GAP: best[_GAP]}
        into_gap = max(gap_costs, key=gap_costs.__getitem__)
        into_after = max((_TEXT, _AFTER), key=lambda state: best[state])
        steps.append((_BEFORE, into_text, into_gap, into_after))
        best = [
            best[_BEFORE],
            best[into_text] + score - one.barrier,
            gap_costs[into_gap] - _GAP_LINE - one.barrier,
            best[into_after],
        ]
    state = max((_BEFORE, _TEXT, _AFTER), key=lambda one: best[one])
    kept = [False] * len(scores)
    for index in range(len(scores) - 1, -1, -1):
        kept[index] = state == _TEXT
        state = steps[index][state]
    return kept


def closing_lines(
    lines: Sequence[PageLine], found: Sequence[Evidence], kept: list[bool]
) -> list[bool]:
    """Return `kept` with the short last words of a text added: "Xin cảm ơn ông!".

    A short sentence right behind the text belongs to it when a byline, a menu line or the end of
    the page follows.
    """
    if True not in kept:
        return kept
    index = len(kept) - kept[::-1].index(True)
    if index >= len(lines) or not lines[index].full_stop:
        return kept
    if not 2 <= lines[index].words <= _LONGEST_CLOSING:
        return kept
    one = found[index]
    if one.role is not None or one.score < -0.5 or one.date is not None:
        return kept
    after = found[index + 1] if index + 1 < len(found) else None
    if after is None or after.role is not None or after.byline is not None:
        return [*kept[:index], True, *kept[index + 1 :]]
    return kept
