"""How texts of several extractors are weighed against each other on one page."""

import pytest
from lxml.html import fromstring

from assets.extraction.html.alignment import align
from assets.extraction.html.blocks import render
from assets.extraction.html.text import extract_main_text
from assets.extraction.html.weighing import Weight, weigh_text

FIRST = "Đội thuyền thúng xã An Lương kéo lưới từ ba giờ sáng, cá cơm đầy khoang, ai cũng vui."
SECOND = "Giá cá cơm tươi lên bốn mươi nghìn đồng một ký, cao nhất trong năm năm trở lại đây."
LINKS = "".join(f'<li><a href="/{n}">Tin số {n} về một chuyện khác hẳn</a></li>' for n in range(9))
ARTICLE = f"<h1>Được mùa cá cơm</h1><p>{FIRST}</p><p>{SECOND}</p>"
PAGE = f"<html><body>{ARTICLE}<ul>{LINKS}</ul></body></html>"


def weight(text: str) -> Weight:
    return weigh_text(align(render(fromstring(PAGE)), text))


def test_prose_of_a_text_counts_for_it_and_links_against_it() -> None:
    whole, half = weight(f"{FIRST}\n{SECOND}"), weight(FIRST)
    cluttered = weight(f"{FIRST}\n{SECOND}\nTin số 1 về một chuyện khác hẳn")
    assert half.worth < whole.worth
    assert cluttered.worth < whole.worth
    assert whole.furniture == 0 < cluttered.furniture
    assert half.visible == whole.visible == whole.prose


def test_text_that_is_nowhere_on_the_page_weighs_nothing() -> None:
    assert weight("Một câu hoàn toàn khác, không có trên trang này.").worth == 0


def test_element_that_holds_headline_and_most_paragraphs_is_no_furniture() -> None:
    inside = render(fromstring(f'<html><body><div class="popular-news sidebar">{ARTICLE}</div>'))
    beside = render(
        fromstring(f'<html><body>{ARTICLE}<div class="popular-news"><p>{FIRST}</p></div>')
    )
    assert {block.place for block in inside} == {"content"}
    assert beside[-1].place == "related"


def test_preformatted_text_has_a_block_for_each_line() -> None:
    blocks = render(fromstring(f"<html><body><pre>{FIRST}\n\n{SECOND}</pre></body></html>"))
    assert [block.text for block in blocks] == [FIRST, SECOND]


def test_signs_between_links_do_not_hide_a_menu() -> None:
    menu = " | ".join(f'<a href="/{word}">{word}</a>' for word in ("Tin", "Báo", "Ảnh", "Chợ"))
    assert render(fromstring(f"<html><body><div>{menu}</div></body></html>"))[0].link_share == 1.0


@pytest.mark.parametrize("body", [None, FIRST])
def test_reason_names_the_mode(body: str | None) -> None:
    root = fromstring(PAGE)
    main = extract_main_text(root, render(root), body)
    assert main.text.split("\n")[-2:] == [FIRST, SECOND]
    assert "mode" in main.reason
    assert not main.is_too_little
