"""JSON as a stream of values: a value a line, values one after the other, or one long array.

At most one value is held at a time. A value that is no JSON, too large or too deep is a `BadValue`
and costs nothing else. What values mean is in `json_records`.
"""

import codecs
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from assets.intake.containers.errors import CUT_OFF
from assets.intake.containers.expansion import look_ahead
from assets.intake.containers.pages import too_large
from assets.limits import Limits

_HEAD = 65_536
_MORE = 65_536
# So much is read off the front of a buffer before it is copied: it may hold a value of the largest
# size, and thousands of small ones after it.
_READ_OFF = 1_000_000
# Where the next value of an array may begin after one that is broken.
_NEXT = re.compile(r"(?:[}\]]\s*,|\n)\s*(?=\{)")
# An object around the articles of a whole export: a few plain facts, then the list.
_WRAPPER = re.compile(
    r'\{(?:\s*"[^"\\]{1,80}"\s*:\s*(?:"[^"\\]{0,500}"|[\w.+-]{1,40})\s*,){0,50}'
    r'\s*"[^"\\]{1,80}"\s*:\s*\[\s*(?=\{)'
)
_BETWEEN = re.compile(r"[\s,\[\]}\x1e]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class BadValue:
    """A value that cannot be read, with the reason; `is_cut_off` when the file ends in it."""

    reason: str
    is_cut_off: bool = False


def read_values(stream: io.BufferedReader, limits: Limits) -> Iterator[object]:
    """Yield the values of a JSON file in order, arrays of them opened, `BadValue` among them."""
    head, stream = look_ahead(stream, _HEAD)
    encoding = json.detect_encoding(head)
    if encoding.startswith("utf-8") and _is_a_value_a_line(head):
        return _read_lines(stream, limits)
    text = io.TextIOWrapper(stream, encoding, "replace", newline="\n")
    return _LongText(text, limits).values()


def _is_a_value_a_line(head: bytes) -> bool:
    first, end, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    first = first.strip()
    if first.startswith(b"[") or (not end and _WRAPPER.match(first.decode("utf-8", "replace"))):
        return False
    # One that is longer than the head is taken for a whole line; "{" alone opens a pretty one.
    return not end or (first.startswith(b"{") and first.endswith(b"}")) or first[:1] not in b"{["


def _read_lines(stream: io.BufferedReader, limits: Limits) -> Iterator[object]:
    is_first = True
    while line := stream.readline(limits.record_bytes + 1):
        if len(line) > limits.record_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(_HEAD)
            yield BadValue(too_large(limits))
            continue
        if is_first:
            line = line.removeprefix(codecs.BOM_UTF8)
            is_first = False
        if not line.strip(b" \t\r\n\x1e\0"):
            continue
        yield _parse(line.decode("utf-8", "replace"), limits, at_end=not line.endswith(b"\n"))


def _parse(text: str, limits: Limits, *, at_end: bool) -> object:
    try:
        value: object = json.loads(text.strip(" \t\r\n\x1e\0"))
    except json.JSONDecodeError as error:
        # A file that ends without a line end in the middle of a value was cut off.
        return _broken(error, is_cut_off=at_end and _is_open(error, len(text)))
    except RecursionError:
        return BadValue(_too_deep(limits))
    except ValueError as error:
        return BadValue(_no_json(error))
    return value if _depth_within(value, limits.json_depth) else BadValue(_too_deep(limits))


class _LongText:
    """A text of values that may go on over lines, and the place where reading it stands."""

    def __init__(self, text: io.TextIOBase, limits: Limits) -> None:
        self._text = text
        self._limits = limits
        self._buffer = ""
        self._at = 0
        self._is_at_end = False

    def values(self) -> Iterator[object]:
        """Yield the values, `BadValue` for those that are none."""
        while self._find_next():
            bad: BadValue | None
            try:
                value, self._at = _DECODER.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                bad = self._go_on(error)
            except RecursionError:
                bad = BadValue(_too_deep(self._limits))
            except ValueError as error:
                bad = BadValue(_no_json(error))
            else:
                within = _depth_within(value, self._limits.json_depth)
                yield value if within else BadValue(_too_deep(self._limits))
                continue
            if bad is not None:
                yield bad
                self._skip()

    def _find_next(self) -> bool:
        """Go to where the next value begins; False when there is none."""
        while True:
            self._at = _BETWEEN.match(self._buffer, self._at).end()  # type: ignore[union-attr]  # matches always
            if self._at < len(self._buffer):
                break
            self._buffer, self._at = self._text.read(_MORE), 0
            if not self._buffer:
                return False
        if self._at > _READ_OFF:
            self._buffer, self._at = self._buffer[self._at :], 0
        return True

    def _go_on(self, error: json.JSONDecodeError) -> BadValue | None:
        """Read more of a value that is not whole yet, or open what lies around values.

        Returns what is bad when neither helps.
        """
        is_open = _is_open(error, len(self._buffer))
        held = len(self._buffer) - self._at
        if is_open and not self._is_at_end and held <= self._limits.record_bytes:
            more = self._text.read(max(_MORE, held))
            self._is_at_end = not more
            self._buffer, self._at = self._buffer[self._at :] + more, 0
            return None
        if is_open and (wrapper := _WRAPPER.match(self._buffer, self._at)):
            self._at = wrapper.end()
            return None
        if is_open and not self._is_at_end:
            return BadValue(too_large(self._limits))
        read = self._buffer[self._at : error.pos]
        here = json.JSONDecodeError(error.msg, read, error.pos - self._at)
        return _broken(here, is_cut_off=is_open)

    def _skip(self) -> None:
        """Go to where the value after a broken one seems to begin."""
        start = self._at + 1
        while (match := _NEXT.search(self._buffer, start)) is None:
            more = self._text.read(_MORE)
            if not more:
                self._buffer, self._at = "", 0
                return
            self._buffer = self._buffer[-200:] + more
            start = 0
        self._at = match.end()


def _is_open(error: json.JSONDecodeError, length: int) -> bool:
    """Tell whether more characters could make a value of what is none yet."""
    return error.msg.startswith("Unterminated string") or error.pos >= length - 12


def _depth_within(value: object, limit: int) -> bool:
    level: list[object] = [value]
    for _ in range(limit):
        level = [
            inner
            for one in level
            if isinstance(one, (dict, list))
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return True
    return False


def _broken(error: json.JSONDecodeError, *, is_cut_off: bool) -> BadValue:
    return BadValue(CUT_OFF if is_cut_off else _no_json(error), is_cut_off)


def _no_json(error: ValueError) -> str:
    return f"is no valid JSON ({str(error)[:80]}); export it again"


def _too_deep(limits: Limits) -> str:
    return (
        f"holds values nested more than {limits.json_depth} deep, as no article does; raise"
        " BAOKHO_MAX_JSON_DEPTH if it does"
    )
