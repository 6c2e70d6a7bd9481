"""Official documents: which citations are of one document, over all articles.

A document is known by kind, number and, where the number does not tell it, issuer. A short number
("Chỉ thị 12") joins a full one only when it can mean no other. Organisations, persons and places
are resolved in `resolution`.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from assets.entities.records import DocumentCitation
from assets.entities.resolution.identifiers import document_id, short_hash
from assets.language.folding import fold, nfc
from assets.reference.records import Reference

T = TypeVar("T", str, dt.date)
_NUMBER = re.compile(r"\s*(?:số\s*)?0*(?P<serial>\d+)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_SPACED_MARK = re.compile(r"\s*([-–—/])\s*")
_SYMBOL = re.compile(r"[^\W\d_]")


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

    @property
    def stem_id(self) -> str:
        """The id of the document, without what `article_id` adds to it."""
        return document_id(self.kind, comparable_number(self.number), self.issuer_id)

    @property
    def entity_id(self) -> str:
        """The id of the document."""
        alone = f"--{short_hash(self.article_id)}" if self.article_id is not None else ""
        return f"{self.stem_id}{alone}"


@dataclass(frozen=True, slots=True)
class Citing:
    """What an article says of a document with a number, and how often it says just that."""

    article_id: str
    citation: DocumentCitation
    count: int = 1


@dataclass(frozen=True, slots=True)
class _Group:
    """The citations of one key, and what they state together."""

    key: DocumentKey
    citings: Sequence[Citing]
    articles: frozenset[str]
    days: frozenset[dt.date]
    issuers: frozenset[str]


def _group(key: DocumentKey, citings: Sequence[Citing]) -> _Group:
    said = [one.citation for one in citings]
    return _Group(
        key,
        citings,
        frozenset(one.article_id for one in citings),
        frozenset(one.issued_on for one in said if one.issued_on is not None),
        frozenset(one.issuer_id for one in said if one.issuer_id is not None),
    )


def normal_number(number: str) -> str:
    """Return a document number in its usual form: "4 - CT/TƯ" is "04-CT/TW"."""
    text = _SPACED_MARK.sub(lambda mark: "/" if mark[1] == "/" else "-", nfc(number).strip())
    text = text.replace("TƯ", "TW")
    match = _NUMBER.fullmatch(text)
    return f"{match['serial']:0>2}{match['rest']}" if match else text


def comparable_number(number: str) -> str:
    """Return a normal number as it is compared and stands in ids: "04-ct-tw"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(number)).strip("-")


def most_frequent(counted: Iterable[tuple[T, int]]) -> T | None:
    """Return the value that is counted most, of equals the first in order; None of none."""
    counts: Counter[T] = Counter()
    for value, count in counted:
        counts[value] += count
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


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
        self._local = frozenset(comparable_number(row.symbol) for row in reference.local_symbols)
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

    def own_key(self, citation: DocumentCitation, article_id: str) -> DocumentKey:
        """Return what a citation with a number tells by itself, in an article."""
        number = normal_number(citation.number or "")
        kind = self.kind(citation.kind)
        key = DocumentKey(kind, number)
        if key.is_full and comparable_number(number).split("-")[-1] not in self._local:
            return key
        if citation.issuer_id is not None:
            return replace(key, issuer_id=citation.issuer_id)
        return replace(key, article_id=article_id)

    def _agrees(self, mine: DocumentCitation, group: _Group) -> bool:
        """Tell whether nothing that a citation states contradicts those of `group`."""
        if mine.issued_on is not None and group.days and mine.issued_on not in group.days:
            return False
        if mine.issuer_id is None:
            return True
        if not group.issuers:
            return self._may_issue(mine.issuer_id, group.key.number)
        return any(self._related(mine.issuer_id, issuer) for issuer in group.issuers)

    def _target(self, citing: Citing, key: DocumentKey, fuller: Sequence[_Group]) -> DocumentKey:
        """Return the full document that an incomplete citation means, else its own key.

        `fuller` are the full documents of that kind and serial number.
        """
        agreeing = [group for group in fuller if self._agrees(citing.citation, group)]
        beside = [group for group in agreeing if citing.article_id in group.articles]
        if len(beside) == 1:
            return beside[0].key
        told = citing.citation.issuer_id is not None or key.is_full
        return agreeing[0].key if len(agreeing) == 1 and told else key

    def join(self, citings: Iterable[Citing]) -> Iterator[tuple[Citing, DocumentKey, DocumentKey]]:
        """Yield each citation of a number, its own key and the key of what it cites.

        The two differ where a short number joins a full one. The result depends neither on the
        order of `citings` nor on numbers of another kind of document or another serial number.
        """
        groups = list(self._groups(citings))
        by_serial: defaultdict[tuple[str, str], list[_Group]] = defaultdict(list)
        by_number: defaultdict[tuple[str, str], list[_Group]] = defaultdict(list)
        for group in groups:
            if group.key.is_full:
                by_serial[group.key.kind, group.key.serial].append(group)
                by_number[group.key.kind, comparable_number(group.key.number)].append(group)
        for group in groups:
            key = group.key
            fuller: list[_Group] = []
            if not key.is_full:
                fuller = by_serial.get((key.kind, key.number), [])
            elif key.article_id is not None:
                known = by_number[key.kind, comparable_number(key.number)]
                fuller = [other for other in known if other.key != key]
            for citing in group.citings:
                yield citing, key, self._target(citing, key, fuller) if fuller else key

    def _groups(self, citings: Iterable[Citing]) -> Iterator[_Group]:
        """Yield the citations of each key, the number as most of them spell it."""
        keys: dict[tuple[str, str | None, str | None], DocumentKey] = {}
        spelled: defaultdict[DocumentKey, list[tuple[Citing, str]]] = defaultdict(list)
        for citing in citings:
            said = citing.citation
            if not said.number:
                continue
            told = (said.kind, said.number, said.issuer_id)
            key = keys.get(told)
            if key is None:
                key = keys[told] = self.own_key(said, "")
            alone = None if key.article_id is None else citing.article_id
            comparable = DocumentKey(key.kind, comparable_number(key.number), key.issuer_id, alone)
            spelled[comparable].append((citing, key.number))
        for key, found in spelled.items():
            number = most_frequent((number, citing.count) for citing, number in found) or ""
            yield _group(replace(key, number=number), [citing for citing, _ in found])
