"""Lines that recur on an outlet's pages tell something; what stands on one page only stays text."""

import re
from collections.abc import Callable

import pytest
from sandbox import Sandbox

import assets.extraction.reading
from assets.extraction.flattened.reader import read_flattened
from assets.extraction.records import Article, Page, Rejection, text_of
from assets.extraction.repetition import NOTHING_KNOWN, KnownLines, key_of
from assets.language.folding import fold
from assets.reference.records import Reference, load_reference

REFERENCE = load_reference()
PROMISE = "Cánh sóng miền núi phát lại những chuyện này lúc sáu giờ sáng hằng ngày."
BOX = "Góc nhìn của bạn về thành phố đáng sống"
TOPICS = ("cầu treo", "chợ phiên", "đội chiếu phim", "vườn mận", "lớp học đêm", "trạm y tế")


def title(number: int) -> str:
    return f"Xã Tân Lập mở {TOPICS[number]} cho bà con vùng cao"


def page(number: int, *, teaser: int | None = None) -> str:
    topic = TOPICS[number]
    lines = [
        "baotanlap.vn",
        title(number),
        f"1{number}/08/2023 08:15",
        f"VOV.VN - Từ đầu tháng này, {topic} của xã Tân Lập được khánh thành sau {number + 2} năm.",
        f"Chủ tịch xã cho biết {topic} được làm bằng tiền của {number + 3} dòng họ góp lại.",
        BOX,
        f"Bà con ở {number + 4} bản quanh đó nói rằng {topic} là điều họ mong từ rất lâu rồi.",
        f"Năm tới, xã sẽ sửa đường vào {topic} và trồng thêm cây bóng mát hai bên.",
        PROMISE,
    ]
    if teaser is not None:
        lines.insert(6, title(teaser))
    return "\n".join(lines)


def key(text: str) -> int:
    return key_of(" ".join(re.findall(r"\w+", fold(text))))


def read(text: str, known: KnownLines) -> Article:
    found = read_flattened(Page("page", "text/plain", text), REFERENCE, known=known)
    assert isinstance(found, Article)
    return found


class TestWhatIsKnownIsWeighed:
    def test_a_recurring_closing_sentence_and_box_are_no_text(self) -> None:
        alone = text_of(read(page(0), KnownLines()))
        assert PROMISE in alone
        known = KnownLines(repeated=frozenset({key(PROMISE), key(BOX)}))
        found = read(page(0), known)
        assert text_of(found).split("\n") == [
            line for line in page(0).split("\n")[3:] if line not in (PROMISE, BOX)
        ]
        assert "other pages" in next(one.reason for one in found.lines if one.text == PROMISE)

    def test_the_headline_of_another_article_is_a_teaser(self) -> None:
        known = KnownLines(titles=frozenset({key(title(1))}))
        found = read(page(0, teaser=1), known)
        assert next(one.kind for one in found.lines if one.text == title(1)) == "teaser"
        assert found.title == title(0)

    def test_a_sentence_in_the_middle_of_the_text_stays(self) -> None:
        middle = page(0).split("\n")[4]
        found = read(page(0), KnownLines(repeated=frozenset({key(middle)})))
        assert middle in text_of(found)

    def test_versions_of_one_article_tell_nothing(self) -> None:
        every = frozenset(key(line) for line in page(0).split("\n")[3:])
        assert read(page(0), KnownLines(repeated=every)) == read(page(0), KnownLines())


LINES = (
    "SELECT articles.document_id, lines.line_no, lines.kind, lines.text, lines.reason,"
    " articles.title, articles.text, articles.outlet_id"
    " FROM core.article_lines AS lines JOIN core.articles USING (article_id) ORDER BY ALL"
)


@pytest.fixture(scope="module")
def newspaper(new_sandbox: Callable[[], Sandbox]) -> Sandbox:
    """A warehouse of five pages of one outlet; the last test takes all but one away."""
    sandbox = new_sandbox()
    for number in range(5):
        sandbox.write(f"page{number}.txt", page(number, teaser=(number + 1) % 4))
    sandbox.refresh()
    return sandbox


def test_what_recurs_is_told_from_the_text_and_stays_so(newspaper: Sandbox) -> None:
    rows = newspaper.rows(LINES)
    assert not any(row[3] == PROMISE and row[2] in ("lead", "body") for row in rows)
    kinds = {row[2] for row in rows if row[3] == title(1) and row[5] != title(1)}
    assert kinds == {"teaser"}
    told = newspaper.refresh()["core/article_lines"]
    assert told["articles_changed_by_other_pages"] == 0
    assert newspaper.rows(LINES) == rows


def test_what_is_known_goes_when_the_pages_go(newspaper: Sandbox) -> None:
    assert not newspaper.rows("SELECT title FROM core.articles WHERE contains(text, ?)", PROMISE)
    for number in range(1, 5):
        (newspaper.seeds / f"page{number}.txt").unlink()
    newspaper.refresh()
    assert newspaper.value("SELECT count(*) FROM core.articles") == 1
    assert PROMISE in newspaper.value("SELECT text FROM core.articles")


def refresh_troubled(sandbox: Sandbox, trouble: Callable[[], Rejection]) -> None:
    """Refresh with pages of which the first gives trouble when something is known of its lines."""
    for number in range(4):
        sandbox.write(f"page{number}.txt", page(number))
    real_read = assets.extraction.reading.read_page

    def read(this: Page, reference: Reference, known: KnownLines) -> Article | Rejection:
        troubled = known != NOTHING_KNOWN and title(0) in this.text
        return trouble() if troubled else real_read(this, reference, known)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAOKHO_ENGINE", "serial")
        patch.setattr("assets.extraction.reading.read_page", read)
        sandbox.refresh()


def test_a_page_that_cannot_be_read_again_is_given_up_for_a_reason(
    new_sandbox: Callable[[], Sandbox],
) -> None:
    def take_memory() -> Rejection:
        raise MemoryError

    sandbox = new_sandbox()
    refresh_troubled(sandbox, take_memory)
    assert sandbox.statuses() == {
        "page0.txt": "rejected",
        **{f"page{number}.txt": "loaded" for number in (1, 2, 3)},
    }
    assert "memory" in (sandbox.reason("page0.txt") or "")
    assert sandbox.refresh()["core/article_lines"]["captures_read"] == 0


def test_what_is_known_makes_no_page_less_of_an_article(
    new_sandbox: Callable[[], Sandbox],
) -> None:
    sandbox = new_sandbox()
    refresh_troubled(sandbox, lambda: Rejection("page", "nothing but recurring lines"))
    assert set(sandbox.statuses().values()) == {"loaded"}
    text = sandbox.value("SELECT text FROM core.articles WHERE title = ?", title(0))
    assert text == text_of(read(page(0), NOTHING_KNOWN))
