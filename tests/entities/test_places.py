import datetime as dt
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.entities.places.finding import find_places
from assets.entities.places.generics import GenericWords
from assets.entities.records import ArticleText, Observation
from assets.reference.records import PlaceWord, Reference, load_reference

OLD, NEW = dt.date(2022, 5, 4), dt.date(2025, 10, 9)


PIECES = [
    *("Hà Nội", "TP ", "huyện ", "Mỹ Đức", "Anh", ", ", ". ", " - ", "\n", "các tỉnh ", "Nghệ An"),
    *(" và ", "Nguyễn ", "xã Long Bình", "Lào", "Châu Thành", "(", ")", " ", "quận 1", "Hoà Bình"),
    *("Cu - Ba", "đảo ", "Ý", "tại ", "\u00a0", "Q.1", "như: "),
]


@cache
def reference() -> Reference:
    return load_reference()


def places(
    text: str,
    title: str | None = None,
    on: dt.date | None = OLD,
    language: str | None = "vi",
) -> list[Observation]:
    lines = tuple(range(3, 4 + text.count("\n")))
    article = ArticleText("a", title, text, lines, 1, on, language, None)
    found = find_places(article, reference())
    for place in found:
        field = title if place.field == "title" else text
        assert field is not None
        assert field[place.start_char : place.end_char] == place.surface
        assert 0 < place.confidence <= 1
        assert place.entity_type == "place"
    return list(found)


def ids(text: str, on: dt.date | None = OLD, language: str | None = "vi") -> list[tuple[str, str]]:
    """Return surface and id (or, for an unlisted place, its name) of each place."""
    return [(p.surface, p.reference_id or p.name) for p in places(text, on=on, language=language)]


HN, VN = "place:ha-noi", "place:viet-nam"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Countries in lists, pairs and after words that ask for a country.
        (
            "Nhiều nước như: Anh, Pháp, Ý, Ấn Độ, Thụy sĩ, Đức và Séc.",
            [
                ("Anh", "place:anh"),
                ("Pháp", "place:phap"),
                ("Ý", "place:italy"),
                ("Ấn Độ", "place:an-do"),
                ("Thụy sĩ", "place:thuy-si"),
                ("Đức", "place:duc"),
                ("Séc", "place:sec"),
            ],
        ),
        ("Đoàn sang thăm Lào, Campuchia và Cu - Ba.",
         [("Lào", "place:lao"), ("Campuchia", "place:campuchia"), ("Cu - Ba", "place:cuba")]),
        ("Quan hệ Việt - Nga và Nhật - Việt phát triển.",
         [("Việt", VN), ("Nga", "place:nga"), ("Nhật", "place:nhat-ban"), ("Việt", VN)]),
        ("Tổng thống Mỹ Joe Biden điện đàm với Thủ tướng Đức.",
         [("Mỹ", "place:my"), ("Đức", "place:duc")]),
        ("Hai bên ký kết tại nước Anh hôm qua.", [("Anh", "place:anh")]),
        ("Mỹ áp thuế mới đối với thép nhập khẩu.", [("Mỹ", "place:my")]),
        ("Cộng hòa Liên bang Đức và Liên bang Nga cùng tham gia.",
         [("Cộng hòa Liên bang Đức", "place:duc"), ("Liên bang Nga", "place:nga")]),
        ("Hàng hóa từ UAE, Hồng Kông và CHDCND Triều Tiên.",
         [("UAE", "place:cac-tieu-vuong-quoc-arab-thong-nhat"), ("Hồng Kông", "place:hong-kong"),
          ("CHDCND Triều Tiên", "place:trieu-tien")]),
        ("Vòng loại có Hungari và Hung-ga-ri.",
         [("Hungari", "place:hungary"), ("Hung-ga-ri", "place:hungary")]),
        ("Du học Nhật: em trai tôi đang ở Nhật.", [("Nhật", "place:nhat-ban")]),
        ("Hội nghị tại London (Anh) khai mạc.", [("London", "place:london"), ("Anh", "place:anh")]),
        # The same syllables as persons, languages and common words.
        ("Anh ấy cho biết Anh chị em đều khỏe.", []),
        ("Ý kiến của đại biểu được ghi nhận.", []),
        ("Pháp luật là nền tảng. Mỹ thuật cũng vậy.", []),
        ("Ông Nguyễn Tuấn Anh và bà Trần Thị Mỹ dự lễ.", []),
        ("Chị Nga bán hàng ở chợ, anh Đức chạy xe.", []),
        ("Giải US Open khởi tranh, vé 20 US$.", []),
        ("Em học tiếng Anh và tiếng Pháp.", []),
        ("Nguyễn Văn Đức là thợ mộc. Đức sống một mình.", []),
        ("Đồng chí Lào Văn Minh phát biểu.", []),
        ("Trung tâm Anh ngữ mở cửa. Nhật báo ra số mới. Việt kiều về nước.", []),
        ("Bão đổ bộ. Áo khoác cháy hàng.", []),
        # Districts that hold a country's name.
        ("Huyện Mỹ Đức (Hà Nội) đón khách.",
         [("Huyện Mỹ Đức", "place:huyen-my-duc-ha-noi"), ("Hà Nội", HN)]),
        ("Tại huyện Đức Thọ, tỉnh Hà Tĩnh, lúa chín.",
         [("huyện Đức Thọ", "place:huyen-duc-tho-ha-tinh"), ("tỉnh Hà Tĩnh", "place:ha-tinh")]),
        ("Hà Nội mở đường. Mỹ Đức cần đẩy nhanh quy hoạch.",
         [("Hà Nội", HN), ("Mỹ Đức", "place:huyen-my-duc-ha-noi")]),
        # Spans keep the generic word; plural ones stay outside.
        ("Lãnh đạo TP Hà Nội, TP. Hà Nội và thành phố Hà Nội.",
         [("TP Hà Nội", HN), ("TP. Hà Nội", HN), ("thành phố Hà Nội", HN)]),
        ("Người dân các tỉnh Lạng Sơn, Hà Tĩnh và Tuyên Quang nhận quà.",
         [("Lạng Sơn", "place:lang-son"), ("Hà Tĩnh", "place:ha-tinh"),
          ("Tuyên Quang", "place:tuyen-quang")]),
        ("Một số quận, huyện, thị xã như: Bắc Từ Liêm, Phúc Thọ … đã làm.",
         [("Bắc Từ Liêm", "place:quan-bac-tu-liem-ha-noi"),
          ("Phúc Thọ", "place:huyen-phuc-tho-ha-noi")]),
        ("Thủ đô Viêng Chăn đón đoàn từ Mát-xcơ-va và Xơ-un.",
         [("Viêng Chăn", "place:vieng-chan"), ("Mát-xcơ-va", "place:moskva"),
          ("Xơ-un", "place:seoul")]),
        # Forms of one province.
        ("TPHCM, TP.HCM, TP HCM, TP Hồ Chí Minh và Sài Gòn.",
         [(f, "place:ho-chi-minh") for f in
          ("TPHCM", "TP.HCM", "TP HCM", "TP Hồ Chí Minh", "Sài Gòn")]),
        ("Chủ tịch Hồ Chí Minh đọc Tuyên ngôn.", []),
        ("Tỉnh Thừa Thiên - Huế và Bà Rịa-Vũng Tàu.",
         [("Tỉnh Thừa Thiên - Huế", "place:thua-thien-hue"),
          ("Bà Rịa-Vũng Tàu", "place:ba-ria-vung-tau")]),
        ("Cà phê Đắc Lắc, tỉnh Hoà Bình.",
         [("Đắc Lắc", "place:dak-lak"), ("tỉnh Hoà Bình", "place:hoa-binh")]),
        ("Quận 1 và quận 7 ngập nặng.",
         [("Quận 1", "place:quan-1-ho-chi-minh"), ("quận 7", "place:quan-7-ho-chi-minh")]),
        # Province, city and person of one name.
        ("Thành phố Bắc Ninh thuộc tỉnh Bắc Ninh; Bắc Ninh có nhiều lễ hội.",
         [("Thành phố Bắc Ninh", "place:thanh-pho-bac-ninh-bac-ninh"),
          ("tỉnh Bắc Ninh", "place:bac-ninh"), ("Bắc Ninh", "place:bac-ninh")]),
        ("Ông Nguyễn Thái Bình và chị Hải Dương đến dự.", []),
        ("Ca sĩ Trần Khánh Hòa hát.", []),
        ("Thái Bình Dương và Địa Trung Hải.",
         [("Thái Bình Dương", "place:thai-binh-duong"),
          ("Địa Trung Hải", "place:dia-trung-hai")]),
        # Regions and seas.
        ("Mưa ở Bắc Bộ, Tây Nguyên, đồng bằng sông Cửu Long và biển Đông.",
         [("Bắc Bộ", "place:bac-bo"), ("Tây Nguyên", "place:tay-nguyen"),
          ("đồng bằng sông Cửu Long", "place:dong-bang-song-cuu-long"),
          ("biển Đông", "place:bien-dong")]),
        ("Các nước Mỹ Latinh, châu Á, Châu Âu và Đông Nam Á.",
         [("Mỹ Latinh", "place:my-latinh"), ("châu Á", "place:chau-a"),
          ("Châu Âu", "place:chau-au"), ("Đông Nam Á", "place:dong-nam-a")]),
        ("Chủ quyền đối với Hoàng Sa, Trường Sa.",
         [("Hoàng Sa", "place:hoang-sa"), ("Trường Sa", "place:truong-sa")]),
        # Lower case is no name; a mistyped second syllable after a generic word is one.
        ("Ước mong hòa bình, nghệ an vui.", []),
        ("Liên hiệp TP Hà nội họp.", [("TP Hà nội", HN)]),
        # Several places of one name.
        ("Huyện Châu Thành, tỉnh Tiền Giang.",
         [("Huyện Châu Thành", "place:huyen-chau-thanh-tien-giang"),
          ("tỉnh Tiền Giang", "place:tien-giang")]),
        ("Bến Tre mở hội. Huyện Châu Thành cũng mở hội.",
         [("Bến Tre", "place:ben-tre"), ("Huyện Châu Thành", "place:huyen-chau-thanh-ben-tre")]),
        ("Huyện Châu Thành mở hội.", [("Huyện Châu Thành", "Châu Thành")]),
        # Unlisted places.
        ("Tại ấp Long Thới, xã Long Bình, tỉnh Đồng Tháp.",
         [("ấp Long Thới", "ấp Long Thới"), ("xã Long Bình", "xã Long Bình"),
          ("tỉnh Đồng Tháp", "place:dong-thap")]),
        ("Chủ tịch UBND xã Tam Thanh Nguyễn Văn An cho hay.",
         [("xã Tam Thanh", "xã Tam Thanh")]),
        ("Huyện Đoàn và xã hội cùng làm, bản Hiến pháp mới.", []),
        ("Bão vượt qua đảo Lu Dông (Philippines).",
         [("đảo Lu Dông", "đảo Lu Dông"), ("Philippines", "place:philippines")]),
        # Names of bodies hold places too; which mention stays is decided elsewhere.
        ("Hội hữu nghị Việt Nam – Lào tỉnh Bắc Giang.",
         [("Việt Nam", VN), ("Lào", "place:lao"), ("tỉnh Bắc Giang", "place:bac-giang")]),
        ("Liên hiệp thành phố Hồ Chí Minh Điều động cán bộ.",
         [("thành phố Hồ Chí Minh", "place:ho-chi-minh")]),
    ],
)  # fmt: skip
def test_places_of_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [(OLD, "place:bac-ninh"), (NEW, "place:bac-ninh-2025"), (None, "place:bac-ninh")],
)
def test_a_province_whose_seat_moved_is_chosen_by_date(on: dt.date | None, expected: str) -> None:
    assert ids("Tỉnh Bắc Ninh họp.", on=on) == [("Tỉnh Bắc Ninh", expected)]


def test_a_province_whose_name_and_seat_stay_is_one() -> None:
    assert ids("Nghệ An và Cần Thơ.", on=OLD) == ids("Nghệ An và Cần Thơ.", on=NEW)


def test_an_undated_article_that_names_a_later_year_is_after_the_merger() -> None:
    assert ids("Kế hoạch 2026 của tỉnh Bắc Ninh.", on=None)[0][1] == "place:bac-ninh-2025"


def test_the_unit_around_an_unlisted_place_is_told() -> None:
    hamlet, commune, province = places("Tại ấp Long Thới, xã Long Bình, tỉnh Đồng Tháp.", on=NEW)
    assert hamlet.place_id == commune.place_id == province.reference_id
    assert province.place_id == VN
    assert commune.confidence < 1


def test_an_undecided_place_is_of_low_confidence() -> None:
    (place,) = places("Huyện Châu Thành mở hội.")
    assert place.reference_id is None
    assert place.confidence <= 0.5


def test_a_place_told_once_is_remembered() -> None:
    text = "Huyện Châu Thành, tỉnh Tiền Giang.\nBến Tre ở gần. Huyện Châu Thành mở hội."
    assert [p.reference_id for p in places(text)][-1] == "place:huyen-chau-thanh-tien-giang"


def test_title_and_lines() -> None:
    first, second = places("Mở đầu.\nHọp ở Đà Nẵng.", title="Hà Nội họp")
    assert (first.field, first.line_no, first.name) == ("title", 1, "Hà Nội")
    assert (second.field, second.line_no) == ("text", 4)


def test_english() -> None:
    text = (
        "Vietnam and the United States met in Hanoi. Michael Jordan flew from Ho Chi Minh City. "
        "Anh said so; Reading is fun in the UK."
    )
    assert ids(text, language="en") == [
        ("Vietnam", VN),
        ("United States", "place:my"),
        ("Hanoi", HN),
        ("Ho Chi Minh City", "place:ho-chi-minh"),
        ("UK", "place:anh"),
    ]


def test_capital_headline() -> None:
    assert [p.surface for p in places("x", title="HÀ NỘI MƯA LỚN, VIỆT NAM LO")] == [
        "HÀ NỘI",
        "VIỆT NAM",
    ]


def test_nothing_in_nothing() -> None:
    assert places("") == []


def test_the_answer_does_not_depend_on_what_came_before() -> None:
    text = "Hà Nội và Châu Thành, Tiền Giang."
    first = ids(text)
    places("Huyện Châu Thành, tỉnh Bến Tre.")
    assert ids(text) == first


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_places_of_any_text_stand_one_after_another(pieces: list[str]) -> None:
    found = places("".join(pieces))
    assert all(a.end_char <= b.start_char for a, b in pairwise(found))


def test_generic_words_are_those_of_the_reference_data() -> None:
    lake = PlaceWord("hồ", "hồ", "wide", numbered=False, listed_only=False)
    words = GenericWords(replace(reference(), place_words=(lake,)))
    found = words.before("quanh các hồ Ba Bể", 13)
    assert found is not None
    assert (found.form, found.start, found.plural) == ("hồ", 10, True)
    assert words.before("quanh huyện Ba Bể", 12) is None
    assert GenericWords(replace(reference(), place_words=())).before("hồ Ba Bể", 3) is None
