"""What looks like a date and is none, and real days beside the same words."""

import pytest
from date_telling import PUBLISHED, told

from assets.language.dates.finding import find_dates
from assets.language.dates.words import DateWords

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
    "lễ 30/4 - 1/5",
    "kỳ nghỉ 30/4",
    "dịp 2-9",
    "Quốc khánh nước Lào (2/12)",
    "màn hình 16/9 của",
    "đạt 15/12 chỉ tiêu",
    "ra mắt sản phẩm 15/6 đồng bộ",
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
    "từ đầu năm tới nay",
    "trong các năm tới",
    "hàng năm tới mùa hội",
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
    "họ không biết ngày mai ra sao",
    "tôi có được hôm nay là nhờ bạn bè",
    "giá 10.000 - 12.000 đồng",
    "12-13 năm tù",
    "8,5/10 điểm",
]


@pytest.mark.parametrize("text", TRAPS)
def test_no_date(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Lễ trao giải sáng 28/4 tại Huế", "sáng 28/4 = 2021-04-28"),
        ("Lễ hội hoa diễn ra 28/4", "28/4 = 2021-04-28"),
        ("Đoàn họp mừng Quốc khánh tại Huế ngày 2-9", "ngày 2-9 = 2021-09-02"),
        ("Dự lễ Quốc khánh nước bạn ngày 2-9, ông", "ngày 2-9 = 2021-09-02"),
        ("Ngày hội Văn hóa các dân tộc, ngày 28/4", "ngày 28/4 = 2021-04-28"),
        ("Công ty Giải phóng mặt bằng họp ngày 28/4", "ngày 28/4 = 2021-04-28"),
        ("Vào đầu năm 2005 người dân", "đầu năm 2005 = 2005-01-01..2005-12-31"),
        ("Bà Lê Thị Hạnh đầu năm 2005 là", "đầu năm 2005 = 2005-01-01..2005-12-31"),
    ],
)
def test_a_feast_nearby_takes_no_day_away(text: str, value: str) -> None:
    assert [line.rsplit(" ", 2)[0] for line in told(text)] == [value]


def test_words_are_given_and_without_any_a_number_is_read_by_its_shape() -> None:
    text = "Khánh thành bến 30/4 tại Huế."
    assert [date.surface for date in find_dates(text, DateWords([]), PUBLISHED)] == ["30/4"]
    assert find_dates(text, DateWords([("bến", "name")]), PUBLISHED) == ()
