"""Names in byline lines, and the outlet that a page belongs to."""

import pytest

from assets.extraction.metadata.byline import read_byline
from assets.extraction.metadata.lexicon import lexicon_of
from assets.extraction.metadata.outlet import find_outlet, lead_slug, outlet_of_host
from assets.reference.records import load_reference

LEXICON = lexicon_of(load_reference())

AUTHORS = {
    "KC": ("KC",),
    "P.V": ("P.V",),
    "Hoàng Phúc": ("Hoàng Phúc",),
    "Bài và ảnh: HỒNG VÂN": ("HỒNG VÂN",),
    "Tin, ảnh: Thu Hà, Minh Đức": ("Thu Hà", "Minh Đức"),
    "Theo TTXVN": ("TTXVN",),
    "TTXVN/Báo Tin tức": ("TTXVN/Báo Tin tức",),
    "Nguyễn Quỳnh/VOV.VN": ("Nguyễn Quỳnh",),
    "NGUYỄN AN - TRẦN BÌNH": ("NGUYỄN AN", "TRẦN BÌNH"),
    "Lê Thị Nhị (thực hiện)": ("Lê Thị Nhị",),
    "By Jane Doe and John Smith, staff writer": ("Jane Doe", "John Smith"),
    "Tổng hợp": (),
    "Nhóm PV": ("Nhóm PV",),
    "PV (t/h)": ("PV",),
    "Minh Anh (T/h)": ("Minh Anh",),
    "Minh Anh tổng hợp": ("Minh Anh",),
    "Lê Thị Nhị (lược ghi)": ("Lê Thị Nhị",),
    "Hải Yến- Khánh Lộc": ("Hải Yến", "Khánh Lộc"),
    "Hải Yến-Khánh Lộc": ("Hải Yến", "Khánh Lộc"),
    "Bích Ngọc, Xuân Trường": ("Bích Ngọc", "Xuân Trường"),
    "Bài: Minh Anh; Ảnh: Vũ Hải": ("Minh Anh",),
    "Tấn Lực, Minh Tâm - Ảnh: Hữu Khoa": ("Tấn Lực", "Minh Tâm"),
    "Nguyễn An (an.nguyen@tanlap.vn)": ("Nguyễn An",),
    "PGS.TS Lê Hải Bình": ("Lê Hải Bình",),
    "Ngọc Hà - Phóng viên TTXVN tại Pháp": ("Ngọc Hà",),
    "Phan Anh và nhóm PV": ("Phan Anh",),
    "Quốc Huy - Báo Tân Lập": ("Quốc Huy",),
    "Thiên Lý /VOV-TP HCM": ("Thiên Lý",),
    "Theo Thái Sơn/Báo QĐND": ("Thái Sơn",),
    "Theo TTXVN- Tuổi trẻ": ("TTXVN", "Tuổi trẻ"),
    "(Theo TTXVN/Vietnam+)": ("TTXVN/Vietnam+",),
    "Theo nhandan.vn": ("nhandan.vn",),
    "Nguồn: TTXVN": ("TTXVN",),
    "Đăng bởi Lò Thu": ("Lò Thu",),
    "K'Lan": ("K'Lan",),
    "Phòng HCTH": ("Phòng HCTH",),
}


@pytest.mark.parametrize("line", AUTHORS)
def test_bylines_give_their_names(line: str) -> None:
    found = read_byline(line, LEXICON)
    assert found is not None
    assert found.authors == AUTHORS[line]


@pytest.mark.parametrize(
    "line",
    [
        "Hà Nội",
        "Theo ông Nguyễn Văn A",
        "Theo báo cáo của Sở Công Thương",
        "Xem thêm",
        "Thể thao",
        "By the time the bridge opened, everyone had left",
        "Tin ngắn về thời tiết miền núi",
        "Ảnh: Vũ Hải",
        "Video: Vũ Hải",
        "Nguồn: Internet",
        "an.nguyen@tanlap.vn",
        "Bắc Ninh",
        "Phòng chống dịch",
        "Nguyễn Văn An - Giám đốc Sở Ngoại vụ",
        "",
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert read_byline(line, LEXICON) is None


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("nhandan.vn", "nhan-dan"),
        ("en.nhandan.vn", "nhan-dan"),
        ("notnhandan.vn", None),
        ("e.vnexpress.net", "vnexpress"),
        ("example.org", None),
        (None, None),
    ],
)
def test_hosts_and_their_sub_domains(host: str | None, outlet: str | None) -> None:
    assert outlet_of_host(host, LEXICON) == outlet


@pytest.mark.parametrize(
    ("lead", "slug"),
    [
        ("TTTĐ - Sáng 4/6, hội nghị bắt đầu.", "TTTĐ"),
        ("(ĐCSVN) - Hội nghị bắt đầu.", "ĐCSVN"),
        ("(Chinhphu.vn) – Hội nghị bắt đầu.", "Chinhphu.vn"),
        ("Ngày 26/9 - tại Huế, hội nghị bắt đầu.", None),
        ("Hội nghị bắt đầu.", None),
    ],
)
def test_lead_slugs(lead: str, slug: str | None) -> None:
    assert lead_slug(lead) == slug


def outlet(**evidence: object) -> str | None:
    given: dict[str, object] = {"url": None, "site_name": None, "lead": None, "furniture": []}
    return find_outlet(**(given | evidence), lexicon=LEXICON)[0]  # type: ignore[arg-type]


def test_only_certain_evidence_names_an_outlet() -> None:
    assert outlet(site_name="VnExpress") == "vnexpress"
    assert outlet(lead="TTTĐ - Sáng nay, hội nghị bắt đầu.") == "tuoi-tre-thu-do"
    assert outlet(lead="Theo báo Nhân Dân, hội nghị bắt đầu.") is None
    # An agency's slug stands in every outlet's leads.
    assert outlet(lead="(TTXVN) - Hội nghị bắt đầu.") is None
    assert outlet(furniture=[(9, "Ghi rõ nguồn baohaiphong.vn khi phát hành lại")]) == "hai-phong"
    assert outlet(furniture=[(9, "Theo vnexpress.net")]) is None
    both = [(8, "© vnexpress.net"), (9, "© tuoitre.vn")]
    assert outlet(furniture=both) is None


def test_a_text_with_the_slug_of_another_outlet_is_of_the_outlet_that_shows_it() -> None:
    lead = "(Chinhphu.vn) - Sáng nay, hội nghị bắt đầu."
    shown_by = [(9, "Ghi rõ nguồn baohaiphong.vn khi phát hành lại")]
    assert outlet(lead=lead) == "bao-chinh-phu"
    assert outlet(lead=lead, furniture=shown_by) == "hai-phong"
    assert (
        outlet(lead=lead, furniture=[*shown_by, (10, "Bản quyền: chinhphu.vn")]) == "bao-chinh-phu"
    )
