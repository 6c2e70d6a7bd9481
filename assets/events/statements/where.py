"""Where an event was: the place, or the body at whose place, that stands behind "tại".

A place is not one because it is named: only words that put the event there count.
"""

import re
from collections.abc import Sequence

from assets.entities.records import Observation
from assets.events.records import DateMention
from assets.events.statements.anchors import Anchor
from assets.events.statements.sites import CHAIN, seat_of_host, site_before
from assets.events.statements.view import ArticleView, Sentence
from assets.events.statements.words import EventLexicon

_AT = re.compile(r"(?<!\w)(?:tại|ở|trên địa bàn|in|at)[ \u00a0]+")
# "tại trụ sở", "tại Nhà văn hóa lao động, TP Hà Nội", "tại Trung tâm Hội nghị (Hà Nội)".
# A mishap befalls on a road or in a district that a road leads through.
_ON = re.compile(r"(?<!\w)(?:tại|ở|trên địa bàn|thuộc địa bàn|thuộc|trên|qua|in|at|on)[ \u00a0]+")
_VENUE = re.compile(r"[^.;:\n“”\"]{0,90}?\Z")
# "tại 66 Nguyễn Thái Học, Hà Nội": the street's name is no person's.
_ADDRESS = re.compile(r"(?:số[ \u00a0]+)?\d[\w/-]*[ \u00a0]+(?:đường[ \u00a0]+|phố[ \u00a0]+)?")
_UNIT = re.compile(r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tp|tỉnh)[ .\u00a0]", re.I)
_SMALL = re.compile(r"(?:xã|phường|thị trấn|huyện|quận|thị xã)[ \u00a0]", re.I)
_PAUSE = re.compile(r"[,;:(]")
_STREET = re.compile(r"(?:\d[\w/-]*|(?<!\w)(?:đường|phố|số))[ \u00a0]+\Z")
_PLACES_WITHIN = 160
_SEATS = ("place", "organisation")
# Behind "tại Phủ Chủ tịch, Chủ tịch nước chủ trì lễ đón Tổng thống Nga" Russia is no venue.
_ACTS = ("organises", "opens", "takes_place", "chairs", "speaks", "attends")
_BRIDGE_POINT = re.compile(r"điểm cầu(?! chính)[ \u00a0]*\Z")
# Works and mishaps are where the thing is that they are told of.
_SITED = frozenset({"works", "fire"})
# Between "thăm" and where: those who live there may be named.
_VISITED = re.compile(
    r"(?:[ \u00a0]|,|(?<!\w)(?:và|làm việc|tại|ở|chúc tết|chúc mừng|tặng quà|động viên|đảng bộ"
    r"|chính quyền|nhân dân|quân và dân|cán bộ|chiến sĩ|hữu nghị|chính thức|cấp nhà nước|nước"
    r"|vương quốc|cộng hòa|đất nước|xã giao|với|lãnh đạo)(?!\w))*"
)
_OF = re.compile(r"(?<!\w)của[ \u00a0]\Z")
_OFFICE_BEFORE = re.compile(
    r"(?:đại sứ|đại sứ quán|tổng lãnh sự|lãnh sự|đại diện|người|đại biện|sinh sống"
    r"|(?<!thăm và )làm việc|đang|khách)[^,.;]{0,40}\Z"
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
    text = view.text[sentence.field]
    pattern = _ON if anchor.kind.shape == "happening" else _AT
    held = lexicon.first("takes_place", text, anchor.name.end, sentence.end)
    spots = [
        at
        for at in pattern.finditer(text, sentence.start, sentence.end)
        if view.within_observation(sentence.field, at.start(), at.start() + 1) is None
        and not _is_of_a_plan(sentence, anchor, at.start(), text, lexicon)
        and not (anchor.name.theme and anchor.name.theme[0] <= at.start() < anchor.name.theme[1])
        and not _BRIDGE_POINT.search(text, max(sentence.start, at.start() - 24), at.start())
        and not _OFFICE_BEFORE.search(text, max(sentence.start, at.start() - 60), at.start())
        and not _is_seated(view, sentence, anchor, at.start())
    ]
    visits = anchor.is_verb and anchor.kind.families == ("visit",)
    if "voters" in anchor.kind.families or visits:
        place = _place_visited(view, sentence, anchor, lexicon)
        if place is not None:
            return place
    if anchor.is_verb and not _SITED.isdisjoint(anchor.kind.families):
        place = site_before(view, sentence, anchor)
        if place is not None:
            return place
    # "Hội thảo về du học tại Úc sẽ diễn ra … tại Hà Nội": where it takes place comes first.
    first = held.start() if held and sentence is anchor.sentence else sentence.start
    for at in sorted(spots, key=lambda one: (one.start() < first, _distance(one.start(), anchor))):
        place = _place_at(view, sentence, at.end(), lexicon)
        if place is not None:
            return place
    return seat_of_host(view, sentence, anchor, spots)


def _place_visited(
    view: ArticleView, sentence: Sentence, anchor: Anchor, lexicon: EventLexicon
) -> Observation | None:
    """Return the place whose voters or people are met: "thăm và làm việc tại tỉnh Nghệ An"."""
    gap = _VISITED.match(view.text[sentence.field], anchor.end, sentence.end)
    if sentence is not anchor.sentence or gap is None:
        return None
    return _place_at(view, sentence, gap.end(), lexicon)


def _is_of_a_plan(
    sentence: Sentence, anchor: Anchor, position: int, text: str, lexicon: EventLexicon
) -> bool:
    """Tell whether what stands at `position` is told of a later event, as "sẽ" before it says."""
    if anchor.planned or sentence is not anchor.sentence or position <= anchor.name.end:
        return False
    return lexicon.first("announced", text, anchor.name.end, position) is not None


def _is_seated(view: ArticleView, sentence: Sentence, anchor: Anchor, position: int) -> bool:
    """Tell whether "tại" tells more of somebody's body: "Cố vấn của JICA tại Việt Nam".

    Those who meet may well do so where one of them has its seat.
    """
    text = view.text[sentence.field]
    before = view.observations(sentence.field, sentence.start, position)
    if not before or before[-1].entity_type != "organisation":
        return False
    if text[before[-1].end_char : position].strip():
        return False
    owns = _OF.search(text, sentence.start, before[-1].start_char) is not None
    return view.is_office(before[-1]) or (owns and anchor.kind.shape == "gathering")


def _distance(position: int, anchor: Anchor) -> int:
    if position < anchor.start:
        return anchor.start - position
    return max(0, position - anchor.name.end)


def _place_at(
    view: ArticleView, sentence: Sentence, start: int, lexicon: EventLexicon
) -> Observation | None:
    """Return the place that stands at `start`, or behind the venue that does."""
    text = view.text[sentence.field]
    here = [
        one
        for one in view.observations(
            sentence.field, start, min(sentence.end, start + _PLACES_WITHIN)
        )
        if not _names_venue(text, start, one, lexicon)
    ]
    if not here or here[0].entity_type not in _SEATS:
        return None
    first = here[0].start_char
    if _BRIDGE_POINT.search(text, max(0, first - 16), first):
        return None
    gap = text[start:first]
    if gap.strip():
        named = lexicon.at("venue", text, start, first) or _ADDRESS.match(gap)
        venue = named and _VENUE.fullmatch(gap)
        acts = any(lexicon.first(role, text, start, first) for role in _ACTS)
        if not venue or acts:
            return None
    return _largest(view, sentence, [one for one in here if one.entity_type in _SEATS])


def _names_venue(text: str, start: int, one: Observation, lexicon: EventLexicon) -> bool:
    """Tell whether a person's name is that of a street or a hall: "tại Trường Lê Quý Đôn"."""
    if one.entity_type != "person":
        return False
    gap = text[start : one.start_char]
    hall = lexicon.at("venue", text, start, one.start_char) and not _PAUSE.search(gap)
    return bool(hall or _STREET.search(text, start, one.start_char))


def _largest(
    view: ArticleView, sentence: Sentence, here: Sequence[Observation]
) -> Observation | None:
    """Return the first place of a chain such as "Nhà khách X, quận Y, TP Z".

    A body stands for the place it serves when no place follows it.
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
    if len(places) > 1 and not _UNIT.match(places[0].surface) and _SMALL.match(places[1].surface):
        # "mỏ than Khánh Hòa, xã Phúc Hà": the first is the name of the mine.
        return places[1]
    if places:
        return places[0]
    # "Trung tâm Hành chính" tells nothing of where it is.
    known = chain[0].place_id is not None or chain[0].reference_id is not None
    return chain[0] if known else None
