"""The section of a site that an HTML article stands in: metadata first, then the breadcrumb.

Section names are kept as the page writes them.
"""

import re
from collections.abc import Sequence

from assets.extraction.html.blocks import Block
from assets.extraction.html.head import Head
from assets.extraction.html.title import title_key

_HOME = frozenset(("trangchu", "trangnhat", "home", "homepage", "news", "tintuc"))
_CRUMB_SEPARATOR = re.compile(r"\s*[>›»/|]\s*")
_MOST_WORDS = 8
_ADDRESS = re.compile(r"https?:|/")


def find_section(head: Head, blocks: Sequence[Block], title: str | None) -> str | None:
    """Return the name of the article's section, or None when the page does not tell it."""
    for value in (head.first("article:section"), head.linked_data.section):
        if value and not _ADDRESS.search(value) and len(value.split()) <= _MOST_WORDS:
            return value.split(",")[0].strip() or None
    crumbs = list(head.linked_data.breadcrumb) or [
        part.strip()
        for block in blocks
        if block.place == "breadcrumb" and not block.is_alt
        for part in _CRUMB_SEPARATOR.split(block.text)
    ]
    title_letters = title_key(title) if title else ""
    named = [
        crumb
        for crumb in crumbs
        if crumb
        and len(crumb.split()) <= _MOST_WORDS
        and (key := title_key(crumb))
        and key not in _HOME
        and not (title_letters and title_letters.startswith(key))
    ]
    return named[0] if named else None
