"""Every mart answers its question about the small warehouse as one would by hand."""

import datetime as dt
from typing import Any

import duckdb
import pytest
from small_warehouse import CONFERENCE, CONGRESS, FRIENDS, FRONT, HA_NOI, LAN, LAOS, UNION

MARCH = dt.date(2024, 3, 1)
Reader = duckdb.DuckDBPyConnection


def day(number: int) -> dt.date:
    return dt.date(2024, 3, number)


def rows(reader: Reader, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
    return reader.execute(sql, list(parameters)).fetchall()


def test_event_is_covered_by_its_articles_and_no_copy(reader: Reader) -> None:
    sql = (
        "SELECT event_id, outlet_count, article_count, main_article_count, first_reported_on,"
        " last_reported_on, organisers, participant_count, participants_per_article, place_name,"
        " article_ids FROM mart.event_coverage"
    )
    organiser = ["Liên hiệp Hữu nghị Hà Nội"]
    assert rows(reader, sql) == [
        (CONFERENCE, 2, 2, 2, day(5), day(6), organiser, 4, 2.0, "Hà Nội", ["a1", "a2"]),
        (CONGRESS, 1, 1, 0, day(6), day(6), [], 0, 0.0, None, ["a2"]),
    ]


def test_agreement_told_by_two_outlets_is_one(reader: Reader) -> None:
    sql = "SELECT kind, signed_on, party_ids, article_count, agreement_ids FROM mart.agreements"
    assert rows(reader, sql) == [
        ("bản ghi nhớ", day(4), [FRONT, UNION], 2, ["m-a1", "m-a2"]),
        ("bản ghi nhớ", None, [FRIENDS], 1, ["m-a3"]),
    ]


def test_body_belongs_to_the_country_of_its_place_or_name(reader: Reader) -> None:
    found = rows(reader, "SELECT entity_id, country_id, relation FROM mart.country_bodies")
    assert (UNION, "place:viet-nam", "home") in found
    assert (FRONT, LAOS, "home") in found
    assert (FRIENDS, "place:viet-nam", "home") in found
    assert (FRIENDS, "place:an-do", "partner") in found
    assert (HA_NOI, "place:viet-nam", "home") in found
    assert LAN not in {entity for entity, _, _ in found}


def test_engagement_counts_articles_events_and_agreements(reader: Reader) -> None:
    sql = (
        "SELECT country_name, body_id, article_count, same_paragraph_count, event_count,"
        " agreement_count, first_seen_on, last_seen_on FROM mart.country_engagement"
    )
    assert rows(reader, sql) == [
        ("Lào", None, 2, None, 1, 1, day(5), day(6)),
        ("Lào", UNION, 2, 2, 1, 1, day(5), day(6)),
        ("Ấn Độ", None, 1, None, 0, 0, None, None),
        ("Ấn Độ", FRIENDS, 1, 1, 0, 0, None, None),
    ]


def test_activity_by_month(reader: Reader) -> None:
    sql = (
        "SELECT organisation_id, month, events_organised, events_attended, events_represented,"
        " agreement_count, article_count, mention_count FROM mart.organisation_activity"
    )
    assert rows(reader, sql) == [
        (FRIENDS, None, 0, 0, 0, 1, 1, 1),
        (FRONT, MARCH, 0, 1, 0, 1, 2, 2),
        (UNION, MARCH, 1, 0, 1, 1, 2, 4),
    ]


def test_documents_cited_with_the_bodies_beside_them(reader: Reader) -> None:
    sql = (
        "SELECT article_id, issuer_name, outlet_name, month, mention_count, first_surface,"
        " first_line_no, bodies FROM mart.document_citations"
    )
    assert rows(reader, sql) == [
        ("a1", "Ban Bí thư", "Bao-A", MARCH, 1, "Chỉ t", 3, ["Liên hiệp Hữu nghị Hà Nội"]),
        ("a3", "Ban Bí thư", None, None, 1, "Chỉ t", 2, []),
    ]


def test_person_has_the_offices_that_articles_give(reader: Reader) -> None:
    sql = (
        "SELECT person_name, title, organisation_id, first_seen_on, article_ids"
        " FROM mart.person_timeline"
    )
    assert rows(reader, sql) == [
        ("Nguyễn Lan", "Chủ tịch", UNION, day(5), ["a1"]),
        ("Trần Bình", None, None, day(6), ["a2"]),
    ]


def test_outlets_are_summed_up(reader: Reader) -> None:
    sql = (
        "SELECT outlet_id, article_count, undated_count, unsigned_count, word_count"
        " FROM mart.outlet_summary ORDER BY outlet_id"
    )
    assert rows(reader, sql) == [
        ("bao-a", 1, 0, 0, 100),
        ("bao-b", 1, 0, 1, 50),
        (None, 1, 1, 1, 20),
    ]


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("article without date", [("bao-a", 0, 1), ("bao-b", 0, 1), (None, 1, 1)]),
        ("article without author", [("bao-a", 0, 1), ("bao-b", 1, 1), (None, 1, 1)]),
        ("article that is a duplicate", [("bao-a", 0, 1), ("bao-b", 1, 2), (None, 0, 1)]),
        ("mention of low confidence", [("bao-a", 0, 7), ("bao-b", 0, 3), (None, 1, 2)]),
        ("agreement without date", [("bao-a", 0, 1), ("bao-b", 0, 1), (None, 1, 1)]),
        ("event without place", [("bao-a", 0, 1)]),
    ],
)
def test_quality_is_measured_by_outlet(
    reader: Reader, measure: str, expected: list[tuple[Any, ...]]
) -> None:
    sql = (
        "SELECT outlet_id, failing_count, total_count FROM mart.data_quality WHERE measure = ?"
        " ORDER BY outlet_id"
    )
    assert rows(reader, sql, measure) == expected


def test_rejected_files_count_by_reason(reader: Reader) -> None:
    sql = (
        "SELECT measure, reason, failing_count, total_count, share FROM mart.data_quality"
        " WHERE reason IS NOT NULL"
    )
    assert rows(reader, sql) == [("file rejected", "is empty", 2, 3, 0.667)]
