"""Bodies of other countries: recognised whole, never linked to Viet Nam's of the same name."""

import pytest

from assets.entities.recognition import recognise
from assets.entities.records import Observation
from assets.reference.records import load_reference
from tests.entities.recognition_cases import article, compare, read

CASES = """
Ông [p:Lam Thiên Lập] là Chủ tịch [o:Chính phủ nhân dân Khu tự trị dân tộc Choang Quảng Tây] (Trung Quốc).
[o:Chính phủ Hoàng gia Campuchia=Chính phủ Campuchia] coi trọng quan hệ hai nước.
[o:Chính phủ liên bang Đức=Chính phủ Đức] họp; [o:Chính phủ bang Victoria] ra thông báo.
[o:Chính phủ Cộng hòa Hồi giáo Pakistan=Chính phủ Pakistan] gửi điện mừng.
[o:Ngân hàng Nhà nước Lào] cử đoàn sang học tập.
[o:Quân đội Nhân dân Lào=Quân đội nhân dân Lào] và [o:Quân đội Hoàng gia Campuchia] diễn tập.
Sau đó [o:Chính quyền tỉnh Kanagawa] và [o:Hội đồng tỉnh Gyeonggi] tổ chức lễ hội.
Đoàn gồm [o:Bộ Kinh tế và Thương mại Lào] và [o:Phòng Thương mại và Công nghiệp Thái Lan].
Theo [o:Viện Nghiên cứu Hòa bình và Xung đột Uppsala], chi tiêu tăng.
[o:Cơ quan Khí quyển, Địa vật lý và Thiên văn Philippines] cảnh báo bão.
[o:Đại học Ritsumeikan] và [o:Học viện Khoa học và Công nghệ Tiên tiến Nhật Bản] ([o:JAIST=?]) hợp tác.
[o:Ủy ban hỗn hợp Việt Nam - Campuchia] họp; [o:Tổ chức Children of Vietnam] tài trợ.
Hôm qua, [o:Đảng Đoàn kết và Phát triển] họp kín; [o:Công đoàn Lào] cử đại biểu.
[p:Nguyễn Văn An], Phó Chủ tịch [o:Liên hiệp các tổ chức hữu nghị tỉnh Nghệ An], nói vậy. Phó Chủ tịch [o:Liên hiệp=Liên hiệp các tổ chức hữu nghị tỉnh Nghệ An] [p:Đỗ Minh Đức] dự.
Thượng nghị sĩ [o:đảng Cộng hoà=Đảng Cộng hòa] [p:John Barker] nói ở Mỹ như vậy.
"""  # noqa: E501

LAO_ASSEMBLY = """Ngày 26/6, tại Viêng Chăn, Quốc hội Lào khai mạc kỳ họp thứ 9.
Chính phủ sẽ báo cáo Quốc hội về ngân sách. Bộ Tài chính trình dự luật thuế."""

MEETING = """Chủ tịch Quốc hội Trần Văn Mẫn hội đàm với Chủ tịch Quốc hội Lào Saysomphone Kommasith.
Đại biểu Quốc hội hai nước cùng dự. Chủ tịch Quốc hội Saysomphone Kommasith cảm ơn Việt Nam.
Về phía Lào có Bộ trưởng Bộ Công an Vilay Lakhamphong; về phía Việt Nam có Bộ trưởng Bộ Công an."""


def bodies(text: str, title: str | None = None) -> list[Observation]:
    found = recognise(article(text, title), load_reference())
    return [one for one in found if one.entity_type == "organisation"]


def links(text: str, surface: str) -> list[str]:
    """Return the id or the name that each mention of `surface` got, in reading order."""
    return [one.reference_id or one.name for one in bodies(text) if one.surface == surface]


@pytest.mark.parametrize("marked", CASES.strip().split("\n"))
def test_sentence(marked: str) -> None:
    text, expected = read(marked)
    assert compare(recognise(article(text), load_reference()), expected) == []


def test_an_article_of_another_country_speaks_of_its_bodies() -> None:
    found = {one.surface: one.name for one in bodies(LAO_ASSEMBLY)}
    assert found["Chính phủ"] == "Chính phủ Lào"
    assert found["Quốc hội"] == "Quốc hội Lào"
    assert found["Bộ Tài chính"] == "Bộ Tài chính Lào"
    assert not any(one.reference_id for one in bodies(LAO_ASSEMBLY))


def test_the_person_tells_whose_office_it_is() -> None:
    ours = "organisation:quoc-hoi"
    assert links(MEETING, "Quốc hội") == [ours, "Quốc hội Lào"]
    assert links(MEETING, "Bộ Công an") == ["Bộ Công an Lào", "organisation:bo-cong-an"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Xuất khẩu của Thái Lan giảm. Bộ Tài chính nước này lo ngại.", "Bộ Tài chính Thái Lan"),
        ("Iraq yên tĩnh, Quốc hội mới của Iraq đã họp.", "Quốc hội Iraq"),
        ("Ông Wang Min, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Ngoại giao Trung Quốc, nói vậy.",
         "Bộ Chính trị Đảng Cộng sản Trung Quốc"),
        ("Trung ương Đảng, Chính phủ Lào ghi nhớ công lao.",
         "Ban Chấp hành Trung ương Đảng Nhân dân Cách mạng Lào"),
    ],
)  # fmt: skip
def test_words_beside_a_body_tell_its_country(text: str, name: str) -> None:
    assert name in {one.name for one in bodies(text)}
    assert not any(one.reference_id for one in bodies(text) if one.name == name)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Dự lễ có lãnh đạo Bộ Y tế, Đại sứ quán Lào tại Việt Nam, Bộ Công an Lào.", "Bộ Y tế"),
        ("Dự có Thứ trưởng Bộ Tư pháp, Đại sứ Lào Khamphao Kommasith.", "Bộ Tư pháp"),
        ("Bộ Xây dựng nhận quà; Bộ Xây dựng Cuba dự lễ ở La Habana.", "Bộ Xây dựng"),
        ("Bộ Công Thương khuyến cáo doanh nghiệp xuất khẩu sang Mỹ.", "Bộ Công Thương"),
        ("Thứ trưởng Nguyễn Thị Lan tiếp khách. Bộ Giáo dục Hungary và Quỹ Tempus cấp học bổng ở"
         " Hungary. Bộ Giáo dục và Đào tạo cảm ơn.", "Bộ Giáo dục và Đào tạo"),
        ("Đại sứ Thái Lan chào Việt Nam. Thái Lan, Lào và Nga ủng hộ. Chính phủ cảm ơn.",
         "Chính phủ"),
    ],
)  # fmt: skip
def test_our_bodies_stay_ours_beside_others(text: str, surface: str) -> None:
    assert all(link.startswith("organisation:") for link in links(text, surface))
    assert links(text, surface)


def test_a_committee_abroad_is_none_of_our_province() -> None:
    text = (
        "Phó Chủ tịch UBND tỉnh Điện Biên tiếp đoàn tỉnh Phông Sa Lỳ do đồng chí Khăm Phởi Văn Na"
        " Xay, Bí thư Tỉnh ủy, Tỉnh trưởng, dẫn đầu. Bí thư Tỉnh ủy Trần Văn Bình cùng dự."
    )
    assert links(text, "Tỉnh ủy") == ["Tỉnh ủy Phông Sa Lỳ", "Tỉnh ủy Điện Biên"]


def test_a_party_name_is_that_of_the_country_spoken_of() -> None:
    text = "Tại Hàn Quốc, Đảng Dân chủ thắng cử."
    assert links(text, "Đảng Dân chủ") == ["Đảng Dân chủ Hàn Quốc"]
    assert links("Tại Mỹ, Đảng Dân chủ thắng cử.", "Đảng Dân chủ") == ["organisation:dang-dan-chu"]


def test_a_branch_is_not_its_firm() -> None:
    text = "Viettel Nghệ An và CDC Hà Nội phối hợp với Bệnh viện Đa khoa tỉnh ở Nghệ An."
    assert [(one.surface, one.reference_id) for one in bodies(text)] == [
        ("Viettel Nghệ An", None), ("CDC Hà Nội", None), ("Bệnh viện Đa khoa tỉnh", None),
    ]  # fmt: skip


def test_what_looks_like_a_newspaper_or_a_person_is_none() -> None:
    reference = load_reference()
    text = "Xã đã báo UBND huyện Năm Căn. Đại biểu Trần Văn Lâm (Đoàn Bắc Giang) hỏi về đất đai."
    found = [(o.entity_type, o.surface) for o in recognise(article(text), reference)]
    assert found == [
        ("organisation", "UBND huyện Năm Căn"), ("person", "Trần Văn Lâm"), ("place", "Bắc Giang"),
    ]  # fmt: skip


def test_sites_keep_their_number() -> None:
    text = "Nhà máy ở Khu công nghiệp Nhơn Trạch 5, tỉnh Đồng Nai."
    found = recognise(article(text), load_reference())
    assert found[0].surface == "Khu công nghiệp Nhơn Trạch 5"
