"""Making the writer's database ready for a refresh, whatever became of it since the last one.

It holds nothing that the input folder and the history of refreshes could not give again. So when it
is missing (a new schema has a new name), damaged, or to be rebuilt, an empty one takes its place
at once, with the history of the longest-lived database at hand; the stages fill it as they would a
new one, and a refresh that is killed meanwhile is carried on by the next. What does not belong
here: the lock that keeps refreshes apart (`pipelines.resources`).
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb

from warehouse.connection import Database, describe_tables, open_reader, open_writer, spill_folder
from warehouse.damage import find_damage, set_aside, write_ahead_log
from warehouse.publishing import remove_leftovers, require_ours, sync_folder
from warehouse.snapshots import list_snapshots

# What is kept of the past, by the statement that takes it over.
_HISTORY = {
    "refreshes": "ops.refreshes",
    "changes": "ops.changes",
    "checks": "ops.checks",
    "entity_moves": "ops.entity_moves",
    "files": "raw.files",
}
# Of articles that are kept although their files are gone, what reading them again would give.
_KEPT = {
    "kept_documents": "raw.documents",
    "kept_articles": "core.articles",
    "kept_article_lines": "core.article_lines",
    "kept_article_bands": "ops.article_bands",
    "kept_article_sketches": "ops.article_sketches",
    "kept_first_readings": "ops.first_readings",
    "kept_line_keys": "ops.line_keys",
    "kept_similar_articles": "core.similar_articles",
}
# These are counted when they are taken over.
_GIVEN = frozenset({"refresh_no"})


def make_ready(
    writer: Path, published: Path, snapshots: Path, *, stages: Sequence[str], anew: bool
) -> list[str]:
    """Leave the writer's database openable, and begun anew where it must or shall (`anew`) be.

    The caller holds the lock of the published file. Returns what a user should know, in sentences.
    Raises `NotAWarehouseError` for a published file that is none of ours.
    """
    notes = []
    _remove_remains(writer, published)
    if (damage := require_ours(published)) is not None:
        aside = set_aside(published)
        notes.append(f"The published file was damaged and is set aside as {aside}: {damage}.")
    if (damage := _damage(writer)) is not None:
        aside = set_aside(writer)
        notes.append(f"The writer's database was damaged and is set aside as {aside}: {damage}.")
    elif writer.is_file():
        _remove(writer.with_name(f"{writer.name}.damaged"))  # a refresh ended well since
    if anew or not writer.is_file():
        sources = [writer] if writer.is_file() else _histories(writer, published, snapshots)
        source = _begin_anew(writer, sources, stages)
        if source is not None:
            notes.append(f"All pages are read anew; history is taken over from {source.name}.")
    with open_writer(writer) as database:
        _settle_unpublished(database, published, snapshots)
    return notes


def remove_former(writer: Path) -> None:
    """Remove the writer's databases of earlier schemas, for the same published file."""
    for former in _former(writer):
        _remove(former)


def _remove_remains(writer: Path, published: Path) -> None:
    """Remove what a killed refresh may have left, and an empty file that is to be published."""
    writer.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(spill_folder(writer), ignore_errors=True)
    for begun in writer.parent.glob(f".{_stem(writer)}-*"):
        begun.unlink(missing_ok=True)
    remove_leftovers(published)
    if published.is_file() and published.stat().st_size == 0:
        published.unlink()


def _damage(writer: Path) -> str | None:
    return find_damage(writer, read_only=False) if writer.is_file() else None


def _begin_anew(writer: Path, sources: Sequence[Path], stages: Sequence[str]) -> Path | None:
    """Put an empty database in the writer's place, with the history of the first sound source."""
    beside = writer.with_name(f".{writer.name}.new")
    with open_writer(beside) as database:
        source = next((path for path in sources if _take_over(database, path)), None)
        database.run("history/expect_stages", stages=list(stages))
    write_ahead_log(writer).unlink(missing_ok=True)  # of a database that is gone
    beside.replace(writer)
    sync_folder(writer.parent)
    return source


def _take_over(database: Database, source: Path) -> bool:
    """Copy the history of `source`, as far as its columns fit the tables as they are now.

    Returns whether it could be read.
    """
    try:
        with database.attached(source, "former"), database.transaction():
            former = dict(database.frame("history/former_columns").iter_rows())
            needed = dict(database.frame("history/needed_columns").iter_rows())
            columns = {
                table: {column.name for column in described.columns} & set(former.get(table, ()))
                for table, described in describe_tables().items()
            }
            fitting = {t for t in columns if set(needed.get(t, ())) - _GIVEN <= columns[t]}
            statements = {name: t for name, t in _HISTORY.items() if t in fitting}
            if fitting.issuperset(_KEPT.values()):
                database.run("history/find_kept")
                statements |= _KEPT
            for statement, table in statements.items():
                database.run(f"history/{statement}", columns=sorted(columns[table]))
    except duckdb.Error:
        return False
    return True


def _histories(writer: Path, published: Path, snapshots: Path) -> list[Path]:
    """Return the sound databases with a history, the longest first: each began with another's."""
    writers = [path for path in _former(writer) if _damage(path) is None]
    kept = [snapshot.path for snapshot in list_snapshots(snapshots) if snapshot.problem is None]
    lengths = {path: _history_length(path) for path in (*writers, published, *kept)}
    return sorted(filter(lengths.get, lengths), key=lambda path: lengths[path], reverse=True)


def _history_length(database: Path) -> int:
    try:
        with open_reader(database) as reader:
            return int(reader.frame("history/refresh_count").item())
    except (duckdb.Error, FileNotFoundError):
        return 0


def _settle_unpublished(database: Database, published: Path, snapshots: Path) -> None:
    """Note as failed the last refresh when it ended but was killed before readers got it.

    Readers got it when the published file knows of it, or a snapshot was made of it.
    """
    last = database.frame("refresh/last_finished")["refresh_id"].to_list()
    kept = {path.stem for path in snapshots.glob("[!.]*.duckdb")}
    if published.is_file():
        with open_reader(published) as reader:
            kept |= set(reader.frame("history/published_refreshes")["refresh_id"])
    elif kept:
        return  # somebody took the published file away: what it held cannot be told
    if not kept.issuperset(last):
        database.run("refresh/fail", refresh_id=last[0])


def _former(writer: Path) -> list[Path]:
    """Return the writer's databases of other schemas: their names differ in the last part only."""
    paths = writer.parent.glob(f"{_stem(writer)}-*.duckdb")
    return [path for path in sorted(paths) if path != writer]


def _stem(writer: Path) -> str:
    return writer.stem.rpartition("-")[0]


def _remove(database: Path) -> None:
    for path in (write_ahead_log(database), database):
        path.unlink(missing_ok=True)
    shutil.rmtree(spill_folder(database), ignore_errors=True)
