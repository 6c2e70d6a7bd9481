"""Where an event was: datelines, halls, visits, and words that put nothing anywhere."""

import pytest
from event_telling import main_event, tell, words


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("({Huế}) - Ngày 14/9, <Hội Di sản> tổ chức hội thảo về nghề dệt.", "Huế"),
        ("{HUẾ} Hội chợ gốm khai mạc tối 14/9 giữa trời mưa.", "HUẾ"),
        ("{Huế}, 14/9 - <Hội Di sản> tổ chức hội thảo về nghề dệt.", "Huế"),
        ("{Huế} (TTXVN) - Ngày 14/9, [Lê Văn Bình] tiếp Đại sứ [Marek Nowicki].", "Huế"),
        ("{Huế} (<TTXVN>) Ngày 14/9, <Hội Di sản> tổ chức hội thảo về nghề dệt.", "Huế"),
        ("(<TTXVN>) - Ngày 14/9, <Hội Di sản> tổ chức hội thảo về nghề dệt.", None),
        ("{Huế} đón xuân. Ngày 14/9, <Hội Di sản> tổ chức hội thảo về nghề dệt.", None),
    ],
)
def test_dateline(sentence: str, place: str | None) -> None:
    article, event = main_event("Tin", sentence)
    assert words(article, event.place) == place


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        (
            "Ngày 14/9, {huyện Mai Hoa} tổ chức diễn tập phòng thủ.",
            "huyện Mai Hoa",
        ),
        (
            "Ngày 14/9, {huyện Mai Hoa} tổ chức diễn tập tại Lèn Hà.",
            None,
        ),
        (
            "Ngày 14/9, tại hồ Tịnh Tâm ({TP Huế}), <Hội Di sản> tổ chức lễ hội đèn.",
            "TP Huế",
        ),
        (
            "Ngày 14/9, tại Nghĩa trang [Ba Lòng], {xã Nậm Lì}, <Hội> tổ chức lễ dâng hương.",
            "xã Nậm Lì",
        ),
        (
            "Ngày 14/9, tại {Huế}, <Hội Di sản> tổ chức hội nghị, điểm cầu tại {Đà Nẵng}.",
            "Huế",
        ),
        (
            "Ngày 14/9, cố vấn của <JICA> tại {Việt Nam} dự hội thảo do <Hội Di sản> tổ chức.",
            None,
        ),
        (
            "Ngày 14/9, <Hội Di sản> khởi công <Nhà Văn hóa> tại {xã Nậm Lì}.",
            "xã Nậm Lì",
        ),
        (
            "Ngày 14/9, ông [Lê Văn Bình] đến thăm và làm việc tại {tỉnh Sông Hương}.",
            "tỉnh Sông Hương",
        ),
        ("Ngày 14/9, ông [Lê Văn Bình] thăm chính thức {Ba Lan}.", "Ba Lan"),
        ("Ngày 14/9, tại mỏ than {Khánh Hòa}, {xã Nậm Lì} xảy ra vụ tai nạn.", "xã Nậm Lì"),
        ("Ngày 14/9, ông [Lê Văn Bình] thăm, chúc Tết chùa Linh, {xã Nậm Lì}.", "xã Nậm Lì"),
        (
            "Ngày 14/9, ông [Lê Văn Bình] có cuộc gặp với Thống đốc {tỉnh Hoa Sơn} [Abe Ken]"
            " tại trụ sở chính quyền tỉnh.",
            "tỉnh Hoa Sơn",
        ),
        (
            "Ngày 14/9, tại Làng Văn hóa các dân tộc {Việt Nam} ({Sơn Tây}), <Hội> mở hội dệt,"
            " tổ chức ngày hội thêu.",
            "Sơn Tây",
        ),
        ("Tối 14/9, tại [Hồ Nước Ngọt], {TP Huế}, <Hội Di sản> mở hội chợ.", "TP Huế"),
        ("Ngày 14/9, <Hội> tổ chức lễ phát động ủng hộ dân sau vụ cháy tại {tỉnh Hoa Sơn}.", None),
        (
            "Sáng 14/9, tại Nghĩa trang {Việt} - {Lào}, {huyện Hoa Sơn}, <Hội> tổ chức lễ truy điệu"
            " và an táng người hy sinh tại {Lào}.",
            "huyện Hoa Sơn",
        ),
        ("Ngày 14/9, {huyện Mai Hoa} tổ chức hội thi dệt tại Quảng trường Tơ.", "huyện Mai Hoa"),
        ("Ngày 14/9, [Lê Văn Bình] làm việc với <Tổ chức Dệt> tại {Việt Nam}.", None),
        ("Ngày 14/9, tại Phủ, lễ đón Chủ tịch nước {Lào} diễn ra trọng thể.", None),
        (
            "Trong chuyến đi tại tỉnh, sáng 14/9, Đại sứ {Ba Lan} [Marek Nowicki] dự chương trình"
            " “Dệt và thêu” do <Hội> tổ chức.",
            None,
        ),
        ("Ngày 14/9, ông [Lê Văn Bình] bắt đầu chuyến thăm hữu nghị {TP Huế}.", "TP Huế"),
    ],
)
def test_place_in_the_sentence(sentence: str, place: str | None) -> None:
    article, event = main_event("Tin", sentence)
    assert words(article, event.place) == place


def test_opening_of_a_festival_and_the_festival_are_one() -> None:
    article, found = tell(
        "Ngày hội gốm",
        "Tối 14/9, tại {Huế} diễn ra Lễ khai mạc Ngày hội gốm lần thứ 5.",
        "Ngày hội gốm diễn ra từ ngày 14 đến 16/9.",
    )
    assert [(one.is_main, words(article, one.place)) for one in found] == [(True, "Huế")]
