"""Statements joined into events: the best pairs first, never against a contradiction.

Two groups are joined when no statement of one contradicts one of the other, so that a chain of
likenesses never brings contradictory days together, and when they fit on the whole. The outcome
does not depend on the order in which statements arrive.
"""

from collections.abc import Callable, Mapping, Sequence

from assets.events.linking.records import Likeness

Pair = tuple[int, int]
# How well two groups must fit on average over all pairs of their statements.
_LEAST_ON_AVERAGE = 0.4
# Of large groups only so many statements each are compared.
_MOST_COMPARED = 12


class Clusters:
    """Groups of the statements 0 to `count` - 1."""

    def __init__(self, count: int) -> None:
        self._of = list(range(count))
        self._members: dict[int, list[int]] = {position: [position] for position in range(count)}

    def group(self, position: int) -> Sequence[int]:
        """Return the statements that are one event with the one at `position`."""
        return self._members[self._of[position]]

    def join(self, left: int, right: int) -> None:
        """Make one group of two."""
        kept, gone = sorted((self._of[left], self._of[right]))
        if kept == gone:
            return
        moved = self._members.pop(gone)
        self._members[kept] = sorted((*self._members[kept], *moved))
        for position in moved:
            self._of[position] = kept

    def groups(self) -> list[tuple[int, ...]]:
        """Return all groups in the order of their first statements."""
        return [tuple(members) for _, members in sorted(self._members.items())]


def cluster(
    clusters: Clusters,
    forced: Sequence[Pair],
    likenesses: Mapping[Pair, Likeness],
    likeness: Callable[[int, int], Likeness | None],
    forbidden: Callable[[int, int], bool],
) -> None:
    """Join those of the statements that are one event; their order must not depend on arrival.

    `forced` pairs are joined first, unless forbidden. `likenesses` holds the pairs that reach the
    least score, `likeness` compares any two, None for a contradiction.
    """
    for left, right in forced:
        if not _apart(clusters, left, right, forbidden):
            clusters.join(left, right)
    best_first = sorted(likenesses, key=lambda pair: (-likenesses[pair].score, pair))
    for left, right in best_first:
        one, other = clusters.group(left), clusters.group(right)
        if one is other or _apart(clusters, left, right, forbidden):
            continue
        compared = [likeness(a, b) for a in one[:_MOST_COMPARED] for b in other[:_MOST_COMPARED]]
        fitting = [found.score for found in compared if found is not None]
        if len(fitting) < len(compared) or sum(fitting) < _LEAST_ON_AVERAGE * len(fitting):
            continue
        clusters.join(left, right)


def _apart(
    clusters: Clusters, left: int, right: int, forbidden: Callable[[int, int], bool]
) -> bool:
    return any(forbidden(a, b) for a in clusters.group(left) for b in clusters.group(right))
