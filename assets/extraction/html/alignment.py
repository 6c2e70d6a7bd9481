"""Finding an extracted main text again among the visible blocks of its page.

trafilatura returns text without its place; here each of its lines is put back on the block it came
from, so that every line of the page can get a kind and the text stays whole. What the remaining
blocks are is decided in `kinds`.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assets.extraction.html.blocks import Block, collapse

_WORD = re.compile(r"\w+")
_MARKER = re.compile(r"^(?:[-•*]|\d{1,3}[.)])\s+")
_SURE_KEY = 20  # characters from which a line may be found inside a block
_ANCHOR_KEY = 12
_MOST_TRIES = 8  # places looked at for a line; more only matter to pages of repetitions
_ALIKE = 0.75
_NEAR = 40  # blocks looked at for one that resembles a line


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of visible text in page order: a block or a part of one, or text with no block.

    `in_text` tells whether the extracted text holds it. `whole` is False for a part of a block.
    """

    text: str
    block: Block | None
    in_text: bool
    whole: bool


def _key(text: str) -> str:
    return "".join(text.split())


def extracted_lines(text: str) -> list[str]:
    """Split extracted text into lines; table rows into their cells."""
    lines: list[str] = []
    for raw in text.split("\n"):
        line = collapse(raw)
        cells = (
            line.strip("|").split("|") if line.startswith("|") and line.endswith("|") else [line]
        )
        lines.extend(cell for part in cells if (cell := part.strip()) and cell.strip("- "))
    return lines


class _Page:
    """The keys of all blocks in one string, with the spans that lines have been found at."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.keys = [_key(block.text) for block in blocks]
        self.starts: list[int] = []
        total = 0
        for key in self.keys:
            self.starts.append(total)
            total += len(key)
        self.ends = [start + len(key) for start, key in zip(self.starts, self.keys, strict=True)]
        self.all = "".join(self.keys)
        self.start_set, self.end_set = set(self.starts), set(self.ends)
        self.taken: list[tuple[int, int]] = []  # sorted, not overlapping

    def is_free(self, start: int, end: int) -> bool:
        at = bisect_left(self.taken, (start, start))
        before_ends = self.taken[at - 1][1] if at else 0
        after_starts = self.taken[at][0] if at < len(self.taken) else end
        return before_ends <= start and end <= after_starts

    def take(self, start: int, end: int) -> None:
        self.taken.insert(bisect_left(self.taken, (start, end)), (start, end))

    def find(self, key: str, start: int, end: int) -> tuple[int, int] | None:
        """Find `key` between two offsets; a short one only as whole blocks."""
        for _ in range(_MOST_TRIES):
            at = self.all.find(key, start, end)
            if at < 0:
                break
            stop = at + len(key)
            whole = at in self.start_set and stop in self.end_set
            if (whole or len(key) >= _SURE_KEY) and self.is_free(at, stop):
                return at, stop
            start = at + 1
        return None

    def block_at(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs whose second members increase too."""
    tails: list[int] = []
    tail_at: list[int] = []
    previous: list[int] = []
    for number, (_, position) in enumerate(pairs):
        at = bisect_left(tails, position)
        previous.append(tail_at[at - 1] if at else -1)
        if at == len(tails):
            tails.append(position)
            tail_at.append(number)
        else:
            tails[at], tail_at[at] = position, number
    run: list[tuple[int, int]] = []
    number = tail_at[-1] if tail_at else -1
    while number >= 0:
        run.append(pairs[number])
        number = previous[number]
    return run[::-1]


def _place_lines(page: _Page, keys: Sequence[str]) -> list[tuple[int, int] | None]:
    """Return the span of each line in the page's string, None where it does not stand."""
    block_counts, line_counts = Counter(page.keys), Counter(keys)
    where = {key: number for number, key in enumerate(page.keys)}
    anchors = _increasing(
        [
            (number, where[key])
            for number, key in enumerate(keys)
            if len(key) >= _ANCHOR_KEY and line_counts[key] == 1 == block_counts.get(key, 0)
        ]
    )
    spans: list[tuple[int, int] | None] = [None] * len(keys)
    for line, block in anchors:
        spans[line] = (page.starts[block], page.ends[block])
        page.take(page.starts[block], page.ends[block])
    borders = [(-1, 0), *((line, page.ends[block]) for line, block in anchors)]
    limits = [*((line, page.starts[block]) for line, block in anchors), (len(keys), len(page.all))]
    for (before, low), (after, high) in zip(borders, limits, strict=True):
        cursor = low
        for line in range(before + 1, after):
            span = (
                page.find(keys[line], cursor, high)
                or page.find(keys[line], low, high)
                or page.find(keys[line], 0, len(page.all))
            )
            spans[line] = span
            if span:
                page.take(*span)
                cursor = span[1] if low <= span[0] < high else cursor
    return spans


def _resembling(page: _Page, blocks: Sequence[Block], line: str, near: int) -> int | None:
    """Return the free block near `near` that holds nearly the words of `line`, if there is one."""
    words = Counter(_WORD.findall(line.lower()))
    size = sum(words.values())
    best, best_score = None, _ALIKE
    if size < 4:
        return None
    for number in range(max(0, near - _NEAR), min(len(blocks), near + _NEAR)):
        if not size / 2 <= blocks[number].text.count(" ") + 1 <= size * 2:
            continue
        if not page.is_free(page.starts[number], page.ends[number]):
            continue
        other = Counter(_WORD.findall(blocks[number].text.lower()))
        score = 2 * sum((words & other).values()) / (size + max(1, sum(other.values())))
        if score > best_score:
            best, best_score = number, score
    return best


def _carve(page: _Page, key: str, near: int) -> list[tuple[int, int]]:
    """Find the free blocks that stand one after the other inside a long line."""
    spans: list[tuple[int, int]] = []
    cursor = 0
    for number in range(max(0, near - _NEAR), len(page.keys)):
        part = page.keys[number]
        start, end = page.starts[number], page.ends[number]
        if len(part) >= _SURE_KEY and page.is_free(start, end):
            at = key.find(part, cursor)
            if at >= 0:
                spans.append((start, end))
                cursor = at + len(part)
    return spans if sum(end - start for start, end in spans) >= 0.7 * len(key) else []


def align(blocks: Sequence[Block], text: str) -> list[Piece]:
    """Put the lines of `text` back on `blocks`; returns pieces that hold all of both, in order.

    A line found nowhere becomes a piece of its own after its predecessor.
    """
    page = _Page(blocks)
    lines = extracted_lines(text)
    spans = _place_lines(page, [_key(line) for line in lines])
    homeless: dict[int, list[str]] = {}
    near = -1
    for line, span in zip(lines, spans, strict=True):
        if span is not None:
            near = page.block_at(span[1] - 1)
            continue
        unmarked = _MARKER.sub("", line)
        found = page.find(_key(unmarked), 0, len(page.all)) if unmarked != line else None
        if found is None:
            block = _resembling(page, blocks, unmarked, near + 1)
            found = None if block is None else (page.starts[block], page.ends[block])
        if found is not None:
            page.take(*found)
            near = page.block_at(found[1] - 1)
            continue
        carved = _carve(page, _key(unmarked), near + 1)
        for part in carved:
            page.take(*part)
        if carved:
            near = page.block_at(carved[-1][1] - 1)
        else:
            homeless.setdefault(near, []).append(unmarked)
    return _pieces(page, blocks, homeless)


def _pieces(page: _Page, blocks: Sequence[Block], homeless: dict[int, list[str]]) -> list[Piece]:
    pieces = [Piece(line, None, True, True) for line in homeless.get(-1, ())]
    taken = iter(page.taken)
    span = next(taken, None)
    for number, block in enumerate(blocks):
        start, end = page.starts[number], page.ends[number]
        parts: list[tuple[int, int]] = []
        while span is not None and span[0] < end:
            parts.append((max(span[0], start) - start, min(span[1], end) - start))
            if span[1] > end:
                break
            span = next(taken, None)
        if parts == [(0, end - start)]:
            pieces.append(Piece(block.text, block, True, True))
        else:
            pieces.extend(_split(block, parts))
        pieces.extend(Piece(line, None, True, True) for line in homeless.get(number, ()))
    return pieces


def _split(block: Block, parts: list[tuple[int, int]]) -> list[Piece]:
    """Cut a block where the extracted text begins and ends in it; marks alone are no cut."""
    if not parts:
        return [Piece(block.text, block, False, True)]
    offsets = [offset for offset, character in enumerate(block.text) if character != " "]
    offsets.append(len(block.text))
    runs: list[tuple[str, bool]] = []
    cursor = 0
    for start, end in [*parts, (len(offsets) - 1, len(offsets) - 1)]:
        gap = block.text[offsets[cursor] : offsets[start]].strip()
        if gap and runs and not _WORD.search(gap):
            runs[-1] = (f"{runs[-1][0]}{gap}", runs[-1][1])
        elif gap:
            runs.append((gap, False))
        if end > start:
            runs.append((block.text[offsets[start] : offsets[end]].strip(), True))
        cursor = end
    return [Piece(text, block, in_text, len(runs) == 1) for text, in_text in runs if text]
