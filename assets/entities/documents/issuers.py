"""Who issued a document, and when: from the letters of its number and from the words around it.

Local bodies need their place ("Thành ủy" + Hà Nội). What is not certain stays None.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from assets.entities.documents.numbers import DocumentNumber
from assets.entities.gazetteer import Entry, Gazetteer
from assets.entities.organisations.written import fill_place
from assets.entities.resolution.organisation_ids import OrganisationIds
from assets.reference.records import Body, LocalSymbol, Reference

_DAY = r"(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})(?!\d)"
_WORDS = r"(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm|,|\s?/)\s*(\d{4})(?!\d)"
_DATE = re.compile(
    rf"[\s,(]*(?:(?:được\s+)?(?:ký|ban hành)\s+)?ngày\s+(?:{_DAY}|{_WORDS})\)?", re.I
)
_OF = re.compile(r"[\s,]*(?:của|do)\s+")
_TERM = re.compile(r"[\s,(]*(?:lần thứ\s+)?(?:khóa|khoá)\s+[IVXLC]+\)?", re.I)
_ISSUED = re.compile(
    r"\s*(?:đã |vừa |mới |cũng |chính thức )*(?:(?:ký )?(?:quyết định )?(?:ban hành|ra)|ký)\s+\Z"
)
# "Ngày 3/4/2024, Thủ tướng Chính phủ đã ký |": one clause between the day and the document.
_DAY_BEFORE = re.compile(
    rf"(?:\A|(?<=[\n.;!?])|(?<=[\n.;!?]\s)|(?<=,\s))(?i:vào |hôm |sáng |chiều )?(?i:ngày)\s+"
    rf"(?:{_DAY}|{_WORDS}),?(?P<between>[^.;:\n,]{{3,80}})\Z"
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuing body: `entity_id` and the full name."""

    entity_id: str
    name: str


@dataclass(frozen=True, slots=True)
class LocalPlace:
    """The place of a local body: its plain name, the one with the generic word, and its id."""

    name: str
    full_name: str
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the words after a citation say; `end` is where they end."""

    issuer: Issuer | None
    issued_on: dt.date | None
    end: int


class IssuerIndex:
    """The issuers of the reference data, by letters and by name."""

    def __init__(self, reference: Reference) -> None:
        self._symbols = {row.symbol.replace("Ư", "W"): row for row in reference.issuer_symbols}
        self._local_symbols = {row.symbol: row for row in reference.local_symbols}
        self._bodies = {body.entity_id: body for body in reference.bodies}
        entries: list[Entry[Issuer]] = []
        local: list[Entry[Body]] = []
        for body in reference.bodies:
            if body.local_name is not None:
                forms = [body.local_name, *body.local_forms]
                bare = [f.replace("{place}", "").strip() for f in forms if f.endswith("{place}")]
                local += [
                    Entry(n, body, "first") for n in dict.fromkeys([*bare, *body.abbreviations])
                ]
            if not body.only_local:
                issuer = Issuer(body.entity_id, body.name)
                forms = list(dict.fromkeys((body.name, *body.abbreviations, *body.aliases)))
                forms += [f.replace("Trung ương", "TW") for f in forms if "Trung ương" in f]
                forms += [f.replace("TW", "TƯ") for f in forms if "TW" in f]
                entries += [Entry(name, issuer, "first") for name in forms]
        self._ids = OrganisationIds(reference)
        self._issuers = Gazetteer(entries)
        self._local = Gazetteer(local)
        self._kinds = {
            letters: tuple(k.kind for k in reference.document_kinds if letters in k.symbols)
            for row in reference.document_kinds
            for letters in row.symbols
        }

    def kinds_of(self, number: DocumentNumber) -> tuple[str, ...]:
        """Return the document kinds whose letters the number shows."""
        return next((self._kinds[part] for part in number.letters if part in self._kinds), ())

    def by_symbol(self, number: DocumentNumber, kind: str) -> Issuer | None:
        """Return the issuer that the letters alone tell ("QĐ-TTg", "2010/QH12")."""
        letters = [
            part for part in number.letters if part not in self._kinds or part == number.letters[-1]
        ]
        found: list[Issuer] = []
        for text in letters:
            row = self._symbols.get(text) or self._symbols.get(text.rstrip("0123456789"))
            if row is not None and (not row.kinds or kind in row.kinds):
                body = self._bodies.get(row.issuer_id)
                found.append(Issuer(row.issuer_id, body.name if body else row.issuer_id))
        distinct = {issuer.entity_id: issuer for issuer in found}
        return found[0] if len(distinct) == 1 else None

    def at(self, text: str, start: int, place: "PlaceOf") -> tuple[Issuer | None, int] | None:
        """Return the issuer named at `start` and the end of its name, None where there is none.

        The issuer itself is None for a local body whose place is not known.
        """
        window = text[start : start + 120]
        national = [m for m in self._issuers.find_all(window) if m.start == 0]
        local = [m for m in self._local.find_all(window) if m.start == 0]
        if local and (not national or local[0].end >= national[0].end):
            match = local[0]
            where = place(start + match.end)
            if where is not None:
                body = match.values[0]
                issuer = local_issuer(body, where[0], self._ids)
                return issuer, where[1]
            if not national:
                return None, start + match.end
        if national:
            return national[0].values[0], start + national[0].end
        return None

    def local_symbol(self, number: DocumentNumber) -> LocalSymbol | None:
        """Return the letters at the end of a number that may be a province's body's ("UBND")."""
        row = self._local_symbols.get(number.letters[-1]) if number.letters else None
        return row if row is not None and row.in_province is not None else None

    def of_province(self, symbol: LocalSymbol, place: LocalPlace, *, city: bool) -> Issuer | None:
        """Return the body of a province, or of a city of that rank, that a symbol stands for."""
        body = self._bodies.get((symbol.in_city if city else symbol.in_province) or "")
        return None if body is None else local_issuer(body, place, self._ids)

    def before(self, text: str, start: int) -> Issuer | None:
        """Return the national body that, by the words before `start`, issued the document."""
        issued = _ISSUED.search(text, max(0, start - 24), start)
        if issued is None:
            return None
        window_start = max(0, issued.start() - 90)
        window = text[window_start : issued.start()]
        ending = [m for m in self._issuers.find(window) if m.end == len(window)]
        return ending[-1].values[0] if ending else None


PlaceOf = Callable[[int], tuple[LocalPlace, int] | None]


def local_issuer(body: Body, place: LocalPlace, ids: OrganisationIds) -> Issuer:
    """Return the body of one place: "Thành ủy Hà Nội", "Ủy ban nhân dân tỉnh Bắc Ninh"."""
    pattern = body.local_name or f"{body.name} {{place}}"
    name = fill_place(pattern, place.full_name)
    return Issuer(ids.of(name, place.entity_id), name)


def provenance(text: str, end: int, issuers: IssuerIndex, place: PlaceOf) -> Provenance:
    """Read "ngày 6-7-2011 của Ban Bí thư …" after a citation that ends at `end`."""
    issuer: Issuer | None = None
    issued_on: dt.date | None = None
    seen_of = False
    for _ in range(4):
        date = _DATE.match(text, end) if issued_on is None else None
        if date is not None:
            issued_on = _read_date([group for group in date.groups() if group])
            end = date.end()
            continue
        of = _OF.match(text, end) if not seen_of else None
        found = issuers.at(text, of.end(), place) if of else None
        if found is not None:
            issuer, end = found
            seen_of = True
            continue
        term = _TERM.match(text, end)
        if term is None:
            break
        end = term.end()
    return Provenance(issuer, issued_on, end)


def day_before(text: str, start: int) -> dt.date | None:
    """Return the day on which, by the clause before `start`, the document was issued."""
    window = text[max(0, start - 130) : start]
    found = _DAY_BEFORE.search(window)
    if found is None or not _ISSUED.search(found["between"]):
        return None
    return _read_date([group for group in found.groups()[:-1] if group])


def _read_date(groups: list[str]) -> dt.date | None:
    day, month, year = map(int, groups)
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
