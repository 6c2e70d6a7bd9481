"""Splitting paragraphs into sentences, as spans of the text.

Knows the full stops that end no sentence: "TP.", "PGS.TS.", "dd.mm.", initials. Nothing is changed
or stripped from the text; what a sentence says is read elsewhere.
"""

import re
from functools import lru_cache

# Short forms written with a full stop, before which the sentence goes on.
_SHORT = frozenset(
    (
        "tp", "tx", "tt", "q", "p", "h", "gs", "pgs", "ts", "ths", "th.s", "bs", "ks",
        "ls", "kts", "cn", "nxb", "st", "mr", "mrs", "ms", "dr", "jr", "sr", "no", "vs",
        "tr", "đ", "đc", "gs.ts", "pgs.ts", "gs.tskh", "tskh", "ngnd", "ngưt", "nsnd",
        "nsưt", "t.ư", "t.w", "bs.ck", "co", "ltd", "inc", "corp",
    )
)  # fmt: skip
# Written so that a search looks at one character after another until one of these comes.
_END = re.compile(
    r"[!?….\n](?:(?<=\n)|(?:(?<=\.)\.*|(?<=[!?…])[!?…]*)[”\"’'»)\]]*(?=\s))",
)
_LAST_WORD = re.compile(r"[^\s(“\"‘'«]+$")


def _ends(text: str, stop: re.Match[str], start: int) -> bool:
    if stop[0] == "\n":
        return True
    following = text[stop.end() : stop.end() + 8].lstrip(" \t\u00a0")
    opens = following.lstrip("“\"‘'«([-–—")[:1]
    if following and following[0] != "\n" and not (opens.isupper() or opens.isdigit()):
        return False
    if stop[0] != ".":
        return True
    word = _LAST_WORD.search(text, max(start, stop.start() - 20), stop.start())
    if word is None:
        return True
    short = word[0].casefold()
    initial = len(short) == 1 and short.isalpha() and word[0].isupper()
    return not (initial or short in _SHORT)


@lru_cache(maxsize=32)
def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) code point spans of the sentences of `text`, without outer spaces.

    Newlines always end a sentence. Spans stand in order and do not overlap; text between them is
    white space only. The last texts are kept: several finders split one after another.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _END.finditer(text):
        if stop.end() <= start or not _ends(text, stop, start):
            continue
        spans.append((start, stop.end()))
        start = stop.end()
    spans.append((start, len(text)))
    trimmed: list[tuple[int, int]] = []
    for first, last in spans:
        piece = text[first:last]
        left = first + len(piece) - len(piece.lstrip())
        right = first + len(piece.rstrip())
        if left < right:
            trimmed.append((left, right))
    return tuple(trimmed)
