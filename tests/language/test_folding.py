"""Folding of accents and case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.language.folding import fold


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
