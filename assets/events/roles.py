"""Roles: which title in which organisation an article gives a person, from plain patterns.

A title with its organisation stands right before the name ("Chủ tịch HAUFO Nguyễn Lan Hương") or
right behind it ("bà Phan Lan Tú, Chủ tịch Hội …"), alone or in a list. What stands farther away,
or between two names, is left out. Where titles are in a text is told in `role_titles`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assets.entities.records import ArticleText, Field, Observation
from assets.events.records import RoleObservation
from assets.events.role_titles import TitleLexicon, TitleMatch, title_lexicon
from assets.reference.records import Reference

_JOINT_BEFORE = re.compile(r"\s*(?:,|(?<=\s)[-–]|(?<=\s)kiêm|,?\s*đồng thời là)\s*\Z")
_JOINT_AFTER = re.compile(r"\s*(?:,|\s[-–](?=\s)|\skiêm(?=\s)|,?\s*đồng thời là)\s*")
_INTRODUCTION = re.compile(r"\s*(?:,?\s*(?:hiện\s+)?(?:đang\s+)?là\s|,|[-–]|\()\s*")
_BLANKS = " \u00a0"
# Words for anyone who speaks for a body; in a list they introduce other people.
_COLLECTIVE = frozenset({"Lãnh đạo", "Đại diện", "Đại biểu"})


@dataclass(frozen=True, slots=True)
class _Element:
    """A title and the organisation it is held in, from `start` to `end`."""

    title: TitleMatch
    organisation: Observation | None
    start: int
    end: int


class _FieldReader:
    """Reads the roles of one field (title or text) of an article."""

    def __init__(self, text: str, observations: Sequence[Observation], titles: TitleLexicon):
        self._text = text
        self._titles = titles
        bodies = [o for o in observations if o.entity_type == "organisation"]
        self._bodies_by_start = {o.start_char: o for o in bodies}
        self._bodies_by_end = {o.end_char: o for o in bodies}
        people = [o for o in observations if o.entity_type == "person"]
        self._people_by_start = {o.start_char: o for o in people}
        self._people_by_end = {o.end_char: o for o in people}

    def _first_word_end(self, body: Observation) -> int:
        match = re.compile(r"\w+").match(self._text, body.start_char)
        return match.end() if match else body.start_char

    def _blank_back(self, position: int) -> int:
        while position and self._text[position - 1] in _BLANKS:
            position -= 1
        return position

    def _blank(self, position: int) -> int:
        while position < len(self._text) and self._text[position] in _BLANKS:
            position += 1
        return position

    def _element_before(self, end: int) -> _Element | None:
        body = self._bodies_by_end.get(end)
        if body is None:
            title = self._titles.ending_at(self._text, end)
            return _Element(title, None, title.start, end) if title else None
        # "Trưởng ban Tổ chức Tỉnh ủy": title and body share the word "ban".
        for title_end in (self._first_word_end(body), self._blank_back(body.start_char)):
            title = self._titles.ending_at(self._text, title_end)
            if title is not None and title.start < body.start_char:
                return _Element(title, body, title.start, end)
        return None

    def _element_after(self, start: int) -> _Element | None:
        titles = self._titles.starting_at(self._text, start)
        for title in titles:
            blank = self._blank(title.end)
            last_word = re.compile(r"\w+\Z").search(self._text, title.start, title.end)
            for body_start in (blank, last_word.start() if last_word else blank):
                body = self._bodies_by_start.get(body_start)
                if body is not None and body.end_char > title.end and body_start > title.start:
                    return _Element(title, body, start, body.end_char)
        return _Element(titles[0], None, start, titles[0].end) if titles else None

    def _before(self, person: Observation) -> list[_Element]:
        """Return the elements before a name, in the order of the text."""
        named = self._titles.skip_styles_back(self._text, person.start_char)
        addressed = named < person.start_char
        end = self._blank_back(named)
        adjacent = True
        if end and (self._text[end - 1] in "-–" or (addressed and self._text[end - 1] == ",")):
            end = self._blank_back(end - 1)
            adjacent = False
        elements: list[_Element] = []
        while (element := self._element_before(end)) is not None:
            listed = bool(elements)
            if listed and (element.title.name in _COLLECTIVE or not element.title.capital):
                break
            elements.insert(0, element)
            end = self._blank_back(element.start)
            joint = _JOINT_BEFORE.search(self._text, max(0, element.start - 24), element.start)
            if joint is None:
                break
            end = joint.start()
        if end in self._people_by_end or self._opens_bracket_of_name(end):
            # "ông A, Chủ tịch X, Bí thư Y Trần B": only the last is certainly B's; in "ông A - Chủ
            # tịch X, bà B" none is.
            return elements[-1:] if adjacent else []
        return elements

    def _opens_bracket_of_name(self, end: int) -> bool:
        """Tell whether the text before `end` is a name and an opening bracket."""
        bracket = end > 0 and self._text[end - 1] == "("
        return bracket and self._blank_back(end - 1) in self._people_by_end

    def _after(self, person: Observation) -> list[_Element]:
        """Return the elements behind a name, in the order of the text."""
        introduction = _INTRODUCTION.match(self._text, person.end_char)
        if introduction is None:
            return []
        elements: list[_Element] = []
        start = introduction.end()
        while (element := self._element_after(start)) is not None:
            if element.title.name in _COLLECTIVE and not element.title.capital:
                break
            elements.append(element)
            joint = _JOINT_AFTER.match(self._text, element.end)
            if joint is None:
                break
            start = joint.end()
        if elements:
            behind = self._titles.skip_styles(self._text, elements[-1].end)
            if self._blank(behind) in self._people_by_start:
                # The list leads up to the next name and may be all its own.
                return []
        return elements

    def of(self, person: Observation) -> Iterator[tuple[TitleMatch, Observation | None]]:
        """Yield title and organisation of each role stated beside the name."""
        for elements in (self._before(person), self._after(person)):
            shared: Observation | None = None
            for element in reversed(elements):
                body = element.organisation or (None if element.title.lonely else shared)
                if body is not None or element.title.lonely:
                    yield element.title, body
                # "Phó Chủ tịch - Tổng Thư ký Hội …": both offices are in the body named last.
                shared = element.organisation or shared


def _fields(article: ArticleText) -> Iterator[tuple[Field, str]]:
    if article.title is not None:
        yield "title", article.title
    yield "text", article.text


def find_roles(
    article: ArticleText, observations: Sequence[Observation], reference: Reference
) -> tuple[RoleObservation, ...]:
    """Return the roles that title and text state beside a person's name, in reading order.

    `observations` are those of this article. A title that needs an organisation and has none
    ("Chủ tịch Trần Thanh Mẫn") gives no role.
    """
    found: list[RoleObservation] = []
    for field, text in _fields(article):
        here = [item for item in observations if item.field == field]
        reader = _FieldReader(text, here, title_lexicon(reference))
        for person in here:
            if person.entity_type != "person":
                continue
            for title, body in reader.of(person):
                found.append(
                    RoleObservation(
                        article_id=article.article_id,
                        field=field,
                        start_char=title.start,
                        end_char=title.end,
                        surface=text[title.start : title.end],
                        title=title.name,
                        person_start=person.start_char,
                        person_end=person.end_char,
                        organisation_start=body.start_char if body else None,
                        organisation_end=body.end_char if body else None,
                        as_of=None if title.former else article.published_on,
                        line_no=person.line_no,
                    )
                )
    return tuple(sorted(found, key=lambda role: (role.field != "title", role.start_char)))
