"""Organisations in an article: every name in title and text, with the entity it stands for.

`find_organisations` is the entry. The grammar of one name is in `grammar`, its full
form in `names`; a name that lies in another recogniser's longer one is dropped later.
"""

from dataclasses import replace

from assets.entities.context import ArticlePlaces
from assets.entities.organisations.defined import definitions
from assets.entities.organisations.described import described_bodies
from assets.entities.organisations.english import english_bodies, is_english, short_forms
from assets.entities.organisations.field import FieldReader, Parsed
from assets.entities.organisations.forms import OrganisationForms, forms_of
from assets.entities.organisations.houses import lone_houses
from assets.entities.organisations.memory import bare_heads
from assets.entities.organisations.names import Named, Namer
from assets.entities.organisations.nations import Nations
from assets.entities.organisations.scanning import scan
from assets.entities.organisations.standing import standing_committees
from assets.entities.paragraphs import line_of
from assets.entities.persons.names import is_vietnamese
from assets.entities.records import ArticleText, Field, Observation
from assets.reference.records import Reference

# How far before a bracket the name that it shortens may begin, in words.
_LONGEST_NAME = 16
_ENGLISH = "English organisation grammar"
_JOINERS = frozenset(("và", ",", "-", "–", "/"))


def find_organisations(
    article: ArticleText, reference: Reference, places: tuple[Observation, ...]
) -> tuple[Observation, ...]:
    """Find the organisations named in the title and text of `article`.

    `places` are the places found in it, also those inside names. The observations may lie in
    places, persons or documents and the other way round, but not in each other.
    """
    forms = forms_of(reference)
    texts: dict[Field, str] = {"text": article.text}
    if article.title:
        texts["title"] = article.title
    readers: dict[Field, FieldReader] = {
        field: FieldReader(forms, text, tuple(p for p in places if p.field == field), {})
        for field, text in texts.items()
    }
    parsed = {field: scan(reader) for field, reader in readers.items()}
    defined: dict[str, tuple[Field, Parsed]] = {}
    for field, reader in readers.items():
        for short, name in definitions(reader, parsed[field]):
            defined.setdefault(short, (field, name))
    if defined:
        for field, reader in readers.items():
            reader.defined.update({short: short for short in defined})
            parsed[field] = scan(reader, _defining(defined, field))
    nations = Nations(forms, readers, parsed)
    namer = Namer(forms, ArticlePlaces(texts, places, forms.units), nations)
    found = _name_all(namer, readers, parsed, defined)
    found += bare_heads(readers, found)
    found += lone_houses(forms, readers, nations, found)
    if is_english(article.text, article.language):
        found += _english(forms, texts, found)
    else:
        found += _foreign(forms, texts, found)
        found += described_bodies(readers, found)
        found += standing_committees(readers, found)
    return tuple(
        Observation(
            article.article_id,
            named.field,
            named.start,
            named.end,
            texts[named.field][named.start : named.end],
            "organisation",
            named.name,
            named.reference_id,
            round(named.confidence, 2),
            named.method,
            line_of(article, named.field, named.start),
            named.abbreviation,
            named.place_id,
        )
        for named in sorted(found, key=lambda item: (item.field, item.start))
    )


def _english(forms: OrganisationForms, texts: dict[Field, str], found: list[Named]) -> list[Named]:
    named: list[Named] = []
    for field, text in texts.items():
        taken = [(item.start, item.end) for item in found if item.field == field]
        bodies = [span for span in english_bodies(text, forms) if _free(span, taken)]
        spans = [(*span, span) for span in bodies]
        spans += [one for one in short_forms(text, bodies) if _free(one[:2], taken + bodies)]
        named += [
            Named(field, start, end, text[body[0] : body[1]], None, None, 0.75, _ENGLISH)
            for start, end, body in dict.fromkeys(spans)
        ]
    return named


def _free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return not any(start < span[1] and span[0] < end for start, end in taken)


def _foreign(forms: OrganisationForms, texts: dict[Field, str], found: list[Named]) -> list[Named]:
    """Return the bodies with English names in Vietnamese text: "Corporate Training College"."""
    worth = {field: text for field, text in texts.items() if forms.may_name_in_english(text)}
    return [
        named
        for named in _english(forms, worth, found)
        if not any(is_vietnamese(word) for word in named.name.split() if word[0].isupper())
        and forms.english_sure & {named.name.split()[0], named.name.split()[-1]}
    ]


def _defining(defined: dict[str, tuple[Field, Parsed]], field: Field) -> tuple[Parsed, ...]:
    return tuple(name for where, name in defined.values() if where == field)


def _name_all(
    namer: Namer,
    readers: dict[Field, FieldReader],
    parsed: dict[Field, list[Parsed]],
    defined: dict[str, tuple[Field, Parsed]],
) -> list[Named]:
    shorts = {(field, name.start): short for short, (field, name) in defined.items()}
    for short, (field, item) in defined.items():
        named = namer.name(readers[field], field, item)
        if named is not None:
            namer.defined[short] = named
    found: list[Named] = []
    fields: tuple[Field, ...] = ("text", "title")
    for field in fields:
        if field in readers:
            found += _name_field(namer, readers[field], field, parsed[field], shorts)
    return found


def _name_field(
    namer: Namer,
    reader: FieldReader,
    field: Field,
    parsed: list[Parsed],
    shorts: dict[tuple[Field, int], str],
) -> list[Named]:
    found: list[Named] = []
    before: Named | None = None
    for number, item in enumerate(parsed):
        following = parsed[number + 1] if number + 1 < len(parsed) else None
        named = namer.name(reader, field, _with_place_of(reader, item, following))
        if before is not None and _in_bracket_after(reader, item, before):
            known = before
            named = Named(
                field,
                reader.words[item.start].start,
                reader.words[item.end - 1].end,
                known.name,
                known.reference_id,
                known.place_id,
                0.95,
                "abbreviation defined in text",
            )
        before = named
        if named is None:
            continue
        short = shorts.get((field, item.start))
        if short is not None:
            named = replace(named, abbreviation=short)
        namer.remember(named)
        found.append(named)
    return found


def _with_place_of(reader: FieldReader, item: Parsed, following: Parsed | None) -> Parsed:
    """Give "HĐND" in "HĐND và UBND TP Hà Nội" the place of the body it is joined to."""
    if (
        following is None
        or item.body is None
        or not item.local
        or item.place
        or item.level
        or item.place_text
        or not following.local
        or following.start != item.end + 1
        or reader.words[item.end].key not in _JOINERS
    ):
        return item
    return replace(
        item,
        place=following.place,
        place_text=following.place_text,
        level=following.level,
        level_word=following.level_word,
    )


def _in_bracket_after(reader: FieldReader, item: Parsed, before: Named) -> bool:
    start = item.start - 1
    return (
        start in reader.skip
        and reader.skip[start] == item.end + 1
        and reader.text[before.end : reader.words[start].start].strip() == ""
    )
