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
# Where the next value of an array may begin after one that is broken.
_NEXT = re.compile(r"(?:[}\]]\s*,|\n)\s*(?=\{)")
_BETWEEN = re.compile(r"[\s,\[\]\x1e]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class BadValue:
    """A value that cannot be read, with the reason; `is_cut_off` when the file ends in it."""

    reason: str
    is_cut_off: bool = False


def read_values(stream: io.BufferedReader, limits: Limits) -> Iterator[object]:
    """Yield the values of a JSON file in order, arrays of them opened, `BadValue` among them."""
    head, stream = look_ahead(stream, _HEAD)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text: io.TextIOBase = io.TextIOWrapper(stream, "utf-16", "replace", newline="\n")
        return _read_long(text, limits)
    if _is_a_value_a_line(head):
        return _read_lines(stream, limits)
    return _read_long(io.TextIOWrapper(stream, "utf-8-sig", "replace", newline="\n"), limits)


def _is_a_value_a_line(head: bytes) -> bool:
    first, end, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    first = first.strip()
    if first.startswith(b"["):
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


def _read_long(text: io.TextIOBase, limits: Limits) -> Iterator[object]:
    buffer, is_at_end = "", False
    while True:
        buffer = buffer[_BETWEEN.match(buffer).end() :]  # type: ignore[union-attr]  # matches always
        if not buffer:
            buffer = text.read(_MORE)
            if not buffer:
                return
            continue
        try:
            value, end = _DECODER.raw_decode(buffer)
        except json.JSONDecodeError as error:
            if not is_at_end and _is_open(error, len(buffer)):
                if len(buffer) <= limits.record_bytes:
                    more = text.read(max(_MORE, len(buffer)))
                    is_at_end = not more
                    buffer += more
                    continue
                yield BadValue(too_large(limits))
            else:
                yield _broken(error, is_cut_off=_is_open(error, len(buffer)))
            buffer = _after_broken(text, buffer)
        except RecursionError:
            yield BadValue(_too_deep(limits))
            buffer = _after_broken(text, buffer)
        except ValueError as error:
            yield BadValue(_no_json(error))
            buffer = _after_broken(text, buffer)
        else:
            buffer = buffer[end:]
            within = _depth_within(value, limits.json_depth)
            yield value if within else BadValue(_too_deep(limits))


def _is_open(error: json.JSONDecodeError, length: int) -> bool:
    """Tell whether more characters could make a value of what is none yet."""
    return error.msg.startswith("Unterminated string") or error.pos >= length - 12


def _after_broken(text: io.TextIOBase, buffer: str) -> str:
    """Return what follows a broken value, from where the next one seems to begin."""
    start = 1
    while (match := _NEXT.search(buffer, start)) is None:
        more = text.read(_MORE)
        if not more:
            return ""
        buffer = buffer[-200:] + more
        start = 0
    return buffer[match.end() :]


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
