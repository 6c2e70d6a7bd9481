"""Events in one article: which is meant, its kind, name, date and place, and what is none."""

import datetime as dt

import pytest
from event_telling import main_event, tell, words
from hypothesis import given, settings
from hypothesis import strategies as st


def test_event_with_theme_day_place() -> None:
    article, event = main_event(
        "Bàn cách giữ nghề dệt",
        "Sáng 14/9, tại {TP Cao Bằng}, <Hội Di sản tỉnh> tổ chức hội thảo “Giữ nghề dệt ở bản”.",
        "Tại hội thảo, các đại biểu nêu nhiều cách làm.",
    )
    assert (event.kind, event.name) == ("hội thảo", "Giữ nghề dệt ở bản")
    assert (event.starts_on, event.ends_on) == (dt.date(2023, 9, 14), dt.date(2023, 9, 14))
    assert words(article, event.date_span) == "Sáng 14/9"
    assert words(article, event.place) == "TP Cao Bằng"
    assert words(article, event.name_span) == event.name
    assert words(article, event.span) == event.surface
    assert event.line_no == 3
    assert not event.is_planned


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Chiều 14/9, <UBND tỉnh> tổ chức họp báo về mùa lễ hội.", "họp báo"),
        ("Ngày 14/9, Lễ ký kết hợp tác đã diễn ra tại {Huế}.", "lễ ký kết"),
        ("Sáng 14/9, [Lê Văn Bình] đã tiếp Đại sứ [Marek Nowicki].", "buổi tiếp"),
        ("Sáng 14/9, <Sở Du lịch> đã làm việc với <Hội Lữ hành>.", "buổi làm việc"),
        ("Tối 14/9, Liên hoan hát ru khai mạc tại {Huế}.", "liên hoan"),
        ("Ngày 14/9, <TAND tỉnh> mở phiên tòa sơ thẩm.", "phiên tòa"),
        (
            "Rạng sáng 14/9, trên đèo xảy ra vụ tai nạn làm hai người bị thương.",
            "tai nạn giao thông",
        ),
        ("Tối 14/9, <CLB Sông Hương> thắng <CLB Sông Lam> 2-1.", "trận đấu"),
        ("Sáng 14/9, toạ đàm về nghề dệt được tổ chức.", "tọa đàm"),
        ("Tối 14/9, xưởng gỗ ở {xã Yên Sơn} bất ngờ bốc cháy.", "vụ cháy"),
        ("Điểm trường {xã Nậm Lì} vừa được khánh thành hôm 14/9.", "lễ khánh thành"),
        ("Ngày 14/9, <Công an tỉnh> bắt tạm giam [Lê Văn Bình].", "vụ bắt giữ"),
        ("Ngày 14/9, [Lê Văn Bình] trao Huân chương cho [Marek Nowicki].", "lễ trao tặng"),
        ("Ngày 14/9, <UBND tỉnh> họp phiên thường kỳ tháng 9.", "cuộc họp"),
        ("Ngày 14/9, <Biên phòng tỉnh> và <Chi đội 9> tiến hành hội đàm thường niên.", "hội đàm"),
        ("Ngày 14/9, <Sở Y tế> ký với <Hội Lữ hành> thỏa thuận hợp tác.", "lễ ký kết"),
        ("Ngày 14/9, ông [Lê Văn Bình], cán bộ <Sở Y tế> đã thăm {xã Nậm Lì}.", "chuyến thăm"),
    ],
)
def test_kind(sentence: str, kind: str) -> None:
    _, event = main_event("Tin trong ngày", sentence)
    assert event.kind == kind
    assert event.starts_on == dt.date(2023, 9, 14)


@pytest.mark.parametrize(
    "sentence",
    [
        "Trong 6 tháng, cả nước xảy ra 5.000 vụ tai nạn giao thông.",
        "Nhiều hội thảo đã được tổ chức ở {Huế} trong năm nay.",
        "Ngày 14/9, <UBND tỉnh> ban hành kế hoạch tổ chức các lễ hội.",
        "Ngày 14/9, <Sở Du lịch> thông báo hủy lễ hội đua thuyền.",
        "Theo tinh thần Nghị quyết Đại hội, mỗi người cần học thêm.",
        "Ngày 16/9, bão sẽ đổ bộ vào {Huế}.",
        "Ông [Lê Văn Bình] gặp nhiều khó khăn khi mở lớp.",
        "<Công an tỉnh> cho biết vừa bắt giữ ba đối tượng trộm xe.",
    ],
)
def test_no_event(sentence: str) -> None:
    assert tell("Chuyện trong tuần", sentence)[1] == []


def test_other_events_need_a_date() -> None:
    _, found = tell(
        "Bàn cách giữ nghề dệt",
        "Sáng 14/9, <Hội Di sản> tổ chức hội thảo “Giữ nghề dệt ở bản”.",
        "Trước đó, tháng 11/2022, <Hội Phụ nữ> từng mở một tọa đàm tương tự.",
        "<Sở Văn hóa> cũng từng tổ chức hội thi dệt vải.",
    )
    assert [(one.kind, one.is_main) for one in found] == [("hội thảo", True), ("tọa đàm", False)]
    assert found[1].date_precision == "month"
    assert found[1].starts_on == dt.date(2022, 11, 1)


def test_later_days_belong_to_a_lasting_event() -> None:
    _, event = main_event(
        "Phiên trù bị Đại hội",
        "Chiều 14/9, <Liên hiệp Hội> tiến hành phiên trù bị Đại hội đại biểu lần thứ IV.",
        "Đại hội chính thức diễn ra trong ngày 15/9.",
    )
    assert (event.starts_on, event.ends_on) == (dt.date(2023, 9, 14), dt.date(2023, 9, 15))


def test_announced_event_is_planned_and_has_no_speakers() -> None:
    _, event = main_event(
        "Sắp có ngày hội",
        "Ngày hội Ruộng bậc thang dự kiến diễn ra từ ngày 21 đến 23/9 tại {Sa Pa}.",
        "Ông [Lê Văn Bình] cho biết sẽ có đua ngựa.",
    )
    assert event.is_planned
    assert event.name == "Ngày hội Ruộng bậc thang"
    assert event.participations == ()


def test_day_of_a_document_or_anniversary_is_not_that_of_the_event() -> None:
    _, event = main_event(
        "Kỷ niệm ngày sinh",
        "Ngày 14/9, <UBND tỉnh> tổ chức lễ kỷ niệm 100 năm ngày sinh ông Tú (1/3/1923 - 1/3/2023).",
    )
    assert event.starts_on == dt.date(2023, 9, 14)


def test_day_behind_the_dates_of_an_anniversary() -> None:
    _, event = main_event(
        "Tri ân",
        "Nhân 76 năm ngày Thương binh (27/7/1947 - 27/7/2023), chiều 14/9, <Hội> tổ chức lễ dâng"
        " hương.",
    )
    assert event.starts_on == dt.date(2023, 9, 14)


def test_conference_at_which_something_is_signed() -> None:
    _, event = main_event(
        "Hợp tác",
        "Tại Hội nghị xúc tiến du lịch tổ chức ngày 14/9, <Sở Du lịch> đã ký thỏa thuận hợp tác"
        " với <Hội Lữ hành>.",
    )
    assert event.kind == "hội nghị"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Ngày 14/9, <Hội Di sản> tổ chức hội thảo về nội dung này.", None),
        ("Ngày 14/9, <Hội Di sản> tổ chức tọa đàm tương tự.", None),
        ("Sáng 14/9, [Lê Văn Bình] đã tiếp Đại sứ [Marek Nowicki].", None),
        (
            "Sáng 14/9, [Lê Văn Bình] đã làm việc với <Hội Di sản> về nghề dệt.",
            "làm việc với Hội Di sản về nghề dệt",
        ),
        (
            "Ngày 14/9, <Hội Di sản> tổ chức hội nghị tổng kết giai đoạn 2016 - 2018.",
            "hội nghị tổng kết giai đoạn 2016 - 2018",
        ),
        (
            "Ngày 14/9, <Hội Di sản> tổ chức tọa đàm kinh tế {Việt} - {Lào}.",
            "tọa đàm kinh tế Việt - Lào",
        ),
    ],
)
def test_name(sentence: str, name: str | None) -> None:
    _, event = main_event("Tin", sentence)
    assert event.name == name


def test_day_of_an_agreement_replaced_is_no_event() -> None:
    _, found = tell(
        "Làm việc",
        "Sáng 14/9, ông [Lê Văn Bình] làm việc với ông [Marek Nowicki].",
        "<Hội A> sẽ ký thỏa thuận hợp tác mới, thay cho bản ký ngày 12/5/2018.",
    )
    assert [one.is_main for one in found] == [True]


def test_place_of_a_studied_country_is_not_that_of_the_event() -> None:
    article, event = main_event(
        "Hội thảo du học",
        "Hội thảo về du học tại {Úc} sẽ diễn ra ngày 18/9, tại khách sạn Sao Mai, {Hà Nội}.",
    )
    assert words(article, event.place) == "Hà Nội"


def test_article_without_date_has_an_undated_event() -> None:
    _, event = main_event(
        "Nghề dệt",
        "Sáng 14/9, <Hội Di sản> tổ chức hội thảo về nghề dệt với đông đảo bà con.",
        "Phát biểu tại hội thảo, ông [Lê Văn Bình] nêu ý kiến.",
        published_on=None,
    )
    assert (event.starts_on, event.date_precision, event.date_span) == (None, None, None)


def test_empty_article() -> None:
    assert tell("", "")[1] == []


def test_time_told_at_a_meeting_is_not_that_of_another() -> None:
    _, found = tell(
        "Bàn cách giữ nghề dệt",
        "Sáng 14/9, <Hội Di sản> tổ chức hội nghị về nghề dệt.",
        "Báo cáo tại hội nghị, <Sở Công Thương> nêu sản lượng tháng 3/2022.",
    )
    assert [one.is_main for one in found] == [True]


def test_trial_that_began_days_before() -> None:
    _, event = main_event(
        "Tuyên án",
        "Ngày 14-9, sau ba ngày xét xử sơ thẩm (bắt đầu từ 12-9), <TAND tỉnh> tuyên phạt bị cáo.",
    )
    assert (event.starts_on, event.ends_on) == (dt.date(2023, 9, 12), dt.date(2023, 9, 14))


_PIECES = (
    "Sáng 14/9, ",
    "tại {Huế}, ",
    "<Hội Di sản> tổ chức hội thảo “Giữ nghề",
    "” ",
    "Đại hội lần thứ IV, nhiệm kỳ 2023-2028 ",
    "[Lê Văn Bình] chủ trì, ",
    "tiếp [Marek Nowicki] ",
    "do <Sở Văn hóa> tổ chức; ",
    "(14 và 15/9) ",
    "dự hội nghị có ",
    "vụ cháy xảy ra ",
    "sẽ diễn ra ngày 20/9. ",
    "\u00a0",
    "\n",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=14))
def test_every_fact_has_its_words(pieces: list[str]) -> None:
    article, found = tell("Tin", *("".join(pieces)).split("\n"))
    for event in found:
        assert words(article, event.span) == event.surface
        assert words(article, event.name_span) == event.name
        assert (event.starts_on is None) == (event.date_span is None)
        assert event.starts_on is None or event.starts_on <= (event.ends_on or dt.date.min)
        named = [words(article, one.span) for one in event.participations]
        assert len(named) == len(set(named))


@pytest.mark.parametrize(
    ("headline", "sentence", "place"),
    [
        ("Tin", "Ngày 14/9, tại trụ sở 29 [Lê Văn Bình] ({Huế}), <Hội> tổ chức hội thảo.", "Huế"),
        ("Tin", "Hội thảo diễn ra ngày 14/9 tại 6 [Lê Văn Bình], {Huế}.", "Huế"),
        ("Tin", "Ngày 14/9, [Lê Văn Bình] tiếp xúc cử tri {huyện Mai Hoa}.", "huyện Mai Hoa"),
        ("Tin", "Trường {xã Nậm Lì}, {huyện Mai Hoa} được khởi công ngày 14/9.", "xã Nậm Lì"),
        ("{Huế}: Cháy chợ", "Tối 14/9, một khu chợ bất ngờ bốc cháy.", "Huế"),
        ("{Huế} trong mưa", "Tối 14/9, một khu chợ bất ngờ bốc cháy.", None),
    ],
)
def test_place(headline: str, sentence: str, place: str | None) -> None:
    article, event = main_event(headline, sentence)
    assert words(article, event.place) == place


def test_day_in_the_text_is_preferred_to_the_month_in_the_headline() -> None:
    _, event = main_event(
        "Hội chợ gốm sẽ diễn ra trong tháng 9",
        "Hội chợ gốm Sông Hương được tổ chức từ ngày 20 đến 23/9 tại {Huế}.",
    )
    assert (event.starts_on, event.ends_on) == (dt.date(2023, 9, 20), dt.date(2023, 9, 23))


def test_gift_of_somebody_is_no_event_of_his() -> None:
    _, found = tell(
        "Nhận thuốc", "Ngày 14/9, số thuốc do <Hội Di sản> trao tặng học bổng nay đã hết hạn."
    )
    assert found == []
