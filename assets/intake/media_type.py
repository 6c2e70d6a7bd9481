"""Telling an HTML page from flattened text by what a capture holds; its name is only a hint.

Which encoding the bytes are in, and whether they are text at all, is told in `decoding`.
"""

import re
from typing import Literal

# The types of content, as programs declare them, that hold a page.
PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml", "text/plain"))
_EXAMINED = 65_536
_HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml", ".mhtml")
# What a page may begin with before its first element.
_PREAMBLE = re.compile(
    rb"(?:\s|\xef\xbb\xbf|\xff\xfe|\xfe\xff|<\?xml[^>]*>|<!--(?:[^-]|-(?!->))*-->)*"
)
_FIRST_ELEMENT = re.compile(
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|article|main|div|table)[\s/>])",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(rb"<(?:!doctype\s+html|html|body)[\s>]", re.IGNORECASE)
_ELEMENT = re.compile(
    rb"</?(?:html|head|body|title|meta|div|p|br|span|a|ul|ol|li|h[1-6]|table|tr|td|article|section"
    rb"|img|figure|strong|em|b|i)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_FEWEST_ELEMENTS = 6  # tags that a text about HTML would hardly quote


def sniff(path_name: str, data: bytes) -> Literal["text/html", "text/plain"]:
    """Return the media type of a capture. Its content decides, its name only between two readings.

    A ".txt" that holds an HTML document is HTML; an ".html" without any element is text.
    """
    head = data[:_EXAMINED].replace(b"\0", b"")  # UTF-16 becomes readable enough
    start = _PREAMBLE.match(head)
    if _FIRST_ELEMENT.match(head, start.end() if start else 0):
        return "text/html"
    elements = sum(1 for _ in _ELEMENT.finditer(head))
    if path_name.lower().endswith(_HTML_NAMES):
        return "text/html" if elements else "text/plain"
    is_document = _DOCUMENT.search(head) is not None and elements >= _FEWEST_ELEMENTS
    return "text/html" if is_document else "text/plain"
