"""Records in files: what each format gives, what a damaged part costs, where the limits are."""

import gzip
import io
import json
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
import zstandard

from assets.intake.containers import OpenFile, UnreadableFileError, open_records
from assets.intake.inspection import inspect_file
from assets.intake.records import InspectedFile, ListedFile, Record
from assets.limits import DEFAULT_LIMITS, Limits
from benchmarks.capture_samples import (
    address,
    article,
    html_page,
    json_array,
    json_lines,
    mhtml,
    text_page,
    warc,
    zipped,
)


def opened(folder: Path, name: str, data: bytes, limits: Limits = DEFAULT_LIMITS) -> OpenFile:
    (folder / name).write_bytes(data)
    return open_records(folder, name, limits)


def read(
    folder: Path, name: str, data: bytes, limits: Limits = DEFAULT_LIMITS
) -> tuple[list[Record], str]:
    """Return the records of a file that holds `data`, and its note."""
    file = opened(folder, name, data, limits)
    return list(file), file.note or ""


def reason_of(folder: Path, name: str, data: bytes, limits: Limits = DEFAULT_LIMITS) -> str:
    """Return why a file, or the one record in it, is rejected."""
    (folder / name).write_bytes(data)
    *records, file = inspect_file(folder, ListedFile(name, len(data), 1), limits)
    assert isinstance(file, InspectedFile)
    return file.reason or "; ".join(record.reason or "" for record in records)


def response(url: str, body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """Return a WARC record of a response, written by hand."""
    head = "\r\n".join((f"HTTP/1.1 {status}", *headers))
    http = f"{head}\r\n\r\n".encode() + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Date: 2023-06-05T03:00:00Z\r\nContent-Type: application/http\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


def brotli(body: bytes) -> bytes:
    packed: bytes = pa.Codec("brotli").compress(body, asbytes=True)
    return packed


HTML = "Content-Type: text/html"


def test_warc_pages_have_address_time_and_undone_encodings(tmp_path: Path) -> None:
    page = html_page("tò he").encode()
    deflated = zlib.compress(page)[2:-4]
    data = (
        response(address("a"), page + b"1", HTML)
        + response(address("b"), gzip.compress(page), HTML, "Content-Encoding: gzip")
        + response(address("c"), page + b"3", HTML, "Content-Encoding: gzip")  # stored unpacked
        + response(address("d"), deflated, HTML, "Content-Encoding: deflate")
        + response(address("e"), zstandard.compress(page), HTML, "Content-Encoding: zstd")
        + response(address("f"), page + b"6", HTML, "Transfer-Encoding: chunked")
        + response(address("j"), brotli(page), HTML, "Content-Encoding: br")
        + response(address("k"), page + b"8", HTML, "Content-Encoding: br")  # stored unpacked
        + response(
            address("g"), b"3\r\n<p>\r\n2;x\r\nab\r\n0\r\n\r\n", HTML, "Transfer-Encoding: chunked"
        )
        + response(address("h"), b"{}", "Content-Type: application/json")
        + response(address("i"), b"", HTML, status="301 Moved Permanently")
    )
    records, note = read(tmp_path, "a.warc", data)
    assert [record.data for record in records] == [
        page + b"1", page, page + b"3", page, page, page + b"6", page, page + b"8", b"<p>ab",
    ]  # fmt: skip
    assert [record.url for record in records] == [address(letter) for letter in "abcdefjkg"]
    assert {str(record.fetched_at) for record in records} == {"2023-06-05 03:00:00+00:00"}
    assert [record.ordinal for record in records] == list(range(1, 10))
    assert "1 application/json" in note


def test_a_bad_warc_record_costs_only_itself(tmp_path: Path) -> None:
    good = response(address("a"), b"<html><p>a</p></html>", HTML)
    data = (
        good
        + response(address("b"), b"x", HTML, "Content-Encoding: dcb")
        + response(address("c"), b"<p>gone</p>", HTML, status="404 Not Found")
        + b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nlost\r\n\r\n"
        + good.replace(b"a.html", b"d.html")
        + b"\0garbage\nmore of it\n"
        + good.replace(b"a.html", b"e.html")
        + good[: len(good) // 2]
    )
    records, note = read(tmp_path, "a.warc", data)
    assert [record.url for record in records if record.reason is None] == [
        address(letter) for letter in "ade"
    ]
    reasons = [record.reason for record in records if record.reason is not None]
    for reason, words in zip(
        reasons,
        ("(dcb)", "HTTP status 404", "without a length", "no record", "cut off"),
        strict=True,
    ):
        assert words in reason
    assert "cut off" in note


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (brotli(html_page("tò he").encode())[:-20], "Brotli data that is damaged"),
        (b"x" * 100, "Brotli data that is damaged"),
        (brotli(b"<p>" + b" " * 40_000_000), "BAOKHO_MAX_EXPANSION_RATIO"),
    ],
    ids=["cut off", "no Brotli", "a bomb"],
)
def test_brotli_that_is_damaged_or_grows_without_end_is_told(
    tmp_path: Path, body: bytes, reason: str
) -> None:
    data = response(address("a"), body, HTML, "Content-Encoding: br")
    assert reason in reason_of(tmp_path, "a.warc", data)


def test_a_damaged_member_of_a_packed_warc_costs_only_its_record(tmp_path: Path) -> None:
    members = [
        bytearray(gzip.compress(response(address(letter), html_page(letter).encode(), HTML)))
        for letter in "abc"
    ]
    members[1][60:70] = b"##########"
    records, _ = read(tmp_path, "a.warc.gz", b"".join(members))
    assert [record.url for record in records if record.reason is None] == [
        address("a"),
        address("c"),
    ]
    assert [record.reason is None for record in records] == [True, False, True]


def test_json_is_read_as_lines_arrays_objects_and_lists_inside_objects(tmp_path: Path) -> None:
    one, two = article("a"), article("b")
    urls = [address("a"), address("b")]
    for name, data in {
        "lines.jsonl": json_lines("a", "b"),
        "no_end.jsonl": json_lines("a", "b").rstrip(),
        "crlf.jsonl": json_lines("a", "b").replace(b"\n", b"\r\n\r\n"),
        "bom.jsonl": b"\xef\xbb\xbf" + json_lines("a", "b"),
        "array.json": json_array("a", "b"),
        "tight.json": json.dumps([one, two]).encode(),
        "utf16.json": json.dumps([one, two]).encode("utf-16"),
        "unmarked_utf16.jsonl": json_lines("a", "b").decode().encode("utf-16-le"),
        "utf32.json": json.dumps([one, two]).encode("utf-32"),
        "pretty.json": (json.dumps(one, indent=2) + "\n" + json.dumps(two, indent=2)).encode(),
        "wrapped.json": json.dumps({"status": "ok", "articles": [one, two]}).encode(),
        "no_ending": json_lines("a", "b"),
        "wrong_ending.txt": json_lines("a", "b"),
        "one.json": json.dumps({"data": {"x": 1}, **one}).encode()
        + b"\n"
        + json.dumps(two).encode(),
    }.items():
        records, note = read(tmp_path, name, data)
        assert [record.url for record in records] == urls, name
        assert not note


def test_a_bad_json_record_costs_only_itself(tmp_path: Path) -> None:
    a, b = (json.dumps(article(topic)) for topic in "ab")
    deep = '{"text": ' + "[" * 5000 + "]" * 5000 + "}"
    lines = "\n".join((a, "{broken", '"text"', "{}", deep, '{"text": " "}', b, b[:-50]))
    records, note = read(tmp_path, "a.jsonl", lines.encode())
    assert [record.reason is None for record in records] == [
        True, False, False, False, False, False, True, False,
    ]  # fmt: skip
    assert "BAOKHO_MAX_JSON_DEPTH" in (records[4].reason or "")
    assert "cut off" in note
    records, note = read(tmp_path, "a.json", f"[{a},\n{{broken}},\n{b},\n{a[:-20]}".encode())
    assert [record.reason is None for record in records] == [True, False, True, False]
    assert "cut off" in note


def test_an_object_around_more_articles_than_a_page_may_hold_is_opened(tmp_path: Path) -> None:
    topics = [f"tranh {n}" for n in range(40)]
    whole = {"status": "ok", "total": 40, "articles": [article(topic) for topic in topics]}
    for indent in (None, 1):
        data = json.dumps(whole, indent=indent).encode()
        records, note = read(tmp_path, "a.json", data, replace(DEFAULT_LIMITS, record_bytes=5000))
        assert [record.url for record in records] == [address(topic) for topic in topics]
        assert not note
        *good, bad = read(tmp_path, "a.json", data[:-900], DEFAULT_LIMITS)[0]
        assert len(good) == 39
        assert "cut off" in (bad.reason or "")


def test_bytes_that_are_not_utf8_are_told_and_too_many_are_rejected(tmp_path: Path) -> None:
    good = {**article("a"), "headline": "Tít còn nguyên"}
    damaged = json.dumps(good, ensure_ascii=False).encode().replace("Sáng".encode(), b"S\xe1ng")
    title_lost = json_lines("b").replace("giữ gìn b".encode(), b"gi\xe1 g\xecn b", 1)
    other_encoding = json_lines("c").decode().encode("cp1252", "replace")
    ((one, two, three), _) = read(
        tmp_path, "a.jsonl", b"\n".join((damaged, title_lost.rstrip(), other_encoding))
    )
    assert (one.reason, one.note) == (None, "characters lost to bytes that are not UTF-8: 1")
    assert (one.told and one.told.title) == "Tít còn nguyên"
    assert (two.told and two.told.title) is None
    assert "no headline" in (two.note or "")
    assert "UTF-8" in (three.reason or "")


def test_halves_of_characters_and_nuls_in_json_do_no_harm(tmp_path: Path) -> None:
    data = rb'{"text": "m\ud83d\ude00t \ud800 hai\u0000 ba", "title": "x\udfffy"}'
    ((record,), _) = read(tmp_path, "a.json", data)
    assert record.text is not None
    assert "m😀t \ufffd hai ba" in record.text
    record.text.encode()


def test_mhtml_gives_its_root_page_with_charset_and_address(tmp_path: Path) -> None:
    ((record,), _) = read(tmp_path, "a.mhtml", mhtml("tò he"))
    assert record.data is not None
    assert "tò he" in record.data.decode()
    assert (record.url, record.charset) == (address("tò he"), "utf-8")
    named = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x; start=<two>\r\n\r\n"
        b"--x\r\nContent-Type: text/html\r\n\r\n<p>frame</p>\r\n"
        b"--x\r\nContent-Type: text/html; charset=windows-1258\r\nContent-ID: <two>\r\n"
        b"Content-Location: https://a.vn/x\r\n\r\n<p>page</p>\r\n--x--\r\n"
    )
    ((record,), _) = read(tmp_path, "a.mht", named)
    assert (record.data or b"").strip() == b"<p>page</p>"
    assert (record.url, record.charset) == ("https://a.vn/x", "windows-1258")


def test_members_of_archives(tmp_path: Path) -> None:
    inner = zipped({"deep/b.txt": text_page("b").encode()})
    members = {"a.html": html_page("a").encode(), "c.zip": inner, "empty.txt": b"", "x.png": b"x"}
    records, note = read(tmp_path, "a.zip", zipped(members))
    assert [(record.member, record.reason is None) for record in records] == [
        ("a.html", True),
        ("c.zip > deep/b.txt", True),
        ("empty.txt", False),
    ]
    assert ".png" in note
    encrypted = bytearray(zipped({"a.html": html_page("a").encode()}))
    encrypted[6] |= 1
    encrypted[encrypted.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in reason_of(tmp_path, "e.zip", bytes(encrypted))
    assert "incomplete ZIP" in reason_of(tmp_path, "cut.zip", zipped(members)[:-40])
    office = zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
    assert "Office" in reason_of(tmp_path, "a.docx", office)


def test_limits_reject_with_the_name_of_the_setting(tmp_path: Path) -> None:
    page = html_page("a").encode()
    small = replace(DEFAULT_LIMITS, record_bytes=500)
    bomb = gzip.compress(b"<p>" + b"a" * 30_000_000)
    packed = page
    for _ in range(DEFAULT_LIMITS.nesting + 1):
        packed = gzip.compress(packed)
    few = replace(DEFAULT_LIMITS, expanded_bytes=100)
    for name, data, limits, setting in (
        ("a.html", page, small, "BAOKHO_MAX_RECORD_BYTES"),
        ("a.html.gz", gzip.compress(page), small, "BAOKHO_MAX_RECORD_BYTES"),
        ("a.jsonl", json_lines("a"), small, "BAOKHO_MAX_RECORD_BYTES"),
        ("a.json", json_array("a"), small, "BAOKHO_MAX_RECORD_BYTES"),
        ("a.warc", warc("a"), small, "BAOKHO_MAX_RECORD_BYTES"),
        ("a.zip", zipped({"a.html": page}), small, "BAOKHO_MAX_RECORD_BYTES"),
        ("b.html.gz", bomb, DEFAULT_LIMITS, "BAOKHO_MAX_EXPANSION_RATIO"),
        ("b.zip", zipped({"a.html.gz": bomb}), DEFAULT_LIMITS, "BAOKHO_MAX_EXPANSION_RATIO"),
        ("b.html.zst", zstandard.compress(b"a" * 30_000_000), DEFAULT_LIMITS, "BAOKHO_MAX_EXP"),
        ("c.html.gz", gzip.compress(page), few, "BAOKHO_MAX_EXPANDED_BYTES"),
        ("d.html", packed, DEFAULT_LIMITS, "BAOKHO_MAX_NESTING"),
        ("e.html", page, replace(DEFAULT_LIMITS, file_bytes=99), "BAOKHO_MAX_FILE_BYTES"),
        ("f.jsonl", b'{"text": "' + b"a" * 2_000_000 + b'"}', DEFAULT_LIMITS, "BAOKHO_MAX_LINE"),
    ):
        assert setting in reason_of(tmp_path, name, data, limits), name


def test_a_cut_off_container_keeps_what_comes_before(tmp_path: Path) -> None:
    for name, data in {
        "a.warc": warc("a", "b"),
        "a.jsonl.gz": gzip.compress(json_lines("a", "b")),
        "a.jsonl.zst": zstandard.compress(json_lines(*"abcdefgh")),
        "a.json": json_array("a", "b"),
    }.items():
        records, note = read(tmp_path, name, data[:-30])
        assert records[-1].reason is not None, name
        assert "cut off" in (records[-1].reason or ""), name
        if not name.endswith("zst"):  # whose last block is the whole of a small file
            assert records[0].url == address("a")
            assert "cut off" in note, name


def test_a_packed_web_archive_that_is_cut_off_says_so(tmp_path: Path) -> None:
    pages = [gzip.compress(response(address(topic), html_page(topic).encode(), HTML))
             for topic in "ab"]  # fmt: skip
    records, note = read(tmp_path, "a.warc.gz", b"".join(pages)[:-40])
    assert [record.url for record in records] == [address("a"), address("b")]
    assert "packed content" in (records[1].reason or "")
    assert "cut off" in note


def test_a_file_is_read_only_as_it_was(tmp_path: Path) -> None:
    known = opened(tmp_path, "a.jsonl", json_lines("a")).file_id
    assert len(list(open_records(tmp_path, "a.jsonl", DEFAULT_LIMITS, known))) == 1
    (tmp_path / "a.jsonl").write_bytes(json_lines("b"))
    with pytest.raises(UnreadableFileError, match="changed while"):
        open_records(tmp_path, "a.jsonl", DEFAULT_LIMITS, known)
    large = json_lines(*map(str, range(1500)))
    known = opened(tmp_path, "large.jsonl", large).file_id
    list(open_records(tmp_path, "large.jsonl", DEFAULT_LIMITS, known).verify())
    (tmp_path / "large.jsonl").write_bytes(large.replace(b"tr", b"rt", 1))
    with pytest.raises(UnreadableFileError, match="changed while"):
        list(open_records(tmp_path, "large.jsonl", DEFAULT_LIMITS, known).verify())


def test_archives_are_never_written_anywhere(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in ("../up.txt", "/tmp/absolute.txt", "a/../../b.txt", "C:\\c.txt"):  # noqa: S108
            archive.writestr(name, text_page(name))
    before = sorted(tmp_path.rglob("*"))
    records, _ = read(folder, "a.zip", buffer.getvalue())
    assert len(records) == 4
    assert sorted(tmp_path.rglob("*")) == sorted([*before, folder / "a.zip"])


def test_damage_inside_a_packing_ends_the_file_once(tmp_path: Path) -> None:
    packed = bytearray(zstandard.ZstdCompressor(write_checksum=True).compress(warc("a", "b")))
    packed[len(packed) // 2] ^= 0x55
    members = bytearray(zipped({"a.warc": warc("a", "b")}))
    members[200:210] = b"\xff" * 10
    for name, data in {"a.warc.zst": packed, "a.zip": members}.items():
        records, _ = read(tmp_path, name, bytes(data))
        assert "damaged" in (records[-1].reason or ""), name
        assert len(records) < 4
