"""Repair of mojibake: UTF-8 text that was once read as a single-byte encoding and saved again.

Each line is judged by itself and changed only when ftfy's repair leaves it without a sign of
damage. Other encodings belong to `decoding` and `legacy_vietnamese`.
"""

import re
from collections.abc import Iterator

import ftfy
from ftfy.badness import badness

# What the lead bytes of Vietnamese letters and typographic marks turn into when misread, followed
# by what a continuation byte turns into. Without one of these no line can be mended.
_SIGN = re.compile(r"[ÂÃÄÅÆáâ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
_LONGEST = 100_000  # characters given to ftfy at once
_MOST = 3_000_000  # characters given to ftfy in all, which bounds the time: some 2 s a million


def _pieces(text: str) -> Iterator[str]:
    """Split `text` at line ends, keeping them; over-long lines also at a space."""
    for line in text.splitlines(keepends=True):
        start = 0
        while len(line) - start > _LONGEST:
            space = line.rfind(" ", start, start + _LONGEST)
            end = space + 1 if space > start else start + _LONGEST
            yield line[start:end]
            start = end
        yield line[start:]


def repair_mojibake(text: str) -> tuple[str, str | None]:
    """Return `text` with its certain mojibake repaired, and a note when any was seen."""
    if not _SIGN.search(text):
        return text, None
    repaired = left = spent = 0
    pieces: list[str] = []
    for piece in _pieces(text):
        if not _SIGN.search(piece) or (spent < _MOST and not badness(piece)):
            pieces.append(piece)
            continue
        mended = ftfy.fix_encoding(piece) if spent < _MOST else piece
        spent += len(piece)
        if mended != piece and not badness(mended):
            repaired += 1
            pieces.append(mended)
        else:
            left += 1
            pieces.append(piece)
    notes = ["mojibake repaired"] if repaired else []
    if left:
        notes.append(f"lines left that look like mojibake: {left}")
    return "".join(pieces), "; ".join(notes) or None
