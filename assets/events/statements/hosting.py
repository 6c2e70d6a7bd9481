"""Who holds an event, and who meets in one: organisers, hosts and guests.

Read where the event is named. Persons who chair, speak or attend are read in `participation`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from assets.entities.records import Observation
from assets.events.records import Part, Participation
from assets.events.statements.anchors import Anchor
from assets.events.statements.joining import inviters
from assets.events.statements.view import ArticleView, Sentence, span_of
from assets.events.statements.words import EventLexicon, two_sided

_AT_BEFORE = re.compile(
    r"(?<!\w)(?:tại|ở)[ \u00a0]+"
    r"(?:(?:trụ sở|hội trường|nhà|quảng|văn phòng|khuôn viên|nhà khách|tòa nhà)[ \u00a0]+)?\Z"
)
# The points of "PGS.TS", "TS." and "TP." end no clause.
_BORDER = re.compile(r"(?<!gs)(?<!ts)(?<!hs)(?<!tp)\.|[:;!?“”\"]")
_TOLD_APART = re.compile(
    r"(?:\A|,[ \u00a0])(?:đây[ \u00a0]là|sự kiện|chương trình|hoạt động|buổi lễ|lễ|giải|hội thi"
    r"|cuộc thi|liên hoan|hội chợ|triển lãm|trại|lớp|khóa|buổi|chuỗi)(?!\w)"
    r"[^.;:,]{0,80}?(?<!\w)do[ \u00a0]"
)
# The agency before the text: "TTXVN - ", "(Dân trí) – ".
_SLUG = re.compile(r"[^.,;:]{2,24}?\s?[-–—]\s")
# "kỷ niệm 90 năm Ngày thành lập Hội X": of whom is told, not who holds the event.
_FOUNDED = re.compile(r"(?<!\w)(?:thành lập|truyền thống|chuyến thăm của|lời mời của)[ \u00a0]\Z")
_PASSIVE = re.compile(r"(?<!\w)được[ \u00a0](?:chính thức[ \u00a0])?\Z")
# "hai Hội đã tổ chức": who they are is told elsewhere.
_UNNAMED = re.compile(
    r"(?<!\w)(?:hai|ba|các|đôi)[ \u00a0](?:hội|bên|đơn vị|tỉnh|cơ quan|trường|nước|địa phương|ngành"
    r"|sở|bộ|thành phố|tổ chức)(?:[ \u00a0](?:đã|vừa|cùng|sẽ|phối hợp))*[ \u00a0]\Z"
)


_TO = re.compile(
    r"(?<!\w)(?:cho|tặng)[ \u00a0]+(?:(?:ông|bà|đồng chí|ngài|anh|chị|cụ|em|cháu)[ \u00a0]+)?\Z"
)
# Between "đại hội" and whose it is.
_CONGRESS_OF = re.compile(
    r"(?:[ \u00a0]|(?<!\w)(?:đại biểu|toàn quốc|toàn thể|điểm|thi đua yêu nước|của"
    r"|(?:lần thứ|khóa)[ \u00a0]\w+,?)(?!\w))*"
)
# Between a meeting that looks back or ahead and whose it is.
_SESSION_OF = re.compile(
    r"[ \u00a0](?:trực tuyến[ \u00a0])?(?:sơ kết|tổng kết|thường kỳ|thường niên|toàn thể|bất thường"
    r"|lần thứ|thứ|triển khai nhiệm vụ)(?!\w)(?:(?!(?<!\w)(?:về|vai trò|cho)(?!\w))[^.;:,()“”\"])"
    r"{0,70}?[ \u00a0]của[ \u00a0]"
)


def _nobody(anchor: Anchor) -> tuple[int, int] | None:
    """Return the empty span of agents where words such as "diễn ra" name nobody."""
    return anchor.agents if anchor.agents and anchor.agents[0] == anchor.agents[1] else None


class HostReader:
    """Reads who holds the events of one article; `is_office` tells bodies that name an office."""

    def __init__(
        self, view: ArticleView, lexicon: EventLexicon, is_office: Callable[[Observation], bool]
    ) -> None:
        self._view = view
        self._words = lexicon
        self._is_office = is_office

    def organisers_told_apart(self, sentence: Sentence) -> Iterator[Participation]:
        """Yield who holds the event in a sentence of its own: "Chương trình do Hội X tổ chức"."""
        text = self._view.text[sentence.field]
        by = text.find("do", sentence.start, sentence.end) >= 0
        told = _TOLD_APART.search(text[sentence.start : sentence.end]) if by else None
        if told is None:
            return
        start = sentence.start + told.end()
        for role in ("organises", "chairs"):
            verbs = self._words.all(role, text, start, sentence.end)
            verb = self._view.outside_names(sentence.field, verbs)
            if verb is not None:
                yield from self._bodies(sentence, start, verb.start(), "organiser")
                return

    def organisers(self, anchors: Iterable[Anchor]) -> Iterator[Participation]:
        """Yield those who are said to hold the event where it is named."""
        for anchor in anchors:
            if anchor.subject_end is not None and not (anchor.is_verb and two_sided(anchor.kind)):
                start = self._clause_start(anchor.sentence, anchor.subject_end)
                if anchor.is_verb and self._is_passive(anchor):
                    continue
                # Those who "ký kết biên bản ghi nhớ" are its parties.
                signs = anchor.is_verb and "signing" in anchor.kind.families
                part: Part = "attendee" if signs else "organiser"
                yield from self._bodies(anchor.sentence, start, anchor.subject_end, part)
                if anchor.is_verb:
                    yield from self._doers(anchor, start)
            elif anchor.kind.shape == "gathering" and anchor.agents in (None, _nobody(anchor)):
                yield from self._named_by(anchor)
            if anchor.agents is not None:
                yield from self._bodies(anchor.sentence, *anchor.agents, "organiser")

    def _doers(self, anchor: Anchor, start: int) -> Iterator[Participation]:
        """Yield the person who does it, and the one for whom: "Ông A trao Huân chương cho bà B"."""
        sentence, text = anchor.sentence, self._view.text[anchor.sentence.field]
        acting = self._view.observations(sentence.field, start, anchor.start)[-1:]
        border = _BORDER.search(text, anchor.end, sentence.end)
        end = border.start() if border else sentence.end
        receiving = (
            one
            for one in self._view.observations(sentence.field, anchor.end, end)
            if _TO.search(text, max(anchor.end, one.start_char - 24), one.start_char)
        )
        for one in (*acting, *receiving):
            if one.entity_type == "person":
                yield Participation("attendee", span_of(one))

    def _named_by(self, anchor: Anchor) -> Iterator[Participation]:
        """Yield whose event it is: "Đại hội Hội X lần thứ V", "hội nghị tổng kết của Hội X"."""
        sentence, text = anchor.sentence, self._view.text[anchor.sentence.field]
        here = self._view.observations(sentence.field, anchor.end, sentence.end)
        if not here or here[0].entity_type != "organisation":
            return
        gap = text[anchor.end : here[0].start_char]
        congress = "congress" in anchor.kind.families
        if (congress and _CONGRESS_OF.fullmatch(gap)) or _SESSION_OF.fullmatch(gap):
            yield Participation("organiser", span_of(here[0]))

    def _is_passive(self, anchor: Anchor) -> bool:
        """Tell whether what stands before a verb does not do it: "Văn phòng được khai trương"."""
        text, start = self._view.text[anchor.sentence.field], anchor.start
        return _PASSIVE.search(text, max(anchor.sentence.start, start - 20), start) is not None

    def sides(self, anchor: Anchor) -> Iterator[Participation]:
        """Yield those who meet in an encounter told by a verb."""
        sentence = anchor.sentence
        start = self._clause_start(sentence, anchor.start)
        border = _BORDER.search(self._view.text[sentence.field], anchor.end, sentence.end)
        end = border.start() if border else sentence.end
        hosted = anchor.kind.shape == "reception"
        inviting = inviters(self._view, sentence)
        acting = [
            one
            for one in self._view.observations(sentence.field, start, anchor.start)
            if one not in inviting
        ]
        met = [
            one
            for one in self._view.observations(sentence.field, anchor.end, end)
            if one not in inviting
        ]
        yield from self._side(acting, "chair" if hosted else "attendee", with_bodies=hosted)
        yield from self._side(met, "attendee", with_bodies=False)

    def _side(
        self, here: Sequence[Observation], part: Part, *, with_bodies: bool
    ) -> Iterator[Participation]:
        """Yield the persons of a side, or its bodies; the body that hosts is the organiser."""
        people = [one for one in here if one.entity_type == "person"]
        bodies = [
            one for one in here if one.entity_type == "organisation" and not self._is_venue(one)
        ]
        for one in people:
            yield Participation(part, span_of(one))
        if with_bodies:
            yield from (Participation("organiser", span_of(one)) for one in bodies[-1:])
        elif not people:
            for one in bodies:
                if not (self._is_office(one) or self._is_founded(one)):
                    yield Participation("attendee", span_of(one))

    def _is_venue(self, body: Observation) -> bool:
        """Tell whether a body is only named as where the event was."""
        text, start = self._view.text[body.field], body.start_char
        return _AT_BEFORE.search(text, max(0, start - 24), start) is not None

    def _is_in_brackets(self, body: Observation) -> bool:
        """Tell whether a body stands in brackets behind another: "Cục X (Bộ Y)"."""
        text, start = self._view.text[body.field], body.start_char
        before = text[:start].rstrip()
        if not before.endswith("("):
            return False
        end = len(before[:-1].rstrip())
        other = self._view.within_observation(body.field, end - 1, end)
        return other is not None and other.entity_type == "organisation"

    def _is_founded(self, body: Observation) -> bool:
        """Tell whether a body is only named for the day of its founding."""
        text, start = self._view.text[body.field], body.start_char
        return _FOUNDED.search(text, max(0, start - 24), start) is not None

    def _clause_start(self, sentence: Sentence, end: int) -> int:
        text = self._view.text[sentence.field]
        start = sentence.start
        for border in _BORDER.finditer(text, sentence.start, end):
            start = border.end()
        slug = _SLUG.match(text, start, end) if sentence.start == 0 else None
        start = slug.end() if slug else start
        dates = self._view.dates(sentence.field, start, end)
        # "Sở X ngày 5/6 tổ chức": the day may stand behind those who hold the event.
        told = dates and self._view.observations(sentence.field, dates[-1].end_char, end)
        return dates[-1].end_char if told else start

    def _bodies(
        self, sentence: Sentence, start: int, end: int, part: Part
    ) -> Iterator[Participation]:
        text = self._view.text[sentence.field]
        if _UNNAMED.search(text, start, end):
            return
        for one in self._view.observations(sentence.field, start, end):
            if one.entity_type != "organisation" or self._is_office(one):
                continue
            if self._is_venue(one) or self._is_founded(one) or self._is_in_brackets(one):
                continue
            yield Participation(part, span_of(one))
