"""Who is who: joins that must happen, joins that must not, and independence of order."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.entities.records import (
    DocumentCitation,
    Entity,
    EntityType,
    Observation,
    Resolution,
)
from assets.entities.resolution.resolving import resolve
from assets.reference.records import (
    Abbreviation,
    AdministrativeUnit,
    Body,
    Country,
    DocumentKind,
    IdSyllable,
    IssuerSymbol,
    LocalSymbol,
    PlaceRow,
    Reference,
)


def body(slug: str, name: str, **more: object) -> Body:
    row = Body(f"organisation:{slug}", name, (), (), "party", None, None, None, (), False)
    return dataclasses.replace(row, **more)  # type: ignore[arg-type]


def unit(slug: str, prefix: str, name: str) -> AdministrativeUnit:
    return AdministrativeUnit(
        f"place:{slug}", "province", prefix, name, (), "VN-X", "place:viet-nam", None, None, None
    )


PLAIN_WORDS = ("liên", "hiệp", "các", "tổ", "chức", "hữu", "nghị", "sở", "ngoại", "vụ")
REFERENCE = Reference(
    outlets=(),
    menu_words=(),
    countries=(
        Country("place:viet-nam", "VN", "Việt Nam", None, ("Vietnam",), "place:chau-a"),
        Country("place:lao", "LA", "Lào", None, (), "place:chau-a"),
    ),
    places=(PlaceRow("place:chau-a", "Châu Á", "continent", (), None, None),),
    administrative_units=(
        unit("ha-noi", "Thành phố", "Hà Nội"),
        unit("hai-phong", "Thành phố", "Hải Phòng"),
    ),
    bodies=(
        body("trung-uong", "Ban Chấp hành Trung ương"),
        body("ban-bi-thu", "Ban Bí thư", parent_id="organisation:trung-uong"),
        body("thanh-uy-ha-noi", "Thành ủy Hà Nội", place_id="place:ha-noi"),
        body("tinh-uy-lao-cai", "Tỉnh ủy Lào Cai"),
        body("chinh-phu", "Chính phủ", kind="government"),
        body(
            "mat-tran",
            "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
            abbreviations=("UBTƯ MTTQ Việt Nam",),
            kind="front",
            local_name="Ủy ban Mặt trận Tổ quốc Việt Nam {place}",
        ),
    ),
    titles=(),
    surnames=(),
    document_kinds=(
        DocumentKind("Chỉ thị", ("CT",), ()),
        DocumentKind("Kết luận", ("KL",), ()),
        DocumentKind("Thông tri", ("TT",), ()),
    ),
    issuer_symbols=(
        IssuerSymbol("TW", "organisation:trung-uong", ()),
        IssuerSymbol("CP", "organisation:chinh-phu", ()),
    ),
    local_symbols=(LocalSymbol("TU", None, None), LocalSymbol("UBND", None, None)),
    abbreviations=(Abbreviation("TP", "Thành phố"),),
    id_syllables=(
        IdSyllable("nguyễn", "surname"),
        IdSyllable("hương", "given_name"),
        IdSyllable("hà", "given_name"),
        *(
            IdSyllable(s, "other")
            for s in ["liên", "hiệp", "các", "tổ", "chức", "hữu", "nghị", "sở", "ngoại", "vụ"]
        ),
    ),
)
DAYS: dict[str, dt.date | None] = {f"a{n}": dt.date(2021, 6, n + 1) for n in range(6)}
_places = iter(range(0, 10**9, 1000))


def seen(
    article: str,
    name: str,
    entity_type: EntityType = "organisation",
    surface: str | None = None,
    **more: object,
) -> Observation:
    start = next(_places)
    text = surface or name
    item = Observation(
        article, "text", start, start + len(text), text, entity_type, name, None, 0.9, "test", 7
    )
    return dataclasses.replace(item, **more)  # type: ignore[arg-type]


def cited(
    article: str,
    kind: str,
    number: str | None,
    issuer: str | None = None,
    issued_on: dt.date | None = None,
) -> Observation:
    issuer_id = issuer and f"organisation:{issuer}"
    citation = DocumentCitation(kind, number, issuer_id, issued_on)
    return seen(article, f"{kind} {number}", "official_document", citation=citation)


def settled(*items: Observation) -> Resolution:
    return resolve(items, DAYS, REFERENCE)


def ids(*items: Observation) -> list[str]:
    """Return the entity id of each observation."""
    found = {(m.article_id, m.field, m.start_char): m.entity_id for m in settled(*items).mentions}
    return [found[item.article_id, item.field, item.start_char] for item in items]


def entity(resolution: Resolution, entity_id: str) -> Entity:
    (found,) = [e for e in resolution.entities if e.entity_id == entity_id]
    return found


def test_one_name_in_two_articles_is_one_person_whatever_the_tone_placement() -> None:
    first = seen("a1", "Nguyễn Thuý Hương", "person")
    second = seen("a2", "Nguyễn Thúy Hương", "person", surface="bà Hương"[3:])
    assert len(set(ids(first, second))) == 1
    result = settled(first, second)
    assert [e.name for e in result.entities] == ["Nguyễn Thúy Hương"]


def test_ids_are_plain_for_the_usual_accents_and_spell_the_others() -> None:
    assert ids(
        seen("a1", "Nguyễn Lan Hương", "person"),
        seen("a1", "Nguyễn Lan Hường", "person"),
        seen("a1", "Nguyễn Hạ Hà", "person"),
        seen("a1", "Nguyễn Hà Hạ", "person"),
    ) == [
        "person:nguyen-lan-huong",
        "person:nguyen-lan-huong--hu7o72ng",
        "person:nguyen-ha-ha--ha5-ha2",
        "person:nguyen-ha-ha--ha2-ha5",
    ]


def test_a_given_name_alone_is_not_joined_over_articles() -> None:
    one, other = ids(seen("a1", "Tài", "person"), seen("a2", "Tài", "person"))
    assert one != other
    full = ids(
        seen("a1", "Phùng Khánh Tài", "person", surface="Tài"),
        seen("a2", "Phùng Khánh Tài", "person"),
    )
    assert len(set(full)) == 1


def test_friendship_unions_of_two_cities_stay_apart() -> None:
    name = "Liên hiệp các tổ chức hữu nghị"
    assert ids(
        seen("a1", f"{name} thành phố Hà Nội", place_id="place:ha-noi"),
        seen("a2", f"{name} TP Hà Nội", place_id="place:ha-noi"),
        seen("a2", name, place_id="place:ha-noi"),
        seen("a3", f"{name} thành phố Hải Phòng", place_id="place:hai-phong"),
        seen("a4", name, place_id="place:hai-phong"),
    ) == [
        *["organisation:lien-hiep-cac-to-chuc-huu-nghi-ha-noi"] * 3,
        *["organisation:lien-hiep-cac-to-chuc-huu-nghi-hai-phong"] * 2,
    ]


def test_a_place_left_out_is_part_of_the_canonical_name() -> None:
    result = settled(seen("a1", "Sở Ngoại vụ", place_id="place:ha-noi"))
    found = entity(result, "organisation:so-ngoai-vu-ha-noi")
    assert (found.name, found.place_id) == ("Sở Ngoại vụ thành phố Hà Nội", "place:ha-noi")


def test_a_full_name_with_its_province_is_one_body_whether_the_place_was_seen_or_not() -> None:
    name = "Viện Hoa Mai thành phố Hải Phòng"
    found = ids(seen("a1", name, place_id="place:hai-phong"), seen("a2", name))
    assert found == ["organisation:vien-hoa-mai-hai-phong--vie56n"] * 2


def test_a_local_branch_has_kind_and_parent_of_its_family() -> None:
    name = "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội"
    result = settled(seen("a1", name, surface="MTTQ TP", place_id="place:ha-noi"))
    (found,) = [e for e in result.entities if e.name == name]
    assert (found.kind, found.parent_id) == ("front", "organisation:mat-tran")


def test_short_and_full_form_join_through_the_reference() -> None:
    full = "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"
    short = seen("a1", full, surface="UBTƯ MTTQ Việt Nam", reference_id="organisation:mat-tran")
    long = seen("a2", full, reference_id="organisation:mat-tran")
    result = settled(short, long)
    assert {m.entity_id for m in result.mentions} == {"organisation:mat-tran"}
    assert {(a.alias, a.source, a.mention_count) for a in result.aliases} == {
        (full, "reference", 1),
        ("UBTƯ MTTQ Việt Nam", "reference", 1),
    }


def test_the_full_name_of_a_reference_body_is_that_body_unless_elsewhere() -> None:
    assert ids(
        seen("a1", "Chính  Phủ"),
        seen("a2", "Chính phủ", place_id="place:lao"),
    ) == ["organisation:chinh-phu", "organisation:chinh-phu-lao--chi1nh-phu3"]


def test_what_an_entity_refers_to_is_there_too() -> None:
    result = settled(seen("a1", "Hà Nội", "place", reference_id="place:ha-noi"))
    assert [(e.entity_id, e.name, e.parent_id) for e in result.entities] == [
        ("place:chau-a", "Châu Á", None),
        ("place:ha-noi", "Thành phố Hà Nội", "place:viet-nam"),
        ("place:viet-nam", "Việt Nam", "place:chau-a"),
    ]


def test_an_abbreviation_defined_in_one_article_serves_in_others() -> None:
    name = "Liên hiệp các tổ chức hữu nghị thành phố Hà Nội"
    defined = seen("a1", name, place_id="place:ha-noi", abbreviation="HAUFO")
    bare = seen("a2", "HAUFO")
    assert len(set(ids(defined, bare))) == 1
    result = settled(defined, bare)
    assert entity(result, ids(bare, defined)[0]).abbreviation == "HAUFO"
    assert [(a.alias, a.source, a.mention_count) for a in result.aliases if "HAU" in a.alias] == [
        ("HAUFO", "text_definition", 1)
    ]


def test_an_abbreviation_defined_for_two_bodies_joins_none() -> None:
    one = seen("a1", "Công ty Hoa Mai", abbreviation="CTHM")
    two = seen("a2", "Công ty Hoàng Minh", abbreviation="CTHM")
    assert len(set(ids(one, two, seen("a3", "CTHM")))) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Chỉ thị", "04-CT/TW"), ("Chỉ thị", "4-CT/TƯ")),
        (("Chỉ thị", "04-CT/TW"), ("chỉ thị", "04 - CT/TW")),
        (("Kết luận", "12-KL/TW"), ("Kết luận", "12-KL/TW", "ban-bi-thu")),
    ],
)
def test_spellings_of_one_number(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert len(set(ids(cited("a1", *one), cited("a2", *other)))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Chỉ thị", "04-CT/TW"), ("Thông tri", "04-TT/TU", "thanh-uy-ha-noi")),
        (
            ("Thông tri", "04-TT/TU", "thanh-uy-ha-noi"),
            ("Thông tri", "04-TT/TU", "tinh-uy-lao-cai"),
        ),
        (("Kết luận", "12", "ban-bi-thu"), ("Chỉ thị", "12-CT/TW", "ban-bi-thu")),
        (("Chỉ thị", "12"), ("Chỉ thị", "12-CT/TW")),
        (("Chỉ thị", "12", "chinh-phu"), ("Chỉ thị", "12-CT/TW")),
        (("Chỉ thị", "12", "ban-bi-thu"), ("Chỉ thị", "112-CT/TW")),
        (("Chỉ thị", "12"), ("Chỉ thị", "12")),
        (("Thông tri", "04-TT/TU"), ("Thông tri", "04-TT/TU")),
        (
            ("Chỉ thị", "12", "ban-bi-thu", dt.date(2020, 1, 1)),
            ("Chỉ thị", "12-CT/TW", "ban-bi-thu", dt.date(2021, 1, 1)),
        ),
    ],
)
def test_different_documents(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    first, second = ids(cited("a1", *one), cited("a2", *other))  # type: ignore[arg-type]
    assert first != second


def test_a_short_number_joins_the_only_full_one_of_its_issuer() -> None:
    assert (
        ids(cited("a1", "Chỉ thị", "12", "ban-bi-thu"), cited("a2", "Chỉ thị", "12-CT/TW"))
        == ["official_document:chi-thi-12-ct-tw"] * 2
    )


def test_a_short_number_joins_none_of_two() -> None:
    short = cited("a1", "Chỉ thị", "12", "ban-bi-thu")
    found = ids(short, cited("a2", "Chỉ thị", "12-CT/TW"), cited("a3", "Chỉ thị", "12-CT-BBT/TW"))
    assert len(set(found)) == 3


def test_a_short_number_joins_the_full_one_in_its_own_article() -> None:
    assert len(set(ids(cited("a1", "Chỉ thị", "04"), cited("a1", "Chỉ thị", "04-CT/TW")))) == 1


def test_issue_is_what_most_citations_state_and_never_after_the_article() -> None:
    right, wrong, late = dt.date(2011, 7, 6), dt.date(2011, 6, 7), dt.date(2022, 1, 1)
    result = settled(
        cited("a1", "Chỉ thị", "04-CT/TW", "ban-bi-thu", right),
        cited("a2", "Chỉ thị", "04-CT/TW", None, right),
        cited("a3", "Chỉ thị", "04-CT/TW", None, wrong),
        *(cited("a4", "Chỉ thị", "04-CT/TW", None, late) for _ in range(4)),
    )
    found = entity(result, "official_document:chi-thi-04-ct-tw")
    assert (found.kind, found.number) == ("Chỉ thị", "04-CT/TW")
    assert (found.issuer_id, found.issued_on) == ("organisation:ban-bi-thu", right)
    assert entity(result, "organisation:trung-uong").name == "Ban Chấp hành Trung ương"


def test_an_issuer_nobody_states_is_not_invented() -> None:
    (found,) = settled(cited("a1", "Chỉ thị", "04-CT/TW")).entities
    assert (found.issuer_id, found.issued_on) == (None, None)


def test_ids_do_not_depend_on_what_else_is_there() -> None:
    alone = seen("a1", "Nguyễn Lan Hường", "person")
    assert ids(alone) == ids(alone, seen("a2", "Nguyễn Lan Hương", "person"))[:1]


NAMES = ["Nguyễn Hà", "Nguyễn Hạ", "Tài", "HAUFO", "Sở Ngoại vụ", "Sở Ngoại Vụ", "中文"]
OBSERVATIONS = st.builds(
    lambda article, name, kind, start, place, short, number, issuer, ref: Observation(
        article,
        "text",
        start * 10,
        start * 10 + 5,
        name,
        kind,
        name,
        ref,
        0.5,
        "test",
        None,
        short if kind == "organisation" else None,
        place,
        DocumentCitation("Chỉ thị", number, issuer, None) if kind == "official_document" else None,
    ),
    st.sampled_from(sorted(DAYS)),
    st.sampled_from(NAMES),
    st.sampled_from(["person", "organisation", "place", "official_document"]),
    st.integers(0, 6),
    st.sampled_from([None, "place:ha-noi", "place:hai-phong", "place:unknown"]),
    st.sampled_from([None, "HAUFO"]),
    st.sampled_from(["12", "12-CT/TW", "4-CT/TƯ", "04-CT/TW", None]),
    st.sampled_from([None, "organisation:ban-bi-thu", "organisation:chinh-phu", "organisation:x"]),
    st.sampled_from([None, None, "organisation:mat-tran", "place:ha-noi", "place:nowhere"]),
)


@given(
    st.lists(OBSERVATIONS, max_size=14).flatmap(lambda o: st.tuples(st.just(o), st.permutations(o)))
)
def test_any_order_gives_the_same_and_all_references_resolve(
    orders: tuple[list[Observation], list[Observation]],
) -> None:
    given_order, other_order = orders
    result = resolve(given_order, DAYS, REFERENCE)
    assert result == resolve(iter(other_order), DAYS, REFERENCE)
    known = {e.entity_id: e for e in result.entities}
    assert len(known) == len(result.entities)
    assert len({m.mention_id for m in result.mentions}) == len(result.mentions)
    for mention in result.mentions:
        assert known[mention.entity_id].entity_type == mention.entity_type
    for found in result.entities:
        assert found.name
        assert {found.parent_id, found.place_id, found.issuer_id} - {None} <= set(known)
    forms = [(a.entity_id, a.alias) for a in result.aliases]
    assert len(set(forms)) == len(forms)
    assert {a.entity_id for a in result.aliases} <= set(known)


def test_the_issuer_of_a_local_document_is_the_entity_of_that_name() -> None:
    name = "Ủy ban nhân dân thành phố Hải Phòng"
    by_slug = "uy-ban-nhan-dan-thanh-pho-hai-phong"
    document = cited("a1", "Chỉ thị", "07/CT-UBND", by_slug)
    (issuer, joined) = ids(seen("a1", name, place_id="place:hai-phong"), document)
    result = settled(seen("a1", name, place_id="place:hai-phong"), document)
    assert entity(result, joined).issuer_id == issuer
    assert joined == f"official_document:chi-thi-07-ct-ubnd-{by_slug}"
    assert settled(document).entities[0].issuer_id is None


def test_a_local_body_whose_place_is_not_told_stays_in_its_article() -> None:
    family = body("uy-ban-nhan-dan", "Ủy ban nhân dân", only_local=True)
    reference = dataclasses.replace(REFERENCE, bodies=(*REFERENCE.bodies, family))
    items = [seen(article, family.name, reference_id=family.entity_id) for article in "ab"]
    found = resolve(items, {}, reference)
    assert len({mention.entity_id for mention in found.mentions}) == 2
