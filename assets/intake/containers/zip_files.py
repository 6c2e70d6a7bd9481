"""ZIP archives: their members as streams, nothing of them written anywhere.

Names of members only tell how to read them and where a page lay. What is inside a member is found
out where the file is opened (`opening`).
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from assets.intake.containers.errors import DamagedError, LimitError
from assets.intake.containers.expansion import Budget, Readable
from assets.intake.containers.json_records import holds_only_facts
from assets.intake.containers.sidecar_files import LARGEST_SIDECAR, parse_object
from assets.intake.containers.tally import Tally
from assets.intake.containers.telling import read_fields, told_by
from assets.intake.records import READABLE_ENDINGS, Told
from assets.intake.sidecars import pages_beside
from assets.limits import Limits

MAGIC = b"PK\x03\x04"
_LARGEST_DIRECTORY = 256_000_000
_PACKED_DOCUMENTS = ("[Content_Types].xml", "META-INF/", "mimetype", "AndroidManifest.xml")
_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    MemoryError,
)
_DAMAGED = "is a damaged or incomplete ZIP archive; copy or download it again"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its path there, and either its stream or why it cannot be read."""

    name: str
    stream: io.BufferedIOBase | None
    reason: str | None
    told: Told | None = None


def read_members(
    source: io.BufferedIOBase, budget: Budget, limits: Limits, tally: Tally
) -> Iterator[Member]:
    """Yield the members that may be pages, in the order of the archive's directory.

    Raises `DamagedError` when the archive has no directory that can be read. Each stream must be
    used before the next member is asked for.
    """
    try:
        archive = zipfile.ZipFile(_Bounded(source))
        members = [info for info in archive.infolist() if not info.is_dir()]
    except _ERRORS as error:
        raise DamagedError(_DAMAGED) from error
    if any(info.filename.startswith(_PACKED_DOCUMENTS) for info in members[:50]):
        raise DamagedError("is an Office document or a program; export it as plain text or HTML")
    if len(members) > limits.records:
        raise LimitError(
            f"holds more than {limits.records:,} files; split it or raise BAOKHO_MAX_RECORDS"
        )
    beside = pages_beside(info.filename for info in members)
    sidecars: dict[str, Told] = {}
    for info in members:
        page = beside.get(info.filename)
        told = _facts(archive, info, page, budget) if page is not None else None
        if page is not None and told is not None:
            sidecars.setdefault(page, told)
            tally.leave_out("metadata of pages")
            beside[info.filename] = ""
    for info in members:
        path = PurePosixPath(info.filename)
        ending = path.suffix.lower()
        if beside.get(info.filename) == "" or any(
            (part.startswith(".") and part != "..") or part == "__MACOSX" for part in path.parts
        ):
            continue
        if ending not in READABLE_ENDINGS:
            tally.leave_out(ending)
            continue
        yield _open(archive, info, budget, sidecars.get(info.filename))


def _open(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, told: Told | None
) -> Member:
    if info.flag_bits & 0x1:
        reason = "is encrypted; unpack it with its password and put the pages into the input folder"
        return Member(info.filename, None, reason)
    try:
        stream = io.BufferedReader(_Counted(archive.open(info), budget), 65_536)
    except _ERRORS:
        return Member(info.filename, None, "is damaged inside its ZIP archive; pack it again")
    return Member(info.filename, stream, None, told)


def _facts(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, page: str, budget: Budget
) -> Told | None:
    """Return what a member tells about another, None when it is a record of its own."""
    if info.file_size > LARGEST_SIDECAR or info.flag_bits & 0x1:
        return None
    try:
        with archive.open(info) as stream:
            data = stream.read(LARGEST_SIDECAR)
    except _ERRORS:
        return None
    budget.spend(len(data))
    record = parse_object(data)
    if record is None:
        return None
    if info.filename != f"{page}.json" and not holds_only_facts(record):
        return None
    return told_by(read_fields(record), info.filename)


class _Bounded(io.RawIOBase):
    """The archive's own bytes, with no read of more than a directory may be large."""

    def __init__(self, source: io.BufferedIOBase) -> None:
        self._source = source

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._source.seek(offset, whence)

    def tell(self) -> int:
        return self._source.tell()

    def read(self, size: int = -1, /) -> bytes:
        if size > _LARGEST_DIRECTORY:
            raise zipfile.BadZipFile("a directory larger than any")
        return self._source.read(_LARGEST_DIRECTORY if size < 0 else size)


class _Counted(io.RawIOBase):
    """A member's content, drawn on the budget; what breaks in unpacking is damage and the end."""

    def __init__(self, source: Readable, budget: Budget) -> None:
        self._source = source
        self._budget = budget
        self._is_over = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            block = b"" if self._is_over else self._source.read(len(buffer))
        except _ERRORS as error:
            self._is_over = True
            raise DamagedError("is damaged inside its ZIP archive; pack it again") from error
        self._budget.spend(len(block))
        buffer[: len(block)] = block
        return len(block)
