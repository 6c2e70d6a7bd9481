"""What an article says beside people's names that may tell namesakes apart.

For each mention the province or foreign country of the office stated right before or behind the
name, and the year of birth; and whether the article itself speaks of two people of one name. What
follows from it over all articles is decided in `homonyms`.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from assets.entities.records import ArticleText, Field, Observation, PersonEvidence
from assets.entities.resolution.identifiers import tokens
from assets.entities.resolution.reference import ReferenceIndex, reference_index
from assets.reference.records import Reference

_ADDRESS = r"(?:ông|bà|đồng\s+chí|anh|chị|đ/c|Mr\.?|Ms\.?|Mrs\.?)"
_TO_THE_NAME = re.compile(rf"\s*[-–,:]?\s*(?:{_ADDRESS}\s+)?", re.IGNORECASE)
_TO_THE_OFFICE = re.compile(
    r"\s*[,(–-]\s*(?:(?:SN|sinh(?:\s+năm)?)\s*\d{4}\s*[,)–-]\s*|\d{2}\s+tuổi\s*[,)–-]\s*)?"
    r"(?:hiện\s+)?(?:đang\s+)?(?:là\s+)?(?P<office>[^.;:\n]{2,80}?)\s*",
    re.IGNORECASE,
)
_GIVEN_THE_OFFICE = re.compile(
    r"[^.;:\n]{0,40}?\s(?:giữ|đảm\s+nhiệm|nhận)\s+(?:chức(?:\s+vụ)?|nhiệm\s+vụ|cương\s+vị)\s+"
    r"(?P<office>[^.;:\n]{2,60}?)\s*",
    re.IGNORECASE,
)
_FORMER = re.compile(r"(?<!\w)(?:nguyên|cựu|từng|former)(?!\w)", re.IGNORECASE)
_BORN = re.compile(
    r"\s*[,(–-]?\s*\(?\s*(?:(?:SN|sinh(?:\s+năm)?|born\s+in)[\s:]*(?P<year>(?:19|20)\d\d)"
    r"|(?P<age>\d{1,2})\s+tuổi|aged?\s+(?P<aged>\d{1,2}))(?!\w)",
    re.IGNORECASE,
)
# Where an office changes hands, two offices may be one person's, the old and the new.
_CHANGES = re.compile(
    r"(?<!\w)(?:thôi|giữ\s+chức|điều\s+động|luân\s+chuyển|bổ\s+nhiệm|phân\s+công|chỉ\s+định"
    r"|bầu|phê\s+chuẩn|chuyển\s+công\s+tác|nhận\s+nhiệm\s+vụ|thay|trước\s+khi|appointed)(?!\w)",
    re.IGNORECASE,
)
_LIST_MARKS = re.compile(r"\s*(?:[,(–]|\s-\s|\bkiêm\b)\s*")
_FULL_NAME = 2
# So far before and behind a person's name the body of the office may stand.
_BEFORE, _BEHIND = 16, 100
# A title that leads up to a body's name is no longer.
_LONGEST_LEAD = 60
# A stated age or year of birth may be off by this many years and still be one person's.
BIRTH_YEARS_APART = 3


@lru_cache(maxsize=2)
def _offices(reference: Reference) -> frozenset[str]:
    return frozenset(
        form.casefold()
        for row in reference.titles
        if row.kind in ("office", "rank")
        for form in (row.title, *row.aliases)
    )


def _begin(item: Observation) -> tuple[Field, int]:
    return item.field, item.start_char


def _end(item: Observation) -> tuple[Field, int]:
    return item.field, item.end_char


class _ArticleEvidence:
    """The evidence of one article."""

    def __init__(
        self, article: ArticleText, observations: Sequence[Observation], reference: Reference
    ) -> None:
        self._texts = {"title": article.title or "", "text": article.text}
        self._year = article.published_on.year if article.published_on else None
        self._offices = _offices(reference)
        self._index = reference_index(reference)
        bodies = [o for o in observations if o.entity_type == "organisation"]
        # By where they begin and by where they end: only those beside a name are looked at.
        self._from = sorted(bodies, key=_begin)
        self._to = sorted(bodies, key=_end)
        self._people = [o for o in observations if o.entity_type == "person"]

    def of(self, person: Observation) -> PersonEvidence:
        """Return what stands beside one mention."""
        text = self._texts[person.field]
        places = {
            place
            for body in self._stated(person, text)
            if (
                place := home(
                    body.surface, body.name, body.place_id, body.reference_id, self._index
                )
            )
            is not None
        }
        return PersonEvidence(tuple(sorted(places)), self._born(person, text))

    def _stated(self, person: Observation, text: str) -> Iterator[Observation]:
        """Yield the bodies in which the text right beside the name states an office."""
        first = bisect_left(self._to, (person.field, person.start_char - _BEFORE), key=_end)
        stop = bisect_right(self._to, (person.field, person.start_char), key=_end)
        for body in self._to[first:stop]:
            between = text[body.end_char : person.start_char]
            if _TO_THE_NAME.fullmatch(between) and self._headed(text, body):
                yield body
        first = bisect_left(self._from, (person.field, person.end_char), key=_begin)
        stop = bisect_right(self._from, (person.field, person.end_char + _BEHIND), key=_begin)
        for body in self._from[first:stop]:
            between = text[person.end_char : body.start_char]
            match = _TO_THE_OFFICE.fullmatch(between) or _GIVEN_THE_OFFICE.fullmatch(between)
            if match and not self._named_between(person, body):
                last = _LIST_MARKS.split(match["office"])[-1]
                opening = text[body.start_char : body.end_char].split(" ")[0]
                if not _FORMER.search(between) and self._is_office(last, opening):
                    yield body

    def _headed(self, text: str, body: Observation) -> bool:
        """Tell whether a title that is held now leads up to the body's name."""
        far = max(0, body.start_char - _LONGEST_LEAD)
        line = max(text.rfind(mark, far, body.start_char) for mark in ("\n", ". ", ";", ","))
        before = text[max(line + 1, far) : body.start_char]
        if _FORMER.search(before):
            return False
        words = before.split()
        opening = text[body.start_char : body.end_char].split(" ")[0]
        return any(self._is_office(" ".join(words[-n:]), opening) for n in range(1, 6))

    def _is_office(self, words: str, opening: str) -> bool:
        """Tell whether `words` are a title, alone or with the first word of the body's name."""
        plain = words.strip().casefold()
        return plain in self._offices or f"{plain} {opening.casefold()}" in self._offices

    def _named_between(self, person: Observation, body: Observation) -> bool:
        return any(
            other.field == person.field and person.end_char <= other.start_char < body.start_char
            for other in self._people
        )

    def _born(self, person: Observation, text: str) -> int | None:
        match = _BORN.match(text, person.end_char)
        if match is None:
            return None
        if match["year"]:
            return int(match["year"])
        age = int(match["age"] or match["aged"])
        return self._year - age if self._year is not None else None

    def office_changes(self, person: Observation) -> bool:
        """Tell whether the paragraph of a mention speaks of an office that changes hands."""
        text = self._texts[person.field]
        start = text.rfind("\n", 0, person.start_char) + 1
        end = text.find("\n", person.end_char)
        return _CHANGES.search(text, start, end if end >= 0 else len(text)) is not None


def home(
    surface: str, name: str, place_id: str | None, reference_id: str | None, index: ReferenceIndex
) -> str | None:
    """Return the province or foreign country whose body this is, None where it does not tell.

    A place that only the context gives to a body is not sure enough to set people apart.
    """
    place = place_id
    if place is not None and not index.names_place(surface, place):
        place = None
    if place is None and reference_id is not None:
        place = index.place_of(reference_id)
    if index.head_kind(name) == "embassy":
        return None
    return index.province_or_country(place)


def _split(
    people: Sequence[Observation],
    found: dict[int, PersonEvidence],
    evidence: _ArticleEvidence,
) -> None:
    """Give the mentions of one name their `namesake`, when the article tells people apart.

    Each must be introduced in full with an office of another province or another birth year, and
    no office may change hands there. A mention that says nothing is of the person named last.
    """
    full = [p for p in people if len(tokens(p.surface)) > 1]
    said_in_full = [found[id(person)] for person in full]
    places = {said.office_places for said in said_in_full if said.office_places}
    years = {said.birth_year for said in said_in_full if said.birth_year is not None}
    apart_by_place = (
        len(places) > 1
        and all(len(stated) == 1 for stated in places)
        and not any(evidence.office_changes(p) for p in full)
    )
    apart_by_year = len(years) > 1 and max(years) - min(years) > BIRTH_YEARS_APART
    if not (apart_by_place or apart_by_year):
        return
    numbers: dict[tuple[str, ...] | int, int] = {}
    current = 0
    for person in people:
        said = found[id(person)]
        key = said.office_places if apart_by_place else said.birth_year
        if key:
            current = numbers.setdefault(key, len(numbers))
        found[id(person)] = replace(said, namesake=current)


def with_evidence(
    article: ArticleText, observations: Sequence[Observation], reference: Reference
) -> tuple[Observation, ...]:
    """Return the observations of one article, those of people with what stands beside the name."""
    people = [o for o in observations if o.entity_type == "person"]
    if not people:
        return tuple(observations)
    evidence = _ArticleEvidence(article, observations, reference)
    found = {id(person): evidence.of(person) for person in people}
    bearers: defaultdict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for person in sorted(people, key=lambda p: (p.field == "title", p.start_char)):
        name = tokens(person.name)
        if len(name) >= _FULL_NAME:
            bearers[name].append(person)
    for named in bearers.values():
        if len(named) > 1:
            _split(named, found, evidence)
    nothing = PersonEvidence()
    return tuple(
        replace(o, person=said) if (said := found.get(id(o), nothing)) != nothing else o
        for o in observations
    )
