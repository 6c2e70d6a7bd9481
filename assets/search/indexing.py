"""From articles to their index entries: the terms that stand in each, how much they count, where.

Three kinds of terms find an article: every word without accents, every two neighbouring words
without accents (Vietnamese words mostly have two syllables), and every accented word as it is
written, which lifts the articles whose accents agree with the question's. Of a pair every place is
kept, so that a phrase is found by pairs that follow each other.

What does not belong here: finding words (`words`), and the ranking over articles, which is SQL
(`warehouse/marts`).
"""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl

from assets.search.shards import POSTINGS
from assets.search.words import words_of

# BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009): how soon repeating a
# word stops to count, and how much a long text is held against it.
_SATURATION = 1.2
_LENGTH_SHARE = 0.75
# The length, in words, that counts as usual. A constant, not the mean over the warehouse, so that
# an article's entries do not change when others arrive.
_USUAL_LENGTH = 600
_TEXT_WEIGHT = 1
_TITLE_WEIGHT = 3
# A word that fills an article approaches `_SATURATION + 1`; hundredths of that fit one byte.
_IMPACT_SCALE = 100

SLICE_STEP = 2400
SLICE_LENGTH = 2800

_Rows: TypeAlias = npt.NDArray[np.intp]
_NO_PAIR = pl.lit(0, pl.Int32)


def index_articles(articles: pl.DataFrame) -> pl.DataFrame:
    """Return the terms of articles: one row for each word, one for each place of a pair.

    Args:
        articles: `article_no` (Int32), `title` (String, may be NULL) and `text` (String, NFC).

    Returns:
        The columns of `shards.POSTINGS`, in the order of term, article and word. `impact` is the
        BM25 weight of the term in the article in hundredths, without the term's rarity; 0 in the
        further rows of a pair. `start_char` is the offset of the place in the text in code points,
        of a word the first; 0 in the title. `word_no` is of a pair the number of its first word, 0
        for a word.
    """
    in_text = pl.col("weight") == _TEXT_WEIGHT
    words = (
        words_of(_paragraphs(articles))
        .with_columns(pl.col("start_char").fill_null(0), words=in_text.sum().over("article_no"))
        .filter(pl.col("words") > 0)
    )
    # Stable: within a term articles and places stay in their order.
    terms = _terms(words).sort("term_key", maintain_order=True)
    firsts = _firsts(terms)
    impact = np.zeros(terms.height, np.uint8)
    impact[firsts] = _impacts(terms, firsts)
    is_kept = terms["word_no"].to_numpy() > 0
    is_kept[firsts] = True
    return terms.with_columns(impact=impact).filter(is_kept).select(*POSTINGS)


def slice_texts(articles: pl.DataFrame) -> pl.DataFrame:
    """Cut texts into overlapping slices that snippets are taken from.

    Slice k of an article starts at `k * SLICE_STEP`, so the slice of an offset is known without
    looking. The length is one that the database stores where it is quick to reach.

    Args:
        articles: `article_no`, `text`, and columns that each slice gets.

    Returns:
        The same with `slice_no` (Int32), one row for each slice; `text` is the slice.
    """
    last = ((pl.col("text").str.len_chars() - 1).clip(0) // SLICE_STEP).cast(pl.Int32)
    return (
        articles.with_columns(slice_no=pl.int_ranges(0, last + 1, dtype=pl.Int32))
        .explode("slice_no")
        .with_columns(pl.col("text").str.slice(pl.col("slice_no") * SLICE_STEP, SLICE_LENGTH))
    )


def _paragraphs(articles: pl.DataFrame) -> pl.DataFrame:
    """Return the paragraphs of each article's text with their offsets, then its title with none."""
    text = articles.select(
        "article_no", pl.col("text").str.split("\n"), weight=pl.lit(_TEXT_WEIGHT)
    ).explode("text")
    # Each paragraph is followed by one line break in the text.
    lengths = pl.col("text").str.len_chars().cast(pl.Int32) + 1
    title = articles.select(
        "article_no",
        text="title",
        weight=pl.lit(_TITLE_WEIGHT),
        start=pl.lit(None, pl.Int32),
    ).drop_nulls("text")
    placed = text.with_columns(start=(lengths.cum_sum() - lengths).over("article_no"))
    return pl.concat([placed, title]).sort("article_no", maintain_order=True)


def _terms(words: pl.DataFrame) -> pl.DataFrame:
    """Return the terms of words; those of equal keys are in the order of the words."""

    def by(kind: str, word_no: pl.Expr = _NO_PAIR) -> pl.DataFrame:
        columns = ("row", "article_no", "start_char", "weight", "words")
        return words.select(*columns, word_no=word_no, term_key=kind).drop_nulls("term_key")

    words = words.with_row_index("row")
    # Only these may be equal to each other.
    marked = pl.concat([by("accented"), by("settled")]).sort("row", maintain_order=True)
    return pl.concat([by("pair", pl.col("word_no")), by("folded"), marked]).drop("row")


def _firsts(terms: pl.DataFrame) -> _Rows:
    """Return in which rows another term or another article begins."""
    begins = np.zeros(terms.height, np.bool_)
    begins[:1] = True
    for name in ("term_key", "article_no"):
        values = terms[name].to_numpy()
        begins[1:] |= values[1:] != values[:-1]
    return np.flatnonzero(begins)


def _impacts(terms: pl.DataFrame, firsts: _Rows) -> npt.NDArray[np.uint8]:
    """Return what each term weighs in an article, all its places together."""
    times = np.add.reduceat(terms["weight"].to_numpy(), firsts)
    length = 1 - _LENGTH_SHARE + _LENGTH_SHARE * terms["words"].to_numpy()[firsts] / _USUAL_LENGTH
    impact = times * (_SATURATION + 1) / (times + _SATURATION * length)
    return np.clip(np.round(_IMPACT_SCALE * impact), 1, 255).astype(np.uint8)
