"""Persons in an article: full names by surname and context, later short forms by memory.

`find_persons` is the entry. A span is the name alone, without title, degree or form of address.
What a person's office is is told elsewhere.
"""

from collections import Counter
from dataclasses import dataclass, replace

from assets.entities.organisations.english import is_english
from assets.entities.organisations.forms import forms_of
from assets.entities.persons.context import PersonContext
from assets.entities.persons.memory import KnownPersons, short_forms, whole_names
from assets.entities.persons.names import (
    Name,
    capital_run,
    foreign_name,
    given_name,
    is_vietnamese,
    particle,
    vietnamese_name,
)
from assets.entities.records import ArticleText, Field, Observation
from assets.language.folding import settle_tones
from assets.reference.records import Reference

_METHOD_TITLE = "title + name"
_METHOD_SHAPE = "surname + shape of name"


@dataclass(frozen=True, slots=True)
class _Found:
    field: Field
    start: int
    end: int
    name: str
    confidence: float
    method: str


def find_persons(
    article: ArticleText,
    reference: Reference,
    organisations: tuple[Observation, ...],
    places: tuple[Observation, ...],
) -> tuple[Observation, ...]:
    """Find the persons named in the title and text of `article`, outside its `organisations`.

    `places` inside a person's name ("Anh", "Đức") do not matter. A short form ("ông Tài") has the
    name of the one person of the article whom it fits, and is left out when there is none.
    `line_no` is None.
    """
    forms = forms_of(reference)
    texts: dict[Field, str] = {"text": article.text}
    if article.title:
        texts["title"] = article.title
    english = is_english(article.text, article.language)
    contexts = {
        field: PersonContext(
            forms,
            text,
            tuple(o for o in organisations if o.field == field),
            tuple(p for p in places if p.field == field),
            english,
        )
        for field, text in texts.items()
    }
    found: list[_Found] = []
    for field, context in contexts.items():
        found += _full_names(field, context)
    found = _cut_to_known(found)
    known = KnownPersons([item.name for item in found])
    again: list[_Found] = []
    for field, context in contexts.items():
        taken = [(item.start, item.end) for item in found if item.field == field]
        whole = whole_names(context, known, taken)
        taken += [(item.start, item.end) for item in whole]
        again += [
            _Found(field, short.start, short.end, short.name, short.confidence, short.method)
            for short in (*whole, *short_forms(context, known, taken))
        ]
    return tuple(
        Observation(
            article.article_id,
            item.field,
            item.start,
            item.end,
            texts[item.field][item.start : item.end],
            "person",
            known.whole(item.name),
            None,
            item.confidence,
            item.method,
            None,
        )
        for item in sorted(found + again, key=lambda one: (one.field, one.start))
    )


def _cut_to_known(found: list[_Found]) -> list[_Found]:
    """Cut a name that runs on into a next headline where the article has it without that word."""
    counts = Counter(item.name for item in found)
    cut: list[_Found] = []
    for item in found:
        shorter, _, last = item.name.rpartition(" ")
        doubled = shorter.endswith(last)
        if counts[item.name] == 1 and counts[shorter] and " " in shorter and not doubled:
            end = item.end - len(last) - 1
            item = replace(item, end=end, name=shorter)
        cut.append(item)
    return cut


def _full_names(field: Field, context: PersonContext) -> list[_Found]:
    words = context.words
    found: list[_Found] = []
    listed = -1
    at = 0
    while at < len(words):
        word = words[at]
        begins = word.capital and word.is_word
        if not (begins or _small_word_of_name(context, at)) or context.blocked(at):
            at += 1
            continue
        stop = context.run_end(at, capital_run(words, at))
        taken = None
        start = at
        while start < stop:
            leads = start == at or context.addressed(start) or context.follows_opening(start)
            taken = _judge(context, start, stop, leads)
            if taken is None and start == listed + 1 and words[listed].key in ("và", ","):
                taken = _judge_listed(context, start, stop)
            if taken is not None or words[start].key == "-":
                break
            start += 1
        if taken is None:
            at = max(stop, at + 1)
            continue
        name, confidence, method = taken
        first, last = words[name.start].start, words[name.end - 1].end
        found.append(
            _Found(field, first, last, _canonical(context.text[first:last]), confidence, method)
        )
        at = listed = name.end
    return found


def _small_word_of_name(context: PersonContext, at: int) -> bool:
    """Tell whether a titled or speaking name begins in lower case at `at`: "bà von der Leyen"."""
    return particle(context.words, at) > 0 and not context.words[at - 1].capital


def _judge(
    context: PersonContext, at: int, stop: int, leads: bool
) -> tuple[Name, float, str] | None:
    """Decide whether a person's name begins at `at`; `leads`: the run of capitals begins here."""
    if context.bears_name(at) or context.is_title(at, stop) or context.in_address(at, stop):
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
    if context.english:
        plain = given_name(context.words, at, stop)
        if plain is not None and (context.titled(at) or _is_unmarked(context, plain, leads)):
            return plain, 0.8, _METHOD_TITLE if context.titled(at) else _METHOD_SHAPE
    if (
        stop - at > 1
        and is_vietnamese(context.words[stop - 1].key)
        and context.begins_word(stop - 1)
    ):
        stop -= 1  # "Thủ tướng Hashimoto | Quan hệ ...": a full stop is missing
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
    return leads and name.end - name.start >= 3 and first in context.forms.unmarked_surnames


def _judge_place(context: PersonContext, at: int, stop: int) -> tuple[Name, float, str] | None:
    """Judge a place's name that is a person's here: "cô giáo Hà Giang, tổ trưởng ..."."""
    if not context.place_covers(at, stop) or not context.hailed(at):
        return None
    name = given_name(context.words, at, stop)
    if name is None or not (context.described(stop) or context.speaks(stop)):
        return None
    return name, 0.7, _METHOD_TITLE


def _judge_listed(context: PersonContext, at: int, stop: int) -> tuple[Name, float, str] | None:
    """Judge a run of several words that is joined to a person before: "... và Kim Sang-sik"."""
    name = foreign_name(context.words, at, stop)
    if name is None or stop - at < 2 or context.in_place(at) or context.is_english_body(name):
        return None
    return name, 0.6, "joined to a person"


def _judge_surname(
    context: PersonContext, name: Name, stop: int, leads: bool
) -> tuple[Name, float, str] | None:
    """Judge a run that begins with a Vietnamese surname."""
    at, length = name.start, name.end - name.start
    if context.place_covers(at, name.end) or context.place_leads(at, name.end):
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
    if context.opens_with_word(name) and not context.titled(name.start):
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
    if several and leads and context.described(name.end):
        return name, 0.8, "name + title"
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


def _canonical(surface: str) -> str:
    name = settle_tones(" ".join(surface.split()))
    letters = [part for part in name.split(" ") if len(part) > 1]
    if letters and all(part.isupper() for part in letters):
        return " ".join(part[:1] + part[1:].lower() for part in name.split(" "))
    return name
