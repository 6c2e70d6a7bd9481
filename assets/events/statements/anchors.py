"""Where an article names an event: a kind word and what the words around it say of it.

An anchor is one such place. Which anchors are events, and which of them is the one the article is
about, is decided in `finding`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from assets.events.records import DateMention
from assets.events.statements.encounters import as_verb, has_its_sides, is_mishap
from assets.events.statements.holding import held_behind, is_several
from assets.events.statements.names import EventName, read_name
from assets.events.statements.view import ArticleView, Sentence
from assets.events.statements.words import EventLexicon, KindMatch
from assets.reference.event_records import EventKind

# "làm lễ khánh thành", but no "làm hội nghị".
_CEREMONY = "lễ "
# "khi một vụ cháy khác xảy ra"
_ANOTHER = re.compile(r"[ \u00a0]khác(?!\w)")
# "chương trình Vinh quang Việt Nam lần thứ IV" is one of its own.
_ORDINAL = re.compile(r"(?<!\w)lần[ \u00a0](?:thứ[ \u00a0]\w|\d)")
# Verbs of encounters are told by those who meet: only the head of an article is read for them.
_ENCOUNTER_SENTENCES = 3
_ANNIVERSARY = re.compile(r"\([^()\n]{4,24}?[ \u00a0]?[-–][ \u00a0]?[^()\n]{4,24}?\d{4}\)")
_BRACKET = 40
# How far from an event words such as "sẽ" or "hoãn" still speak of it.
_SAID_WITHIN = 40
_CAUSES = re.compile(r"[ \u00a0]+(?:(?:đã|đã[ \u00a0]+)?(?:làm|khiến|cướp đi|gây))(?!\w)")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A kind word at `start` to `end` of a sentence, and what stands around it.

    `held`: words say that it took place or somebody held it; `attended`: somebody took part in it.
    `subject_end` is where the words that hold it begin: those who hold it stand before. `agents`
    is where "do … tổ chức" names them. `refers`: it is named before ("tại hội nghị"); `is_frame`:
    something else happened within it ("trong khuôn khổ chuyến thăm").
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
    is_frame: bool = False


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
        matches = list(self._words.kind_matches(text, sentence.start, sentence.end))
        for match, following in zip_longest(matches, matches[1:]):
            if match.start < done or (following and self._holds(sentence, match, following)):
                continue
            if self._view.within_observation(sentence.field, match.start, match.end) is not None:
                continue
            verb = as_verb(self._view, sentence, match)
            anchor = self._encounter(sentence, verb) if verb else self._noun(sentence, match)
            if anchor is not None:
                done = max(anchor.name.end, anchor.end)
                yield anchor

    def _holds(self, sentence: Sentence, match: KindMatch, following: KindMatch) -> bool:
        """Tell whether a verb only holds the event named next: "phát động cuộc thi"."""
        text, start = self._view.text[sentence.field], following.start
        held = not following.is_verb and self._words.before("organises", text, match.start, start)
        return match.is_verb and bool(held) and not following.named_only

    def _noun(self, sentence: Sentence, match: KindMatch) -> Anchor | None:
        text, words = self._view.text[sentence.field], self._words
        name = read_name(self._view, sentence, match, words)
        ordinal = _ORDINAL.search(text, name.start, name.end)
        if match.named_only and name.theme is None and ordinal is None:
            return None
        organises = words.before("organises", text, sentence.start, match.start)
        if organises is None and text.startswith(_CEREMONY, match.start):
            organises = words.before("performs", text, sentence.start, match.start)
        opens = words.before("opens", text, sentence.start, match.start)
        happens = words.before("takes_place", text, sentence.start, match.start)
        attended = any(
            words.before(role, text, sentence.start, match.start)
            for role in ("attends", "chairs", "chaired_by", "speaking")
        )
        holds = organises or opens
        behind = held_behind(self._view, words, sentence, name.whole_end)
        dates = self._dates(sentence, name)
        if match.kind.shape == "happening" and _CAUSES.match(text, name.end):
            behind = behind or (name.end, name.end)
        before = organises or opens or happens
        # "điều tra nguyên nhân vụ cháy xảy ra sáng 5/6": what befell is told with its day.
        befell = is_mishap(match)
        day = any(date.precision == "day" for date in dates)
        told = match.kind.shape == "happening" and behind is not None and day
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
            several=is_several(self._view, words, sentence, match.start, name.whole_end),
            beside=(beside and not before and not told)
            or _ANOTHER.match(text, match.end) is not None,
            denied=not befell and self._denied(sentence, match.start, name.whole_end),
            planned=self._planned(sentence, before.start(), match.start)
            if before
            else self._planned(sentence, match.start, name.whole_end + _SAID_WITHIN),
            refers=refers,
            subject_end=holds.start() if holds else None,
            agents=behind,
            dates=dates,
            is_frame=words.before("frames", text, sentence.start, match.start) is not None,
        )

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
