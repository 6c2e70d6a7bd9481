"""Sentence splitting: where a full stop ends a sentence and where it does not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.language.sentences import split_sentences


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn thăm TP. Hồ Chí Minh và TP. Huế.",
        "PGS.TS. Nguyễn Văn Lâm trình bày tham luận.",
        "GS. Trần Văn Khê và ThS. Lê Hoa cùng dự.",
        "Ngày 30.4.2025 và 01.05. là ngày nghỉ.",
        "Ông F. Inzaghi ghi bàn.",
        "Giá tăng 3.500 đồng, tức 1.5 lần.",
        "Ông nói: “Tôi đồng ý… nhưng chưa ký” rồi ra về.",
        "Xem www.example.vn để biết thêm.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert _sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Hội nghị khai mạc. Ông Nam dự.", ["Hội nghị khai mạc.", "Ông Nam dự."]),
        ("Vì sao? Chưa ai rõ! Thế thôi.", ["Vì sao?", "Chưa ai rõ!", "Thế thôi."]),
        ("Bà nói: “Đúng vậy.” Mọi người vỗ tay.", ["Bà nói: “Đúng vậy.”", "Mọi người vỗ tay."]),
        ("Đoạn một\nĐoạn hai", ["Đoạn một", "Đoạn hai"]),
        ("Có 25 người. 12 người về sớm.", ["Có 25 người.", "12 người về sớm."]),
        ("Thế là hết… Họ ra về.", ["Thế là hết…", "Họ ra về."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_several_sentences(text: str, sentences: list[str]) -> None:
    assert _sentences(text) == sentences


@given(st.text(alphabet="aĐ. \n?!…“”TP1", max_size=60))
def test_only_white_space_is_left_out(text: str) -> None:
    spans = split_sentences(text)
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
