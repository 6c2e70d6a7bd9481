"""Workers cut articles into shards whose parts, one behind the other, are the whole in order."""

from itertools import chain, pairwise
from pathlib import Path

import polars as pl
import pytest

from assets.engine.records import Task
from assets.engine.shards import ShardPlan
from assets.search.indexing import index_articles, slice_texts
from assets.search.shards import key_range, kinds, parts_of, postings_of, write_index
from assets.search.work import ToIndex, index_texts

_LONG = "Chợ phiên họp bên cầu treo từ tinh mơ. " * 40


def _articles(count: int) -> pl.DataFrame:
    texts = [_LONG if number == 3 else f"Cầu thứ {number}\nqua sông" for number in range(count)]
    return pl.DataFrame(
        {"article_no": range(1, count + 1), "title": None, "text": texts},
        schema={"article_no": pl.Int32, "title": pl.String, "text": pl.String},
    ).with_columns(article_id=pl.col("article_no").cast(pl.String))


@pytest.mark.parametrize(
    ("articles", "parts"), [(0, 1), (8192, 1), (8193, 2), (16_384, 2), (16_385, 4), (100_000, 16)]
)
def test_the_number_of_parts_grows_with_the_articles(articles: int, parts: int) -> None:
    assert parts_of(articles) == parts


@pytest.mark.parametrize("parts", [1, 2, 8])
def test_parts_hold_each_posting_once_and_in_order(tmp_path: Path, parts: int) -> None:
    articles = _articles(9)
    postings = index_articles(articles)
    written = write_index(tmp_path, 0, parts, postings, slice_texts(articles))
    assert written.keys() == kinds(parts).keys()
    read = [pl.read_parquet(written[postings_of(part)]) for part in range(parts)]
    assert pl.concat(read).equals(postings)
    for part, rows in enumerate(read):
        least, greatest = key_range(part, parts)
        assert rows["term_key"].is_between(least, greatest).all()


def test_ranges_of_keys_leave_nothing_out() -> None:
    ranges = [key_range(part, 4) for part in range(4)]
    assert ranges[0][0] == 0
    assert ranges[-1][1] == 2**64 - 1
    assert all(one[1] + 1 == other[0] for one, other in pairwise(ranges))


def test_a_long_article_is_cut_alone_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assets.search.work._RUN", 100)
    articles = _articles(12)
    articles.write_parquet(tmp_path / "texts.parquet")
    common = ToIndex(tmp_path / "texts.parquet", ShardPlan(tmp_path / "cut", kinds(1)), 1)
    steps = index_texts(Task(2, range(2, 12), common))
    done = 0
    while True:
        try:
            done += next(steps)
        except StopIteration as stop:
            written = stop.value
            break
    assert done == 10
    numbers = [pl.read_parquet(one["slices"])["article_no"].to_list() for one in written]
    assert [4] in numbers  # the long one
    assert list(chain(*numbers)) == list(range(3, 13))
    postings = pl.concat([pl.read_parquet(one[postings_of(0)]) for one in written])
    expected = index_articles(articles[2:])
    assert postings.sort("term_key", "article_no", "word_no").equals(expected)
