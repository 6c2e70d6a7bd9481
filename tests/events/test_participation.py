"""Who takes part in an event and as what; everybody once, at a mention that shows it."""

from event_telling import main_event, parts

_LEAD = "Sáng 14/9, <Hội Di sản tỉnh> tổ chức hội nghị bàn việc giữ nghề dệt."


def told(*sentences: str) -> dict[str, list[str]]:
    article, event = main_event("Bàn cách giữ nghề dệt", _LEAD, *sentences)
    return parts(article, event)


def test_organisers_before_and_behind() -> None:
    assert told()["organiser"] == ["Hội Di sản tỉnh"]
    article, event = main_event(
        "Hội thảo",
        "Hội thảo về nghề dệt do <Hội Phụ nữ> phối hợp với <Sở Văn hóa> tổ chức ngày 14/9.",
    )
    assert parts(article, event)["organiser"] == ["Hội Phụ nữ", "Sở Văn hóa"]


def test_agency_and_venue_are_no_organisers() -> None:
    article, event = main_event(
        "Hội thảo",
        "<TTXVN> - Ngày 14/9, tại <Trường Đại học Hòa Bình>, <Hội Phụ nữ> tổ chức hội thảo về dệt.",
    )
    assert parts(article, event)["organiser"] == ["Hội Phụ nữ"]


def test_chair_speaks_too_but_is_told_once() -> None:
    found = told(
        "Bà [Trần Thị Lan] chủ trì hội nghị.",
        "Phát biểu kết luận, bà [Trần Thị Lan] nhấn mạnh việc truyền nghề.",
    )
    assert found["chair"] == ["Trần Thị Lan"]
    assert "speaker" not in found


def test_speakers_by_verb_and_by_heading() -> None:
    found = told(
        "Ông [Lê Văn Bình] cho biết huyện có 40 khung dệt.",
        "Theo bà [Hoàng Thị Hoa], giá sợi tăng.",
        "“Nghề này nuôi cả nhà”, ông [Vũ Văn Tâm] nói.",
    )
    assert found["speaker"] == ["Lê Văn Bình", "Hoàng Thị Hoa", "Vũ Văn Tâm"]


def test_object_of_a_verb_is_no_speaker() -> None:
    found = told("Đại biểu gửi tới ông [Lê Văn Bình] nhiều câu hỏi và đề nghị trả lời.")
    assert "speaker" not in found


def test_attendees_listed_without_the_bodies_of_their_offices() -> None:
    found = told(
        "Tham dự hội nghị có Chủ tịch <Hội Nông dân> [Lê Văn Bình]; bà [Trần Thị Lan]; "
        "đại diện <Sở Văn hóa>."
    )
    assert found["attendee"] == ["Lê Văn Bình", "Trần Thị Lan", "Sở Văn hóa"]


def test_elected_take_part() -> None:
    found = told("Hội nghị đã bầu ông [Lê Văn Bình] làm Tổng Thư ký.")
    assert found["attendee"] == ["Lê Văn Bình"]


def test_reception_has_host_and_guest() -> None:
    article, event = main_event(
        "Tiếp Đại sứ",
        "Sáng 14/9, Chủ tịch <Hội hữu nghị> [Lê Văn Bình] đã tiếp Đại sứ [Marek Nowicki].",
        "Đại sứ [Marek Nowicki] cho biết ông yêu món ăn Việt.",
    )
    assert parts(article, event) == {
        "organiser": ["Hội hữu nghị"],
        "chair": ["Lê Văn Bình"],
        "attendee": ["Marek Nowicki"],
    }


def test_witness_of_an_accident_takes_no_part() -> None:
    article, event = main_event(
        "Tai nạn trên đèo",
        "Rạng sáng 14/9, trên đèo xảy ra vụ tai nạn làm hai người bị thương.",
        "Ông [Lê Văn Bình] cho biết xe chạy nhanh.",
    )
    assert parts(article, event) == {}


def test_parties_of_a_trial() -> None:
    article, event = main_event(
        "Phiên tòa",
        "Ngày 14/9, <TAND tỉnh> mở phiên tòa xét xử bị cáo [Lê Văn Bình].",
    )
    assert parts(article, event) == {"organiser": ["TAND tỉnh"], "attendee": ["Lê Văn Bình"]}


def test_organiser_told_in_a_sentence_of_its_own() -> None:
    article, event = main_event(
        "Hội chợ",
        "Hội chợ gốm diễn ra ngày 14/9.",
        "Đây là hoạt động do <Sở Công Thương> phối hợp với <Hội Phụ nữ> tổ chức.",
    )
    assert parts(article, event)["organiser"] == ["Sở Công Thương", "Hội Phụ nữ"]


def test_those_who_sign_take_part() -> None:
    article, event = main_event(
        "Hợp tác", "Ngày 14/9, <Sở Du lịch> và <Hội Lữ hành> đã ký kết biên bản ghi nhớ."
    )
    assert parts(article, event) == {"attendee": ["Sở Du lịch", "Hội Lữ hành"]}


def test_who_invites_does_not_come() -> None:
    article, event = main_event(
        "Chuyến thăm",
        "Nhận lời mời của ông [Lê Văn Bình], ông [Marek Nowicki] thăm chính thức {Huế} ngày 14/9.",
    )
    assert parts(article, event) == {"attendee": ["Marek Nowicki"]}


def test_listed_persons_all_speak_and_points_of_degrees_end_nothing() -> None:
    found = told(
        "Phát biểu khai mạc hội nghị, PGS.TS [Trần Thị Lan] nhấn mạnh ý nghĩa của hội nghị.",
        "Các ông [Lê Văn Bình], [Vũ Văn Tâm] chủ trì hội nghị.",
    )
    assert found["speaker"] == ["Trần Thị Lan"]
    assert found["chair"] == ["Lê Văn Bình", "Vũ Văn Tâm"]
