"""A refresh gives the same rows on every engine, and loses nothing but a page at fault."""

import json
import time
from collections.abc import Callable

import pytest
from sandbox import Row, Sandbox, page

import assets.entities.recognition
import assets.extraction.reading
import assets.intake.inspection
from assets.entities.records import ArticleText
from assets.extraction.records import Page

pytestmark = pytest.mark.slow

TOPICS = ("dân ca quan họ", "nghề gốm", "tranh dân gian", "hội đình")

# What later refreshes know by heart of earlier ones.
MEMORY = (
    "ops.article_bands",
    "ops.article_sketches",
    "ops.derivations",
    "ops.first_readings",
    "ops.line_keys",
    "ops.recurring_lines",
)


def lay_out(sandbox: Sandbox) -> Sandbox:
    """Write pages of one outlet that share lines, a copy, and a file of several pages."""
    for day, topic in enumerate(TOPICS, 1):
        text = page(topic, day=f"{day:02d}/06/2023")
        sandbox.write(f"a/{day}.txt", f"Báo Bắc Ninh\n{text}\nMời bạn đọc theo dõi trên mạng\n")
    records = [{"url": f"https://b.vn/{n}.html", "text": page(f"làn điệu {n}")} for n in range(3)]
    sandbox.write("b/many.jsonl", "\n".join(json.dumps(record) for record in records))
    sandbox.write("b/copy.txt", page(TOPICS[0], day="01/06/2023") + "\nBản in\n")
    return sandbox


def tables(sandbox: Sandbox) -> dict[str, list[Row]]:
    """Return all rows of what was derived, in one order."""
    return sandbox.tables("raw", "core", "search", *MEMORY)


def test_rows_do_not_depend_on_the_engine_nor_on_the_size_of_tasks(
    new_sandbox: Callable[[], Sandbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    serial, processes = lay_out(new_sandbox()), lay_out(new_sandbox())
    monkeypatch.setenv("BAOKHO_ENGINE", "serial")
    monkeypatch.setattr("assets.intake.work._RECORDS", 2)
    serial.refresh()
    monkeypatch.setenv("BAOKHO_ENGINE", "processes")
    monkeypatch.setenv("BAOKHO_WORKERS", "2")
    monkeypatch.setattr("assets.intake.asset.FILES", 2)
    monkeypatch.setattr("assets.extraction.work.PAGES", 2)
    monkeypatch.setattr("assets.articles._TASK", 3)
    monkeypatch.setattr("assets.articles._PIECE", 4)
    processes.refresh()
    expected, found = tables(serial), tables(processes)
    assert expected["core.articles"]
    assert expected["ops.recurring_lines"]
    assert expected["core.similar_articles"]
    assert expected.keys() == found.keys()
    assert [name for name in expected if expected[name] != found[name]] == []
    assert not (processes.home / "shards").exists() or not any(
        (processes.home / "shards").iterdir()
    )


@pytest.fixture(scope="module")
def troubled(new_sandbox: Callable[[], Sandbox]) -> Sandbox:
    """A refresh in which one file hangs intake, one page the reader, and one has no names."""
    sandbox = new_sandbox()
    sandbox.write("endless.txt", page("tệp không mở được"))
    sandbox.write("good.txt", page("nghề làm giấy"))
    sandbox.write("hangs.txt", page("trang làm treo máy"))
    sandbox.write("nameless.txt", page("nghề chạm bạc"))
    real_decode = assets.intake.inspection.decode
    real_read = assets.extraction.reading.read_page
    real_recognise = assets.entities.recognition.recognise

    def decode(data: bytes, *others: object) -> object:
        if "không mở được".encode() in data:
            time.sleep(60)
        return real_decode(data, *others)  # type: ignore[arg-type]

    def read(this: Page, *others: object) -> object:
        if "treo máy" in this.text:
            time.sleep(60)
        return real_read(this, *others)  # type: ignore[arg-type]

    def recognise(article: ArticleText, *others: object) -> object:
        if "chạm bạc" in article.text:
            raise LookupError("no such name")
        return real_recognise(article, *others)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAOKHO_ENGINE", "serial")
        patch.setenv("BAOKHO_PAGE_SECONDS", "2")
        patch.setattr("assets.intake.inspection.decode", decode)
        patch.setattr("assets.extraction.reading.read_page", read)
        patch.setattr("assets.entities.recognition.recognise", recognise)
        sandbox.refresh()
    return sandbox


def test_what_hangs_a_stage_is_rejected_and_the_rest_is_read(troubled: Sandbox) -> None:
    assert troubled.statuses() == {
        "endless.txt": "rejected",
        "good.txt": "loaded",
        "hangs.txt": "rejected",
        "nameless.txt": "loaded",
    }
    for path in ("endless.txt", "hangs.txt"):
        reason = troubled.reason(path)
        assert reason == "took longer than 2 s; raise BAOKHO_PAGE_SECONDS or remove the page"


def test_an_article_whose_names_cannot_be_found_stays_and_is_noted(troubled: Sandbox) -> None:
    ((path, reason),) = troubled.rows(
        "SELECT path, given_up.reason FROM ops.given_up JOIN core.articles USING (article_id)"
        " JOIN raw.files USING (file_id) WHERE stage = 'entities'"
    )
    assert path == "nameless.txt"
    assert "no such name" in reason
    assert troubled.rows(
        "SELECT path, count(mention_id) > 0 FROM raw.files JOIN core.articles USING (file_id)"
        " LEFT JOIN core.mentions USING (article_id) GROUP BY path ORDER BY path"
    ) == [("good.txt", True), ("nameless.txt", False)]


def test_with_other_limits_what_was_given_up_is_tried_anew(
    troubled: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAOKHO_ENGINE", "serial")
    monkeypatch.setenv("BAOKHO_PAGE_SECONDS", "60")
    troubled.refresh()
    assert set(troubled.statuses().values()) == {"loaded"}
    assert troubled.value("SELECT count(*) FROM ops.given_up") == 0
    assert troubled.value("SELECT count(DISTINCT article_id) FROM core.mentions") == 4
