"""How well two statements fit one event, and why: the score and its signals.

`compare` is pure and symmetric. None means that they contradict each other: another day, another
ordinal, a kind that is not told for the other.
"""

from collections.abc import Mapping

from assets.events.linking.features import Features, dice, share
from assets.events.linking.records import Likeness, ToldEvent
from assets.events.statements.words import alike, two_sided

# The score from which two statements are one event. Weights were set on our own articles.
LEAST = 0.6
_SAME_DAY, _SAME_MONTH, _FOLLOWING, _PUBLISHED_TOGETHER = 0.3, 0.12, 0.15, 0.12
_SAME_KIND, _ALIKE_KIND = 0.12, 0.06
_ORGANISER, _OTHER_ORGANISER, _OTHER_ALTOGETHER = 0.22, -0.1, -0.2
_SAME_PLACE, _WITHIN_PLACE, _OTHER_PLACE = 0.12, 0.08, -0.3
_NAME, _NAME_IN_OPENING, _OPENING = 0.5, 0.25, 0.4
_UNLIKE, _HARDLY_LIKE, _OTHER_NAMES = -0.35, -0.15, -0.3
_ORDINAL = 0.12
_OTHER_NUMBERS = -0.1
# Below these nothing, or little, of what two articles tell is the same.
_UNLIKE_BELOW, _HARDLY_BELOW = 0.15, 0.25
_LEAST_TOLD = 0.02
# A court holds many trials on a day, a road sees many mishaps; their reports use the same words.
_COURT, _SCENE, _STRICTER = 0.1, 0.1, 2.2
_PEOPLE = (0.0, 0.12, 0.2, 0.26)
_BODIES = 0.06
_OTHER_GUESTS = -1.0
_STRONG_NAME = 0.75
_DAYS_BETWEEN = 2
_NEWS_DAYS = 4
_OLD_DAYS = 30

Containers = Mapping[str, str | None]


def compare(left: Features, right: Features, parents: Containers) -> Likeness | None:
    """Return the likeness of two statements; None when they cannot be one event.

    `parents` gives for each place the one it lies in.
    """
    if left.ordinals and right.ordinals and not left.ordinals & right.ordinals:
        return None
    name = _name_likeness(left, right)
    opening = dice(left.opening, right.opening) if _both_main(left, right) else 0.0
    when = _when(left, right, max(name, opening))
    kind = _kind(left, right, max(name, opening))
    if when is None or kind is None:
        return None
    parts = [
        when,
        kind,
        _organisers(left, right, name),
        _places(left, right, parents),
        *_names(left, right, name, opening),
        _people(left.told, right.told),
        _guests(left, right),
    ]
    score = sum(weight for weight, _ in parts)
    signals = tuple(signal for _, signal in parts if signal)
    return Likeness(round(min(1.0, max(0.0, score)), 3), signals)


_Part = tuple[float, str]


def _name_likeness(left: Features, right: Features) -> float:
    """Return how alike themes, or the words that name the events, are."""
    crossed = dice(left.theme or left.name, right.theme or right.name)
    return max(dice(left.theme, right.theme), dice(left.name, right.name), crossed)


def _both_main(left: Features, right: Features) -> bool:
    return left.told.is_main and right.told.is_main


def _when(left: Features, right: Features, name: float) -> _Part | None:
    one, other = left.told, right.told
    days, others = one.span, other.span
    if days is None or others is None:
        return _when_untold(one, other, name)
    apart = max((days[0] - others[1]).days, (others[0] - days[1]).days)
    if not one.date_precision == other.date_precision == "day":
        return (_SAME_MONTH, "time compatible") if apart <= 0 else None
    if apart <= 0:
        return _SAME_DAY, "same day" if days == others else "overlapping days"
    lasting = left.kind is not None and left.kind.lasting
    if apart <= _DAYS_BETWEEN and lasting and name >= _STRONG_NAME:
        return _FOLLOWING, f"{apart} days apart, lasting event of one name"
    return None


def _when_untold(one: ToldEvent, other: ToldEvent, name: float) -> _Part | None:
    """Compare publication with the other's date, or with its publication, when a date is untold."""
    days = [told.starts_on or told.published_on for told in (one, other)]
    if days[0] is None or days[1] is None:
        return 0.0, ""
    apart = abs((days[0] - days[1]).days)
    if apart <= _NEWS_DAYS:
        return _PUBLISHED_TOGETHER, f"told within {apart} days"
    return None if apart > _OLD_DAYS and name < _STRONG_NAME else (0.0, "")


def _kind(left: Features, right: Features, name: float) -> _Part | None:
    if left.told.kind == right.told.kind:
        return _SAME_KIND, f"same kind: {left.told.kind}"
    kinds = " / ".join(sorted((left.told.kind, right.told.kind)))
    if left.kind is not None and right.kind is not None and alike(left.kind, right.kind):
        return _ALIKE_KIND, f"kinds alike: {kinds}"
    return (0.0, f"kinds: {kinds}") if name >= _STRONG_NAME else None


def _befell(left: Features, right: Features) -> bool:
    """Tell whether both tell of a mishap or a trial: where it was tells more than who held it."""
    return all(one.kind is not None and one.kind.shape == "happening" for one in (left, right))


def _organisers(left: Features, right: Features, name: float) -> _Part:
    one, other = left.told, right.told
    shared = sorted(one.organisers & other.organisers)
    if shared:
        weight = _COURT if _befell(left, right) else _ORGANISER
        return weight, f"same organiser {', '.join(shared)}"
    if not (one.organisers and other.organisers):
        return 0.0, ""
    taking_part = sorted(
        (one.organisers & (other.bodies | other.organisers))
        | (other.organisers & (one.bodies | one.organisers))
    )
    other_weight = _OTHER_ORGANISER if name >= _STRONG_NAME else _OTHER_ALTOGETHER
    return (0.0, "") if taking_part else (other_weight, "other organisers")


def _places(left: Features, right: Features, parents: Containers) -> _Part:
    one, other = left.told, right.told
    more = _SCENE if _befell(left, right) else 0.0
    if one.place_id is None or other.place_id is None:
        return 0.0, ""
    if one.place_id == other.place_id:
        return _SAME_PLACE + more, f"same place {one.place_id}"
    if one.place_id in _above(other.place_id, parents):
        return _WITHIN_PLACE + more, f"place {other.place_id} in {one.place_id}"
    if other.place_id in _above(one.place_id, parents):
        return _WITHIN_PLACE + more, f"place {one.place_id} in {other.place_id}"
    return _OTHER_PLACE, "other places"


def _above(place: str, parents: Containers) -> set[str]:
    above: set[str] = set()
    at = parents.get(place)
    while at is not None and at not in above:
        above.add(at)
        at = parents.get(at)
    return above


def _names(left: Features, right: Features, name: float, opening: float) -> list[_Part]:
    """Compare what the events are about: themes, names, and the heads of the articles."""
    one, other = left.theme or left.name, right.theme or right.name
    told = max(share(one, right.opening), share(other, left.opening))
    parts = [(_NAME * name, f"name alike {name:.2f}")]
    if name < _STRONG_NAME and not (left.theme and right.theme):
        parts.append((_NAME_IN_OPENING * told, f"name told in the other's opening {told:.2f}"))
    parts.append((_OPENING * opening, f"openings alike {opening:.2f}"))
    parts = [part for part in parts if part[0] >= _LEAST_TOLD]
    likeness = max(name, opening, 0.0 if left.theme and right.theme else told)
    strict = _STRICTER if _befell(left, right) else 1.0
    if likeness < _UNLIKE_BELOW * strict:
        parts.append((_UNLIKE, "told unlike"))
    elif likeness < _HARDLY_BELOW * strict:
        parts.append((_HARDLY_LIKE, "told hardly alike"))
    if one and other and left.proper and right.proper and not left.proper & right.proper:
        parts.append((_OTHER_NAMES, "other proper names"))
    counted = bool(left.numbers and right.numbers)
    if counted and name < _STRONG_NAME and left.numbers.isdisjoint(right.numbers):
        parts.append((_OTHER_NUMBERS, "other numbers"))
    if left.ordinals & right.ordinals:
        parts.append((_ORDINAL, "same ordinal"))
    return parts


def _guests(left: Features, right: Features) -> _Part:
    """Compare who met: one host receives several guests on a day, each in a meeting of its own."""
    if left.kind is None or not two_sided(left.kind):
        return 0.0, ""
    if left.kind.shape == "match":
        one, other = left.told.bodies, right.told.bodies
    else:
        one, other = left.told.people, right.told.people
    differ = len(one) > 1 and len(other) > 1 and len(one & other) < 2
    return (_OTHER_GUESTS, "other sides") if differ else (0.0, "")


def _people(one: ToldEvent, other: ToldEvent) -> _Part:
    shared = sorted(one.people & other.people)
    bodies = sorted(one.bodies & other.bodies)
    weight = _PEOPLE[min(len(shared), len(_PEOPLE) - 1)] + (_BODIES if bodies else 0.0)
    named = ", ".join((*shared, *bodies))
    return weight, f"shared participants {named}" if named else ""
