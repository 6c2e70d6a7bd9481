"""Which document a citation of a number means, without articles or tables."""

import datetime as dt

import pytest

from assets.entities.records import DocumentCitation
from assets.entities.resolution.document_numbers import comparable_number, normal_number
from assets.entities.resolution.documents import Citing, DocumentJoiner
from assets.reference.records import load_reference

_DAY, _OTHER_DAY = dt.date(2024, 3, 4), dt.date(2024, 5, 6)


@pytest.fixture(scope="module")
def joiner() -> DocumentJoiner:
    return DocumentJoiner(load_reference())


def _citing(article: str, number: str, day: dt.date | None = None, kind: str = "Chỉ thị") -> Citing:
    return Citing(article, DocumentCitation(kind, number, None, day))


def _meant(joiner: DocumentJoiner, *citings: Citing) -> dict[str, str]:
    """Return the number that each article means."""
    return {citing.article_id: key.number for citing, _, key in joiner.join(citings)}


def test_numbers_have_one_usual_form() -> None:
    assert normal_number(" 4 – CT/TƯ ") == "04-CT/TW"
    assert normal_number("12/KH-UBND") == "12/KH-UBND"
    assert comparable_number("12/QĐ-UBND") == "12-qd-ubnd"


def test_a_short_number_means_the_full_one_beside_it(joiner: DocumentJoiner) -> None:
    citings = (_citing("a", "04-CT/TW"), _citing("a", "4"), _citing("b", "04-CT/TTg"))
    short = [key.number for citing, _, key in joiner.join(citings) if citing.citation.number == "4"]
    assert short == ["04-CT/TW"]


def test_a_number_alone_says_nothing_of_another_article(joiner: DocumentJoiner) -> None:
    assert _meant(joiner, _citing("a", "04-CT/TW"), _citing("b", "4"))["b"] == "04"


def test_the_day_of_issue_tells_which_full_number_a_short_one_is(joiner: DocumentJoiner) -> None:
    full = [_citing("a", "04-CT/TW", _DAY), _citing("a", "04-CT/TTg", _OTHER_DAY)]
    for day, number in ((_DAY, "04-CT/TW"), (_OTHER_DAY, "04-CT/TTg"), (None, "04")):
        short = _citing("a", "4", day)
        (meant,) = (key.number for one, _, key in joiner.join([*full, short]) if one is short)
        assert meant == number


def test_a_number_that_many_bodies_use_is_not_compared_with_every_article(
    joiner: DocumentJoiner, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = 0
    agrees = DocumentJoiner._agrees

    def counted(*arguments: object) -> bool:
        nonlocal compared
        compared += 1
        return agrees(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(DocumentJoiner, "_agrees", counted)
    citings = [_citing(f"a{n}", "12/KH-UBND", kind="Kế hoạch") for n in range(300)]
    joined = list(joiner.join(citings))
    assert all(own == key for _, own, key in joined)
    assert len({key for _, _, key in joined}) == 300
    assert compared < 10 * len(citings)


def test_what_one_article_alone_knows_is_meant_by_no_other(joiner: DocumentJoiner) -> None:
    citings = [_citing(name, "12/KH-UBND", kind="Kế hoạch") for name in ("a", "b")]
    assert all(own == key for _, own, key in joiner.join(citings))


def test_a_number_that_many_bodies_use_needs_the_day_to_mean_a_body_s(
    joiner: DocumentJoiner,
) -> None:
    said = DocumentCitation("Kế hoạch", "12/KH-UBND", "organisation:ubnd-ha-noi", _DAY)
    for day, is_meant in ((_DAY, True), (_OTHER_DAY, False), (None, False)):
        bare = _citing("b", "12/KH-UBND", day, kind="Kế hoạch")
        joined = list(joiner.join([Citing("a", said), bare]))
        (theirs,) = (key for one, _, key in joined if one is not bare)
        (meant,) = (key for one, _, key in joined if one is bare)
        assert (meant == theirs) is is_meant
