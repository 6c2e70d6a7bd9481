"""Sidecars: JSON files that state facts about a page beside them and are no articles themselves.

`page.html.json` is the sidecar of `page.html`. `page.json` beside `page.html` or `page.txt` is one
when it holds facts only; with a page or a text of its own it is an article.
"""

from collections.abc import Iterable

# Endings of files that hold one page.
PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".txt", ".text")
_PACKED = ("", ".gz", ".zst")
_SIDECAR = ".json"


def pages_beside(paths: Iterable[str]) -> dict[str, str]:
    """Return for every JSON file that may be a sidecar the page beside it, by names alone."""
    known = set(paths)
    beside: dict[str, str] = {}
    for path in known:
        if not path.lower().endswith(_SIDECAR):
            continue
        stem = path[: -len(_SIDECAR)]
        # "page.html.json" also beside "page.html.gz", then "page.json" beside "page.html".
        endings = (*(("",) if _is_page(stem) else ()), *PAGE_ENDINGS)
        names = (stem + ending + packed for ending in endings for packed in _PACKED)
        page = next((name for name in names if name in known), None)
        if page is not None:
            beside[path] = page
    return beside


def _is_page(path: str) -> bool:
    name = path.rsplit("/", 1)[-1].lower()
    for packed in _PACKED[1:]:
        name = name.removesuffix(packed)
    return "." not in name or name.endswith(PAGE_ENDINGS)
