"""Organisations whose names have no head word and that the text itself explains.

"Teleo, một công ty chuyên ..." and "Bình Điền Long An (BĐLA)" are bodies by what follows; a name
that stood once after "công ty" or "hãng" is the same body when it stands alone later.
"""

import re
from bisect import bisect_left
from operator import attrgetter

from assets.entities.abbreviations import spells
from assets.entities.organisations.field import FieldReader
from assets.entities.organisations.names import Named
from assets.entities.persons.names import is_vietnamese
from assets.entities.records import Field
from assets.language.folding import settle_tones

_KINDS = frozenset(("company", "bank", "association", "club", "international", "press", "fund"))
_LONGEST = 5
_SHORTEST_ALONE = 4
_EXPLAINED = re.compile(r"[,(]\s*một(?!\w)", re.IGNORECASE)
_METHOD = "described in the text"


def described_bodies(readers: dict[Field, FieldReader], found: list[Named]) -> list[Named]:
    """Return the bodies outside `found` that the text describes, and their later mentions."""
    described: dict[str, Named] = {}
    for field, reader in readers.items():
        for at in _worth_a_look(reader):
            if at in reader.skip:
                spans = _spelt(reader, at)
            elif reader.words[at].capital:
                spans = _headed(reader, at)
            else:
                spans = _explained(reader, at)
            if not spans or any(_covers(found, field, reader, span) for span in spans):
                continue
            name = settle_tones(_surface(reader, spans[0]))
            short = _surface(reader, spans[1]) if len(spans) > 1 else None
            for span in spans:
                named = _named(field, reader, span, name, short if span == spans[0] else None)
                described.setdefault(_surface(reader, span), named)
    for item in found:
        tail = _own_name(readers[item.field], item)
        if tail is not None and not _is_place(readers, tail):
            described.setdefault(tail, item)
    return _mentions(readers, found, described) if described else []


def _worth_a_look(reader: FieldReader) -> list[int]:
    """Return the capitals, the short forms in brackets, and the marks before "một công ty"."""
    keys = reader.listed.keys
    marks = (
        at - 1
        for at, key in enumerate(keys if _EXPLAINED.search(reader.text) else ())
        if key == "một" and at > 1 and keys[at - 1] in (",", "(")
    )
    return sorted(at for at in {*reader.listed.capitals, *reader.skip, *marks} if at)


def _tells(word: str) -> bool:
    """Tell whether a last word of a name is so odd that alone it means that body."""
    if word.isupper() and word.isalpha():
        return len(word) > 2
    return len(word) >= _SHORTEST_ALONE and word[:1].isupper() and not is_vietnamese(word)


def _own_name(reader: FieldReader, item: Named) -> str | None:
    """Return the name that a firm has after its head and trade: "Tập đoàn Tài chính | Hana".

    One word only when it is odd, or two of Vietnamese: "Công ty Thép | Hòa Phát".
    """
    if item.method != "organisation grammar" or item.place_id:
        return None
    at = bisect_left(reader.words, item.start, key=attrgetter("start"))
    begins = at < len(reader.words) and reader.words[at].start == item.start
    head = reader.head_at(at) if begins else None
    if head is None or head[1].kind not in ("company", "bank"):
        return None
    first = head[0]
    while (length := reader.forms.word_length(reader.words, first)) > 0:
        first += length
    own = [word for word in reader.words[first : first + 3] if word.end <= item.end]
    if len(own) == 1 and _tells(own[0].surface) and own[0].surface not in reader.forms.english:
        return own[0].surface
    foreign = len(own) == 2 and not is_vietnamese(own[0].key) and own[1].capital
    if foreign and all(word.surface.isalpha() for word in own):
        return reader.text[own[0].start : own[1].end]
    native = all(is_vietnamese(word.key) and word.capital and word.is_word for word in own)
    if len(own) == 2 and native and own[0].key not in reader.forms.sure_surnames:
        return reader.text[own[0].start : own[1].end]
    return None


def _is_place(readers: dict[Field, FieldReader], word: str) -> bool:
    """Tell whether a word is a place or begins or ends one anywhere in the article."""
    return any(word in place.split() for reader in readers.values() for place in reader.places())


def _surface(reader: FieldReader, span: tuple[int, int]) -> str:
    return reader.text[reader.words[span[0]].start : reader.words[span[1] - 1].end]


def _covers(found: list[Named], field: Field, reader: FieldReader, span: tuple[int, int]) -> bool:
    start, end = reader.words[span[0]].start, reader.words[span[1] - 1].end
    return any(item.field == field and item.start < end and start < item.end for item in found)


def _named(
    field: Field, reader: FieldReader, span: tuple[int, int], name: str, short: str | None
) -> Named:
    start, end = reader.words[span[0]].start, reader.words[span[1] - 1].end
    return Named(field, start, end, name, None, None, 0.7, _METHOD, None, short)


def _run_before(reader: FieldReader, end: int) -> int:
    """Return where the run of capitals begins that ends before word `end`."""
    words = reader.words
    at = end
    while at > 0 and words[at - 1].capital and words[at - 1].is_word and end - at < _LONGEST:
        at -= 1
    return at


def _explained(reader: FieldReader, at: int) -> list[tuple[int, int]]:
    """Return the name before "`, một công ty ...`" at word `at`, and its short form in brackets."""
    words = reader.words
    if at + 2 >= len(words) or words[at + 1].key != "một" or words[at + 2].capital:
        return []
    head = reader.head_at(at + 2)
    if head is None or head[1].kind not in _KINDS or head[1].tail == "no_body":
        return []
    end, short = at, None
    if words[at - 1].key == ")":
        opening = next((o for o, after in reader.skip.items() if after == at), None)
        if opening is None:
            return []
        end, short = opening, (opening + 1, at - 1)
    start = _run_before(reader, end)
    place = reader.place_at(start) if start < end else None
    if start == end or reader.title_at(start) or (place is not None and place[0] == end):
        return []
    if all(is_vietnamese(word.key) for word in words[start:end]):
        return []
    return [(start, end), *([short] if short else [])]


def _headed(reader: FieldReader, at: int) -> list[tuple[int, int]]:
    """Return the unlisted body at word `at` whose office stands before it: "Giám đốc SITC".

    An acronym, or an odd name before the name of the person: "Chủ tịch Techcom Trần Thọ Nguyên".
    """
    words = reader.words
    word = words[at]
    if is_vietnamese(word.key) and not word.surface.isupper():
        return []
    if not (word.first and word.last and word.surface.isalpha()):
        return []
    following = at + 1 < len(words) and words[at + 1].capital and words[at + 1].is_word
    acronym = word.surface.isupper() and 2 < len(word.surface) < 8 and not following
    person = word.surface in reader.forms.given_names
    if not acronym and (is_vietnamese(word.key) or person):
        return []
    seated = at + 2 < len(words) and words[at + 1].key == "tại" and reader.place_at(at + 2)
    named = reader.person_at(at + 1) or (
        following and words[at + 1].surface in reader.forms.given_names
    )
    if not (acronym or named or seated):
        return []
    if reader.place_at(at) or reader.title_at(at) or at in reader.listed.no_bodies:
        return []
    title = reader.title_before(at)
    headed = title is not None and title.kind == "office" and title.needs_organisation
    return [(at, at + 1)] if headed else []


def _spelt(reader: FieldReader, at: int) -> list[tuple[int, int]]:
    """Return a run of capitals in Vietnamese and the letters in brackets that spell it."""
    words = reader.words
    after = reader.skip[at]
    short = reader.text[words[at].end : words[after - 1].start].strip()
    start = _run_before(reader, at)
    keys = [word.key for word in words[start:at]]
    while len(keys) > len(short):
        start, keys = start + 1, keys[1:]
    if len(short) < 3 or len(keys) != len(short) or not spells(short, keys):
        return []
    if not all(map(is_vietnamese, keys)) or reader.person_at(start) or not short.isupper():
        return []
    if not any(reader.place_at(index) for index in range(start, at)):
        return []  # "Bán Đấu Giá (BĐG)" may be anything.
    return [(start, at), (at + 1, after - 1)]


def _in_longer(text: str, start: int, end: int) -> bool:
    """Tell whether capitals at once before or after make text[start:end] part of a longer name.

    "Gautam | Adani"; a Vietnamese word before one of another language does not: "Theo Dorana".
    """
    before = text[:start].rpartition(" ")[0] if text[start - 1 : start] == " " else ""
    word = before[before.rfind(" ") + 1 :]
    surface = text[start:end]
    led = word[:1].isupper() and not (" " not in surface and is_vietnamese(word))
    return led or (" " in surface and text[end : end + 2].strip()[:1].isupper())


def _mentions(
    readers: dict[Field, FieldReader], found: list[Named], described: dict[str, Named]
) -> list[Named]:
    again: list[Named] = []
    for field, reader in readers.items():
        taken = [(item.start, item.end) for item in found if item.field == field]
        index = {word.start for word in reader.words if word.first}
        ends = {word.end for word in reader.words if word.last}
        for surface, body in sorted(described.items(), key=lambda pair: (-len(pair[0]), pair[0])):
            start = reader.text.find(surface)
            while start >= 0:
                end = start + len(surface)
                longer = _in_longer(reader.text, start, end)
                free = not longer and not any(first < end and start < last for first, last in taken)
                if start in index and end in ends and free:
                    taken.append((start, end))
                    short = body.abbreviation if start == body.start else None
                    again.append(
                        Named(
                            field,
                            start,
                            end,
                            body.name,
                            body.reference_id,
                            body.place_id,
                            0.7,
                            _METHOD,
                            None,
                            short,
                        )
                    )
                start = reader.text.find(surface, end)
    return again
