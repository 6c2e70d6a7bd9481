"""Roles held in places or in no body at all: heads, envoys, ministers; English; former offices."""

import pytest
from role_telling import roles, stated


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Tổng thống {Pháp} [Anna] tới thăm", ["Anna: Tổng thống / -"]),
        ("Đại sứ {Lào} tại {Việt Nam} [Khăm] nói", ["Khăm: Đại sứ / -"]),
        ("Tổng Lãnh sự {Lào} tại {Đà Nẵng} [Khăm]", ["Khăm: Tổng Lãnh sự / -"]),
        ("ông [Nam], Đại sứ {Việt Nam} tại {Lào}, nói", ["Nam: Đại sứ / -"]),
        ("Đại sứ <Liên minh A> tại {Việt Nam} [Anna]", ["Anna: Đại sứ / Liên minh A"]),
        (
            "Bí thư, Tỉnh trưởng {tỉnh Hoa Nam} [Vương]",
            ["Vương: Bí thư / -", "Vương: Tỉnh trưởng / -"],
        ),
        ("Bí thư, Tỷ trưởng [Vương]", ["Vương: Bí thư / -", "Vương: Tỷ trưởng / -"]),
        (
            "Bí thư <Tỉnh ủy>, Tỉnh trưởng {tỉnh Hoa Nam} [Vương]",
            ["Vương: Bí thư / Tỉnh ủy", "Vương: Tỉnh trưởng / -"],
        ),
        ("Bí thư <Đảng ủy>, Giám đốc [Nam]", ["Nam: Bí thư / Đảng ủy", "Nam: Giám đốc / -"]),
        ("Thủ tướng [Minh] dự", ["Minh: Thủ tướng / -"]),
        ("Bộ trưởng Ngoại giao [Minh] nói", ["Minh: Bộ trưởng Ngoại giao / -"]),
        ("bộ trưởng ngoại giao [Minh]", ["Minh: Bộ trưởng ngoại giao / -"]),
        ("Bộ trưởng Công an [Minh]", ["Minh: Bộ trưởng Công an / -"]),
        ("Bộ trưởng Quốc phòng {Lào} [Khăm]", ["Khăm: Bộ trưởng Quốc phòng / -"]),
        (
            "Tổng thống {Pháp} [Anna], Bộ trưởng Ngoại giao {Lào} [Khăm]",
            ["Anna: Tổng thống / -", "Khăm: Bộ trưởng Ngoại giao / -"],
        ),
        ("Chủ tịch LĐBC [Nam] đồng ý", ["Nam: Chủ tịch / -"]),
        ("ông [Nam], Hạt trưởng, cho biết", ["Nam: Hạt trưởng / -"]),
        ("ông [Nam], Hạt trưởng và bà [Lan] ký", ["Nam: Hạt trưởng / -"]),
        ("ông [Nam], Trưởng công an phường nói", ["Nam: Trưởng Công an / -"]),
        ("ông [Nam] - Phó Trạm trưởng - nói", ["Nam: Phó Trạm trưởng / -"]),
        ("ông [Nam], Viện trưởng <Viện A>", ["Nam: Viện trưởng / Viện A"]),
        ("ông [Nam], Viện trưởng Viện Bê Xê, nói", ["Nam: Viện trưởng / -"]),
        ("ông [Nam], chủ tịch hội, nói", ["Nam: Chủ tịch / -"]),
        ("ông [Nam], 52 tuổi, Giám đốc <Sở B>, nói", ["Nam: Giám đốc / Sở B"]),
        ("HLV trưởng [Park] vui", ["Park: Huấn luyện viên trưởng / -"]),
        (
            "[Lan], Chủ tịch <Hội A>; [Hoa], Phó Chủ tịch <Hội B>",
            ["Lan: Chủ tịch / Hội A", "Hoa: Phó Chủ tịch / Hội B"],
        ),
        ("Foreign Minister [Bui Son] met him", ["Bui Son: Foreign Minister / -"]),
        ("Deputy Foreign Minister [Le Hang]", ["Le Hang: Deputy Foreign Minister / -"]),
        ("[Nga], chairman of the <Union A>, said", ["Nga: Chairman / Union A"]),
        ("Chairman of <Union A> [Nga]", ["Nga: Chairman / Union A"]),
        (
            "nguyên Bí thư <Tỉnh ủy>, nguyên Chủ tịch <Hội A> [Lan]",
            ["Lan: nguyên Bí thư / Tỉnh ủy", "Lan: nguyên Chủ tịch / Hội A"],
        ),
    ],
)
def test_an_office_without_a_known_body(marked: str, expected: list[str]) -> None:
    assert stated(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Tổng thống {Pháp} gặp [Anna]",
        "Tăng trưởng [Nam]",
        "ông [Nam], Chủ tịch, nói",
        "ông [Nam], chủ tịch phát biểu",
        "Bộ trưởng nói rằng [Nam] đúng",
        "Chủ tịch LĐBC chúc mừng [Nam]",
        "tướng [Nam]",
        "trợ lý HLV [Nam]",
        "phu quân Tổng thống {Pháp} [Nam]",
        "vợ Thủ tướng [Lan]",
    ],
)
def test_what_is_not_certain_gives_none(marked: str) -> None:
    assert stated(marked) == []


@pytest.mark.parametrize("word", ["nguyên", "cựu"])
def test_a_former_office_keeps_its_word_and_has_no_date(word: str) -> None:
    _, (role,) = roles(f"{word} Tổng thống {{Pháp}} [Anna]")
    assert (role.title, role.surface, role.as_of) == (f"{word} Tổng thống",) * 2 + (None,)
