"""Dates in text: a table of forms, a table of traps, and what holds for any text."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.language.dates import find_dates

# A Friday.
PUBLISHED = dt.date(2021, 6, 4)


def told(text: str, published_on: dt.date | None = PUBLISHED) -> list[str]:
    """Return "surface = first..last precision source" of each date, one day as one date."""
    lines = []
    for date in find_dates(text, published_on):
        assert text[date.start : date.end] == date.surface
        days = str(date.starts_on)
        if date.ends_on != date.starts_on:
            days += f"..{date.ends_on}"
        lines.append(f"{date.surface} = {days} {date.precision} {date.resolved_from}")
    return lines


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

FROM_PUBLICATION = [
    ("Sáng 4/6, Ủy ban", "Sáng 4/6", "2021-06-04 day"),
    ("Chiều 16/7 tại Hà Nội", "Chiều 16/7", "2021-07-16 day"),
    ("Sáng 4-6, Hội", "Sáng 4-6", "2021-06-04 day"),
    ("ngày 6-7 tới đây", "ngày 6-7", "2021-07-06 day"),
    ("ngày 4.6, Hội", "ngày 4.6", "2021-06-04 day"),
    ("rạng sáng ngày 22 – 2 đã", "rạng sáng ngày 22 – 2", "2021-02-22 day"),
    ("Hôm nay 4.6, tòa", None, "2021-06-04 day"),
    ("Lễ kỷ niệm Ngày Báo chí diễn ra ngày 20/6", "ngày 20/6", "2021-06-20 day"),
    ("Lễ khai mạc ngày 20/6 tại Huế", "ngày 20/6", "2021-06-20 day"),
    ("mừng Ngày Quốc tế Thiếu nhi sáng 1/6", "sáng 1/6", "2021-06-01 day"),
    ("phiên họp (15/6), ông", "15/6", "2021-06-15 day"),
    ("tối ngày 3/6", "tối ngày 3/6", "2021-06-03 day"),
    ("3h30 ngày 08/10 của", "ngày 08/10", "2021-10-08 day"),
    ("Trong 2 ngày (14 và 15/11), Hội", "14 và 15/11", "2021-11-14..2021-11-15 day"),
    ("14-15/11", "14-15/11", "2021-11-14..2021-11-15 day"),
    ("Trong 2 ngày 8 - 9/5, Đoàn", "ngày 8 - 9/5", "2021-05-08..2021-05-09 day"),
    ("hai ngày 2 và 3-3 tại", "ngày 2 và 3-3", "2021-03-02..2021-03-03 day"),
    ("ngày 14, 15 và 16/6", "ngày 14, 15 và 16/6", "2021-06-14..2021-06-16 day"),
    ("từ 30/5 - 2/6, đoàn", "30/5 - 2/6", "2021-05-30..2021-06-02 day"),
    ("từ 14 đến 16/6, đoàn", "14 đến 16/6", "2021-06-14..2021-06-16 day"),
    ("thứ Sáu (4/6)", "4/6", "2021-06-04 day"),
    ("hôm qua, 3-6, đoàn", None, "2021-06-03 day"),
    ("ngày mồng 5 tháng 6", "ngày mồng 5 tháng 6", "2021-06-05 day"),
    ("mồng 1 tháng 6", "mồng 1 tháng 6", "2021-06-01 day"),
    ("ngày 15 tháng này", "ngày 15 tháng này", "2021-06-15 day"),
    ("ngày 4/6 năm ngoái", "ngày 4/6 năm ngoái", "2020-06-04 day"),
    ("ngày 24/7 tại", "ngày 24/7", "2021-07-24 day"),
    ("đến 4/6, cả nước", "4/6", "2021-06-04 day"),
    ("tháng 3, cả nước", "tháng 3", "2021-03-01..2021-03-31 month"),
    ("tháng 12 năm ngoái", "tháng 12 năm ngoái", "2020-12-01..2020-12-31 month"),
    ("quý II, doanh thu", "quý II", "2021-04-01..2021-06-30 month"),
    ("hôm qua", "hôm qua", "2021-06-03 day"),
    ("hôm nay", "hôm nay", "2021-06-04 day"),
    ("8h sáng nay", "sáng nay", "2021-06-04 day"),
    ("Tối qua", "Tối qua", "2021-06-03 day"),
    ("chiều hôm qua", "chiều hôm qua", "2021-06-03 day"),
    ("sáng mai", "sáng mai", "2021-06-05 day"),
    ("tuần trước", "tuần trước", "2021-05-24..2021-05-30 day"),
    ("thứ Năm tuần trước", "thứ Năm tuần trước", "2021-05-27 day"),
    ("tháng trước", "tháng trước", "2021-05-01..2021-05-31 month"),
    ("năm ngoái", "năm ngoái", "2020-01-01..2020-12-31 year"),
    ("đầu năm nay", "đầu năm nay", "2021-01-01..2021-12-31 year"),
    ("He left yesterday.", "yesterday", "2021-06-03 day"),
    ("last week", "last week", "2021-05-24..2021-05-30 day"),
    ("on June 4", "June 4", "2021-06-04 day"),
    ("in May", "May", "2021-05-01..2021-05-31 month"),
]

TRAPS = [
    "nhiệm kỳ 2022 - 2027",
    "nhiệm kỳ 2017-2022",
    "khóa 2017-2022",
    "khoá XI (2006-2011)",
    "nhiệm kỳ từ năm 2022 đến năm 2027",
    "Đại hội XIII (nhiệm kỳ 2021-2026)",
    "năm học 2020-2021",
    "kế hoạch 2021-2025",
    "mùng 3 Tết",
    "ngày 10/3 âm lịch",
    "ngày 15 tháng 7 (âm lịch)",
    "ngày 10/3 năm Giáp Thìn",
    "rằm tháng Bảy",
    "rằm tháng 7",
    "tháng Giêng",
    "giỗ Tổ 10/3",
    "Chỉ thị 04-CT/TW",
    "Quyết định 2020/QĐ-TTg",
    "Nghị quyết 18/2021",
    "Nghị quyết 12/2021",
    "Nghị định 93/2021/NĐ-CP",
    "Thông tư 12/2021/TT-BTC",
    "Luật số 56/2010/QH12",
    "thắng với tỷ số 3-2",
    "hòa Lào (3-1)",
    "2/3 đại biểu tán thành",
    "đến 2/3 dân số",
    "1/2 diện tích",
    "phục vụ 24/7",
    "đường 30/4",
    "số 12/5 đường Láng",
    "sư đoàn 3-2",
    "kỷ niệm Quốc khánh 2/9",
    "dịp lễ 30/4 và 1/5",
    "Ngày Phụ nữ Việt Nam 20/10",
    "nhân Ngày Nhà giáo Việt Nam (20/11)",
    "kỷ niệm ngày thành lập Mặt trận (18/11)",
    "dịp Quốc khánh ngày 2/9",
    "Tết Dương lịch 1/1",
    "SEA Games 2021",
    "World Cup 2022",
    "dịch COVID-19",
    "Đại hội XIII",
    "Hiến pháp năm 2013",
    "Luật Bảo vệ môi trường năm 2020",
    "gọi 0903.12.2021",
    "gọi 024-3825-2021",
    "phiên bản 1.2.3",
    "uống ngày 2-3 lần",
    "mỗi ngày 2-3 viên",
    "mỗi năm 2000 tấn",
    "đến 2000 người",
    "3 tháng trước",
    "mấy năm nay",
    "đã 10 năm nay",
    "mấy hôm nay",
    "năm 1500 trước Công nguyên",
    "tuần trước đó",
    "những tháng tới",
    "những năm tháng qua",
    "Cách mạng Tháng Tám",
    "ngày 31/2",
    "ngày 30/2/2021",
    "ngày 32/1/2021",
    "Vietnam Today",
    "one may say",
    "thế hệ hôm nay",
    "một ngày mai tốt đẹp",
    "giá 10.000 - 12.000 đồng",
    "12-13 năm tù",
    "8,5/10 điểm",
]


@pytest.mark.parametrize(("text", "surface", "days"), EXPLICIT, ids=[c[0] for c in EXPLICIT])
def test_a_day_with_its_year(text: str, surface: str, days: str) -> None:
    assert told(text) == [f"{surface} = {days} day explicit"]


@pytest.mark.parametrize(("text", "surface", "value"), COARSE, ids=[c[0] for c in COARSE])
def test_months_and_years(text: str, surface: str | None, value: str) -> None:
    assert told(text) == [f"{surface or text} = {value} explicit"]
    assert told(text, None) == told(text)


@pytest.mark.parametrize(
    ("text", "surface", "value"), FROM_PUBLICATION, ids=[c[0] for c in FROM_PUBLICATION]
)
def test_what_the_day_of_publication_tells(text: str, surface: str | None, value: str) -> None:
    if surface is None:
        assert {line.split(" = ")[1] for line in told(text)} == {f"{value} publication_date"}
    else:
        assert told(text) == [f"{surface} = {value} publication_date"]
    assert told(text, None) == []


@pytest.mark.parametrize("text", TRAPS)
def test_no_date(text: str) -> None:
    assert told(text) == []


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
    ],
)
def test_lists_and_ranges(text: str, values: list[str]) -> None:
    assert [line.split(" = ")[1] for line in told(text)] == values


@pytest.mark.parametrize(
    ("published", "text", "day"),
    [
        ("2022-01-10", "ngày 28/12, đoàn", "2021-12-28"),
        ("2021-12-20", "ngày 15/1, đoàn", "2022-01-15"),
        ("2022-08-01", "ngày 15/1, đoàn", "2022-01-15"),
        ("2021-06-04", "ngày 20/12 vừa qua", "2020-12-20"),
        ("2021-06-04", "ngày 15/1 sắp tới", "2022-01-15"),
        ("2006-06-04", "ngày 15/1, hãng tuyên bố sẽ ngừng", "2006-01-15"),
        ("2021-03-01", "ngày 29/2", "2020-02-29"),
        ("2021-06-01", "Ngày 30/4 đã qua, đoàn sẽ họp", "2021-04-30"),
    ],
)
def test_the_year_left_unsaid(published: str, text: str, day: str) -> None:
    (date,) = find_dates(text, dt.date.fromisoformat(published))
    assert (str(date.starts_on), date.resolved_from) == (day, "publication_date")


def test_a_year_in_another_sentence_lends_nothing() -> None:
    assert told("Sáng 4/6, Ủy ban họp. Chỉ thị ban hành năm 2011.", None) == [
        "năm 2011 = 2011-01-01..2011-12-31 year explicit"
    ]


DATE_LIKE = st.text(alphabet="0123456789/-. ngàytháămqúIđếvà,()20", max_size=60)


@given(st.one_of(st.text(max_size=200), DATE_LIKE), st.one_of(st.none(), st.dates()))
def test_any_text_gives_spans_that_hold(text: str, published_on: dt.date | None) -> None:
    end = 0
    for date in find_dates(text, published_on):
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
    (date,) = find_dates(before + stated + after, None)
    assert stated in date.surface
    assert (date.starts_on, date.ends_on, date.resolved_from) == (day, day, "explicit")


DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


@given(DAYS, DAYS, st.sampled_from([" - ", "-", " đến ", ", ", " và ", "; ", ") (", "\n"]))
def test_two_explicit_days_are_found_whatever_joins_them(
    one: dt.date, other: dt.date, joint: str
) -> None:
    text = f"{one.day}/{one.month}/{one.year}{joint}{other.day}/{other.month}/{other.year}"
    dates = find_dates(f"họp ngày {text}.", None)
    ends = {day for date in dates for day in (date.starts_on, date.ends_on)}
    assert ends == {one, other}
