"""The sensor asks for one run for a batch of changes, once, with the reason."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import dagster as dg
import duckdb
import pytest
from dagster._core.definitions.sensor_definition import SensorExecutionData
from sandbox import Sandbox, page

from pipelines.definitions import defs
from pipelines.tags import REASON_TAG, TRIGGER_TAG


def evaluate(sandbox: Sandbox, cursor: str | None = None) -> SensorExecutionData:
    """Evaluate the sensor as the daemon does."""
    sensor = defs.resolve_sensor_def("input_folder_sensor")
    with (
        sandbox.environment(),
        dg.DagsterInstance.ephemeral() as instance,
        dg.build_sensor_context(instance=instance, cursor=cursor) as context,
    ):
        return sensor.evaluate_tick(context)


def tick(sandbox: Sandbox) -> tuple[list[dg.RunRequest], str | None]:
    """Return the runs that a tick asks for, and why it asks for none."""
    result = evaluate(sandbox)
    return list(result.run_requests or []), result.skip_message


@pytest.fixture(scope="module")
def refreshed(new_sandbox: Callable[[], Sandbox]) -> Sandbox:
    """A folder as the published file knows it; tests leave it as they found it."""
    sandbox = new_sandbox()
    for name in ("one", "two", "three"):
        sandbox.write(f"{name}.txt", page(f"nghề {name}"), age=1000)
    sandbox.write("bad.xlsx", "no page", age=1000)
    (sandbox.seeds / "nowhere.txt").symlink_to("missing")
    sandbox.refresh()
    return sandbox


def test_nothing_new_is_skipped(refreshed: Sandbox) -> None:
    requests, message = tick(refreshed)
    assert requests == []
    assert "nothing new" in (message or "")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("new", "1 new, 0 changed, 0 removed"),
        ("changed", "0 new, 1 changed, 0 removed"),
        ("removed", "0 new, 0 changed, 1 removed"),
        ("all", "1 new, 1 changed, 1 removed"),
    ],
)
def test_changes_ask_for_one_run_with_the_reason(
    refreshed: Sandbox, tmp_path: Path, change: str, reason: str
) -> None:
    sandbox = _copy(refreshed, tmp_path)
    if change in ("new", "all"):
        sandbox.write("below/new.txt", page("nghề mới"))
    if change in ("changed", "all"):
        sandbox.write("two.txt", page("nghề khác"))
    if change in ("removed", "all"):
        (sandbox.seeds / "three.txt").unlink()
    requests, _ = tick(sandbox)
    (request,) = requests
    assert request.tags[REASON_TAG] == reason
    assert request.tags[TRIGGER_TAG] == "sensor"

    again, _ = tick(sandbox)
    assert [r.run_key for r in again] == [request.run_key]  # the daemon launches a key once

    sandbox.write("below/another.txt", page("nghề nữa"))
    (later,), _ = tick(sandbox)
    assert later.run_key != request.run_key


def test_content_changed_at_once_is_seen_by_time_or_size(
    refreshed: Sandbox, tmp_path: Path
) -> None:
    sandbox = _copy(refreshed, tmp_path)
    target = sandbox.seeds / "one.txt"
    old = target.stat()
    target.write_bytes(target.read_bytes() + b"\n")
    os.utime(target, ns=(old.st_atime_ns, old.st_mtime_ns))  # moved in with an older time
    (request,), _ = tick(sandbox)
    assert request.tags[REASON_TAG] == "0 new, 1 changed, 0 removed"


def test_files_still_being_copied_are_waited_for(refreshed: Sandbox, tmp_path: Path) -> None:
    sandbox = _copy(refreshed, tmp_path)
    sandbox.write("new.txt", page("nghề mới"), age=0)
    requests, message = tick(sandbox)
    assert requests == []
    assert "1 new" in (message or "")
    assert "waiting" in (message or "")
    sandbox.write("new.txt", page("nghề mới"), age=30)
    assert len(tick(sandbox)[0]) == 1


def test_files_that_never_stop_coming_are_not_waited_for_for_ever(
    refreshed: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAOKHO_SETTLING_SECONDS", "1000")
    sandbox = _copy(refreshed, tmp_path)
    sandbox.write("new.txt", page("nghề mới"), age=0)
    waiting = evaluate(sandbox)
    assert not waiting.run_requests
    assert waiting.cursor is not None
    assert not evaluate(sandbox, waiting.cursor).run_requests
    launched = evaluate(sandbox, str(float(waiting.cursor) - 301))
    assert len(launched.run_requests or []) == 1
    assert launched.cursor is not None
    assert not evaluate(sandbox, launched.cursor).run_requests  # the next are waited for anew


def test_file_that_comes_with_an_old_time_is_seen(refreshed: Sandbox, tmp_path: Path) -> None:
    sandbox = _copy(refreshed, tmp_path)
    sandbox.write("moved/here.txt", page("nghề mới"), age=900_000_000)
    (request,), _ = tick(sandbox)
    assert request.tags[REASON_TAG] == "1 new, 0 changed, 0 removed"


def test_same_files_going_again_are_another_batch(refreshed: Sandbox, tmp_path: Path) -> None:
    """The daemon launches a key once: after news in between, the key has to be another."""
    sandbox = _copy(refreshed, tmp_path)
    sandbox = replace(sandbox, published=tmp_path / "own.duckdb")
    sandbox.published.write_bytes(refreshed.published.read_bytes())
    (sandbox.seeds / "three.txt").unlink()
    (gone,), _ = tick(sandbox)
    with duckdb.connect(sandbox.published) as writer:
        writer.execute("UPDATE raw.files SET refresh_id = 'Z' WHERE path = 'three.txt'")
    (gone_again,), _ = tick(sandbox)
    assert gone.run_key != gone_again.run_key


def test_damaged_published_file_asks_for_a_refresh(refreshed: Sandbox, tmp_path: Path) -> None:
    sandbox = replace(_copy(refreshed, tmp_path), published=tmp_path / "damaged.duckdb")
    sandbox.published.write_bytes(b"no database" * 1000)
    assert len(tick(sandbox)[0]) == 1


def test_file_with_a_time_to_come_does_not_wait_for_ever(
    refreshed: Sandbox, tmp_path: Path
) -> None:
    sandbox = _copy(refreshed, tmp_path)
    sandbox.write("new.txt", page("nghề mới"), age=-90_000)
    assert len(tick(sandbox)[0]) == 1


def test_first_files_without_a_warehouse(sandbox: Sandbox) -> None:
    assert tick(sandbox)[0] == []
    sandbox.write("one.txt", page("nghề mộc"))
    (request,), _ = tick(sandbox)
    assert request.tags[REASON_TAG] == "1 new, 0 changed, 0 removed"


def test_folder_that_cannot_be_listed_is_said(sandbox: Sandbox) -> None:
    sandbox.seeds.rmdir()
    requests, message = tick(sandbox)
    assert requests == []
    assert "cannot be listed" in (message or "")


def test_sensor_does_not_hold_the_published_file(refreshed: Sandbox) -> None:
    tick(refreshed)
    with duckdb.connect(refreshed.published) as writer:
        assert writer.execute("SELECT count(*) FROM raw.files").fetchone() == (5,)


def _copy(sandbox: Sandbox, root: Path) -> Sandbox:
    """Return a sandbox with the same published file and an equal folder, free to change."""
    seeds = root / "seeds"
    seeds.mkdir()
    for path in sandbox.seeds.iterdir():
        if path.is_symlink():
            (seeds / path.name).symlink_to(path.readlink())
        else:
            status = path.stat()
            (seeds / path.name).write_bytes(path.read_bytes())
            os.utime(seeds / path.name, ns=(status.st_atime_ns, status.st_mtime_ns))
    return Sandbox(seeds=seeds, home=root / "home", published=sandbox.published)
