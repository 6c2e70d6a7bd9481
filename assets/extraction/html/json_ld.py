"""What the JSON-LD of a page says about its article, read leniently.

Only the node that describes this page's article is used; teasers, breadcrumbs and the site itself
are passed over. Choosing among sources is done in `title`, `dates` and `authors`.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml.html import HtmlElement

from assets.extraction.html.blocks import collapse

_ARTICLE_TYPES = re.compile(
    r"^(?:\w*NewsArticle|Article|BlogPosting|\w*Report\w*|\w*ScholarlyArticle|LiveBlogPosting"
    r"|SocialMediaPosting|TechArticle|Review|AdvertiserContentArticle)$"
)
_PAGE_TYPES = frozenset(("WebPage", "ItemPage", "VideoObject"))
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|(?://\s*)?\]\]>)\s*;?\s*$"
)
_BARE_STRING = r'"{name}"\s*:\s*"((?:\\.|[^"\\])*)"'
_TAGS = re.compile(r"<[^<>]*>")
_BREAKS = re.compile(r"</?(?:p|div|h[1-6]|li|br|blockquote)\b[^<>]*>", re.IGNORECASE)
_MOST_NODES = 2000
_LONGEST_SCRIPT = 1_000_000


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The article node of a page; values as written, entities resolved, None when not given."""

    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    description: str | None = None
    body: str | None = None
    breadcrumb: tuple[str, ...] = ()
    is_article: bool = False


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        return next((found for item in value if (found := _text(item))), None)
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@value") or value.get("@id"))
    if not isinstance(value, str):
        return None
    return collapse(_TAGS.sub(" ", html.unescape(value))) or None


def _body(value: Any) -> str | None:
    """Return the text of an article, a paragraph a line; it may be written as HTML."""
    if not isinstance(value, str):
        return None
    source = _TAGS.sub("", _BREAKS.sub("\n", html.unescape(value)))
    return "\n".join(line for part in source.splitlines() if (line := collapse(part))) or None


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and "Organization" in str(item.get("@type", "")):
            continue
        if isinstance(item, dict) and isinstance(item.get("name"), list):
            yield from _names(item["name"])
        elif (name := _text(item)) and not name.startswith(("http:", "https:", "#", "/")):
            yield name


def _types(node: dict[str, Any]) -> tuple[str, ...]:
    kinds = node.get("@type", ())
    listed = kinds if isinstance(kinds, list) else [kinds]
    return tuple(str(kind).rpartition("/")[2] for kind in listed)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the nodes that stand for the page itself, not those nested in lists of teasers."""
    stack = [value]
    for _ in range(_MOST_NODES):
        if not stack:
            return
        current = stack.pop()
        if isinstance(current, list):
            stack.extend(reversed(current))
        elif isinstance(current, dict):
            yield current
            stack.extend(current[key] for key in ("mainEntity", "@graph") if key in current)


def _parse(script: str) -> Any:
    source = _WRAPPING.sub("", script.strip()).strip().rstrip(";")
    for attempt in (source, _TRAILING_COMMA.sub(r"\1", source.replace("\t", " "))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _broken(script: str) -> dict[str, Any]:
    """Pick the plain values out of JSON-LD that cannot be parsed."""
    if not re.search(r'"@type"\s*:\s*\[?\s*"\w*Article"', script):
        return {}
    found: dict[str, Any] = {"@type": "Article"}
    for name in ("headline", "datePublished", "dateModified", "articleSection"):
        match = re.search(_BARE_STRING.format(name=name), script)
        if match:
            found[name] = match[1].replace('\\"', '"').replace("\\/", "/")
    author = re.search(r'"author"\s*:\s*[\[{][^\]}]*?' + _BARE_STRING.format(name="name"), script)
    if author:
        found["author"] = author[1]
    return found


def _rank(node: dict[str, Any]) -> int:
    """Say how much a node describes an article: the higher the better, 0 for none."""
    kinds = _types(node)
    score = 0
    if any(_ARTICLE_TYPES.match(kind) for kind in kinds):
        score = 10
    elif any(kind in _PAGE_TYPES for kind in kinds):
        score = 1
    if score:
        score += sum(2 for key in ("headline", "datePublished", "author") if node.get(key))
    return score


def _values(node: dict[str, Any], fallback: dict[str, Any]) -> LinkedData:
    page = node.get("mainEntityOfPage")
    url = node.get("url") or (page.get("@id") if isinstance(page, dict) else page)
    get = node.get
    return LinkedData(
        headline=_text(get("headline")) or _text(get("name")),
        published=_text(get("datePublished")) or _text(fallback.get("datePublished")),
        modified=_text(get("dateModified")) or _text(fallback.get("dateModified")),
        authors=tuple(dict.fromkeys(_names(get("author") or get("creator") or ()))),
        section=_text(get("articleSection")),
        publisher=_text(get("publisher")),
        url=_text(url) if isinstance(url, str) else None,
        language=_text(get("inLanguage")),
        description=_text(get("description")),
        body=_body(get("articleBody")),
        is_article=_rank(node) >= 10,
    )


def read_linked_data(scripts: Iterable[HtmlElement]) -> LinkedData:
    """Return what the page's JSON-LD scripts say about its article; empty values when nothing."""
    nodes: list[dict[str, Any]] = []
    for element in scripts:
        source = element.text_content()
        if not source or len(source) > _LONGEST_SCRIPT:
            continue
        parsed = _parse(source)
        nodes.extend(_nodes(parsed if parsed is not None else _broken(source)))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    best = max(nodes, key=_rank, default={})
    if not _rank(best):
        return LinkedData(breadcrumb=_breadcrumb(nodes))
    pages = [node for node in nodes if any(kind in _PAGE_TYPES for kind in _types(node))]
    resolved = dict(best)
    for key in ("author", "publisher", "creator"):
        value = best.get(key)
        listed = value if isinstance(value, list) else [value]
        # A graph names its people and publisher by reference.
        resolved[key] = [
            by_id.get(item.get("@id", ""), item) if isinstance(item, dict) and "name" not in item
            else item
            for item in listed
            if item
        ]  # fmt: skip
    values = _values(resolved, pages[0] if pages else {})
    return replace(values, breadcrumb=_breadcrumb(nodes))


def _breadcrumb(nodes: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """Return the names of the page's first breadcrumb list, in order."""
    for node in nodes:
        crumbs = node.get("breadcrumb") if isinstance(node.get("breadcrumb"), dict) else node
        if isinstance(crumbs, dict) and "BreadcrumbList" in _types(crumbs):
            items = crumbs.get("itemListElement")
            names = (
                _text(item.get("name")) or _text(item.get("item"))
                for item in (items if isinstance(items, list) else [items])
                if isinstance(item, dict)
            )
            return tuple(name for name in names if name)
    return ()
