"""Roles beside names: which title in which body, and what is left out.

In the sentences a person stands in [square brackets], an organisation in <angle brackets>, a place
in {braces}.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from role_telling import PUBLISHED, read, roles, stated


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Chủ tịch <HAUFO> [Lan] nói", ["Lan: Chủ tịch / HAUFO"]),
        (
            "Phó Chủ tịch Thường trực <Hội A> [Lan Anh]",
            ["Lan Anh: Phó Chủ tịch Thường trực / Hội A"],
        ),
        (
            "Ủy viên <Trung ương Đảng>, Phó Bí thư <Thành ủy> [Hoa]",
            ["Hoa: Ủy viên / Trung ương Đảng", "Hoa: Phó Bí thư / Thành ủy"],
        ),
        ("Trưởng <ban Đối ngoại> [Bình]", ["Bình: Trưởng ban / ban Đối ngoại"]),
        ("Trưởng <Công an xã A> [Bình]", ["Bình: Trưởng Công an / Công an xã A"]),
        ("ông [Bình], Trưởng <Công an xã A>", ["Bình: Trưởng Công an / Công an xã A"]),
        ("Giám đốc <Công ty Khí đốt> <Gia Gas> [Bình]", ["Bình: Giám đốc / Công ty Khí đốt"]),
        ("Chủ tịch <Hội A> (<HA>) [Bình]", ["Bình: Chủ tịch / Hội A"]),
        (
            "ông [Bình], Chủ tịch <Hội A> (HA), Bí thư <Đảng ủy>.",
            ["Bình: Chủ tịch / Hội A", "Bình: Bí thư / Đảng ủy"],
        ),
        ("Chủ tịch <Hội A> {tỉnh B} [Bình]", ["Bình: Chủ tịch / Hội A"]),
        ("Phó trưởng <ban Tổ chức> [Bình]", ["Bình: Phó Trưởng ban / ban Tổ chức"]),
        (
            "Phó Chủ tịch - Tổng Thư ký <Hội A> [Lềnh]",
            ["Lềnh: Phó Chủ tịch / Hội A", "Lềnh: Tổng Thư ký / Hội A"],
        ),
        ("Chủ tịch <Hội A> - [Thành]", ["Thành: Chủ tịch / Hội A"]),
        ("Chủ tịch <Hội A>, bà [Hoa]", ["Hoa: Chủ tịch / Hội A"]),
        ("Chủ tịch <Hội A>, PGS.TS [Thảo]", ["Thảo: Chủ tịch / Hội A"]),
        ("Thiếu tướng [Hải], Giám đốc <Công an A>", ["Hải: Giám đốc / Công an A"]),
        ("bà [Lan], Chủ tịch <Hội A>, nói", ["Lan: Chủ tịch / Hội A"]),
        ("[Lan] - Phó Chủ tịch <Hội A>", ["Lan: Phó Chủ tịch / Hội A"]),
        ("ông [Nam] (Giám đốc <Sở B>)", ["Nam: Giám đốc / Sở B"]),
        ("ông [Nam] hiện là Giám đốc <Sở B>", ["Nam: Giám đốc / Sở B"]),
        (
            "bà [Lan], Ủy viên <Ban Thường vụ>, Chủ tịch <Hội A> được bầu",
            ["Lan: Ủy viên / Ban Thường vụ", "Lan: Chủ tịch / Hội A"],
        ),
        ("Thủ tướng [Minh]", ["Minh: Thủ tướng / -"]),
        ("Thủ tướng <Chính phủ> [Minh]", ["Minh: Thủ tướng / Chính phủ"]),
        ("nguyên Chủ tịch <Hội A> [Lan]", ["Lan: nguyên Chủ tịch / Hội A"]),
        (
            "Chủ tịch <Hội A> [Lan]; Phó Chủ tịch <Hội B> [Hoa]",
            ["Lan: Chủ tịch / Hội A", "Hoa: Phó Chủ tịch / Hội B"],
        ),
        (
            "Chủ tịch <Hội A> [Lan], Phó Chủ tịch <Hội B> [Hoa]",
            ["Lan: Chủ tịch / Hội A", "Hoa: Phó Chủ tịch / Hội B"],
        ),
        ("Phó Chủ tịch phụ trách <Hội A> [Lan]", ["Lan: Phó Chủ tịch phụ trách / Hội A"]),
    ],
)
def test_titles_beside_a_name(marked: str, expected: list[str]) -> None:
    assert stated(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Chủ tịch [Mẫn] nói",
        "Chủ tịch <Hội A> nhấn mạnh, [Lan] đồng ý",
        "các Phó Chủ tịch <Hội A> [Lan]",
        "<Hội A> [Lan]",
        "[Lan] gặp Chủ tịch <Hội A>",
        "Là đối tác của Thủ tướng, ông [Nam] được mời",
        "Sau khi gặp Chủ tịch <Hội A>, bà [Lan] ra về",
        "Chủ tịch <Hội A> (thay bà [Hoa]) [Lan]",
        "[Lan]; Chủ tịch <Hội A> vắng mặt",
        "[Lan] và Chủ tịch <Hội A>",
        "Chủ tịch <Hội A>. [Lan] đến sau",
    ],
)
def test_no_role(marked: str) -> None:
    assert stated(marked) == []


def test_a_list_between_two_names_gives_only_what_is_certain() -> None:
    assert stated("bà [Lan], Chủ tịch <Hội A>, Bí thư <Thành ủy> [Hoa]") == [
        "Hoa: Bí thư / Thành ủy"
    ]


def test_titles_behind_each_name_of_a_list_are_not_those_of_the_next() -> None:
    assert stated("ông [Kỷ] - Giám đốc <Sở B>, PGS.TS [Hảo] - Chủ tịch <Hội A>, bà [Hoa]") == [
        "Kỷ: Giám đốc / Sở B",
        "Hảo: Chủ tịch / Hội A",
    ]


def test_those_who_speak_for_a_body_are_not_the_next_person_of_the_list() -> None:
    assert stated("Đại diện <Sở B>, Chủ tịch <Hội A> [Lan]") == ["Lan: Chủ tịch / Hội A"]


def test_a_former_office_has_no_date_and_others_that_of_the_article() -> None:
    _, (former,) = roles("cựu Chủ tịch <Hội A> [Lan]")
    _, (present,) = roles("Chủ tịch <Hội A> [Lan]")
    assert (former.as_of, former.title, former.surface) == (
        None,
        "cựu Chủ tịch",
        "cựu Chủ tịch",
    )
    assert (present.as_of, present.line_no) == (PUBLISHED, 3)


PARTS = [
    "{Lào}",
    " giữ chức ",
    " tại ",
    "Bộ trưởng ",
    "Chủ tịch ",
    "<Hội A>",
    "<ban B>",
    "[Lan]",
    ", ",
    " - ",
    "Trưởng ",
    "bà ",
    " ",
    "; ",
    "(",
]


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_any_text_gives_roles_whose_offsets_hold(marked: str) -> None:
    text, observations = read(marked)
    people = {(o.start_char, o.end_char) for o in observations if o.entity_type == "person"}
    _, found = roles(marked)
    for role in found:
        assert text[role.start_char : role.end_char] == role.surface
        assert (role.person_start, role.person_end) in people
