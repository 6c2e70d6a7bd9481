"""The benchmark of entities: its labelled articles and its scores."""

import datetime as dt
from itertools import pairwise

import pytest

from assets.entities.records import ArticleText, EntityType, Observation
from benchmarks.entities_gold import GoldArticle, GoldMention, labelled_articles
from benchmarks.entities_scores import b_cubed, links, score_numbers, score_pairs, score_spans

_TEXT = "Ông An gặp bà Bình ở Huế."


def _gold(*mentions: GoldMention, ignored: tuple[int, int] | None = None) -> GoldArticle:
    article = ArticleText("a", None, _TEXT, (1,), None, dt.date(2024, 1, 1), "vi", None)
    spans = (("text", *ignored),) if ignored else ()
    return GoldArticle(article, mentions, spans)  # type: ignore[arg-type]


def _found(start: int, end: int, entity_type: EntityType = "person") -> Observation:
    surface = _TEXT[start:end]
    return Observation("a", "text", start, end, surface, entity_type, surface, None, 1, "", None)


_AN = GoldMention("text", 4, 6, "person", "an")
_BINH = GoldMention("text", 14, 18, "person", "bình")


def test_labelled_articles_are_sound_and_do_not_overlap() -> None:
    articles = labelled_articles()
    assert len(articles) >= 15
    for gold in articles:
        spans = sorted((m.field, m.start, m.end) for m in gold.mentions)
        for one, other in pairwise(spans):
            assert one[0] != other[0] or one[2] <= other[1], (gold.article.article_id, one, other)


def test_exact_spans_ask_for_both_ends() -> None:
    pages = [(_gold(_AN, _BINH), [_found(4, 6), _found(11, 18)])]
    exact, loose = score_spans(pages, True)["person"], score_spans(pages, False)["person"]
    assert (exact.right, exact.extra, exact.missing) == (1, 1, 1)
    assert (loose.right, loose.extra, loose.missing) == (2, 0, 0)


def test_what_is_not_judged_is_no_error() -> None:
    pages = [(_gold(_AN, ignored=(21, 24)), [_found(4, 6), _found(21, 24)])]
    assert score_spans(pages, True)["all"].f1 == 1


def test_a_type_that_is_wrong_is_superfluous_and_missing() -> None:
    tallies = score_spans([(_gold(_AN), [_found(4, 6, "place")])], True)
    assert (tallies["all"].right, tallies["all"].extra, tallies["all"].missing) == (0, 1, 1)


def test_linking_counts_what_is_joined_and_what_is_torn_apart() -> None:
    joined = [("p:an", "x"), ("p:an", "x"), ("p:bình", "x")]
    precision, recall, _ = b_cubed(joined)
    assert (round(precision, 3), recall) == (0.556, 1)
    pairs = score_pairs(joined)
    assert (pairs.right, pairs.extra, pairs.missing) == (1, 2, 0)
    torn = b_cubed([("p:an", "x"), ("p:an", "y")])
    assert (torn[0], torn[1]) == (1, 0.5)


def test_only_mentions_that_are_right_are_linked() -> None:
    pages = [(_gold(_AN, _BINH), [_found(4, 6), _found(11, 18)])]
    assert links(pages, {("a", "text", 4): "person:an"}) == [("person:an", "person:an")]


@pytest.mark.parametrize(("number", "right"), [("04-CT/TW", 1), ("40-CT/TW", 0)])
def test_a_document_is_right_with_its_number(number: str, right: int) -> None:
    from assets.entities.recognition import recognise
    from assets.reference.records import load_reference

    text = "Thực hiện Chỉ thị số 04-CT/TW."
    article = ArticleText("a", None, text, (1,), None, None, "vi", None)
    mention = GoldMention("text", 10, 29, "official_document", "chỉ thị", number)
    tally = score_numbers(
        [(GoldArticle(article, (mention,)), recognise(article, load_reference()))]
    )
    assert (tally.right, tally.missing) == (right, 1 - right)
