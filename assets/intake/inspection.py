"""Inspecting one file: reading its bytes once and telling which records it holds.

Every way in which a file can be bad ends in a reason, never in an exception. Opening files is in
`containers`, decoding in `decoding`, the comparison with earlier refreshes in
`statements/intake/*.sql`.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from assets.intake.containers import OpenFile, UnreadableFileError, open_records
from assets.intake.containers.pages import is_blank, too_long_line
from assets.intake.containers.sidecar_files import read_sidecar
from assets.intake.decoding import Undecodable, decode
from assets.intake.records import InspectedFile, InspectedRecord, ListedFile, Record, rejected
from assets.limits import Limits

# Files that hold one page: it is decoded here, to tell at once whether it can be.
_ONE_PAGE = frozenset(("text/html", "text/plain", "multipart/related"))


def inspect_file(
    folder: Path, listed: ListedFile, limits: Limits, beside: str | None = None
) -> Iterator[InspectedRecord | InspectedFile]:
    """Yield what a listed file holds, record by record, and last the file itself.

    `beside` is the page that the file lies beside by its name (`sidecars.pages_beside`).
    """
    if listed.problem is not None:
        yield rejected(listed, None, listed.problem)
        return
    try:
        sidecar = _as_sidecar(folder, listed, beside) if beside is not None else None
        if sidecar is not None:
            yield sidecar
            return
        opened = open_records(folder, listed.path, limits)
    except UnreadableFileError as error:
        yield replace(rejected(listed, None, str(error)), beside=beside)
        return
    yield from _records(listed, opened, limits, beside)


def _records(
    listed: ListedFile, opened: OpenFile, limits: Limits, beside: str | None
) -> Iterator[InspectedRecord | InspectedFile]:
    encoding: str | None = None
    reason: str | None = "holds no page; capture the pages again"
    for record in opened:
        note = record.note
        if opened.media_type in _ONE_PAGE or opened.media_type is None:
            encoding, reason, note = _examine(record, limits)
        else:
            reason = None
        if reason is None:
            yield InspectedRecord(
                document_id=f"{opened.file_id[:16]}-{record.ordinal}",
                file_id=opened.file_id,
                ordinal=record.ordinal,
                member=record.member,
                media_type=record.media_type,
                url=record.url,
                fetched_at=record.fetched_at,
                content_hash=record.content_hash,
                reason=record.reason,
                note=note,
            )
    if reason is not None:
        yield replace(rejected(listed, opened.file_id, reason), beside=beside)
        return
    yield InspectedFile(
        path=listed.path,
        file_id=opened.file_id,
        bytes=opened.bytes,
        modified_ns=listed.modified_ns,
        media_type=opened.media_type,
        encoding=encoding,
        reason=None,
        note=note if opened.media_type in _ONE_PAGE else opened.note,
        beside=beside,
    )


def _examine(record: Record, limits: Limits) -> tuple[str | None, str | None, str | None]:
    """Return (encoding, reason, note) of the one page of a file."""
    if record.media_type is None or record.data is None:
        return None, record.reason, None
    decoded = decode(record.data, record.media_type, record.charset)
    if isinstance(decoded, Undecodable):
        return None, decoded.reason, None
    if is_blank(decoded.text):
        return None, "holds only white space; capture the page again", None
    if record.media_type == "text/plain" and (problem := too_long_line(decoded.text, limits)):
        return None, problem, None
    return decoded.encoding, None, decoded.note


def _as_sidecar(folder: Path, listed: ListedFile, beside: str) -> InspectedFile | None:
    """Return the file as the sidecar of `beside`, None when it holds pages of its own."""
    sidecar = read_sidecar(folder, listed.path, beside)
    if sidecar is None:
        return None
    if sidecar.problem is not None:
        return replace(rejected(listed, sidecar.file_id, sidecar.problem), beside=beside)
    return InspectedFile(
        path=listed.path,
        file_id=sidecar.file_id,
        bytes=sidecar.bytes,
        modified_ns=listed.modified_ns,
        media_type="application/json",
        encoding=None,
        reason=None,
        note=sidecar.note,
        beside=beside,
        is_metadata=True,
    )
