"""`search_articles` finds what a reader means, with and without accents, and stays up to date."""

from collections.abc import Callable

import pytest
from sandbox import Sandbox
from sandbox import page as same_words

_TOPICS = ("hát quan họ", "làng gốm", "bánh cuốn", "dệt lụa")
# Alike without accents.
_ALIKE = ("bạn bè năm xưa cùng xóm", "bàn ghế gỗ mít chạm hoa")
_MORE = (
    "Từ thuở nhỏ bà con nơi đây đã quen với {0}, mùa nào cũng có người tìm đến hỏi thăm {0}.",
    "Nhiều gia đình sống nhờ {0} nên rất mừng khi khách xa ghé lại và nhắc tên {0}.",
    "Người trẻ kể chuyện {0} trên mạng, quay phim {0}, vẽ tranh {0} rồi gửi đi khắp nơi.",
    "Đến cuối năm, ai học xong {0} sẽ được thầy cô trao giấy khen về {0} ngay tại sân đình.",
)


def page(topic: str, day: str = "05/06/2023") -> str:
    """Return a page with enough words of its own to be no copy of one about another topic."""
    own = "\n\n".join(line.format(f"{topic} {topic[::-1]}") for line in _MORE)
    return f"{same_words(topic, day=day)}\n{own}\n"


@pytest.fixture(scope="module")
def library(new_sandbox: Callable[[], Sandbox]) -> Sandbox:
    """A warehouse of six pages, each about a topic of its own, and a copy.

    The last test changes what lies in the folder.
    """
    sandbox = new_sandbox()
    for number, topic in enumerate((*_TOPICS, *_ALIKE), start=1):
        sandbox.write(f"{number}.txt", page(topic, day=f"0{number}/06/201{number}"))
    sandbox.write("7.txt", "Trang chủ\n" + page("dệt lụa", day="04/06/2014"))
    sandbox.refresh()
    return sandbox


def _titles(sandbox: Sandbox, query: str) -> list[str]:
    return [row[0] for row in sandbox.rows("SELECT title FROM search_articles(?)", query)]


@pytest.mark.parametrize("query", ["hát quan họ", "hat quan ho", "HAT QUAN HO", "quan họ"])
def test_finds_with_and_without_accents(library: Sandbox, query: str) -> None:
    assert _titles(library, query)[0] == "Bắc Ninh bàn cách giữ gìn hát quan họ"


def test_accents_of_the_question_lift_what_agrees(library: Sandbox) -> None:
    assert _titles(library, "bạn")[0].endswith(_ALIKE[0])
    assert _titles(library, "bàn ghế")[0].endswith(_ALIKE[1])


def test_words_in_quotes_stand_next_to_each_other(library: Sandbox) -> None:
    assert _titles(library, '"lụa dệt"') == []
    assert _titles(library, '"làng gốm"') == ["Bắc Ninh bàn cách giữ gìn làng gốm"]
    assert _titles(library, '"lang gom" ven song') == ["Bắc Ninh bàn cách giữ gìn làng gốm"]
    assert _titles(library, '"gốm"') == ["Bắc Ninh bàn cách giữ gìn làng gốm"]


def test_words_without_quotes_may_stand_apart(library: Sandbox) -> None:
    assert _titles(library, "gốm ông bà")[0] == "Bắc Ninh bàn cách giữ gìn làng gốm"


@pytest.mark.parametrize("query", ["", "  ", "?!", '"', "khủng long"])
def test_finds_nothing_where_nothing_is(library: Sandbox, query: str) -> None:
    assert _titles(library, query) == []


def test_a_hostile_question_is_only_words(library: Sandbox) -> None:
    assert _titles(library, "gốm'; DROP TABLE core.articles; --")[0].endswith("làng gốm")


def test_the_snippet_shows_what_was_asked(library: Sandbox) -> None:
    for (snippet,) in library.rows("SELECT snippet FROM search_articles('nghệ nhân cao tuổi')"):
        assert "nghệ nhân cao tuổi" in snippet
        assert len(snippet) <= 290


def test_gives_ten_or_as_many_as_asked(library: Sandbox) -> None:
    ranked = _titles(library, "Bắc Ninh")
    assert len(ranked) == 6
    few = library.rows("SELECT title FROM search_articles('Bắc Ninh', top := 2)")
    assert [row[0] for row in few] == ranked[:2]


def test_results_come_best_first(library: Sandbox) -> None:
    scores = [row[0] for row in library.rows("SELECT score FROM search_articles('làng lụa')")]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]


def test_a_copy_is_found_once(library: Sandbox) -> None:
    assert library.value("SELECT count(*) FROM core.articles") == 7
    assert len(_titles(library, "dệt lụa")) == 1


def test_follows_what_arrives_changes_and_goes(library: Sandbox) -> None:
    library.write("1.txt", page("múa rối nước"))
    (library.seeds / "2.txt").unlink()
    library.write("8.txt", page("nặn tò he"))
    library.refresh()
    assert _titles(library, '"quan họ"') == []
    assert _titles(library, '"làng gốm"') == []
    assert len(_titles(library, '"múa rối"')) == 1
    assert len(_titles(library, '"tò he"')) == 1
