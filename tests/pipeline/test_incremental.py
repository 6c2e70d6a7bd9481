"""What a refresh does after an earlier one: only what is new is read, and the rows do not tell how.

The main scenario is four refreshes of one folder, looked at after each.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from sandbox import Row, Sandbox, failures, page
from stages import CheckFailedError

import assets.extraction.reading
import assets.extraction.work
import assets.intake.inspection
from assets.extraction.records import Capture, Outcome
from assets.intake.records import ListedFile
from assets.refresh import SilentProgress
from warehouse.connection import Database

pytestmark = pytest.mark.slow

_SEEDS = Path(__file__).parents[2] / "seeds"
_SIGNED = """
Chiều 4/6/2023, Ủy ban nhân dân tỉnh Bắc Ninh và Sở Ngoại vụ thành phố Đà Nẵng đã ký bản ghi nhớ \
về giữ gìn lịch sử làng, dự kiến thực hiện trong ba năm tới với sự tham gia của bà con.
"""


def recurring(number: int) -> str:
    """Return a page of an outlet that ends each of its pages with the same sentence."""
    topic = ("cầu treo", "chợ phiên", "đội chiếu phim", "vườn mận", "trạm y tế")[number]
    return f"""baotanlap.vn
Xã Tân Lập mở {topic} cho bà con vùng cao
1{number}/08/2023 08:15
VOV.VN - Từ đầu tháng này, {topic} của xã Tân Lập được khánh thành sau {number + 2} năm.
Chủ tịch xã cho biết {topic} được làm bằng tiền của {number + 3} dòng họ góp lại.
Năm tới, xã sẽ sửa đường vào {topic} và trồng thêm cây bóng mát hai bên.
Cánh sóng miền núi phát lại những chuyện này lúc sáu giờ sáng hằng ngày.
"""


@dataclass
class State:
    """What the published file held after one refresh, and what the stages did for it.

    `inspected` and `captured` are paths, `loaded` tables that frames were put into, `steps` what
    was worth reporting progress of.
    """

    files: dict[tuple[str, str], str]
    core: dict[str, list[Row]]
    topic_of: dict[str, str]
    raw_history: list[Row]
    counts: dict[str, int]
    inspected: list[str]
    captured: list[str]
    loaded: list[str]
    steps: list[str]

    def topics(self) -> set[str]:
        """Return what the articles are about."""
        return set(self.topic_of.values())

    def about(self, topic: str) -> set[str]:
        """Return the ids of the articles about `topic`."""
        return {article_id for article_id, found in self.topic_of.items() if found == topic}


def refresh_and_look(sandbox: Sandbox) -> State:
    """Refresh, noting what the stages read and load, and look at the result."""
    inspected: list[str] = []
    captured: list[str] = []
    loaded: list[str] = []
    steps: list[str] = []
    real_inspect = assets.intake.inspection.inspect_file
    real_read = assets.extraction.reading.read_captures
    real_load = Database.load
    real_stage = SilentProgress.stage

    def inspect(folder: Path, listed: ListedFile, *others: Any) -> object:
        inspected.append(listed.path)
        return real_inspect(folder, listed, *others)

    def read(folder: Path, captures: Sequence[Capture], *others: Any) -> Iterator[Outcome]:
        captured.extend(capture.path for capture in captures)
        return real_read(folder, captures, *others)

    def load(database: Database, table: str, rows: pl.DataFrame) -> None:
        loaded.append(table)
        real_load(database, table, rows)

    def step(progress: SilentProgress, name: str, total: int) -> object:
        steps.append(name)
        return real_stage(progress, name, total)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assets.intake.inspection.inspect_file", inspect)
        patch.setattr("assets.extraction.reading.read_captures", read)
        patch.setattr(Database, "load", load)
        patch.setattr(SilentProgress, "stage", step)
        sandbox.refresh()
    names = ("files_seen", "files_new", "files_changed", "files_missing", "articles_added")
    ((*counts,),) = sandbox.rows(
        f"SELECT {', '.join(names)} FROM ops.refreshes ORDER BY started_at DESC LIMIT 1"
    )
    return State(
        files={
            (path, status): reason
            for path, status, reason in sandbox.rows("SELECT path, status, reason FROM raw.files")
        },
        core=sandbox.tables("core", "reference"),
        topic_of={
            article_id: title.removeprefix("Bắc Ninh bàn cách giữ gìn ")
            for article_id, title in sandbox.rows("SELECT article_id, title FROM core.articles")
        },
        raw_history=sorted(
            sandbox.rows("SELECT path, file_id, first_seen_at, refresh_id FROM raw.files")
        ),
        counts=dict(zip(names, counts, strict=True)),
        inspected=sorted(inspected),
        captured=sorted(captured),
        loaded=loaded,
        steps=steps,
    )


@pytest.fixture(scope="module")
def story(new_sandbox: Callable[[], Sandbox]) -> list[State]:
    """A folder that changes in every way between refreshes; the last sees nothing new."""
    sandbox = new_sandbox()
    gone = page("lịch sử làng", chair="Đỗ Quang Hiển") + _SIGNED
    sandbox.write("stays.txt", page("tranh dân gian"))
    sandbox.write("touched.txt", page("hát quan họ"))
    sandbox.write("changes.txt", page("gốm"))
    sandbox.write("goes.txt", gone)
    sandbox.write("m_copy.txt", page("hội Lim"))
    sandbox.write("z_copy.txt", page("hội Lim"))
    states = [refresh_and_look(sandbox)]

    os.utime(sandbox.seeds / "touched.txt", (1_600_000_000, 1_600_000_000))
    sandbox.write("changes.txt", page("gốm Phù Lãng"))
    (sandbox.seeds / "goes.txt").unlink()
    sandbox.write("a_copy.txt", page("hội Lim"))
    sandbox.write("new.txt", page("nghề mộc"))
    states.append(refresh_and_look(sandbox))

    sandbox.write("goes.txt", gone)
    sandbox.write("changes.txt", page("gốm"))
    (sandbox.seeds / "a_copy.txt").unlink()
    states.append(refresh_and_look(sandbox))
    states.append(refresh_and_look(sandbox))
    return states


def test_first_refresh_reads_everything_once(story: list[State]) -> None:
    first = story[0]
    assert len(first.inspected) == 6
    assert first.captured == ["changes.txt", "goes.txt", "m_copy.txt", "stays.txt", "touched.txt"]
    assert first.counts == {
        "files_seen": 6,
        "files_new": 6,
        "files_changed": 0,
        "files_missing": 0,
        "articles_added": 5,
    }


def test_new_file_is_added(story: list[State]) -> None:
    assert story[1].files["new.txt", "loaded"] is None
    assert "nghề mộc" in story[1].topics()
    assert story[1].counts["files_new"] == 2  # and a_copy.txt
    assert story[1].counts["articles_added"] == 2  # and the new content of changes.txt


def test_changed_content_supersedes(story: list[State]) -> None:
    assert story[1].files["changes.txt", "loaded"] is None
    assert "other content" in story[1].files["changes.txt", "superseded"]
    assert "gốm Phù Lãng" in story[1].topics()
    assert "gốm" not in story[1].topics()
    assert story[1].counts["files_changed"] == 1


def test_content_that_returns_to_its_path_is_current_again(story: list[State]) -> None:
    files = {(path, status) for path, status in story[2].files if path == "changes.txt"}
    assert files == {("changes.txt", "loaded"), ("changes.txt", "superseded")}
    assert "gốm" in story[2].topics()
    assert "gốm Phù Lãng" not in story[2].topics()


def test_removed_file_leaves_no_trace_in_core(story: list[State]) -> None:
    assert "no longer" in story[1].files["goes.txt", "missing"]
    assert story[1].counts["files_missing"] == 1
    before = story[0].about("lịch sử làng")
    assert len(before) == 1
    for table in ("mentions", "agreements", "date_mentions", "article_lines", "persons"):
        rows = story[0].core[f"core.{table}"]
        assert any(before & set(map(str, row)) or "Đỗ Quang Hiển" in row for row in rows)
    for table, rows in story[1].core.items():
        if table.startswith("core."):
            assert not [r for r in rows if before & {str(value) for value in r}], table
            assert not [r for r in rows if "Đỗ Quang Hiển" in r], table


def test_file_that_comes_back_is_loaded_again(story: list[State]) -> None:
    assert [status for path, status in story[2].files if path == "goes.txt"] == ["loaded"]
    assert "lịch sử làng" in story[2].topics()


def test_touched_file_is_not_taken_for_changed(story: list[State]) -> None:
    assert "touched.txt" in story[1].inspected  # its bytes had to be compared
    assert "touched.txt" not in story[1].captured
    assert [status for path, status in story[1].files if path == "touched.txt"] == ["loaded"]
    assert story[2].inspected == ["changes.txt", "goes.txt"]


def test_smallest_path_of_equal_bytes_is_kept(story: list[State]) -> None:
    def copies(state: State) -> dict[str, str]:
        return {path: status for path, status in sorted(state.files) if "copy" in path}

    assert copies(story[0]) == {"m_copy.txt": "loaded", "z_copy.txt": "duplicate"}
    assert "m_copy.txt" in story[0].files["z_copy.txt", "duplicate"]
    assert copies(story[1]) == {
        "a_copy.txt": "loaded",
        "m_copy.txt": "duplicate",
        "z_copy.txt": "duplicate",
    }
    assert "a_copy.txt" in story[1].files["z_copy.txt", "duplicate"]
    assert copies(story[2]) == {
        "a_copy.txt": "missing",
        "m_copy.txt": "loaded",
        "z_copy.txt": "duplicate",
    }
    for state in story:
        assert len(state.about("hội Lim")) == 1


def test_back_to_the_first_files_gives_the_first_rows(story: list[State]) -> None:
    (extra,) = story[2].about("nghề mộc")
    kept = [row for row in story[2].core["core.articles"] if extra not in row]
    assert kept == story[0].core["core.articles"]


def test_nothing_new_reads_nothing_and_changes_no_row(story: list[State]) -> None:
    assert story[3].inspected == []
    assert story[3].captured == []
    assert story[3].core == story[2].core
    assert story[3].raw_history == story[2].raw_history
    assert story[3].counts["files_new"] == 0
    assert story[3].counts["files_changed"] == 0
    assert story[3].counts["articles_added"] == 0


def test_nothing_new_loads_and_settles_nothing(story: list[State]) -> None:
    assert "Recognising names" in story[2].steps
    assert story[3].loaded == []  # the reference data neither
    assert story[3].steps == ["Publishing"]


def test_rows_do_not_tell_order_or_batches(new_sandbox: Callable[[], Sandbox]) -> None:
    # Three real pages name the same bodies and documents in many ways.
    contents = {path.name: path.read_bytes() for path in sorted(_SEEDS.glob("00[014]_*.txt"))}
    contents["again.txt"] = b"\n" + contents["004_235bed868508bb29.txt"]
    contents["one.txt"] = page("tranh dân gian").encode()
    contents["two.txt"] = page("tranh dân gian", day="09/06/2023").encode()
    contents["three.txt"] = page("hát quan họ", chair="Nguyễn Thị Hồng Vân").encode()
    contents |= {f"{number}.txt": recurring(number).encode() for number in range(5)}
    names = list(contents)

    at_once = new_sandbox()
    for name in names:
        at_once.write(name, contents[name])
    at_once.refresh()

    in_batches = new_sandbox()
    # A copy comes before what it repeats.
    for batch in (names[:2:-2], names[1:2] + names[-2:3:-2], names):
        for name in batch:
            in_batches.write(name, contents[name])
        in_batches.refresh()

    expected, found = (one.tables("core", "reference") for one in (at_once, in_batches))
    assert len(expected["core.articles"]) == len(names)
    repeated = "SELECT count(*) > 0 FROM core.articles WHERE duplicate_of IS NOT NULL"
    assert at_once.value(repeated)
    for table, rows in expected.items():
        assert found[table] == rows, table
    recurs = "SELECT count(*) > 0 FROM core.article_lines WHERE reason LIKE '%other pages%'"
    assert at_once.value(recurs)
    asked = "FROM search_articles('hữu nghị nhân dân Hà Nội', top := 20)"
    assert at_once.rows(asked) == in_batches.rows(asked)


def _published_state(sandbox: Sandbox) -> tuple[bytes, int, list[str]]:
    return (
        sandbox.published.read_bytes(),
        sandbox.published.stat().st_ino,
        sorted(path.name for path in sandbox.published.parent.iterdir()),
    )


def test_refresh_that_fails_leaves_the_published_file(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.write("one.txt", page("tranh dân gian"))
    sandbox.refresh()
    before = _published_state(sandbox)
    sandbox.write("two.txt", page("hát quan họ"))

    real_rows = assets.extraction.work.line_rows
    with monkeypatch.context() as patch:  # wrong rows: a blocking check must stop them
        patch.setattr("assets.extraction.work.line_rows", lambda article: real_rows(article) * 2)
        result = sandbox.refresh_in_dagster(succeeds=False)
        with pytest.raises(CheckFailedError, match="unique_line"):
            sandbox.refresh()
    assert "unique_line" in "".join(failures(result))
    assert _published_state(sandbox) == before

    def disk_full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    sandbox.write("two.txt", page("hát quan họ cổ"))
    with monkeypatch.context() as patch:  # the last step fails
        patch.setattr("warehouse.publishing.os.fsync", disk_full)
        with pytest.raises(OSError, match="No space left"):
            sandbox.refresh()
    assert _published_state(sandbox) == before

    sandbox.refresh()
    assert sandbox.statuses() == {"one.txt": "loaded", "two.txt": "loaded"}
    # Readers gain one file and one article now, however often reading them was tried before.
    assert sandbox.rows(
        "SELECT files_new, files_changed, articles_added FROM ops.refreshes"
        " ORDER BY started_at DESC LIMIT 1"
    ) == [(1, 0, 1)]
    outcomes = sandbox.rows("SELECT status FROM ops.refreshes ORDER BY started_at")
    assert [status for (status,) in outcomes] == ["succeeded", *["failed"] * 3, "succeeded"]
