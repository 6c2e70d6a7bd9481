"""Events in the warehouse: two reports of one event and a copy, in any batches, and judged.

The tests of a module share one pipeline: the last one changes what lies in its folder.
"""

from collections.abc import Callable

import pytest
from sandbox import Sandbox

HEAD = """Văn hóa
Thứ sáu, 16/06/2023 08:15

{headline}

Sáng 15/6, tại thành phố Bắc Ninh, Sở Văn hóa, Thể thao và Du lịch tỉnh Bắc Ninh tổ chức hội thảo \
“{theme}” với sự góp mặt của nhiều nghệ nhân.

"""
FIRST = (
    HEAD.format(headline="Tìm cách giữ tiếng hát làng Diềm", theme="Giữ hát quan họ ở làng")
    + """Phát biểu tại hội thảo, ông Nguyễn Văn Bình, Giám đốc Sở Văn hóa, Thể thao và Du lịch \
tỉnh Bắc Ninh, cho biết các làng ven sông còn giữ nhiều bài bản cổ mà lớp trẻ chưa có dịp học.

Các nghệ nhân cao tuổi kể lại cách truyền nghề trong gia đình và mong nhà trường dành thêm giờ học.
"""
)
SECOND = (
    HEAD.format(headline="Lớp trẻ với quan họ", theme="Giữ hát quan họ ở làng hôm nay")
    + """Cô giáo trẻ Trần Thị Hồng Lan chia sẻ rằng học trò của cô thích hát đối hơn hát đơn, và \
em nào cũng muốn có áo tứ thân để mặc trong ngày hội của xóm.

Bạn đọc có thể gửi bài bản sưu tầm được về tòa soạn; những bài hay sẽ được in thành tập nhỏ, phát \
cho các câu lạc bộ ngay sau mùa gặt, khi mọi nhà đã rảnh việc đồng và trăng lên sớm.

Năm ngoái câu lạc bộ của xóm có chín thành viên, năm nay đã thêm mười lăm người ghi tên.
"""
)
# The copy is longer in one place, else the same article again.
PAGES = {
    "first.txt": FIRST,
    "second.txt": SECOND,
    "copy.txt": FIRST.replace("nhiều nghệ nhân", "rất nhiều nghệ nhân"),
}


@pytest.fixture(scope="module")
def sandbox(new_sandbox: Callable[[], Sandbox]) -> Sandbox:
    made = new_sandbox()
    for name, text in PAGES.items():
        made.write(name, text)
    made.refresh()
    return made


def articles(sandbox: Sandbox) -> list[list[str]]:
    """Return the files of each event's articles."""
    return [
        row[0]
        for row in sandbox.rows(
            "SELECT list(files.path ORDER BY files.path) FROM core.event_articles AS reports"
            " INNER JOIN core.articles ON reports.article_id = articles.article_id"
            " INNER JOIN raw.files ON articles.file_id = files.file_id"
            " GROUP BY reports.event_id ORDER BY 1"
        )
    ]


def test_one_event_of_two_reports_with_its_facts(sandbox: Sandbox) -> None:
    assert articles(sandbox) == [["copy.txt", "first.txt", "second.txt"]]
    assert sandbox.rows(
        "SELECT kind, starts_on::VARCHAR, place_id, article_count, is_planned FROM core.events"
    ) == [("hội thảo", "2023-06-15", "place:thanh-pho-bac-ninh-bac-ninh", 2, False)]
    assert sandbox.rows(
        "SELECT DISTINCT part, entity_id FROM core.event_participants ORDER BY ALL"
    ) == [
        ("organiser", "organisation:so-van-hoa-the-thao-va-du-lich-bac-ninh"),
        ("speaker", "person:nguyen-van-binh"),
        ("speaker", "person:tran-thi-hong-lan"),
    ]
    signals = [row[0] for row in sandbox.rows("SELECT signals FROM core.event_links")]
    assert any("the same article again" in one for one in signals)
    assert any("same day" in one for one in signals)


def test_judgement_parts_them_is_taken_back_and_events_go_with_their_pages(
    sandbox: Sandbox,
) -> None:
    left, right = (
        row[0]
        for row in sandbox.rows(
            "SELECT article_id FROM core.articles WHERE duplicate_of IS NULL ORDER BY 1"
        )
    )
    sandbox.judgements.write_text(
        f"verdict,left_id,right_id,note\ndifferent,{left},{right},two rooms\n", encoding="utf-8"
    )
    sandbox.refresh()
    assert articles(sandbox) == [["copy.txt", "first.txt"], ["second.txt"]]
    sandbox.judgements.unlink()
    sandbox.refresh()
    assert len(articles(sandbox)) == 1
    for name in PAGES:
        (sandbox.seeds / name).unlink()
    sandbox.write("other.txt", FIRST.replace("15/6", "12/6"))
    sandbox.refresh()
    assert articles(sandbox) == [["other.txt"]]
    assert sandbox.value("SELECT count(*) FROM core.event_links") == 0
    assert sandbox.value("SELECT starts_on::VARCHAR FROM core.events") == "2023-06-12"
