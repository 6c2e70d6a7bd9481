"""What looks like a date and is none: scores, fractions, streets, holidays, terms, lunar dates.

Each rule looks at the words round a piece. Rules answer "is this certainly no date?" or "does
anything say that this bare number is one?"; how pieces join and resolve is told in `groups`.

The words that a user may want to extend come as `DateWords`. What stands here are closed sets:
prepositions, particles and numerals, the names of weekdays and of the lunar years, and phrases
that are patterns rather than words.
"""

import re

from assets.language.dates.shapes import Piece
from assets.language.dates.words import DateWords

_BEFORE = 64
_AFTER = 32

_LUNAR_AFTER = re.compile(
    r"\s*[,(]?\s*(?:(?:theo\s+)?âm(?:\s+lịch)?(?!\w)|ÂL(?!\w)|[Tt]ết(?!\w)|lịch\s+(?:âm|ta)"
    r"|năm\s+(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)\s+(?:Tý|Sửu|Dần|Mão|Mẹo|Thìn|Tỵ|Tị"
    r"|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi))",
)
_LUNAR_BEFORE = re.compile(
    r"(?:rằm|âm\s+lịch|giỗ\s+tổ(?:\s+hùng\s+vương)?|(?:mùng|mồng)\s+10|tết)[\s(,]*(?:ngày\s+)?$",
    re.IGNORECASE,
)
# "Ngày Phụ nữ Việt Nam 20/10", "Quốc khánh nước bạn (2/9)": holidays, the same every year.
_HOLIDAY_BEFORE = re.compile(
    r"(?:(?:[Nn]gày|Tết)\s+(?P<letter>\w)(?P<named>[^\s,.;:\d]*(?:\s+[^\s,.;:\d]+){0,9})"
    r"|Giải\s+phóng(?P<freed>(?:\s+[^\s,.;:\d]+){0,7})"
    r"|(?:Quốc|quốc)\s+khánh(?:\s+(?:nước\s+)?\w+(?:\s+\w+){0,3})?)\s*\(?\s*$"
)
_HOLIDAY_ADJACENT = re.compile(r"(?:quốc\s+khánh|lễ|tết|nghỉ|dịp)\s*$", re.IGNORECASE)
_ANNIVERSARY_BEFORE = re.compile(
    r"(?:kỷ\s+niệm|nhân\s+dịp|ngày\s+\D)[^.;\n]{0,50}\($", re.IGNORECASE
)
_COUNTED_BEFORE = re.compile(
    r"(?:\d|mấy|vài|nhiều|những|các|từng|mỗi|hàng|hằng|quanh|chục|trăm|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+$",
    re.IGNORECASE,
)
_BEFORE_CHRIST = re.compile(
    r"(?:\s*(?:đến|-|–)\s*(?:năm\s+)?\d+)?\s*(?:trước\s+Công\s+nguyên|TCN|BC)(?!\w)",
    re.IGNORECASE,
)
_REPEATED_BEFORE = re.compile(r"(?:mỗi|một|hằng|hàng|mấy|các\s+số)\s+$", re.IGNORECASE)
_VERB = re.compile(
    r"(?<!\w)(?:được|đã|sẽ|thông\s+qua|ban\s+hành|hiệu\s+lực|từ|vào|trong|ký|kể|trước|sau|đến"
    r"|diễn\s+ra|tổ\s+chức|khai\s+mạc|bế\s+mạc|là)(?!\w)"
)
_FRACTION_FOLLOWER = re.compile(
    r"\s+(?!tại|ở|năm|vừa|tới|đến|và|là|hàng|hằng|đã|sẽ|do|theo)[a-zà-ỹđ]"
)
_TIME_WORD_BEFORE = re.compile(
    r"(?:nay|qua|mai|thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|ngày|hôm|tuần\s+(?:này|trước|tới))"
    r"\s*[,(]?\s*(?:\(?nhằm\s+|tức\s+)?$",
    re.IGNORECASE,
)
_NAMED_DAY_BEFORE = re.compile(
    r"(?:nay|hôm\s+qua|(?:sáng|trưa|chiều|tối|đêm)\s+qua|mai|thứ\s+(?:hai|ba|tư|năm|sáu|bảy)"
    r"|chủ\s+nhật)\s*[,(]?\s*$",
    re.IGNORECASE,
)
_COMING_AFTER = re.compile(r"\s+(?:sắp\s+tới|tới\s+đây|vừa\s+(?:qua|rồi))(?!\w)")
_LEADING_WORD = re.compile(
    r"(?:từ|đến|tới|vào|trước|sau|kể\s+từ|hết|trong|khoảng)\s+$",
    re.IGNORECASE,
)
# "xét xử (bắt đầu từ 15-12)": nothing else than a day begins so.
_BEGINS_BEFORE = re.compile(
    r"(?<!\w)(?:bắt\s+đầu|khai\s+mạc|bế\s+mạc|diễn\s+ra|kéo\s+dài|kể)\s+(?:từ|vào|đến|tới)\s+$",
    re.IGNORECASE,
)
# "Lễ trao giải 28/4 tại Huế": no fraction has a greater number above, and few words may follow.
_DAY_FOLLOWER = re.compile(
    r"\s*(?:$|[.;:)\n]|,(?!\d))|\s+(?:tại|ở|của|vừa|tới|đã|sẽ|là|do|với|và|nhằm)(?!\w)"
)
# "Hà Nội, 24/5 - Bộ Y tế …" opens a report.
_DATELINE_BEFORE = re.compile(r"\A\s*\(?[^\W\d_][^\d,.;:()\n]{1,30},\s*\Z")
_DATELINE_AFTER = re.compile(r"\)?\s*(?:\([^()\n]{2,16}\)\s*)?[-–—:]\s")
_WORD_BEFORE = re.compile(r"(?:^|[^\W\d]\s+)$")
_RATIO_BEFORE = re.compile(
    r"(?:hình|khung|dạng|phục\s+vụ|suốt|trực|cửa|hỗ\s+trợ)\s+$", re.IGNORECASE
)
_YEAR_LEADING_WORD = re.compile(
    r"(?:từ|kể\s+từ|đến|vào|giai\s+đoạn|thời\s+kỳ|thời\s+kì|thời\s+gian|trong\s+các\s+năm)\s+\(?$",
    re.IGNORECASE,
)
_YEAR_FOLLOWER = re.compile(r"\s*(?:$|[,.;:)\-–”\"\n]|(?:đến|tới|trở|cho|đã|sẽ|là)(?!\w))")


class Surroundings:
    """One text (NFC), asked about what stands round its pieces."""

    def __init__(self, text: str, words: DateWords) -> None:
        self.text = text
        self._words = words

    def _before(self, position: int) -> str:
        return self.text[max(0, position - _BEFORE) : position]

    def is_fraction(self, piece: Piece) -> bool:
        """Tell whether "2/3" is rather two thirds of something, from the word behind it."""
        proper = piece.day is not None and piece.month is not None and piece.day < piece.month
        return proper and piece.mark == "/" and bool(_FRACTION_FOLLOWER.match(self.text, piece.end))

    def is_lunar(self, start: int, end: int) -> bool:
        """Tell whether the expression is counted by the moon."""
        return bool(
            _LUNAR_AFTER.match(self.text, end, end + _AFTER)
            or _LUNAR_BEFORE.search(self._before(start))
        )

    def is_measure(self, piece: Piece) -> bool:
        """Tell whether the piece counts something: "mỗi ngày 2-3 viên", "mỗi năm 2000 tấn"."""
        if piece.mark == "/" and piece.cued:
            return False
        if _REPEATED_BEFORE.search(self._before(piece.start)):
            return True
        # "đầu năm 2005 người dân …": behind a named year people are the subject of what follows.
        dated = piece.named and piece.kind == "year"
        return not (dated and self._words.people.match(self.text, piece.end)) and bool(
            self._words.unit.match(self.text, piece.end)
        )

    def is_holiday_or_name(self, piece: Piece) -> bool:
        """Tell whether a day and month without a year are a name: a street, a holiday, a score."""
        cue = self.text[piece.start : piece.core].strip().lower()
        before = self._before(piece.start)
        if cue == "ngày" and _HOLIDAY_ADJACENT.search(before):
            return True
        holiday = _HOLIDAY_BEFORE.search(before) if cue == "" else None
        if holiday is not None:
            capital = holiday["letter"] is None or holiday["letter"].isupper()
            if capital and not _VERB.search(holiday["named"] or holiday["freed"] or ""):
                return True
        return not piece.cued and bool(self._words.name.search(before))

    def is_name_by_month(self, piece: Piece) -> bool:
        """Tell whether a month is the end of a name: "Cách mạng tháng Tám"."""
        return bool(self._words.name_by_month.search(self._before(piece.start)))

    def is_document_number(self, piece: Piece) -> bool:
        """Tell whether "12/2021" or "2021" belongs to the number of a document or a house."""
        return bool(self._words.name.search(self._before(piece.start)))

    def is_term(self, piece: Piece) -> bool:
        """Tell whether years are those of a term of office, a school year or a named plan."""
        return piece.year_word is None and bool(self._words.term.search(self._before(piece.start)))

    def is_span_of_years(self, piece: Piece) -> bool:
        """Tell whether "năm nay" counts years ("mấy năm nay") or a year is one before Christ."""
        if piece.year is not None:
            return bool(_BEFORE_CHRIST.match(self.text, piece.end))
        return piece.year_word is not None and bool(
            _COUNTED_BEFORE.search(self._before(piece.start))
        )

    def names_a_law(self, piece: Piece) -> bool:
        """Tell whether a year is the end of a law's name."""
        match = self._words.law.search(self._before(piece.start))
        return match is not None and not _VERB.search(match["between"])

    def _is_day_by_itself(self, piece: Piece, before: str) -> bool:
        """Tell whether "28/4" in a sentence can be nothing but a day."""
        return (
            piece.kind == "date"
            and piece.mark == "/"
            and (piece.day or 0) > 12
            and bool(_WORD_BEFORE.search(before))
            and not _RATIO_BEFORE.search(before)
            and bool(_DAY_FOLLOWER.match(self.text, piece.end))
        )

    def _is_of_dateline(self, piece: Piece, before: str) -> bool:
        """Tell whether a day stands behind the place that opens a report."""
        opens = len(before) == piece.start and _DATELINE_BEFORE.search(before)
        named = all(word[0].isupper() for word in before.strip(" \u00a0(,").split())
        return bool(opens and named and _DATELINE_AFTER.match(self.text, piece.end))

    def is_told_as_day(self, piece: Piece) -> bool:
        """Tell whether something says that a bare "4/6", "14" or "4-6" is a day of the calendar."""
        if piece.cued:
            return True
        before = self._before(piece.start)
        if piece.mark in ("-", "."):
            # "tối qua (3-1)" is a score, "hôm qua, 6-4" and "sáng qua (19-10)" are days.
            score = (
                piece.mark == "-" and (piece.day or 0) < 10 and not before.rstrip().endswith(",")
            )
            if piece.kind == "date" and _BEGINS_BEFORE.search(before):
                return True
            return bool(_NAMED_DAY_BEFORE.search(before)) and not score
        if _TIME_WORD_BEFORE.search(before):
            return True
        if piece.kind == "date" and self._is_of_dateline(piece, before):
            return True
        if piece.kind == "date" and self._words.topic.search(before):
            return True
        if self.is_fraction(piece):
            return False
        if self._is_day_by_itself(piece, before):
            return True
        if piece.kind == "date" and before.endswith("(") and (piece.day or 0) > 12:
            return not _ANNIVERSARY_BEFORE.search(before)
        return bool(_LEADING_WORD.search(before) or _COMING_AFTER.match(self.text, piece.end))

    def is_told_as_year(self, piece: Piece, *, in_range: bool) -> bool:
        """Tell whether something says that a bare number such as 2013 is a year."""
        if piece.named:
            return True
        if not _YEAR_LEADING_WORD.search(self._before(piece.start)):
            return False
        return in_range or bool(_YEAR_FOLLOWER.match(self.text, piece.end))
