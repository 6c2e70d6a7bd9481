"""The rows of the table, and the report that the comparing modules fill: counts and errors by page.

A row name is known here or nowhere: a misspelt one raises KeyError.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from benchmarks.unseen_measures import Clusters, Share, Spread, Tally

Measure = Share | Tally | Spread | Clusters
_Kind = TypeVar("_Kind", Share, Tally, Spread, Clusters)

MENTION_TYPES = ("person", "organisation", "place", "official_document")
ROWS: dict[str, type[Measure]] = {
    "main text, flattened pages": Spread,
    "main text, HTML pages": Spread,
    "line kinds": Share,
    "line kinds, first label only": Share,
    "lines told text from other": Share,
    "title": Share,
    "publication date": Share,
    "outlet": Share,
    "section": Share,
    "language": Share,
    "authors": Tally,
    "articles kept": Share,
    "non-articles rejected": Share,
    "duplicates linked": Share,
    "no false duplicate": Share,
    **{f"mentions: {name}": Tally for name in (*MENTION_TYPES, "all")},
    "linking": Clusters,
    "dates in text": Tally,
    "roles: person and title": Tally,
    "roles: with organisation": Tally,
    "former roles told": Share,
    "main event: articles linked": Clusters,
    "main event: found": Share,
    "main event: none where none is": Share,
    "main event: date": Share,
    "main event: place": Share,
    "main event: kind": Share,
    "main event: name": Share,
    "event organisers": Tally,
    "event chairs": Tally,
    "event speakers": Tally,
    "event participants, any part": Tally,
    "agreements": Tally,
    "agreements: all parties right": Tally,
    "agreement parties": Tally,
    "agreements: date": Share,
}


def _of_kind(kind: type[_Kind]) -> dict[str, _Kind]:
    return {name: kind() for name, wanted in ROWS.items() if wanted is kind}


@dataclass(slots=True)
class Report:
    """A measure for every row of the table, and the errors of each page in words."""

    shares: dict[str, Share] = field(default_factory=lambda: _of_kind(Share))
    tallies: dict[str, Tally] = field(default_factory=lambda: _of_kind(Tally))
    spreads: dict[str, Spread] = field(default_factory=lambda: _of_kind(Spread))
    clusters: dict[str, Clusters] = field(default_factory=lambda: _of_kind(Clusters))
    errors: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __add__(self, other: "Report") -> "Report":
        return Report(
            {row: share + other.shares[row] for row, share in self.shares.items()},
            {row: tally + other.tallies[row] for row, tally in self.tallies.items()},
            {row: spread + other.spreads[row] for row, spread in self.spreads.items()},
            {row: pairs + other.clusters[row] for row, pairs in self.clusters.items()},
        )

    def measures(self) -> dict[str, Measure]:
        """Return the measures in the order of the table."""
        known: dict[str, Measure] = {**self.shares, **self.tallies, **self.spreads, **self.clusters}
        return {row: known[row] for row in ROWS}

    def judge(self, row: str, page: str, right: bool, found: object, wanted: object) -> None:
        """Count one value of a page; `found` and `wanted` only name the error."""
        self.shares[row].count(right)
        if not right:
            self.note(page, f"{row}: {found!r}, not {wanted!r}")

    def compare(
        self, row: str, page: str, wanted: Iterable[str], found: Iterable[str | None]
    ) -> None:
        """Count the keys that a page should give and those that it gives."""
        gold, mine = set(wanted), set(found)
        self.tallies[row].count(gold, mine)
        if gold != mine:
            missing, extra = sorted(gold - mine), sorted(map(str, mine - gold))
            self.note(page, f"{row}: missing {missing}, extra {extra}")

    def note(self, page: str, error: str) -> None:
        """Keep an error in words."""
        self.errors[page].append(error)
