"""The words that name an agreement, and those that say how many.

What kinds there are is told by `agreement_kinds.csv`; whether one was signed by `signing`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assets.language.folding import settle_tones
from assets.language.patterns import any_case
from assets.reference.records import AgreementKind, Reference

# "các thỏa thuận", "14 văn kiện": how many, before the name of the kind.
_COUNT_BEFORE = re.compile(
    r"(?:(?P<number>\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|two|three|four|five|six|seven)"
    r"|(?P<many>các|những|một\s+số|nhiều|hàng\s+loạt|loạt|several|many|a\s+number\s+of))"
    r"\s+(?:bản\s+|văn\s+bản\s+)?\Z",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "một",
            "hai two",
            "ba three",
            "bốn four",
            "năm five",
            "sáu six",
            "bảy seven",
            "tám",
            "chín",
        ),
        start=1,
    )
    for word in words.split()
} | {"mười": 10}


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """Words that name an agreement, from `start` to `end` of the text.

    `count` is the number told before them, 1 when none is, None for "các" and "nhiều". `bare` words
    name one only right behind the verb.
    """

    start: int
    end: int
    kind: AgreementKind
    count: int | None
    bare: bool


class KindLexicon:
    """Finds the kinds of agreement in a text."""

    def __init__(self, reference: Reference) -> None:
        self._kinds: dict[tuple[str, str], tuple[AgreementKind, bool]] = {}
        forms: set[str] = set()
        for row in reference.agreement_kinds:
            for form in (*row.variants, *row.bare_variants):
                key = settle_tones(form).casefold()
                self._kinds.setdefault((row.language, key), (row, form in row.bare_variants))
                forms.add(key)
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        words = any_case(" ".join(form.split()) for form in longest_first).replace(r"\ ", r"\s+")
        self._pattern = re.compile(rf"(?<!\w){words}(?!\w)")

    def find(self, text: str, language: str) -> Iterator[AgreementWords]:
        """Yield the words that name an agreement in `text`, whose tones are settled, in order."""
        for match in self._pattern.finditer(text):
            key = " ".join(match[0].casefold().split())
            found = self._kinds.get((language, key))
            if found is not None:
                kind, bare = found
                count = _count(text, match.start())
                yield AgreementWords(match.start(), match.end(), kind, count, bare)


def _count(text: str, start: int) -> int | None:
    before = _COUNT_BEFORE.search(text, max(0, start - 24), start)
    if before is None:
        return 1
    if before["number"] is None:
        return None
    number = before["number"].casefold()
    return int(number) if number.isdigit() else _NUMBERS[number]


@lru_cache(maxsize=2)
def kind_lexicon(reference: Reference) -> KindLexicon:
    """Return the lexicon of `reference`, built once."""
    return KindLexicon(reference)
