"""What the five real pages say, read by hand, against what the warehouse says of them."""

import datetime as dt
from typing import Any

import pytest
from sandbox import Sandbox

VIETNAM = dt.timezone(dt.timedelta(hours=7))


def at(*moment: int) -> dt.datetime:
    return dt.datetime(*moment, tzinfo=VIETNAM)  # type: ignore[misc, arg-type]


FACTS: dict[str, dict[str, Any]] = {
    "000": {
        "title": "Đẩy mạnh công tác đối ngoại Nhân dân, tạo môi trường để Hà Nội hội nhập sâu rộng",
        "published_at": at(2021, 6, 4, 14, 3),
        "outlet_id": "tuoi-tre-thu-do",
        "authors": [],
        "section": "Tin tức",
    },
    "001": {
        "title": "Đổi mới, nâng cao hoạt động đối ngoại nhân dân, phát huy",
        "published_at": None,
        "outlet_id": None,
        "authors": [],
    },
    "002": {
        "title": "Hà Nội: Nâng cao hiệu quả công tác đối ngoại nhân dân",
        "published_at": at(2022, 11, 15, 20, 58),
        "authors": ["Hoàng Phúc"],
    },
    "004": {
        "title": "Toạ đàm “Công tác đối ngoại nhân dân nhìn lại chặng đường 10 năm qua"
        " - Tầm nhìn cho giai đoạn mới”",
        "published_at": at(2021, 6, 4, 14, 1),
        "outlet_id": None,
        "authors": ["KC"],
    },
    "003": {
        "title": "3 hoạt động tăng cường đối ngoại nhân dân",
        "published_at": at(2019, 7, 17, 17, 16),
        "outlet_id": "thoi-dai",
        "authors": ["Phạm Nguyễn"],
    },
}

# Persons named in each article itself, not in teasers, captions or navigation.
PERSONS = {
    "000": {"Nguyễn Anh Tuấn"},
    "001": {
        "Nguyễn Lan Hương",
        "Nguyễn Văn Doanh",
        "Nguyễn Thị Phương Hiền",
        "Phan Lan Tú",
    },
    "002": {"Nguyễn Lan Hương", "Nguyễn Thị Tuyến"},
    "004": {"Phùng Khánh Tài", "Đỗ Tràng Thành"},
    "003": {
        "Trần Thanh Mẫn",
        "Hoàng Bình Quân",
        "Hầu A Lềnh",
        "Phùng Khánh Tài",
        "Nguyễn Tuấn Phong",
    },
}

# Persons and organisations that stand only in teasers, captions or navigation of some page.
ELSEWHERE = (
    "Tô Lâm",
    "Phạm Minh Chính",
    "Hồ Chí Minh",
    "Trần Sỹ Thanh",
    "Nguyễn Thị Thu Thủy",
    "Lương Toàn",
    "Nguyễn Viết Thảo",
    "Đặng Hoàng Giang",
    "Phan Chí Hiếu",
    "Tô Huy Rứa",
    "Takebe Tsutomu",
    "Nguyễn Hòa Bình",
    "Đỗ Việt Hà",
    "Bệnh viện Đa khoa Tâm Anh",
    "Samaritan’s Purse",
    "Bộ Nông nghiệp và Môi trường",
)


def articles(seeds: Sandbox, columns: str) -> dict[str, Any]:
    rows = seeds.rows(
        f"SELECT left(path, 3), {columns} FROM core.articles JOIN raw.files USING (file_id)"
    )
    return {row[0]: row[1:] for row in rows}


def files_naming(seeds: Sandbox, condition: str) -> set[str]:
    """Return the files whose article mentions an entity, both chosen by a condition in SQL."""
    rows = seeds.rows(
        "SELECT DISTINCT left(path, 3) FROM core.mentions JOIN core.articles USING (article_id)"
        f" JOIN raw.files USING (file_id) WHERE {condition}"
    )
    return {name for (name,) in rows}


def test_all_five_are_loaded(seeds: Sandbox) -> None:
    assert set(seeds.statuses().values()) == {"loaded"}
    assert seeds.value("SELECT count(*) FROM core.articles WHERE duplicate_of IS NULL") == 5


@pytest.mark.parametrize("name", sorted(FACTS))
def test_metadata(seeds: Sandbox, name: str) -> None:
    expected = FACTS[name]
    found = articles(seeds, ", ".join(expected))[name]
    assert dict(zip(expected, found, strict=True)) == expected


def test_a_truncated_headline_and_a_missing_date_say_so(seeds: Sandbox) -> None:
    ((title_source, precision, source),) = seeds.rows(
        "SELECT title_source, published_precision, published_source FROM core.articles"
        " JOIN raw.files USING (file_id) WHERE path LIKE '001%'"
    )
    assert "truncated" in title_source
    assert precision is None
    assert source is None


@pytest.mark.parametrize("name", sorted(PERSONS))
def test_persons(seeds: Sandbox, name: str) -> None:
    rows = seeds.rows(
        "SELECT DISTINCT entities.name FROM core.mentions JOIN core.entities USING (entity_id)"
        " JOIN core.articles USING (article_id) JOIN raw.files USING (file_id)"
        " WHERE entities.entity_type = 'person' AND left(path, 3) = ?",
        name,
    )
    assert {person for (person,) in rows} == PERSONS[name]


@pytest.mark.parametrize("name", ELSEWHERE)
def test_nothing_from_outside_the_articles(seeds: Sandbox, name: str) -> None:
    assert seeds.rows("SELECT entity_id FROM core.entities WHERE name = ?", name) == []
    assert seeds.value("SELECT count(*) FROM core.article_lines WHERE contains(text, ?)", name) > 0


def test_a_directive_is_one_entity_with_issuer_and_date(seeds: Sandbox) -> None:
    ((entity_id, kind, issuer, issued_on),) = seeds.rows(
        "SELECT entity_id, kind, issuer_id, issued_on FROM core.official_documents"
        " WHERE number = '04-CT/TW'"
    )
    assert kind == "Chỉ thị"
    assert issuer == "organisation:ban-bi-thu-trung-uong-dang"
    assert issued_on == dt.date(2011, 7, 6)
    assert files_naming(seeds, f"entity_id = '{entity_id}'") == {"000", "004"}


def test_documents_with_one_number_stay_apart(seeds: Sandbox) -> None:
    ((circular, issuer, issued_on),) = seeds.rows(
        "SELECT entity_id, issuer_id, issued_on FROM core.official_documents"
        " WHERE number = '04-TT/TU'"
    )
    assert (issuer, issued_on) == ("organisation:thanh-uy-ha-noi", dt.date(2011, 11, 3))
    assert files_naming(seeds, f"entity_id = '{circular}'") == {"000"}
    assert files_naming(seeds, "document_kind = 'Kết luận'") == {"001"}
    assert files_naming(seeds, "document_kind = 'Chỉ thị' AND document_number = '12'") == {"002"}


def test_a_city_decides_which_union_is_meant(seeds: Sandbox) -> None:
    union = "organisation:lien-hiep-cac-to-chuc-huu-nghi"
    assert files_naming(seeds, f"entity_id = '{union}-ha-noi'") == {"000", "001", "002"}
    assert files_naming(seeds, f"entity_id = '{union}-hai-phong'") == {"004"}


def test_spellings_of_the_front_are_one_body(seeds: Sandbox) -> None:
    rows = seeds.rows(
        "SELECT DISTINCT surface FROM core.mentions"
        " WHERE entity_id = 'organisation:uy-ban-trung-uong-mat-tran-to-quoc-viet-nam'"
    )
    assert {
        "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        "Ủy ban Trung ương MTTQ Việt Nam",
        "UBTƯ MTTQ Việt Nam",
        "Uỷ ban TW MTTQ Việt Nam",
    } <= {surface for (surface,) in rows}


def test_main_text_is_whole(seeds: Sandbox) -> None:
    ends = articles(seeds, "left(text, 25), right(text, 25), len(string_split(text, chr(10)))")
    assert ends["000"][0].startswith("TTTĐ - Sáng 4/6, Ủy ban")
    assert ends["000"][1].endswith("kiều bào ở nước ngoài…")
    assert ends["001"][1].endswith("các địa phương khác…")
    assert ends["002"][1].endswith("nhiệm kỳ 2022 - 2027.")
    assert ends["003"][1].endswith("cùng phát triển.")
    assert ends["004"][1].endswith("Đại hội XIII của Đảng…")
    assert {name: count for name, (_, _, count) in ends.items()} == {
        "000": 14,
        "001": 14,
        "002": 14,
        "003": 10,
        "004": 6,
    }
