"""Lists of names: "A, B và C" as separate parties, "A (Lào)" and "A, Bộ B" as one.

Where a list begins is known to `parties` and `subjects`; which names may be in one to `candidates`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from assets.entities.records import Observation
from assets.events.agreements.areas import Areas
from assets.language.folding import name_key

# Behind these words of a clause no party follows any more.
_STOP = re.compile(
    r"[;“”\"]|\.\s|\n|(?<!\w)và\s+cùng\s+(?!với)|(?<!\w)(?:về|trong|nhằm|để|tại|ở|ngày|đã|được|sẽ|là|giai\s+đoạn|vào|trên|theo|do|thực\s+hiện|có"
    r"|cho|năm|tháng|từ|nhân(?=\s+(?:dịp|chuyến|kỷ|ngày|lễ|sự))|trước|dưới|qua|bao\s+gồm|gồm|khẳng\s+định|nêu|quy\s+định|ký|kí|hợp\s+tác|chứng\s+kiến"
    r"|on|in|at|for|to|during|after|under|which|that|aims|aimed|regarding|signed|was|were|has|have)(?!\w)",
    re.IGNORECASE,
)
_NAME_ALONE = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[;.]|\Z|và\s)")
# "hai tỉnh Kampot, Kep"
_PLACES_COUNTED = re.compile(
    r"(?<!\w)(?:các|hai|ba|bốn|\d+)\s+(?:(?:tỉnh|thành\s+phố|huyện|xã|nước|địa\s+phương)\s+)?\Z",
    re.IGNORECASE,
)
# ", B sẽ …": the subject of the next clause, not the next name of the list.
_ACTS = re.compile(r"\s+(?:sẽ|đã|cam\s+kết|có\s+thể|cần|will|has|have)(?!\w)")
JOINT = re.compile(r"(?<!\w)(?:và|với|cùng|and|with|as\s+well\s+as)(?!\w)", re.IGNORECASE)
# "giữa A với B, C và D", "A và các đơn vị B, C": a list opens behind the first.
_LIST_OPENS = re.compile(
    r"(?<!\w)(?:với|with|các|những|\d+)(?:\s+\w+){0,4}\s*:?\s*\Z", re.IGNORECASE
)
BRACKET = re.compile(r"\([^()]*\)")
_OF = re.compile(
    r"\s*(?:của|thuộc|of(?:\s+the)?)?\s*|\s*\(\s*|\s*,\s*(?:(?:nước|thuộc)\s+)?", re.IGNORECASE
)
# "các cơ quan truyền thông lớn của Chính phủ": the parties have no names.
_OF_UNNAMED = re.compile(r"(?:[^\W□]+\s+){4,}(?:của|thuộc)\s+\Z")
_REST_OF_NAME = re.compile(r"(?:\s*(?:[-–]\s*)?[^\W\d□]+){1,4}\s+")
# "Hiệp hội Doanh nghiệp | vừa và nhỏ tỉnh A"
_CUT = re.compile(
    r"\s+(?!(?:và|với|cùng|tại|ở|thuộc|của|sang|thăm|ký|kí|đã)\s)[^\W\d_A-ZĐ]+\s+và\s+[^\W\d_A-ZĐ]+\s*\Z"
)
_DASH = re.compile(r"\s*[-–]\s*")
# "Cục Lãnh sự, Bộ Ngoại giao": a body and the one it is a part of.
_AGENCY = re.compile(r"(?:Tổng cục|Cục|Vụ|Viện|Học viện|Trung tâm|Trường|Thanh tra)\s")
_MINISTRY = re.compile(r"(?:Bộ|Ủy ban|UBND|Sở|Đại học Quốc gia|Viện Hàn lâm)\s")
_GAP = 90
_COUNT = 24
# Between names of one list: at most one word beside "và".
_CLOSE_GAP = re.compile(r"[\s,;()]*(?:(?:và|với|cùng|and|with)\s+)?(?:chính\s+quyền\s+|\w+\.?\s+)?")


class NameList:
    """The names of one field that may be parties, `bodies`, in reading order.

    `blank` is its text with tones settled and names blanked by squares.
    """

    def __init__(self, blank: str, bodies: Sequence[Observation], around: Areas) -> None:
        self._blank = blank
        self._areas = around
        self._bodies = bodies
        self._starts = [one.start_char for one in bodies]
        self._brackets = list(BRACKET.finditer(blank))

    def within(self, start: int, end: int) -> list[Observation]:
        """Return the bodies and places that stand in a part of the text."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [one for one in self._bodies[first:last] if one.end_char <= end]

    def listed(self, start: int, end: int, *, close: bool = False) -> list[Observation]:
        """Return the bodies and places of the list that begins at `start`."""
        found: list[Observation] = []
        position, joined = start, False
        for one in self._bodies[bisect_left(self._starts, start) :]:
            if one.start_char < position:
                continue
            gap = BRACKET.sub(" ", self._blank[position : one.start_char])
            if one.end_char > end or len(gap) > _GAP:
                break
            if _STOP.search(self._without_semicolon(gap, one)) or _OF_UNNAMED.search(gap):
                break
            if close and not _CLOSE_GAP.fullmatch(gap):
                break
            joint = JOINT.search(gap) is not None
            if found and "," in gap and not joint and _ACTS.match(self._blank, one.end_char, end):
                break
            if found and joined and not joint and not self.belongs(found[-1], one, gap):
                break
            if joint and _LIST_OPENS.search(gap):
                joined = False
                joint = False
            if not (found and self.belongs(found[-1], one, gap)):
                found.append(one)
            joined = joined or joint
            position = one.end_char
        return distinct(found)

    def _without_semicolon(self, gap: str, one: Observation) -> str:
        """Return the gap before a name without the semicolon of a list: "với A; B; C."."""
        listed = gap.strip() == ";" and _NAME_ALONE.match(self._blank, one.end_char)
        return "" if listed else gap

    def belongs(self, body: Observation, one: Observation, gap: str) -> bool:
        """Tell whether `one` only says where or what the body before it is."""
        if one.entity_type == "place" and body.entity_type == "organisation" and _CUT.match(gap):
            return True
        if JOINT.search(gap) or ";" in gap:
            return False
        if one.name == body.name:
            return True
        of = _OF.fullmatch(gap) is not None
        if one.entity_type == "place" and body.entity_type == "organisation":
            # "Quỹ Giao lưu quốc tế Busan", of which only the first words were recognised.
            of = of or _REST_OF_NAME.fullmatch(gap) is not None
        if one.entity_type == "place":
            if body.entity_type == "place" and self._is_listed_with(body, one):
                return False
            # "phường A - thành phố B - tỉnh C"
            of = of or (_DASH.fullmatch(gap) is not None and self._areas.lies_in(body, one))
            return of and (body.entity_type == "organisation" or gap.strip() != "")
        if gap.strip() == ",":
            above = _MINISTRY.match(one.surface) and not _MINISTRY.match(body.surface)
            return bool(above and _AGENCY.match(body.surface))
        return of

    def _is_listed_with(self, body: Observation, one: Observation) -> bool:
        """Tell whether two places stand side by side: "tỉnh A, tỉnh B", "A (Lào), B"."""
        word = one.surface.split()[0]
        bracket = BRACKET.search(self._blank, body.end_char, one.start_char) is not None
        alike = word.islower() and word == body.surface.split()[0].casefold()
        in_bracket = any(
            around.start() < body.start_char and one.end_char < around.end()
            for around in self._brackets
        )
        before = max(0, body.start_char - _COUNT)
        counted = _PLACES_COUNTED.search(self._blank, before, body.start_char) is not None
        return bracket or alike or in_bracket or counted or self._areas.are_apart(body, one)


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
