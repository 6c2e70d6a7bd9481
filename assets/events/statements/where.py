"""Where an event was: the place, or the body at whose place, that stands behind "tại".

A place is not one because it is named: only words that put the event there count.
"""

import re
from collections.abc import Sequence

from assets.entities.records import Observation
from assets.events.records import DateMention
from assets.events.statements.anchors import Anchor
from assets.events.statements.view import ArticleView, Sentence
from assets.events.statements.words import EventLexicon

_AT = re.compile(r"(?<!\w)(?:tại|ở|trên địa bàn|in|at)[ \u00a0]+")
# "tại trụ sở", "tại Nhà văn hóa lao động, TP Hà Nội", "tại Trung tâm Hội nghị (Hà Nội)".
# A mishap befalls on a road or in a district that a road leads through.
_ON = re.compile(r"(?<!\w)(?:tại|ở|trên địa bàn|thuộc địa bàn|thuộc|trên|qua|in|at|on)[ \u00a0]+")
_VENUE = re.compile(r"[^.;:\n“”\"]{0,70}?\Z")
# "tại 66 Nguyễn Thái Học, Hà Nội": the street's name is no person's.
_ADDRESS = re.compile(r"(?:số[ \u00a0]+)?\d[\w/-]*[ \u00a0]+(?:đường[ \u00a0]+|phố[ \u00a0]+)?")
_STREET = re.compile(r"(?:\d[\w/-]*|(?<!\w)(?:đường|phố|số))[ \u00a0]+\Z")
_PLACES_WITHIN = 160
_SEATS = ("place", "organisation")
# Behind "tại Phủ Chủ tịch, Chủ tịch nước chủ trì lễ đón Tổng thống Nga" Russia is no venue.
_ACTS = ("organises", "opens", "takes_place", "chairs", "speaks", "attends")
_BRIDGE_POINT = re.compile(r"điểm cầu(?! chính)[ \u00a0]*\Z")
_CHAIN = re.compile(
    r"(?:[ \u00a0]*(?:\([^()\n]{2,16}\))?[ \u00a0]*[,(–-][ \u00a0]*|[ \u00a0]+(?:của[ \u00a0]+)?)"
    r"(?:thuộc[ \u00a0]+)?(?:địa bàn[ \u00a0]+)?"
    r"(?:(?:số[ \u00a0]+)?\d[\w/-]*[ \u00a0][^,.;:()\n]{2,40},[ \u00a0]+)?"
)
_DATELINE = re.compile(r"[ \u00a0]*(?:[,(][^)\n]{0,24}\)?)?[ \u00a0]*[-–—:]")
# Works and mishaps are where the thing is that they are told of.
_SITED = frozenset({"works", "fire"})
_MARKERS = re.compile(
    r"(?:[ \u00a0]*(?:,|\)|(?<!\w)(?:đã|vừa|được|sẽ|chính thức|bất ngờ)(?!\w)))*[ \u00a0]*"
)
_PREFIX = re.compile(r"[ \u00a0]*:[ \u00a0]*(?![\d“\"])")
_OFFICE_BEFORE = re.compile(
    r"(?:đại sứ|đại sứ quán|tổng lãnh sự|lãnh sự|đại diện|người|đại biện|sinh sống|làm việc"
    r"|đang|khách)[^,.;]{0,40}\Z"
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
        and not _OFFICE_BEFORE.search(text, max(sentence.start, at.start() - 60), at.start())
    ]
    if "voters" in anchor.kind.families:
        place = _place_of_voters(view, sentence, anchor)
        if place is not None:
            return place
    if anchor.is_verb and not _SITED.isdisjoint(anchor.kind.families):
        place = _site_before(view, sentence, anchor)
        if place is not None:
            return place
    # "Hội thảo về du học tại Úc sẽ diễn ra … tại Hà Nội": where it takes place comes first.
    first = held.start() if held and sentence is anchor.sentence else sentence.start
    for at in sorted(spots, key=lambda one: (one.start() < first, _distance(one.start(), anchor))):
        place = _place_at(view, sentence, at.end(), lexicon)
        if place is not None:
            return place
    return None


def _site_before(view: ArticleView, sentence: Sentence, anchor: Anchor) -> Observation | None:
    """Return where what is built or burns stands: "nhà văn hóa xã X, huyện Y được khởi công"."""
    here = view.observations(sentence.field, sentence.start, anchor.start)
    text = view.text[sentence.field]
    if not here or here[-1].entity_type != "place":
        return None
    if not _MARKERS.fullmatch(text, here[-1].end_char, anchor.start):
        return None
    site = here[-1]
    for one in reversed(here[:-1]):
        gap = text[one.end_char : site.start_char]
        if one.entity_type != "place" or not _CHAIN.fullmatch(gap):
            break
        site = one
    return site


def _place_of_voters(view: ArticleView, sentence: Sentence, anchor: Anchor) -> Observation | None:
    """Return the place whose voters are met: "tiếp xúc cử tri huyện Quốc Oai"."""
    here = view.observations(sentence.field, anchor.end, sentence.end)
    text = view.text[sentence.field]
    if not here or here[0].entity_type != "place":
        return None
    return here[0] if not text[anchor.end : here[0].start_char].strip() else None


def _is_of_a_plan(
    sentence: Sentence, anchor: Anchor, position: int, text: str, lexicon: EventLexicon
) -> bool:
    """Tell whether what stands at `position` is told of a later event, as "sẽ" before it says."""
    if anchor.planned or sentence is not anchor.sentence or position <= anchor.name.end:
        return False
    return lexicon.first("announced", text, anchor.name.end, position) is not None


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
        if not _is_street(text, start, one)
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


def _is_street(text: str, start: int, one: Observation) -> bool:
    """Tell whether a name is that of the street in an address."""
    return one.entity_type == "person" and bool(_STREET.search(text, start, one.start_char))


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
        if not _CHAIN.fullmatch(gap) or one.entity_type == "organisation":
            break
        chain.append(one)
    places = [one for one in chain if one.entity_type == "place"]
    return places[0] if places else chain[0]


def place_before_headline(view: ArticleView) -> Observation | None:
    """Return the place that a headline puts before its news: "Hà Giang: Cháy chợ trong đêm"."""
    for one in view.observations("title", 0, len(view.text["title"])):
        if one.entity_type == "place":
            opens = one.start_char == 0 and _PREFIX.match(view.text["title"], one.end_char)
            return one if opens else None
    return None


def dateline(view: ArticleView) -> Observation | None:
    """Return the place that opens the text as a dateline: "Hà Nội (TTXVN) - …"."""
    if not view.lead:
        return None
    first, text = view.lead[0], view.text["text"]
    for one in view.observations("text", first.start, min(first.end, first.start + 60)):
        opens = one.start_char == first.start and _DATELINE.match(text, one.end_char)
        if one.entity_type == "place" and opens:
            return one
    return None
