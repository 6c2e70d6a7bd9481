"""Judgements in a whole pipeline: lines change the tables, taking them away puts all back."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sandbox import Row, Sandbox, page

from assets.reference.judgements import Judgement, add_judgement

pytestmark = pytest.mark.slow

_CHAIR = "person:nguyen-thi-hong-van--va6n"
_OTHER = "person:do-quang-hien--hie63n"
_BODY = "organisation:uy-ban-nhan-dan-bac-ninh"


@dataclass
class Story:
    """Rows of all tables before, while and after judgements stand, and with a later article.

    `moves` are the rows of `ops.entity_moves` in the end.
    """

    before: dict[str, list[Row]]
    judged: dict[str, list[Row]]
    later: dict[str, list[Row]]
    after: dict[str, list[Row]]
    moves: set[Row]


def rows(sandbox: Sandbox) -> dict[str, list[Row]]:
    return sandbox.tables("core", "reference")


@pytest.fixture(scope="module")
def story(new_sandbox: Callable[[], Sandbox]) -> Story:
    sandbox = new_sandbox()
    sandbox.write("one.txt", page("tranh dân gian"))
    sandbox.write("two.txt", page("hát quan họ", chair="Đỗ Quang Hiển"))
    sandbox.refresh()
    before = rows(sandbox)
    add_judgement(sandbox.judgements, Judgement("same", _CHAIR, _OTHER, None, 0))
    add_judgement(sandbox.judgements, Judgement("not_an_entity", _BODY, None, None, 0))
    sandbox.refresh()
    judged = rows(sandbox)
    three = sandbox.write("three.txt", page("gốm"))
    sandbox.refresh()
    later = rows(sandbox)
    three.unlink()
    sandbox.judgements.unlink()
    sandbox.refresh()
    moves = set(sandbox.rows("SELECT old_id, entity_id FROM ops.entity_moves"))
    return Story(before, judged, later, rows(sandbox), moves)


def mentioned(tables: dict[str, list[Row]]) -> set[str]:
    return {row[7] for row in tables["core.mentions"]}


def test_the_story_is_about_entities_that_are_there(story: Story) -> None:
    assert {_CHAIR, _OTHER, _BODY} <= mentioned(story.before)


def test_judgements_are_applied(story: Story) -> None:
    assert [row[5] for row in story.judged["reference.judgements"]] == ["applied", "applied"]
    # Of two ids with an addition the shorter is kept.
    assert {_CHAIR, _OTHER, _BODY} & mentioned(story.judged) == {_OTHER}
    assert story.judged["core.articles"] == story.before["core.articles"]


def test_history_tells_where_the_mentions_went(story: Story) -> None:
    assert {(_CHAIR, _OTHER), (_BODY, None)} <= story.moves


def test_roles_follow(story: Story) -> None:
    people = {row[0] for row in story.judged["core.roles"] if row[0].startswith("person:")}
    assert _CHAIR not in people


def test_articles_that_come_later_are_judged_too(story: Story) -> None:
    assert len(story.later["core.articles"]) == 3
    assert {_CHAIR, _OTHER, _BODY} & mentioned(story.later) == {_OTHER}
    assert len(story.later["core.dismissed_mentions"]) > len(
        story.judged["core.dismissed_mentions"]
    )


def test_taking_them_away_puts_every_table_back(story: Story) -> None:
    different = {name for name in story.before if story.before[name] != story.after[name]}
    assert different == set()
