"""Date lines in all the forms in which news pages print them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.extraction.metadata.dateline import parse_publication, parse_update, read_dates

VIETNAM = dt.timezone(dt.timedelta(hours=7))


def at(*numbers: int, zone: dt.tzinfo = VIETNAM) -> dt.datetime:
    return dt.datetime(*numbers, tzinfo=zone)  # type: ignore[arg-type, misc]


PUBLISHED = {
    "04/06/2021 14:03": (at(2021, 6, 4, 14, 3), "minute"),
    "14:01 04/06/2021": (at(2021, 6, 4, 14, 1), "minute"),
    "17:16 | 17/07/2019 GMT+7": (at(2019, 7, 17, 17, 16), "minute"),
    "Thứ ba, 11/05/2021": (at(2021, 5, 11), "day"),
    "Ngày 15 tháng 11 năm 2022": (at(2022, 11, 15), "day"),
    "Thứ Hai, ngày 5/6/2023, 08:15 (GMT+7)": (at(2023, 6, 5, 8, 15), "minute"),
    "08:30, 05.06.2023": (at(2023, 6, 5, 8, 30), "minute"),
    "20h30 ngày 5-6-2023": (at(2023, 6, 5, 20, 30), "minute"),
    "Ngày đăng: 5/6/2023 2:05:12 CH": (at(2023, 6, 5, 14, 5), "minute"),
    "2023-06-05T08:15:00+09:00": (
        at(2023, 6, 5, 8, 15, zone=dt.timezone(dt.timedelta(hours=9))),
        "minute",
    ),
    "2023-06-05T01:15:00Z": (at(2023, 6, 5, 1, 15, zone=dt.UTC), "minute"),
    "June 5, 2023 8:15 AM": (at(2023, 6, 5, 8, 15), "minute"),
    "5 Jun 2023": (at(2023, 6, 5), "day"),
    "Monday, 5 June 2023 at 9pm": (at(2023, 6, 5, 21), "minute"),
    "Tháng 6/2023": (at(2023, 6, 1), "month"),
    "12:00 AM, Dec 31, 2020": (at(2020, 12, 31), "minute"),
}


@pytest.mark.parametrize("line", PUBLISHED)
def test_the_first_publication_is_read(line: str) -> None:
    found = parse_publication(line, "test")
    assert found is not None
    assert (found.at, found.precision) == PUBLISHED[line]
    assert found.at.utcoffset() == PUBLISHED[line][0].utcoffset()


@pytest.mark.parametrize(
    "line",
    ["Sáng 4/6", "31/02/2022", "15 tháng 11", "Cập nhật 10:00", "1234567", "", "12/2020/QĐ-TTg"],
)
def test_what_is_no_whole_date_is_none(line: str) -> None:
    assert parse_publication(line, "test") is None


def test_an_update_is_no_publication() -> None:
    line = "Cập nhật lúc 10:00 05/06/2023"
    assert parse_publication(line, "test") is None
    assert parse_update(line) == at(2023, 6, 5, 10)


@pytest.mark.parametrize(
    "line",
    [
        "Đăng lúc 04/06/2023 09:00 | Cập nhật: 05/06/2023 10:00",
        "Cập nhật: 05/06/2023 10:00 - Ngày đăng: 04/06/2023 09:00",
        "Published 4 June 2023, 09:00 GMT+7 · Updated 5 June 2023, 10:00 GMT+7",
    ],
)
def test_publication_and_update_are_told_apart(line: str) -> None:
    found = parse_publication(line, "test")
    assert found is not None
    assert (found.at, parse_update(line)) == (at(2023, 6, 4, 9), at(2023, 6, 5, 10))


def test_what_is_left_of_a_date_line_is_its_section() -> None:
    dates = read_dates("Chính trị - Thứ tư, 01/02/2023 09:12 (GMT+7)")
    assert dates is not None
    assert (dates.rest, dates.has_weekday) == ("Chính trị", True)


def test_the_order_of_day_and_month_is_the_callers_or_the_only_possible() -> None:
    day_first = parse_publication("06/05/2023", "test")
    month_first = parse_publication("06/05/2023", "test", day_first=False)
    only = parse_publication("05/31/2023", "test")
    found = [one.at.month for one in (day_first, month_first, only) if one is not None]
    assert found == [5, 6, 5]


@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)), st.integers(0, 24 * 60 - 1))
def test_every_minute_survives_printing_and_reading(day: dt.date, minute: int) -> None:
    moment = expected = at(day.year, day.month, day.day, minute // 60, minute % 60)
    for line in (
        f"{moment:%H:%M %d/%m/%Y}",
        f"{moment:%d.%m.%Y, %H:%M}",
        f"{moment:%H:%M | %d-%m-%Y}",
    ):
        found = parse_publication(line, "test")
        assert found is not None
        assert found.at == expected
