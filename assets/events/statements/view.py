"""An article as the finders of events see it: sentences with the names and dates in them.

Nothing is decided here.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assets.entities.records import ArticleText, Field, Observation
from assets.events.records import DateMention, RoleObservation, Span
from assets.events.statements.words import plain
from assets.language.sentences import split_sentences


class Sentence(NamedTuple):
    """One sentence of a field; `paragraph` counts those of the text from 0, -1 is the title."""

    number: int
    field: Field
    start: int
    end: int
    paragraph: int


class ArticleView:
    """Text, sentences, observations and dates of one article, looked up by offsets."""

    def __init__(
        self,
        article: ArticleText,
        observations: Sequence[Observation],
        dates: Sequence[DateMention],
        roles: Sequence[RoleObservation],
    ) -> None:
        self.article = article
        self.raw: dict[Field, str] = {"title": article.title or "", "text": article.text}
        self.text: dict[Field, str] = {field: plain(raw) for field, raw in self.raw.items()}
        self.sentences = tuple(self._sentences())
        self.lead = tuple(sentence for sentence in self.sentences if sentence.field == "text")
        self._observations = {
            field: sorted((o for o in observations if o.field == field), key=_start)
            for field in self.raw
        }
        self._dates = {
            field: sorted((d for d in dates if d.field == field), key=_start) for field in self.raw
        }
        # Where these begin, for looking them up.
        self._starts = {
            field: [_start(one) for one in self._observations[field]] for field in self.raw
        }
        self._date_starts = {
            field: [_start(one) for one in self._dates[field]] for field in self.raw
        }
        self._persons = {
            field: [one for one in self._observations[field] if one.entity_type == "person"]
            for field in self.raw
        }
        self._person_starts = {
            field: [_start(one) for one in self._persons[field]] for field in self.raw
        }
        # Bodies that only tell somebody's office: "Chủ tịch Hội X Nguyễn Văn A".
        self._offices = {(role.field, role.organisation_start) for role in roles}
        self._titles: dict[tuple[Field, int], int] = {}
        for role in sorted(roles, key=_title_start, reverse=True):
            if role.start_char < role.person_start:
                self._titles[role.field, role.person_start] = role.start_char

    def _sentences(self) -> Iterator[Sentence]:
        number = 0
        if self.raw["title"]:
            yield Sentence(0, "title", 0, len(self.raw["title"]), -1)
            number = 1
        paragraph, last = 0, 0
        for start, end in split_sentences(self.raw["text"]):
            paragraph += self.raw["text"].count("\n", last, start)
            last = start
            yield Sentence(number, "text", start, end, paragraph)
            number += 1

    def observations(self, field: Field, start: int, end: int) -> list[Observation]:
        """Return the observations that lie between two offsets, in order."""
        starts = self._starts[field]
        here = self._observations[field][bisect_left(starts, start) : bisect_left(starts, end)]
        return [one for one in here if one.end_char <= end]

    def persons(self, field: Field, start: int, end: int) -> list[Observation]:
        """Return the persons whose names lie between two offsets, in order."""
        starts = self._person_starts[field]
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if first == last:  # as in most sentences
            return []
        return [one for one in self._persons[field][first:last] if one.end_char <= end]

    def dates(self, field: Field, start: int, end: int) -> list[DateMention]:
        """Return the dates that begin between two offsets, in order."""
        starts = self._date_starts[field]
        return self._dates[field][bisect_left(starts, start) : bisect_left(starts, end)]

    def within_observation(self, field: Field, start: int, end: int) -> Observation | None:
        """Return the observation that the words at these offsets are a part of."""
        here = self._observations[field]
        at = bisect_right(self._starts[field], start) - 1
        return here[at] if at >= 0 and here[at].end_char >= end else None

    def outside_names(self, field: Field, matches: Iterable[re.Match[str]]) -> re.Match[str] | None:
        """Return the first match that is no part of a name, as "tổ chức" may be of a union's."""
        return next(
            (
                one
                for one in matches
                if self.within_observation(field, one.start(), one.end()) is None
            ),
            None,
        )

    def is_office(self, observation: Observation) -> bool:
        """Tell whether an organisation only tells where somebody holds an office."""
        return (observation.field, observation.start_char) in self._offices

    def introduced_at(self, person: Observation) -> int:
        """Return where the offices before a person's name begin, else the name itself."""
        return self._titles.get((person.field, person.start_char), person.start_char)

    def line_no(self, sentence: Sentence) -> int | None:
        """Return the page's line of a sentence; None when the article does not tell it."""
        if sentence.field == "title":
            return self.article.title_line
        lines = self.article.paragraph_lines
        return lines[sentence.paragraph] if sentence.paragraph < len(lines) else None

    def days_from_publication(self, date: DateMention) -> int | None:
        """Return how many days before (negative) or after the publication a date lies."""
        published = self.article.published_on
        if published is None:
            return None
        if date.starts_on <= published <= date.ends_on:
            return 0
        if date.ends_on < published:
            return (date.ends_on - published).days
        return (date.starts_on - published).days


def _title_start(role: RoleObservation) -> int:
    return role.start_char


def _start(item: Observation | DateMention) -> int:
    return item.start_char


def span_of(item: Observation | DateMention) -> Span:
    """Return where an observation or a date stands."""
    return Span(item.field, item.start_char, item.end_char)
