"""Official documents in an article: citations found, given issuer and date, and joined.

`find_documents` is the entry. A later "Chỉ thị 04" takes the full number of the one directive
with that number that the article cites; a bare "Chỉ thị" stands for the only one cited before it.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from assets.entities.documents.citations import Citation, NumberedDocuments
from assets.entities.documents.issuers import IssuerIndex, day_before, provenance
from assets.entities.documents.joining import (
    DocumentFacts,
    PlacedCitation,
    document_facts,
    join_citations,
)
from assets.entities.documents.names import NamedDocuments, local_congress_end
from assets.entities.documents.places import ArticlePlaces
from assets.entities.paragraphs import line_at
from assets.entities.records import ArticleText, DocumentCitation, Field, Observation
from assets.reference.records import Reference


class _Recognisers:
    """The indexes over one `Reference`."""

    def __init__(self, reference: Reference) -> None:
        self.issuers = IssuerIndex(reference)
        self.numbered = NumberedDocuments(reference, self.issuers)
        self.named = NamedDocuments(reference)
        self.units = {unit.entity_id: unit for unit in reference.administrative_units}


@lru_cache(maxsize=8)
def _recognisers(reference: Reference) -> _Recognisers:
    return _Recognisers(reference)


def find_documents(
    article: ArticleText, reference: Reference, places: tuple[Observation, ...]
) -> tuple[Observation, ...]:
    """Find the official documents cited in the title and text of `article`.

    `places` are the places found in it: a local body's document is of one of them.

    The span is kind and number ("Chỉ thị số 04-CT/TW") or the name of a document without one;
    `citation` has the settled number, the issuer by the number's letters or the words around, and
    the date. All citations of one document in the article carry the same number, issuer and date.
    """
    recognisers = _recognisers(reference)
    around = ArticlePlaces(article, recognisers.units, places)
    found: list[tuple[Field, Citation]] = []
    fields: tuple[tuple[Field, str | None], ...] = (
        ("title", article.title),
        ("text", article.text),
    )
    for field, text in fields:
        if text:
            cited = _citations(text, field, recognisers, around, follows=bool(found))
            found += ((field, citation) for citation in cited)
    placed = join_citations(found)
    facts = document_facts(placed)
    return tuple(_observation(article, one, facts[one.key]) for one in placed)


def _citations(
    text: str, field: Field, recognisers: _Recognisers, places: ArticlePlaces, *, follows: bool
) -> list[Citation]:
    """Return the citations of a text, which `follows` one that has some."""
    kept: list[Citation] = []
    named = [_with_place(c, text, field, places) for c in recognisers.named.find(text)]
    named = [recognisers.numbered.with_number(c, text) for c in named]
    anchors = recognisers.numbered.anchors(text)
    _keep(kept, [*recognisers.numbered.find(text, anchors), *named])
    _keep(kept, recognisers.numbered.find_alone(text, anchors, tuple(kept)))
    if kept or follows:  # a kind alone stands for a document that was cited before
        _keep(kept, recognisers.numbered.find_bare(text, anchors))
    return [_with_provenance(c, text, field, recognisers.issuers, places) for c in kept]


def _keep(kept: list[Citation], candidates: Iterable[Citation]) -> None:
    """Add the candidates that overlap nothing kept so far, longer ones first.

    `kept` is and stays in the order of the text.
    """
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, c.start)):
        at = bisect_left(kept, candidate.start, key=lambda c: c.start)
        clear_before = at == 0 or kept[at - 1].end <= candidate.start
        if clear_before and (at == len(kept) or candidate.end <= kept[at].start):
            kept.insert(at, candidate)


def _with_place(citation: Citation, text: str, field: Field, places: ArticlePlaces) -> Citation:
    if not citation.needs_place:
        return citation
    start = citation.end if text[citation.end : citation.end + 1].isspace() else citation.end - 1
    where = places.at(field, text, start)
    named_end = where[1] if where is not None else None
    end, number = local_congress_end(text, citation.end, named_end)
    head = citation.name
    if number is not None and number not in head.split():
        head = f"Nghị quyết Đại hội {number} Đảng bộ"
    tail = where[0].full_name if where is not None else text[citation.end : end].strip()
    name = " ".join(f"{head} {tail}".split())
    return replace(citation, end=end, name=name, family=name)


def _with_provenance(
    citation: Citation, text: str, field: Field, issuers: IssuerIndex, places: ArticlePlaces
) -> Citation:
    if citation.bare:
        return citation
    told = provenance(text, citation.end, issuers, lambda at: places.at(field, text, at))
    issuer = told.issuer or issuers.before(text, citation.start)
    issued_on = told.issued_on or day_before(text, citation.start)
    if issuer is None and citation.parsed is not None and citation.issuer_id is None:
        symbol = issuers.local_symbol(citation.parsed)
        province = places.province() if symbol else None
        if symbol and province:
            issuer = issuers.of_province(symbol, province[0], city=province[1])
    changed = citation
    if issuer is not None and (citation.parsed is not None or citation.serial is not None):
        changed = replace(changed, issuer_id=issuer.entity_id, issuer_name=issuer.name)
    if issued_on is not None and citation.issued_on is None:
        changed = replace(changed, issued_on=issued_on)
    return changed


def _observation(article: ArticleText, one: PlacedCitation, facts: DocumentFacts) -> Observation:
    citation = one.citation
    if one.field == "title":
        text, line = article.title or "", article.title_line
    else:
        text, line = article.text, line_at(article, citation.start)
    return Observation(
        article_id=article.article_id,
        field=one.field,
        start_char=citation.start,
        end_char=citation.end,
        surface=text[citation.start : citation.end],
        entity_type="official_document",
        name=facts.name,
        reference_id=None,
        confidence=citation.confidence,
        method=citation.method,
        line_no=line,
        citation=DocumentCitation(citation.kind, facts.number, facts.issuer_id, facts.issued_on),
    )
