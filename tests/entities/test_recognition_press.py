"""How today's press names persons and bodies: offices in lists, parts of bodies, firms, initials.

Sentences are written for these tests; each group shows a rule, with a case where it must not hold.
"""

import pytest

from assets.entities.places.finding import find_places
from assets.entities.recognition import recognise
from assets.reference.records import load_reference
from tests.entities.recognition_cases import article, compare, read

_PARTS_OF_BODIES = """
Chủ tịch [o:Ủy ban Quốc gia UNESCO Việt Nam=?] phát biểu.
Phó Thủ tướng [o:Chính phủ nước CHDCND Lào=Chính phủ Lào] sang thăm.
Hai nước: [o:Chính phủ CHXHCN Việt Nam=Chính phủ] ký văn bản.
Bí thư [o:Ban Bí thư Trung ương Đảng Cộng sản Trung Quốc=?] tiếp khách.
Trưởng [o:ban Đối ngoại Trung ương Đảng Nhân dân Cách mạng Lào=?] nói.
Đồng chí là Thường trực [o:Ban Bí thư Trung ương Đảng=?].
Việc này giao [o:Thường trực Tỉnh ủy=?].
[o:Phòng Cảnh sát điều tra tội phạm về trật tự xã hội - Công an tỉnh Hà Nam=?] vào cuộc.
[o:Cơ quan điều tra Công an huyện Mê Linh=?] và [o:cơ quan điều tra công an tỉnh Hà Nam=?] họp.
Ông rời [o:Ban Đối ngoại Trung ương Đảng Cộng sản Việt Nam=?] năm ngoái.
Chị gửi đơn tới [o:Tòa phúc thẩm TAND Tối cao tại Đà Nẵng=?].
Phó Bí thư [o:tỉnh ủy=Tỉnh ủy] nói với các bí thư tỉnh, huyện.
"""
_TITLES = """
Phó Chủ tịch Thường trực [o:HĐND tỉnh=?] [p:Đinh Công Lợi] dự.
Trưởng [o:Đoàn ĐBQH tỉnh=?] [p:Cao Hữu Đạt] nói.
[p:Lê Hữu Nam] - Tỉnh ủy viên, và [p:Phan Văn Bắc], Thành ủy viên, cùng dự.
Đại hội đại biểu toàn quốc [o:Hội hữu nghị Việt Nam - Cuba=?] bế mạc.
"""
_FIELDS = """
Bộ trưởng [o:Bộ KH và ĐT=Bộ Kế hoạch và Đầu tư] và [o:Bộ NN và PTNT=?] họp.
[o:Cục Cảnh sát điều tra=?], [o:Cục Thuế=?] và [o:Cục Quản lý giám sát=?].
[o:Ban chỉ đạo phòng chống dịch gia cầm tỉnh=?] họp.
[o:Ban Chỉ đạo công tác dân vận=?] về làng.
"""
_FIRMS = """
Giám đốc [o:công ty TNHH thương mại dịch vụ bảo vệ Long Vân=?] [p:Vũ Đại Lương] nói.
[o:Công ty giày Hùng Thịnh=?] nợ lương, [o:công ty bảo hiểm Minh Long=?] trả thay.
[o:Tập đoàn Tài chính Dorana=?] vay vốn. Theo [o:Dorana=?], lãi giảm.
[o:Công ty viễn thông quốc tế=?] ([o:Vitelmont=?]) có mạng mới.
Giám đốc [o:KDTC=?] từ chức, [o:KDTC=?] chưa trả lời.
[o:GKX Việt Nam=?] mua máy bay Boeing 777 và điện thoại Samsung Galaxy.
Văn phòng ở Vietcombank Tower.
[o:Agribank chi nhánh Hà Nội=?] mở cửa.
PV [o:Thanh Niên=Báo Thanh Niên] hỏi thanh niên thủ đô.
"""
_PERSONS = """
Anh [p:Nguyễn Văn T.] (SN 1990) gặp bà [p:Lê Thị H.] hôm qua.
Đối tượng [p:K.H. Lan] khai nhận, ảnh: K.H Lan man.
[p:Choi Man-soo], một phát ngôn viên, từ chối trả lời.
[p:Yukio Morita], 39 tuổi, và [p:Alban Rivier] (quốc tịch Pháp) bị phạt.
[p:Danis], một thương nhân, kể chuyện. Bạn của [p:Danis] cười.
Khách đến đền Bà Chúa Kho, chùa Bà Thiên Hậu.
Bà Trường Thị Mơ bán hàng ở Trường Sa.
Ông [p:Bradford Philips] mua tivi [o:Philips=?].
"""
_ENGLISH = """
Chairman of the [o:People's Committee of Ho Chi Minh City=?] [p:Phan Van Loc=?] spoke.
The 7th National Congress of the [o:Hanoi Youth Union=?] opened.
[o:Asian Development Bank=?] President [p:Robert Keller] spoke.
The [o:Japan - Vietnam Friendship Association=?] met.
[o:Samaritan's Purse=?] sent doctors.
"""


def _sentences(*groups: str) -> list[str]:
    return [line for group in groups for line in group.strip().split("\n")]


@pytest.mark.parametrize("marked", _sentences(_PARTS_OF_BODIES, _TITLES, _FIELDS, _FIRMS, _PERSONS))
def test_sentence(marked: str) -> None:
    text, expected = read(marked)
    assert compare(recognise(article(text), load_reference()), expected) == []


@pytest.mark.parametrize("marked", _sentences(_ENGLISH))
def test_english_sentence(marked: str) -> None:
    text, expected = read(marked)
    found = recognise(article(text, language="en"), load_reference())
    assert compare(found, expected) == []


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Lính Nhật và quan chức Hàn rời đi.", ["Nhật", "Hàn"]),
        ("Mỹ và Nhật nhất trí.", ["Mỹ", "Nhật"]),
        ("Người Việt thích phố cổ.", []),
        ("Nhà ở đường Hoàng Sa, phố Hà Giang, đường phố Naples.", ["Naples"]),
        ("Chuyến bay VN 324 theo VOV.VN về VN.", ["VN"]),
        ("Khu căn hộ Saigon Pearl ở Saigon.", ["Saigon"]),
        ("Bà sống ở thôn Cô Mễ, xã Vũ Ninh.", ["thôn Cô Mễ", "xã Vũ Ninh"]),
    ],
)
def test_places(text: str, surfaces: list[str]) -> None:
    assert [place.surface for place in find_places(article(text), load_reference())] == surfaces
