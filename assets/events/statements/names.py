"""What an event is called: the words behind its kind, and the quoted theme where there is one.

Reads forwards from a kind word to where the name ends. Which words end a name is in the reference
data; the shapes (quotes, ordinals, terms of office) are here.
"""

import re
from dataclasses import dataclass

from assets.events.statements.view import ArticleView, Sentence
from assets.events.statements.words import EventLexicon, KindMatch

_OPENING = '“"«‘'
_CLOSING = {
    opening: re.compile(f"[{closing}]")
    for opening, closing in {"“": '”"“', '"': '"”', "«": "»", "‘": "’'"}.items()
}
_THEME_WITHIN = 110
_MAX_THEME = 260
_MAX_NAME = 220
_STOP = re.compile(r"(?<!tp)(?<!gs)(?<!ts)(?<!ths)\.|[;:!?()\n“”\"«»…]|[ \u00a0][-–—][ \u00a0]|,")
_AT_PLACE = re.compile(r"(?<!\w)(?:tại|ở|in|at)[ \u00a0]+(?=\w)")
_BLANKS = " \u00a0"
_PAUSE = " \u00a0,:-–—"
# "hội thảo về nội dung này", "tọa đàm tương tự", "hội đàm lần tới": no name of any.
_POINTS_BACK = re.compile(
    r"(?<!\w)(?:này|đó|ấy|nói trên|kể trên|nêu trên|như vậy|như thế|tương tự|lần tới|lần sau"
    r"|lần trước|trước đó|(?:nội dung|vấn đề|chủ đề|chuyên đề) trên|tiếp theo|kế tiếp|sắp tới"
    r"|vừa qua|vừa rồi)\Z"
)
# "đã trao 200 suất quà", "tổ chức bàn giao nhà": the name begins with what was done.
_HELD = re.compile(r"(?:đã|vừa|đến|tổ chức)[ \u00a0]+")
_ABOUT = re.compile(r"[ \u00a0]về[ \u00a0]")
_YEARS = re.compile(r"\d{4}[ \u00a0][-–—][ \u00a0]\d{4}")
_SENTENCE_STOP = re.compile(r"[;!?\n]|\([^()\n]{31}")
# "Hội Cựu chiến binh huyện X (Kiên Giang) lần thứ VII": the name goes on behind the bracket.
_BRACKET_WITHIN = re.compile(
    r"\([^()\n]{2,30}\),?[ \u00a0](?=lần thứ|khóa|nhiệm kỳ|năm \d|giai đoạn|mở rộng)"
)
_WORDS_OF_THEME = 3
# Words of a kind that say nothing more: "hội nghị trực tuyến", "hội thảo này".
_IDLE = re.compile(
    r"(?:[ \u00a0]|(?<!\w)(?:trực tuyến|trực tiếp|này|trên|nói trên|kể trên|toàn quốc|quốc tế"
    r"|khoa học|lần này|chính thức|hôm nay|vừa qua|thường niên|đã|lớn|với)(?!\w))*"
)


@dataclass(frozen=True, slots=True)
class EventName:
    """The words that name an event, `start` to `end`, and the theme, None when there is none.

    `says_more` is whether those words are more than the kind.
    """

    start: int
    end: int
    theme: tuple[int, int] | None
    says_more: bool

    def holds(self, position: int) -> bool:
        """Tell whether what begins at `position` is a part of the name or the theme."""
        spans = [(self.start, self.end)] + ([self.theme] if self.theme else [])
        return any(start <= position < end for start, end in spans)

    @property
    def whole_end(self) -> int:
        """Where name and theme end, the closing quote included."""
        return max(self.end, self.theme[1] + 1) if self.theme else self.end

    @property
    def best(self) -> tuple[int, int] | None:
        """The span to call the event by: its theme, or the words that name it."""
        if self.theme is not None:
            return self.theme
        return (self.start, self.end) if self.says_more else None


def read_name(
    view: ArticleView, sentence: Sentence, match: KindMatch, lexicon: EventLexicon
) -> EventName:
    """Return the name that begins with the kind word `match`."""
    text = view.text[sentence.field]
    end = _phrase_end(view, sentence, match, lexicon)
    theme = _theme(text, sentence, match.end, end, lexicon)
    more = _IDLE.sub("", text[match.end : end], count=1).strip(_PAUSE)
    # A mishap or a match has no name: the words behind its kind tell what befell.
    # Nor has an encounter told by what its sides do ("tiếp Đại sứ A"), but for what it is about.
    named = match.kind.shape not in ("happening", "match")
    if match.is_verb and match.kind.shape in ("encounter", "reception"):
        named = _ABOUT.search(text, match.end, end) is not None
    says_more = named and len(more) > 2 and (end - match.end) > 3
    held = _HELD.match(text, match.start, match.end) if match.is_verb else None
    start = held.end() if held else match.start
    return EventName(start, end, theme, says_more and not _POINTS_BACK.search(text[start:end]))


def _phrase_end(
    view: ArticleView, sentence: Sentence, match: KindMatch, lexicon: EventLexicon
) -> int:
    text = view.text[sentence.field]

    def is_inside(position: int) -> bool:
        return view.within_observation(sentence.field, position, position + 1) is not None

    end = min(sentence.end, match.end + _MAX_NAME)
    for stop in _STOP.finditer(text, match.end, end):
        goes_on = stop[0] == "," and _resumes(text, stop.end(), lexicon)
        goes_on = goes_on or _joins_places(view, sentence, stop)
        goes_on = goes_on or _is_of_bracket_within(text, match.end, stop.start())
        inside = stop[0] not in ";:.!?\n" and is_inside(stop.start())
        if not (goes_on or inside):
            end = stop.start()
            break
    ends = [
        *(
            word.start()
            for word in lexicon.all("name_ends", text, match.end, end)
            # "gặp mặt người có công": "có" is a part of the name.
            if lexicon.at("name_goes_on", text, word.start(), sentence.end) is None
        ),
        *(at.start() for at in _AT_PLACE.finditer(text, match.end, end)),
    ]
    end = min((one for one in ends if not is_inside(one)), default=end)
    end = min(_days(view, sentence, match.end, end), default=end)
    while end > match.end and text[end - 1] in _PAUSE:
        end -= 1
    return end


def _resumes(text: str, position: int, lexicon: EventLexicon) -> bool:
    """Tell whether the name goes on behind a comma: "sơ kết, triển khai nhiệm vụ"."""
    while position < len(text) and text[position] in _BLANKS:
        position += 1
    return lexicon.at("name_resumes", text, position, len(text)) is not None


def _is_of_bracket_within(text: str, start: int, position: int) -> bool:
    """Tell whether a mark opens, ends or stands in a bracket behind which the name goes on."""
    opens = text.rfind("(", start, position + 1)
    bracket = _BRACKET_WITHIN.match(text, opens) if opens >= 0 else None
    return bracket is not None and position < bracket.end()


def _joins_places(view: ArticleView, sentence: Sentence, stop: re.Match[str]) -> bool:
    """Tell whether a dash joins two places or years: "hội đàm Việt - Trung", "2016 - 2018".

    One of the two may be a body: "Hội nghị ASEAN - Trung Quốc".
    """
    if stop[0].strip() not in ("-", "–", "—"):
        return False
    if _YEARS.search(view.text[sentence.field], stop.start() - 4, stop.end() + 4):
        return True
    before = view.within_observation(sentence.field, stop.start() - 1, stop.start())
    behind = view.within_observation(sentence.field, stop.end(), stop.end() + 1)
    if before is None or behind is None:
        return False
    types = {before.entity_type, behind.entity_type}
    return "place" in types and types <= {"place", "organisation"}


def _days(view: ArticleView, sentence: Sentence, start: int, end: int) -> list[int]:
    """Return where days begin that are no part of a name, as "kỷ niệm ngày 2/9" is."""
    text = view.text[sentence.field]
    return [
        date.start_char
        for date in view.dates(sentence.field, start, end)
        if date.precision == "day" and not text[start : date.start_char].rstrip().endswith("niệm")
    ]


def _theme(
    text: str, sentence: Sentence, start: int, end: int, lexicon: EventLexicon
) -> tuple[int, int] | None:
    """Return the theme that stands in quotes right behind the name, or behind "với chủ đề"."""
    position = end
    while position < sentence.end and text[position] in _BLANKS:
        position += 1
    if position < sentence.end and text[position] in _OPENING:
        return _quoted(text, sentence, position, least=2)
    stop = _SENTENCE_STOP.search(text, start, min(sentence.end, end + _THEME_WITHIN))
    last = stop.start() if stop else min(sentence.end, end + _THEME_WITHIN)
    told = lexicon.first("theme", text, start, last)
    if told is None:
        return None
    position = told.end()
    while position < sentence.end and text[position] in _PAUSE:
        position += 1
    if position < sentence.end and text[position] in _OPENING:
        return _quoted(text, sentence, position, least=1)
    return _unquoted(text, position, sentence.end)


def _unquoted(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the words of a theme that nobody put in quotes, up to the next pause."""
    stop = _STOP.search(text, start, min(end, start + _MAX_THEME))
    last = stop.start() if stop else end
    return (start, last) if len(text[start:last].split()) >= _WORDS_OF_THEME else None


def _quoted(text: str, sentence: Sentence, start: int, *, least: int) -> tuple[int, int] | None:
    """Return what the quotes at `start` hold when it is `least` words or more."""
    last = min(sentence.end, start + _MAX_THEME)
    closing = _CLOSING[text[start]].search(text, start + 1, last)
    if closing is None:
        return None
    first, stop = start + 1, closing.start()
    while first < stop and text[first] in _PAUSE:
        first += 1
    while stop > first and text[stop - 1] in _PAUSE + ".":
        stop -= 1
    return (first, stop) if len(text[first:stop].split()) >= least else None
