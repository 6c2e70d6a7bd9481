"""Bad input ends in `raw.files` with a status and a reason, and costs nothing else."""

import os
import random
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sandbox import Sandbox, page

import assets.extraction.asset
import assets.extraction.reading
import assets.intake.inspection
from assets.extraction.records import Page
from assets.intake.listing import list_folder

pytestmark = pytest.mark.slow

_LIMITS = {"BAOKHO_MAX_LINE_CHARACTERS": "20000", "BAOKHO_MAX_FILE_BYTES": "40000"}
_ONE_BAD_BYTE = page("nghề dệt lụa").replace("làng", "l\udc80ng", 1)

# Path in the folder, its status, and words that its reason must hold (None: no reason).
_EXPECTED: list[tuple[str, str, str | None]] = [
    ("good.txt", "loaded", None),
    ("folder/also_good", "loaded", None),
    ("empty.txt", "rejected", "is empty"),
    ("blank.txt", "rejected", "empty"),
    ("byte_order_mark.txt", "rejected", "white space"),
    ("picture.txt", "rejected", "PNG"),
    ("noise.txt", "rejected", "text"),
    ("one_bad_byte.txt", "loaded", None),
    ("long_line.txt", "rejected", "BAOKHO_MAX_LINE_CHARACTERS"),
    ("too_large.txt", "rejected", "BAOKHO_MAX_FILE_BYTES"),
    ("locked.txt", "rejected", "permissions"),
    ("table.xlsx", "rejected", ".xlsx"),
    ("folder.txt", "rejected", "is a folder"),
    ("folder.txt/inside.txt", "loaded", None),
    ("link_outside.txt", "rejected", "out of the input folder"),
    ("link_up.txt", "rejected", "out of the input folder"),
    ("link_nowhere.txt", "rejected", "leads nowhere"),
    ("link_loop.txt", "rejected", "leads nowhere"),
    ("link_folder", "rejected", "link to a folder"),
    ("link_inside.txt", "duplicate", "good.txt"),
    ("pipe.txt", "rejected", "no regular file"),
    ("t\\xean.txt", "rejected", "not valid UTF-8"),
    ("menu_only.txt", "rejected", "prose"),
    ("defect.txt", "rejected", "ZeroDivisionError"),
]


def _fill(sandbox: Sandbox, outside: Path) -> None:
    noise = random.Random(7)  # noqa: S311 - test data
    sandbox.write("good.txt", page("tranh dân gian"))
    sandbox.write("folder/also_good", page("hát quan họ"))
    sandbox.write("empty.txt", "")
    sandbox.write("blank.txt", " \n\t\r\n \n")
    sandbox.write("byte_order_mark.txt", "\ufeff \n \n")
    sandbox.write("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + zlib.compress(b"pixels" * 99))
    sandbox.write("noise.txt", noise.randbytes(6000))
    sandbox.write("one_bad_byte.txt", _ONE_BAD_BYTE.encode("utf-8", "surrogateescape"))
    sandbox.write("long_line.txt", "x" * 20_001)
    os.truncate(sandbox.write("too_large.txt", "x"), 40_001)
    sandbox.write("locked.txt", page("múa rối nước"))
    sandbox.write("table.xlsx", page("rượu làng Vân"))
    sandbox.write("folder.txt/inside.txt", page("gốm Phù Lãng"))
    sandbox.write("menu_only.txt", "Trang chủ\nLiên hệ\n")
    sandbox.write("defect.txt", page("nghề đúc đồng"))
    sandbox.write(".hidden.txt", page("tệp ẩn"))
    sandbox.write(".hidden/page.txt", page("thư mục ẩn"))
    outside.write_text(page("bí mật"), encoding="utf-8")
    (sandbox.seeds / "link_outside.txt").symlink_to(outside)
    (sandbox.seeds / "link_up.txt").symlink_to("../secret.txt")
    (sandbox.seeds / "link_nowhere.txt").symlink_to("nothing_here.txt")
    (sandbox.seeds / "link_loop.txt").symlink_to("link_loop.txt")
    (sandbox.seeds / "link_folder").symlink_to(sandbox.seeds / "folder")
    (sandbox.seeds / "link_inside.txt").symlink_to("good.txt")
    os.mkfifo(sandbox.seeds / "pipe.txt")
    Path(os.fsdecode(os.fsencode(sandbox.seeds) + b"/t\xean.txt")).write_bytes(b"name")


@pytest.fixture(scope="module")
def bad(new_sandbox: Callable[[], Sandbox]) -> Iterator[Sandbox]:
    """A folder with everything bad in it, refreshed once."""
    sandbox = new_sandbox()
    _fill(sandbox, sandbox.seeds.parent / "secret.txt")
    real_open = os.open
    real_read = assets.extraction.reading.read_flattened

    def refuse(path: object, *args: int, **keywords: int) -> int:
        # Root may read a file without permissions, so the refusal is simulated.
        if str(path).endswith("locked.txt"):
            raise PermissionError(13, "Permission denied")
        return real_open(path, *args, **keywords)  # type: ignore[arg-type]

    def fail_on_one(captured: Page, *others: Any, **named: Any) -> object:
        if "đúc đồng" in captured.text:
            raise ZeroDivisionError("a defect of the reader")
        return real_read(captured, *others, **named)

    with pytest.MonkeyPatch.context() as patch:
        for name, value in _LIMITS.items():
            patch.setenv(name, value)
        patch.setattr("assets.intake.containers.opening.os.open", refuse)
        patch.setattr("assets.extraction.reading.read_flattened", fail_on_one)
        sandbox.refresh()
    yield sandbox
    (sandbox.seeds / "pipe.txt").unlink()


@pytest.mark.parametrize(("path", "status", "words"), _EXPECTED, ids=[row[0] for row in _EXPECTED])
def test_each_ends_with_status_and_reason(
    bad: Sandbox, path: str, status: str, words: str | None
) -> None:
    ((found, reason),) = bad.rows("SELECT status, reason FROM raw.files WHERE path = ?", path)
    assert found == status
    if words is None:
        assert reason is None
    else:
        assert words in reason


def test_every_entry_has_one_row_and_hidden_ones_have_none(bad: Sandbox) -> None:
    paths = [path for (path,) in bad.rows("SELECT path FROM raw.files ORDER BY path")]
    assert paths == sorted(path for path, _, _ in _EXPECTED)


def test_good_pages_load_beside_bad_ones(bad: Sandbox) -> None:
    loaded = {path for path, status, _ in _EXPECTED if status == "loaded"}
    articles = bad.rows(
        "SELECT files.path, articles.title FROM core.articles JOIN raw.files USING (file_id)"
        " WHERE files.status = 'loaded'"
    )
    assert {path for path, _ in articles} == loaded
    assert all(title.startswith("Bắc Ninh bàn cách") for _, title in articles)
    assert not bad.rows("SELECT title FROM core.articles WHERE text LIKE '%bí mật%'")


def test_replaced_bytes_are_noted(bad: Sandbox) -> None:
    note = bad.value("SELECT note FROM raw.files WHERE path = 'one_bad_byte.txt'")
    assert note
    assert "1" in note


def test_files_that_vanish_or_change_under_way(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.write("good.txt", page("chợ quê"))
    vanishing = sandbox.write("vanishes_early.txt", page("hội Lim"))
    late = sandbox.write("vanishes_late.txt", page("nghề làm giấy"))
    sandbox.write("changes.txt", page("bánh phu thê"))
    real_inspect = assets.intake.inspection.inspect_file
    real_read = assets.extraction.reading.read_captures

    def vanish(*arguments: object) -> object:
        vanishing.unlink(missing_ok=True)
        return real_inspect(*arguments)  # type: ignore[arg-type]

    def change(*arguments: object) -> object:
        late.unlink(missing_ok=True)
        sandbox.write("changes.txt", page("bánh phu thê Đình Bảng"))
        return real_read(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr("assets.intake.inspection.inspect_file", vanish)
        patch.setattr("assets.extraction.reading.read_captures", change)
        sandbox.refresh()
    assert sandbox.statuses() == {
        "good.txt": "loaded",
        "vanishes_early.txt": "rejected",
        "vanishes_late.txt": "rejected",
        "changes.txt": "rejected",
    }
    assert "vanished" in (sandbox.reason("vanishes_early.txt") or "")
    assert "vanished" in (sandbox.reason("vanishes_late.txt") or "")
    assert "changed while" in (sandbox.reason("changes.txt") or "")

    sandbox.refresh()
    assert sandbox.statuses() == {"good.txt": "loaded", "changes.txt": "loaded"}
    titles = {title for (title,) in sandbox.rows("SELECT title FROM core.articles")}
    assert titles == {
        "Bắc Ninh bàn cách giữ gìn chợ quê",
        "Bắc Ninh bàn cách giữ gìn bánh phu thê Đình Bảng",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read files without permissions")
def test_file_without_permissions(sandbox: Sandbox) -> None:
    sandbox.write("locked.txt", page("chèo sân đình")).chmod(0)
    sandbox.write("good.txt", page("tò he"))
    sandbox.refresh()
    assert sandbox.statuses() == {"good.txt": "loaded", "locked.txt": "rejected"}
    assert "permissions" in (sandbox.reason("locked.txt") or "")


def test_folder_that_cannot_be_opened_is_an_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "good.txt").write_text("x", encoding="utf-8")
    (tmp_path / "locked").mkdir()
    real_scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return real_scan(path)

    monkeypatch.setattr("assets.intake.listing.os.scandir", refuse)
    problems = {entry.path: entry.problem for entry in list_folder(tmp_path)}
    assert problems["good.txt"] is None
    assert "cannot be opened" in (problems["locked"] or "")


def test_empty_folder_refreshes(sandbox: Sandbox) -> None:
    sandbox.refresh()
    assert sandbox.rows("SELECT files_seen, articles_total FROM ops.refreshes") == [(0, 0)]
