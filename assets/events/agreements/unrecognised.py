"""Names of bodies that were not recognised: the place that ends one is no party.

"Đài Phát thanh quốc gia Lào", "Ty Y tế tỉnh Attapeu": of such a name only the place is known. Told
by its first words, or by a capital letter before the place that no title or generic word explains.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from assets.entities.records import Observation
from assets.language.folding import settle_tones
from assets.language.patterns import any_case
from assets.reference.records import Reference

# "Sở Du lịch các tỉnh A, B và C": each has its own; the places behind are none of the parties.
_EACH_OF = (
    r"(?<!\w)(?:các|hai|ba|bốn|năm|sáu|\d+)(?:\s+(?:tỉnh|thành\s+phố|địa\s+phương|huyện|nước|xã)"
    r"(?:\s*(?:,|và)\s*(?:tỉnh|thành\s+phố|thành|thị\s+xã))?)?[\s:,(]*\Z"
)
_EACH = re.compile(_EACH_OF, re.IGNORECASE)
_OF_EACH = re.compile(rf"\s+(?:của\s+)?{_EACH_OF}", re.IGNORECASE)
_REST_OF_EACH = re.compile(rf"[^.;:\n□]{{0,40}}?{_EACH_OF}", re.IGNORECASE)
_NEXT_NAME = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:,|và|,\s+và|-|–)\s+(?:\w+\s+){0,2}", re.IGNORECASE
)
# Between the first word of a body's name and the place that ends it.
_NO_NAME = re.compile(
    r"[,;:.()“”\"\n□]|(?<!\w)(?:với|giữa|cùng|tại|ở|thăm|sang|ký|kí|đã|được)(?!\w)", re.IGNORECASE
)
_SENTENCE_ENDS = re.compile(r"(?:[.:;!?“”\"\n–-]\s*|\A\s*)\Z")
# "Hà Nội Online - …"
_SLUG = re.compile(r"\A[^\n]{0,30}?\s[-–]\s")
_WORD = re.compile(r"[^\W\d_]\w*")
_JOINTS = frozenset({"và", "and", "của", "of", "the"})
_LONGEST_NAME = 80


class Unrecognised:
    """Knows the words by which a name that was not recognised shows."""

    def __init__(self, reference: Reference) -> None:
        forms = {
            settle_tones(row.head): row.tail not in ("no_body", "thing")
            for row in reference.organisation_heads
            if row.head[0].isupper()
        }
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        body = "|".join(re.escape(form) for form in longest_first if forms[form])
        other = "|".join(re.escape(form) for form in longest_first if not forms[form])
        self._heads = re.compile(
            rf"(?<!\w)(?:(?:{other or '(?!)'})|(?P<body>{body or '(?!)'}))(?=\s)"
        )
        plain = {form for row in reference.titles for form in (row.title, *row.aliases)}
        plain |= {row.words for row in reference.party_words if row.role != "body"}
        words = sorted(map(settle_tones, plain), key=lambda form: (-len(form), form))
        self._plain = re.compile(any_case(words) + r"(?!\w)")

    def ends_a_name(self, blank: str, place: Observation) -> bool:
        """Tell whether a place ends the name of a body that was not recognised."""
        start, headline = place.start_char, place.surface.isupper()
        first = max(0, start - _LONGEST_NAME)
        first = max((gap.end() for gap in _NO_NAME.finditer(blank, first, start)), default=first)
        slug = _SLUG.match(blank)
        if slug is not None and first < slug.end() <= start:
            first = slug.end()
        if any(head["body"] for head in self._heads.finditer(blank, first, start)):
            return True
        opens = _SENTENCE_ENDS.search(blank, max(0, first - 4), first) is not None
        for number, word in enumerate(_WORD.finditer(blank, first, start)):
            first_of_all = opens and number == 0 and not word[0].isupper()
            if _is_capital(word[0], headline=headline) and not first_of_all:
                return self._plain.match(blank, word.start(), start) is None
        return False

    def of_each(self, blank: str, bodies: Sequence[Observation]) -> set[int]:
        """Return where bodies and places begin of which there are several: "Hội các tỉnh A và B".

        The places only tell of which the bodies are, and the body's name stands for none of them.
        """
        starts: set[int] = set()
        last: Observation | None = None
        for number, one in enumerate(bodies):
            if one.entity_type != "place":
                last = None
                continue
            if last is not None and _NEXT_NAME.fullmatch(blank, last.end_char, one.start_char):
                starts.add(one.start_char)
                last = one
                continue
            before = bodies[number - 1] if number else None
            each_body = (
                before is not None
                and before.entity_type == "organisation"
                and _OF_EACH.fullmatch(blank, before.end_char, one.start_char)
            )
            if each_body and before is not None:
                starts.add(before.start_char)
            last = one if each_body or self._of_each_unnamed(blank, one) else None
            if last is not None:
                starts.add(one.start_char)
        return starts

    def _of_each_unnamed(self, blank: str, place: Observation) -> bool:
        start, first = place.start_char, max(0, place.start_char - _LONGEST_NAME)
        if _EACH.search(blank, first, start) is None:
            return False
        named = [head for head in self._heads.finditer(blank, first, start) if head["body"]]
        if named and _REST_OF_EACH.fullmatch(blank, named[-1].end(), start):
            return True
        return self.ends_a_name(blank, place)


@lru_cache(maxsize=2)
def unrecognised(reference: Reference) -> Unrecognised:
    """Return the words of `reference`, their patterns built once."""
    return Unrecognised(reference)


def _is_capital(word: str, *, headline: bool) -> bool:
    """Tell whether a word begins a name; in a `headline` all words are in capitals throughout."""
    capital = word[0].isupper() and not (headline and word.isupper())
    return capital and word.casefold() not in _JOINTS
