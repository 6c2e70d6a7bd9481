from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from assets.extraction.html.alignment import align
from assets.extraction.html.blocks import render

WORDS = st.sampled_from(["bến", "cá", "Vân", "Phong", "mở", "thêm", "tuyến", "hôm", "qua", "và"])
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


def page(*paragraphs: str) -> str:
    return "<html><body>" + "".join(f"<p>{text}</p>" for text in paragraphs) + "</body></html>"


def taken(html: str, text: str) -> list[str]:
    blocks = render(document_fromstring(html))
    return [piece.text for piece in align(blocks, text) if piece.in_text]


@settings(max_examples=60, deadline=None)
@given(paragraphs=st.lists(PARAGRAPH, min_size=1, max_size=12), data=st.data())
def test_text_taken_from_a_page_is_found_whole(paragraphs: list[str], data: st.DataObject) -> None:
    kept = [text for text in paragraphs if data.draw(st.booleans())]
    found = taken(page(*paragraphs), "\n".join(kept))
    assert sorted(" ".join(found).split()) == sorted(" ".join(kept).split())


@settings(max_examples=60, deadline=None)
@given(paragraphs=st.lists(PARAGRAPH, min_size=1, max_size=12), text=PARAGRAPH)
def test_no_visible_text_is_lost(paragraphs: list[str], text: str) -> None:
    pieces = align(render(document_fromstring(page(*paragraphs))), text)
    words = " ".join(piece.text for piece in pieces).split()
    assert len(words) >= len(" ".join(paragraphs).split())


def test_a_part_of_a_block_is_cut_out() -> None:
    html = page("Đọc thêm ở đây. Ngư dân vùng biển này đã trở về bình yên sau bão.")
    assert taken(html, "Ngư dân vùng biển này đã trở về bình yên sau bão.") == [
        "Ngư dân vùng biển này đã trở về bình yên sau bão."
    ]


def test_words_dropped_inside_a_paragraph_come_back() -> None:
    whole = "Bến cá Bãi Nồm có chiều dài một trăm tám mươi mét theo thiết kế ban đầu."
    assert taken(page(whole), whole.replace(" Bãi Nồm", "")) == [whole]


def test_the_copy_in_the_run_of_the_text_is_taken_not_the_first() -> None:
    html = page(
        "Tin mới", "Đoạn mở đầu của bài viết dài hơn", "Tin mới", "Đoạn kết của bài viết này"
    )
    blocks = render(document_fromstring(html))
    text = "Đoạn mở đầu của bài viết dài hơn\nTin mới\nĐoạn kết của bài viết này"
    assert [piece.in_text for piece in align(blocks, text)] == [False, True, True, True]


def test_text_that_stands_nowhere_is_kept() -> None:
    assert "một câu không có trên trang" in taken(page("Khác hẳn"), "một câu không có trên trang")


def test_inline_elements_do_not_split_words_and_breaks_do_split_lines() -> None:
    html = "<body><p>Hà<b>Nội</b> và<br>Huế<img alt='Cầu Tràng Tiền'></p></body>"
    blocks = render(document_fromstring(html))
    assert [(block.text, block.is_alt) for block in blocks] == [
        ("HàNội và", False),
        ("Huế", False),
        ("Cầu Tràng Tiền", True),
    ]


def test_hidden_elements_are_not_rendered_unless_all_is_hidden() -> None:
    shown = document_fromstring("<body><p>Một</p><div style='display: none'>Hai</div></body>")
    assert [block.text for block in render(shown)] == ["Một"]
    streamed = document_fromstring("<body><div hidden><p>Một</p></div></body>")
    assert [block.text for block in render(streamed)] == ["Một"]
