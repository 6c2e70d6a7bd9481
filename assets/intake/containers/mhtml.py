"""MHTML files: the one page that a browser saved, with its pictures, as a mail message."""

import email
import re
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from assets.intake.containers.http import content_type
from assets.intake.containers.moments import Moment, parse_moment
from assets.intake.containers.pages import bad, page_of_bytes, web_address
from assets.intake.media_type import PAGE_TYPES
from assets.intake.records import Record

_HEADERS = re.compile(
    rb"\s*(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*){2,60}\r?\n"
)
_RELATED = re.compile(rb"^content-type:\s*(?:multipart/related|text/html)", re.I | re.M)
_VERSION = re.compile(rb"^(?:mime-version:|snapshot-content-location:)", re.I | re.M)
# What the mail library raises for headers and parts that are damaged.
_ERRORS = (MessageError, ValueError, LookupError, RecursionError, AttributeError, TypeError)
_NO_PAGE = "is an MHTML file without a page in it; save the page again"


def is_mhtml(head: bytes, name: str) -> bool:
    """Tell whether a file that begins with `head` is a page saved with its parts."""
    headers = _HEADERS.match(head)
    if headers is None:
        return False
    named = name.lower().endswith((".mhtml", ".mht"))
    told = headers[0]
    return bool(_RELATED.search(told) and (named or _VERSION.search(told)))


def read_mhtml(data: bytes) -> Record:
    """Return the page of an MHTML file: its root part, or the first that is a page."""
    try:
        return _page_in(email.message_from_bytes(data))
    except _ERRORS as error:
        return bad(f"is a damaged MHTML file ({type(error).__name__}); save the page again")


def _page_in(message: Message) -> Record:
    root = _root(message, [part for part in message.walk() if not part.is_multipart()])
    payload = root.get_payload(decode=True) if root is not None else None
    if root is None or not isinstance(payload, bytes):
        return bad(_NO_PAGE)
    kind, charset = content_type(_header(root, "Content-Type"))
    fetched = _date(_header(message, "Date"))
    return page_of_bytes(
        payload,
        ".txt" if kind == "text/plain" else ".html",
        charset=charset,
        url=web_address(
            _header(message, "Snapshot-Content-Location") or _header(root, "Content-Location")
        ),
        fetched_at=fetched.at if fetched else None,
    )


def _header(part: Message, name: str) -> str | None:
    value = part[name]
    if value is None:
        return None
    line = "".join(str(value).splitlines())
    return str(make_header(decode_header(line))) if "=?" in line else line


def _root(message: Message, parts: list[Message]) -> Message | None:
    pages = [part for part in parts if content_type(_header(part, "Content-Type"))[0] in PAGE_TYPES]
    start = message.get_param("start")
    where = _header(message, "Snapshot-Content-Location")
    for part in pages:
        name = (_header(part, "Content-ID") or "").strip(" <>")
        if isinstance(start, str) and name and name == start.strip(" <>"):
            return part
    for part in pages:
        if where and (_header(part, "Content-Location") or "").strip() == where.strip():
            return part
    html = [part for part in pages if part.get_content_type() != "text/plain"]
    return next(iter((*html, *pages)), None)


def _date(value: str | None) -> Moment | None:
    if value is None:
        return None
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return parse_moment(value)
    return Moment(at, "minute") if at.tzinfo else None
