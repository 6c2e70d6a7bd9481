"""Parties told without their names: "hai bên", "ba địa phương", "các doanh nghiệp Nhật Bản".

The words are those of `party_words.csv`; who is meant by "hai bên" is known to `sides`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assets.language.folding import settle_tones
from assets.language.patterns import any_case
from assets.reference.records import Reference

_NUMBER = (
    r"(?P<number>hai|đôi|ba|bốn|năm|sáu|0?[2-9]|cả\s+hai|both|(?:the\s+)?two|(?:the\s+)?three)"
)
# What stands before the noun, so that "cơ hội" is no "hội" and "tổ chức" not the verb.
_DETERMINER = (
    r"(?<!\w)(?:các|những|một\s+số|một|nhiều|loạt|hai|ba|bốn|năm|sáu|\d+|với|và|cùng|giữa|bởi|do|cho|của|đoàn"
    r"|with|and|the)\s+"
)
# Up to three words more of it: "các đối tác hàng đầu của Pháp".
_MORE = (
    r"(?:\s+(?!(?:và|với|cùng|giữa|gồm|là|ký|kí|đã|được|sẽ|do|bởi|tại|ở|and|with)(?!\w))[^\W\d□]+){0,3}"
    r"\s+\Z"
)
_NO_PLURAL = r"(?<!\w)(?<!các\s)(?<!những\s)(?<!nhiều\s)(?<!một\ssố\s)"
# "hai Thủ tướng chứng kiến lễ ký": others signed.
_NO_WITNESS = r"(?!\s+(?:đã\s+|cùng\s+)*(?:chứng\s+kiến|tham\s+dự|dự|witness))"
_OF = re.compile(r"\s+(?:của\s+)?")
_LONGEST = 80
_COUNTED = ("state", "place", "body", "side")


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Patterns of the words for parties without names.

    `sides` finds "hai bên", with what is counted as the name of its last group; `both` finds
    "nhà trường và doanh nghiệp", `partner` "với đối tác". `_nouns` ends where a place may stand
    that only says where they are from.
    """

    sides: re.Pattern[str]
    both: re.Pattern[str]
    partner: re.Pattern[str]
    _nouns: re.Pattern[str]
    _people: re.Pattern[str]
    _bodies: re.Pattern[str]

    def are_people_of(self, blank: str, start: int) -> bool:
        """Tell whether people stand right before the name at `start`: "sinh viên Trường A"."""
        return self._people.search(blank, max(0, start - _LONGEST), start) is not None

    def are_bodies_of(self, blank: str, start: int) -> bool:
        """Tell whether bodies stand right before what is at `start`: "doanh nghiệp hai nước"."""
        return self._bodies.search(blank, max(0, start - _LONGEST), start) is not None

    def is_of_several(self, blank: str, end: int) -> bool:
        """Tell whether "hai tỉnh" stands right behind a name: there are two bodies of that name."""
        behind = _OF.match(blank, end)
        return behind is not None and self.sides.match(blank, behind.end()) is not None

    def are_from(self, blank: str, start: int) -> bool:
        """Tell whether the place at `start` says where parties are from that have no name."""
        return self._nouns.search(blank, max(0, start - _LONGEST), start) is not None


@lru_cache(maxsize=2)
def party_words(reference: Reference) -> PartyWords:
    """Return the words of `reference`, their patterns built once."""
    forms: dict[str, list[str]] = {}
    for row in reference.party_words:
        forms.setdefault(row.role, []).append(" ".join(settle_tones(row.words).split()))
    words = {
        role: any_case(sorted(some, key=lambda form: (-len(form), form))).replace(r"\ ", r"\s+")
        for role, some in forms.items()
    }
    counted = "|".join(f"(?P<{role}>{words.get(role, '(?!)')})" for role in _COUNTED)
    number = f"(?:{_NUMBER}|các(?=\\s+bên))"
    sides = re.compile(
        rf"(?<!\w){number}\s+(?:{counted}|(?P<name>□+)(?!□|\s+(?:và|với)\s))(?!\w){_NO_WITNESS}",
        re.IGNORECASE,
    )
    unnamed = "|".join(words.get(role, "(?!)") for role in ("body", "people"))
    nouns = re.compile(rf"{_DETERMINER}(?:{unnamed}){_MORE}", re.IGNORECASE)
    body = words.get("body", "(?!)")
    both = re.compile(rf"{_NO_PLURAL}{body}\s+(?:và|với|cùng)\s+{body}(?!\w|\s*□)", re.IGNORECASE)
    side = rf"(?:{body}|{words.get('side', '(?!)')})"
    partner = re.compile(rf"(?<!\w)(?:với|và|cùng|with|and)\s+{side}(?!\w)", re.IGNORECASE)
    # "đoàn cán bộ Hội A" is a delegation of it, "cán bộ Hội A" are not.
    members = rf"(?<!\w)(?<!đoàn\s){words.get('people', '(?!)')}\s+\Z"
    people = re.compile(members, re.IGNORECASE)
    bodies = re.compile(rf"(?<!\w)(?:{unnamed}|□)(?:\s+(?:của|giữa))?\s+\Z", re.IGNORECASE)
    return PartyWords(sides, both, partner, nouns, people, bodies)
