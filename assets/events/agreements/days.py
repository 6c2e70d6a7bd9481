"""When an agreement was signed: which of an article's dates belongs to which signing.

The dates themselves are found by `date_mentions`.
"""

import datetime as dt
import re
from collections.abc import Sequence

from assets.entities.records import Field
from assets.events.records import DateMention

# Between the words of signing, or of the agreement, and its date.
_ATTACHED = re.compile(
    r"(?:\s+kết)?[\s,(]*(?:vào|hồi|từ|lúc|on|in)?\s*(?:ngày|tháng|năm|hôm|sáng|trưa|chiều|tối)?\s*",
    re.IGNORECASE,
)
# Right before a date: it dates something else.
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:giai\s+đoạn|đến|tới|kỷ\s+niệm|kỉ\s+niệm|từ|kể\s+từ|nhiệm\s+kỳ|hết|trước|sau|khóa|cho|hướng\s+tới|thập\s+kỷ"
    r"|thành\s+lập|quan\s+hệ\s+ngoại\s+giao|hiệu\s+lực|năm\s+học|ký(?:\s+kết)?|kí|until|since|from|to|by|anniversary\s+of|for)"
    r"(?:\s+(?:hết|cuối|đầu|ngày|tháng|năm|từ|lập|giao))*\s*[\s(:,]*\Z",
    re.IGNORECASE,
)
# Behind the verb: what a date behind it belongs to.
_ANOTHER_CLAUSE = re.compile(
    r";|(?<!\w)(?:kỷ\s+niệm|thành\s+lập|ký|kí|signed)(?!\w)", re.IGNORECASE
)
# What ties a sentence to the day that the article tells of.
_SAME_STORY = re.compile(
    r"(?<!\w)(?:(?:tại|trong|ngay\s+sau|sau|kết\s+thúc|nhân|trong\s+khuôn\s+khổ|bên\s+lề)\s+(?:buổi|lễ|hội\s+nghị|cuộc|chương"
    r"\s+trình|sự\s+kiện|hội\s+thảo|hội\s+đàm|đây|dịp|phiên|kỳ\s+họp|chuyến)|dịp\s+này|cùng\s+ngày|các\s+bên|ngay\s+sau\s+đó|at\s+the|the\s+two\s+sides|vừa)(?!\w)",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?<!\w)(?:trước\s+(?:đó|đây)|từng|đến\s+nay|tính\s+đến|những\s+năm|các\s+năm|năm\s+qua|nhiều\s+năm|thời\s+gian\s+qua|hiện\s+nay"
    r"|hiện\s+(?:đã|có)|lần\s+(?:đầu|trước)|giai\s+đoạn\s+trước|\A\W*(?:trong\s+)?giai\s+đoạn\s+\d{4}|nhiệm\s+kỳ|earlier|previously|so\s+far)(?!\w)",
    re.IGNORECASE,
)
_CLOSE_DAYS = 10


class DayReader:
    """Tells the days of signing from the dates of one article."""

    def __init__(self, dates: Sequence[DateMention], published_on: dt.date | None) -> None:
        self._published_on = published_on
        self._dates = [
            one for one in dates if published_on is None or one.starts_on <= published_on
        ]

    def signed(
        self,
        text: str,
        field: Field,
        sentence: tuple[int, int],
        verb: tuple[int, int],
        words: tuple[int, int],
    ) -> DateMention | None:
        """Return the date that a sentence gives to a signing; None when it gives none.

        `verb` and `words` are where the words of signing and those of the agreement stand.
        """
        here = [
            one
            for one in self._of(field)
            if sentence[0] <= one.start_char and one.end_char <= sentence[1]
        ]
        days = [one for one in here if one.precision == "day" and one.end_char <= verb[0]]
        for one in here:
            for end in (verb[1], words[1]):
                if end <= one.start_char and _ATTACHED.fullmatch(text, end, one.start_char):
                    if one.precision == "year" and end == words[1] and days:
                        # "Sáng 9/2, … ký giao ước thi đua năm 2023": the year it is for.
                        continue
                    return one if _is_single(one) else None
        free = [
            one
            for one in here
            if _is_single(one)
            and not _OF_OTHERS.search(
                text[max(sentence[0] + 1, one.start_char - 40) : one.start_char]
            )
            and not _ANOTHER_CLAUSE.search(text, max(verb[1], words[1]), one.start_char)
        ]
        before = [one for one in free if one.end_char <= min(verb[0], words[0])]
        for group in (before[::-1], [one for one in free if one not in before]):
            for precision in ("day", "month", "year"):
                for one in group:
                    if one.precision == precision:
                        return one
        return None

    def is_earlier(self, text: str, sentence: tuple[int, int]) -> bool:
        """Tell whether a sentence says that it goes back behind what the article tells of."""
        return _EARLIER.search(text[sentence[0] : sentence[1]]) is not None

    def bracketed(self, text: str, field: Field, end: int) -> DateMention | None:
        """Return the date in a bracket right behind `end`: "Bắc Kinh (tháng 3 năm 2017)"."""
        for one in self._of(field):
            if one.start_char > end and re.fullmatch(
                r"[^()]{0,16}\(\s*(?:ngày|tháng|năm|in)?\s*",
                text[end : one.start_char],
                re.IGNORECASE,
            ):
                return one if _is_single(one) else None
        return None

    def story(
        self, text: str, field: Field, sentence: tuple[int, int], *, by_those_met: bool
    ) -> DateMention | None:
        """Return the day that the article tells of, when the sentence says that it is meant.

        It says so too when those who signed are the persons or sides whom it tells of, which the
        caller knows: `by_those_met`.
        """
        said = text[sentence[0] : sentence[1]]
        if self._published_on is None or _EARLIER.search(said):
            return None
        if not by_those_met and not _SAME_STORY.search(said):
            return None
        for one in self._of("text"):
            close = abs((self._published_on - one.starts_on).days) <= _CLOSE_DAYS
            before = field == "title" or one.start_char < sentence[0]
            if one.precision == "day" and close and _is_single(one) and before:
                return one
        return None

    def _of(self, field: Field) -> list[DateMention]:
        return [one for one in self._dates if one.field == field]


def _is_single(date: DateMention) -> bool:
    """Tell whether a date is one day, one month or one year."""
    days = (date.ends_on - date.starts_on).days
    return days <= {"day": 0, "month": 30, "year": 365}[date.precision]
