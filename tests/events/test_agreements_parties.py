"""Who the parties of an agreement are: bodies rather than their countries, hosts or delegations."""

import pytest
from agreement_telling import told

from assets.entities.records import EntityType, Observation
from assets.events.agreements.offices import Offices
from assets.events.agreements.parties import PartyReader
from assets.reference.records import load_reference


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # A body that was cut short, or not recognised at all, leaves no place as a party.
        ("<Quỹ A> giao lưu quốc tế {Busan} và <Hội B> ký bản ghi nhớ.", "Quỹ A + Hội B"),
        ("<Hội A> ký bản ghi nhớ với Đài Phát thanh quốc gia {Hungary}.", "Hội A"),
        ("<Hội A> ký bản ghi nhớ với Hội đồng vùng Normandie ({Pháp}).", "Hội A"),
        ("Ký bản ghi nhớ giữa <Hội A> và Đài Phát thanh quốc gia {Hungary} ngày 1/10.", "Hội A"),
        # What stands beside the parties is none.
        (
            "Đoàn {tỉnh A} do Bí thư <Tỉnh ủy> [Nam] dẫn đầu đã ký bản ghi nhớ với <Hội B>.",
            "tỉnh A + Hội B",
        ),
        ("<Hội A>, thành viên của <Liên hiệp B>, ký bản ghi nhớ với <Hội C>.", "Hội A + Hội C"),
        ("<Hội A> và <Hội B> ký bản ghi nhớ, với sự tham dự của <Bộ C>.", "Hội A + Hội B"),
        ("<Cục A>, <Bộ B> và <Hội C> ký bản ghi nhớ.", "Cục A + Hội C"),
        (
            "{Xã A} (huyện {B}, tỉnh {C}) và {xã D} ({Lào}) ký bản ghi nhớ.",
            "Xã A + xã D",
        ),
        (
            "<Hội A> và <Hội B> ký bản ghi nhớ nhằm vun đắp hữu nghị giữa {Lào} và {Huế}.",
            "Hội A + Hội B",
        ),
        # Lists.
        (
            "Lễ ký bản ghi nhớ giữa <Hội A> với <Hội B>, <Hội C> và <Hội D>.",
            "Hội A + Hội B + Hội C + Hội D",
        ),
        ("3 đơn vị gồm <Hội A>, <Sở B>, <Sở C> đã ký bản ghi nhớ.", "Hội A + Sở B + Sở C"),
        ("<Hội A> và 3 tỉnh {Nam Lào} ({B}, {C}, {D}) ký bản ghi nhớ.", "Hội A + B + C + D"),
        # Who signs stands behind the verb.
        (
            "Bản ghi nhớ được ký bởi Chủ tịch <Hội A> [Nam] và Giám đốc <Sở B> [Hoa] trước sự"
            " chứng kiến của <Bộ C>.",
            "Hội A + Sở B",
        ),
        (
            "<Hội A> và <Hội B> tổ chức lễ ký trực tuyến bản ghi nhớ giữa hai tổ chức.",
            "Hội A + Hội B",
        ),
        # Those who met.
        ("<Hội A> tiếp đoàn <Viện B> và hai bên đã ký bản ghi nhớ.", "Hội A + Viện B"),
        (
            "{Tỉnh A} kết nghĩa với {tỉnh B}. Năm 2010, hai tỉnh đã ký bản ghi nhớ.",
            "Tỉnh A + tỉnh B",
        ),
        ("[Nam] của <Hội A> cảm ơn <Quỹ B>. Hai bên đã ký bản ghi nhớ.", "Hội A + Quỹ B"),
        ("<Hội A> tiếp đoàn <Hội B>. Dịp này, hai <Hội> ký bản ghi nhớ.", "Hội A + Hội B"),
        (
            "<Hội A> tiếp đoàn <Viện B>. {Huế} và {Nice} là bạn. Hai bên đã ký bản ghi nhớ.",
            "Hội A + Viện B",
        ),
        (
            "{Thành phố Huế} có nhiều bạn. Ngày 8/10, thành phố đã ký bản ghi nhớ với {Nice}.",
            "Thành phố Huế + Nice",
        ),
        # An invitation is no plan.
        (
            "Nhận lời mời của <Hội A>, <Hội B> đã sang và ký với <Hội C> bản ghi nhớ.",
            "Hội B + Hội C",
        ),
    ],
)
def test_parties(marked: str, expected: str) -> None:
    assert [one.split(": ")[1] for one in told(marked)] == [expected]


def test_countries_are_no_parties_beside_two_bodies() -> None:
    def name(text: str, kind: EntityType, reference_id: str | None = None) -> Observation:
        return Observation(
            "a1",
            "text",
            0,
            1,
            text,
            kind,
            text,
            reference_id,
            1.0,
            "test",
            1,
        )

    reader = PartyReader("", [], Offices([], []), load_reference())
    bodies = [name("Hội A", "organisation"), name("Hội B", "organisation")]
    country = name("Lào", "place", "place:lao")
    province = name("Huế", "place", "place:hue")
    assert reader.signers([*bodies, country, province]) == [*bodies, province]
    assert reader.signers([bodies[0], country]) == [bodies[0], country]


@pytest.mark.parametrize(
    "marked",
    [
        "Năm 2020, {Lào} và <Hội A> họp.\nHai tổ chức đã ký bản ghi nhớ.",
        "<Hội A> cảm ơn <Hội B> và <Hội C>.\nHai nước đã ký bản ghi nhớ.",
    ],
)
def test_sides_of_another_kind_are_not_meant(marked: str) -> None:
    assert told(marked) == []


def test_title_with_short_names_tells_the_same_agreement() -> None:
    marked = (
        "{Hà Giang} và Văn Sơn ký thỏa thuận hợp tác ngày 18/10.\n"
        "<UBND tỉnh Hà Giang> và <Hội B> đã ký thỏa thuận hợp tác ngày 18/10."
    )
    assert told(marked) == ["thỏa thuận hợp tác, 2024-10-18: UBND tỉnh Hà Giang + Hội B"]
