"""The line model's view of single lines: shape, words, copies and the company they keep.

Place on the page and runs of paragraphs are next door in `line_model_features`.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nlargest

# Words after the fiftieth tell little more about a paragraph and cost time.
_WORDS_READ = 50
_LETTERS_READ = 160
# Chinese, Japanese and Korean letters start here; two of them count as a word.
_WITHOUT_SPACES = "\u3040"
# A line with fewer content words says nothing about what the page is about.
_CONTENT_WORDS = 5
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d")
_ACCENTED = re.compile(r"[^\x00-\x7f]")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SEPARATOR = re.compile(r"[|»›•]| [/>] ")
_LINK = re.compile(r"https?:|@|www\.|©")
_INNER_STOP = re.compile(r"[.?!][\"”]? ")
_DATE = re.compile(
    r"\b\d{1,2}\s?[/.\-]\s?\d{1,2}(?:\s?[/.\-]\s?(?:19|20)?\d\d)?\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
    r"|\b[Nn]gày \d{1,2} tháng|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d"
)
_TIME = re.compile(
    r"\b\d{1,2}\s?(?::|h|giờ)\s?\d\d\b|\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b", re.IGNORECASE
)
_CREDIT = re.compile(
    r"\b(?:ảnh|photos?|image|getty|nguồn|video|clip|reuters|afp|ttxvn|minh họa|minh hoạ)\b"
)
_BYLINE = re.compile(
    r"(?:by|theo|bài|tin|ảnh|thực hiện|tác giả|pv|nhóm pv|written|posted|published)\b"
)
_BRIDGE = re.compile(r"[a-zà-ỹ] [A-ZÀ-ỸĐ]")
_FOLD = {
    ord(letter): base
    for base, letters in {
        "a": "àáảãạăằắẳẵặâầấẩẫậ",
        "e": "èéẻẽẹêềếểễệ",
        "i": "ìíỉĩị",
        "o": "òóỏõọôồốổỗộơờớởỡợ",
        "u": "ùúủũụưừứửữự",
        "y": "ỳýỷỹỵ",
        "d": "đ",
    }.items()
    for letter in letters
}
_TOPIC_WORDS = 25
_CLOSERS = "\"'”’»)]"

LINE_NAMES = [
    "words",
    "chars",
    "word_length",
    "stop",
    "full_stop",
    "colon",
    "comma",
    "ellipsis",
    "quote_end",
    "inner_stops",
    "commas",
    "quotes",
    "starts_upper",
    "starts_lower",
    "starts_digit",
    "starts_quote",
    "starts_dash",
    "capitals",
    "bridges",
    "upper",
    "digits",
    "separators",
    "link",
    "date",
    "time",
    "credit",
    "byline",
    "lean",
    "lean_low",
    "lean_high",
    "lean_first",
    "line_lean",
    "accentless",
    "accented",
    "doubled",
]
COPY_NAMES = ["copies", "same_before", "same_after", "in_before", "in_after", "folded_copy"]
COMPANY_NAMES = [
    "own_words",
    "like_before",
    "like_after",
    "like_long",
    "topical",
]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Learned leanings towards the main text, in nats.

    `words` and `lines` are in lower case; `lines` are whole short lines. `stop_words` are the
    commonest words of running text.
    """

    words: Mapping[str, float]
    lines: Mapping[str, float]
    stop_words: frozenset[str]


def words_of(lower: str) -> list[str]:
    """Return the first words of a line in lower case, digits left out."""
    return _WORD.findall(lower[:400])[:_WORDS_READ]


def line_row(text: str, lower: str, tokens: list[str], vocabulary: Vocabulary) -> list[float]:
    """Return what one line shows by itself, in the order of `LINE_NAMES`."""
    words = text.split()
    count = len(words)
    if max(text) > _WITHOUT_SPACES:
        count = max(count, len(text) // 2)
    letters = len(text)
    first, last = text[0], text[-1]
    quoted = last in _CLOSERS
    end = text.rstrip(_CLOSERS)[-1:] if quoted else last
    short = count <= 30
    leans = [vocabulary.words.get(word, 0.0) for word in tokens]
    known = len(tokens) + 1.0
    read = text[:_LETTERS_READ]
    digits = len(_DIGITS.findall(read))
    accented = 0 if text.isascii() else len(_ACCENTED.findall(read))
    half, odd = divmod(letters, 2)
    doubled = odd == 1 and half > 7 and text[half] == " " and text[:half] == text[half + 1 :]
    return [
        math.log1p(count),
        math.log1p(letters),
        min(letters / count, 15.0),
        sum([word in vocabulary.stop_words for word in tokens]) / known,
        end != "" and end in ".!?。！？",
        last == ":",
        last in ",;-–",
        last == "…" or text.endswith("..."),
        quoted,
        math.log1p(len(_INNER_STOP.findall(text))) if count > 7 else 0.0,
        text.count(",") / count,
        '"' in text or "“" in text or "”" in text,
        first.isupper(),
        first.islower(),
        first.isdigit(),
        first in "\"“‘'«",
        first in "-–—•*+►»>",
        sum([word[0].isupper() for word in words[:_WORDS_READ]]) / min(len(words), _WORDS_READ),
        len(_BRIDGE.findall(read)) / min(count, 40),
        text.isupper(),
        digits / min(letters, _LETTERS_READ),
        min(len(_SEPARATOR.findall(text)), 4) if count <= 60 else 0.0,
        short and _LINK.search(lower) is not None,
        short and digits > 0 and _DATE.search(text) is not None,
        short and digits > 0 and _TIME.search(text) is not None,
        count <= 60 and _CREDIT.search(lower[-60:]) is not None,
        short and _BYLINE.match(lower) is not None,
        sum(leans) / known,
        min(leans, default=0.0),
        max(leans, default=0.0),
        leans[0] if leans else 0.0,
        vocabulary.lines.get(lower, 0.0) if count <= 12 else 0.0,
        accented == 0 and count >= 3,
        accented / min(letters, _LETTERS_READ),
        doubled,
    ]


def copy_rows(texts: list[str], lowers: list[str]) -> list[list[float]]:
    """Whether a line stands elsewhere on the page too, with or without its accents."""
    counts = Counter(lowers)
    folded = _unaccented_copies(texts, lowers)
    rows: list[list[float]] = []
    for index, lower in enumerate(lowers):
        before = lowers[index - 1] if index else ""
        after = lowers[index + 1] if index + 1 < len(lowers) else ""
        rows.append(
            [
                min(counts[lower] - 1, 4),
                lower == before,
                lower == after,
                lower != before != "" and (before.startswith(lower) or lower.startswith(before)),
                lower != after != "" and (after.startswith(lower) or lower.startswith(after)),
                folded.get(index, 0.0),
            ]
        )
    return rows


def _unaccented_copies(texts: list[str], lowers: list[str]) -> dict[int, float]:
    """Index to 1 for a line that repeats another without accents, to 0.5 for that other one."""
    plain = {i for i, text in enumerate(texts) if text.isascii() and 12 <= len(text) <= 200}
    # Folding is dear: not on a page that is plain throughout.
    if not plain or sum([text.isascii() for text in texts]) > 0.8 * len(texts):
        return {}
    keys = {
        i: _NOT_SLUG.sub(" ", lower.translate(_FOLD)).strip()
        for i, lower in enumerate(lowers)
        if 12 <= len(lower) <= 200
    }
    slugs = {keys[i] for i in plain}
    originals = {key for i, key in keys.items() if i not in plain}
    both = slugs & originals
    return {i: 1.0 if i in plain else 0.5 for i, key in keys.items() if key in both}


def company_rows(tokens: list[list[str]], stop_words: frozenset[str]) -> list[list[float]]:
    """How much a line's content words recur on the page and beside it."""
    content = [{w for w in one if len(w) > 2 and w not in stop_words} for one in tokens]
    spread: Counter[str] = Counter()
    for own in content:
        if len(own) >= _CONTENT_WORDS:
            spread.update(own)
    commonest = nlargest(_TOPIC_WORDS, spread.values())
    enough = max(commonest[-1], 2) if commonest else 2
    top = {word for word, lines in spread.items() if lines >= enough}
    rows: list[list[float]] = []
    before: set[str] = set()
    long_before: set[str] = set()
    for own, after in zip(content, [*content[1:], set[str]()], strict=True):
        size = len(own) + 1.0
        counted = len(own) >= _CONTENT_WORDS
        recurring = sum([spread[word] for word in own]) - (len(own) if counted else 0)
        rows.append(
            [
                math.log1p(recurring / size),
                len(own & before) / (min(len(own), len(before)) + 1.0),
                len(own & after) / (min(len(own), len(after)) + 1.0),
                len(own & long_before) / size,
                len(own & top) / size,
            ]
        )
        before = own
        if counted:
            long_before = own
    return rows
