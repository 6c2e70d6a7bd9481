"""Agreements that an article states as signed: which, between whom, and when.

A word of signing (`signing`) stands beside the words of an agreement (`kinds`, `objects`), read
sentence by sentence in `reading`; who signed is read by `parties`, when by `days`; what is told
again is joined in `merging`.
"""

import re
from collections.abc import Sequence

from assets.entities.records import ArticleText, Field, Observation
from assets.events.agreements.days import DayReader
from assets.events.agreements.fields import field_text
from assets.events.agreements.kinds import kind_lexicon
from assets.events.agreements.listing import distinct
from assets.events.agreements.merging import Told, merge
from assets.events.agreements.offices import Offices
from assets.events.agreements.reading import FieldReader
from assets.events.agreements.records import AgreementObservation, PartySpan
from assets.events.agreements.sides import Sides
from assets.events.agreements.unnamed import party_words
from assets.events.records import DateMention, RoleObservation
from assets.language.folding import settle_tones
from assets.language.patterns import holds_any
from assets.reference.records import Reference

# One of these must stand in an article: two cheap looks before the long one.
_CHEAPEST = ("ký", "kí", "nghĩa", "lễ", "sign", "inked")
_CHEAP = re.compile(
    r"(?<!\w)(?:k[ýí]|kết\s+nghĩa|lễ\s+trao|sign(?:ed|s|ing)|inked)(?!\w)", re.IGNORECASE
)


def find_agreements(
    article: ArticleText,
    observations: Sequence[Observation],
    dates: Sequence[DateMention],
    roles: Sequence[RoleObservation],
    reference: Reference,
) -> list[AgreementObservation]:
    """Return the agreements that `article` states as signed, each once, in reading order.

    `observations`, `dates` and `roles` are those of this article. What is planned, wished for,
    denied or ended is left out, and so is what names neither parties nor a date.
    """
    texts = (article.title or "", article.text)
    if not any(holds_any(text, _CHEAPEST) and _CHEAP.search(text) for text in texts):
        return []
    fields: list[tuple[Field, str]] = [
        ("title", settle_tones(article.title or "")),
        ("text", settle_tones(article.text)),
    ]
    language = "en" if article.language == "en" else "vi"
    words = {field: list(kind_lexicon(reference).find(text, language)) for field, text in fields}
    if not any(words.values()):
        return []
    days = DayReader(dates, article.published_on)
    named = {field: [one for one in observations if one.field == field] for field, _ in fields}
    read = [field_text(field, text, named[field], words[field]) for field, text in fields]
    if all(text.last_signing() is None for text in read):
        return []
    offices = Offices(observations, roles)
    sides = Sides(party_words(reference), _countries(observations, reference))
    tellings = [
        told for text in read for told in FieldReader(text, days, offices, sides, reference).read()
    ]
    # What the title tells is told again in the text, and more of it.
    tellings.sort(key=lambda told: (told.field != "text", told.start, told.ordinal))
    found = [_observation(article, told) for told in merge(tellings)]
    return sorted(found, key=lambda one: (one.field != "title", one.start_char, one.ordinal))


def _countries(observations: Sequence[Observation], reference: Reference) -> list[Observation]:
    """Return the first mention of every country that the article names."""
    countries = {row.entity_id for row in reference.countries}
    return distinct([one for one in observations if one.reference_id in countries])


def _observation(article: ArticleText, told: Told) -> AgreementObservation:
    source = article.title or "" if told.field == "title" else article.text
    line_no = article.title_line
    if told.field == "text":
        paragraph = article.text.count("\n", 0, told.start)
        known = paragraph < len(article.paragraph_lines)
        line_no = article.paragraph_lines[paragraph] if known else None
    return AgreementObservation(
        article_id=article.article_id,
        field=told.field,
        start_char=told.start,
        end_char=told.end,
        surface=source[told.start : told.end],
        kind=told.kind.kind,
        signed_on=told.date.starts_on if told.date else None,
        date_precision=told.date.precision if told.date else None,
        parties=tuple(PartySpan(one.field, one.start_char, one.end_char) for one in told.parties),
        line_no=line_no,
        ordinal=told.ordinal,
    )
