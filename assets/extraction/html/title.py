"""The headline of an HTML page, chosen among its heading, its metadata and its title element.

The visible heading wins where the metadata supports it; site names are cut off. The heading's own
line gets its kind in `kinds`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from assets.extraction.html.blocks import Block
from assets.extraction.html.head import Head
from assets.extraction.metadata.lexicon import Lexicon, line_key
from assets.extraction.metadata.outlet import host_of, outlet_of_site_name
from assets.language.folding import fold

_SEPARATOR = re.compile(r"\s+[-–—|·•»«:/~]+\s+|\s*\|\s*|\s+::\s+")
_WORD = re.compile(r"\w+")
_SLUG_WORD = re.compile(r"[^\W_]+")
_SUPPORTED = 0.6
_LONGEST = 400
_LEAST_SITE = 6
_LONGER_SITE = 1.6
_SLUG_WORDS = 3
_PROSE_WORDS = 11
_LONG_WORD = 2
_SAMPLE = 4000
_CLEARLY_MORE = 0.25
_PLACES = frozenset(("navigation", "footer", "breadcrumb", "comment", "related"))


def title_key(text: str) -> str:
    """Return the letters and digits of a headline, folded: equal for equal headlines."""
    return "".join(_WORD.findall(fold(text)))


def _likeness(first: str, second: str) -> float:
    """Return how much two headlines share, 1.0 when one begins with the other."""
    one, other = title_key(first), title_key(second)
    if not one or not other:
        return 0.0
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(short) >= 0.5 * len(long):
        return 1.0
    words, others = Counter(_WORD.findall(fold(first))), Counter(_WORD.findall(fold(second)))
    return 2 * sum((words & others).values()) / (sum(words.values()) + sum(others.values()))


def _site_keys(head: Head, url: str | None) -> set[str]:
    names = [head.first("og:site_name", "application-name"), head.linked_data.publisher]
    host = host_of(head.canonical or url)
    if host:
        names += [host, host.split(".")[0], " ".join(host.split(".")[:-1])]
    return {title_key(name) for name in names if name}


def _is_site(text: str, sites: set[str], lexicon: Lexicon) -> bool:
    key = title_key(text)
    if not key or key in sites:
        return True
    return outlet_of_site_name(text, lexicon) is not None or line_key(text) in lexicon.roles


def _ends_with_site(text: str, sites: set[str], lexicon: Lexicon) -> bool:
    """Tell a part of a title element as the site's: "Bridgestone Tires" on bridgestonetire.com."""
    key = title_key(text)
    return _is_site(text, sites, lexicon) or any(
        (key.startswith(site) or site.startswith(key)) and len(key) <= _LONGER_SITE * len(site)
        for site in sites
        if min(len(site), len(key)) >= _LEAST_SITE
    )


def without_site_name(title: str, sites: set[str], others: Iterable[str], lexicon: Lexicon) -> str:
    """Cut site and section names off both ends of a title element or og:title."""
    parts = list(_SEPARATOR.finditer(title))
    if not parts:
        return title
    for other in others:  # the rest after a headline that is known is no headline
        if other != title and title.startswith(other) and len(title_key(other)) >= 12:
            return other
    start, end = 0, len(title)
    for part in reversed(parts):
        if part.start() > start and _ends_with_site(title[part.end() : end], sites, lexicon):
            end = part.start()
        else:
            break
    for part in parts:
        if part.end() < end and _ends_with_site(title[start : part.start()], sites, lexicon):
            start = part.end()
        else:
            break
    return title[start:end].strip() or title


def shared_words(title: str | None, text: str) -> float:
    """Return the share of a headline's words that stand in the text's beginning."""
    words = {word for word in _WORD.findall(fold(title or "")) if len(word) >= _LONG_WORD}
    said = set(_WORD.findall(fold(text[:_SAMPLE])))
    return len(words & said) / len(words) if words else 0.0


def _slug_share(title: str, address: str | None) -> float:
    """Return the share of an address's words that a headline holds; 0.0 for too few words."""
    path = (address or "").partition("?")[0].rstrip("/")
    slug = _SLUG_WORD.findall(path.rpartition("/")[2].lower())
    wanted = {word for word in slug if word.isalpha()}
    if len(wanted) < _SLUG_WORDS:
        return 0.0
    return len(wanted & set(_WORD.findall(fold(title)))) / len(wanted)


def _is_of_a_box(
    heading: str,
    candidates: Sequence[tuple[str, str]],
    blocks: Sequence[Block],
    address: str | None,
) -> bool:
    """Tell a single heading that no metadata know: address or text know a candidate better."""
    prose = " ".join(block.text for block in blocks if block.text.count(" ") >= _PROSE_WORDS)
    of_heading = max(_slug_share(heading, address), shared_words(heading, prose))
    return any(
        (_slug_share(value, address) >= _SUPPORTED > _slug_share(heading, address))
        or (len(_WORD.findall(value)) >= _SLUG_WORDS
            and shared_words(value, prose) >= max(_SUPPORTED, _CLEARLY_MORE + of_heading))
        for _, value in candidates
    )  # fmt: skip


def find_title(
    head: Head, blocks: Sequence[Block], url: str | None, lexicon: Lexicon
) -> tuple[str | None, str | None]:
    """Return (headline, where it was found), or (None, None)."""
    sites = _site_keys(head, url)
    headings = [
        block.text
        for block in blocks
        if block.tag == "h1" and len(block.text) <= _LONGEST and not block.is_alt
        and not _is_site(block.text, sites, lexicon)
    ]  # fmt: skip
    named = [
        ("JSON-LD headline", head.linked_data.headline),
        ("og:title", head.first("og:title")),
        ("twitter:title", head.first("twitter:title")),
        ("title element", head.title),
    ]
    known = [*headings, *(value for _, value in named[:3] if value)]
    candidates = [
        (source, cleaned)
        for source, value in named
        if value and (cleaned := without_site_name(value, sites, known, lexicon))
        and not _is_site(cleaned, sites, lexicon)
    ]  # fmt: skip
    best, support = None, 0.0
    for heading in headings:
        likeness = max((_likeness(heading, value) for _, value in candidates), default=0.0)
        if likeness > support:
            best, support = heading, likeness
    if best is not None and support >= _SUPPORTED:
        return best, "heading"
    if (
        len(set(headings)) == 1
        and len(_WORD.findall(headings[0])) >= 3
        and not _is_of_a_box(headings[0], candidates, blocks, head.canonical or url)
    ):
        return headings[0], "only heading"
    # Without a heading that the metadata knows, another visible line may repeat a candidate.
    visible = {title_key(block.text): block.text for block in blocks if block.place not in _PLACES}
    for source, value in candidates:
        for part in (value, *_SEPARATOR.split(value)):
            if title_key(part) in visible and len(_WORD.findall(part)) >= 4:
                return visible[title_key(part)], f"{source}, visible on the page"
    if candidates:
        source, value = candidates[0]
        whole = [other for _, other in candidates if other.startswith(value.rstrip(" .…"))]
        return max(whole, key=len, default=value), source  # structured data cuts long headlines
    return (headings[0], "first of several headings") if headings else (None, None)
