"""The ways of packing that files and responses come in: gzip, deflate, Zstandard, Brotli.

Each gives a stream that unpacks a block at a time and draws on the file's budget. What a stream
holds is found out by whoever opens it.
"""

import io
import zlib

import zstandard

from assets.intake.containers.errors import CutOffError, DamagedError
from assets.intake.containers.expansion import BLOCK, Budget, Readable, Unpacked, look_ahead

_LARGEST_WINDOW = 1 << 27  # bytes of memory that a Zstandard frame may ask for
# Zstandard unpacks all it is given at once: four bytes may become 128 KiB.
_SIP = 1024
_MEMBER = b"\x1f\x8b\x08"  # how every member of a gzip file begins
_CUT_OFF = "is cut off in the middle of its packed content; copy or download it again"


class _Inflated(Unpacked):
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
                self._packed = self._source.read(BLOCK)
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
                block = self._inflater.decompress(self._packed, BLOCK)
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
            block = self._source.read(BLOCK)
            if not block:
                return b""
            packed = packed[-len(_MEMBER) :] + block
        return packed[start:]


class _Zstandard(Unpacked):
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


class _Brotli(Unpacked):
    """What Brotli makes of a stream, of which there is one; damage ends it."""

    def __init__(self, source: Readable, budget: Budget) -> None:
        # Late: few archives hold Brotli, and the library loads slowly.
        import pyarrow as pa

        super().__init__(budget)
        _, whole = look_ahead(source, 0)
        self._stream = pa.CompressedInputStream(whole, "brotli")
        self._is_over = False

    def _next_block(self) -> bytes:
        if self._is_over:
            return b""
        try:
            block: bytes = self._stream.read(BLOCK)
        except OSError as error:
            self._is_over = True
            raise DamagedError(_damaged("Brotli")) from error
        return block


def _damaged(kind: str) -> str:
    return f"holds {kind} data that is damaged; copy or download it again"


def gunzip(source: Readable, budget: Budget) -> io.BufferedReader:
    """Return the unpacked stream of a gzip file, all its members."""
    return io.BufferedReader(_Inflated(source, budget, window=31), BLOCK)


def inflate(source: Readable, budget: Budget) -> io.BufferedReader:
    """Return the unpacked stream of HTTP's "deflate", which is zlib's format or none."""
    head, source = look_ahead(source, 2)
    has_header = len(head) == 2 and head[0] & 0x0F == 8 and int.from_bytes(head, "big") % 31 == 0
    return io.BufferedReader(_Inflated(source, budget, window=15 if has_header else -15), BLOCK)


def unzstd(source: Readable, budget: Budget) -> io.BufferedReader:
    """Return the unpacked stream of a Zstandard file, all its frames."""
    return io.BufferedReader(_Zstandard(source, budget), BLOCK)


def unbrotli(source: Readable, budget: Budget) -> io.BufferedReader:
    """Return the unpacked stream of HTTP's "br"."""
    return io.BufferedReader(_Brotli(source, budget), BLOCK)
