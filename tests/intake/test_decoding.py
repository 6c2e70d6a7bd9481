import gzip
import unicodedata
import zipfile
from io import BytesIO

import ftfy.bad_codecs  # noqa: F401  registers sloppy-windows-1252
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from viparse.normalize.encodings import CHARMAPS

from assets.intake.decoding import Decoded, Undecodable, decode

PARAGRAPH = (
    "Sáng 12/3, Ủy ban nhân dân tỉnh Quảng Trị tổ chức hội nghị bàn về trồng rừng ven biển.\r\n"
    "Ông Lê Đình Phước nói: “Mỗi xã phải giữ được ít nhất một trăm héc-ta rừng phòng hộ”.\r\n"
    "Những hộ dân ở hai huyện đã được hỗ trợ giống cây và phân bón từ đầu năm nay.\r\n"
)
PAGE = f"<html><head><title>Trồng rừng</title></head><body><p>{PARAGRAPH}</p></body></html>"
WORDS = sorted(set(PARAGRAPH.split()))


def vietnamese() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), min_size=8, max_size=60).map(" ".join)


def in_legacy_letters(text: str, encoding: str) -> str:
    table: dict[str, str] = {}
    for letters, unicode_form in CHARMAPS[encoding].pairs:
        table.setdefault(unicodedata.normalize("NFC", unicode_form), letters)
    # TCVN3 fonts have no accented capitals: the small letter stands in a font of capitals.
    return "".join(
        table.get(character) or table.get(character.lower(), character) for character in text
    )


def with_loose_tones(text: str) -> str:
    """Vietnamese as windows-1258 writes it: base letter, then the tone mark."""
    pieces = []
    for character in text:
        parts = unicodedata.normalize("NFD", character)
        tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        base = "".join(part for part in parts if part not in tones)
        pieces.append(unicodedata.normalize("NFC", base) + tones)
    return "".join(pieces)


def decoded(data: bytes, media_type: str = "text/plain") -> Decoded:
    result = decode(data, media_type)  # type: ignore[arg-type]
    assert isinstance(result, Decoded), result
    return result


@pytest.mark.parametrize(
    ("codec", "bom", "encoding"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
    ],
)
@settings(max_examples=40)
@given(text=vietnamese())
def test_unicode_text_comes_through_untouched(
    codec: str, bom: bytes, encoding: str, text: str
) -> None:
    assert decoded(bom + text.encode(codec)) == Decoded(text, encoding, None)


@settings(max_examples=40)
@given(text=vietnamese())
def test_decomposed_text_stays_as_it_is(text: str) -> None:
    loose = unicodedata.normalize("NFD", text)
    assert decoded(loose.encode("utf-8")) == Decoded(loose, "utf-8", None)


@settings(max_examples=40)
@given(text=st.text(st.characters(blacklist_categories=["Cc", "Cs", "Cn"]), max_size=200))
def test_any_printable_utf8_without_mojibake_signs_is_untouched(text: str) -> None:
    clean = "".join(character for character in text if not "\x80" <= character <= "\xff")
    assert decoded(clean.encode("utf-8")).text in (clean, clean.removeprefix("\ufeff"))


def test_windows_1258_equals_the_composed_text() -> None:
    result = decoded(with_loose_tones(PARAGRAPH).encode("cp1258"))
    assert result.encoding == "windows-1258"
    assert unicodedata.normalize("NFC", result.text) == PARAGRAPH


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@pytest.mark.parametrize("codec", ["sloppy-windows-1252", "utf-8"])
@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
def test_old_vietnamese_letters_are_converted(encoding: str, codec: str, media_type: str) -> None:
    text = PAGE if media_type == "text/html" else PARAGRAPH
    result = decoded(in_legacy_letters(text, encoding).encode(codec), media_type)
    assert result.text.lower() == text.lower()
    assert result.encoding == encoding


@pytest.mark.parametrize(
    "text",
    [
        "L'été, les élèves de l'école ont présenté à la préfète un projet né là-bas, dès l'aube.",
        "Schöne Grüße aus Köln, wo über der Brücke die Vögel fröhlich zwitschern.",
        "El niño comió piñas en el jardín; también visitó a su tía en la montaña.",
        "Não há razão para preocupação, disse o prefeito de São Paulo à televisão.",
        "cà phê à la carte né à Huế",
        "ô tô ở đó à",
        "Příliš žluťoučký kůň úpěl ďábelské ódy.",
        "Ừ",
        "TTTĐ – “Ấy là…”",
    ],
)
def test_clean_text_is_not_taken_for_an_old_encoding(text: str) -> None:
    assert decoded(text.encode("utf-8")) == Decoded(text, "utf-8", None)


@pytest.mark.parametrize("codec", ["sloppy-windows-1252", "latin-1"])
def test_mojibake_is_repaired_and_recorded(codec: str) -> None:
    result = decoded(PARAGRAPH.encode("utf-8").decode(codec).encode("utf-8"))
    assert result == Decoded(PARAGRAPH, "utf-8", "mojibake repaired")


def test_mojibake_in_one_line_leaves_the_others_alone() -> None:
    broken = "Việt Nam".encode().decode("sloppy-windows-1252")
    text = f"{PARAGRAPH}{broken} vô địch\n{PARAGRAPH}"
    assert decoded(text.encode("utf-8")).text == f"{PARAGRAPH}Việt Nam vô địch\n{PARAGRAPH}"


def test_invalid_bytes_are_replaced_and_counted() -> None:
    data = PARAGRAPH.encode("utf-8")
    space = data.index(b" ", 40)
    result = decoded(data[:space] + b"\xff\xfe\xff" + data[space:])
    assert result.encoding == "utf-8"
    assert result.note == "3 invalid bytes replaced"
    assert result.text.replace("\ufffd", "") == PARAGRAPH


@pytest.mark.parametrize("text", ["Hội nghị bế mạc tại Huế", "They said it’s over — “no”"])
def test_text_cut_in_mid_character_is_still_utf8(text: str) -> None:
    data = text.encode("utf-8")
    cut = next(end for end in range(len(data) - 1, 0, -1) if data[end] & 0xC0 == 0x80)
    result = decoded(data[:cut])
    assert result.encoding == "utf-8"
    assert result.text.startswith(text[:15])
    assert result.note is not None
    assert result.note.endswith("replaced")


def test_html_is_read_in_the_charset_it_declares() -> None:
    page = "<meta charset=windows-1251><p>Президент посетил Ханой</p>"
    result = decoded(page.encode("cp1251"), "text/html")
    assert (result.text, result.encoding) == (page, "windows-1251")


@pytest.mark.parametrize(
    "charset", ["hex", "rot13", "unicode_escape", "utf-7", "nonsense", "utf-8"]
)
def test_a_charset_that_is_none_does_no_harm(charset: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}"><p>caf\xe9</p>'
    assert "<p>caf" in decoded(page.encode("latin-1"), "text/html").text


def test_stray_and_trailing_nul_bytes_are_removed_and_counted() -> None:
    data = (PARAGRAPH * 10).encode("utf-8")
    result = decoded(data[:5] + b"\0" + data[5:] + bytes(512))
    assert result.text == PARAGRAPH * 10
    assert result.note == "513 NUL bytes removed"


def test_a_nul_byte_makes_no_binary_file_of_a_short_page() -> None:
    data = "Chợ quê họp từ sáng sớm.".encode()
    assert decoded(data[:6] + b"\0" + data[6:]).text == "Chợ quê họp từ sáng sớm."
    assert isinstance(decode(bytes(range(5)) * 5, "text/plain"), Undecodable)


def zipped() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", PARAGRAPH)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (zipped(), "ZIP"),
        (gzip.compress(PARAGRAPH.encode("utf-8")), "gzip"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (bytes(4096), "binary"),
        (bytes(range(256)) * 40, "binary"),
        (b"a\x01\x02\x03\x04b" * 100, "binary"),
        (b"abc\0\0\0def\0" * 50, "binary"),
    ],
)
def test_binary_content_is_named_with_a_remedy(data: bytes, word: str) -> None:
    result = decode(data, "text/plain")
    assert isinstance(result, Undecodable)
    assert word in result.reason
    assert ";" in result.reason


def test_a_sentence_that_begins_like_a_signature_is_text() -> None:
    assert decoded(b"RIFF is a container format.").encoding == "utf-8"


@settings(max_examples=300, deadline=None)
@given(data=st.binary(max_size=400), html=st.booleans())
def test_no_bytes_raise(data: bytes, html: bool) -> None:
    result = decode(data, "text/html" if html else "text/plain")
    assert isinstance(result, (Decoded, Undecodable))


@pytest.mark.parametrize(
    "data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\x41", b"\xc4", b"\0"]
)
def test_tiny_inputs_end_in_a_result(data: bytes) -> None:
    assert isinstance(decode(data, "text/plain"), (Decoded, Undecodable))


def test_the_same_bytes_give_the_same_result() -> None:
    data = "Président français à Hanoï, été 1997".encode("latin-1")
    assert decode(data, "text/plain") == decode(data, "text/plain")
