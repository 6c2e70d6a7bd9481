import pytest

from assets.intake.media_type import sniff

DOCUMENT = "<!DOCTYPE html><html><head><title>Tin</title></head><body><p>Chào</p></body></html>"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a", "folder.txt/a.TXT"])
@pytest.mark.parametrize(
    "data",
    [
        DOCUMENT.encode(),
        DOCUMENT.encode("utf-16"),
        b"\xef\xbb\xbf\r\n <!-- saved -->\n" + DOCUMENT.encode(),
        b"<?xml version='1.0'?>" + DOCUMENT.encode(),
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + DOCUMENT.encode(),
    ],
)
def test_a_document_is_html_whatever_its_name(name: str, data: bytes) -> None:
    assert sniff(name, data) == "text/html"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "A.HTM"])
@pytest.mark.parametrize(
    "text", ["", "Chào buổi sáng\nHà Nội 3 < 5 và 7 > 2", "Thẻ <html> mở đầu một trang web."]
)
def test_text_without_markup_is_text_unless_its_name_speaks_for_html(name: str, text: str) -> None:
    expected = "text/html" if "<html>" in text and name != "a.txt" else "text/plain"
    assert sniff(name, text.encode()) == expected


def test_a_fragment_is_html_only_by_its_name() -> None:
    fragment = b"Tin <p>mot</p><p>hai</p>"
    assert sniff("a.html", fragment) == "text/html"
    assert sniff("a.txt", fragment) == "text/plain"
