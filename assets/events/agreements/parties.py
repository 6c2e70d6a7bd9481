"""Who signed: the bodies and places that a sentence names as parties of an agreement.

They stand behind "giữa" or "với", or before the verb as its subject (`subjects`), in lists
(`listing`). Whether something was signed is told in `signing`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assets.entities.records import Observation
from assets.events.agreements.areas import areas
from assets.events.agreements.candidates import possible_parties
from assets.events.agreements.listing import JOINT, NameList, distinct
from assets.events.agreements.offices import Offices
from assets.events.agreements.sides import Group
from assets.events.agreements.subjects import SubjectReader
from assets.reference.records import Reference

_BETWEEN = re.compile(r"(?<!\w)(?:giữa|between)(?!\w)", re.IGNORECASE)
_WITH = re.compile(
    r"(?<!\w)(?:với(?!\s+(?:sự|mục|mong|tư\s+cách|nội\s+dung|tổng|thời|trị|số|vai|tinh|chủ\s+đề|quy\s+mô|kinh\s+phí))"
    r"|cùng(?=\s+(?:với|□))|with)(?!\w)",
    re.IGNORECASE,
)
_BY = re.compile(r"(?<!\w)(?:bởi|by)(?!\w)", re.IGNORECASE)
_WITNESSED = re.compile(
    r"(?<!\w)(?:trước\s+sự|dưới\s+sự|với\s+sự|có\s+sự|vào|ngày|tại|in|on|at)(?!\w)", re.IGNORECASE
)
# "thành phố đã ký với B": the one of that kind that was named last.
_UNNAMED = re.compile(
    r"(?:\A|[,.;:\n]\s*|(?<!\w)(?:nay|này|mới|và|khi|mà)\s+)(?P<kind>tỉnh|thành\s+phố|huyện|quận|thị\s+xã|thủ\s+đô)"
    r"(?:\s+(?:ta|này|cũng|đã|vừa|mới|còn|tiếp\s+tục|chính\s+thức))*\s*\Z",
    re.IGNORECASE,
)
# "nhằm tăng cường hữu nghị giữa A và B": those between whom it shall grow need not sign.
_PURPOSE = re.compile(
    r"(?<!\w)(?:nhằm|góp\s+phần|để|vì|hướng\s+tới|qua\s+đó|từ\s+đó|in\s+order|aimed|aiming)(?!\w)",
    re.IGNORECASE,
)
# "nước thứ tư sau A, B và C": named together, but not those who act.
_OTHERS = re.compile(r"(?<!\w)(?:sau|như|ngoài|trừ|cùng\s+với)\s+\Z", re.IGNORECASE)
_MET = re.compile(
    r"(?<!\w)(?:(?:hội\s+đàm|hội\s+kiến|làm\s+việc|tọa\s+đàm|gặp(?:\s+gỡ)?|kết\s+nghĩa|phối\s+hợp|hợp\s+tác|liên\s+kết|trao\s+đổi|giao\s+lưu|họp|tiếp\s+xúc"
    r"|held\s+talks)(?:\s+\w+){0,2}?\s+(?:với|with)|đón\s+tiếp|tiếp|đón|(?:đến\s+)?chào(?:\s+xã\s+giao)?(?!\s+(?:mừng|đón))|gặp(?:\s+gỡ)?|(?:đến|sang|tới)\s+thăm|thăm(?=\s+□)|thăm\s+(?:và\s+làm\s+việc"
    r"\s+(?:tại|với)|hữu\s+nghị|chính\s+thức)|received|visited)(?!\w)",
    re.IGNORECASE,
)
# The bodies that a place may stand beside in a list: "UBND tỉnh A và thành phố B".
_GOVERNS = re.compile(r"(?:Ủy ban nhân dân|UBND|Chính quyền|Chính phủ)(?!\w)")
_PAIR = re.compile(r"\s*[-–]\s*")
_PAIRED = 2


class PartyReader:
    """Finds the parties in one field of an article.

    `blank` is its text with tones settled and names blanked by squares.
    """

    def __init__(
        self,
        blank: str,
        observations: Sequence[Observation],
        offices: Offices,
        reference: Reference,
    ) -> None:
        self._blank = blank
        bodies = possible_parties(blank, observations, reference)
        persons = [one for one in observations if one.entity_type == "person"]
        everyone = sorted([*bodies, *persons], key=lambda one: one.start_char)
        self._persons = sorted(one.start_char for one in persons)
        self._names = NameList(blank, bodies, areas(reference))
        self._subjects = SubjectReader(blank, self._names, everyone, offices)
        self._countries = {row.entity_id for row in reference.countries} | {
            row.entity_id for row in reference.places if row.kind == "continent"
        }

    def subject(self, start: int, end: int) -> list[Observation]:
        """Return the parties that `text[start:end]`, what stands before the verb, names."""
        return self._subjects.subject(start, end)

    def are_in_person(self, start: int, end: int) -> bool:
        """Tell whether a part of a text names two persons or more: those who hold the pen."""
        named = bisect_left(self._persons, end) - bisect_left(self._persons, start)
        return named >= _PAIRED

    def actor(self, start: int, end: int) -> list[Observation]:
        """Return the first party of a sentence when it is the subject of all that follows."""
        return self._subjects.actor(start, end)

    def between(self, start: int, end: int) -> list[Observation]:
        """Return the parties behind "giữa" in a part of the text; none unless two."""
        for match in _BETWEEN.finditer(self._blank, start, end):
            found = self._names.listed(match.end(), end)
            if len(found) > 1 and not _PURPOSE.search(self._blank, start, match.start()):
                return found
        return []

    def between_at(self, start: int, end: int) -> int | None:
        """Return where "giữa" ends in a part of the text that tells of no purpose before it."""
        match = _BETWEEN.search(self._blank, start, end)
        if match is None or _PURPOSE.search(self._blank, start, match.start()):
            return None
        return match.end()

    def one_side(self, start: int, end: int) -> list[Observation]:
        """Return the only party behind "giữa" that is known by name, as when the other is not."""
        for match in _BETWEEN.finditer(self._blank, start, end):
            found = self._names.listed(match.end(), end)
            if len(found) == 1 and not _PURPOSE.search(self._blank, start, match.start()):
                return found
        return []

    def agents(self, start: int, end: int) -> list[Observation]:
        """Return those behind "bởi" in a part of the text: "được ký bởi ông Nam, Chủ tịch A"."""
        for match in _BY.finditer(self._blank, start, end):
            witness = _WITNESSED.search(self._blank, match.end(), end)
            return self.subject(match.end(), witness.start() if witness else end)
        return []

    def partners(self, start: int, end: int) -> list[Observation]:
        """Return the parties behind the first "với" of a part of the text that names one."""
        for match in _WITH.finditer(self._blank, start, end):
            found = self._names.listed(match.end(), end)
            if found:
                return found
        return []

    def pair(self, start: int, end: int) -> list[Observation]:
        """Return two places that a dash joins: "tuyên bố chung Việt Nam - Pháp"."""
        for first, second in pairwise(self._names.within(start, end)):
            if _PAIR.fullmatch(self._blank, first.end_char, second.start_char):
                return [first, second]
        return []

    def unnamed(self, start: int, end: int, partners: Sequence[Observation]) -> list[Observation]:
        """Return who is meant by "thành phố" as the subject of `text[start:end]`, the last named.

        `partners` are those that it signs with.
        """
        bare = _UNNAMED.search(self._blank[start:end])
        if bare is None:
            return []
        kind = " ".join(bare["kind"].casefold().split())
        for one in reversed(self._names.within(0, start)):
            alike = one.surface.casefold().startswith(f"{kind} ")
            if alike and len(distinct([*partners, one])) > len(partners):
                return [one]
        return []

    def named(self, start: int, end: int) -> list[Observation]:
        """Return the two bodies of a sentence that names no more; none when it does not."""
        bodies = [
            one for one in self._names.within(start, end) if one.entity_type == "organisation"
        ]
        acting = [one for one in bodies if self._subjects.acts(one, start)]
        found = distinct(self._subjects.without_more(acting))
        return found if len(found) == _PAIRED == len(distinct(bodies)) else []

    def together(self, start: int, end: int) -> Iterator[list[Observation]]:
        """Yield those whom a part of the text names together or says to have met."""
        yield from self._groups(start, end)
        yield self._meeting(start, end)

    def _groups(self, start: int, end: int) -> Iterator[list[Observation]]:
        """Yield the lists of bodies, or of places, that a part of the text names together."""
        position = start
        for one in self._names.within(start, end):
            if position <= one.start_char and self._subjects.acts(one, start):
                found = self._names.listed(one.start_char, end, close=True)
                joined = JOINT.search(self._blank, one.end_char, found[-1].start_char)
                others = _OTHERS.search(self._blank, start, one.start_char)
                if joined and not others and _are_of_one_rank(found):
                    yield found
                    position = found[-1].end_char

    def _meeting(self, start: int, end: int) -> list[Observation]:
        """Return the two that a sentence says met; none when it does not."""
        for match in _MET.finditer(self._blank, start, end):
            guests = self._names.listed(match.end(), end)
            if not guests:
                continue
            hosts = self.subject(start, match.start())
            if not hosts and not self._blank[start : match.start()].strip():
                # "Làm việc với A, Chủ tịch B nói …": the host is the subject behind.
                hosts = self._names.within(guests[0].end_char, end)[:1]
                guests = guests[:1]
            visited = match[0].casefold().endswith("thăm") and guests[0].entity_type == "place"
            if hosts and not (visited and hosts[-1].entity_type == "organisation"):
                joined = JOINT.search(self._blank, match.end(), guests[-1].end_char)
                return distinct(
                    [*self._hosts(hosts, guests[0]), *(guests if joined else guests[:1])]
                )
        return []

    def _hosts(self, bodies: list[Observation], guest: Observation) -> list[Observation]:
        """Return who of the subject of a meeting is host: all that "và" joins, else one.

        Who meets may hold several offices; it is as the editor of a paper that he meets another.
        """
        if JOINT.search(self._blank, bodies[0].end_char, bodies[-1].start_char):
            return bodies
        word = guest.name.split()[0]
        alike = [one for one in bodies if one.name.split()[0] == word]
        return (alike or bodies)[-1:]

    def kind_of(self, parties: Sequence[Observation]) -> Group:
        """Return what the parties of a group are: "states", "places" or "bodies"."""
        if any(one.entity_type == "organisation" for one in parties):
            return "bodies"
        states = all(one.reference_id in self._countries for one in parties)
        return "states" if states else "places"

    def signers(self, parties: Sequence[Observation]) -> list[Observation]:
        """Return parties without countries when two bodies are named: these sign, not states."""
        bodies = sum(one.entity_type == "organisation" for one in parties)
        return [
            one for one in parties if bodies < _PAIRED or one.reference_id not in self._countries
        ]


def _are_of_one_rank(names: Sequence[Observation]) -> bool:
    """Tell whether all are bodies, or all are places or bodies that govern one."""
    bodies = [one for one in names if one.entity_type == "organisation"]
    return len(bodies) in (0, len(names)) or all(_GOVERNS.match(one.name) for one in bodies)
