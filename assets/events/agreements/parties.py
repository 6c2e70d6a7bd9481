"""Who signed: the bodies and places that a sentence names as parties of an agreement.

They stand behind "giữa" or "với", or before the verb as its subject. Whether something was signed
is told in `signing`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assets.entities.records import Observation
from assets.language.folding import name_key

_BETWEEN = re.compile(r"(?<!\w)(?:giữa|between)(?!\w)", re.IGNORECASE)
_WITH = re.compile(r"(?<!\w)(?:với|cùng(?=\s+(?:với|□))|with)(?!\w)", re.IGNORECASE)
# Behind these words of a clause no party follows any more.
_STOP = re.compile(
    r"[;“”\"]|\.\s|\n|(?<!\w)và\s+cùng\s+(?!với)|(?<!\w)(?:về|trong|nhằm|để|tại|ở|ngày|đã|được|sẽ|là|giai\s+đoạn|vào|trên|theo|do|thực\s+hiện|có"
    r"|cho|năm|tháng|từ|nhân|trước|dưới|qua|bao\s+gồm|gồm|khẳng\s+định|nêu|quy\s+định|ký|kí|hợp\s+tác|chứng\s+kiến"
    r"|on|in|at|for|to|during|after|under|which|that|aims|aimed|regarding|signed|was|were|has|have)(?!\w)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?<!\w)(?:và|với|cùng|and|with|as\s+well\s+as)(?!\w)", re.IGNORECASE)
_LIST_ENDS = re.compile(r",(?!.*(?<!\w)(?:và|với|cùng|and|with)(?!\w))", re.DOTALL)
# A part of a clause before the verb that begins with one of these names no party.
_ADJUNCT = re.compile(
    r"\s*(?:[-–*•]\s*)?(?:(?:cũng|ngay|còn|riêng|and)\s+)?(?:tại|ở|trong|nhân|trước|với\s+sự|với\s+mục|dưới|theo|sau"
    r"|ngoài|bên\s+cạnh|cùng\s+ngày|cùng\s+dịp|ngày|sáng|trưa|chiều|tối|từ|đến|giai\s+đoạn|năm|tháng|vào|khi|nhằm|để"
    r"|thông\s+qua|trên|do|được\s+sự|in|at|on|during|after|under|according|following|as\s+part)(?!\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:“”]")
_CLAUSE_OPENS = re.compile(
    r"\s*(?:còn|nhưng|song|trong\s+khi|mà|nên|thì|while|but)(?!\w)", re.IGNORECASE
)
_WITNESS = re.compile(
    r"(?<!\w)(?:chứng\s+kiến|tham\s+dự|dự|witness(?:ed)?|attended)(?:\s+(?:của|the))?(?!\w)[^,;]*\Z",
    re.IGNORECASE,
)
# Right before a name: it tells where, or whose member a person is.
_NO_PARTY_BEFORE = re.compile(
    r"(?<!\w)(?:tại|ở|ủy\s+viên(?:\s+(?:dự\s+khuyết|ban\s+chấp\s+hành|bch))?|đại\s+biểu|thăm|sang|đến|tới|về|từ|thuộc|in|at|to"
    r"|from|visit|chứng\s+kiến\s+của|sự\s+tham\s+dự\s+của|do|trong|trụ\s+sở)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
# Behind the first name of a sentence: it is the subject, however far the verb.
_ACTS = re.compile(r"\s+(?:cũng\s+|còn\s+|luôn\s+)?(?:đã|vừa|tiếp\s+tục|has|have)(?!\w)")
_BRACKET = re.compile(r"\([^()]*\)")
# "nước thứ tư sau A, B và C": named together, but not those who act.
_OTHERS = re.compile(r"(?<!\w)(?:sau|như|ngoài|trừ|cùng\s+với)\s+\Z", re.IGNORECASE)
_MET = re.compile(
    r"(?<!\w)(?:hội\s+đàm|làm\s+việc|tọa\s+đàm|gặp\s+gỡ|trao\s+đổi|giao\s+lưu|held\s+talks)(?:\s+\w+){0,2}?\s+"
    r"(?:với|with)(?!\w)",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s*(?:của|thuộc|of(?:\s+the)?)?\s*|\s*\(\s*|\s*,\s*(?:(?:nước|thuộc)\s+)?", re.IGNORECASE
)
# "các cơ quan truyền thông lớn của Chính phủ": the parties have no names.
_OF_UNNAMED = re.compile(r"(?:[^\W□]+\s+){4,}(?:của|thuộc)\s+\Z")
_POSSESSIVE = re.compile(r"(?:\s*\([^()]*\))?['’]s\s+\Z")
_PAIR = re.compile(r"\s*[-–]\s*")
_GAP = 90
# Between names of one list: at most one word beside "và".
_CLOSE_GAP = re.compile(r"[\s,;()]*(?:(?:và|với|cùng|and|with)\s+)?(?:\w+\.?\s+)?")
_FEW_WORDS = 3


class PartyReader:
    """Finds the parties in one field of an article.

    `blank` is its text with tones settled and names blanked by squares.
    """

    def __init__(self, blank: str, observations: Sequence[Observation]) -> None:
        self._blank = blank
        self._all = sorted(observations, key=lambda one: one.start_char)
        self._bodies = [one for one in self._all if one.entity_type in ("organisation", "place")]
        self._starts = [one.start_char for one in self._bodies]

    def _between(self, start: int, end: int) -> list[Observation]:
        """Return the bodies and places that stand in a part of the text."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [one for one in self._bodies[first:last] if one.end_char <= end]

    def between(self, start: int, end: int) -> list[Observation]:
        """Return the parties behind "giữa" in a part of the text; none unless two."""
        for match in _BETWEEN.finditer(self._blank, start, end):
            found = self._listed(match.end(), end)
            if len(found) > 1:
                return found
        return []

    def partners(self, start: int, end: int) -> list[Observation]:
        """Return the parties behind the first "với" of a part of the text that names one."""
        for match in _WITH.finditer(self._blank, start, end):
            found = self._listed(match.end(), end)
            if found:
                return found
        return []

    def pair(self, start: int, end: int) -> list[Observation]:
        """Return two places that a dash joins: "tuyên bố chung Việt Nam - Pháp"."""
        for first, second in pairwise(self._between(start, end)):
            if _PAIR.fullmatch(self._blank, first.end_char, second.start_char):
                return [first, second]
        return []

    def groups(self, start: int, end: int) -> Iterator[list[Observation]]:
        """Yield the lists of bodies, or of places, that a part of the text names together."""
        position = start
        for one in self._between(start, end):
            if position <= one.start_char:
                found = self._listed(one.start_char, end, close=True)
                joined = _JOINT.search(self._blank, one.end_char, found[-1].start_char)
                others = _OTHERS.search(self._blank, start, one.start_char)
                if joined and not others and len({other.entity_type for other in found}) == 1:
                    yield found
                    position = found[-1].end_char

    def meeting(self, start: int, end: int) -> list[Observation]:
        """Return the two that a sentence says met; none when it does not."""
        for match in _MET.finditer(self._blank, start, end):
            hosts = self.subject(start, match.start())
            guests = self._listed(match.end(), end)
            if hosts and guests:
                return distinct([hosts[-1], guests[0]])
        return []

    def _listed(self, start: int, end: int, *, close: bool = False) -> list[Observation]:
        """Return the bodies and places of the list that begins at `start`."""
        found: list[Observation] = []
        position, joined = start, False
        for one in self._bodies[bisect_left(self._starts, start) :]:
            if one.start_char < position:
                continue
            gap = _BRACKET.sub(" ", self._blank[position : one.start_char])
            if one.end_char > end or len(gap) > _GAP:
                break
            if _STOP.search(gap) or _OF_UNNAMED.search(gap):
                break
            if close and not _CLOSE_GAP.fullmatch(gap):
                break
            joint = _JOINT.search(gap) is not None
            if found and joined and not joint and not self._belongs(found[-1], one, gap):
                break
            if not (found and self._belongs(found[-1], one, gap)):
                found.append(one)
            joined = joined or joint
            position = one.end_char
        return distinct(found)

    def _belongs(self, body: Observation, one: Observation, gap: str) -> bool:
        """Tell whether `one` only says where or what the body before it is."""
        if _JOINT.search(gap) or ";" in gap:
            return False
        if one.name == body.name:
            return True
        of = _OF.fullmatch(gap) is not None
        if one.entity_type == "place" and gap.endswith("("):
            return True
        if one.entity_type == "place":
            return of and (body.entity_type == "organisation" or gap.strip() != "")
        return of and gap.strip() != ","

    def subject(self, start: int, end: int) -> list[Observation]:
        """Return the parties that `text[start:end]`, what stands before the verb, names.

        Read from the verb back, comma by comma, as far as the list of its subjects goes.
        """
        start += max((m.end() for m in _CLAUSE.finditer(self._blank[start:end])), default=0)
        kept: list[Observation] = []
        joint = False
        for first, last in reversed(self._chunks(start, end)):
            here = [one for one in self._all if first <= one.start_char < last]
            if not here or (last < end and _ADJUNCT.match(self._blank, first, last)):
                continue
            if kept and not joint and not self._goes_on(first, last, here):
                break
            kept[:0] = [one for one in here if self._acts(one, start)]
            joint = _JOINT.match(self._blank[first:last].lstrip()) is not None
            if _CLAUSE_OPENS.match(self._blank, first, last):
                break
        return distinct(self._without_more(kept))

    def _goes_on(self, first: int, last: int, here: Sequence[Observation]) -> bool:
        """Tell whether a list of subjects goes on before a comma: a name alone, or a person."""
        behind = self._blank[here[-1].end_char : last]
        is_person = here[-1].entity_type == "person" and not behind.strip(" ,")
        words = re.findall(r"[^\W□]+", self._blank[first:last])
        return is_person or len(words) <= _FEW_WORDS or _JOINT.search(behind) is not None

    def _acts(self, one: Observation, start: int) -> bool:
        before = self._blank[start : one.start_char]
        party = one.entity_type in ("organisation", "place")
        return party and not _NO_PARTY_BEFORE.search(before) and not _WITNESS.search(before)

    def _without_more(self, bodies: Sequence[Observation]) -> list[Observation]:
        """Return the bodies without what tells more of one: its place, a further office."""
        kept: list[Observation] = []
        for one in bodies:
            gap = self._blank[kept[-1].end_char : one.start_char] if kept else ""
            if kept and self._belongs(kept[-1], one, gap):
                continue
            owned = kept and _POSSESSIVE.match(gap)
            if owned or (kept and self._is_of_one_person(kept[-1], one)):
                kept.pop()
            kept.append(one)
        return kept

    def actor(self, start: int, end: int) -> list[Observation]:
        """Return the first party of a sentence when it is the subject of all that follows."""
        for one in self._between(start, end)[:1]:
            if _ACTS.match(self._blank, one.end_char, end):
                return [one]
        return []

    def _chunks(self, start: int, end: int) -> list[tuple[int, int]]:
        commas = [match.start() for match in re.finditer(",", self._blank[start:end])]
        edges = [start, *(start + comma + 1 for comma in commas), end]
        return list(pairwise(edges))

    def _is_of_one_person(self, body: Observation, one: Observation) -> bool:
        """Tell whether both are in one list of offices: "Bí thư Thành ủy, Chủ tịch UBND Nam"."""
        gap = self._blank[body.end_char : one.start_char]
        named = any(
            person.entity_type == "person" and body.end_char <= person.start_char < one.start_char
            for person in self._all
        )
        titled = re.search(r",\s*\w+", gap) is not None
        return titled and not named and _JOINT.search(gap) is None and self._names_next(one)

    def _names_next(self, one: Observation) -> bool:
        following = [other for other in self._all if other.start_char >= one.end_char]
        return bool(following) and (
            following[0].entity_type == "person" and following[0].start_char - one.end_char <= 24
        )


def distinct(observations: Sequence[Observation]) -> list[Observation]:
    """Return the observations without those that name one of the earlier ones again."""
    seen: set[str] = set()
    kept = []
    for one in observations:
        key = one.reference_id or name_key(one.name)
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return kept
