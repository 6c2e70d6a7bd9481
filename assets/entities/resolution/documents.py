"""Official documents: which citations are of one document, over all articles.

A document is known by kind, number and, where the number does not tell it, issuer. A short number
("Chỉ thị 12") joins a full one only when it can mean no other. Organisations, persons and places
are resolved in `resolution`.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assets.entities.records import DocumentCitation, Observation
from assets.language.folding import fold, nfc
from assets.reference.records import Reference

_NUMBER = re.compile(r"\s*(?:số\s*)?0*(?P<serial>\d+)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_SPACED_MARK = re.compile(r"\s*([-–—/])\s*")
_SYMBOL = re.compile(r"[^\W\d_]")
# Letters that every province, district or commune uses: Tỉnh ủy, Huyện ủy, Quận ủy, Đảng ủy …
_LOCAL = frozenset({"tu", "hu", "qu", "du", "ubnd", "hdnd", "mttq", "ub", "btv"})


@dataclass(frozen=True, slots=True)
class DocumentKey:
    """What makes two citations one document.

    `issuer_id` where the number is one that many bodies use, `article_id` where the document is
    known from that article only; both None for a number that tells its issuer.
    """

    kind: str
    number: str
    issuer_id: str | None = None
    article_id: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether the number has the issuer's letters, as in 04-CT/TW."""
        return _SYMBOL.search(self.number) is not None

    @property
    def serial(self) -> str:
        """The running number: "04" of "04-CT/TW"."""
        return re.split(r"\D", self.number, maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class _Sighting:
    """One citation with its article and its key as far as the citation alone tells it."""

    observation: Observation
    citation: DocumentCitation
    key: DocumentKey


def normal_number(number: str) -> str:
    """Return a document number in its usual form: "4 - CT/TƯ" is "04-CT/TW"."""
    text = _SPACED_MARK.sub(lambda mark: "/" if mark[1] == "/" else "-", nfc(number).strip())
    text = text.replace("TƯ", "TW")
    match = _NUMBER.fullmatch(text)
    return f"{match['serial']:0>2}{match['rest']}" if match else text


def comparable_number(number: str) -> str:
    """Return a normal number as it is compared and stands in ids: "04-ct-tw"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(number)).strip("-")


class DocumentJoiner:
    """Tells for every citation of an official document with a number which document it cites."""

    def __init__(self, reference: Reference) -> None:
        self._kinds = {
            fold(alias): row.kind
            for row in reference.document_kinds
            for alias in (row.kind, *row.aliases)
        }
        issuers: defaultdict[str, set[str]] = defaultdict(set)
        for row in reference.issuer_symbols:
            issuers[comparable_number(normal_number(row.symbol))].add(row.issuer_id)
        self._issuers = {symbol: frozenset(ids) for symbol, ids in issuers.items()}
        self._party_centre = frozenset(
            row.entity_id
            for row in reference.bodies
            if row.kind == "party" and row.place_id is None and not row.only_local
        )
        self._parents = {row.entity_id: row.parent_id for row in reference.bodies}

    def kind(self, kind: str) -> str:
        """Return the kind as the reference data writes it."""
        return self._kinds.get(fold(kind), kind)

    def _may_issue(self, issuer_id: str, number: str) -> bool:
        """Tell whether the letters of a number are those of that issuer."""
        letters = comparable_number(number).split("-")[1:]
        if letters and letters[-1] == "tw":
            # TW is whoever acts for the Party's centre: Ban Bí thư, Bộ Chính trị, the committee.
            return issuer_id in self._party_centre
        known: frozenset[str] = frozenset()
        for start in range(len(letters)):
            found = self._issuers.get("-".join(letters[start:]).rstrip("0123456789"))
            known = known or found or frozenset()
        return any(self._related(issuer_id, issuer) for issuer in known)

    def _related(self, one: str, other: str) -> bool:
        """Tell whether one body is the other or above it (Ban Bí thư acts for Trung ương)."""
        for start, goal in ((one, other), (other, one)):
            current: str | None = start
            for _ in range(8):
                if current == goal:
                    return True
                current = self._parents.get(current) if current else None
        return False

    def _own_key(self, observation: Observation, citation: DocumentCitation) -> DocumentKey:
        number = normal_number(citation.number or "")
        kind = self.kind(citation.kind)
        key = DocumentKey(kind, number)
        if key.is_full and comparable_number(number).split("-")[-1] not in _LOCAL:
            return key
        if citation.issuer_id is not None:
            return replace(key, issuer_id=citation.issuer_id)
        return replace(key, article_id=observation.article_id)

    def _agrees(self, sighting: _Sighting, group: Sequence[_Sighting]) -> bool:
        """Tell whether nothing that `sighting` states contradicts the citations in `group`."""
        mine = sighting.citation
        days = {s.citation.issued_on for s in group if s.citation.issued_on}
        if mine.issued_on is not None and days and mine.issued_on not in days:
            return False
        if mine.issuer_id is None:
            return True
        stated = {s.citation.issuer_id for s in group if s.citation.issuer_id}
        if not stated:
            return self._may_issue(mine.issuer_id, group[0].key.number)
        return any(self._related(mine.issuer_id, issuer) for issuer in stated)

    def _target(
        self,
        sighting: _Sighting,
        groups: Mapping[DocumentKey, Sequence[_Sighting]],
        full: Mapping[tuple[str, str], Sequence[DocumentKey]],
    ) -> DocumentKey:
        """Return the full document that an incomplete citation means, else its own key.

        `full` gives the full documents by kind and serial number.
        """
        key = sighting.key
        fuller = [
            other
            for other in full.get((key.kind, key.serial if key.is_full else key.number), ())
            if other != key
            and (
                not key.is_full or comparable_number(other.number) == comparable_number(key.number)
            )
            and self._agrees(sighting, groups[other])
        ]
        article = sighting.observation.article_id
        beside = [
            other
            for other in fuller
            if any(s.observation.article_id == article for s in groups[other])
        ]
        if len(beside) == 1:
            return beside[0]
        told = sighting.citation.issuer_id is not None or key.is_full
        return fuller[0] if len(fuller) == 1 and told else key

    def join(
        self, observations: Iterable[Observation]
    ) -> Iterator[tuple[Observation, DocumentKey, DocumentKey]]:
        """Yield each observation that cites a number, its own key and the key of what it cites.

        The two differ where a short number joins a full one. The result does not depend on the
        order of `observations`.
        """
        sightings = [
            _Sighting(item, item.citation, self._own_key(item, item.citation))
            for item in observations
            if item.citation is not None and item.citation.number
        ]
        spelled: defaultdict[DocumentKey, list[_Sighting]] = defaultdict(list)
        for sighting in sightings:
            key = sighting.key
            spelled[replace(key, number=comparable_number(key.number))].append(sighting)
        # One key for all spellings of a number: the most frequent, then the first by code point.
        groups: dict[DocumentKey, list[_Sighting]] = {}
        for group in spelled.values():
            counts = Counter(s.key.number for s in group)
            number = min(counts, key=lambda text: (-counts[text], text))
            key = replace(group[0].key, number=number)
            groups[key] = [replace(s, key=key) for s in group]
        full: defaultdict[tuple[str, str], list[DocumentKey]] = defaultdict(list)
        for key in groups:
            if key.is_full:
                full[key.kind, key.serial].append(key)
        for key, group in groups.items():
            complete = key.is_full and key.article_id is None
            for sighting in group:
                target = key if complete else self._target(sighting, groups, full)
                yield sighting.observation, key, target


def stated_issue(
    citations: Iterable[DocumentCitation], published_on: Iterable[dt.date | None]
) -> tuple[str | None, dt.date | None]:
    """Return issuer and day of issue as most citations state them, None where none does.

    Of issuers stated as often the first by code point counts, of days the earliest. A day after
    the citing article's own is a slip and not counted.
    """
    issuers: Counter[str] = Counter()
    days: Counter[dt.date] = Counter()
    for citation, day in zip(citations, published_on, strict=True):
        if citation.issuer_id is not None:
            issuers[citation.issuer_id] += 1
        if citation.issued_on is not None and (day is None or citation.issued_on <= day):
            days[citation.issued_on] += 1
    issuer = min(issuers, key=lambda one: (-issuers[one], one)) if issuers else None
    issued = min(days, key=lambda one: (-days[one], one)) if days else None
    return issuer, issued
