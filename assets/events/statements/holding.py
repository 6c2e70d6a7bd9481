"""Words that say that an event was held: by whom behind its name, and whether it is one or several.

What stands right before a kind word is read in `anchors`.
"""

import re

from assets.events.statements.encounters import CLAUSE_BORDER
from assets.events.statements.view import ArticleView, Sentence
from assets.events.statements.words import EventLexicon

_COUNT_BEFORE = re.compile(
    r"(?<![\w/.-])(\d{1,3}(?:[.,]\d{3})*|hơn \d+|gần \d+)[ \u00a0]+(?:\w+[ \u00a0]+){0,2}\Z"
)
# "năm thứ ba hội chợ mở cửa" counts years, not fairs.
_RANKED = re.compile(r"(?<!\w)thứ[ \u00a0]\Z")
# How far from an event its words still speak of it.
_SAID_WITHIN = 40
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


def is_several(
    view: ArticleView, lexicon: EventLexicon, sentence: Sentence, start: int, name_end: int
) -> bool:
    """Tell whether a kind word means no event of its own: "nhiều hội thảo", "lễ hội hằng năm".

    It stands at `start`, the name it begins ends at `name_end`.
    """
    text = view.text[sentence.field]
    plural = lexicon.before("several", text, sentence.start, start)
    if plural is not None and not _RANKED.search(text, max(0, plural.start() - 4), plural.start()):
        return True
    if _is_counted(view, sentence, start):
        return True
    verbs = lexicon.all("takes_place", text, name_end, min(sentence.end, name_end + _SAID_WITHIN))
    return any(
        lexicon.at("habitual", text, _skip(text, verb.end()), sentence.end) for verb in verbs
    )


def _is_counted(view: ArticleView, sentence: Sentence, start: int) -> bool:
    """Tell whether a number stands before a kind, not as the end of a name: "Chi đội 9"."""
    count = _COUNT_BEFORE.search(view.text[sentence.field], sentence.start, start)
    if count is None:
        return False
    return view.within_observation(sentence.field, count.start(), count.end(1)) is None


def held_behind(
    view: ArticleView, lexicon: EventLexicon, sentence: Sentence, start: int
) -> tuple[int, int] | None:
    """Return where those stand who are said, behind the name, to have held the event.

    An empty span when only words such as "diễn ra" stand there.
    """
    text = view.text[sentence.field]
    end = min(sentence.end, start + _HELD_WITHIN)
    border = CLAUSE_BORDER.search(text, start, end)
    if border is not None:
        end = border.start()
    passive = _PASSIVE.search(text, start, end)
    if passive is not None:
        return passive.end(), end
    agent = _AGENT.search(text, start, end)
    if agent is not None:
        for role in ("organises", "chairs", "carries_out"):
            last = min(sentence.end, agent.end() + _AGENTS_WITHIN)
            verbs = lexicon.all(role, text, agent.end(), last)
            verb = view.outside_names(sentence.field, verbs)
            if verb is not None:
                return agent.end(), verb.start()
    for passive in _PASSIVE_OF.finditer(text, start, end):
        body = view.observations(sentence.field, passive.end(), sentence.end)[:1]
        if body and body[0].start_char == passive.end():
            verb = lexicon.at("organises", text, _skip(text, body[0].end_char), end)
            if verb is not None:
                return passive.end(), verb.start()
    verbs = lexicon.all("takes_place", text, start, end)
    happens = view.outside_names(sentence.field, verbs)
    return (happens.start(), happens.start()) if happens is not None else None
