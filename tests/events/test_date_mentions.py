"""Dates of a whole article: field, offsets and line of each."""

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from assets.entities.records import ArticleText
from assets.events.date_mentions import find_date_mentions
from assets.events.records import DateMention
from assets.reference.records import load_reference

DAY = dt.date(2023, 3, 25)
SEEDS = Path(__file__).parents[2] / "seeds"


def article(text: str, title: str | None = None, published: dt.date | None = None) -> ArticleText:
    lines = tuple(range(5, 5 + 2 * len(text.split("\n")), 2))
    return ArticleText("a1", title, text, lines, 1, published, "vi", None)


def mentioned(page: ArticleText) -> tuple[DateMention, ...]:
    """Return the dates of an article, with the words of the reference data."""
    return find_date_mentions(page, load_reference())


def test_a_range_in_brackets() -> None:
    (found,) = mentioned(article("Sau hai ngày làm việc (23 - 24/3), hội nghị bế mạc.", None, DAY))
    assert (found.starts_on, found.ends_on) == (dt.date(2023, 3, 23), dt.date(2023, 3, 24))


def test_offsets_and_lines_are_those_of_the_page() -> None:
    page = article(
        "Sáng 4/6, Hội họp.\nVăn bản có từ năm 2009.\nHết.",
        "Họp ngày 4/6/2021",
        dt.date(2021, 6, 4),
    )
    found = mentioned(page)
    assert [(m.field, m.surface, m.line_no) for m in found] == [
        ("title", "ngày 4/6/2021", 1),
        ("text", "Sáng 4/6", 5),
        ("text", "năm 2009", 7),
    ]
    for mention in found:
        field = page.title if mention.field == "title" else page.text
        assert field is not None
        assert field[mention.start_char : mention.end_char] == mention.surface


def test_an_expression_does_not_run_over_the_end_of_a_paragraph() -> None:
    found = mentioned(article("họp ngày 4/6\n2021 đại biểu dự", published=None))
    assert found == ()


@given(st.text(alphabet="4/6-2021 \nngày,", max_size=60), st.none() | st.dates())
def test_any_article_gives_offsets_that_hold(text: str, published: dt.date | None) -> None:
    for mention in mentioned(article(text, None, published)):
        assert text[mention.start_char : mention.end_char] == mention.surface


def body(name: str, first: int, last: int) -> str:
    """Return lines `first` to `last` of a seed, as the text of an article."""
    (path,) = SEEDS.glob(f"{name}_*.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip() for line in lines[first - 1 : last] if line.strip())


def stated(name: str, first: int, last: int, published: dt.date | None) -> list[str]:
    return [
        f"{m.surface}={m.starts_on}..{m.ends_on}"
        for m in mentioned(article(body(name, first, last), None, published))
    ]


def test_seed_on_the_discussion_in_hanoi() -> None:
    assert stated("000", 7, 40, dt.date(2021, 6, 4)) == [
        "Sáng 4/6=2021-06-04..2021-06-04",
        "ngày 3/11/2011=2011-11-03..2011-11-03",
        "năm 2013- 2018=2013-01-01..2018-12-31",
        "tháng 3 năm 2017=2017-03-01..2017-03-31",
        "tháng 5/ 2018=2018-05-01..2018-05-31",
    ]


def test_seed_without_a_date_gives_only_dates_with_years() -> None:
    assert stated("001", 1, 39, None) == [
        "ngày 12/8/2021=2021-08-12..2021-08-12",
        "2021-2025=2021-01-01..2025-12-31",
    ]


def test_seed_on_the_congress_has_no_terms_of_office() -> None:
    assert stated("002", 9, 47, dt.date(2022, 11, 15)) == [
        "14 và 15/11=2022-11-14..2022-11-15",
    ]


def test_seed_from_hai_phong() -> None:
    assert stated("004", 5, 16, dt.date(2021, 6, 4)) == [
        "Sáng 4-6=2021-06-04..2021-06-04",
        "ngày 6-7-2011=2011-07-06..2011-07-06",
        "năm 2009=2009-01-01..2009-12-31",
    ]


def test_the_same_day_may_be_named_paragraphs_before() -> None:
    page = article(
        "Sáng 4/6, Hội họp.\nÔng Nam dự.\nChiều cùng ngày, đoàn về.", None, dt.date(2021, 6, 4)
    )
    found = [(m.surface, m.starts_on, m.line_no) for m in mentioned(page)]
    assert found[1:] == [("Chiều cùng ngày", dt.date(2021, 6, 4), 9)]


def test_a_day_far_from_the_publication_is_not_carried_over_paragraphs() -> None:
    page = article(
        "Ngày 4/6/2001, Hội họp.\nÔng Nam dự.\nChiều cùng ngày, đoàn về.",
        "Ngày 3/6",
        dt.date(2021, 6, 4),
    )
    assert [m.surface for m in mentioned(page)] == ["Ngày 3/6", "Ngày 4/6/2001"]
