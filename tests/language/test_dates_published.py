"""Dates that the day of publication tells: days without a year, "hôm qua", weekdays, weeks."""

import datetime as dt

import pytest
from date_telling import dates_of, told

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
    ("by June 25 the", "June 25", "2021-06-25 day"),
    ("until June 25", "June 25", "2021-06-25 day"),
    ("on 25 June they met", "25 June", "2021-06-25 day"),
    ("Thời tiết 2/12: rét đậm", "2/12", "2021-12-02 day"),
    ("Hội sách diễn ra 4/6", "4/6", "2021-06-04 day"),
    ("Ban tổ chức họp báo 28/5 tại Huế", "28/5", "2021-05-28 day"),
    ("hai tháng đầu năm, xuất khẩu", "hai tháng đầu năm", "2021-01-01..2021-02-28 month"),
    ("trong 6 tháng đầu năm", "6 tháng đầu năm", "2021-01-01..2021-06-30 month"),
    ("6 tháng cuối năm", "6 tháng cuối năm", "2021-07-01..2021-12-31 month"),
    ("bốn tháng đầu năm nay", "bốn tháng đầu năm nay", "2021-01-01..2021-04-30 month"),
    ("quý I năm tới", "quý I năm tới", "2022-01-01..2022-03-31 month"),
    ("vào giữa năm tới", "giữa năm tới", "2022-01-01..2022-12-31 year"),
    ("kế hoạch phát hành thẻ cuối năm nay", "cuối năm nay", "2021-01-01..2021-12-31 year"),
    ("hôm thứ Tư, ông nói", "hôm thứ Tư", "2021-06-02 day"),
    ("thứ Năm tuần này", "thứ Năm tuần này", "2021-06-03 day"),
    ("Chủ nhật vừa qua, anh", "Chủ nhật vừa qua", "2021-05-30 day"),
    ("sáng thứ Hai tới, đoàn", "sáng thứ Hai tới", "2021-06-07 day"),
    ("cuối tuần qua, khách", "cuối tuần qua", "2021-05-29..2021-05-30 day"),
    ("cuối tuần này", "cuối tuần này", "2021-06-05..2021-06-06 day"),
    ("The envoy said on Wednesday that he will go", "Wednesday", "2021-06-02 day"),
    ("They will meet on Monday.", "Monday", "2021-06-07 day"),
    ("He arrived last Monday.", "last Monday", "2021-05-31 day"),
    ("in May", "May", "2021-05-01..2021-05-31 month"),
]


@pytest.mark.parametrize(
    ("text", "surface", "value"), FROM_PUBLICATION, ids=[c[0] for c in FROM_PUBLICATION]
)
def test_what_the_day_of_publication_tells(text: str, surface: str | None, value: str) -> None:
    if surface is None:
        assert {line.split(" = ")[1] for line in told(text)} == {f"{value} publication_date"}
    else:
        assert told(text) == [f"{surface} = {value} publication_date"]
    assert told(text, None) == []


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
        ("2021-06-02", "trong tuần qua, giá", "2021-05-24"),
        ("2021-06-01", "Ngày 30/4 đã qua, đoàn sẽ họp", "2021-04-30"),
        ("2021-06-04", "Hà Nội, 3/6 - Ủy ban họp", "2021-06-03"),
        ("2021-06-04", "Bắc Kinh, 3/6 (TTXVN) - Ủy ban họp", "2021-06-03"),
    ],
)
def test_the_year_left_unsaid(published: str, text: str, day: str) -> None:
    (date,) = dates_of(text, dt.date.fromisoformat(published))
    assert (str(date.starts_on), date.resolved_from) == (day, "publication_date")


def test_a_year_in_another_sentence_lends_nothing() -> None:
    assert told("Sáng 4/6, Ủy ban họp. Chỉ thị ban hành năm 2011.", None) == [
        "năm 2011 = 2011-01-01..2011-12-31 year explicit"
    ]


@pytest.mark.parametrize(
    ("published", "text"),
    [
        # Which year, week or weekday is meant, nobody can tell.
        ("2022-01-10", "9 tháng đầu năm"),
        ("2022-01-10", "6 tháng cuối năm"),
        ("2006-10-18", "đêm 5/2, kẻ gian đột nhập"),
        ("2021-06-04", "Trận mở màn năm 1954. Ngày 7/10, đơn vị rút quân."),
        ("2021-06-04", "tháng 3 năm sau"),
        ("2021-06-06", "trong tuần qua"),
        ("2021-06-06", "cuối tuần qua"),
        ("2021-06-04", "hôm thứ Sáu, ông nói"),
        ("2021-06-04", "sáng thứ Hai, ông nói"),
        ("2021-06-04", "lần thứ hai này"),
        ("2021-06-04", "hai tuần qua"),
        ("2021-06-04", "The council meets on Monday"),
        ("2021-06-04", "The shop opened on Mondays"),
        ("2021-06-04", "các tháng trong 5 năm tới"),
        ("2021-06-04", "3 tháng đầu năm học"),
        ("2021-06-04", "Theo ông, 3/6 - một nửa - là đủ"),
    ],
)
def test_what_is_uncertain_is_left_out(published: str, text: str) -> None:
    days = [d for d in dates_of(text, dt.date.fromisoformat(published)) if d.precision != "year"]
    assert days == []
