"""An agreement of a page reaches the warehouse, with its parties and the words that show it.

That it goes with its page, `tests/pipeline/test_incremental.py` holds.
"""

from sandbox import Sandbox, page

_SIGNED = """
Chiều 4/6/2023, Ủy ban nhân dân tỉnh Bắc Ninh và Sở Ngoại vụ thành phố Đà Nẵng đã ký bản ghi nhớ \
về giữ gìn tranh dân gian, dự kiến thực hiện trong ba năm tới với sự tham gia của bà con.
"""


def test_agreement_of_a_page_is_in_the_warehouse(sandbox: Sandbox) -> None:
    sandbox.write("one.txt", page("tranh dân gian") + _SIGNED)
    sandbox.refresh()
    shown = (
        "SELECT kind, CAST(signed_on AS VARCHAR), date_precision, surface,"
        " substring(text, start_char + 1, end_char - start_char)"
        " FROM core.agreements JOIN core.articles USING (article_id)"
    )
    expected = ("bản ghi nhớ", "2023-06-04", "day", "bản ghi nhớ", "bản ghi nhớ")
    assert sandbox.rows(shown) == [expected]
    parties = (
        "SELECT entities.name FROM core.agreement_parties JOIN core.entities USING (entity_id)"
        " ORDER BY start_char"
    )
    names = [name for (name,) in sandbox.rows(parties)]
    assert names == ["Ủy ban nhân dân tỉnh Bắc Ninh", "Sở Ngoại vụ thành phố Đà Nẵng"]
