"""What single lines of furniture look like: picture credits, links, keywords, imprints.

Grammar only; words that pages use are reference data. What the shapes weigh is decided in
`evidence`.
"""

import re

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.metadata.lexicon import Lexicon, line_key
from assets.reference.records import MenuRole

_CREDIT = re.compile(
    r"\b(?:Ảnh|ảnh|ẢNH|Nguồn|[Pp]hoto(?:s|graph)?|PHOTO|Picture|Image|[Cc]redit|Source|[Cc]ourtesy)"
    r"(?: (?:by|credit|courtesy of))?\s*[:/](?:[^.]|\b[A-ZĐ]\.){1,60}\)?\.?$"
)
_CREDIT_EDGES = re.compile(
    r"^(?:Photo(?:s|graph)?|Image|Picture)s? (?:by|credit|courtesy|via)\b"
    r"|^\W*(?:Getty Images|AFP|Reuters|AP Photo|TTXVN|TASS|Xinhua)\W*$"
)
_AGENCY_BRACKET = re.compile(
    r"[([](?:[^()\[\]]*\b)?(?:AP|AFP|Reuters|Getty|TTXVN|VNA|Xinhua|Photo|Ảnh|Nguồn)\b"
    r"[^()\[\]]{0,60}[)\]]\W*$"
)
_AGENCY_END = ("Getty Images", "AP Photo", "/AFP", "/Reuters", "/AP", "/TTXVN", "/VNA")
_IMPRINT_OPENINGS = ("copyright", "bản quyền", "(c) 19", "(c) 20")
_ADDRESS = re.compile(
    r"\b(?:Điện thoại|ĐT|Tel|Fax|Hotline|E-?mail|Địa chỉ|Trụ sở|Tòa soạn|Toà soạn|Tổng [Bb]iên tập"
    r"|Giấy phép|Phone)\s*:",
)
_FOLLOW = re.compile(r"^(?:Theo dõi|Follow|Like)\s.{2,40}\s(?:trên|on)\b.{0,20}$", re.IGNORECASE)
_LINK_MARK = re.compile(r"^(?:>{1,3}|»|►|➤|☛)\s*\S")
_BRACKETED_LINK = re.compile(r"^\[[^\[\]]{12,}\]$")
_HASH_TAGS = re.compile(r"^#\w[^#.]{0,40}(?:\s*[,#][^#.]{1,40})*$")
# Lines whose only words say that a picture stands here: "Ảnh 1.", "Hình 2".
PICTURE_NUMBER = re.compile(r"^(?:Ảnh|Hình|Hình ảnh|Photo|Image|Fig\.?)\s\d{1,3}\s?[.:]?$", re.I)
# The same at the end of a picture's alt text without accents: "Lễ hội làng anh 2".
NUMBERED_ALT = re.compile(r" (?:anh|hinh|photo|image) \d{1,3}$")
LINK = "link to the page of another article"
TOOL = "title of a tool or player"
SECTION_LABEL = re.compile(
    r"^(?:chuyên mục|chuyên đề|mục|danh mục|category|section)\s*:\s*(?=\S)", re.IGNORECASE
)
_LABELLED_SECTION = 8
_LONGEST_LINK = 40
_LEAST_LINK = 3


def is_address(text: str) -> bool:
    """Tell a line that begins with an editorial address: "Tòa soạn: 77 Yersin"."""
    return _ADDRESS.match(text) is not None


def is_imprint(text: str) -> bool:
    """Tell a line of the page's foot by copyright marks or two addresses."""
    lowered = text.lower()
    return (
        "©" in text
        or "all rights reserved" in lowered
        or lowered.startswith(_IMPRINT_OPENINGS)
        or (text.count(":") >= 2 and len(_ADDRESS.findall(text)) >= 2)
    )


def role_of(line: PageLine, lexicon: Lexicon) -> MenuRole | None:
    """Return what a line is as furniture of the page, or None."""
    role = lexicon.role_of(line.text)
    if role is None and line.words <= 12 and is_site_line(line, lexicon):
        role = "tool"
    if role is None and SECTION_LABEL.match(line.text) and line.words <= _LABELLED_SECTION:
        return "section"
    return "tag" if role is None and is_labelled_list(line, lexicon) else role


def is_link(line: PageLine, lexicon: Lexicon) -> bool:
    """Tell a link to another article between paragraphs: ">> …", "» …", "Xem thêm: …"."""
    return link_reason(line, lexicon) is not None


def link_reason(line: PageLine, lexicon: Lexicon) -> str | None:
    """Return why a line is a link between paragraphs (">> …", "Xem thêm: …"), or None."""
    if line.words > _LONGEST_LINK:
        return None
    if _LINK_MARK.match(line.text) or _BRACKETED_LINK.match(line.text):
        return LINK
    head, colon, rest = line.text.partition(":")
    if not colon or len(rest.split()) < _LEAST_LINK or line.full_stop:
        return None
    role = lexicon.role_of(head)
    return LINK if role == "related" else TOOL if role in ("tool", "player") else None


def is_labelled_list(line: PageLine, lexicon: Lexicon) -> bool:
    """Tell keywords behind their label: "Từ khóa: trường nghề, tuyển sinh", "#vùng cao"."""
    if _HASH_TAGS.match(line.text):
        return True
    head, colon, _ = line.text.partition(":")
    return bool(colon) and lexicon.role_of(head) == "tag"


def is_site_line(line: PageLine, lexicon: Lexicon) -> bool:
    """Tell a line that only one outlet's pages show, or "follow … on"."""
    return line_key(line.text) in lexicon.furniture or _FOLLOW.match(line.text) is not None


def is_credit(text: str) -> bool:
    """Tell whether a line is or ends with the credit of a picture."""
    tail = text[-90:]
    return (
        ((":" in tail or "/" in tail) and _CREDIT.search(tail) is not None)
        or text.rstrip(" .)]").endswith(_AGENCY_END)
        or (tail.rstrip(" .").endswith((")", "]")) and _AGENCY_BRACKET.search(tail) is not None)
        or _CREDIT_EDGES.search(text) is not None
    )
