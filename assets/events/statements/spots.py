"""Words that put something somewhere ("tại …"), and which of them speak of an event.

Which place stands behind them is read in `where`.
"""

import re

from assets.events.statements.anchors import Anchor
from assets.events.statements.view import ArticleView, Sentence
from assets.events.statements.words import EventLexicon, alike

_AT = re.compile(r"(?<!\w)(?:tại|ở|trên địa bàn|in|at)[ \u00a0]+")
# A mishap befalls on a road or in a district that a road leads through.
_ON = re.compile(r"(?<!\w)(?:tại|ở|trên địa bàn|thuộc địa bàn|thuộc|trên|qua|in|at|on)[ \u00a0]+")
BRIDGE_POINT = re.compile(r"điểm cầu(?! chính)[ \u00a0]*\Z")
_DAY_AT_HEAD = 24
_HOME = "Việt Nam"
_OF = re.compile(r"(?<!\w)của[ \u00a0]\Z")
_OFFICE_BEFORE = re.compile(
    r"(?:đại sứ|đại sứ quán|tổng lãnh sự|lãnh sự|đại diện|người|đại biện|sinh sống"
    r"|(?<!thăm và )làm việc|đang|khách)[^,.;]{0,40}\Z"
)


def spots_of(
    view: ArticleView, sentence: Sentence, anchor: Anchor, lexicon: EventLexicon
) -> list[re.Match[str]]:
    """Return the words of a sentence that may put the event somewhere, the likeliest first."""
    text = view.text[sentence.field]
    pattern = _ON if anchor.kind.shape == "happening" else _AT
    spots = [
        at
        for at in pattern.finditer(text, sentence.start, sentence.end)
        if view.within_observation(sentence.field, at.start(), at.start() + 1) is None
        and not _is_of_a_plan(sentence, anchor, at.start(), text, lexicon)
        and not (anchor.name.theme and anchor.name.theme[0] <= at.start() < anchor.name.theme[1])
        and not BRIDGE_POINT.search(text, max(sentence.start, at.start() - 24), at.start())
        and not _is_of_office(view, sentence, anchor, at.start())
        and not _is_of_another(sentence, anchor, at.start(), text, lexicon)
        and not _is_seated(view, sentence, anchor, at.start())
    ]
    # "Hội thảo về du học tại Úc sẽ diễn ra … tại Hà Nội": where it takes place comes first.
    held = lexicon.first("takes_place", text, anchor.name.end, sentence.end)
    first = held.start() if held and sentence is anchor.sentence else sentence.start

    def rank(at: re.Match[str]) -> tuple[bool, bool, int]:
        start = at.start()
        return not _opens(view, sentence, start), start < first, _distance(start, anchor)

    return sorted(spots, key=rank)


def _is_of_a_plan(
    sentence: Sentence, anchor: Anchor, position: int, text: str, lexicon: EventLexicon
) -> bool:
    """Tell whether what stands at `position` is told of a later event, as "sẽ" before it says."""
    if anchor.planned or sentence is not anchor.sentence or position <= anchor.name.end:
        return False
    return lexicon.first("announced", text, anchor.name.end, position) is not None


def _is_seated(view: ArticleView, sentence: Sentence, anchor: Anchor, position: int) -> bool:
    """Tell whether "tại" tells more of somebody's body: "Cố vấn của JICA tại Việt Nam".

    Those who meet may well do so where one of them has its seat.
    """
    text = view.text[sentence.field]
    before = view.observations(sentence.field, sentence.start, position)
    if not before or text[before[-1].end_char : position].strip():
        return False
    if before[-1].entity_type == "place":
        # "Hội người Việt Nam tại Úc tổ chức", but no "tuần phim Pháp tại Huế".
        return anchor.subject_end is not None and position < anchor.subject_end
    if before[-1].entity_type != "organisation":
        return False
    behind = view.observations(sentence.field, position, sentence.end)[:1]
    if behind and behind[0].name == _HOME:
        # "Tổ chức Plan tại Việt Nam": which office it is.
        return True
    owns = _OF.search(text, sentence.start, before[-1].start_char) is not None
    return view.is_office(before[-1]) or (owns and anchor.kind.shape == "gathering")


def _opens(view: ArticleView, sentence: Sentence, position: int) -> bool:
    """Tell whether "tại" opens the sentence, or stands behind the day that does.

    "Sáng 5/6, tại X, Sở Y tổ chức lễ an táng liệt sĩ hy sinh tại Lào": at X.
    """
    text = view.text[sentence.field]
    days = view.dates(sentence.field, sentence.start, position)
    start = days[-1].end_char if days else sentence.start
    at_head = not days or days[0].start_char - sentence.start <= _DAY_AT_HEAD
    return at_head and not text[start:position].strip(" \u00a0,()")


def _is_of_another(
    sentence: Sentence, anchor: Anchor, position: int, text: str, lexicon: EventLexicon
) -> bool:
    """Tell whether "tại" belongs to an event named in between: "ủng hộ sau vụ cháy tại X"."""
    if sentence is not anchor.sentence or position <= anchor.end:
        return False
    return any(
        not one.is_verb
        and one.kind.shape == "happening"
        and not alike(one.kind, anchor.kind)
        and "," not in text[one.end : position]
        and lexicon.first("takes_place", text, one.end, position) is None
        for one in lexicon.kind_matches(text, anchor.end, position)
    )


def _is_of_office(view: ArticleView, sentence: Sentence, anchor: Anchor, position: int) -> bool:
    """Tell whether "tại" tells where somebody serves or lives: "Đại sứ Lào tại Việt Nam".

    Those who "thăm, chúc Tết và làm việc tại tỉnh X" do so there.
    """
    text = view.text[sentence.field]
    if anchor.is_verb and anchor.end <= position and "visit" in anchor.kind.families:
        between = view.observations(sentence.field, anchor.end, position)
        if sentence is anchor.sentence and not between:
            return False
    return _OFFICE_BEFORE.search(text, max(sentence.start, position - 60), position) is not None


def _distance(position: int, anchor: Anchor) -> int:
    if position < anchor.start:
        return anchor.start - position
    return max(0, position - anchor.name.end)
