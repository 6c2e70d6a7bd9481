"""Where names of organisations and persons begin and end, in Vietnamese and English text."""

import pytest

from assets.entities.recognition import recognise
from assets.reference.records import load_reference
from tests.entities.recognition_cases import article, compare, read

VIETNAMESE = """
[o:Thương vụ Việt Nam tại Nhật Bản] cho biết.
[o:Cơ quan Đại diện Thường trực Việt Nam tại Thụy Sĩ=?] tổ chức gặp mặt.
[o:Hội Người Việt Nam tại Nhật Bản] gặp mặt.
Ông [p:Lê Văn An], Phó Trưởng [o:Cơ quan đại diện Việt Nam tại Thụy Sĩ], cảm ơn.
Ông [p:Lê Văn An], Trưởng phòng [o:Phòng Hợp tác quốc tế], nói.
Ông [p:Lê Văn An], Trưởng [o:Khoa Luật], và bà [p:Vũ Thị Lan], Trưởng [o:Ban Chỉ đạo 35], dự.
[o:Ban Chỉ đạo 389 quốc gia] họp tại Hà Nội.
[o:Trung tâm Dịch vụ, Hỗ trợ sinh viên và Quan hệ doanh nghiệp] khai trương.
[o:Viện Nghiên cứu và Đào tạo trực tuyến] tuyển sinh.
Bà [p:Marie Dupont], Giám đốc [o:Văn phòng UNESCO tại Hà Nội=?], phát biểu.
Bộ trưởng [o:Bộ Ngoại giao] [p:Saleumxay Kommasith] phát biểu.
Bà [p:Lê Thị Hoa], Ủy viên [o:Ban Thường vụ=Ban Thường vụ Hội Nhà báo Việt Nam], Tổng Thư ký [o:Hội Nhà báo Việt Nam], nói.
Bà [p:Lê Thị Hoa], Ủy viên [o:Ban Thường vụ=Ban Thường vụ Tỉnh ủy Lâm Đồng], Trưởng [o:Ban Nội chính Tỉnh ủy Lâm Đồng], nói.
Bà [p:Lê Thị Hoa], Bí thư [o:Tỉnh đoàn Lâm Đồng=?], giới thiệu Phó Bí thư [o:Tỉnh đoàn=?] [p:Vũ Văn Nam].
Bà [p:Lê Thị Hoa], Ủy viên Ban Thường vụ, Phó Chủ tịch [o:HĐND tỉnh Lâm Đồng=?], nói.
Đồng chí [p:Khăm Phai Xay Nha Sỏn] tiếp đoàn.
Bà [p:Winnie Wong], Giám đốc quốc gia [o:Vistacard] tại Việt Nam, phát biểu.
[o:Đại sứ quán nước Cộng hòa Dân chủ Nhân dân Lào tại Việt Nam=?] tiếp khách.
Sinh viên [o:Trường Đại học Kinh tế - Đại học Quốc gia Hà Nội=?] tham gia.
[o:Trường Đại học Bách khoa - Đại học Đà Nẵng=?] nhận bằng khen.
[o:Vụ Đông Bắc Á] và [o:Ban Châu Á] phối hợp; [o:Vụ Châu Á - Phi] dự.
[o:Huyện ủy Xín Mần] họp. Bí thư [o:Huyện ủy Sốp Cộp] [p:Vì Thị Hoa] dự.
[o:Ban Quản lý Khu kinh tế Nghi Sơn] họp.
[o:Ban Quản lý Khu công nghệ cao Hòa Lạc] họp.
[o:Công ty Phát triển khu công nghiệp Biên Hòa] họp.
[o:Viện Nghiên cứu chính sách và phát triển bền vững] ([o:IPSD=Viện Nghiên cứu chính sách và phát triển bền vững]) ra mắt.
Phiên chất vấn tại nghị trường [o:Quốc hội] diễn ra sôi nổi.
Khách mời ngồi kín hội trường [o:Bộ Quốc phòng].
Quan hệ hai Đảng Việt Nam - Lào ngày càng bền chặt.
Đồng chí [p:Nguyễn Phẩm Thạnh Lộc] và bà [p:Trần Thị Yo Linh] dự.
[p:Vừ A Dính] sinh ra ở Điện Biên. [p:Giàng Seo Phử] kể lại. Ông [p:Phử=Giàng Seo Phử] nói thêm.
Tham dự có các đồng chí: [p:H'Yim Kđoh], Phó Chủ tịch; [p:Y Thanh Hà Niê Kđăm], Bí thư.
Theo [p:K'sor Phước], bà con rất mừng. Ông [p:Phước=K'sor Phước] nói thêm.
Thị trưởng thành phố Busan [p:Park Heong-joon] chia sẻ.
Bà [p:Nguyễn Phương Chi] dự họp. Bà [p:Phương Chi=Nguyễn Phương Chi] nói.
Bà [p:Phương Chi] hát rất hay.
Ông [p:Marcus Lindgren] đến Hà Nội. Ông [p:Lindgren=Marcus Lindgren] nói tiếng Việt.
Ông [p:Kim Yong-nam]; bà [p:Anna Schmidt]; ông [p:Luis Alberto Perez] dự lễ.
"""  # noqa: E501

ENGLISH = """
President of the [o:Vietnam-Laos Friendship Association] [p:Nguyen Van Nam] spoke at the event.
[p:Tran Thi Lan Anh], Vice Chairwoman of the [o:Vietnam Women's Union=?], said so.
The [o:Vietnam Fatherland Front (VFF) Central Committee=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam] held a meeting in Hue.
The [o:Saigon Youth Union (SYU) Central Committee=?] held a meeting.
The [o:Rosa Luxemburg Foundation], the [o:Centre for Peace Studies] and the [o:Asia Center] took part.
Party General Secretary [p:To Lam] received Lao President [p:Thongloun Sisoulith] in Hanoi.
Ambassador [p:Pham Viet Hung] hosted Mr [p:John Smith] of the [o:Ford Foundation].
Deputy Minister of Foreign Affairs [p:Do Hung Viet] told reporters.
Secretary of the [o:Hanoi Party Committee] [p:Bui Thi Minh Hoai] visited the village.
Deputy head [p:Nguyen Duc Thang] of the [o:External Relations Department] attended.
The [o:University of Languages and International Studies] and the [o:Hanoi University=?] signed a deal.
The [o:Cuban Institute of Friendship with the Peoples] ([o:ICAPX=Cuban Institute of Friendship with the Peoples]) met. Staff of [o:ICAPX=Cuban Institute of Friendship with the Peoples] came.
Ban on smoking starts today. Her mother said the man may go to the market in May.
"""  # noqa: E501


@pytest.mark.parametrize("marked", VIETNAMESE.strip().split("\n"))
def test_vietnamese_sentence(marked: str) -> None:
    text, expected = read(marked)
    assert compare(recognise(article(text), load_reference()), expected) == []


@pytest.mark.parametrize("marked", ENGLISH.strip().split("\n"))
def test_english_sentence(marked: str) -> None:
    text, expected = read(marked)
    found = recognise(article(text, language="en"), load_reference())
    assert compare(found, expected) == []


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Đoàn thăm Cửa khẩu quốc tế Mộc Bài, cửa khẩu Hữu Nghị, Khu công nghệ cao Hòa Lạc.", "vi",
         ["Cửa khẩu quốc tế Mộc Bài", "cửa khẩu Hữu Nghị", "Khu công nghệ cao Hòa Lạc"]),
        ("Bà con bản Nà Sàng vui; ông ở bản Huồi Giảng 1, xã Tây Sơn.", "vi",
         ["bản Nà Sàng", "bản Huồi Giảng 1", "xã Tây Sơn"]),
        ("Đây là bản Tuyên ngôn Độc lập. Xe đi Quốc lộ 6.", "vi", []),
        ("Mưa lớn ở các khu công nghiệp Bắc Ninh.", "vi", ["Bắc Ninh"]),
        ("Ông ở thị trấn Saint-Denis và thành phố Novi Sad.", "vi",
         ["thị trấn Saint-Denis", "thành phố Novi Sad"]),
        ("The train left Hue for Da Nang and Hanoi.", "en", ["Hue", "Da Nang", "Hanoi"]),
    ],
)  # fmt: skip
def test_places(text: str, language: str, places: list[str]) -> None:
    found = recognise(article(text, language=language), load_reference())
    assert [o.surface for o in found if o.entity_type == "place"] == places
