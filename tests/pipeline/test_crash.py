"""Refreshes that are killed, rebuilt or lack a disk end in the rows of one left in peace.

Random kills, many of them, are in `benchmarks/kill_refresh.py`; that no worker process outlives
what is killed, `tests/engine` holds.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock
from sandbox import Row, Sandbox, failures, page

from pipelines.resources import writing
from pipelines.settings import lock_path, writer_path

pytestmark = pytest.mark.slow

_PROJECT = Path(__file__).parents[2]


def derived(sandbox: Sandbox) -> dict[str, list[Row]]:
    """Return every row of the tables that a refresh derives from the files."""
    return sandbox.tables("core", "raw.documents", "reference")


def history(sandbox: Sandbox) -> list[Row]:
    return sandbox.rows(
        "SELECT path, file_id, status, reason, first_seen_at FROM raw.files ORDER BY ALL"
    )


@pytest.fixture(scope="module")
def grown(new_sandbox: Callable[[], Sandbox]) -> Sandbox:
    """A folder that changed between two refreshes: one page new, one altered, one gone.

    At the first the clock was years ahead.
    """
    sandbox = new_sandbox()
    for name in ("stays", "goes", "changes"):
        sandbox.write(f"{name}.txt", page(f"tranh {name}"))
    sandbox.refresh()
    with duckdb.connect(writer_path(sandbox.home, sandbox.published)) as writer:
        writer.execute(
            "UPDATE ops.refreshes SET started_at = '2090-01-01', finished_at = '2090-01-02'"
        )
        writer.execute(
            "UPDATE raw.files SET first_seen_at = '2090-01-01', last_seen_at = '2090-01-01'"
        )
    (sandbox.seeds / "goes.txt").unlink()
    sandbox.write("changes.txt", page("gốm Phù Lãng"))
    sandbox.write("new.txt", page("hát quan họ"))
    sandbox.write("bad.txt", "")
    sandbox.refresh()
    return sandbox


def test_rebuilding_gives_the_same_rows_and_keeps_history(grown: Sandbox) -> None:
    before, files = derived(grown), history(grown)
    changes = grown.rows("SELECT * FROM ops.changes ORDER BY ALL")
    refreshes = grown.rows("SELECT * FROM ops.refreshes ORDER BY refresh_no")
    grown.refresh(full=True)
    assert derived(grown) == before
    assert history(grown) == files
    assert {status for _, _, status, _, _ in files} == {
        "loaded", "rejected", "superseded", "missing"
    }  # fmt: skip
    assert grown.rows("SELECT * FROM ops.refreshes ORDER BY refresh_no")[:-1] == refreshes
    assert grown.rows("SELECT * FROM ops.changes ORDER BY ALL") == changes  # nothing is new


def test_stages_alone_cannot_publish_a_database_begun_anew(
    grown: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = grown.published.read_bytes()

    def fail(*_arguments: object, **_keywords: object) -> None:
        raise RuntimeError("stopped in the middle")

    with monkeypatch.context() as patch:
        patch.setattr("assets.search.asset.renew", fail)
        with pytest.raises(RuntimeError, match="stopped in the middle"):
            grown.refresh(full=True)
    result = grown.refresh_in_dagster(succeeds=False, only=["published/warehouse"])
    assert any("launch the whole job" in reason for reason in failures(result))
    assert grown.published.read_bytes() == before
    grown.refresh()  # goes on where the rebuilding stopped
    assert grown.value("SELECT count(*) FROM core.articles") == 3


def test_killed_refresh_is_carried_on(new_sandbox: Callable[[], Sandbox], grown: Sandbox) -> None:
    sandbox = new_sandbox()
    for path in grown.seeds.iterdir():
        sandbox.write(path.name, path.read_bytes())
    program = "from pipelines.cli import main; main()"
    with sandbox.environment():
        process = subprocess.Popen(
            [sys.executable, "-c", program, "refresh"],
            cwd=_PROJECT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert process.stderr is not None
    told = iter(process.stderr)
    assert any(line.startswith("Reading pages") for line in told)  # it writes their rows now
    process.kill()
    process.communicate()
    assert not sandbox.published.exists()
    sandbox.refresh()  # the lock of the killed one is free
    assert derived(sandbox) == derived(grown)
    assert sandbox.rows("SELECT status FROM ops.refreshes ORDER BY refresh_no") == [
        ("failed",),
        ("succeeded",),
    ]


def test_clock_that_went_back_costs_nothing(grown: Sandbox) -> None:
    found = grown.rows("SELECT refresh_no, status, seconds >= 0 FROM ops.refreshes")
    assert found[:2] == [(1, "succeeded", True), (2, "succeeded", True)]
    ahead = grown.rows("SELECT path FROM raw.files WHERE year(first_seen_at) = 2090 ORDER BY ALL")
    assert ahead == [("changes.txt",), ("goes.txt",), ("stays.txt",)]
    assert grown.value("SELECT bool_and(first_seen_at <= last_seen_at) FROM raw.files")
    last = "SELECT DISTINCT refresh_no FROM ops.changes INNER JOIN ops.refreshes USING (refresh_id)"
    assert {(1,), (2,)} <= set(grown.rows(last))


def test_two_refreshes_at_once_are_one_after_the_other(sandbox: Sandbox) -> None:
    told: list[str] = []
    path = lock_path(sandbox.home, sandbox.published)
    holder = FileLock(path)

    def tell(sentence: str) -> None:
        told.append(sentence)
        holder.release()  # the first ends while the second waits

    holder.acquire()
    with writing(sandbox.home, sandbox.published, tell):
        assert told == ["Another refresh of this warehouse is running; waiting for it to end."]
    with writing(sandbox.home, sandbox.published, told.append):
        assert len(told) == 1
