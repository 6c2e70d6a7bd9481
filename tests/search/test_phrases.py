"""Phrases in double quotes are found where their words stand one after another, nowhere else."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from assets.language.folding import fold
from assets.search.indexing import index_articles, slice_texts
from assets.search.shards import postings_of, write_index
from warehouse.connection import Database, open_writer

# Few words, so that their pairs come apart as often as together.
_WORDS = ("hội", "chữ", "thập", "đỏ", "y")
_BETWEEN = (" ", " ", " ", ", ", " – ", "\n")
_LONG = "Mở đầu bài là chuyện khác. " * 300


def _made_up(count: int) -> list[tuple[str | None, str]]:
    chosen = random.Random(7)  # noqa: S311 - test texts, no secret
    texts = []
    for _ in range(count):
        words = chosen.choices(_WORDS, k=chosen.randint(3, 12))
        text = "".join(word + chosen.choice(_BETWEEN) for word in words).strip(" ,–\n")
        title = " ".join(chosen.choices(_WORDS, k=chosen.randint(0, 4)))
        texts.append((title or None, text))
    return texts


_MADE_UP = _made_up(300)
_OTHERS = [
    ("Chuyện cầu treo", "Cầu treo qua sông. Chợ phiên họp trên cầu."),
    (None, "Sông có cầu nổi.\nTrên bến có chợ phiên."),
    (None, f"Cầu gỗ cũ. {_LONG}Rồi cầu gỗ lim bắc qua suối vắng."),
    ("Nhà rông", "Trang trại nhà vườn."),
    ("Đêm rằm", "Ngoài sân đình có đèn kéo quân cho trẻ con xem."),
    ("Đèn kéo quân", "Trẻ con ra sân đình chơi từ chập tối đến khuya."),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """An index of made-up texts, numbered from 1 in the order of `_MADE_UP` and `_OTHERS`."""
    folder: Path = tmp_path_factory.mktemp("phrases")
    articles = pl.DataFrame(
        [(no, str(no), title, text) for no, (title, text) in enumerate(_MADE_UP + _OTHERS, 1)],
        schema={
            "article_no": pl.Int32,
            "article_id": pl.String,
            "title": pl.String,
            "text": pl.String,
        },
        orient="row",
    ).with_columns(document_id="article_id")
    shards = write_index(folder, 0, 1, index_articles(articles), slice_texts(articles))
    with open_writer(folder / "index.duckdb") as database:
        with (
            database.with_frame("pending", articles),
            database.with_frame("given_up", articles.clear()),
        ):
            slices = [shards["slices"]]
            database.run("search/put_in", slices=slices, version="test", limited_version="")
        database.run("search/add_part", postings=[shards[postings_of(0)]])
        database.run("search/end_sorting")
        yield database


def _found(index: Database, query: str) -> set[int]:
    rows = index.query("FROM search_articles($query, top := 1000)", {"query": query})
    return {int(article_id) for article_id in rows["article_id"]}


def _snippet(index: Database, query: str) -> str:
    rows = index.query("FROM search_articles($query)", {"query": query})
    assert rows.height == 1
    return str(rows["snippet"][0])


def _holding(phrase: tuple[str, ...]) -> set[int]:
    """Return the made-up texts in which the words follow each other in a paragraph or the title."""
    sought = f" {fold(' '.join(phrase))} "
    return {
        number
        for number, (title, text) in enumerate(_MADE_UP, 1)
        for paragraph in (title or "", *text.split("\n"))
        if sought in f" {fold(paragraph).replace(',', '').replace(' –', '')} "
    }


@pytest.mark.parametrize("length", [1, 2, 3, 4, 5])
def test_a_phrase_is_found_where_its_words_stand_one_after_another(
    index: Database, length: int
) -> None:
    chosen = random.Random(length)  # noqa: S311 - test phrases, no secret
    all_of_them = list(itertools.product(_WORDS, repeat=length))
    for phrase in chosen.sample(all_of_them, min(8, len(all_of_them))):
        assert _found(index, f'"{" ".join(phrase)}"') == _holding(phrase), phrase


def test_repeated_words_must_stand_as_often(index: Database) -> None:
    phrase = ("y", "y", "y")
    assert _found(index, '"y y y"') == _holding(phrase) < _holding(("y", "y"))


def test_pairs_that_stand_apart_are_no_phrase(index: Database) -> None:
    assert _found(index, '"sông có"') == _found(index, '"có chợ"') == {302}
    assert _found(index, '"sông có chợ"') == set()
    assert _found(index, '"bến có chợ phiên"') == {302}


def test_every_phrase_of_a_question_must_stand(index: Database) -> None:
    assert _found(index, '"cầu treo qua" "chợ phiên họp"') == {301}
    assert _found(index, '"cầu treo qua" "bến có chợ"') == set()
    assert _found(index, '"hội chữ thập" "thập đỏ y"') == _holding(("hội", "chữ", "thập")) & (
        _holding(("thập", "đỏ", "y"))
    )


def test_a_phrase_does_not_reach_from_text_to_title(index: Database) -> None:
    assert _found(index, '"nhà vườn nhà rông"') == set()
    assert _found(index, '"vườn nhà"') == set()
    assert _found(index, '"chuyện cầu treo"') == {301}


@pytest.mark.parametrize(
    "query",
    [
        "“cầu treo qua”",
        '" Cầu, treo - qua!"',
        '"cau treo qua"',
        '"?!" "cầu treo qua" "',
        '""cau treo',
    ],
)
def test_quotes_accents_and_punctuation_do_not_matter(index: Database, query: str) -> None:
    assert 301 in _found(index, query)


def test_the_snippet_shows_the_phrase_and_not_where_its_pairs_stand_first(index: Database) -> None:
    assert "gỗ lim bắc qua" in _snippet(index, '"cầu gỗ lim"')
    assert "cầu gỗ lim" in _snippet(index, '"cau go lim" mo dau')


@pytest.mark.parametrize("query", ["đèn kéo quân", "den keo quan", '"kéo quân"', '"đèn kéo quân"'])
def test_the_headline_counts_more_than_the_text(index: Database, query: str) -> None:
    rows = index.query("FROM search_articles($query)", {"query": query})
    assert rows["title"][:2].to_list() == ["Đèn kéo quân", "Đêm rằm"]
    assert rows["snippet"][0].startswith("Trẻ con ra sân đình")
    assert "đèn kéo quân" in rows["snippet"][1]


def test_a_question_of_common_words_and_a_phrase_shows_the_phrase(index: Database) -> None:
    assert "gỗ lim" in _snippet(index, 'chuyện "cầu gỗ lim" y')
