"""Articles become the terms that find them, each with its weight and place."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.language.folding import nfc
from assets.search.indexing import SLICE_LENGTH, SLICE_STEP, index_articles, slice_texts

_ARTICLES = {"article_no": pl.Int32, "title": pl.String, "text": pl.String}


def _frame(*articles: tuple[int, str | None, str]) -> pl.DataFrame:
    return pl.DataFrame(list(articles), schema=_ARTICLES, orient="row")


def _terms(title: str | None, text: str) -> dict[str, tuple[int, int]]:
    rows = index_articles(_frame((1, title, text))).iter_rows(named=True)
    return {row["term"]: (row["impact"], row["start_char"]) for row in rows if row["impact"]}


def _places(title: str | None, text: str, pair: str) -> list[tuple[int, int, bool]]:
    """Return word number, offset and whether it counts of every place of a pair."""
    rows = index_articles(_frame((1, title, text))).filter(pl.col("term") == pair).sort("word_no")
    return [(row["word_no"], row["start_char"], row["impact"] > 0) for row in rows.to_dicts()]


def test_words_pairs_and_accented_words_are_terms() -> None:
    assert set(_terms(None, "Đối ngoại, APEC")) == {
        *("doi", "ngoai", "apec"),
        *("doi ngoai", "ngoai apec"),
        *("đối", "ngoại"),
    }


def test_both_ways_of_placing_a_tone_are_terms() -> None:
    terms = set(_terms(None, "Uỷ ban"))
    assert {"uy", "uỷ", "ủy"} <= terms


def test_pairs_do_not_reach_over_paragraphs_or_articles() -> None:
    terms = index_articles(_frame((1, "một", "hai ba\nbốn"), (2, None, "năm sáu")))
    pairs = terms.filter(pl.col("term").str.contains(" "))["term"].to_list()
    assert sorted(pairs) == ["hai ba", "nam sau"]


def test_every_place_of_a_pair_is_kept_and_the_first_counts() -> None:
    text = "cầu treo, cầu treo\ncầu treo"
    assert _places(None, text, "cau treo") == [(1, 0, True), (3, 10, False), (5, 19, False)]
    assert _places(None, text, "treo cau") == [(2, 4, True)]


def test_words_of_the_title_are_numbered_after_the_text() -> None:
    assert _places("Cầu treo", "chợ phiên, cầu treo", "cau treo") == [(3, 11, True), (5, 0, False)]
    assert _places("Cầu treo", "chợ phiên", "cau treo") == [(3, 0, True)]


def test_a_word_has_one_row_however_often_it_stands() -> None:
    rows = index_articles(_frame((1, "Gốm", "gốm và gốm"))).filter(pl.col("term") == "gom")
    assert rows.select("start_char", "word_no").rows() == [(0, 0)]


def test_a_word_of_the_title_counts_more() -> None:
    in_title = _terms("Cầu mới", "Khánh thành ở Huế")["cau"][0]
    in_text = _terms("Ở Huế", "Khánh thành cầu mới")["cau"][0]
    assert in_title > in_text


def test_a_word_counts_less_in_a_long_text() -> None:
    short = _terms(None, "cầu mới")["cau"][0]
    long = _terms(None, "cầu mới " + "và còn nữa " * 400)["cau"][0]
    assert short > long


def test_a_repeated_word_counts_more_but_not_without_end() -> None:
    impacts = [_terms(None, "cầu " * times)["cau"][0] for times in (1, 3, 2000)]
    assert impacts == sorted(impacts)
    assert impacts[-1] <= 255


@settings(max_examples=40)
@given(st.lists(st.text("aàbđếghiknuỷợ ,.-\n", max_size=40), min_size=1, max_size=4))
def test_offsets_show_where_a_term_stands(texts: list[str]) -> None:
    articles = [(number, None, nfc(text)) for number, text in enumerate(texts, start=1)]
    for row in index_articles(_frame(*articles)).iter_rows(named=True):
        text = articles[row["article_no"] - 1][2]
        first = row["term"].split(" ")[0]
        shown = text[row["start_char"] : row["start_char"] + len(first)]
        assert first in index_articles(_frame((1, None, shown)))["term"].to_list()


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
