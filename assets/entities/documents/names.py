"""Official documents cited by name: congress and plenum resolutions, laws, conventions, treaties.

Names come from the reference data or from shapes that leave no doubt where they end. Numbered
citations are in `citations`.
"""

import re
from collections.abc import Iterator

from assets.entities.documents.citations import LAWS, Citation
from assets.entities.gazetteer import Entry, Gazetteer
from assets.entities.places.words import is_vietnamese_syllable
from assets.reference.records import KnownDocument, Reference

_ROMAN = r"(?:[IVX]{1,6}|\d{1,2})(?!\w)"
_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ORDINALS = {word: str(number) for number, word in enumerate(_WORDS, start=1)}
_CONGRESS = re.compile(
    r"(?<!\w)Nghị quyết[ \u00a0]+Đại hội[ \u00a0]+"
    r"(?:(?:lần thứ[ \u00a0]+|đại biểu[ \u00a0]+|toàn quốc[ \u00a0]+|Đảng[ \u00a0]+)*)"
    rf"(?P<number>{_ROMAN})"
    r"(?P<party>[ \u00a0]+(?:của[ \u00a0]+)?Đảng(?:[ \u00a0]+Cộng sản Việt Nam)?"
    r"(?![ \u00a0]*(?:bộ|ủy|uỷ)))?"
    r"(?P<local>[ \u00a0]+(?:của[ \u00a0]+)?(?i:Đảng bộ)(?=[ \u00a0]))?"
)
_LOCAL_CONGRESS = re.compile(
    r"(?<!\w)Nghị quyết[ \u00a0]+Đại hội[ \u00a0]+(?:đại biểu[ \u00a0]+)?(?i:Đảng bộ)[ \u00a0]+"
)
_LOCAL_NUMBER = re.compile(rf"[ \u00a0,]+(?:lần thứ[ \u00a0]+)?(?P<number>{_ROMAN})")
_BARE_UNIT = re.compile(r"[ \u00a0]+(?i:thành phố|tỉnh|TP|huyện|quận|thị xã)(?!\w)")
_PLENUM = re.compile(
    r"(?<!\w)(?P<kind>Nghị quyết|Kết luận)[ \u00a0]+(?:của[ \u00a0]+)?(?:Hội nghị[ \u00a0]+)?"
    r"(?:(?:lần thứ[ \u00a0]+(?P<word>\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)[ \u00a0]+"
    r"(?:BCH|Ban Chấp hành)[ \u00a0]+(?:Trung ương|TW|TƯ)(?:[ \u00a0]+Đảng)?)"
    r"|(?:Trung ương|TW|TƯ)[ \u00a0]+(?P<number>\d{1,2})(?!\d))"
    r"(?:[ \u00a0]*[,(]?[ \u00a0]*(?:khóa|khoá|Khóa|Khoá)[ \u00a0]+(?P<term>[IVX]{1,6})(?!\w)\)?)?"
)
_VERSION = re.compile(
    r"(?P<amended>[ \u00a0]+\(sửa đổi(?:, bổ sung)?\))?"
    r"(?:,?[ \u00a0]+(?:năm[ \u00a0]+)?(?P<year>(?:19|20)\d\d)(?![\d/]))?"
)
_TRADE = re.compile(
    r"(?<!\w)Hiệp định (?i:thương mại tự do)(?: giữa)? [A-ZĐÂÊ][^\W\d_]*(?: [A-ZĐÂÊ][^\W\d_]*){0,2}"
    r"(?: ?[-–] ?| và )[A-ZĐÂÊ][^\W\d_]*(?: [A-ZĐÂÊ][^\W\d_]*){0,2}"
)
_TREATY = re.compile(
    r"(?<!\w)(?P<kind>Công ước|Hiệp định|Hiệp ước|Nghị định thư)[ \u00a0]+"
    r"(?P<name>[A-ZĐÂÊ][\w'-]*(?:[ \u00a0][A-ZĐÂÊ][\w'-]*){0,3})"
    r"(?:,?[ \u00a0]+(?:năm[ \u00a0]+)?(?P<year>(?:19|20)\d\d)(?!\d))?"
    r"(?=[.,;:)”\"!?…\n]|\Z|[ \u00a0]+(?:về|được|là|và|đã|của|có|trong|cho|với|tại|năm|này"
    r"|quy định|sẽ|mà|do|ở|vào)(?!\w))"
)
_BETWEEN = re.compile(
    r"(?<!\w)(?P<kind>Hiệp định|Hiệp ước|Nghị định thư)[ \u00a0]+[A-ZĐÂÊ]\w*"
    r"(?:,?[ \u00a0](?!giữa)\w+){1,10}(?=[ \u00a0]giữa[ \u00a0]+(?:hai|Việt|[A-ZĐÂÊ]))"
)
_TREATY_KINDS = ("Công ước", "Hiệp định", "Hiệp ước", "Nghị định thư")
_CENTRAL_COMMITTEE = "organisation:ban-chap-hanh-trung-uong-dang-cong-san-viet-nam"
_PARTY = "organisation:dang-cong-san-viet-nam"


class NamedDocuments:
    """Finds the documents that are cited by name in a text."""

    def __init__(self, reference: Reference) -> None:
        entries = [
            Entry(name, row, "first")
            for row in reference.known_documents
            for name in (row.name, *row.aliases)
        ]
        self._known = Gazetteer(entries)

    def find(self, text: str) -> Iterator[Citation]:
        """Yield citations by name; local congresses end before the place, which comes later."""
        yield from self._listed(text)
        if any(kind in text for kind in ("Nghị quyết", "Kết luận")):
            yield from _of_meetings(text)
        if any(kind in text for kind in _TREATY_KINDS):
            yield from _treaties(text)

    def _listed(self, text: str) -> Iterator[Citation]:
        for match in self._known.find(text):
            row: KnownDocument = match.values[0]
            # The parties after "giữa" tell which treaty it is, but are no part of its name.
            parties = text[match.start : match.end].find(" giữa ")
            last = match.end if parties < 0 else match.start + parties
            version = _VERSION.match(text, last)
            end, name, issued_on = last, row.name, row.issued_on
            if version is not None and row.kind in LAWS and version[0]:
                end = version.end()
                name += " (sửa đổi)" if version["amended"] else ""
                name += f" năm {version['year']}" if version["year"] else ""
            elif version is not None and version["year"] and not version["amended"]:
                end = version.end()
            yield Citation(
                match.start,
                end,
                row.kind,
                name,
                0.95,
                "known document",
                number=row.number,
                issuer_id=row.issuer_id,
                issued_on=issued_on,
                family=row.name,
            )


def _of_meetings(text: str) -> Iterator[Citation]:
    """Yield the resolutions of congresses and plenums."""
    for match in _CONGRESS.finditer(text):
        yield _congress(match)
    for match in _LOCAL_CONGRESS.finditer(text):
        yield Citation(
            match.start(),
            match.end(),
            "Nghị quyết",
            match[0].strip(),
            0.85,
            "congress",
            needs_place=True,
        )
    for match in _PLENUM.finditer(text):
        yield _plenum(match)


def _treaties(text: str) -> Iterator[Citation]:
    """Yield the treaties that show by their shape."""
    for match in _TRADE.finditer(text):
        name = " ".join(match[0].split())
        yield Citation(match.start(), match.end(), "Hiệp định", name, 0.8, "treaty by shape")
    for match in _BETWEEN.finditer(text):
        name = " ".join(match[0].split())
        yield Citation(match.start(), match.end(), match["kind"], name, 0.7, "treaty by shape")
    for match in _TREATY.finditer(text):
        if is_vietnamese_syllable(match["name"]) and not match["name"].isupper():
            continue
        name = f"{match['kind']} {match['name']}"
        if match["year"]:
            name += f" năm {match['year']}"
        yield Citation(match.start(), match.end(), match["kind"], name, 0.75, "treaty by shape")


def _congress(match: re.Match[str]) -> Citation:
    number = match["number"]
    national = match["party"] is not None or "Đảng" in match[0] or "toàn quốc" in match[0]
    if match["local"] is not None:
        name = f"Nghị quyết Đại hội {number} Đảng bộ"
        return Citation(
            match.start(), match.end(), "Nghị quyết", name, 0.85, "congress", needs_place=True
        )
    if national:
        name = f"Nghị quyết Đại hội {number} của Đảng"
        return Citation(
            match.start(),
            match.end(),
            "Nghị quyết",
            name,
            0.95,
            "congress",
            issuer_id=_PARTY,
            family=f"Nghị quyết Đại hội {number}",
        )
    name = f"Nghị quyết Đại hội {number}"
    return Citation(match.start(), match.end(), "Nghị quyết", name, 0.75, "congress", family=name)


def _plenum(match: re.Match[str]) -> Citation:
    word = match["number"] or match["word"]
    family = f"{match['kind']} Trung ương {_ORDINALS.get(word, word)}"
    name = f"{family} khóa {match['term']}" if match["term"] else family
    return Citation(
        match.start(),
        match.end(),
        match["kind"],
        name,
        0.95 if match["term"] else 0.8,
        "plenum",
        issuer_id=_CENTRAL_COMMITTEE,
        family=family,
    )


def local_congress_end(text: str, end: int, place_end: int | None) -> tuple[int, str | None]:
    """Return where a local congress's name ends and its ordinal when that stands at the end.

    `place_end` is the end of the place that follows, None for a bare "Thành phố" or nothing.
    """
    if place_end is None:
        unit = _BARE_UNIT.match(text, end if text[end - 1 : end].strip() else end - 1)
        place_end = unit.end() if unit else end
    number = _LOCAL_NUMBER.match(text, place_end)
    return (number.end(), number["number"]) if number else (place_end, None)
