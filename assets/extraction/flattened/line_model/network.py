"""A small trained model that tells main text from furniture, line by line.

Convolutional networks over the lines of a page, their weights in `weights.json`; how
they were trained is told in `benchmarks/train_line_model.py`. What the readers make of the
probabilities is decided in `main_text`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import numpy as np

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.evidence import Evidence
from assets.extraction.flattened.line_model.features import Leanings, page_columns
from assets.extraction.flattened.line_model.rules import rule_columns
from assets.extraction.flattened.line_model.text import Columns, Floats, PageText, read_page

WEIGHTS = Path(__file__).parent / "weights.json"
# Learned leanings are stored as whole numbers.
LEANING_STEPS = 40
LEANING_TABLES = ("words", "pairs", "lines")

# How far apart the lines stand that each layer sees together.
_REACHES = (1, 2, 4, 8)
_CLIP = 4.0


class LineModelError(ValueError):
    """Weights that do not fit this code; the message names the file and the remedy."""


@dataclass(frozen=True, slots=True)
class LineModel:
    """Trained weights: arrays with the networks of the ensemble along the first axis.

    `features` are the names of the columns, in the order of `mean` and `scale`.
    """

    features: tuple[str, ...]
    leanings: Leanings
    mean: Floats
    scale: Floats
    networks: Mapping[str, Floats]


@cache
def load_line_model(path: Path = WEIGHTS) -> LineModel:
    """Read the weights; each file is read once.

    Raises:
        LineModelError: the file lacks what this code needs.
    """
    stored = json.loads(path.read_text("utf-8"))
    try:
        tables = [np.array(stored[name], np.float32) for name in LEANING_TABLES]
        words, pairs, lines = (table / np.float32(LEANING_STEPS) for table in tables)
        common = np.zeros(len(words), dtype=bool)
        common[stored["common"]] = True
        return LineModel(
            tuple(stored["features"]),
            Leanings(words, pairs, lines, common),
            np.array(stored["mean"], np.float32),
            np.array(stored["scale"], np.float32),
            {name: np.array(values, np.float32) for name, values in stored["networks"].items()},
        )
    except KeyError as missing:
        raise LineModelError(f"{path}: no {missing}; train the line model again") from missing


def columns_of(page: PageText, found: Sequence[Evidence], leanings: Leanings) -> Columns:
    """Return all that the model looks at; `found` are the rules' findings for the same lines."""
    return page_columns(page, leanings) | rule_columns(found, page.tokens)


def stacked(columns: Columns) -> Floats:
    """Return one row per line, the columns in their order."""
    return np.stack([column.astype(np.float32) for column in columns.values()], axis=1)


def text_probabilities(
    lines: Sequence[PageLine], found: Sequence[Evidence], model: LineModel | None = None
) -> list[float]:
    """Return for each line of a page the probability that it is main text.

    `found` are the rules' findings, one for each line.

    Raises:
        LineModelError: the model was trained for other features than this code's.
    """
    page = read_page(lines)
    if page is None:
        return []
    known = model or load_line_model()
    columns = columns_of(page, found, known.leanings)
    if tuple(columns) != known.features:
        raise LineModelError("trained for other features; train the line model again")
    scaled = np.clip((stacked(columns) - known.mean) / known.scale, -_CLIP, _CLIP)
    odds = _log_odds(scaled, known.networks).mean(axis=0)
    return cast("list[float]", (1 / (1 + np.exp(-odds))).tolist())


def _log_odds(scaled: Floats, net: Mapping[str, Floats]) -> Floats:
    """Return each network's log-odds of main text for each row."""
    hidden = np.maximum(scaled @ net["w0"] + net["b0"][:, None], 0)
    for layer, reach in enumerate(_REACHES):
        before, here, after = (net[f"c{layer}"][:, side] for side in range(3))
        mixed = hidden @ here + net[f"d{layer}"][:, None]
        if hidden.shape[1] > reach:
            mixed[:, reach:] += hidden[:, :-reach] @ before
            mixed[:, :-reach] += hidden[:, reach:] @ after
        hidden = hidden + np.maximum(mixed, 0)
    width = hidden.shape[2]
    whole_page = hidden.mean(axis=1, keepdims=True) @ net["wo"][:, width:]
    out = np.maximum(hidden @ net["wo"][:, :width] + whole_page + net["bo"][:, None], 0)
    return cast("Floats", (out @ net["wm"] + net["bm"][:, None])[:, :, 0])
