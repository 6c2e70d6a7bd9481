"""Settling in batches, whatever comes, changes and goes, is the same as resolving all at once."""

import datetime as dt
import random
from collections.abc import Iterator

import pytest
from settled_tables import SettledTables, expected, held
from test_resolution import REFERENCE

from assets.entities.records import DocumentCitation, Observation, PersonEvidence
from assets.entities.resolution.resolving import resolve
from assets.reference.judgements import Judgement

Articles = dict[str, list[Observation]]
Days = dict[str, dt.date | None]

_ARTICLES = [f"article:{n}" for n in range(14)]
_PLACES = [None, None, "place:ha-noi", "place:hai-phong", "place:unknown"]
_PEOPLE = ["Nguyễn Lan Hương", "nguyễn lan Hương", "Nguyễn Lan Hường", "Nguyen Lan Huong", "Tài"]
_PEOPLE += ["Lê Hà", "Lê Hà Hà", "Lê Lan Hà", "Lê Mai Lan Hà"]
_BODIES = [
    "Viện Hoa Mai thành phố Hải Phòng",
    "Viện Hoa Mai Hải Phòng",
    "Sở Ngoại vụ",
    "Công ty Hoa Mai Vàng",
    "Công ty Hoa Mai Vang",
    "Công ty cổ phần Hoa Mai Vàng",
    "Hiệp hội Hoa Mai Vàng",
    "HHHMV",
    "Chính phủ",
    "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội",
    "Công ty tỉnh",
]
_NUMBERS = ["12", "012", "12-CT/TW", "12 - CT/TƯ", "12-CT-BBT/TW", "04-TT/TU", "07/CT-UBND", "7"]
_ISSUERS = [None, None, "ban-bi-thu", "chinh-phu", "cong-ty-hoa-mai-vang", "x"]
_KNOWN = [None, None, None, "organisation:mat-tran", "organisation:chinh-phu"]
_VERDICTS = ("same", "different", "not_an_entity")


def _person(pick: random.Random, article: str, start: int) -> Observation:
    name = pick.choice(_PEOPLE)
    said = None
    if pick.random() < 0.4:
        places = tuple(
            sorted(pick.sample(["place:ha-noi", "place:hai-phong"], pick.choice([0, 1, 1, 2])))
        )
        said = PersonEvidence(
            places, pick.choice([None, None, 1960, 1961, 1985]), pick.choice([0, 0, 0, 1])
        )
        said = None if said == PersonEvidence() else said
    surface = name.split()[-1] if pick.random() < 0.3 else name
    return Observation(
        article,
        "text",
        start,
        start + len(surface),
        surface,
        "person",
        name,
        None,
        0.9,
        "x",
        1,
        person=said,
    )


def _body(pick: random.Random, article: str, start: int) -> Observation:
    name = pick.choice(_BODIES)
    known = pick.choice(_KNOWN)
    short = "HHHMV" if name == "Hiệp hội Hoa Mai Vàng" and pick.random() < 0.6 else None
    return Observation(
        article,
        "text",
        start,
        start + len(name),
        name,
        "organisation",
        name,
        known,
        0.9,
        "x",
        1,
        pick.choice([short, short, "CTHM"]) if pick.random() < 0.3 else short,
        pick.choice(_PLACES),
    )


def _document(pick: random.Random, article: str, start: int) -> Observation:
    issuer = pick.choice(_ISSUERS)
    citation = DocumentCitation(
        pick.choice(["Chỉ thị", "chỉ thị", "Thông tri"]),
        pick.choice([*_NUMBERS, None]),
        issuer and f"organisation:{issuer}",
        pick.choice([None, None, dt.date(2020, 1, 1), dt.date(2021, 6, 5)]),
    )
    name = f"{citation.kind} {citation.number}" if citation.number else "Luật Hoa"
    return Observation(
        article,
        "text",
        start,
        start + 9,
        name,
        "official_document",
        name,
        None,
        0.9,
        "x",
        1,
        citation=citation,
    )


def _place(pick: random.Random, article: str, start: int) -> Observation:
    name, known = pick.choice(
        [("Hà Nội", "place:ha-noi"), ("Thủ đô", "place:ha-noi"), ("Làng Mai", None)]
    )
    return Observation(article, "text", start, start + 6, name, "place", name, known, 0.9, "x", 1)


def _reading(pick: random.Random, article: str) -> list[Observation]:
    makers = pick.choices([_person, _body, _document, _place], [4, 4, 2, 1], k=pick.randint(0, 7))
    return [make(pick, article, 100 * n) for n, make in enumerate(makers)]


def _judgements(pick: random.Random, ids: list[str]) -> tuple[Judgement, ...]:
    lines = []
    for number in range(pick.choice([0, 0, 1, 2, 4])):
        verdict = pick.choice(_VERDICTS)
        left = pick.choice(ids)
        alike = [one for one in ids if one.partition(":")[0] == left.partition(":")[0]]
        right = pick.choice([pick.choice(alike), pick.choice(alike), pick.choice(_ARTICLES)])
        if verdict != "different" and right.startswith("article:"):
            right = pick.choice(alike)
        other = None if verdict == "not_an_entity" else right
        lines.append(Judgement(verdict, left, other, None, number + 2))  # type: ignore[arg-type]
    return tuple(lines)


def _refreshes(
    pick: random.Random, tables: SettledTables, count: int
) -> Iterator[tuple[Articles, Days, tuple[Judgement, ...]]]:
    """Yield after each refresh what the tables were given by then."""
    articles: Articles = {}
    days: Days = {}
    for _ in range(count):
        fresh = pick.sample(_ARTICLES, pick.choice([0, 1, 1, 2, 5]))
        gone = [one for one in articles if one not in fresh and pick.random() < 0.15]
        for article in gone:
            del articles[article], days[article]
        for article in fresh:
            articles[article] = _reading(pick, article)
            days[article] = pick.choice([None, dt.date(2021, 6, pick.randint(1, 28))])
        for article in articles:
            if article not in fresh and pick.random() < 0.05:
                days[article] = dt.date(2019, 1, 1)
                tables.set_day(article, days[article])
        known = tables.column(
            "SELECT entity_id FROM core.entities UNION SELECT old_id FROM core.redirects"
            " UNION SELECT entity_id FROM core.dismissed_mentions ORDER BY 1"
        )
        judgements = _judgements(pick, ["person:nobody", *known])
        tables.settle({one: articles[one] for one in fresh}, days, gone, judgements)
        yield articles, days, judgements


@pytest.mark.parametrize("seed", range(2))
def test_batches_come_to_the_same_as_all_at_once(seed: int) -> None:
    pick = random.Random(seed)  # noqa: S311 - made-up articles
    tables = SettledTables(REFERENCE)
    for articles, days, judgements in _refreshes(pick, tables, 5):
        items = [item for found in articles.values() for item in found]
        at_once = expected(resolve(items, days, REFERENCE, judgements))
        for part, rows in held(tables).items():
            assert rows == at_once[part], part
    rebuilt = SettledTables(REFERENCE)
    rebuilt.settle(articles, days, judgements=judgements)
    assert rebuilt.rows(state=True) == tables.rows(state=True)
