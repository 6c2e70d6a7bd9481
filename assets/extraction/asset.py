"""The Dagster shell of extraction: captures become outlets, articles and their lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.extraction.duplicates import Copy, bands, keep_one, similarity
from assets.extraction.records import Article, Capture, Outcome
from assets.extraction.repetition import (
    NOTHING_KNOWN,
    KnownLines,
    key_rows,
    known_lines,
    reading_row,
)
from assets.extraction.rows import article_id_of, article_row, line_rows
from assets.reference.records import load_reference
from assets.refresh import Refresh
from assets.versions import stage_version
from warehouse.connection import Database

_TABLES = ("core.articles", "core.article_lines", "core.outlets", "core.similar_articles")
_INPUTS = ("raw.documents", "reference.tables")
_ARTICLE_ID = {"article_id": pl.String}
_OUTCOMES = {
    "document_id": pl.String,
    "url": pl.String,
    "reason": pl.String,
    "is_final": pl.Boolean,
}


@dg.multi_asset(
    name="extraction",
    specs=[
        shell.table_spec(table, "extraction", _INPUTS, {"python", "duckdb"}, "extraction")
        for table in _TABLES
    ],
    check_specs=shell.check_specs("extraction"),
    pool="duckdb_writer",
)
def extraction(
    context: dg.AssetExecutionContext, refresh: dg.ResourceParam[Refresh]
) -> Iterator[dg.MaterializeResult[Any]]:
    """Read the captures that no reader of this version has read yet."""
    version = stage_version("extraction")
    with refresh.open_writer() as database:
        refresh_id = refresh.begin(database, context.run.run_id)
        pending = database.frame("extraction/pending", version=version)
        captures = [Capture(**row) for row in pending.iter_rows(named=True)]
        outcomes = _read(refresh, "Reading pages", [(one, NOTHING_KNOWN) for one in captures])
        with database.transaction():
            articles = _write(database, outcomes, version)
            again = _read_again(refresh, database, outcomes, version)
            articles.update(again)
            if articles:
                _note_similar(database, sorted(articles))
            _link_duplicates(database)
            database.run("extraction/replace_outlets")
        database.run("intake/settle_statuses", refresh_id=refresh_id)
        counts = {"captures_read": len(outcomes), "articles_changed_by_other_pages": len(again)}
        yield from shell.report(database, "extraction", _TABLES, refresh_id, counts)


def _read(
    refresh: Refresh, title: str, captures: Sequence[tuple[Capture, KnownLines]]
) -> list[Outcome]:
    outcomes: list[Outcome] = []
    if not captures:
        return outcomes
    # The readers and their libraries load slowly: a refresh with nothing new does without.
    from assets.extraction.reading import read_capture

    reference = load_reference()
    folder, limits = refresh.input_folder, refresh.limits
    with refresh.progress.stage(title, len(captures)) as advance:
        for capture, known in captures:
            outcomes.append(read_capture(folder, capture, limits, reference, known))
            advance(1)
    return outcomes


def _write(database: Database, outcomes: Sequence[Outcome], version: str) -> set[str]:
    """Put what the readers found in the place of what was known; return the articles written."""
    found = [(outcome.article, outcome.capture) for outcome in outcomes]
    articles = [article_row(a, capture.file_id) for a, capture in found if a is not None]
    lines = [row for a, _ in found if a is not None for row in line_rows(a)]
    with (
        database.with_frame("outcomes", _outcome_frame(outcomes)),
        database.with_frame("new_articles", shell.table_frame("core.articles", articles)),
        database.with_frame("new_lines", shell.table_frame("core.article_lines", lines)),
        database.with_frame("new_bands", shell.table_frame("ops.article_bands", _bands(articles))),
    ):
        database.run("extraction/merge", version=version)
    return {article["article_id"] for article in articles}


def _read_again(
    refresh: Refresh, database: Database, outcomes: Sequence[Outcome], version: str
) -> set[str]:
    """Read pages again about whose lines other pages now tell more; return what came out anew.

    The ground of all counting is what each page told by itself, so the order of arrival does not
    matter. A page stays an article, and of its outlet.
    """
    _note_readings(database, [one.article for one in outcomes if one.article is not None], outcomes)
    if database.row_count("touched_outlets") == 0:
        return set()
    database.run("extraction/count_lines")
    waiting: list[tuple[Capture, KnownLines]] = []
    for row in database.frame("extraction/to_read_again").iter_rows(named=True):
        pairs = zip(row.pop("line_keys") or (), row.pop("are_titles") or (), strict=True)
        waiting.append((Capture(**row), known_lines(pairs)))
    read = [one for one in _read(refresh, "Comparing pages", waiting) if one.article is not None]
    database.run("extraction/note_knowledge")
    return _write(database, _changed(database, _with_first_outlet(database, read)), version)


def _note_readings(
    database: Database, articles: Sequence[Article], outcomes: Sequence[Outcome]
) -> None:
    ids = [(article, article_id_of(article.document_id)) for article in articles]
    readings = [reading_row(article, article_id) for article, article_id in ids]
    keys = [row for article, article_id in ids for row in key_rows(article, article_id)]
    with (
        database.with_frame("outcomes", _outcome_frame(outcomes)),
        database.with_frame("new_readings", shell.table_frame("ops.first_readings", readings)),
        database.with_frame("new_keys", shell.table_frame("ops.line_keys", keys)),
    ):
        database.run("extraction/note_readings")


def _with_first_outlet(database: Database, outcomes: Sequence[Outcome]) -> list[Outcome]:
    wanted = [article_id_of(one.capture.document_id) for one in outcomes]
    with database.with_frame("wanted", pl.DataFrame({"article_id": wanted}, _ARTICLE_ID)):
        rows = database.frame("extraction/outlets_of").iter_rows(named=True)
    outlets = {row.pop("document_id"): row for row in rows}
    return [
        replace(one, article=replace(one.article, **outlets[one.capture.document_id]))
        for one in outcomes
        if one.article is not None
    ]


def _changed(database: Database, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Return the outcomes whose rows differ from those that stand in the tables."""
    found = [(one.article, one.capture.file_id) for one in outcomes if one.article is not None]
    articles = [article_row(article, file_id) for article, file_id in found]
    lines = [row for article, _ in found for row in line_rows(article)]
    with (
        database.with_frame("read_again", shell.table_frame("core.articles", articles)),
        database.with_frame("lines_again", shell.table_frame("core.article_lines", lines)),
    ):
        changed = set(database.frame("extraction/changed_by_knowledge")["article_id"])
    return [one for one in outcomes if article_id_of(one.capture.document_id) in changed]


def _bands(articles: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"article_id": article["article_id"], "band": band}
        for article in articles
        for band in bands(article["text_folded"])
    ]


def _copies(database: Database, pairs: pl.DataFrame) -> dict[str, Copy]:
    wanted = pl.concat([pairs["article_id"], pairs["other_id"]]).unique()
    with database.with_frame("wanted", pl.DataFrame({"article_id": wanted})):
        rows = database.frame("extraction/copies").iter_rows(named=True)
        return {row["article_id"]: Copy(**row) for row in rows}


def _note_similar(database: Database, articles: Sequence[str]) -> None:
    """Compare newly read articles with those that look alike, and note the copies."""
    with database.with_frame("new_articles", pl.DataFrame({"article_id": articles}, _ARTICLE_ID)):
        pairs = database.frame("extraction/candidate_pairs")
    copies = _copies(database, pairs)
    rows = [
        {"article_id": one, "other_id": other, "similarity": alike}
        for one, other in pairs.iter_rows()
        if (alike := similarity(copies[one], copies[other])) is not None
    ]
    database.load("core.similar_articles", shell.table_frame("core.similar_articles", rows))


def _link_duplicates(database: Database) -> None:
    pairs = database.frame("extraction/similar_pairs")
    kept = keep_one(pairs.iter_rows(), _copies(database, pairs))
    verdicts = pl.DataFrame(
        list(kept.items()),
        schema={"article_id": pl.String, "duplicate_of": pl.String},
        orient="row",
    )
    with database.with_frame("verdicts", verdicts):
        database.run("extraction/link_duplicates")


def _outcome_frame(outcomes: Sequence[Outcome]) -> pl.DataFrame:
    rows = [
        (
            outcome.capture.document_id,
            outcome.article.url if outcome.article else outcome.capture.url,
            outcome.reason,
            outcome.is_final,
        )
        for outcome in outcomes
    ]
    return pl.DataFrame(rows, schema=_OUTCOMES, orient="row")
