"""Which persons took part in an event and as what: chairs, speakers, attendees.

Read from words beside the names, sentence by sentence. Who holds an event, and who meets in it, is
read in `hosting`, lists of those present in `attendance`. What an article says of other events it
recalls is left out by the caller.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from assets.entities.records import Field, Observation
from assets.events.records import Part, Participation
from assets.events.roles.titles import TitleLexicon
from assets.events.statements.anchors import Anchor
from assets.events.statements.attendance import HEAD, AttendanceReader
from assets.events.statements.hosting import HostReader
from assets.events.statements.joining import joined
from assets.events.statements.offices import is_office
from assets.events.statements.view import ArticleView, Sentence, span_of
from assets.events.statements.words import EventLexicon

# Somebody acted upon, not the one who acts: "gửi tới ông A", "của bà B".
_OBJECT_BEFORE = re.compile(
    r"(?<!\w)(?:của|với|cho|tới|đến|bởi|gặp|tiếp|thay mặt|cảm ơn|mời|gửi|cố|ngày sinh|ngày mất"
    r"|tưởng niệm|tưởng nhớ)"
    r"(?:[ \u00a0]+(?:ông|bà|đồng chí|ngài|anh|chị))?[ \u00a0]+\Z"
)
# The points of "PGS.TS", "TS." and "TP." end no clause.
_BORDER = re.compile(r"(?<!gs)(?<!ts)(?<!hs)(?<!tp)\.|[:;!?“”\"]")
_GROUP = re.compile(
    r"(?:các|hai|những)[ \u00a0](?:đồng chí|ông|bà|vị|đại biểu)|chủ trì|đồng chủ trì"
)
# "Ban điều hành", "Giám đốc điều hành": a noun.
_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:ban|giám đốc|tổ|hội đồng|người|bộ phận|cơ quan|trung tâm|công tác|hoa|quà|thư|điện"
    r"|lẵng hoa)[ \u00a0]\Z"
)
_NOUN_TOO = re.compile(
    r"(?:điều hành|điều phối|chỉ đạo|thông tin|giới thiệu|tham gia|chúc mừng|chúc|chia sẻ|cảm ơn"
    r"|đánh giá|báo cáo|trao đổi|phân tích|góp ý|thông báo)\Z"
)
_SUCCEEDS = re.compile(r"(?<!\w)(?:thay(?:[ \u00a0]thế)?|kế nhiệm)[ \u00a0]")
_SUBJECT_WITHIN = 160
_AT_VENUE = re.compile(r"(?<!\w)((?:tại|ở)[ \u00a0]+)[^,.;:\n]*\Z")
_VENUE_WITHIN = 60


class ParticipationReader:
    """Reads the participants of one article's main event."""

    def __init__(self, view: ArticleView, lexicon: EventLexicon, titles: TitleLexicon) -> None:
        self._view = view
        self.words = lexicon
        self._titles = titles
        self._styled: dict[tuple[Field, int], int] = {}
        office = partial(is_office, view, titles)
        self.hosts = HostReader(view, lexicon, office)
        self._attendance = AttendanceReader(view, lexicon, office)

    def between(self, anchors: Iterable[Anchor]) -> Iterator[Participation]:
        """Yield those between whom an event is said to be."""
        for anchor in anchors:
            yield from self._attendance.between(anchor)

    def named_as(self, sentence: Sentence) -> Iterator[Participation]:
        """Yield those whom a word before the name calls a party, such as "bị cáo"."""
        text = self._view.text[sentence.field]
        for one in self._view.persons(sentence.field, sentence.start, sentence.end):
            if self.words.before("taking_part", text, sentence.start, one.start_char):
                yield Participation("attendee", span_of(one))

    def presiding(self, sentence: Sentence) -> Iterator[Participation]:
        """Yield who presides, as the judge of a trial does."""
        yield from self._acting(sentence, "chairs", "chair")

    def people(self, sentence: Sentence) -> Iterator[Participation]:
        """Yield chairs, speakers and attendees that a sentence tells."""
        # A list may go on behind the sentence that opens it; all else is of the persons in it.
        yield from self._attendance.listed(sentence)
        if not self._view.persons(sentence.field, sentence.start, sentence.end):
            return
        yield from self._acting(sentence, "chairs", "chair")
        yield from self._named_behind(sentence, "chaired_by", "chair")
        yield from self._acting(sentence, "speaks", "speaker")
        yield from self._announced(sentence)
        yield from self._acting(sentence, "attends", "attendee")
        yield from self._acting(sentence, "signs", "attendee")
        yield from self._elected(sentence)

    def _elected(self, sentence: Sentence) -> Iterator[Participation]:
        """Yield whom the event itself elects: "Hội nghị đã bầu ông A làm …"."""
        text = self._view.text[sentence.field]
        if not self.words.may_hold("elects", text, sentence.start, sentence.end):
            return
        kinds = self.words.kind_matches(text, sentence.start, sentence.end)
        event = next(kinds, None)
        if event is None or event.kind.shape != "gathering":
            return
        elects = self.words.first("elects", text, event.end, sentence.end)
        if elects is None:
            return
        # "bầu bà A giữ chức Chủ tịch thay ông B nghỉ hưu": only she is elected.
        succeeds = _SUCCEEDS.search(text, elects.end(), sentence.end)
        end = succeeds.start() if succeeds else sentence.end
        for one in self._view.persons(sentence.field, elects.end(), end):
            yield Participation("attendee", span_of(one))

    def _acting(self, sentence: Sentence, role: str, part: Part) -> Iterator[Participation]:
        """Yield the persons who stand before a verb as those who do what it says."""
        text = self._view.text[sentence.field]
        for verb in self.words.all(role, text, sentence.start, sentence.end):
            # "Giám đốc Sở Thông tin và Truyền thông" informs nobody by that.
            if self._view.within_observation(sentence.field, verb.start(), verb.end()):
                continue
            if _NOUN_TOO.match(verb[0]) and _NOUN_BEFORE.search(text, sentence.start, verb.start()):
                continue
            start = max(sentence.start, verb.start() - _SUBJECT_WITHIN * 3)
            people = self._view.persons(sentence.field, start, verb.start())
            if not people or not self._is_subject(sentence, people[-1], verb.start(), role):
                continue
            # "Ông A, Giám đốc Sở X; bà B, Chủ tịch Hội Y đã ký": all of them.
            group = role == "signs" or (_GROUP.match(text, sentence.start) and part != "speaker")
            chosen = people if group else joined(self._view, people, listed=part != "speaker")
            for one in chosen:
                if group or not self._is_object(sentence, one):
                    yield Participation(part, span_of(one))

    def _is_subject(self, sentence: Sentence, person: Observation, verb: int, role: str) -> bool:
        text = self._view.text[sentence.field]
        if verb - person.end_char > _SUBJECT_WITHIN:
            return False
        if _BORDER.search(text, person.end_char, verb):
            return False
        if self.words.first("speaks", text, person.end_char, verb) and role != "attends":
            return False
        return not self._is_object(sentence, person)

    def _is_object(self, sentence: Sentence, person: Observation) -> bool:
        """Tell whether somebody else acts, or it is a place's name: "tại Nhà lưu niệm Bác X"."""
        text = self._view.text[sentence.field]
        first = max(sentence.start, person.start_char - 32)
        named = self._before_titles(sentence, person)
        if _OBJECT_BEFORE.search(text, first, named):
            return True
        at = _AT_VENUE.search(text, max(sentence.start, named - _VENUE_WITHIN), named)
        return at is not None and self.words.at("venue", text, at.end(1), named) is not None

    def _before_titles(self, sentence: Sentence, person: Observation) -> int:
        # Asked again for every verb behind a name.
        at = person.field, person.start_char
        if at not in self._styled:
            self._styled[at] = self._titles.skip_styles_back(self._view.raw[at[0]], at[1])
        return max(sentence.start, self._styled[at])

    def _named_behind(self, sentence: Sentence, role: str, part: Part) -> Iterator[Participation]:
        """Yield the persons whom "dưới sự chủ trì của" introduces."""
        text = self._view.text[sentence.field]
        for words in self.words.all(role, text, sentence.start, sentence.end):
            opens = HEAD.fullmatch(text, sentence.start, words.start()) is not None
            if not (opens or words[0].endswith(("của", "by"))):
                continue
            border = re.compile(r"[.;]").search(text, words.end(), sentence.end)
            end = border.start() if border and not opens else sentence.end
            for one in self._view.persons(sentence.field, words.end(), end):
                yield Participation(part, span_of(one))

    def _announced(self, sentence: Sentence) -> Iterator[Participation]:
        """Yield whom "Phát biểu tại hội thảo, ông A …" or "Theo bà B, …" announces."""
        text = self._view.text[sentence.field]
        head = HEAD.match(text, sentence.start)
        start = head.end() if head else sentence.start
        words = self.words.at("speaking", text, start, sentence.end)
        people = self._view.persons(sentence.field, start, sentence.end)
        if words is None or not people or people[0].start_char < words.end():
            return
        gap = text[words.end() : people[0].start_char]
        source = "theo" in words[0].split()
        told = gap.count(",") == (0 if source else 1) and len(gap) <= _SUBJECT_WITHIN
        first = max(sentence.start, people[0].start_char - 32)
        named = self._before_titles(sentence, people[0])
        if told and not _BORDER.search(gap) and not _OBJECT_BEFORE.search(text, first, named):
            yield Participation("speaker", span_of(people[0]))
