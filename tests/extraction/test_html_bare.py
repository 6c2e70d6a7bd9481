"""What the HTML reader makes of pages with hardly any markup, and of pages of other languages."""

import datetime as dt

import pytest

from assets.extraction.html.reader import read_html
from assets.extraction.records import Article, Page, text_of
from assets.reference.records import load_reference

from .html_bare_layouts import BARE_PAGES, CAPTION, LEAD, MORE, PARAGRAPHS, TITLE, BarePage


def read(html: str, url: str | None = None) -> Article:
    result = read_html(Page("d1", "text/html", html, url), load_reference())
    assert isinstance(result, Article), result
    return result


layouts = pytest.mark.parametrize("page", BARE_PAGES.values(), ids=BARE_PAGES.keys())


@layouts
def test_main_text_is_lead_and_paragraphs_and_nothing_else(page: BarePage) -> None:
    assert text_of(read(page.html)).split("\n") == [LEAD, *PARAGRAPHS]


@layouts
def test_facts(page: BarePage) -> None:
    article = read(page.html)
    assert article.title == TITLE
    assert article.authors == page.authors
    assert article.publication is not None
    assert article.publication.at == dt.datetime.fromisoformat(page.published or "")


@layouts
def test_captions_and_other_articles_are_lines_apart(page: BarePage) -> None:
    kinds = {line.text: line.kind for line in read(page.html).lines}
    assert not page.caption or kinds[CAPTION] == "caption"
    assert not {kinds.get(title) for title in MORE} & {"body", "lead", "title"}


def test_text_that_only_the_structured_data_hold_says_so() -> None:
    article = read(BARE_PAGES["data only"].html)
    assert article.extraction_reason.startswith("JSON-LD articleBody")
    assert all(line.text not in PARAGRAPHS or line.kind == "body" for line in article.lines)


def test_body_in_the_data_written_as_html_is_split_into_paragraphs() -> None:
    body = f"&lt;p&gt;{LEAD}&lt;/p&gt;" + "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
    data = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "articleBody": "{body}"}}'
    html = f'<html><body><script type="application/ld+json">{data}</script><p>Đang tải</p>'
    assert text_of(read(html)).split("\n") == [LEAD, *PARAGRAPHS]


def test_data_body_does_not_replace_the_text_that_the_page_shows() -> None:
    data = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "articleBody": "{LEAD}"}}'
    shown = BARE_PAGES["amp"].html.replace(
        "<main>", f'<script type="application/ld+json">{data}</script><main>'
    )
    assert text_of(read(shown)).split("\n") == [LEAD, *PARAGRAPHS]


ENGLISH = (
    "<html lang=en><head><title>Old kiln burns again</title>{head}</head><body><h1>Old kiln burns "
    "again</h1><p class=date>{shown}</p>"
    + "<p>The first pots left the old kiln of the river village on Friday, twelve years after the "
    "last fire went out and the potters had left.</p>"
    * 2
    + "<p>Fourteen families have asked to learn the trade again, the district said in a note.</p>"
)


@pytest.mark.parametrize(
    ("url", "head", "shown", "expected"),
    [
        ("https://kiln.example.com/a", "", "May 14, 2021", "2021-05-14T00:00:00+00:00"),
        ("https://kiln.example.vn/a", "", "May 14, 2021", "2021-05-14T00:00:00+07:00"),
        (
            "https://kiln.example.com/a",
            '<meta property="article:published_time" content="2021-05-14T23:10:00">',
            "",
            "2021-05-14T23:10:00+00:00",
        ),
        (
            "https://kiln.example.com/a",
            '<meta property="article:published_time" content="2021-05-14T23:10:00-05:00">',
            "",
            "2021-05-14T23:10:00-05:00",
        ),
    ],
)
def test_only_vietnamese_pages_without_a_zone_are_in_the_vietnamese_one(
    url: str, head: str, shown: str, expected: str
) -> None:
    publication = read(ENGLISH.format(head=head, shown=shown), url).publication
    assert publication is not None
    assert publication.at.isoformat() == expected


def test_heading_of_a_box_is_no_headline_where_the_address_knows_better() -> None:
    head = '<meta property="og:title" content="Xưởng gốm Bàu Sen nhóm lại lò sau mười hai năm">'
    html = (
        f"<html><head>{head}</head><body><h1>Đăng ký nhận bản tin sáng</h1><p>14/05/2021 07:20</p>"
        + "".join(f"<p>{part}</p>" for part in (LEAD, *PARAGRAPHS))
    )
    url = "https://baotracu.example.vn/xuong-gom-bau-sen-nhom-lai-lo-sau-muoi-hai-nam-12.html"
    assert read(html, url).title == "Xưởng gốm Bàu Sen nhóm lại lò sau mười hai năm"
    assert read(html).title == "Xưởng gốm Bàu Sen nhóm lại lò sau mười hai năm"


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Lò gốm cổ đỏ lửa trở lại - Làng Gốm Việt", "Lò gốm cổ đỏ lửa trở lại"),
        ("Lò gốm cổ đỏ lửa trở lại - chuyện chưa kể", "Lò gốm cổ đỏ lửa trở lại - chuyện chưa kể"),
    ],
)
def test_site_name_is_cut_by_the_address(title: str, kept: str) -> None:
    html = f"<html><head><title>{title}</title></head><body>" + "".join(
        f"<p>{part}</p>" for part in (LEAD, *PARAGRAPHS)
    )
    assert read(html, "https://langgom.example.vn/a.html").title == kept


def test_user_names_and_numbers_are_no_authors() -> None:
    for name in ("khue.doan", "phuong_82", "Đường 14"):
        data = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "author": "{name}"}}'
        script = f'<script type="application/ld+json">{data}</script>'
        html = f"<html><head>{script}</head><body><h1>{TITLE}</h1>" + "".join(
            f"<p>{part}</p>" for part in (LEAD, *PARAGRAPHS)
        )
        assert read(html).authors == ()
