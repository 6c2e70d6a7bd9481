"""The head of an HTML page as look-ups: meta tags, title element, canonical address, language.

Collects, does not judge: which value is right is decided by the modules that use them.
"""

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from assets.extraction.html.blocks import collapse
from assets.extraction.html.json_ld import LinkedData, read_linked_data

_LONGEST_VALUE = 5000


@dataclass(frozen=True, slots=True)
class Head:
    """Metadata of a page. `meta` maps lower-case names to their values in page order."""

    meta: dict[str, tuple[str, ...]]
    title: str | None
    canonical: str | None
    language: str | None
    linked_data: LinkedData

    def first(self, *names: str) -> str | None:
        """Return the first value of the first of `names` that has one."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)

    def found(self, *names: str) -> tuple[str, str] | None:
        """Return (name, value) of the first of `names` that has a value."""
        return next(((name, self.meta[name][0]) for name in names if name in self.meta), None)


def _meta(root: HtmlElement) -> dict[str, tuple[str, ...]]:
    values: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = collapse((element.get("content") or "")[:_LONGEST_VALUE])
        if not content:
            continue
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name:
                values.setdefault(name.strip().lower(), []).append(content)
    return {name: tuple(found) for name, found in values.items()}


def _address(value: str | None, base: str | None) -> str | None:
    """Return an absolute http(s) address, or None for anything else."""
    if not value:
        return None
    try:
        address = urljoin(base or "", value.strip())
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or "." not in parts.hostname:
        return None
    return address


def read_head(root: HtmlElement, url: str | None) -> Head:
    """Read the metadata of a page; `url` is the capture's own address, if it has one."""
    meta = _meta(root)
    title = next((collapse(element.text_content()) for element in root.iter("title")), None)
    linked_data = read_linked_data(
        element
        for element in root.iter("script")
        if "ld+json" in (element.get("type") or "").lower()
    )
    og_url = _address(next(iter(meta.get("og:url", ())), None), url)
    link = next(
        (
            element.get("href")
            for element in root.iter("link")
            if "canonical" in (element.get("rel") or "").lower().split() and element.get("href")
        ),
        None,
    )
    base = og_url or _address(linked_data.url, url) or url
    canonical = _address(link, base) or og_url or _address(linked_data.url, url)
    if canonical and urlsplit(canonical).path in ("", "/") and og_url:
        canonical = og_url  # a canonical link to the front page is a mistake of the template
    language = root.get("lang") or root.get("xml:lang") or None
    return Head(meta, title or None, canonical, language, linked_data)
