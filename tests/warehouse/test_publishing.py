"""Publishing exchanges the file at once: readers see whole states, a crash leaves the old one."""

import multiprocessing
import os
import time
from pathlib import Path
from typing import Any

import duckdb
import pytest

from warehouse.connection import open_reader
from warehouse.publishing import publish, remove_leftovers

_ROWS = 3000


def write_state(writer: Path, state: int) -> None:
    """Make the writer's database hold `_ROWS` rows that all say `state`."""
    with duckdb.connect(writer) as connection:
        connection.execute("CREATE OR REPLACE TABLE states (state INTEGER, filler VARCHAR)")
        connection.execute(
            "INSERT INTO states SELECT ?, repeat('x', 40) FROM range(?)", [state, _ROWS]
        )
        connection.execute("CHECKPOINT")


def states_in(published: Path) -> list[tuple[int, int]]:
    with duckdb.connect(published, read_only=True) as connection:
        return connection.execute("SELECT state, count(*) FROM states GROUP BY ALL").fetchall()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def writer(tmp_path: Path) -> Path:
    path = tmp_path / "writer.duckdb"
    write_state(path, 1)
    return path


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return tmp_path / "out" / "news.duckdb"


def test_first_publication_makes_the_folder(writer: Path, published: Path) -> None:
    size = publish(writer, published)
    assert published.stat().st_size == size == writer.stat().st_size
    assert published.stat().st_mode & 0o777 == 0o644
    assert states_in(published) == [(1, _ROWS)]
    assert names(published.parent) == [published.name]


def test_open_reader_keeps_what_it_opened(writer: Path, published: Path) -> None:
    publish(writer, published)
    with open_reader(published) as reader:
        assert reader.query("SELECT min(state) FROM states").item() == 1
        write_state(writer, 2)
        publish(writer, published)
        assert reader.query("SELECT max(state) FROM states").item() == 1
        with duckdb.connect(":memory:") as other:  # a new connection gets the new file
            other.execute(f"ATTACH '{published}' AS fresh (READ_ONLY)")
    assert states_in(published) == [(2, _ROWS)]


def _read_in_a_loop(published: str, stop: Any, seen: Any) -> None:
    while not stop.is_set():
        try:
            seen.put(states_in(Path(published)))
        except Exception as error:  # the test reports whatever a reader meets
            seen.put(repr(error))


def test_looping_reader_sees_only_whole_states(writer: Path, published: Path) -> None:
    publish(writer, published)
    context = multiprocessing.get_context("spawn")
    stop, seen = context.Event(), context.Queue()
    reader = context.Process(target=_read_in_a_loop, args=(str(published), stop, seen), daemon=True)
    reader.start()
    observed = [seen.get(timeout=20)]  # it reads
    state, until = 1, time.monotonic() + 2.5
    while time.monotonic() < until:
        state += 1
        write_state(writer, state)
        publish(writer, published)
        while not seen.empty():
            observed.append(seen.get())
    stop.set()
    while reader.is_alive() or not seen.empty():
        if not seen.empty():
            observed.append(seen.get())
        reader.join(timeout=0.02)
    assert reader.exitcode == 0
    assert all(len(rows) == 1 and rows[0][1] == _ROWS for rows in observed), observed
    order = [rows[0][0] for rows in observed]
    assert order == sorted(order)
    assert len(set(order)) > 2
    assert state > 4


@pytest.mark.parametrize(
    "target",
    [
        "warehouse.publishing.shutil.copyfile",
        "warehouse.publishing.os.fsync",
        "warehouse.publishing.Path.chmod",
        "warehouse.publishing.Path.replace",
    ],
)
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_failure_in_the_middle_leaves_the_old_file(
    writer: Path,
    published: Path,
    monkeypatch: pytest.MonkeyPatch,
    target: str,
    error: BaseException,
) -> None:
    publish(writer, published)
    before = published.read_bytes()
    write_state(writer, 2)

    def fail(*_arguments: object, **_keywords: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(target, fail)
        with pytest.raises(type(error)):
            publish(writer, published)
    assert published.read_bytes() == before
    assert names(published.parent) == [published.name]
    publish(writer, published)
    assert states_in(published) == [(2, _ROWS)]


def test_the_copy_is_synced_before_it_is_renamed(
    writer: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace

    def sync(descriptor: int) -> None:
        steps.append("folder" if os.path.isdir(f"/proc/self/fd/{descriptor}") else "file")  # noqa: PTH112
        real_sync(descriptor)

    def replace(self: Path, target: Path) -> Path:
        steps.append("rename")
        return real_replace(self, target)

    monkeypatch.setattr("warehouse.publishing.os.fsync", sync)
    monkeypatch.setattr("warehouse.publishing.Path.replace", replace)
    publish(writer, published)
    assert steps == ["file", "rename", "folder"]


def test_leftovers_of_a_killed_refresh_are_removed(writer: Path, published: Path) -> None:
    publish(writer, published)
    leftover = published.with_name(f".{published.name}.k1ll3d")
    leftover.write_bytes(b"half a copy")
    neighbour = published.with_name("other.duckdb")
    neighbour.write_bytes(b"not ours")
    remove_leftovers(published)
    assert names(published.parent) == [published.name, neighbour.name]
    remove_leftovers(published.with_name("folder_that_is_not_there") / "news.duckdb")


def test_writer_with_a_write_ahead_log_is_refused(writer: Path, published: Path) -> None:
    publish(writer, published)
    before = published.read_bytes()
    writer.with_name(writer.name + ".wal").write_bytes(b"log")
    with pytest.raises(RuntimeError, match="write-ahead log"):
        publish(writer, published)
    assert published.read_bytes() == before
