"""What the line model looks at: a named column of numbers for each trait of a page's lines.

All lines of a page are measured together: here their own shape and words, next door their place
and company (`context`) and what the rules found (`rules`). No decision is made here; that is
`network`'s.
"""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.extraction.flattened.line_model.context import (
    company_columns,
    copy_columns,
    place_columns,
    run_columns,
)
from assets.extraction.flattened.line_model.text import (
    ACCENTED,
    COMMA,
    DASH,
    DIGIT,
    LETTER,
    LOWER,
    QUOTE,
    SEPARATOR,
    STOP,
    UPPER,
    WORD_BITS,
    Columns,
    Floats,
    Integers,
    PageText,
)

_DATE = re.compile(
    r"\b\d{1,2}\s?[/.\-]\s?\d{1,2}(?:\s?[/.\-]\s?(?:19|20)?\d\d)?\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
    r"|\b[Nn]gày \d{1,2} tháng|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d"
)
_TIME = re.compile(r"\b\d{1,2}\s?(?::|h|giờ)\s?\d\d\b|\b\d{1,2}(?::\d\d)?\s?[apAP]\.?[mM]\b")
_LINK = re.compile(r"https?:|@|www\.|©")
_CREDIT = re.compile(
    r"\b(?:ảnh|photos?|image|getty|nguồn|video|clip|reuters|afp|ttxvn|minh họa|minh hoạ)\b"
)
_INNER_STOP = re.compile(r"[.?!][\"”]? ")
_BRIDGE = re.compile(r"[a-zà-ỹ] [A-ZÀ-ỸĐ]")
_CLOSERS = "\"'”’»)] "
_SHORT_WORDS = 30
_SHORT_LINE = 12


@dataclass(frozen=True, slots=True)
class Leanings:
    """Learned leanings towards the main text in nats, by hash; `common` marks stop words.

    `words` and `common` have 2 ** WORD_BITS entries, `pairs` 2 ** PAIR_BITS, `lines` (whole short
    lines) 2 ** WORD_BITS.
    """

    words: Floats
    pairs: Floats
    lines: Floats
    common: npt.NDArray[np.bool_]


def line_bucket(keys: npt.NDArray[np.uint64]) -> Integers:
    """Return the place of whole lines in `Leanings.lines`."""
    spread = keys * np.uint64(0x9E3779B97F4A7C15)
    return (spread >> np.uint64(64 - WORD_BITS)).astype(np.int64)


def page_columns(page: PageText, leanings: Leanings) -> Columns:
    """Return a column for each trait, a value a line."""
    columns = _shape(page) | _marks(page) | _leans(page, leanings) | copy_columns(page)
    columns |= company_columns(page, leanings.common) | place_columns(page)
    return columns | run_columns(columns)


def _shape(page: PageText) -> Columns:
    tokens = page.tokens.astype(np.float32)
    size = np.diff(np.append(page.starts, len(page.classes) + 1)).astype(np.float32) - 1
    ends = [text.rstrip(_CLOSERS)[-1:] for text in page.texts]
    first = page.classes[page.starts]
    counted = page.count(LETTER) + 1e-6
    begins = np.zeros(len(page.classes), dtype=bool)
    begins[0] = True
    begins[1:] = (page.classes[:-1] & (LETTER | DIGIT)) == 0
    capitals = np.add.reduceat(begins & ((page.classes & UPPER) != 0), page.starts)
    return {
        "words": np.log1p(tokens),
        "chars": np.log1p(size),
        "word_length": np.minimum(size / tokens, 15),
        "end_stop": np.array([end != "" and end in ".!?。！？" for end in ends]),
        "end_ellipsis": np.array([text.endswith(("…", "...")) for text in page.texts]),
        "end_colon": np.array([end == ":" for end in ends]),
        "end_comma": np.array([end != "" and end in ",;-–" for end in ends]),
        "end_quote": np.array([text[-1] in "\"'”’»)]" for text in page.texts]),
        "inner_stops": np.log1p([len(_INNER_STOP.findall(text)) for text in page.texts]),
        "commas": page.count(COMMA) / tokens,
        "quotes": page.count(QUOTE),
        "starts_upper": (first & UPPER) != 0,
        "starts_lower": (first & LOWER) != 0,
        "starts_digit": (first & DIGIT) != 0,
        "starts_quote": (first & QUOTE) != 0,
        "starts_dash": (first & DASH) != 0,
        "capitals": capitals / np.maximum(page.line_words, 1),
        "upper": page.count(UPPER) / counted,
        "digits": page.count(DIGIT) / size,
        "letters": page.count(LETTER) / size,
        "separators": page.count(SEPARATOR) / tokens,
        "accented": page.count(ACCENTED) / counted,
        "stops": page.count(STOP) / tokens,
    }


def _marks(page: PageText) -> Columns:
    """Dates, times, links and credits of short lines, two lines glued together."""
    names = {"date": _DATE, "time": _TIME, "link": _LINK, "credit": _CREDIT}
    found = {name: np.zeros(len(page.texts), dtype=bool) for name in names}
    digits = page.count(DIGIT) > 0
    for index in np.flatnonzero(page.tokens <= _SHORT_WORDS).tolist():
        text = page.texts[index]
        lower = text.lower()
        found["link"][index] = _LINK.search(lower) is not None
        found["credit"][index] = _CREDIT.search(lower[-60:]) is not None
        if digits[index]:
            found["date"][index] = _DATE.search(text) is not None
            found["time"][index] = _TIME.search(text) is not None
    bridges = [len(_BRIDGE.findall(text[:160])) for text in page.texts]
    return {**found, "bridges": np.array(bridges) / np.minimum(page.tokens, 40)}


def _leans(page: PageText, leanings: Leanings) -> Columns:
    """What the words of each line are used for on other pages."""
    count = len(page.texts)
    leans = leanings.words[page.word_id]
    known = page.line_words + 1.0
    columns: Columns = {
        "lean": np.bincount(page.word_line, leans, count) / known,
        "stop": np.bincount(page.word_line, leanings.common[page.word_id], count) / known,
    }
    inner = page.pair_id >= 0
    pairs = leanings.pairs[page.pair_id[inner]]
    columns["lean_pair"] = np.bincount(page.word_line[inner], pairs, count) / known
    first = np.cumsum(page.line_words) - page.line_words
    some = np.flatnonzero(page.line_words > 0)
    for name in ("lean_low", "lean_high", "lean_first", "lean_last", "pair_low", "pair_first"):
        columns[name] = np.zeros(count, np.float32)
    if len(some):
        begin = first[some]
        columns["lean_low"][some] = np.minimum.reduceat(leans, begin)
        columns["lean_high"][some] = np.maximum.reduceat(leans, begin)
        columns["lean_first"][some] = leans[begin]
        columns["lean_last"][some] = leans[begin + page.line_words[some] - 1]
        every = np.where(inner, leanings.pairs[page.pair_id], 0)
        columns["pair_low"][some] = np.minimum.reduceat(every, begin)
        columns["pair_first"][some] = every[begin]
    short = page.line_words <= _SHORT_LINE
    columns["lean_line"] = np.where(short, leanings.lines[line_bucket(page.keys)], 0)
    return columns
