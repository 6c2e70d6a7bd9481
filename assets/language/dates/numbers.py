"""Numbers as Vietnamese dates write them in words: "mười hai", "hai nghìn không trăm linh chín".

Only what days, months, quarters and years need; digits and separators are the business of
`shapes`.
"""

_UNITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

_UNIT = "một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín"
# A number from 1 to 39 in words, and a year from 1000 to 2999 in words.
SMALL_NUMBER = rf"(?:(?:hai|ba) mươi(?: (?:{_UNIT}))?|mười(?: (?:{_UNIT}))?|(?:{_UNIT}))"
YEAR_NUMBER = (
    rf"(?:(?:một|hai) (?:nghìn|ngàn)(?: (?:không|{_UNIT}) trăm"
    rf"(?: (?:linh|lẻ) (?:{_UNIT})| mười(?: (?:{_UNIT}))?| (?:{_UNIT}) mươi(?: (?:{_UNIT}))?)?)?)"
)


def read_number(words: str) -> int | None:
    """Return the value of a number below 3000 in digits or words; None when it is none."""
    if words.isdecimal():
        return int(words)
    total = 0
    pending: int | None = None
    for word in words.lower().split():
        if word in _UNITS:
            if pending is not None:
                return None
            pending = _UNITS[word]
        elif word == "mười":
            total += 10
        elif word in ("mươi", "trăm", "nghìn", "ngàn") and pending is not None:
            total += pending * {"mươi": 10, "trăm": 100}.get(word, 1000)
            pending = None
        elif word not in ("linh", "lẻ"):
            return None
    return total + (pending or 0)


def read_quarter(words: str) -> int | None:
    """Return 1 to 4 for "III", "3" or "ba"; None for anything else."""
    value = _ROMAN.get(words.lower())
    if value is None:
        value = read_number(words)
    return value if value is not None and 1 <= value <= 4 else None
