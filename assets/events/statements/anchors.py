"""Where an article names an event: a kind word and what the words around it say of it.

An anchor is one such place. Which anchors are events, and which of them is the one the article is
about, is decided in `finding`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assets.events.records import DateMention
from assets.events.statements.encounters import CLAUSE_BORDER, has_its_sides, is_mishap
from assets.events.statements.names import EventName, read_name
from assets.events.statements.view import ArticleView, Sentence
from assets.events.statements.words import EventLexicon, KindMatch
from assets.reference.event_records import EventKind

_COUNT_BEFORE = re.compile(
    r"(?<![\w/.-])(\d{1,3}(?:[.,]\d{3})*|hơn \d+|gần \d+)[ \u00a0]+(?:\w+[ \u00a0]+){0,2}\Z"
)
# Verbs of encounters are told by those who meet: only the head of an article is read for them.
_ENCOUNTER_SENTENCES = 3
_ANNIVERSARY = re.compile(r"\([^()\n]{4,24}?[ \u00a0]?[-–][ \u00a0]?[^()\n]{4,24}?\d{4}\)")
_BRACKET = 40
# How far from an event words such as "sẽ" or "hoãn" still speak of it.
_SAID_WITHIN = 40
_CAUSES = re.compile(r"[ \u00a0]+(?:(?:đã|đã[ \u00a0]+)?(?:làm|khiến|cướp đi|gây))(?!\w)")
_HELD_WITHIN = 150
_AGENTS_WITHIN = 260
_PASSIVE = re.compile(r"(?:hosted|held|organi[sz]ed)[^.;]{0,60}?[ \u00a0]by[ \u00a0]")
# "được Trung ương Đoàn phát động": who does it stands between.
_PASSIVE_OF = re.compile(r"(?<!\w)được[ \u00a0]+")
_AGENT = re.compile(r"(?<!\w)do[ \u00a0]")


def _skip(text: str, position: int) -> int:
    """Return where the next word begins."""
    while position < len(text) and text[position] in " \u00a0":
        position += 1
    return position


@dataclass(frozen=True, slots=True)
class Anchor:
    """A kind word at `start` to `end` of a sentence, and what stands around it.

    `held`: words say that it took place or somebody held it; `attended`: somebody took part in it.
    `subject_end` is where the words that hold it begin: those who hold it stand before. `agents`
    is where "do … tổ chức" names them. `refers`: it is named before ("tại hội nghị").
    """

    sentence: Sentence
    start: int
    end: int
    kind: EventKind
    is_verb: bool
    name: EventName
    held: bool
    attended: bool
    several: bool
    beside: bool
    denied: bool
    planned: bool
    refers: bool
    subject_end: int | None = None
    agents: tuple[int, int] | None = None
    dates: tuple[DateMention, ...] = field(default=())


class AnchorFinder:
    """Finds the anchors of one article."""

    def __init__(self, view: ArticleView, lexicon: EventLexicon) -> None:
        self._view = view
        self._words = lexicon

    def find(self) -> list[Anchor]:
        """Return all anchors, those of the title first, in reading order."""
        return [anchor for sentence in self._view.sentences for anchor in self._of(sentence)]

    def _of(self, sentence: Sentence) -> Iterator[Anchor]:
        text = self._view.text[sentence.field]
        done = sentence.start
        for match in self._words.kind_matches(text, sentence.start, sentence.end):
            if match.start < done:
                continue
            if self._view.within_observation(sentence.field, match.start, match.end) is not None:
                continue
            anchor = (
                self._encounter(sentence, match) if match.is_verb else self._noun(sentence, match)
            )
            if anchor is not None:
                done = max(anchor.name.end, anchor.end)
                yield anchor

    def _noun(self, sentence: Sentence, match: KindMatch) -> Anchor:
        text, words = self._view.text[sentence.field], self._words
        name = read_name(self._view, sentence, match, words)
        several = words.before("several", text, sentence.start, match.start) is not None
        several = several or self._is_counted(sentence, match)
        organises = words.before("organises", text, sentence.start, match.start)
        opens = words.before("opens", text, sentence.start, match.start)
        happens = words.before("takes_place", text, sentence.start, match.start)
        attended = any(
            words.before(role, text, sentence.start, match.start)
            for role in ("attends", "chairs", "chaired_by", "speaking")
        )
        holds = organises or opens
        behind = self._held_behind(sentence, name.whole_end)
        if match.kind.shape == "happening" and _CAUSES.match(text, name.end):
            behind = behind or (name.end, name.end)
        before = organises or opens or happens
        refers = words.before("refers", text, sentence.start, match.start) is not None
        beside = words.before("beside", text, sentence.start, match.start) is not None
        return Anchor(
            sentence,
            match.start,
            match.end,
            match.kind,
            is_verb=False,
            name=name,
            held=bool(before) or behind is not None,
            attended=attended,
            several=several,
            beside=beside and not before,
            denied=self._denied(sentence, match.start, name.end),
            planned=self._planned(sentence, before.start(), match.start)
            if before
            else self._planned(sentence, match.start, name.end + _SAID_WITHIN),
            refers=refers,
            subject_end=holds.start() if holds else None,
            agents=behind,
            dates=self._dates(sentence, name),
        )

    def _is_counted(self, sentence: Sentence, match: KindMatch) -> bool:
        """Tell whether a number stands before a kind, not as the end of a name: "Chi đội 9"."""
        text = self._view.text[sentence.field]
        count = _COUNT_BEFORE.search(text, sentence.start, match.start)
        if count is None:
            return False
        return self._view.within_observation(sentence.field, count.start(), count.end(1)) is None

    def _held_behind(self, sentence: Sentence, start: int) -> tuple[int, int] | None:
        """Return where those stand who are said, behind the name, to have held the event.

        An empty span when only words such as "diễn ra" stand there.
        """
        text = self._view.text[sentence.field]
        end = min(sentence.end, start + _HELD_WITHIN)
        border = CLAUSE_BORDER.search(text, start, end)
        if border is not None:
            end = border.start()
        passive = _PASSIVE.search(text, start, end)
        if passive is not None:
            return passive.end(), end
        agent = _AGENT.search(text, start, end)
        if agent is not None:
            for role in ("organises", "chairs"):
                last = min(sentence.end, agent.end() + _AGENTS_WITHIN)
                verbs = self._words.all(role, text, agent.end(), last)
                verb = self._view.outside_names(sentence.field, verbs)
                if verb is not None:
                    return agent.end(), verb.start()
        for passive in _PASSIVE_OF.finditer(text, start, end):
            body = self._view.observations(sentence.field, passive.end(), sentence.end)[:1]
            if body and body[0].start_char == passive.end():
                verb = self._words.at("organises", text, _skip(text, body[0].end_char), end)
                if verb is not None:
                    return passive.end(), verb.start()
        verbs = self._words.all("takes_place", text, start, end)
        happens = self._view.outside_names(sentence.field, verbs)
        return (happens.start(), happens.start()) if happens is not None else None

    def _denied(self, sentence: Sentence, start: int, end: int) -> bool:
        text = self._view.text[sentence.field]
        first = max(sentence.start, start - 60)
        last = min(sentence.end, end + _SAID_WITHIN)
        return self._words.first("not_held", text, first, last) is not None

    def _planned(self, sentence: Sentence, start: int, end: int) -> bool:
        text = self._view.text[sentence.field]
        first = max(sentence.start, start - _SAID_WITHIN)
        return self._words.first("announced", text, first, min(sentence.end, end)) is not None

    def _dates(self, sentence: Sentence, name: EventName) -> tuple[DateMention, ...]:
        here = self._view.dates(sentence.field, sentence.start, sentence.end)
        return tuple(
            date
            for date in here
            if not name.holds(date.start_char)
            and not self._is_anniversary(date)
            and self._view.within_observation(sentence.field, date.start_char, date.end_char)
            is None
        )

    def _is_anniversary(self, date: DateMention) -> bool:
        """Tell whether a date is one of two in brackets: "(1/3/1906 - 1/3/2006)"."""
        text = self._view.text[date.field]
        start = text.rfind("(", max(0, date.start_char - _BRACKET), date.start_char)
        bracket = _ANNIVERSARY.match(text, start) if start >= 0 else None
        return bracket is not None and date.start_char < bracket.end()

    def _encounter(self, sentence: Sentence, match: KindMatch) -> Anchor | None:
        """Return the anchor of a verb; None unless those who act and are met are named."""
        if sentence.number > _ENCOUNTER_SENTENCES or not has_its_sides(self._view, sentence, match):
            return None
        name = read_name(self._view, sentence, match, self._words)
        text = self._view.text[sentence.field]
        planned = self._planned(sentence, match.start, match.start)
        if planned and is_mishap(match):
            # A forecast: "bão sẽ đổ bộ".
            return None
        return Anchor(
            sentence,
            match.start,
            match.end,
            match.kind,
            is_verb=True,
            name=name,
            held=True,
            attended=False,
            several=False,
            beside=self._words.before("beside", text, sentence.start, match.start) is not None,
            denied=self._denied(sentence, match.start, match.end),
            planned=planned,
            refers=False,
            subject_end=None if is_mishap(match) else match.start,
            dates=self._dates(sentence, name),
        )
