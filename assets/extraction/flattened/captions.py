"""What a picture's caption looks like by its own words: openings, marks, a person's name.

Where a caption may stand is told in `caption_places`; one that ends in a full stop is told from a
short paragraph by stricter signs. Opening words and marks are reference data.
"""

import re

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.metadata.lexicon import Lexicon, line_key
from assets.extraction.metadata.writer_names import name_confidence

_NAME_RUN = re.compile(r"\b(?:[^\W\d_a-z][^\W\d_]*\s+){2,3}[^\W\d_a-z][^\W\d_]*")


# What tells a story, not a picture: tense, reported speech, links to the sentence before.
_NARRATES = re.compile(
    r"\b(?:đã|sẽ|cũng|còn|vẫn|rằng|nhưng|nên|vì|do đó|theo đó|cho biết|cho rằng|nói|khẳng định"
    r"|nhấn mạnh|đề nghị|yêu cầu|bày tỏ|chia sẻ rằng|diễn ra|gồm|bao gồm|nếu|để|hơn|khoảng"
    r"|được|bị|đang|lúc|vào (?:ngày|lúc|tháng|dịp|năm|buổi|sáng|chiều|tối|cuối|đầu)"
    r"|không|chưa|phải|cần|là|có thể|rất|khá|kết thúc"
    r"|bắt đầu|mong|muốn|tăng|giảm"
    r"|was|were|has|have|had|will|said|says|would|could|because|but|also|is|are)\b|[“\"”;:]",
    re.IGNORECASE,
)
# How paragraphs begin: with a time, a place, a link to what went before.
_OPENS_PARAGRAPH = re.compile(
    r"^(?:Sáng|Chiều|Tối|Trưa|Đêm|Ngày|Hôm|Tại|Trong|Theo|Sau|Trước|Từ|Đến|Dịp|Cùng|Đây|Đó|Ở|Khi"
    r"|Với|Năm|Tháng|Bên|Ngoài|Vừa|Hiện|Nay|Nhân|Nhờ|Qua|Được|Có|Mỗi|Tiếp|Phát biểu|Ông|Bà|Anh|Chị"
    r"|Em|Họ|Chúng|Tôi|Mọi|Nhiều|Một số|The|It|He|She|They|In|On|At|But|And)\b"
)
# Who is where: no number, no time, only a scene.
_PLACED = re.compile(r"^[^\d]+\s(?:tại|trong|trên|bên|trước|dưới|giữa|cạnh|ở)\s[^\d]+$")
# Who is who in the picture: "(bên trái)", "(thứ hai từ phải sang)".
_POINTS = re.compile(
    r"\((?:(?:đứng|ngồi|hàng|áo|bìa|ngoài cùng|người)\b[^()]{0,30}"
    r"|(?:bên |phía )?(?:trái|phải|giữa)"
    r"|thứ [^()]{1,12} từ [^()]{1,20}|(?:left|right|cent(?:re|er)|second|third)\b[^()]{0,25})\)",
    re.IGNORECASE,
)
_LEAST_PLACED, _MOST_PLACED = 5, 16
_LONG_ENOUGH, _LONG_MARK = 8, 3
_MOST_CLOSED_WORDS = 30
_OPENED_WORDS = 22


def closed_caption_shape(line: PageLine, lexicon: Lexicon) -> str | None:
    """Return why a short line with a full stop is a caption rather than a paragraph, or None."""
    if line.words > _MOST_CLOSED_WORDS or line.inner_stops or line.text[-1] != ".":
        return None
    if _POINTS.search(line.text):
        return "points at persons in a picture"
    key = line_key(line.text)
    if narrates(line):
        return None
    if line.words <= _OPENED_WORDS and _opens_like_caption(key, lexicon):
        return "opens like a caption"
    if _OPENS_PARAGRAPH.match(line.text) or "," in line.text[:-1]:
        return None
    if any(f" {mark} " in f" {key} " for mark in lexicon.caption_marks):
        return "short sentence that tells what a picture shows"
    if not _LEAST_PLACED <= line.words <= _MOST_PLACED:
        return None
    if _PLACED.search(line.text):
        return "short sentence that tells who is where"
    if f"{key} ".startswith(tuple(f"{subject} " for subject in lexicon.caption_subjects)):
        return "short sentence that tells who does what"
    return None


def continues_captions(line: PageLine) -> bool:
    """Tell whether a short sentence under a caption goes on with what pictures show."""
    short = line.full_stop and line.words <= _MOST_PLACED and not line.inner_stops
    return short and not (narrates(line) or _OPENS_PARAGRAPH.match(line.text))


def narrates(line: PageLine) -> bool:
    """Tell a line that tells a story and does not show a picture: "đã", "sẽ", "cho biết"."""
    return _NARRATES.search(line.text) is not None


def _shows(mark: str, key: str, words: int) -> bool:
    """Tell whether a mark says what a picture shows; in a short line it may be a sub-heading's."""
    at = key.find(mark)
    long = words >= _LONG_ENOUGH or mark.count(" ") + 1 >= _LONG_MARK
    return at > 0 and long


def _opens_like_caption(key: str, lexicon: Lexicon) -> bool:
    return key.startswith(lexicon.caption_openings) and any(
        key.startswith(opening) and not key[len(opening) : len(opening) + 1].isalnum()
        for opening in lexicon.caption_openings
    )


def caption_shape(line: PageLine, lexicon: Lexicon) -> str | None:
    """Return why the words of an unclosed line are those of a caption, or None."""
    if line.closed:
        return None
    if _POINTS.search(line.text):
        return "points at persons in a picture"
    key = line_key(line.text)
    if _opens_like_caption(key, lexicon):
        return "opens like a caption"
    if any(_shows(mark, key, line.words) for mark in lexicon.caption_marks):
        return "words of a caption, without a full stop"
    subject = f"{key} ".startswith(tuple(f"{one} " for one in lexicon.caption_subjects))
    if subject and line.words >= _LONG_ENOUGH and _PLACED.search(line.text):
        return None if narrates(line) else "tells who is where, without a full stop"
    if line.words >= 5 and any(
        name_confidence(match[0], lexicon) >= 0.9 for match in _NAME_RUN.finditer(line.text)
    ):
        return "names a person between paragraphs, without a full stop"
    return None
