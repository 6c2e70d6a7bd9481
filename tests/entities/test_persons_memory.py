"""Persons over a whole article: short forms, doubled syllables, names that are no persons."""

import pytest

from assets.entities.recognition import recognise
from assets.reference.records import load_reference
from tests.entities.recognition_cases import article


def _persons(text: str, title: str | None = None, language: str = "vi") -> list[tuple[str, str]]:
    found = recognise(article(text, title, language), load_reference())
    return [(o.surface, o.name) for o in found if o.entity_type == "person"]


def test_a_given_name_after_an_address_is_the_person_named_before() -> None:
    assert _persons("Ông Nguyễn Hữu Tài đến. Ông Tài nói. Theo đồng chí Tài, việc đã xong.") == [
        ("Nguyễn Hữu Tài", "Nguyễn Hữu Tài"),
        ("Tài", "Nguyễn Hữu Tài"),
        ("Tài", "Nguyễn Hữu Tài"),
    ]


def test_a_given_name_that_two_persons_bear_is_left_out() -> None:
    text = "Ông Bùi Tiến Dũng và ông Phạm Văn Dũng bị bắt. Ông Dũng khai nhận."
    assert [surface for surface, _ in _persons(text)] == ["Bùi Tiến Dũng", "Phạm Văn Dũng"]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Bà Lan bán rau ở chợ.", ["Lan"]),
        ("Theo bác sĩ Đức, trưởng khoa Cấp cứu, ca mổ đã xong.", ["Đức"]),
        ("Các chuyên gia Nga đến phố Bà Triệu, thăm Lăng Bác.", []),
        ("Có 15 trẻ em Phạt tiền thêm.", []),
    ],
)
def test_a_form_of_address_makes_a_given_name_a_person(text: str, surfaces: list[str]) -> None:
    assert [surface for surface, _ in _persons(text)] == surfaces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Lê Văn Quý bị bắt. Theo lời khai, Quý cùng vợ bỏ trốn.", [("Quý", "Lê Văn Quý")]),
        ("Ông Nguyễn Xuân Son dự. Xuân Son ghi hai bàn.", [("Xuân Son", "Nguyễn Xuân Son")]),
        ("Tiền đạo Alan Shearer dự. Rồi D.Shearer và Shearer về.",
         [("D.Shearer", "Alan Shearer"), ("Shearer", "Alan Shearer")]),
        ("Ông Lê Văn Hoa dự. Hoa tươi rất đẹp.", []),
        ("Ông Lê Văn Bình và ông Trần Văn Bình dự, rồi Bình về.", []),
    ],
)  # fmt: skip
def test_later_short_forms(text: str, expected: list[tuple[str, str]]) -> None:
    assert [pair for pair in _persons(text) if pair[0] != pair[1]] == expected


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Đại sứ Hoa Kỳ tại Việt Nam Marc Knapper dự.", ["Marc Knapper"]),
        ("Tổng Thống Nga Vladimir Putin dự.", ["Vladimir Putin"]),
        ("Bộ trưởng Quốc phòng Lào Chansamone Chanyalath dự.", ["Chansamone Chanyalath"]),
        ("Bà Ursula von der Leyen và ông Ferdinand Marcos Jr. dự.",
         ["Ursula von der Leyen", "Ferdinand Marcos Jr."]),
        ("Trận thắng nhờ công của Howard Webb trên sân.", ["Howard Webb"]),
        ("Theo tin từ Quỹ Bill Smith, giá tăng.", []),
    ],
)  # fmt: skip
def test_names_of_other_languages(text: str, surfaces: list[str]) -> None:
    assert [surface for surface, _ in _persons(text)] == surfaces


def test_the_title_learns_from_the_text() -> None:
    assert _persons("Tổng thống Joe Biden ký luật.", "Biden ký luật mới") == [
        ("Biden", "Joe Biden"),
        ("Joe Biden", "Joe Biden"),
    ]


def test_a_doubled_syllable_is_kept_in_the_surface_only() -> None:
    text = "Bà Trần Thị Hoa Mai nói. Bà Trần Thị Hoa Mai Mai cười."
    assert _persons(text)[1] == ("Trần Thị Hoa Mai Mai", "Trần Thị Hoa Mai")


def test_capitals_are_settled_in_the_name() -> None:
    assert _persons("Tác giả: ông LÊ QUANG ĐẠO") == [("LÊ QUANG ĐẠO", "Lê Quang Đạo")]


@pytest.mark.parametrize(
    "text",
    [
        "Đường Võ Nguyên Giáp, phố Trần Phú, cầu Nguyễn Văn Trỗi đều tắc.",
        "Giải thưởng Hồ Chí Minh, tư tưởng Hồ Chí Minh, đường mòn Hồ Chí Minh.",
        "Thành phố Hồ Chí Minh mưa lớn, TP.HCM ngập.",
        "Huyện Mỹ Đức, quận Bắc Từ Liêm và Sơn Tây họp.",
        "Samaritan’s Purse cho biết đã tặng quà.",
        "Real Madrid thắng Bayern Munich; Microsoft Office ra bản mới.",
        "Chị T. và anh N.V.B. nói rõ sự việc.",
        "Trường Tiểu học Lê Văn Tám và Nhà hát Trần Hữu Trang mở cửa.",
        "Văn phòng ở số 12 Lê Duẩn, Hà Nội.",
        "Quan hệ Việt Nam - Lào và Mỹ Latinh tốt đẹp.",
    ],
)
def test_no_person(text: str) -> None:
    assert _persons(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chủ tịch nước Tô Lâm tiếp khách.", ["Tô Lâm"]),
        ("Thiếu tướng Vừ A Sính và bà H'Yim Kđoh dự.", ["Vừ A Sính", "H'Yim Kđoh"]),
        ("Thái tử Mohammed bin Salman đến Paris.", ["Mohammed bin Salman"]),
        ("Theo Petr Tsvetov, Chủ tịch hội, việc đã xong.", ["Petr Tsvetov"]),
        ("Bà Nguyễn Thị Ánh Viên - huấn luyện viên - có mặt.", ["Nguyễn Thị Ánh Viên"]),
        ("Nghệ sĩ nhân dân Trà Giang nhận giải.", ["Trà Giang"]),
        ("Đồng chí Nguyễn Đức Anh, Lê Thái Nga dự.", ["Nguyễn Đức Anh", "Lê Thái Nga"]),
        ("HLV Park Hang-seo và Kim Sang-sik đến.", ["Park Hang-seo", "Kim Sang-sik"]),
        ("Tổng thống Hàn Quốc Yoon Suk Yeol đến Hà Nội.", ["Yoon Suk Yeol"]),
    ],
)
def test_persons(text: str, names: list[str]) -> None:
    assert [name for _, name in _persons(text)] == names


def test_english_text() -> None:
    text = "President Joe Biden met Mr. Pham Minh Chinh. Biden thanked the Ministry of Health."
    names = [name for _, name in _persons(text, language="en")]
    assert names == ["Joe Biden", "Pham Minh Chinh", "Joe Biden"]
