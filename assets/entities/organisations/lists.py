"""Whether a name goes on after "và", a dash or a comma, or another name begins.

"Sở Văn hóa, Thể thao và Du lịch" is one name, "Bộ Y tế và Bộ Công an" are two.
"""

from assets.entities.organisations.field import FieldReader
from assets.entities.organisations.words import LONG_TAIL, TAUGHT
from assets.entities.persons.names import is_vietnamese
from assets.reference.records import OrganisationHead

_CLOSING = frozenset((*",.;()\n", "và"))
# A list of fields has at most so many syllables.
_LONGEST_LIST = 8


def _closed_word(reader: FieldReader, at: int) -> bool:
    """Tell whether a capitalised word of two syllables and the end of the name are at `at`."""
    words = reader.words
    if at + 2 >= len(words) or words[at + 1].capital or not words[at + 1].is_word:
        return False
    native = is_vietnamese(words[at].key) and is_vietnamese(words[at + 1].key)
    return (
        native
        and words[at + 1].key not in reader.forms.after_name
        and (words[at + 2].key in _CLOSING or _abroad_at(reader, at + 2))
    )


def _abroad_at(reader: FieldReader, at: int) -> bool:
    place = reader.place_at(at)
    return place is not None and reader.forms.is_abroad(place[1].reference_id)


def goes_on(reader: FieldReader, head: OrganisationHead, at: int) -> bool:
    """Tell whether another part of the same name begins at word `at`."""
    words = reader.words
    if at >= len(words) or not words[at].capital or reader.place_at(at):
        return False
    if head.kind == "school" and words[at].surface.isupper() and words[at - 2].surface.isupper():
        return True  # "Trường THCS & THPT Vân Hồ"
    if reader.title_at(at) or reader.person_at(at) or reader.head_at(at):
        return False
    if reader.forms.bodies.find(words, at, {}):
        return False
    tight = words[at - 1].key == "-" and words[at - 1].end == words[at].start
    if tight and words[at].surface.isupper() and words[at - 2].surface.isupper():
        return True  # "KHXH-NV"
    if (head.tail == "field" or head.kind in LONG_TAIL) and _closed_word(reader, at):
        return True
    single = head.kind in TAUGHT and is_vietnamese(words[at].key)
    return single or reader.forms.word_length(words, at) > 0


def list_goes_on(reader: FieldReader, head: OrganisationHead, at: int) -> bool:
    """Tell whether a list of fields that ends with "và" goes on at word `at`."""
    words = reader.words
    stop = min(at + _LONGEST_LIST, len(words))
    while at < stop and goes_on(reader, head, at):
        at += max(reader.forms.word_length(words, at), 1)
        while at < stop and not words[at].capital and (more := reader.forms.word_length(words, at)):
            at += more  # "Dịch vụ, Hỗ trợ | sinh viên và Quan hệ doanh nghiệp"
        if at >= len(words):
            return False
        if words[at].key in ("và", "&"):
            return goes_on(reader, head, at + 1)
        if head.kind == "ministry" and reader.country_at(at):
            return True  # "Bộ Kinh tế, Thương mại, Công nghiệp Nhật Bản"
        if words[at].key not in (",", "-"):
            return False
        at += 1
    return False
