"""Files that go, come back, move, and pages whose sidecars change."""

import gzip
import json
from typing import Any

from intake_only import rows, take_in
from sandbox import Sandbox

from benchmarks.capture_samples import address, html_page, json_lines, text_page, title

_KEEP = {"BAOKHO_KEEP_MISSING": "true"}


def _files(sandbox: Sandbox) -> dict[str, str]:
    return dict(rows(sandbox, "SELECT path, status FROM raw.files WHERE status <> 'superseded'"))


def _articles(sandbox: Sandbox) -> dict[str, str]:
    return dict(rows(sandbox, "SELECT title, article_id FROM core.articles"))


def _fact(sandbox: Sandbox, column: str, topic: str) -> Any:
    ((value,),) = rows(sandbox, f"SELECT {column} FROM core.articles WHERE title = ?", title(topic))
    return value


def test_a_file_that_goes_moves_and_comes_back(sandbox: Sandbox) -> None:
    sandbox.write("a.txt", text_page("tò he"))
    going = sandbox.write("b.jsonl", json_lines("nón lá", "mây tre"))
    take_in(sandbox)
    before = _articles(sandbox)
    seen = dict(rows(sandbox, "SELECT path, first_seen_at FROM raw.files"))
    assert set(before) == {title(topic) for topic in ("tò he", "nón lá", "mây tre")}

    content = going.read_bytes()
    going.unlink()
    take_in(sandbox)
    assert _files(sandbox) == {"a.txt": "loaded", "b.jsonl": "missing"}
    assert set(_articles(sandbox)) == {title("tò he")}

    sandbox.write("moved/c.jsonl", content)
    take_in(sandbox)
    assert _files(sandbox) == {"a.txt": "loaded", "b.jsonl": "missing", "moved/c.jsonl": "loaded"}
    assert _articles(sandbox) == before
    ((reason,),) = rows(sandbox, "SELECT reason FROM raw.files WHERE path = 'b.jsonl'")
    assert reason.endswith("the same bytes lie at moved/c.jsonl")
    now = dict(rows(sandbox, "SELECT path, first_seen_at FROM raw.files"))
    assert now["moved/c.jsonl"] == now["b.jsonl"] == seen["b.jsonl"]

    sandbox.write("b.jsonl", content)
    take_in(sandbox)
    assert _files(sandbox)["b.jsonl"] == "loaded"
    assert _files(sandbox)["moved/c.jsonl"] == "duplicate"
    assert _articles(sandbox) == before


def test_articles_of_missing_files_stay_when_they_are_to(sandbox: Sandbox) -> None:
    gone = sandbox.write("a.html", html_page("tò he"))
    sandbox.write("b.txt", text_page("nón lá"))
    take_in(sandbox, _KEEP)
    before = _articles(sandbox)
    gone.unlink()
    # Changed content is no missing file: the old article leaves.
    sandbox.write("b.txt", text_page("mây tre"))
    take_in(sandbox, _KEEP)
    assert _files(sandbox) == {"a.html": "missing", "b.txt": "loaded"}
    assert set(_articles(sandbox)) == {title("tò he"), title("mây tre")}
    assert _articles(sandbox)[title("tò he")] == before[title("tò he")]
    # The page comes back inside another file: it is that page now, once.
    packed = sandbox.write("c.html.gz", gzip.compress(html_page("tò he").encode()))
    take_in(sandbox, _KEEP)
    assert _files(sandbox)["c.html.gz"] == "loaded"
    assert set(_articles(sandbox)) == {title("tò he"), title("mây tre")}
    packed.unlink()
    take_in(sandbox)
    assert set(_articles(sandbox)) == {title("mây tre")}


def test_a_page_follows_its_sidecar(sandbox: Sandbox) -> None:
    sandbox.write("a.html", html_page("tò he"))
    sandbox.write("b.html", html_page("nón lá"))
    take_in(sandbox)
    assert _fact(sandbox, "url", "tò he") is None

    sidecar = sandbox.write("a.html.json", json.dumps({"url": address("tò he")}))
    # The same facts about another page are no copy of a page.
    sandbox.write("b.json", json.dumps({"url": address("tò he")}))
    take_in(sandbox)
    assert _fact(sandbox, "url", "tò he") == address("tò he")
    assert _files(sandbox)["b.json"] == "loaded"

    sandbox.write("a.html.json", json.dumps({"outlet": "Báo Mẫu", "url": "https://mau.vn/1"}))
    take_in(sandbox)
    assert _fact(sandbox, "url", "tò he") == "https://mau.vn/1"
    assert _fact(sandbox, "outlet_name", "tò he") == "Báo Mẫu"

    sandbox.write("a.html.json", "no JSON")
    take_in(sandbox)
    assert _files(sandbox)["a.html.json"] == "rejected"
    assert _fact(sandbox, "url", "tò he") is None

    sidecar.unlink()
    (sandbox.seeds / "b.html").unlink()
    take_in(sandbox)
    # A JSON file that is beside no page any more is read as one with articles.
    assert _files(sandbox)["b.json"] == "rejected"


def test_other_limits_are_applied_at_once(sandbox: Sandbox) -> None:
    sandbox.write("a.jsonl", json_lines("tò he", "nón lá", "mây tre"))
    take_in(sandbox, {"BAOKHO_MAX_RECORDS": "2"})
    assert set(_articles(sandbox)) == {title("tò he"), title("nón lá")}
    ((note,),) = rows(sandbox, "SELECT note FROM raw.files")
    assert "BAOKHO_MAX_RECORDS" in note
    take_in(sandbox)
    assert len(_articles(sandbox)) == 3
    take_in(sandbox, {"BAOKHO_MAX_RECORD_BYTES": "500"})
    assert not _articles(sandbox)
    assert _files(sandbox) == {"a.jsonl": "rejected"}
