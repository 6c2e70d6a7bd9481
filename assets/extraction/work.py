"""Work of extraction that engines map: captures become shards of articles and all about them.

Pure functions of a task, the input folder and the shards that the task names. What does not belong
here: which captures are read (`asset`), and reading one (`reading`).
"""

from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import polars as pl

from assets.engine.records import Task
from assets.engine.shards import Rows, ShardPlan, Written
from assets.extraction.duplicates import Copy, similarity
from assets.extraction.records import Article, Capture, Outcome
from assets.extraction.repetition import NOTHING_KNOWN, KnownLines, key_rows, reading_row
from assets.extraction.rows import article_id_of, article_row, line_rows, outcome_row
from assets.limits import Limits
from assets.reference.records import load_reference

# Pages whose rows are held at a time, and pages in a task unless they lie in one file.
PAGES = 64
# A file of many pages is opened once for each part of it, and skipped through to where that begins.
_PARTS_OF_A_FILE = 16


@dataclass(frozen=True, slots=True)
class PageToRead:
    """A capture to be read, with what other pages of its outlet tell of its lines.

    `outlet` holds the columns of the outlet it keeps when it is read again; None the first time.
    """

    capture: Capture
    known: KnownLines = NOTHING_KNOWN
    outlet: Mapping[str, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What is the same for all pages of a reading.

    `version` is noted as what final outcomes were derived with. At a first reading each page is
    read by itself and what it tells of itself is kept; that settles pages none of whose lines can
    recur. The others are read again with what is known of their lines, and only then get rows.
    """

    folder: Path
    limits: Limits
    version: str
    is_first: bool
    shards: ShardPlan


def tasks_of_pages(
    pages: Iterable[tuple[PageToRead, int]], reading: Reading
) -> Iterator[Task[PageToRead, Reading]]:
    """Yield tasks of pages that come in the order of their files, each with its file's page count.

    A task holds some small files, or a part of a file of many pages.
    """
    batch: list[PageToRead] = []
    first, size = 0, PAGES
    for page, in_file in pages:
        wanted = max(PAGES, -(-in_file // _PARTS_OF_A_FILE))
        is_other_kind = wanted != size or (
            in_file > 1 and bool(batch) and page.capture.path != batch[-1].capture.path
        )
        if batch and (len(batch) >= size or is_other_kind):
            yield Task(first, batch, reading)
            first, batch = first + len(batch), []
        size = wanted
        batch.append(page)
    if batch:
        yield Task(first, batch, reading)


def read_pages(task: Task[PageToRead, Reading]) -> Generator[int, None, list[Written]]:
    """Read the pages of a task; returns the shards of their rows, some of each kind."""
    reading = task.common
    written: list[Written] = []
    rows: Rows = defaultdict(list)
    place = held = 0
    for outcome in _outcomes(task):
        if outcome is None:
            yield 0
            continue
        _add_rows(rows, outcome, reading)
        held += 1
        if held == PAGES:
            written.append(reading.shards.write(task.first + place, rows))
            place, held = place + held, 0
            rows = defaultdict(list)
        yield 1
    if held:
        written.append(reading.shards.write(task.first + place, rows))
    return written


def _outcomes(task: Task[PageToRead, Reading]) -> Iterator[Outcome | None]:
    # Late: whoever only hands out tasks does without the readers and their libraries.
    from assets.extraction.reading import read_captures

    reading, reference = task.common, load_reference()
    yield None  # starting is no page's fault
    for _, group in groupby(task.items, key=lambda page: page.capture.path):
        pages = {page.capture.document_id: page for page in group}
        captures = [page.capture for page in pages.values()]
        known = {document_id: page.known for document_id, page in pages.items()}
        for outcome in read_captures(reading.folder, captures, reading.limits, reference, known):
            if outcome is None or outcome.article is None:
                yield outcome
                continue
            outlet = pages[outcome.capture.document_id].outlet
            if outlet is not None:
                outcome = replace(outcome, article=_of_outlet(outcome.article, outlet))
            yield outcome


def _of_outlet(article: Article, outlet: Mapping[str, str | None]) -> Article:
    return replace(article, **outlet)  # type: ignore[arg-type]  # exactly the outlet's fields


def _add_rows(rows: Rows, outcome: Outcome, reading: Reading) -> None:
    article = outcome.article
    if article is not None and reading.is_first:
        article_id = article_id_of(article.document_id)
        keys = key_rows(article, article_id)
        rows["readings"].append(reading_row(article, article_id, is_settled=not keys))
        rows["keys"].extend(keys)
        if keys:
            return
    rows["outcomes"].append(outcome_row(outcome, reading.version))
    if article is not None:
        _add_article(rows, article, outcome.capture.file_id)


def _add_article(rows: Rows, article: Article, file_id: str) -> None:
    from assets.extraction.sketches import sketch_of  # late, like the readers

    article_id = article_id_of(article.document_id)
    row = article_row(article, file_id)
    rows["articles"].append(row)
    rows["lines"].extend(line_rows(article))
    sketch = sketch_of(row["text_folded"])
    rows["sketches"].append({"article_id": article_id, "sketch": sketch.hashes})
    rows["bands"].extend({"article_id": article_id, "band": band} for band in sketch.bands)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is the same for all pairs of articles to compare: where their texts are."""

    copies: Path
    shards: ShardPlan


def compare_copies(
    task: Task[tuple[str, str], Comparison],
) -> Generator[int, None, list[Written]]:
    """Compare pairs of articles that look alike; returns shards of those that are the same."""
    copies = _copies(task.common.copies)
    rows: Rows = defaultdict(list)
    for one, other in task.items:
        alike = similarity(copies[one], copies[other])
        if alike is not None:
            row = {"article_id": one, "other_id": other, "similarity": alike}
            rows["pairs"].append(row)
        yield 1
    return [task.common.shards.write(task.first, rows)]


@lru_cache(maxsize=1)
def _copies(path: Path) -> dict[str, Copy]:
    return {row["article_id"]: Copy(**row) for row in pl.read_parquet(path).iter_rows(named=True)}
