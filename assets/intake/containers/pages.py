"""One page as a record: its media type, its hash, and what makes it none.

Containers hand their pages over here. They are numbered where the file is opened (`opening`).
"""

import datetime as dt
import hashlib
from urllib.parse import urlsplit

from assets.intake.containers.errors import DamagedError
from assets.intake.containers.expansion import Readable
from assets.intake.media_type import sniff
from assets.intake.records import MediaType, Record, Told
from assets.limits import Limits

_LONGEST_URL = 2000
_BLANK = "\ufeff \t\r\n\v\f\0"


def bad(reason: str, *, url: str | None = None, fetched_at: dt.datetime | None = None) -> Record:
    """Return a record that cannot be read, with the reason."""
    return Record(0, None, url=url, fetched_at=fetched_at, reason=reason)


def page_of_bytes(
    data: bytes,
    name: str,
    *,
    charset: str | None = None,
    url: str | None = None,
    fetched_at: dt.datetime | None = None,
    note: str | None = None,
) -> Record:
    """Return the record of a page as it was served or saved; empty ones have a reason."""
    if not data.strip():
        return bad("is empty; capture the page again", url=url, fetched_at=fetched_at)
    return Record(
        0,
        sniff(name, data),
        data=data,
        charset=charset,
        url=url,
        fetched_at=fetched_at,
        content_hash=hashlib.sha256(data).hexdigest(),
        note=note,
    )


def page_of_text(
    text: str,
    media_type: MediaType,
    *,
    told: Told | None,
    is_clean_text: bool,
    clean_text: str | None = None,
    note: str | None = None,
) -> Record:
    """Return the record of a page that its container holds as characters."""
    return Record(
        0,
        media_type,
        text=text,
        url=told.url if told else None,
        fetched_at=told.fetched_at if told else None,
        told=told,
        content_hash=hashlib.sha256(text.encode()).hexdigest(),
        is_clean_text=is_clean_text,
        clean_text=clean_text,
        note=note,
    )


def read_whole(stream: Readable, limits: Limits) -> bytes:
    """Return all bytes of a page's stream; raises `DamagedError` when they are too many."""
    blocks: list[bytes] = []
    left = limits.record_bytes + 1
    while left > 0 and (block := stream.read(min(left, 1 << 20))):
        blocks.append(block)
        left -= len(block)
    if left <= 0:
        raise DamagedError(too_large(limits))
    return b"".join(blocks)


def too_large(limits: Limits) -> str:
    """Return the reason of a record that is too large."""
    return (
        f"is a page larger than {limits.record_bytes:,} bytes; split it or raise"
        " BAOKHO_MAX_RECORD_BYTES"
    )


def too_long_line(text: str, limits: Limits) -> str | None:
    """Return the reason of a text with a line that no page has, else None."""
    if len(text) <= limits.line_characters:
        return None
    longest = max(map(len, text.splitlines()), default=0)
    if longest <= limits.line_characters:
        return None
    return (
        f"has a line of {longest:,} characters, which is no page"
        f" (the limit is {limits.line_characters:,}, BAOKHO_MAX_LINE_CHARACTERS)"
    )


def is_blank(text: str) -> bool:
    """Tell whether a text holds nothing but white space and byte order marks."""
    return not text.strip(_BLANK)


def web_address(value: str | None) -> str | None:
    """Return an address of the web as it stands, None for anything else."""
    if value is None:
        return None
    value = value.strip().strip("<>").replace(" ", "%20")
    if len(value) > _LONGEST_URL or not value.isprintable():
        return None
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        return None
    is_web = parts.scheme.lower() in ("http", "https") and host and "." in host
    return value if is_web else None
