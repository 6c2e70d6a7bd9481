"""One refresh over a file of every format and packing: each page loads once, with its facts."""

import json
from collections.abc import Callable

import pytest
from sandbox import Row, Sandbox

from benchmarks.capture_samples import (
    PACKINGS,
    address,
    formats,
    html_page,
    json_lines,
    mhtml,
    paragraphs,
    text_page,
    title,
    warc,
    zipped,
)

_TAGS = {"": "một", ".gz": "hai", ".zst": "ba"}
_PAGES_IN = {"crawl.warc": 2, "export.jsonl": 2, "export.json": 2}


def _fill(sandbox: Sandbox) -> None:
    for packing, pack in PACKINGS.items():
        for name, data in formats(_TAGS[packing]).items():
            sandbox.write(f"{name}{packing}", pack(data))
    sandbox.write("crawl_by_record.warc.gz", warc("bánh đa", "bánh gai", packed=True))
    inner = {
        "báo/ngày 5/text.txt": text_page("tò he").encode(),
        "báo/web.html": html_page("diều sáo").encode(),
        "báo/web.html.json": json.dumps({"outlet": "Báo Mẫu", "url": address("diều sáo")}).encode(),
        "crawl.warc.gz": warc("vật cầu", packed=True),
        "more.zip": zipped({"export.jsonl": json_lines("đánh đu", "chọi gà")}),
        "../../outside.html": html_page("leo núi").encode(),
        "style.css": b"p {}",
        "__MACOSX/._web.html": b"x",
    }
    sandbox.write("archive.zip", zipped(inner))
    sandbox.write("archive.zip.gz", PACKINGS[".gz"](zipped({"a.mht": mhtml("kéo co")})))
    sandbox.write("told.html", html_page("cờ người"))
    sandbox.write("told.html.json", json.dumps({"url": address("cờ người"), "title": "x"}))
    sandbox.write("stem.txt", text_page("pháo đất"))
    sandbox.write("stem.json", json.dumps({"url": address("pháo đất"), "fetched_at": "2023-06-07"}))
    # The same page again, in another file and twice in one.
    again = json_lines("đánh đu")
    sandbox.write("zz_again.jsonl", again + again + b"{broken\n" + json_lines("nặn tượng"))
    sandbox.write("zz_copy.html.gz", PACKINGS[".gz"](html_page("hát ru một").encode()))
    sandbox.write("cut.jsonl", json_lines("thả đèn") + json_lines("thả thơ")[:-60])
    sandbox.write("nothing.json", b'{"name": "a package", "version": 2}')
    sandbox.write("no_pages.zip", zipped({"style.css": b"p {}"}))


@pytest.fixture(scope="module")
def mixed(new_sandbox: Callable[[], Sandbox]) -> Sandbox:
    """A folder with every format in every packing, refreshed once."""
    sandbox = new_sandbox()
    _fill(sandbox)
    sandbox.refresh()
    return sandbox


def _articles(sandbox: Sandbox, path: str) -> list[Row]:
    return sandbox.rows(
        "SELECT articles.title, articles.url, articles.published_on::VARCHAR"
        " FROM core.articles JOIN raw.documents USING (document_id)"
        " JOIN raw.files ON files.file_id = documents.file_id"
        " WHERE files.path = ? ORDER BY documents.ordinal",
        path,
    )


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("name", formats(""))
def test_every_format_loads_in_every_packing(mixed: Sandbox, name: str, packing: str) -> None:
    path = f"{name}{packing}"
    assert mixed.statuses()[path] == "loaded"
    found = _articles(mixed, path)
    assert len(found) == _PAGES_IN.get(name, 1)
    for headline, url, day in found:
        assert headline.endswith(_TAGS[packing])
        assert day == "2023-06-05"
        if not name.startswith(("text", "web")):
            assert url == address(headline.removeprefix(title("")))


def test_archives_are_read_to_their_innermost_page(mixed: Sandbox) -> None:
    found = mixed.rows(
        "SELECT documents.member, articles.title FROM core.articles"
        " JOIN raw.documents USING (document_id) JOIN raw.files ON files.file_id ="
        " documents.file_id WHERE files.path LIKE 'archive.zip%' ORDER BY ALL"
    )
    assert found == [
        ("../../outside.html", title("leo núi")),
        ("a.mht", title("kéo co")),
        ("báo/ngày 5/text.txt", title("tò he")),
        ("báo/web.html", title("diều sáo")),
        ("crawl.warc.gz", title("vật cầu")),
        ("more.zip > export.jsonl", title("chọi gà")),
        ("more.zip > export.jsonl", title("đánh đu")),
    ]
    note = mixed.value("SELECT note FROM raw.files WHERE path = 'archive.zip'")
    assert ".css" in note
    assert not (mixed.seeds.parent / "outside.html").exists()


def test_facts_of_a_record_go_in_with_their_source(mixed: Sandbox) -> None:
    ((authors, source, published, fetched),) = mixed.rows(
        "SELECT authors, title_source, published_source, documents.fetched_at::DATE::VARCHAR"
        " FROM core.articles JOIN raw.documents USING (document_id) WHERE title = ?",
        title("giấy dó một"),
    )
    assert authors == ["Lê Thị Bình"]
    assert source == 'field "headline" of the record'
    assert published == 'field "publishedAt" of the record'
    assert fetched == "2023-06-06"


def test_text_of_an_export_is_whole(mixed: Sandbox) -> None:
    text = mixed.value("SELECT text FROM core.articles WHERE title = ?", title("giấy dó một"))
    assert text == "\n".join(paragraphs("giấy dó một"))


def test_sidecars_tell_and_are_no_articles(mixed: Sandbox) -> None:
    rows = mixed.rows(
        "SELECT path, status, is_metadata, note FROM raw.files WHERE beside IS NOT NULL ORDER BY 1"
    )
    assert rows == [
        ("stem.json", "loaded", True, "facts about stem.txt"),
        ("told.html.json", "loaded", True, 'facts about told.html; field "title" is no headline'),
    ]
    assert _articles(mixed, "told.html")[0][:2] == (title("cờ người"), address("cờ người"))
    assert _articles(mixed, "stem.txt")[0][1] == address("pháo đất")
    outlet = mixed.rows(
        "SELECT outlet_name, outlet_source FROM core.articles WHERE title = ?", title("diều sáo")
    )
    assert outlet == [("Báo Mẫu", 'field "outlet" of báo/web.html.json')]


def test_equal_pages_are_kept_once(mixed: Sandbox) -> None:
    again = mixed.rows(
        "SELECT ordinal, documents.status, documents.reason FROM raw.documents"
        " JOIN raw.files USING (file_id) WHERE path = 'zz_again.jsonl' ORDER BY ordinal"
    )
    assert [status for _, status, _ in again] == ["duplicate", "duplicate", "rejected", "loaded"]
    assert again[0][2] == "is the same page as archive.zip > more.zip > export.jsonl"
    assert "no valid JSON" in again[2][2]
    assert mixed.statuses()["zz_copy.html.gz"] == "duplicate"
    assert mixed.reason("zz_copy.html.gz") == "is the same page as web.html"


def test_what_is_cut_off_or_empty_says_so(mixed: Sandbox) -> None:
    assert mixed.statuses()["cut.jsonl"] == "loaded"
    assert "cut off" in mixed.value("SELECT note FROM raw.files WHERE path = 'cut.jsonl'")
    assert [row[0] for row in _articles(mixed, "cut.jsonl")] == [title("thả đèn")]
    assert mixed.statuses()["nothing.json"] == "rejected"
    assert "no field such as html, text" in (mixed.reason("nothing.json") or "")
    assert mixed.statuses()["no_pages.zip"] == "rejected"
