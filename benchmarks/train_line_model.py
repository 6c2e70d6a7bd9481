"""Train the line model, test it on domains apart, and write its weights.

Run with a copy of the bench folder, in an environment of its own:

    pip install jax optax resiliparse lxml numpy
    python -m benchmarks.train_line_model --data DIR --set all --out line_model.json

`--set` tells what is trained on: `wcxb` (tested on scrapinghub), `scrapinghub` (tested on wcxb) or
`all` (what is shipped). Provenance: WCXB development split (M. Foley, CC BY 4.0: credit is due to
it for pages the weights were learned from), scrapinghub article-extraction-benchmark (MIT), VNTC
(MIT) as filling of synthetic pages. The weights hold numbers, single words and short furniture
lines that stand on pages of at least three domains, no running text. Seeds are fixed;
`PYTHONHASHSEED` does not matter. The pages in `seeds/` are never read.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assets.extraction.flattened.line_model import KINDS, LineModel, main_text_probabilities
from assets.extraction.flattened.line_model_features import FEATURE_NAMES
from assets.extraction.flattened.line_model_lines import Vocabulary
from benchmarks.line_model_network import normalisation, train_network
from benchmarks.line_model_pages import (
    LabelledPage,
    bench_module,
    bench_pages,
    source_texts,
    split_texts,
    synthetic,
)
from benchmarks.line_model_vocabulary import learn_vocabulary, training_features

SETS = {"wcxb": ("wcxb-dev",), "scrapinghub": ("scrapinghub",), "all": ("wcxb-dev", "scrapinghub")}
_HELD_LAYOUT_SEED = 7777


def training_pages(data: Path, name: str) -> list[LabelledPage]:
    """Real pages of other domains than the test set's, and synthetic Vietnamese pages."""
    other = () if name == "all" else SETS["scrapinghub" if name == "wcxb" else "wcxb"]
    held = {page.domain for one in other for page in bench_pages(data, one)}
    real = [
        page for one in SETS[name] for page in bench_pages(data, one) if page.domain not in held
    ]
    # The blocks style is the least like captures: a third of it is enough.
    real = [page for i, page in enumerate(real) if page.style != "blocks" or i % 9 < 3]
    if name == "all":
        for page in real:
            page.weight = 1.5 if page.source == "scrapinghub" else page.weight
    texts = split_texts(source_texts(data), held=False)
    drawn = synthetic(texts, range(100, 360), 4, seed=0)
    return [*real, *drawn]


def train(pages: Sequence[LabelledPage], epochs: int, networks: int) -> dict[str, Any]:
    """Train the ensemble and return what the weights file holds."""
    rows = training_features(pages)
    norm = normalisation(rows)
    trained = []
    for seed in range(networks):
        weights = [page.weight for page in pages]
        trained.append(train_network(pages, rows, weights, norm, seed, epochs))
    vocabulary = learn_vocabulary(pages)
    return {
        "about": "Line model: see benchmarks/train_line_model.py for data, licences and method.",
        "features": list(FEATURE_NAMES),
        "kinds": list(KINDS),
        "mean": _rounded(norm[0]),
        "scale": _rounded(norm[1]),
        "networks": {key: _rounded(np.stack([n[key] for n in trained])) for key in trained[0]},
        "words": dict(vocabulary.words),
        "lines": dict(vocabulary.lines),
        "stop_words": sorted(vocabulary.stop_words),
    }


def _rounded(values: Any) -> Any:
    return json.loads(
        json.dumps(np.asarray(values).tolist()), parse_float=lambda s: float(f"{float(s):.4g}")
    )


def model_of(stored: dict[str, Any]) -> LineModel:
    """The model that these weights make."""
    return LineModel(
        Vocabulary(stored["words"], stored["lines"], frozenset(stored["stop_words"])),
        np.array(stored["mean"], np.float32),
        np.array(stored["scale"], np.float32),
        {name: np.array(values, np.float32) for name, values in stored["networks"].items()},
    )


def report(data: Path, name: str, model: LineModel) -> None:
    """Print mean word F1 of the lines with a probability of at least .5, by set and style."""
    other = () if name == "all" else SETS["scrapinghub" if name == "wcxb" else "wcxb"]
    tests = [page for one in other for page in bench_pages(data, one)]
    held = split_texts(source_texts(data), held=True)
    tests += synthetic(held, range(30), 5, seed=_HELD_LAYOUT_SEED)
    word_f1 = bench_module(data).word_f1
    scores: dict[tuple[str, str], list[tuple[float, float, float]]] = defaultdict(list)
    for page in tests:
        likely = main_text_probabilities(page.lines, model)
        text = [line for line, p in zip(page.lines, likely, strict=True) if p >= 0.5]
        scores[page.source, page.style].append(word_f1("\n".join(text), page.gold))
    for (source, style), found in sorted(scores.items()):
        precision, recall, f1 = np.mean(found, axis=0)
        print(f"{source:12} {style:10} {f1:.4f} (precision {precision:.3f}, recall {recall:.3f})")


def main() -> None:
    """Read the command line, train, test, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="copy of the bench folder")
    parser.add_argument("--set", choices=sorted(SETS), default="all")
    parser.add_argument("--out", type=Path, help="where to write the weights")
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--networks", type=int, default=1)
    options = parser.parse_args()
    if not (options.data / "flatten.py").is_file():
        sys.exit(f"no bench data in {options.data}")
    stored = train(training_pages(options.data, options.set), options.epochs, options.networks)
    if options.out:
        options.out.write_text(
            json.dumps(stored, ensure_ascii=False, separators=(",", ":")), "utf-8"
        )
    report(options.data, options.set, model_of(stored))


if __name__ == "__main__":
    main()
