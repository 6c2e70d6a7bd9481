"""The visible blocks of an HTML page in reading order: what a person would see, line by line.

Each block knows where it stands (navigation, caption, comment box …) from elements and class names.
What a block is for the article is decided in `kinds`; metadata in the head is in `head`.
"""

import re
from dataclasses import dataclass
from typing import Literal

from lxml import etree
from lxml.html import HtmlElement

from assets.language.folding import nfc

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

_SKIPPED = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object"),
        *("embed", "select", "option", "datalist", "textarea", "button", "audio", "video"),
        *("canvas", "map", "dialog"),
    )
)
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn"),
        *("em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s"),
        *("samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var"),
        "wbr",
    )
)
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
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_RIGHT = re.compile(r"text-align\s*:\s*right", re.IGNORECASE)
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
# What never turns back into content, however deep inside a paragraph stands.
_FINAL = frozenset(("comment", "related", "caption", "navigation", "breadcrumb", "footer"))
_MOST_BLOCKS = 20_000
_MOST_PARAGRAPHS = 0.5
_HALF = 0.5
_BETWEEN_LINKS = re.compile(r"\s*[|•·›»/]\s*")
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg)|[\w-]*\d{4,}[\w-]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """One visible block: NFC text with white space collapsed, and where it stands.

    `tag` is the innermost block element, `link_share` the share of its characters inside links,
    `is_alt` marks the alternative text of an image.
    """

    index: int
    text: str
    tag: str
    place: Place
    link_share: float
    is_alt: bool

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading element."""
        return len(self.tag) == 2 and self.tag[0] == "h" and self.tag[1].isdigit()


def word_count(text: str) -> int:
    """Return the number of words of collapsed text; in scripts without spaces, of letter pairs."""
    words = text.count(" ") + 1 if text else 0
    if len(text) < 12 * words or text.isascii():
        return words
    return words + len(_UNSPACED.findall(text)) // 2


def collapse(text: str) -> str:
    """Return NFC text with white space collapsed to single spaces and stripped."""
    return " ".join((text if text.isascii() else nfc(text)).split())


def _is_right_aligned(element: HtmlElement) -> bool:
    """Tell the alignment in which papers set the author's name under the text."""
    if (element.get("align") or "").lower() == "right":
        return True
    style = element.get("style")
    return style is not None and _RIGHT.search(style) is not None


def _wrappers(root: HtmlElement) -> frozenset[HtmlElement]:
    """Return the elements round the headline that hold most paragraphs: never furniture.

    Templates name them after all that stands in them ("with-sidebar", "popular-news-detail").
    """
    heading = next(root.iter("h1"), None)
    most = _MOST_PARAGRAPHS * sum(1 for _ in root.iter("p"))
    if heading is None or most == 0:
        return frozenset()
    return frozenset(
        element for element in heading.iterancestors() if sum(1 for _ in element.iter("p")) >= most
    )


def _place_of(element: HtmlElement, inherited: Place, names: dict[str, Place | None]) -> Place:
    tag = element.tag
    if inherited in _FINAL:
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


class _Renderer:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.alternatives: list[str] = []

    def add(self, text: str | None, in_link: bool) -> None:
        if text:
            self.pieces.append(text)
            if in_link:
                self.linked += len(text.strip())

    def _link_share(self, text: str) -> float:
        """Return the share of linked characters; signs between links belong to them."""
        share = self.linked / len(text)
        if _HALF < share < 1:
            share = self.linked / max(1, len(_BETWEEN_LINKS.sub("", text)))
        return min(1.0, share)

    def flush(self, tag: str, place: Place) -> None:
        if self.pieces:
            source = "".join(self.pieces)
            self.pieces.clear()
            # Preformatted text has its paragraphs in lines; elsewhere line ends mean nothing.
            for part in source.splitlines() if tag == "pre" else (source,):
                text = collapse(part)
                if text and len(self.blocks) < _MOST_BLOCKS:
                    share = self._link_share(text)
                    self.blocks.append(Block(len(self.blocks), text, tag, place, share, False))
            self.linked = 0
        for alternative in self.alternatives:
            where = place if place in _FINAL or place == "aside" else "caption"
            self.blocks.append(Block(len(self.blocks), alternative, "img", where, 0.0, True))
        self.alternatives.clear()


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def _leads_away(link: HtmlElement, tag: str) -> bool:
    """Tell a link from the anchor that a sub-heading is wrapped in."""
    return not (tag[0] == "h" and (link.get("href") or "").startswith("#"))


def render(root: HtmlElement) -> tuple[Block, ...]:
    """Return the visible blocks of a page in document order (at most 20,000).

    A page that hides all it holds, to be shown by a script, is rendered as if it were visible.
    """
    blocks = _render(root, with_hidden=False)
    if all(block.is_alt for block in blocks):
        return _render(root, with_hidden=True)
    return blocks


def _render(root: HtmlElement, *, with_hidden: bool) -> tuple[Block, ...]:
    renderer = _Renderer()
    names: dict[str, Place | None] = {}
    wrappers = _wrappers(root) | {root, *root.iterchildren("body")}
    # What is open: (tag of the innermost block, its place, whether this element is a block).
    open_: list[tuple[str, Place, bool]] = [("body", "content", True)]
    links = 0
    # Walks without recursion, however deep the tree.
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        element_tag = element.tag
        if event == "end":
            tag, place, is_block = open_.pop()
            if is_block:
                renderer.flush(tag, place)
            if element_tag == "a" and _leads_away(element, tag):
                links -= 1
            renderer.add(element.tail, links > 0)
            continue
        tag, place, _ = open_[-1]
        if element_tag == "a" and _leads_away(element, tag):
            links += 1
        if element_tag in _SKIPPED or (not with_hidden and _is_hidden(element)):
            walker.skip_subtree()
            open_.append((tag, place, False))
        elif element_tag in _INLINE:
            open_.append((tag, place, False))
            renderer.add(element.text, links > 0)
        elif element_tag == "img":
            _add_alternative(renderer, element)
            open_.append((tag, place, False))
        else:
            renderer.flush(tag, place)
            own = place if element in wrappers else _place_of(element, place, names)
            open_.append((element_tag, own, True))
            renderer.add(element.text, links > 0)
    renderer.flush("body", "content")
    return tuple(renderer.blocks)


def _add_alternative(renderer: _Renderer, element: HtmlElement) -> None:
    text = collapse(element.get("alt") or "")
    if len(text) >= 3 and not _FILE_NAME.fullmatch(text):
        renderer.alternatives.append(text)
