"""Persons and organisations in single sentences, spans and full names exact."""

import pytest

from assets.entities.recognition import recognise
from assets.reference.records import load_reference
from tests.entities.recognition_cases import CASES, article, compare, read


@pytest.mark.parametrize("marked", CASES.strip().split("\n"))
def test_sentence(marked: str) -> None:
    text, expected = read(marked)
    assert compare(recognise(article(text), load_reference()), expected) == []
