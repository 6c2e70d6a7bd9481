"""Whether the main event of a page and its agreements were found, with their days and parties."""

from dataclasses import dataclass
from typing import Literal

from benchmarks.unseen_gold import GoldAgreement, GoldEvent, GoldPage, main_events
from benchmarks.unseen_names import EntityKeys, key
from benchmarks.unseen_report import Report
from benchmarks.unseen_spans import Alignment, Span, overlapping
from benchmarks.unseen_warehouse import FoundArticle, FoundFacts, Row

_PARTS: dict[str, Literal["organisers", "chairs", "speakers"]] = {
    "organiser": "organisers",
    "chair": "chairs",
    "speaker": "speakers",
}
_WHOLE = ("agreements", "agreements: all parties right")
_TEXT = "text"


@dataclass(frozen=True, slots=True)
class AllPages:
    """What facts of a page are judged with: the warehouse, whose names are whose, and `told`.

    `told` says by event key what each page about the event tells: any page's words are right.
    """

    facts: FoundFacts
    keys: EntityKeys
    told: dict[str, list[GoldEvent]]


def compare_main_event(
    report: Report, gold: GoldPage, found: FoundArticle, pages: AllPages
) -> None:
    """Compare the first labelled main event with the first one found."""
    page, ids, mains = gold["file"], found.main_event_ids(), main_events(gold)
    if not mains:
        report.judge("main event: none where none is", page, not ids, ids, [])
        return
    event = mains[0]
    first = sorted(one["key"] for one in mains)[0]
    report.clusters["main event: articles linked"].count(first, ids[0] if ids else f"none:{page}")
    report.judge("main event: found", page, bool(ids), ids, event["key"])
    row = pages.facts.events[ids[0]] if ids else {}
    told = pages.told[event["key"]]
    if event["starts_on"]:
        _compare_days(report, page, row, told)
    if event["place"]:
        _compare_place(report, page, row, told, pages.keys)
    for column in ("kind", "name"):
        _compare_words(report, page, row, told, column)
    _compare_participants(report, page, event, found, pages.keys)


def _compare_days(report: Report, page: str, row: Row, told: list[GoldEvent]) -> None:
    """Judge first and last day: those of any page about the event, or of all of them together."""
    ranges = {(one["starts_on"], one["ends_on"]) for one in told if one["starts_on"]}
    ranges.add((min(str(one[0]) for one in ranges), max(str(one[1]) for one in ranges)))
    first = row.get("starts_on")
    days = (str(first), str(row.get("ends_on") or first))
    report.judge("main event: date", page, days in ranges, days, ranges)


def _compare_place(
    report: Report, page: str, row: Row, told: list[GoldEvent], keys: EntityKeys
) -> None:
    """Judge the place: that of any page about the event, or the wider one that is right too."""
    places: list[str] = []
    for one in told:
        if one["place"]:
            places += [one["place"], *one.get("place_also", [])]
    found = keys(row.get("place_id"), places)
    report.judge("main event: place", page, found in places, found, places)


def _compare_words(
    report: Report, page: str, row: Row, told: list[GoldEvent], column: Literal["kind", "name"]
) -> None:
    """Judge a kind or name: right when it holds a labelled one or is part of it."""
    wanted = [key(one[column]) for one in told if one[column]]
    found = key(row.get(column))
    if wanted:
        right = bool(found) and any(one in found or found in one for one in wanted)
        report.judge(f"main event: {column}", page, right, found, wanted)


def _compare_participants(
    report: Report, page: str, event: GoldEvent, found: FoundArticle, keys: EntityKeys
) -> None:
    wanted = {part: event[column] for part, column in _PARTS.items()}
    everyone = [name for names in wanted.values() for name in names] + event["attendees"]
    ids = found.main_event_ids()
    mine = [
        (row["part"], keys(row["entity_id"], everyone))
        for row in found.participants
        if row["event_id"] in ids
    ]
    for part, names in wanted.items():
        report.compare(f"event {part}s", page, names, [one for its, one in mine if its == part])
    report.compare("event participants, any part", page, everyone, [one for _, one in mine])


def compare_agreements(
    report: Report, gold: GoldPage, found: FoundArticle, alignment: Alignment, pages: AllPages
) -> None:
    """Give each labelled sentence the agreement over it that shares most of its parties.

    An agreement found in a title is not judged.
    """
    page, text = gold["file"], gold["text"] or ""
    left = [(row, alignment(row)) for row in found.agreements if row["field"] == _TEXT]
    for agreement in gold.get("agreements", []):
        start = text.find(agreement["sentence"])
        sentence: Span = (_TEXT, start, start + len(agreement["sentence"]))
        over = [pair for pair in left if pair[1] and overlapping(pair[1], sentence)]
        if over:
            parties = [_parties(row, agreement, pages) for row, _ in over]
            shared = [len(one & set(agreement["parties"])) for one in parties]
            best = shared.index(max(shared))
            left.remove(over[best])
            _compare_agreement(report, page, agreement, over[best][0], parties[best])
        else:
            for row in _WHOLE:
                report.tallies[row].missing += 1
            report.compare("agreement parties", page, agreement["parties"], [])
            report.note(page, f"- agreement {agreement['sentence'][:80]!r}")
    for surplus, _ in left:
        for row in _WHOLE:
            report.tallies[row].extra += 1
        report.note(page, f"+ agreement {surplus['kind']!r} at {surplus['start_char']}")


def _parties(row: Row, agreement: GoldAgreement, pages: AllPages) -> set[str | None]:
    ids = pages.facts.parties.get(row["agreement_id"], set())
    return {pages.keys(party, agreement["parties"]) for party in ids}


def _compare_agreement(
    report: Report, page: str, agreement: GoldAgreement, row: Row, parties: set[str | None]
) -> None:
    wanted = set(agreement["parties"])
    found_one, whole_one = _WHOLE
    report.tallies[found_one].right += 1
    report.tallies[whole_one].count({frozenset(wanted)}, {frozenset(parties)})
    report.compare("agreement parties", page, wanted, parties)
    if agreement["signed_on"]:
        found = (str(row["signed_on"]), row["date_precision"])
        right = found == (agreement["signed_on"], agreement["precision"])
        report.judge("agreements: date", page, right, found, agreement["signed_on"])
