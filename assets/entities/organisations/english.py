"""Organisations' names in English text: "Ministry of Foreign Affairs", "Hanoi University".

Runs of capitals that begin or end with a word that makes bodies; the words are reference data.
Vietnamese text is read in `organisations_grammar`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from assets.entities.organisations.forms import OrganisationForms

_CAPITAL = r"[A-ZÀ-Þ][\w’'&-]*"
_LINK = r"(?:of|for|and|the|in|on|&)"
_RUN = re.compile(rf"{_CAPITAL}(?:[ \u00a0](?:(?:{_LINK}[ \u00a0]){{0,2}}{_CAPITAL}))*")
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
# Vietnamese text has about one such letter in six; English text with Vietnamese names far fewer.
_FEW = 0.03
_IN = re.compile(r"[ \u00a0](?:in|on)[ \u00a0](?:the[ \u00a0])?")
_AND = re.compile(r"[ \u00a0]and[ \u00a0](?:the[ \u00a0])?")
_SPLIT = re.compile(r"[ \u00a0](?:and|in|on)[ \u00a0](?:the[ \u00a0])?")


def is_english(text: str, language: str | None) -> bool:
    """Tell whether `text` is to be read as English (or another language with its capitals)."""
    if language == "vi" or not text:
        return False
    sample = text[:4000]
    return len(_VIETNAMESE.findall(sample)) < _FEW * len(sample)


def english_bodies(text: str, forms: OrganisationForms) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) spans of the English names of bodies in `text`."""
    for run in _RUN.finditer(text):
        start = run.start()
        for piece in _pieces(run[0], forms):
            words = piece.split()
            skip = 0
            while skip < len(words) and words[skip] in ("The", "A", "An", "In", "At", "Of"):
                skip += 1
            kept = words[skip:]
            if len(kept) > 1 and (
                kept[0] in forms.english or kept[-1] in forms.english or _of(kept, forms)
            ):
                first = text.index(piece, start) + piece.index(kept[0])
                yield first, first + len(piece) - piece.index(kept[0])
            start = text.index(piece, start) + len(piece)


def _of(words: list[str], forms: OrganisationForms) -> bool:
    """Tell whether a word of bodies goes on with "of": "Vietnam Union of Friendship ..."."""
    return any(word in forms.english and after in ("of", "for") for word, after in pairwise(words))


def _pieces(run: str, forms: OrganisationForms) -> list[str]:
    """Cut a run at "and" and "in", unless what follows belongs to "Ministry of X and Y"."""
    if " of " not in run and " for " not in run:
        return _SPLIT.split(run)
    pieces: list[str] = []
    for part in _IN.split(run):
        start = 0
        for joint in _AND.finditer(part):
            words = part[joint.end() :].split()
            head = next((at for at, word in enumerate(words) if word in forms.english), -1)
            # "... and the Union of X", "... and Asian Development Bank" are bodies of their own.
            if head >= 0 and (head == 0 or "the" in joint[0] or words[-1] in forms.english):
                pieces.append(part[start : joint.start()])
                start = joint.end()
        pieces.append(part[start:])
    return pieces
