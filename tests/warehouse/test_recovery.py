"""The writer's database is made ready whatever became of it, and never at the cost of history."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from warehouse.connection import open_writer
from warehouse.damage import DamagedDatabaseError
from warehouse.publishing import NotAWarehouseError, publish
from warehouse.recovery import make_ready, remove_former
from warehouse.snapshots import keep

NOW = dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC)
STAGES = ("intake", "extraction")


def begin(writer: Path, number: int, at: dt.datetime = NOW) -> None:
    with open_writer(writer) as database:
        database.run(
            "refresh/begin",
            refresh_id=f"r{number}",
            run_id=f"run-{number}",
            trigger="cli",
            input_folder="",
            now=at,
            code_version="1",
        )


def finish(writer: Path, number: int) -> None:
    with open_writer(writer) as database:
        database.run("refresh/finish", refresh_id=f"r{number}", now=NOW)


class Home:
    """A writer's database, the published file and snapshots, after refreshes of no files."""

    def __init__(self, root: Path) -> None:
        self.writer = root / "writer" / "news-12345678-aaaaaaaa.duckdb"
        self.published = root / "out" / "news.duckdb"
        self.snapshots = root / "snapshots"

    def refresh(self, number: int) -> None:
        begin(self.writer, number)
        finish(self.writer, number)
        keep(self.published, self.snapshots)
        publish(self.writer, self.published)

    def ready(self, *, anew: bool = False) -> list[str]:
        return make_ready(self.writer, self.published, self.snapshots, stages=STAGES, anew=anew)

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        with duckdb.connect(self.writer, read_only=True) as reader:
            return reader.execute(sql).fetchall()

    def refreshes(self) -> list[tuple[object, ...]]:
        return self.ask("SELECT refresh_id, refresh_no, status FROM ops.refreshes ORDER BY ALL")

    def names(self) -> list[str]:
        return sorted(path.name for path in self.writer.parent.iterdir())


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home after two refreshes, to be copied."""
    root = tmp_path_factory.mktemp("once")
    home = Home(root)
    home.refresh(1)
    with open_writer(home.writer) as database:
        database.query(
            "INSERT INTO raw.files (file_id, path, status, first_seen_at, last_seen_at, refresh_id)"
            " VALUES ('f1', 'a.txt', 'missing', '2020-01-01', '2021-01-01', 'r1')"
        )
    home.refresh(2)
    return root


@pytest.fixture
def home(once: Path, tmp_path: Path) -> Home:
    shutil.copytree(once, tmp_path / "home")
    return Home(tmp_path / "home")


BOTH = [("r1", 1, "succeeded"), ("r2", 2, "succeeded")]


def test_first_refresh_begins_with_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert home.ready() == []
    assert home.refreshes() == []
    assert home.ask("SELECT subject FROM ops.derivations ORDER BY ALL") == [
        ("extraction",),
        ("intake",),
    ]


def test_sound_database_is_left_alone(home: Home) -> None:
    assert home.ready() == []
    assert home.refreshes() == BOTH
    assert home.ask("SELECT count(*) FROM ops.derivations") == [(0,)]


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 3)


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("damage", [cut_short, empty, os.unlink])
def test_damaged_writer_is_begun_anew_with_its_history(
    home: Home, damage: Callable[[Path], None]
) -> None:
    damage(home.writer)
    notes = home.ready()
    assert notes[-1] == "All pages are read anew; history is taken over from news.duckdb."
    assert ("damaged" in notes[0]) is (damage is not os.unlink)
    assert home.refreshes() == BOTH
    assert home.ask("SELECT path, year(first_seen_at) FROM raw.files") == [("a.txt", 2020)]
    assert home.ask("SELECT count(*) FROM ops.derivations") == [(2,)]
    home.ready()
    assert home.names() == [home.writer.name]  # what was set aside is gone


def test_rebuilding_keeps_the_history_and_nothing_else(home: Home) -> None:
    with open_writer(home.writer) as database:
        database.query("INSERT INTO core.outlets VALUES ('o', 'O', NULL)")
    home.ready(anew=True)
    assert home.refreshes() == BOTH
    assert home.ask("SELECT count(*) FROM core.outlets") == [(0,)]


def test_articles_whose_files_are_gone_outlive_rebuilding(home: Home) -> None:
    with open_writer(home.writer) as database:
        for document, file in (("kept", "f1"), ("there", "f2"), ("kept too", "f3")):
            database.query(
                "INSERT INTO raw.documents (document_id, file_id, ordinal, status)"
                " VALUES ($document, $file, 1, 'loaded')",
                {"document": document, "file": file},
            )
            database.query(
                "INSERT INTO core.articles (article_id, document_id, file_id, text, authors,"
                " word_count, extraction_method, extraction_reason, text_folded)"
                " VALUES ('article:' || $document, $document, $file, 'x', [], 1, 'html', 'x', 'x')",
                {"document": document, "file": file},
            )
        for file, status in (("f2", "loaded"), ("f3", "missing")):
            database.query(
                "INSERT INTO raw.files (file_id, path, status, first_seen_at, last_seen_at,"
                " refresh_id) VALUES ($file, $file, $status, '2020-01-01', '2021-01-01', 'r1')",
                {"file": file, "status": status},
            )
        database.query(
            "INSERT INTO core.similar_articles VALUES"
            " ('article:kept', 'article:kept too', 1), ('article:kept', 'article:there', 1)"
        )
    home.ready(anew=True)
    kept = [("kept",), ("kept too",)]
    assert home.ask("SELECT document_id FROM raw.documents ORDER BY ALL") == kept
    articles = [(f"article:{document}",) for (document,) in kept]
    assert home.ask("SELECT article_id FROM core.articles ORDER BY ALL") == articles
    # Articles that are read again are compared anew.
    assert home.ask("SELECT other_id FROM core.similar_articles") == [("article:kept too",)]


def test_new_schema_takes_over_from_the_former_writer(home: Home) -> None:
    begin(home.writer, 3)  # readers never got it
    former, home.writer = home.writer, home.writer.with_name("news-12345678-bbbbbbbb.duckdb")
    assert home.ready() == [f"All pages are read anew; history is taken over from {former.name}."]
    assert [row[0] for row in home.refreshes()] == ["r1", "r2", "r3"]
    remove_former(home.writer)
    assert home.names() == [home.writer.name]


def test_columns_of_another_schema_are_left_out_or_filled(home: Home) -> None:
    with duckdb.connect(home.writer) as former:
        former.execute("ALTER TABLE ops.refreshes DROP COLUMN refresh_no")
        former.execute("ALTER TABLE ops.refreshes ADD COLUMN mood VARCHAR DEFAULT 'fine'")
        former.execute("ALTER TABLE raw.files DROP COLUMN path")  # cannot be told any more
    home.writer = home.writer.with_name("news-12345678-bbbbbbbb.duckdb")
    home.ready()
    assert home.refreshes() == BOTH
    assert home.ask("SELECT count(*) FROM raw.files") == [(0,)]


def test_refresh_that_ended_but_was_not_published_has_failed(home: Home) -> None:
    begin(home.writer, 3)
    finish(home.writer, 3)
    home.ready()
    assert home.refreshes() == [*BOTH, ("r3", 3, "failed")]


def test_refresh_that_was_taken_back_by_a_restore_has_not_failed(home: Home) -> None:
    keep(home.published, home.snapshots)
    publish(home.snapshots / "r1.duckdb", home.published)
    home.ready()
    assert home.refreshes() == BOTH


def test_damaged_published_file_is_set_aside(home: Home) -> None:
    cut_short(home.published)
    assert "published file was damaged" in home.ready()[0]
    assert [path.name for path in home.published.parent.iterdir()] == ["news.duckdb.damaged"]
    assert home.refreshes() == BOTH  # snapshots tell that somebody had it


def test_file_that_is_not_ours_is_never_replaced(home: Home) -> None:
    home.published.write_bytes(b"a text of a user")
    with pytest.raises(NotAWarehouseError, match="no DuckDB file"):
        home.ready()
    home.published.unlink()
    with duckdb.connect(home.published) as other:
        other.execute("CREATE TABLE mine (a INTEGER)")
    with pytest.raises(NotAWarehouseError, match="none of ours"):
        home.ready()
    with duckdb.connect(home.published) as other:
        assert other.execute("SELECT count(*) FROM mine").fetchall() == [(0,)]


def test_database_that_another_program_holds_is_not_taken_for_damaged(home: Home) -> None:
    program = (
        "import sys, duckdb; c = duckdb.connect(sys.argv[1]); print(flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", program, str(home.writer)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(duckdb.IOException, match="lock"):
            home.ready()
    finally:
        holder.communicate()
    assert home.ready() == []


def test_leftovers_of_a_killed_refresh_are_removed(home: Home) -> None:
    spill = home.writer.with_name(home.writer.name + ".spill")
    spill.mkdir()
    (spill / "block.tmp").write_bytes(b"x")
    home.writer.with_name(".news-12345678-cccccccc.duckdb.new").write_bytes(b"half")
    home.published.with_name(".news.duckdb.k1ll3d").write_bytes(b"half")
    home.ready()
    assert home.names() == [home.writer.name]
    assert [path.name for path in home.published.parent.iterdir()] == ["news.duckdb"]


def test_damage_met_in_the_middle_of_work_is_set_aside(home: Home) -> None:
    with open_writer(home.writer) as database:
        database.query(
            "CREATE TABLE long AS SELECT repeat(md5(i::VARCHAR), 9) AS t FROM range(99999) r(i)"
        )
    whole = bytearray(home.writer.read_bytes())
    middle = 12_288 + 262_144 * (len(whole) // 262_144 // 2) + 99
    whole[middle : middle + 9] = b"?" * 9
    home.writer.write_bytes(whole)
    with (
        pytest.raises(DamagedDatabaseError, match="set aside"),
        open_writer(home.writer) as database,
    ):
        database.query("SELECT max(t) FROM long")
    assert home.names() == [home.writer.name + ".damaged"]
    home.ready()
    assert home.refreshes() == BOTH
