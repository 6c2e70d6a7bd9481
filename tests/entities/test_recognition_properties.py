"""What holds of recognition on any text: exact offsets, no overlaps, the same answer again."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from assets.entities.recognition import recognise
from assets.language.folding import nfc
from assets.reference.records import load_reference
from tests.entities.recognition_cases import CASES, article, read

_PIECES = [
    *(word for line in CASES.split("\n") for word in read(line)[0].split(" ")),
    "(", ")", "-", "–", ",", ".", "\n", "“", "”", "TP.", "ông", "ỦY BAN", "T.Ư", "  ", "\u00a0",
]  # fmt: skip
_SCRAMBLED = st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join)
_ANY = st.text(max_size=60)


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(_SCRAMBLED, _ANY), title=st.one_of(st.none(), _SCRAMBLED))
def test_spans_are_exact_apart_and_in_order(text: str, title: str | None) -> None:
    text, title = nfc(text), nfc(title) if title else None
    found = recognise(article(text, title), load_reference())
    fields = {"title": title or "", "text": text}
    for observation in found:
        field = fields[observation.field]
        assert field[observation.start_char : observation.end_char] == observation.surface
        assert observation.surface == observation.surface.strip() != ""
        assert observation.name
        assert 0 < observation.confidence <= 1
    for before, after in pairwise(found):
        assert (before.field, after.field) != ("text", "title")
        assert before.field != after.field or before.end_char <= after.start_char


@settings(max_examples=30, deadline=None)
@given(text=_SCRAMBLED)
def test_the_same_text_gives_the_same_mentions(text: str) -> None:
    assert recognise(article(text), load_reference()) == recognise(article(text), load_reference())
