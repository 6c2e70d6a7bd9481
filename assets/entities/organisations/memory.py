"""Head words that stand alone for a body named before: "Liên hiệp", "Ban", "Mặt trận".

Only a capitalised head whose article names such a body counts; lower-case words ("công ty") are
common nouns and no mentions.
"""

from dataclasses import replace

from assets.entities.organisations.field import FieldReader
from assets.entities.organisations.forms import OrganisationForms
from assets.entities.organisations.names import Named
from assets.entities.persons.names import is_vietnamese
from assets.entities.records import Field
from assets.language.folding import name_key

# The names of these go on in lower case: "Công ty thiết kế đồ họa Thế giới ảo".
_EXPLAINED = frozenset(("company", "bank", "school", "university", "centre"))
# How many words after a bare head its country may stand.
_FAR = 9
_ENDS = frozenset(".,;:\n")
_CENTRAL = "Trung ương "
_OTHERS = frozenset(("bạn", "nước", "mỗi"))


def bare_heads(readers: dict[Field, FieldReader], found: list[Named]) -> list[Named]:
    """Find head words that stand alone for a body named before ("Liên hiệp", "Ban")."""
    bare: list[Named] = []
    for field, reader in readers.items():
        taken = [(item.start, item.end) for item in found if item.field == field]
        for at, (stop, head) in reader.listed.heads.items():
            word = reader.words[at]
            if not (word.capital and word.first and head.bare):
                continue
            if not stands_alone(reader, at, stop):
                continue
            start, end = word.start, reader.words[stop - 1].end
            if any(first < end and start < last for first, last in taken):
                continue
            known = _named_before(reader, found, at, reader.text[start:end], field)
            if known is not None and not _of_others(reader, stop):
                bare.append(
                    replace(
                        known,
                        field=field,
                        start=start,
                        end=end,
                        confidence=0.7,
                        method="memory within the article",
                        abbreviation=None,
                    )
                )
    return bare


def stands_alone(reader: FieldReader, at: int, end: int) -> bool:
    """Tell whether a head at words[at:end] is no part of a longer name or other word."""
    words = reader.words
    if end < len(words):
        after = words[end]
        person = reader.person_at(end) or (after.capital and not is_vietnamese(after.key))
        held = person and reader.title_before(at) is not None
        if (after.capital and not held) or after.key.isdigit() or reader.place_at(end):
            return False
        if after.key in ("“", '"') or reader.level_at(end) or reader.plural_at(end + 1):
            return False
        keys = tuple(word.key for word in words[at : end + 1])
        if keys in reader.forms.words or at in reader.listed.no_bodies:
            return False
        head = reader.head_at(at)
        explained = head is not None and head[1].kind in _EXPLAINED and after.is_word and not held
        if explained and after.key not in reader.forms.after_name:
            return False  # "Công ty thiết kế đồ họa ..." is the beginning of another name.
        known = reader.forms.word_length(words, end)
        if known and not reader.forms.is_verb(words, end, known):
            return False
    before = words[at - 1] if at else None
    # "Ngô Quang Trường" is a person, "các Trường" a plural.
    if before is None or reader.title_before(at) is not None:
        return True  # "Chủ tịch HĐQT | Tập đoàn"
    return not ((before.capital and before.is_word) or before.key in ("các", "những", "mỗi", "một"))


def _of_others(reader: FieldReader, at: int) -> bool:
    """Tell whether bodies of other countries are meant: "Mặt trận ... của các nước láng giềng"."""
    words = reader.words
    for index in range(at, min(at + _FAR, len(words) - 1)):
        if words[index].key in _ENDS:
            return False
        if words[index].key in ("của", "tại", "ở"):
            after = words[index + 1].key
            found = reader.place_at(index + 1)
            abroad = reader.country_at(index + 1) and found and not reader.is_vietnam(found[1])
            two = [word.key for word in words[index + 1 : index + 3]]
            return bool(abroad) or after in _OTHERS or two in (["các", "nước"], ["hai", "nước"])
    return False


def _named_before(
    reader: FieldReader, named: list[Named], at: int, head: str, field: Field
) -> Named | None:
    """Return the body that the bare head word at word `at` stands for.

    That is the national body where one of its family was named, else the last named before.
    """
    forms, position = reader.forms, reader.words[at].start
    stem = head.removeprefix(_CENTRAL)
    central = stem != head
    found = [
        item
        for item in named
        if (item.field != field or item.start < position)
        and _begins(forms, item, stem)
        and not (central and _is_of_a_part(forms, item))
    ]
    if not found:
        return None
    best = max(found, key=lambda item: _rank(forms, item, field))
    abroad = any(item.place_id in forms.countries and not item.reference_id for item in found)
    national = any(_is_ministry(forms, item) for item in found)
    ours = best.place_id not in forms.countries
    if (ours and abroad) or (national and not ours):
        # Of a national body and its counterpart abroad either may be meant.
        held = reader.title_before(at) is not None
        return _only_of_sentence(reader, found, position, field) if held else None
    return best


def _only_of_sentence(
    reader: FieldReader, found: list[Named], position: int, field: Field
) -> Named | None:
    """Return the one body of `found` that the sentence names before `position`, if it is one."""
    first = max(reader.text.rfind(end, 0, position) for end in (". ", "\n", "; "))
    here = [item for item in found if item.field == field and first < item.start < position]
    return here[-1] if len({item.name for item in here}) == 1 else None


def _is_of_a_part(forms: OrganisationForms, item: Named) -> bool:
    """Tell whether a body is that of a province or district, so that it has no centre."""
    return item.family is not None or item.place_id in forms.units


def _is_ministry(forms: OrganisationForms, item: Named) -> bool:
    body = forms.body_by_id.get(item.reference_id or "")
    return body is not None and body.kind == "ministry"


def _begins(forms: OrganisationForms, item: Named, head: str) -> bool:
    body = forms.body_by_id.get(item.family or item.reference_id or "")
    row = forms.head_at(forms.reader.read(head), 0)
    kinds = {body.kind, row[1].kind} if body is not None and row is not None else set()
    if len(kinds) == 2 and "ministry" in kinds:
        return False  # "Bộ Chính trị" is no "Bộ".
    names = (item.name, *(body.aliases if body is not None else ()))
    return any(_heads(forms, name, head) for name in names)


def _heads(forms: OrganisationForms, name: str, head: str) -> bool:
    """Tell whether `head` is a whole word at the head of `name`: not "Hội" of "Hội đồng ..."."""
    if not name_key(name).startswith(name_key(head) + " "):
        return False
    words = forms.reader.read(name)
    bare, longest = forms.head_at(forms.reader.read(head), 0), forms.head_at(words, 0)
    if bare is None or longest is None:
        return False
    compound = longest[0] > bare[0] and not words[bare[0]].capital
    return not compound or longest[1].kind == bare[1].kind


def _rank(forms: OrganisationForms, item: Named, field: Field) -> tuple[bool, bool, int]:
    body = forms.body_by_id.get(item.reference_id or "")
    return body is not None and body.kind == "front", item.field == field, item.start
