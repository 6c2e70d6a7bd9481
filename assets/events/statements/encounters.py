"""Verbs that tell an event by those who meet: "tiếp", "làm việc với", "thắng".

Such a verb means an event only between names: one who acts before it and, where two sides meet, one
behind. Nouns that name events are read in `anchors`.
"""

import re
from dataclasses import replace

from assets.entities.records import Observation
from assets.events.statements.view import ArticleView, Sentence
from assets.events.statements.words import KindMatch, two_sided

CLAUSE_BORDER = re.compile(
    r"[;:.!?“”\"]|,[ \u00a0](?:sau đó|đồng thời|trong đó|theo đó|khi|nếu)(?!\w)"
)
_ACTORS = ("person", "organisation")
_TEAMS = ("place", "organisation")
_SUBJECT_WITHIN = 110
_OBJECT_WITHIN = 90
# "thắng", "hạ" mean a match only between the names of two sides, with a score.
_TEAM_WITHIN = 24
# "vừa được khánh thành", "sẽ khởi công": done, by whom the sentence need not say.
_DONE = re.compile(r"(?<!\w)(?:được|vừa|đã|chính thức|sẽ)[ \u00a0]+\Z")
_RECEIVED = re.compile(r"(?<!\w)được[ \u00a0]*\Z")
_BY = re.compile(r"(?<!\w)do[ \u00a0]+\Z")
# What may stand between a name and what it does.
_MARKERS = re.compile(r"(?:[ \u00a0]|(?<!\w)(?:đã|vừa|sẽ|tiến hành|đến|tiếp tục)(?!\w))*")
_MISHAPS = frozenset({"accident", "fire", "disaster"})
_SCORE = re.compile(r"(?<![\d/-])\d{1,3}[ \u00a0]?[-–][ \u00a0]?\d{1,3}(?![\d/-])")


def as_verb(view: ArticleView, sentence: Sentence, match: KindMatch) -> KindMatch | None:
    """Return `match` read as a verb; None where it is the noun.

    A word that is both is the verb right behind a name: "Đoàn đại biểu Quốc hội tỉnh X đã tiếp xúc
    cử tri".
    """
    if match.is_verb or match.verb_kind is None:
        return match if match.is_verb else None
    actor = _subject(view, sentence, match)
    if actor is None or actor.entity_type not in _ACTORS:
        return None
    gap = view.text[sentence.field][actor.end_char : match.start]
    if _MARKERS.fullmatch(gap) is None:
        return None
    return replace(match, kind=match.verb_kind, is_verb=True)


def has_its_sides(view: ArticleView, sentence: Sentence, match: KindMatch) -> bool:
    """Tell whether those stand around the verb `match` without whom it means no event.

    A mishap, and what is told as done, needs nobody who does it but a day.
    """
    subject = _subject(view, sentence, match)
    if not two_sided(match.kind):
        if subject is not None and _is_agent(view, sentence, subject):
            return False
        # So is an arrest: police make many, and an undated one is no one in particular.
        befalls = is_mishap(match) or _is_done(view, sentence, match)
        befalls = befalls or match.kind.shape == "happening"
        passive = subject is not None and _is_given_to(view, sentence, subject)
        befalls = befalls or passive
        return _has_day(view, sentence) if befalls else subject is not None
    if subject is None:
        return False
    met = _object(view, sentence, match.end)
    if met is None:
        return False
    if match.kind.shape == "match":
        near = met.start_char - match.end <= _TEAM_WITHIN
        score = _SCORE.search(view.text[sentence.field], sentence.start, sentence.end)
        return near and met.entity_type in _TEAMS and score is not None
    # "gặp", "thăm" may mean anything unless a person does it or is met.
    short = " " not in view.text[sentence.field][match.start : match.end]
    return not short or met.entity_type == "person" or _is_done_by_person(view, sentence, match)


def _is_done_by_person(view: ArticleView, sentence: Sentence, match: KindMatch) -> bool:
    """Tell whether a person acts: "Đoàn do ông A, Phó Tư lệnh Hải quân làm trưởng đoàn đã thăm"."""
    start = max(sentence.start, match.start - _SUBJECT_WITHIN)
    text = view.text[sentence.field]
    return any(
        one.entity_type == "person" and not CLAUSE_BORDER.search(text, one.end_char, match.start)
        for one in view.observations(sentence.field, start, match.start)
    )


def is_mishap(match: KindMatch) -> bool:
    """Tell whether what the verb says befalls: those who stand before it do not do it."""
    return not _MISHAPS.isdisjoint(match.kind.families)


def _is_done(view: ArticleView, sentence: Sentence, match: KindMatch) -> bool:
    first = max(sentence.start, match.start - 24)
    return (
        match.kind.shape == "gathering"
        and _DONE.search(view.text[sentence.field], first, match.start) is not None
        and _subject(view, sentence, match) is None
    )


def _is_agent(view: ArticleView, sentence: Sentence, subject: Observation) -> bool:
    """Tell whether the verb is that of an aside: "vaccine do Chính phủ Đức trao tặng"."""
    text, start = view.text[sentence.field], subject.start_char
    return _BY.search(text, max(sentence.start, start - 4), start) is not None


def _is_given_to(view: ArticleView, sentence: Sentence, subject: Observation) -> bool:
    """Tell whether somebody else was acted upon: "anh A được Hội X tặng xe"."""
    text, start = view.text[sentence.field], subject.start_char
    return _RECEIVED.search(text, max(sentence.start, start - 8), start) is not None


def _has_day(view: ArticleView, sentence: Sentence) -> bool:
    days = view.dates(sentence.field, sentence.start, sentence.end)
    return any(date.precision == "day" for date in days)


def _subject(view: ArticleView, sentence: Sentence, match: KindMatch) -> Observation | None:
    """Return the name nearest before the verb, in its clause."""
    types = _TEAMS if match.kind.shape == "match" else _ACTORS
    start = max(sentence.start, match.start - _SUBJECT_WITHIN)
    here = [
        one
        for one in view.observations(sentence.field, start, match.start)
        if one.entity_type in types
    ]
    text = view.text[sentence.field]
    if not here or CLAUSE_BORDER.search(text, here[-1].end_char, match.start):
        return None
    return here[-1]


def _object(view: ArticleView, sentence: Sentence, start: int) -> Observation | None:
    """Return the name nearest behind the verb, in its clause."""
    end = min(sentence.end, start + _OBJECT_WITHIN)
    here = [
        one
        for one in view.observations(sentence.field, start, sentence.end)
        if one.entity_type != "official_document" and one.start_char < end
    ]
    if not here or CLAUSE_BORDER.search(view.text[sentence.field], start, here[0].start_char):
        return None
    return here[0]
