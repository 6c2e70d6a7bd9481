"""Work of entities that engines map: article texts become shards of what is named in them.

A pure function of a task and the shards it names. What does not belong here: recognising
(`recognition`), and who is who over all articles (`resolution`).
"""

from collections import defaultdict
from collections.abc import Generator

from assets.engine.records import Task
from assets.engine.shards import Piece, Rows, Written
from assets.entities.records import distinct
from assets.entities.rows import article_text, observation_row
from assets.reference.records import load_reference


def recognise_articles(task: Task[int, Piece]) -> Generator[int, None, list[Written]]:
    """Find the names in the articles of a task; returns a shard of observations."""
    # Late: whoever only hands out tasks does without the recognisers.
    from assets.entities.recognition import recognise
    from assets.entities.resolution.evidence import with_evidence

    reference = load_reference()
    yield 0  # starting is no article's fault
    rows: Rows = defaultdict(list)
    for row in task.common.read("texts")[list(task.items)].iter_rows(named=True):
        article = article_text(row)
        found = with_evidence(article, recognise(article, reference), reference)
        rows["observations"].extend(map(observation_row, distinct(found)))
        yield 1
    return [task.common.shards.write(task.first, rows)]
