"""Names that belong together in a sentence, and those that stand aside: lists and invitations.

Which part the named have in an event is decided in `participation`.
"""

import re
from collections.abc import Sequence

from assets.entities.records import Observation
from assets.events.statements.view import ArticleView, Sentence

_AND = re.compile(r"(?<!\w)và[ \u00a0]")
_BORDER = re.compile(r"(?<!gs)(?<!ts)(?<!hs)(?<!tp)\.|[:;!?“”\"]")
# "các đại biểu A, B và C": nothing but names stands between.
_LIST_GAP = re.compile(r"(?:,|,?[ \u00a0]và|,?[ \u00a0]cùng)[ \u00a0](?:(?:ông|bà)[ \u00a0])?")
_ITEMS = re.compile(r"[^.:;!?“”\"\n]{0,160};[^.:;!?“”\"\n]{0,60}")
_INVITATION = re.compile(r"(?<!\w)lời[ \u00a0]mời[ \u00a0]của[ \u00a0]")


def joined(view: ArticleView, people: Sequence[Observation], *, listed: bool) -> list[Observation]:
    """Return the last of the persons with those joined to them by "và" or commas.

    `listed`: by semicolons too, as in "Ông A, Giám đốc Sở X; bà B, Chủ tịch Hội Y dự".
    """
    text = view.text[people[-1].field]
    chosen = [people[-1]]
    if len(people) > 1:
        gap = text[people[-2].end_char : people[-1].start_char]
        if (_AND.search(gap) and not _BORDER.search(gap)) or (listed and _ITEMS.fullmatch(gap)):
            chosen.insert(0, people[-2])
    for one in reversed(people[: -len(chosen)]):
        gap = text[one.end_char : chosen[0].start_char]
        # "Phó Thủ tướng A, Bộ trưởng B": the office is that of the one behind it.
        named = text[one.end_char : view.introduced_at(chosen[0])]
        listing = _LIST_GAP.fullmatch(gap) or _LIST_GAP.fullmatch(named)
        if not (listing or (listed and _ITEMS.fullmatch(gap))):
            break
        chosen.insert(0, one)
    return chosen


def inviters(view: ArticleView, sentence: Sentence) -> list[Observation]:
    """Return at whose invitation somebody comes: "nhận lời mời của Thủ tướng A"."""
    text = view.text[sentence.field]
    found = []
    for words in _INVITATION.finditer(text, sentence.start, sentence.end):
        behind = view.observations(sentence.field, words.end(), sentence.end)
        found += [one for one in behind if one.entity_type == "person"][:1]
    return found
