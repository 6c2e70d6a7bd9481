"""The Dagster shell of extraction: captures become outlets, articles and their lines."""

from collections.abc import Iterator, Sequence
from typing import Any

import dagster as dg
import polars as pl

from assets import shell
from assets.extraction.duplicates import Copy, bands, keep_one, similarity
from assets.extraction.records import Capture, Outcome
from assets.extraction.rows import article_row, line_rows
from assets.reference.records import load_reference
from assets.refresh import Refresh
from assets.versions import stage_version
from warehouse.connection import Database

_TABLES = ("core.articles", "core.article_lines", "core.outlets", "core.similar_articles")
_INPUTS = ("raw.documents", "reference.tables")
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
        outcomes = _read(refresh, [Capture(**row) for row in pending.iter_rows(named=True)])
        _write(database, outcomes, version)
        database.run("intake/settle_statuses", refresh_id=refresh_id)
        yield from shell.report(
            database, "extraction", _TABLES, refresh_id, {"captures_read": len(outcomes)}
        )


def _read(refresh: Refresh, captures: Sequence[Capture]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    if not captures:
        return outcomes
    # The readers and their libraries load slowly: a refresh with nothing new does without.
    from assets.extraction.reading import read_capture

    reference = load_reference()
    with refresh.progress.stage("Reading pages", len(captures)) as advance:
        for capture in captures:
            outcomes.append(read_capture(refresh.input_folder, capture, refresh.limits, reference))
            advance(1)
    return outcomes


def _write(database: Database, outcomes: Sequence[Outcome], version: str) -> None:
    found = [(outcome.article, outcome.capture) for outcome in outcomes]
    articles = [article_row(a, capture.file_id) for a, capture in found if a is not None]
    lines = [row for a, _ in found if a is not None for row in line_rows(a)]
    with (
        database.with_frame("outcomes", _outcome_frame(outcomes)),
        database.with_frame("new_articles", shell.table_frame("core.articles", articles)),
        database.with_frame("new_lines", shell.table_frame("core.article_lines", lines)),
        database.with_frame("new_bands", shell.table_frame("ops.article_bands", _bands(articles))),
        database.transaction(),
    ):
        database.run("extraction/merge", version=version)
        if articles:
            _note_similar(database)
        _link_duplicates(database)
        database.run("extraction/replace_outlets")


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


def _note_similar(database: Database) -> None:
    """Compare newly read articles with those that look alike, and note the copies."""
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
