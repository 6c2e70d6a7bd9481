"""`baokho restore`: the list of snapshots, and putting one back."""

import shutil
from collections.abc import Callable

import pytest
from command_line import run
from sandbox import Sandbox, page

from pipelines.settings import snapshots_path


@pytest.fixture(scope="module")
def refreshed(new_sandbox: Callable[[], Sandbox]) -> Sandbox:
    """A folder refreshed twice: with one page, then with two."""
    sandbox = new_sandbox()
    sandbox.write("one.txt", page("tranh dân gian"))
    sandbox.refresh()
    sandbox.write("two.txt", page("hát quan họ"))
    sandbox.refresh()
    return sandbox


def articles(sandbox: Sandbox) -> int:
    count: int = sandbox.value("SELECT count(*) FROM core.articles")
    return count


def snapshots(sandbox: Sandbox) -> list[str]:
    folder = snapshots_path(sandbox.home, sandbox.published)
    return sorted(path.stem for path in folder.iterdir())


def test_nothing_to_list_before_the_second_refresh(sandbox: Sandbox) -> None:
    ended = run(sandbox, "restore")
    assert ended.code == 0
    assert "No snapshots yet" in ended.out


def test_list_tells_age_articles_and_size(refreshed: Sandbox) -> None:
    (first, *_) = snapshots(refreshed)
    ended = run(refreshed, "restore")
    assert ended.code == 0
    (line,) = [line for line in ended.out.splitlines() if first in line]
    assert "seconds" in line or "minutes" in line
    assert "MB" in line
    assert "snapshots," in ended.out


def test_restored_state_lasts_until_the_next_refresh(refreshed: Sandbox) -> None:
    (first, *_) = snapshots(refreshed)
    before = refreshed.published.stat().st_mtime_ns
    ended = run(refreshed, "restore", first)
    assert ended.code == 0, ended
    assert articles(refreshed) == 1
    assert "The next refresh" in ended.out
    (kept,) = set(snapshots(refreshed)) - {first}
    assert kept in ended.out  # the way back
    assert refreshed.published.stat().st_mtime_ns != before
    refreshed.refresh()
    assert articles(refreshed) == 2
    # What was published, taken back and published again is counted and noted as new each time.
    assert refreshed.rows(
        "SELECT status, articles_added, articles_total FROM ops.refreshes ORDER BY refresh_no"
    ) == [("succeeded", 1, 1), ("succeeded", 1, 2), ("succeeded", 1, 2)]
    (added,) = refreshed.rows(
        "SELECT count(*) FROM ops.changes INNER JOIN ops.refreshes USING (refresh_id)"
        " WHERE refresh_no = 3 AND table_name = 'core.articles' AND change = 'added'"
    )
    assert added == (1,)


@pytest.mark.parametrize(
    ("name", "words"), [("nothing", "no snapshot begins"), ("2", "snapshots begin with 2")]
)
def test_name_must_tell_one_snapshot(refreshed: Sandbox, name: str, words: str) -> None:
    folder = snapshots_path(refreshed.home, refreshed.published)
    shutil.copyfile(refreshed.published, folder / "20000101T000000Z-twin.duckdb")
    ended = run(refreshed, "restore", name)
    assert ended.code == 2
    assert words in ended.err


def test_damaged_snapshot_is_refused(refreshed: Sandbox) -> None:
    folder = snapshots_path(refreshed.home, refreshed.published)
    (folder / "19990101T000000Z-bad.duckdb").write_bytes(b"no database")
    before = refreshed.published.read_bytes()
    ended = run(refreshed, "restore", "1999")
    assert ended.code == 1
    assert "Not restored" in ended.err
    assert refreshed.published.read_bytes() == before
