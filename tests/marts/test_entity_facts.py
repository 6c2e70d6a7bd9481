"""`entity_facts` tells everything that is known of an entity, with the words that show it."""

from pathlib import Path
from typing import Any

import duckdb
import pytest
from small_warehouse import CONFERENCE, CONGRESS, DIRECTIVE, FRONT, HA_NOI, LAN, SECRETARIAT, UNION

from warehouse.connection import open_writer

Reader = duckdb.DuckDBPyConnection


def facts(reader: Reader, entity: str, fact: str) -> list[tuple[Any, ...]]:
    return reader.execute(
        "SELECT value, other_id, article_id, line_no, start_char, surface FROM entity_facts(?)"
        " WHERE fact = ?",
        [entity, fact],
    ).fetchall()


@pytest.mark.parametrize(
    ("entity", "fact", "expected"),
    [
        (
            LAN,
            "role",
            [
                ("Chủ tịch", UNION, "a1", 1, 5, "Chủ tịch"),
                ("nguyên Chủ tịch", UNION, "a3", 1, 5, "nguyên Chủ tịch"),
            ],
        ),
        (LAN, "participation", [("speaker", CONFERENCE, "a1", 1, 10, "Nguyễ")]),
        (
            LAN,
            "co-mention",
            [
                ("Liên ", UNION, "a1", 1, 10, "Nguyễ"),
                ("Hà Nộ", HA_NOI, "a1", 1, 10, "Nguyễ"),
            ],
        ),
        (
            UNION,
            "office holder",
            [
                ("Chủ tịch", LAN, "a1", 1, 5, "Chủ tịch"),
                ("nguyên Chủ tịch", LAN, "a3", 1, 5, "nguyên Chủ tịch"),
            ],
        ),
        (
            UNION,
            "agreement",
            [
                ("bản ghi nhớ", FRONT, "a1", 2, 60, "bản ghi nhớ"),
                ("bản ghi nhớ", FRONT, "a2", 2, 60, "bản ghi nhớ"),
            ],
        ),
        (HA_NOI, "place of event", [("hội nghị", CONFERENCE, "a1", 1, 20, "Hà Nộ")]),
        (
            DIRECTIVE,
            "citation",
            [
                ("Chỉ thị số 1-CT/TW", SECRETARIAT, "a1", 3, 80, "Chỉ t"),
                ("Chỉ thị số 1-CT/TW", SECRETARIAT, "a3", 2, 80, "Chỉ t"),
            ],
        ),
        (
            SECRETARIAT,
            "issued document cited",
            [
                ("Chỉ thị số 1-CT/TW", DIRECTIVE, "a1", 3, 80, "Chỉ t"),
                ("Chỉ thị số 1-CT/TW", DIRECTIVE, "a3", 2, 80, "Chỉ t"),
            ],
        ),
        (
            LAN,
            "alias",
            [
                ("Nguyễ", None, "a1", 1, 10, "Nguyễ"),
                ("NGUYỄN LAN", None, None, None, None, None),
            ],
        ),
    ],
)
def test_fact_has_its_words(
    reader: Reader, entity: str, fact: str, expected: list[tuple[Any, ...]]
) -> None:
    assert sorted(facts(reader, entity, fact), key=str) == sorted(expected, key=str)


def test_copy_tells_nothing(reader: Reader) -> None:
    told = reader.execute("SELECT DISTINCT article_id FROM entity_facts(?)", [UNION]).fetchall()
    assert {article for (article,) in told} == {"a1", "a2", "a3", None}


def test_id_that_was_given_up_leads_to_its_entity(reader: Reader) -> None:
    sql = "SELECT * FROM entity_facts(?)"
    now = reader.execute(sql, [LAN]).fetchall()
    assert now
    assert reader.execute(sql, ["person:lan-old"]).fetchall() == now


def test_nobody_has_no_facts(reader: Reader) -> None:
    assert reader.execute("SELECT * FROM entity_facts('person:nobody')").fetchall() == []


def test_other_entity_and_event_are_named(reader: Reader) -> None:
    sql = "SELECT DISTINCT other_id, other_name FROM entity_facts(?) WHERE other_id IS NOT NULL"
    named = dict(reader.execute(sql, [LAN]).fetchall())
    assert named[CONFERENCE] == "Vì hòa bình"
    assert named[UNION] == "Liên hiệp Hữu nghị Hà Nội"
    assert CONGRESS not in named


def test_empty_warehouse_has_no_facts(tmp_path: Path) -> None:
    path = tmp_path / "empty.duckdb"
    with open_writer(path):
        pass
    with duckdb.connect(path, read_only=True) as connection:
        assert connection.execute("SELECT * FROM entity_facts('place:ha-noi')").fetchall() == []
