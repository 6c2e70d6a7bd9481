"""Two people of one name stay two when what is said of them contradicts; one person stays one."""

import datetime as dt
import itertools

import pytest

from assets.entities.recognition import recognise
from assets.entities.records import ArticleText, Observation, PersonEvidence, Resolution
from assets.entities.resolution.evidence import with_evidence
from assets.entities.resolution.resolving import resolve
from assets.reference.records import load_reference

NAME = "Nguyễn Văn Hoàng"
PLAIN = "person:nguyen-van-hoang"
_DAY = dt.date(2023, 5, 1)


def seen(article: str, *places: str, born: int | None = None, namesake: int = 0) -> Observation:
    said = PersonEvidence(tuple(f"place:{place}" for place in places), born, namesake)
    start = 100 * namesake
    return Observation(
        article, "text", start, start + 16, NAME, "person", NAME, None, 0.9, "test", 1, person=said
    )


def settled(days: dict[str, int | None], *items: Observation) -> Resolution:
    dated = {
        article: None if offset is None else _DAY + dt.timedelta(days=offset)
        for article, offset in days.items()
    }
    return resolve(items, dated, load_reference())


def ids(days: dict[str, int | None], *items: Observation) -> list[str]:
    result = settled(days, *items)
    found = {(m.article_id, m.start_char): m.entity_id for m in result.mentions}
    return [found[item.article_id, item.start_char] for item in items]


def test_one_name_without_contradiction_is_one_person() -> None:
    assert ids({"a": 0, "b": 1}, seen("a", "nghe-an"), seen("b")) == [PLAIN, PLAIN]


def test_offices_in_two_provinces_at_one_time_are_two_people() -> None:
    found = ids({"a": 0, "b": 3}, seen("a", "nghe-an"), seen("b", "ca-mau"))
    assert found == [PLAIN, f"{PLAIN}~ca-mau"]


def test_offices_that_alternate_are_two_people_however_far_apart() -> None:
    days: dict[str, int | None] = {"a": 0, "b": 400, "c": 800}
    found = ids(days, seen("a", "nghe-an"), seen("b", "ca-mau"), seen("c", "nghe-an"))
    assert found == [PLAIN, f"{PLAIN}~ca-mau", PLAIN]


@pytest.mark.parametrize(
    ("days", "items"),
    [
        ({"a": 0, "b": 400}, [seen("a", "nghe-an"), seen("b", "ca-mau")]),
        (
            {"a": 0, "b": 3, "c": 2},
            [seen("a", "nghe-an"), seen("b", "ca-mau"), seen("c", "ca-mau", "nghe-an")],
        ),
        ({"a": 0, "b": None}, [seen("a", "nghe-an"), seen("b", "ca-mau")]),
        ({"a": 0, "b": 2}, [seen("a", "bac-giang"), seen("b", "bac-ninh-2025")]),
        ({"a": 0, "b": 2}, [seen("a", born=1970), seen("b", born=1971)]),
    ],
    ids=["one after the other", "an article tells of the move", "no date", "merged", "about"],
)
def test_a_career_is_one_person(days: dict[str, int | None], items: list[Observation]) -> None:
    assert set(ids(days, *items)) == {PLAIN}


def test_years_of_birth_tell_people_apart() -> None:
    found = ids({"a": 0, "b": 900}, seen("a", born=1962), seen("b", born=1985))
    assert found == [PLAIN, f"{PLAIN}~1985"]


def test_the_plain_id_stays_when_a_namesake_turns_up_later() -> None:
    before = ids({"a": 0}, seen("a", "nghe-an"))
    after = ids({"a": 0, "b": 9}, seen("a", "nghe-an"), seen("b", "ca-mau"))
    assert before == after[:1]


def test_every_id_that_evidence_could_give_leads_to_its_person() -> None:
    result = settled({"a": 0, "b": 3}, seen("a", "nghe-an"), seen("b", "ca-mau"))
    assert {(r.old_id, r.entity_id) for r in result.redirects} == {(f"{PLAIN}~nghe-an", PLAIN)}
    assert {(s.entity_id, s.reason.rpartition(": ")[2]) for s in result.shared_names} == {
        (PLAIN, "nghe-an"),
        (f"{PLAIN}~ca-mau", "ca-mau"),
    }


def test_order_does_not_matter() -> None:
    items = [seen("a", "nghe-an"), seen("b", "ca-mau"), seen("c"), seen("d", "nghe-an", born=1960)]
    days: dict[str, int | None] = {"a": 0, "b": 3, "c": 4, "d": 5}
    results = [settled(days, *order) for order in itertools.permutations(items)]
    assert all(result == results[0] for result in results)


def read(text: str, *, published_on: dt.date = _DAY) -> list[tuple[str, PersonEvidence | None]]:
    lines = tuple(range(1, text.count("\n") + 2))
    article = ArticleText("a", None, text, lines, None, published_on, "vi", None)
    observations = with_evidence(article, recognise(article, load_reference()), load_reference())
    return [(o.surface, o.person) for o in observations if o.entity_type == "person"]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Ông Lê Văn Thắng, Giám đốc Sở Y tế tỉnh Cà Mau, cho biết.", (("place:ca-mau",), None)),
        ("Chủ tịch UBND tỉnh Nghệ An Lê Văn Thắng phát biểu.", (("place:nghe-an",), None)),
        ("Ông Lê Văn Thắng, nguyên Chủ tịch UBND tỉnh Nghệ An, dự.", None),
        ("Bị cáo Lê Văn Thắng (SN 1985) khai nhận.", ((), 1985)),
        ("Bị cáo Lê Văn Thắng, 40 tuổi, khai nhận.", ((), 1983)),
        ("Ông Lê Văn Thắng cho biết UBND tỉnh Nghệ An đã họp.", None),
        (
            "Bí thư Tỉnh ủy Sơn La Lê Văn Thắng giữ chức Bí thư Tỉnh ủy Nghệ An.",
            (("place:nghe-an", "place:son-la"), None),
        ),
    ],
)
def test_what_stands_beside_a_name(text: str, evidence: tuple[tuple[str, ...], int] | None) -> None:
    ((_, found),) = read(text)
    assert found == (PersonEvidence(*evidence) if evidence else None)


def test_an_article_may_speak_of_two_people_of_one_name() -> None:
    text = (
        "Theo ông Lê Văn Thắng, Phó Chủ tịch UBND tỉnh Nghệ An, đường đã thông. Ông Thắng vui.\n"
        "Ông Lê Văn Thắng, Giám đốc Sở Y tế tỉnh Cà Mau, nói khác."
    )
    assert [(surface, said.namesake if said else 0) for surface, said in read(text)] == [
        ("Lê Văn Thắng", 0),
        ("Thắng", 0),
        ("Lê Văn Thắng", 1),
    ]
    moved = text.replace("nói khác", "được bổ nhiệm hôm qua")
    assert all(said is None or said.namesake == 0 for _, said in read(moved))
