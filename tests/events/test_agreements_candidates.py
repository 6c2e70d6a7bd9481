"""Names beside an agreement that are no party: where others are from, whose people act, slugs."""

import pytest
from agreement_telling import told

from assets.entities.records import Observation
from assets.events.agreements.areas import areas
from assets.events.agreements.sides import Sides
from assets.events.agreements.unnamed import party_words
from assets.reference.records import load_reference


def place(name: str, reference_id: str, start: int = 0) -> Observation:
    end = start + len(name)
    kept = (0.9, "test", 1)
    return Observation("a1", "text", start, end, name, "place", name, reference_id, *kept)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Hội A> ký bản ghi nhớ với hai đại học {Thái Lan}.", "Hội A"),
        ("<Hội A> ký bản ghi nhớ với các đối tác hàng đầu của {Pháp}.", "Hội A"),
        ("<Hội A> ký bản ghi nhớ với một số chuyên gia {Nhật Bản}.", "Hội A"),
        ("<Hội A> ký bản ghi nhớ với đoàn công tác {tỉnh B}.", "Hội A + tỉnh B"),
        ("<Hội A> ký bản ghi nhớ với sinh viên <Trường B>.", "Hội A"),
        ("<Sở A> và Ty Y tế {tỉnh B} ký bản ghi nhớ.", "Sở A"),
        ("{HUẾ} VÀ {SEOUL} KÝ BẢN GHI NHỚ", "HUẾ + SEOUL"),
        ("<Sở A> và Khu tự trị Choang {Quảng Tây} ký bản ghi nhớ.", "Sở A + Quảng Tây"),
        ("<Sở A> và Thống đốc {tỉnh B} ký bản ghi nhớ.", "Sở A + tỉnh B"),
        ("<Báo A> - <Hội B> và <Hội C> ký bản ghi nhớ.", "Hội B + Hội C"),
        ("{Huế} Online - <Hội B> và {thành phố C} ký bản ghi nhớ.", "Hội B + thành phố C"),
        ("<Hội A> (<AB>) Chi nhánh {B} và <Hội C> ký bản ghi nhớ.", "Hội A + Hội C"),
        ("Cụm số 5 <Hội A> và <Hội B> ký bản ghi nhớ.", "Hội B"),
        ("<Hội A> ký bản ghi nhớ với <Hội B>; <Hội C>; <Hội D>.", "Hội A + Hội B + Hội C + Hội D"),
        ("<Hội A> ký bản ghi nhớ với <Hội B>, <Bộ C> sẽ hỗ trợ.", "Hội A + Hội B"),
    ],
)
def test_parties(marked: str, expected: str) -> None:
    assert [one.split(": ")[1] for one in told(marked)] == [expected]


@pytest.mark.parametrize(
    "several",
    [
        "<Hội A> ba địa phương {B} - {C} - {D}",
        "UBND các {xã B}, {C} và {D}",
        "đại diện <Sở A> hai tỉnh",
    ],
)
def test_body_of_several_places_stands_for_none_of_them(several: str) -> None:
    assert told(f"Ngày 18/10, {several} ký bản ghi nhớ.") == ["bản ghi nhớ, 2024-10-18: "]


def test_places_of_a_list_are_apart_unless_one_lies_in_the_other() -> None:
    known = areas(load_reference())
    hanoi, hue = place("Hà Nội", "place:ha-noi"), place("Thừa Thiên Huế", "place:thua-thien-hue")
    vietnam = place("Việt Nam", "place:viet-nam")
    unknown = place("A", "place:unknown")
    assert known.are_apart(hanoi, hue)
    assert not known.are_apart(hanoi, vietnam)
    assert not known.are_apart(hanoi, unknown)
    assert known.lies_in(hanoi, vietnam)
    assert not known.lies_in(vietnam, hanoi)


def test_no_river_or_part_of_the_country_signs() -> None:
    known = areas(load_reference())
    assert known.can_sign(place("Hà Nội", "place:ha-noi"))
    assert known.can_sign(place("Liên Xô", "place:lien-xo"))
    assert not known.can_sign(place("Sông Mekong", "place:song-mekong"))
    assert not known.can_sign(place("Tây Bắc", "place:tay-bac"))
    assert not known.can_sign(place("Châu Âu", "place:chau-au"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("hai nước đã ký", 2),
        ("Hai bên đã ký", 0),
        ("Doanh nghiệp hai nước đã ký", 0),
        ("ba nước đã ký", 0),
    ],
)
def test_two_countries_of_an_article_are_meant_by_their_name_only(text: str, meant: int) -> None:
    countries = [place("Việt Nam", "place:viet-nam"), place("Lào", "place:lao", 20)]
    sides = Sides(party_words(load_reference()), countries)
    assert len(sides.meant(text, text, 0, len(text))) == meant
