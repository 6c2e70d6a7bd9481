"""Articles in JSON and JSON Lines: objects with a page or a text and facts about it.

The stream of values is in `json_values`, names of fields in `fields`, facts in `telling`.
"""

import html
import io
import re
from collections.abc import Iterator, Mapping

from assets.intake.containers.errors import CutOffError
from assets.intake.containers.json_values import BadValue, read_values
from assets.intake.containers.pages import (
    bad,
    is_blank,
    page_of_text,
    too_large,
    too_long_line,
)
from assets.intake.containers.tally import Tally
from assets.intake.containers.telling import Fields, read_fields, told_by
from assets.intake.decoding import mend_text
from assets.intake.media_type import sniff
from assets.intake.records import Record
from assets.language.folding import fold
from assets.limits import Limits

# Elements of a text's own, as content systems store the body of an article.
_MARKUP = re.compile(r"</?(?:p|br|div|span|strong|em|b|i|a|h[1-6]|ul|li|figure|img)\b[^<>]*>", re.I)
_FEWEST_MARKS = 2
# What stands for bytes that are no character. Of Vietnamese in another encoding every fifth letter
# is lost, of a text that is merely damaged a few, and hardly one in fifty.
_LOST = "\ufffd"
_MAY_BE_LOST = 10
_NOT_UTF8 = "is not in UTF-8, as JSON has to be; export it again in UTF-8"
_NO_PAGE = (
    "has no page: no field such as html, text, body or content is filled; export the pages with"
    " their text"
)


def read_json(stream: io.BufferedReader, limits: Limits, tally: Tally) -> Iterator[Record]:
    """Yield a record for every object of a JSON file, bad ones with a reason."""
    for value in read_values(stream, limits):
        if isinstance(value, BadValue) and value.is_cut_off:
            tally.note_cut(CutOffError(value.reason))
        yield from _records_of(value, limits)


def _records_of(value: object, limits: Limits) -> Iterator[Record]:
    if isinstance(value, BadValue):
        yield bad(value.reason)
    elif isinstance(value, list):
        for one in value:
            yield from _records_of(one, limits)
    elif not isinstance(value, dict):
        yield bad("is no JSON object; export each article as an object with its fields")
    else:
        fields = read_fields(value)
        lists = [found for _, found in fields.values.get("records", ()) if _is_records(found)]
        if lists and not fields.has("html") and not fields.has("text"):
            yield from _records_of(lists[0], limits)
        else:
            yield record_of(fields, limits)


def _is_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def holds_only_facts(record: Mapping[str, object]) -> bool:
    """Tell whether an object states facts about a page and holds no page itself."""
    fields = read_fields(record)
    return not fields.has("html") and not fields.has("text") and not fields.has("records")


def record_of(fields: Fields, limits: Limits) -> Record:
    """Return the page that the fields of one object hold, with what they tell about it."""
    told = told_by(fields, "the record")
    page, text = fields.text("html"), fields.text("text")
    facts = {"url": told.url, "fetched_at": told.fetched_at}
    if page is None and text is None:
        return bad(_NO_PAGE, **facts)  # type: ignore[arg-type]
    source = (page or text or ("", ""))[1]
    if len(source) > limits.record_bytes:
        return bad(too_large(limits), **facts)  # type: ignore[arg-type]
    source, mended = mend_text(source)
    if is_blank(source):
        return bad("is empty; capture the page again", **facts)  # type: ignore[arg-type]
    lost = source.count(_LOST)
    if lost > _MAY_BE_LOST + len(source) // 50:
        return bad(_NOT_UTF8, **facts)  # type: ignore[arg-type]
    damage = f"characters lost to bytes that are not UTF-8: {lost}" if lost else None
    note = "; ".join(filter(None, (*fields.notes, mended, damage))) or None
    is_html = sniff(".html" if page else "", source[:65_536].encode()) == "text/html"
    if is_html or len(_MARKUP.findall(source[:65_536])) >= _FEWEST_MARKS:
        clean = mend_text(text[1])[0] if page and text else None
        whole = source if is_html else _as_page(source, told.title)
        return page_of_text(
            whole,
            "text/html",
            told=told,
            is_clean_text=False,
            clean_text=_under_title(clean, told.title) if clean else None,
            note=note,
        )
    reason = too_long_line(source, limits)
    if reason is not None:
        return bad(reason, **facts)  # type: ignore[arg-type]
    return page_of_text(
        _under_title(source, told.title), "text/plain", told=told, is_clean_text=True, note=note
    )


def _under_title(text: str, title: str | None) -> str:
    """Return a text as a page shows it: under its headline, where that is not there already."""
    if title is None:
        return text
    head = text[: 4 * len(title) + 1000]
    wanted = fold(title)
    if any(fold(" ".join(line.split())) == wanted for line in head.splitlines()):
        return text
    return f"{title}\n\n{text}"


def _as_page(fragment: str, title: str | None) -> str:
    heading = html.escape(title) if title else ""
    return (
        f"<!DOCTYPE html><html><head><title>{heading}</title></head><body><article>"
        f"{f'<h1>{heading}</h1>' if heading else ''}{fragment}</article></body></html>"
    )
