"""Numbers of official documents: their shapes, and the one form they are compared in.

"04 - CT/TƯ" and "04-CT/TW" are one number, 04-TT/TU is another. Kinds and issuers are looked up
elsewhere.
"""

import re
from dataclasses import dataclass

_LETTERS = r"(?:TTg|TTr|CTrHĐ|CTrPH|CTr|QyĐ|QĐi|[A-ZĐƯ&]{1,9}\d{0,2})"
# The number, the year of State documents, then letters between dashes and slashes.
SYMBOL_NUMBER = (
    r"\d{1,5}[a-z]?(?:\s?/\s?(?:19|20)\d\d)?"
    rf"(?:\s?[-–/]\s?{_LETTERS}){{1,5}}(?![\w])"
)
_PARTS = re.compile(r"\s?([-–/])\s?")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Letters typed without their đ.
_UNACCENTED = {"ND": "NĐ", "QD": "QĐ", "HDND": "HĐND", "CD": "CĐ"}
_PARTY = frozenset({"TW", "TU", "HU", "QU", "ĐU", "ThU"})


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number with its symbol: `serial` without leading zeros, `letters` after number and year.

    `text` is the settled form: 04-CT/TW for Party documents, 93/2021/NĐ-CP for those of the State.
    """

    text: str
    serial: int
    year: int | None
    letters: tuple[str, ...]


def parse_number(surface: str) -> DocumentNumber:
    """Read a number that `SYMBOL_NUMBER` has matched.

    Numbers below ten get the leading zero that the rules for official papers ask for; Ư in the
    letters becomes W; Party documents get the dash and slash of their own style.
    """
    pieces = _PARTS.split(surface.strip())
    values, separators = pieces[0::2], [s.replace("–", "-") for s in pieces[1::2]]
    digits = re.match(r"\d+", values[0])
    serial = int(digits[0]) if digits else 0
    head = values[0].zfill(2) if values[0].isdigit() else values[0]
    year = int(values[1]) if len(values) > 1 and _YEAR.fullmatch(values[1]) else None
    letters = [value.replace("Ư", "W") for value in values[2 if year else 1 :]]
    letters = [_UNACCENTED.get(value, value) for value in letters]
    # TU (a province's committee) has a plain U; TƯ (the centre) is what Ư stands in.
    if year is None and len(letters) == 2 and letters[-1] in _PARTY:
        text = f"{head}-{letters[0]}/{letters[1]}"
    else:
        names = ([str(year)] if year else []) + letters
        text = head + "".join(f"{s}{n}" for s, n in zip(separators, names, strict=True))
    return DocumentNumber(text, serial, year, tuple(letters))
