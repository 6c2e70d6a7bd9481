"""Unpacking streams (gzip, Zstandard, deflate) with a bound on what they may grow to.

Every packed layer of a file draws on one `Budget`, so that nothing is gained by packing a bomb
twice. At most one block is unpacked at a time.
"""

import io
import zlib
from typing import Protocol

import zstandard

from assets.intake.containers.errors import CutOffError, DamagedError, LimitError
from assets.limits import Limits

_BLOCK = 65_536
# Whatever the ratio, so much is harmless: a short page of blanks packs a thousandfold.
_HARMLESS = 16_000_000
_LARGEST_WINDOW = 1 << 27  # bytes of memory that a Zstandard frame may ask for
# Zstandard unpacks all it is given at once: four bytes may become 128 KiB.
_SIP = 1024
_MEMBER = b"\x1f\x8b\x08"  # how every member of a gzip file begins
_CUT_OFF = "is cut off in the middle of its packed content; copy or download it again"


class Readable(Protocol):
    """A stream of bytes."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes, none at the end."""


class Budget:
    """What the layers of one file may still unpack to."""

    def __init__(self, limits: Limits, packed_bytes: int) -> None:
        self._limits = limits
        self._most = max(_HARMLESS, limits.expansion_ratio * packed_bytes)
        self._spent = 0

    def spend(self, count: int) -> None:
        """Note that `count` bytes were unpacked; raises `LimitError` when they are too many."""
        self._spent += count
        if self._spent > self._most:
            raise LimitError(
                f"unpacks to more than {self._limits.expansion_ratio:,} times its size, as no real"
                " pages do; if they are, raise BAOKHO_MAX_EXPANSION_RATIO"
            )
        if self._spent > self._limits.expanded_bytes:
            raise LimitError(
                f"unpacks to more than {self._limits.expanded_bytes:,} bytes; split it or raise"
                " BAOKHO_MAX_EXPANDED_BYTES"
            )


class _Unpacked(io.RawIOBase):
    """A stream that is made block by block; its reads are full except at the end."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._block = b""
        self._error: DamagedError | None = None

    def _next_block(self) -> bytes:
        """Return some bytes, none at the end; raises `DamagedError`."""
        raise NotImplementedError

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        filled = 0
        while filled < len(buffer):
            if not self._block and not self._fetch(at_once=filled == 0):
                break
            count = min(len(buffer) - filled, len(self._block))
            buffer[filled : filled + count] = self._block[:count]
            self._block = self._block[count:]
            filled += count
        return filled

    def _fetch(self, *, at_once: bool) -> bool:
        # What came before the damage is handed out first.
        if self._error is None:
            try:
                self._block = self._next_block()
            except DamagedError as error:
                self._error = error
            else:
                self._budget.spend(len(self._block))
                return bool(self._block)
        if at_once:
            damage, self._error = self._error, None
            raise damage
        return False


class _Inflated(_Unpacked):
    """What zlib makes of a stream: one member after the other, as gzip has them.

    After damage, reading goes on with the next member.
    """

    def __init__(self, source: Readable, budget: Budget, *, window: int) -> None:
        super().__init__(budget)
        self._source = source
        self._window = window
        self._inflater = zlib.decompressobj(window)
        self._packed = b""
        self._is_within = False

    def _next_block(self) -> bytes:
        while True:
            if self._inflater.eof:
                self._begin(self._inflater.unused_data)
            if not self._packed:
                self._packed = self._source.read(_BLOCK)
            if not self._is_within:
                # Some writers fill the end of a file with zeros.
                self._packed = self._packed.lstrip(b"\0")
            if not self._packed:
                if self._is_within:
                    self._begin(b"")
                    raise CutOffError(_CUT_OFF)
                return b""
            self._is_within = True
            try:
                block = self._inflater.decompress(self._packed, _BLOCK)
            except zlib.error as error:
                self._begin(self._from_next_member())
                raise DamagedError(_damaged("gzip")) from error
            self._packed = self._inflater.unconsumed_tail
            if block:
                return block

    def _begin(self, packed: bytes) -> None:
        self._packed = packed
        self._inflater = zlib.decompressobj(self._window)
        self._is_within = False

    def _from_next_member(self) -> bytes:
        packed = self._packed[1:]
        while (start := packed.find(_MEMBER)) < 0:
            block = self._source.read(_BLOCK)
            if not block:
                return b""
            packed = packed[-len(_MEMBER) :] + block
        return packed[start:]


class _Zstandard(_Unpacked):
    """What Zstandard makes of a stream: one frame after the other; damage ends it."""

    def __init__(self, source: Readable, budget: Budget) -> None:
        super().__init__(budget)
        self._source = source
        self._unpacker = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
        self._frame = self._unpacker.decompressobj()
        self._packed = b""
        self._is_within = False
        self._is_over = False

    def _next_block(self) -> bytes:
        while not self._is_over:
            if self._frame.eof:
                self._packed = self._frame.unused_data
                self._frame = self._unpacker.decompressobj()
                self._is_within = False
            if not self._packed:
                self._packed = self._source.read(_SIP)
            if not self._packed:
                if self._is_within:
                    self._is_within = False
                    raise CutOffError(_CUT_OFF)
                return b""
            self._is_within = True
            try:
                block: bytes = self._frame.decompress(self._packed)
            except zstandard.ZstdError as error:
                self._is_over = True
                raise DamagedError(_damaged("Zstandard")) from error
            self._packed = b""
            if block:
                return block
        return b""


def _damaged(kind: str) -> str:
    return f"holds {kind} data that is damaged; copy or download it again"


def gunzip(source: Readable, budget: Budget) -> io.BufferedReader:
    """Return the unpacked stream of a gzip file, all its members."""
    return io.BufferedReader(_Inflated(source, budget, window=31), _BLOCK)


def inflate(source: Readable, budget: Budget) -> io.BufferedReader:
    """Return the unpacked stream of HTTP's "deflate", which is zlib's format or none."""
    head, source = look_ahead(source, 2)
    has_header = len(head) == 2 and head[0] & 0x0F == 8 and int.from_bytes(head, "big") % 31 == 0
    return io.BufferedReader(_Inflated(source, budget, window=15 if has_header else -15), _BLOCK)


def unzstd(source: Readable, budget: Budget) -> io.BufferedReader:
    """Return the unpacked stream of a Zstandard file, all its frames."""
    return io.BufferedReader(_Zstandard(source, budget), _BLOCK)


class _Ahead(io.RawIOBase):
    """Bytes that were read already, then the rest of their stream."""

    def __init__(self, head: bytes, rest: Readable) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        block = self._head[: len(buffer)] or _some(self._rest, len(buffer))
        self._head = self._head[len(block) :]
        buffer[: len(block)] = block
        return len(block)


def _some(source: Readable, count: int) -> bytes:
    """Read up to `count` bytes; what comes right before damage is not lost with it."""
    if isinstance(source, io.BufferedReader):
        return source.read1(count)
    return source.read(count)


def look_ahead(source: Readable, count: int) -> tuple[bytes, io.BufferedReader]:
    """Return the first `count` bytes of a stream, and a stream that still holds them.

    (`peek` of a buffered stream may return fewer, wherever its buffer happens to end.) Damage
    inside these bytes shows when the stream returned is read.
    """
    head = b""
    rest = source
    try:
        while len(head) < count and (block := _some(source, count - len(head))):
            head += block
    except DamagedError as error:
        rest = _Broken(error, source)
    return head, io.BufferedReader(_Ahead(head, rest), _BLOCK)


class _Broken:
    """Damage that was met already, then what comes after it."""

    def __init__(self, error: DamagedError, rest: Readable) -> None:
        self._error: DamagedError | None = error
        self._rest = rest

    def read(self, size: int = -1, /) -> bytes:
        error, self._error = self._error, None
        if error is not None:
            raise error
        return self._rest.read(size)
