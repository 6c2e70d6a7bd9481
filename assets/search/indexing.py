"""From articles to their index entries: the terms that stand in each, how much they count, where.

Three kinds of terms find an article: every word without accents, every two neighbouring words
without accents (Vietnamese words mostly have two syllables), and every accented word as it is
written, which lifts the articles whose accents agree with the question's. Of a pair every place is
kept, so that a phrase is found by pairs that follow each other.

What does not belong here: the ranking over articles, which is SQL (`warehouse/marts`).
"""

import polars as pl

from assets.language.folding import fold, settle_tones

# BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009): how soon repeating a
# word stops to count, and how much a long text is held against it.
_SATURATION = 1.2
_LENGTH_SHARE = 0.75
# The length, in words, that counts as usual. A constant, not the mean over the warehouse, so that
# an article's entries do not change when others arrive.
_USUAL_LENGTH = 600
_TITLE_WEIGHT = 3
# A word that fills an article approaches `_SATURATION + 1`; hundredths of that fit one byte.
_IMPACT_SCALE = 100

SLICE_STEP = 2400
SLICE_LENGTH = 2800

# A word with what stands between it and the word before, so that lengths add up to offsets.
_WORD_WITH_GAP = r"[^\p{L}\p{N}]*[\p{L}\p{N}]+"
_GAP = r"^[^\p{L}\p{N}]+"


def index_articles(articles: pl.DataFrame) -> pl.DataFrame:
    """Return the terms of articles: one row for each word, one for each place of a pair.

    Args:
        articles: `article_no` (Int32), `title` (String, may be NULL) and `text` (String, NFC).

    Returns:
        `term`, `article_no`, `impact` (UInt8, the BM25 weight of the term in the article in
        hundredths, without the term's rarity; 0 in the further rows of a pair), `start_char`
        (Int32, offset of the place in the text in code points, of a word the first; 0 in the title)
        and `word_no` (Int32, of a pair the number of its first word, 0 for a word).
    """
    in_text = _words(articles.select("article_no", pl.col("text").str.split("\n")))
    in_title = _words(articles.select("article_no", pl.concat_list("title").alias("text")))
    lengths = in_text.group_by("article_no").agg(words=pl.len().cast(pl.Int32))
    # Numbered after those of the text, where a pair is shown first.
    behind = in_title.join(lengths, on="article_no", maintain_order="left").with_columns(
        word_no=pl.col("word_no") + pl.col("words")
    )
    terms = pl.concat(
        [
            _terms(in_text).with_columns(weight=1),
            _terms(behind).with_columns(weight=_TITLE_WEIGHT, start_char=pl.lit(None, pl.Int32)),
        ]
    )
    counted = terms.group_by("term", "article_no").agg(
        pl.col("weight").sum(), pl.col("start_char").min(), pl.col("word_no").min()
    )
    length = 1 - _LENGTH_SHARE + _LENGTH_SHARE * pl.col("words") / _USUAL_LENGTH
    times = pl.col("weight")
    impact = times * (_SATURATION + 1) / (times + _SATURATION * length)
    first = counted.join(lengths, on="article_no").with_columns(
        impact=(_IMPACT_SCALE * impact).round().clip(1, 255).cast(pl.UInt8)
    )
    further = (
        terms.filter(pl.col("word_no") > 0)
        .join(counted, on=["term", "article_no", "word_no"], how="anti")
        .with_columns(impact=pl.lit(0, pl.UInt8))
    )
    columns = ("term", "article_no", "impact", pl.col("start_char").fill_null(0), "word_no")
    return pl.concat([first.select(columns), further.select(columns)])


def slice_texts(articles: pl.DataFrame) -> pl.DataFrame:
    """Cut texts into overlapping slices that snippets are taken from.

    Slice k of an article starts at `k * SLICE_STEP`, so the slice of an offset is known without
    looking. The length is one that the database stores where it is quick to reach.

    Returns:
        `article_no`, `slice_no` (Int32) and `text`.
    """
    last = ((pl.col("text").str.len_chars() - 1).clip(0) // SLICE_STEP).cast(pl.Int32)
    return (
        articles.with_columns(slice_no=pl.int_ranges(0, last + 1, dtype=pl.Int32))
        .explode("slice_no")
        .select(
            "article_no",
            "slice_no",
            pl.col("text").str.slice(pl.col("slice_no") * SLICE_STEP, SLICE_LENGTH),
        )
    )


def _words(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Return every word of lists of paragraphs with its number, place and spellings."""
    exploded = paragraphs.explode("text").drop_nulls("text").with_row_index("paragraph")
    # Each paragraph is followed by one line break in the text.
    lengths = pl.col("text").str.len_chars().cast(pl.Int32) + 1
    starts = exploded.with_columns(
        start=(lengths.cum_sum() - lengths).over("article_no"),
        piece=pl.col("text").str.extract_all(_WORD_WITH_GAP),
    )
    pieces = starts.drop("text").explode("piece").drop_nulls("piece")
    size = pl.col("piece").str.len_chars().cast(pl.Int32)
    word = pl.col("piece").str.replace(_GAP, "")
    words = pieces.select(
        "article_no",
        "paragraph",
        word_no=pl.int_range(1, pl.len() + 1, dtype=pl.Int32).over("article_no"),
        start_char=pl.col("start")
        + size.cum_sum().over("paragraph")
        - word.str.len_chars().cast(pl.Int32),
        word=word.str.to_lowercase(),
    )
    return words.join(_spellings(words["word"]), on="word", how="left", maintain_order="left")


def _spellings(words: pl.Series) -> pl.DataFrame:
    """Return how each word is spelt without accents, and with settled tone marks where it moves."""
    distinct = words.unique().to_list()
    settled = [settle_tones(word) for word in distinct]
    return pl.DataFrame(
        {
            "word": distinct,
            "folded": [fold(word) for word in distinct],
            "settled": [
                new if new != word else None for word, new in zip(distinct, settled, strict=True)
            ],
        },
        schema={"word": pl.String, "folded": pl.String, "settled": pl.String},
    )


def _terms(words: pl.DataFrame) -> pl.DataFrame:
    following = pl.when(pl.col("paragraph").shift(-1) == pl.col("paragraph")).then(
        pl.col("folded").shift(-1)
    )
    place = ("article_no", "start_char")
    single = pl.concat(
        [
            words.select(*place, term="folded"),
            words.filter(pl.col("word") != pl.col("folded")).select(*place, term="word"),
            words.select(*place, term="settled"),
        ]
    )
    pairs = words.select(*place, "word_no", term=pl.col("folded") + " " + following)
    return pl.concat(
        [single.with_columns(word_no=pl.lit(0, pl.Int32)).select(pairs.columns), pairs]
    ).drop_nulls("term")
