"""Snapshots: kept without a copy, pruned by number and age, put back at once and whole."""

import datetime as dt
import os
from pathlib import Path

import duckdb
import pytest

from warehouse.connection import open_writer
from warehouse.publishing import publish
from warehouse.snapshots import SnapshotError, keep, list_snapshots, prune, restore

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


def refresh(writer: Path, number: int, at: dt.datetime) -> None:
    """Note one more refresh that succeeded, at a time the clock told."""
    with open_writer(writer) as database:
        run = f"run-{number}"
        database.run(
            "refresh/begin",
            refresh_id=f"r{number}",
            run_id=run,
            trigger="cli",
            input_folder="",
            now=at,
            code_version="1",
        )
        database.run("refresh/finish", refresh_id=f"r{number}", now=at)


def names(folder: Path) -> list[str]:
    return [snapshot.refresh_id for snapshot in list_snapshots(folder)]


def last_seen(published: Path) -> str:
    with duckdb.connect(published, read_only=True) as reader:
        rows = reader.execute("SELECT refresh_id FROM ops.refreshes ORDER BY refresh_no").fetchall()
    return str(rows[-1][0])


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Published files of five refreshes; after the second the clock went back two months."""
    folder = tmp_path_factory.mktemp("states")
    writer = folder / "writer.duckdb"
    days = (NOW, NOW + dt.timedelta(days=1), *(NOW - dt.timedelta(days=n) for n in (60, 59, 58)))
    paths = []
    for number, day in enumerate(days, start=1):
        refresh(writer, number, day)
        paths.append(folder / f"{number}.duckdb")
        publish(writer, paths[-1])
    return paths


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return tmp_path / "out" / "news.duckdb"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "snapshots"


def publish_all(states: list[Path], published: Path, folder: Path) -> None:
    for state in states:
        keep(published, folder)
        publish(state, published)


def test_former_file_is_kept_without_a_copy(
    states: list[Path], published: Path, folder: Path
) -> None:
    assert keep(published, folder) is None  # nothing published yet
    publish(states[0], published)
    inode = published.stat().st_ino
    kept = keep(published, folder)
    publish(states[1], published)
    assert kept is not None
    assert kept.stat().st_ino == inode
    assert last_seen(kept) == "r1"
    assert last_seen(published) == "r2"


def test_keeping_again_changes_nothing(states: list[Path], published: Path, folder: Path) -> None:
    publish(states[0], published)
    assert keep(published, folder) == keep(published, folder)
    assert names(folder) == ["r1"]


def test_where_links_are_impossible_a_copy_is_kept(
    states: list[Path], published: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_arguments: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", no_links)
    publish(states[0], published)
    kept = keep(published, folder)
    assert kept is not None
    assert kept.stat().st_ino != published.stat().st_ino
    assert kept.read_bytes() == published.read_bytes()


def test_newest_come_first_whatever_the_clock_said(
    states: list[Path], published: Path, folder: Path
) -> None:
    publish_all(states, published, folder)
    assert names(folder) == ["r4", "r3", "r2", "r1"]


def test_pruned_by_number(states: list[Path], published: Path, folder: Path) -> None:
    publish_all(states, published, folder)
    prune(folder, published, count=2, days=1000, now=NOW)
    assert names(folder) == ["r4", "r3"]


def test_pruned_by_age_but_never_the_newest(
    states: list[Path], published: Path, folder: Path
) -> None:
    publish_all(states, published, folder)
    prune(folder, published, count=9, days=30, now=NOW + dt.timedelta(days=10))
    assert names(folder) == ["r4", "r2", "r1"]  # of two months ago, but the newest
    prune(
        folder, published, count=9, days=30, now=NOW - dt.timedelta(days=300)
    )  # the clock went back
    assert names(folder) == ["r4", "r2", "r1"]


def test_none_are_kept_when_none_shall_be(
    states: list[Path], published: Path, folder: Path
) -> None:
    publish_all(states[:2], published, folder)
    prune(folder, published, count=0, days=30, now=NOW)
    assert names(folder) == []


def test_restore_keeps_what_it_replaces(states: list[Path], published: Path, folder: Path) -> None:
    publish_all(states[:3], published, folder)
    former = restore(list_snapshots(folder)[-1], published, folder)
    assert last_seen(published) == "r1"
    assert former is not None
    assert former.stem == "r3"
    assert names(folder) == ["r3", "r2", "r1"]
    assert sorted(path.name for path in published.parent.iterdir()) == [published.name]


def test_restored_file_is_not_the_snapshot_itself(
    states: list[Path], published: Path, folder: Path
) -> None:
    publish_all(states[:2], published, folder)
    (snapshot,) = list_snapshots(folder)
    restore(snapshot, published, folder)
    published.write_bytes(b"a user wrote into it")
    assert list_snapshots(folder)[-1].problem is None


@pytest.mark.parametrize("size", [0, 5000, 400_000])
def test_damaged_snapshot_is_told_and_never_put_back(
    states: list[Path], published: Path, folder: Path, size: int
) -> None:
    publish_all(states[:3], published, folder)
    damaged = list_snapshots(folder)[0]
    damaged.path.unlink()
    whole = states[1].read_bytes()
    damaged.path.write_bytes(whole[:size])
    assert names(folder) == ["r1", "r2"]
    worst = list_snapshots(folder)[-1]
    assert worst.problem
    before = published.read_bytes()
    with pytest.raises(SnapshotError, match="r2"):
        restore(worst, published, folder)
    assert published.read_bytes() == before


def test_damage_inside_is_found_before_it_is_put_back(
    states: list[Path], published: Path, folder: Path
) -> None:
    publish_all(states[:3], published, folder)
    newest = list_snapshots(folder)[0]
    whole = bytearray(newest.path.read_bytes())
    for block in range(12_288, len(whole), 262_144):
        whole[block + 5000 : block + 5100] = b"?" * 100
    newest.path.unlink()
    newest.path.write_bytes(whole)
    before = published.read_bytes()
    with pytest.raises(SnapshotError, match="damaged"):
        restore(newest, published, folder)
    assert published.read_bytes() == before


def test_reader_that_has_the_file_open_keeps_what_it_opened(
    states: list[Path], published: Path, folder: Path
) -> None:
    publish_all(states[:2], published, folder)
    with duckdb.connect(published, read_only=True) as reader:
        restore(list_snapshots(folder)[0], published, folder)
        assert reader.execute("SELECT max(refresh_no) FROM ops.refreshes").fetchall() == [(2,)]
    assert last_seen(published) == "r1"
