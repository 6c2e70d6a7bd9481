"""Which articles look alike: sketches of their texts, and pairs that are worth comparing.

Candidates are those that share a band of MinHashes (A. Broder 1997; banding after Leskovec,
Rajaraman and Ullman, Mining of Massive Datasets, ch. 3). Among many articles chance makes far more
of them than there are copies; a byte of each MinHash (b-bit minwise hashing, P. Li and A. C. König
2010) tells how alike two texts are without reading them. What does not belong here: whether they
are the same (`duplicates`).
"""

import hashlib
from dataclasses import dataclass

import numpy as np
import polars as pl
from rensa import RMinHash

from assets.extraction.duplicates import shingles

# 32 bands of 4: a pair of similarity .5 becomes a candidate with probability .87, of .7 with .9998.
_PERMUTATIONS, _BANDS, _SEED = 128, 32, 1
# No copy has less in common: a shortened one has at least .32, told by 128 bytes to within .04.
_LEAST_ALIKE = 0.2


@dataclass(frozen=True, slots=True)
class Sketch:
    """What tells that a text is like another: they share one of `bands`, and many of `hashes`."""

    bands: tuple[int, ...]
    hashes: bytes


def sketch_of(text_folded: str) -> Sketch:
    """Return the sketch of a text; its bands are signed 64-bit numbers."""
    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    sketch.update(shingles(text_folded))  # the least hashes count, however often they come
    digest = sketch.digest()
    rows = _PERMUTATIONS // _BANDS
    keys = []
    for band in range(_BANDS):
        part = repr((band, list(digest[band * rows : (band + 1) * rows])))
        hashed = hashlib.blake2b(part.encode(), digest_size=8).digest()
        keys.append(int.from_bytes(hashed, "big", signed=True))
    return Sketch(tuple(keys), bytes(value & 0xFF for value in digest))


def worth_comparing(pairs: pl.DataFrame) -> pl.DataFrame:
    """Return article_id and other_id of those pairs whose `sketch` and `other_sketch` are alike."""
    one, other = (
        np.frombuffer(b"".join(pairs[name]), np.uint8).reshape(-1, _PERMUTATIONS)
        for name in ("sketch", "other_sketch")
    )
    alike = (one == other).mean(axis=1) >= _LEAST_ALIKE
    return pairs.select("article_id", "other_id").filter(pl.Series(alike))
