"""Dates in text that tell their year, lists and ranges, and what holds for any text."""

import datetime as dt

import pytest
from date_telling import dates_of, told
from hypothesis import given
from hypothesis import strategies as st

EXPLICIT = [
    ("Họp 04/06/2021 tại Huế", "04/06/2021", "2021-06-04"),
    ("Văn bản ngày 6-7-2011 của Tỉnh ủy", "ngày 6-7-2011", "2011-07-06"),
    ("ký ngày 30.4.2025.", "ngày 30.4.2025", "2025-04-30"),
    ("từ 6 - 7 - 2011", "6 - 7 - 2011", "2011-07-06"),
    ("ngày 12/8-2021 vừa rồi", "ngày 12/8-2021", "2021-08-12"),
    ("ngày 12 tháng 8 năm 2021", "ngày 12 tháng 8 năm 2021", "2021-08-12"),
    ("Ngày 12, tháng 8, năm 2021", "Ngày 12, tháng 8, năm 2021", "2021-08-12"),
    ("12 tháng 8 năm 2021", "12 tháng 8 năm 2021", "2021-08-12"),
    ("ngày 12/8 năm 2021", "ngày 12/8 năm 2021", "2021-08-12"),
    ("ngày 12 tháng 8/2021", "ngày 12 tháng 8/2021", "2021-08-12"),
    ("NGÀY 4/6/2021", "NGÀY 4/6/2021", "2021-06-04"),
    ("17:16 | 17/07/2019 GMT+7", "17/07/2019", "2019-07-17"),
    ("lúc 14h03 04/06/2021", "04/06/2021", "2021-06-04"),
    ("Thứ ba, 11/05/2021", "11/05/2021", "2021-05-11"),
    ("sáng sớm ngày 3/2/2020", "sáng sớm ngày 3/2/2020", "2020-02-03"),
    ("(08/3/1978)", "08/3/1978", "1978-03-08"),
    ("2021-06-04", "2021-06-04", "2021-06-04"),
    ("2021/06/04 là", "2021/06/04", "2021-06-04"),
    ("nghỉ 2/9/2021", "2/9/2021", "2021-09-02"),
    ("ngày 29/2/2020", "ngày 29/2/2020", "2020-02-29"),
    ("Chỉ thị số 12, ngày 5/8/2020 của Ban", "ngày 5/8/2020", "2020-08-05"),
    (
        "ngày mười hai tháng tám năm hai nghìn không trăm hai mươi mốt",
        "ngày mười hai tháng tám năm hai nghìn không trăm hai mươi mốt",
        "2021-08-12",
    ),
    (
        "ngày hai tháng chín năm một nghìn chín trăm bốn mươi lăm",
        "ngày hai tháng chín năm một nghìn chín trăm bốn mươi lăm",
        "1945-09-02",
    ),
    ("từ ngày 1 đến 3/6/2021,", "ngày 1 đến 3/6/2021", "2021-06-01..2021-06-03"),
    ("từ 14-15/11/2022", "14-15/11/2022", "2022-11-14..2022-11-15"),
    (
        "từ ngày 28/12/2021 đến ngày 3/1/2022",
        "ngày 28/12/2021 đến ngày 3/1/2022",
        "2021-12-28..2022-01-03",
    ),
    ("từ 28/12 đến 3/1/2022", "28/12 đến 3/1/2022", "2021-12-28..2022-01-03"),
    (
        "ngày 1 đến ngày 3 tháng 6 năm 2021",
        "ngày 1 đến ngày 3 tháng 6 năm 2021",
        "2021-06-01..2021-06-03",
    ),
    ("ngày 4/6/21 tại", "ngày 4/6/21", "2021-06-04"),
    ("ngày 9-4-75 ấy", "ngày 9-4-75", "1975-04-09"),
    ("on June 4, 2021 in Hanoi", "June 4, 2021", "2021-06-04"),
    ("on 4 June 2021", "4 June 2021", "2021-06-04"),
    ("the 4th of June 2021", "4th of June 2021", "2021-06-04"),
    ("June 4-6, 2021", "June 4-6, 2021", "2021-06-04..2021-06-06"),
]

COARSE = [
    ("(tháng 3 năm 2017)", "tháng 3 năm 2017", "2017-03-01..2017-03-31 month"),
    ("(tháng 5/ 2018)", "tháng 5/ 2018", "2018-05-01..2018-05-31 month"),
    ("hồi tháng 10-2003", "tháng 10-2003", "2003-10-01..2003-10-31 month"),
    ("tháng 1.2006 đã", "tháng 1.2006", "2006-01-01..2006-01-31 month"),
    ("tháng Tám năm 1945", "tháng Tám năm 1945", "1945-08-01..1945-08-31 month"),
    ("đầu tháng 5/2020", "đầu tháng 5/2020", "2020-05-01..2020-05-31 month"),
    ("hồi 5/2018,", "5/2018", "2018-05-01..2018-05-31 month"),
    ("từ 5/2018 đến 7/2019", "5/2018 đến 7/2019", "2018-05-01..2019-07-31 month"),
    ("tháng 3 - 5/2021", "tháng 3 - 5/2021", "2021-03-01..2021-05-31 month"),
    ("từ tháng 3 đến tháng 5/2021", "tháng 3 đến tháng 5/2021", "2021-03-01..2021-05-31 month"),
    (
        "từ tháng 12/2020 đến tháng 3/2021",
        "tháng 12/2020 đến tháng 3/2021",
        "2020-12-01..2021-03-31 month",
    ),
    ("quý III/2022", "quý III/2022", "2022-07-01..2022-09-30 month"),
    ("quý 4 năm 2020", "quý 4 năm 2020", "2020-10-01..2020-12-31 month"),
    ("6 tháng đầu năm 2019", "6 tháng đầu năm 2019", "2019-01-01..2019-06-30 month"),
    ("6 tháng cuối năm 2019", "6 tháng cuối năm 2019", "2019-07-01..2019-12-31 month"),
    ("9 tháng năm 2020", "9 tháng năm 2020", "2020-01-01..2020-09-30 month"),
    ("Từ năm 2009, Hội", "năm 2009", "2009-01-01..2009-12-31 year"),
    ("đầu năm 2019", "đầu năm 2019", "2019-01-01..2019-12-31 year"),
    ("trong năm 2004 phải", "năm 2004", "2004-01-01..2004-12-31 year"),
    ("từ 2009 đến nay", "2009", "2009-01-01..2009-12-31 year"),
    ("Giai đoạn năm 2013- 2018, Ban", "năm 2013- 2018", "2013-01-01..2018-12-31 year"),
    ("giai đoạn 2021-2025", "2021-2025", "2021-01-01..2025-12-31 year"),
    ("năm 2013 đến năm 2018", "năm 2013 đến năm 2018", "2013-01-01..2018-12-31 year"),
    ("từ 2013 đến 2018", "2013 đến 2018", "2013-01-01..2018-12-31 year"),
    ("tháng 7-8/1992", "tháng 7-8/1992", "1992-07-01..1992-08-31 month"),
    ("đầu thập niên 2000", "đầu thập niên 2000", "2000-01-01..2009-12-31 year"),
    ("cuối thập kỷ 80", "cuối thập kỷ 80", "1980-01-01..1989-12-31 year"),
    ("thập niên 1990", "thập niên 1990", "1990-01-01..1999-12-31 year"),
    ("những năm 90 của thế kỷ trước", None, "1990-01-01..1999-12-31 year"),
    ("Luật Đất đai được thông qua năm 2013", "năm 2013", "2013-01-01..2013-12-31 year"),
    ("in June 2021", "June 2021", "2021-06-01..2021-06-30 month"),
    ("since 2009", "2009", "2009-01-01..2009-12-31 year"),
    ("from 2013 to 2018", "2013 to 2018", "2013-01-01..2018-12-31 year"),
]


@pytest.mark.parametrize(("text", "surface", "days"), EXPLICIT, ids=[c[0] for c in EXPLICIT])
def test_a_day_with_its_year(text: str, surface: str, days: str) -> None:
    assert told(text) == [f"{surface} = {days} day explicit"]


@pytest.mark.parametrize(("text", "surface", "value"), COARSE, ids=[c[0] for c in COARSE])
def test_months_and_years(text: str, surface: str | None, value: str) -> None:
    assert told(text) == [f"{surface or text} = {value} explicit"]
    assert told(text, None) == told(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "ngày 4, 6 và 8/6/2021",
            ["2021-06-04 day context", "2021-06-06 day context", "2021-06-08 day explicit"],
        ),
        ("ngày 30/4 và 1/5/2021", ["2021-04-30 day context", "2021-05-01 day explicit"]),
        (
            "tháng 5 và tháng 6/2021",
            ["2021-05-01..2021-05-31 month context", "2021-06-01..2021-06-30 month explicit"],
        ),
        (
            "kỷ niệm (18/11/1930 - 18/11/2020)",
            ["1930-11-18 day explicit", "2020-11-18 day explicit"],
        ),
        (
            "các năm 2019, 2020 và 2021",
            [f"{year}-01-01..{year}-12-31 year explicit" for year in (2019, 2020, 2021)],
        ),
        ("ngày 1.6 và 3.6", [f"2021-06-0{day} day publication_date" for day in (1, 3)]),
        ("ngày 15/6 và 2/3 đại biểu", ["2021-06-15 day publication_date"]),
        ("8h sáng nay, 4/6", ["2021-06-04 day publication_date"] * 2),
        (
            "tháng 5, 6 và 7/2021",
            [
                "2021-05-01..2021-05-31 month context",
                "2021-06-01..2021-06-30 month context",
                "2021-07-01..2021-07-31 month explicit",
            ],
        ),
        (
            "tháng 4 và 5, mưa lớn",
            [
                "2021-04-01..2021-04-30 month publication_date",
                "2021-05-01..2021-05-31 month publication_date",
            ],
        ),
        ("tháng 5, 6 người mất tích", ["2021-05-01..2021-05-31 month publication_date"]),
        ("tháng 2, 3 và 4 người nữa", ["2021-02-01..2021-02-28 month publication_date"]),
        (
            "từ tháng 3/2019 đến tháng 3 năm nay",
            [
                "2019-03-01..2019-03-31 month explicit",
                "2021-03-01..2021-03-31 month publication_date",
            ],
        ),
        ("từ ngày 15/6 đến hết ngày 17", ["2021-06-15..2021-06-17 day publication_date"]),
        ("từ 15/6/2020 đến ngày 17, đoàn", ["2020-06-15..2020-06-17 day explicit"]),
    ],
)
def test_lists_and_ranges(text: str, values: list[str]) -> None:
    assert [line.split(" = ")[1] for line in told(text)] == values


DATE_LIKE = st.text(alphabet="0123456789/-. ngàytháămqúIđếvà,()20", max_size=60)


@given(st.one_of(st.text(max_size=200), DATE_LIKE), st.one_of(st.none(), st.dates()))
def test_any_text_gives_spans_that_hold(text: str, published_on: dt.date | None) -> None:
    end = 0
    for date in dates_of(text, published_on):
        assert end <= date.start < date.end <= len(text)
        assert text[date.start : date.end] == date.surface
        assert date.starts_on <= date.ends_on
        end = date.end


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from("/-."),
    st.booleans(),
    st.sampled_from(["", "ngày ", "Sáng ", "(", "Ngày hội, ", "họp từ "]),
    st.sampled_from(["", ".", ",", ")", " tại Hà Nội", "\nMới"]),
)
def test_every_explicit_day_is_found(
    day: dt.date, mark: str, padded: bool, before: str, after: str
) -> None:
    width = "02d" if padded else "d"
    stated = f"{day.day:{width}}{mark}{day.month:{width}}{mark}{day.year}"
    (date,) = dates_of(before + stated + after, None)
    assert stated in date.surface
    assert (date.starts_on, date.ends_on, date.resolved_from) == (day, day, "explicit")


DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


@given(DAYS, DAYS, st.sampled_from([" - ", "-", " đến ", ", ", " và ", "; ", ") (", "\n"]))
def test_two_explicit_days_are_found_whatever_joins_them(
    one: dt.date, other: dt.date, joint: str
) -> None:
    text = f"{one.day}/{one.month}/{one.year}{joint}{other.day}/{other.month}/{other.year}"
    dates = dates_of(f"họp ngày {text}.", None)
    ends = {day for date in dates for day in (date.starts_on, date.ends_on)}
    assert ends == {one, other}
