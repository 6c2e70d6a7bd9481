"""The words of articles: where each stands, and the keys of the terms that begin with it.

What does not belong here: how much a term counts in an article (`indexing`).
"""

from hashlib import md5

import polars as pl

from assets.language.folding import fold, settle_tones

# A word with what stands between it and the word before, so that lengths add up to offsets.
_WORD_WITH_GAP = r"[^\p{L}\p{N}]*[\p{L}\p{N}]+"
_GAP = r"^[^\p{L}\p{N}]+"
# Two numbers of spellings in one.
_HALF = 2**32


def term_key(term: str) -> int:
    """Return the number of a term: what DuckDB's `md5_number_lower(term)` says."""
    digest = md5(term.encode(), usedforsecurity=False).digest()
    return int.from_bytes(digest[8:], "little")


def words_of(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Return every word of paragraphs, in their order.

    Args:
        paragraphs: `article_no`, `text` and `start` (Int32, offset of the paragraph in the text of
            the article), those of an article together. Further columns are kept.

    Returns:
        Instead of `text` and `start`: `word_no` (Int32, from 1 in each article), `start_char`
        (Int32), and UInt64 keys of terms: `pair` with the next word of the paragraph, `folded`
        without accents, `accented` as written where that differs, `settled` with tone marks placed
        the newer way where that differs.
    """
    pieces = (
        paragraphs.with_row_index("paragraph")
        .with_columns(piece=pl.col("text").str.extract_all(_WORD_WITH_GAP))
        .drop("text")
        .explode("piece")
        .drop_nulls("piece")
    )
    spellings, folded = _spellings(pieces["piece"])
    is_last = pl.col("paragraph") != pl.col("paragraph").shift(-1)
    words = pieces.join(spellings, on="piece", how="left", maintain_order="left").with_columns(
        word_no=pl.int_range(1, pl.len() + 1, dtype=pl.Int32).over("article_no"),
        start_char=pl.col("start") + pl.col("size").cum_sum().over("paragraph") - pl.col("length"),
        spellings=pl.when(~is_last).then(pl.col("spelling") * _HALF + pl.col("spelling").shift(-1)),
    )
    return words.join(
        _pairs(words["spellings"], folded), on="spellings", how="left", maintain_order="left"
    ).drop("paragraph", "piece", "start", "size", "length", "spelling", "spellings")


def _spellings(pieces: pl.Series) -> tuple[pl.DataFrame, list[str]]:
    """Return what is to know of each distinct piece, and the spellings without accents by number.

    The same words come again and again, so all that is done to a word is done once.
    """
    word = pl.col("piece").str.replace(_GAP, "")
    distinct = (
        pieces.unique()
        .to_frame("piece")
        .with_columns(
            size=pl.col("piece").str.len_chars().cast(pl.Int32),
            length=word.str.len_chars().cast(pl.Int32),
            word=word.str.to_lowercase(),
        )
    )
    words = distinct["word"].to_list()
    folded = [fold(word) for word in words]
    settled = [settle_tones(word) for word in words]
    numbers = {spelling: number for number, spelling in enumerate(dict.fromkeys(folded))}
    keys: dict[str, list[int] | list[int | None]] = {
        "folded": [term_key(spelling) for spelling in folded],
        "accented": _keys_where_new(words, folded),
        "settled": _keys_where_new(settled, words),
    }
    columns = [pl.Series(name, values, pl.UInt64) for name, values in keys.items()]
    numbered = pl.Series("spelling", [numbers[spelling] for spelling in folded], pl.UInt64)
    return distinct.drop("word").with_columns(numbered, *columns), list(numbers)


def _keys_where_new(spellings: list[str], known: list[str]) -> list[int | None]:
    return [
        term_key(one) if one != other else None for one, other in zip(spellings, known, strict=True)
    ]


def _pairs(numbers: pl.Series, folded: list[str]) -> pl.DataFrame:
    """Return the keys of the distinct pairs of spellings, given by their numbers."""
    distinct = numbers.drop_nulls().unique()
    keys = [
        term_key(f"{folded[both // _HALF]} {folded[both % _HALF]}") for both in distinct.to_list()
    ]
    return pl.DataFrame({"spellings": distinct, "pair": pl.Series(keys, dtype=pl.UInt64)})
