import datetime as dt
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.entities.documents.finding import find_documents
from assets.entities.places.finding import find_places
from assets.entities.records import ArticleText, DocumentCitation, Observation
from assets.reference.records import Reference, load_reference

POLITBURO = "organisation:bo-chinh-tri"
SECRETARIAT = "organisation:ban-bi-thu-trung-uong-dang"
PRIME_MINISTER = "organisation:thu-tuong-chinh-phu"
GOVERNMENT = "organisation:chinh-phu"
ASSEMBLY = "organisation:quoc-hoi"


PIECES = [
    *("Chỉ thị ", "Nghị quyết ", "số ", "04-CT/TW", "66-NQ/TƯ", "12", ", ", " và ", ". ", "\n"),
    *("của Ban Bí thư", " ngày 6-7-2011", "các ", "Luật Đất đai", " năm 2013", "này", " - ", "/"),
    *("Nghị quyết Đại hội ", " XIII ", "Đảng bộ ", "của Đảng", "Hà Nội", "2020/QĐ-TTg", "TT"),
    " của Thành ủy",
]


@cache
def reference() -> Reference:
    return load_reference()


def documents(text: str, title: str | None = None) -> list[Observation]:
    lines = tuple(range(3, 4 + text.count("\n")))
    article = ArticleText("a", title, text, lines, 1, dt.date(2022, 5, 4), "vi", None)
    found = find_documents(article, reference(), find_places(article, reference()))
    for one in found:
        field = title if one.field == "title" else text
        assert field is not None
        assert field[one.start_char : one.end_char] == one.surface
        assert one.entity_type == "official_document"
        assert one.citation is not None
    return list(found)


def surfaces(text: str) -> list[tuple[str, str]]:
    return [(one.surface, one.name) for one in documents(text)]


def only(text: str) -> DocumentCitation:
    (one,) = documents(text)
    assert one.citation is not None
    return one.citation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thực hiện Chỉ thị số 04-CT/TW, Thông tri số 04-TT/TU.",
         [("Chỉ thị số 04-CT/TW", "Chỉ thị 04-CT/TW"),
          ("Thông tri số 04-TT/TU", "Thông tri 04-TT/TU")]),
        ("Chỉ thị số 12 - CT/TƯ và chỉ thị 12-CT/TW.",
         [("Chỉ thị số 12 - CT/TƯ", "Chỉ thị 12-CT/TW"),
          ("chỉ thị 12-CT/TW", "Chỉ thị 12-CT/TW")]),
        ("NGHỊ QUYẾT SỐ 57-NQ/TW ra đời.", [("NGHỊ QUYẾT SỐ 57-NQ/TW", "Nghị quyết 57-NQ/TW")]),
        ("Quyết định số 2020/QĐ-TTg có hiệu lực.",
         [("Quyết định số 2020/QĐ-TTg", "Quyết định 2020/QĐ-TTg")]),
        ("Nghị định 93/2021/NĐ-CP, Nghị định số 5/2020/NĐ-CP.",
         [("Nghị định 93/2021/NĐ-CP", "Nghị định 93/2021/NĐ-CP"),
          ("Nghị định số 5/2020/NĐ-CP", "Nghị định 05/2020/NĐ-CP")]),
        ("Hướng dẫn số 16/HD-MTTW-BTT được gửi đi.",
         [("Hướng dẫn số 16/HD-MTTW-BTT", "Hướng dẫn 16/HD-MTTW-BTT")]),
        ("Luật số 56/2010/QH12 và Luật Người khuyết tật số 51/2010/QH12.",
         [("Luật số 56/2010/QH12", "Luật 56/2010/QH12"),
          ("Luật Người khuyết tật số 51/2010/QH12", "Luật 51/2010/QH12")]),
        ("Chương trình số 10-CTr/TU được sơ kết.",
         [("Chương trình số 10-CTr/TU", "Chương trình 10-CTr/TU")]),
        # Lists.
        ("Các Nghị quyết số 18-NQ/TW, số 19-NQ/TW và 27-NQ/TW.",
         [("Nghị quyết số 18-NQ/TW", "Nghị quyết 18-NQ/TW"),
          ("19-NQ/TW", "Nghị quyết 19-NQ/TW"), ("27-NQ/TW", "Nghị quyết 27-NQ/TW")]),
        ("Quán triệt các Nghị quyết 18, 19 và 27.",
         [("Nghị quyết 18", "Nghị quyết 18"), ("19", "Nghị quyết 19"),
          ("27", "Nghị quyết 27")]),
        ("Nghị quyết 18, 20 đại biểu dự.", [("Nghị quyết 18", "Nghị quyết 18")]),
        # Short forms.
        ("Chỉ thị 04-CT/TW ra đời. Nội dung Chỉ thị 04; khi thực hiện Chỉ thị và thảo luận.",
         [("Chỉ thị 04-CT/TW", "Chỉ thị 04-CT/TW"), ("Chỉ thị 04", "Chỉ thị 04-CT/TW"),
          ("Chỉ thị", "Chỉ thị 04-CT/TW")]),
        ("Chỉ thị 04-CT/TW và Chỉ thị 05-CT/TW. Chỉ thị này nêu rõ.",
         [("Chỉ thị 04-CT/TW", "Chỉ thị 04-CT/TW"), ("Chỉ thị 05-CT/TW", "Chỉ thị 05-CT/TW")]),
        ("Chỉ thị 04-CT/TW còn giá trị; sớm ban hành Chỉ thị mới về công tác này.",
         [("Chỉ thị 04-CT/TW", "Chỉ thị 04-CT/TW")]),
        ("Quyết định số 9/QĐ-TTg. Quyết định được đưa ra vội.",
         [("Quyết định số 9/QĐ-TTg", "Quyết định 09/QĐ-TTg")]),
        ("Quy định số 22-QĐ/TW, Quyết định số 22/QĐ-TTg; 22-QĐ/TW đã có hiệu lực.",
         [("Quy định số 22-QĐ/TW", "Quy định 22-QĐ/TW"),
          ("Quyết định số 22/QĐ-TTg", "Quyết định 22/QĐ-TTg"),
          ("22-QĐ/TW", "Quy định 22-QĐ/TW")]),
        # One number, two kinds or two issuers.
        ("Kết luận 12 của Bộ Chính trị; Chỉ thị 12 của Ban Bí thư. Chỉ thị 12 khẳng định.",
         [("Kết luận 12", "Kết luận 12 của Bộ Chính trị"),
          ("Chỉ thị 12", "Chỉ thị 12 của Ban Bí thư Trung ương Đảng"),
          ("Chỉ thị 12", "Chỉ thị 12 của Ban Bí thư Trung ương Đảng")]),
        ("Chỉ thị 04-CT/TW của Ban Bí thư; Chỉ thị 04 của Bộ Chính trị.",
         [("Chỉ thị 04-CT/TW", "Chỉ thị 04-CT/TW"),
          ("Chỉ thị 04", "Chỉ thị 04 của Bộ Chính trị")]),
        ("Nghị quyết 35/NQ-CP và Nghị quyết 35-NQ/TW; Nghị quyết 35 của Chính phủ; Nghị quyết 35.",
         [("Nghị quyết 35/NQ-CP", "Nghị quyết 35/NQ-CP"),
          ("Nghị quyết 35-NQ/TW", "Nghị quyết 35-NQ/TW"),
          ("Nghị quyết 35", "Nghị quyết 35/NQ-CP"), ("Nghị quyết 35", "Nghị quyết 35")]),
        ("NĐ 100/2019/NĐ-CP xử phạt; chỉ thị 16 và Chỉ thị 16.",
         [("NĐ 100/2019/NĐ-CP", "Nghị định 100/2019/NĐ-CP"),
          ("chỉ thị 16", "Chỉ thị 16"), ("Chỉ thị 16", "Chỉ thị 16")]),
        ("Điều 5 Luật An ninh mạng; khoản 2 Điều 6 Luật này.",
         [("Luật An ninh mạng", "Luật An ninh mạng"), ("Luật", "Luật An ninh mạng")]),
        # Congresses and plenums.
        ("Theo Nghị quyết Đại hội XIII của Đảng.",
         [("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội XIII của Đảng")]),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, Nghị quyết Đại hội Đảng XII",
         [("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
           "Nghị quyết Đại hội XIII của Đảng"),
          ("Nghị quyết Đại hội Đảng XII", "Nghị quyết Đại hội XII của Đảng")]),
        ("Tại Nghệ An, Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX được triển khai.",
         [("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX",
           "Nghị quyết Đại hội XIX Đảng bộ tỉnh Nghệ An")]),
        ("Hà Nội thực hiện Nghị quyết Đại hội XVII Đảng bộ Thành phố và các chỉ thị.",
         [("Nghị quyết Đại hội XVII Đảng bộ Thành phố",
           "Nghị quyết Đại hội XVII Đảng bộ thành phố Hà Nội")]),
        ("Triển khai Nghị quyết Đại hội đến các đơn vị.", []),
        ("Nghị quyết Trung ương 8 khóa XI và Nghị quyết Hội nghị Trung ương 4 (khoá XII).",
         [("Nghị quyết Trung ương 8 khóa XI", "Nghị quyết Trung ương 8 khóa XI"),
          ("Nghị quyết Hội nghị Trung ương 4 (khoá XII)", "Nghị quyết Trung ương 4 khóa XII")]),
        # Laws, conventions, treaties by name.
        ("Hiến pháp 2013, Luật Đất đai năm 2013 và Luật Đất đai (sửa đổi).",
         [("Hiến pháp 2013", "Hiến pháp năm 2013"),
          ("Luật Đất đai năm 2013", "Luật Đất đai năm 2013"),
          ("Luật Đất đai (sửa đổi)", "Luật Đất đai (sửa đổi)")]),
        ("Luật Đất đai năm 2024 có hiệu lực; theo Luật Đất đai, giá đất thay đổi.",
         [("Luật Đất đai năm 2024", "Luật Đất đai năm 2024"),
          ("Luật Đất đai", "Luật Đất đai năm 2024")]),
        ("Công ước của Liên hợp quốc về Luật Biển năm 1982 (UNCLOS 1982).",
         [("Công ước của Liên hợp quốc về Luật Biển năm 1982",
           "Công ước Liên hợp quốc về Luật Biển năm 1982"),
          ("UNCLOS 1982", "Công ước Liên hợp quốc về Luật Biển năm 1982")]),
        ("Hiệp định Paris được ký; Công ước Budapest về tội phạm mạng.",
         [("Hiệp định Paris", "Hiệp định Paris"), ("Công ước Budapest", "Công ước Budapest")]),
        # What is no document.
        ("Ông quyết định 3 vấn đề. Quyết định 3 nội dung. Nghị quyết 5 điểm.", []),
        ("Kế hoạch 5 năm 2021-2025, Chương trình 135, Báo cáo 6 tháng, Thông báo 15 ca.", []),
        ("Xe 30A-123.45, máy bay B-52, Covid-19, A/H5N1, ngày 12/5, tỷ số 2-1.", []),
        ("Kế hoạch số 5/KH-UBND. Bộ Kế hoạch và Đầu tư họp.",
         [("Kế hoạch số 5/KH-UBND", "Kế hoạch 05/KH-UBND")]),
        ("Các nghị quyết, chỉ thị của Đảng; quy định pháp luật.", []),
    ],
)  # fmt: skip
def test_documents_of_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("Chỉ thị 04-CT/TW ngày 6-7-2011 của Ban Bí thư TW Đảng khoá XI về đối ngoại.",
         ("Chỉ thị", "04-CT/TW", SECRETARIAT, dt.date(2011, 7, 6))),
        ("Chỉ thị số 12 của Ban Bí thư Trung ương Đảng được quán triệt.",
         ("Chỉ thị", "12", SECRETARIAT, None)),
        ("Kết luận 12 của Bộ Chính trị ngày 12/8/2021 về kiều bào.",
         ("Kết luận", "12", POLITBURO, dt.date(2021, 8, 12))),
        ("Nghị quyết số 66-NQ/TƯ, ngày 30.4.2025 của Bộ Chính trị.",
         ("Nghị quyết", "66-NQ/TW", POLITBURO, dt.date(2025, 4, 30))),
        ("Bộ Chính trị vừa ban hành Nghị quyết số 57-NQ/TW.",
         ("Nghị quyết", "57-NQ/TW", POLITBURO, None)),
        ("Thông tri số 04-TT/TU ngày 3/11/2011 của Thành ủy Hà Nội.",
         ("Thông tri", "04-TT/TU", "organisation:thanh-uy-ha-noi", dt.date(2011, 11, 3))),
        ("Quyết định số 2020/QĐ-TTg ngày 13/9/2025 phê duyệt phương án.",
         ("Quyết định", "2020/QĐ-TTg", PRIME_MINISTER, dt.date(2025, 9, 13))),
        ("Nghị định 93/2021/NĐ-CP của Chính phủ.",
         ("Nghị định", "93/2021/NĐ-CP", GOVERNMENT, None)),
        ("Thông tư 01/2023/TT-BGDĐT ngày 5 tháng 1 năm 2023.",
         ("Thông tư", "01/2023/TT-BGDĐT", "organisation:bo-giao-duc-va-dao-tao",
          dt.date(2023, 1, 5))),
        ("Luật số 56/2010/QH12 có hiệu lực.", ("Luật", "56/2010/QH12", ASSEMBLY, None)),
        ("Công văn số 2345/UBND-KGVX ngày 3/4/2022 của UBND tỉnh Nghệ An.",
         ("Công văn", "2345/UBND-KGVX", "organisation:uy-ban-nhan-dan-nghe-an",
          dt.date(2022, 4, 3))),
        ("Nghị quyết số 18-NQ/TW của Trung ương.", ("Nghị quyết", "18-NQ/TW", None, None)),
        ("Chỉ thị số 45-CT/TU ngày 31/02/2025.", ("Chỉ thị", "45-CT/TU", None, None)),
        ("Thông tư liên tịch số 09/2013/TTLT-BTP-BNV.",
         ("Thông tư liên tịch", "09/2013/TTLT-BTP-BNV", None, None)),
    ],
)  # fmt: skip
def test_number_issuer_and_date(
    text: str, citation: tuple[str, str | None, str | None, dt.date | None]
) -> None:
    assert only(text) == DocumentCitation(*citation)


def test_the_only_province_of_the_article_is_that_of_a_local_issuer() -> None:
    text = "Hà Nội họp. Chỉ thị số 45-CT/TU ngày 08/8/2025 của Ban Thường vụ Thành ủy về đối ngoại."
    assert only(text).issuer_id == "organisation:ban-thuong-vu-thanh-uy-ha-noi--thu7o72ng"


def test_two_provinces_leave_a_local_issuer_open() -> None:
    text = "Hà Nội và Hải Phòng họp. Chỉ thị số 45-CT/TU của Thành ủy về đối ngoại."
    assert only(text).issuer_id is None


def test_all_citations_of_a_document_share_what_one_of_them_says() -> None:
    text = "Nghị quyết 66-NQ/TW.\nNghị quyết số 66-NQ/TƯ ngày 30/4/2025 của Bộ Chính trị."
    first, second = documents(text, title="Nghị quyết 66 đi vào cuộc sống")[1:]
    assert first.citation == second.citation
    assert first.citation is not None
    assert first.citation.issued_on == dt.date(2025, 4, 30)
    assert (first.line_no, second.line_no) == (3, 4)


def test_a_short_form_in_the_title_takes_the_full_number_of_the_text() -> None:
    first = documents("Nghị quyết số 66-NQ/TW ra đời.", title="Nghị quyết 66 đi vào cuộc sống")[0]
    assert (first.field, first.surface, first.name) == (
        "title", "Nghị quyết 66", "Nghị quyết 66-NQ/TW",
    )  # fmt: skip


def test_contradicting_dates_are_left_out() -> None:
    text = "Chỉ thị 04-CT/TW ngày 6/7/2011. Chỉ thị 04-CT/TW ngày 7/7/2011."
    assert {one.citation.issued_on for one in documents(text) if one.citation} == {None}


def test_a_reference_without_bodies_still_finds_documents() -> None:
    empty = Reference((), (), (), (), (), (), (), (), (), ())
    article = ArticleText("a", None, "Chỉ thị số 04-CT/TW.", (1,), None, None, None, None)
    assert find_documents(article, empty, ()) == ()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_citations_of_any_text_stand_one_after_another(pieces: list[str]) -> None:
    found = documents("".join(pieces))
    assert all(a.end_char <= b.start_char for a, b in pairwise(found))
    assert all(one.surface.strip() for one in found)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Chương trình hành động số 12-CTrHĐ/TU được triển khai.",
         "Chương trình hành động số 12-CTrHĐ/TU"),
        ("Hiệp ước Hữu nghị và Hợp tác giữa Việt Nam và Lào được ký năm 1977.",
         "Hiệp ước Hữu nghị và Hợp tác"),
        ("Hiệp định Tương trợ tư pháp về hình sự giữa Việt Nam và Hàn Quốc có hiệu lực.",
         "Hiệp định Tương trợ tư pháp về hình sự"),
        ("Theo Luật Mặt trận Tổ quốc Việt Nam, việc này đúng.", "Luật Mặt trận Tổ quốc Việt Nam"),
    ],
)  # fmt: skip
def test_where_a_name_ends(text: str, surface: str) -> None:
    assert [found for found, _ in surfaces(text)] == [surface]


@pytest.mark.parametrize(
    ("text", "issuer", "issued_on"),
    [
        ("Ngày 5/6/2023, Thủ tướng Chính phủ đã ký Quyết định số 655/QĐ-TTg.",
         "organisation:thu-tuong-chinh-phu", dt.date(2023, 6, 5)),
        ("Ngày 7 tháng 8 năm 2023, Bộ Chính trị ban hành Quy định số 114-QĐ/TW.",
         "organisation:bo-chinh-tri", dt.date(2023, 8, 7)),
        ("Ngày 5/6/2023, đoàn đến thăm. Ông nói về Quyết định số 655/QĐ-TTg.",
         "organisation:thu-tuong-chinh-phu", None),
        ("Kỳ họp ở Nghệ An thông qua Nghị quyết số 45/2023/NQ-HĐND.",
         "organisation:hoi-dong-nhan-dan-nghe-an", None),
        ("Ở Nghệ An, HĐND huyện thông qua Nghị quyết số 45/2023/NQ-HĐND.", None, None),
        ("Ở Nghệ An và Hà Tĩnh có Nghị quyết số 45/2023/NQ-HĐND.", None, None),
        ("Kế hoạch số 33-KH/ĐU của Đảng ủy Khối Doanh nghiệp Trung ương.",
         "organisation:dang-uy-khoi-doanh-nghiep-trung-uong", None),
    ],
)  # fmt: skip
def test_who_issued_it_by_the_words_around(
    text: str, issuer: str | None, issued_on: dt.date | None
) -> None:
    citation = only(text)
    assert (citation.issuer_id, citation.issued_on) == (issuer, issued_on)
