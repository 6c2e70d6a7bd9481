"""The words around a place name: generic words, forms of address, runs of capitals.

Grammar only: which shapes and function words speak for or against a place. Names of places are
reference data; the decision is made in `places`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assets.language.folding import fold

_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)

# Generic words of administrative and geographic units, as written, and their full form.
GENERIC_FORMS = {
    "thành phố": "thành phố",
    "tp.": "thành phố",
    "tp": "thành phố",
    "tỉnh": "tỉnh",
    "quận": "quận",
    "q.": "quận",
    "huyện đảo": "huyện",
    "huyện": "huyện",
    "h.": "huyện",
    "thị xã": "thị xã",
    "tx.": "thị xã",
    "tx": "thị xã",
    "thị trấn": "thị trấn",
    "tt.": "thị trấn",
    "phường": "phường",
    "p.": "phường",
    "xã đảo": "xã",
    "xã": "xã",
    "đặc khu": "đặc khu",
    "bang": "bang",
    "quần đảo": "quần đảo",
    "đảo": "đảo",
    "sông": "sông",
    "vịnh": "vịnh",
    "ấp": "ấp",
    "thôn": "thôn",
    "bản": "bản",
    "làng": "làng",
    "buôn": "buôn",
    "khóm": "khóm",
    "khu phố": "khu phố",
    "cửa khẩu quốc tế": "cửa khẩu quốc tế",
    "cửa khẩu": "cửa khẩu",
    "khu công nghệ cao": "khu công nghệ cao",
    "khu công nghiệp": "khu công nghiệp",
    "khu chế xuất": "khu chế xuất",
}
# Sites that are no administrative units.
SITES = frozenset(
    ("cửa khẩu quốc tế", "cửa khẩu", "khu công nghệ cao", "khu công nghiệp", "khu chế xuất")
)
GENERIC = "|".join(re.escape(form) for form in sorted(GENERIC_FORMS, key=len, reverse=True))
# Units below the commune: many, unlisted, and some of their generic words mean other things too.
HAMLETS = frozenset({"ấp", "thôn", "bản", "làng", "buôn", "khóm", "khu phố"})
NUMBERED = frozenset({"quận", "phường", "ấp", "thôn", "khóm", "khu phố", "buôn"})
LEVEL_OF_GENERIC = {
    **dict.fromkeys(HAMLETS | SITES, 0),
    **dict.fromkeys(("phường", "xã", "thị trấn", "đặc khu"), 1),
    **dict.fromkeys(("quận", "huyện", "thị xã", "thành phố"), 2),
    **dict.fromkeys(("tỉnh", "bang", "đảo", "quần đảo", "sông", "vịnh"), 3),
}

# One-syllable words that are no name at all at the head of a sentence, most of the time.
PRONOUN_LIKE = frozenset({"anh", "ý", "áo"})
_PREVIOUS = re.compile(r"([^\W_](?:[\w'’.]*\w)?)[ \u00a0]+\Z")
_NEXT = re.compile(r"[ \u00a0]+([^\W_][\w'’]*)")
_NUMBER = re.compile(r"[ \u00a0]?\d{3}(?!\d|[ \u00a0](?:triệu|tỷ|tỉ|nghìn|ngàn|người|đồng|USD))")
_OPENING = re.compile(r"(?:\A|[\n.!?:…\"“”‘(\[•]|(?:\A|\n|\s)[-–—])\s*\Z")
PLURAL = re.compile(
    r"(?:các|những|nhiều|một số|mỗi|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+)\s+\Z", re.IGNORECASE
)
# "Liên bang Nga", "phố phường Hà Nội", "trưởng thôn": the last syllable of another word.
NOT_GENERIC = r"(?<!\w)(?<!(?i:liên)[ \u00a0])(?<!(?i:phố)[ \u00a0])"
NOT_GENERIC += r"(?!(?<=(?i:trưởng)[ \u00a0])(?i:thôn|bản|ấp|làng|buôn|khóm|khu))"
_GENERIC_BEFORE = re.compile(rf"{NOT_GENERIC}({GENERIC})[ \u00a0]*\Z", re.IGNORECASE)


@lru_cache(maxsize=65536)
def is_vietnamese_syllable(word: str) -> bool:
    """Tell whether `word` has the shape of one Vietnamese syllable ("Anh", not "Joe")."""
    return _SYLLABLE.fullmatch(fold(word)) is not None


def is_capitalised(word: str) -> bool:
    """Tell whether `word` begins with a capital and is no acronym."""
    return word[:1].isupper() and (len(word) == 1 or not word.isupper())


def word_before(text: str, position: int) -> str:
    """Return the word that ends at `position` but for spaces, "" after punctuation."""
    match = _PREVIOUS.search(text, max(0, position - 32), position)
    return match[1] if match else ""


def word_after(text: str, position: int) -> str:
    """Return the word that follows `position` after spaces, "" before punctuation."""
    match = _NEXT.match(text, position)
    return match[1] if match else ""


def opens_sentence(text: str, position: int) -> bool:
    """Tell whether `position` is the head of a paragraph, sentence, quotation or bracket."""
    return _OPENING.search(text, max(0, position - 6), position) is not None or position == 0


@dataclass(frozen=True, slots=True)
class GenericWord:
    """The generic word before a name: its full form, where it starts, whether it is a plural."""

    form: str
    start: int
    plural: bool


def generic_before(text: str, position: int) -> GenericWord | None:
    """Return the generic word right before `position` ("TP ", "huyện "), if there is one."""
    match = _GENERIC_BEFORE.search(text, max(0, position - 20), position)
    if match is None:
        return None
    plural = PLURAL.search(text, max(0, match.start() - 10), match.start()) is not None
    return GenericWord(GENERIC_FORMS[match[1].lower()], match.start(), plural)


def capitals_before(text: str, position: int, stop: int) -> list[str]:
    """Return up to three capitalised words of Vietnamese shape right before `position`.

    The list is in text order; words that begin before `stop` (the end of another place) are left
    out.
    """
    words: list[str] = []
    while len(words) < 3:
        match = _PREVIOUS.search(text, max(0, position - 32), position)
        if match is None or match.start() < stop:
            break
        word = match[1]
        if not is_capitalised(word) or not is_vietnamese_syllable(word):
            break
        words.insert(0, word)
        position = match.start()
    return words


def in_code(text: str, start: int, end: int) -> bool:
    """Tell whether an acronym is part of "VN-Index", of a flight "VN 324" or of "VOV.VN"."""
    joined = (text[end : end + 1] or " ") in "-–/"
    web = start > 1 and text[start - 1] == "." and text[start - 2].isalnum()
    return joined or web or _NUMBER.match(text, end) is not None
