"""Organisations' names in English text: "Ministry of Foreign Affairs", "Hanoi University".

Runs of capitals that begin or end with a word that makes bodies; the words are reference data.
Vietnamese text is read in `grammar`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from assets.entities.organisations.forms import OrganisationForms
from assets.language.folding import fold

_CAPITAL = r"[A-ZÀ-Þ][\w’'&-]*"
_LINK = (
    r"(?:of|for|and|the|in|on|&|(?<=Friendship.)with|(?<=Solidarity.)with|(?<=Cooperation.)with)"
)
# A short form in brackets may stand inside: "Ho Chi Minh Youth Union (HCYU) Central Committee".
_SHORT = r"(?:\([A-Z]{2,8}\)[ \u00a0](?=[A-Z]))?"
# "Japan - Vietnam Friendship Association"
_PAIR = (
    r"[-–][ \u00a0](?=[A-Z]\w+(?:[ \u00a0][Nn]am)?[ \u00a0](?:Friend|Solid|Coop|Busi|Parl|Cult))"
)
_RUN = re.compile(
    rf"{_CAPITAL}(?:[ \u00a0]{_SHORT}(?:(?:{_LINK}[ \u00a0]){{0,2}}|{_PAIR}){_CAPITAL})*"
)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)[ \u00a0](?:National[ \u00a0])?\Z")
_OF = re.compile(r"[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?")
_BRACKET = re.compile(r"[ \u00a0]\(([A-Z]{3,8})\)")
_HONORIFICS = frozenset(("The", "A", "An", "In", "At", "Of", "Mr", "Mrs", "Ms", "Dr"))
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
# Vietnamese text has about one such letter in six; English text with Vietnamese names far fewer.
_FEW = 0.03
# The city's name, no person's.
_UNCLE = ["Ho", "Chi", "Minh"]
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
            at = text.index(piece, start)
            start = at + len(piece)
            first, last = _trimmed(piece, forms)
            if _ORDINAL.search(text, max(0, at - 8), at):
                first = _after_event(piece, first)
            kept = piece[first:last].split()
            if len(kept) > 1 and (kept[-1] in forms.english or _of(kept, forms)):
                yield at + first, at + last


def short_forms(
    text: str, bodies: list[tuple[int, int]]
) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Yield (start, end, body) of the short forms in brackets after `bodies` and of later ones."""
    for body in bodies:
        match = _BRACKET.match(text, body[1])
        if match is not None:
            for later in re.finditer(rf"(?<!\w){match[1]}(?!\w)", text[body[1] :]):
                yield body[1] + later.start(), body[1] + later.end(), body


def _trimmed(piece: str, forms: OrganisationForms) -> tuple[int, int]:
    """Return where the body stands in a run: without titles and persons before and after it.

    "Chairman of the | Hanoi People's Committee | Tran Sy Thanh"
    """
    first, last = 0, len(piece)
    while (joint := _OF.search(piece, first)) is not None:
        if any(word in forms.english for word in piece[first : joint.start()].split()):
            break
        first = joint.end()
    words = list(re.finditer(r"\S+", piece[first:]))
    while words and words[0][0] in _HONORIFICS:
        words.pop(0)
    if not words:
        return first, last
    return first + words[0].start(), first + _body_end([word[0] for word in words], words, forms)


def _body_end(surfaces: list[str], words: list[re.Match[str]], forms: OrganisationForms) -> int:
    """Return where the body ends: before an office, a bracket or a Vietnamese name after it.

    "Asian Development Bank | President Asakawa", "People's Committee of Hue City | Phan Van Mai"
    """
    heads = [number for number, surface in enumerate(surfaces) if surface in forms.english]
    if not heads:
        return words[-1].end()
    for number in range(heads[0] + 1, len(surfaces)):
        surface = surfaces[number]
        office = surface in forms.english_offices and surfaces[number - 1][0].isupper()
        rest = surfaces[number:]
        named = fold(surface) in forms.unmarked_surnames and len(rest) > 1
        person = named and (len(rest) in (3, 4) or number == heads[-1] + 1) and rest[:3] != _UNCLE
        short = surface.startswith("(")
        if office or ((short or person) and not set(rest) & forms.english):
            return words[number - 1].end()
    return words[-1].end()


def _after_event(piece: str, first: int) -> int:
    """Return where the body stands after a meeting of it: "7th National Congress of the ..."."""
    joint = _OF.search(piece, first)
    return joint.end() if joint else len(piece)


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
            following = _AND.search(part, joint.end())
            words = part[joint.end() : following.start() if following else None].split()
            head = next((at for at, word in enumerate(words) if word in forms.english), -1)
            # "... and the Union of X", "... and Asian Development Bank" are bodies of their own.
            if head >= 0 and (head == 0 or "the" in joint[0] or words[-1] in forms.english):
                pieces.append(part[start : joint.start()])
                start = joint.end()
        pieces.append(part[start:])
    return pieces
