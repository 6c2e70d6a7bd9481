"""The text of an article that an export states without furniture, taken as it stands.

Only for what the reader of flattened pages rejects: it looks for an article among furniture and
may find too little in a short text that has none.
"""

import re
import unicodedata

from assets.extraction.metadata.language import detect_language
from assets.extraction.records import Article, Line, Page, join_paragraphs
from assets.language.folding import fold

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 15
_SENTENCE = re.compile(r"\w[\"”’)]*[.!?…][\"”’)]*(?:\s|$)")


def read_clean_text(page: Page) -> Article | None:
    """Return the article whose main text is the whole page; None for one without a sentence."""
    told = page.told
    title = told.title if told else None
    lines: list[Line] = []
    for number, raw in enumerate(unicodedata.normalize("NFC", page.text).splitlines(), start=1):
        text = raw.strip()
        if not text:
            continue
        is_title = not lines and title is not None and fold(text) == fold(title)
        kind, reason = ("title", "headline of the record") if is_title else ("body", _REASON)
        lines.append(Line(number, kind, text, 0.8, reason))  # type: ignore[arg-type]
    text_lines = [line for line in lines if line.kind == "body"]
    text = join_paragraphs(text_lines)
    if len(_WORD.findall(text)) < _FEWEST_WORDS or not _SENTENCE.search(text):
        return None
    return Article(
        document_id=page.document_id,
        lines=tuple(lines),
        title=title,
        title_source=told.source("title") if told and title else None,
        authors=(),
        authors_source=None,
        section=None,
        publication=None,
        updated_at=None,
        outlet_id=None,
        outlet_source=None,
        url=page.url,
        language=detect_language(text),
        extraction_method="flattened_text",
        extraction_reason=_REASON,
    )


_REASON = "text of the record, taken as it stands"
