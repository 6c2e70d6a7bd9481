"""Where the names of bodies end: neither cut in a word nor with a person, a number or a verb."""

import pytest

from assets.entities.recognition import recognise
from assets.reference.records import load_reference
from tests.entities.recognition_cases import article, compare, read
from tests.entities.test_organisations_abroad import links

CASES = """
Chủ tịch [o:Hiệp hội Doanh nghiệp tỉnh=?] [p:Lê Quốc Khánh] đề nghị gỡ vướng.
Phó Tổng cục trưởng phụ trách [o:Tổng cục Thủy lợi] [p:Phạm Hoài Nam] báo cáo.
[o:Hội Liên hiệp Phụ nữ=Hội Liên hiệp Phụ nữ Việt Nam] 6 tỉnh miền núi giao ban.
Quà đến với [o:Trường THPT chuyên Lê Khiết=Trường Trung học phổ thông chuyên Lê Khiết] 50 máy tính.
[o:Tòa án nhân dân khu vực 3 - Nghệ An] và [o:Viện Kiểm sát nhân dân khu vực 3] mở phiên tòa.
[o:Chi cục Kiểm lâm vùng II] và [o:Kho bạc Nhà nước khu vực XI] phối hợp.
[o:Trường Tiểu học số 1 Nam Lý] và [o:Bệnh viện Dã chiến cấp 2 số 6] tập huấn.
[o:Ban Chỉ đạo 389 tỉnh Kiên Giang] tổng kết.
[o:Tổ chức Bàn tay Nhân ái Hàn Quốc] và [o:Quỹ Vì tầm vóc Việt] trao học bổng.
[o:Hội Phụ nữ Campuchia vì Hòa bình và Phát triển] cử đoàn sang học tập.
[o:Văn phòng Ngoại sự Chính quyền nhân dân tỉnh Vân Nam] gửi thư mời.
Hôm qua [o:Trung tâm Văn hóa Swami Vivekananda] tổ chức Ngày Quốc tế Yoga.
[o:Cục Phòng, chống tệ nạn xã hội] tập huấn cho cán bộ.
[o:Công ty Cổ phần Thành Công - Biên Hòa], [o:Công ty Kwong Lung - Meko] dự hội chợ.
[o:Hội Sinh viên Việt Nam tỉnh Thái Nguyên=Hội Sinh viên tỉnh Thái Nguyên] ra quân.
[o:VCCI Cần Thơ] và [o:Hội đồng thành phố Cheongju] ký kết.
[o:Phái đoàn thường trực Việt Nam tại Liên Hợp Quốc=?] họp báo.
[o:Ban Liên lạc Cựu chiến sĩ tình nguyện Việt Nam tại Lào] gặp mặt.
Tổng giám đốc [o:Quỹ Norwegian Relief Aid] [p:Martin Stoa] phát biểu.
[o:Bộ Các vấn đề toàn cầu Canada] tài trợ; [o:Bệnh viện Nhi đồng Thành phố=?] tiếp nhận.
Ông [p:Lê Quang Hòa], Trưởng [o:Văn phòng Luật sư Chính Pháp], phân tích.
[o:Đại học Rennes 1] và [o:Trường THCS & THPT Vân Hồ=?] giao lưu.
[o:Công ty TNHH Dinh dưỡng 3A=?] và [o:Economica Vietnam] đồng hành.
Phó Bí thư Đoàn Thanh niên Ty Công an tỉnh phát biểu.
[o:Hội Người cao tuổi=?] phối hợp với [o:Hội Nạn nhân chất độc da cam=?] ủng hộ.
Hai bên lập Ban Nghiên cứu hiệp định thương mại tự do.
[o:Hội Bảo vệ quyền lợi người tiêu dùng tỉnh Bến Tre] khuyến cáo.
[o:Hội hữu nghị và hợp tác Việt Nam - Bulgaria] họp; [o:Tổng cục Thuế] góp ý.
[o:Ban Quản lý các khu du lịch tỉnh=?] và [o:Chi cục Biển và Hải đảo] ra quân.
"""


@pytest.mark.parametrize("marked", CASES.strip().split("\n"))
def test_sentence(marked: str) -> None:
    text, expected = read(marked)
    assert compare(recognise(article(text), load_reference()), expected) == []


def test_the_article_tells_whose_house_of_parliament_is_meant() -> None:
    text = "Ngày 3/7, Thượng viện Ba Lan họp. Hạ viện bỏ phiếu thuận, Thượng viện sửa hai điều."
    assert links(text, "Hạ viện") == ["Hạ viện Ba Lan"]
    assert links(text, "Thượng viện") == ["Thượng viện Ba Lan"]
    assert links("Hạ viện bỏ phiếu thuận, Thượng viện sửa hai điều.", "Hạ viện") == []


def test_a_body_abroad_deals_with_ours() -> None:
    text = "Đoàn Thanh tra Chính phủ Lào ngày 3/4 làm việc với Thanh tra Chính phủ."
    assert links(text, "Thanh tra Chính phủ") == ["organisation:thanh-tra-chinh-phu"]


def test_a_bare_ministry_is_not_guessed_between_two_countries() -> None:
    text = "Bộ Công Thương đón khách. Bộ Thương mại Hoa Kỳ sẽ họp với Bộ vào tháng tới."
    assert links(text, "Bộ") == []


def test_the_sentence_tells_whose_chairman_is_meant() -> None:
    first = "Hội Cựu chiến binh Campuchia mở tiệc. "
    second = "Đoàn Hội Cựu chiến binh Việt Nam do ông Bế Xuân Lâm, Chủ tịch Hội dẫn đầu."
    assert links(first + second, "Hội") == ["organisation:hoi-cuu-chien-binh-viet-nam"]
