"""The warehouse holds every table and column that users rely on, explained, in one format."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from assets.reference.records import ROW_TYPES
from warehouse.connection import describe_tables, open_writer

# What SQL users rely on: names that must not go. More columns may stand beside them.
_CONTRACT = {
    "raw.files": """
        file_id path bytes media_type encoding status reason first_seen_at last_seen_at refresh_id
    """,
    "raw.documents": "document_id file_id ordinal url status reason",
    "core.outlets": "outlet_id name domain",
    "core.articles": """
        article_id document_id file_id url outlet_id title lead text authors section published_at
        published_precision published_source language word_count extraction_method duplicate_of
        title_folded text_folded
    """,
    "core.article_lines": "article_id line_no kind text confidence reason",
    "core.mentions": """
        mention_id article_id field start_char end_char surface entity_type entity_id line_no
        confidence method
    """,
    "core.date_mentions": """
        article_id field start_char end_char surface starts_on ends_on precision resolved_from
    """,
    "core.entities": """
        entity_id entity_type name name_folded mention_count article_count first_seen_on
        last_seen_on
    """,
    "core.entity_aliases": "entity_id alias alias_folded source mention_count",
    "core.persons": "entity_id name",
    "core.organisations": "entity_id name abbreviation kind parent_id place_id",
    "core.places": "entity_id name kind iso_code parent_id",
    "core.official_documents": "entity_id kind number issuer_id issued_on",
    "core.roles": "person_id title organisation_id as_of article_id field start_char end_char",
    "core.events": """
        event_id kind name starts_on ends_on date_precision place_id article_count outlet_count
    """,
    "core.event_articles": "event_id article_id is_main",
    "core.event_participants": "event_id entity_id part article_id field start_char end_char",
    "core.agreements": """
        agreement_id kind signed_on date_precision article_id field start_char end_char
    """,
    "core.agreement_parties": "agreement_id entity_id",
    "ops.refreshes": """
        refresh_id dagster_run_id started_at finished_at status code_version files_seen files_new
        files_changed files_rejected files_missing articles_total articles_added mentions_total
        entities_total events_total seconds
    """,
    "ops.changes": "refresh_id table_name row_key change",
    "ops.checks": "refresh_id check_name passed severity failing_rows description",
    "reference.judgements": "verdict left_id right_id note status",
    "mart.agreements": "agreement_id kind signed_on party_ids",
    "mart.country_engagement": """
        country_id body_id article_count event_count agreement_count
    """,
    "mart.data_quality": "measure reason outlet_id failing_count total_count share",
    "mart.event_coverage": "event_id outlet_count article_count first_reported_on last_reported_on",
    "mart.organisation_activity": """
        organisation_id month events_organised events_attended agreement_count article_count
        mention_count
    """,
    "mart.outlet_summary": "outlet_id",
    "mart.person_timeline": "person_id",
    "mart.document_citations": "document_id article_id",
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A new, empty warehouse, opened as a reader does."""
    path = tmp_path / "new.duckdb"
    with open_writer(path):
        pass
    with duckdb.connect(path, read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("table", sorted(_CONTRACT))
def test_table_has_the_columns_of_the_contract(table: str) -> None:
    columns = {column.name for column in describe_tables()[table].columns}
    assert set(_CONTRACT[table].split()) <= columns


@pytest.mark.parametrize("table", sorted(describe_tables()))
def test_table_and_columns_are_explained(table: str) -> None:
    described = describe_tables()[table]
    assert described.comment.endswith((".", "?"))
    for column in described.columns:
        assert column.comment.endswith("."), column.name
        assert column.comment != described.comment


def test_names_tell_types() -> None:
    for table in describe_tables().values():
        for column in table.columns:
            label = f"{table.name}.{column.name}"
            if column.name.endswith("_at"):
                assert column.sql_type == "TIMESTAMP WITH TIME ZONE", label
            if column.name.endswith(("_on", "as_of", "valid_from", "valid_to")):
                assert column.sql_type == "DATE", label
            if column.name in ("start_char", "end_char", "line_no", "ordinal"):
                assert column.sql_type == "INTEGER", label
            if column.name.endswith("_id"):
                assert column.sql_type == "VARCHAR", label
    authors = [c for c in describe_tables()["core.articles"].columns if c.name == "authors"]
    assert [c.sql_type for c in authors] == ["VARCHAR[]"]


def test_offsets_and_keys_are_never_null() -> None:
    for table in describe_tables().values():
        if table.name.startswith("core."):
            for column in table.columns:
                if column.name in ("start_char", "end_char", "field", "surface", "article_id"):
                    assert not column.nullable, f"{table.name}.{column.name}"


@pytest.mark.parametrize("name", sorted(ROW_TYPES))
def test_reference_table_is_its_record(name: str) -> None:
    columns = [column.name for column in describe_tables()[f"reference.{name}"].columns]
    assert columns == [field.name for field in dataclasses.fields(ROW_TYPES[name])]


def test_clients_of_the_last_format_can_open_it(database: duckdb.DuckDBPyConnection) -> None:
    tags = database.execute(
        "SELECT tags FROM duckdb_databases() WHERE database_name = current_database()"
    ).fetchone()
    assert tags is not None
    assert tags[0]["storage_version"].startswith("v1.5.0")


def test_long_texts_are_compressed_for_long_texts(database: duckdb.DuckDBPyConnection) -> None:
    created = database.execute(
        "SELECT sql FROM duckdb_tables() WHERE table_name = 'articles'"
    ).fetchone()
    assert created is not None
    assert created[0].lower().count("zstd") == 2


def test_no_table_has_a_key_that_slows_loading(database: duckdb.DuckDBPyConnection) -> None:
    kinds = database.execute("SELECT DISTINCT constraint_type FROM duckdb_constraints()").fetchall()
    assert kinds == [("NOT NULL",)]


def test_every_view_answers_on_an_empty_warehouse(database: duckdb.DuckDBPyConnection) -> None:
    for name in describe_tables():
        assert database.table(name).fetchall() == []
