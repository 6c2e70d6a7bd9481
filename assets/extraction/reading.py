"""Reading one capture: from the bytes of a file to its article, or a reason.

The pure path through the room: decode, and choose the reader by media type. It needs nothing but
its arguments and the input folder, so any process can run it.
"""

import hashlib
from pathlib import Path

from assets.extraction.flattened.reader import read_flattened
from assets.extraction.html.reader import read_html
from assets.extraction.records import Article, Capture, Outcome, Page, Rejection
from assets.extraction.repetition import NOTHING_KNOWN, KnownLines
from assets.intake.decoding import Undecodable, decode
from assets.intake.inspection import UnreadableFileError, read_bytes
from assets.intake.media_type import sniff
from assets.limits import Limits
from assets.reference.records import Reference


def read_capture(
    folder: Path,
    capture: Capture,
    limits: Limits,
    reference: Reference,
    known: KnownLines = NOTHING_KNOWN,
) -> Outcome:
    """Read the article of a capture; every way to fail ends in an `Outcome` with a reason.

    `known` is what other pages of the outlet tell of its lines; nothing at the first reading.
    """
    try:
        data = read_bytes(folder, capture.path, limits)
    except UnreadableFileError as error:
        return Outcome(capture, None, str(error), is_final=False)
    if hashlib.sha256(data).hexdigest() != capture.file_id:
        reason = "changed while it was being read; the next refresh looks again"
        return Outcome(capture, None, reason, is_final=False)
    media_type = sniff(capture.path, data)
    decoded = decode(data, media_type)
    if isinstance(decoded, Undecodable):
        return Outcome(capture, None, decoded.reason)
    page = Page(capture.document_id, media_type, decoded.text, capture.url)
    try:
        result = read_page(page, reference, known)
    except Exception as error:
        reason = f"the reader failed ({type(error).__name__}: {error}); please report the page"
        return Outcome(capture, None, reason)
    if isinstance(result, Rejection):
        return Outcome(capture, None, result.reason)
    return Outcome(capture, result, None)


def read_page(
    page: Page, reference: Reference, known: KnownLines = NOTHING_KNOWN
) -> Article | Rejection:
    """Read a decoded page with the reader of its media type."""
    if page.media_type == "text/html":
        return read_html(page, reference)
    return read_flattened(page, reference, known=known)
