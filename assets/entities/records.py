"""Typed records at the borders of the entities room.

`ArticleText` goes into recognition, `Observation`s come out; resolution turns the observations of
all articles into `Entity`, `Alias` and `Mention` records.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

EntityType = Literal["person", "organisation", "place", "official_document"]
Field = Literal["title", "text"]
JudgementStatus = Literal["applied", "contradictory", "unknown_id", "different_types"]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What recognition reads of an article.

    `paragraph_lines` gives for each paragraph of `text` (split at newlines) the line number it
    came from; `title_line` that of the title, None when the title was not on a line of its own.
    """

    article_id: str
    title: str | None
    text: str
    paragraph_lines: tuple[int, ...]
    title_line: int | None
    published_on: dt.date | None
    language: str | None
    outlet_id: str | None


@dataclass(frozen=True, slots=True)
class DocumentCitation:
    """What one citation says of an official document; None where it does not say."""

    kind: str
    number: str | None
    issuer_id: str | None
    issued_on: dt.date | None


@dataclass(frozen=True, slots=True)
class PersonEvidence:
    """What one mention says beside a person's name that may tell namesakes apart.

    `office_places` are the provinces and foreign countries of the offices stated there (an old and
    a new one, when the person moves), `birth_year` the year of birth, or about it when an age is
    stated. `namesake` is 0, and 1 or more where the article itself speaks of several people of that
    name, for the second and later of them.
    """

    office_places: tuple[str, ...] = ()
    birth_year: int | None = None
    namesake: int = 0


@dataclass(frozen=True, slots=True)
class Observation:
    """One name found in one article, before articles are compared.

    Offsets count code points of the field; `surface` is exactly that slice. `name` is the full
    official form as far as this article and the reference data tell it (abbreviations expanded,
    place taken from context): "MTTQ TP" in a Hà Nội article has the name "Ủy ban Mặt trận Tổ quốc
    Việt Nam thành phố Hà Nội". `reference_id` is the entity id of a reference row when the name is
    one for certain. `abbreviation` is the short form the text itself defines. `method` names the
    rule, such as "gazetteer", "title + name", "abbreviation defined in text".
    """

    article_id: str
    field: Field
    start_char: int
    end_char: int
    surface: str
    entity_type: EntityType
    name: str
    reference_id: str | None
    confidence: float
    method: str
    line_no: int | None
    abbreviation: str | None = None
    place_id: str | None = None
    citation: DocumentCitation | None = None
    person: PersonEvidence | None = None


def _order(item: Observation) -> tuple[str, str, int, int]:
    return item.article_id, item.field, item.start_char, item.end_char


def distinct(observations: Iterable[Observation]) -> list[Observation]:
    """Return one observation for each place in a text, in order; the most confident stays."""
    best: dict[tuple[str, str, int, int], Observation] = {}
    for item in observations:
        place = _order(item)
        other = best.get(place)
        if other is None or (-item.confidence, repr(item)) < (-other.confidence, repr(other)):
            best[place] = item
    return [best[place] for place in sorted(best)]


@dataclass(frozen=True, slots=True)
class Mention:
    """An observation joined to the entity it stands for: one row of `core.mentions`."""

    mention_id: str
    article_id: str
    field: Field
    start_char: int
    end_char: int
    surface: str
    entity_type: EntityType
    entity_id: str
    line_no: int | None
    confidence: float
    method: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One row of `core.entities` with what its subtype table needs.

    The counts and dates of `core.entities` are computed in SQL from the mentions.
    """

    entity_id: str
    entity_type: EntityType
    name: str
    abbreviation: str | None = None
    kind: str | None = None
    parent_id: str | None = None
    place_id: str | None = None
    iso_code: str | None = None
    number: str | None = None
    issuer_id: str | None = None
    issued_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A form under which an entity is known, and where the form comes from."""

    entity_id: str
    alias: str
    source: Literal["reference", "text_definition", "observed", "curated"]
    mention_count: int


@dataclass(frozen=True, slots=True)
class Redirect:
    """An id that is no entity's (any more) and the entity it stands for; None when it is none."""

    old_id: str
    entity_id: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class SharedName:
    """An entity whose canonical name another of its type bears too, and what sets it apart."""

    entity_id: str
    entity_type: EntityType
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class MergeCandidate:
    """Two entities that may be one: shown to a user, never merged by itself.

    `left_id` is before `right_id` by code point; `score` is between 0 and 1.
    """

    left_id: str
    right_id: str
    entity_type: EntityType
    score: float
    evidence: str


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A user's judgement and what became of it.

    `status` is None for a line that does not judge entities.
    """

    line_no: int
    verdict: str
    left_id: str
    right_id: str | None
    note: str | None
    status: JudgementStatus | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Everything the entities stage writes: who is who over all articles.

    `dismissed` are the mentions that a user judged to be no entity; they are in no other part.
    """

    entities: tuple[Entity, ...]
    aliases: tuple[Alias, ...]
    mentions: tuple[Mention, ...]
    dismissed: tuple[Mention, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    shared_names: tuple[SharedName, ...] = ()
    candidates: tuple[MergeCandidate, ...] = ()
    judged: tuple[JudgedLine, ...] = ()
