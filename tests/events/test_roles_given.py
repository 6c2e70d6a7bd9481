"""Roles that a verb gives: "được bầu giữ chức …", "bổ nhiệm ông … làm …"."""

import pytest
from role_telling import stated


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Tại đại hội, bà [Lan] được bầu giữ chức vụ Chủ tịch <Hội A> khóa VI.",
            ["Lan: Chủ tịch / Hội A"],
        ),
        (
            "Thủ tướng bổ nhiệm ông [Nam] giữ chức Thứ trưởng <Bộ B>.",
            ["Nam: Thứ trưởng / Bộ B"],
        ),
        ("Hội nghị đã bầu ông [Nam] làm Chủ tịch <Hội A>.", ["Nam: Chủ tịch / Hội A"]),
        (
            "Bà [Lan] tiếp tục được tín nhiệm giữ chức vụ Chủ tịch <Hội A>.",
            ["Lan: Chủ tịch / Hội A"],
        ),
        ("Bà [Lan] tái đắc cử chức Chủ tịch <Hội A>.", ["Lan: Chủ tịch / Hội A"]),
        (
            "Ông [Nam] được bổ nhiệm ông [Bắc] giữ chức Giám đốc <Sở B>.",
            ["Bắc: Giám đốc / Sở B"],
        ),
        (
            "Ông [Nam] được bầu giữ chức Chủ tịch <Hội A>, ông [Bắc] được bầu giữ chức"
            " Phó Chủ tịch <Hội A>.",
            ["Nam: Chủ tịch / Hội A", "Bắc: Phó Chủ tịch / Hội A"],
        ),
        (
            "Tỉnh điều động ông [Nam], Giám đốc <Sở B>, giữ chức Bí thư <Huyện ủy>.",
            ["Nam: Giám đốc / Sở B", "Nam: Bí thư / Huyện ủy"],
        ),
    ],
)
def test_an_office_goes_to_the_one_person_it_fits(marked: str, expected: list[str]) -> None:
    assert stated(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Ông [Nam] thôi giữ chức Giám đốc <Sở B>.",
        "Dù ông [Nam] trúng cử làm Chủ tịch <Hội A>, mọi việc vẫn thế.",
        "Ông [Nam] từng giữ chức Giám đốc <Sở B>.",
        "Ông [Nam] sẽ giữ chức Giám đốc <Sở B>.",
        "Ông [Nam] được giới thiệu giữ chức Giám đốc <Sở B>.",
        "Năm 2010, ông [Nam] giữ chức Giám đốc <Sở B>.",
        "Bà [Lan] thay ông [Nam] giữ chức Giám đốc <Sở B>.",
        "Bà [Lan] và ông [Nam] giữ chức Phó Giám đốc <Sở B>.",
        "Bà [Lan] gặp ông [Nam] khi mới giữ chức Giám đốc <Sở B>.",
        "Ông [Nam] tới nước giữ chức Chủ tịch <Hội A>.",
        "Ông [Nam] tới dự. Người giữ chức Giám đốc <Sở B> vắng mặt.",
    ],
)
def test_an_office_left_refused_or_of_another_is_none(marked: str) -> None:
    assert stated(marked) == []
