"""All recognisers put together: the mentions of one article, outermost, in reading order.

Each recogniser finds its own kind of name; here overlapping findings are settled. Joining mentions
of different articles is done afterwards.
"""

from bisect import bisect_right

from assets.entities.documents.finding import find_documents
from assets.entities.organisations.finding import find_organisations
from assets.entities.persons.finding import find_persons
from assets.entities.places.finding import find_places
from assets.entities.records import ArticleText, Observation
from assets.reference.records import Reference

# Between findings of one length: a document's name, then a body's, then a person's.
_PRIORITY = {"official_document": 0, "organisation": 1, "person": 2, "place": 3}


def recognise(article: ArticleText, reference: Reference) -> tuple[Observation, ...]:
    """Find all persons, organisations, places and official documents of `article`.

    The observations do not overlap; they stand in order, those of the title first. Each has its
    line number where the article tells it.
    """
    places = find_places(article, reference)
    documents = find_documents(article, reference, places)
    organisations = find_organisations(article, reference, places)
    places = _uncrossed(places, organisations)
    persons = find_persons(article, reference, _outside(organisations, documents), places)
    return outermost((*documents, *organisations, *persons, *places))


def outermost(observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """Keep the longest of overlapping observations, in order."""
    kept: list[Observation] = []
    taken: dict[str, list[tuple[int, int]]] = {"title": [], "text": []}
    for observation in sorted(observations, key=_rank):
        spans = taken[observation.field]
        start, end = observation.start_char, observation.end_char
        at = bisect_right(spans, (start, end))
        if (at > 0 and spans[at - 1][1] > start) or (at < len(spans) and spans[at][0] < end):
            continue
        spans.insert(at, (start, end))
        kept.append(observation)
    return tuple(sorted(kept, key=lambda item: (item.field != "title", item.start_char)))


def _rank(observation: Observation) -> tuple[int, int, str, int]:
    length = observation.end_char - observation.start_char
    return (
        -length,
        _PRIORITY[observation.entity_type],
        observation.field,
        observation.start_char,
    )


def _uncrossed(
    places: tuple[Observation, ...], organisations: tuple[Observation, ...]
) -> tuple[Observation, ...]:
    """Drop unlisted places that begin in an organisation's name and end outside it."""
    return tuple(
        place
        for place in places
        if place.reference_id is not None
        or not any(
            body.field == place.field
            and body.start_char < place.start_char < body.end_char < place.end_char
            for body in organisations
        )
    )


def _outside(
    organisations: tuple[Observation, ...], documents: tuple[Observation, ...]
) -> tuple[Observation, ...]:
    """Return the organisations that are not part of a document's name."""
    return tuple(
        organisation
        for organisation in organisations
        if not any(
            document.field == organisation.field
            and document.start_char <= organisation.start_char
            and organisation.end_char <= document.end_char
            for document in documents
        )
    )
