"""Parties told by other words than their names: "hai bên", by who leads them, by their leaders."""

import pytest
from agreement_telling import told


def parties(marked: str) -> list[str]:
    return [one.split(": ")[1] for one in told(marked)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # Those who met are meant, not two bodies that a sentence between names.
        (
            "Đoàn đại biểu <Hội A> do bà [Nga], Phó Chủ tịch dẫn đầu đã làm việc với <Hội B>.\n"
            "Bà [Nga] cho biết <Hội A> có nhiều đơn vị, trong đó <Hội C> đông nhất.\n"
            "Kết thúc buổi làm việc, hai bên đã ký bản ghi nhớ.",
            "Hội A + Hội B",
        ),
        # Who holds several offices meets another paper as the editor of one.
        (
            "[Minh], Tổng Biên tập <Báo A>, Chủ tịch <Hội B> đã hội đàm với <Báo C>.\n"
            "Tổng Biên tập hai báo đã ký bản ghi nhớ.",
            "Báo A + Báo C",
        ),
        (
            "Làm việc với <Hội A>, Chủ tịch <Hội B> nêu ý kiến. Hai hội ký bản ghi nhớ.",
            "Hội B + Hội A",
        ),
        (
            "<Sở A> và <Sở B> đã làm việc với <Sở C>.\nCác bên đã cùng ký bản ghi nhớ.",
            "Sở A + Sở B + Sở C",
        ),
        (
            "<Bộ A> hội đàm với <Bộ B> và <Bộ C>.\nBa bên đã ký bản ghi nhớ.",
            "Bộ A + Bộ B + Bộ C",
        ),
        ("<Hội A> hội đàm với <Hội B>.\nHai Chủ tịch đã ký bản ghi nhớ.", "Hội A + Hội B"),
        ("<Hội A> họp với <Hội B>.\nÔng [Nam] ký bản ghi nhớ giữa hai hội.", "Hội A + Hội B"),
        (
            "<Trường A> tiếp <Công ty B>.\nNhà trường và công ty đã ký bản ghi nhớ.",
            "Trường A + Công ty B",
        ),
        (
            "<UBND tỉnh A> và chính quyền {thành phố B} gặp gỡ.\nHai địa phương ký bản ghi nhớ.",
            "UBND tỉnh A + thành phố B",
        ),
        (
            "<Hội A> đón tiếp và làm việc với đoàn cán bộ <Hội B>.\nHai hội đã ký bản ghi nhớ.",
            "Hội A + Hội B",
        ),
        (
            "Đoàn {tỉnh A} đến chào xã giao Chủ tịch <UBND tỉnh B>.\nHai tỉnh đã ký bản ghi nhớ.",
            "tỉnh A + UBND tỉnh B",
        ),
        # One is named, the other not.
        ("<Hội A> tiếp <Hội B>.\n<Hội A> và đối tác {Pháp} đã ký bản ghi nhớ.", "Hội A + Hội B"),
        ("<Hội A> tiếp <Hội B>.\n<Hội C> và đối tác đã ký bản ghi nhớ.", "Hội C"),
        (
            "Đoàn <Trường A> do ông [Nam] làm trưởng đoàn thăm <Trường B>.\n"
            "Ông [Nam] và bà [Hoa], Hiệu trưởng <Trường B> ký bản ghi nhớ.",
            "Trường B + Trường A",
        ),
        (
            "Dự lễ có ông [Nam], Chủ tịch <Hội A>; bà [Hoa], Giám đốc <Sở B>.\n"
            "Ông [Nam] và bà [Hoa] đã ký bản ghi nhớ.",
            "Hội A + Sở B",
        ),
        ("<Sở A> đã thay mặt <UBND tỉnh B> ký bản ghi nhớ với <Quỹ C>.", "Sở A + Quỹ C"),
        ("Thay mặt <Hội A>, ông [Nam] ký bản ghi nhớ với <Quỹ C>.", "Hội A + Quỹ C"),
    ],
)
def test_meant(marked: str, expected: str) -> None:
    assert parties(marked) == [expected]


@pytest.mark.parametrize(
    "marked",
    [
        "<Hội A> họp với <Hội B>.\nCác doanh nghiệp hai nước đã ký 25 hợp đồng, bản ghi nhớ.",
        "<Hội A> họp với <Hội B>.\nHai bên ganh đua trong việc ký những bản ghi nhớ.",
        "{Lào} thăm {Huế}.\nHai Thủ tướng đã chứng kiến lễ ký các văn kiện hợp tác.",
        "<Hội A> nêu ý kiến với <Hội B>.\n" + "Trời đẹp.\n" * 6 + "Hai hội đã ký bản ghi nhớ.",
    ],
)
def test_not_meant(marked: str) -> None:
    assert told(marked) == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # The year it is for is not the year of its signing.
        (
            "Sáng 18/10, <Hội A> và <Hội B> ký giao ước thi đua năm 2024.",
            ["giao ước, 2024-10-18: Hội A + Hội B"],
        ),
        (
            "Sáng 18/10, <Hội A> hội đàm với <Hội B>.\n"
            "Ông [Nam], Chủ tịch <Hội A> và ông [Bình], Chủ tịch <Hội B> ký bản ghi nhớ.",
            ["bản ghi nhớ, 2024-10-18: Hội A + Hội B"],
        ),
        (
            "Ngày 18/10, <Hội A> hội đàm với <Hội B>.\n"
            "Hai bên tổng kết thỏa thuận ký năm 2019 và ký bản ghi nhớ mới.",
            ["thỏa thuận, 2019: Hội A + Hội B", "bản ghi nhớ, 2024-10-18: Hội A + Hội B"],
        ),
        (
            "<Hội A> và <Hội B> đã ký biên bản hợp tác.\n"
            "Trước đó, <Hội A> và <Hội B> từng ký thỏa thuận năm 2019.",
            ["biên bản hợp tác, -: Hội A + Hội B", "thỏa thuận, 2019: Hội A + Hội B"],
        ),
        # What one side has done over the years, with partners not named, is not of this day.
        (
            "Sáng 18/10, <Mặt trận> họp.\n"
            "Nhờ đó, <Mặt trận> đã thắt chặt quan hệ với các nước láng giềng, các đối tác truyền "
            "thống ({Lào}, {Cuba}); ký bản ghi nhớ với 5 đối tác mới.",
            ["bản ghi nhớ, -: Mặt trận"],
        ),
    ],
)
def test_days(marked: str, expected: list[str]) -> None:
    assert told(marked) == expected
