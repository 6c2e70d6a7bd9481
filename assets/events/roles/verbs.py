"""Offices given by a verb: "được bầu giữ chức Chủ tịch Hội …", "bổ nhiệm ông Nam làm Giám đốc …".

Finds where such an office begins and which person of the sentence it is given to; None unless only
one fits. Offices that are left, refused or merely proposed are none.
"""

import re
from collections.abc import Iterator, Sequence

from assets.entities.records import Observation
from assets.language.patterns import any_case

# All words that may begin it: the others are passed over at once.
_OPENINGS = (
    *("giữ", "đảm", "nhận", "nắm", "được", "tái", "trúng", "đắc"),
    *("bầu", "bổ", "phân", "chỉ"),
)
_GIVEN = re.compile(
    rf"(?<!\w)(?={any_case(_OPENINGS)})"
    r"(?:(?:giữ|đảm\s+nhiệm|đảm\s+nhận|nhận|nắm\s+giữ)\s+(?:chức\s+(?:vụ|danh)|chức|cương\s+vị"
    r"|vai\s+trò|trọng\s+trách|vị\s+trí)(?:\s+là)?"
    r"|(?:được|tái|trúng|đắc|tái\s+đắc)\s+(?:bầu|cử|bổ\s+nhiệm|tín\s+nhiệm\s+bầu|phân\s+công)"
    r"(?:\s+(?:làm|là|(?:giữ\s+)?chức(?:\s+(?:vụ|danh))?|giữ))?"
    r"|(?:bầu|bổ\s+nhiệm|phân\s+công|chỉ\s+định)(?=[^.;\n]{3,60}?\s+làm\s)[^.;\n]{3,60}?\s+làm)\s+",
    re.IGNORECASE,
)
# A cheap look before it, at text in lower case: one of these words with what follows it.
_CUES = tuple(
    (word, re.compile(rf"{word}{behind}"))
    for words, behind in (
        (("giữ", "nhiệm", "nhận"), r"\s+(?:chức|cương\s+vị|vai\s+trò|trọng\s+trách|vị\s+trí)"),
        (("được", "tái", "trúng", "đắc"), r"\s+(?:bầu|cử|bổ\s+nhiệm|tín\s+nhiệm|phân\s+công)"),
        (("bầu", "bổ", "phân", "chỉ"), r"[^.;\n]{3,80}?\s+làm\s"),
    )
    for word in words
)
_NOT_HELD = re.compile(
    r"(?<!\w)(?:thôi|sẽ|miễn\s+nhiệm|cách\s+chức|từng|không|chưa|đề\s+cử|giới\s+thiệu|ứng\s+cử"
    r"|đề\s+nghị|dự\s+kiến|bãi\s+nhiệm|từ\s+chức|nếu|dù|khả\s+năng|cơ\s+hội|hy\s+vọng|trước\s+(?:đó|khi|đây)|năm\s+\d{4}|xin)(?!\w)",
    re.IGNORECASE,
)
# "nước giữ chức Chủ tịch EU", "người giữ chức …": not the person of the sentence.
_OTHER_SUBJECT = re.compile(
    r"(?<!\w)(?:nước|người|ai|vị|đơn\s+vị|cơ\s+quan|bên|vợ|chồng|cha|mẹ|con)\s+(?:đang\s+)?\Z",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?<!TP)(?<!\bTS)(?<!\bGS)[.!?](?=\s)|\n|;")
# "thay ông Nam giữ chức", "bà Lan và ông Nam giữ chức": another person holds it, or also.
_ANOTHER_BEFORE = re.compile(
    r"(?<!\w)(?:thay|thay\s+(?:cho|thế|mặt)|kế\s+nhiệm|và|cùng|với|gặp|tiếp|của|do|theo)\s+"
    r"(?:[^\W\d]+\s+){0,2}\Z",
    re.IGNORECASE,
)
# What may stand between a name and the verb of which it is certainly the subject or object.
_BETWEEN = re.compile(
    r"\s*,?\s*(?:(?:đã|vừa|tiếp\s+tục|chính\s+thức|được|bầu|tái\s+cử|trúng\s+cử|tín\s+nhiệm|bổ\s+nhiệm"
    r"|điều\s+động|luân\s+chuyển|phân\s+công|chỉ\s+định|và|đại\s+hội|hội\s+nghị|nhất\s+trí)\s*)*",
    re.IGNORECASE,
)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begin = 0
    for match in _SENTENCE_ENDS.finditer(text, 0, start):
        begin = match.end()
    stop = _SENTENCE_ENDS.search(text, end)
    return begin, stop.start() if stop else len(text)


def find_given_offices(
    text: str, people: Sequence[Observation]
) -> Iterator[tuple[int, Observation]]:
    """Yield where each given office begins and the person it is given to, in order."""
    lowered = text.lower()
    if not any(word in lowered and cue.search(lowered) for word, cue in _CUES):
        return
    for match in _GIVEN.finditer(text):
        begin, stop = _sentence(text, match.start(), match.end())
        if _NOT_HELD.search(text, begin, match.start()) or _OTHER_SUBJECT.search(
            text, begin, match.start()
        ):
            continue
        here = [person for person in people if begin <= person.start_char < stop]
        earlier = [person for person in here if person.end_char <= match.end()]
        person = earlier[-1] if earlier else None
        if person is None or _ANOTHER_BEFORE.search(text, begin, person.start_char):
            continue
        alone = len({one.name for one in here}) == 1
        beside = person.start_char >= match.start() or _BETWEEN.fullmatch(
            text, person.end_char, match.start()
        )
        if alone or beside:
            yield match.end(), person
