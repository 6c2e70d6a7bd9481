"""Typed records at the borders of the extraction room.

In comes a `Page`, out goes an `Article` with its `Line`s, or a `Rejection` that says why the page
is no article. Rules live in the readers, not here.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from assets.intake.records import Told

LineKind = Literal[
    "title",
    "lead",
    "body",
    "caption",
    "byline",
    "date",
    "section",
    "teaser",
    "navigation",
    "other",
]
Precision = Literal["minute", "day", "month", "year"]
ExtractionMethod = Literal["html", "flattened_text"]

# The kinds of line that make up the main text.
TEXT_KINDS: frozenset[LineKind] = frozenset({"lead", "body"})


@dataclass(frozen=True, slots=True)
class Page:
    """One capture, decoded: what a reader gets.

    `text` is the whole capture as Unicode (HTML source or flattened lines), not yet NFC, with any
    line ends. `url` is NULL unless the capture itself tells it. `told` is what stands about the
    page beside it.
    """

    document_id: str
    media_type: Literal["text/html", "text/plain"]
    text: str
    url: str | None = None
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page (raw line of a flattened page, block of an HTML page) and its kind.

    `line_no` counts from 1, blank lines included in the count but not kept. `text` is NFC and
    stripped at both ends. `reason` is short: what decided the kind. `continues` is set where the
    page broke a paragraph over several lines: the line goes on with the line before it.
    """

    line_no: int
    kind: LineKind
    text: str
    confidence: float
    reason: str
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was first published and how that was found.

    `at` is timezone-aware; at a coarser precision than the minute it is the first instant of the
    day, month or year in the page's own zone (+07:00 unless the page says otherwise). `source`
    names the place, such as "line 5: date beside section" or "JSON-LD datePublished".
    """

    at: dt.datetime
    precision: Precision
    source: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article as its page tells it; a value the page does not tell is None or empty.

    `lines` are all non-blank lines in page order. The main text is the lines of kind lead and body,
    in that order, one paragraph a line (`text_of`). `title_source`, `outlet_source` and
    `authors_source` say how each was found (with the line number where there is one).
    `outlet_name` and `outlet_domain` are set for an outlet that the reference data does not know.
    """

    document_id: str
    lines: tuple[Line, ...]
    title: str | None
    title_source: str | None
    authors: tuple[str, ...]
    authors_source: str | None
    section: str | None
    publication: Publication | None
    updated_at: dt.datetime | None
    outlet_id: str | None
    outlet_source: str | None
    url: str | None
    language: str | None
    extraction_method: ExtractionMethod
    extraction_reason: str
    outlet_name: str | None = None
    outlet_domain: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A page that is no article, with the reason a user reads in `raw.documents`."""

    document_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Capture:
    """Where the bytes of a capture are: a row of `raw.documents` with its file's path.

    `ordinal` counts the records of the file from 1. `sidecar` is the path of the file that states
    facts of the page, None where there is none.
    """

    document_id: str
    file_id: str
    path: str
    ordinal: int
    url: str | None
    sidecar: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a capture: an article, or a reason.

    `is_final` is False when the next refresh must look again (the file changed meanwhile).
    """

    capture: Capture
    article: Article | None
    reason: str | None
    is_final: bool = True


def text_lines(article: Article) -> tuple[Line, ...]:
    """Return the lines that make up the main text, in reading order."""
    return tuple(line for line in article.lines if line.kind in TEXT_KINDS)


def join_paragraphs(lines: Iterable[Line]) -> str:
    """Return lines as paragraphs joined by one newline; a line that continues by one blank."""
    parts: list[str] = []
    for line in lines:
        parts += [" " if line.continues else "\n", line.text]
    return "".join(parts[1:])


def text_of(article: Article) -> str:
    """Return the main text: lead and body paragraphs joined by one newline."""
    return join_paragraphs(text_lines(article))
