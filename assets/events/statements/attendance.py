"""Who is listed as present: "Tham dự có …", "Về phía X có: …" over lines, "giữa A và B".

Reads lists forwards from the words that open them. Those who act before a verb are read in
`participation`.
"""

import re
from collections.abc import Callable, Iterator

from assets.entities.records import Observation
from assets.events.records import Part, Participation
from assets.events.statements.anchors import Anchor
from assets.events.statements.view import ArticleView, Sentence, span_of
from assets.events.statements.words import EventLexicon, two_sided

HEAD = re.compile(r"[\s–+•*-]*(?:(?:cũng|cùng|trước đó|chiều|sáng)[ \u00a0]+)?")
# "Về phía tỉnh Nghệ An có các đồng chí: …", "Phía bạn có ông …".
_SIDE = re.compile(
    r"(?:\A|[.;,][ \u00a0])(?:còn[ \u00a0]+)?(?:về[ \u00a0]+)?phía[ \u00a0]"
    r"((?:[^.;:]|(?<=tp)\.){2,90}?)"
    r"(?:,[ \u00a0]|[ \u00a0])(?:có|gồm)(?!\w)"
)
# A list that goes on over lines: each begins with a mark or with how a person is called.
_ITEM = re.compile(
    r"(?:[-–+•*]|\d{1,2}[.)])[ \u00a0]*\w|(?:ông|bà|đồng chí|đ/c|ngài|gs|ts|pgs)[ .:]|-"
)
_INTRODUCING = ("với", "có sự", "thu hút", "trước sự", "dưới sự", "được ký bởi", "attended", "with")
_BETWEEN = re.compile(r"(?<!\w)(?:giữa|between)(?!\w)")
_WITH = re.compile(r"(?<!\w)(?:giữa|between|với(?![ \u00a0](?:sự|mục|tổng|nội dung|chủ đề)))(?!\w)")
_BETWEEN_ENDS = re.compile(
    r"[.;:“”\"]|(?<!\w)(?:do|nhằm|để|tại|trong|về|với[ \u00a0]sự|dưới[ \u00a0]sự|đã|được"
    r"|diễn ra)(?!\w)"
)
# "Đến dự và phát biểu chỉ đạo đại hội có đồng chí …"
_DELIVERS = re.compile(
    r"(?:[ \u00a0]\w+){0,3}[ \u00a0](?:và|,)[ \u00a0](?:có[ \u00a0])?phát biểu"
    r"(?:[ \u00a0]\w+){0,5}?[ \u00a0](?:có|là|gồm)(?!\w)"
)
_FIRST_WITHIN = 60
_LONGEST_ITEM = 300


class AttendanceReader:
    """Reads who is listed in one article; `is_office` tells bodies that only name an office."""

    def __init__(
        self, view: ArticleView, lexicon: EventLexicon, is_office: Callable[[Observation], bool]
    ) -> None:
        self._view = view
        self._words = lexicon
        self._is_office = is_office

    def listed(self, sentence: Sentence) -> Iterator[Participation]:
        """Yield those whom "Tham dự hội nghị có …" or "với sự tham dự của …" lists."""
        start = self._opening(sentence)
        if start is None:
            return
        delivers = _DELIVERS.match(self._view.text[sentence.field], start, sentence.end)
        start = delivers.end() if delivers else start
        end = self._end(sentence, start)
        for one in self._view.observations(sentence.field, start, end):
            if one.entity_type == "person" or (
                one.entity_type == "organisation" and not self._is_office(one)
            ):
                part: Part = "speaker" if delivers and one.entity_type == "person" else "attendee"
                yield Participation(part, span_of(one))

    def between(self, anchor: Anchor) -> Iterator[Participation]:
        """Yield those between whom an event is: "cuộc gặp giữa A và B", "lễ ký kết với C"."""
        signing = "signing" in anchor.kind.families
        if not (signing or two_sided(anchor.kind)):
            return
        sentence, text = anchor.sentence, self._view.text[anchor.sentence.field]
        pattern = _WITH if signing else _BETWEEN
        between = pattern.search(text, anchor.start, sentence.end)
        if between is None:
            return
        here = self._view.observations(sentence.field, between.end(), sentence.end)
        ends = next(
            (
                one.start()
                for one in _BETWEEN_ENDS.finditer(text, between.end(), sentence.end)
                if self._view.within_observation(sentence.field, one.start(), one.end()) is None
            ),
            sentence.end,
        )
        people = [] if signing else [one for one in here if one.entity_type == "person"]
        bodies = [one for one in here if one.entity_type == "organisation"]
        for one in people or bodies:
            if one.end_char <= ends and (one in people or not self._is_office(one)):
                yield Participation("attendee", span_of(one))

    def _opening(self, sentence: Sentence) -> int | None:
        """Return where a list of those present begins in a sentence."""
        text = self._view.text[sentence.field]
        # Most sentences do without the word: a cheap look before the long one.
        told = text.find("phía", sentence.start, sentence.end) >= 0
        side = _SIDE.search(text[sentence.start : sentence.end]) if told else None
        if side is not None and not self._is_parted(sentence, *side.span(1)):
            start = sentence.start + side.end()
            first = self._view.observations(sentence.field, start, sentence.end)[:1]
            item = text[start : sentence.end].strip() == ":"
            if item or (first and first[0].start_char - start <= _FIRST_WITHIN):
                return start
        for words in self._words.all("attending", text, sentence.start, sentence.end):
            opens = HEAD.fullmatch(text, sentence.start, words.start()) is not None
            clause = text[: words.start()].rstrip().endswith((";", ","))
            lists = clause and "có" in text[words.end() : words.end() + 40].split()
            if opens or lists or words[0].startswith(_INTRODUCING):
                return words.end()
        return None

    def _is_parted(self, sentence: Sentence, start: int, end: int) -> bool:
        """Tell whether a comma parts who is meant from "có": "về phía tỉnh, nghề dệt có …"."""
        text, first = self._view.text[sentence.field], sentence.start
        commas = re.compile(",").finditer(text, first + start, first + end)
        return any(
            self._view.within_observation(sentence.field, one.start(), one.end()) is None
            for one in commas
        )

    def _end(self, sentence: Sentence, start: int) -> int:
        """Return where a list that begins at `start` ends: with the sentence, or its last line."""
        text = self._view.text[sentence.field]
        speeches = self._words.all("speaks", text, start, sentence.end)
        speech = self._view.outside_names(sentence.field, speeches)
        if speech is not None:
            return speech.start()
        end = sentence.end
        if not text[start:end].rstrip().endswith((":", ";")):
            return end
        following = (one for one in self._view.lead if one.start >= end)
        for item in following:
            if sentence.field != "text" or item.end - item.start > _LONGEST_ITEM:
                break
            if not _ITEM.match(text, item.start) or self._opening(item) is not None:
                break
            end = item.end
        return end
