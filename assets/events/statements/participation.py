"""Who took part in an event and as what: organisers, chairs, speakers, attendees.

Read from words beside the names, sentence by sentence. What an article says of other events it
recalls is left out by the caller.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assets.entities.records import Observation
from assets.events.records import Part, Participation
from assets.events.roles.titles import TitleLexicon
from assets.events.statements.anchors import Anchor
from assets.events.statements.joining import inviters, joined
from assets.events.statements.view import ArticleView, Sentence, span_of
from assets.events.statements.words import EventLexicon, two_sided

_AT_BEFORE = re.compile(r"(?<!\w)(?:tại|ở)[ \u00a0]+(?:trụ sở[ \u00a0]+|hội trường[ \u00a0]+)?\Z")
# Somebody acted upon, not the one who acts: "gửi tới ông A", "của bà B".
_OBJECT_BEFORE = re.compile(
    r"(?<!\w)(?:của|với|cho|tới|đến|bởi|gặp|tiếp|thay mặt|cảm ơn|mời|gửi)"
    r"(?:[ \u00a0]+(?:ông|bà|đồng chí|ngài|anh|chị))?[ \u00a0]+\Z"
)
# The points of "PGS.TS", "TS." and "TP." end no clause.
_BORDER = re.compile(r"(?<!gs)(?<!ts)(?<!hs)(?<!tp)\.|[:;!?“”\"]")
_GROUP = re.compile(
    r"(?:các|hai|những)[ \u00a0](?:đồng chí|ông|bà|vị|đại biểu)|chủ trì|đồng chủ trì"
)
_TOLD_APART = re.compile(
    r"(?:đây[ \u00a0]là|sự kiện|chương trình|hoạt động|buổi lễ|lễ)(?!\w)"
    r"[^.;:,]{0,80}?(?<!\w)do[ \u00a0]"
)
_JOINED = re.compile(r"[^.;:]{0,120}?(?:,|[ \u00a0]và|[ \u00a0]cùng)[^.;:]{0,120}")
# The agency before the text: "TTXVN - ", "(Dân trí) – ".
_SLUG = re.compile(r"[^.,;:]{2,24}?\s?[-–—]\s")
_SUBJECT_WITHIN = 160
_INTRODUCING = ("với", "có sự", "thu hút", "attended", "with")
_COLLECTIVE = frozenset({"Lãnh đạo", "Đại diện", "Đại biểu"})
_HEAD = re.compile(r"[\s–-]*(?:(?:cũng|cùng|trước đó|chiều|sáng)[ \u00a0]+)?")


class ParticipationReader:
    """Reads the participants of one article's main event."""

    def __init__(self, view: ArticleView, lexicon: EventLexicon, titles: TitleLexicon) -> None:
        self._view = view
        self.words = lexicon
        self._titles = titles

    def organisers_told_apart(self, sentence: Sentence) -> Iterator[Participation]:
        """Yield who holds the event in a sentence of its own: "Chương trình do Hội X tổ chức"."""
        text = self._view.text[sentence.field]
        told = _TOLD_APART.match(text, sentence.start, sentence.end)
        if told is None:
            return
        verb = self.words.first("organises", text, told.end(), sentence.end)
        if verb is not None:
            yield from self._bodies(sentence, told.end(), verb.start(), "organiser")

    def organisers(self, anchors: Iterable[Anchor]) -> Iterator[Participation]:
        """Yield those who are said to hold the event where it is named."""
        for anchor in anchors:
            if anchor.subject_end is not None and not (anchor.is_verb and two_sided(anchor.kind)):
                start = self._clause_start(anchor.sentence, anchor.subject_end)
                # Those who "ký kết biên bản ghi nhớ" are its parties.
                signs = anchor.is_verb and "signing" in anchor.kind.families
                part: Part = "attendee" if signs else "organiser"
                yield from self._bodies(anchor.sentence, start, anchor.subject_end, part)
            if anchor.agents is not None:
                yield from self._bodies(anchor.sentence, *anchor.agents, "organiser")

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
        bodies = [one for one in here if one.entity_type == "organisation"]
        for one in people:
            yield Participation(part, span_of(one))
        if with_bodies:
            yield from (Participation("organiser", span_of(one)) for one in bodies[-1:])
        elif not people:
            for one in bodies:
                if not self._is_office(one):
                    yield Participation("attendee", span_of(one))

    def named_as(self, sentence: Sentence) -> Iterator[Participation]:
        """Yield those whom a word before the name calls a party, such as "bị cáo"."""
        text = self._view.text[sentence.field]
        for one in self._view.observations(sentence.field, sentence.start, sentence.end):
            if one.entity_type == "person" and self.words.before(
                "taking_part", text, sentence.start, one.start_char
            ):
                yield Participation("attendee", span_of(one))

    def people(self, sentence: Sentence) -> Iterator[Participation]:
        """Yield chairs, speakers and attendees that a sentence tells."""
        yield from self._acting(sentence, "chairs", "chair")
        yield from self._named_behind(sentence, "chaired_by", "chair")
        yield from self._acting(sentence, "speaks", "speaker")
        yield from self._announced(sentence)
        yield from self._acting(sentence, "attends", "attendee")
        yield from self._listed(sentence)
        yield from self._elected(sentence)

    def _elected(self, sentence: Sentence) -> Iterator[Participation]:
        """Yield whom the event itself elects: "Hội nghị đã bầu ông A làm …"."""
        text = self._view.text[sentence.field]
        kinds = self.words.kind_matches(text, sentence.start, sentence.end)
        event = next(kinds, None)
        if event is None or event.kind.shape != "gathering":
            return
        elects = self.words.first("elects", text, event.end, sentence.end)
        if elects is None:
            return
        for one in self._view.observations(sentence.field, elects.end(), sentence.end):
            if one.entity_type == "person":
                yield Participation("attendee", span_of(one))

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
        for one in self._view.observations(sentence.field, start, end):
            if one.entity_type != "organisation" or self._is_office(one):
                continue
            if _AT_BEFORE.search(text, max(sentence.start, one.start_char - 24), one.start_char):
                continue
            yield Participation(part, span_of(one))

    def _is_office(self, body: Observation) -> bool:
        """Tell whether a body only tells where somebody holds an office."""
        if self._view.is_office(body):
            return True
        raw = self._view.raw[body.field]
        end = body.start_char
        while end and raw[end - 1] in " \u00a0":
            end -= 1
        title = self._titles.ending_at(raw, end)
        return title is not None and title.name not in _COLLECTIVE

    def _acting(self, sentence: Sentence, role: str, part: Part) -> Iterator[Participation]:
        """Yield the persons who stand before a verb as those who do what it says."""
        text = self._view.text[sentence.field]
        for verb in self.words.all(role, text, sentence.start, sentence.end):
            start = max(sentence.start, verb.start() - _SUBJECT_WITHIN * 3)
            people = [
                one
                for one in self._view.observations(sentence.field, start, verb.start())
                if one.entity_type == "person"
            ]
            if not people or not self._is_subject(sentence, people[-1], verb.start(), role):
                continue
            group = _GROUP.match(text, sentence.start) and part != "speaker"
            chosen = people if group else joined(self._view.text[sentence.field], people)
            for one in chosen:
                yield Participation(part, span_of(one))

    def _is_subject(self, sentence: Sentence, person: Observation, verb: int, role: str) -> bool:
        text = self._view.text[sentence.field]
        if verb - person.end_char > _SUBJECT_WITHIN:
            return False
        if _BORDER.search(text, person.end_char, verb):
            return False
        if self.words.first("speaks", text, person.end_char, verb) and role != "attends":
            return False
        first = max(sentence.start, person.start_char - 32)
        return not _OBJECT_BEFORE.search(text, first, self._before_titles(sentence, person))

    def _before_titles(self, sentence: Sentence, person: Observation) -> int:
        return max(
            sentence.start,
            self._titles.skip_styles_back(self._view.raw[sentence.field], person.start_char),
        )

    def _named_behind(self, sentence: Sentence, role: str, part: Part) -> Iterator[Participation]:
        """Yield the persons whom "dưới sự chủ trì của" introduces."""
        text = self._view.text[sentence.field]
        for words in self.words.all(role, text, sentence.start, sentence.end):
            opens = _HEAD.fullmatch(text, sentence.start, words.start()) is not None
            if not (opens or words[0].endswith(("của", "by"))):
                continue
            border = re.compile(r"[.;]").search(text, words.end(), sentence.end)
            end = border.start() if border and not opens else sentence.end
            for one in self._view.observations(sentence.field, words.end(), end):
                if one.entity_type == "person":
                    yield Participation(part, span_of(one))

    def _announced(self, sentence: Sentence) -> Iterator[Participation]:
        """Yield whom "Phát biểu tại hội thảo, ông A …" or "Theo bà B, …" announces."""
        text = self._view.text[sentence.field]
        head = _HEAD.match(text, sentence.start)
        start = head.end() if head else sentence.start
        words = self.words.at("speaking", text, start, sentence.end)
        people = [
            one
            for one in self._view.observations(sentence.field, start, sentence.end)
            if one.entity_type == "person"
        ]
        if words is None or not people or people[0].start_char < words.end():
            return
        gap = text[words.end() : people[0].start_char]
        source = "theo" in words[0].split()
        told = gap.count(",") == (0 if source else 1) and len(gap) <= _SUBJECT_WITHIN
        first = max(sentence.start, people[0].start_char - 32)
        named = self._before_titles(sentence, people[0])
        if told and not _BORDER.search(gap) and not _OBJECT_BEFORE.search(text, first, named):
            yield Participation("speaker", span_of(people[0]))

    def _listed(self, sentence: Sentence) -> Iterator[Participation]:
        """Yield those whom "Tham dự hội nghị có …" or "với sự tham dự của …" lists."""
        text = self._view.text[sentence.field]
        for words in self.words.all("attending", text, sentence.start, sentence.end):
            opens = _HEAD.fullmatch(text, sentence.start, words.start()) is not None
            clause = text[: words.start()].rstrip().endswith((";", ","))
            lists = clause and "có" in text[words.end() : words.end() + 40].split()
            if not (opens or lists or words[0].startswith(_INTRODUCING)):
                continue
            end = sentence.end
            speech = self.words.first("speaks", text, words.end(), end)
            if speech is not None:
                end = speech.start()
            for one in self._view.observations(sentence.field, words.end(), end):
                if one.entity_type == "person" or (
                    one.entity_type == "organisation" and not self._is_office(one)
                ):
                    yield Participation("attendee", span_of(one))
            return
