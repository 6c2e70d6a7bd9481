"""The listing of the input folder, where names and depth are out of the ordinary."""

import inspect
import os
import sys
from pathlib import Path

from assets.intake.listing import list_folder


def test_folders_may_lie_deeper_than_calls_can(tmp_path: Path) -> None:
    folder = tmp_path / "/".join("d" * 300)
    folder.mkdir(parents=True)
    (folder / "page.txt").touch()
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 150)
    try:
        (listed,) = list_folder(tmp_path)
    finally:
        sys.setrecursionlimit(usual)
    assert listed.path == "d/" * 300 + "page.txt"


def test_a_name_of_other_bytes_takes_no_path_from_another_file(tmp_path: Path) -> None:
    (tmp_path / r"t\xean.txt").write_text("x", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/t\xean.txt")).touch()
    (listed,) = list_folder(tmp_path)
    assert (listed.path, listed.problem, listed.bytes) == (r"t\xean.txt", None, 1)
