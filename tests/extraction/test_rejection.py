"""Pages that are no article and articles that look like such pages, flattened and as HTML."""

# ruff: noqa: E501  one title and sentence a line

import pytest

from assets.extraction.flattened.reader import read_flattened
from assets.extraction.html.reader import read_html
from assets.extraction.records import Article, Page, Rejection, text_of
from assets.reference.records import load_reference

REFERENCE = load_reference()

ENTRIES = (
    "Chiếc thuyền của đội Bến Lội đã vượt lên dẫn đầu sau vòng thứ nhất.",
    "Khán giả hai bên bờ hò reo khi đội Cồn Nổi bứt tốc ở khúc cua.",
    "Ban tổ chức tạm dừng hai phút để vớt mái chèo bị gãy.",
    "Đội Rạch Sâu về nhất chung cuộc với thời gian mười hai phút.",
    "Lễ trao giải bắt đầu trên sân khấu nổi giữa sông.",
)
LEADS = (
    ("Xưởng gốm trăm tuổi nhóm lò trở lại", "Sau mười năm bỏ không, lò nung củi của xưởng đã đỏ lửa."),
    ("Cô gái mở tiệm sách trong hẻm chợ", "Tiệm chỉ rộng tám mét vuông nhưng có hơn ba nghìn đầu sách."),
    ("Mùa cá linh về sớm hơn mọi năm", "Ngư dân đầu nguồn đã thả lưới từ giữa tháng bảy âm lịch."),
    ("Đường sắt thử nghiệm toa xe đạp", "Hành khách có thể gửi xe đạp theo tàu với giá vé tượng trưng."),
    ("Bệnh viện quận mổ nội soi cho trẻ em", "Đây là cơ sở tuyến quận đầu tiên trong vùng làm được kỹ thuật này."),
)  # fmt: skip
PARAGRAPHS = (
    "Hội đua thuyền làng Bến Lội mở lại sau bốn năm vắng bóng, thu hút mười hai đội về tranh tài.",
    "Từ mờ sáng, người dân các xã lân cận đã đứng kín hai bên bờ sông, nhiều người đem theo cả chiêng.",
    "Ông Lữ Văn Hai, trưởng ban tổ chức, cho biết mỗi đội có hai mươi tay chèo và một người cầm nhịp.",
)

LIVE_ALONE = "\n".join(
    f"0{8 + n // 4}:{15 * (n % 4):02d}\n{text}" for n, text in enumerate(ENTRIES)
)
LIVE_DATED = "\n".join(f"15:{10 + n} Ngày 04/06/2023\n{text}" for n, text in enumerate(ENTRIES))
LISTING = "\n".join(f"{title}\n{lead}" for title, lead in LEADS)
DATED = "\n".join(f"{t}\n0{n}/11/2024 08:1{n}\n{lead}" for n, (t, lead) in enumerate(LEADS, 1))
CAPTCHA = (
    "Hệ thống nhận thấy lưu lượng truy cập bất thường từ mạng của bạn trong vài phút vừa qua.\n"
    "Vui lòng nhập các ký tự trong hình bên dưới để chứng minh bạn không phải là robot."
)

REJECTED = {
    "times alone": (f"Đua thuyền Bến Lội\n{LIVE_ALONE}", "live page"),
    "it says so, dated": (f"TRỰC TIẾP: Đua thuyền Bến Lội\n{LIVE_DATED}", "live page"),
    "renews itself": (f"Đua thuyền Bến Lội\nCập nhật liên tục\n{LIVE_DATED}", "live page"),
    "player": (
        "Trang chủ\nVideo\nPhóng sự: Đua thuyền Bến Lội\n12/11/2024\nVideo Player is loading.\n"
        "Phát video\nTắt tiếng\n0:00 / 3:25\nVideo khác\n" + "\n".join(t for t, _ in LEADS),
        "player page",
    ),
    "captcha": (CAPTCHA, "captcha"),
    "english captcha": (
        "Example Times\nPlease verify you are human by completing the check below before you go"
        " on.\nThis keeps the site safe from automated traffic.",
        "captcha",
    ),
    "listing": (f"Đời sống\n{LISTING}\nXem thêm", "listing page"),
    "dated listing": (f"Trang chủ\nĐời sống\n{DATED}\n1\n2\n3\nTrang sau", "listing page"),
}


@pytest.mark.parametrize("name", REJECTED)
def test_what_is_no_article_is_rejected_with_its_reason(name: str) -> None:
    text, reason = REJECTED[name]
    flattened = read_flattened(Page("p", "text/plain", text), REFERENCE)
    assert isinstance(flattened, Rejection)
    assert reason in flattened.reason


@pytest.mark.parametrize("name", ["times alone", "captcha", "listing", "dated listing"])
def test_the_same_as_html(name: str) -> None:
    text, reason = REJECTED[name]
    body = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    html = f"<html><head><title>Báo làng</title></head><body><div>{body}</div></body></html>"
    found = read_html(Page("p", "text/html", html), REFERENCE)
    assert isinstance(found, Rejection)
    assert reason in found.reason


LONG_LIST = "\n".join(f"{title} lần thứ {n}\n{lead}" for n in range(1, 6) for title, lead in LEADS)
KEPT = {
    "dated teasers behind it": f"Tin liên quan\n{DATED}",
    "a list far longer than itself": f"Tin đọc nhiều\n{LONG_LIST}",
    "a programme with times": "Chương trình ngày hội:\n"
    + "\n".join(f"{7 + n}:30 Vòng đua thứ {n} của các đội" for n in range(6)),
}


@pytest.mark.parametrize("name", KEPT)
def test_an_article_is_kept_whatever_stands_behind_it(name: str) -> None:
    head = ["Hội đua thuyền Bến Lội mở lại sau bốn năm", "12/11/2024 07:20", *PARAGRAPHS]
    page = Page("p", "text/plain", "\n".join([*head, KEPT[name]]))
    found = read_flattened(page, REFERENCE)
    assert isinstance(found, Article), found
    assert text_of(found).split("\n")[:3] == list(PARAGRAPHS)


def test_an_article_of_headings_over_single_paragraphs_is_no_listing() -> None:
    sections = [
        ("Tập chèo từ khi còn nhỏ", "Trẻ con Bến Lội biết chèo thuyền trước khi biết chữ, bà Sáu kể."),
        ("Chiếc thuyền làm bằng gỗ sao", "Mỗi chiếc thuyền đua dài mười tám mét, đẽo từ gỗ sao trăm tuổi."),
        ("Người cầm nhịp giữ hồn cuộc đua", "Người cầm nhịp đứng mũi thuyền, gõ phách cho tay chèo đi đều."),
        ("Giữ lại một ngày hội của làng", "Làng đã lập quỹ để năm nào ngày hội đua thuyền cũng được mở."),
    ]  # fmt: skip
    lines = ["Chuyện kể bên bến thuyền đua", "12/11/2024 07:20", PARAGRAPHS[0], PARAGRAPHS[1]]
    lines += [line for pair in sections for line in pair]
    found = read_flattened(Page("p", "text/plain", "\n".join(lines)), REFERENCE)
    assert isinstance(found, Article), found
    assert text_of(found).split("\n") == lines[2:]
