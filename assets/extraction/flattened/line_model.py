"""A small trained model that tells main text from furniture, line by line.

Convolutional networks over the lines of a page, their weights in `weights/line_model.json`;
how they were trained is told in `benchmarks/train_line_model.py`. What the readers make of the
probabilities is not decided here.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast, get_args

import numpy as np

from assets.extraction.flattened.line_model_features import FEATURE_NAMES, Matrix, features
from assets.extraction.flattened.line_model_lines import Vocabulary
from assets.extraction.records import TEXT_KINDS, LineKind

WEIGHTS = Path(__file__).parent / "weights" / "line_model.json"
KINDS: tuple[LineKind, ...] = get_args(LineKind)

# How far apart the lines stand that each layer sees together.
_REACHES = (1, 2, 4, 8)
_CLIP = 4.0
_TEXT_COLUMNS = np.array([kind in TEXT_KINDS for kind in KINDS])


class LineModelError(ValueError):
    """Weights that do not fit this code; the message names the file and the remedy."""


@dataclass(frozen=True, slots=True)
class LineModel:
    """Trained weights: arrays with the networks of the ensemble along the first axis."""

    vocabulary: Vocabulary
    mean: Matrix
    scale: Matrix
    networks: Mapping[str, Matrix]


@cache
def load_line_model(path: Path = WEIGHTS) -> LineModel:
    """Read the weights; each file is read once.

    Raises:
        LineModelError: the file was trained for other features or kinds than this code's.
    """
    stored = json.loads(path.read_text("utf-8"))
    if tuple(stored["features"]) != FEATURE_NAMES or tuple(stored["kinds"]) != KINDS:
        raise LineModelError(f"{path}: trained for other features; train the line model again")
    return LineModel(
        vocabulary=Vocabulary(stored["words"], stored["lines"], frozenset(stored["stop_words"])),
        mean=np.array(stored["mean"], dtype=np.float32),
        scale=np.array(stored["scale"], dtype=np.float32),
        networks={
            name: np.array(values, dtype=np.float32) for name, values in stored["networks"].items()
        },
    )


def main_text_probabilities(lines: Sequence[str], model: LineModel | None = None) -> list[float]:
    """Return for each raw line the probability that it is main text (0 for a blank line).

    Takes all lines of a page, blank ones and leading spaces included: they tell much.
    """
    kept, text, _ = _outputs(lines, model or load_line_model())
    probabilities = [0.0] * len(lines)
    for index, probability in zip(kept, text.tolist(), strict=True):
        probabilities[index] = probability
    return probabilities


def kind_probabilities(
    lines: Sequence[str], model: LineModel | None = None
) -> list[dict[LineKind, float]]:
    """Return for each raw line how probable each kind is; empty for a blank line.

    The probabilities of lead and body together are that of `main_text_probabilities`.
    """
    kept, text, kinds = _outputs(lines, model or load_line_model())
    distributions: list[dict[LineKind, float]] = [{} for _ in lines]
    for index, probability, row in zip(kept, text, kinds, strict=True):
        whole = np.where(_TEXT_COLUMNS, probability, 1 - probability)
        inside = np.where(_TEXT_COLUMNS, row[_TEXT_COLUMNS].sum(), row[~_TEXT_COLUMNS].sum())
        shares = (row / np.maximum(inside, 1e-9) * whole).tolist()
        distributions[index] = dict(zip(KINDS, shares, strict=True))
    return distributions


def _outputs(lines: Sequence[str], model: LineModel) -> tuple[list[int], Matrix, Matrix]:
    """Indices of the non-blank lines, their probabilities of main text and of each kind."""
    kept, rows = features(lines, model.vocabulary)
    if not kept:
        return [], np.zeros(0, np.float32), np.zeros((0, len(KINDS)), np.float32)
    net = model.networks
    scaled = np.clip((rows - model.mean) / model.scale, -_CLIP, _CLIP)
    hidden = np.maximum(scaled @ net["w0"] + net["b0"][:, None], 0)
    for layer, reach in enumerate(_REACHES):
        before, here, after = (net[f"c{layer}"][:, side] for side in range(3))
        mixed = hidden @ here + net[f"d{layer}"][:, None]
        if len(kept) > reach:
            mixed[:, reach:] += hidden[:, :-reach] @ before
            mixed[:, :-reach] += hidden[:, reach:] @ after
        hidden = hidden + np.maximum(mixed, 0)
    width = hidden.shape[2]
    whole_page = hidden.mean(axis=1, keepdims=True) @ net["wo"][:, width:]
    out = np.maximum(hidden @ net["wo"][:, :width] + whole_page + net["bo"][:, None], 0)
    text = (out @ net["wm"] + net["bm"][:, None])[:, :, 0].mean(axis=0)
    kinds = (out @ net["wk"] + net["bk"][:, None]).mean(axis=0)
    odds = np.exp(kinds - kinds.max(axis=1, keepdims=True))
    share = odds / odds.sum(axis=1, keepdims=True)
    return kept, cast("Matrix", 1 / (1 + np.exp(-text))), cast("Matrix", share)
