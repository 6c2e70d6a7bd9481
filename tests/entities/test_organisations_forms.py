"""Organisations' names that go on, stop, or are told by the text around them."""

import pytest

from assets.entities.recognition import recognise
from assets.reference.records import load_reference
from tests.entities.recognition_cases import article


def _found(text: str, kind: str, language: str = "vi") -> list[str]:
    found = recognise(article(text, None, language), load_reference())
    return [o.surface for o in found if o.entity_type == kind]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Công ty TNHH Hòa Bình Xanh ký hợp đồng.", ["Công ty TNHH Hòa Bình Xanh"]),
        ("Ông đến Công ty Đầu tư phát triển rừng ngập mặn Hoa Mai, rồi về.",
         ["Công ty Đầu tư phát triển rừng ngập mặn Hoa Mai"]),
        ("Vốn của Công ty Thực phẩm và dịch vụ tổng hợp (Bộ Thương mại) tăng.",
         ["Công ty Thực phẩm và dịch vụ tổng hợp", "Bộ Thương mại"]),
        ("Giám đốc Công ty Mía đường Trà Vinh nói.", ["Công ty Mía đường Trà Vinh"]),
        ("Hiệu trưởng Trường ĐH KHXH-NV nói.", ["Trường ĐH KHXH-NV"]),
        ("Đại diện Oxfam Việt Nam và WHO đến.", ["Oxfam Việt Nam", "WHO"]),
        ("Đại úy Lê Văn An, Trưởng Công an huyện Hà Trung, nói.", ["Công an huyện Hà Trung"]),
        ("Hôm qua, công an quận Hoàn Kiếm bắt hai người.", ["công an quận Hoàn Kiếm"]),
        ("Hôm qua, công an bắt hai người ở quận Hoàn Kiếm.", []),
        ("Bản án của TAND Tối cao tại TP HCM có hiệu lực.", ["TAND Tối cao tại TP HCM"]),
        ("Theo Cơ quan Theo dõi sự sống đại dương (CTSN), cá ít đi.",
         ["Cơ quan Theo dõi sự sống đại dương", "CTSN"]),
        ("Bà mua lại Telexa, một công ty ở Lào. Sau đó Telexa phá sản.", ["Telexa", "Telexa"]),
        ("Ông làm ở công ty Latexo. Theo Latexo, giá tăng.", ["công ty Latexo", "Latexo"]),
        ("Ông Nguyễn Ngọc Trường Sơn ghi bàn.", []),
        ("Bí thư Quận ủy Ba Đình Hoàng Minh Dũng dự.", ["Quận ủy Ba Đình"]),
        ("Giám đốc Công ty thiết kế đồ họa nói với Công ty Hoa Sen.", ["Công ty Hoa Sen"]),
    ],
)  # fmt: skip
def test_names_in_vietnamese(text: str, surfaces: list[str]) -> None:
    assert _found(text, "organisation") == surfaces


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("The Ministry of Foreign Affairs and the Vietnam Union of Friends met in Hanoi.",
         ["Ministry of Foreign Affairs", "Vietnam Union of Friends"]),
        ("The Ministry of Education and Training spoke to the University of Oxford.",
         ["Ministry of Education and Training", "University of Oxford"]),
        ("Samaritan's Purse gave rice.", ["Samaritan's Purse"]),
    ],
)  # fmt: skip
def test_names_in_english(text: str, surfaces: list[str]) -> None:
    assert _found(text, "organisation", "en") == surfaces


def test_vietnamese_names_without_marks_in_english() -> None:
    text = "Prime Minister Pham Minh Chinh met Ambassador to Vietnam Olivier Brochet."
    assert _found(text, "person", "en") == ["Pham Minh Chinh", "Olivier Brochet"]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Anh Lê Văn An ở Hào Mai, Đống Đa, Hà Nội.", ["Hào Mai", "Đống Đa", "Hà Nội"]),
        ("Ông dự họp HĐND TP. Ông Lê Văn An nói.", []),
        ("Chỉ số VN-Index tăng.", []),
        ("Với Hà Nội, việc này khó. Sân bay do Cambridge Silicon Radio thuê.", ["Hà Nội"]),
    ],
)
def test_places(text: str, surfaces: list[str]) -> None:
    assert _found(text, "place") == surfaces
