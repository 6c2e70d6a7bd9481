"""What each visible piece of an HTML page is: main text, headline, caption, byline, furniture.

Pieces that the extractor took are text unless they clearly are something else; the others are named
after their place on the page. Metadata values are found elsewhere.
"""

from collections.abc import Sequence
from dataclasses import replace

from assets.extraction.html.alignment import Piece
from assets.extraction.html.authors import read_byline_block
from assets.extraction.html.blocks import Block, word_count
from assets.extraction.html.boxes import pieces_in_boxes
from assets.extraction.html.dates import date_line
from assets.extraction.html.frame import (
    Frame,
    Named,
    TitleKeys,
    find_frame,
    is_furniture,
    is_list_or_imprint,
)
from assets.extraction.html.inserts import inserted_kind
from assets.extraction.html.tail import foreign_pieces
from assets.extraction.html.title import title_key
from assets.extraction.metadata.lexicon import Lexicon
from assets.extraction.metadata.writer_names import name_confidence
from assets.extraction.records import LineKind

SIGNATURE = "name behind the last paragraph"
_PARAGRAPH_WORDS = 8
_TEASER_WORDS = 6
_LINKED = 0.8
_TAIL_REACH = 4
_LONGEST_LINE = 160  # characters of a date line or byline
_HEADING_WORDS = 20
_LEAD_WORDS = 12
_NAME = 0.6
_DESCRIPTION_KEY = 60


def name_pieces(
    pieces: Sequence[Piece],
    title: str | None,
    descriptions: Sequence[str],
    lexicon: Lexicon,
) -> list[Named]:
    """Name every piece of a page. `descriptions` are the summaries its metadata gives."""
    others = foreign_pieces(pieces, lexicon)
    if others:
        pieces = [
            replace(piece, in_text=False) if number in others else piece
            for number, piece in enumerate(pieces)
        ]
    frame = find_frame(pieces, title)
    keys = TitleKeys(title)
    leads = [short for text in descriptions if len(short := title_key(text)) >= _DESCRIPTION_KEY]
    foreign = pieces_in_boxes(pieces)
    named: list[Named] = []
    lead_seen = False
    in_related = False
    for number, piece in enumerate(pieces):
        block = piece.block
        if number in others:
            name = Named(piece, "teaser", 0.8, "one of several title and sentence pairs")
        elif number <= frame.last and keys.is_title(piece.text):
            name = _title_copy(piece, number, frame)
        elif piece.in_text:
            in_related = _opens_related(piece, in_related, lexicon)
            is_foreign = in_related or number in foreign
            name = _text_kind(piece, number, frame, lexicon, is_foreign=is_foreign)
            if name.kind == "body" and not lead_seen and number <= frame.first + 1:
                name = _as_lead(name, leads)
                lead_seen = name.kind == "lead"
        else:
            name = _other_kind(piece, number, frame, lexicon)
            is_sapo = (
                not lead_seen and block is not None and _is_lost_lead(block, number, frame, leads)
            )
            if is_sapo and name.kind in ("other", "teaser"):
                name = Named(piece, "lead", 0.85, "summary between headline and text")
                lead_seen = True
        named.append(name)
    return named


def _title_copy(piece: Piece, number: int, frame: Frame) -> Named:
    if number == frame.title:
        return Named(piece, "title", 0.97, "headline")
    if piece.block is not None and piece.block.is_alt:
        return Named(piece, "caption", 0.8, "alternative text that repeats the headline")
    if is_furniture(piece.block):
        return Named(piece, "navigation", 0.9, "headline repeated in navigation")
    return Named(piece, "title", 0.8, "headline repeated")


def _opens_related(piece: Piece, in_related: bool, lexicon: Lexicon) -> bool:
    """Follow whether the text is inside a list of other articles' titles."""
    if lexicon.role_of(piece.text) == "related":
        return True
    linked = piece.block is not None and piece.block.link_share >= _LINKED
    return in_related and linked


def _text_kind(
    piece: Piece, number: int, frame: Frame, lexicon: Lexicon, *, is_foreign: bool
) -> Named:
    block = piece.block
    if block is None:
        return Named(piece, "body", 0.7, "main text, not visible as a block")
    if block.place == "caption":
        return Named(piece, "caption", 0.85, "caption element")
    if number > frame.last or (
        number < frame.first and _is_over_text(piece, block, number, frame, lexicon)
    ):
        return _other_kind(piece, number, frame, lexicon)
    if is_foreign or (block.place in ("related", "comment") and block.link_share >= _LINKED):
        return Named(piece, "teaser", 0.8, "links to other articles")
    short = word_count(piece.text) <= 14 and piece.whole and not block.is_heading
    beside = _beside_text(piece, block, number, frame, lexicon) if short else None
    if beside is not None:
        return beside
    if piece.whole and not block.is_heading:
        inserted = inserted_kind(piece.text, lexicon, may_be_caption=frame.first < number)
        if inserted is not None:
            return Named(piece, *inserted)
    if short and lexicon.role_of(piece.text) in ("comment", "tool", "error"):
        return Named(piece, "navigation", 0.8, "menu word")
    return Named(piece, "body", 0.95, "main text")


def _is_over_text(piece: Piece, block: Block, number: int, frame: Frame, lexicon: Lexicon) -> bool:
    """Tell a line above the first paragraph that is section, menu or tool."""
    above_title = frame.title is not None and number < frame.title
    named = is_furniture(block) or lexicon.role_of(block.text) is not None
    return above_title or named or is_list_or_imprint(piece)


def _beside_text(
    piece: Piece, block: Block, number: int, frame: Frame, lexicon: Lexicon
) -> Named | None:
    """Name a short piece at either edge of the text that tells date or author."""
    if number <= frame.first + 1 or number >= frame.last - _TAIL_REACH:
        if date_line(block) is not None:
            return Named(piece, "date", 0.9, "date line beside the text")
        if read_byline_block(block, lexicon) is not None:
            return Named(piece, "byline", 0.85, "byline beside the text")
    if number == frame.last and _is_signature(piece, lexicon):
        return Named(piece, "byline", 0.75, SIGNATURE)
    return None


def _is_signature(piece: Piece, lexicon: Lexicon) -> bool:
    """Tell a name alone at the end of the text, with no mark-up to say so."""
    return not piece.text.isascii() and name_confidence(piece.text, lexicon) >= _NAME


def _as_lead(name: Named, leads: Sequence[str]) -> Named:
    block = name.piece.block
    if word_count(name.piece.text) < _PARAGRAPH_WORDS:
        return name
    if block is not None and block.place == "sapo":
        return Named(name.piece, "lead", 0.95, "summary element")
    if _matches(name.piece.text, leads):
        return Named(name.piece, "lead", 0.9, "first paragraph, also the page's description")
    return name


def _matches(text: str, leads: Sequence[str]) -> bool:
    key = title_key(text)
    return len(key) >= _DESCRIPTION_KEY and any(
        key.startswith(lead) or lead.startswith(key) or lead in key for lead in leads
    )


def _is_lost_lead(block: Block, number: int, frame: Frame, leads: Sequence[str]) -> bool:
    """Tell whether a block that the extractor left out is the article's summary."""
    after_title = frame.title is None or number > frame.title
    if not after_title or number > frame.first or number < frame.top or block.is_alt:
        return False
    if word_count(block.text) < _LEAD_WORDS or block.link_share > 0.5:
        return False
    if block.place == "sapo" and (not leads or _matches(block.text, leads)):
        return frame.title is not None
    return _matches(block.text, leads)


def _is_subheading(block: Block) -> bool:
    plain = block.place == "content" and block.link_share < 0.5
    return plain and word_count(block.text) <= _HEADING_WORDS


def _caption(piece: Piece, block: Block) -> Named:
    if block.is_alt and is_furniture(block):
        return Named(piece, "teaser", 0.7, f"alternative text in {block.place}")
    what = "alternative text" if block.is_alt else "caption element"
    return Named(piece, "caption", 0.9, what)


def _other_kind(piece: Piece, number: int, frame: Frame, lexicon: Lexicon) -> Named:
    block = piece.block
    if block is None or not piece.whole:
        return Named(piece, "other", 0.6, "part of a paragraph outside the main text")
    if block.is_alt or block.place == "caption":
        return _caption(piece, block)
    near = frame.top <= number <= frame.first or frame.last < number <= frame.last + _TAIL_REACH
    if (
        near
        and len(piece.text) <= _LONGEST_LINE
        and block.place not in ("navigation", "footer", "comment", "related")
    ):
        if date_line(block) is not None:
            return Named(piece, "date", 0.9, "date line beside the headline")
        if read_byline_block(block, lexicon) is not None:
            return Named(piece, "byline", 0.85, "byline beside the text")
    role = lexicon.role_of(piece.text)
    if block.is_heading and frame.first < number < frame.last and _is_subheading(block):
        return Named(piece, "body", 0.7, "heading between paragraphs of the text")
    if role == "section" and near and block.place not in ("navigation", "footer"):
        return Named(piece, "section", 0.7, "section name beside the headline")
    long = word_count(piece.text) >= _TEASER_WORDS
    if block.place in ("related", "aside") or (block.link_share >= _LINKED and long):
        kind: LineKind = "teaser" if long else "navigation"
        return Named(piece, kind, 0.85, f"{block.place} with links" if long else "furniture")
    if is_furniture(block) or role is not None or block.link_share >= _LINKED:
        return Named(piece, "navigation", 0.85, f"{block.place} element")
    return Named(piece, "other", 0.6, "outside the main text")
