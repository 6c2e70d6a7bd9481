"""Who is listed as present, who signs, and words that only look like a part taken."""

from event_telling import main_event, parts

_LEAD = "Sáng 14/9, <Hội Di sản tỉnh> tổ chức hội nghị bàn việc giữ nghề dệt."


def told(*sentences: str) -> dict[str, list[str]]:
    article, event = main_event("Bàn cách giữ nghề dệt", _LEAD, *sentences)
    return parts(article, event)


def test_a_list_goes_on_over_lines() -> None:
    found = told(
        "Tham dự hội nghị, về phía <Hội Lữ hành> có:",
        "+ Ông [Lê Văn Bình], Chủ tịch;",
        "+ Bà [Trần Thị Lan], Phó Chủ tịch.",
        "Tỉnh hiện có 40 khung dệt của nhà bà [Hoàng Thị Hoa].",
    )
    assert found["attendee"] == ["Lê Văn Bình", "Trần Thị Lan"]


def test_each_side_is_listed() -> None:
    found = told(
        "Về phía tỉnh có các đồng chí: [Lê Văn Bình], Bí thư; [Vũ Văn Tâm], Chủ tịch.",
        "Phía bạn có chị [Trần Thị Lan].",
        "Về phía địa phương, nghề dệt có nhiều thuận lợi lâu đời, chẳng mấy ai nhắc đến"
        " [Hoàng Thị Hoa].",
    )
    assert found["attendee"] == ["Lê Văn Bình", "Vũ Văn Tâm", "Trần Thị Lan"]


def test_semicolons_join_those_who_chair_and_sign() -> None:
    found = told(
        "Ông [Lê Văn Bình], Giám đốc <Sở A>; bà [Trần Thị Lan], Chủ tịch <Hội B> chủ trì hội nghị.",
        "Ông [Vũ Văn Tâm], Giám đốc <Sở C>; ông [Đỗ Văn Nam], Chủ tịch <Hội D> đã ký quy chế.",
    )
    assert found["chair"] == ["Lê Văn Bình", "Trần Thị Lan"]
    assert found["attendee"] == ["Vũ Văn Tâm", "Đỗ Văn Nam"]


def test_nouns_and_names_of_bodies_are_no_verbs() -> None:
    found = told(
        "Dự có ông [Lê Văn Bình], Giám đốc <Sở Thông tin và Truyền thông>; bà [Trần Thị Lan],"
        " Thành viên Ban điều hành ngân hàng.",
        "Ông [Vũ Văn Tâm] tặng hoa chúc mừng hội nghị.",
    )
    assert found["attendee"] == ["Lê Văn Bình", "Trần Thị Lan", "Vũ Văn Tâm"]
    assert "chair" not in found
    assert "speaker" not in found


def test_who_leaves_an_office_is_not_elected() -> None:
    found = told("Hội nghị đã bầu bà [Trần Thị Lan] làm Chủ tịch thay ông [Lê Văn Bình] nghỉ hưu.")
    assert found["attendee"] == ["Trần Thị Lan"]


def test_witnesses_and_well_wishers() -> None:
    found = told(
        "Chứng kiến lễ ký có ông [Lê Văn Bình].",
        "Thay mặt lãnh đạo tỉnh, bà [Trần Thị Lan] chúc hội nghị thành công.",
    )
    assert found == {
        "organiser": ["Hội Di sản tỉnh"],
        "attendee": ["Lê Văn Bình"],
        "speaker": ["Trần Thị Lan"],
    }


def test_between_whom_something_is_signed() -> None:
    article, event = main_event(
        "Hợp tác",
        "Chiều 14/9, tại {Huế} diễn ra Lễ ký kết hợp tác giữa <Trường A> và <Công ty B> về đào tạo"
        " do <Sở C> chủ trì.",
    )
    assert parts(article, event)["attendee"] == ["Trường A", "Công ty B"]


def test_what_is_opened_does_not_open() -> None:
    article, event = main_event("Tin", "Văn phòng <Hội A> được khai trương chiều 14/9 tại {Huế}.")
    assert parts(article, event) == {}


def test_unnamed_sides_hold_an_event() -> None:
    article, event = main_event(
        "Tổng kết",
        "Sau 5 năm hợp tác với <Hội A>, ngày 14/9, hai Hội đã tổ chức hội nghị tổng kết.",
    )
    assert "organiser" not in parts(article, event)


def test_judge_presides() -> None:
    article, event = main_event(
        "Phiên tòa",
        "Ngày 14/9, <TAND tỉnh> mở phiên tòa xét xử bị cáo [Lê Văn Bình].",
        "Thẩm phán [Trần Thị Lan] làm chủ tọa.",
    )
    assert parts(article, event)["chair"] == ["Trần Thị Lan"]


def test_verb_within_the_name_of_a_body() -> None:
    article, event = main_event(
        "Hội thảo",
        "Hội thảo về nghề dệt do <Liên hiệp các tổ chức hữu nghị tỉnh> tổ chức ngày 14/9.",
    )
    assert parts(article, event)["organiser"] == ["Liên hiệp các tổ chức hữu nghị tỉnh"]


def test_who_comes_and_speaks_is_a_speaker() -> None:
    found = told("Đến dự và phát biểu chỉ đạo hội nghị có ông [Lê Văn Bình], Giám đốc <Sở A>.")
    assert found["speaker"] == ["Lê Văn Bình"]
    assert "attendee" not in found


def test_offices_between_names_join_them() -> None:
    found = told("Chủ tịch <Hội A> [Lê Văn Bình], Giám đốc <Sở B> [Trần Thị Lan] tham dự hội nghị.")
    assert found["attendee"] == ["Lê Văn Bình", "Trần Thị Lan"]


def test_words_that_only_begin_like_those_of_taking_part() -> None:
    found = told(
        "Dự án Luật Di sản lập thêm <Ủy ban Di sản>.",
        "Tại Nhà lưu niệm [Lê Văn Bình] dâng hương xong, đoàn ra về.",
    )
    assert set(found) == {"organiser"}


def test_bodies_named_for_their_founding_or_as_venue_hold_nothing() -> None:
    article, event = main_event(
        "Tin",
        "Kỷ niệm 90 năm Ngày thành lập <Hội Lữ hành>, sáng 14/9, tại Nhà <Quốc hội>,"
        " <Hội Di sản> tổ chức hội thảo dệt.",
    )
    assert parts(article, event) == {"organiser": ["Hội Di sản"]}
