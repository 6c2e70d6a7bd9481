"""Sentences with their persons and organisations marked, and the reading of that marking.

"[o:UBND TP Huế=Ủy ban nhân dân thành phố Huế]" is an organisation with its full name, "[p:Lan]" a
person; without "=" the name is the surface itself, with "=?" it is not checked. Sentences are
written for these tests.
"""

import re

from assets.entities.records import ArticleText, Field, Observation

_MARK = re.compile(r"\[([op]):([^\]=]+)(?:=([^\]]*))?\]")
_TYPES = {"o": "organisation", "p": "person"}

Expected = tuple[str, str, int, int, str | None]


def read(marked: str) -> tuple[str, list[Expected]]:
    """Return the plain text and the (type, surface, start, end, name) that are marked in it."""
    text = ""
    expected: list[Expected] = []
    last = 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        start = len(text)
        text += match[2]
        name = match[2] if match[3] is None else match[3]
        expected.append(
            (_TYPES[match[1]], match[2], start, len(text), None if name == "?" else name)
        )
        last = match.end()
    return text + marked[last:], expected


def article(text: str, title: str | None = None, language: str = "vi") -> ArticleText:
    lines = text.count("\n") + 1
    return ArticleText(
        "article", title, text, tuple(range(3, 3 + lines)), 1 if title else None, None, language,
        None,
    )  # fmt: skip


def compare(
    found: tuple[Observation, ...], expected: list[Expected], field: Field = "text"
) -> list[str]:
    """Return what is missing, superfluous or misnamed, one line each."""
    names = {
        (o.entity_type, o.surface, o.start_char, o.end_char): o.name
        for o in found
        if o.field == field and o.entity_type in _TYPES.values()
    }
    wanted = {item[:4]: item[4] for item in expected}
    faults = [f"missing {key}" for key in wanted if key not in names]
    faults += [f"superfluous {key} = {names[key]}" for key in names if key not in wanted]
    faults += [
        f"{key}: {names[key]!r} instead of {wanted[key]!r}"
        for key in wanted
        if key in names and wanted[key] is not None and names[key] != wanted[key]
    ]
    return faults


CASES = """
Sáng 3/5, [o:UBND TP Hà Nội=Ủy ban nhân dân thành phố Hà Nội] họp báo về quy hoạch.
Bí thư [o:Thành ủy Hải Phòng] [p:Lê Tiến Châu] tiếp đoàn đại biểu.
Chủ tịch [o:UBND tỉnh Bắc Ninh=Ủy ban nhân dân tỉnh Bắc Ninh] [p:Vương Quốc Tuấn] dự lễ khởi công.
Phó Chủ tịch Thường trực [o:Ủy ban MTTQ Việt Nam TP Đà Nẵng=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Đà Nẵng] [p:Trần Văn Minh] phát biểu.
[o:UBTƯ MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam] ra lời kêu gọi.
[o:Uỷ ban TW MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam] họp phiên thứ ba.
[o:Mặt trận Tổ quốc (MTTQ) Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam] phát động phong trào.
[o:Ủy ban nhân dân (UBND) huyện Hoài Đức=Ủy ban nhân dân huyện Hoài Đức] vừa có văn bản.
Đồng chí [p:Phùng Khánh Tài] - Phó Chủ tịch [o:Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam] chủ trì.
Bà [p:Phan Lan Tú], Chủ tịch [o:Hội hữu nghị Việt Nam - Ấn Độ thành phố Hà Nội], cho biết như vậy.
[o:Hội hữu nghị Việt Nam - Triều Tiên] tổ chức đại hội nhiệm kỳ mới.
[o:Hội hữu nghị Việt - Liên bang Nga tỉnh Nghệ An=Hội hữu nghị Việt Nam - Nga tỉnh Nghệ An] ra mắt.
Bộ trưởng [o:Bộ Nội vụ] [p:Phạm Thị Thanh Trà] và Chủ tịch [o:Hội Liên hiệp Phụ nữ Việt Nam] [p:Nguyễn Thị Tuyến] ký kết.
Chánh [o:Văn phòng UBND tỉnh Nghệ An=Văn phòng Ủy ban nhân dân tỉnh Nghệ An] họp báo.
[o:Cơ quan Cảnh sát điều tra Công an TP Hà Nội=Cơ quan Cảnh sát điều tra Công an thành phố Hà Nội] khởi tố vụ án.
[o:Ngân hàng Techcombank=Ngân hàng TMCP Kỹ thương Việt Nam] khai trương trụ sở.
Phó trưởng [o:ban Công tác đa phương Liên hiệp các tổ chức hữu nghị Việt Nam=Ban Công tác đa phương Liên hiệp các tổ chức hữu nghị Việt Nam] [p:Nguyễn Thị Thu] phát biểu.
[o:Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch TP Hà Nội=Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch thành phố Hà Nội] mời gọi.
[o:Viện Nghiên cứu Quản lý Kinh tế Trung ương] ([o:CIEM=Viện Nghiên cứu Quản lý Kinh tế Trung ương]) công bố báo cáo.
[o:Hội Hữu nghị Việt Nam - Lào tỉnh Sơn La] ra mắt ban chấp hành.
Các hội hữu nghị và các sở, ban, ngành cùng tham dự.
Đại diện đại sứ quán các nước dự buổi lễ.
[o:Đại sứ quán Hàn Quốc tại Việt Nam] trao học bổng cho sinh viên.
[o:Tổng Lãnh sự quán Nhật Bản tại Đà Nẵng] khai mạc triển lãm tranh.
[o:Bộ Ngoại giao Lào] ra thông cáo về chuyến thăm.
[o:Chính hiệp thành phố Thượng Hải] cử đoàn sang thăm.
Trưởng [o:ban Tổ chức Tỉnh ủy Nghệ An=Ban Tổ chức Tỉnh ủy Nghệ An] [p:Hoàng Nghĩa Hiếu] dự.
Trưởng [o:ban Đối ngoại Trung ương=Ban Đối ngoại Trung ương] [p:Lê Hoài Trung] tiếp đại sứ.
Phó Trưởng [o:ban Tuyên giáo Trung ương=Ban Tuyên giáo Trung ương] [p:Phan Xuân Thủy] phát biểu.
Thủ tướng [p:Phạm Minh Chính] chủ trì phiên họp của [o:Chính phủ].
Tổng Bí thư [p:Tô Lâm] thăm [o:Học viện Chính trị quốc gia Hồ Chí Minh].
Chủ tịch [p:Hồ Chí Minh] viết thư gửi thanh niên.
Cán bộ học tập tư tưởng Hồ Chí Minh tại Thành phố Hồ Chí Minh.
Xe chạy trên đường Trần Hưng Đạo rồi rẽ vào phố Lý Thường Kiệt.
Dự án cầu Trần Hưng Đạo được khởi công.
[o:Trường THPT Chu Văn An=Trường Trung học phổ thông Chu Văn An] đón nhận bằng khen.
[o:Quỹ học bổng Vừ A Dính] tặng quà học sinh vùng cao.
Bộ trưởng [o:Bộ Quốc phòng] [p:Phan Văn Giang] tiếp khách quốc tế.
Ông [p:Hầu A Lềnh] làm việc với [o:Ủy ban Dân tộc].
Tổng thống Nga [p:Vladimir Putin] điện đàm với Tổng thống Mỹ [p:Joe Biden].
Chủ tịch Trung Quốc [p:Tập Cận Bình] thăm Việt Nam.
Nhà lãnh đạo Triều Tiên [p:Kim Jong-un] gửi điện mừng.
Nguyên Tổng Thư ký [o:Liên hợp quốc] [p:Ban Ki-moon] phát biểu.
Cố vấn đặc biệt [o:Liên minh Nghị sĩ hữu nghị Nhật - Việt] [p:Takebe Tsutomu] đến Hà Nội.
PGS.TS. [p:Nguyễn Viết Thảo] trình bày tham luận.
Thiếu tướng [p:Đinh Văn Nơi], Giám đốc [o:Công an tỉnh Quảng Ninh], chỉ đạo phá án.
Nhân viên [o:Tổ chức Samaritan's Purse=Samaritan's Purse] tặng nhu yếu phẩm cho người dân.
[o:Sở Giáo dục và Đào tạo Nghệ An=Sở Giáo dục và Đào tạo tỉnh Nghệ An] công bố điểm chuẩn.
[o:Sở VH-TT&DL tỉnh Thanh Hóa=Sở Văn hóa, Thể thao và Du lịch tỉnh Thanh Hóa] kiểm tra lễ hội.
[o:Bộ GD-ĐT=Bộ Giáo dục và Đào tạo] và [o:Bộ Y tế] ban hành quy chế phối hợp.
[o:Bộ Nông nghiệp và Môi trường] cảnh báo mưa lũ.
[o:Liên đoàn Lao động (LĐLĐ) thành phố Hà Nội=Liên đoàn Lao động thành phố Hà Nội] tổng kết năm.
[o:Tổng Liên đoàn Lao động Việt Nam] tặng nhà cho công nhân.
[o:Hội LHPN tỉnh Lào Cai=Hội Liên hiệp Phụ nữ tỉnh Lào Cai] giúp hội viên làm kinh tế.
[o:Đoàn TNCS Hồ Chí Minh=Đoàn Thanh niên Cộng sản Hồ Chí Minh] kỷ niệm ngày thành lập.
[o:Hội Nông dân Việt Nam] và [o:Hội Cựu chiến binh Việt Nam] ký kết chương trình.
[o:Thông tấn xã Việt Nam] đưa tin về [o:Quốc hội].
[o:Ủy ban Thường vụ Quốc hội] cho ý kiến về dự án luật.
[o:Viện kiểm sát nhân dân tối cao] phê chuẩn quyết định khởi tố.
[o:TAND tỉnh Bình Định=Tòa án nhân dân tỉnh Bình Định] tuyên án sơ thẩm.
[o:Ngân hàng Nhà nước Việt Nam] giữ nguyên lãi suất.
[o:Công ty Cổ phần Sữa Việt Nam] (Vinamilk1) công bố kết quả.
[o:Tập đoàn Điện lực Việt Nam] ([o:EVN=Tập đoàn Điện lực Việt Nam]) khởi công nhà máy.
[o:Liên hiệp các tổ chức hữu nghị thành phố Hà Nội] ([o:HAUFO=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội]) họp. Chủ tịch [o:HAUFO=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội] kết luận.
[o:UNESCO=Tổ chức Giáo dục, Khoa học và Văn hóa Liên hợp quốc] công nhận di sản.
[o:Tổ chức Y tế Thế giới] ([o:WHO=Tổ chức Y tế Thế giới]) khuyến cáo tiêm phòng.
Các nước [o:ASEAN=Hiệp hội các quốc gia Đông Nam Á] và [o:EU=Liên minh châu Âu] họp tại Jakarta.
[o:Ngân hàng Thế giới] và [o:IMF=Quỹ Tiền tệ Quốc tế] dự báo tăng trưởng.
[o:Đại học Bách khoa Hà Nội] tuyển sinh năm nay.
[o:Trường Đại học Khoa học Tự nhiên] khai giảng năm học mới.
[o:Bệnh viện Bạch Mai] tiếp nhận ca cấp cứu.
[o:Trung tâm Nghiên cứu Môi trường] phối hợp điều tra.
[o:Quân khu 7] luyện tập phòng thủ.
[o:Vùng 2 Hải quân] giúp ngư dân.
Ông [p:Nguyễn Văn Doanh] dự hội thảo. Ông [p:Doanh=Nguyễn Văn Doanh] cho biết kết quả.
Ông [p:Trần Thanh Mẫn] dự. Bà [p:Lan] không đến.
[p:NGUYỄN VĂN HÙNG=Nguyễn Văn Hùng] và [p:Trần Thị Mai Anh] đoạt giải.
Bà [p:Nguyễn Thị Phương Hiền] phát biểu. Bà [p:Nguyễn Thị Phương Hiền Hiền=Nguyễn Thị Phương Hiền] khẳng định.
Ca sĩ [p:Mỹ Tâm] biểu diễn gây quỹ.
Đại sứ [p:Marc Knapper] thăm [o:Đại học Fulbright Việt Nam=Trường Đại học Fulbright Việt Nam].
Ông [p:Emmanuel Macron] tái đắc cử; ông [p:Macron=Emmanuel Macron] cảm ơn cử tri.
[p:Elon Musk], Giám đốc điều hành [o:Tesla], trả lời phỏng vấn.
Hội nghị triển khai nhiệm vụ diễn ra hôm qua, Ban hành quy định mới.
Bộ phim chiếu ở Hội An, Trường Sa và Ban Mê Thuột.
Từ năm ngoái, Tây Ban Nha tăng nhập khẩu gạo.
[o:Thành ủy=Thành ủy Hà Nội], [o:HĐND=Hội đồng nhân dân thành phố Hà Nội] và [o:UBND TP Hà Nội=Ủy ban nhân dân thành phố Hà Nội] phối hợp.
[o:Ban Thường trực Ủy ban MTTQ Việt Nam TP Huế=Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Huế] họp.
[o:Đảng ủy Công an Trung ương] ra nghị quyết.
[o:Ban Bí thư Trung ương Đảng] ban hành chỉ thị.
[o:Câu lạc bộ “Vì Hoàng Sa thân yêu”] quyên góp sách.
[o:Hội đồng Kinh tế - Xã hội và Môi trường Pháp] ký bản ghi nhớ.
[o:Mặt trận Lào xây dựng đất nước] cử đoàn đại biểu.
[o:Hiệp hội Doanh nghiệp Hàn Quốc tại Việt Nam] kiến nghị chính sách.
Giám đốc [o:Sở Y tế TP.HCM=Sở Y tế thành phố Hồ Chí Minh] [p:Tăng Chí Thượng] trả lời.
Bác sĩ [p:Nguyễn Trung Cấp], Phó Giám đốc [o:Bệnh viện Bệnh Nhiệt đới Trung ương], khuyến cáo.
Phóng viên [o:Báo Nhân Dân] phỏng vấn ông [p:Đặng Hoàng Giang].
Đội tuyển gặp khó vì anh [p:Võ Trường Đức] chấn thương.
Nhà ở số 154 Nguyễn Thái Học, Hà Nội đã xuống cấp.
[o:Ban Chấp hành Đảng bộ thành phố Hà Nội] họp phiên thường kỳ.
[o:Cục Cảnh sát giao thông Bộ Công an=Cục Cảnh sát giao thông] hướng dẫn thủ tục.
[o:Hội Chữ thập đỏ Việt Nam] kêu gọi ủng hộ, [o:Hội=Hội Chữ thập đỏ Việt Nam] sẽ trao quà tận tay.
"""  # noqa: E501
