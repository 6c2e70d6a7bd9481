"""Official documents: which citations are of one document, over all articles.

A document is known by kind, number and, where the number does not tell it, issuer. A short number
("Chỉ thị 12") joins a full one only when it can mean no other. Organisations, persons and places
are resolved in `resolution`.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple, TypeVar

from assets.entities.records import DocumentCitation
from assets.entities.resolution.document_numbers import (
    DocumentKey,
    comparable_number,
    normal_number,
)
from assets.language.folding import fold
from assets.reference.records import Reference

T = TypeVar("T", str, dt.date)


class Citing(NamedTuple):
    """What an article says of a document with a number, and how often it says just that."""

    article_id: str
    citation: DocumentCitation
    times: int = 1


@dataclass(frozen=True)
class _Group:
    """The citations of one key, and what they state together.

    `comparable` is the number of the key as it is compared. What they state is asked for only
    where a shorter number may mean the document, which is rare.
    """

    key: DocumentKey
    comparable: str
    citings: Sequence[Citing]

    @cached_property
    def days(self) -> frozenset[dt.date]:
        days = (one.citation.issued_on for one in self.citings)
        return frozenset(day for day in days if day is not None)

    @cached_property
    def issuers(self) -> frozenset[str]:
        issuers = (one.citation.issuer_id for one in self.citings)
        return frozenset(issuer for issuer in issuers if issuer is not None)


class _Fuller:
    """The full documents that a shorter number may mean, found by what a citation states.

    A number that many bodies use is a document of its own in each article that cites it, so
    comparing each with all others would take the square of the articles.
    """

    def __init__(self, groups: Sequence[_Group]) -> None:
        self._groups = groups
        self._dayless = [group for group in groups if not group.days]
        self._by_day: defaultdict[dt.date, list[_Group]] = defaultdict(list)
        self._by_article: defaultdict[str, list[_Group]] = defaultdict(list)
        for group in groups:
            for day in group.days:
                self._by_day[day].append(group)
            for article_id in {one.article_id for one in group.citings}:
                self._by_article[article_id].append(group)

    def of_day(self, day: dt.date | None) -> Iterable[_Group]:
        """Return those whose day of issue does not contradict."""
        if day is None:
            return self._groups
        return chain(self._by_day.get(day, ()), self._dayless)

    def cited_in(self, article_id: str) -> Iterable[_Group]:
        """Return those that an article cites."""
        return self._by_article.get(article_id, ())


def most_frequent(counted: Iterable[tuple[T, int]]) -> T | None:
    """Return the value that is counted most, of equals the first in order; None of none."""
    counts: dict[T, int] = {}
    for value, count in counted:
        counts[value] = counts.get(value, 0) + count
    if len(counts) <= 1:  # nearly always, and far cheaper
        return next(iter(counts), None)
    return min(counts, key=lambda value: (-counts[value], value))


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
        if key.is_full and comparable_number(number).rpartition("-")[2] not in self._local:
            return key
        if citation.issuer_id is not None:
            return DocumentKey(kind, number, issuer_id=citation.issuer_id)
        return DocumentKey(kind, number, article_id=article_id)

    def _agrees(self, mine: DocumentCitation, group: _Group) -> bool:
        """Tell whether nothing that a citation states contradicts those of `group`."""
        if mine.issued_on is not None and group.days and mine.issued_on not in group.days:
            return False
        if mine.issuer_id is None:
            return True
        if not group.issuers:
            return self._may_issue(mine.issuer_id, group.key.number)
        return any(self._related(mine.issuer_id, issuer) for issuer in group.issuers)

    def _two(self, said: DocumentCitation, groups: Iterable[_Group]) -> list[DocumentKey]:
        """Return up to two documents that a citation does not contradict."""
        agreeing = (one.key for one in groups if self._agrees(said, one))
        return list(islice(agreeing, 2))

    def _meant(self, group: _Group, fuller: _Fuller) -> Iterator[tuple[Citing, DocumentKey]]:
        """Yield incomplete citations with the full document they mean, else with their own key.

        `fuller` are the full documents of that kind and serial number.
        """
        key = group.key
        # All citations of a key state one issuer or none, so the day tells what they agree with.
        agreeing: dict[dt.date | None, list[DocumentKey]] = {}
        for citing in group.citings:
            said = citing.citation
            found = self._two(said, fuller.cited_in(citing.article_id))
            # "12/KH-UBND" alone may be any province's: the day has to tell which.
            told = key.issuer_id is not None or (key.is_full and said.issued_on is not None)
            if len(found) != 1 and told:
                if said.issued_on not in agreeing:
                    near = fuller.of_day(said.issued_on)
                    agreeing[said.issued_on] = self._two(said, near)
                found = agreeing[said.issued_on]
            yield citing, found[0] if len(found) == 1 else key

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
            # What one article alone knows is nothing that another article may mean.
            if group.key.is_full and group.key.article_id is None:
                by_number[group.key.kind, group.comparable].append(group)
        fuller: dict[tuple[str, str, bool], _Fuller] = {}
        for group in groups:
            key = group.key
            number = group.comparable if key.is_full else key.number
            known: Sequence[_Group] = ()
            if not key.is_full:
                known = by_serial.get((key.kind, number), ())
            elif key.article_id is not None:
                known = by_number.get((key.kind, number), ())
            if not known:
                yield from ((citing, key, key) for citing in group.citings)
                continue
            wanted = key.kind, number, key.is_full
            if wanted not in fuller:
                fuller[wanted] = _Fuller(known)
            for citing, meant in self._meant(group, fuller[wanted]):
                yield citing, key, meant

    def _groups(self, citings: Iterable[Citing]) -> Iterator[_Group]:
        """Yield the citations of each key, the number as most of them spell it."""
        keys: dict[tuple[str, str, str | None], tuple[DocumentKey, str]] = {}
        spelled: defaultdict[DocumentKey, list[tuple[Citing, str]]] = defaultdict(list)
        for citing in citings:
            said = citing.citation
            if not said.number:
                continue
            told = (said.kind, said.number, said.issuer_id)
            if told not in keys:
                own = self.own_key(said, "")
                keys[told] = own, comparable_number(own.number)
            key, comparable = keys[told]
            alone = None if key.article_id is None else citing.article_id
            compared = DocumentKey(key.kind, comparable, key.issuer_id, alone)
            spelled[compared].append((citing, key.number))
        for compared, found in spelled.items():
            number = most_frequent((number, citing.times) for citing, number in found) or ""
            key = compared._replace(number=number)
            yield _Group(key, compared.number, [citing for citing, _ in found])
