"""Labelled pages made up for the scorer's tests, and a warehouse that says just what they say.

The pages: two articles about one workshop, one of them HTML; an opinion without an event, run
again by another outlet; a menu; a byte copy.
"""

import datetime as dt
from typing import Any

from benchmarks.unseen_gold import GoldFolder, GoldPage
from benchmarks.unseen_warehouse import FoundArticle, FoundFacts, Row

LEAD = (
    "Ngày 12-3-2021, tại huyện Lam Giang, Hội Gốm Việt tổ chức hội thảo Giữ lửa lò xưa do ông "
    "Trần Văn Đất, nguyên Giám đốc Công ty Men Lam chủ trì theo Quyết định số 12/QĐ-HGV."
)
SIGNED = "Bà Lê Thị Men, Chủ tịch Hội Gốm Việt phát biểu rồi cùng Công ty Men Lam ký bản ghi nhớ."
OPINION = "Nghề gốm sống được thì phải có người trẻ.\nMuốn vậy, lò phải đỏ lửa cả năm."
CLUB, FIRM, CHAIR, SPEAKER = "Hội Gốm Việt", "Công ty Men Lam", "Trần Văn Đất", "Lê Thị Men"
PLACE, ORDER = "huyện Lam Giang", "Quyết định số 12/QĐ-HGV"
TYPES = {
    CLUB: "organisation", FIRM: "organisation", CHAIR: "person", SPEAKER: "person",
    PLACE: "place", ORDER: "official_document",
}  # fmt: skip
DAY = {"starts_on": "2021-03-12", "ends_on": "2021-03-12"}


def _page(file: str, title: str, text: str, **more: Any) -> Any:
    return {
        "file": file, "is_article": True, "reason_if_not": None, "title": title, "text": text,
        "line_kinds": {"1": "title", "2": "lead", "3": "body", "4": "other"},
        "kind_also": {"4": ["navigation"]}, "published_at": "2021-03-13T08:05",
        "precision": "minute", "authors": ["Thu Lam"], "section": "Làng nghề",
        "outlet": "Báo Lam Giang", "outlet_domain": "baolamgiang.vn", "outlet_optional": False,
        "language": "vi", "duplicate_of": None, **more,
    }  # fmt: skip


def _spans(text: str) -> list[Any]:
    return [
        {
            "field": "text", "start": text.find(name), "end": text.find(name) + len(name),
            "surface": name, "type": kind, "entity": name,
        }
        for name, kind in TYPES.items()
        if name in text
    ]  # fmt: skip


def _report_of_workshop(file: str, title: str) -> GoldPage:
    text = f"{LEAD}\n{SIGNED}"
    role = {"person": SPEAKER, "title": "Chủ tịch", "organisation": CLUB, "former": False}
    former = {
        "person": CHAIR, "title": "nguyên Giám đốc", "organisation": FIRM, "former": True,
    }  # fmt: skip
    event = {
        "key": "gom", "is_main": True, "kind": "hội thảo", "name": "Giữ lửa lò xưa", **DAY,
        "place": PLACE, "organisers": [CLUB], "chairs": [CHAIR], "speakers": [SPEAKER],
        "attendees": [FIRM],
    }  # fmt: skip
    signed = {
        "sentence": SIGNED, "signed_on": "2021-03-12", "precision": "day", "parties": [CLUB, FIRM],
    }  # fmt: skip
    day = {"field": "text", "start": 0, "end": 14, "surface": LEAD[:14], **DAY, "precision": "day"}
    page: GoldPage = _page(
        file, title, text, mentions=_spans(text), ignored=[], dates=[day], dates_ignored=[],
        roles=[role, former], events=[event], agreements=[signed],
    )  # fmt: skip
    return page


def gold_folder() -> GoldFolder:
    """Return the labels of the pages."""
    kinds = ("mentions", "ignored", "dates", "dates_ignored", "roles", "events", "agreements")
    nothing: dict[str, list[Any]] = {kind: [] for kind in kinds}
    pages = [
        _report_of_workshop("hop.txt", "Bàn cách giữ lửa lò gốm"),
        _report_of_workshop("hop.html", "Lò gốm xưa lên tiếng"),
        _page("y-kien.txt", "Gốm và người trẻ", OPINION, **nothing),
        _page("dang-lai.txt", "Gốm và người trẻ", OPINION, duplicate_of="y-kien.txt"),
        {**_page("menu.txt", "", ""), "is_article": False, "reason_if_not": "menu only"},
    ]
    return GoldFolder({page["file"]: page for page in pages}, {"chep.txt": "hop.txt"})


def facts_of(folder: GoldFolder) -> FoundFacts:
    """Return a warehouse that says of every page what its labels say."""
    articles = {file: _found(page) for file, page in folder.pages.items() if page["is_article"]}
    statuses = {
        **dict.fromkeys(folder.pages, "loaded"),
        **dict.fromkeys(folder.copies, "duplicate"),
    }
    events = {
        event["key"]: {
            "kind": event["kind"], "name": event["name"], "place_id": event["place"],
            "starts_on": _day(event["starts_on"]), "ends_on": _day(event["ends_on"]),
        }
        for told in folder.event_pages().values()
        for event in told
    }  # fmt: skip
    names = {name: {"name": name} for name in TYPES}
    outlet = {"lam-giang": {"name": "Báo Lam Giang", "domain": None}}
    parties = {file: {CLUB, FIRM} for file in folder.pages}
    return FoundFacts(articles, statuses, outlet, names, events, parties)


def _day(value: Any) -> dt.date:
    return dt.date.fromisoformat(value)


def _found(page: GoldPage) -> FoundArticle:
    published = dt.datetime.fromisoformat(f"{page['published_at']}+07:00")
    row = {
        "article_id": page["file"], "title": page["title"], "text": page["text"],
        "published_at": published.astimezone(dt.UTC), "published_precision": page["precision"],
        "outlet_id": "lam-giang", "section": page["section"], "authors": [*page["authors"]],
        "language": "vi", "duplicate_of": page["duplicate_of"],
    }  # fmt: skip
    lines = [{"line_no": int(no), "kind": kind} for no, kind in page["line_kinds"].items()]
    mentions = [
        _at(span, entity_type=span["type"], entity_id=span["entity"])
        for span in page.get("mentions", [])
    ]
    dates = [
        _at(date, starts_on=_day(date["starts_on"]), ends_on=_day(date["ends_on"]), precision="day")
        for date in page.get("dates", [])
    ]
    roles = [
        {
            "person_id": role["person"], "title": role["title"],
            "organisation_id": role["organisation"],
            "as_of": None if role["former"] else published.date(),
        }
        for role in page.get("roles", [])
    ]  # fmt: skip
    events, participants = [], []
    for event in page.get("events", []):
        events.append({"event_id": event["key"], "is_main": True})
        for part, people in (
            ("organiser", event["organisers"]), ("chair", event["chairs"]),
            ("speaker", event["speakers"]), ("attendee", event["attendees"]),
        ):  # fmt: skip
            participants += [
                {"event_id": event["key"], "entity_id": one, "part": part} for one in people
            ]
    text = page["text"] or ""
    agreements = [
        {
            "agreement_id": page["file"], "field": "text", "kind": "bản ghi nhớ",
            "start_char": text.index(one["sentence"]), "end_char": len(text),
            "signed_on": _day(one["signed_on"]), "date_precision": one["precision"],
        }
        for one in page.get("agreements", [])
    ]  # fmt: skip
    return FoundArticle(row, lines, mentions, dates, roles, events, participants, agreements)


def _at(span: Any, **values: Any) -> Row:
    place = {"field": span["field"], "start_char": span["start"], "end_char": span["end"]}
    return {**place, "surface": span["surface"], **values}
