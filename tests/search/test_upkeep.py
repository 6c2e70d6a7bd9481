"""The index after articles came and went is the one that the articles left would have given."""

import dataclasses
import shutil
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

import assets.search.indexing
from assets.engine.records import EngineLimits
from assets.engine.serial import Serial
from assets.limits import DEFAULT_KEEPING, DEFAULT_LIMITS
from assets.refresh import Refresh, SilentProgress
from assets.search.asset import renew
from warehouse import sql_files
from warehouse.connection import Database, open_writer
from warehouse.session import WriterSession

_CHECKS = Path(sql_files.__file__).parent / "checks" / "search"
_STATE = """
SELECT term_key, article_id, impact, start_char, word_no, article_count
FROM search.postings
INNER JOIN search.terms USING (term_key)
INNER JOIN search.articles USING (article_no)
ORDER BY ALL
"""


@pytest.fixture
def refresh(tmp_path: Path) -> Refresh:
    """A refresh with the serial engine; of its paths only the shards' is used."""
    return Refresh(
        input_folder=tmp_path,
        writer=tmp_path,
        session=WriterSession(tmp_path),
        published=tmp_path,
        snapshots=tmp_path,
        keeping=DEFAULT_KEEPING,
        judgements=tmp_path,
        limits=DEFAULT_LIMITS,
        trigger="test",
        progress=SilentProgress(),
        engine=Serial(EngineLimits(1, 60.0, 2_000_000_000, 1000)),
        shards=tmp_path / "shards",
        keep_missing=False,
    )


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


def _renew(refresh: Refresh, database: Database, version: str = "1") -> None:
    renew(refresh, database, version)
    for check in _CHECKS.glob("*.sql"):
        if check.stem != "words_indexed_everywhere":  # which warns of what is given up
            assert database.query(check.read_text("utf-8")).height == 0, check.stem


def _unsorted(database: Database) -> int:
    return int(database.frame("search/out_of_order").item())


def test_few_changes_leave_the_index_of_the_articles_that_are_there(
    refresh: Refresh, warehouse: Database, tmp_path: Path, empty_warehouse: Path
) -> None:
    _write(warehouse, *range(60))
    _renew(refresh, warehouse)
    _write(warehouse, 60)
    _remove(warehouse, 7)
    _renew(refresh, warehouse)
    assert _unsorted(warehouse) == 1

    fresh = Path(shutil.copyfile(empty_warehouse, tmp_path / "fresh.duckdb"))
    with open_writer(fresh) as database:
        _write(database, *range(7), *range(8, 61))
        _renew(refresh, database)
        assert database.query(_STATE).equals(warehouse.query(_STATE))
        assert _unsorted(database) == 0


def test_the_terms_of_an_article_that_left_are_gone(refresh: Refresh, warehouse: Database) -> None:
    _write(warehouse, *range(60))
    _renew(refresh, warehouse)
    assert warehouse.query("FROM search_articles('\"cầu 33\"')").height == 1
    _remove(warehouse, 33)
    _renew(refresh, warehouse)
    assert warehouse.query("FROM search_articles('\"cầu 33\"')").height == 0
    assert warehouse.query("FROM search_articles('cầu 33', top := 99)").height == 59


def test_few_articles_are_added_behind_until_they_are_many(
    refresh: Refresh, warehouse: Database
) -> None:
    _write(warehouse, *range(60))
    _renew(refresh, warehouse)
    counts = []
    for number in range(60, 65):
        _write(warehouse, number)
        _renew(refresh, warehouse)
        counts.append(_unsorted(warehouse))
    assert counts == [1, 2, 3, 0, 1]


def test_a_new_version_indexes_everything_again(refresh: Refresh, warehouse: Database) -> None:
    _write(warehouse, *range(20))
    _renew(refresh, warehouse)
    before = warehouse.query(_STATE)
    _renew(refresh, warehouse, version="2")
    assert warehouse.query(_STATE).equals(before)
    assert _unsorted(warehouse) == 0


def test_an_article_without_words_costs_the_others_nothing(
    refresh: Refresh, warehouse: Database
) -> None:
    _write(warehouse, 1)
    _renew(refresh, warehouse)
    # So many rows that DuckDB writes them in another way than a few.
    warehouse.query("INSERT INTO search.postings SELECT i, 1, 1, 0, 0 FROM range(130_000) AS t(i)")
    before = warehouse.row_count("search.postings")
    _write(warehouse, 2)
    warehouse.query("UPDATE core.articles SET text = '…' WHERE document_id = '2'")
    _renew(refresh, warehouse)
    assert warehouse.row_count("search.postings") == before


def test_parts_are_put_together_in_one_order(
    refresh: Refresh, warehouse: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = range(40)
    _write(warehouse, *numbers)
    _renew(refresh, warehouse)
    in_one_part = warehouse.query(_STATE)
    monkeypatch.setattr("assets.search.shards._ARTICLES_OF_A_PART", 4)
    monkeypatch.setattr("assets.search.asset._PIECE", 7)
    _renew(refresh, warehouse, version="2")  # takes all out and puts all in
    assert warehouse.query(_STATE).equals(in_one_part)
    _remove(warehouse, *numbers[:9])
    _renew(refresh, warehouse, version="2")  # only puts into order what stays
    _write(warehouse, *numbers[:9])
    _renew(refresh, warehouse, version="2")  # puts some between those that stay
    assert warehouse.query(_STATE).equals(in_one_part)
    held = warehouse.query("SELECT term_key FROM search.postings")["term_key"]
    assert held.is_sorted()
    assert warehouse.query("SELECT term_key FROM search.terms")["term_key"].is_sorted()


def test_an_article_that_cannot_be_cut_is_noted_and_the_others_are_found(
    refresh: Refresh, warehouse: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = assets.search.indexing.index_articles

    def fail(articles: pl.DataFrame) -> pl.DataFrame:
        if articles["text"].str.contains("Cầu thứ 5 ").any():
            raise LookupError("no such word")
        return cut(articles)

    _write(warehouse, *range(12))
    with monkeypatch.context() as patch:
        patch.setattr("assets.search.indexing.index_articles", fail)
        _renew(refresh, warehouse)
    ((given_up, reason),) = warehouse.query(
        "SELECT article_id, reason FROM ops.given_up WHERE stage = 'search'"
    ).rows()
    assert given_up == "article:5"
    assert "no such word" in reason
    assert warehouse.query("FROM search_articles('chợ', top := 99)").height == 11

    assert renew(refresh, warehouse, "1") == 0  # not tried again within the same limits
    limits = dataclasses.replace(refresh.engine.limits, item_seconds=90.0)
    _renew(dataclasses.replace(refresh, engine=Serial(limits)), warehouse)
    assert warehouse.query("FROM ops.given_up").height == 0
    assert warehouse.query("FROM search_articles('chợ', top := 99)").height == 12
