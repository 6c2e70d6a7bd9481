"""Measure recognition and linking on labelled articles.

    python -m benchmarks.entities [--blind] [--ablations] [--seconds N]

Prints for each type precision, recall and F1 of mentions, exact and overlapping; linking of the
mentions that are right by B-cubed and pair F1, all articles resolved together; official documents
with their number; throughput on one core. `--ablations` repeats the mentions without one kind of
knowledge each. underthesea is measured on the same text where it is installed: a virtual
environment of its own with `pip install underthesea` beside the project's packages. `--blind`
reads the pages of `blind/` instead, which nobody tunes on, and prints totals only.
"""

import argparse
import sys
import time
from collections.abc import Sequence

from assets.entities.records import Observation
from assets.entities.resolution.resolving import resolve
from assets.reference.records import Reference, load_reference
from benchmarks.entities_engines import Engine, ablations, ours, underthesea
from benchmarks.entities_gold import GoldArticle, blind_articles, labelled_articles
from benchmarks.entities_scores import (
    TYPES,
    Tally,
    b_cubed,
    links,
    score_numbers,
    score_pairs,
    score_spans,
)

Pages = list[tuple[GoldArticle, Sequence[Observation]]]
_NO_DATA = 2


def _run(engine: Engine, articles: Sequence[GoldArticle]) -> Pages:
    return [(gold, engine.recognise(gold.article)) for gold in articles]


def _row(name: str, tally: Tally) -> str:
    return f"{name:<22}{tally.precision:>8.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}"


def _print_spans(name: str, pages: Pages) -> None:
    for exact in (True, False):
        print(f"\n{name}, {'exact' if exact else 'overlapping'} spans")
        print(f"{'':<22}{'P':>8}{'R':>8}{'F1':>8}{'gold':>8}")
        tallies = score_spans(pages, exact)
        for kind in (*TYPES, "all"):
            tally = tallies[kind]
            print(f"{_row(kind, tally)}{tally.right + tally.missing:>8}")


def _print_linking(pages: Pages, reference: Reference) -> None:
    observations = [one for _, found in pages for one in found]
    days = {gold.article.article_id: gold.article.published_on for gold, _ in pages}
    resolution = resolve(observations, days, reference)
    ids = {(m.article_id, m.field, m.start_char): m.entity_id for m in resolution.mentions}
    found_links = links(pages, ids)
    precision, recall, f1 = b_cubed(found_links)
    print(f"\nLinking of {len(found_links)} mentions")
    print(f"{'':<22}{'P':>8}{'R':>8}{'F1':>8}")
    print(f"{'B-cubed':<22}{precision:>8.3f}{recall:>8.3f}{f1:>8.3f}")
    print(_row("pairs", score_pairs(found_links)))
    print(_row("documents + number", score_numbers(pages)))


def _speed(engine: Engine, articles: Sequence[GoldArticle], seconds: float) -> float:
    """Return KB of text per second of CPU time on one core, over at least `seconds`."""
    size = sum(len((gold.article.text + (gold.article.title or "")).encode()) for gold in articles)
    engine.recognise(articles[0].article)
    start, rounds = time.process_time(), 0
    while time.process_time() - start < seconds:
        _run(engine, articles)
        rounds += 1
    return size * rounds / 1024 / (time.process_time() - start)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; returns 2 when there are no labelled articles."""
    parser = argparse.ArgumentParser(description="Measure the recognition of entities.")
    parser.add_argument("--blind", action="store_true", help="the pages that nobody tunes on")
    parser.add_argument("--ablations", action="store_true", help="leave out one thing each")
    parser.add_argument("--seconds", type=float, default=3.0, help="how long to time")
    options = parser.parse_args(arguments)
    articles = blind_articles() if options.blind else labelled_articles()
    if not articles:
        print("There are no labelled articles here.", file=sys.stderr)
        return _NO_DATA
    reference = load_reference()
    engine = ours(reference)
    pages = _run(engine, articles)
    print(f"{len(articles)} articles, {sum(len(g.mentions) for g in articles)} gold mentions")
    _print_spans(engine.name, pages)
    _print_linking(pages, reference)
    print(f"\nThroughput: {_speed(engine, articles, options.seconds):.0f} KB/s on one core")
    if options.ablations:
        print(f"\n{'exact F1':<34}" + "".join(f"{kind[:12]:>14}" for kind in (*TYPES, "all")))
        for less in (engine, *ablations(reference)):
            tallies = score_spans(_run(less, articles), exact=True)
            scores = "".join(f"{tallies[kind].f1:>14.3f}" for kind in (*TYPES, "all"))
            print(f"{less.name:<34}{scores}")
    peer = underthesea()
    if peer is None:
        print("\nunderthesea is not installed and left out.")
    else:
        _print_spans(peer.name, _run(peer, articles))
        print(f"Throughput: {_speed(peer, articles, options.seconds):.0f} KB/s on one core")
    return 0


if __name__ == "__main__":
    sys.exit(main())
