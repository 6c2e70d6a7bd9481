"""The line model's view of what the rules found: scores, menu words, barriers, their stretch.

So the model weighs the rules instead of learning menus, dates and bylines anew; the weights must
be trained again when the rules change much.
"""

from collections.abc import Sequence

import numpy as np

from assets.extraction.flattened.evidence import Evidence
from assets.extraction.flattened.line_model.context import distance
from assets.extraction.flattened.line_model.text import Columns, Floats, Integers
from assets.extraction.flattened.main_text import combined_scores, find_stretch

_ROLES = ("related", "comment", "footer", "menu", "section", "tool")
_MOST_WORDS = 60
_STRONG_BARRIER = 1.5


def rule_columns(found: Sequence[Evidence], tokens: Integers) -> Columns:
    """Return a column for each signal of the rules; `tokens` are the words of each line."""
    scores = combined_scores(found, None)
    kept = np.array(find_stretch(scores, found), dtype=bool)
    barrier = np.array([one.barrier for one in found], dtype=np.float32)
    roles = [one.role for one in found]
    volume = np.minimum(tokens, _MOST_WORDS) * kept
    columns: Columns = {
        "rule_score": np.array([one.score for one in found], dtype=np.float32),
        "rule_combined": np.array(scores, dtype=np.float32),
        "rule_kept": kept,
        "kept_before": distance(kept),
        "kept_after": distance(kept[::-1])[::-1],
        "kept_done": np.cumsum(volume) / (volume.sum() + 1),
        "barrier": barrier,
        "barrier_done": np.cumsum(barrier),
        "barrier_left": barrier.sum() - np.cumsum(barrier),
        "barrier_before": distance(barrier >= _STRONG_BARRIER),
        "date_line": np.array([one.date is not None for one in found]),
        "byline": _confidences(found),
        "picture_credit": np.array([one.credit for one in found]),
        "bullet": np.array([one.bullet for one in found]),
    }
    for role in _ROLES:
        columns[f"role_{role}"] = np.array([one == role for one in roles])
    columns["related_before"] = distance(columns["role_related"])
    columns["comment_before"] = distance(columns["role_comment"])
    return columns


def _confidences(found: Sequence[Evidence]) -> Floats:
    bylines = [one.byline for one in found]
    return np.array([one.confidence if one is not None else 0.0 for one in bylines], np.float32)
