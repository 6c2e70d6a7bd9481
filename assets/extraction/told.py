"""What is told about a page beside it (record, sidecar) has its say in the article.

Such facts are the most certain where they are valid; each goes in with its source named. Where the
page itself says the same more exactly, or a field's name may mean something else, the page counts.
"""

import re
import unicodedata
from dataclasses import replace
from typing import Any

from assets.extraction.metadata.lexicon import Lexicon, lexicon_of
from assets.extraction.metadata.outlet import (
    host_of,
    outlet_of_host,
    outlet_of_site_name,
    outlet_shown,
)
from assets.extraction.records import TEXT_KINDS, Article, Line, Publication
from assets.intake.records import Told
from assets.language.dates.calendar import VIETNAM_TIME
from assets.language.folding import fold, slug
from assets.reference.records import Reference

# What sites put between a headline and their own name in the title of a page.
_SITE_SUFFIX = re.compile(r"\s+[-–—|•·»]\s+|\s*[|•·»]\s*")


def apply_told(
    article: Article, told: Told, reference: Reference, *, is_clean_text: bool = False
) -> Article:
    """Return the article with the facts that are told of it.

    `is_clean_text` says that the page is the article's text and nothing else, so that a line taken
    for another headline is a paragraph.
    """
    lexicon = lexicon_of(reference)
    changes: dict[str, Any] = {
        **_title(article, told, is_clean_text=is_clean_text),
        **_publication(article, told),
        **_outlet(article, told, lexicon),
    }
    if told.authors:
        changes |= {"authors": told.authors, "authors_source": told.source("authors")}
    if told.url is not None and article.url is None:
        changes["url"] = told.url
    return replace(article, **changes)


def _same(one: str, other: str) -> bool:
    return " ".join(fold(one).split()) == " ".join(fold(other).split())


def _without_site(title: str, shorter: str) -> bool:
    """Tell whether a title is the shorter one with a site's name behind it."""
    pieces = _SITE_SUFFIX.split(title)
    return any(
        _same(title[: len(title) - len(rest)].rstrip(" -–—|•·»"), shorter)
        for count in range(1, len(pieces))
        if (rest := title[title.rfind(pieces[-count]) :])
    )


def _title(article: Article, told: Told, *, is_clean_text: bool) -> dict[str, Any]:
    if told.title is None:
        return {}
    title = unicodedata.normalize("NFC", told.title)
    if article.title is not None and _without_site(title, article.title):
        return {}
    lines = _with_headline(article.lines, title)
    if is_clean_text:
        lines = tuple(
            replace(line, kind="body", reason="text of a record whose headline is told")
            if line.kind == "title" and not _same(line.text, title)
            else line
            for line in lines
        )
    if article.title is not None and _same(article.title, title):
        title = article.title
    return {"title": title, "title_source": told.source("title"), "lines": lines}


def _with_headline(lines: tuple[Line, ...], title: str) -> tuple[Line, ...]:
    """Return the lines with a text line that only repeats the headline named so."""
    text = [line for line in lines if line.kind in TEXT_KINDS]
    if len(text) < 2 or not _same(text[0].text, title):
        return lines
    first = text[0].line_no
    return tuple(
        replace(line, kind="title", reason="the headline that is told beside the page")
        if line.line_no == first
        else line
        for line in lines
    )


def _publication(article: Article, told: Told) -> dict[str, Any]:
    if told.published is None or told.published_precision is None:
        return {}
    shown = article.publication
    if shown is not None:
        told_on = told.published.astimezone(VIETNAM_TIME).date()
        is_same_day = told_on in (shown.at.date(), shown.at.astimezone(VIETNAM_TIME).date())
        if not told.published_is_sure:
            return {}
        if is_same_day and told.published_precision == "day" and shown.precision == "minute":
            return {}
    found = Publication(told.published, told.published_precision, told.source("published"))
    return {"publication": found}


def _outlet(article: Article, told: Told, lexicon: Lexicon) -> dict[str, Any]:
    if told.outlet is None:
        return {}
    source = told.source("outlet")
    known = outlet_of_site_name(told.outlet, lexicon) or outlet_of_host(
        host_of(told.outlet), lexicon
    )
    if known is not None:
        return {
            "outlet_id": known,
            "outlet_source": source,
            "outlet_name": None,
            "outlet_domain": None,
        }
    shown = outlet_shown(article.url or told.url, told.outlet)
    if not told.outlet_is_sure or (article.outlet_id is not None and article.outlet_name is None):
        return {}
    return {
        "outlet_id": shown.outlet_id if shown else slug(told.outlet),
        "outlet_source": source,
        "outlet_name": told.outlet,
        "outlet_domain": shown.domain if shown else None,
    }
