"""Lines that stand on several pages of one outlet: what is kept of a page to find them.

A page is first read by itself. The keys of its lines are kept, and where lines stand in articles
of different headlines and leads, those pages are read again with that knowledge. How the
knowledge is weighed is the reader's (`flattened.known_lines`); the counting is SQL.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from assets.extraction.records import Article, text_lines
from assets.language.folding import folded_words

LONGEST_KEY = 260  # characters of a line; longer ones are paragraphs
# Shorter lines recur for good reasons: "Xin cảm ơn ông!", "Nguyên liệu".
_LEAST_WORDS = 5


@dataclass(frozen=True, slots=True)
class KnownLines:
    """Keys (`key_of`) of lines that an outlet's other pages tell something of.

    `repeated` stand in several articles of that outlet, `titles` are headlines of other articles.
    """

    repeated: frozenset[int] = frozenset()
    titles: frozenset[int] = frozenset()


NOTHING_KNOWN = KnownLines()


# A page's lines are asked for twice, those of menus and feet on many pages.
_words_of_line = lru_cache(maxsize=4096)(folded_words)


def line_words(text: str) -> str:
    """Return the folded words by which a line is compared; none when it is too long to recur."""
    return _words_of_line(text) if len(text) <= LONGEST_KEY else ""


def key_of(words: str) -> int:
    """Return the key of a line's folded words, a signed 64-bit number."""
    digest = hashlib.blake2b(words.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _key_of_text(text: str) -> int | None:
    words = line_words(text)
    return key_of(words) if words.count(" ") >= _LEAST_WORDS - 1 else None


def reading_row(article: Article, article_id: str, *, is_settled: bool) -> dict[str, Any]:
    """Return the row of `ops.first_readings` for an article that was read by itself.

    Unless that settled it, what is known of its lines is yet to be found out.
    """
    text = text_lines(article)
    return {
        "article_id": article_id,
        "document_id": article.document_id,
        "outlet_id": article.outlet_id,
        "outlet_source": article.outlet_source,
        "outlet_name": article.outlet_name,
        "outlet_domain": article.outlet_domain,
        "method": article.extraction_method,
        "title_key": key_of(folded_words(article.title)) if article.title else None,
        "lead_key": key_of(folded_words(text[0].text)) if text else None,
        "knowledge": "" if is_settled else None,
    }


def key_rows(article: Article, article_id: str) -> list[dict[str, Any]]:
    """Return the rows of `ops.line_keys`: one for every line worth comparing, headline left out."""
    if article.outlet_id is None or article.extraction_method != "flattened_text":
        return []
    texts = (line.text for line in article.lines if line.kind != "title")
    keys = {key for text in texts if (key := _key_of_text(text)) is not None}
    return [{"article_id": article_id, "line_key": key} for key in sorted(keys)]


def known_lines(rows: Iterable[tuple[int, bool]]) -> KnownLines:
    """Return what is known from (key, whether it is the headline of another article)."""
    pairs = list(rows)
    return KnownLines(
        repeated=frozenset(key for key, is_title in pairs if not is_title),
        titles=frozenset(key for key, is_title in pairs if is_title),
    )
