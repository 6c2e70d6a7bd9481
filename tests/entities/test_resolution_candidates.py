"""Pairs for a user to look at: slips are proposed, neighbours and other people are not."""

import pytest

from assets.entities.records import Entity, EntityType, Mention
from assets.entities.resolution.candidates import merge_candidates


def entity(name: str, entity_type: EntityType = "person", **more: str) -> Entity:
    key = f"{entity_type}:{name}"
    return Entity(key, entity_type, name, place_id=more.get("place"), parent_id=more.get("parent"))


def mention(article: str, found: Entity, at: int = 0) -> Mention:
    return Mention(
        f"{article}:{found.entity_id}:{at}",
        article,
        "text",
        at,
        at + 1,
        found.name,
        found.entity_type,
        found.entity_id,
        1,
        0.9,
        "test",
    )


def proposed(one: Entity, other: Entity, *mentions: Mention) -> str | None:
    """Return the evidence for the pair, None when it is not proposed."""
    bodies = {m.entity_id: entity(m.surface, m.entity_type) for m in mentions}
    entities = {**bodies, one.entity_id: one, other.entity_id: other}
    found = merge_candidates([entities[key] for key in sorted(entities)], mentions, ())
    return found[0].evidence if found else None


@pytest.mark.parametrize(
    ("one", "other", "evidence"),
    [
        ("Nguyễn Thị Phương Hiền Hiền", "Nguyễn Thị Phương Hiền", "a syllable stands twice"),
        ("Nguyen Van Hung", "Nguyễn Văn Hùng", "the same name without accents"),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", None),
        ("Nguyễn Thị Lan Hương", "Nguyễn Thị Hương", None),
        ("Nguyễn Văn Hùng", "Trần Văn Hùng", None),
        ("Nguyễn Văn A", "Nguyễn Văn An", None),
    ],
)
def test_names_of_persons_alone(one: str, other: str, evidence: str | None) -> None:
    assert proposed(entity(one), entity(other)) == evidence


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ("Nguyễn Thị Lan Hương", "Nguyễn Lan Hương", "a syllable is left out"),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", "another accent on one syllable"),
        ("Jacques Chirac", "Jacques Chiraq", "another letter in one syllable"),
    ],
)
def test_a_shared_organisation_adds_what_a_name_alone_lacks(
    one: str, other: str, difference: str
) -> None:
    left, right, body = entity(one), entity(other), entity("Hội Luật gia", "organisation")
    mentions = [mention("a", left), mention("a", body), mention("b", right), mention("b", body)]
    assert proposed(left, right, *mentions) == f"{difference}; both are named with Hội Luật gia"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (
            "Sở Văn hóa, Thể thao và Du lịch tỉnh Bắc Ninh",
            "Sở Văn hóa Thể thao Du lịch tỉnh Bắc Ninh",
            True,
        ),
        ("Trung tâm Đào tạo quốc tế Hà Thành I", "Trung tâm Đào tạo quốc tế Hà Thành II", False),
        ("Công ty cổ phần May 10", "Công ty cổ phần May 20", False),
        ("Hội đồng nhân dân tỉnh Bắc Ninh", "Ủy ban nhân dân tỉnh Bắc Ninh", False),
        ("Ban Thường trực Hội Hoa Mai Vàng", "Hội Hoa Mai Vàng", False),
        ("Ủy ban nhân dân phường", "Ủy ban nhân dân phường", False),
    ],
)
def test_names_of_organisations(one: str, other: str, *, alike: bool) -> None:
    left, right = entity(one, "organisation"), entity(other, "organisation")
    found = proposed(left, Entity(f"{right.entity_id}-2", "organisation", other))
    assert (found is not None) == alike


def test_bodies_of_two_places_are_never_proposed() -> None:
    name = "Liên hiệp các tổ chức hữu nghị Hoa Mai"
    one = entity(f"{name} Bắc", "organisation", place="place:ha-noi")
    other = entity(f"{name} Bác", "organisation", place="place:hai-phong")
    assert proposed(one, other) is None


def test_a_short_form_and_the_body_of_those_initials() -> None:
    full = entity("Hiệp hội Phát triển Nông thôn Xanh", "organisation")
    short = entity("HHPTNTX", "organisation")
    assert proposed(full, short) == "one is the initials of the other"


def test_a_common_name_does_not_make_the_archive_slow() -> None:
    crowd = [
        entity(f"Nguyễn Văn {chr(97 + n % 26)}{chr(97 + n // 26 % 26)}x{n}") for n in range(3000)
    ]
    assert len(merge_candidates(tuple(sorted(crowd, key=repr)), (), ())) == 0
