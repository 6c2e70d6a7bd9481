"""Words with abbreviations written out, short forms in brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.entities.abbreviations import WordReader, bracketed, is_acronym, spells
from assets.reference.records import Abbreviation

_READER = WordReader(
    [
        Abbreviation("UBND", "Ủy ban nhân dân"),
        Abbreviation("T.Ư", "Trung ương"),
        Abbreviation("GD-ĐT", "Giáo dục và Đào tạo"),
        Abbreviation("TP", "thành phố"),
    ]
)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("UBND TP. Huế", "ủy ban nhân dân thành phố huế"),
        ("Uỷ ban", "ủy ban"),
        ("T.Ư Đoàn", "trung ương đoàn"),
        ("Sở GD-ĐT", "sở giáo dục và đào tạo"),
        ("ở TP.", "ở thành phố ."),
        ("Samaritan’s", "samaritan's"),
        ("AGD-ĐT, GD-ĐTA", "agd - đt , gd - đta"),
        ("O'TP. Huế _TP. Huế", "o'tp . huế _ thành phố huế"),
        ("TP.\nHuế", "thành phố \n huế"),
        ("GD-ĐT\u00a0UBND(TP.Huế)", "giáo dục và đào tạo ủy ban nhân dân ( thành phố huế )"),
    ],
)
def test_keys(text: str, keys: str) -> None:
    assert " ".join(_READER.keys(text)) == keys


def test_the_words_of_an_abbreviation_share_its_offsets() -> None:
    words = _READER.read("ở UBND xã")
    assert [(w.start, w.end) for w in words] == [(0, 1), *[(2, 6)] * 4, (7, 9)]
    assert [w.first for w in words] == [True, True, False, False, False, True]
    assert [w.last for w in words] == [True, False, False, False, True, True]


@given(st.text(max_size=80))
def test_offsets_are_those_of_the_text(text: str) -> None:
    words = _READER.read(text)
    assert all(text[word.start : word.end] == word.surface for word in words)
    covered = "".join(word.surface for word in words if word.first)
    assert "".join(covered.split()) == "".join(text.split())


def test_bracketed_short_forms_only() -> None:
    text = "Mặt trận (MTTQ) họp (sáng nay) tại đây (LĐ-TB&XH)"
    words = _READER.read(text)
    found = [
        text[words[at].start : words[end - 1].end] for at, end in bracketed(words, text).items()
    ]
    assert found == ["(MTTQ)", "(LĐ-TB&XH)"]


@pytest.mark.parametrize("text", ["MTTQ", "LĐ-TB&XH", "AICESIS", "BGDĐT", "HoSE"])
def test_acronyms(text: str) -> None:
    assert is_acronym(text)


@pytest.mark.parametrize("text", ["Mtt", "A", "hội", "Hà Nội", "2024", ""])
def test_no_acronyms(text: str) -> None:
    assert not is_acronym(text)


def test_spells() -> None:
    assert spells("MTTQ", ["mặt", "trận", "tổ", "quốc", "việt", "nam"])
    assert not spells("HAUFO", ["liên", "hiệp"])
