"""Organisations' names in English text: "Ministry of Foreign Affairs", "Hanoi University".

Runs of capitals that begin or end with a word that makes bodies; the words are reference data.
Vietnamese text is read in `organisations_grammar`.
"""

import re
from collections.abc import Iterator

from assets.entities.organisations_forms import OrganisationForms

_CAPITAL = r"[A-ZÀ-Þ][\w’'&-]*"
_LINK = r"(?:of|for|and|the|in|on|&)"
_RUN = re.compile(rf"{_CAPITAL}(?:[ \u00a0](?:(?:{_LINK}[ \u00a0]){{0,2}}{_CAPITAL}))*")
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
# Vietnamese text has about one such letter in six; English text with Vietnamese names far fewer.
_FEW = 0.03
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
        for piece in _pieces(run[0]):
            words = piece.split()
            skip = 0
            while skip < len(words) and words[skip] in ("The", "A", "An", "In", "At", "Of"):
                skip += 1
            kept = words[skip:]
            if len(kept) > 1 and (kept[0] in forms.english or kept[-1] in forms.english):
                first = text.index(piece, start) + piece.index(kept[0])
                yield first, first + len(piece) - piece.index(kept[0])
            start = text.index(piece, start) + len(piece)


def _pieces(run: str) -> list[str]:
    """Cut a run at "and" and "in", unless what follows belongs to "Ministry of X and Y"."""
    if " of " in run or " for " in run:
        return re.split(r"[ \u00a0](?:in|on)[ \u00a0](?:the[ \u00a0])?", run)
    return _SPLIT.split(run)
