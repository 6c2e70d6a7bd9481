"""What holds for any text at all that the reader of flattened pages gets."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from assets.extraction.flattened.reader import read_flattened
from assets.extraction.records import TEXT_KINDS, Article, Page
from assets.extraction.repetition import KnownLines, key_of, line_words
from assets.language.folding import nfc
from assets.reference.records import load_reference

REFERENCE = load_reference()
SENTENCE = "Hội nghị bàn về mười hai nhiệm vụ của năm tới, trong đó có việc trồng rừng ven biển."
PIECES = st.sampled_from(
    [
        SENTENCE,
        SENTENCE.replace("mười hai", "mười ba"),
        "Thứ hai, 5/6/2023, 08:15 (GMT+7)",
        "99/99/2023 25:61",
        "Tin liên quan",
        "Trồng rừng ven biển ở Vĩnh Hải",
        "trong rung ven bien o vinh hai",
        "Theo TTXVN",
        "KC",
        "Ảnh: An",
        "Bình luận",
        "“”",
        "...",
        "\u200b",
    ]
)
LINES = st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=30)
BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\n\n"])


@settings(max_examples=150, deadline=None)
@given(lines=LINES, line_break=BREAKS)
def test_lines_point_at_their_raw_lines(lines: list[str], line_break: str) -> None:
    text = line_break.join(lines)
    found = read_flattened(Page("page", "text/plain", text), REFERENCE)
    if not isinstance(found, Article):
        assert found.reason
        return
    raw = re.split(r"\r\n|\n|\r", text)
    numbers = [line.line_no for line in found.lines]
    assert numbers == [n for n, line in enumerate(raw, start=1) if nfc(line).strip()]
    assert all(line.text == nfc(raw[line.line_no - 1]).strip() for line in found.lines)
    assert all(0.0 <= line.confidence <= 1.0 and line.reason for line in found.lines)
    assert any(line.kind in TEXT_KINDS for line in found.lines)
    assert found.publication is None or found.publication.at.tzinfo is not None


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=400))
def test_any_text_is_read_or_rejected_the_same_way_twice(text: str) -> None:
    page = Page("page", "text/plain", text)
    assert read_flattened(page, REFERENCE) == read_flattened(page, REFERENCE)


@settings(max_examples=60, deadline=None)
@given(lines=LINES)
def test_what_one_reading_found_in_lines_is_nothing_to_the_next(lines: list[str]) -> None:
    """What is kept of lines that were met before is what they tell by themselves."""
    page = Page("page", "text/plain", "\n".join(lines))
    alone = read_flattened(page, REFERENCE)
    every = frozenset(key_of(line_words(line)) for line in lines)
    read_flattened(page, REFERENCE, known=KnownLines(repeated=every, titles=every))
    read_flattened(Page("page", "text/plain", "\n".join(lines[::-1])), REFERENCE)
    assert read_flattened(page, REFERENCE) == alone
