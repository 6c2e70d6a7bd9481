"""Who wrote the article of an HTML page: JSON-LD, byline elements, meta tags, closing byline.

Only names of people (or their initials): never the outlet, an address or a menu word. Reading one
line as a byline is `byline`'s work.
"""

import re
from collections.abc import Iterable, Sequence

from assets.extraction.html.blocks import Block
from assets.extraction.html.head import Head
from assets.extraction.html.title import title_key
from assets.extraction.metadata.byline import read_byline
from assets.extraction.metadata.byline_parts import split_authors
from assets.extraction.metadata.dateline import read_dates
from assets.extraction.metadata.lexicon import Lexicon, line_key
from assets.extraction.metadata.outlet import host_of, outlet_of_site_name

_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|vn|net|org)\b", re.IGNORECASE)
_OPENING = re.compile(r"^(?:by|words by|story by|posted by|written by)\s+", re.IGNORECASE)
# Degrees that follow an English name after a comma: "Ann Lee, MD, Ph.D.".
_CREDENTIALS = re.compile(
    r",\s*(?:[A-Z]{2,5}[®™]?|Ph\.?D\.?|M\.?[DASB]\.?[AS]?\.?|Jr\.?|Sr\.?|Esq\.?)(?=\s*(?:,|$))"
)
# "andrew.smith", "phuong_82"
_USER_NAME = re.compile(r"[a-z]+[._\d][a-z\d._]*")
_MOST_WORDS = 6
_SURE = 0.85


def _own_keys(head: Head, url: str | None) -> set[str]:
    names = [head.first("og:site_name", "application-name"), head.linked_data.publisher]
    host = host_of(head.canonical or url)
    if host:
        names += [host, host.split(".")[0]]
    return {title_key(name) for name in names if name}


def _people(values: Iterable[str], own: set[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the names in metadata values, without outlets, addresses and user names."""
    people: dict[str, str] = {}
    for value in values:
        for name in split_authors(_CREDENTIALS.sub("", _OPENING.sub("", value))):
            key = title_key(name)
            if not key or key in own or _ADDRESS.search(name):
                continue
            if line_key(name) in lexicon.accounts:
                continue
            if outlet_of_site_name(name, lexicon) or lexicon.role_of(name):
                continue
            if _USER_NAME.fullmatch(name) or name.split()[-1].isdigit():
                continue
            if len(name.split()) > _MOST_WORDS or line_key(name) in lexicon.places:
                continue
            people.setdefault(key, name)
    return tuple(people.values())


def read_byline_block(block: Block, lexicon: Lexicon) -> tuple[str, ...] | None:
    """Return the names of a block that is a byline for certain, None when it is none.

    A block that is named after the author by its class needs only look like a name; another must
    carry a label or a well known surname.
    """
    if block.is_alt or len(block.text) > 120:
        return None
    # Author and date often share a line: "Nguyễn An - 04/06/2021 14:03".
    dates = read_dates(block.text)
    text = dates.rest if dates is not None else block.text
    byline = read_byline(text, lexicon)
    if byline is None:
        return None
    marked = block.place == "byline" or dates is not None
    if byline.labelled or byline.confidence >= _SURE or (marked and byline.confidence >= 0.5):
        return byline.authors
    return None


def find_authors(
    head: Head,
    bylines: Sequence[Block],
    url: str | None,
    lexicon: Lexicon,
    others: Sequence[Block] = (),
) -> tuple[tuple[str, ...], str | None]:
    """Return (names, where they were found).

    `bylines` are the page's byline blocks in order, `others` those that only their class names so.
    """
    own = _own_keys(head, url)
    people = _people(head.linked_data.authors, own, lexicon)
    if people:
        return people, "JSON-LD author"
    for block in bylines:
        people = _people(read_byline_block(block, lexicon) or (), own, lexicon)
        if people:
            return people, f"block {block.index + 1}: byline"
    for name in lexicon.meta_names["authors"]:
        people = _people(head.meta.get(name, ()), own, lexicon)
        if people:
            return people, f"meta {name}"
    for block in others:
        people = _people(read_byline_block(block, lexicon) or (), own, lexicon)
        if people:
            return people, f"block {block.index + 1}: element named after its author"
    return (), None
