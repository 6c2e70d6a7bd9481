"""Which words tell an event: programmes, verbs that are nouns too, habits, gifts, and asides."""

import datetime as dt

import pytest
from event_telling import main_event, parts, tell, words

_DAY = (dt.date(2023, 9, 14), dt.date(2023, 9, 14))


@pytest.mark.parametrize(
    ("sentence", "kind", "name"),
    [
        ("Tối 14/9, <Hội Di sản> tổ chức chương trình “Trăng trên bản”.", "chương trình", "Trăng"),
        ("Tối 14/9, chương trình Hồn dệt lần thứ IV diễn ra tại {Huế}.", "chương trình", "Hồn dệt"),
        ("Ngày 14/9, <Hội Di sản> phát động cuộc thi dệt nhanh.", "cuộc thi", "cuộc thi dệt nhanh"),
        ("Ngày 14/9, <Hội Di sản> phát động Ngày trồng dâu.", "lễ phát động", "Ngày trồng dâu"),
        ("Ngày 14/9, <Hội Di sản> trao 200 suất quà cho thợ dệt.", "lễ trao tặng", "200 suất quà"),
        ("Ngày 14/9, <Đoàn đại biểu> đã tiếp xúc cử tri {xã Nậm Lì}.", "tiếp xúc cử tri", "cử tri"),
        ("Ngày 14/9, <Hội Di sản> tổng kết phong trào giữ nghề.", "hội nghị", "giữ nghề"),
        ("Ngày 14/9, thợ trẻ được <Hội Di sản> trao học bổng Tơ Vàng.", "lễ trao tặng", "Tơ Vàng"),
        ("Ngày 14/9, <Hội Di sản> làm lễ khánh thành xưởng dệt.", "lễ khánh thành", "xưởng dệt"),
        (
            "Trong khuôn khổ chuyến thăm {Huế}, ngày 14/9, [Lê Văn Bình] và [Abe Ken] đã ký kết"
            " kế hoạch hợp tác dệt.",
            "lễ ký kết",
            "kế hoạch hợp tác",
        ),
    ],
)  # fmt: skip
def test_words_that_tell_an_event(sentence: str, kind: str, name: str) -> None:
    _, event = main_event("Tin trong ngày", sentence)
    assert event.kind == kind
    assert (event.starts_on, event.ends_on) == _DAY
    assert event.name is not None
    assert name in event.name


@pytest.mark.parametrize(
    "sentence",
    [
        "Hội dệt là nét đẹp. Ngày hội thêu được tổ chức hằng năm vào dịp 14/9.",
        "Ngày 14/9, <Sở Du lịch> báo cáo chương trình phát triển nghề dệt.",
        "Anh [Lê Văn Bình] được <Hội Di sản> trao 20 triệu đồng.",
        "Cô [Trần Thị Lan] được Ban tổ chức trao giải của bạn đọc.",
        "Giá tơ giảm từ đầu năm.\nHội nghị bàn nghề tổ chức đầu năm đã thu về 2 tỷ đồng.",
    ],
)
def test_no_event(sentence: str) -> None:
    _, found = tell("Chuyện nghề dệt", *sentence.split("\n"))
    assert not [one for one in found if one.is_main]


def test_those_who_do_and_receive_take_part() -> None:
    article, event = main_event(
        "Tin", "Ngày 14/9, ông [Lê Văn Bình] trao Kỷ niệm chương tặng bà [Trần Thị Lan]."
    )
    assert parts(article, event) == {"attendee": ["Lê Văn Bình", "Trần Thị Lan"]}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Chiều 14/9, <Hội Di sản> cho biết, liên hoan dệt sẽ diễn ra từ ngày 20/9.", 20),
        ("Theo Chỉ thị số 26-CT/TW, ngày 14/9, <Hội Di sản> tổ chức tọa đàm dệt.", 14),
        ("Lễ hội dệt lần thứ 8 diễn ra ngày 29/9 tại {Huế}, khách được vào cửa tự do.", 29),
    ],
)
def test_the_day_meant(sentence: str, day: int) -> None:
    _, event = main_event("Tin nghề dệt", sentence)
    assert event.starts_on == dt.date(2023, 9, day)


@pytest.mark.parametrize(
    "told",
    [
        "Liên hoan do <Hội Di sản> tổ chức từ ngày 12 đến 17/9.",
        "Sự kiện này diễn ra từ ngày 12 đến 17/9.",
    ],
)
def test_all_days_of_a_lasting_event(told: str) -> None:
    _, event = main_event("Liên hoan dệt", "Tối 14/9, liên hoan dệt khai mạc tại {Huế}.", told)
    assert (event.starts_on, event.ends_on) == (dt.date(2023, 9, 12), dt.date(2023, 9, 17))


def test_a_last_day_alone_is_no_first_day() -> None:
    _, event = main_event(
        "Triển lãm dệt", "Triển lãm dệt mở cửa tại {Huế}, kéo dài đến 29/9.", "Tại triển lãm có tơ."
    )
    assert event.starts_on is None


def test_a_deadline_named_at_an_event_is_not_its_day() -> None:
    article, event = main_event(
        "Bàn nghề dệt",
        "Ngày 14/9, <Hội Di sản> tổ chức hội nghị giữ nghề dệt.",
        "Kết luận hội nghị, ông [Lê Văn Bình] yêu cầu hoàn thành trước ngày 30/11.",
    )
    assert (event.starts_on, event.ends_on) == _DAY
    assert parts(article, event)["speaker"] == ["Lê Văn Bình"]


def test_a_name_goes_on_behind_a_bracket() -> None:
    article, event = main_event(
        "Tin", "Ngày 14/9, đại hội <Hội Di sản huyện> ({Huế}) lần thứ VII đã thành công tốt đẹp."
    )
    assert event.name is not None
    assert event.name.endswith("lần thứ VII")
    assert parts(article, event) == {"organiser": ["Hội Di sản huyện"]}
    assert words(article, event.place) is None
