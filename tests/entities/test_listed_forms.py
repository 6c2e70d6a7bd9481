"""What is listed at the words of a text: the same as asking the tries word by word."""

import pytest

from assets.entities.organisations.forms import forms_of
from assets.entities.organisations.listed import listed_forms
from assets.reference.records import load_reference

_TEXTS = (
    "Phó Chủ tịch UBND TP Hà Nội và Giám đốc Sở Y tế gặp Đảng Đoàn kết, Đảng đoàn Quốc hội.",
    "Hội (BĐG) đồng nhân dân tỉnh; Bộ (mới) Công Thương, Bộ",
    "ông\nbà TS. PGS.TS Tổng công ty, công an, trường đời, Viện",
    "",
)


@pytest.mark.parametrize("text", _TEXTS)
def test_all_listed_forms_are_found_where_the_tries_have_them(text: str) -> None:
    """No form is missed because of a look at the first two words."""
    forms = forms_of(load_reference())
    listed = listed_forms(forms, text)
    words = listed.words
    for at in range(len(words)):
        assert listed.titles.get(at, []) == forms.titles.find(words, at, {})
        assert listed.bodies.get(at, []) == forms.bodies.find(words, at, listed.brackets)
        assert listed.heads.get(at) == forms.head_at(words, at)
        longest = forms.heads.find(words, at, {})[:1]
        no_body = [end for end, heads in longest if heads[0].tail == "no_body"]
        assert listed.no_bodies.get(at) == next(iter(no_body), None)
        begins = at in {*listed.titles, *listed.bodies, *listed.heads, *listed.no_bodies}
        assert (at in listed.openings) == begins


def test_text_with_titles_and_bodies_has_them_listed() -> None:
    """The comparison above compares something."""
    listed = listed_forms(forms_of(load_reference()), _TEXTS[0])
    assert 0 in listed.titles
    assert listed.bodies
    assert listed.heads
