"""Where on its page an element stands (navigation, caption, comment box …): by tag, names, place.

The names are those of classes, ids and roles, as templates of newspapers write them. What a block
there is for the article is decided in `kinds`.
"""

import re
from typing import Literal

from lxml.html import HtmlElement

Place = Literal[
    "content",
    "navigation",
    "breadcrumb",
    "footer",
    "aside",
    "related",
    "comment",
    "tool",
    "tag",
    "caption",
    "byline",
    "date",
    "sapo",
]

_BY_TAG: dict[str, Place] = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "aside",
    "figcaption": "caption",
    "address": "byline",
}
# Class, id and role names, tried in this order; hyphens and capitals are unified beforehand.
_NAMES: tuple[tuple[Place, str], ...] = (
    ("comment", r"comments?|binh luan|cmt|y ?kien|disqus|respond|fb comments"),
    (
        "related",
        r"relat\w*|lien quan|tin khac|read ?more|doc them|xem them|more news|recommend\w*"
        r"|suggest\w*|most (?:read|view\w*)|popular|trending|tin moi|same (?:cat\w*|zone)"
        r"|cung chuyen muc|tinlienquan|bai lien quan|also (?:like|read)|newsletter|promo",
    ),
    ("caption", r"\w*caption|chu thich|photo (?:note|desc\w*|credit)|image (?:note|desc)"),
    (
        "sapo",
        r"\w*sapoc?|chapeau|standfirst|article ?lead|\w+ lead|lead|\w*summary|description|dek"
        r"|txt head|intro(?:text)?|\w+ desc|\w*subtitle|sub ?head\w*|news lead",
    ),
    ("navigation", r"header top|top ?header|top ?bar|clock|time now|date now|today|site header"),
    ("byline", r"\w*authors?|by ?line|tac gia|nguoi viet|writers?|reporters?"),
    ("date", r"\w*date|\w*time|\w*datetime|publish\w*|posted on|ngay dang|timestamp"),
    ("breadcrumb", r"breadcrumbs?|bread crumbs?|bc cat"),
    ("tag", r"tags?|\w*tags|tu khoa|keywords?|tag ?list|topics?"),
    ("tool", r"share\w*|social\w*|tool ?bar|tools?|print|like|rating|audio player"),
    ("navigation", r"nav\w*|\w*menu|dropdown|pagination|paging|banner|search ?box"),
    ("footer", r"footer|site footer|page footer|copyright"),
    ("aside", r"side ?bar\w*|aside|widget\w*"),
)
_BY_NAME = tuple((place, re.compile(rf"\b(?:{pattern})\b")) for place, pattern in _NAMES)
_NAME_EDGES = re.compile(r"[-_]+|(?<=[a-z])(?=[A-Z])")
_RIGHT = re.compile(r"text-align\s*:\s*right", re.IGNORECASE)
# What never turns back into content, however deep inside a paragraph stands.
FINAL = frozenset(("comment", "related", "caption", "navigation", "breadcrumb", "footer"))


def _is_right_aligned(element: HtmlElement) -> bool:
    """Tell the alignment in which papers set the author's name under the text."""
    if (element.get("align") or "").lower() == "right":
        return True
    style = element.get("style")
    return style is not None and _RIGHT.search(style) is not None


def place_of(element: HtmlElement, inherited: Place, names: dict[str, Place | None]) -> Place:
    """Return where an element inside one that stands at `inherited` stands.

    `names` keeps what the names of a page's elements mean, for the elements named the same.
    """
    tag = element.tag
    if inherited in FINAL:
        return inherited
    by_tag = _BY_TAG.get(tag)
    if by_tag is not None:
        return by_tag
    get = element.get
    raw = f"{get('class', '')} {get('id', '')} {get('role', '')}"
    if raw == "  ":
        aligned = inherited == "content" and _is_right_aligned(element)
        return "byline" if aligned else inherited
    if raw not in names:
        # A long list of classes belongs to a layout and names everything that may happen in it.
        unified = _NAME_EDGES.sub(" ", raw).lower()
        names[raw] = (
            None
            if len(unified) > 200
            else next((place for place, pattern in _BY_NAME if pattern.search(unified)), None)
        )
    named = names[raw]
    if named is None and inherited == "content" and _is_right_aligned(element):
        return "byline"
    # The headline may stand in a box named after the date or the tools beside it.
    return inherited if named is None or (tag == "h1" and named != "navigation") else named
