"""Entities that may be one: pairs for a user to look at, with a score and what speaks for them.

Nothing here merges. Names are compared two at a time, those that share a key only, so that an
archive of many names is never compared pair by pair.
"""

from assets.entities.resolution.candidates.proposing import merge_candidates

__all__ = ["merge_candidates"]
