"""One agreement told several times in an article is one: title, lead and body repeat each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assets.entities.records import Field, Observation
from assets.events.records import DateMention
from assets.language.folding import name_key
from assets.reference.records import AgreementKind

# Two topics that share less of their words are two.
_SHARED = 0.3
# How the key of a body begins that governs the place it is named after.
_GOVERNS = tuple(map(name_key, ("Ủy ban nhân dân", "UBND", "Hội đồng nhân dân", "HĐND")))


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an agreement: where its words stand, its kind, parties and date.

    `sentence` is where its sentence begins; `item` when that is an item of a list. `topic` are the
    words that say what it is about, none when the text does not. `earlier` when the sentence says
    that it was signed before what the article tells of.
    """

    field: Field
    start: int
    end: int
    sentence: int
    kind: AgreementKind
    parties: tuple[Observation, ...]
    date: DateMention | None
    topic: frozenset[str]
    ordinal: int = 1
    item: bool = False
    earlier: bool = False


def merge(tellings: Sequence[Told]) -> list[Told]:
    """Return one telling for each agreement, the fullest, with the date any of them gives."""
    kept: list[Told] = []
    for told in tellings:
        at = next((n for n, other in enumerate(kept) if _is_same(other, told)), None)
        if at is None:
            kept.append(told)
        else:
            kept[at] = _fuller(kept[at], told)
    return kept


def _is_same(one: Told, other: Told) -> bool:
    together = one.field == other.field and one.sentence == other.sentence
    if together or (one.item and other.item) or not _fits(one.topic, other.topic):
        return False
    if one.kind != other.kind and one.earlier != other.earlier:
        return False
    mine, theirs = _parties(one), _parties(other)
    retold = one.field != other.field
    mine, theirs = _as_in(theirs, mine, retold=retold), _as_in(mine, theirs, retold=retold)
    families = {one.kind.family, other.kind.family}
    if len(families) > 1 and not (None in families and mine & theirs):
        return False
    # A headline cuts names short: "Sở Nông nghiệp và Phát triển nông thôn" is "Sở Nông nghiệp".
    retold = retold and bool(mine & theirs) and len(mine) == len(theirs)
    if not (retold or mine <= theirs or theirs <= mine or len(mine & theirs) > 1):
        return False
    return one.date is None or other.date is None or _overlap(one.date, other.date)


def _parties(told: Told) -> frozenset[str]:
    return frozenset(name_key(one.name) for one in told.parties)


def _as_in(shorter: frozenset[str], names: frozenset[str], *, retold: bool) -> frozenset[str]:
    """Return `names` with a short one of `shorter` in the place of each longer one that holds it.

    "xã A" is "Ủy ban nhân dân xã A"; a headline, `retold` in the text, may shorten any body so.
    """
    return frozenset(
        next((short for short in sorted(shorter) if f" {short} " in f" {name} "), name)
        if retold or name.startswith(_GOVERNS)
        else name
        for name in names
    )


def _fits(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two topics may be one; a topic that is not told fits any."""
    return not one or not other or len(one & other) >= _SHARED * min(len(one), len(other))


def _overlap(one: DateMention, other: DateMention) -> bool:
    return one.starts_on <= other.ends_on and other.starts_on <= one.ends_on


def _fuller(one: Told, other: Told) -> Told:
    best, rest = (other, one) if _fullness(other) > _fullness(one) else (one, other)
    if best.field == "title" and rest.field == "text":
        # The text shows it better, even where only the headline names the parties.
        best = replace(rest, kind=best.kind, parties=best.parties, date=best.date)
    dates = [told.date for told in (best, rest) if told.date is not None]
    finest = min(dates, key=_coarseness, default=None)
    return replace(best, date=finest, topic=best.topic or rest.topic)


def _coarseness(date: DateMention) -> int:
    return ("day", "month", "year").index(date.precision)


def _fullness(told: Told) -> tuple[bool, int, bool, bool]:
    specific = told.kind.family is not None
    return specific, len(told.parties), told.field == "text", told.date is not None
