"""What is told beside a page: moments, names of fields, what counts and what is ignored."""

import datetime as dt

import pytest

from assets.extraction.records import Article, Line, Publication
from assets.extraction.told import apply_told
from assets.intake.containers.fields import normalise
from assets.intake.containers.moments import parse_moment
from assets.intake.containers.telling import merge, read_fields, told_by
from assets.intake.records import Told
from assets.intake.sidecars import pages_beside
from assets.reference.records import load_reference


def told(**fields: object) -> tuple[Told, list[str]]:
    found = read_fields(fields)
    return told_by(found, "the record"), found.notes


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-06-05", "2023-06-05T00:00:00+07:00 day"),
        ("2023-06-05T08:15:00+07:00", "2023-06-05T08:15:00+07:00 minute"),
        ("2023-06-05T01:15:00.123Z", "2023-06-05T01:15:00+00:00 minute"),
        ("2023-06-05 08:15", "2023-06-05T08:15:00+07:00 minute"),
        ("2023-06-05 00:00:00", "2023-06-05T00:00:00+07:00 day"),
        ("20230605011500", "2023-06-05T01:15:00+00:00 minute"),
        (1685927700, "2023-06-05T01:15:00+00:00 minute"),
        (1685927700000, "2023-06-05T01:15:00+00:00 minute"),
        ("Mon, 05 Jun 2023 08:15:00 +0700", "2023-06-05T08:15:00+07:00 minute"),
        ("05/06/2023", "2023-06-05T00:00:00+07:00 day"),
        ("Thứ hai, 05/06/2023 08:15 (GMT+7)", "2023-06-05T08:15:00+07:00 minute"),
        ("05/23/2023", None),
        ("2023-02-30", None),
        ("hôm qua", None),
        ("2023", None),
        (True, None),
        (float("nan"), None),
        ("0001-01-01", None),
        (None, None),
    ],
)
def test_moments(value: object, expected: str | None) -> None:
    moment = parse_moment(value)
    assert (moment and f"{moment.at.isoformat()} {moment.precision}") == expected


@pytest.mark.parametrize(
    "record",
    [
        {"title": "Bài", "published": "2023-06-05", "outlet": "Báo A", "url": "https://a.vn/1"},
        {"headline": "Bài", "datePublished": "2023-06-05", "publisher": {"name": "Báo A"},
         "link": "https://a.vn/1"},
        {"Tiêu đề": "Bài", "Ngày đăng": "05/06/2023", "Tòa soạn": "Báo A",
         "Đường dẫn": "https://a.vn/1"},
        {"title": {"rendered": "Bài"}, "date_publish": "2023-06-05 00:00:00",
         "metadata": {"site_name": "Báo A", "page_url": "https://a.vn/1"}},
    ],
)  # fmt: skip
def test_exports_name_their_fields_differently(record: dict[str, object]) -> None:
    found, notes = told(**record)
    assert (found.title, found.outlet, found.url) == ("Bài", "Báo A", "https://a.vn/1")
    assert found.published == dt.datetime.fromisoformat("2023-06-05T00:00:00+07:00")
    assert not notes


def test_no_name_of_a_field_means_two_things() -> None:
    names = [normalise(row.name) for row in load_reference().field_names]
    assert sorted(set(names)) == sorted(names)


def test_the_time_of_fetching_is_never_the_publication() -> None:
    assert told(crawled_at="2023-06-05", timestamp="2023-06-05")[0].published is None
    same = told(published="2023-06-05T08:00:00Z", fetched_at="2023-06-05T08:00:00Z")
    assert same[0].published is None
    assert "time of fetching" in same[1][0]
    later = told(published="2023-06-09", fetched_at="2023-06-05T08:00:00Z")
    assert later[0].published is None
    assert "later" in later[1][0]
    # A crawler's dump names the day of the crawl "date".
    assert told(date="2023-06-05T08:00:00Z", dump="CC-2023", text="x")[0].published is None


def test_what_is_not_valid_is_ignored_with_a_note() -> None:
    found, notes = told(
        title="",
        headline="12",
        published="hôm qua",
        url="javascript:x",
        source=7,
        author=["a@b", ""],
    )
    assert (found.title, found.published, found.url, found.outlet) == (None, None, None, None)
    assert found.authors == ()
    assert len(notes) == 3


def test_authors_come_as_texts_lists_or_objects() -> None:
    names = ("Lê Bình", "An Nhiên")
    for value in ("Lê Bình, An Nhiên", list(names), [{"name": name} for name in names]):
        assert told(authors=value)[0].authors == names


def test_of_two_that_tell_the_first_counts() -> None:
    record, _ = told(title="Một", url="https://a.vn/1")
    sidecar, _ = told(title="Hai", outlet="Báo A")
    both = merge(record, sidecar)
    assert both is not None
    assert (both.title, both.outlet, both.url) == ("Một", "Báo A", "https://a.vn/1")
    assert both.source("outlet") == 'field "outlet" of the record'


def test_sidecars_are_found_by_name() -> None:
    paths = ["a.html", "a.html.json", "b.txt.gz", "b.json", "c.json", "d/x", "d/x.json",
             "e.jsonl", "e.jsonl.json", "f.html", "f.json", "f.html.json", "g.html.gz",
             "g.html.json"]  # fmt: skip
    assert pages_beside(paths) == {
        "a.html.json": "a.html",
        "b.json": "b.txt.gz",
        "d/x.json": "d/x",
        "f.json": "f.html",
        "f.html.json": "f.html",
        "g.html.json": "g.html.gz",
    }


def _article(title: str | None, published: str | None = None, precision: str = "minute") -> Article:
    publication = published and Publication(
        dt.datetime.fromisoformat(published),
        precision,
        "the page",  # type: ignore[arg-type]
    )
    lines = (Line(1, "body", "Tít bài", 1, "x"), Line(2, "body", "Đoạn văn.", 1, "x"))
    return Article(
        "d-1", lines, title, "the page", (), None, None, publication or None, None, None, None,
        None, "vi", "html", "x",
    )  # fmt: skip


def _applied(article: Article, **fields: object) -> Article:
    return apply_told(article, told(**fields)[0], load_reference())


def test_told_facts_win_where_they_are_certain() -> None:
    article = _article("Trang chủ", "2023-06-01T08:00:00+07:00")
    found = _applied(article, title="Tít bài", published="2023-06-05", author="Lê Bình")
    assert (found.title, found.authors) == ("Tít bài", ("Lê Bình",))
    assert found.title_source == 'field "title" of the record'
    assert found.publication == Publication(
        dt.datetime.fromisoformat("2023-06-05T00:00:00+07:00"),
        "day",
        'field "published" of the record',
    )
    assert [line.kind for line in found.lines] == ["title", "body"]


def test_the_page_counts_where_it_says_more() -> None:
    article = _article("Tít bài", "2023-06-05T08:00:00+07:00")
    found = _applied(article, title="Tít bài | Báo A", published="2023-06-05")
    assert (found.title, found.publication) == (article.title, article.publication)
    # "date" may mean any day: only where the page shows none.
    assert _applied(article, date="2023-06-09").publication == article.publication
    undated = _applied(_article("Tít bài"), date="2023-06-09").publication
    assert undated is not None
    assert undated.source == 'field "date" of the record'


def test_outlets_are_known_ones_or_shown_by_address() -> None:
    known = _applied(_article("Tít"), source="nhandan.vn")
    assert known.outlet_id is not None
    assert known.outlet_name is None
    assert _applied(_article("Tít"), source="feed 7").outlet_id is None
    shown = _applied(_article("Tít"), outlet="Báo Mẫu", url="https://www.bao-mau.vn/1")
    assert (shown.outlet_name, shown.outlet_domain) == ("Báo Mẫu", "bao-mau.vn")
