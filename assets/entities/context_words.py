"""The words beside names, by what they tell; from the reference data.

How the recognisers use them is theirs.
"""

from collections.abc import Mapping
from functools import lru_cache

from assets.reference.records import Reference

_NONE: frozenset[str] = frozenset()


class ContextWords:
    """Sets of words by role: `words["saying"]`; a role without words is empty."""

    def __init__(self, reference: Reference) -> None:
        roles: dict[str, set[str]] = {}
        for row in reference.context_words:
            roles.setdefault(row.role, set()).add(row.word)
        self._roles: Mapping[str, frozenset[str]] = {
            role: frozenset(words) for role, words in roles.items()
        }

    def __getitem__(self, role: str) -> frozenset[str]:
        return self._roles.get(role, _NONE)


@lru_cache(maxsize=8)
def context_words(reference: Reference) -> ContextWords:
    """Return the words of `reference` by role, made once for each object."""
    return ContextWords(reference)
