"""What looks like a date and is none: scores, fractions, streets, holidays, terms, lunar dates.

Each rule looks at the words round a piece. Rules answer "is this certainly no date?" or "does
anything say that this bare number is one?"; how pieces join and resolve is told in `dates`.
"""

import re

from assets.language.dates.shapes import Piece

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
# A word that makes the number behind it a name, a rank or a count.
_NAME_BEFORE = re.compile(
    r"(?:đường|phố|cầu|quảng\s+trường|công\s+viên|bệnh\s+viện|trường|ngõ|ngách|hẻm|kiệt|số(?:\s+nhà)?"
    r"|khu|tổ|ấp|thôn|căn|lô|nhà\s+máy|xí\s+nghiệp|công\s+ty|sư\s+đoàn|đoàn|hợp\s+tác\s+xã|giải|cúp"
    r"|tỷ\s+số|tỉ\s+số|tỷ\s+lệ|tỉ\s+lệ|thắng|thua|hòa|hoà|dẫn|quốc\s+khánh|lễ|nghỉ|dịp|kỷ\s+niệm"
    r"|hiệu|phiên\s+bản|quốc\s+lộ|điều|khoản|mục|trang|phần|chương|tập|kỳ|lần(?:\s+thứ)?|hạng|bảng"
    r"|(?:chỉ\s+thị|nghị\s+quyết|nghị\s+định|quyết\s+định|thông\s+tư|thông\s+tri|kết\s+luận|công\s+văn"
    r"|kế\s+hoạch|quy\s+định|hướng\s+dẫn|luật)(?:\s+số)?)\s*$",
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
_UNIT_AFTER = re.compile(
    r"\s*(?:%|(?:lần|viên|giờ|tiếng|phút|km|kg|m|ha|tấn|tạ|triệu|tỷ|nghìn|ngàn|đồng|lít|cốc|bữa|ca"
    r"|chuyến|lượt|người|em|cháu|hộ|con|chiếc|cái|suất|căn|sản\s+phẩm|ca\s+mắc|bệnh\s+nhân|điểm"
    r"|USD|mét|trường\s+hợp|cây|trang)(?!\w))"
)
_PEOPLE_AFTER = re.compile(r"\s*(?:người|em|cháu|hộ|con|bệnh\s+nhân)(?!\w)")
_TERM_BEFORE = re.compile(
    r"(?<!\w)(?:nhiệm\s+kỳ|nhiệm\s+kì|niên\s+khóa|niên\s+khoá|khóa|khoá|năm\s+học|mùa\s+giải"
    r"|niên\s+độ|kế\s+hoạch|hạn)(?!\w)[^,.;\n\d]{0,28}(?:\(|\s|từ|năm)*$",
    re.IGNORECASE,
)
# "Luật Đất đai năm 2013" is a name; "Luật Đất đai được thông qua năm 2013" is not.
_NAMED_BY_YEAR = re.compile(
    r"(?:Bộ\s+luật|Luật|Hiến\s+pháp|Pháp\s+lệnh|Công\s+ước|Hiệp\s+định|Tuyên\s+bố|Nghị\s+định\s+thư)"
    r"(?P<between>(?:\s+[^\s,.;:()\d]+){0,9})\s*$"
)
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
# "Thời tiết 2/12", "diễn ra 4/6": only a day can stand behind these.
_DAY_LEADING_WORD = re.compile(
    r"(?<!\w)(?:thời\s+tiết|giá\s+(?:vàng|xăng|dầu|xăng\s+dầu)|tỷ\s+giá|tin\s+tức|bản\s+tin"
    r"|chứng\s+khoán|lịch\s+(?:thi\s+đấu|phát\s+sóng|cúp\s+điện)|diễn\s+ra|khai\s+mạc|bế\s+mạc"
    r"|khởi\s+công|khánh\s+thành|khởi\s+chiếu|phiên)\s+$",
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


def _before(text: str, position: int) -> str:
    return text[max(0, position - _BEFORE) : position]


def is_fraction(text: str, piece: Piece) -> bool:
    """Tell whether "2/3" is rather two thirds of something, from the word behind it."""
    proper = piece.day is not None and piece.month is not None and piece.day < piece.month
    return proper and piece.mark == "/" and bool(_FRACTION_FOLLOWER.match(text, piece.end))


def is_lunar(text: str, start: int, end: int) -> bool:
    """Tell whether the expression is counted by the moon."""
    return bool(
        _LUNAR_AFTER.match(text, end, end + _AFTER) or _LUNAR_BEFORE.search(_before(text, start))
    )


def is_measure(text: str, piece: Piece) -> bool:
    """Tell whether the piece counts something: "mỗi ngày 2-3 viên", "mỗi năm 2000 tấn"."""
    if piece.mark == "/" and piece.cued:
        return False
    if _REPEATED_BEFORE.search(_before(text, piece.start)):
        return True
    # "đầu năm 2005 người dân …": behind a named year people are the subject of what follows.
    dated = piece.named and piece.kind == "year"
    return not (dated and _PEOPLE_AFTER.match(text, piece.end)) and bool(
        _UNIT_AFTER.match(text, piece.end)
    )


def is_holiday_or_name(text: str, piece: Piece) -> bool:
    """Tell whether a day and month without a year are a name: a street, a holiday, a score."""
    cue = text[piece.start : piece.core].strip().lower()
    before = _before(text, piece.start)
    if cue == "ngày" and _HOLIDAY_ADJACENT.search(before):
        return True
    holiday = _HOLIDAY_BEFORE.search(before) if cue == "" else None
    if holiday is not None:
        capital = holiday["letter"] is None or holiday["letter"].isupper()
        if capital and not _VERB.search(holiday["named"] or holiday["freed"] or ""):
            return True
    return not piece.cued and bool(_NAME_BEFORE.search(before))


def is_document_number(text: str, piece: Piece) -> bool:
    """Tell whether "12/2021" or "2021" belongs to the number of a document or a house."""
    return bool(_NAME_BEFORE.search(_before(text, piece.start)))


def is_term(text: str, piece: Piece) -> bool:
    """Tell whether years are those of a term of office, a school year or a named plan."""
    return piece.year_word is None and bool(_TERM_BEFORE.search(_before(text, piece.start)))


def is_span_of_years(text: str, piece: Piece) -> bool:
    """Tell whether "năm nay" counts years ("mấy năm nay") or a year is one before Christ."""
    if piece.year is not None:
        return bool(_BEFORE_CHRIST.match(text, piece.end))
    return piece.year_word is not None and bool(_COUNTED_BEFORE.search(_before(text, piece.start)))


def names_a_law(text: str, piece: Piece) -> bool:
    """Tell whether a year is the end of a law's name."""
    match = _NAMED_BY_YEAR.search(_before(text, piece.start))
    return match is not None and not _VERB.search(match["between"])


def _is_day_by_itself(text: str, piece: Piece, before: str) -> bool:
    """Tell whether "28/4" in a sentence can be nothing but a day."""
    return (
        piece.kind == "date"
        and piece.mark == "/"
        and (piece.day or 0) > 12
        and bool(_WORD_BEFORE.search(before))
        and not _RATIO_BEFORE.search(before)
        and bool(_DAY_FOLLOWER.match(text, piece.end))
    )


def _is_of_dateline(text: str, piece: Piece, before: str) -> bool:
    """Tell whether a day stands behind the place that opens a report."""
    opens = len(before) == piece.start and _DATELINE_BEFORE.search(before)
    named = all(word[0].isupper() for word in before.strip(" \u00a0(,").split())
    return bool(opens and named and _DATELINE_AFTER.match(text, piece.end))


def is_told_as_day(text: str, piece: Piece) -> bool:
    """Tell whether something says that a bare "4/6", "14" or "4-6" is a day of the calendar."""
    if piece.cued:
        return True
    before = _before(text, piece.start)
    if piece.mark in ("-", "."):
        # "tối qua (3-1)" is a score, "hôm qua, 6-4" and "sáng qua (19-10)" are days.
        score = piece.mark == "-" and (piece.day or 0) < 10 and not before.rstrip().endswith(",")
        if piece.kind == "date" and _BEGINS_BEFORE.search(before):
            return True
        return bool(_NAMED_DAY_BEFORE.search(before)) and not score
    if _TIME_WORD_BEFORE.search(before):
        return True
    if piece.kind == "date" and _is_of_dateline(text, piece, before):
        return True
    if piece.kind == "date" and _DAY_LEADING_WORD.search(before):
        return True
    if is_fraction(text, piece):
        return False
    if _is_day_by_itself(text, piece, before):
        return True
    if piece.kind == "date" and before.endswith("(") and (piece.day or 0) > 12:
        return not _ANNIVERSARY_BEFORE.search(before)
    return bool(_LEADING_WORD.search(before) or _COMING_AFTER.match(text, piece.end))


def is_told_as_year(text: str, piece: Piece, *, in_range: bool) -> bool:
    """Tell whether something says that a bare number such as 2013 is a year."""
    if piece.named:
        return True
    if not _YEAR_LEADING_WORD.search(_before(text, piece.start)):
        return False
    return in_range or bool(_YEAR_FOLLOWER.match(text, piece.end))
