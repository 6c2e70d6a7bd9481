"""A warehouse small enough to answer every question about it by hand.

Four articles: a1 and a2 report one conference, in two outlets; a3 tells no date and no outlet; a4
is a1 again and must count nowhere. What does not belong here: what the marts answer.
"""

import datetime as dt
from collections import defaultdict
from typing import Any

from assets.reference.records import load_reference
from assets.shell import table_frame
from warehouse.connection import Database, describe_tables

UNION, FRONT, SECRETARIAT = "organisation:union", "organisation:front", "organisation:secretariat"
FRIENDS = "organisation:friends-of-india"
LAN, BINH = "person:lan", "person:binh"
HA_NOI, VIETNAM, LAOS = "place:ha-noi", "place:viet-nam", "place:lao"
DIRECTIVE = "official_document:chi-thi-1"
CONFERENCE, CONGRESS = "event:conference", "event:congress"
_NAMES = {
    UNION: "Liên hiệp Hữu nghị Hà Nội",
    FRONT: "Mặt trận Lào xây dựng đất nước",
    SECRETARIAT: "Ban Bí thư",
    FRIENDS: "Hội hữu nghị Việt Nam - Ấn Độ",
    LAN: "Nguyễn Lan",
    BINH: "Trần Bình",
    HA_NOI: "Hà Nội",
    VIETNAM: "Việt Nam",
    LAOS: "Lào",
    DIRECTIVE: "Chỉ thị số 1-CT/TW",
}
_BLANK: dict[str, Any] = {
    "VARCHAR": "",
    "VARCHAR[]": [],
    "INTEGER": 0,
    "BIGINT": 0,
    "DOUBLE": 1.0,
    "BOOLEAN": False,
}


def _day(day: int) -> dt.date:
    return dt.date(2024, 3, day)


def _rows() -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def add(table: str, **values: Any) -> None:
        rows[table].append(values)

    def mention(article: str, entity: str, line: int, start: int) -> None:
        add(
            "core.mentions",
            mention_id=f"{article}:{start}",
            article_id=article,
            field="text",
            start_char=start,
            end_char=start + 5,
            surface=_NAMES[entity][:5],
            entity_type=entity.partition(":")[0],
            entity_id=entity,
            name=_NAMES[entity],
            line_no=line,
            confidence=0.7 if entity == FRIENDS else 1.0,
        )

    def article(key: str, outlet: str | None, day: int | None, **values: Any) -> None:
        published = _day(day) if day else None
        moment = dt.datetime(2024, 3, day, tzinfo=dt.UTC) if day else None
        told = {"published_on": published, "published_at": moment, **values}
        add("core.articles", article_id=key, outlet_id=outlet, text="x", **told)

    def took_part(event: str, entity: str, part: str, article_id: str, start: int) -> None:
        add(
            "core.event_participants",
            event_id=event,
            entity_id=entity,
            part=part,
            article_id=article_id,
            field="text",
            start_char=start,
            end_char=start + 5,
        )

    def agreement(key: str, article_id: str, day: int | None, *parties: tuple[str, int]) -> None:
        add(
            "core.agreements",
            agreement_id=key,
            kind="bản ghi nhớ",
            signed_on=_day(day) if day else None,
            date_precision="day" if day else None,
            article_id=article_id,
            field="text",
            start_char=60,
            end_char=71,
            surface="bản ghi nhớ",
            line_no=2,
        )
        for party, start in parties:
            add(
                "core.agreement_parties",
                agreement_id=key,
                entity_id=party,
                article_id=article_id,
                field="text",
                start_char=start,
                end_char=start + 5,
            )

    for outlet in ("bao-a", "bao-b"):
        add("core.outlets", outlet_id=outlet, name=outlet.title())
    article("a1", "bao-a", 5, title="T1", authors=["X"], word_count=100)
    article("a2", "bao-b", 6, title="T2", word_count=50)
    article("a3", None, None, title="T3", word_count=20)
    article("a4", "bao-b", 7, title="T1", duplicate_of="a1", word_count=100)
    for copy in ("a1", "a4"):
        mention(copy, UNION, 1, 0)
        mention(copy, LAN, 1, 10)
        mention(copy, HA_NOI, 1, 20)
        mention(copy, FRONT, 2, 30)
        mention(copy, UNION, 2, 40)
        mention(copy, DIRECTIVE, 3, 80)
        mention(copy, UNION, 3, 90)
        agreement(f"m-{copy}", copy, 4, (UNION, 40), (FRONT, 30))
        took_part(CONFERENCE, UNION, "organiser", copy, 0)
        took_part(CONFERENCE, LAN, "speaker", copy, 10)
        add("core.event_articles", event_id=CONFERENCE, article_id=copy, is_main=True)
    mention("a2", BINH, 1, 0)
    mention("a2", FRONT, 2, 30)
    mention("a2", UNION, 2, 40)
    agreement("m-a2", "a2", 4, (FRONT, 30), (UNION, 40))
    took_part(CONFERENCE, BINH, "attendee", "a2", 0)
    took_part(CONFERENCE, FRONT, "attendee", "a2", 30)
    add("core.event_articles", event_id=CONFERENCE, article_id="a2", is_main=True)
    add("core.event_articles", event_id=CONGRESS, article_id="a2", is_main=False)
    mention("a3", FRIENDS, 1, 0)
    mention("a3", DIRECTIVE, 2, 80)
    agreement("m-a3", "a3", None, (FRIENDS, 0))
    add(
        "core.event_statements",
        statement_id="s1",
        event_id=CONFERENCE,
        article_id="a1",
        field="text",
        surface="hội nghị",
        kind="hội nghị",
        starts_on=_day(4),
        place_id=HA_NOI,
        place_field="text",
        place_start=20,
        place_end=25,
        line_no=1,
    )
    _add_entities(rows)
    return rows


def _add_entities(rows: dict[str, list[dict[str, Any]]]) -> None:
    kept = [m["entity_id"] for m in rows["core.mentions"] if m["article_id"] != "a4"]
    for key, name in _NAMES.items():
        kind = key.partition(":")[0]
        counts = {"mention_count": kept.count(key), "article_count": 1}
        entity = {"entity_id": key, "entity_type": kind, "name": name, **counts}
        rows["core.entities"].append(entity)
        rows["core.entity_aliases"].append({"entity_id": key, "alias": name.upper()})
    for key in (LAN, BINH):
        rows["core.persons"].append({"entity_id": key, "name": _NAMES[key]})
    homes: tuple[tuple[str, str, str | None], ...] = (
        (UNION, "union", HA_NOI),
        (FRONT, "foreign", None),
        (SECRETARIAT, "party", None),
        (FRIENDS, "association", None),
    )
    for key, kind, home in homes:
        body = {"entity_id": key, "name": _NAMES[key], "kind": kind, "place_id": home}
        rows["core.organisations"].append(body)
    parents: tuple[tuple[str, str, str | None], ...] = (
        (HA_NOI, "province", VIETNAM),
        (VIETNAM, "country", None),
        (LAOS, "country", None),
    )
    for key, kind, parent in parents:
        place = {"entity_id": key, "name": _NAMES[key], "kind": kind, "parent_id": parent}
        rows["core.places"].append(place)
    rows["core.official_documents"].append(
        {"entity_id": DIRECTIVE, "kind": "Chỉ thị", "number": "1-CT/TW", "issuer_id": SECRETARIAT}
    )
    for article_id, start, title, as_of in (
        ("a1", 5, "Chủ tịch", _day(5)),
        ("a3", 5, "nguyên Chủ tịch", None),
    ):
        role = {"person_id": LAN, "title": title, "organisation_id": UNION, "as_of": as_of}
        shown = {"article_id": article_id, "field": "text", "start_char": start, "surface": title}
        rows["core.roles"].append({**role, **shown, "end_char": start + 8, "line_no": 1})
    rows["core.events"] += [
        {
            "event_id": CONFERENCE,
            "kind": "hội nghị",
            "name": "Vì hòa bình",
            "starts_on": _day(4),
            "ends_on": _day(4),
            "place_id": HA_NOI,
            "article_count": 2,
            "outlet_count": 2,
        },
        {"event_id": CONGRESS, "kind": "đại hội", "article_count": 1, "outlet_count": 1},
    ]
    rows["core.redirects"].append({"old_id": "person:lan-old", "entity_id": LAN, "reason": "x"})
    rows["raw.files"] += [
        {"file_id": key, "path": key, "status": status, "reason": reason}
        for key, status, reason in (
            ("f1", "loaded", None),
            ("f2", "rejected", "is empty"),
            ("f3", "rejected", "is empty"),
            ("f4", "missing", "is gone"),
        )
    ]
    rows["reference.countries"] = [
        {"entity_id": one.entity_id, "iso_code": one.iso_code, "name": one.name}
        | {"aliases": list(one.aliases), "continent_id": one.continent_id}
        for one in load_reference().countries
    ]


def fill(database: Database) -> None:
    """Write the rows; a column that may not be NULL and is not told gets a blank of its type."""
    moment = dt.datetime(2024, 3, 8, tzinfo=dt.UTC)
    for table, rows in _rows().items():
        blanks = {
            column.name: _BLANK.get(column.sql_type, moment)
            for column in describe_tables()[table].columns
            if not column.nullable
        }
        database.load(table, table_frame(table, [blanks | row for row in rows]))
