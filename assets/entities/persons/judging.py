"""Whether a person's name begins at a word of a run of capitals, and how sure that is.

Where runs begin and end is told in `finding`, what stands round a name in `context`.
"""

from assets.entities.persons.context import PersonContext
from assets.entities.persons.names import (
    Name,
    foreign_name,
    given_name,
    is_hyphened,
    is_initialled,
    is_vietnamese,
    vietnamese_name,
)

_METHOD_TITLE = "title + name"
_METHOD_SHAPE = "surname + shape of name"


def judge(
    context: PersonContext, at: int, stop: int, leads: bool
) -> tuple[Name, float, str] | None:
    """Decide whether a person's name begins at `at`; `leads`: the run of capitals begins here."""
    if _says_nothing(context, at, stop, leads):
        return None
    if context.bears_name(at) or context.is_revered(at):
        return None
    if context.is_title(at, stop) or context.in_address(at, stop):
        return None
    forms = context.forms
    named_as_place = _judge_place(context, at, stop)
    if named_as_place is not None:
        return named_as_place
    name = vietnamese_name(context.words, at, stop, forms.surnames, forms.sure_surnames)
    if name is not None:
        return _judge_surname(context, name, stop, leads)
    if context.in_place(at):
        return None
    plain = given_name(context.words, at, stop) if context.english else None
    if plain is not None and (context.titled(at) or _is_unmarked(context, plain, leads)):
        return plain, 0.8, _METHOD_TITLE if context.titled(at) else _METHOD_SHAPE
    return _judge_unmarked(context, at, stop, leads)


def _says_nothing(context: PersonContext, at: int, stop: int, leads: bool) -> bool:
    """Tell whether a run is one Vietnamese syllable that nothing behind it makes a name.

    So begins nearly every sentence; the judgements below would all come to nothing.
    """
    if stop > at + 1 or context.words[at].key in context.forms.surnames:
        return False
    if not is_vietnamese(context.words[at].surface):
        return False
    return not (leads and (context.introduced(stop) or context.named_by_age(stop)))


def _judge_unmarked(
    context: PersonContext, at: int, stop: int, leads: bool
) -> tuple[Name, float, str] | None:
    """Judge a run that begins with no Vietnamese surname."""
    if context.english and _runs_into_name(context, at, stop):
        return None
    if (
        stop - at > 1
        and is_vietnamese(context.words[stop - 1].key)
        and context.begins_word(stop - 1)
    ):
        stop -= 1  # "Thủ tướng Hashimoto | Quan hệ ...": a full stop is missing
    if stop == at + 1 and leads and (context.introduced(stop) or context.named_by_age(stop)):
        return Name(at, stop, False, False), 0.65, "name + title"
    foreign = foreign_name(context.words, at, stop)
    if foreign is not None:
        return None if context.is_english_body(foreign) else _judge_foreign(context, foreign, leads)
    given = given_name(context.words, at, stop)
    if given is not None and leads and context.called(at) and not context.is_word(given):
        return given, 0.8, _METHOD_TITLE
    return None


def _is_unmarked(context: PersonContext, name: Name, leads: bool) -> bool:
    """Tell whether a run in English text is a Vietnamese name without its marks."""
    first = context.words[name.start].key
    long = name.end - name.start >= 3
    after_field = name.start > 0 and context.words[name.start - 1].capital
    return (leads or after_field) and long and first in context.forms.unmarked_surnames


def _runs_into_name(context: PersonContext, at: int, stop: int) -> bool:
    """Tell whether an office's field stands before a name: "Foreign Affairs | Do Hung Viet"."""
    words, surnames = context.words, context.forms.unmarked_surnames
    if words[at].key in surnames or is_vietnamese(words[at].key):
        return False
    return any(
        words[start].key in surnames and given_name(words, start, stop) is not None
        for start in range(max(at + 1, stop - 4), stop - 2)
    )


def _judge_place(context: PersonContext, at: int, stop: int) -> tuple[Name, float, str] | None:
    """Judge a place's name that is a person's here: "cô giáo Hà Giang, tổ trưởng ..."."""
    if not context.place_covers(at, stop) or not context.hailed(at):
        return None
    name = given_name(context.words, at, stop)
    if name is None or not (context.described(stop) or context.speaks(stop)):
        return None
    return name, 0.7, _METHOD_TITLE


def judge_listed(context: PersonContext, at: int, stop: int) -> tuple[Name, float, str] | None:
    """Judge a run of several words that is joined to a person before: "... và Kim Sang-sik"."""
    name = foreign_name(context.words, at, stop)
    if name is None or stop - at < 2 or context.in_place(at) or context.is_english_body(name):
        return None
    if context.is_title(at, stop):
        return None
    return name, 0.6, "joined to a person"


def _judge_surname(
    context: PersonContext, name: Name, stop: int, leads: bool
) -> tuple[Name, float, str] | None:
    """Judge a run that begins with a Vietnamese surname."""
    at, length = name.start, name.end - name.start
    placed = context.place_covers(at, name.end) or context.place_leads(at, name.end)
    # "Bí thư Đoàn Thanh | niên ..."
    word = length == 2 and name.end == stop and context.begins_word(stop - 1)
    if placed or word or context.is_delegation(at):
        return None
    if context.titled(at):
        return name, 0.97, _METHOD_TITLE
    if not name.sure and context.place_at(at):
        return None
    if length >= 3 and name.sure:
        return name, 0.9, _METHOD_SHAPE
    if context.described(name.end):
        return name, 0.9, "name + title"
    inside = not context.begins_sentence(at)
    if length >= 3 and (inside or length == 4):
        return name, 0.75, _METHOD_SHAPE
    if length == 2 and name.sure and leads and stop == name.end:
        if inside:
            return name, 0.65, _METHOD_SHAPE
        if context.speaks(name.end):
            return name, 0.65, "name + verb of saying"
    return None


def _judge_foreign(
    context: PersonContext, name: Name, leads: bool
) -> tuple[Name, float, str] | None:
    """Judge a run of capitals in another language, which only its context makes a name."""
    hyphened = is_hyphened(context.words, name.start, name.end)
    known = hyphened or context.of_the_highlands(name) or context.titled(name.start)
    if context.opens_with_word(name) and not known:
        return None
    words = context.words[name.start + 1 : name.end]
    several = any(context.text[word.start - 1 : word.start] == " " for word in words)
    if context.titled(name.start) and (leads or context.place_ends(name.start)):
        if several and context.body_leads(name):
            return None
        if several:
            return name, 0.9, _METHOD_TITLE
        if context.names_one(name.start):
            return name, 0.75, _METHOD_TITLE
    shaped = (
        context.of_the_highlands(name)
        or hyphened
        or is_initialled(context.words, name.start, name.end)
    )
    told = context.described(name.end) or context.aged(name.end)
    if several and leads and (shaped or told):
        return name, 0.8, _METHOD_SHAPE if shaped else "name + title"
    if (
        several
        and context.given(name)
        and (
            leads
            or not is_vietnamese(context.words[name.start - 1].key)
            or context.follows_body(name.start)
            or context.place_ends(name.start)
        )
    ):
        return name, 0.7, "given name + surname"
    if several and leads and context.attributed(name.start):
        return name, 0.65, "quotation + name"
    if several and leads and context.speaks(name.end) and not context.begins_line(name.start):
        return name, 0.6, "name + verb of saying"
    return None
