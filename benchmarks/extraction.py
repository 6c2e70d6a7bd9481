"""Measure our readers against their peers on public pages with gold text, HTML and flattened.

    python -m benchmarks.extraction --data DIR [--set NAME …] [--sample N] [--worst N] [--ours]

`extraction_pages` tells what DIR holds. Prints, in one run: word F1 with precision and recall (mean
over pages) and pages per second of CPU time on one core, with the ratio to trafilatura's default on
the HTML of the same pages; title, date and authors where they are known; the errors of our readers
by kind, and the pages they read worst. Peers are no dependency of this project: a virtual
environment of its own with `pip install resiliparse readability-lxml justext newspaper4k` beside
the project's packages shows them all; one that is not there is named and left out.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from assets.extraction.metadata.language import detect_language
from benchmarks.extraction_pages import SETS, STYLES, GoldPage, flattener, gold_pages, missing_data
from benchmarks.extraction_readers import (
    OUR_FLATTENED,
    OUR_HTML,
    YARDSTICK,
    Reader,
    Reading,
    flattened_readers,
    html_readers,
)
from benchmarks.extraction_scores import Label, find_errors, score_metadata, score_text
from benchmarks.extraction_tables import Tallies, Tally, print_errors, print_metadata, print_texts
from benchmarks.line_model_pages import bench_module

_OURS = (OUR_HTML, OUR_FLATTENED)
_NO_DATA = 2
_LINE = "The boats left before dawn, and nobody saw them again until the evening."


def _read(reader: Reader, source: str, page: GoldPage) -> tuple[Reading, float]:
    """Return what a reader makes of a page and the CPU seconds it took; nothing if it fails."""
    start = time.process_time()
    try:
        found = reader.read(source, page.url, page.language)
    except Exception as error:
        found = Reading("", reason=f"failed: {type(error).__name__}: {error}")
    return found, time.process_time() - start


def _warm_up(readers: Sequence[Reader]) -> None:
    """Read a line with every reader: models and modules that are loaded once count for no page."""
    detect_language("ένα δύο τρία τέσσερα πέντε έξι")
    page = GoldPage("", "http://example.vn/", "en", f"<p>{_LINE}</p>", _LINE, "", "", ())
    for reader in readers:
        _read(reader, page.html, page)


def _measure(
    tally: Tally, reader: Reader, source: str, page: GoldPage, label: Label | None
) -> None:
    found, seconds = _read(reader, source, page)
    score = score_text(found.text, page.text)
    tally.seconds += seconds
    tally.scores.append(score)
    tally.pages.append((score.f1, page.name, found.reason))
    if reader.has_metadata:
        for measure, value in score_metadata(found, page).items():
            tally.metadata[measure].append(value)
    if label is not None and reader.name in _OURS:
        kinds: dict[str, int] = {}
        for kind, words in find_errors(found, page.text, score, label):
            kinds[kind] = kinds.get(kind, 0) + words
        tally.error_words.update(kinds)
        tally.error_pages.update(kinds.keys())


def _arguments(values: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with the sets")
    parser.add_argument("--set", action="append", dest="sets", help="name of a set (repeatable)")
    parser.add_argument("--sample", type=int, help="N pages of each set only, always the same")
    parser.add_argument("--worst", type=int, default=10, help="how many of the worst pages to list")
    parser.add_argument("--ours", action="store_true", help="our readers and the yardstick only")
    return parser.parse_args(values)


def main(values: Sequence[str] | None = None) -> int:
    """Run the measurement; exit code 2 when the data is not there."""
    arguments = _arguments(values)
    names = tuple(arguments.sets or SETS)
    missing = missing_data(arguments.data, names)
    if missing:
        print(f"no data: {arguments.data} does not hold {', '.join(missing)}", file=sys.stderr)
        return _NO_DATA
    of_html, not_installed = html_readers()
    of_text = flattened_readers()
    if not_installed:
        print(f"not installed, left out: {', '.join(not_installed)}")
    flatten = flattener(arguments.data)
    if flatten is None:
        print("no flattened pages: flatten.py needs resiliparse, which is not installed")
    if arguments.ours:
        of_html = [reader for reader in of_html if reader.name in (OUR_HTML, YARDSTICK)]
        of_text = of_text[:1]
    label: Label | None = bench_module(arguments.data).label if flatten else None
    _warm_up([*of_html, *of_text])
    tallies: Tallies = {}
    for name in names:
        for page in gold_pages(arguments.data, name, arguments.sample):
            jobs = [(name, reader, page.html) for reader in of_html]
            for style in STYLES if flatten else ():
                text = flatten(page.html, style) if flatten else ""
                jobs += [(f"{name}, {style}", reader, text) for reader in of_text]
            for row, reader, source in jobs:
                tally = tallies.setdefault((row, reader.name), Tally())
                _measure(tally, reader, source, page, label)
    tallies = dict(sorted(tallies.items(), key=lambda item: item[0][0]))
    print_texts(tallies)
    print_metadata(tallies)
    print_errors(tallies, _OURS, arguments.worst)
    return 0


if __name__ == "__main__":
    sys.exit(main())
