"""Inspecting one file: reading its bytes once and telling whether it can be loaded.

Every way in which a file can be bad ends in a reason, never in an exception. Decoding is in
`decoding`, the comparison with earlier refreshes in `statements/intake/*.sql`.
"""

import hashlib
import os
from pathlib import Path, PurePosixPath

from assets.intake.decoding import Undecodable, decode
from assets.intake.media_type import sniff
from assets.intake.records import READABLE_ENDINGS, InspectedFile, ListedFile
from assets.limits import Limits


class UnreadableFileError(Exception):
    """The bytes of a file cannot be had; the message is the reason a user reads."""


def read_bytes(folder: Path, path: str, limits: Limits) -> bytes:
    """Return the bytes of `folder / path`; raises `UnreadableFileError` with a reason.

    The file is opened without following a link that was put in its place since it was listed, and
    at most one byte more than the limit is read.
    """
    target = (folder / path).resolve()
    if not target.is_relative_to(folder.resolve()):
        raise UnreadableFileError("leads out of the input folder; copy the file here instead")
    try:
        descriptor = os.open(target, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as stream:
            data = stream.read(limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise UnreadableFileError(
            "vanished between listing and reading; the next refresh looks again"
        ) from error
    except OSError as error:
        raise UnreadableFileError(
            f"cannot be read: {error.strerror}; check its permissions"
        ) from error
    if len(data) > limits.file_bytes:
        raise UnreadableFileError(
            f"is larger than {limits.file_bytes:,} bytes; split it or raise BAOKHO_MAX_FILE_BYTES"
        )
    return data


def inspect_file(folder: Path, listed: ListedFile, limits: Limits) -> InspectedFile:
    """Read a listed file and tell whether it can be loaded, with a reason when it cannot."""
    if listed.problem is not None:
        return _rejected(listed, None, listed.problem)
    ending = PurePosixPath(listed.path).suffix.lower()
    try:
        data = read_bytes(folder, listed.path, limits)
    except UnreadableFileError as error:
        return _rejected(listed, None, str(error))
    file_id = hashlib.sha256(data).hexdigest()
    if not data.strip():
        return _rejected(listed, file_id, "is empty; capture the page again")
    if ending not in READABLE_ENDINGS:
        reason = f"has a format that is not read ({ending}); save the page as .html or .txt"
        return _rejected(listed, file_id, reason)
    media_type = sniff(listed.path, data)
    decoded = decode(data, media_type)
    if isinstance(decoded, Undecodable):
        return _rejected(listed, file_id, decoded.reason)
    if not decoded.text.strip("\ufeff \t\r\n\v\f\0"):
        return _rejected(listed, file_id, "holds only white space; capture the page again")
    longest = max(map(len, decoded.text.splitlines()), default=0)
    if media_type == "text/plain" and longest > limits.line_characters:
        reason = (
            f"has a line of {longest:,} characters, which is no page"
            f" (the limit is {limits.line_characters:,}, BAOKHO_MAX_LINE_CHARACTERS)"
        )
        return _rejected(listed, file_id, reason)
    return InspectedFile(
        path=listed.path,
        file_id=file_id,
        bytes=len(data),
        modified_ns=listed.modified_ns,
        media_type=media_type,
        encoding=decoded.encoding,
        reason=None,
        note=decoded.note,
    )


def _rejected(listed: ListedFile, file_id: str | None, reason: str) -> InspectedFile:
    return InspectedFile(
        path=listed.path,
        file_id=file_id,
        bytes=listed.bytes,
        modified_ns=listed.modified_ns,
        media_type=None,
        encoding=None,
        reason=reason,
    )
