"""Agreements as news reports tell them: datelines, later ceremonies, lists, and sides by office."""

import pytest
from agreement_telling import told


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{HÀ NỘI} - Ngày 18/10, <Bộ A> và <Đại học B> đã ký bản ghi nhớ.",
            ["bản ghi nhớ, 2024-10-18: Bộ A + Đại học B"],
        ),
        (
            "Ngày 18/10, Sở Du lịch các tỉnh, thành phố {Huế}, {Đà Nẵng} và {Quảng Nam} đã ký thỏa"
            " thuận hợp tác với <Hãng A> và <Hãng B>.",
            ["thỏa thuận hợp tác, 2024-10-18: Hãng A + Hãng B"],
        ),
        (
            "<Trường A> vừa ký kết thỏa thuận hợp tác với <Viện Đông>. Lễ ký diễn ra hôm 18/10.",
            ["thỏa thuận hợp tác, 2024-10-18: Trường A + Viện Đông"],
        ),
        (
            "Năm 2023, <Hội A> đã ký bản ghi nhớ với <Hội B>, và ký thỏa thuận với <Hội C>.",
            ["bản ghi nhớ, 2023: Hội A + Hội B", "thỏa thuận, 2023: Hội A + Hội C"],
        ),
        (
            "Hai bên sẽ ký thỏa thuận mới, thay cho Thỏa thuận hợp tác ký ngày 12/5/2018 giữa"
            " <Hội A> và <Hội B>.",
            ["thỏa thuận hợp tác, 2018-05-12: Hội A + Hội B"],
        ),
        (
            "Ngày 18/10, <Hội A> tiếp <Hội B>.\nSau hội đàm, hai bên đã ký bản ghi nhớ về du lịch"
            " giai đoạn 2025 - 2028.",
            ["bản ghi nhớ, 2024-10-18: Hội A + Hội B"],
        ),
        (
            "Chiều 18/10, lãnh đạo hai nước chứng kiến lễ ký các văn kiện hợp tác, trong đó có:\n"
            "- Bản ghi nhớ giữa <Bộ A> và <Bộ B> về du lịch;\n"
            "- Hiệp định giữa <Cục C> và <Cục D> về nghề cá.",
            ["bản ghi nhớ, 2024-10-18: Bộ A + Bộ B", "hiệp định, 2024-10-18: Cục C + Cục D"],
        ),
        (
            "Ngày 18/10, {Huế} và {Gyeongju} đã ký biên bản ghi nhớ về di sản. Ngay sau đó,"
            " <Trung tâm Di tích Huế> ký thỏa thuận với <Viện Di sản Gyeongju>.",
            [
                "biên bản ghi nhớ, 2024-10-18: Huế + Gyeongju",
                "thỏa thuận, 2024-10-18: Trung tâm Di tích Huế + Viện Di sản Gyeongju",
            ],
        ),
    ],
)
def test_as_reported(marked: str, expected: list[str]) -> None:
    assert told(marked) == expected


def test_period_at_the_head_is_no_day_of_this_story() -> None:
    marked = (
        "Ngày 18/10, <Hội A> tiếp <Hội B>.\n"
        "Giai đoạn 2015 - 2020, hai bên đã ký bản ghi nhớ về du lịch."
    )
    assert told(marked) == ["bản ghi nhớ, -: Hội A + Hội B"]
