"""Every check passes on a sound warehouse and fails on one that is wrong in its way."""

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
from sandbox import Sandbox, page

from warehouse import sql_files

_FOLDER = Path(sql_files.__file__).parent / "checks"
_CHECKS = {f"{path.parent.name}/{path.stem}": path for path in sorted(_FOLDER.rglob("*.sql"))}


def _twice(table: str) -> str:
    return f"INSERT INTO {table} SELECT * FROM {table} LIMIT 1"


def _orphan(table: str) -> str:
    return f"DELETE FROM {table}"


# An agreement whose words stand nowhere in its article.
_AGREED = (
    "INSERT INTO core.agreements SELECT 'x', 'hiệp định', NULL, NULL, article_id, 'text', 0, 9,"
    " 'Hiệp định', 1 FROM core.articles LIMIT 1"
)


# For every check the statements that make a sound warehouse wrong in exactly its way.
_SABOTAGE: dict[str, str] = {
    "entities/alias_has_entity": "UPDATE core.entity_aliases SET entity_id = 'person:nobody'",
    "entities/candidates_resolve": (
        "INSERT INTO core.merge_candidates VALUES ('person:a', 'person:b', 'person', 0.9, 'x')"
    ),
    "entities/document_issuers_resolve": (
        "UPDATE core.official_documents SET issuer_id = 'organisation:nobody'"
    ),
    "entities/entity_is_used": (
        "DELETE FROM core.mentions WHERE entity_id LIKE 'official_document:%'"
    ),
    "entities/judgements_stand": (
        "INSERT INTO reference.judgements"
        " VALUES (2, 'same', 'a', 'b', NULL, 'unknown_id', 'no article gives b')"
    ),
    "entities/mention_has_entity": "UPDATE core.mentions SET entity_type = 'place'",
    "entities/mention_has_line": "UPDATE core.mentions SET line_no = 1",
    "entities/mentions_do_not_overlap": (
        "UPDATE core.mentions SET start_char = 0, end_char = end_char + 1"
    ),
    "entities/official_documents_are_entities": _orphan("core.official_documents"),
    "entities/names_sought_in_most": (
        "INSERT INTO ops.given_up SELECT 'entities', 'article:' || i, 'no such name'"
        " FROM range(40) AS t(i)"
    ),
    "entities/names_sought_everywhere": (
        "INSERT INTO ops.given_up VALUES ('entities', 'article:x', 'took longer than 30 s')"
    ),
    "entities/offsets_match_surface": "UPDATE core.mentions SET start_char = start_char + 1",
    "entities/organisation_references_resolve": (
        "UPDATE core.organisations SET place_id = 'place:nowhere' WHERE place_id IS NOT NULL"
    ),
    "entities/organisations_are_entities": _orphan("core.organisations"),
    "entities/persons_are_entities": (
        "INSERT INTO core.persons VALUES ('person:nobody', 'Nobody')"
    ),
    "entities/place_parents_resolve": "UPDATE core.places SET parent_id = 'place:nowhere'",
    "entities/places_are_entities": _orphan("core.places"),
    "entities/redirects_resolve": (
        "INSERT INTO core.redirects VALUES ('person:a', 'person:nobody', 'x')"
    ),
    "entities/shared_names": "UPDATE core.entities SET name = 'Bắc Ninh'",
    "entities/unique_entity_id": _twice("core.entities"),
    "entities/unique_mention_id": _twice("core.mentions"),
    "events/agreement_dated_with_precision": _AGREED.replace("NULL, NULL", "NULL, 'day'"),
    "events/agreement_offsets_match_surface": _AGREED,
    "events/agreement_parties_resolve": (
        "INSERT INTO core.agreement_parties VALUES ('x', 'place:nowhere', 'x', 'text', 0, 1)"
    ),
    "events/unique_agreement_id": f"{_AGREED}; {_AGREED}",
    "events/date_offsets_match_surface": "UPDATE core.date_mentions SET end_char = end_char - 1",
    "events/date_range_in_order": "UPDATE core.date_mentions SET ends_on = starts_on - 1",
    "events/facts_sought_in_most": (
        "INSERT INTO ops.given_up SELECT 'events', 'article:' || i, 'no such name'"
        " FROM range(40) AS t(i)"
    ),
    "events/facts_sought_everywhere": (
        "INSERT INTO ops.given_up VALUES ('events', 'article:x', 'took longer than 30 s')"
    ),
    "events/event_dates_in_order": (
        "UPDATE core.events SET starts_on = DATE '2023-06-06', ends_on = DATE '2023-06-05',"
        " date_precision = 'day'"
    ),
    "events/event_has_article": _orphan("core.event_articles"),
    "events/event_links_join_its_articles": (
        "INSERT INTO core.event_links VALUES ('event:none', 'article:a', 'article:b', 0.9, ['x'])"
    ),
    "events/event_participants_show_a_mention": (
        "UPDATE core.event_participants SET start_char = start_char + 1"
    ),
    "events/event_place_resolves": "UPDATE core.events SET place_id = 'place:nowhere'",
    "events/event_statement_facts_are_shown": (
        "UPDATE core.event_statements SET starts_on = DATE '2023-06-05', date_start = 1"
    ),
    "events/event_statement_has_event": "UPDATE core.event_statements SET event_id = 'event:none'",
    "events/event_statement_offsets_match_surface": (
        "UPDATE core.event_statements SET end_char = end_char - 1"
    ),
    "events/unique_event_id": _twice("core.events"),
    "events/role_offsets_match_surface": "UPDATE core.roles SET end_char = end_char - 1",
    "events/role_references_resolve": "UPDATE core.roles SET person_id = 'person:nobody'",
    "extraction/article_count_matches_documents": (
        "DELETE FROM core.articles WHERE title LIKE '%quan họ%'"
    ),
    "extraction/date_not_in_future": (
        "UPDATE core.articles SET published_at = now() + INTERVAL 9 DAY"
    ),
    "extraction/date_with_precision": "UPDATE core.articles SET published_precision = NULL",
    "extraction/copies_are_articles": (
        "INSERT INTO core.similar_articles VALUES ('article:none', 'article:nobody', 0.9)"
    ),
    "extraction/duplicate_of_resolves": "UPDATE core.articles SET duplicate_of = article_id",
    "extraction/lines_have_article": "UPDATE core.article_lines SET article_id = 'article:none'",
    "extraction/outlet_resolves": "UPDATE core.articles SET outlet_id = 'nobody'",
    "extraction/text_is_its_lines": (
        "UPDATE core.article_lines SET kind = 'caption' WHERE kind = 'lead'"
    ),
    "extraction/text_not_empty": "UPDATE core.articles SET text = ' '",
    "extraction/unique_article_id": _twice("core.articles"),
    "extraction/unique_line": _twice("core.article_lines"),
    "intake/document_has_file": "UPDATE raw.files SET status = 'superseded'",
    "intake/document_reason_unless_loaded": "UPDATE raw.documents SET reason = 'none'",
    "intake/equal_pages_are_kept_once": "UPDATE raw.documents SET content_hash = 'x'",
    "intake/few_rejected": "UPDATE raw.files SET status = 'rejected'",
    "intake/file_has_document": _orphan("raw.documents"),
    "intake/known_status": "UPDATE raw.files SET status = 'lost'",
    "intake/one_current_row_per_path": _twice("raw.files"),
    "intake/reason_unless_loaded": "UPDATE raw.files SET reason = 'none' WHERE status = 'loaded'",
    "intake/unique_document_id": _twice("raw.documents"),
    "marts/activity_counts_every_mention": (
        "UPDATE core.entities SET mention_count = 99 WHERE entity_type = 'organisation'"
    ),
    "marts/agreements_add_up": "INSERT INTO core.articles SELECT * FROM core.articles; " + _AGREED,
    "marts/coverage_counts_every_report": (
        "INSERT INTO core.events VALUES ('x', NULL, NULL, NULL, NULL, NULL, NULL, 1, 1, false)"
    ),
    "marts/engagement_within_country": (
        "CREATE OR REPLACE VIEW mart.country_engagement AS SELECT 'place:lao' AS country_id,"
        " 'x' AS body_id, 2 AS article_count, 3 AS same_paragraph_count, 0 AS event_count,"
        " 0 AS agreement_count"
    ),
    "marts/one_country_is_home": (
        "UPDATE core.organisations SET place_id = 'place:ha-noi';"
        " INSERT INTO core.places VALUES ('place:ha-noi', 'x', 'city', NULL, 'place:lao'),"
        " ('place:ha-noi', 'x', 'city', NULL, 'place:viet-nam'),"
        " ('place:lao', 'Lào', 'country', NULL, NULL)"
    ),
    "marts/quality_measures_every_article": (
        "CREATE OR REPLACE VIEW mart.data_quality AS SELECT 'article without date' AS measure,"
        " 99 AS total_count"
    ),
    "marts/citations_add_up": (
        "UPDATE core.entities SET article_count = 9 WHERE entity_type = 'official_document'"
    ),
    "marts/every_person_has_a_timeline": _orphan("core.persons"),
    "marts/outlets_count_every_article": (
        "UPDATE core.articles SET outlet_id = 'x';"
        " INSERT INTO core.outlets VALUES ('x', 'X', NULL), ('x', 'X', NULL)"
    ),
    "reference/body_parents_resolve": "UPDATE reference.bodies SET place_id = 'place:nowhere'",
    "reference/issuer_symbols_resolve": (
        "UPDATE reference.issuer_symbols SET issuer_id = 'organisation:nobody'"
    ),
    "reference/successions_resolve": (
        "UPDATE reference.unit_successions SET successor_id = 'place:nowhere'"
    ),
    "reference/unique_keys": _twice("reference.surnames"),
    "reference/unit_parents_resolve": (
        "UPDATE reference.administrative_units SET parent_id = 'place:nowhere'"
    ),
    "search/index_is_complete": _orphan("search.articles"),
    "search/terms_add_up": "UPDATE search.terms SET article_count = article_count + 1",
    "events/event_articles_resolve": _twice("core.event_articles"),
    "entities/dismissed_mentions_count_nowhere": (
        "INSERT INTO core.dismissed_mentions BY NAME SELECT * FROM core.mentions LIMIT 1"
    ),
    "entities/shared_names_are_entities": (
        "INSERT INTO core.shared_names VALUES ('person:nobody', 'person', 'Nobody', 'x')"
    ),
    "search/postings_in_order": _twice("search.postings"),
    "search/postings_resolve": "INSERT INTO search.postings VALUES (1, 1000000, 1, 0, 0)",
    "search/slices_cover_articles": "UPDATE search.slices SET slice_no = slice_no + 1",
    "search/words_indexed_in_most": (
        "INSERT INTO ops.given_up SELECT 'search', 'article:' || i, 'no such word'"
        " FROM range(40) AS t(i)"
    ),
    "search/words_indexed_everywhere": (
        "INSERT INTO ops.given_up VALUES ('search', 'article:x', 'took longer than 30 s')"
    ),
}
# Other ways in which some of them must fail.
_MORE_SABOTAGE: list[tuple[str, str]] = [
    ("entities/alias_has_entity", _twice("core.entity_aliases")),
    (
        "entities/redirects_resolve",
        "INSERT INTO core.redirects SELECT entity_id, entity_id, 'x' FROM core.entities LIMIT 1",
    ),
    ("entities/mention_has_entity", "UPDATE core.mentions SET entity_id = 'person:nobody'"),
    ("entities/mention_has_line", _orphan("core.article_lines")),
    ("entities/mentions_do_not_overlap", _twice("core.mentions")),
    ("entities/offsets_match_surface", "UPDATE core.mentions SET field = 'caption'"),
    ("entities/offsets_match_surface", _orphan("core.articles")),
    ("entities/organisation_references_resolve", "UPDATE core.organisations SET parent_id = 'x'"),
    (
        "entities/official_documents_are_entities",
        "INSERT INTO core.official_documents (entity_id) VALUES ('official_document:x')",
    ),
    (
        "entities/organisations_are_entities",
        "INSERT INTO core.organisations (entity_id, name) VALUES ('organisation:x', 'X')",
    ),
    (
        "entities/places_are_entities",
        "INSERT INTO core.places (entity_id, name) VALUES ('place:x', 'X')",
    ),
    ("entities/persons_are_entities", _orphan("core.persons")),
    (
        "events/agreement_dated_with_precision",
        _AGREED.replace("NULL, NULL", "DATE '2100-01-01', 'day'"),
    ),
    ("events/date_offsets_match_surface", _orphan("core.articles")),
    ("events/event_dates_in_order", "UPDATE core.events SET date_precision = 'month'"),
    ("events/event_dates_in_order", "UPDATE core.events SET starts_on = DATE '2023-06-05'"),
    ("events/event_has_article", _orphan("core.articles")),
    ("events/event_has_article", _orphan("core.events")),
    (
        "events/event_participants_show_a_mention",
        "UPDATE core.event_participants SET entity_id = 'person:nobody'",
    ),
    ("events/event_participants_show_a_mention", _orphan("core.event_articles")),
    (
        "events/event_statement_facts_are_shown",
        "UPDATE core.event_statements SET place_id = 'place:ha-noi', place_start = NULL",
    ),
    ("events/event_statement_has_event", _twice("core.event_statements")),
    ("events/event_statement_offsets_match_surface", "UPDATE core.event_statements SET name = 'x'"),
    ("events/role_offsets_match_surface", _orphan("core.articles")),
    ("events/role_references_resolve", "UPDATE core.roles SET organisation_id = 'x'"),
    ("extraction/article_count_matches_documents", "UPDATE raw.documents SET status = 'rejected'"),
    ("extraction/date_with_precision", "UPDATE core.articles SET published_at = NULL"),
    ("extraction/date_with_precision", "UPDATE core.articles SET published_source = NULL"),
    ("extraction/duplicate_of_resolves", "UPDATE core.articles SET duplicate_of = 'article:none'"),
    (
        "extraction/outlet_resolves",
        "UPDATE core.articles SET outlet_id = 'x';"
        " INSERT INTO core.outlets VALUES ('x', 'X', NULL), ('x', 'X', NULL)",
    ),
    ("extraction/text_is_its_lines", "UPDATE core.articles SET text = text || '.'"),
    ("extraction/text_is_its_lines", _orphan("core.article_lines")),
    ("intake/document_has_file", "UPDATE raw.documents SET file_id = 'x'"),
    ("intake/reason_unless_loaded", "UPDATE raw.files SET status = 'missing', reason = NULL"),
    ("reference/body_parents_resolve", "UPDATE reference.bodies SET parent_id = 'x'"),
    ("reference/issuer_symbols_resolve", "UPDATE reference.local_symbols SET in_city = 'x'"),
    (
        "reference/unit_parents_resolve",
        "UPDATE reference.administrative_units SET merged_into = 'x'",
    ),
    ("search/postings_in_order", "UPDATE search.postings SET impact = 1"),
    ("search/postings_in_order", "UPDATE search.postings SET impact = 0"),
    (
        "search/postings_resolve",
        f"UPDATE search.articles SET is_sorted = FALSE; {_twice('search.postings')}",
    ),
]


@pytest.fixture(scope="module")
def sound(new_sandbox: Callable[[], Sandbox]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of a published warehouse with two pages and one of them again, open for writing."""
    sandbox = new_sandbox()
    sandbox.write("one.txt", page("tranh dân gian"))
    sandbox.write("one_again.txt", page("tranh dân gian", day="07/06/2023"))
    sandbox.write("two.txt", page("hát quan họ"))
    sandbox.refresh()
    with duckdb.connect(sandbox.published) as connection:
        connection.execute(sql_files.statement("checks/see_everything"))
        yield connection


def failing_rows(connection: duckdb.DuckDBPyConnection, check: str) -> int:
    sql = _CHECKS[check].read_text(encoding="utf-8")
    return len(connection.sql(sql).fetchall())


def test_every_check_has_its_sabotage() -> None:
    assert sorted(_SABOTAGE) == sorted(_CHECKS)


@pytest.mark.parametrize(
    ("check", "sabotage"),
    [*_SABOTAGE.items(), *_MORE_SABOTAGE],
    ids=[*_SABOTAGE, *(f"{check}-again" for check, _ in _MORE_SABOTAGE)],
)
def test_check_passes_when_sound_and_fails_when_not(
    sound: duckdb.DuckDBPyConnection, check: str, sabotage: str
) -> None:
    assert failing_rows(sound, check) == 0
    sound.begin()
    try:
        sound.execute(sabotage)
        assert failing_rows(sound, check) > 0
    finally:
        sound.rollback()


_RESTRICTED = sorted(name for name, path in _CHECKS.items() if "due_" in path.read_text("utf-8"))


@pytest.mark.parametrize("check", _RESTRICTED)
def test_check_sees_articles_that_changed_and_no_others(
    sound: duckdb.DuckDBPyConnection, check: str
) -> None:
    see_changes = sql_files.statement("checks/see_changes")
    sound.begin()
    try:
        sound.execute(_SABOTAGE[check])
        sound.execute("DELETE FROM ops.changed_articles")
        sound.execute(see_changes)
        assert failing_rows(sound, check) == 0
        # Every article changed in a refresh that goes on.
        sound.execute(
            "UPDATE ops.refreshes SET status = 'running';"
            " INSERT INTO ops.changed_articles SELECT refresh_id, unnest([article_id, 'x',"
            " 'article:none']) FROM ops.refreshes, core.articles"
        )
        sound.execute(see_changes)
        assert failing_rows(sound, check) > 0
    finally:
        sound.rollback()


@pytest.mark.parametrize("check", sorted(_CHECKS))
def test_check_says_what_it_holds(check: str) -> None:
    stage, name = check.split("/")
    (query,) = [query for query in sql_files.checks(stage) if query.name == name]
    assert query.description.endswith(".")
    assert query.severity in ("error", "warn")


def test_incomplete_head_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "checks" / "demo"
    folder.mkdir(parents=True)
    head = "-- table: raw.files\n-- severity: grave\n-- description: Nothing.\nSELECT 1\n"
    (folder / "bad.sql").write_text(head, encoding="utf-8")
    monkeypatch.setattr(sql_files, "_ROOT", tmp_path)
    with pytest.raises(ValueError, match="severity"):
        sql_files.checks("demo")
