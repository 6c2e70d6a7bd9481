"""Reading one capture: from the bytes of a file to the rows of its article.

The pure path through the room: decode, choose the reader by media type, flatten the result into
rows. It needs nothing but its arguments and the input folder, so any process can run it.
"""

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assets.extraction.flattened import read_flattened
from assets.extraction.html import read_html
from assets.extraction.records import Article, Page, Rejection, text_of
from assets.intake.decoding import Undecodable, decode
from assets.intake.inspection import UnreadableFileError, read_bytes
from assets.intake.media_type import sniff
from assets.language.folding import fold
from assets.limits import Limits
from assets.reference.records import Reference

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Capture:
    """Where the bytes of a capture are: a row of `raw.documents` with its file's path."""

    document_id: str
    file_id: str
    path: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a capture: an article, or a reason.

    `is_final` is False when the next refresh must look again (the file changed meanwhile).
    """

    capture: Capture
    article: Article | None
    reason: str | None
    is_final: bool = True


def read_capture(folder: Path, capture: Capture, limits: Limits, reference: Reference) -> Outcome:
    """Read the article of a capture; every way to fail ends in an `Outcome` with a reason."""
    try:
        data = read_bytes(folder, capture.path, limits)
    except UnreadableFileError as error:
        return Outcome(capture, None, str(error), is_final=False)
    if hashlib.sha256(data).hexdigest() != capture.file_id:
        reason = "changed while it was being read; the next refresh looks again"
        return Outcome(capture, None, reason, is_final=False)
    media_type = sniff(capture.path, data)
    decoded = decode(data, media_type)
    if isinstance(decoded, Undecodable):
        return Outcome(capture, None, decoded.reason)
    page = Page(capture.document_id, media_type, decoded.text, capture.url)
    try:
        result = read_page(page, reference)
    except Exception as error:
        reason = f"the reader failed ({type(error).__name__}: {error}); please report the page"
        return Outcome(capture, None, reason)
    if isinstance(result, Rejection):
        return Outcome(capture, None, result.reason)
    return Outcome(capture, result, None)


def read_page(page: Page, reference: Reference) -> Article | Rejection:
    """Read a decoded page with the reader of its media type."""
    if page.media_type == "text/html":
        return read_html(page, reference)
    return read_flattened(page, reference)


def article_id_of(document_id: str) -> str:
    """Return the id of the article that a capture holds."""
    return f"article:{document_id}"


def article_row(article: Article, file_id: str) -> dict[str, Any]:
    """Return the row of `core.articles`."""
    text = text_of(article)
    publication = article.publication
    leads = [line.text for line in article.lines if line.kind == "lead"]
    return {
        "article_id": article_id_of(article.document_id),
        "document_id": article.document_id,
        "file_id": file_id,
        "url": article.url,
        "outlet_id": article.outlet_id,
        "outlet_source": article.outlet_source,
        "outlet_name": article.outlet_name,
        "outlet_domain": article.outlet_domain,
        "title": article.title,
        "title_source": article.title_source,
        "lead": "\n".join(leads) or None,
        "text": text,
        "authors": list(article.authors),
        "authors_source": article.authors_source,
        "section": article.section,
        "published_at": publication.at.astimezone(dt.UTC) if publication else None,
        "published_on": publication.at.date() if publication else None,
        "published_precision": publication.precision if publication else None,
        "published_source": publication.source if publication else None,
        "updated_at": article.updated_at.astimezone(dt.UTC) if article.updated_at else None,
        "language": article.language,
        "word_count": len(_WORD.findall(text)),
        "extraction_method": article.extraction_method,
        "extraction_reason": article.extraction_reason,
        "title_folded": fold(article.title) if article.title else None,
        "text_folded": fold(text),
    }


def line_rows(article: Article) -> list[dict[str, Any]]:
    """Return the article's rows of `core.article_lines`."""
    article_id = article_id_of(article.document_id)
    return [
        {
            "article_id": article_id,
            "line_no": line.line_no,
            "kind": line.kind,
            "text": line.text,
            "confidence": line.confidence,
            "reason": line.reason,
        }
        for line in article.lines
    ]
