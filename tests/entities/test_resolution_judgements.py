"""A user's judgements: what they change, which cannot stand, and that they can be taken back."""

import itertools

import pytest

from assets.entities.records import DocumentCitation, EntityType, Observation, Resolution
from assets.entities.resolution.resolving import resolve
from assets.reference.judgements import Judgement, Verdict
from assets.reference.records import load_reference

_places = itertools.count(0, 1000)


def seen(article: str, name: str, entity_type: EntityType = "person", **more: str) -> Observation:
    start = next(_places)
    return Observation(
        article,
        "text",
        start,
        start + len(name),
        name,
        entity_type,
        name,
        more.get("reference_id"),
        0.9,
        "test",
        1,
        abbreviation=more.get("abbreviation"),
    )


def cited(article: str, number: str) -> Observation:
    start = next(_places)
    citation = DocumentCitation("Chỉ thị", number, "organisation:ban-bi-thu-trung-uong-dang", None)
    return Observation(
        article,
        "text",
        start,
        start + 5,
        "Chỉ thị",
        "official_document",
        f"Chỉ thị {number}",
        None,
        0.9,
        "test",
        1,
        citation=citation,
    )


AN = seen("a1", "Lê Văn An")
ANH = seen("a2", "Lê Văn Ánh")
HAI = seen("a3", "Lê Văn Hải")
FIRM = seen("a4", "Công ty Hoa Mai", "organisation")
IDS = {"AN": "person:le-van-an", "ANH": "person:le-van-anh--a1nh", "HAI": "person:le-van-hai"}
FIRM_ID = "organisation:cong-ty-hoa-mai--hoa-mai"
EVERYONE = (AN, ANH, HAI, FIRM)


Line = tuple[Verdict, str] | tuple[Verdict, str, str]


def judged(*lines: Line) -> tuple[Judgement, ...]:
    return tuple(
        Judgement(line[0], line[1], line[2] if len(line) > 2 else None, None, number)
        for number, line in enumerate(lines, start=2)
    )


def settled(judgements: tuple[Judgement, ...], *items: Observation) -> Resolution:
    return resolve(items or EVERYONE, {}, load_reference(), judgements)


def ids(result: Resolution) -> set[str]:
    return {entity.entity_id for entity in result.entities}


def statuses(result: Resolution) -> list[str | None]:
    return [line.status for line in result.judged]


A, B, C = IDS["AN"], IDS["ANH"], IDS["HAI"]


def test_the_ids_are_as_this_file_thinks() -> None:
    assert ids(settled(())) == {A, B, C, FIRM_ID}


def test_same_merges_and_leaves_a_redirect_and_a_curated_alias() -> None:
    result = settled(judged(("same", B, A)))
    assert B not in ids(result)
    assert {m.entity_id for m in result.mentions if m.article_id in ("a1", "a2")} == {A}
    assert [(r.old_id, r.entity_id) for r in result.redirects] == [(B, A)]
    assert ("Lê Văn Ánh", "curated") in {(x.alias, x.source) for x in result.aliases}
    (kept,) = [e for e in result.entities if e.entity_id == A]
    assert kept.name == "Lê Văn An"


def test_the_reference_entity_is_kept_even_when_no_article_mentions_it() -> None:
    known = "organisation:bo-ngoai-giao"
    result = settled(judged(("same", FIRM_ID, known)))
    (firm,) = [m for m in result.mentions if m.article_id == "a4"]
    assert firm.entity_id == known


def test_not_an_entity_takes_the_mentions_away_and_keeps_them() -> None:
    result = settled(judged(("not_an_entity", A)))
    assert A not in ids(result)
    assert [m.article_id for m in result.dismissed] == ["a1"]
    assert "a1" not in {m.article_id for m in result.mentions}
    assert [(r.old_id, r.entity_id) for r in result.redirects] == [(A, None)]


def test_different_splits_what_articles_joined() -> None:
    short = "organisation:hmvn"
    full = seen("b1", "Hiệp hội Hoa Mai Vàng", "organisation", abbreviation="HMVN")
    items = (full, seen("b2", "HMVN", "organisation"))
    before = settled((), *items)
    (joined,) = ids(before)
    assert [(r.old_id, r.entity_id) for r in before.redirects] == [(short, joined)]
    after = settled(judged(("different", short, joined)), *items)
    assert ids(after) == {short, joined}
    assert statuses(after) == ["applied"]


def test_different_splits_a_short_number_from_the_full_one() -> None:
    items = (cited("b1", "04-CT/TW"), cited("b2", "04"))
    (joined,) = {m.entity_id for m in settled((), *items).mentions}
    (redirect,) = settled((), *items).redirects
    after = settled(judged(("different", joined, redirect.old_id)), *items)
    assert {m.entity_id for m in after.mentions} == {joined, redirect.old_id}


def test_different_with_an_article_makes_its_mentions_another_entity() -> None:
    items = (seen("article:1", "Lê Văn An"), seen("article:2", "Lê Văn An"))
    result = settled(judged(("different", A, "article:2")), *items)
    assert statuses(result) == ["applied"]
    found = {m.article_id: m.entity_id for m in result.mentions}
    assert found["article:1"] == A
    assert found["article:2"].startswith(f"{A}~")
    assert {shared.reason for shared in result.shared_names} == {"a user's judgement"}


def test_a_split_that_is_joined_again_is_contradictory_and_not_done() -> None:
    items = (seen("article:1", "Lê Văn An"), seen("article:2", "Lê Văn An"))
    split: Line = ("different", A, "article:2")
    (new,) = ids(settled(judged(split), *items)) - {A}
    result = settled(judged(split, ("same", new, A)), *items)
    assert statuses(result) == ["contradictory"] * 2
    assert ids(result) == {A}


def test_a_split_in_an_article_without_the_entity_is_reported() -> None:
    assert statuses(settled(judged(("different", A, "article:9")))) == ["unknown_id"]


def test_different_takes_a_pair_off_the_candidates() -> None:
    items = (seen("a1", "Lê Hiền Hiền"), seen("a1", "Lê Hiền"))
    (pair,) = settled((), *items).candidates
    assert "twice" in pair.evidence
    assert settled(judged(("different", pair.left_id, pair.right_id)), *items).candidates == ()


@pytest.mark.parametrize(
    "lines",
    [
        (("same", A, B), ("same", B, C), ("different", A, C)),
        (("same", A, B), ("different", B, A)),
        (("same", A, B), ("not_an_entity", B)),
    ],
    ids=["triangle", "pair", "same and none"],
)
def test_judgements_that_contradict_are_reported_and_none_applied(
    lines: tuple[Line, ...],
) -> None:
    for order in itertools.permutations(lines):
        result = settled(judged(*order))
        assert set(statuses(result)) == {"contradictory"}
        assert all((line.reason or "").startswith("contradicts line") for line in result.judged)
        assert result.entities == settled(()).entities
        assert result.mentions == settled(()).mentions


def test_a_contradiction_leaves_the_other_judgements_alone() -> None:
    result = settled(judged(("same", A, B), ("different", A, B), ("not_an_entity", C)))
    assert statuses(result) == ["contradictory", "contradictory", "applied"]
    assert C not in ids(result)


def test_unknown_ids_other_types_and_other_stages() -> None:
    result = settled(
        judged(
            ("same", A, "person:nobody"),
            ("same", A, FIRM_ID),
            ("different", "event:x", "event:y"),
        )
    )
    assert statuses(result) == ["unknown_id", "different_types", None]
    assert result.entities == settled(()).entities


def test_the_order_of_lines_does_not_matter() -> None:
    lines: tuple[Line, ...] = (("same", A, B), ("same", B, C))
    one, other = (settled(judged(*order)) for order in itertools.permutations(lines))
    assert one.mentions == other.mentions
    assert one.entities == other.entities
    assert ids(one) == {A, FIRM_ID}
