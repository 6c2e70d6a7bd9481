"""HTTP messages as archives hold them: head, transfer encoding, content encoding.

Nothing is fetched; this reads what a crawler wrote down.
"""

import io
import re
from dataclasses import dataclass
from email.message import Message

from assets.intake.containers.errors import DamagedError, EndedError
from assets.intake.containers.expansion import Budget, Readable, look_ahead
from assets.intake.containers.unpacking import gunzip, inflate, unbrotli, unzstd

_LONGEST_LINE = 65_536
_MOST_LINES = 500
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;.*)?\r?\n")
_LONGEST_CHUNK_LINE = 256


@dataclass(frozen=True, slots=True)
class Head:
    """The first line of a head and its headers, names in lower case, the last of a name wins."""

    first: bytes
    headers: dict[str, str]

    @property
    def status(self) -> int | None:
        """The status code of a response, None when the first line has none."""
        match = _STATUS.match(self.first)
        return int(match[1]) if match else None


def read_head(stream: io.BufferedIOBase, first: bytes | None = None) -> Head:
    """Read lines up to the first blank one; raises `DamagedError` for what is no whole head.

    `first` is the first line where it was read already.
    """
    if first is None:
        first = stream.readline(_LONGEST_LINE)
    headers: dict[str, str] = {}
    name = ""
    for _ in range(_MOST_LINES):
        line = stream.readline(_LONGEST_LINE)
        if not line.endswith(b"\n") and len(line) < _LONGEST_LINE:
            raise EndedError("is cut off in the middle of a record; copy or download it again")
        if not line.strip():
            return Head(first.strip(), headers)
        text = line.decode("utf-8", "replace").rstrip()
        if text[0] in " \t" and name:
            headers[name] += " " + text.strip()
            continue
        name, colon, value = text.partition(":")
        name = name.strip().lower()
        if not colon or len(line) >= _LONGEST_LINE:
            raise DamagedError("has a header that is none; capture the page again")
        headers[name] = value.strip()
    raise DamagedError("has more headers than any page; capture the page again")


def content_type(value: str | None) -> tuple[str | None, str | None]:
    """Return (media type in lower case, charset) of a Content-Type header, None where not told."""
    if not value:
        return None, None
    message = Message()
    message["Content-Type"] = value.encode("ascii", "replace").decode()
    kind = message.get_content_type() if "/" in value else None
    try:
        charset = message.get_content_charset()
    except (LookupError, ValueError):
        charset = None
    return kind, charset


def content(stream: Readable, head: Head, budget: Budget) -> Readable:
    """Return the stream of a response's content, transfer and content encodings undone.

    Raises `DamagedError` for an encoding that is not read.
    """
    source = stream
    if "chunked" in head.headers.get("transfer-encoding", "").lower():
        first, source = look_ahead(source, _LONGEST_CHUNK_LINE)
        # Crawlers also keep the header of a transfer whose chunks they put together.
        if _CHUNK.match(first):
            source = io.BufferedReader(_Dechunked(source))
    encodings = head.headers.get("content-encoding", "").lower().replace(" ", "").split(",")
    for encoding in reversed(encodings):
        source = _decoded(source, encoding, budget)
    return source


def _decoded(source: Readable, encoding: str, budget: Budget) -> Readable:
    """Return a stream without one content encoding.

    Crawlers also keep the header of a page that they unpacked, so what is not packed stays.
    """
    if encoding in ("", "identity"):
        return source
    if encoding in ("gzip", "x-gzip"):
        magic, source = look_ahead(source, 2)
        return gunzip(source, budget) if magic == b"\x1f\x8b" else source
    if encoding == "deflate":
        return inflate(source, budget)
    if encoding == "zstd":
        return unzstd(source, budget)
    if encoding == "br":
        # No Brotli stream begins with "<" or the mark of UTF-8.
        first, source = look_ahead(source, 1)
        return source if first in (b"<", b"\xef") else unbrotli(source, budget)
    raise DamagedError(
        f"is packed in a way that is not read ({encoding[:20]}); capture the page again"
        " without content encoding"
    )


class _Dechunked(io.RawIOBase):
    """The content of a chunked transfer."""

    def __init__(self, source: io.BufferedReader) -> None:
        self._source = source
        self._left = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._left == 0:
            self._open_chunk()
        wanted = min(len(buffer), self._left)
        block = self._source.read(wanted)
        buffer[: len(block)] = block
        self._left -= len(block)
        if len(block) < wanted:
            raise DamagedError("ends in the middle of a chunk; capture the page again")
        return len(block)

    def _open_chunk(self) -> None:
        line = self._source.readline(_LONGEST_CHUNK_LINE)
        if not line.strip():  # the end of the chunk before
            line = self._source.readline(_LONGEST_CHUNK_LINE)
        match = _CHUNK.match(line)
        self._left = int(match[1], 16) if match else 0
