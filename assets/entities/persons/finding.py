"""Persons in an article: full names by surname and context, later short forms by memory.

`find_persons` is the entry. A span is the name alone, without title, degree or form of address.
What a person's office is is told elsewhere.
"""

from collections import Counter
from dataclasses import dataclass, replace

from assets.entities.organisations.english import is_english
from assets.entities.organisations.forms import forms_of
from assets.entities.paragraphs import line_of
from assets.entities.persons.context import PersonContext
from assets.entities.persons.judging import judge, judge_listed
from assets.entities.persons.memory import KnownPersons, short_forms, whole_names
from assets.entities.persons.names import (
    capital_run,
    particle,
)
from assets.entities.records import ArticleText, Field, Observation
from assets.language.folding import settle_tones
from assets.reference.records import Reference


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
    known = KnownPersons([item.name for item in found], forms.sure_surnames)
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
            line_of(article, item.field, item.start),
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
    listed = done = -1
    for at in context.openings:
        word = words[at]
        begins = word.capital and word.is_word
        if at < done or context.blocked(at) or not (begins or _small_word_of_name(context, at)):
            continue
        stop = context.run_end(at, capital_run(words, at))
        taken = None
        start = at
        while start < stop:
            if not words[start].is_word:
                start += 1
                continue
            leads = start == at or context.addressed(start) or context.follows_opening(start)
            taken = judge(context, start, stop, leads)
            if taken is None and start == listed + 1 and words[listed].key in ("và", ","):
                taken = judge_listed(context, start, stop)
            if taken is not None or words[start].key == "-":
                break
            start += 1
        if taken is None:
            done = stop
            continue
        name, confidence, method = taken
        first, last = words[name.start].start, words[name.end - 1].end
        found.append(
            _Found(field, first, last, _canonical(context.text[first:last]), confidence, method)
        )
        done = listed = name.end
    return found


def _small_word_of_name(context: PersonContext, at: int) -> bool:
    """Tell whether a titled or speaking name begins in lower case at `at`: "bà von der Leyen"."""
    return particle(context.words, at) > 0 and not context.words[at - 1].capital


def _canonical(surface: str) -> str:
    name = settle_tones(" ".join(surface.split()))
    letters = [part for part in name.split(" ") if len(part) > 1]
    if letters and all(part.isupper() for part in letters):
        return " ".join(part[:1] + part[1:].lower() for part in name.split(" "))
    return name
