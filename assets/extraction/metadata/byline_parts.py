"""What stands in a byline beside the names: mail addresses, picture credits, degrees, work done.

Takes those parts away and leaves the names; whether what is left are names is decided in `byline`.
"""

import re

from assets.extraction.metadata.lexicon import Lexicon, line_key

_MAIL = re.compile(r"\s*(?:[-–—|,;(]\s*)?(?:e-?mail\s*:?\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?", re.I)
# The credit of the pictures behind the names: "Minh Anh - Ảnh: Vũ Hải".
_PICTURES = re.compile(
    r"(?:\s*[-–—;,|./]\s*|\s+)(?:ảnh|hình|hình ảnh|đồ hoạ|đồ họa|clip|video|infographic|thiết kế"
    r"|photos?)\s*:.*$",
    re.I,
)
_BRACKETS = re.compile(r"\s*\((?:[^()]{1,40})\)\s*$")
_SPLIT_HYPHEN = re.compile(r"\s*[-–—]\s*")
_SEPARATOR = re.compile(
    r"\s+[-–—&+|/•·]\s+|\s*[;,&|•·]\s*|\s+(?:và|and|with)\s+|(?<=\w)[–—](?=\w)|(?<=\w)[-–—]\s+",
    re.IGNORECASE,
)
EDGES = " \t-–—:|/.,;()[]*•·~\"“”'"


def without_contact(text: str) -> str:
    """Drop mail addresses: "Nguyễn An (an@bao.vn)" is "Nguyễn An"."""
    return _MAIL.sub("", text).strip() if "@" in text else text


def without_pictures(text: str) -> str:
    """Drop the credit of the pictures behind the names; a line that is only a credit stays."""
    return _PICTURES.sub("", text)


def closing_bracket(text: str) -> str | None:
    """Return what stands in brackets at the end: "tổng hợp" of "Minh Anh (tổng hợp)"."""
    match = _BRACKETS.search(text)
    return match[0].strip(" ()") if match else None


def without_bracket(text: str) -> str:
    """Drop brackets at the end."""
    return _BRACKETS.sub("", text)


def without_degree(name: str, lexicon: Lexicon) -> str:
    """Drop degrees and "Nhà báo" before a name: "PGS.TS Lê Bình" is "Lê Bình"."""
    words = name.split()
    for count in (3, 2, 1):
        if len(words) > count + 1 and line_key(" ".join(words[:count])) in lexicon.degrees:
            return without_degree(" ".join(words[count:]), lexicon)
    return name


def without_work(text: str, lexicon: Lexicon) -> str | None:
    """Return what stands before "tổng hợp", "ghi" or "dịch" at the end; None when none does."""
    words = text.split()
    if len(words) < 3 or not words[-1][0].islower():
        return None
    for count in (2, 1):
        if len(words) > count + 1 and line_key(" ".join(words[-count:])) in lexicon.byline_works:
            return " ".join(words[:-count]) if words[-count][0].islower() else None
    return None


def split_authors(text: str) -> tuple[str, ...]:
    """Split "NGUYỄN AN - TRẦN BÌNH" or "An Nguyen and Ba Tran" into names, as written.

    A hyphen without blanks parts names of two words each: "Hải Yến-Khánh Lộc".
    """
    parts: list[str] = []
    for part in _SEPARATOR.split(text):
        halves = _SPLIT_HYPHEN.split(part)
        whole = "/" in part or any(len(half.split()) < 2 for half in halves)
        parts.extend([part] if whole else halves)
    seen: dict[str, None] = dict.fromkeys(part.strip(EDGES) for part in parts)
    return tuple(name for name in seen if name)
