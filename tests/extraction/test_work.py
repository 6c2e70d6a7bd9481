"""How captures are put into tasks, and which of them a first reading settles."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.engine.records import Task
from assets.engine.shards import ShardPlan
from assets.extraction.records import Capture
from assets.extraction.work import PAGES, PageToRead, Reading, read_pages, tasks_of_pages
from assets.limits import Limits

READING = Reading(Path("in"), Limits(), "v", True, ShardPlan(Path("out"), {}))


def pages_of(counts: list[int]) -> list[tuple[PageToRead, int]]:
    """Return the pages of files with so many pages each, in order."""
    return [
        (PageToRead(Capture(f"{file}-{n}", str(file), f"{file}.warc", n, None)), count)
        for file, count in enumerate(counts)
        for n in range(1, count + 1)
    ]


@given(st.lists(st.sampled_from([1, 1, 1, 2, PAGES, 3 * PAGES]), max_size=12))
def test_every_page_is_in_one_task_in_order(counts: list[int]) -> None:
    pages = pages_of(counts)
    tasks = list(tasks_of_pages(iter(pages), READING))
    assert [page for task in tasks for page in task.items] == [page for page, _ in pages]
    assert [task.first for task in tasks] == [
        sum(len(task.items) for task in tasks[:at]) for at in range(len(tasks))
    ]
    assert all(0 < len(task.items) <= PAGES for task in tasks)


def test_small_files_share_tasks() -> None:
    tasks = list(tasks_of_pages(pages_of([1] * (2 * PAGES + 1)), READING))
    assert [len(task.items) for task in tasks] == [PAGES, PAGES, 1]


def test_a_large_file_is_opened_for_few_parts() -> None:
    tasks = list(tasks_of_pages(pages_of([1, 100 * PAGES, 1]), READING))
    assert len(tasks) <= 2 + 16
    assert {len({page.capture.path for page in task.items}) for task in tasks} == {1}


TEXT = "Sáng 5/6, bà con xã Tân Lập mở hội xuống đồng và đón khách từ nhiều bản vùng cao đến chơi."


@pytest.mark.parametrize(("address", "has_rows"), [("https://vov.vn/hoi", False), (None, True)])
def test_a_first_reading_writes_rows_only_where_it_settles_the_page(
    tmp_path: Path, address: str | None, has_rows: bool
) -> None:
    """Lines of an outlet's pages may recur: such a page is read again."""
    record = {"url": address, "title": "Tân Lập mở hội xuống đồng", "text": f"{TEXT}\n{TEXT} Hết."}
    (tmp_path / "page.json").write_text(json.dumps(record), encoding="utf-8")
    file_id = hashlib.sha256((tmp_path / "page.json").read_bytes()).hexdigest()
    page = PageToRead(Capture("page", file_id, "page.json", 1, None))
    kinds = {kind: {"article_id": pl.String} for kind in ("articles", "lines", "readings", "keys")}
    shards = ShardPlan(tmp_path / "shards", kinds)
    work = read_pages(Task(0, [page], replace(READING, folder=tmp_path, shards=shards)))
    while True:
        try:
            next(work)
        except StopIteration as stop:
            (written,) = stop.value
            break
    counts = {kind: pl.read_parquet(path).height for kind, path in written.items()}
    assert counts["readings"] == 1
    assert (counts["articles"] == 1) == has_rows
    assert (counts["lines"] > 0) == has_rows
    assert (counts["keys"] > 0) != has_rows
