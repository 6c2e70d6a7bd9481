"""Articles become the terms that find them, each with its weight and place."""

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.language.folding import nfc
from assets.search.indexing import SLICE_LENGTH, SLICE_STEP, index_articles, slice_texts
from assets.search.words import term_key

_ARTICLES = {"article_no": pl.Int32, "title": pl.String, "text": pl.String}


def _frame(*articles: tuple[int, str | None, str]) -> pl.DataFrame:
    return pl.DataFrame(list(articles), schema=_ARTICLES, orient="row")


def _terms(title: str | None, text: str) -> dict[int, int]:
    """Return what the terms of an article weigh, by their keys."""
    rows = index_articles(_frame((1, title, text))).iter_rows(named=True)
    return {row["term_key"]: row["impact"] for row in rows if row["impact"]}


def _weight(term: str, title: str | None, text: str) -> int:
    return _terms(title, text)[term_key(term)]


def _places(title: str | None, text: str, pair: str) -> list[tuple[int, int, bool]]:
    """Return word number, offset and whether it counts of every place of a pair."""
    rows = index_articles(_frame((1, title, text))).filter(pl.col("term_key") == term_key(pair))
    return [(row["word_no"], row["start_char"], row["impact"] > 0) for row in rows.to_dicts()]


def _keys(*terms: str) -> set[int]:
    return {term_key(term) for term in terms}


@pytest.mark.parametrize("term", ["doi", "đối ngoại", "", "ủy", "2023", "a" * 200])
def test_the_database_gives_terms_the_same_numbers(term: str) -> None:
    ((number,),) = duckdb.execute("SELECT md5_number_lower($term)", {"term": term}).fetchall()
    assert term_key(term) == number


def test_words_pairs_and_accented_words_are_terms() -> None:
    assert _terms(None, "Đối ngoại, APEC").keys() == _keys(
        *("doi", "ngoai", "apec"),
        *("doi ngoai", "ngoai apec"),
        *("đối", "ngoại"),
    )


def test_both_ways_of_placing_a_tone_are_terms() -> None:
    assert _keys("uy", "uỷ", "ủy") <= _terms(None, "Uỷ ban").keys()


def test_pairs_do_not_reach_over_paragraphs_or_articles() -> None:
    terms = index_articles(_frame((1, "một", "hai ba\nbốn"), (2, None, "năm sáu")))
    pairs = terms.filter(pl.col("word_no") > 0)["term_key"].to_list()
    assert sorted(pairs) == sorted(_keys("hai ba", "nam sau"))


def test_every_place_of_a_pair_is_kept_and_the_first_counts() -> None:
    text = "cầu treo, cầu treo\ncầu treo"
    assert _places(None, text, "cau treo") == [(1, 0, True), (3, 10, False), (5, 19, False)]
    assert _places(None, text, "treo cau") == [(2, 4, True)]


def test_words_of_the_title_are_numbered_after_the_text() -> None:
    assert _places("Cầu treo", "chợ phiên, cầu treo", "cau treo") == [(3, 11, True), (5, 0, False)]
    assert _places("Cầu treo", "chợ phiên", "cau treo") == [(3, 0, True)]


def test_a_word_has_one_row_however_often_it_stands() -> None:
    rows = index_articles(_frame((1, "Gốm", "gốm và gốm")))
    gom = rows.filter(pl.col("term_key") == term_key("gom"))
    assert gom.select("start_char", "word_no").rows() == [(0, 0)]


def test_both_spellings_of_a_word_count_together() -> None:
    twice = _weight("ủy", None, "Uỷ ban, Ủy viên")
    assert twice == _weight("ủy", None, "Ủy ban, Ủy viên") > _weight("uỷ", None, "Uỷ ban, Ủy viên")


def test_an_article_whose_text_has_no_words_has_no_terms() -> None:
    rows = index_articles(_frame((1, "Chỉ có tít", "…"), (2, None, "cầu"), (3, None, "")))
    assert rows["article_no"].unique().to_list() == [2]


def test_terms_come_in_the_order_in_which_the_index_holds_them() -> None:
    texts = [(number, "Cầu uỷ ủy", "Cầu treo uỷ ban\nủy ban, cầu treo") for number in range(1, 9)]
    rows = index_articles(_frame(*texts))
    assert rows.equals(rows.sort("term_key", "article_no", "word_no"))


def test_a_word_of_the_title_counts_more() -> None:
    in_title = _weight("cau", "Cầu mới", "Khánh thành ở Huế")
    assert in_title > _weight("cau", "Ở Huế", "Khánh thành cầu mới")


def test_a_word_counts_less_in_a_long_text() -> None:
    short = _weight("cau", None, "cầu mới")
    assert short > _weight("cau", None, "cầu mới " + "và còn nữa " * 400)


def test_a_repeated_word_counts_more_but_not_without_end() -> None:
    impacts = [_weight("cau", None, "cầu " * times) for times in (1, 3, 2000)]
    assert impacts == sorted(impacts)
    assert impacts[-1] <= 255


@settings(max_examples=40)
@given(st.lists(st.text("aàbđếghiknuỷợ ,.-\n", max_size=40), min_size=1, max_size=4))
def test_offsets_show_where_a_term_stands(texts: list[str]) -> None:
    articles = [(number, None, nfc(text)) for number, text in enumerate(texts, start=1)]
    for row in index_articles(_frame(*articles)).iter_rows(named=True):
        rest = articles[row["article_no"] - 1][2][row["start_char"] :]
        first = index_articles(_frame((1, None, rest))).filter(pl.col("start_char") == 0)
        assert row["term_key"] in first["term_key"]


@pytest.mark.parametrize("length", [1, SLICE_STEP, SLICE_STEP + 1, SLICE_LENGTH, 10_000])
def test_every_place_has_its_slice(length: int) -> None:
    text = "".join(chr(ord("a") + at % 26) for at in range(length))
    slices = {
        row["slice_no"]: row["text"]
        for row in slice_texts(_frame((7, None, text))).iter_rows(named=True)
    }
    for at in {0, length // 2, length - 1}:
        number = at // SLICE_STEP
        assert slices[number][at - number * SLICE_STEP] == text[at]
