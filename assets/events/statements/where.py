"""Where an event was: the place, or the body at whose place, that stands behind "tại".

A place is not one because it is named: only words that put the event there count.
"""

import re
from collections.abc import Sequence

from assets.entities.records import Observation
from assets.events.records import DateMention
from assets.events.statements.anchors import Anchor
from assets.events.statements.sites import CHAIN, seat_of_host, site_before
from assets.events.statements.spots import BRIDGE_POINT, spots_of
from assets.events.statements.view import ArticleView, Sentence
from assets.events.statements.words import EventLexicon

# "tại trụ sở", "tại Nhà văn hóa lao động, TP Hà Nội", "tại Trung tâm Hội nghị (Hà Nội)".
_VENUE = re.compile(r"[^.;:\n“”\"]{0,90}?\Z")
# "tại 66 Nguyễn Thái Học, Hà Nội": the street's name is no person's.
_ADDRESS = re.compile(r"(?:số[ \u00a0]+)?\d[\w/-]*[ \u00a0]+(?:đường[ \u00a0]+|phố[ \u00a0]+)?")
# "in the northern province of Son La"
_ENGLISH_UNIT = re.compile(r"(?:the )?(?:\w+ ){0,3}(?:province|city|town|district|capital) of ")
_UNIT = re.compile(r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tp|tỉnh)[ .\u00a0]", re.I)
_SMALL = re.compile(r"(?:xã|phường|thị trấn|huyện|quận|thị xã)[ \u00a0]", re.I)
_PAUSE = re.compile(r"[,;:(]")
_STREET = re.compile(r"(?:\d[\w/-]*|(?<!\w)(?:đường|phố|số))[ \u00a0]+\Z")
_PLACES_WITHIN = 160
# "thủ đô", "thành phố": more words before a place are a venue's name.
_WORDS_OF_UNIT = 2
_SEATS = ("place", "organisation")
# Behind "tại Phủ Chủ tịch, Chủ tịch nước chủ trì lễ đón Tổng thống Nga" Russia is no venue.
_ACTS = ("organises", "opens", "takes_place", "chairs", "speaks", "attends")
# Works and mishaps are where the thing is that they are told of.
_SITED = frozenset({"works", "fire"})
# Between "thăm" and where: those who live there may be named.
_VISITED = re.compile(
    r"(?:[ \u00a0]|,|(?<!\w)(?:và|làm việc|tại|ở|chúc tết|chúc mừng|tặng quà|động viên|đảng bộ"
    r"|chính quyền|nhân dân|quân và dân|cán bộ|chiến sĩ|hữu nghị|chính thức|cấp nhà nước|nước"
    r"|vương quốc|cộng hòa|đất nước|xã giao|với|lãnh đạo)(?!\w))*"
)


def place_of(
    view: ArticleView,
    anchor: Anchor,
    references: Sequence[Anchor],
    date: DateMention | None,
    lexicon: EventLexicon,
) -> Observation | None:
    """Return the observation of where the event was; None when the article does not say.

    It is looked for around the anchor, where the event is named again as held somewhere, and beside
    its date.
    """
    found = _in_sentence(view, anchor.sentence, anchor, lexicon)
    if found is not None:
        return found
    for reference in references:
        if reference.held and not reference.beside and not reference.several:
            found = _in_sentence(view, reference.sentence, reference, lexicon)
            if found is not None:
                return found
    return _beside_date(view, anchor, date, lexicon) if date is not None else None


def _beside_date(
    view: ArticleView, anchor: Anchor, date: DateMention, lexicon: EventLexicon
) -> Observation | None:
    """Return the place told in the sentence that dates the event."""
    for sentence in view.lead:
        if date.field == "text" and sentence.start <= date.start_char < sentence.end:
            return _in_sentence(view, sentence, anchor, lexicon)
    return None


def _in_sentence(
    view: ArticleView, sentence: Sentence, anchor: Anchor, lexicon: EventLexicon
) -> Observation | None:
    spots = spots_of(view, sentence, anchor, lexicon)
    visits = anchor.kind.families == ("visit",) and anchor.kind.shape == "encounter"
    if "voters" in anchor.kind.families or visits:
        place = _place_visited(view, sentence, anchor, lexicon)
        if place is not None:
            return place
    if anchor.is_verb and not _SITED.isdisjoint(anchor.kind.families):
        place = site_before(view, sentence, anchor)
        if place is not None:
            return place
    told = [_place_at(view, sentence, at.end(), lexicon) for at in spots]
    found = [place for place in told if place is not None]
    if found:
        # "tại trụ sở Tổng hội X, … tại Hà Nội": of a body whose place is not known.
        placed = (one for one in found if one.entity_type == "place" or one.place_id is not None)
        return next(placed, found[0])
    return seat_of_host(view, sentence, anchor, spots, lexicon)


def _place_visited(
    view: ArticleView, sentence: Sentence, anchor: Anchor, lexicon: EventLexicon
) -> Observation | None:
    """Return the place whose voters or people are met: "thăm và làm việc tại tỉnh Nghệ An"."""
    gap = _VISITED.match(view.text[sentence.field], anchor.end, sentence.end)
    if sentence is not anchor.sentence or gap is None:
        return None
    return _place_at(view, sentence, gap.end(), lexicon)


def _place_at(
    view: ArticleView, sentence: Sentence, start: int, lexicon: EventLexicon
) -> Observation | None:
    """Return the place that stands at `start`, or behind the venue that does."""
    text = view.text[sentence.field]
    # In "Quảng trường Hùng Vương" no school is named.
    venue = lexicon.at("venue", text, start, sentence.end)
    here = [
        one
        for one in view.observations(
            sentence.field, start, min(sentence.end, start + _PLACES_WITHIN)
        )
        if not _names_venue(text, start, one, lexicon)
        and not (venue and start < one.start_char < venue.end())
    ]
    if not here or here[0].entity_type not in _SEATS:
        return None
    first = here[0].start_char
    if BRIDGE_POINT.search(text, max(0, first - 16), first):
        return None
    gap = text[start:first]
    if gap.strip():
        named = lexicon.at("venue", text, start, first) or _ADDRESS.match(gap)
        venue = named and _VENUE.fullmatch(gap)
        acts = any(lexicon.first(role, text, start, first) for role in _ACTS)
        # "tại Phủ Chủ tịch, lễ đón Chủ tịch nước Lào": no venue's name goes on over an event.
        acts = acts or any(not one.is_verb for one in lexicon.kind_matches(text, start, first))
        # "tại tỉnh, sáng 28/6, Đại sứ Lào …": the country is that of the ambassador.
        acts = acts or bool(view.dates(sentence.field, start, first))
        if not (venue or _ENGLISH_UNIT.fullmatch(gap)) or acts:
            return None
    seats = [one for one in here if one.entity_type in _SEATS]
    of_venue = len(gap.split()) > _WORDS_OF_UNIT
    is_venue = lexicon.at("venue", text, first, sentence.end) is not None
    behind = "(," if is_venue else "(" if of_venue else ""
    return _largest(view, sentence, seats, behind)


def _names_venue(text: str, start: int, one: Observation, lexicon: EventLexicon) -> bool:
    """Tell whether a person's name is that of a street or a hall: "tại Trường Lê Quý Đôn".

    Right behind "tại" it is no person's either: "tại Hồ Nước Ngọt".
    """
    if one.entity_type != "person":
        return False
    gap = text[start : one.start_char]
    if not gap.strip() and lexicon.at("venue", text, one.start_char, one.end_char):
        return True
    hall = lexicon.at("venue", text, start, one.start_char) and not _PAUSE.search(gap)
    return bool(hall or _STREET.search(text, start, one.start_char))


def _largest(
    view: ArticleView, sentence: Sentence, here: Sequence[Observation], behind: str
) -> Observation | None:
    """Return the first place of a chain such as "Nhà khách X, quận Y, TP Z".

    Where the first is, or ends, a venue's name, the next one tells more if one of the marks
    `behind` stands between. A body stands for the place it serves when no place follows it.
    """
    text = view.text[sentence.field]
    chain = [here[0]]
    for one in here[1:]:
        gap = text[chain[-1].end_char : one.start_char]
        if one.entity_type == "organisation" and gap.strip() == "(":
            continue
        if not CHAIN.fullmatch(gap) or one.entity_type == "organisation":
            break
        chain.append(one)
    places = [one for one in chain if one.entity_type == "place"]
    unit = next((one for one in places[1:] if _SMALL.match(one.surface)), None)
    if unit is not None and not _UNIT.match(places[0].surface):
        # "mỏ than Khánh Hòa, xã Phúc Hà": the first is the name of the mine.
        return unit
    mark = text[places[0].end_char : places[1].start_char].strip() if len(places) > 1 else ""
    if mark and mark in behind and not _UNIT.match(places[0].surface):
        # "Làng Văn hóa các dân tộc Việt Nam (Sơn Tây, Hà Nội)": so is Việt Nam.
        return places[1]
    if places:
        return places[0]
    # "Trung tâm Hành chính" tells nothing of where it is.
    known = chain[0].place_id is not None or chain[0].reference_id is not None
    return chain[0] if known else None
