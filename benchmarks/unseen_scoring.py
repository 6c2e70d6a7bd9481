"""All labels of a folder against all facts of a warehouse: which comparison is made for which page.

Names are compared on every page before facts, because a right mention tells which labelled entity
a found one is.
"""

from benchmarks.unseen_events import AllPages, compare_agreements, compare_main_event
from benchmarks.unseen_gold import GoldFolder, GoldPage
from benchmarks.unseen_mentions import compare_dates, compare_mentions
from benchmarks.unseen_names import EntityKeys
from benchmarks.unseen_pages import compare_page, text_row
from benchmarks.unseen_report import Report
from benchmarks.unseen_roles import compare_roles
from benchmarks.unseen_spans import Alignment
from benchmarks.unseen_warehouse import NO_ARTICLE, FoundArticle, FoundFacts

_LOADED, _DUPLICATE = "loaded", "duplicate"
Pair = tuple[GoldPage, FoundArticle, Alignment]


def score(folder: GoldFolder, facts: FoundFacts) -> Report:
    """Compare the labelled pages of a folder with what a warehouse made of them.

    A lost article has no main text and misses all its names and facts; its metadata are not judged.
    """
    report = Report()
    for copy, original in folder.copies.items():
        statuses = [facts.statuses.get(file) for file in (copy, original)]
        right = set(statuses) == {_LOADED, _DUPLICATE}
        report.judge("duplicates linked", copy, right, statuses, original)
    for gold in folder.pages.values():
        _compare_reading(report, folder, gold, facts)
    pairs = [
        (gold, article := facts.articles.get(gold["file"], NO_ARTICLE), Alignment(gold, article))
        for gold in folder.pages.values()
        if gold["is_article"] and "mentions" in gold
    ]
    keys = _compare_names(report, pairs, facts)
    pages = AllPages(facts, keys, folder.event_pages())
    for gold, found, alignment in pairs:
        compare_roles(report, gold, found, keys)
        if "events" in gold:
            compare_main_event(report, gold, found, pages)
            compare_agreements(report, gold, found, alignment, pages)
    return report


def _compare_reading(report: Report, folder: GoldFolder, gold: GoldPage, facts: FoundFacts) -> None:
    page, found = gold["file"], facts.articles.get(gold["file"])
    if not gold["is_article"]:
        title = found and found.row["title"]
        reason = gold["reason_if_not"]
        report.judge("non-articles rejected", page, found is None, title, reason)
        return
    report.judge("articles kept", page, found is not None, None, gold["title"])
    if found is None:
        report.spreads[text_row(page)].scores.append(0.0)
    else:
        compare_page(report, folder, gold, found, facts)


def _compare_names(report: Report, pairs: list[Pair], facts: FoundFacts) -> EntityKeys:
    """Count mentions, their linking over all pages, and dates; return who is who by them."""
    known: list[tuple[str, str]] = []
    for gold, found, alignment in pairs:
        for mention, entity_id in compare_mentions(report, gold, found, alignment):
            report.clusters["linking"].count(f"{mention['type']}:{mention['entity']}", entity_id)
            known.append((entity_id, mention["entity"]))
        compare_dates(report, gold, found, alignment)
    return EntityKeys(known, facts.entity_names())
