"""What stands round a form of a known body and tells whether, and as what, it is one.

A party abroad whose part it is, the number of a product, a person's name, a seat. The body that a
form names is found in `bodies`.
"""

from assets.entities.organisations.field import FieldReader, Level
from assets.entities.organisations.forms import BodyForm
from assets.entities.persons.names import is_vietnamese
from assets.entities.records import Observation


def party_abroad(reader: FieldReader, end: int) -> int | None:
    """Return where the party abroad begins as whose part a name goes on that ends before `end`.

    "Ban Đối ngoại Trung ương | Đảng Nhân dân Cách mạng Lào"; the name may have taken "Đảng" in.
    """
    words = reader.words
    if words[end - 1].key != "đảng":
        end += 1
    keys = [word.key for word in words[end - 1 : end + 2]]
    if keys[:1] != ["đảng"]:
        return None
    abroad = reader.place_at(end + 2)
    told = keys[1:] in (["nhân", "dân"], ["lao", "động"]) or (
        keys[1:] == ["cộng", "sản"]
        and abroad is not None
        and reader.forms.is_abroad(abroad[1].reference_id)
    )
    return end - 1 if told else None


def goes_on(reader: FieldReader, at: int) -> bool:
    """Tell whether a name goes on at word `at` with capitals that are no person's."""
    if at >= len(reader.words) or not reader.words[at].capital:
        return False
    return not reader.person_at(at) and reader.title_at(at) is None


def seat_end(reader: FieldReader, at: int) -> int | None:
    """Return the end of the seat in "Hội Cựu chiến binh Nga | tại Việt Nam"."""
    if at >= len(reader.words) or reader.words[at].key != "tại":
        return None
    seat = reader.place_at(at + 1)
    return seat[0] if seat is not None and reader.is_vietnam(seat[1]) else None


def purpose_end(reader: FieldReader, at: int, link: str = "vì") -> int | None:
    """Return the end of the purpose at word `at`: "Hội Phụ nữ Campuchia | vì Hòa bình và ..."."""
    words, forms = reader.words, reader.forms
    if at >= len(words) or words[at].key != link:
        return None
    end = at
    while end + 1 < len(words) and words[end].key in (link, "và") and words[end + 1].capital:
        length = forms.word_length(words, end + 1)
        if not length:
            break
        end += 1 + length
        while not words[min(end, len(words) - 1)].capital:
            length = forms.word_length(words, end)
            if not length or forms.is_verb(words, end, length):
                break
            end += length
    return end if end > at else None


def takes_countries(form: BodyForm) -> bool:
    """Tell whether a local name has its place after "tại" or a dash: "Hội Việt Nam - {place}"."""
    patterns = (form.body.local_name or "", *form.body.local_forms)
    return any("tại {" in pattern or "- {" in pattern for pattern in patterns)


def reads_a_person(
    reader: FieldReader, at: int, level: tuple[int, Level], place: Observation
) -> bool:
    """Tell whether an unlisted place is a person: "Chủ tịch UBND TP Lê Thanh Hải".

    All provinces are listed, so that a name after "tỉnh" is a person's without a title too.
    """
    titled = reader.title_before(at) is not None or level[1] == "province"
    return place.reference_id is None and titled and reader.person_at(level[0])


def is_model(reader: FieldReader, at: int) -> bool:
    """Tell whether the number of a product follows: "Boeing 777"."""
    words = reader.words
    counts = at + 1 < len(words) and words[at + 1].key in reader.forms.counted
    number = at < len(words) and words[at].surface.isdigit() and len(words[at].surface) == 3
    return number and not counts


def ends_name(reader: FieldReader, at: int) -> bool:
    """Tell whether a given name stands before a firm that is a surname: "ông Bradford Philips"."""
    before = reader.words[at - 1] if at else None
    if before is None or not before.capital or reader.words[at].start - before.end != 1:
        return False
    title = reader.title_before(at - 1) if not is_vietnamese(before.key) else None
    hailed = title is not None and title.kind in ("address", "rank", "degree")
    return hailed or before.surface in reader.forms.given_names


def is_product(reader: FieldReader, at: int) -> bool:
    """Tell whether another foreign name follows a firm's: "Samsung Galaxy", "BIDV Tower"."""
    words, forms = reader.words, reader.forms
    if at >= len(words) or not words[at].capital or words[at].start - words[at - 1].end != 1:
        return False
    word = words[at]
    known = word.surface in forms.english or word.surface in forms.given_names
    return not (known or is_vietnamese(word.key) or word.surface.isupper() or reader.place_at(at))


def follows_office(reader: FieldReader, at: int, end: int) -> bool:
    """Tell whether a committee in lower case is a whole one's: "Phó Bí thư | tỉnh ủy"."""
    title = reader.title_before(at)
    member = end < len(reader.words) and reader.words[end].key == "viên"
    return title is not None and title.kind == "office" and not member
