"""The work of linking in pieces and tasks: nothing is lost, however it is cut and wherever done."""

import contextlib
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import polars as pl
import pytest
from linking_workshop import LIMITS, NotingWorkshop
from test_linking import DAY, told

from assets.engine.opening import open_engine
from assets.events.linking import handing_out
from assets.events.linking.candidates import Block, blocks, is_dated
from assets.events.linking.features import features, kinds_of
from assets.events.linking.handing_out import NotLinkedError, alike_pairs, statement_blocks
from assets.events.linking.linking import Comparison, is_alike
from assets.events.linking.records import ToldEvent
from assets.reference.records import load_reference

STATEMENTS = [
    replace(
        told(f"{number}", starts_on=DAY + dt.timedelta(days=number // 5 * 9)),
        name=("Giữ nghề dệt ở bản vùng cao", "Nước sạch cho trường học", None)[number % 3],
        place_id=("place:sa-pa", "place:lao-cai")[number % 2],
    )
    for number in range(7)
]
IDS = [one.statement_id for one in STATEMENTS]
# In another order than the rows come in.
STALE = pl.DataFrame({"statement_id": IDS[::-1]})
PAIRS = pl.DataFrame(
    {"left_id": IDS[:-1], "right_ids": [IDS[at:] for at in range(1, len(IDS))]},
)
PARENTS = pl.DataFrame({"entity_id": ["place:sa-pa"], "parent_id": ["place:lao-cai"]})


class Statements:
    """A store of nothing but these statements."""

    def __init__(self) -> None:
        self.wanted: list[str] = []

    @contextlib.contextmanager
    def with_frame(self, name: str, rows: pl.DataFrame) -> Iterator[None]:
        assert name == "wanted"
        self.wanted = rows["statement_id"].to_list()
        yield

    def run(self, statement: str, **_parameters: Any) -> None:
        assert statement == "linking/want"

    def frame(self, statement: str, **_parameters: Any) -> pl.DataFrame:
        assert statement == "linking/told"
        return pl.DataFrame([_row(one) for one in STATEMENTS if one.statement_id in self.wanted])


def _row(one: ToldEvent) -> dict[str, Any]:
    row = asdict(one)
    lists = {name: sorted(row[name]) or None for name in ("organisers", "people", "bodies")}
    return {**row, **lists}


@pytest.fixture(params=[(5_000, 500), (3, 2), (4, 1)], ids=str)
def cuts(request: pytest.FixtureRequest) -> Iterator[None]:
    """Pieces and tasks of several sizes."""
    piece, task = request.param
    with (
        patch.multiple(handing_out, _STATEMENTS=piece, _OF_A_TASK=task),
        patch.multiple(handing_out, _COMPARED=piece, _COMPARED_IN_A_TASK=task),
    ):
        yield


@pytest.mark.usefixtures("cuts")
def test_every_statement_comes_with_its_blocks(tmp_path: Path) -> None:
    found = statement_blocks(Statements(), NotingWorkshop(tmp_path), STALE)
    numbered, rows = found.frame("numbered"), found.frame("blocks")
    of = dict(numbered.select("number", "statement_id").iter_rows())
    assert sorted(of.values()) == sorted(IDS)
    assert len(of) == numbered.height
    kinds = kinds_of(load_reference())
    items = [features(one, kinds) for one in STATEMENTS]
    assert {(of[number], Block(block, is_day)) for number, block, is_day in rows.iter_rows()} == {
        (item.told.statement_id, block) for item in items for block in blocks(item)
    }
    assert dict(numbered.select("article_id", "is_dated").iter_rows()) == {
        item.told.article_id: is_dated(item) for item in items
    }


@pytest.mark.usefixtures("cuts")
def test_pairs_that_are_alike_come_with_their_reasons(tmp_path: Path) -> None:
    found = alike_pairs(Statements(), NotingWorkshop(tmp_path), PAIRS, PARENTS)
    comparison = Comparison(
        {one.statement_id: one for one in STATEMENTS},
        kinds_of(load_reference()),
        dict(PARENTS.iter_rows()),
    )
    pairs = PAIRS.explode("right_ids").iter_rows()
    likenesses = [(left, right, comparison(left, right)) for left, right in pairs]
    expected = [
        (left, right, one.score, list(one.signals))
        for left, right, one in likenesses
        if is_alike(one)
    ]
    assert list(found.iter_rows()) == expected
    assert 0 < len(expected) < len(likenesses)


@pytest.mark.parametrize(("few", "titles"), [(7, []), (6, ["Looking at events: 7"])])
def test_only_much_is_handed_to_the_workshop(
    tmp_path: Path, few: int, titles: Sequence[str]
) -> None:
    workshop = NotingWorkshop(tmp_path)
    with patch.object(handing_out, "_FEW_STATEMENTS", few):
        statement_blocks(Statements(), workshop, STALE)
    assert workshop.titles == titles


def test_worker_processes_find_the_same(tmp_path: Path) -> None:
    here = NotingWorkshop(tmp_path / "here")
    with (
        patch.multiple(handing_out, _FEW_STATEMENTS=0, _FEW_PAIRS=0, _OF_A_TASK=4),
        open_engine("processes", LIMITS) as engine,
    ):
        there = NotingWorkshop(tmp_path / "there", engine)
        blocks_there = statement_blocks(Statements(), there, STALE)
        alike_there = alike_pairs(Statements(), there, PAIRS, PARENTS)
    assert there.titles == ["Looking at events: 7", "Comparing events: 6"]
    blocks_here = statement_blocks(Statements(), here, STALE)
    for kind in ("blocks", "numbered"):
        assert sorted(blocks_there.frame(kind).rows()) == sorted(blocks_here.frame(kind).rows())
    assert alike_there.equals(alike_pairs(Statements(), here, PAIRS, PARENTS))


def test_no_pairs_are_compared_at_once(tmp_path: Path) -> None:
    workshop = NotingWorkshop(tmp_path)
    assert alike_pairs(Statements(), workshop, PAIRS.clear(), PARENTS).is_empty()
    assert workshop.titles == []


@pytest.mark.usefixtures("cuts")
def test_a_statement_given_up_is_an_error(tmp_path: Path) -> None:
    def look(one: ToldEvent, *others: Any) -> object:
        if one.statement_id == IDS[4]:
            raise ValueError("no words")
        return features(one, *others)

    with (
        patch("assets.events.linking.work.features", look),
        pytest.raises(NotLinkedError, match=rf"statement {IDS[4]} failed .*no words"),
    ):
        statement_blocks(Statements(), NotingWorkshop(tmp_path), STALE)


@pytest.mark.usefixtures("cuts")
def test_a_comparison_given_up_is_an_error(tmp_path: Path) -> None:
    def compare(_comparison: Comparison, left: str, _right: str) -> None:
        if left == IDS[2]:
            raise ValueError("no words")

    with (
        patch.object(Comparison, "__call__", compare),
        pytest.raises(NotLinkedError, match=f"statement {IDS[2]} failed"),
    ):
        alike_pairs(Statements(), NotingWorkshop(tmp_path), PAIRS, PARENTS)
