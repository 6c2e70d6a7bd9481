"""What the reader of flattened pages makes of whole pages: kinds, facts, rejections."""

import pytest

from assets.extraction.flattened.reader import read_flattened
from assets.extraction.records import TEXT_KINDS, Article, Page, Rejection, text_of
from assets.language.folding import nfc
from assets.reference.records import load_reference

from .pages import Expected, own_pages, seed_pages

REFERENCE = load_reference()


def read(text: str, url: str | None = None) -> Article | Rejection:
    return read_flattened(Page("page", "text/plain", text, url), REFERENCE)


def article(text: str, url: str | None = None) -> Article:
    found = read(text, url)
    assert isinstance(found, Article), found
    return found


def wrong_lines(expected: Expected, found: Article) -> list[str]:
    wrong = []
    for line in found.lines:
        kind = expected.kinds[line.line_no]
        fits = line.kind not in TEXT_KINDS if kind == "?" else line.kind == kind
        if not fits:
            wrong.append(f"{line.line_no} {line.kind} ({line.reason}), not {kind}: {line.text}")
    return wrong


@pytest.mark.parametrize("expected", [*seed_pages(), *own_pages()], ids=lambda page: page.name)
class TestWholePages:
    def test_every_line_has_its_kind(self, expected: Expected) -> None:
        found = article(expected.text)
        assert [line.line_no for line in found.lines] == sorted(expected.kinds)
        assert wrong_lines(expected, found) == []

    def test_the_main_text_is_whole_and_in_order(self, expected: Expected) -> None:
        raw = nfc(expected.text).split("\n")
        numbers = [n for n, kind in sorted(expected.kinds.items()) if kind in TEXT_KINDS]
        parts = ((" " if n in expected.continuing else "\n") + raw[n - 1].strip() for n in numbers)
        assert text_of(article(expected.text)) == "".join(parts)[1:]

    def test_facts(self, expected: Expected) -> None:
        found = article(expected.text)
        assert found.title == expected.facts["title"]
        published = found.publication.at if found.publication else None
        assert published == expected.moment("published")
        if found.publication:
            assert found.publication.precision == (expected.facts["published"] or "").split()[1]
        assert found.updated_at == expected.moment("updated")
        assert found.authors == expected.names("authors")
        assert found.section == expected.facts.get("section")
        assert found.outlet_id == expected.facts.get("outlet")
        assert found.language == expected.facts["language"]


PARAGRAPHS = (
    "Sáng 12/8, xã Tân Lập tổ chức lễ khánh thành nhà văn hóa với sự tham dự của đông đảo bà con.",
    "Công trình được xây trong mười tháng, tổng kinh phí hơn hai tỷ đồng do nhân dân đóng góp.",
    "Nhà văn hóa sẽ là nơi sinh hoạt của câu lạc bộ dân ca và thư viện của xã.",
)


def test_a_lead_that_stands_again_in_the_body_is_kept() -> None:
    lead, second, third = PARAGRAPHS
    found = article("\n\n".join(["Xã Tân Lập có nhà văn hóa mới", lead, second, lead, third]))
    assert text_of(found).split("\n") == [lead, second, lead, third]


def test_short_quotes_and_list_items_stay_in_the_text() -> None:
    first, second, third = PARAGRAPHS
    inner = ["“Chúng tôi rất vui.”", "Các hạng mục gồm:", "- Hội trường;", "- Thư viện.", second]
    found = article("\n\n".join(["Xã Tân Lập có nhà văn hóa mới", first, *inner, third]))
    assert text_of(found).split("\n") == [first, *inner, third]


def test_only_line_feeds_and_carriage_returns_end_lines() -> None:
    first = PARAGRAPHS[0].replace("Tân Lập", "Tân\u2028Lập\x0b")
    found = article(f"Xã có nhà mới\r\n\r\n{first}\r{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}")
    assert [line.line_no for line in found.lines] == [1, 3, 4, 5]
    assert found.lines[1].text == first


def test_decomposed_text_is_stored_composed() -> None:
    import unicodedata

    page = "\n".join(["Xã Tân Lập có nhà văn hóa mới", *PARAGRAPHS])
    assert article(unicodedata.normalize("NFD", page)).lines == article(page).lines


def test_the_outlet_comes_from_the_address() -> None:
    found = article("\n".join(PARAGRAPHS), "https://vietnamnet.vn/xa-tan-lap-1.html")
    assert (found.outlet_id, found.outlet_source) == ("vietnamnet", "address of the page")


@pytest.mark.parametrize("probability", [0.01, 0.99])
def test_a_trained_model_is_weighed_with_the_rules(probability: float) -> None:
    unsure = "một dòng dài không dấu chấm đứng ngay sau đoạn cuối của bài mà luật không rõ là gì"
    page = Page("page", "text/plain", "\n\n".join([*PARAGRAPHS, unsure]))
    found = read_flattened(
        page, REFERENCE, lambda lines, _: [0.9] * (len(lines) - 1) + [probability]
    )
    assert isinstance(found, Article)
    assert (unsure in text_of(found)) == (probability > 0.5)


TEASER = "Xe buýt điện chạy thử nghiệm ba tuyến {}\nXe buýt điện chạy thử nghiệm ba tuyến {}\n" + (
    "Thành phố cho chạy thử nghiệm ba tuyến xe buýt điện trong quý này để lấy ý kiến người dân {}."
)

REJECTED = {
    "empty": ("", "empty"),
    "blank": ("\n \n\t\n", "empty"),
    "menu": ("Trang chủ\nThời sự\nThế giới\nKinh tế\nVăn hóa\nLiên hệ", "menu only"),
    "not found": ("404\nKhông tìm thấy trang\nTrang chủ", "error page"),
    "captcha": ("Just a moment...\nVerify you are human\nPlease wait.", "error page or captcha"),
    "one word": ("captcha", "no prose"),
    "titles": (
        "\n".join(f"Bản tin thứ {n} về tình hình giao thông các tuyến phố" for n in range(9)),
        "listing",
    ),
    "teasers": ("\n".join(TEASER.format(n, n, n) for n in range(6)), "listing"),
    "results of a search": (
        "Trang chủ\nTìm thấy 1.245 kết quả với từ khóa “lũ quét”\nCảnh báo lũ quét ở vùng núi\n"
        "Trong 24 giờ tới, nhiều nơi ở vùng núi phía bắc có mưa to, nguy cơ xảy ra lũ quét.\nSau",
        "search page",
    ),
    "addresses": (
        "Liên hệ\nTÒA SOẠN BÁO ĐỒNG QUÊ\nTrụ sở: 12 Lê Lợi, phường 1\nĐiện thoại: 0272 3826 000\n"
        "Bạn đọc có thể gửi thư và ý kiến về tòa soạn theo địa chỉ trên hoặc điền vào mẫu dưới đây,"
        " chúng tôi sẽ trả lời sớm nhất.\nHọ và tên *\nGửi",
        "contact page",
    ),
    "ages": (
        "Đồng bằng\n"
        + "\n".join(
            f"Nhà vườn xã {n} trữ nước ngọt\nNhà vườn ở xã thứ {n} đang đào mương, trải bạt để trữ"
            f" nước ngọt trước khi mặn xâm nhập sâu vào các nhánh sông.\n{n} giờ trước"
            for n in range(2, 6)
        ),
        "listing",
    ),
    "front page": (
        "Thời sự\nChủ tịch tỉnh kiểm tra đường vành đai\nChủ tịch tỉnh yêu cầu các nhà thầu tăng ca"
        " để thông xe trước ngày lễ.\nKhai mạc hội chợ nông sản\nHội chợ có 120 gian hàng, diễn ra"
        " đến hết tuần tại quảng trường.\nKinh tế\nGiá heo hơi vượt sáu mươi nghìn đồng\n"
        "Người trồng nhãn vào vụ\nNgười trồng nhãn phấn khởi vì đầu ra được doanh nghiệp bao tiêu.",
        "front page",
    ),
    "live": (
        "TRỰC TIẾP: Lễ hội đua thuyền\n"
        + "\n".join(f"09:{n}0 Đội số {n} vượt lên dẫn đầu ở vòng đua thứ {n}." for n in range(6))
        + "\n"
        + "\n".join(
            f"10:{n}0 Đội số {n} về đích trong tiếng reo hò của khán giả." for n in range(6)
        ),
        "live page",
    ),
}


@pytest.mark.parametrize("name", REJECTED)
def test_what_is_no_article_is_rejected_with_its_reason(name: str) -> None:
    text, reason = REJECTED[name]
    found = read(text)
    assert isinstance(found, Rejection)
    assert reason in found.reason


def test_a_short_page_with_one_real_paragraph_is_an_article() -> None:
    assert text_of(article(PARAGRAPHS[0])) == PARAGRAPHS[0]


def test_a_date_over_the_menu_is_the_day_of_reading() -> None:
    head = ["Thứ bảy, 21/11/2026", "Trang chủ", "Xã hội", "Xã Tân Lập có nhà văn hóa mới"]
    assert article("\n".join([*head, *PARAGRAPHS])).publication is None
    head = ["Thứ bảy, 12/08/2023", "Xã Tân Lập có nhà văn hóa mới"]
    assert article("\n".join([*head, *PARAGRAPHS])).publication is not None


def test_a_date_of_a_teaser_or_inside_a_sentence_is_not_the_articles() -> None:
    page = [
        "Xã Tân Lập có nhà văn hóa mới",
        *PARAGRAPHS,
        "Ngày 12/8/2023, công trình được bàn giao.",
    ]
    teasers = ["Tin liên quan", "Khởi công cầu Tân Lập bắc qua sông Thao", "05/06/2025"]
    assert article("\n".join([*page, *teasers])).publication is None


def test_a_person_of_whom_the_article_speaks_is_no_author() -> None:
    told = PARAGRAPHS[1].replace("Công trình", "Ông Nguyễn Văn Tám cho biết công trình")
    head = ["Xã Tân Lập có nhà văn hóa mới", "Nguyễn Văn Tám", "12/08/2023 08:15"]
    assert article("\n".join([*head, PARAGRAPHS[0], told, PARAGRAPHS[2]])).authors == ()
    assert article("\n".join([*head, *PARAGRAPHS])).authors == ("Nguyễn Văn Tám",)


def test_a_time_beside_the_headline_is_the_articles_however_old_its_story() -> None:
    story = [line.replace("12/8", "mùa xuân năm 1968") for line in PARAGRAPHS]
    page = ["Thứ ba, 12/08/2023 08:15", "Xã Tân Lập nhớ ngày dựng nhà văn hóa", *story]
    assert article("\n".join(page)).publication is not None


def test_a_lead_that_stands_twice_in_a_row_is_kept_once() -> None:
    lead, second, third = PARAGRAPHS
    found = article("\n".join(["Xã Tân Lập có nhà văn hóa mới", lead, lead, second, third]))
    assert text_of(found).split("\n") == [lead, second, third]


def test_paragraphs_without_full_stops_are_text() -> None:
    page = ["Xã Tân Lập có nhà văn hóa mới", "12/08/2023 08:15"]
    page += [f"{line.rstrip('.')} và cũng là nơi họp của các thôn trong xã" for line in PARAGRAPHS]
    assert len(text_of(article("\n".join(page))).split("\n")) == 3


def test_menu_words_are_known_without_accents() -> None:
    found = article("\n".join(["Trang chu", "The thao", "Xa Tan Lap co nha moi", *PARAGRAPHS]))
    assert found.lines[0].reason == "menu word (menu)"
    assert found.title == "Xa Tan Lap co nha moi"


def test_a_name_that_is_a_district_too_signs_right_behind_the_text() -> None:
    page = ["Xã Tân Lập có nhà văn hóa mới", *PARAGRAPHS]
    assert article("\n".join([*page, "XUÂN TRƯỜNG", "Tin liên quan"])).authors == ("XUÂN TRƯỜNG",)
    assert article("\n".join([*page, "Hà Nội", "Tin liên quan"])).authors == ()
    places = ["Xuân Trường", "Giao Thủy", "Hải Hậu"]
    assert article("\n".join([*page, *places])).authors == ()


def test_an_open_lead_under_headline_and_byline_is_no_headline() -> None:
    lead = "Tôi về Tân Lập vào một ngày nước lên"
    page = ["Mùa nước cuối cùng ở Tân Lập", "12/08/2023", "Lư Thế Nhã", lead, *PARAGRAPHS]
    assert article("\n".join(page)).title == "Mùa nước cuối cùng ở Tân Lập"


def test_the_name_of_an_outlet_above_the_date_is_no_headline() -> None:
    title = "Bắc Ninh và Hội Hữu nghị Nhật Bản ký biên bản hợp tác về văn hóa"
    head = ["Trang chủ", "Thời sự", "Báo Bắc Ninh điện tử", "Thứ Bảy, 12/08/2023 17:42", title]
    assert article("\n".join([*head, *PARAGRAPHS])).title == title


def test_a_short_article_under_its_publishers_address_is_one() -> None:
    head = ["Địa chỉ: 12 Lê Lợi", "Điện thoại: 0272 3826 000", "Xã có nhà mới", "12/08/2023"]
    assert text_of(article("\n".join([*head, *PARAGRAPHS]))).startswith("Sáng 12/8")


def test_the_title_of_another_article_behind_the_text_is_no_ending() -> None:
    other = "Khởi công cầu vượt biển dài nhất miền Trung nối hai khu kinh tế ven biển phía nam"
    page = ["Xã Tân Lập có nhà văn hóa mới", *PARAGRAPHS, other, "Tin liên quan"]
    assert other not in text_of(article("\n".join(page)))
