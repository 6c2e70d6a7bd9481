"""The cheap looks before long patterns of events pass over nothing that a pattern would find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.events.agreements import finding, signing
from assets.events.roles import verbs
from assets.events.roles.titles import _read_back, title_lexicon
from assets.events.statements.words import event_lexicon, plain
from assets.language.patterns import holds_any
from assets.reference.records import load_reference

_GIVING = (
    *(
        "giữ",
        "Đảm",
        "nhiệm",
        "nhận",
        "nắm",
        "chức",
        "vụ",
        "danh",
        "cương",
        "vị",
        "vai",
        "trò",
        "trí",
    ),
    *("trọng", "trách", "được", "tái", "trúng", "đắc", "cử", "bầu", "bổ", "tín", "phân", "công"),
    *("chỉ", "định", "ông Nam", "làm", "là", "Hội Y tế huyện", ",", "."),
)
_SIGNED = (
    *("Lễ", "ký", "kí", "kết", "nghĩa", "trao", "nghi", "thức", "đã", "signing", "inked", "Signed"),
    *("ceremony", "hai bên", "công", "bố", "chính", "cùng", "nhau", "□□", ",", "."),
)


def _texts(words: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(words), min_size=1, max_size=10).map(" ".join)


@given(_texts(_GIVING))
def test_a_given_office_is_looked_for(text: str) -> None:
    text = f"{text} x"
    if verbs._GIVEN.search(text):
        assert any(word in text.lower() and cue.search(text.lower()) for word, cue in verbs._CUES)


@given(_texts(_SIGNED))
def test_a_signing_is_looked_for(text: str) -> None:
    if signing._SIGNING.search(text):
        assert holds_any(text, signing.SIGNS)
    if finding._CHEAP.search(text):
        assert holds_any(text, finding._CHEAPEST)


def test_words_before_an_event_are_found_with_a_classifier_between() -> None:
    lexicon, reference = event_lexicon(load_reference()), load_reference()
    classifier = next(plain(one.words) for one in reference.event_words if one.role == "classifier")
    for cue in reference.event_words:
        words = plain(cue.words).replace("#", "12")
        for text in (f"x {words} ", f"“{words}\u00a0", f"x {words} {classifier} "):
            start, end = max(0, len(text) - 64), len(text)
            found = lexicon._before[cue.role].search(text, start, end)
            told = lexicon.before(cue.role, f"{text}hội", 0, end)
            assert (told and told.span()) == (found and found.span())


@pytest.mark.parametrize(
    "text", ["ông ", "PGS.TS. ", "_", "Chủ tịch", "Bộ trưởng, ", "ông, bà.. ", "", " ", "x" * 90]
)
def test_the_last_word_tells_what_reading_back_tells(text: str) -> None:
    titles, end = title_lexicon(load_reference()), len(text)
    words = _read_back(text, end)
    at_end = bool(words.spans) and words.spans[-1][1] == end
    if titles.ending_at(text, end) is not None:
        assert at_end
    skipped = titles.skip_styles_back(text, end)
    assert skipped == end or text[skipped:].strip()
