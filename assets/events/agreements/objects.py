"""Which words of agreement a word of signing signs, and what else the clause says of them.

Reads a text whose names are blanked by squares; parties and dates are read elsewhere.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assets.events.agreements.kinds import AgreementWords
from assets.events.agreements.signing import Signing

# Between the verb and what is signed stand only these: nothing else is signed there.
_OBJECT_GAP = re.compile(
    r"""(?:[\s,□“"(:–-]|\d|(?<!\w)(?:
      kết|và|trao|đổi|nhau|với|cùng|giữa|thành|công|chính|thức|được|tiếp|một|số|các|những|nhiều
    | loạt|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|bản|văn|kiện|đối|tác|mới|tại|ngày|tháng|tỉnh|phố
    | thủ|đô|trực|tuyến|nội|dung|văn|bản|nước|gồm|bao|lại|thêm|đồng|song|phương|đa|của|lễ|bên
    | triển|khai|biên\s+bản(?:\s+\w+){1,3}\s+và
    | a|an|the|of|two|three|several|new|bilateral|another|its|their|with|on
    )(?!\w))*""",
    re.VERBOSE | re.IGNORECASE,
)
_PASSIVE_GAP = re.compile(
    r"[^;.!?:]*?(?<!\w)(?:được|đã|vừa|mới|mà|do|was|were|been|being)(?!\w)[^;.!?:]{0,160}"
    r"|[^;.!?:,]{0,160},?\s*",
    re.IGNORECASE,
)
_BEHIND_PASSIVE = re.compile(
    r"""\s*(?:$|[,.;:)”"□\d]|(?:
      vào|ngày|tháng|năm|tại|giữa|bởi|với|trong|sáng|trưa|chiều|tối|hôm|hồi|từ|nhân|trước|là|có|sẽ|đã|và|lần|trên|nhằm
    | dưới|ở|kết|cùng|between|on|in|by|at|with|during
    )(?!\w))""",
    re.VERBOSE | re.IGNORECASE,
)
# "thỏa thuận này": one that was told before.
_TOLD_BEFORE = re.compile(r"\s+(?:này|đó|ấy|nói\s+trên|tương\s+tự|như\s+vậy)(?!\w)", re.IGNORECASE)
_NEXT_IN_LIST = re.compile(
    r"(?:[,;:]|(?<!\w)(?:và|cùng|and))\s*(?:\d{1,3}\s+|\d{1,2}[.)]\s*|(?:một|hai|ba|an?|the)\s+)?(?:bản\s+)?[“\"]?\Z",
    re.IGNORECASE,
)
# "25 hợp đồng, bản ghi nhớ": the number counts both.
_COUNTED_WITH = re.compile(r"\s*(?:,|/|và)\s*")
# "nghị định thư của Hiệp định": the second is not what is signed.
_EMBEDDED = re.compile(
    r"(?<!\w)(?:của|về|theo|thực\s+hiện|triển\s+khai|khuôn\s+khổ|sửa\s+đổi|bổ\s+sung|thay\s+thế|cơ\s+sở|of|under|to)\s+"
    r"(?:các\s+|những\s+|the\s+)?\Z",
    re.IGNORECASE,
)


# What an agreement is about stands behind its words.
_TOPIC = re.compile(
    r"(?:\s+hợp\s+tác)?\s+(?:về|on)\s+([^,.;:()\n]{3,80}?)(?=[,.;:()\n]|\s(?:giữa|giai\s+đoạn)\s|$)",
    re.IGNORECASE,
)
# Behind a comma these tell what the signing means, no more of it.
_COMMENT = re.compile(
    r",\s+(?:qua\s+đó|từ\s+đó|trong\s+đó|đồng\s+thời|đánh\s+dấu|mở\s+ra|góp\s+phần|tạo|thể\s+hiện|khẳng\s+định"
    r"|là|đưa|thúc\s+đẩy|marking|which|aiming|aimed)(?!\w)",
    re.IGNORECASE,
)
_HANDED = re.compile(
    r"(?<!\w)(?:trao(?:\s+đổi)?|công\s+bố)\s+(?:các\s+|những\s+)?\Z", re.IGNORECASE
)


# "được hai bên ký", "do A và B ký": who signed stands behind it.
_AGENT = re.compile(r"(?<!\w)(?:được|do|mà|bởi)(?!\w)", re.IGNORECASE)


def agent_start(text: str, words: AgreementWords, signing: Signing) -> int:
    """Return where those who signed are named between an agreement and "ký"; else the verb."""
    agents = _AGENT.finditer(text, words.end, signing.start)
    return max((agent.end() for agent in agents), default=signing.start)


def is_handed_over(text: str, words: AgreementWords) -> bool:
    """Tell whether the agreement is the object of "trao": its parties stand before that."""
    return _HANDED.search(text, max(0, words.start - 24), words.start) is not None


def signed_behind(
    text: str, signing: Signing, words: Sequence[AgreementWords], end: int
) -> list[AgreementWords]:
    """Return what the verb signs between it and `end`: the first words and those listed on."""
    behind = [one for one in words if signing.end <= one.start and one.end <= end]
    if not behind or not _OBJECT_GAP.fullmatch(text, signing.end, behind[0].start):
        return []
    if _TOLD_BEFORE.match(text, behind[0].end):
        return []
    listed = [behind[0]]
    for one in behind[1:]:
        told_before = one.bare or _TOLD_BEFORE.match(text, one.end)
        if not told_before and _NEXT_IN_LIST.search(text, listed[-1].end, one.start):
            together = _COUNTED_WITH.fullmatch(text, listed[-1].end, one.start)
            listed.append(replace(one, count=listed[-1].count) if together else one)
    # "5 văn kiện hợp tác, gồm Hiệp định …": the first words only head the list.
    heads = len(listed) > 1 and listed[0].count != 1
    return listed[1:] if heads else listed


def signed_before(
    text: str, signing: Signing, words: Sequence[AgreementWords], start: int
) -> AgreementWords | None:
    """Return the words between `start` and the verb of which it says that they were signed."""
    if signing.ceremony or not _BEHIND_PASSIVE.match(text, signing.end):
        return None
    before = [
        one for one in words if start <= one.start and one.end <= signing.start and not one.bare
    ]
    for number in range(len(before) - 1, -1, -1):
        one = before[number]
        if _TOLD_BEFORE.match(text, one.end):
            return None
        if number and _EMBEDDED.search(text, before[number - 1].end, one.start):
            continue
        return one if _PASSIVE_GAP.fullmatch(text, one.end, signing.start) else None
    return None


def topic(text: str, words: AgreementWords) -> frozenset[str]:
    """Return the words that say what an agreement is about; none when the text does not."""
    told = _TOPIC.match(text, words.end)
    return frozenset(told[1].casefold().split()) if told else frozenset()


def comment_start(text: str, start: int, end: int) -> int:
    """Return where a part of the text goes over from an agreement to what it means; else `end`."""
    comment = _COMMENT.search(text, start, end)
    return comment.start() if comment else end
