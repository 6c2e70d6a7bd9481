"""Short forms that a text defines itself: "… thành phố Hà Nội (HAUFO)".

Says which name a short form in brackets stands for; that it stands for it in the whole article is
seen to in `organisations`.
"""

from assets.entities.abbreviations import spells
from assets.entities.organisations.field import FieldReader, Parsed
from assets.entities.organisations.lower_names import firm_before, own_short_name
from assets.entities.organisations.words import SEATED, WITHIN_NAME
from assets.reference.records import OrganisationHead

# Names of these kinds may go on in lower case up to their short form.
_GOING_ON = frozenset(
    ("agency", "international", "association", "institute", "centre", "committee", "council",
     "fund", "university", "academy")
)  # fmt: skip
_LONGEST_REST = 8
# How far before a bracket the name that it shortens may begin, in words.
_LONGEST_NAME = 16
# A name of fewer words, none but the first with a capital, is none.
_FEWEST_WORDS = 5


def definitions(reader: FieldReader, parsed: list[Parsed]) -> list[tuple[str, Parsed]]:
    """Return the short forms in brackets after a name, with that name."""
    ends = {item.end: item for item in parsed}
    inside = {at for item in parsed for at in range(item.start, item.end - 1)}
    definitions: list[tuple[str, Parsed]] = []
    for at, after in sorted(reader.skip.items()):
        if at in inside or reader.place_at(at + 1):
            continue
        short = reader.text[reader.words[at].end : reader.words[after - 1].start].strip()
        name = ends.get(at) or _spelt_before(reader, at, short) or _longer(reader, at, parsed)
        if name is not None and name.defined is None and _may_shorten(reader, name, short):
            definitions.append((short, name))
    for at in (before - 1 for before in reader.listed.capitals):
        bracket = at >= 0 and reader.words[at].key == "(" and at not in inside
        own = own_short_name(reader, at) if bracket else None
        name = firm_before(reader, at, ends.get(at)) if own is not None else None
        if own is not None and name is not None and name.body is None:
            definitions.append((own, name))
    return definitions


def _may_shorten(reader: FieldReader, name: Parsed, short: str) -> bool:
    """Tell whether `short` can stand for the name: three letters for three words, or spelt by it.

    Short forms of English names (HAUFO) are not spelt by the Vietnamese words.
    """
    keys = [word.key for word in reader.words[name.start : name.end] if word.is_word]
    letters = short.casefold()
    last = "".join(key[:1] for key in keys[-len(letters) :])
    if last == letters and len(letters) < len(keys):
        # "Trung tâm Bảo đảm kỹ thuật (BĐKT)" shortens a part of the name.
        return False
    return (len(keys) >= 3 and len(short) >= 3) or spells(short, keys)


def _longer(reader: FieldReader, bracket: int, parsed: list[Parsed]) -> Parsed | None:
    """Return a name of the grammar that goes on to a short form in brackets.

    "Cơ quan Quan sát | sự quay của trái đất (IERS)": only words without punctuation or verbs
    between.
    """
    for item in reversed(parsed):
        if item.start >= bracket:
            continue
        if not (0 < bracket - item.end <= _LONGEST_REST) or item.method != "organisation grammar":
            continue
        rest = reader.words[item.end : bracket]
        if rest[0].key == "tại" and item.kind in SEATED and _is_seat(reader, item.end + 1, bracket):
            rest = []
        if item.kind in _GOING_ON and all(
            word.is_word and (word.key not in reader.forms.after_name or word.key in WITHIN_NAME)
            for word in rest
        ):
            return Parsed(
                item.start, bracket, item.kind, "abbreviation defined in text", 0.75,
                head=item.head,
            )  # fmt: skip
    return None


def _is_seat(reader: FieldReader, at: int, bracket: int) -> bool:
    found = reader.place_at(at)
    return found is not None and found[0] == bracket


def _may_go_on(
    reader: FieldReader, at: int, bracket: int, head: tuple[int, OrganisationHead]
) -> bool:
    """Tell whether a name of five words or more goes from a head to a bracket without a break.

    "Viện Nghiên cứu chính sách và phát triển bền vững (IPSD)"
    """
    capital = any(word.capital for word in reader.words[at + 1 : bracket])
    if head[1].kind not in _GOING_ON or bracket - at < _FEWEST_WORDS or not capital:
        return False
    index = head[0]
    while index < bracket:
        if reader.words[index - 1].key in ("và", ",") and reader.head_at(index):
            return False  # "Đại học X và | Học viện Y (Z)"
        word = reader.words[index]
        length = reader.forms.word_length(reader.words, index)
        stops = not word.is_word or (
            word.key in reader.forms.after_name and word.key not in WITHIN_NAME
        )
        if (stops and not length) or reader.title_at(index) or reader.person_at(index):
            return False
        index += max(length, 1)
    return True


def _spelt_before(reader: FieldReader, bracket: int, short: str) -> Parsed | None:
    """Return the name that begins with a head word before `bracket` and is spelt by `short`."""
    words = reader.words
    for at in range(bracket - 1, max(bracket - _LONGEST_NAME, -1), -1):
        word = words[at]
        if word.key in "\n.;:()":
            return None
        if not (word.capital and word.first):
            continue
        head = reader.head_at(at)
        if head is None:
            continue
        keys = [item.key for item in words[at:bracket] if item.is_word]
        if len(keys) < _FEWEST_WORDS and not any(item.capital for item in words[at + 1 : bracket]):
            # "Cơ quan điều tra (CQĐT)" is a common noun.
            continue
        if _may_go_on(reader, at, bracket, head) and len(short) > 2:
            return Parsed(
                at, bracket, head[1].kind, "abbreviation defined in text", 0.7, head=head[1]
            )
        near = len(short) - 1 <= len(keys) <= len(short) + 3
        if near and keys[0][:1] == short[:1].casefold() and spells(short, keys):
            return Parsed(
                at, bracket, head[1].kind, "abbreviation defined in text", 0.85, head=head[1]
            )
    return None
