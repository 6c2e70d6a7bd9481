"""Reading a field from left to right: where bodies begin, also inside titles.

"Trưởng ban Tổ chức Tỉnh ủy" is a title and the body "ban Tổ chức Tỉnh ủy". What one name is, is
read in `grammar`; what it stands for is told in `names`.
"""

from collections.abc import Iterable

from assets.entities.organisations.bodies import body_at
from assets.entities.organisations.field import FieldReader, Parsed
from assets.entities.organisations.grammar import may_stand_unlisted, parse
from assets.reference.records import Title


def scan(reader: FieldReader, given: tuple[Parsed, ...] = ()) -> list[Parsed]:
    """Return the organisations of a field from left to right, `given` ones as they are."""
    fixed = {parsed.start: parsed for parsed in given}
    found: list[Parsed] = []
    done = 0
    words, listed = reader.words, reader.listed
    for begin in _beginnings(reader, fixed):
        if begin < done:
            continue
        at = begin
        title = reader.title_at(at) if words[at].first else None
        parsed = parse(reader, at)
        if title is not None and (parsed is None or parsed.end <= title[0]):
            body = _body_in_title(reader, at, title)
            if body is None:
                done = title[0]
                continue
            at = body
            reader.title_ends.add(at)
            parsed = parse(reader, at)
        if parsed is None and at not in fixed:
            # What is no name with its head is none without the head's first word either.
            head = reader.head_at(at)
            done = max(listed.no_bodies.get(at, 0), head[0] if head else 0, at + 1)
            continue
        known = fixed.get(at)
        if known is not None and (parsed is None or parsed.end < known.end):
            parsed = known
        done = at + 1
        if parsed is not None:
            found.append(parsed)
            done = max(parsed.end, done)
    return found


def _beginnings(reader: FieldReader, fixed: Iterable[int]) -> list[int]:
    """Return the words at which a body or a title may begin, those of `fixed` with them."""
    alone = (at for at in reader.listed.capitals if may_stand_unlisted(reader, at))
    at_words = {*reader.listed.openings, *alone, *fixed}
    if reader.defined:
        at_words.update(
            at for at, word in enumerate(reader.words) if word.surface in reader.defined
        )
    return sorted(at_words)


def _body_in_title(reader: FieldReader, at: int, title: tuple[int, Title]) -> int | None:
    """Return where a body begins in the title at `at`: "Trưởng ban Tổ chức", "Chánh Văn phòng"."""
    end, row = title
    words = reader.words
    if row.kind != "office" or (end < len(words) and words[end].key == words[end - 1].key):
        return None  # "Trưởng phòng | Phòng Hợp tác quốc tế"
    for start in range(at + 1, end):
        if _is_standing(reader, start, end):
            return None
        known = body_at(reader, start)
        if known is not None and known.end > end and known.local:
            return start
        head = reader.head_at(start)
        if head is None:
            continue
        # "Thường trực" at the end of a title is part of the title.
        if (head[0] >= end and head[1].tail in ("unit", "country")) or (
            head[0] > end and head[1].tail in ("parent", "name")
        ):
            return start
    return None


def _is_standing(reader: FieldReader, start: int, end: int) -> bool:
    """Tell whether a title ends with "Thường trực": "Phó Chủ tịch Thường trực | HĐND tỉnh"."""
    return [word.key for word in reader.words[start:end]] == ["thường", "trực"]
