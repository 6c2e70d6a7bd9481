"""Roles: which title in which organisation an article gives a person, from plain patterns.

A title with its organisation stands right before the name ("Chủ tịch HAUFO Nguyễn Lan Hương") or
right behind it ("bà Phan Lan Tú, Chủ tịch Hội …"), alone or in a list. What stands farther away,
or between two names, is left out. Where titles are in a text is told in `titles`.
"""

import re
from collections.abc import Iterator, Sequence

from assets.entities.records import ArticleText, Field, Observation
from assets.events.records import RoleObservation
from assets.events.roles.elements import Element, ElementReader
from assets.events.roles.titles import TitleLexicon, TitleMatch, title_lexicon
from assets.events.roles.verbs import find_given_offices
from assets.reference.records import Reference

_JOINT_BEFORE = re.compile(r"\s*(?:,|(?<=\s)[-–]|(?<=\s)kiêm|,?\s*đồng thời là)\s*\Z")
_JOINT_AFTER = re.compile(
    r"\s*(?:,?\s*(?:đồng thời|hiện|hiện nay|nay)\s+(?:đang\s+)?là|,|\s[-–](?=\s)|\skiêm(?=\s))\s*"
)
_INTRODUCTION = re.compile(
    r"(?:\s*,\s*\d\d\s+tuổi(?=\s*[,-–])|\s*\((?:SN|sinh năm|\d\d)[^()]{0,12}\))?"
    r"\s*(?:,?\s*(?:hiện\s+)?(?:đang\s+)?là\s|,|[-–]|\()\s*(?:the\s)?(?:hiện\s+(?:đang\s+)?là\s)?\s*"
)
_TO_A_NAME = re.compile(r"(?:[ \u00a0](?!(?:và|cùng|với)\b)[\w&/]+){0,7}[ \u00a0]")
_COMPLEMENT_BEFORE = re.compile(r"(?<!\w)(?:của|với|cho|gặp|bởi|từ|tới|tiếp|cùng|về)\s*\Z")
# Words for anyone who speaks for a body; in a list they introduce other people.
_COLLECTIVE = frozenset({"Lãnh đạo", "Đại diện", "Đại biểu"})
_Role = tuple[Observation, TitleMatch, Observation | None]


class _FieldReader:
    """Reads the roles of one field (title or text) of an article."""

    def __init__(self, text: str, observations: Sequence[Observation], titles: TitleLexicon):
        self._text = text
        self._titles = titles
        self._elements = ElementReader(text, observations, titles)
        self.people = [o for o in observations if o.entity_type == "person"]
        self._people_by_start = {o.start_char: o for o in self.people}
        self._people_by_end = {o.end_char: o for o in self.people}

    def _before(self, person: Observation) -> list[Element]:
        """Return the elements before a name, in the order of the text."""
        named = self._titles.skip_styles_back(self._text, person.start_char)
        addressed = named < person.start_char
        end = self._elements.blank_back(named)
        adjacent = True
        if end and (self._text[end - 1] in "-–" or (addressed and self._text[end - 1] == ",")):
            end = self._elements.blank_back(end - 1)
            adjacent = False
        elements: list[Element] = []
        while (element := self._elements.before(end)) is not None:
            listed = bool(elements)
            if listed and (element.title.name in _COLLECTIVE or not element.title.capital):
                break
            elements.insert(0, element)
            end = self._elements.blank_back(element.start)
            joint = _JOINT_BEFORE.search(self._text, max(0, element.start - 24), element.start)
            if joint is None:
                break
            end = joint.start()
        if not adjacent and _COMPLEMENT_BEFORE.search(self._text, max(0, end - 16), end):
            # "đối tác của Thủ tướng, ông B": two people.
            return []
        if end in self._people_by_end or self._opens_bracket_of_name(end):
            # "ông A, Chủ tịch X, Bí thư Y Trần B": only the last is certainly B's; in "ông A - Chủ
            # tịch X, bà B" none is.
            return elements[-1:] if adjacent else []
        return elements

    def _opens_bracket_of_name(self, end: int) -> bool:
        """Tell whether the text before `end` is a name and an opening bracket."""
        bracket = end > 0 and self._text[end - 1] == "("
        return bracket and self._elements.blank_back(end - 1) in self._people_by_end

    def _after(self, person: Observation) -> list[Element]:
        """Return the elements behind a name, in the order of the text."""
        introduction = _INTRODUCTION.match(self._text, person.end_char)
        if introduction is None:
            return []
        elements = self._listed(introduction.end())
        if elements and self._leads_to_a_name(elements[-1]):
            # The list leads up to the next name and may be all its own.
            return []
        return elements

    def _leads_to_a_name(self, element: Element) -> bool:
        behind = self._titles.skip_styles(self._text, element.end)
        if self._elements.blank(behind) in self._people_by_start:
            return True
        # "Bộ trưởng Ngoại giao Mỹ Lan": the body was not understood, a name follows all the same.
        follower = _TO_A_NAME.match(self._text, element.end)
        return (
            element.organisation is None
            and follower is not None
            and any(element.end < start <= follower.end() for start in self._people_by_start)
        )

    def _listed(self, start: int) -> list[Element]:
        """Return the offices of the list that begins at `start`."""
        elements: list[Element] = []
        while (element := self._elements.after(start)) is not None:
            if element.title.name in _COLLECTIVE and not element.title.capital:
                break
            elements.append(element)
            joint = _JOINT_AFTER.match(self._text, element.end)
            if joint is None:
                break
            start = joint.end()
        return elements

    def of(self, person: Observation) -> Iterator[tuple[TitleMatch, Observation | None]]:
        """Yield title and organisation of each role stated beside the name."""
        yield from _held(self._before(person), apposed=False)
        yield from _held(self._after(person), apposed=True)

    def given(self) -> Iterator[tuple[Observation, TitleMatch, Observation | None]]:
        """Yield person, title and organisation of each role that a verb gives."""
        for start, person in find_given_offices(self._text, self.people):
            for title, body in _held(self._listed(start), apposed=True):
                yield person, title, body


def _held(
    elements: Sequence[Element], *, apposed: bool
) -> Iterator[tuple[TitleMatch, Observation | None]]:
    """Yield the offices of a list, each with its own organisation or that of the next ones.

    "Phó Chủ tịch - Tổng Thư ký Hội …": both offices are in the body named last.
    """
    shared: Observation | None = None
    # In a list with one body stated, or of heads of bodies, each title is an office for certain.
    listed = len(elements) > 1 and (
        any(element.organisation for element in elements) or elements[-1].title.specific
    )
    placed = False
    for element in reversed(elements):
        title = element.title
        placed = element.placed or (placed and element.organisation is None)
        body = element.organisation or (None if title.lonely or placed else shared)
        certain = title.lonely or placed or listed or (apposed and title.specific)
        if body is not None or certain:
            yield title, body
        shared = element.organisation or shared


def _fields(article: ArticleText) -> Iterator[tuple[Field, str]]:
    if article.title is not None:
        yield "title", article.title
    yield "text", article.text


def _first_of_each(stated: Sequence[_Role]) -> Iterator[_Role]:
    """Yield each title once, for the person it was first read for."""
    seen: set[int] = set()
    for role in stated:
        if role[1].start not in seen:
            seen.add(role[1].start)
            yield role


def _observation(
    article: ArticleText,
    field: Field,
    text: str,
    person: Observation,
    title: TitleMatch,
    body: Observation | None,
) -> RoleObservation:
    return RoleObservation(
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
        stated: list[_Role] = list(reader.given())
        for person in reader.people:
            stated.extend((person, title, body) for title, body in reader.of(person))
        found.extend(_observation(article, field, text, *role) for role in _first_of_each(stated))
    return tuple(sorted(found, key=lambda role: (role.field != "title", role.start_char)))
