"""When a page says its article was first published, and when it was updated.

Structured data first, then what stands beside the headline, the address, and htmldate last, kept
away from teasers and from the site's clock. Reading one line's dates is `dateline`'s work.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from htmldate import find_date
from lxml.html import HtmlElement

from assets.extraction.html.blocks import Block
from assets.extraction.html.date_habits import (
    Habits,
    with_local_zone,
)
from assets.extraction.html.head import Head
from assets.extraction.metadata.dateline import (
    DateLine,
    parse_publication,
    parse_update,
    read_dates,
)
from assets.extraction.metadata.lexicon import Lexicon
from assets.extraction.records import Publication

_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?$")
_URL_DATE = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?=[/-])"
)
_URL_STAMP = re.compile(
    r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d\d*"
    r"\.(?:html?|chn|aspx)\b"
)
_LONGEST_REST = 40
_LONGEST_LINE = 160
_VIETNAMESE = Habits()
_EARLIEST, _LATEST = dt.datetime(1995, 1, 1), dt.datetime(2100, 1, 1)  # noqa: DTZ001 htmldate's kind
_OLDEST_YEAR = 1970
_FOREIGN_NAMES = re.compile(
    r"relat|lien-?quan|comment|sidebar|widget|footer|nav|menu|clock|today|hom-?nay|header-?(?:top|date)"
    r"|top-?(?:bar|header)|tin-?(?:khac|moi)|recommend|popular|trending|most|copyright|lunar",
    re.IGNORECASE,
)


def date_line(block: Block, habits: Habits = _VIETNAMESE) -> DateLine | None:
    """Read a block as the date line of a page, None when it is a sentence or has no date."""
    if len(block.text) > _LONGEST_LINE or block.is_alt or block.link_share > 0.7:
        return None
    dates = read_dates(block.text, default_zone=habits.zone, day_first=habits.day_first)
    if dates is None:
        return None
    limit = 2 * _LONGEST_REST if block.place in ("date", "byline") else _LONGEST_REST
    return dates if len(dates.rest) <= limit else None


def _structured(head: Head, root: HtmlElement, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    if head.linked_data.published and head.linked_data.is_article:
        yield "JSON-LD datePublished", head.linked_data.published
    for name in lexicon.meta_names["published"]:
        value = head.first(name)
        if value:
            yield f"meta {name}", value
    for element in root.iter("time", "span", "abbr", "div", "p"):
        if "datepublished" in (element.get("itemprop") or "").lower() or (
            element.tag == "time" and "pubdate" in element.attrib
        ):
            value = element.get("datetime") or element.get("content") or element.text_content()
            yield "element datePublished", value[:_LONGEST_LINE]
    if head.linked_data.published and not head.linked_data.is_article:
        yield "JSON-LD datePublished of the page", head.linked_data.published


def _parse(value: str, source: str, habits: Habits) -> Publication | None:
    found = parse_publication(value, source, default_zone=habits.zone, day_first=habits.day_first)
    if found is None or not _OLDEST_YEAR <= found.at.year < _LATEST.year:
        return None
    if found.precision == "minute" and _MIDNIGHT.search(value):
        return dataclasses.replace(found, precision="day")
    return found


def _beside_headline(blocks: Sequence[Block], habits: Habits) -> Iterator[tuple[Block, DateLine]]:
    for block in blocks:
        if block.place in ("navigation", "footer", "related", "comment"):
            continue
        dates = date_line(block, habits)
        if dates is not None:
            yield block, dates


def _from_address(url: str | None, zone: dt.tzinfo) -> Publication | None:
    match = url and (_URL_DATE.search(url) or _URL_STAMP.search(url))
    if not match:
        return None
    try:
        day = dt.datetime(int(match["y"]), int(match["m"]), int(match["d"]), tzinfo=zone)
    except ValueError:
        return None
    return Publication(day, "day", "address of the page")


def _by_htmldate(root: HtmlElement, zone: dt.tzinfo) -> Publication | None:
    tree = deepcopy(root)
    for element in list(tree.iter("aside", "nav", "footer", "form", "iframe")):
        element.drop_tree()
    for element in list(tree.iter("div", "section", "ul", "header", "span", "p", "li")):
        names = f"{element.get('class', '')} {element.get('id', '')}"
        if len(names) > 1 and _FOREIGN_NAMES.search(names) and element.getparent() is not None:
            element.drop_tree()
    try:
        found = find_date(
            tree,
            extensive_search=False,
            original_date=True,
            min_date=_EARLIEST,
            max_date=_LATEST,
        )
    except Exception:
        return None
    if not found:
        return None
    day = dt.datetime.fromisoformat(found).replace(tzinfo=zone)
    return Publication(day, "day", "htmldate")


def _of_time_element(
    root: HtmlElement, block: Block, shown: Publication, habits: Habits
) -> Publication | None:
    """Return the moment that the `time` element of a date line gives, with its own zone.

    The reader sees "3 Feb 2024", the element says 10:00 at +01:00 of that day.
    """
    for element in root.iter("time"):
        words = " ".join(element.text_content().split())
        value = element.get("datetime")
        if value and words and words in block.text:
            found = _parse(value[:_LONGEST_LINE], f"{shown.source}, its time element", habits)
            if found is not None and found.at.date() == shown.at.date():
                return found
    return None


def find_dates(
    head: Head,
    root: HtmlElement,
    beside: Sequence[Block],
    url: str | None,
    lexicon: Lexicon,
    habits: Habits = _VIETNAMESE,
) -> tuple[Publication | None, dt.datetime | None]:
    """Return (first publication, last update) of a page, each None when the page does not tell.

    `beside` are the blocks around the headline and right after the article, where a date line may
    stand.
    """
    lines = list(_beside_headline(beside, habits))
    near = [dates for _, dates in lines]
    published = next(
        (
            found
            for source, value in _structured(head, root, lexicon)
            if (found := _parse(value, source, habits))
        ),
        None,
    )
    if published is not None:
        published = with_local_zone(published, near)
    if published is None:
        for block, dates in lines:
            moment = dates.published
            if moment is not None:
                where = f"block {block.index + 1}: date beside the headline"
                shown = Publication(moment.at, moment.precision, where)
                published = _of_time_element(root, block, shown, habits) or shown
                break
    published = published or _from_address(url, habits.zone) or _by_htmldate(root, habits.zone)
    return published, _updated(head, near, published, lexicon, habits)


def _updated(
    head: Head,
    near: Sequence[DateLine],
    published: Publication | None,
    lexicon: Lexicon,
    habits: Habits,
) -> dt.datetime | None:
    names = lexicon.meta_names["updated"]
    values = [head.linked_data.modified, *(head.first(name) for name in names)]
    found = [moment for value in values if value and (moment := _moment(value, habits))]
    found += [dates.updated.at for dates in near if dates.updated]
    later = [moment for moment in found if published is None or moment > published.at]
    return later[0] if later else None


def _moment(value: str, habits: Habits) -> dt.datetime | None:
    found = parse_publication(value, "", default_zone=habits.zone, day_first=habits.day_first)
    return (
        found.at
        if found
        else parse_update(value, default_zone=habits.zone, day_first=habits.day_first)
    )
