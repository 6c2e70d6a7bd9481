"""Lists of offices: what goes them on, what ends them, and units with the body above them.

The sentences are marked as in `test_roles`.
"""

import pytest
from role_telling import stated


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # A full stop ends the list: the next sentence is another person's.
        (
            "ông [Stuart], Giám đốc <Công ty A>. Ông [Nam], Chủ tịch <Hội B>.",
            ["Stuart: Giám đốc / Công ty A", "Nam: Chủ tịch / Hội B"],
        ),
        (
            "ông [Nam], nguyên Chủ tịch <Hội A>, hiện là Giám đốc <Sở B>",
            ["Nam: nguyên Chủ tịch / Hội A", "Nam: Giám đốc / Sở B"],
        ),
        (
            "Trưởng ban <Ban Á>, <Viện B> [Lan]",
            ["Lan: Trưởng ban / Ban Á"],
        ),
        (
            "bà [Lan], Trưởng <Ban Á>, <Viện B>, Chủ tịch <Hội C>, nói",
            ["Lan: Trưởng ban / Ban Á", "Lan: Chủ tịch / Hội C"],
        ),
        (
            "bà [Lan], Ủy viên Hội đồng Trường, Chủ tịch <Hội C>, nói",
            ["Lan: Ủy viên / -", "Lan: Chủ tịch / Hội C"],
        ),
        # "tiếp Phó …" is no title, "Phó Chủ tịch" is.
        (
            "bà [Lan], Chủ tịch <Hội A>, tiếp Phó Chủ tịch <Hội B> [Hoa]",
            ["Lan: Chủ tịch / Hội A", "Hoa: Phó Chủ tịch / Hội B"],
        ),
    ],
)
def test_lists_of_offices(marked: str, expected: list[str]) -> None:
    assert stated(marked) == expected
