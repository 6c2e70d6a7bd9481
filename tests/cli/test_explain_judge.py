"""`baokho explain` and `baokho judge` as a user meets them."""

import json
from collections.abc import Callable

import pytest
from command_line import run
from sandbox import Sandbox, page

CHAIR = "person:nguyen-thi-hong-van--va6n"
BODY = "organisation:uy-ban-nhan-dan-bac-ninh"


@pytest.fixture(scope="module")
def published(new_sandbox: Callable[[], Sandbox]) -> Sandbox:
    sandbox = new_sandbox()
    sandbox.write("one.txt", page("tranh dân gian"))
    sandbox.write("two.txt", page("hát quan họ", chair="Nguyễn Thị Hồng Hồng Vân"))
    sandbox.refresh()
    return sandbox


def article_of(sandbox: Sandbox, path: str) -> str:
    sql = "SELECT article_id FROM core.articles JOIN raw.files USING (file_id) WHERE path = ?"
    return str(sandbox.value(sql, path))


def test_an_article_shows_its_text_with_every_mention_marked(published: Sandbox) -> None:
    ended = run(published, "explain", article_of(published, "one.txt"))
    assert ended.code == 0
    assert "file: one.txt" in ended.out
    assert "published: 2023-06-05" in ended.out
    assert "bà [Nguyễn Thị Hồng Vân|" in ended.out
    for surface, method in published.rows(
        "SELECT surface, method FROM core.mentions JOIN core.articles USING (article_id)"
        " JOIN raw.files USING (file_id) WHERE path = 'one.txt'"
    ):
        assert f"[{surface}|" in ended.out
        assert method in ended.out


def test_an_entity_shows_names_places_and_rules(published: Sandbox) -> None:
    ended = run(published, "explain", CHAIR)
    assert "Nguyễn Thị Hồng Vân" in ended.out
    assert "one.txt, line" in ended.out
    assert "rule: " in ended.out
    assert "May be the same as" in ended.out
    assert "a syllable stands twice" in ended.out


def test_json_holds_the_same(published: Sandbox) -> None:
    entity = json.loads(run(published, "explain", "--json", BODY).out)
    assert entity["entity_type"] == "organisation"
    assert {"aliases", "mentions", "candidates", "leads_here"} <= entity.keys()
    article = json.loads(run(published, "explain", "--json", article_of(published, "two.txt")).out)
    for mention in article["mentions"]:
        field = article[mention["field"]]
        assert field[mention["start_char"] : mention["end_char"]] == mention["surface"]


def test_an_id_that_leads_elsewhere_is_followed(published: Sandbox) -> None:
    ((old, new),) = published.rows(
        "SELECT old_id, entity_id FROM core.redirects WHERE entity_id = ?", CHAIR
    )
    ended = run(published, "explain", old)
    assert ended.code == 0
    assert f"{old} leads here" in ended.out
    assert new in ended.out


def test_an_unknown_id_names_near_ones(published: Sandbox) -> None:
    ended = run(published, "explain", "person:nguyen-thi-hong-van")
    assert (ended.code, ended.out) == (2, "")
    assert CHAIR in ended.err


def test_judging_and_undoing(published: Sandbox) -> None:
    other = published.value("SELECT entity_id FROM core.persons WHERE entity_id <> ?", CHAIR)
    ended = run(published, "judge", "same", CHAIR, other, "--note", "a slip, surely")
    assert ended.code == 0
    assert "next refresh" in ended.out
    assert run(published, "judge", "same", other, CHAIR).code == 2
    published.refresh()
    assert published.value("SELECT count(*) FROM core.persons") == 1
    ended = run(published, "judge", "list")
    assert "applied" in ended.out
    assert "a slip, surely" in ended.out
    assert run(published, "judge", "undo", "3").code == 2
    ended = run(published, "judge", "undo", "2")
    assert "Removed: same" in ended.out
    assert "no judgements" in run(published, "judge", "list").out


def test_judging_what_does_not_exist_changes_nothing(published: Sandbox) -> None:
    ended = run(published, "judge", "not-an-entity", "person:nobody-at-all")
    assert ended.code == 2
    assert "no entity person:nobody-at-all; near it: " in ended.err
    assert not published.judgements.exists() or "nobody" not in published.judgements.read_text()


def test_a_file_that_cannot_be_read_is_told(published: Sandbox) -> None:
    before = published.judgements.read_text() if published.judgements.exists() else None
    published.judgements.write_text("verdict,left_id,right_id,note\nequal,a,b,\n")
    try:
        ended = run(published, "judge", "list")
        assert ended.code == 2
        assert "judgements.csv, line 2: verdict 'equal' is none of" in ended.err
    finally:
        published.judgements.unlink()
        if before is not None:
            published.judgements.write_text(before)
