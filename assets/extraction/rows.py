"""Between records and rows: what the extraction stage writes to the tables.

Nothing is decided here; the readers do that.
"""

import datetime as dt
import re
from typing import Any

from assets.extraction.records import Article, Outcome, join_paragraphs, text_of
from assets.language.folding import fold

_WORD = re.compile(r"\w+")


def article_id_of(document_id: str) -> str:
    """Return the id of the article that a capture holds."""
    return f"article:{document_id}"


def outcome_row(outcome: Outcome, version: str) -> dict[str, Any]:
    """Return what is noted of a capture; `version` is what a final outcome was derived with."""
    article = outcome.article
    return {
        "document_id": outcome.capture.document_id,
        "article_id": article_id_of(article.document_id) if article else None,
        "url": article.url if article else outcome.capture.url,
        "reason": outcome.reason,
        "derived_with": version if outcome.is_final else None,
    }


def article_row(article: Article, file_id: str) -> dict[str, Any]:
    """Return the row of `core.articles`."""
    text = text_of(article)
    publication = article.publication
    lead = join_paragraphs(line for line in article.lines if line.kind == "lead")
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
        "lead": lead or None,
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
            "continues": line.continues,
        }
        for line in article.lines
    ]
