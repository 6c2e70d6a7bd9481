"""Entity ids: readable, distinct, in one alphabet."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.entities.resolution.identifiers import default_syllables, entity_id, tokens
from assets.language.folding import fold
from assets.reference.records import load_reference

DEFAULTS = default_syllables(load_reference())
VOWELS = "aàáảãạăằắâầấbđdhneèéêếiìoòóôơớuùưứyỳý"
SYLLABLES = st.one_of(
    st.text(alphabet=VOWELS, min_size=1, max_size=4),
    st.sampled_from(["Hà", "Hạ", "Hương", "Hường", "Nguyễn", "Dũng", "Dung", "Đức", "Duc", "中"]),
)
NAMES = st.lists(SYLLABLES, min_size=1, max_size=3).map(" ".join)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nguyễn Lan Hương", "person:nguyen-lan-huong"),
        ("Trần Thanh Mẫn", "person:tran-thanh-man"),
        ("Nguyễn Văn Hưng", "person:nguyen-van-hung--hu7ng"),
        ("Petr Tsvetov", "person:petr-tsvetov"),
    ],
)
def test_ids_of_persons(name: str, expected: str) -> None:
    assert entity_id("person", name, DEFAULTS) == expected


def test_each_plain_syllable_means_one_accented_one() -> None:
    rows = load_reference().id_syllables
    assert len({(row.position, fold(row.syllable)) for row in rows}) == len(rows)
    assert all(tokens(row.syllable) == (row.syllable,) for row in rows)


@given(NAMES, NAMES)
def test_names_that_differ_have_ids_that_differ(one: str, other: str) -> None:
    ids = [entity_id("person", name, DEFAULTS) for name in (one, other)]
    assert (ids[0] == ids[1]) == (tokens(one) == tokens(other))


@given(st.text(max_size=40), st.none() | st.text(max_size=5))
def test_ids_are_plain_letters_for_any_name(name: str, discriminator: str | None) -> None:
    found = entity_id("organisation", name, DEFAULTS, discriminator)
    assert re.fullmatch(r"organisation:[a-z0-9]+(-{1,2}[a-z0-9]+)*", found)
