"""The reader of flattened pages: visible text dumped line by line, furniture mixed in.

Puts the steps together; each step has its own module. HTML pages are read by `html`.
"""

from collections.abc import Iterator, Sequence

from assets.extraction.flattened.blocks import PageLine, split_lines
from assets.extraction.flattened.copies import find_copies
from assets.extraction.flattened.ending import unclosed_ending
from assets.extraction.flattened.headline import find_headline
from assets.extraction.flattened.line_kinds import name_lines
from assets.extraction.flattened.line_model.network import text_probabilities
from assets.extraction.flattened.main_text import (
    LineModel,
    closing_lines,
    combined_scores,
    find_stretch,
    opening_lines,
)
from assets.extraction.flattened.opening import lead_under_headline
from assets.extraction.flattened.page_facts import PageFacts, read_page_facts
from assets.extraction.flattened.page_view import Label, PageView
from assets.extraction.flattened.rejection import rejection_reason
from assets.extraction.flattened.structure import looks_vietnamese, weigh
from assets.extraction.metadata.language import detect_language
from assets.extraction.metadata.lexicon import lexicon_of
from assets.extraction.metadata.outlet import find_outlet
from assets.extraction.records import (
    TEXT_KINDS,
    Article,
    Line,
    Page,
    Publication,
    Rejection,
    join_paragraphs,
)
from assets.extraction.repetition import NOTHING_KNOWN, KnownLines
from assets.reference.records import Reference


def read_flattened(
    page: Page,
    reference: Reference,
    line_model: LineModel | None = None,
    known: KnownLines = NOTHING_KNOWN,
) -> Article | Rejection:
    """Read one flattened page to an article with every non-blank line named, or say why not.

    `line_model` gives each line's probability of being main text; it is weighed with the rules.
    Where none is given, the shipped one reads pages in other languages than Vietnamese, in which
    the rules alone do better. `known` is what other pages of the outlet tell of its lines.
    """
    lexicon = lexicon_of(reference)
    lines = split_lines(page.text)
    copies = find_copies(lines)
    is_vietnamese = looks_vietnamese(lines)
    found = weigh(lines, copies, lexicon, known, syllables=is_vietnamese)
    if line_model is None and not is_vietnamese:
        line_model = text_probabilities
    scores = combined_scores(found, line_model(lines, found) if line_model is not None else None)
    kept = closing_lines(lines, found, copies, scores, find_stretch(scores, found))
    kept = unclosed_ending(lines, found, copies, kept, lexicon)
    reason = rejection_reason(lines, found, copies, kept, lexicon)
    if reason is not None:
        return Rejection(page.document_id, reason)
    first = kept.index(True)
    headline = find_headline(lines, found, copies, kept)
    if headline is not None and headline.index == first:
        kept[first] = False
    top = headline.index if headline else None
    kept = opening_lines(lines, found, copies, kept, top, lexicon)
    kept = lead_under_headline(lines, found, kept, top)
    first = kept.index(True)
    last = len(kept) - 1 - kept[::-1].index(True)
    facts = read_page_facts(
        lines,
        found,
        lexicon,
        headline=headline.index if headline else None,
        first=first,
        last=last,
    )
    view = PageView(lines, found, copies, scores, kept, headline, facts, lexicon, first, last)
    named = tuple(
        named
        for line, label in zip(lines, name_lines(view), strict=True)
        for named in _named(line, label)
    )
    text = [line for line in named if line.kind in TEXT_KINDS]
    if not text:
        return Rejection(page.document_id, "no prose: not one real paragraph")
    lead = next((line for line in text if line.kind == "lead"), text[0])
    outlet_id, outlet_source = find_outlet(
        url=page.url,
        site_name=None,
        lead=lead.text,
        closing=text[-1].text,
        furniture=[(line.line_no, line.text) for line in named if line.kind not in TEXT_KINDS],
        lexicon=lexicon,
    )
    return Article(
        document_id=page.document_id,
        lines=named,
        title=headline.text if headline else None,
        title_source=headline.source if headline else None,
        authors=facts.authors,
        authors_source=_line_source(lines, facts.byline_index, "byline") if facts.authors else None,
        section=facts.section,
        publication=_publication(lines, facts),
        updated_at=facts.updated.at if facts.updated else None,
        outlet_id=outlet_id,
        outlet_source=outlet_source,
        url=page.url,
        language=detect_language(join_paragraphs(text)),
        extraction_method="flattened_text",
        extraction_reason=f"{len(text)} of {len(named)} lines are main text",
    )


def _named(line: PageLine, label: Label) -> Iterator[Line]:
    """Yield the raw lines of a line of the page, all of one kind."""
    parts = line.wrapped or ((line.line_no, line.text),)
    for place, (number, text) in enumerate(parts):
        yield Line(number, label.kind, text, label.confidence, label.reason, continues=place > 0)


def _line_source(lines: Sequence[PageLine], index: int | None, what: str) -> str | None:
    return f"line {lines[index].line_no}: {what}" if index is not None else None


def _publication(lines: Sequence[PageLine], facts: PageFacts) -> Publication | None:
    if facts.published is None or facts.date_index is None:
        return None
    source = f"line {lines[facts.date_index].line_no}: date line"
    return Publication(facts.published.at, facts.published.precision, source)
