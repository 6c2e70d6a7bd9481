"""What a user's judgements mean for the entities of one refresh, and which of them cannot stand.

Judgements are read together: a group of them that contradicts itself (A same B, B same C, A
different C; the same and not an entity) is reported and nothing of it applied. The order of lines
does not matter. What the judgements change is done in `resolving`.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assets.entities.records import JudgedLine, JudgementStatus
from assets.reference.judgements import Judgement

ENTITY_TYPES = frozenset({"person", "organisation", "place", "official_document"})

_Outcome = tuple[JudgementStatus | None, str | None]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the judgements that stand ask for.

    `cut` are ids that stay entities of their own although articles join them to another, `merged`
    leads from an id to the one kept in its place, `dismissed` are the ids of no entities, `apart`
    are pairs judged different, each with its ids in order. The numbers are those of the lines.
    """

    cut: frozenset[str] = frozenset()
    merged: Mapping[str, str] = field(default_factory=dict)
    dismissed: Mapping[str, int] = field(default_factory=dict)
    apart: Mapping[tuple[str, str], int] = field(default_factory=dict)
    merged_by: Mapping[str, int] = field(default_factory=dict)
    lines: tuple[JudgedLine, ...] = ()


class _Groups:
    """Ids that `same` joins."""

    def __init__(self) -> None:
        self._leader: dict[str, str] = {}

    def find(self, one: str) -> str:
        while self._leader.setdefault(one, one) != one:
            one = self._leader[one]
        return one

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self._leader[second] = first

    def members(self) -> dict[str, list[str]]:
        """Return the ids of each group in order, by its leader."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for one in sorted(self._leader):
            found[self.find(one)].append(one)
        return dict(found)


def _plainness(entity_id: str) -> tuple[bool, int, str]:
    return "~" in entity_id or "--" in entity_id, len(entity_id), entity_id


def rule(
    judgements: Sequence[Judgement],
    known: Mapping[str, str],
    has_reference: Callable[[str], bool],
    split: Mapping[int, tuple[str, str]] | None = None,
) -> Rulings:
    """Return what the judgements ask for.

    `known` leads from every id that articles give to the entity it is joined to (itself for an
    entity), before any judgement. `split` gives by line the two entities that a judgement on an
    entity and an article made of one. Of merged ids the one that the reference data has is kept,
    else the plainest: without an addition behind the name, then the shortest, then the first.
    """

    def entity_of(one: str) -> str | None:
        return known.get(one) or (one if has_reference(one) else None)

    outcomes: dict[int, _Outcome] = {}
    standing: list[Judgement] = []
    for written in judgements:
        line = _between_entities(written, split or {})
        ids = [one for one in (line.left_id, line.right_id) if one is not None]
        kinds = {one.partition(":")[0] for one in ids}
        missing = [one for one in ids if entity_of(one) is None]
        if not kinds & ENTITY_TYPES:
            continue
        if missing:
            outcomes[line.line_no] = ("unknown_id", f"nothing is found of {' or '.join(missing)}")
        elif len(kinds) > 1:
            outcomes[line.line_no] = ("different_types", " and ".join(sorted(kinds)))
        else:
            outcomes[line.line_no] = ("applied", None)
            standing.append(line)
    bad = _contradictions(standing, known)
    for number, others in bad.items():
        listed = ", ".join(map(str, sorted(others - {number})))
        outcomes[number] = ("contradictory", f"contradicts line {listed}")
    standing = [line for line in standing if line.line_no not in bad]
    return _rulings(standing, known, has_reference, _told(judgements, outcomes))


def _between_entities(line: Judgement, split: Mapping[int, tuple[str, str]]) -> Judgement:
    """Return the line with the entity that was made in place of the article it names."""
    if line.line_no not in split:
        return line
    left, right = split[line.line_no]
    return replace(line, left_id=left, right_id=right)


def _cuts(lines: Sequence[Judgement], known: Mapping[str, str]) -> frozenset[str]:
    """Return the ids that `different` sets free from the entity they are joined to."""
    cut: set[str] = set()
    for line in lines:
        if line.verdict == "different" and line.right_id is not None:
            pair = (line.left_id, line.right_id)
            ends = {known.get(one, one) for one in pair}
            if len(ends) == 1 and (joined := set(pair) - ends):
                cut.add(max(joined))
    return frozenset(cut)


def _contradictions(
    lines: Sequence[Judgement], known: Mapping[str, str]
) -> dict[int, frozenset[int]]:
    """Return the lines that cannot stand, each with all lines of its group."""
    cut = _cuts(lines, known)

    def end(one: str) -> str:
        return one if one in cut else known.get(one, one)

    groups = _Groups()
    for line in lines:
        if line.verdict == "same" and line.right_id is not None:
            groups.join(end(line.left_id), end(line.right_id))
    sizes = {leader: len(ids) for leader, ids in groups.members().items()}
    inside: defaultdict[str, set[int]] = defaultdict(set)
    broken: set[str] = set()
    for line in lines:
        leader = groups.find(end(line.left_id))
        if line.right_id is None:
            inside[leader].add(line.line_no)
            if sizes.get(leader, 1) > 1:
                broken.add(leader)
        elif leader == groups.find(end(line.right_id)):
            inside[leader].add(line.line_no)
            if line.verdict == "different":
                broken.add(leader)
    return {
        number: frozenset(inside[leader]) for leader in broken for number in sorted(inside[leader])
    }


def _rulings(
    lines: Sequence[Judgement],
    known: Mapping[str, str],
    has_reference: Callable[[str], bool],
    told: tuple[JudgedLine, ...],
) -> Rulings:
    cut = _cuts(lines, known)

    def end(one: str) -> str:
        return one if one in cut else known.get(one, one)

    groups = _Groups()
    dismissed: dict[str, int] = {}
    apart: dict[tuple[str, str], int] = {}
    first_line: dict[str, int] = {}
    for line in sorted(lines, key=lambda line: line.line_no):
        left = end(line.left_id)
        if line.right_id is None:
            dismissed.setdefault(left, line.line_no)
        elif line.verdict == "same":
            groups.join(left, end(line.right_id))
            for one in (left, end(line.right_id)):
                first_line.setdefault(one, line.line_no)
        else:
            low, high = sorted((left, end(line.right_id)))
            apart.setdefault((low, high), line.line_no)
    merged: dict[str, str] = {}
    for ids in groups.members().values():
        kept = min(ids, key=lambda one: (not has_reference(one), *_plainness(one)))
        merged |= {one: kept for one in ids if one != kept}
    return Rulings(cut, merged, dismissed, apart, first_line, told)


def _told(
    judgements: Sequence[Judgement], outcomes: Mapping[int, _Outcome]
) -> tuple[JudgedLine, ...]:
    """Return every line with what became of it; status None for those about no entities."""
    return tuple(
        JudgedLine(
            line.line_no,
            line.verdict,
            line.left_id,
            line.right_id,
            line.note,
            *outcomes.get(line.line_no, (None, None)),
        )
        for line in sorted(judgements, key=lambda line: line.line_no)
    )
