import dataclasses
import datetime as dt
import unicodedata

import pytest

from assets.extraction.html.reader import read_html
from assets.extraction.records import Article, Page, Rejection, text_of
from assets.reference.records import Outlet, Reference, load_reference

from .html_layouts import (
    CAPTION,
    COMMENTS,
    LEAD,
    PAGES,
    PARAGRAPHS,
    RELATED,
    TEASER_LEAD,
    TITLE,
    Layout,
)

NAMES = {
    "bien-xanh": ("Báo Biển Xanh", "bienxanh.example.vn"),
    "song-tre": ("Báo Sóng Trẻ", "songtre.example.vn"),
    "dan-chai": ("Dân Chài", "danchai.example.vn"),
    "duyen-hai": ("Báo Duyên Hải", "baoduyenhai.example.vn"),
    "tuoi-bien": ("Báo Tuổi Biển", "tuoibien.example.vn"),
    "tieng-song": ("Đài Tiếng Sóng", "tiengsong.example.vn"),
    "hai-quan": ("Báo Hải Quân", "haiquan.example.vn"),
    "kinh-ky": ("Kinh Kỳ", "kinhky.example.vn"),
}


@pytest.fixture(scope="module")
def reference() -> Reference:
    outlets = tuple(
        Outlet(outlet_id, name, (domain,), (), (), ())
        for outlet_id, (name, domain) in NAMES.items()
    )
    return dataclasses.replace(load_reference(), outlets=outlets)


def read(html: str, reference: Reference, url: str | None = None) -> Article:
    result = read_html(Page("d1", "text/html", html, url), reference)
    assert isinstance(result, Article), result
    return result


layouts = pytest.mark.parametrize("layout", PAGES.values(), ids=PAGES.keys())


@layouts
def test_headline(layout: Layout, reference: Reference) -> None:
    article = read(layout.html, reference, layout.url)
    assert article.title == TITLE
    assert article.title_source


@layouts
def test_main_text_is_lead_and_paragraphs_and_nothing_else(
    layout: Layout, reference: Reference
) -> None:
    article = read(layout.html, reference, layout.url)
    lines = text_of(article).split("\n")
    assert lines[0].removeprefix("[TS] ").removeprefix("- ") == LEAD
    assert tuple(lines[1:]) == PARAGRAPHS
    assert article.extraction_method == "html"


@layouts
def test_summary_is_the_lead(layout: Layout, reference: Reference) -> None:
    leads = [line.text for line in read(layout.html, reference).lines if line.kind == "lead"]
    if "sapo" in layout.html or "description" in layout.html or "summary" in layout.html:
        assert len(leads) == 1
        assert LEAD in leads[0]


@layouts
def test_publication_date(layout: Layout, reference: Reference) -> None:
    publication = read(layout.html, reference, layout.url).publication
    assert publication is not None
    assert publication.at == dt.datetime.fromisoformat(layout.published or "")
    assert publication.precision == layout.precision
    assert publication.at.utcoffset() is not None


@layouts
def test_authors(layout: Layout, reference: Reference) -> None:
    article = read(layout.html, reference, layout.url)
    assert article.authors == layout.authors
    assert article.authors_source


@layouts
def test_section_outlet_and_language(layout: Layout, reference: Reference) -> None:
    article = read(layout.html, reference, layout.url)
    assert article.section == layout.section
    assert article.outlet_id == layout.outlet
    assert (article.outlet_source is None) == (layout.outlet is None)
    assert article.language == "vi"


@layouts
def test_every_visible_block_is_a_line_of_its_kind(layout: Layout, reference: Reference) -> None:
    article = read(layout.html, reference, layout.url)
    assert [line.line_no for line in article.lines] == list(range(1, len(article.lines) + 1))
    kinds: dict[str, set[str]] = {}
    for line in article.lines:
        kinds.setdefault(line.text, set()).add(line.kind)
        assert line.text == unicodedata.normalize("NFC", " ".join(line.text.split()))
        assert line.reason
        assert 0 < line.confidence <= 1
    assert "title" in kinds[TITLE]
    if CAPTION in layout.html:
        assert kinds[CAPTION] == {"caption"}
    for text in (*RELATED, TEASER_LEAD, *COMMENTS):
        if f">{text}<" in layout.html:
            assert not kinds[text] & {"body", "lead", "title", "byline", "date"}, text
    assert "date" in set().union(*kinds.values())


def test_an_update_is_told_apart_from_the_publication(reference: Reference) -> None:
    article = read(PAGES["youth"].html, reference)
    assert article.updated_at == dt.datetime.fromisoformat("2024-03-13T07:00:00+07:00")
    assert read(PAGES["express"].html, reference).updated_at is None


def test_local_time_written_as_utc_is_corrected_by_the_visible_line(reference: Reference) -> None:
    html = PAGES["express"].html.replace("09:15:00+07:00", "09:15:00Z")
    publication = read(html, reference).publication
    assert publication is not None
    assert publication.at.isoformat() == "2024-03-12T09:15:00+07:00"


def test_midnight_in_metadata_is_a_day(reference: Reference) -> None:
    html = PAGES["express"].html.replace("09:15:00+07:00", "00:00:00+07:00")
    publication = read(html, reference).publication
    assert publication is not None
    assert publication.precision == "day"


def test_no_date_is_better_than_a_foreign_one(reference: Reference) -> None:
    body = "".join(f"<p>{text}</p>" for text in (LEAD, *PARAGRAPHS))
    html = (
        f"<html><head><title>{TITLE}</title></head><body><div class='header-top'>Thứ 6, 17/10/2025"
        f"</div><h1>{TITLE}</h1><article>{body}</article><aside class='related'><a href='/a'>"
        f"{RELATED[0]}</a> <span>05/09/2025 10:00</span></aside>"
        "<footer>Giấy phép số 15 cấp ngày 20/01/2020. © 2025</footer></body></html>"
    )
    assert read(html, reference).publication is None


def test_the_address_dates_an_article_that_says_nothing_else(reference: Reference) -> None:
    body = "".join(f"<p>{text}</p>" for text in (LEAD, *PARAGRAPHS))
    html = f"<html><body><h1>{TITLE}</h1><article>{body}</article></body></html>"
    url = "https://bienxanh.example.vn/2023/07/05/ben-ca.html"
    publication = read(html, reference, url).publication
    assert publication is not None
    assert publication.at.isoformat() == "2023-07-05T00:00:00+07:00"
    assert (publication.precision, publication.source) == ("day", "address of the page")


def test_authors_of_a_graph_by_reference(reference: Reference) -> None:
    graph = (
        '{"@graph":[{"@type":"WebSite","@id":"#site","name":"Báo Biển Xanh"},'
        '{"@type":"Person","@id":"#p1","name":"Vũ Hà"},{"@type":["Article","NewsArticle"],'
        f'"headline":"{TITLE}","author":[{{"@id":"#p1"}},{{"@type":"Person","name":"Đỗ Ngân"}}],'
        '"datePublished":"2024-03-12"}]}'
    )
    html = PAGES["provincial"].html.replace(
        "</head>", f'<script type="application/ld+json">{graph}</script></head>'
    )
    assert read(html, reference).authors == ("Vũ Hà", "Đỗ Ngân")


@pytest.mark.parametrize("name", ["Báo Biển Xanh", "https://facebook.com/x", "admin", "a@b.vn"])
def test_an_outlet_or_address_is_no_author(name: str, reference: Reference) -> None:
    html = (
        PAGES["express"]
        .html.replace("<strong>Hoàng Lam</strong>", "")
        .replace("</head>", f'<meta name="author" content="{name}"></head>')
    )
    assert read(html, reference).authors == ()


@pytest.mark.parametrize(
    "suffix", [" - Báo Biển Xanh", " | Báo Biển Xanh", " - bienxanh.example.vn"]
)
def test_site_names_are_cut_off_a_title_without_heading(suffix: str, reference: Reference) -> None:
    html = PAGES["express"].html.replace(f'<h1 class="title-detail">{TITLE}</h1>', "")
    html = html.replace(f'<meta property="og:title" content="{TITLE}">', "")
    html = html.replace(f"<title>{TITLE} - Báo Biển Xanh", f"<title>{TITLE}{suffix}")
    assert read(html, reference).title == TITLE


def test_the_site_name_in_a_heading_is_no_headline(reference: Reference) -> None:
    html = PAGES["tables"].html.replace("<body>", "<body><h1>Báo Biển Xanh</h1>", 1)
    html = html.replace("Cổng thông tin huyện", f"{TITLE} - Báo Biển Xanh")
    assert read(html, reference).title == TITLE


def test_entities_are_text_and_nothing_more(reference: Reference) -> None:
    html = PAGES["express"].html.replace(
        "Phát biểu tại buổi lễ,", "Phát biểu tại &lt;script&gt; &amp; buổi&nbsp;lễ &#7841;,"
    )
    assert "Phát biểu tại <script> & buổi lễ ạ, ông Trần" in text_of(read(html, reference))


def test_decomposed_source_gives_the_same_article(reference: Reference) -> None:
    page = PAGES["express"].html
    loose = unicodedata.normalize("NFD", page)
    assert read(loose, reference) == read(page, reference)


def test_reading_twice_gives_the_same_article(reference: Reference) -> None:
    page = PAGES["provincial"].html
    assert read(page, reference) == read(page, reference)


def test_a_short_page_with_one_paragraph_is_an_article(reference: Reference) -> None:
    html = f"<html><body><h1>{TITLE}</h1><div class='content'><p>{LEAD}</p></div></body></html>"
    assert text_of(read(html, reference)) == LEAD


def listing() -> str:
    items = "".join(
        f'<li><h3><a href="/{n}.html">{text} lần thứ {n}</a></h3></li>'
        for n in range(8)
        for text in RELATED
    )
    head = "<head><title>Thời sự</title></head>"
    return f"<html>{head}<body><h1>Thời sự</h1><ul>{items}</ul></body></html>"


@pytest.mark.parametrize(
    ("html", "word"),
    [
        ("", "empty"),
        ("<html><body></body></html>", "empty"),
        ("<html><body><script>var a = 'Xin chào';</script></body></html>", "empty"),
        (listing(), "listing"),
        (
            "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1>"
            "<p>The requested URL was not found on this server.</p></body></html>",
            "error page",
        ),
        (
            "<html><head><title>Just a moment...</title></head><body><h2>Checking your browser"
            "</h2><p>This may take some seconds before you are redirected.</p></body></html>",
            "captcha",
        ),
        (
            f"<html><body><h1>{TITLE}</h1><video src='/a.mp4'></video><p>Xem</p></body></html>",
            "player",
        ),
    ],
)
def test_pages_that_are_no_articles(html: str, word: str, reference: Reference) -> None:
    result = read_html(Page("d1", "text/html", html), reference)
    assert isinstance(result, Rejection)
    assert word in result.reason


def deep(depth: int) -> str:
    return (
        f"<html><body>{'<div>' * depth}<p>{LEAD}</p>{'</div>' * depth}<p>{LEAD}</p></body></html>"
    )


@pytest.mark.parametrize(
    "html",
    [
        deep(200),
        deep(5000),
        "<p>" + "<b>" * 3000 + LEAD,
        "<table>" * 1500 + LEAD,
        "<" * 10_000,
        "<html><body>" + "<p>a</p>" * 4_000,
        f"<html><body><p>{LEAD}</p>" + "</div>" * 500,
        f"<html><body><p>{LEAD * 3000}</p></body></html>",
        "<?xml version='1.0' encoding='utf-16'?><html><body><p>" + LEAD + "</p></body></html>",
        "<html><body><p>\x00\x01\x02\ufffe" + LEAD + "</p></body></html>",
        '<script type="application/ld+json">' + "[" * 5000 + "</script><p>" + LEAD + "</p>",
        '<script type="application/ld+json">[null, 3, {"@type": 5, "author": 7}]</script><p>a</p>',
        "<frameset><frame src='a.html'></frameset>",
        f"<html><head><meta property='og:url' content='http://[bad'></head><body><p>{LEAD}</p></body></html>",
        "&lol;" * 1000,
    ],
)  # fmt: skip
def test_malformed_pages_end_in_a_result(html: str, reference: Reference) -> None:
    assert isinstance(read_html(Page("d1", "text/html", html), reference), (Article, Rejection))


def test_a_time_element_gives_the_moment_behind_the_day_that_is_shown() -> None:
    text = (
        "<p>The town opened a school on Friday that teaches mayors how to prepare for floods.</p>"
        "<p>Forty pupils from three countries will begin in March, the town council announced.</p>"
        "<p>Two bridges were swept away last autumn, and the harbour was closed for nine weeks.</p>"
    )
    found = read_html(
        Page(
            "document",
            "text/html",
            "<html lang='en'><head><title>Town opens a flood school</title></head><body><article>"
            "<h1>Town opens a flood school</h1>"
            "<time datetime='2024-02-03T10:00:00+01:00'>3 Feb 2024</time>"
            f"{text}</article></body></html>",
        ),
        load_reference(),
    )
    assert isinstance(found, Article)
    assert found.publication is not None
    assert found.publication.at.isoformat() == "2024-02-03T10:00:00+01:00"
    assert found.publication.precision == "minute"
