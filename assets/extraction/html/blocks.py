"""The visible blocks of an HTML page in reading order: what a person would see, line by line.

Each block knows where it stands (`page_places`). What a block is for the article is decided in
`kinds`; metadata in the head is in `head`.
"""

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from assets.extraction.html.page_places import FINAL, Place, place_of
from assets.language.folding import nfc

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
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
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
            where = place if place in FINAL or place == "aside" else "caption"
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
            own = place if element in wrappers else place_of(element, place, names)
            open_.append((element_tag, own, True))
            renderer.add(element.text, links > 0)
    renderer.flush("body", "content")
    return tuple(renderer.blocks)


def _add_alternative(renderer: _Renderer, element: HtmlElement) -> None:
    text = collapse(element.get("alt") or "")
    if len(text) >= 3 and not _FILE_NAME.fullmatch(text):
        renderer.alternatives.append(text)
