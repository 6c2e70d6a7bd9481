"""Opening a file of the input folder and walking over its records, whatever they are packed in.

What the bytes are decides how they are read; names decide only between two readings of them.
Everything streams: what is held at once is bounded by one record, not by the file.
"""

import hashlib
import io
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Literal

from assets.intake.binary_content import binary_kind
from assets.intake.containers import warc, zip_files
from assets.intake.containers.errors import DamagedError, LimitError, UnreadableFileError
from assets.intake.containers.expansion import Budget, Readable, look_ahead
from assets.intake.containers.files import BLOCK, open_file, unreadable
from assets.intake.containers.json_records import read_json
from assets.intake.containers.mhtml import is_mhtml, read_mhtml
from assets.intake.containers.pages import bad, page_of_bytes, read_whole
from assets.intake.containers.tally import Tally
from assets.intake.containers.telling import merge
from assets.intake.containers.unpacking import gunzip, unzstd
from assets.intake.records import READABLE_ENDINGS, Record
from assets.limits import Limits

FileType = Literal[
    "text/html",
    "text/plain",
    "multipart/related",
    "application/json",
    "application/warc",
    "application/zip",
]

_HEAD = 4096
_STRETCH = 16_000_000
_CHANGED = "changed while it was being read; the next refresh looks again"
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_JSON_ENDINGS = frozenset((".json", ".jsonl", ".ndjson"))
# A file of objects, whatever its name: no article begins so.
_OBJECT = re.compile(rb'\[?\s*\{\s*"[^"\\\r\n]{1,80}"\s*:')
_PACKED_ENDINGS = (".gz", ".zst", ".zstd", ".gzip")


def open_records(folder: Path, path: str, limits: Limits, file_id: str | None = None) -> "OpenFile":
    """Return the records of `folder / path` in order, numbered; raises `UnreadableFileError`.

    With a `file_id` the file must still be the one with that SHA-256; of a large file this is found
    out by `verify`. Bad records come with a reason and cost nothing else.
    """
    return OpenFile(folder, path, limits, file_id)


class OpenFile(Iterator[Record]):
    """The records of one file, and what is known of it.

    `file_id` and `bytes` are known at once, `media_type` and `note` when all records are read.
    """

    def __init__(self, folder: Path, path: str, limits: Limits, file_id: str | None) -> None:
        stream = open_file(folder, path)
        self.bytes = os.fstat(stream.fileno()).st_size
        self._limits = limits
        if self.bytes > limits.file_bytes:
            stream.close()
            raise UnreadableFileError(
                f"is larger than {limits.file_bytes:,} bytes; split it or raise"
                " BAOKHO_MAX_FILE_BYTES"
            )
        whole: io.BufferedIOBase = stream
        self._unverified: io.BufferedIOBase | None = None
        try:
            if self.bytes <= BLOCK:
                # Most files are small: they are read once.
                data = stream.read(BLOCK + 1)
                stream.close()
                self.file_id = hashlib.sha256(data).hexdigest()
                whole = io.BytesIO(data)
            elif file_id is not None:
                self.file_id = file_id
                self._unverified = stream
            else:
                (*_, self.file_id) = _digest(stream)
        except OSError as error:
            raise unreadable(error) from error
        if file_id is not None and self.file_id != file_id:
            whole.close()
            raise UnreadableFileError(_CHANGED)
        self.media_type: FileType | None = None
        self._tally = Tally()
        self._walk = _Walk(limits, Budget(limits, self.bytes), self._tally)
        self._records = self._numbered(whole, path)

    @property
    def note(self) -> str | None:
        """What was left out or is damaged; None when there is nothing to tell."""
        return str(self._tally) or None

    def verify(self) -> Iterator[None]:
        """Find out whether the file is still the one it was, yielding now and then.

        To be exhausted before the first record is taken. Raises `UnreadableFileError`.
        """
        if self._unverified is None:
            return
        for digest in _digest(self._unverified):
            yield None
            if digest not in ("", self.file_id):
                raise UnreadableFileError(_CHANGED)

    def __next__(self) -> Record:
        return next(self._records)

    def _numbered(self, whole: io.BufferedIOBase, path: str) -> Iterator[Record]:
        with whole:
            found = self._walk.records(whole, PurePosixPath(path).name)
            for ordinal, record in enumerate(found, start=1):
                self.media_type = self._walk.file_type
                if ordinal > self._limits.records:
                    reason = (
                        f"has more than {self._limits.records:,} records; the rest is not read:"
                        " split it or raise BAOKHO_MAX_RECORDS"
                    )
                    self._tally.note(reason)
                    yield replace(bad(reason), ordinal=ordinal)
                    return
                yield replace(record, ordinal=ordinal)
            self.media_type = self._walk.file_type


class _Walk:
    """Finds the records in streams, going into what is packed."""

    def __init__(self, limits: Limits, budget: Budget, tally: Tally) -> None:
        self._limits = limits
        self._budget = budget
        self._tally = tally
        self.file_type: FileType | None = None

    def records(self, whole: io.BufferedIOBase, name: str) -> Iterator[Record]:
        """Yield all records; what ends a file early ends in a bad record and the note."""
        count = 0
        try:
            for record in self._in(whole, name, 0):
                count += 1
                yield record
        except (DamagedError, LimitError) as error:
            if count:
                self._tally.note(str(error))
            yield bad(str(error))
        except OSError as error:
            yield bad(str(unreadable(error)))

    def _in(self, source: io.BufferedIOBase, name: str, depth: int) -> Iterator[Record]:
        if depth > self._limits.nesting:
            raise DamagedError(
                f"is packed more than {self._limits.nesting} times; unpack it or raise"
                " BAOKHO_MAX_NESTING"
            )
        head, stream = look_ahead(source, _HEAD)
        ending = PurePosixPath(name).suffix.lower()
        if head.startswith(_GZIP):
            yield from self._in(gunzip(stream, self._budget), _unpacked_name(name), depth + 1)
        elif head.startswith(_ZSTD):
            yield from self._in(unzstd(stream, self._budget), _unpacked_name(name), depth + 1)
        elif head.startswith(zip_files.MAGIC):
            yield from self._in_zip(source, stream, depth)
        elif head.startswith(warc.MAGIC):
            self._note_type("application/warc")
            yield from warc.read_warc(stream, self._budget, self._limits, self._tally)
        elif _is_json(head, ending):
            self._note_type("application/json")
            yield from read_json(stream, self._limits, self._tally)
        elif ending not in READABLE_ENDINGS:
            raise DamagedError(
                f"has a format that is not read ({ending}); save the page as .html or .txt"
            )
        elif is_mhtml(head, name):
            self._note_type("multipart/related")
            yield read_mhtml(read_whole(stream, self._limits))
        else:
            record = page_of_bytes(read_whole(stream, self._limits), name)
            if record.media_type is not None:
                self._note_type(record.media_type)
            yield record

    def _note_type(self, file_type: FileType) -> None:
        # The outermost that is no mere packing counts.
        if self.file_type is None:
            self.file_type = file_type

    def _in_zip(self, source: io.BufferedIOBase, stream: Readable, depth: int) -> Iterator[Record]:
        self._note_type("application/zip")
        if depth == 0:
            whole = source  # a file: an archive is read from its end
            whole.seek(0)
        else:
            whole = io.BytesIO(read_whole(stream, self._limits))
        for member in zip_files.read_members(whole, self._budget, self._limits, self._tally):
            if member.stream is None:
                yield replace(bad(member.reason or ""), member=member.name)
                continue
            try:
                for record in self._in(member.stream, _base_name(member.name), depth + 1):
                    inner = f" > {record.member}" if record.member else ""
                    told = merge(record.told, member.told)
                    yield replace(
                        record,
                        member=member.name + inner,
                        told=told,
                        url=record.url or (told.url if told else None),
                        fetched_at=record.fetched_at or (told.fetched_at if told else None),
                    )
            except DamagedError as error:
                yield replace(bad(str(error)), member=member.name)


def _is_json(head: bytes, ending: str) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if ending in _JSON_ENDINGS:
        return bool(start) and not start.startswith(b"<") and binary_kind(head) is None
    return _OBJECT.match(start) is not None


def _digest(stream: io.BufferedIOBase) -> Iterator[str]:
    """Yield "" for every stretch of a file, its SHA-256 last; the stream is at its start again."""
    digest = hashlib.sha256()
    try:
        while stretch := stream.read(_STRETCH):
            digest.update(stretch)
            yield ""
        stream.seek(0)
    except OSError as error:
        raise unreadable(error) from error
    yield digest.hexdigest()


def _unpacked_name(name: str) -> str:
    for ending in _PACKED_ENDINGS:
        if name.lower().endswith(ending):
            return name[: -len(ending)]
    return name


def _base_name(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1]
