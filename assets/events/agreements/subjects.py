"""The subject of "ký": the bodies and places that a clause names before its verb.

Read from the verb back, comma by comma; a person stands for the body of the office.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.entities.records import Observation
from assets.events.agreements.candidates import LED
from assets.events.agreements.listing import BRACKET, JOINT, NameList, distinct
from assets.events.agreements.offices import Offices

# A part of a clause before the verb that begins with one of these names no party.
_ADJUNCT = re.compile(
    r"\s*(?:[-–*•]\s*)?(?:(?:cũng|ngay|còn|riêng|and)\s+)?(?:tại|ở|trong|nhân|trước|với\s+sự|với\s+mục|dưới|theo|sau"
    r"|ngoài|bên\s+cạnh|cùng\s+ngày|cùng\s+dịp|ngày|sáng|trưa|chiều|tối|từ|đến|giai\s+đoạn|năm|tháng|vào|khi|nhằm|để"
    r"|thông\s+qua|trên|do|được\s+sự|in|at|on|during|after|under|according|following|as\s+part)(?!\w)",
    re.IGNORECASE,
)
# ", thành viên của B,": tells more of the name before it.
_APPOSITION = re.compile(
    r"\s*(?:là\s+)?(?:một\s+)?(?:trong\s+những\s+)?(?:thành\s+viên|đơn\s+vị|cơ\s+quan|tổ\s+chức|công\s+ty|doanh\s+nghiệp"
    r"|trường|nhà|đối\s+tác|tập\s+đoàn|trực|a\s+member)(?!\w)[^,□]*(?<!\w)(?:của|thuộc|tại|ở|of)\s"
)
_NEXT_NAME = re.compile(r"\s*(?=□)")
_CLAUSE = re.compile(r"[;:“”]")
# "3 đơn vị gồm A, B và C": where their list opens.
_COUNTED_OUT = re.compile(r"(?<!\w)(?:gồm|gồm\s+có|bao\s+gồm|là)\s*:?\s*\Z", re.IGNORECASE)
_CLAUSE_OPENS = re.compile(
    r"\s*(?:còn|nhưng|song|trong\s+khi|mà|nên|thì|while|but)(?!\w)", re.IGNORECASE
)
_WITNESS = re.compile(
    r"(?<!\w)(?:chứng\s+kiến|tham\s+dự|dự|witness(?:ed)?|attended)(?:\s+(?:của|the))?(?!\w)[^,;]*\Z",
    re.IGNORECASE,
)
# Right before a name: it tells where, or whose member a person is.
_NO_PARTY_BEFORE = re.compile(
    r"(?<!\w)(?:tại|ở|ủy\s+viên(?:\s+(?:dự\s+khuyết|ban\s+chấp\s+hành|bch))?|(?<!đoàn\s)đại\s+biểu|thăm|sang|đến|tới|về|từ|thuộc|in|at|to"
    r"|from|visit|về\s+phía|chứng\s+kiến\s+của|sự\s+tham\s+dự\s+của|do|trong|vào|trụ\s+sở|số\s+\d+)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
# Behind the first name of a sentence: it is the subject, however far the verb.
_ACTS = re.compile(r"\s+(?:cũng\s+|còn\s+|luôn\s+)?(?:đã|vừa|tiếp\s+tục|has|have)(?!\w)")
_POSSESSIVE = re.compile(r"(?:\s*\([^()]*\))?['’]s\s+\Z")
# "A thay mặt B ký": it is A that holds the pen.
_FOR = re.compile(
    r"(?<!\w)(?:thay\s+mặt|thừa\s+ủy\s+quyền|được\s+ủy\s+quyền\s+của)(?:\s+cho)?\s+\Z"
)
_FEW_WORDS = 3


class SubjectReader:
    """Finds the subjects in one field of an article, whose possible parties are `names`.

    `blank` is its text with names blanked by squares; `everyone` are the possible parties and the
    persons of the field, in reading order.
    """

    def __init__(
        self, blank: str, names: NameList, everyone: Sequence[Observation], offices: Offices
    ) -> None:
        self._blank = blank
        self._names = names
        # Who leads a delegation is no subject, and commas within brackets part nothing.
        without_leaders = LED.sub(_spaces, blank)
        self._all = [one for one in everyone if without_leaders[one.start_char] == "□"]
        self._flat = BRACKET.sub(_spaces, without_leaders)
        self._offices = offices

    def subject(self, start: int, end: int) -> list[Observation]:
        """Return the parties that `text[start:end]`, what stands before the verb, names.

        Read from the verb back, comma by comma, as far as the list of its subjects goes.
        """
        start += max((m.end() for m in _CLAUSE.finditer(self._blank[start:end])), default=0)
        kept: list[Observation] = []
        joint = False
        for first, last in reversed(self._chunks(start, end)):
            here = [one for one in self._all if first <= one.start_char < last]
            aside = _ADJUNCT.match(self._blank, first, last) or (
                first > start and _APPOSITION.match(self._blank, first, last)
            )
            if not here or (last < end and aside):
                continue
            if kept and not joint and not self._goes_on(first, last, here):
                break
            kept[:0] = [one for one in here if self.acts(one, start)]
            joint = JOINT.match(self._blank[first:last].lstrip()) is not None
            if _CLAUSE_OPENS.match(self._blank, first, last):
                break
        bodies = self.without_more([one for one in kept if one.entity_type != "person"])
        return distinct([*bodies, *self._represented(kept)])

    def actor(self, start: int, end: int) -> list[Observation]:
        """Return the first party of a sentence when it is the subject of all that follows."""
        for one in self._names.within(start, end)[:1]:
            if _ACTS.match(self._blank, one.end_char, end):
                return [one]
        return []

    def _goes_on(self, first: int, last: int, here: Sequence[Observation]) -> bool:
        """Tell whether a list of subjects goes on before a comma: a name alone, or a person."""
        behind = self._blank[here[-1].end_char : last]
        is_person = here[-1].entity_type == "person" and not behind.strip(" ,")
        words = re.findall(r"[^\W□]+", self._blank[first:last])
        if _COUNTED_OUT.search(self._blank, first, here[0].start_char):
            return True
        return is_person or len(words) <= _FEW_WORDS or JOINT.search(behind) is not None

    def acts(self, one: Observation, start: int) -> bool:
        """Tell whether a name acts in the clause that begins at `start`, by what is before it."""
        before = self._blank[start : one.start_char]
        return not _NO_PARTY_BEFORE.search(before) and not _WITNESS.search(before)

    def _represented(self, names: Sequence[Observation]) -> list[Observation]:
        """Return the bodies of those persons of `names` who stand there without an office."""
        found: list[Observation] = []
        for before, one, behind in zip([None, *names], names, [*names[1:], None], strict=False):
            if one.entity_type != "person":
                continue
            body = self._offices.body_of(one)
            in_office = self._is_office(before, one, ",") or self._is_office(one, behind, "")
            if body is not None and not in_office:
                found.append(body)
        return found

    def _is_office(self, one: Observation | None, other: Observation | None, parts: str) -> bool:
        """Tell whether a person and a body stand side by side as in "ông Nam, Chủ tịch A".

        Nothing joins or, by a sign of `parts`, parts them.
        """
        if one is None or other is None or one.entity_type == other.entity_type == "person":
            return False
        gap = self._blank[one.end_char : other.start_char]
        return JOINT.search(gap) is None and not any(sign in gap for sign in parts)

    def without_more(self, bodies: Sequence[Observation]) -> list[Observation]:
        """Return the bodies without what tells more of one: its place, a further office."""
        kept: list[Observation] = []
        end = 0
        for one in bodies:
            gap, end = self._blank[end : one.start_char], one.end_char
            if kept and (self._names.belongs(kept[-1], one, gap) or _FOR.search(gap)):
                continue
            owned = kept and _POSSESSIVE.match(gap)
            if owned or (kept and self._is_of_one_person(kept[-1], one)):
                kept.pop()
            kept.append(one)
        return kept

    def _chunks(self, start: int, end: int) -> list[tuple[int, int]]:
        commas = [start + match.end() for match in re.finditer(",", self._flat[start:end])]
        edges = [start, *(comma for comma in commas if not self._is_in_name(comma)), end]
        return list(pairwise(edges))

    def _is_in_name(self, comma: int) -> bool:
        """Tell whether a comma stands within the name of a place: "huyện A, tỉnh B"."""
        following = _NEXT_NAME.match(self._blank, comma)
        if following is None:
            return False
        place = next((one for one in self._all if one.start_char == following.end()), None)
        last = next((one for one in reversed(self._all) if one.end_char < comma), None)
        if place is None or last is None or place.entity_type != "place":
            return False
        if last.entity_type == "person":
            return False
        gap = self._blank[last.end_char : place.start_char]
        return self._names.belongs(last, place, BRACKET.sub("", gap))

    def _is_of_one_person(self, body: Observation, one: Observation) -> bool:
        """Tell whether both are in one list of offices: "Bí thư Thành ủy, Chủ tịch UBND Nam"."""
        gap = self._blank[body.end_char : one.start_char]
        named = any(
            person.entity_type == "person" and body.end_char <= person.start_char < one.start_char
            for person in self._all
        )
        titled = re.search(r",\s*\w+", gap) is not None
        return titled and not named and JOINT.search(gap) is None and self._names_next(one)

    def _names_next(self, one: Observation) -> bool:
        following = [other for other in self._all if other.start_char >= one.end_char]
        return bool(following) and (
            following[0].entity_type == "person" and following[0].start_char - one.end_char <= 24
        )


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])
