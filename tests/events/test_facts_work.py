"""What a task of finding facts reads of its piece: the observations of its own articles."""

import polars as pl
import pytest

from assets.events.work import _rows_of


@pytest.mark.parametrize(("first", "last", "rows"), [(0, 1, 3), (1, 2, 1), (2, 2, 0), (0, 4, 5)])
def test_observations_of_some_articles_are_a_slice(first: int, last: int, rows: int) -> None:
    texts = pl.DataFrame({"row_id": [3, 4, 7, 8, 9]})[first : last + 1]
    observations = pl.DataFrame({"row_id": [3, 3, 4, 8, 9]})
    found = _rows_of(texts, observations)
    wanted = observations.filter(pl.col("row_id").is_in(texts["row_id"].to_list()))
    assert found.equals(wanted)
    assert found.height == rows
