"""Persons in an article: full names by surname and context, later short forms by memory.

`find_persons` is the entry. A span is the name alone, without title, degree or form of address.
What a person's office is is told elsewhere.
"""

from dataclasses import dataclass

from assets.entities.organisations_forms import forms_of
from assets.entities.persons_context import PersonContext
from assets.entities.persons_memory import KnownPersons
from assets.entities.persons_names import (
    Name,
    capital_run,
    foreign_name,
    given_name,
    vietnamese_name,
)
from assets.entities.records import ArticleText, Field, Observation
from assets.language.folding import settle_tones
from assets.reference.records import Reference

_METHOD_TITLE = "title + name"
_METHOD_SHAPE = "surname + shape of name"
_METHOD_MEMORY = "memory within the article"


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
    contexts = {
        field: PersonContext(
            forms,
            text,
            tuple(o for o in organisations if o.field == field),
            tuple(p for p in places if p.field == field),
        )
        for field, text in texts.items()
    }
    found: list[_Found] = []
    for field, context in contexts.items():
        found += _full_names(field, context)
    known = KnownPersons([item.name for item in found])
    again: list[_Found] = []
    for field, context in contexts.items():
        taken = [(item.start, item.end) for item in found if item.field == field]
        again += _again(field, context, known, taken)
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


def _full_names(field: Field, context: PersonContext) -> list[_Found]:
    words = context.words
    found: list[_Found] = []
    listed = -1
    at = 0
    while at < len(words):
        word = words[at]
        if not (word.capital and word.is_word) or context.blocked(at):
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


def _judge(
    context: PersonContext, at: int, stop: int, leads: bool
) -> tuple[Name, float, str] | None:
    """Decide whether a person's name begins at `at`; `leads`: the run of capitals begins here."""
    if context.bears_name(at) or context.is_title(at, stop) or context.in_address(at, stop):
        return None
    forms = context.forms
    name = vietnamese_name(context.words, at, stop, forms.surnames, forms.sure_surnames)
    if name is not None:
        return _judge_surname(context, name, stop, leads)
    if context.in_place(at):
        return None
    foreign = foreign_name(context.words, at, stop)
    if foreign is not None:
        return None if context.is_english_body(foreign) else _judge_foreign(context, foreign, leads)
    given = given_name(context.words, at, stop)
    if given is not None and leads and context.called(at) and not context.is_word(given):
        return given, 0.8, _METHOD_TITLE
    return None


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
    inside = not context.begins_line(at)
    if length >= 3 and (inside or length == 4):
        return name, 0.75, _METHOD_SHAPE
    if length == 2 and name.sure and inside and leads and stop == name.end:
        return name, 0.65, _METHOD_SHAPE
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
        if several:
            return name, 0.9, _METHOD_TITLE
        if context.names_one(name.start):
            return name, 0.75, _METHOD_TITLE
    if several and leads and context.described(name.end):
        return name, 0.8, "name + title"
    if several and leads and context.speaks(name.end) and not context.begins_line(name.start):
        return name, 0.6, "name + verb of saying"
    return None


def _canonical(surface: str) -> str:
    name = settle_tones(" ".join(surface.split()))
    letters = [part for part in name.split(" ") if len(part) > 1]
    if letters and all(part.isupper() for part in letters):
        return " ".join(part[:1] + part[1:].lower() for part in name.split(" "))
    return name


def _again(
    field: Field, context: PersonContext, known: KnownPersons, taken: list[tuple[int, int]]
) -> list[_Found]:
    """Find short forms of known persons: a given name after "ông", another's surname alone."""
    words = context.words
    found: list[_Found] = []
    for at, word in enumerate(words):
        if not (word.capital and word.is_word) or context.blocked(at):
            continue
        if any(start <= word.start < end for start, end in taken):
            continue
        stop = capital_run(words, at)
        if at > 0 and words[at - 1].capital and words[at - 1].is_word and not context.addressed(at):
            continue
        if stop != at + 1 or context.begins_word(at):
            continue
        persons: set[str] = set()
        confidence = 0.85
        if context.addressed(at):
            persons = known.by_last.get(word.surface, set()) | known.parts.get(word.surface, set())
        elif not context.place_at(at):
            persons = known.parts.get(word.surface, set())
            confidence = 0.8
        if len(persons) == 1 and not context.bears_name(at):
            (name,) = persons
            found.append(_Found(field, word.start, word.end, name, confidence, _METHOD_MEMORY))
    return found
