"""Patterns tried only where their first words stand find what a search of the whole text finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.entities.anchors import Anchors, matches_at

_WORDS = ("xã", "thị xã", "TP.")
_ANCHORS = Anchors({"unit": _WORDS, "count": ("các", "xã")})
_UNIT = re.compile(r"(?<!\w)(?:thị xã|xã|TP\.)[ ]+\w+", re.IGNORECASE)
_PIECES = ("xã", "Xã", "thị", "TP.", "các", " ", " ", "Huế", "\n", "_", "ả", "(")


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_the_matches_are_those_of_a_search(text: str) -> None:
    found = matches_at(_UNIT, text, _ANCHORS.starts(text)["unit"])
    assert [match.span() for match in found] == [match.span() for match in _UNIT.finditer(text)]


def test_a_word_may_be_of_several_groups_and_counts_where_it_begins() -> None:
    starts = _ANCHORS.starts("CÁC xã, thị xã; maxã")
    assert starts == {"unit": [4, 8, 12], "count": [0, 4, 12]}


@pytest.mark.parametrize("text", ["", "Huế", "İ xã"])
def test_places_are_those_of_the_text(text: str) -> None:
    assert all(text[start:].startswith("xã") for start in _ANCHORS.starts(text)["unit"])
