"""`ops.changes` tells a downstream job exactly which rows a refresh brought, altered or took."""

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from sandbox import Sandbox, page

from assets.publication.changes import ROW_KEYS
from warehouse.connection import describe_tables

pytestmark = pytest.mark.slow


def _changes(sandbox: Sandbox, table: str) -> dict[str, int]:
    """Return how many rows of a table the last refresh changed, by kind of change."""
    return dict(
        sandbox.rows(
            "SELECT change, count(*) FROM ops.changes WHERE table_name = ? AND refresh_id ="
            " (SELECT max(refresh_id) FROM ops.refreshes WHERE status = 'succeeded') GROUP BY ALL",
            table,
        )
    )


def _noted(sandbox: Sandbox) -> set[tuple[str, str]]:
    """Return table and key of every row that the last refresh changed."""
    return set(
        sandbox.rows(
            "SELECT table_name, row_key FROM ops.changes WHERE refresh_id ="
            " (SELECT max(refresh_id) FROM ops.refreshes WHERE status = 'succeeded')"
        )
    )


def _differing(before: Path, after: Path) -> set[tuple[str, str]]:
    """Return table and key of every row in which two published files differ, all rows compared."""
    found = set()
    with duckdb.connect(after, read_only=True) as reader:
        reader.execute(f"ATTACH '{before}' AS earlier (READ_ONLY)")
        for table, keys in ROW_KEYS.items():
            now, then = (
                f"SELECT * FROM ops.row_hashes('{name}', {list(keys)})"
                for name in (table, f"earlier.{table}")
            )
            rows = reader.execute(
                f"SELECT row_key FROM ({now} EXCEPT {then} UNION ({then} EXCEPT {now}))"
            ).fetchall()
            found |= {(table, key) for (key,) in rows}
    return found


def test_every_core_table_is_compared_by_columns_it_has() -> None:
    tables = describe_tables()
    assert set(ROW_KEYS) == {name for name in tables if name.startswith("core.")}
    for table, keys in ROW_KEYS.items():
        assert set(keys) <= {column.name for column in tables[table].columns}, table


@pytest.fixture(scope="module")
def sandbox(new_sandbox: Callable[[], Sandbox]) -> Sandbox:
    """A warehouse of two pages; each test brings or takes pages of its own."""
    sandbox = new_sandbox()
    sandbox.write("a.txt", page("hát quan họ"))
    sandbox.write("b.txt", page("làng gốm", day="01/02/2022", chair="Lò Văn Pháng"))
    sandbox.refresh()
    return sandbox


def test_changes_follow_the_articles(sandbox: Sandbox) -> None:
    assert _changes(sandbox, "core.articles") == {"added": 2}
    lines = sandbox.value("SELECT count(*) FROM core.article_lines")
    assert _changes(sandbox, "core.article_lines") == {"added": lines}

    sandbox.refresh()
    for table in ROW_KEYS:
        assert _changes(sandbox, table) == {}, table

    (sandbox.seeds / "b.txt").unlink()
    earlier = shutil.copy(sandbox.published, sandbox.published.with_suffix(".earlier"))
    sandbox.refresh()
    # Only rows of articles that changed are compared: the outcome is that of comparing all.
    assert _noted(sandbox) == _differing(earlier, sandbox.published)
    assert _changes(sandbox, "core.articles") == {"deleted": 1}
    assert _changes(sandbox, "core.persons") == {"deleted": 1}
    # What both articles name is mentioned less often now.
    modified = sandbox.rows(
        "SELECT row_key FROM ops.changes WHERE table_name = 'core.entities' AND change = 'modified'"
    )
    assert ("place:da-nang",) in modified


def test_what_a_failed_refresh_read_counts_when_it_is_published(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.write("c.txt", page("tò he", day="03/02/2022", chair="Vàng Thị Mỷ"))
    with monkeypatch.context() as patch:
        patch.setattr("assets.publication.asset.publish", _disk_full)
        with pytest.raises(OSError, match="No space left"):
            sandbox.refresh()
    sandbox.refresh()
    assert _changes(sandbox, "core.articles") == {"added": 1}
    refreshes = sandbox.rows("SELECT DISTINCT refresh_id FROM ops.changes")
    succeeded = sandbox.rows("SELECT refresh_id FROM ops.refreshes WHERE status = 'succeeded'")
    assert set(refreshes) <= set(succeeded)


def _disk_full(*_paths: Path) -> int:
    raise OSError(28, "No space left on device")
