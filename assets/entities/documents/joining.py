"""Which citations of one article stand for one document, and what they say of it together.

A number without symbol, a law without its year and a bare kind are short forms; they are joined to
the full citation when there is only one they can stand for.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assets.entities.documents.citations import Citation
from assets.entities.records import Field


@dataclass(frozen=True, slots=True)
class PlacedCitation:
    """A citation in its field, and the key of the document it stands for."""

    field: Field
    citation: Citation
    key: tuple[str, ...]


@dataclass(slots=True)
class _Cited:
    """What the full citations of an article offer to its short forms.

    `full` has for kind and serial number the full names with the issuers told for each, `serials`
    the issuers of numbers without a symbol, `families` the versions of a named document.
    """

    full: dict[tuple[str, int], dict[str, set[str]]]
    serials: dict[tuple[str, int], set[str]]
    families: dict[str, set[str]]

    def full_name(self, citation: Citation) -> str | None:
        """Return the only full citation that a number without symbol may stand for."""
        offered = self.full.get((citation.kind, citation.serial or 0), {})
        issuer = citation.issuer_id
        told = [name for name, issuers in offered.items() if issuer in issuers]
        open_ones = [name for name, issuers in offered.items() if issuer is None or not issuers]
        names = told or open_ones
        return names[0] if len(names) == 1 else None

    def is_known(self, citation: Citation) -> bool:
        """Tell whether a doubtful number is cited beyond doubt elsewhere."""
        key = (citation.kind, citation.serial or 0)
        return key in self.serials or self.full_name(citation) is not None


def _cited(found: Sequence[tuple[Field, Citation]]) -> _Cited:
    cited = _Cited(defaultdict(dict), {}, defaultdict(set))
    for _, citation in found:
        if citation.parsed is not None:
            names = cited.full[citation.kind, citation.parsed.serial]
            issuers = names.setdefault(citation.name, set())
            if citation.issuer_id is not None:
                issuers.add(citation.issuer_id)
        elif citation.serial is not None and not citation.doubtful:
            issuers = cited.serials.setdefault((citation.kind, citation.serial), set())
            if citation.issuer_id is not None:
                issuers.add(citation.issuer_id)
        elif citation.family is not None and citation.name != citation.family:
            cited.families[citation.family].add(citation.name)
    return cited


def join_citations(found: Sequence[tuple[Field, Citation]]) -> list[PlacedCitation]:
    """Give each citation the key of its document, short forms that of the full citation."""
    cited = _cited(found)
    placed: list[PlacedCitation] = []
    before: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for field, citation in found:
        key = _key(citation, cited)
        if citation.doubtful and not cited.is_known(citation):
            continue
        if citation.bare:
            if len(before[citation.kind]) != 1:
                continue
            (key,) = before[citation.kind]
        before[citation.kind].add(key)
        placed.append(PlacedCitation(field, citation, key))
    return placed


def _key(citation: Citation, cited: _Cited) -> tuple[str, ...]:
    if citation.parsed is None and citation.serial is not None:
        full_name = cited.full_name(citation)
        if full_name is not None:
            return (full_name,)
        issuers = cited.serials.get((citation.kind, citation.serial), set())
        if citation.issuer_id is None and len(issuers) == 1:
            return citation.name, next(iter(issuers))
        return citation.name, citation.issuer_id or ""
    if citation.family is not None and citation.name == citation.family:
        names = cited.families.get(citation.family, set())
        if len(names) == 1:
            return (next(iter(names)),)
    return (citation.name,)


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the citations of a document say of it together."""

    name: str
    number: str | None
    issuer_id: str | None
    issued_on: dt.date | None


def _only(values: Iterable[object]) -> object | None:
    distinct = {value for value in values if value is not None}
    return distinct.pop() if len(distinct) == 1 else None


def document_facts(placed: Sequence[PlacedCitation]) -> dict[tuple[str, ...], DocumentFacts]:
    """Put together what the citations of each document say; what they disagree on stays out."""
    together: dict[tuple[str, ...], list[Citation]] = defaultdict(list)
    for one in placed:
        if not one.citation.bare:
            together[one.key].append(one.citation)
    facts: dict[tuple[str, ...], DocumentFacts] = {}
    for key, citations in together.items():
        best = next((c for c in citations if (c.name,) == key or c.name == key[0]), citations[0])
        issuer_id = _only(c.issuer_id for c in citations)
        issuer_name = _only(c.issuer_name for c in citations if c.issuer_id == issuer_id)
        issued_on = _only(c.issued_on for c in citations)
        name = best.name
        if best.serial is not None and best.parsed is None and isinstance(issuer_name, str):
            name = f"{name} của {issuer_name}"
        facts[key] = DocumentFacts(
            name,
            best.number,
            issuer_id if isinstance(issuer_id, str) else None,
            issued_on if isinstance(issued_on, dt.date) else None,
        )
    return facts
