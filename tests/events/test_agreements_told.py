"""Agreements over several sentences and lists: who the two sides are, which date is whose."""

import pytest
from agreement_telling import told


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "<Hội A> ký thỏa thuận với {Huế} ({Lào}), mở ra quan hệ giữa <Hội C> và <Hội D>.",
            ["thỏa thuận, -: Hội A + Huế"],
        ),
        (
            "Thủ đô {Hà Nội} của {Việt Nam} và thủ đô {Bắc Kinh} đã ký bản ghi nhớ.",
            ["bản ghi nhớ, -: Hà Nội + Bắc Kinh"],
        ),
        (
            "Từ năm 2008, <Hội A> đã ký bản ghi nhớ với <Hội B>; năm 2012, ký kết “Thỏa thuận” với"
            " <Hội C>.",
            ["bản ghi nhớ, 2008: Hội A + Hội B", "thỏa thuận, 2012: Hội A + Hội C"],
        ),
        (
            "Hai nước đã ký hiệp định về nghề cá; ý định thư và tuyên bố chung giữa {Việt Nam} và"
            " {Chile}.",
            [
                "hiệp định, -: Việt Nam + Chile",
                "ý định thư, -: Việt Nam + Chile",
                "tuyên bố chung, -: Việt Nam + Chile",
            ],
        ),
        (
            "<Bộ A> ký văn bản hợp tác với các cơ quan truyền thông lớn của <Chính phủ>.",
            ["thỏa thuận hợp tác, -: Bộ A"],
        ),
        (
            "<Hội A> đã ký bản ghi nhớ với <Hội B> và cùng <Hội C> bàn kế hoạch.",
            ["bản ghi nhớ, -: Hội A + Hội B"],
        ),
        (
            "Lễ ký kết nghĩa giữa {xã A} và {xã B} diễn ra ngày 18/10.\n"
            "Hai xã đã ký biên bản kết nghĩa.",
            ["biên bản hợp tác, 2024-10-18: xã A + xã B"],
        ),
        (
            "Sáng 18/10, tại {Hà Nội}, <Hội A> đã hội đàm với <Hội B>.\n"
            "Hai bên đã thống nhất ký kết biên bản ghi nhớ.",
            ["biên bản ghi nhớ, 2024-10-18: Hội A + Hội B"],
        ),
        (
            "Lãnh đạo {Quảng Trị} ({Việt Nam}), {Savannakhet} ({Lào}) và {Mukdahan} ({Thái Lan})"
            " gặp nhau.\nBa tỉnh đã ký biên bản ghi nhớ.",
            ["biên bản ghi nhớ, -: Quảng Trị + Savannakhet + Mukdahan"],
        ),
        (
            "<Bộ A> và <Bộ B> ký bản ghi nhớ về giáo dục.\n"
            "<Bộ A> và <Bộ B> ký bản ghi nhớ về nông nghiệp.",
            ["bản ghi nhớ, -: Bộ A + Bộ B", "bản ghi nhớ, -: Bộ A + Bộ B"],
        ),
        (
            "Năm 2019, <Hội A> và <Hội B> ký thỏa thuận; <Hội B> thành lập năm 1990.",
            ["thỏa thuận, 2019: Hội A + Hội B"],
        ),
        (
            "<Hội A> và <Hội B> ký chương trình phối hợp giai đoạn 2024 - 2028.",
            ["chương trình phối hợp, -: Hội A + Hội B"],
        ),
    ],
)
def test_sides_and_dates(marked: str, expected: list[str]) -> None:
    assert told(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Lễ kỷ niệm 45 năm ngày ký hiệp ước hữu nghị {Việt Nam} - {Lào}.",
        "{New Zealand} sẽ thăm {Hà Nội} và ký kết hợp tác giữa <Trường A> với <Trường B>.",
        "Ông [Nam] khẳng định việc ký nghị định thư không phải là công nhận với {đảo Síp}.",
        "Công nhân ký hợp đồng lao động 3 năm với <Công ty A> ở {Nhật Bản}.",
        "Buổi làm việc hướng đến ký kết biên bản thỏa thuận giữa <Trường A> và <Trường B>.",
        "Hai bên đã ký bản ghi nhớ.",
    ],
)
def test_no_agreement(marked: str) -> None:
    assert told(marked) == []


def test_agreement_of_an_article_without_a_date_has_the_date_it_states() -> None:
    marked = "<Hội A> và <Hội B> ký bản ghi nhớ ngày 12/8/2021."
    assert told(marked, published_on=None) == ["bản ghi nhớ, 2021-08-12: Hội A + Hội B"]


def test_date_after_the_publication_is_no_date_of_signing() -> None:
    marked = "<Hội A> và <Hội B> ký bản ghi nhớ ngày 12/8/2030."
    assert told(marked) == ["bản ghi nhớ, -: Hội A + Hội B"]


def test_text_without_full_stops_tells_nothing_and_takes_no_time() -> None:
    assert told("<Hội A> và <Hội B> đã ký bản ghi nhớ, " * 600) == []
