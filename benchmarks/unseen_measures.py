"""Counts behind the rows of the table: shares, precision and recall, spreads, clusters.

Every measure can be added to its like of another folder and shown in one cell. Which row uses which
is in `unseen_report`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.entities_scores import b_cubed

NOTHING = "–"
_POOR = 0.93


@dataclass(slots=True)
class Share:
    """How many of those that were judged are right."""

    right: int = 0
    judged: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.judged + other.judged)

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.right} of {self.judged})" if self.judged else NOTHING

    @property
    def value(self) -> float:
        """The share, 1 where nothing was judged."""
        return self.right / self.judged if self.judged else 1.0

    def count(self, right: bool) -> None:
        """Count one more that was judged."""
        self.judged += 1
        self.right += right


@dataclass(slots=True)
class Tally:
    """How many were found rightly, found though they are not there, and missed."""

    right: int = 0
    extra: int = 0
    missing: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right, self.extra + other.extra, self.missing + other.missing
        )

    def __str__(self) -> str:
        if not self.right + self.extra + self.missing:
            return NOTHING
        return f"{self.value:.3f} ({self.precision:.3f} / {self.recall:.3f})"

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 for nothing found."""
        found = self.right + self.extra
        return self.right / found if found else 0.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 0 where nothing is."""
        there = self.right + self.missing
        return self.right / there if there else 0.0

    @property
    def value(self) -> float:
        """F1, 1 where nothing is there and nothing was found."""
        both = 2 * self.right + self.extra + self.missing
        return 2 * self.right / both if both else 1.0

    def count(self, wanted: Iterable[object], found: Iterable[object]) -> None:
        """Count two sets of keys against each other."""
        gold, mine = set(wanted), set(found)
        self.right += len(gold & mine)
        self.extra += len(mine - gold)
        self.missing += len(gold - mine)


@dataclass(slots=True)
class Spread:
    """Scores of pages, each 0 to 1."""

    scores: list[float] = field(default_factory=list)

    def __add__(self, other: "Spread") -> "Spread":
        return Spread(self.scores + other.scores)

    def __str__(self) -> str:
        if not self.scores:
            return NOTHING
        poor = sum(score < _POOR for score in self.scores)
        least = f"least {min(self.scores):.2f}"
        return f"{self.value:.3f} ({least}, {poor} of {len(self.scores)} below {_POOR})"

    @property
    def value(self) -> float:
        """The mean, 1 where no page was judged."""
        return sum(self.scores) / len(self.scores) if self.scores else 1.0


@dataclass(slots=True)
class Clusters:
    """Items as (gold cluster, found cluster); those of another folder are other clusters."""

    folders: list[list[tuple[str, str]]] = field(default_factory=lambda: [[]])

    def __add__(self, other: "Clusters") -> "Clusters":
        return Clusters(self.folders + other.folders)

    def __str__(self) -> str:
        if not any(self.folders):
            return NOTHING
        precision, recall, f1 = self._b_cubed()
        return f"{f1:.3f} ({precision:.3f} / {recall:.3f})"

    @property
    def value(self) -> float:
        """B-cubed F1, 1 where there is nothing to cluster."""
        return self._b_cubed()[2] if any(self.folders) else 1.0

    def count(self, gold: str, found: str) -> None:
        """Count one item of the last folder."""
        self.folders[-1].append((gold, found))

    def _b_cubed(self) -> tuple[float, float, float]:
        return b_cubed(
            (f"{number}:{gold}", f"{number}:{found}")
            for number, pairs in enumerate(self.folders)
            for gold, found in pairs
        )
