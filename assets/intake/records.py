"""Typed records at the borders of the intake room."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

MediaType = Literal["text/html", "text/plain"]

# Formats that readers exist for; every other ending is rejected with advice.
READABLE_ENDINGS = frozenset(
    (
        "",
        ".htm",
        ".html",
        ".json",
        ".jsonl",
        ".mht",
        ".mhtml",
        ".ndjson",
        ".text",
        ".txt",
        ".warc",
        ".xhtml",
        ".gz",
        ".zip",
        ".zst",
    )
)


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

    `reason` is None unless the file as a whole cannot be loaded. `file_id` is the SHA-256 of the
    bytes, or None when they could not be read. `beside` is the page that a JSON file lies beside by
    its name, and `is_metadata` says that it is the sidecar of that page.
    """

    path: str
    file_id: str | None
    bytes: int | None
    modified_ns: int | None
    media_type: str | None
    encoding: str | None
    reason: str | None
    note: str | None = None
    beside: str | None = None
    is_metadata: bool = False


def rejected(listed: ListedFile, file_id: str | None, reason: str) -> InspectedFile:
    """Return the file of an entry that cannot be read, or holds nothing."""
    return InspectedFile(
        path=listed.path,
        file_id=file_id,
        bytes=listed.bytes,
        modified_ns=listed.modified_ns,
        media_type=None,
        encoding=None,
        reason=reason,
    )


@dataclass(frozen=True, slots=True)
class InspectedRecord:
    """A record of an inspected file: a row of `raw.documents` before anything was read from it.

    `media_type` is None and `reason` set for a record that cannot be read as a page.
    """

    document_id: str
    file_id: str
    ordinal: int
    member: str | None
    media_type: MediaType | None
    url: str | None
    fetched_at: dt.datetime | None
    content_hash: str | None
    reason: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What is stated about a page beside the page: by the fields of its record, or by its sidecar.

    `published` is timezone-aware, known to the minute or, with `published_precision` "day", the
    first instant of a day; `published_is_sure` is False where the field's name may mean another
    day. `outlet_is_sure` likewise. `sources` pairs a fact with where it stands, such as
    ("title", 'field "headline" of the record'). The time of fetching is no time of publication.
    """

    title: str | None = None
    published: dt.datetime | None = None
    published_precision: Literal["minute", "day"] | None = None
    published_is_sure: bool = True
    outlet: str | None = None
    outlet_is_sure: bool = True
    authors: tuple[str, ...] = ()
    url: str | None = None
    fetched_at: dt.datetime | None = None
    sources: tuple[tuple[str, str], ...] = ()

    def source(self, fact: str) -> str:
        """Return where a fact that is told stands."""
        return dict(self.sources)[fact]


@dataclass(frozen=True, slots=True)
class Record:
    """One page as it lies in a file: alone, or one of many in a container.

    `ordinal` counts from 1 over the whole file. `member` is the place inside an archive. `data` are
    the page's bytes, `text` its characters where the container has decoded them already (JSON):
    one of the two is set unless `reason` says why the record cannot be read. `charset` is what a
    header beside the page declares. `content_hash` is the SHA-256 of the page in hex.
    `is_clean_text` marks the text of an article without furniture, as an export states it, and
    `clean_text` such a text beside an HTML page.
    """

    ordinal: int
    media_type: MediaType | None
    data: bytes | None = None
    text: str | None = None
    charset: str | None = None
    member: str | None = None
    url: str | None = None
    fetched_at: dt.datetime | None = None
    told: Told | None = None
    content_hash: str | None = None
    is_clean_text: bool = False
    clean_text: str | None = None
    reason: str | None = None
    note: str | None = None
