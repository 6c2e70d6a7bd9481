"""Typed records at the borders of the intake room."""

from dataclasses import dataclass
from typing import Literal

MediaType = Literal["text/html", "text/plain"]
FileStatus = Literal["loaded", "duplicate", "rejected", "superseded", "missing"]

# Formats that readers exist for; every other ending is rejected with advice.
READABLE_ENDINGS = frozenset({"", ".txt", ".text", ".html", ".htm", ".xhtml"})


@dataclass(frozen=True, slots=True)
class ListedFile:
    """An entry of the input folder.

    `path` is relative to the folder, with forward slashes. `problem` says why it cannot be read at
    all (a link that leads outside, a folder with a file's name); then size and time may be None.
    """

    path: str
    bytes: int | None
    modified_ns: int | None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class InspectedFile:
    """A listed file after its bytes were read: a row of `raw.files` without its history.

    `reason` is None exactly when the file can be loaded. `file_id` is the SHA-256 of the bytes, or
    None when they could not be read.
    """

    path: str
    file_id: str | None
    bytes: int | None
    modified_ns: int | None
    media_type: MediaType | None
    encoding: str | None
    reason: str | None
    note: str | None = None
