"""Whether a listed name stands for a place where it stands in the text.

Each function answers with a confidence between 0 (no place) and 1. The choice between places of
one name is made in `finding`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assets.entities.gazetteer import Match
from assets.entities.places.index import PlaceEntry, PlaceIndex
from assets.entities.places.words import (
    capitals_before,
    in_code,
    is_capitalised,
    is_vietnamese_syllable,
    opens_sentence,
    word_after,
    word_before,
)

PlaceMatch = Match[PlaceEntry]

_LINK = re.compile(
    r"[ \u00a0]*(?:[-–—/][ \u00a0]*|[,;][ \u00a0]*(?:và[ \u00a0]+)?|(?:và|hay|hoặc)[ \u00a0]+)"
)
# "Quận ủy Ba Đình": the body's name has the generic word.
_DISTRICT_BODY = re.compile(
    r"(?<!\w)(?:quận|huyện|thị)[ \u00a0](?:ủy|uỷ|đoàn)[ \u00a0]+\Z", re.IGNORECASE
)
# "người Việt" is a people, not the country.
_SHORT_OF_VIETNAM = frozenset(("Việt",))
_DASH = re.compile(r"[ \u00a0]*[-–—][ \u00a0]*")


@dataclass(slots=True)
class FieldContext:
    """One field of an article while its names are judged, from left to right.

    `matches` are all listed names of the field in order; `person_endings` the last syllables of
    the persons' names the article shows, in lower case ("đức" after "Nguyễn Văn Đức").
    """

    text: str
    matches: Sequence[PlaceMatch]
    index: PlaceIndex
    vietnamese: bool
    person_endings: frozenset[str] = frozenset()
    accepted_end: int = field(default=0)
    # Short names of countries that a sentence has made sure of ("lính Nhật").
    told: set[str] = field(default_factory=set)


def _linked(context: FieldContext, number: int, step: int, link: re.Pattern[str]) -> bool:
    """Tell whether the match beside (`step` -1 or 1) is a country joined by `link`."""
    other = number + step
    if not 0 <= other < len(context.matches):
        return False
    this, that = context.matches[number], context.matches[other]
    if not any(entry.value.kind == "country" for entry in that.entries):
        return False
    first, second = (this, that) if step > 0 else (that, this)
    return link.fullmatch(context.text, first.end, second.start) is not None


def single_syllable_country(context: FieldContext, number: int, pair_only: bool) -> float:
    """Judge a country name of one Vietnamese syllable ("Anh", "Lào"; pair only: "Nhật")."""
    if not context.vietnamese:
        return 0.0
    if _linked(context, number, 1, _DASH) or _linked(context, number, -1, _DASH):
        return 0.95
    if _is_other_word(context, context.matches[number]):
        return 0.0
    listed = _linked(context, number, 1, _LINK) or _linked(context, number, -1, _LINK)
    if pair_only:
        confidence = _shortened_country(context, context.matches[number], listed)
        if confidence:
            context.told.add(context.matches[number].surface)
        return confidence
    return _country_in_sentence(context, number, listed)


def _is_other_word(context: FieldContext, match: PlaceMatch) -> bool:
    """Tell whether the syllable is a person's name, a language or part of another word."""
    text = context.text
    before, after = word_before(text, match.start), word_after(text, match.end)
    return (
        before.lower() in context.index.words["address"]
        or before.lower() in ("tiếng", "chí")
        or text[match.end : match.end + 1] in ("-", "–", "$")
        or (
            text[match.end : match.end + 1] in ("'", "’")
            and text[match.end + 1 : match.end + 2].isalpha()
        )
        or (
            is_capitalised(after)
            and is_vietnamese_syllable(after)
            and not _person_follows(context, match, before, after)
        )
        or f"{match.surface} {after}".lower() in context.index.common_words
    )


def _person_follows(context: FieldContext, match: PlaceMatch, before: str, after: str) -> bool:
    """Tell whether a person's name begins after the country ("tại Lào Nguyễn Bá Hùng")."""
    asked_for = (
        before in context.index.words["before_country"]
        and match.surface.lower() not in context.index.words["common_opening"]
    )
    return asked_for and after in context.index.surnames


def _shortened_country(context: FieldContext, match: PlaceMatch, listed: bool) -> float:
    before = word_before(context.text, match.start)
    after = word_after(context.text, match.end)
    people = before.lower() in context.index.words["before_people"] and not is_capitalised(after)
    alone = not is_capitalised(before) and not is_capitalised(after)
    beside = alone and (listed or match.surface in context.told)
    if (people or beside) and match.surface not in _SHORT_OF_VIETNAM:
        return 0.85
    if after and after not in context.index.words["after_country"]:
        return 0.0
    near = before.lower() in context.index.words["before_short_country"]
    return 0.85 if near or (listed and not is_capitalised(before)) else 0.0


def _country_in_sentence(context: FieldContext, number: int, listed: bool) -> float:
    match, text = context.matches[number], context.text
    word, before = match.surface.lower(), word_before(text, match.start)
    if before.lower() in context.index.words["before_country"] and not _in_name(context, match):
        return 0.95
    # "Tổng Thống Nga": offices of countries also with capitals that make them look like names.
    if context.index.country_office.search(text, max(0, match.start - 24), match.start):
        return 0.95
    if is_capitalised(before):
        return 0.0
    bracketed = text[match.end : match.end + 1] == ")" and text[: match.start].endswith("(")
    if listed or bracketed:
        return 0.95
    if word in context.person_endings:
        return 0.0
    if before or word not in context.index.words["common_opening"]:
        return 0.85
    return 0.6 if _follows_city(context, number) else 0.0


def _in_name(context: FieldContext, match: PlaceMatch) -> bool:
    """Tell whether a trigger word is itself the end of a run of capitals ("Trần Quân Anh")."""
    before = word_before(context.text, match.start)
    if not is_capitalised(before):
        return False
    start = context.text.rfind(before, 0, match.start)
    return not opens_sentence(context.text, start)


def _follows_city(context: FieldContext, number: int) -> bool:
    """Tell whether the name before is a place in this country ("London, Anh")."""
    if number == 0:
        return False
    this, that = context.matches[number], context.matches[number - 1]
    ids = {entry.value.entity_id for entry in this.entries}
    inside = any(ids & set(context.index.ancestors(e.value.entity_id)) for e in that.entries)
    return inside and _LINK.fullmatch(context.text, that.end, this.start) is not None


def _is_delegation(context: FieldContext, match: PlaceMatch, words: list[str]) -> bool:
    """Tell whether a province's deputies are meant: "(Đoàn Bắc Giang)"."""
    province = any(entry.value.kind == "province" for entry in match.entries)
    start = context.text.rfind(words[0], 0, match.start)
    return words == ["Đoàn"] and province and context.text[:start].endswith("(")


def in_person_name(context: FieldContext, match: PlaceMatch) -> bool:
    """Tell whether the match is the end of a person's name ("Nguyễn Thái Bình")."""
    words = capitals_before(context.text, match.start, context.accepted_end)
    if not words:
        return False
    surnames = [i for i, word in enumerate(words) if word in context.index.surnames]
    if not surnames or _is_delegation(context, match, words):
        return False
    return not (match.surface == "Việt Nam" and len(words) == 1)


def _one_foreign_word(context: FieldContext, match: PlaceMatch, entry: PlaceEntry) -> float:
    """Judge a place named by one word of another language ("London", "UAE")."""
    text = context.text
    before, after = word_before(text, match.start), word_after(text, match.end)
    foreign = is_capitalised(before) and not is_vietnamese_syllable(before)
    # "Michael Jordan": a given name stands before, not "From" or another place.
    if foreign and before.lower() not in context.index.words["before_english_place"]:
        return 0.0 if match.start - len(before) - 1 > context.accepted_end else 0.6
    if not is_capitalised(after):
        return 0.9
    if entry.kind in ("city", "province") and not is_vietnamese_syllable(after):
        return 0.0  # "Cambridge Silicon Radio", "Saigon Pearl"
    # "US Open", "UK Visa": an acronym before another name is part of it.
    if match.surface.isupper() and not is_vietnamese_syllable(after):
        return 0.0
    return 0.9 if context.vietnamese else 0.7


def plain_name(context: FieldContext, match: PlaceMatch, entry: PlaceEntry) -> float:
    """Judge a province, region, city or country of more than one word or of foreign shape."""
    text = context.text
    before, after = word_before(text, match.start), word_after(text, match.end)
    native = all(map(is_vietnamese_syllable, match.surface.split()))
    if text[match.end : match.end + 1] == "$":
        return 0.0
    if match.surface.isupper() and in_code(text, match.start, match.end):
        return 0.0
    if not native and " " not in match.surface:
        return _one_foreign_word(context, match, entry)
    if not native:
        return 0.95
    if in_person_name(context, match):
        return 0.0
    if entry.kind != "country" and _addressed(context, before):
        return 0.0
    if is_capitalised(after) and is_vietnamese_syllable(after) and entry.kind != "country":
        return 0.85 if after in context.index.surnames else 0.6
    return 0.95


def _addressed(context: FieldContext, before: str) -> bool:
    """Tell whether a form of address stands before a name, "đồng chí" included."""
    return before.lower() in context.index.words["address"] or before.lower() == "chí"


def bare_district(
    context: FieldContext, match: PlaceMatch, entry: PlaceEntry, near_parent: bool, listed: bool
) -> float:
    """Judge a district's name without its generic word ("Mỹ Đức cần đẩy nhanh …")."""
    text = context.text
    if _DISTRICT_BODY.search(text, max(0, match.start - 12), match.start):
        return 0.9
    before, after = word_before(text, match.start), word_after(text, match.end)
    opening = before not in context.index.surnames and opens_sentence(
        text, match.start - len(before) - 1
    )
    if _addressed(context, before) or (is_capitalised(before) and not opening):
        return 0.0
    if is_capitalised(after) and is_vietnamese_syllable(after):
        return 0.0
    if listed:
        return 0.9
    placed = before.lower() in context.index.words["before_place"]
    if " " not in match.surface and not placed:
        return 0.0
    town = entry.prefix in ("thành phố", "thị xã")
    if near_parent:
        return 0.85 if placed or town else 0.7
    if placed and town:
        return 0.8
    return 0.7 if entry.prefix == "thành phố" else 0.0
