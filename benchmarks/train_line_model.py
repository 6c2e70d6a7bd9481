"""Train the line model, test it on domains apart, and write its weights.

Run with a copy of the bench folder, in an environment of its own, on one thread:

    pip install -e . jax optax resiliparse
    XLA_FLAGS="--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1" \
        python -m benchmarks.train_line_model --data DIR --set all --out line_model.json

`--set` tells what is trained on: `wcxb` (tested on scrapinghub), `scrapinghub` (tested on wcxb) or
`all` (what is shipped). Provenance: WCXB development split (M. Foley, CC BY 4.0: credit is due to
it for pages the weights were learned from), scrapinghub article-extraction-benchmark (MIT), VNTC
(MIT) as filling of synthetic pages. The weights hold numbers only, leanings of words under their
hashes among them, no text. The rules' findings are among the features: train again when the rules
of `assets/extraction/flattened` change much. Seeds are fixed; `PYTHONHASHSEED` does not matter.
The pages in `seeds/` are never read.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assets.extraction.flattened.blocks import split_lines
from assets.extraction.flattened.copies import find_copies
from assets.extraction.flattened.evidence import Evidence
from assets.extraction.flattened.line_model.network import (
    LEANING_STEPS,
    LEANING_TABLES,
    LineModel,
    columns_of,
    load_line_model,
    stacked,
    text_probabilities,
)
from assets.extraction.flattened.line_model.text import PageText, read_page
from assets.extraction.flattened.reader import read_flattened
from assets.extraction.flattened.structure import weigh
from assets.extraction.metadata.lexicon import lexicon_of
from assets.extraction.records import Article, Page, text_of
from assets.reference.records import Reference, load_reference
from benchmarks.line_model_leanings import ReadPage, fold_of, held_leanings, learn_leanings
from benchmarks.line_model_mixing import mixed_pages
from benchmarks.line_model_network import (
    Example,
    learned_columns,
    scaled,
    scaling,
    train_network,
)
from benchmarks.line_model_pages import (
    LabelledPage,
    bench_module,
    bench_pages,
    source_texts,
    split_texts,
    synthetic,
)

SETS = {"wcxb": ("wcxb-dev",), "scrapinghub": ("scrapinghub",), "all": ("wcxb-dev", "scrapinghub")}
_HELD_LAYOUT_SEED = 7777
_MOST_WORDS = 120
_LONG_LINE = 10


@dataclass(slots=True)
class Prepared:
    """A training page with its arrays and what the rules found."""

    page: LabelledPage
    read: PageText
    labels: npt.NDArray[np.bool_]
    found: list[Evidence]


def _news_weight(page: LabelledPage, least: float) -> float:
    """What a page counts: articles of many short lines are recipes and lists, not news."""
    text = [
        line for line, main in zip(page.lines, page.labels, strict=True) if main and line.strip()
    ]
    short = sum(len(line.split()) < _LONG_LINE for line in text) / max(len(text), 1)
    return min(max(1.3 - 2.2 * short, least), 1.0)


def training_pages(data: Path, name: str) -> list[LabelledPage]:
    """Real pages of other domains than the test set's, mixed ones, synthetic Vietnamese ones."""
    other = () if name == "all" else SETS["scrapinghub" if name == "wcxb" else "wcxb"]
    held = {page.domain for one in other for page in bench_pages(data, one)}
    real = [
        page for one in SETS[name] for page in bench_pages(data, one) if page.domain not in held
    ]
    # The blocks style is the least like captures: a third of it is enough.
    real = [page for i, page in enumerate(real) if page.style != "blocks" or i % 9 < 3]
    for page in real:
        page.weight = _news_weight(page, 0.5 if page.source == "scrapinghub" else 0.25)
        if name == "all" and page.source == "scrapinghub":
            page.weight *= 1.5
    mixed = mixed_pages(real, 3 if name == "scrapinghub" else 1, seed=0)
    texts = split_texts(source_texts(data), held=False)
    return [*real, *mixed, *synthetic(texts, range(100, 360), 3, seed=0)]


def prepare(pages: Sequence[LabelledPage], reference: Reference) -> list[Prepared]:
    """Read the pages' arrays and let the rules weigh their lines."""
    lexicon = lexicon_of(reference)
    prepared = []
    for page in pages:
        lines = split_lines(_joined(page))
        read = read_page(lines)
        if read is not None:
            labels = np.array([page.labels[line.line_no - 1] for line in lines])
            found = weigh(lines, find_copies(lines), lexicon)
            prepared.append(Prepared(page, read, labels, found))
    return prepared


def _joined(page: LabelledPage) -> str:
    return "\n".join(line.replace("\r", " ") for line in page.lines)


def _example(one: Prepared, rows: npt.NDArray[np.float32]) -> Example:
    heavy = np.sqrt(np.minimum(one.read.tokens, _MOST_WORDS) + 1.0)
    weights = (heavy / np.sqrt(heavy.sum()) * one.page.weight).astype(np.float32)
    return Example(rows, one.labels, weights)


def train(
    pages: Sequence[LabelledPage], reference: Reference, epochs: int, networks: int
) -> LineModel:
    """Train the ensemble."""
    prepared = prepare(pages, reference)
    real = [
        ReadPage(one.page.domain, one.read, one.labels)
        for one in prepared
        if one.page.source != "mixed"
    ]
    held = held_leanings(real)
    columns = [columns_of(p.read, p.found, held[fold_of(p.page.domain)]) for p in prepared]
    names = tuple(columns[0])
    rows = [stacked(one) for one in columns]
    mean, scale = scaling(rows)
    examples = [
        _example(p, scaled(one, mean, scale)) for p, one in zip(prepared, rows, strict=True)
    ]
    trained = [
        train_network(examples, learned_columns(names), seed, epochs) for seed in range(networks)
    ]
    nets = {name: np.stack([one[name] for one in trained]) for name in trained[0]}
    return LineModel(names, learn_leanings(real), mean, scale, nets)


def write(model: LineModel, path: Path) -> None:
    """Write the weights file: whole numbers for leanings, four digits for the rest."""
    known = model.leanings
    leanings = zip(LEANING_TABLES, (known.words, known.pairs, known.lines), strict=True)
    stored = {
        "about": "Line model: see benchmarks/train_line_model.py for data, licences and method.",
        "features": model.features,
        **{name: np.round(table * LEANING_STEPS).astype(int).tolist() for name, table in leanings},
        "common": np.flatnonzero(known.common).tolist(),
        "mean": _rounded(model.mean),
        "scale": _rounded(model.scale),
        "networks": {
            name: _rounded(values.astype(np.float16)) for name, values in model.networks.items()
        },
    }
    path.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _rounded(values: npt.NDArray[np.floating[Any]]) -> Any:
    digits = json.dumps(values.astype(float).tolist())
    return json.loads(digits, parse_float=lambda digit: float(f"{float(digit):.4g}"))


def report(data: Path, name: str, weights: Path, reference: Reference) -> None:
    """Print mean word F1 by set and style: the model's likely lines, the whole reader's text."""
    model = load_line_model(weights)
    lexicon = lexicon_of(reference)
    other = () if name == "all" else SETS["scrapinghub" if name == "wcxb" else "wcxb"]
    tests = [page for one in other for page in bench_pages(data, one)]
    held = split_texts(source_texts(data), held=True)
    tests += synthetic(held, range(30), 5, seed=_HELD_LAYOUT_SEED)
    word_f1 = bench_module(data).word_f1
    scores: Mapping[tuple[str, str], list[tuple[float, ...]]] = defaultdict(list)
    for page in tests:
        text = _joined(page)
        lines = split_lines(text)
        found = weigh(lines, find_copies(lines), lexicon)
        likely = text_probabilities(lines, found, model)
        marked = [line.text for line, p in zip(lines, likely, strict=True) if p >= 0.5]
        article = read_flattened(
            Page("test", "text/plain", text),
            reference,
            lambda lines, found: text_probabilities(lines, found, model),
        )
        whole = text_of(article) if isinstance(article, Article) else ""
        scores[page.source, page.style].append(
            (*word_f1("\n".join(marked), page.gold), *word_f1(whole, page.gold))
        )
    for (source, style), found_scores in sorted(scores.items()):
        one = np.mean(found_scores, axis=0)
        print(
            f"{source:12} {style:10}"
            f" model {one[2]:.4f} (precision {one[0]:.3f}, recall {one[1]:.3f})"
            f" reader {one[5]:.4f} (precision {one[3]:.3f}, recall {one[4]:.3f})"
        )


def main() -> None:
    """Read the command line, train, write, test."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="copy of the bench folder")
    parser.add_argument("--set", choices=sorted(SETS), default="all")
    parser.add_argument("--out", type=Path, required=True, help="where to write the weights")
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--networks", type=int, default=3)
    options = parser.parse_args()
    if not (options.data / "flatten.py").is_file():
        sys.exit(f"no bench data in {options.data}")
    reference = load_reference()
    pages = training_pages(options.data, options.set)
    write(train(pages, reference, options.epochs, options.networks), options.out)
    report(options.data, options.set, options.out, reference)


if __name__ == "__main__":
    main()
