"""WARC files: the pages among their records.

The records are framed here rather than by a library, so that a damaged one costs nothing else and
no line or page is held that is larger than the limits. The format is ISO 28500.
"""

import datetime as dt
import io
from collections.abc import Iterator

from assets.intake.containers.errors import CUT_OFF, CutOffError, DamagedError, EndedError
from assets.intake.containers.expansion import Budget, look_ahead
from assets.intake.containers.http import Head, content, content_type, read_head
from assets.intake.containers.moments import parse_moment
from assets.intake.containers.pages import bad, page_of_bytes, read_whole, web_address
from assets.intake.containers.tally import Tally
from assets.intake.media_type import PAGE_TYPES
from assets.intake.records import Record
from assets.limits import Limits

MAGIC = b"WARC/"
# Kinds of record that can hold a page: as served, as saved by hand, or its text alone (WET).
_HOLDING = frozenset(("response", "resource", "conversion"))
_LINE = 65_536
_SKIPPED_AT_ONCE = 65_536


def read_warc(
    stream: io.BufferedReader, budget: Budget, limits: Limits, tally: Tally
) -> Iterator[Record]:
    """Yield the pages of a WARC file, and a bad record for every part that cannot be read.

    What is no page (requests, images, redirects) is only counted.
    """
    is_lost = False
    while True:
        try:
            head = _next_head(stream)
            if head is None:
                return
            body = _Body(stream, _length(head))
        except DamagedError as error:
            tally.note_cut(error)
            if not is_lost:  # one word for each stretch that is no record
                yield bad(str(error))
            is_lost = True
            continue
        is_lost = False
        record: Record | None = None
        try:
            record = _page_in(head, io.BufferedReader(body), budget, limits, tally)
        except DamagedError as error:
            tally.note_cut(error)
            record = bad(str(error), url=web_address(head.headers.get("warc-target-uri")))
        try:
            body.skip()
        except DamagedError as error:
            tally.note_cut(error)
            record = record or bad(str(error))
        if record is not None:
            yield record


def _next_head(stream: io.BufferedReader) -> Head | None:
    """Return the head of the next record, None at the end; what is none is damage."""
    while line := stream.readline(_LINE):
        if line.startswith(MAGIC):
            return read_head(stream, line)
        if line.strip():
            raise DamagedError(_NO_RECORD)
    return None


_NO_RECORD = "holds bytes between two records that are no record; the rest is read as usual"


def _length(head: Head) -> int:
    value = head.headers.get("content-length", "")
    if not (value.isascii() and value.isdigit() and len(value) < 16):
        raise DamagedError("is a WARC record without a length; the rest is read as usual")
    return int(value)


class _Body(io.RawIOBase):
    """The bytes of one record."""

    def __init__(self, stream: io.BufferedReader, length: int) -> None:
        self._stream = stream
        self._left = length

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        wanted = min(len(buffer), self._left)
        try:
            block = self._stream.read(wanted)
            if wanted and not block:
                raise CutOffError(CUT_OFF)
        except DamagedError:
            self._left = 0
            raise
        self._left -= len(block)
        buffer[: len(block)] = block
        return len(block)

    def skip(self) -> None:
        """Read over what is left."""
        block = bytearray(_SKIPPED_AT_ONCE)
        while self._left:
            self.readinto(memoryview(block))


def _page_in(
    head: Head, body: io.BufferedReader, budget: Budget, limits: Limits, tally: Tally
) -> Record | None:
    if head.headers.get("warc-type", "").lower() not in _HOLDING:
        return None
    url = web_address(head.headers.get("warc-target-uri"))
    fetched = parse_moment(head.headers.get("warc-date"))
    fetched_at = fetched.at if fetched else None
    declared = head.headers.get("content-type")
    kind, charset = content_type(declared)
    if kind == "application/http":
        response = _http_head(body)
        kind, charset = content_type(response.headers.get("content-type"))
        if (refusal := _refusal(response.status, kind)) is not None:
            return _refused(refusal, url, fetched_at, tally)
    else:
        response = Head(b"", {})
    stream = content(body, response, budget)
    if kind is None:
        start, stream = look_ahead(stream, 1024)
        kind = "text/html" if b"<" in start else None
    if kind not in PAGE_TYPES:
        tally.leave_out(kind)
        return None
    note = "was cut off when it was captured" if "warc-truncated" in head.headers else None
    data = read_whole(stream, limits)
    return page_of_bytes(
        data,
        ".txt" if kind == "text/plain" else ".html",
        charset=charset,
        url=url,
        fetched_at=fetched_at,
        note=note,
    )


def _http_head(body: io.BufferedReader) -> Head:
    try:
        return read_head(body)
    except EndedError as error:  # the record is whole: the crawler cut the page off
        raise DamagedError("was cut off when it was captured; capture the page again") from error


def _refusal(status: int | None, kind: str | None) -> str | None:
    """Return why a response holds no page: a reason, or "" for a redirect or what is no page."""
    if status is None or 200 <= status < 300:
        return None
    if status < 400 or kind not in PAGE_TYPES:
        return ""
    return f"was answered with HTTP status {status}; capture the page again"


def _refused(
    reason: str, url: str | None, fetched_at: dt.datetime | None, tally: Tally
) -> Record | None:
    if reason:
        return bad(reason, url=url, fetched_at=fetched_at)
    tally.leave_out("redirects and errors")
    return None
