"""Copies of one article are found and linked; reports that only look alike are not."""

import datetime as dt
import itertools
import random

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from assets.extraction.duplicates import Copy, Standing, keep_one, similarity
from assets.extraction.sketches import sketch_of, worth_comparing

SENTENCES = (
    "sang 12 3 hoi huu nghi viet nam thuy dien tinh bac giang to chuc gap mat cac nghe nhan",
    "tai buoi gap ong le van kham cho biet hoi se mo ba lop day hat cho thanh nien trong tinh",
    "cac dai bieu de nghi so van hoa ho tro dia diem va kinh phi de cac lop hoc mo dung ngay",
    "doan thuy dien cam on su don tiep chu dao va moi cac nghe nhan sang bieu dien mua he toi",
    "chieu cung ngay doan da tham lang nghe va trong cay luu niem truoc san dinh lang",
    "theo ke hoach chuyen di se keo dai muoi ngay voi nam buoi bieu dien o ba thanh pho lon",
)
STORY = "\n".join(SENTENCES)
DAY = dt.datetime(2023, 3, 12, 8, 0, tzinfo=dt.UTC)


def are_compared(one: str, other: str) -> bool:
    """Tell whether two texts share a band and are alike enough to be compared."""
    first, second = sketch_of(one), sketch_of(other)
    pair = {"article_id": "a", "other_id": "b"}
    sketches = {"sketch": first.hashes, "other_sketch": second.hashes}
    likely = worth_comparing(pl.DataFrame([{**pair, **sketches}])).rows() == [("a", "b")]
    return likely and not set(first.bands).isdisjoint(second.bands)


def published(day: int | None) -> dt.datetime | None:
    return None if day is None else DAY + dt.timedelta(days=day)


def copy(name: str, text: str, day: int | None = 0) -> Copy:
    return Copy(f"article:{name}", text, published(day))


def standing(
    name: str, day: int | None = 0, length: int = 900, *, has_title: bool = True
) -> Standing:
    return Standing(f"article:{name}", published(day), has_title, length)


def report(day: int, prices: tuple[int, ...]) -> str:
    listed = " ".join(f"loai {n} gia {price} dong moi can" for n, price in enumerate(prices, 1))
    return f"gia ca phe ngay {day} tai cac tinh tay nguyen duoc thu mua nhu sau {listed} het tin"


def test_the_same_text_with_another_lead_slug_is_one_article() -> None:
    other = "tttd " + STORY
    assert are_compared(STORY, other)
    assert similarity(copy("a", STORY), copy("b", other)) is not None


def test_an_updated_version_with_more_paragraphs_is_one_article() -> None:
    shorter = "\n".join(SENTENCES[:4])
    assert are_compared(STORY, shorter)
    assert similarity(copy("a", STORY), copy("b", shorter)) is not None


def test_one_quoted_paragraph_does_not_make_a_copy() -> None:
    assert similarity(copy("a", STORY), copy("b", SENTENCES[2])) is None


def test_a_sentence_in_common_is_not_worth_comparing() -> None:
    chance = random.Random(1)  # noqa: S311 - the same texts every time
    words = [f"chu{number}" for number in range(900)]
    others = [" ".join(chance.sample(words, 300)) for _ in range(6)]
    texts = [f"{SENTENCES[0]} {other}" for other in others]
    assert not any(are_compared(one, other) for one, other in itertools.combinations(texts, 2))
    assert are_compared(texts[0], f"{texts[0]} {others[1][:700]}")


def test_another_report_on_the_same_event_is_another_article() -> None:
    other = (
        "hoi huu nghi viet nam thuy dien tinh bac giang vua gap mat nghe nhan hat quan ho\n"
        "ong le van kham noi lop day hat se mo trong thang tu o ba huyen phia bac cua tinh\n"
        "doan thuy dien xem bieu dien roi ve ha noi trong dem de kip chuyen bay sang som"
    )
    assert similarity(copy("a", STORY), copy("b", other)) is None


def test_reports_made_by_a_pattern_stay_apart() -> None:
    one = report(12, (41200, 41300, 40900, 41100, 41000, 40800))
    other = report(13, (42500, 42600, 42200, 42400, 42300, 42100))
    assert similarity(copy("a", one), copy("b", other, day=1)) is None
    assert similarity(copy("a", one), copy("b", one, day=1)) == 1.0


def test_nearly_equal_texts_a_month_apart_stay_apart() -> None:
    changed = "\n".join((*SENTENCES[:5], "nam nay chuyen di duoc rut ngan con sau ngay o hai noi"))
    assert similarity(copy("a", STORY), copy("b", changed)) is not None
    assert similarity(copy("a", STORY), copy("b", changed, day=30)) is None


def test_the_earliest_is_kept_then_the_one_with_a_headline_then_the_longest() -> None:
    copies = {
        item.article_id: item
        for item in (
            standing("undated", day=None),
            standing("late", day=2),
            standing("bare", has_title=False),
            standing("short", length=300),
            standing("full"),
        )
    }
    pairs = list(itertools.combinations(sorted(copies), 2))
    expected = {name: "article:full" for name in copies if name != "article:full"}
    assert keep_one(pairs, copies) == expected


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=12), st.randoms())
def test_links_depend_on_no_order(links: list[tuple[int, int]], chance: random.Random) -> None:
    copies = {f"article:{n}": standing(str(n), day=n % 3 or None) for n in range(9)}
    pairs = [(f"article:{one}", f"article:{other}") for one, other in links if one != other]
    shuffled = [pair[:: chance.choice((1, -1))] for pair in pairs]
    chance.shuffle(shuffled)
    kept = keep_one(pairs, copies)
    assert keep_one(shuffled, copies) == kept
    assert not set(kept) & set(kept.values())


@given(st.text(max_size=200))
def test_any_text_is_compared_with_its_like_and_the_same(text: str) -> None:
    assert are_compared(text, text)
    assert similarity(copy("a", text), copy("b", text)) == 1.0
