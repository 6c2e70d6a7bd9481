"""Whether a page was read right: main text, kinds of lines, title, date and the other metadata."""

import re
from collections import Counter
from datetime import timedelta, timezone

from assets.language.folding import nfc
from benchmarks.unseen_gold import GoldFolder, GoldPage
from benchmarks.unseen_names import key, outlet_keys, same_outlet
from benchmarks.unseen_report import Report
from benchmarks.unseen_warehouse import FoundArticle, FoundFacts, Row

_WORD = re.compile(r"\w+")
_VIETNAM = timezone(timedelta(hours=7))
_TEXT_KINDS = ("lead", "body")
_FURNITURE = frozenset(("navigation", "other"))
_NEARLY_ALL = 0.98


def word_f1(gold: str, found: str) -> float:
    """Return the F1 of the multisets of lower-case words of two texts, 1 for two empty ones."""
    want, have = (Counter(_WORD.findall(nfc(text).lower())) for text in (gold, found))
    size = want.total() + have.total()
    return 2 * (want & have).total() / size if size else 1.0


def compare_page(
    report: Report, folder: GoldFolder, gold: GoldPage, found: FoundArticle, facts: FoundFacts
) -> None:
    """Compare an article that was kept with the labels of its page, names and facts apart."""
    _compare_text(report, gold, found)
    _compare_title_and_date(report, gold, found.row)
    outlet = facts.outlets.get(found.row["outlet_id"] or "")
    _compare_metadata(report, gold, found.row, outlet)
    _compare_duplicates(report, folder, gold, found.row, facts)
    _compare_lines(report, gold, found.lines)


def _compare_text(report: Report, gold: GoldPage, found: FoundArticle) -> None:
    text, wanted = found.row["text"] or "", gold["text"] or ""
    score = word_f1(wanted, text)
    report.spreads[text_row(gold["file"])].scores.append(score)
    if score < _NEARLY_ALL:
        here, there = text.split("\n"), wanted.split("\n")
        missing = [line[:50] for line in there if line not in here]
        extra = [line[:50] for line in here if line not in there]
        report.note(gold["file"], f"text {score:.3f}: missing {missing}, extra {extra}")


def text_row(file: str) -> str:
    """Return the row that the main text of a page counts in."""
    html = file.lower().endswith((".html", ".htm"))
    return "main text, HTML pages" if html else "main text, flattened pages"


def _compare_title_and_date(report: Report, gold: GoldPage, row: Row) -> None:
    title = row["title"] and _spaced(row["title"])
    also = [_spaced(other) for other in gold.get("title_also", [])]
    if gold["title"] is None:
        right = title is None or title.rstrip(" .…") in also
    else:
        right = title in (_spaced(gold["title"]), *also)
    report.judge("title", gold["file"], right, title, gold["title"])
    moment, wanted = row["published_at"], gold["published_at"]
    local = moment and moment.astimezone(_VIETNAM).isoformat()
    if wanted is None or local is None:
        right = wanted == local
    else:
        right = local.startswith(wanted) and row["published_precision"] == gold["precision"]
    report.judge("publication date", gold["file"], right, local, wanted)


def _spaced(text: str) -> str:
    return " ".join(nfc(text).split())


def _compare_metadata(report: Report, gold: GoldPage, row: Row, outlet: Row | None) -> None:
    page = gold["file"]
    wanted = outlet_keys(gold["outlet"], gold["outlet_domain"])
    found = outlet_keys(outlet["name"], outlet["domain"]) if outlet else set()
    right = any(same_outlet(one, other) for one in wanted for other in found) or (
        not found and (not wanted or gold["outlet_optional"])
    )
    report.judge("outlet", page, right, row["outlet_id"], gold["outlet"])
    sections = {key(name) for name in (gold["section"], *gold.get("section_also", [])) if name}
    if sections:
        right = key(row["section"]) in sections
        report.judge("section", page, right, row["section"], gold["section"])
    authors = set(map(key, gold["authors"]))
    optional = set(map(key, gold.get("authors_optional", []))) - authors
    report.compare("authors", page, authors, set(map(key, row["authors"] or [])) - optional)
    right = row["language"] == gold["language"]
    report.judge("language", page, right, row["language"], gold["language"])


def _compare_duplicates(
    report: Report, folder: GoldFolder, gold: GoldPage, row: Row, facts: FoundFacts
) -> None:
    kept_as, page = row["duplicate_of"], gold["file"]
    if gold["duplicate_of"]:
        other = facts.articles.get(gold["duplicate_of"])
        right = other is not None and (
            kept_as == other.row["article_id"] or other.row["duplicate_of"] == row["article_id"]
        )
        report.judge("duplicates linked", page, right, kept_as, gold["duplicate_of"])
    elif page not in folder.originals():
        report.judge("no false duplicate", page, kept_as is None, kept_as, None)


def _compare_lines(report: Report, gold: GoldPage, lines: list[Row]) -> None:
    kinds = {row["line_no"]: row["kind"] for row in lines}
    for number, label in gold["line_kinds"].items():
        labels = {label, *gold.get("kind_also", {}).get(number, [])}
        kind = kinds.get(int(number))
        right = kind in labels or bool(kind in _FURNITURE and labels & _FURNITURE)
        report.judge("line kinds", gold["file"], right, f"{number} {kind}", label)
        report.shares["line kinds, first label only"].count(kind == label)
        same_side = (kind in _TEXT_KINDS) == (label in _TEXT_KINDS)
        report.shares["lines told text from other"].count(same_side or kind in labels)
