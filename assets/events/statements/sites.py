"""Where an event was that is told of no venue: by the thing it befalls, or by who holds it.

The words that put an event somewhere ("tại …") are read in `where`.
"""

import re
from collections.abc import Sequence

from assets.entities.records import Observation
from assets.events.statements.anchors import Anchor
from assets.events.statements.view import ArticleView, Sentence
from assets.events.statements.words import EventLexicon

# Between the names of one place, the smaller first.
CHAIN = re.compile(
    r"(?:[ \u00a0]*(?:\([^()\n]{2,16}\))?[ \u00a0]*[,(–-][ \u00a0]*|[ \u00a0]+(?:của[ \u00a0]+)?)"
    r"(?:thuộc[ \u00a0]+)?(?:địa bàn[ \u00a0]+)?"
    r"(?:(?:(?:số[ \u00a0]+)?\d[\w/-]*|đường|phố)[ \u00a0][^,.;:()\n]{2,40},[ \u00a0]+)?"
)
_MARKERS = re.compile(
    r"(?:[ \u00a0]*(?:,|\)|(?<!\w)(?:đã|vừa|được|sẽ|chính thức|bất ngờ)(?!\w)))*[ \u00a0]*"
)
# "tại hội trường tỉnh", "tại Trung tâm Hành chính thành phố": whose, its owner tells.
_OWN_HALL = re.compile(
    r"(?:hội trường|trụ sở|trung tâm|nhà khách|nhà văn hóa|phòng họp|quảng trường|cung|thư viện"
    r"|bảo tàng)(?:[ \u00a0]+\w+){0,6}?[ \u00a0]+"
    r"(?:tỉnh|thành phố|tp|huyện|thị xã|quận)(?=[,;.]|\Z)"
)
_UNIT = re.compile(r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường)[ \u00a0]", re.I)
_CLAUSE_OPENS = re.compile(r"[,:–-][ \u00a0]+\Z")


def seat_of_host(
    view: ArticleView,
    sentence: Sentence,
    anchor: Anchor,
    spots: Sequence[re.Match[str]],
    lexicon: EventLexicon,
) -> Observation | None:
    """Return who holds the event where only they tell the place.

    "Tại hội trường tỉnh, Sở Y tế tỉnh Lào Cai tổ chức": a hall of the unit the body belongs to.
    "Huyện Mường Ảng tổ chức": the place itself holds it, and nothing says that it is elsewhere
    than in one of its own halls.
    """
    text = view.text[sentence.field]
    for at in spots:
        hall = _OWN_HALL.match(text, at.end(), sentence.end)
        if hall is not None:
            here = view.observations(sentence.field, sentence.start, sentence.end)
            for one in here:
                if one.entity_type == "organisation" and one.place_id is not None:
                    return one
            # "gặp Thống đốc tỉnh Hiroshima tại trụ sở tỉnh": the unit that was named so before.
            unit = hall[0].rpartition(" ")[2]
            for one in here:
                if one.entity_type == "place" and text.startswith(f"{unit} ", one.start_char):
                    return one
    halls = all(lexicon.at("venue", text, at.end(), sentence.end) for at in spots)
    if not halls or anchor.subject_end is None or anchor.kind.shape != "gathering":
        return None
    here = view.observations(sentence.field, sentence.start, anchor.subject_end)
    if not here or here[-1].entity_type != "place" or not _UNIT.match(here[-1].surface):
        return None
    acts = _MARKERS.fullmatch(text, here[-1].end_char, anchor.subject_end)
    opens = _CLAUSE_OPENS.search(text, sentence.start, here[-1].start_char)
    return here[-1] if acts and (opens or here[-1].start_char == sentence.start) else None


def site_before(view: ArticleView, sentence: Sentence, anchor: Anchor) -> Observation | None:
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
        if one.entity_type != "place" or not CHAIN.fullmatch(gap):
            break
        site = one
    return site
