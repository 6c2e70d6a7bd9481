"""Whether an organisation begins at a word: a known body or a new name, whichever reads longer.

A new name is a head word ("Công ty", "Viện") and its tail, read in `tail`. The full
name that a found name stands for is worked out in `names`.
"""

from dataclasses import replace

from assets.entities.abbreviations import Word
from assets.entities.organisations.bodies import body_at
from assets.entities.organisations.field import MANY, FieldReader, Parsed
from assets.entities.organisations.parents import with_parent
from assets.entities.organisations.tail import TailReader
from assets.entities.organisations.words import DASHES, SEATED, TAUGHT
from assets.entities.persons.names import is_vietnamese

_SEVERAL = MANY | {"hai", "ba"}
# Bodies of these kinds have no longer names than those that are known.
_OF_THE_STATE = frozenset(("party", "ministry", "state", "government"))
# What a school of a university is called.
_SCHOOLS = frozenset(("trường", "khoa", "viện"))
# What leads to a newspaper that is named without "báo".
_PRESS_LEADS = frozenset(("pv", "viên", "với", "của", "theo", "trên", "trả"))
_NATIONS = frozenset(("nước", "bên", "quốc", "miền"))


def parse(reader: FieldReader, at: int) -> Parsed | None:
    """Return the organisation that begins at word `at`, the longest reading of it."""
    word = reader.words[at]
    if not word.first or not word.is_word or at in reader.inside:
        return None
    if word.surface in reader.defined and word.last and _is_own(word.surface):
        return Parsed(at, at + 1, "", "abbreviation defined in text", 0.95, defined=word.surface)
    body = body_at(reader, at)
    if body is not None:
        body = None if _in_web_address(reader, at) else with_parent(reader, body)
    new = _new(reader, at)
    if body is not None and new is not None and new.end > body.end:
        body = body if _is_whole(reader, body) else None
    found = body or new or _branch(reader, at) or _newspaper(reader, at)
    if found is None or _is_plural(reader, found):
        return None
    return _with_branch(reader, _within_university(reader, found))


def _is_own(short: str) -> bool:
    """Tell whether a defined short form is no common word: "HAUFO", "Vietel"."""
    return short.isupper() or not is_vietnamese(short)


def _with_branch(reader: FieldReader, found: Parsed) -> Parsed:
    """Take in the branch of a bank or firm: "Agribank | chi nhánh Hà Nội"."""
    words, end = reader.words, reader.skip.get(found.end, found.end)
    if found.kind not in ("bank", "company") or end + 2 >= len(words):
        return found
    if [word.key for word in words[end : end + 2]] != ["chi", "nhánh"]:
        return found
    seat = reader.place_at(end + 2)
    if seat is None:
        return found
    return Parsed(
        found.start, seat[0], found.kind, "part of a body", 0.85, place=seat[1],
        head=found.head,
    )  # fmt: skip


def _within_university(reader: FieldReader, found: Parsed) -> Parsed:
    """Take in the university that a school belongs to: "Trường Đại học Y - Đại học Huế"."""
    words, end = reader.words, found.end
    if words[found.start].key not in _SCHOOLS or found.kind not in TAUGHT:
        return found
    if end + 1 >= len(words) or words[end].key not in DASHES or words[end + 1].key != "đại":
        return found
    above = parse(reader, end + 1)
    if above is None or above.kind not in TAUGHT:
        return found
    parent = found.body.parent_id if found.body is not None else None
    if parent is not None and above.body is not None and above.body.entity_id == parent:
        return replace(found, end=above.end)
    return Parsed(
        found.start, above.end, found.kind, "part of a body", 0.85, head=found.head,
        place=above.place,
    )  # fmt: skip


def _is_whole(reader: FieldReader, body: Parsed) -> bool:
    """Tell whether a known body ends where it does, whatever capitals follow.

    A person, a section name or another headline may: "Bộ Chính trị Tin tức".
    """
    if body.place is not None or reader.person_at(body.end):
        return True
    after = reader.words[body.end]
    native = is_vietnamese(after.key) or body.kind == "ministry"
    return body.kind in _OF_THE_STATE and after.capital and native


def _in_web_address(reader: FieldReader, at: int) -> bool:
    """Tell whether word `at` is part of an address on the internet: "@VnExpress.net"."""
    word = reader.words[at]
    before = reader.text[word.start - 1 : word.start]
    after = reader.text[word.end : word.end + 2]
    return before in ("@", "/") or (len(after) == 2 and after[0] == "." and after[1].isalnum())


def _is_plural(reader: FieldReader, found: Parsed) -> bool:
    """Tell whether the name goes on as a plural: "UBND các quận", "Chính phủ hai nước"."""
    keys = [word.key for word in reader.words[found.end : found.end + 5]]
    if keys[:3] == ["và", "nhân", "dân"]:
        keys = keys[3:]
    if len(keys) < 2 or keys[0] not in _SEVERAL:
        return False
    return keys[1] in _NATIONS or reader.plural_at(found.end + 1)


def _new(reader: FieldReader, at: int) -> Parsed | None:
    found = reader.head_at(at)
    if found is None:
        return None
    end, head = found
    word = reader.words[at]
    place = reader.place_at(at)
    if place is not None and place[0] >= end:
        return None
    if not word.capital and not head.lower_case and at not in reader.title_ends:
        return None
    before = reader.words[at - 1].key if at > 0 else ""
    if before in ("hai", "ba") or (before in MANY and not word.capital):
        return None  # "hai Đảng Việt Nam - Lào" are two.
    if not word.capital and (before, word.key) in reader.forms.words:
        return None  # "trường" of "nghị trường"
    if end == at + 1 and (_second_of_name(reader, at) or _is_hailed(reader, at)):
        return None
    if not word.capital and _is_other_word(reader, head.kind, end):
        return None
    if head.tail == "complete":
        seat = reader.place_at(end + 1) if end < len(reader.words) else None
        seated = seat is not None and reader.words[end].key == "tại" and head.kind in SEATED
        whole = Parsed(at, end, head.kind, "organisation grammar", 0.85, head=head)
        return replace(whole, end=seat[0], place=seat[1]) if seat and seated else whole
    return TailReader(reader, at, end, head, parse).read()


def _is_other_word(reader: FieldReader, kind: str, end: int) -> bool:
    """Tell whether a head in lower case is another word before a body's name.

    "các ban đảng | Tỉnh ủy", "đã báo | UBND huyện"
    """
    if kind not in ("party", "press") or end >= len(reader.words):
        return False
    following = body_at(reader, end)
    return following is not None and (
        kind == "party" or following.kind in ("government", "council")
    )


def may_stand_unlisted(reader: FieldReader, at: int) -> bool:
    """Tell whether a branch or a newspaper may begin at word `at`, where nothing is listed.

    A look at one or two words, that passes over nearly all capitals.
    """
    if at and reader.words[at - 1].key in _PRESS_LEADS:
        return True
    return _is_odd(reader.words[at])


def _is_odd(word: Word) -> bool:
    """Tell whether a word is an acronym or of another language."""
    return len(word.surface) > 2 and (word.surface.isupper() or not is_vietnamese(word.key))


def _branch(reader: FieldReader, at: int) -> Parsed | None:
    """Return a foreign firm's branch: an unlisted name and the country ("GMG Việt Nam")."""
    words, forms = reader.words, reader.forms
    word = words[at]
    if not word.capital:
        return None
    if not (_is_odd(word) and word.last and word.surface.isalpha()):
        return None
    if at > 0 and words[at - 1].capital and words[at - 1].is_word:
        return None
    country = reader.place_at(at + 1)
    told = country is not None and country[1].surface == "Việt Nam"
    plain = at + 1 < len(words) and words[at + 1].surface == "Vietnam"  # "Economica Vietnam"
    if not (told or plain) or reader.place_at(at) or reader.title_at(at):
        return None
    person = word.surface in forms.given_names or word.key in forms.unmarked_surnames
    if person or forms.bodies.find(words, at, {}) or forms.thing_before(words, at):
        return None
    end, place = country if country is not None else (at + 2, None)
    if end < len(words) and words[end].surface.isdigit():
        return None  # an exhibition: "Mobile Vietnam 2004"
    return Parsed(at, end, "company", "name + Việt Nam", 0.65, place=place)


def _newspaper(reader: FieldReader, at: int) -> Parsed | None:
    """Return the newspaper named without its head: "PV | Thanh Niên", "nói với | Tuổi Trẻ"."""
    words = reader.words
    if at == 0 or not words[at].capital or words[at - 1].key not in _PRESS_LEADS:
        return None
    for end, papers in reader.forms.papers.find(words, at, {}):
        over = end < len(words) and words[end].capital and words[end].is_word
        if end > at + 1 and not over and all(word.capital for word in words[at:end]):
            return Parsed(at, end, "press", "gazetteer", 0.8, body=papers[0])
    return None


def _is_hailed(reader: FieldReader, at: int) -> bool:
    """Tell whether "ông", "bà" lead to a name that begins with a head: "bà Trường Thị Hiền"."""
    title = reader.title_before(at) if reader.words[at].capital else None
    following = reader.words[at + 1] if at + 1 < len(reader.words) else None
    alone = title is not None and title.kind == "address" and " " not in title.title
    return alone and following is not None and following.capital and following.is_word


def _second_of_name(reader: FieldReader, at: int) -> bool:
    """Tell whether word `at` follows a surname: "Võ Trường Đức"."""
    words, forms = reader.words, reader.forms
    start = at
    while start > max(at - 3, 0) and words[start - 1].capital and words[start - 1].is_word:
        start -= 1
        sure = words[start].key in forms.sure_surnames
        if sure or (
            start == at - 1 and words[start].key in forms.surnames and not reader.begins_line(start)
        ):
            return True
    return False
