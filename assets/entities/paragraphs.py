"""Which line of the page a position of an article's text came from."""

from bisect import bisect_right
from functools import lru_cache

from assets.entities.records import ArticleText, Field


@lru_cache(maxsize=16)
def _paragraph_starts(text: str) -> tuple[int, ...]:
    starts = [0]
    while (newline := text.find("\n", starts[-1])) >= 0:
        starts.append(newline + 1)
    return tuple(starts)


def line_at(article: ArticleText, position: int) -> int | None:
    """Return the line number of the paragraph at `position` of the text, None if not known."""
    paragraph = bisect_right(_paragraph_starts(article.text), position) - 1
    lines = article.paragraph_lines
    return lines[paragraph] if paragraph < len(lines) else None


def line_of(article: ArticleText, field: Field, position: int) -> int | None:
    """Return the line number of what stands at `position` of title or text, None if not known."""
    return article.title_line if field == "title" else line_at(article, position)
