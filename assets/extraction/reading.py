"""Reading the captures of one file: from its bytes to articles, or reasons.

The pure path through the room: open the file's records, decode, choose the reader by media type,
and let what is told beside the page have its say. It needs nothing but its arguments and the input
folder, so any process can run it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from assets.extraction.clean_text import read_clean_text
from assets.extraction.flattened.reader import read_flattened
from assets.extraction.html.reader import read_html
from assets.extraction.records import Article, Capture, Outcome, Page, Rejection
from assets.extraction.repetition import NOTHING_KNOWN, KnownLines
from assets.extraction.told import apply_told
from assets.intake.containers import UnreadableFileError, open_records
from assets.intake.containers.sidecar_files import read_sidecar
from assets.intake.containers.telling import merge
from assets.intake.decoding import Undecodable, decode
from assets.intake.records import Record, Told
from assets.limits import Limits
from assets.reference.records import Reference

_NOBODY_ELSE: Mapping[str, KnownLines] = {}
_NOT_FOUND = "is no longer found in its file; the next refresh looks again"


def read_captures(
    folder: Path,
    captures: Sequence[Capture],
    limits: Limits,
    reference: Reference,
    known: Mapping[str, KnownLines] = _NOBODY_ELSE,
) -> Iterator[Outcome | None]:
    """Read the articles of captures that lie in one file; yields one `Outcome` for each.

    The file is opened once and streamed, so outcomes come in the order of its records. For a record
    that is not asked for, None is yielded: a sign of life. `known` is what other pages of the
    outlet tell of a page's lines, by document_id; nothing at the first reading.
    """
    waiting = {capture.ordinal: capture for capture in captures}
    first = captures[0]
    reason = _NOT_FOUND
    try:
        records = open_records(folder, first.path, limits, first.file_id)
        yield from records.verify()
        for record in records:
            capture = waiting.pop(record.ordinal, None)
            if capture is None:
                yield None
                continue
            lines = known.get(capture.document_id, NOTHING_KNOWN)
            told = merge(record.told, _told_beside(folder, capture))
            outcome = _read_record(capture, record, told, reference, lines)
            if outcome.article is None and lines != NOTHING_KNOWN:
                # Knowledge of other pages makes no page less of an article.
                outcome = _read_record(capture, record, told, reference, NOTHING_KNOWN)
            yield outcome
            if not waiting:
                return
    except UnreadableFileError as error:
        reason = str(error)
    for capture in waiting.values():
        yield Outcome(capture, None, reason, is_final=False)


def _told_beside(folder: Path, capture: Capture) -> Told | None:
    if capture.sidecar is None:
        return None
    try:
        sidecar = read_sidecar(folder, capture.sidecar, capture.path)
    except UnreadableFileError:  # it is gone since: the next refresh finds that out
        return None
    return sidecar.told if sidecar is not None else None


def _read_record(
    capture: Capture, record: Record, told: Told | None, reference: Reference, known: KnownLines
) -> Outcome:
    if record.media_type is None:
        return Outcome(capture, None, record.reason)
    url = record.url or (told.url if told else None)
    capture = replace(capture, url=url)
    text = record.text
    if text is None:
        decoded = decode(record.data or b"", record.media_type, record.charset)
        if isinstance(decoded, Undecodable):
            return Outcome(capture, None, decoded.reason)
        text = decoded.text
    page = Page(capture.document_id, record.media_type, text, url, told)
    try:
        result = read_page(page, reference, known)
        if isinstance(result, Rejection):
            clean = text if record.is_clean_text else record.clean_text
            if clean is not None:
                page = replace(page, media_type="text/plain", text=clean)
                result = read_clean_text(page) or result
        if isinstance(result, Article) and told is not None:
            result = apply_told(result, told, reference, is_clean_text=record.is_clean_text)
    except MemoryError:  # the engine knows the limit and what to tell of it
        raise
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
