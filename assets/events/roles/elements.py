"""One office beside a place in a text: a title and the organisation or place it is held in.

Reads backwards and forwards from an offset; whose office it is is decided in `roles`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from assets.entities.records import Observation
from assets.events.roles.titles import TitleLexicon, TitleMatch

_BLANKS = " \u00a0"
_AT_BEFORE = re.compile(r"[ \u00a0](?:tại|ở|in|to)[ \u00a0]+\Z")
_AT_AFTER = re.compile(r"[ \u00a0]+(?:(?:tại|ở|in|to)[ \u00a0]+)?")
_OF_BEFORE = re.compile(r"[ \u00a0](?:of|của)[ \u00a0]+(?:the[ \u00a0]+)?\Z")
_OF_AFTER = re.compile(r"[ \u00a0]+(?:(?:of|của)[ \u00a0]+)?(?:the[ \u00a0]+)?")
# A body that nobody knows yet, "LĐBĐVN".
_UNKNOWN_BODY = re.compile(r"[ \u00a0][A-ZĐ]{2,}[A-ZĐ0-9.]*\Z")
# The abbreviation that a text defines behind a body.
_BRACKET = re.compile(r"[ \u00a0]*\([^()\n]{2,40}\)")
# What stands between a part of a body and that body.
_ABOVE = re.compile(r",[ \u00a0]|[ \u00a0](?:[-–][ \u00a0]|(?:của|thuộc)[ \u00a0])")
_UNIT = re.compile(
    r"(?:phòng|vụ|cục|chi cục|khoa|ban|viện|trung tâm|đội|văn phòng|chi nhánh|đồn|trạm)(?!\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:\w+ ){0,5}\w+(?=[,;])")
_WINDOW = 60
_WORD = re.compile(r"\w+")
_MAX_SHARED = 3


@dataclass(frozen=True, slots=True)
class Element:
    """A title and the organisation it is held in, from `start` to `end`.

    `placed` when a place or a body that nobody knows stands where the organisation would.
    """

    title: TitleMatch
    organisation: Observation | None
    start: int
    end: int
    placed: bool = False


class ElementReader:
    """Finds the offices of one field (title or text) of an article."""

    def __init__(
        self, text: str, observations: Sequence[Observation], titles: TitleLexicon
    ) -> None:
        self._text = text
        self._titles = titles
        self._by_start = {o.start_char: o for o in observations}
        self._by_end = {o.end_char: o for o in observations}

    def _of_type(self, found: Observation | None, kind: str) -> Observation | None:
        return found if found is not None and found.entity_type == kind else None

    def blank_back(self, position: int) -> int:
        """Return where the blanks before `position` begin."""
        while position and self._text[position - 1] in _BLANKS:
            position -= 1
        return position

    def blank(self, position: int) -> int:
        """Return where the blanks from `position` on end."""
        while position < len(self._text) and self._text[position] in _BLANKS:
            position += 1
        return position

    def _first_word_ends(self, body: Observation) -> list[int]:
        """Return where the first words of a body end, the last of them first."""
        words = _WORD.finditer(self._text, body.start_char, body.end_char)
        return [match.end() for match in islice(words, _MAX_SHARED)][::-1]

    def _link_back(self, pattern: re.Pattern[str], position: int) -> int | None:
        match = pattern.search(self._text, max(0, position - 16), position)
        return match.start() if match else None

    def before(self, end: int) -> Element | None:
        """Return the office that ends at `end`; None when there is none."""
        body = self._of_type(self._by_end.get(end), "organisation")
        if body is not None:
            return self._before_body(body, end)
        bracketed = self._body_before_bracket(end)
        if bracketed is not None:
            return self._before_body(bracketed, end)
        title = self._titles.ending_at(self._text, end)
        if title is None:
            place = self._of_type(self._by_end.get(end), "place")
            if place is not None:
                return self._before_place(place, end)
            title = self._titles.minister_ending_at(self._text, end)
        if title is not None:
            return Element(title, None, title.start, end)
        return self._before_unknown_body(end)

    def _bracket_end(self, start: int) -> int:
        """Return where a bracket behind `start` ends that names nobody; else `start`."""
        bracket = _BRACKET.match(self._text, start)
        if bracket is None:
            return start
        inside = (self._by_start.get(at) for at in range(start, bracket.end()))
        names = any(self._of_type(one, "person") is not None for one in inside)
        return start if names else bracket.end()

    def _body_before_bracket(self, end: int) -> Observation | None:
        start = self._text.rfind("(", max(0, end - _WINDOW), end)
        if start < 0:
            return None
        start = self.blank_back(start)
        if self._bracket_end(start) != end:
            return None
        return self._of_type(self._by_end.get(start), "organisation")

    def _before_unknown_body(self, end: int) -> Element | None:
        unknown = _UNKNOWN_BODY.search(self._text, max(0, end - _WINDOW), end)
        if unknown is None:
            return None
        title = self._titles.ending_at(self._text, unknown.start())
        return Element(title, None, title.start, end, placed=True) if title else None

    def _before_body(self, body: Observation, end: int) -> Element | None:
        # "Trưởng ban Tổ chức Tỉnh ủy": title and body share the word "ban".
        of = self._link_back(_OF_BEFORE, body.start_char)
        blank = self.blank_back(body.start_char)
        for title_end in (*self._first_word_ends(body), blank, of):
            title = self._titles.ending_at(self._text, title_end) if title_end else None
            if title is not None and title.start < body.start_char:
                return Element(title, body, title.start, end)
        # "Giám đốc Công ty Khí đốt Gia Gas": the body and its own name.
        nearer = self._of_type(self._by_end.get(blank), "organisation")
        if nearer is None:
            # "Vụ trưởng Vụ Châu Âu, Bộ Ngoại giao": a unit and the body above it.
            above = _ABOVE.search(self._text, max(0, blank - 4), body.start_char)
            nearer = self._unit(self._by_end.get(above.start())) if above else None
        return self._before_body(nearer, end) if nearer is not None and blank < end else None

    def _unit(self, found: Observation | None) -> Observation | None:
        """Return `found` when it is a part of a body, such as "Phòng Hợp tác quốc tế"."""
        body = self._of_type(found, "organisation")
        return body if body is not None and _UNIT.match(body.surface) else None

    def _before_place(self, place: Observation, end: int) -> Element | None:
        """Return "Tổng thống Pháp" or "Đại sứ Nhật Bản tại Việt Nam", read from its end."""
        start = place.start_char
        at = self._link_back(_AT_BEFORE, start)
        if at is not None:
            nearer = self._of_type(self._by_end.get(at), "organisation")
            if nearer is not None:
                return self._before_body(nearer, end)
            country = self._of_type(self._by_end.get(at), "place")
            start = country.start_char if country is not None else at
        start = self._link_back(_OF_BEFORE, start) or start
        title_end = self.blank_back(start)
        body = self._of_type(self._by_end.get(title_end), "organisation")
        if body is not None:
            return self._before_body(body, end)
        title = self._titles.ending_at(self._text, title_end)
        title = title or self._titles.minister_ending_at(self._text, title_end)
        return Element(title, None, title.start, end, placed=True) if title else None

    def after(self, start: int) -> Element | None:
        """Return the office that starts at `start`; None when there is none."""
        titles = self._titles.starting_at(self._text, start)
        for title in titles:
            found = self._after_with_body(title)
            if found is not None:
                return found
        return self._after_alone(titles[0]) if titles else None

    def _after_with_body(self, title: TitleMatch) -> Element | None:
        of = _OF_AFTER.match(self._text, title.end)
        # "Trưởng Công an xã": the title may share its last words with the body.
        shared = [word.start() for word in _WORD.finditer(self._text, title.start, title.end)]
        for body_start in (of.end() if of else title.end, *shared[:0:-1]):
            body = self._of_type(self._by_start.get(body_start), "organisation")
            if body is not None and body.end_char > title.end:
                return Element(title, body, title.start, self._whole_end(body))
        return None

    def _whole_end(self, body: Observation) -> int:
        """Return where a body ends with its short form and, of a unit, the body above it."""
        end = self._bracket_end(body.end_char)
        above = _ABOVE.match(self._text, end) if self._unit(body) is not None else None
        whole = self._of_type(self._by_start.get(above.end()), "organisation") if above else None
        return whole.end_char if whole is not None else end

    def _after_alone(self, title: TitleMatch) -> Element:
        """Return a title with the places behind it, or with a body that nobody knows."""
        end, placed = title.end, False
        of = _OF_AFTER.match(self._text, end)
        place = self._of_type(self._by_start.get(of.end() if of else end), "place")
        while place is not None:
            end, placed = place.end_char, True
            at = _AT_AFTER.match(self._text, end)
            place = self._of_type(self._by_start.get(at.end() if at else end), "place")
        if not placed:
            follower = self._of_type(self._by_start.get(self.blank(end)), "person")
            body = self.blank(end)
            unknown = follower is None and body > end and self._titles.begins_body(self._text, body)
            end = self._unknown_end(body) if unknown else end
            return Element(title, None, title.start, end, placed=unknown)
        return Element(title, None, title.start, end, placed=True)

    def _unknown_end(self, start: int) -> int:
        """Return where a body at `start` that nobody knows ends before a comma, else `start`.

        "Ủy viên Ban Thường vụ, Trưởng ban": without a name in it the list goes on behind it.
        """
        found = _CLAUSE.match(self._text, start)
        if found is None or any(at in self._by_start for at in range(start, found.end())):
            return self.blank_back(start)
        return found.end()
