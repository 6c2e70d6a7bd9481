"""How captures are put into tasks: small files together, a file of many pages in a few parts."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from assets.engine.shards import ShardPlan
from assets.extraction.records import Capture
from assets.extraction.work import PAGES, PageToRead, Reading, tasks_of_pages
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
