"""The index after articles came and went is the one that the articles left would have given."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from assets.refresh import SilentProgress
from assets.search.asset import renew
from warehouse import sql_files
from warehouse.connection import Database, open_writer

_CHECKS = Path(sql_files.__file__).parent / "checks" / "search"
_STATE = """
SELECT term_key, article_id, impact, start_char, word_no, article_count
FROM search.postings
INNER JOIN search.terms USING (term_key)
INNER JOIN search.articles USING (article_no)
ORDER BY ALL
"""


@pytest.fixture
def warehouse(empty_warehouse: Path, tmp_path: Path) -> Iterator[Database]:
    """A writer's database of this test's own."""
    path = Path(shutil.copyfile(empty_warehouse, tmp_path / "writer.duckdb"))
    with open_writer(path) as database:
        yield database


def _write(database: Database, *numbers: int) -> None:
    texts = [
        f"Cầu thứ {number} bắc qua sông\nTrên cầu {number} có chợ, trên cầu" for number in numbers
    ]
    articles = pl.DataFrame({"document_id": [str(number) for number in numbers], "text": texts})
    fixed = {"file_id": "", "extraction_method": "", "extraction_reason": "", "word_count": 9}
    database.load(
        "core.articles",
        articles.with_columns(
            **{name: pl.lit(value) for name, value in fixed.items()},
            article_id="article:" + pl.col("document_id"),
            authors=pl.lit([], pl.List(pl.String)),
            text_folded="text",
        ),
    )


def _remove(database: Database, *numbers: int) -> None:
    names = ", ".join(f"'article:{number}'" for number in numbers)
    database.query(f"DELETE FROM core.articles WHERE article_id IN ({names})")


def _renew(database: Database, version: str = "1") -> None:
    pending = database.frame("search/pending", version=version)
    with database.with_frame("pending", pending), database.transaction():
        renew(database, pending, version, SilentProgress())
    for check in _CHECKS.glob("*.sql"):
        assert database.query(check.read_text("utf-8")).height == 0, check.stem


def _unsorted(database: Database) -> int:
    return int(database.frame("search/out_of_order").item())


def test_few_changes_leave_the_index_of_the_articles_that_are_there(
    warehouse: Database, tmp_path: Path, empty_warehouse: Path
) -> None:
    _write(warehouse, *range(60))
    _renew(warehouse)
    _write(warehouse, 60)
    _remove(warehouse, 7)
    _renew(warehouse)
    assert _unsorted(warehouse) == 1

    fresh = Path(shutil.copyfile(empty_warehouse, tmp_path / "fresh.duckdb"))
    with open_writer(fresh) as database:
        _write(database, *range(7), *range(8, 61))
        _renew(database)
        assert database.query(_STATE).equals(warehouse.query(_STATE))
        assert _unsorted(database) == 0


def test_the_terms_of_an_article_that_left_are_gone(warehouse: Database) -> None:
    _write(warehouse, *range(60))
    _renew(warehouse)
    assert warehouse.query("FROM search_articles('\"cầu 33\"')").height == 1
    _remove(warehouse, 33)
    _renew(warehouse)
    assert warehouse.query("FROM search_articles('\"cầu 33\"')").height == 0
    assert warehouse.query("FROM search_articles('cầu 33', top := 99)").height == 59


def test_few_articles_are_added_behind_until_they_are_many(warehouse: Database) -> None:
    _write(warehouse, *range(60))
    _renew(warehouse)
    counts = []
    for number in range(60, 65):
        _write(warehouse, number)
        _renew(warehouse)
        counts.append(_unsorted(warehouse))
    assert counts == [1, 2, 3, 0, 1]


def test_a_new_version_indexes_everything_again(warehouse: Database) -> None:
    _write(warehouse, *range(20))
    _renew(warehouse)
    before = warehouse.query(_STATE)
    _renew(warehouse, version="2")
    assert warehouse.query(_STATE).equals(before)
    assert _unsorted(warehouse) == 0


def test_an_article_without_words_costs_the_others_nothing(warehouse: Database) -> None:
    _write(warehouse, 1)
    _renew(warehouse)
    # So many rows that DuckDB writes them in another way than a few.
    warehouse.query("INSERT INTO search.postings SELECT i, 1, 1, 0, 0 FROM range(130_000) AS t(i)")
    before = warehouse.row_count("search.postings")
    _write(warehouse, 2)
    warehouse.query("UPDATE core.articles SET text = '…' WHERE document_id = '2'")
    _renew(warehouse)
    assert warehouse.row_count("search.postings") == before
