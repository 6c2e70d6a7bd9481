"""Streams that are unpacked block by block, with a bound on what they may grow to.

Every packed layer of a file draws on one `Budget`, so that nothing is gained by packing a bomb
twice. The ways of packing themselves are in `unpacking`.
"""

import io
from typing import Protocol

from assets.intake.containers.errors import DamagedError, LimitError
from assets.limits import Limits

BLOCK = 65_536
# Whatever the ratio, so much is harmless: a short page of blanks packs a thousandfold.
_HARMLESS = 16_000_000


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


class Unpacked(io.RawIOBase):
    """A stream that is made block by block; its reads are full except at the end."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._block = b""
        self._error: DamagedError | None = None

    def _next_block(self) -> bytes:
        """Return some bytes, a few of `BLOCK` at most, none at the end; raises `DamagedError`."""
        raise NotImplementedError

    def readable(self) -> bool:
        """Tell that the stream can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer, or as much of it as the stream has; return how much that is."""
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
    return head, io.BufferedReader(_Ahead(head, rest), BLOCK)


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
