"""The readers that are compared, ours and their peers, each as a function of a page's source.

Peers are imported when they are asked for: one that is not installed is left out and named.
"""

import html
import logging
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from assets.extraction.flattened.reader import read_flattened
from assets.extraction.html.reader import read_html
from assets.extraction.records import Article, Line, Page, Rejection, text_of
from assets.reference.records import load_reference

OUR_HTML = "our HTML reader"
OUR_FLATTENED = "our flattened reader"
YARDSTICK = "trafilatura default"
_STOP_WORDS = {"vi": "Vietnamese", "de": "German", "fr": "French", "es": "Spanish"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a page; metadata None where the reader knows none of the kind.

    `lines` only from our own readers.
    """

    text: str
    title: str | None = None
    date: str | None = None
    authors: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """A named reader of (source, url, language)."""

    name: str
    read: Callable[[str, str, str], Reading]
    has_metadata: bool = False


def _of_result(result: Article | Rejection) -> Reading:
    if isinstance(result, Rejection):
        return Reading("", reason=result.reason)
    published = result.publication
    return Reading(
        text_of(result),
        result.title,
        published.at.date().isoformat() if published else None,
        result.authors,
        result.lines,
        result.extraction_reason,
    )


def _our_html(source: str, url: str, _: str) -> Reading:
    return _of_result(read_html(Page("", "text/html", source, url), load_reference()))


def _our_flattened(source: str, *_: str) -> Reading:
    return _of_result(read_flattened(Page("", "text/plain", source), load_reference()))


def _paragraphs(source: str) -> str:
    """Return flattened text as a page with a paragraph for each line."""
    lines = (html.escape(line) for line in source.split("\n") if line.strip())
    return f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>"


def _trafilatura(**options: Any) -> Callable[[str, str, str], Reading]:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

    def read(source: str, url: str, _: str) -> Reading:
        found = trafilatura.bare_extraction(source, url=url, with_metadata=True, **options)
        if found is None or isinstance(found, dict):
            return Reading("")
        names = tuple(name for part in (found.author or "").split(";") if (name := part.strip()))
        return Reading(found.text or "", found.title, found.date, names)

    return read


def _resiliparse(source: str, _url: str, _language: str) -> Reading:
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    tree = import_module("resiliparse.parse.html").HTMLTree.parse(source)
    return Reading(extract(tree, main_content=True, alt_texts=False))


def _readability(source: str, _url: str, _language: str) -> Reading:
    from lxml.html import document_fromstring

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    document = import_module("readability").Document(source)
    summary = document.summary(html_partial=True)
    texts = document_fromstring(summary).itertext(with_tail=True) if summary.strip() else ()
    return Reading("\n".join(str(text) for text in texts))


def _justext(source: str, _: str, language: str) -> Reading:
    justext = import_module("justext")
    stop_words = justext.get_stoplist(_STOP_WORDS.get(language, "English"))
    paragraphs = justext.justext(source.encode("utf-8", "replace"), stop_words, encoding="utf-8")
    return Reading("\n".join(one.text for one in paragraphs if not one.is_boilerplate))


def _newspaper(source: str, url: str, _: str) -> Reading:
    article = import_module("newspaper").Article(url or "http://example.vn/", fetch_images=False)
    article.download(input_html=source)
    article.parse()
    date = article.publish_date
    return Reading(
        article.text,
        article.title or None,
        date.date().isoformat() if date else None,
        tuple(article.authors),
    )


def _wrapped(read: Callable[[str, str, str], Reading]) -> Callable[[str, str, str], Reading]:
    return lambda source, url, language: read(_paragraphs(source), url, language)


_HTML_PEERS = (
    ("resiliparse", Reader("resiliparse", _resiliparse)),
    ("readability", Reader("readability-lxml", _readability)),
    ("justext", Reader("justext", _justext)),
    ("newspaper", Reader("newspaper4k", _newspaper, has_metadata=True)),
)


def _is_installed(module: str) -> bool:
    try:
        import_module(module)
    except ImportError:
        return False
    return True


def html_readers() -> tuple[list[Reader], list[str]]:
    """Return the readers of HTML, ours first, and the names of those that are not installed."""
    found = [Reader(OUR_HTML, _our_html, has_metadata=True)]
    for mode in ("default", "precision", "recall", "fast"):
        options: dict[str, Any] = {"fast": True} if mode == "fast" else {f"favor_{mode}": True}
        read = _trafilatura(**({} if mode == "default" else options))
        found.append(Reader(f"trafilatura {mode}", read, has_metadata=True))
    here = [reader for module, reader in _HTML_PEERS if _is_installed(module)]
    return found + here, [peer.name for _, peer in _HTML_PEERS if peer not in here]


def flattened_readers() -> list[Reader]:
    """Return the readers of flattened text, ours first."""
    found = [
        Reader(OUR_FLATTENED, _our_flattened),
        Reader("every line is body", lambda source, _url, _language: Reading(source)),
        Reader("<p> and trafilatura", _wrapped(_trafilatura())),
    ]
    if _is_installed("resiliparse"):
        found.append(Reader("<p> and resiliparse", _wrapped(_resiliparse)))
    return found
