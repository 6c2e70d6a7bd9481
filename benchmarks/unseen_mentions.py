"""Whether the names and dates of a page were found where they stand, and read for what they are."""

from benchmarks.unseen_gold import GoldDate, GoldMention, GoldPage
from benchmarks.unseen_names import bare_place
from benchmarks.unseen_report import Report
from benchmarks.unseen_spans import Alignment, Span, gold_span, overlapping
from benchmarks.unseen_warehouse import FoundArticle, Row

_PLACE = "place"
Match = tuple[GoldMention, str]


def compare_mentions(
    report: Report, gold: GoldPage, found: FoundArticle, alignment: Alignment
) -> list[Match]:
    """Count mentions by type; return each right one with the id of the entity found for it."""
    wanted = {gold_span(mention): mention for mention in gold.get("mentions", [])}
    mine, outside = _placed(found.mentions, alignment)
    _settle_places(wanted, mine)
    right = {
        span
        for span, row in mine.items()
        if span in wanted and row["entity_type"] == wanted[span]["type"]
    }
    ignored = [gold_span(span) for span in gold.get("ignored", [])]
    extra = [
        row
        for span, row in mine.items()
        if span not in right and (_touches(span, wanted) or not _touches(span, ignored))
    ]
    for span, mention in wanted.items():
        _count(report, mention["type"], right=int(span in right), missing=int(span not in right))
        if span not in right:
            instead = [row["surface"] for other, row in mine.items() if overlapping(span, other)]
            report.note(gold["file"], f"- {mention['type']} {mention['surface']!r}: {instead}")
    for row in (*extra, *outside):
        _count(report, row["entity_type"], extra=1)
        report.note(gold["file"], f"+ {row['entity_type']} {row['surface']!r}")
    return [(wanted[span], mine[span]["entity_id"]) for span in wanted if span in right]


def _count(report: Report, kind: str, right: int = 0, extra: int = 0, missing: int = 0) -> None:
    for row in (f"mentions: {kind}", "mentions: all"):
        tally = report.tallies[row]
        tally.right += right
        tally.extra += extra
        tally.missing += missing


def _placed(rows: list[Row], alignment: Alignment) -> tuple[dict[Span, Row], list[Row]]:
    """Return the mentions by their place in the gold fields, and those outside of them."""
    mine: dict[Span, Row] = {}
    outside = []
    for row in rows:
        span = alignment(row)
        if span is None:
            outside.append(row)
        else:
            mine[span] = row
    return mine, outside


def _settle_places(wanted: dict[Span, GoldMention], mine: dict[Span, Row]) -> None:
    """Move places that differ from gold only by a word before the name onto the gold span."""
    for span in [span for span in mine if span not in wanted]:
        if mine[span]["entity_type"] != _PLACE:
            continue
        name = bare_place(mine[span]["surface"])
        for other, mention in wanted.items():
            same_end = (other[0], other[2]) == (span[0], span[2]) and other not in mine
            if same_end and mention["type"] == _PLACE and bare_place(mention["surface"]) == name:
                mine[other] = mine.pop(span)
                break


def _touches(span: Span, others: dict[Span, GoldMention] | list[Span]) -> bool:
    return any(overlapping(span, other) for other in others)


def compare_dates(
    report: Report, gold: GoldPage, found: FoundArticle, alignment: Alignment
) -> None:
    """Count dates that stand over a labelled one and have its days and precision."""
    tally, page = report.tallies["dates in text"], gold["file"]
    mine = [(span, row) for row in found.dates if (span := alignment(row))]
    used: set[int] = set()
    for date in gold.get("dates", []):
        over = [
            number
            for number, (span, _) in enumerate(mine)
            if number not in used and overlapping(gold_span(date), span)
        ]
        if _says([mine[number][1] for number in over], date):
            tally.right += 1
            used.update(over)
        else:
            tally.missing += 1
            values = [_value(mine[number][1]) for number in over]
            report.note(page, f"- date {date['surface']!r} {date['starts_on']}: {values}")
    ignored = [gold_span(span) for span in gold.get("dates_ignored", [])]
    for number, (span, row) in enumerate(mine):
        if number not in used and not _touches(span, ignored):
            tally.extra += 1
            report.note(page, f"+ date {row['surface']!r}: {_value(row)}")


def _value(row: Row) -> tuple[str, str, str]:
    return str(row["starts_on"]), str(row["ends_on"]), row["precision"]


def _says(rows: list[Row], date: GoldDate) -> bool:
    """Tell whether a row has the date's value, or several together its first and last day."""
    values = [_value(row) for row in rows]
    if (date["starts_on"], date["ends_on"], date["precision"]) in values:
        return True
    days = (min((v[0] for v in values), default=""), max((v[1] for v in values), default=""))
    return len(rows) > 1 and days == (date["starts_on"], date["ends_on"])
