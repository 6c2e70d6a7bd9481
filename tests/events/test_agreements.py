"""Agreements stated as signed: their kind, parties and date, each told once."""

import pytest
from agreement_telling import told
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Ngày 18/10/2024, <Hội A> và <Hội B> ký bản ghi nhớ.",
            ["bản ghi nhớ, 2024-10-18: Hội A + Hội B"],
        ),
        (
            "<Hội A> đã ký kết thoả thuận hợp tác với <Hội B>, <Hội C>.",
            ["thỏa thuận hợp tác, -: Hội A + Hội B + Hội C"],
        ),
        (
            "Sáng 18/10 diễn ra lễ ký chương trình phối hợp giữa <Sở A> và <Sở B> về du lịch.",
            ["chương trình phối hợp, 2024-10-18: Sở A + Sở B"],
        ),
        (
            "Hiệp định về biên giới giữa {Việt Nam} và {Lào} ký ngày 18/7/1977 còn nguyên giá trị.",
            ["hiệp định, 1977-07-18: Việt Nam + Lào"],
        ),
        ("Hiệp định được ký ngày 27/1/1973 tại {Paris}.", ["hiệp định, 1973-01-27: "]),
        (
            "Hiệp định {Paris} về chấm dứt chiến tranh ở {Việt Nam} được ký kết ngày 27/1/1973.",
            ["hiệp định, 1973-01-27: "],
        ),
        (
            "Hiệp định về nghề cá đã được {Việt Nam} và {Chile} ký năm 2019.",
            ["hiệp định, 2019: Việt Nam + Chile"],
        ),
        (
            "Chủ tịch <Hội A> [Lan Anh] và Chủ tịch <Hội B> [Bình] cùng ký giao ước.",
            ["giao ước, -: Hội A + Hội B"],
        ),
        (
            "ông [Nam], Chủ tịch <Hội A> và bà [Hoa], Chủ tịch <Hội B> ký nghị định thư.",
            ["nghị định thư, -: Hội A + Hội B"],
        ),
        (
            "Bí thư <Thành ủy>, Chủ tịch <UBND thành phố> [Nam] và <Hội B> ký bản ghi nhớ.",
            ["bản ghi nhớ, -: UBND thành phố + Hội B"],
        ),
        (
            "<Bộ A> và <Bộ B> ký nghị định thư về kiểm dịch và bản ghi nhớ về thương mại.",
            ["nghị định thư, -: Bộ A + Bộ B", "bản ghi nhớ, -: Bộ A + Bộ B"],
        ),
        (
            "<Hội A> ký 2 bản ghi nhớ với: <Hội B>, {Lào} (tháng 3 năm 2017) và <Hội C>.",
            ["bản ghi nhớ, 2017-03: Hội A + Hội B", "bản ghi nhớ, -: Hội A + Hội C"],
        ),
        (
            "<Hội A> đã ký thỏa thuận với <Hội B> (năm 2018), <Hội C> (năm 2019).",
            ["thỏa thuận, 2018: Hội A + Hội B", "thỏa thuận, 2019: Hội A + Hội C"],
        ),
        (
            "{Việt Nam} và {Nhật Bản} đã ký 2 văn kiện gồm:\n"
            "- Bản ghi nhớ giữa <Bộ A> và <Bộ B>;\n- Hiệp định giữa <Bộ C> và <Bộ D>.",
            ["bản ghi nhớ, -: Bộ A + Bộ B", "hiệp định, -: Bộ C + Bộ D"],
        ),
        (
            "Trước sự chứng kiến của <Chính phủ>, <Hội A> đã ký hợp đồng với <Hội B> tại {Huế}.",
            ["hợp đồng, -: Hội A + Hội B"],
        ),
        (
            "Nhằm mở rộng hợp tác, <Trường A> và <Trường B> ký kết hợp tác.",
            ["thỏa thuận hợp tác, -: Trường A + Trường B"],
        ),
        ("Ký tuyên bố chung {Việt Nam} - {Pháp}", ["tuyên bố chung, -: Việt Nam + Pháp"]),
        (
            "<Hội A> và <Hội B> trao thỏa thuận hợp tác đã ký.",
            ["thỏa thuận hợp tác, -: Hội A + Hội B"],
        ),
        (
            "{Hà Nội} và {Viêng Chăn} chính thức kết nghĩa năm 1994.",
            ["kết nghĩa, 1994: Hà Nội + Viêng Chăn"],
        ),
        (
            "Từng là bạn cũ, năm 2019 <Hội A> từng ký với <Hội B> một biên bản ghi nhớ.",
            ["biên bản ghi nhớ, 2019: Hội A + Hội B"],
        ),
    ],
)
def test_agreement_is_told(marked: str, expected: list[str]) -> None:
    assert told(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "<Hội A> và <Hội B> sẽ ký bản ghi nhớ.",
        "<Hội A> và <Hội B> sắp ký bản ghi nhớ vào tháng tới.",
        "<Hội A> mong muốn sớm ký kết thỏa thuận hợp tác với <Hội B>.",
        "Hai bên tiến tới ký hiệp định giữa {Việt Nam} và {Lào}.",
        "<Hội A> đề nghị <Hội B> xem xét, ký kết bản ghi nhớ giữa <Hội A> và <Hội B>.",
        "<Hội A> và <Hội B> đang chuẩn bị ký chương trình phối hợp.",
        "Hiệp định giữa {Việt Nam} và {Lào} chưa được ký.",
        "Lễ ký bản ghi nhớ giữa <Hội A> và <Hội B> sẽ diễn ra tại {Hà Nội}.",
        "Nếu {Việt Nam} và {Lào} ký hiệp định thì thuế giảm.",
        "Trước khi ký hiệp định với {Lào}, {Việt Nam} đã lấy ý kiến.",
        "{Việt Nam} và {Lào} đàm phán để ký kết hiệp định.",
        "Thỏa thuận giữa <Hội A> và <Hội B> ký năm 2020 đã hết hiệu lực.",
        "Thủ tướng [Minh] ký quyết định phê duyệt hiệp định giữa {Việt Nam} và {Lào}.",
        "Cầu thủ [Nam] ký hợp đồng 3 năm với <Câu lạc bộ A>.",
        "Hai bên thực hiện tốt các thỏa thuận đã ký.",
        "Người dân đăng ký hợp tác với <Hội A> và <Hội B>.",
        "Thư ký <Hội A> và <Hội B> bàn thỏa thuận hợp tác.",
        "<Hội A> và <Hội B> thông qua bản ghi nhớ.",
        "",
    ],
)
def test_what_is_not_signed_is_no_agreement(marked: str) -> None:
    assert told(marked) == []


def test_agreement_told_again_is_one_with_all_that_is_told() -> None:
    marked = (
        "Lễ ký kết thỏa thuận hợp tác giữa <Hội A> và <Hội B> đã diễn ra.\n"
        "Sáng 18/10, <Hội A> và <Hội B> đã ký thỏa thuận hợp tác giai đoạn 2024 - 2028."
    )
    assert told(marked) == ["thỏa thuận hợp tác, 2024-10-18: Hội A + Hội B"]


def test_two_agreements_of_one_kind_with_others_stay_two() -> None:
    marked = (
        "Năm 2019, <Hội A> đã ký bản ghi nhớ với <Hội B>.\n"
        "Năm 2020, <Hội A> đã ký bản ghi nhớ với <Hội C>."
    )
    expected = ["bản ghi nhớ, 2019: Hội A + Hội B", "bản ghi nhớ, 2020: Hội A + Hội C"]
    assert told(marked) == expected


def test_two_sides_are_those_named_before() -> None:
    marked = "Sáng 18/10, tại {Huế}, <Hội A> và <Hội B> họp.\nTại buổi họp, hai bên ký bản ghi nhớ."
    assert told(marked) == ["bản ghi nhớ, 2024-10-18: Hội A + Hội B"]


def test_day_of_the_story_is_not_that_of_an_earlier_signing() -> None:
    marked = (
        "Sáng 18/10, <Hội A> và <Hội B> họp.\nTrước đó, hai bên từng ký bản ghi nhớ về du lịch."
    )
    assert told(marked) == ["bản ghi nhớ, -: Hội A + Hội B"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "<Hội A> and <Hội B> signed a memorandum of understanding on October 18, 2024.",
            ["memorandum of understanding, 2024-10-18: Hội A + Hội B"],
        ),
        (
            "An agreement between <Hội A> and <Hội B> was signed in 2019.",
            ["agreement, 2019: Hội A + Hội B"],
        ),
        ("<Hội A> and <Hội B> will sign a cooperation agreement.", []),
        ("<Hội A> hopes that an agreement with <Hội B> will be signed soon.", []),
    ],
)
def test_english_articles(marked: str, expected: list[str]) -> None:
    assert told(marked, language="en") == expected


@given(st.text(alphabet="ký kết hiệp định giữa<>{}A và B sẽ đã 18/10.,;:\n()", max_size=120))
def test_any_text_is_read(text: str) -> None:
    marked = text.translate({ord(c): None for c in "<>{}"})
    assert told(marked) == told(marked)
