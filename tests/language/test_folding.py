"""Folding of accents and case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.language.folding import fold, folded_words, has_vietnamese_letters


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đặng Thị Hồng", "dang thi hong"),
        ("  hai  dấu cách\nvà dòng ", "  hai  dau cach\nva dong "),
        ("", ""),
    ],
)
def test_fold_takes_accents_and_capitals_away(text: str, folded: str) -> None:
    """Blanks and line ends stay as they are."""
    assert fold(text) == folded


@given(st.text(alphabet="aÁđĐ Ộo\n\u00a0ß-1", max_size=60))
def test_each_character_folds_by_itself(text: str) -> None:
    """However a text is cut, its parts fold to the parts of the whole."""
    assert fold(text) == "".join(map(fold, text))


def test_folded_words_leave_out_what_is_no_word() -> None:
    assert folded_words(" “Đổi mới” – 2/9: a_b!") == "doi moi 2 9 a_b"
    assert folded_words("Only ASCII, here.") == "only ascii here"
    assert folded_words("… –") == ""


@given(st.text(alphabet="aăẾđ e", max_size=12), st.integers(-1, 13))
def test_vietnamese_letters_are_counted_up_to_what_is_asked(text: str, count: int) -> None:
    found = sum(letter in "ăẾđ" for letter in text)
    assert has_vietnamese_letters(text, count) == (found >= count)
