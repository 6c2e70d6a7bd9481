from hypothesis import given
from hypothesis import strategies as st

from assets.entities.gazetteer import Entry, Gazetteer, key_text
from assets.language.folding import nfc, settle_tones

NAMES = Gazetteer(
    [
        Entry("Cu - Ba", "CU"),
        Entry("Lào", "LA"),
        Entry("Lào Cai", "lao-cai"),
        Entry("Mặt trận Tổ quốc Việt Nam", "mttq", "first"),
        Entry("UAE", "AE"),
        Entry("phó chủ tịch", "title", "any"),
        Entry("Hòa Bình", "province"),
        Entry("Châu Thành", "one"),
        Entry("Châu Thành", "two"),
        Entry("TP.HCM", "hcm"),
    ]
)


RHYMES = ["oa", "oà", "oá", "oả", "oạ", "oẻ", "oẹ", "uỳ", "uý", "uỷ", "OÀ", "UỶ", "òa", "oàn"]


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    for match in NAMES.find(text):
        assert text[match.start : match.end] == match.surface
    return [(match.surface, match.values) for match in NAMES.find(text)]


def test_every_way_of_writing_a_dash_is_found_with_its_own_offsets() -> None:
    for form in ("Cu - Ba", "Cu-Ba", "Cu – Ba", "Cu- Ba", "Cu\u00a0-\u00a0Ba"):
        assert found(f"Nhân dân {form}, Lào") == [(form, ("CU",)), ("Lào", ("LA",))]


def test_the_longest_name_wins() -> None:
    assert found("Từ Lào Cai sang Lào") == [("Lào Cai", ("lao-cai",)), ("Lào", ("LA",))]


def test_a_name_inside_a_word_is_none() -> None:
    assert found("Làoo, xLào, UAEX, Lào_1") == []


def test_a_proper_name_must_be_capitalised() -> None:
    assert found("rượu lào cai") == []
    assert found("LÀO CAI") == [("LÀO CAI", ("lao-cai",))]
    assert found("Châu thành") == []


def test_an_acronym_must_be_in_capitals() -> None:
    assert found("Uae và UAE") == [("UAE", ("AE",))]


def test_looser_case_for_organisations_and_titles() -> None:
    assert found("Mặt trận tổ quốc Việt Nam")[0][1] == ("mttq",)
    assert found("mặt trận Tổ quốc Việt Nam") == []
    assert found("Phó Chủ tịch và phó chủ tịch") == [
        ("Phó Chủ tịch", ("title",)),
        ("phó chủ tịch", ("title",)),
    ]


def test_old_tone_placement_and_double_spaces() -> None:
    assert found("tỉnh Hoà  Bình") == [("Hoà  Bình", ("province",))]


def test_one_name_of_two_things_gives_both() -> None:
    assert found("huyện Châu Thành") == [("Châu Thành", ("one", "two"))]


def test_names_do_not_cross_paragraphs() -> None:
    assert found("Hòa\nBình") == []


def test_a_name_with_a_stop_in_it() -> None:
    assert found("ở TP.HCM.") == [("TP.HCM", ("hcm",))]


def test_lookup_ignores_case() -> None:
    assert NAMES.lookup("CU-BA") == ("CU",)
    assert NAMES.lookup("Cu") == ()


def test_a_letter_that_grows_when_lowered_keeps_offsets() -> None:
    assert found("İİ Lào") == [("Lào", ("LA",))]


def test_empty() -> None:
    assert Gazetteer[str]([]).find("Lào") == []
    assert NAMES.find("") == []


@given(st.text(alphabet="hHqQuUoOaáàeẻyýỳỵ  --\n\u00a0LàocaiCB.", max_size=40))
def test_offsets_and_tones_hold_for_any_text(raw: str) -> None:
    text = nfc(raw)
    prepared = key_text(text)
    assert len(prepared.key) == len(prepared.cased)
    for match in NAMES.find_all(text):
        assert text[match.start : match.end] == match.surface
    for position, character in enumerate(prepared.cased):
        if character.isalnum():
            assert text[prepared.original(position)].isalnum()


@given(
    st.sampled_from(["", "h", "th", "q", "l", "ng", "kh", "Q"]),
    st.sampled_from(RHYMES),
    st.sampled_from(["", " ", ".", "n", "1"]),
)
def test_tones_are_settled_as_everywhere_else(onset: str, rhyme: str, after: str) -> None:
    syllable = onset + rhyme + after
    assert key_text(syllable).cased == settle_tones(syllable)


@given(st.lists(st.sampled_from(["a", "Lào", "-", "–", " ", "\n", ","]), max_size=20))
def test_dashes_among_single_blanks_are_read_as_among_others(pieces: list[str]) -> None:
    """A text without odd blanks is read in a quicker way, with the same outcome."""
    text = "".join(pieces)
    other = key_text(f"{text}\n\u00a0")
    prepared = key_text(text)
    assert f"{prepared.cased}\n " == other.cased
    assert [prepared.original(at) for at in range(len(prepared.key))] == [
        other.original(at) for at in range(len(prepared.key))
    ]


def test_entries_of_one_name_that_ask_for_different_capitals() -> None:
    names = Gazetteer([Entry("Đức", "country"), Entry("đức", "virtue", "any"), Entry("Đức", "man")])
    assert [match.values for match in names.find("đức Đức")] == [
        ("virtue",),
        ("country", "virtue", "man"),
    ]
    assert names.lookup("ĐỨC") == ("country", "virtue", "man")
