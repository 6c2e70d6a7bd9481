"""Dates that lean on a date named before them: "chiều cùng ngày", "ngày 17", "cùng năm"."""

import datetime as dt

import pytest
from date_telling import PUBLISHED, dates_of, told

from assets.language.dates.finding import last_day_told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Sáng 2/6, đoàn thăm Huế. Chiều cùng ngày, đoàn thăm Vinh.",
            [
                "Sáng 2/6 = 2021-06-02 day publication_date",
                "Chiều cùng ngày = 2021-06-02 day context",
            ],
        ),
        (
            "Ngày 12/8/2010 hội họp, tối cùng ngày bế mạc.",
            ["Ngày 12/8/2010 = 2010-08-12 day explicit", "tối cùng ngày = 2010-08-12 day context"],
        ),
        (
            "Ngày 2/6, đoàn tới Huế; ngày 5, đoàn về nước.",
            ["Ngày 2/6 = 2021-06-02 day publication_date", "ngày 5 = 2021-06-05 day context"],
        ),
        (
            "Năm 1945 nước nhà độc lập. Ngày 2/9 cùng năm, lễ mừng diễn ra.",
            [
                "Năm 1945 = 1945-01-01..1945-12-31 year explicit",
                "Ngày 2/9 cùng năm = 1945-09-02 day context",
            ],
        ),
        (
            "Ngày 2/6, đoàn tới Huế theo Quyết định số 4 ngày 1/3/2020. Cùng ngày, đoàn họp.",
            [
                "Ngày 2/6 = 2021-06-02 day publication_date",
                "ngày 1/3/2020 = 2020-03-01 day explicit",
                "Cùng ngày = 2021-06-02 day context",
            ],
        ),
    ],
)
def test_what_the_date_before_tells(text: str, values: list[str]) -> None:
    assert told(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Chiều cùng ngày, đoàn thăm Vinh.",
        "Sáng 2/6, đoàn họp. Hồ sơ được trả trong cùng ngày.",
        "Từ ngày 1/6 đến 3/6, đoàn ở Huế. Chiều cùng ngày, đoàn về.",
        "Quyết định số 4 ngày 1/3/2020 nêu rõ. Chiều cùng ngày, đoàn họp.",
        "Sáng 2/6, đoàn họp. Hai bà sinh cùng ngày với nhau.",
        "Ngày 12/6, đoàn họp. Lương trả ngày 5 hằng tháng.",
        "Ngày 29/6, đoàn họp. Đến ngày 31, đoàn về.",
        "Ngày 12/10 cùng năm, hội họp.",
        "Ngày 12/10 năm đó, hội họp.",
        "Năm 1986 khởi công; tháng 3 năm sau chạy thử, ngày 12/10 cùng năm khánh thành.",
    ],
)
def test_nothing_certain_before(text: str) -> None:
    assert not any("context" in line or "12/10" in line for line in told(text))


def test_the_day_of_an_earlier_text_is_used_when_none_is_named_since() -> None:
    (date,) = dates_of("Chiều cùng ngày, đoàn họp.", None, dt.date(2020, 3, 1))
    assert (date.starts_on, date.resolved_from) == (dt.date(2020, 3, 1), "context")
    found = dates_of("Sáng 2/6, đoàn họp. Cùng ngày, mưa to.", PUBLISHED, dt.date(2020, 3, 1))
    assert {date.starts_on for date in found} == {dt.date(2021, 6, 2)}


def test_the_last_day_told_is_no_range_and_no_date_of_a_document() -> None:
    text = "Ngày 2/6 họp. Từ 3/6 đến 5/6 nghỉ. Theo Chỉ thị 04 ngày 6/7/2011, đoàn về."
    assert last_day_told(text, dates_of(text, PUBLISHED)) == dt.date(2021, 6, 2)
