"""Roles beside names: which title in which body, and what is left out.

In the sentences a person stands in [square brackets], an organisation in <angle brackets>.
"""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.entities.records import ArticleText, Observation
from assets.events.records import RoleObservation
from assets.events.roles import find_roles
from assets.reference.records import Reference, Title

PUBLISHED = dt.date(2021, 6, 4)
OFFICES = (
    "Chủ tịch",
    "Phó Chủ tịch",
    "Phó Chủ tịch Thường trực",
    "Bí thư",
    "Phó Bí thư",
    "Ủy viên",
    "Trưởng ban",
    "Phó Trưởng ban",
    "Tổng Thư ký",
    "Giám đốc",
    "Đại diện",
)
REFERENCE = Reference(
    outlets=(),
    menu_words=(),
    countries=(),
    places=(),
    administrative_units=(),
    bodies=(),
    titles=(
        *(Title(name, "office", (), True) for name in OFFICES),
        Title("Thủ tướng", "office", (), False),
        Title("bà", "address", ("Bà",), False),
        Title("ông", "address", ("Ông",), False),
        Title("đồng chí", "address", (), False),
        Title("Phó Giáo sư, Tiến sĩ", "degree", ("PGS.TS",), False),
        Title("Thiếu tướng", "rank", (), False),
    ),
    surnames=(),
    document_kinds=(),
    issuer_symbols=(),
)
MARKED = re.compile(r"\[([^\]]+)\]|<([^>]+)>")


def read(marked: str) -> tuple[str, list[Observation]]:
    """Return the text without brackets and the observations they mark.

    A title that shares its last word with the body ("Trưởng ban Tổ chức") is written
    "Trưởng <ban Tổ chức>".
    """
    text, found, position = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[position : match.start()]
        surface = match[1] or match[2]
        kind = "person" if match[1] else "organisation"
        found.append(
            Observation(
                "a1",
                "text",
                len(text),
                len(text) + len(surface),
                surface,
                kind,  # type: ignore[arg-type]
                surface,
                None,
                1.0,
                "test",
                3,
            )
        )
        text += surface
        position = match.end()
    return text + marked[position:], found


def roles(marked: str) -> tuple[str, tuple[RoleObservation, ...]]:
    text, observations = read(marked)
    article = ArticleText("a1", None, text, (3,), None, PUBLISHED, "vi", None)
    return text, find_roles(article, observations, REFERENCE)


def stated(marked: str) -> list[str]:
    text, found = roles(marked)
    lines = []
    for role in found:
        assert text[role.start_char : role.end_char] == role.surface
        body = "-"
        if role.organisation_start is not None:
            body = text[role.organisation_start : role.organisation_end]
        lines.append(f"{text[role.person_start : role.person_end]}: {role.title} / {body}")
    return lines


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
        "nguyên Chủ tịch",
        "cựu Chủ tịch",
    )
    assert (present.as_of, present.line_no) == (PUBLISHED, 3)


PARTS = ["Chủ tịch ", "<Hội A>", "<ban B>", "[Lan]", ", ", " - ", "Trưởng ", "bà ", " ", "; ", "("]


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_any_text_gives_roles_whose_offsets_hold(marked: str) -> None:
    text, observations = read(marked)
    people = {(o.start_char, o.end_char) for o in observations if o.entity_type == "person"}
    _, found = roles(marked)
    for role in found:
        assert text[role.start_char : role.end_char] == role.surface
        assert (role.person_start, role.person_end) in people
