"""The tables that the measurement of extraction prints, from the scores of all pages."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import mean

from benchmarks.extraction_readers import YARDSTICK
from benchmarks.extraction_scores import TextScore

_METADATA = ("title exact", "title contained", "date", "no date", "authors F1")
_WIDTH = 24


@dataclass(slots=True)
class Tally:
    """What one reader made of one set: a score a page, CPU seconds, and errors by kind."""

    scores: list[TextScore] = field(default_factory=list)
    metadata: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    seconds: float = 0.0
    error_pages: Counter[str] = field(default_factory=Counter)
    error_words: Counter[str] = field(default_factory=Counter)
    pages: list[tuple[float, str, str]] = field(default_factory=list)

    @property
    def speed(self) -> float:
        """Return pages per second of CPU time."""
        return len(self.scores) / max(self.seconds, 1e-9)


Tallies = dict[tuple[str, str], Tally]


def print_texts(tallies: Tallies) -> None:
    """Print the table of main texts: one row per set and reader."""
    print(
        f"{'set':22}{'reader':{_WIDTH}}{'precision':>10}{'recall':>8}{'F1':>8}{'lowest':>8}"
        f"{'pages':>7}{'pages/s':>9}{'ratio':>8}"
    )
    for (name, reader), tally in tallies.items():
        yardstick = tallies.get((name.split(",")[0], YARDSTICK))
        ratio = f"{tally.speed / yardstick.speed:8.2f}" if yardstick else f"{'–':>8}"
        columns = [
            mean(getattr(one, measure) for one in tally.scores)
            for measure in ("precision", "recall", "f1")
        ]
        lowest = min(one.f1 for one in tally.scores)
        print(
            f"{name:22}{reader:{_WIDTH}}{columns[0]:10.4f}{columns[1]:8.4f}{columns[2]:8.4f}"
            f"{lowest:8.3f}{len(tally.scores):7}{tally.speed:9.1f}{ratio}"
        )


def print_metadata(tallies: Tallies) -> None:
    """Print the table of metadata: means over the pages whose gold data have the value."""
    rows = [(key, tally) for key, tally in tallies.items() if tally.metadata]
    if rows:
        columns = "".join(f"{column:>17}" for column in _METADATA)
        print(f"\n{'set':22}{'reader':{_WIDTH}}{columns}")
    for (name, reader), tally in rows:
        cells = (
            f"{mean(found):.4f} of {len(found)}" if (found := tally.metadata.get(column)) else "–"
            for column in _METADATA
        )
        print(f"{name:22}{reader:{_WIDTH}}" + "".join(f"{cell:>17}" for cell in cells))


def print_errors(tallies: Tallies, readers: Sequence[str], worst: int) -> None:
    """Print for our readers the errors by kind and the pages that were read worst."""
    for (name, reader), tally in tallies.items():
        if reader not in readers:
            continue
        print(f"\nErrors of {reader}, {name} (pages, words)")
        for kind, words in tally.error_words.most_common():
            print(f"  {tally.error_pages[kind]:5} {words:7}  {kind}")
        print(f"Worst pages of {reader}, {name} (F1, page, how it was read)")
        for f1, page, reason in sorted(tally.pages)[:worst]:
            print(f"  {f1:.3f}  {page[:40]:40}  {reason}")
