"""The generic words of places ("TP", "huyện", "khu công nghiệp"), made ready from reference data.

What a word may stand before is told here; what then follows it is read in `shapes`.
"""

import re
from dataclasses import dataclass

from assets.entities.places.words import piece_before
from assets.language.patterns import any_case
from assets.reference.records import PlaceWord, Reference

_LEVELS = {"hamlet": 0, "site": 0, "commune": 1, "district": 2, "wide": 3}
# So far before a name its generic word begins at most.
_LONGEST = 20
# What stands before a generic word that several names share.
COUNTS = (
    *("các", "những", "nhiều", "một số", "mỗi"),
    *("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"),
)
PLURAL = re.compile(rf"(?:{'|'.join(COUNTS)}|\d+)\s+\Z", re.IGNORECASE)
# "Liên bang Nga", "phố phường Hà Nội", "trưởng thôn": the last syllable of another word.
NOT_GENERIC = r"(?<!\w)(?<!(?i:liên)[ \u00a0])(?<!(?i:phố)[ \u00a0])"
NOT_GENERIC += r"(?!(?<=(?i:trưởng)[ \u00a0])(?i:thôn|bản|ấp|làng|buôn|khóm|khu))"


@dataclass(frozen=True, slots=True)
class GenericWord:
    """The generic word before a name: its full form, where it starts, whether it is a plural."""

    form: str
    start: int
    plural: bool


class GenericWords:
    """The generic words by what they are; all are full forms but for the keys of `forms`.

    `any_word` and `leading` are patterns for all words and for those that tell a place by
    themselves, the longest first.
    """

    def __init__(self, reference: Reference) -> None:
        rows = sorted(reference.place_words, key=_longest_first)
        self.forms = {row.word: row.form for row in rows}
        self.levels = {row.form: _LEVELS[row.kind] for row in rows}
        self.sites = frozenset(row.form for row in rows if row.kind == "site")
        self.hamlets = frozenset(row.form for row in rows if row.kind == "hamlet")
        self.numbered = frozenset(row.form for row in rows if row.numbered)
        self.any_word = any_case(row.word for row in rows)
        self.leading_words = tuple(row.word for row in rows if not row.listed_only)
        self.leading = any_case(self.leading_words)
        self._before = re.compile(rf"{NOT_GENERIC}({self.any_word})[ \u00a0]*\Z")
        # The last syllables of the words: before most names stands none of them.
        self._endings = tuple({row.word.rpartition(" ")[2].lower() for row in rows})
        self._within = re.compile(self.any_word)

    def before(self, text: str, position: int) -> GenericWord | None:
        """Return the generic word right before `position` ("TP ", "huyện "), if there is one."""
        start, end = piece_before(text, position, _LONGEST)
        if not text[start:end].lower().endswith(self._endings):
            return None
        match = self._before.search(text, max(0, position - _LONGEST), position)
        if match is None:
            return None
        plural = PLURAL.search(text, max(0, match.start() - 10), match.start()) is not None
        return GenericWord(self.forms[match[1].lower()], match.start(), plural)

    def all_in(self, text: str) -> frozenset[str]:
        """Return the full forms of all generic words in `text`."""
        return frozenset(self.forms[word.lower()] for word in self._within.findall(text))


def _longest_first(row: PlaceWord) -> int:
    return -len(row.word)
