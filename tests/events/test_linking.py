"""Statements of several articles become events: joined, kept apart, in any order, and judged."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linking_at_once import link_at_once

from assets.events.linking.linking import _parts
from assets.events.linking.records import Linking, ToldEvent
from assets.reference.judgements import Judgement

DAY = dt.date(2023, 9, 14)
PARENTS = {"place:sa-pa": "place:lao-cai", "place:ba-na": "place:da-nang"}


def told(article: str, **changes: object) -> ToldEvent:
    """Return a statement of a workshop on weaving, with some facts changed."""
    event = ToldEvent(
        statement_id=f"article:{article}:text:0",
        article_id=f"article:{article}",
        duplicate_of=None,
        published_on=DAY,
        kind="hội thảo",
        surface="hội thảo",
        name="Giữ nghề dệt ở bản vùng cao",
        opening="Sáng 14/9 hội thảo giữ nghề dệt ở bản vùng cao",
        is_main=True,
        is_planned=False,
        starts_on=DAY,
        ends_on=DAY,
        date_precision="day",
        place_id=None,
        organisers=frozenset({"organisation:hoi-di-san"}),
        people=frozenset(),
        bodies=frozenset(),
    )
    event = replace(event, **changes)  # type: ignore[arg-type]
    if "starts_on" in changes and "ends_on" not in changes:
        event = replace(event, ends_on=event.starts_on)
    return event


def link(*statements: ToldEvent, judgements: Sequence[Judgement] = ()) -> Linking:
    return link_at_once(statements, PARENTS, judgements)


def groups(linking: Linking) -> list[list[str]]:
    """Return the articles of each event."""
    return sorted(
        sorted({one.split(":")[1] for one in event.statement_ids}) for event in linking.events
    )


UNNAMED = {"name": None, "surface": "hội thảo", "opening": "Chuyện nghề dệt hôm nay"}


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Giữ nghề dệt ở bản vùng cao hôm nay"},
        {"kind": "tọa đàm", "surface": "tọa đàm"},
        {"published_on": DAY + dt.timedelta(days=9)},
        {"is_planned": True, "published_on": DAY - dt.timedelta(days=20)},
        {"starts_on": DAY, "ends_on": DAY + dt.timedelta(days=1)},
        {"starts_on": DAY + dt.timedelta(days=1)},
        {"starts_on": None, "date_precision": None},
        {
            "starts_on": dt.date(2023, 9, 1),
            "ends_on": dt.date(2023, 9, 30),
            "date_precision": "month",
        },
        {"organisers": frozenset()},
    ],
    ids=lambda changes: ",".join(changes),
)
def test_one_event(changes: dict[str, object]) -> None:
    assert groups(link(told("a"), told("b", **changes))) == [["a", "b"]]


@pytest.mark.parametrize(
    "changes",
    [
        {"starts_on": DAY + dt.timedelta(days=4)},
        {"starts_on": DAY + dt.timedelta(days=1), "name": "Nước sạch cho trường học"},
        {"name": "Nước sạch cho trường học", "opening": "Nước sạch cho trường học xa"},
        {
            "kind": "phiên tòa",
            "name": None,
            "surface": "phiên tòa",
            "opening": "Phiên tòa sáng nay",
        },
        {
            "organisers": frozenset({"organisation:so-y-te"}),
            "name": "Phòng bệnh mùa mưa",
            "opening": "Phòng bệnh mùa mưa lũ",
        },
    ],
    ids=lambda changes: ",".join(changes),
)
def test_two_events(changes: dict[str, object]) -> None:
    assert groups(link(told("a"), told("b", **changes))) == [["a"], ["b"]]


def test_two_meetings_of_one_body_in_one_week_stay_two() -> None:
    first = told("a", kind="hội nghị", surface="hội nghị", name=None)
    second = replace(
        told("b", kind="hội nghị", surface="hội nghị", name=None),
        starts_on=DAY + dt.timedelta(days=3),
        ends_on=DAY + dt.timedelta(days=3),
    )
    assert groups(link(first, second)) == [["a"], ["b"]]


def test_congresses_of_other_ordinals_stay_two() -> None:
    one = told("a", kind="đại hội", surface="Đại hội lần thứ IV", name="Đại hội lần thứ IV")
    other = told("b", kind="đại hội", surface="Đại hội lần thứ V", name="Đại hội lần thứ V")
    assert groups(link(one, other)) == [["a"], ["b"]]


def test_receptions_of_two_guests_on_one_day_stay_two() -> None:
    host: dict[str, object] = {
        "kind": "buổi tiếp",
        "organisers": frozenset(),
        "place_id": "place:ha-noi",
    }
    one = told(
        "a",
        **host,
        surface="tiếp Đại sứ Ba Lan",
        name="tiếp Đại sứ Ba Lan",
        opening="Bà Lan tiếp Đại sứ Ba Lan",
        people=frozenset({"person:lan", "person:marek"}),
    )
    other = told(
        "b",
        **host,
        surface="tiếp Đại sứ Nhật Bản",
        name="tiếp Đại sứ Nhật Bản",
        opening="Bà Lan tiếp Đại sứ Nhật Bản",
        people=frozenset({"person:lan", "person:yamada"}),
    )
    assert groups(link(one, other)) == [["a"], ["b"]]


def test_two_trials_of_one_court_on_a_day_stay_two() -> None:
    trial: dict[str, object] = {"kind": "phiên tòa", "surface": "phiên tòa", "name": None}
    one = told("a", **trial, opening="Xét xử bị cáo trộm xe máy ở chợ đầu mối")
    other = told("b", **trial, opening="Xét xử bị cáo làm giả con dấu của trường học")
    again = told("c", **trial, opening="Bị cáo trộm xe máy ở chợ đầu mối lãnh án, xét xử lưu động")
    assert groups(link(one, other, again)) == [["a", "c"], ["b"]]


def test_matches_of_other_teams_stay_two() -> None:
    match: dict[str, object] = {
        "kind": "trận đấu",
        "surface": "thắng",
        "name": None,
        "opening": "Vòng 10 giải vô địch quốc gia",
        "organisers": frozenset(),
    }
    one = told("a", **match, bodies=frozenset({"organisation:song-huong", "organisation:song-lam"}))
    other = told("b", **match, bodies=frozenset({"organisation:song-han", "organisation:song-ma"}))
    assert groups(link(one, other)) == [["a"], ["b"]]


def test_no_chain_joins_contradictory_days() -> None:
    between = told("b", starts_on=None, date_precision=None, published_on=None)
    far = told("c", starts_on=DAY + dt.timedelta(days=40))
    joined = groups(link(told("a"), between, far))
    assert ["a", "b", "c"] not in joined
    assert not any({"a", "c"} <= set(group) for group in joined)


def test_undated_needs_more_than_the_organiser() -> None:
    bare = told("b", **UNNAMED, starts_on=None, date_precision=None, published_on=None)
    assert groups(link(told("a"), bare)) == [["a"], ["b"]]


def test_copy_of_an_article_is_the_same_event_and_says_why() -> None:
    copy = told("b", duplicate_of="article:a", **UNNAMED, organisers=frozenset())
    linking = link(told("a"), copy)
    assert groups(linking) == [["a", "b"]]
    assert linking.links[0].signals == ("the same article again",)


def test_links_tell_what_joins() -> None:
    (joined,) = link(told("a"), told("b")).links
    assert (joined.left_article_id, joined.right_article_id) == ("article:a", "article:b")
    assert "same day" in joined.signals
    assert any("organisation:hoi-di-san" in signal for signal in joined.signals)
    assert 0.6 <= joined.score <= 1


def test_id_is_readable_and_lasts() -> None:
    alone = link(told("a")).events[0].event_id
    assert alone == "event:hoi-thao-2023-09-14-giu-nghe-det-o-ban-vung-cao"
    assert (
        link(told("a"), told("b", published_on=DAY + dt.timedelta(days=2))).events[0].event_id
        == alone
    )


def test_events_of_one_id_are_told_apart() -> None:
    quiet: dict[str, object] = {
        "kind": "vụ cháy",
        "name": None,
        "organisers": frozenset(),
        "surface": "vụ cháy",
    }
    one = told("a", **quiet, opening="Cháy chợ ở Huế", place_id="place:hue")
    other = told("b", **quiet, opening="Kho vải bốc khói", place_id="place:vinh")
    ids = sorted(event.event_id for event in link(one, other).events)
    assert ids[0] == "event:vu-chay-2023-09-14"
    assert ids[1].startswith("event:vu-chay-2023-09-14--")


def test_plan_and_realisation_are_one_that_took_place() -> None:
    plan = told("a", is_planned=True, published_on=DAY - dt.timedelta(days=10))
    (event,) = link(plan, told("b")).events
    assert not event.is_planned
    assert link(plan).events[0].is_planned


def test_days_of_one_congress_are_taken_together() -> None:
    lasting = {"kind": "đại hội", "surface": "đại hội"}
    one = told("a", **lasting)
    other = told("b", **lasting, starts_on=DAY, ends_on=DAY + dt.timedelta(days=1))
    (event,) = link(one, other).events
    assert (event.starts_on, event.ends_on) == (DAY, DAY + dt.timedelta(days=1))


def judged(verdict: str, left: str, right: str) -> Judgement:
    return Judgement(verdict, left, right, "checked", 2)  # type: ignore[arg-type]


def test_judged_different_and_taken_back() -> None:
    pair = (told("a"), told("b"))
    apart = judged("different", "article:a", "article:b")
    assert groups(link(*pair, judgements=[apart])) == [["a"], ["b"]]
    assert groups(link(*pair)) == [["a", "b"]]


def test_judged_the_same() -> None:
    pair = (told("a"), told("b", starts_on=DAY + dt.timedelta(days=60), name="Nước sạch"))
    for ids in (
        ("article:a", "article:b"),
        tuple(event.event_id for event in link(*pair).events),
    ):
        linking = link(*pair, judgements=[judged("same", *ids)])
        assert groups(linking) == [["a", "b"]]


def test_judgement_of_unknown_ids_says_nothing() -> None:
    linking = link(told("a"), judgements=[judged("same", "article:a", "article:gone")])
    assert groups(linking) == [["a"]]


_MANY = [
    told(
        str(number),
        starts_on=DAY + dt.timedelta(days=number % 3),
        name=["Giữ nghề dệt", "Nước sạch cho trường học", None][number % 3 - number % 2],
        organisers=frozenset({f"organisation:{number % 2}"}),
    )
    for number in range(12)
]


@settings(max_examples=25, deadline=None)
@given(st.permutations(_MANY))
def test_order_changes_nothing(statements: list[ToldEvent]) -> None:
    assert link(*statements) == link(*_MANY)


def test_other_hosts_of_other_things_are_two_events() -> None:
    gift = {"kind": "lễ trao tặng", "name": None}
    wheels = "lễ trao tặng 50 xe lăn cho người khuyết tật huyện Hoa Sơn"
    bikes = "lễ trao tặng 30 xe đạp cho học sinh nghèo huyện Hoa Sơn"
    one = told("a1", **gift, surface=wheels, opening=f"Hội Di sản tổ chức {wheels}")
    school = frozenset({"organisation:hoi-khuyen-hoc"})
    other = told("a2", **gift, surface=bikes, opening=f"Hội mở {bikes}", organisers=school)
    assert groups(link(one, other)) == [["a1"], ["a2"]]


def test_the_number_of_a_congress_is_no_proper_name() -> None:
    congress = {"kind": "đại hội", "opening": "Đại hội bàn nghề dệt ở bản vùng cao"}
    one = told("a1", **congress, surface="Đại hội lần thứ II", name="Đại hội lần thứ II")
    name = "Đại hội Hội Dệt lần thứ II"
    (found,) = link(one, told("a2", **congress, surface=name, name=name)).links
    assert "other proper names" not in found.signals


def test_pairs_that_hang_together_come_together() -> None:
    parts = list(_parts([(1, 2), (5, 6), (2, 3)], [(3, 4), (8, 9)]))
    assert parts == [([(1, 2), (2, 3)], [(3, 4)]), ([(5, 6)], []), ([], [(8, 9)])]
