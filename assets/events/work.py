"""Work of events that engines map: article texts and what is named in them become facts.

A pure function of a task and the shards it names. What does not belong here: the finding itself
(`facts`), and joining events over articles (`linking`).
"""

from collections import defaultdict
from collections.abc import Generator

import polars as pl

from assets.engine.records import Task
from assets.engine.shards import Piece, Rows, Written
from assets.entities.records import Observation
from assets.entities.rows import article_text, observation
from assets.reference.records import load_reference


def find_facts(task: Task[int, Piece]) -> Generator[int, None, list[Written]]:
    """Find dates, offices, events and agreements in the articles of a task."""
    # Late: whoever only hands out tasks does without the finders.
    from assets.events.facts import fact_rows

    reference = load_reference()
    yield 0  # starting is no article's fault
    rows: Rows = defaultdict(list)
    texts = task.common.read("texts")[list(task.items)]
    observed: dict[str, list[Observation]] = defaultdict(list)
    for row in _rows_of(texts, task.common.read("observations")).iter_rows(named=True):
        observed[row["article_id"]].append(observation(row))
    for row in texts.iter_rows(named=True):
        article = article_text(row)
        for kind, found in fact_rows(article, observed[article.article_id], reference).items():
            rows[kind].extend(found)
        yield 1
    return [task.common.shards.write(task.first, rows)]


def _rows_of(texts: pl.DataFrame, observations: pl.DataFrame) -> pl.DataFrame:
    """Return the observations from the first to the last of some articles; both are in order."""
    rows = observations["row_id"]
    start = rows.search_sorted(texts["row_id"][0], side="left")
    end = rows.search_sorted(texts["row_id"][-1], side="right")
    return observations[start:end]
