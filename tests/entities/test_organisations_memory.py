"""Organisations over a whole article: places from context, short forms, bare heads."""

import pytest

from assets.entities.recognition import recognise
from assets.entities.records import Observation
from assets.reference.records import load_reference
from tests.entities.recognition_cases import article


def _organisations(text: str, title: str | None = None) -> list[Observation]:
    found = recognise(article(text, title), load_reference())
    return [o for o in found if o.entity_type == "organisation"]


def _names(text: str, title: str | None = None) -> dict[str, str]:
    return {o.surface: o.name for o in _organisations(text, title)}


def test_a_city_left_out_is_that_of_the_sentence() -> None:
    names = _names(
        "Ở điểm cầu Hà Nội, đại biểu đã đến đủ. Tại điểm cầu Hải Phòng có Chủ tịch UBND thành phố."
    )
    assert names["UBND thành phố"] == "Ủy ban nhân dân thành phố Hải Phòng"


def test_a_province_left_out_is_that_of_the_article() -> None:
    names = _names("Nghệ An mở hội nghị.\nĐại diện Sở Ngoại vụ và UBND tỉnh cùng dự.")
    assert names["Sở Ngoại vụ"] == "Sở Ngoại vụ tỉnh Nghệ An"
    assert names["UBND tỉnh"] == "Ủy ban nhân dân tỉnh Nghệ An"


def test_a_province_that_is_not_told_is_not_guessed() -> None:
    assert _names("Hội nghị mở tại Nghệ An.\nỞ Hà Tĩnh mưa to.\nUBND tỉnh họp gấp.") == {
        "UBND tỉnh": "Ủy ban nhân dân tỉnh"
    }


def test_without_any_place_a_local_body_is_the_body_in_general() -> None:
    (found,) = _organisations("Trưởng ban Tổ chức Tỉnh ủy phát biểu.")
    assert (found.surface, found.name) == ("ban Tổ chức Tỉnh ủy", "Ban Tổ chức Tỉnh ủy")
    assert found.confidence == 0.5


def test_a_province_is_no_city() -> None:
    assert _names("Tại Nghệ An, UBND TP họp gấp.") == {"UBND TP": "Ủy ban nhân dân thành phố"}


def test_the_place_of_a_body_named_before() -> None:
    names = _names("Sở Y tế Cần Thơ cảnh báo dịch.\nTheo Sở Y tế, số ca tăng.")
    assert names["Sở Y tế"] == "Sở Y tế thành phố Cần Thơ"


def test_a_short_form_defined_in_the_text_holds_in_the_title_too() -> None:
    found = _organisations(
        "Liên hiệp các tổ chức hữu nghị thành phố Đà Nẵng (DAFO) họp.", "DAFO họp cuối năm"
    )
    name = "Liên hiệp các tổ chức hữu nghị thành phố Đà Nẵng"
    assert [(o.field, o.surface, o.name) for o in found] == [
        ("title", "DAFO", name),
        ("text", "Liên hiệp các tổ chức hữu nghị thành phố Đà Nẵng", name),
        ("text", "DAFO", name),
    ]
    assert [o.abbreviation for o in found] == [None, "DAFO", None]


def test_a_short_form_of_a_name_that_grammar_cannot_end() -> None:
    names = _names("Viện Nghiên cứu chữ viết cổ truyền (VNCT) mở cửa. VNCT đón khách.")
    assert names["VNCT"] == "Viện Nghiên cứu chữ viết cổ truyền"


def test_a_short_form_of_a_part_is_no_short_form_of_the_body() -> None:
    assert "BĐKT" not in _names("Trung tâm Bảo đảm kỹ thuật (BĐKT) nhận cờ.")


def test_a_text_may_define_a_known_short_form_otherwise() -> None:
    names = _names("Hiệp hội Vận tải Nghệ An (VNA) họp. Sau đó VNA ra thông báo.")
    assert names["VNA"] == "Hiệp hội Vận tải Nghệ An"


@pytest.mark.parametrize(
    ("text", "bare", "name"),
    [
        (
            "Liên hiệp các tổ chức hữu nghị TP Hà Nội họp. Hoạt động của Liên hiệp và các hội.",
            "Liên hiệp",
            "Liên hiệp các tổ chức hữu nghị thành phố Hà Nội",
        ),
        (
            "Ủy ban Trung ương MTTQ Việt Nam họp. Nhờ đó, Mặt trận đã mở rộng quan hệ.",
            "Mặt trận",
            "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        ),
        (
            "Đảng đoàn MTTQ Việt Nam làm việc với Ban Đối ngoại Trung ương. Sau đó Ban sẽ báo cáo.",
            "Ban",
            "Ban Đối ngoại Trung ương",
        ),
    ],
)
def test_a_bare_head_stands_for_the_body_before(text: str, bare: str, name: str) -> None:
    assert _names(text)[bare] == name


@pytest.mark.parametrize(
    "text",
    [
        "Mặt trận đã được củng cố.",
        "Hội nghị kết thúc. Ban ngày trời nắng.",
        "Trường hợp này hiếm. Bộ phận kỹ thuật đã đến.",
        "Các tổ chức, đoàn thể và các hội quần chúng tham gia.",
        "Lãnh đạo các sở, ban, ngành, đại sứ quán các nước và các trường đại học dự.",
        "UBND các tỉnh, thành phố báo cáo.",
        "Nhân viên công ty về quê. Báo cáo đã gửi.",
        "Hai nước ký hiệp định; Chính phủ hai nước cam kết.",
        "Các tổ chức phi chính phủ giúp dân.",
    ],
)
def test_no_organisation(text: str) -> None:
    assert _organisations(text) == []


def test_a_list_shares_its_place() -> None:
    names = _names("HĐND và UBND tỉnh Lào Cai họp; MTTQ Việt Nam tỉnh Lào Cai dự.")
    assert names["HĐND"] == "Hội đồng nhân dân tỉnh Lào Cai"


def test_a_body_abroad_stays_abroad() -> None:
    names = _names("Bộ Quốc phòng Mỹ bác tin. Theo Bộ Quốc phòng, vụ việc đang điều tra.")
    assert names["Bộ Quốc phòng"] == "Bộ Quốc phòng Mỹ"


def test_ids_of_reference_rows_only_for_certain() -> None:
    found = {o.surface: o for o in _organisations("Bộ Y tế và Sở Y tế Hà Nội, Công ty Minh Long.")}
    assert found["Bộ Y tế"].reference_id == "organisation:bo-y-te"
    assert found["Sở Y tế Hà Nội"].reference_id is None
    assert found["Sở Y tế Hà Nội"].place_id == "place:ha-noi"
    assert found["Công ty Minh Long"].confidence < found["Bộ Y tế"].confidence


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Giám đốc Công ty TNHH Minh Sáng (TPHCM) dự.", ["Công ty TNHH Minh Sáng"]),
        ("Tổng giám đốc Tổng công ty Nguyễn Hữu Bằng dự.", []),
        ("Siêu thị Công ty Nguyễn Kim mở cửa.", ["Công ty Nguyễn Kim"]),
        (
            "Trường Tiểu học An Hiệp mở. Ông Ngô Quang Trường đến.",
            ["Trường Tiểu học An Hiệp"],
        ),
        ("Cơ quan điều tra (CQĐT) mời người dân. CQĐT ghi lời khai.", []),
        ("Liên hệ banbientap@VnExpress.net hoặc VnExpress.net.", []),
        ("Các nghị quyết của Bộ Chính trị Tin tức", ["Bộ Chính trị"]),
        (
            "Nhận việc tại Sở Y tế thành phố Hồ Chí Minh Điều động",
            ["Sở Y tế thành phố Hồ Chí Minh"],
        ),
        ("Bệnh xá (Lữ đoàn 146, Vùng 4 Hải quân) mở.", ["Lữ đoàn 146", "Vùng 4 Hải quân"]),
        ("Thành lập Chi hội hữu nghị Việt - Nga.", ["Chi hội hữu nghị Việt - Nga"]),
        ("Tới nay có các chi hội hữu nghị Việt Nam - Lào, Việt Nam - Đức.", []),
        ("Tây Ban Nha tạt bóng; đội đoạt Cup UEFA.", []),
    ],
)
def test_traps(text: str, surfaces: list[str]) -> None:
    assert [o.surface for o in _organisations(text)] == surfaces
