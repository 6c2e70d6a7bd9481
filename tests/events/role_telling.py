"""How the tests of roles write and read sentences.

A person stands in [square brackets], an organisation in <angle brackets>, a place in {braces}.
"""

import datetime as dt
import re

from assets.entities.records import ArticleText, Observation
from assets.events.records import RoleObservation
from assets.events.roles.finding import find_roles
from assets.reference.records import Body, OrganisationHead, Reference, Title

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
    "Viện trưởng",
    "Trưởng Công an",
    "Tỉnh trưởng",
    "Tổng Lãnh sự",
    "Chairman",
    "Foreign Minister",
)
ALONE = ("Thủ tướng", "Chủ tịch nước", "Tổng thống", "Bộ trưởng", "Thứ trưởng", "Nhà vua")
REFERENCE = Reference(
    outlets=(),
    menu_words=(),
    countries=(),
    places=(),
    administrative_units=(),
    bodies=(Body("bo", "Bộ Ngoại giao", (), (), "ministry", None, None, None, (), False),),
    titles=(
        *(Title(name, "office", (), True) for name in OFFICES),
        *(Title(name, "office", (), False) for name in ALONE),
        Title("Huấn luyện viên", "office", ("HLV",), False),
        Title("tướng", "rank", (), False),
        Title("thủ tướng", "address", (), False),
        Title("Đại sứ", "rank", ("Đại sứ Đặc mệnh toàn quyền",), False),
        Title("bà", "address", ("Bà",), False),
        Title("ông", "address", ("Ông",), False),
        Title("đồng chí", "address", (), False),
        Title("Phó Giáo sư, Tiến sĩ", "degree", ("PGS.TS",), False),
        Title("Thiếu tướng", "rank", (), False),
    ),
    surnames=(),
    document_kinds=(),
    issuer_symbols=(),
    organisation_heads=(OrganisationHead("Hội", "union", "name", True, True, True),),
)
MARKED = re.compile(r"\[([^\]]+)\]|<([^>]+)>|\{([^}]+)\}")


def read(marked: str) -> tuple[str, list[Observation]]:
    """Return the text without brackets and the observations they mark.

    A title that shares its last word with the body ("Trưởng ban Tổ chức") is written
    "Trưởng <ban Tổ chức>".
    """
    text, found, position = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[position : match.start()]
        surface = match[1] or match[2] or match[3]
        kind = "person" if match[1] else "organisation" if match[2] else "place"
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
