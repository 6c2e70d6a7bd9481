"""Where a text says that something was signed, and whether it says so as a fact.

What was signed, by whom and when is read by others of this room.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# One of these stands in every sentence that tells of a signing.
SIGNS = ("ký", "kí", "lễ", "nghĩa", "sign", "inked")
_SIGNING = re.compile(
    r"""(?<!\w)(?:
      (?P<ceremony>lễ\s+(?:ký|kí|trao|công\s+bố|kết\s+nghĩa)|nghi\s+thức\s+(?:ký|kí)
        |signing(?:\s+ceremony)?)(?:\s+(?:kết|đổi)(?!\s+(?:nghĩa|luận)))?
    | (?<!đăng\s)(?<!chữ\s)(?<!thư\s)(?<!nhật\s)(?<!bút\s)(?<!hồi\s)(?<!tốc\s)(?<!tiền\s)
      (?P<verb>ký|kí)(?:\s+kết(?!\s+(?:nghĩa|luận)))?
      (?!\s+(?:ức|hiệu|túc|giả|sinh|gửi|quỹ|tên|tắt|họa|sự|lục|âm|danh|phát|duyệt|ban\s+hành|sắc\s+lệnh
        |quyết|lệnh|nháy|kiến|cược|vào|thay|đơn))
    | (?P<twinned>(?:đã|chính\s+thức|cùng\s+nhau)(?=\s+kết\s+nghĩa(?!\w)))
    | (?P<english>signed|signs|inked)
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# Right before the verb: what makes it a fact. Names are blanked by squares.
_FACT_BEFORE = re.compile(
    r"(?<!\w)(?:đã|vừa|mới|từng|have|has|had|was|were|been)"
    r"(?:\s+(?:được|cùng|cùng\s+nhau|chính\s+thức|vừa|mới|tiến\s+hành|triển\s+khai|tổ\s+chức|thực\s+hiện"
    r"|hoàn\s+tất|chứng\s+kiến|tham\s+dự|dự|diễn\s+ra|hai\s+bên|các\s+bên|thảo\s+luận|trao\s+đổi|thống\s+nhất"
    r"|nhất\s+trí|hội\s+đàm|gặp\s+gỡ|làm\s+việc|thông\s+qua|và|with|officially|also|just|jointly|recently))*\s*\Z",
    re.IGNORECASE,
)
# In the clause of the verb: what makes it a plan, a wish, a talk or a condition.
_NO_FACT_BEFORE = re.compile(
    r"""(?<!\w)(?:
      sẽ|sắp|dự\s+(?:kiến|định)|chuẩn\s+bị|(?:tiến|hướng|đi)\s+(?:tới|đến)|đề\s+(?:nghị|xuất)
    | kiến\s+nghị|mong(?:\s+muốn)?|muốn|h[yi]\s+vọng|kỳ\s+vọng|sớm|có\s+thể|cần|phải|nếu|giả\s+sử
    | trong\s+trường\s+hợp|chưa|từ\s+chối|phủ\s+nhận|bác\s+bỏ|đàm\s+phán|thương\s+(?:lượng|thảo)
    | thảo\s+luận|bàn\s+(?:về|việc|thảo)|xem\s+xét|cho\s+phép|ủy\s+quyền|kế\s+hoạch|nhằm|để|đồng\s+ý
    | nhất\s+trí|cam\s+kết|hứa|yêu\s+cầu|kêu\s+gọi|khuyến\s+khích|thúc\s+đẩy|tạo\s+điều\s+kiện
    | xúc\s+tiến(?=\s*\Z|\s+(?:việc|đàm))|khả\s+năng|quyền|trước\s+khi|chờ|đợi|(?<!lời\s)mời
    | tìm\s+cách|hoãn
    | tới\s+đây|thời\s+gian\s+tới|dừng|ngừng|soạn\s+thảo|dự\s+thảo|chủ\s+trương|ý\s+định
    | nguyện\s+vọng|thủ\s+tục|phê\s+duyệt
    | will|would|might|could|should|plans|planned|expected|hopes?|if|without
    | unless|ready|agreed
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# Right before the verb: what no word beside it can make a fact.
_NEVER = re.compile(
    r"(?<!\w)(?:nếu|giả\s+sử|trong\s+trường\s+hợp|chưa|không|trước\s+khi|dự\s+kiến|sẽ|if|before|until|unless|not|never|to|yet\s+to)"
    r"(?:\s+(?:đã|được|từng|cùng|vừa|had|have|been|be|was|were))*\s*\Z",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"(?<!\w)(?:hết\s+(?:hiệu\s+lực|hạn|thời\s+hạn)|hủy\s+bỏ|bị\s+hủy|(?:bị|đã|đơn\s+phương)\s+chấm\s+dứt|chấm\s+dứt\s+hiệu\s+lực|vô\s+hiệu|giả\s+mạo|has\s+expired"
    r"|expired|terminated|cancelled)(?!\w)",
    re.IGNORECASE,
)
_FUTURE_AFTER = re.compile(
    r"(?<!\w)(?:(?:sẽ|dự\s+kiến)\s+(?:được\s+)?(?:diễn\s+ra|tổ\s+chức)|(?:sẽ|dự\s+kiến|chưa|không)\s+(?:được\s+)?(?:ký|kí)"
    r"|bất\s+thành|đổ\s+vỡ|bị\s+hoãn|(?:will|is\s+expected\s+to)\s+(?:be\s+)?(?:take|held|signed))(?!\w)",
    re.IGNORECASE,
)
# "45 năm ngày ký Hiệp ước": what is remembered, with no date of its own.
_REMEMBERED = re.compile(r"(?<!\w)(?:năm\s+(?:ngày\s+)?|(?:từ|sau)\s+ngày\s+)\Z", re.IGNORECASE)
# "Thỏa thuận hợp tác ký ngày 12/5/2018": a day of its own makes it a fact, whatever is planned.
_AGREEMENT_BEFORE = re.compile(
    r"(?<!\w)(?:thỏa\s+thuận|hợp\s+tác|ghi\s+nhớ|hiệp\s+(?:định|ước)|nghị\s+định\s+thư|chương\s+trình|quy\s+chế|biên\s+bản"
    r"|tuyên\s+bố\s+chung|văn\s+kiện|giao\s+ước)(?:\s+(?:đã|được|đã\s+được))?\s+\Z",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(
    r"\s+(?:kết\s+)?(?:vào\s+|hồi\s+)?(?:ngày|tháng|năm)\s+\d[\d/.-]*(?!\d|\s*tới)", re.IGNORECASE
)
_NOMINAL = re.compile(r"(?<!\w)(?:việc|sự|khi)\s+\Z", re.IGNORECASE)
# A plan reaches the verb over commas until a clause has a subject of its own, never over these.
_BREAK = re.compile(r"[;:“”\"()]|\s[-–]\s")
_SUBJECT = re.compile(
    r"□|(?<!\w)(?:hai|các|đôi)\s+(?:bên|nước|tỉnh|thành|đơn\s+vị|hội|cơ\s+quan|both)(?!\w)"
)
# "sẽ thăm … và ký": one subject for both verbs.
_GOES_ON = re.compile(r"(?<!\w)(?:và|and)\s+(?:cùng\s+|tiến\s+hành\s+)?\Z", re.IGNORECASE)
_REACH = 160


@dataclass(frozen=True, slots=True)
class Signing:
    """Words of signing from `start` to `end`.

    `ceremony` for "lễ ký", `twinned` for "đã" before "kết nghĩa" itself, `nominal` for "việc ký";
    `fact` when a word beside the verb says that it happened.
    """

    start: int
    end: int
    ceremony: bool
    twinned: bool
    nominal: bool
    fact: bool


def find_signings(text: str, start: int, end: int) -> Iterator[Signing]:
    """Yield what the sentence at `text[start:end]` states as signed, in order.

    `text` has its tones settled and its names blanked by squares, so that "Bộ Kế hoạch" is no plan.
    What is planned, wished for, denied, conditional or ended is left out.
    """
    for match in _SIGNING.finditer(text, start, end):
        before = text[max(start, match.start() - _REACH) : match.start()]
        twinned = match["twinned"] is not None
        fact = twinned or match["english"] is not None or bool(_FACT_BEFORE.search(before))
        dated = _AGREEMENT_BEFORE.search(before) and _DAY_BEHIND.match(text, match.end(), end)
        fact = fact or dated is not None
        if _REMEMBERED.search(before):
            continue
        if _NEVER.search(before) or (not fact and _NO_FACT_BEFORE.search(_clause(before))):
            continue
        if _FUTURE_AFTER.search(text, match.end(), end) or _ENDED.search(text, start, end):
            continue
        nominal = _NOMINAL.search(before) is not None
        ceremony = match["ceremony"] is not None
        yield Signing(match.start(), match.end(), ceremony, twinned, nominal, fact)


def _clause(before: str) -> str:
    """Return the end of `before` that the verb belongs to."""
    clause = before[max((found.end() for found in _BREAK.finditer(before)), default=0) :]
    if _GOES_ON.search(clause):
        return clause
    chunks = clause.split(",")
    for first in range(len(chunks) - 1, -1, -1):
        if _SUBJECT.search(chunks[first]):
            return ",".join(chunks[first:])
    return clause
